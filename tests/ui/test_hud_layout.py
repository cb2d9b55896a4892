"""No part of the display lies on another or leaves the picture: every stage, both sizes of type, every language."""

from collections.abc import Callable, Iterator
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pygame
import pytest

from game.sim import Simulation
from game.sim.components import Flower, Queen, QueenState
from game.sim.events import (
    BlockDamaged,
    CircuitBroken,
    CircuitTripped,
    Event,
    LessonTaught,
    LineSpoken,
    ObjectiveSet,
    SoldiersCrossedLine,
    TripCause,
    WaveCame,
)
from game.sim.stage import Objective, Say, Stage
from game.sim.world import World
from game.view.hud import Hud
from game.view.hud.layout import HudLayout, hud_layout
from game.view.hud.lessons import PAGE_TICKS, LessonBox
from game.view.hud.objective import ObjectiveLine
from game.view.hud.queen_bar import STATE_WORDS, QueenBar
from game.view.hud.warnings import Warnings
from game.view.kit import Kit
from game.view.language import LANGUAGE_NAMES
from game.view.moves import LESSONS
from tests.languages.observed_type import ObservedType
from tests.ui.pixels import pixels

STAGES = ("sapporo", "sendai", "vigil", "tokyo", "legion", "dawn", "swarm", "lab")
PICTURE = pygame.Rect(0, 0, 640, 360)
PLACES = {  # of the parts by the names the display has for them; `_oxygen` and `_mana` are never both there
    "_vitals": "vitals",
    "_scoreboard": "scoreboard",
    "_objective": "order",
    "_warnings": "order",
    "_radio": "radio",
    "_lessons": "lesson",
    "_wave_call": "wave_call",
    "_oxygen": "ring",
    "_mana": "ring",
    "_queen": "queen",
    "_light": "light",
    "_radar": "radar",
}
IN_TURNS = [  # which of the places are never in use together
    {"wave_call", "order"},
    {"wave_call", "radio"},
    {"wave_call", "lesson"},
    *({"light", other} for other in ("queen", "radar", "soldiers", "city", "loss")),
]
SETTLED = 100  # ticks after which everything has slid in and is typed out, and nothing has left


@pytest.fixture(scope="module", params=LANGUAGE_NAMES)
def spoken(request: pytest.FixtureRequest) -> Kit:
    kit = Kit()
    if kit.speak(request.param):
        pytest.skip("no Japanese typeface here")
    return kit


def places_of(layout: HudLayout) -> dict[str, pygame.Rect]:
    named = {name: getattr(layout, name) for name in {*PLACES.values(), "soldiers", "city", "loss"}}
    if layout.cards:
        named["supply"] = layout.supply
    return named | {f"card {number}": place for number, place in enumerate(layout.cards)}


@pytest.mark.parametrize("big", [False, True])
@pytest.mark.parametrize("circuits", range(10))
def test_places_lie_apart_in_the_picture(circuits: int, big: bool) -> None:
    layout = hud_layout(circuits, big_text=big)
    places = places_of(layout)
    turns = [*IN_TURNS, {"radio", "lesson"}] if layout.radio_excludes_lesson else IN_TURNS
    assert all(PICTURE.contains(place) for place in places.values())
    for (name, place), (other_name, other) in combinations(places.items(), 2):
        assert {name, other_name} in turns or not place.colliderect(other), f"{name} lies on {other_name}"


def texts(stage: Stage, kind: type[Say] | type[Objective]) -> list[str]:
    acts = [act for scene in stage.scene for rule in scene.rule for act in rule.do]
    return [act.text for act in acts if isinstance(act, kind) and act.text]


def longest(kit: Kit, words: list[str]) -> str:
    return max(words, key=lambda text: kit.type.width(kit.say(text)), default="")


class Watched:
    """A display of which each part's pixels are kept apart, as it is drawn."""

    def __init__(self, kit: Kit, stage: Stage, *, big: bool, monkeypatch: pytest.MonkeyPatch) -> None:
        self.hud = Hud(kit, stage, big_text=big)
        self.layout = hud_layout(len(stage.circuit), big_text=big)
        self.drawn: dict[str, npt.NDArray[np.bool_]] = {}  # [x, y]: where each part is
        for part in (*PLACES, "_circuits", "_foot"):
            drawing = getattr(self.hud, part)
            monkeypatch.setattr(drawing, "draw", self._watching(part, drawing.draw))

    def _watching(self, part: str, draw: Callable[..., None]) -> Callable[..., None]:
        def watched(canvas: pygame.Surface, *how: object) -> None:
            alone = pygame.Surface(PICTURE.size, depth=32)
            alone.fill("magenta")
            ground = pixels(alone).copy()
            draw(alone, *how)
            self.drawn[part] = (pixels(alone) != ground).any(axis=2)

        return watched

    def show(self, world: World, events: list[Event], ticks: int = SETTLED) -> None:
        """What is drawn that long after the events."""
        self.hud.observe(world, events)
        for _ in range(ticks):
            world.tally.chain_until = world.tick + 60
            self.hud.observe(world, [])
        self.drawn.clear()
        self.hud.draw(pygame.Surface(PICTURE.size, depth=32), world, 0.0)

    def troubles(self) -> Iterator[str]:
        for part, drawn in self.drawn.items():
            if part in PLACES:
                left, top, width, height = getattr(self.layout, PLACES[part])
                if drawn.sum() > drawn[left : left + width, top : top + height].sum():
                    yield f"{part} leaves its place"
        for (part, drawn), (other_part, other) in combinations(self.drawn.items(), 2):
            if (drawn & other).any():
                yield f"{part} lies on {other_part}"


