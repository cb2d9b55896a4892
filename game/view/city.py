"""The city's blocks on the canvas: whole, broken, collapsed, and coming down in between."""

from importlib.resources import files

from game.sim.components import Block, Body
from game.sim.content.city import BLOCKS
from game.sim.events import BlockDamaged, Event
from game.sim.world import World
from game.view.art import keyed_sheet
from game.view.lens import Lens
from game.view.sheets import Frame, Sheet, Strip

VARIANTS = ("", ".b", ".c")
USUAL_CITY = "tokyo_city"  # for places without a city of their own


def load_city(place: str) -> Sheet:
    """Blocks and pylons in the colours of a place."""
    own = f"{place}_city"
    return keyed_sheet(own if (files("sprites") / "atlas" / f"{own}.json").is_file() else USUAL_CITY)


class CityView:
    def __init__(self, sheet: Sheet, *, lost: bool = False) -> None:
        """`lost`: nothing of the city stands any more, whatever the rules say of its blocks."""
        self._lost = lost
        self._sheet = sheet
        self._falling: dict[int, tuple[int, int]] = {}  # entity: stage it falls to, ticks it has fallen
        self._variants = {
            kind: [kind + suffix for suffix in VARIANTS if f"{kind}{suffix}/0" in self._sheet] for kind in BLOCKS
        }

    def observe(self, events: list[Event]) -> None:
        self._falling = {
            entity: (stage, age + 1)
            for entity, (stage, age) in self._falling.items()
            if age + 1 < self._fall_ticks(stage)
        }
        for event in events:
            if isinstance(event, BlockDamaged):
                self._falling[event.block] = (event.stage, 0)

    def draw(self, world: World, lens: Lens) -> None:
        for entity, block, body in world.entities.each(Block, Body):
            half = BLOCKS[block.kind].width
            if lens.sees(body.x - half, body.x + half):
                frame = self._frame(entity, block, world.grid.dark[block.district])
                lens.blit(frame.image, body.x, body.y, frame.pivot_x, frame.pivot_y)

    def _frame(self, entity: int, block: Block, dark: bool) -> Frame:
        names = self._variants[block.kind]
        name = names[entity % len(names)]
        if self._lost:
            return self._sheet[f"{name}/2"].frames[0]
        if entity in self._falling:
            stage, age = self._falling[entity]
            return self._sheet[f"{name}/fall{stage}"].at(age)
        suffix = "/dark" if dark and block.stage < 2 else ""
        return self._sheet[f"{name}/{block.stage}{suffix}"].frames[0]

    def _fall_ticks(self, stage: int) -> int:
        strip: Strip = self._sheet[f"house/fall{stage}"]
        return strip.ticks * len(strip.frames)
