"""`Simulation`: the face of the rules. Play, replay, bots, tests and Gymnasium all call the same `step`."""

from pathlib import Path

import msgspec

from game.sim import snapshot
from game.sim.action import IDLE, Action
from game.sim.content.difficulty import DIFFICULTIES
from game.sim.events import Event
from game.sim.schedule import FROZEN, SCHEDULE
from game.sim.stage import Stage
from game.sim.stage_file import MAX_SOLDIERS, load_stage
from game.sim.world import Aids, Options, Outcome, World


class Simulation:
    """One game on one stage. Any number live side by side and never touch each other.

    `stage` is a stage's name, the path of a stage file, or a `Stage`. StageError if it is none of them; ValueError for
    an unknown difficulty, a seed outside 0 to 2**32 - 1, or a headcount out of range. `soldiers` are there from the
    start, besides the stage's waves; `trust` is what the stages before have left of the city's; `aids` make it easier.
    """

    def __init__(
        self,
        stage: str | Path | Stage,
        seed: int = 0,
        difficulty: str = "normal",
        *,
        army_operator: bool = False,
        soldiers: int = 0,
        trust: float = 60.0,
        aids: Aids | None = None,
    ) -> None:
        if difficulty not in DIFFICULTIES:
            raise ValueError(f"unknown difficulty '{difficulty}'; there are: {', '.join(DIFFICULTIES)}")
        if not 0 <= seed < 1 << 32:
            raise ValueError(f"seed: expected 0 to {(1 << 32) - 1}, got {seed}")
        if not 0 <= soldiers <= MAX_SOLDIERS:
            raise ValueError(f"soldiers: expected 0 to {MAX_SOLDIERS}, got {soldiers}")
        if not 0 <= trust <= 100:
            raise ValueError(f"trust: expected 0 to 100, got {trust}")
        plan = stage if isinstance(stage, Stage) else load_stage(stage)
        given = msgspec.UNSET if aids in (None, Aids()) else aids
        self.world = World.begin(plan, seed, Options(difficulty, army_operator, trust, soldiers, given))

    def step(self, action: Action = IDLE) -> list[Event]:
        """Plays exactly one tick and returns what happened in it, in order."""
        world = self.world
        world.events = []
        world.action = action
        if world.hit_stop > 0:
            world.hit_stop -= 1
            for system in FROZEN:
                system(world)
        else:
            for system in SCHEDULE:
                system(world)
            world.beat += 1
        world.entities.flush()
        world.tick += 1
        return world.events

    @property
    def tick(self) -> int:
        """Ticks played so far."""
        return self.world.tick

    @property
    def score(self) -> int:
        return self.world.tally.score

    @property
    def outcome(self) -> str | None:
        """`"won"`, `"lost"`, or None while it is played."""
        outcome = self.world.direction.outcome
        return None if outcome is Outcome.PLAYING else outcome.name.lower()

    def digest(self) -> str:
        """Hex; equal for equal states."""
        return snapshot.digest(self.world)

    def snapshot(self) -> bytes:
        """The whole game as bytes; see `restore`."""
        return snapshot.snapshot(self.world)

    @classmethod
    def restore(cls, state: bytes) -> "Simulation":
        """A simulation that continues bit for bit where `snapshot` was taken. SnapshotError if it cannot."""
        simulation = cls.__new__(cls)
        simulation.world = snapshot.restore(state)
        return simulation
