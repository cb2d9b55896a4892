"""What stays on the street: footprints, craters, burns, scorches, stains and scraps. The oldest go when it is full."""

from collections import deque
from dataclasses import dataclass

import numpy as np

from game.sim.components import Body, Queen, QueenState
from game.sim.content.queen import BEAM, IMPALE
from game.sim.events import (
    Event,
    FireballExploded,
    FootFell,
    GameraKnockedDown,
    HelicopterLost,
    QueenBurrowed,
    QueenBurst,
    QueenDestroyed,
    QueenStruck,
    SendaiLost,
    SoldierDied,
    SoldierElectrocuted,
)
from game.sim.soldiers import SoldierState
from game.sim.systems.queen_attacks import beam_ground_x
from game.sim.units import GROUND_Y, VIEW_WIDTH
from game.sim.world import World
from game.view.art import keyed_sheet
from game.view.lens import Lens
from game.view.sheets import Strip
from game.view.swarm import street_offset

MOST = 180
HALF_WIDTH = 64  # px of the widest mark
SOFT = {"sapporo": "snow", "sendai": "wet", "sendai_ash": "ash", "vigil": "ash"}  # places whose street takes prints
HARD = "wet"  # the dark variant, for holes in asphalt
SHORE_X = {"sapporo": 300.0}  # px; left of it a place is water
FOOT_YS = (GROUND_Y + 4, GROUND_Y + 11)  # of his far foot and his near one
PRINTS_APART = 72.0  # px
BURNS = ("S", "S", "M", "L")  # by a fireball's level
BURN_Y = GROUND_Y + 8
BURNS_WITHIN = 0.9  # of a blast's radius above the street from which it leaves a burn
LOW_Y = 250.0  # y below which a soldier's remains reach the street at once
STAINS, BODIES, SCRAPS = 0.1, 0.1, 0.06  # chances that a death leaves one
TRACK_EVERY = 24  # ticks between two soldiers' tracks
SCRATCH_EVERY = 90  # ticks between two of her feet's scratches
SCORCH_WIDE = 48.0  # px of a tile
SCORCH_Y = GROUND_Y + 10
FURROWS = (-118.0, -70.0, 52.0, 100.0)  # px from her middle to what her legs tear up as she digs
CRATER_AHEAD = 232.0  # px before her that her leg comes down


@dataclass(frozen=True, slots=True)
class Mark:
    strip: Strip
    x: float
    y: float
    made: int  # tick
    variant: int | None = None  # a frame of the strip; None: the strip is its way from hot to cold


