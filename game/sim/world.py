"""The world: everything that can differ between two moments of a game.

A tick. `Simulation.step` takes one `Action`, runs the systems of `schedule.SCHEDULE` in that order, each a function of
the world alone, then flushes the registry and counts the tick. Nothing else moves the world, and no clock but the tick
exists. During hit-stop only the systems of `schedule.FROZEN` run, so that a press is never lost.

Who may write what. A system writes the part it is named for: `gamera` his body and gauges, `power` the grid, `swarm`
the soldiers' table. What one does to another goes through the verbs of the other's table or module (`soldiers.fling`,
`fight.hurt_gamera`), never through its columns. Events are appended by whoever made them happen.

Invariants, checked by `tests/test_invariants.py` over random play: positions are finite and inside the stage; spawned =
alive + killed + crossed; uids ascend; counters derived from rows (perched, clinging) equal the rows they count; every
gauge lies between nothing and full.

`Saved` holds what a snapshot keeps. `World` adds the stage, which only a sandbox changes, and what is derived from
both: Gamera's components, wire heights, field, roofs. Derived values are pure functions of the saved ones, so a
restored world equals the one it came from, bit for bit.
"""

from dataclasses import dataclass, fields
from dataclasses import field as attribute
from enum import IntEnum

import msgspec
import numpy as np
import numpy.typing as npt

from game.sim.action import IDLE, Action
from game.sim.components import Block, Body, Flower, FlowerState, Gamera, Gun, Queen, QueenState
from game.sim.content.city import BLOCK_COUNTS, BLOCKS, BROKEN_BELOW
from game.sim.content.difficulty import DIFFICULTIES, EXTRA_VITALITY, Difficulty
from game.sim.content.moves import FUEL_FULL, PLASMA_FULL
from game.sim.entities import Registry
from game.sim.events import Event
from game.sim.field import Field, bases_of
from game.sim.power import Lines, PowerGrid, lines_of
from game.sim.rng import Dice, Floats, birth_luck
from game.sim.shots import Shots
from game.sim.soldiers import Soldiers, SoldierState
from game.sim.stage import OnPerchedAbove, Stage
from game.sim.units import GROUND_Y

SCATTER_TOP = 40.0  # px; soldiers placed by hand appear from here
SCATTER_HEIGHT = 240.0


class Outcome(IntEnum):
    PLAYING = 0
    WON = 1
    LOST = 2


class PendingWave(msgspec.Struct):
    """A wave on its way: `left` of `count` soldiers still to come, evenly over `over` ticks."""

    count: int
    left: int
    over: int
    age: int
    source: str


class Direction(msgspec.Struct):
    """Where the stage's story stands."""

    scene: int = -1
    scene_age: int = 0
    fired: list[int] = []  # rules of this scene that have fired
    waves: list[PendingWave] = []
    objective: str = ""
    lessons: list[str] = []  # taught and not yet learned
    script: str = ""  # the choreography that runs now
    script_age: int = 0
    holding: bool = False  # the vigil's light may be held now
    light: float = 0.0  # 0 to 1
    endless_wave: int = 0  # how many waves without end have been sent
    endless_age: int = 0  # ticks since the last of them
    outcome: Outcome = Outcome.PLAYING
    reason: str = ""


class Tally(msgspec.Struct):
    """What the result screen counts."""

    score: int = 0
    chain: int = 0
    chain_until: int = 0  # tick at which the chain breaks
    best_chain: int = 0
    trust: float = 60.0  # 0 to 100; the city's in Gamera
    spawned: int = 0
    killed: int = 0
    killed_by_lure: int = 0
    crossed: int = 0
    bitten: float = 0.0  # vitality lost to bites
    blocks_lost: int = 0


class Aids(msgspec.Struct, frozen=True):
    """Help for who needs it, whatever the difficulty; part of every replay's header."""

    extra_vitality: bool = False  # Gamera bears half as much again
    hold_to_tear: bool = False  # in a grapple, holding is as good as pressing fast