def crowded(stage: str) -> World:
    """The world of a stage with as much to show as there can be at once."""
    world = Simulation(stage, 3).world
    world.direction.script = ""
    world.tally.score, world.tally.chain, world.tally.trust = 9_999_999, 1_840, 100
    world.gamera.mana = 0.6
    world.direction.holding, world.direction.light = world.stage.vigil, 0.0  # its glow may shine beyond
    for circuit in world.grid.circuits:
        circuit.perched = 640
    for _, mother in world.entities.each(Queen):
        mother.vitality_full, mother.vitality, mother.state = 100.0, 60.0, QueenState.ADVANCE
    for _, plant in world.entities.each(Flower):
        plant.oxygen = 100.0
    return world


@pytest.mark.parametrize("big", [False, True], ids=["normal", "large"])
@pytest.mark.parametrize("stage", STAGES)
def test_nothing_lies_on_anything_else(spoken: Kit, stage: str, big: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    world = crowded(stage)
    watched = Watched(spoken, world.stage, big=big, monkeypatch=monkeypatch)
    observed = ObservedType(spoken, monkeypatch)
    objective = ObjectiveSet(longest(spoken, texts(world.stage, Objective)))
    said = LineSpoken("engineer", longest(spoken, texts(world.stage, Say)) or "They come.")
    happens: dict[str, list[Event]] = {
        "nothing": [],
        "radio": [objective, said],
        "lesson and city": [objective, SoldiersCrossedLine(3, 3), BlockDamaged(1, 300.0, 2, by_gamera=True)],
        "wave": [WaveCame(128, "out of the street"), ObjectiveSet("out of the street", 128), said],
        "warning": [CircuitTripped(0, TripCause.OVERDRAWN), said],
    }
    for events in happens.values():
        world.tally.blocks_lost += 1
        observed.words.clear()
        watched.show(world, [*events, LessonTaught("guard")])
        assert not [*watched.troubles(), *observed.troubles()]


SIZES = [hud_layout(3, big_text=big) for big in (False, True)]


@pytest.mark.parametrize("layout", SIZES, ids=["normal", "large"])
def test_every_order_and_warning_fits(spoken: Kit, layout: HudLayout, monkeypatch: pytest.MonkeyPatch) -> None:
    observed, canvas = ObservedType(spoken, monkeypatch), pygame.Surface(PICTURE.size, depth=32)
    for stage in STAGES:
        world = Simulation(stage, 3).world
        kinds = world.stage.endless.kind if world.stage.endless else ()
        orders = [ObjectiveSet(text) for text in texts(world.stage, Objective)]
        for order in [*orders, *(ObjectiveSet(kind.name, 128) for kind in kinds)]:
            line = ObjectiveLine(spoken, layout)
            line.observe(world, [order])
            line._age, line._left = SETTLED, "15/15"
            line.draw(canvas, 1.0)
    trips = [CircuitTripped(8, cause) for cause in TripCause]
    for cause in (*trips, CircuitBroken(8, 0, 0.0, 0.0)):
        warnings = Warnings(spoken, layout)
        warnings.observe(world, [cause])
        warnings.draw(canvas)
    assert not [line for line in observed.troubles() if "leaves" in line]  # each is drawn where the last one was
    assert {words.canvas.get_size() for words in observed.words} == {layout.order.size}


@pytest.mark.parametrize("layout", SIZES, ids=["normal", "large"])
def test_every_lesson_and_every_word_of_the_queen_fits(
    spoken: Kit, layout: HudLayout, monkeypatch: pytest.MonkeyPatch
) -> None:
    observed, canvas = ObservedType(spoken, monkeypatch), pygame.Surface(PICTURE.size, depth=32)
    world = crowded("legion")
    for topic in LESSONS:
        lessons = LessonBox(spoken, layout)
        lessons.observe(world, [LessonTaught(topic)])
        for lessons._age in range(PAGE_TICKS, PAGE_TICKS * 4, PAGE_TICKS):
            observed.words.clear()
            lessons.draw(canvas, 1.0)
            assert not observed.troubles(), topic
    bar = QueenBar(spoken, layout)
    for _, mother in world.entities.each(Queen):
        for mother.state in STATE_WORDS:
            for _ in range(SETTLED):
                bar.observe(world, [])
            observed.words.clear()
            bar.draw(canvas, 1.0)
            assert not observed.troubles(), mother.state


def test_large_type_is_twice_as_large_where_it_was_told_to_be(spoken: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    """The boxes that teach, the supply, score and chain, in a language of Latin letters."""
    if spoken.language.needs_wide_type:
        pytest.skip("its letters are half as high again already")
    world, heights = crowded("tokyo"), []
    world.tally.chain = 140
    for big in (False, True):
        observed = ObservedType(spoken, monkeypatch)
        hud = Hud(spoken, world.stage, big_text=big)
        hud.observe(world, [LessonTaught("claw")])
        for _ in range(SETTLED):
            hud.observe(world, [])
        hud.draw(pygame.Surface(PICTURE.size, depth=32), world, 0.0)
        heights.append({words.text: words.place.height for words in observed.words})
    for words in ("SUPPLY", "UP TO 3 BLOWS", "CHAIN", "LEFT"):
        assert heights[1][words] == 2 * heights[0][words], words