class StreetMarks:
    def __init__(self, place: str, dice: np.random.Generator) -> None:
        self._sheet = keyed_sheet("decals")
        self._scorch = keyed_sheet("queen_weapons")["horn_scorch"]
        self._bodies = keyed_sheet("soldier")["dead"]
        self._dice = dice
        self._place = place
        self._marks: deque[Mark] = deque(maxlen=MOST)
        self._tick = 0
        self._steps = 0
        self._printed_x = [-PRINTS_APART, -PRINTS_APART]  # by row
        self._scorched_x: float | None = None

    def observe(self, world: World, events: list[Event]) -> None:
        """One tick."""
        self._tick += 1
        for event in events:
            self._observe_event(event, world)
        if self._tick % TRACK_EVERY == 0 and self._place in SOFT:
            self._track_soldier(world)
        for _, mother, body in world.entities.each(Queen, Body):
            if mother.state is QueenState.ADVANCE and mother.age % SCRATCH_EVERY == 0:
                self._add(f"scratches/{self._ground}", body.x + float(self._dice.uniform(-110, 110)), GROUND_Y + 9)
            self._scorch_under_beam(mother, body)

    def draw(self, lens: Lens) -> None:
        for mark in self._marks:
            if lens.sees(mark.x - HALF_WIDTH, mark.x + HALF_WIDTH):
                strip = mark.strip
                frame = strip.at(self._tick - mark.made) if mark.variant is None else strip.frames[mark.variant]
                lens.blit(frame.image, mark.x, mark.y, frame.pivot_x, frame.pivot_y)

    def __len__(self) -> int:
        return len(self._marks)

    @property
    def _ground(self) -> str:
        return SOFT.get(self._place, HARD)

    def _observe_event(self, event: Event, world: World) -> None:
        match event:
            case FootFell(x=x) if self._place in SOFT:
                self._print_foot(x, "right" if world.gamera_body.facing > 0 else "left")
            case GameraKnockedDown(x=x) if self._place in SOFT:
                self._add(f"crater/{SOFT[self._place]}", x, GROUND_Y + 8)
            case FireballExploded(x=x, y=y, radius=radius, level=level) if y > GROUND_Y - BURNS_WITHIN * radius:
                self._add(f"burn/{BURNS[level]}", x, BURN_Y + float(self._dice.uniform(0, 10)))
            case HelicopterLost(x=x):
                self._add("burn/M", x, BURN_Y)
            case SoldierDied(x=x, y=y) | SoldierElectrocuted(x=x, y=y):
                self._leave_remains(x, y)
            case QueenStruck(pattern=IMPALE.state, x=x):
                ahead = CRATER_AHEAD if world.gamera_body.x > x else -CRATER_AHEAD
                self._add(f"crater/{self._ground}", x + ahead, GROUND_Y + 6)
            case QueenBurst(x=x) | QueenBurrowed(x=x):
                for dx in FURROWS:
                    self._add(f"furrow/{self._ground}", x + dx, GROUND_Y + 8)
            case QueenDestroyed(x=x):
                for dx in (-90.0, 10.0, 105.0):
                    self._add("burn/L", x + dx, BURN_Y + 8)
            case SendaiLost():
                self._marks.clear()
                self._place = "sendai_ash"

    def _print_foot(self, x: float, side: str) -> None:
        """Far foot, near foot; a print that would lie on the last one of its row is left out."""
        self._steps += 1
        row = self._steps % 2
        if abs(x - self._printed_x[row]) >= PRINTS_APART:
            self._printed_x[row] = x
            self._add(f"footprint/{self._ground}/{side}", x, FOOT_YS[row])

    def _leave_remains(self, x: float, y: float) -> None:
        on_street = GROUND_Y + float(self._dice.uniform(6, 38))
        luck = float(self._dice.random())
        if y > LOW_Y and luck < STAINS:
            self._add("ichor_stain", x, on_street)
        elif luck < STAINS + BODIES:
            variant = int(self._dice.integers(len(self._bodies.frames)))
            self._marks.append(Mark(self._bodies, x, on_street, self._tick, variant))
        elif luck > 1 - SCRAPS:
            self._add("shell_scraps", x + float(self._dice.uniform(-14, 14)), on_street)

    def _track_soldier(self, world: World) -> None:
        """The feet of one of those who crawl."""
        soldiers = world.soldiers
        rows = np.flatnonzero((soldiers.state == SoldierState.CRAWL) & (soldiers.position[1] > GROUND_Y - 14))
        if len(rows):
            row = rows[self._dice.integers(len(rows), size=1)]
            x, y = soldiers.position[:, row]
            depth = (soldiers.luck[row] >> np.uint32(24)).astype(np.uint8)
            self._add(f"soldier_track/{self._ground}", float(x[0]), float((y + street_offset(y, depth))[0]) + 6)

    def _scorch_under_beam(self, mother: Queen, body: Body) -> None:
        """A seam of burnt street where the horn's beam sweeps."""
        if mother.state is not QueenState.BEAM or not BEAM.strikes(mother.age):
            self._scorched_x = None
            return
        x = beam_ground_x(body, (mother.age - BEAM.telegraph) / BEAM.strike)
        if self._scorched_x is None or abs(x - self._scorched_x) >= SCORCH_WIDE:
            self._scorched_x = x
            left = x if body.facing > 0 else x - SCORCH_WIDE
            self._marks.append(Mark(self._scorch, left, SCORCH_Y, self._tick))

    def _add(self, name: str, x: float, y: float) -> None:
        strip = self._sheet[name]
        if x > SHORE_X.get(self._place, -VIEW_WIDTH):
            cools = name.startswith("burn/")
            variant = None if cools else int(self._dice.integers(len(strip.frames)))
            self._marks.append(Mark(strip, x, y, self._tick, variant))