class Options(msgspec.Struct, frozen=True):
    """What a game is started with besides stage and seed; part of every replay's header."""

    difficulty: str = "normal"
    army_operator: bool = False  # the army works the grid
    trust: float = 60.0  # at the start: what the stages before have left of it
    soldiers: int = 0  # this many are there from the start, spread over the stage
    aids: Aids | msgspec.UnsetType = msgspec.UNSET  # unset is not written: games without aids keep their digests

    @property
    def row(self) -> Difficulty:
        return DIFFICULTIES[self.difficulty]

    @property
    def help(self) -> Aids:
        return Aids() if self.aids is msgspec.UNSET else self.aids


@dataclass(slots=True)
class Saved:
    """Every field a snapshot keeps, and nothing else."""

    options: Options
    seed: int
    tick: int
    beat: int  # ticks that were not hit-stop; the swarm thinks by it
    hit_stop: int  # ticks left in which the world holds still
    action: Action
    dice: Dice
    entities: Registry
    gamera_id: int
    soldiers: Soldiers
    shots: Shots
    grid: PowerGrid
    direction: Direction
    tally: Tally


@dataclass(slots=True)
class World(Saved):
    """See the module's essay. Make one with `World.begin`."""

    stage: Stage
    lines: Lines
    gamera: Gamera = attribute(init=False)  # found once: a tick asks for him fifty times
    gamera_body: Body = attribute(init=False)
    wire_y: Floats = attribute(init=False)
    live_x: npt.NDArray[np.bool_] = attribute(init=False)  # under a wire with current
    roof_y: Floats = attribute(init=False)  # what crawlers stand on
    block_edges: npt.NDArray[np.intp] = attribute(init=False)  # (2, blocks): x of each one's left and right wall
    field: Field = attribute(init=False)
    events: list[Event] = attribute(default_factory=list)

    @classmethod
    def begin(cls, stage: Stage, seed: int, options: Options) -> "World":
        """The world before its first tick."""
        world = cls(
            options=options,
            seed=seed,
            tick=0,
            beat=0,
            hit_stop=0,
            action=IDLE,
            dice=Dice.seeded(seed),
            entities=Registry(),
            gamera_id=0,
            soldiers=Soldiers(),
            shots=Shots(),
            grid=PowerGrid.of(stage),
            direction=Direction(),
            tally=Tally(trust=options.trust),
            stage=stage,
            lines=lines_of(stage),
        )
        world._populate()
        world.derive()
        return world

    def saved(self) -> dict[str, object]:
        """The fields of `Saved`, by name."""
        return {entry.name: getattr(self, entry.name) for entry in fields(Saved)}

    def derive(self) -> None:
        """Works out everything that follows from the saved fields."""
        self.gamera = self.entities.get(Gamera, self.gamera_id)
        self.gamera_body = self.entities.get(Body, self.gamera_id)
        self.block_edges = self._walls()
        self.field = Field(bases_of(self.stage))
        self.hang_wires()
        self.stand_roofs()
        self.sum_field()

    def hang_wires(self) -> None:
        """Wire heights follow the spans' sag."""
        self.wire_y = self.lines.heights(self.grid.spans)

    def stand_roofs(self) -> None:
        """What crawlers walk on: the street, or the roof of a block that stands."""
        self.roof_y = np.full(self.stage.width, GROUND_Y, np.float32)
        for _, block, body in self.entities.each(Block, Body):
            kind = BLOCKS[block.kind]
            height = (kind.height, kind.height * 0.7, 0.0)[block.stage]
            left = max(0, int(body.x) - kind.width // 2)
            top = np.float32(GROUND_Y - height)
            reach = self.roof_y[left : int(body.x) + kind.width // 2]
            np.minimum(reach, top, out=reach)

    def _walls(self) -> npt.NDArray[np.intp]:
        blocks = [(int(body.x), BLOCKS[block.kind].width // 2) for _, block, body in self.entities.each(Block, Body)]
        return np.array([(x - half, x + half) for x, half in blocks], np.intp).reshape(-1, 2).T

    def sum_field(self) -> None:
        """The field follows currents, blackouts and what still stands. Call after any of them changed."""
        self.live_x = self.lines.live_at(self.grid)
        self.field.sum_up([circuit.current for circuit in self.grid.circuits], self.lights(), nest=self.flower_stands())

    def flower_stands(self) -> bool:
        return any(plant.state is FlowerState.ROOTED for _, plant in self.entities.each(Flower))

    def lights(self) -> list[float]:
        """How brightly each block of the stage shines: 0 dark or collapsed, 0.5 broken, 1 whole."""
        return [
            0.0 if self.grid.dark[block.district] else (1.0, BROKEN_BELOW, 0.0)[block.stage]
            for _, block in self.entities.each(Block)
        ]

    @property
    def playing(self) -> bool:
        return self.direction.outcome is Outcome.PLAYING

    def overrun(self) -> int:
        """How much of what the city line can bear is spent: soldiers past it, and the lost blocks' people."""
        return self.tally.crossed + BLOCK_COUNTS * self.tally.blocks_lost

    def line_holds(self) -> int:
        """What the city line bears before it is lost, in soldiers; 0 where there is no line."""
        if self.stage.line is None:
            return 0
        return max(1, int(self.stage.line.holds * self.options.row.line))

    def perched_for(self, rule: OnPerchedAbove) -> int:
        """Soldiers on the fullest of the lines that the rule means; on the emptiest, where every one has to be full."""
        on_each = [self.grid.circuits[number].perched for number in self.stage.circuit_numbers(rule.circuit)]
        return min(on_each) if rule.every else max(on_each)

    def _populate(self) -> None:
        """Everybody who is there before the first tick, in the order of their ids."""
        start = self.stage.gamera
        vitality = self.options.row.vitality * (EXTRA_VITALITY if self.options.help.extra_vitality else 1)
        self.gamera_id = self.entities.spawn(
            Body(start.x, GROUND_Y, facing=1 if start.facing == "right" else -1),
            Gamera(vitality, vitality, PLASMA_FULL, FUEL_FULL),
        )
        for plan in self.stage.block:
            self.entities.spawn(
                Body(plan.x, GROUND_Y),
                Block(plan.kind, self.stage.district_number(plan.district), BLOCKS[plan.kind].strength),
            )
        if self.stage.queen is not None:
            mother = self.stage.queen
            self.entities.spawn(
                Body(mother.x, GROUND_Y, facing=-1),
                Queen(
                    mother.vitality,
                    mother.vitality,
                    mother.patterns,
                    QueenState.ABSENT if mother.absent else QueenState.IDLE,
                    horn=mother.horn,
                ),
            )
        if self.stage.flower is not None:
            self.entities.spawn(
                Body(self.stage.flower.x, GROUND_Y - self.stage.flower.roof), Flower(self.stage.flower.oxygen)
            )
        for gun in self.stage.gun:
            self.entities.spawn(Body(gun.x, GROUND_Y), Gun(gun.kind))
        self.entities.flush()
        if self.options.soldiers:
            self.scatter(self.options.soldiers, 0.0, float(self.stage.width))

    def scatter(self, count: int, left: float, right: float) -> None:
        """`count` fliers spread evenly by luck over the sky between two x."""
        first = self.soldiers.next_uid
        words = birth_luck(np.arange(first, first + count, dtype=np.uint32), self.seed + 1)
        across = (words & np.uint32(0xFFFF)).astype(np.float32) * np.float32((right - left) / 65536)
        down = (words >> np.uint32(16)).astype(np.float32) * np.float32(SCATTER_HEIGHT / 65536)
        self.soldiers.spawn(np.float32(left) + across, np.float32(SCATTER_TOP) + down, SoldierState.FLY, self.seed)
        self.tally.spawned += count

    def rebuild(self, stage: Stage) -> None:
        """Goes on with another plan of the same place: the sandbox raised a pylon. Old spans keep their state."""
        fresh = PowerGrid.of(stage)
        fresh.circuits[: len(self.grid.circuits)] = self.grid.circuits
        fresh.spans[: len(self.grid.spans)] = self.grid.spans
        fresh.dark = self.grid.dark
        self.stage, self.grid, self.lines = stage, fresh, lines_of(stage)
        self.derive()
