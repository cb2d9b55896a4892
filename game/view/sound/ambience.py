"""What sounds all the time: wires, swarm, Gamera's jets, rotors, alarms, and the odd soldier among thousands.

Loops are wanted at a gain and a pan each frame; `Ambience` also keeps the little memory that needs: how long the
line's alarm still rings, how many soldiers were in the air.
"""

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from game.sim.components import Body, GameraState, Helicopter, Queen, QueenState
from game.sim.content.moves import VITALITY_LOW
from game.sim.events import Event, SoldiersCrossedLine
from game.sim.power import CircuitState
from game.sim.soldiers import FIRST_DEAD, Rows, SoldierState
from game.sim.units import GROUND_Y, TICKS_PER_SECOND, VIEW_WIDTH
from game.sim.world import World
from game.view.sound.event_sounds import Play
from game.view.sound.hearing import Heard, heard_from, middle_of
from game.view.sound.places import nearest_wire

HUM_REACH = 260.0  # px from the picture's middle to a live wire for half the loudness
CRACKLE_FROM = 0.35  # heat at which insulators begin to spit
ALARM_FROM = 0.8  # heat at which the panel warns
ALARM_EVERY = 2.4  # seconds
LINE_ALARM = 3.6  # seconds it rings after the last soldier crossed: three turns of its loop
CHARGE_FULL = 1.2  # seconds of charge for the loop's full gain
CHITTERS_MOST = 3.0  # single voices a second out of a crowd
TAKE_OFF = 2  # soldiers that rise within a frame and are heard
WINGS_FADE = 300.0  # px of height for half the loudness of her wings
THRONG_GAIN = 1.4  # of the bed in a crowd of thousands, against one of 128

LoopGains = dict[str, Heard]
Placed = tuple[Play, float | None]  # a sound and its world x


def swarm_gains(headcount: int) -> tuple[float, float, float]:
    """Gains of the bed's low, middle and high stem: they enter one after another as the crowd doubles."""
    if headcount == 0:
        return 0.0, 0.0, 0.0
    doublings = math.log2(headcount)
    low, middle, high = (
        min(1.0, max(0.0, part)) for part in ((doublings + 1) / 3.5, (doublings - 2) / 3, (doublings - 4.3) / 2.7)
    )
    throng = 1 + (THRONG_GAIN - 1) * min(1.0, max(0.0, (doublings - 7) / 4))
    return low * throng, middle * throng, high * throng


def wire_loops(world: World, camera_x: float) -> LoopGains:
    """Hum by distance to the nearest live wire; crackle by the heat of the hottest one near."""
    x = nearest_wire(world.live_x, camera_x)
    if x is None:
        return {}
    distance = (x - middle_of(camera_x)) / HUM_REACH
    pan = heard_from(x, camera_x).pan
    loops = {"wire_hum": Heard(1 / (1 + distance * distance), pan)}
    loudest = 0.0
    for number, circuit in enumerate(world.grid.circuits):
        if circuit.current > 0:
            heat = 1.0 if circuit.state is CircuitState.SURGING else (circuit.heat - CRACKLE_FROM) / (1 - CRACKLE_FROM)
            place = nearest_wire(world.lines.circuit_of == number, camera_x)
            if heat > 0 and place is not None:
                heard = heard_from(place, camera_x)
                gain = min(1.0, heat) ** 1.5 * heard.gain
                if gain > loudest:
                    loudest = gain
                    loops["wire_crackle"] = Heard(gain, heard.pan)
    return loops


def gamera_loops(world: World, camera_x: float) -> LoopGains:
    gamera, body = world.gamera, world.gamera_body
    heard = heard_from(body.x, camera_x)
    loops: LoopGains = {}
    if gamera.state is GameraState.HOVER:
        loops["jets"] = heard
    if gamera.state is GameraState.SPIN:
        loops["spin"] = heard
    if gamera.state is GameraState.CHARGE:
        part = min(1.0, gamera.charge / TICKS_PER_SECOND / CHARGE_FULL)
        loops["plasma_charge"] = Heard(heard.gain * (0.3 + 0.7 * part), heard.pan)
    if gamera.state is GameraState.GRAPPLE:
        loops["grapple_strain"] = Heard(heard.gain * (0.5 + 0.5 * gamera.grip), heard.pan)
    if world.playing and gamera.vitality < VITALITY_LOW * gamera.vitality_full:
        loops["low_vitality"] = Heard(0.6 + 0.4 * (1 - gamera.vitality / (VITALITY_LOW * gamera.vitality_full)))
    return loops


def rotor_loops(world: World, camera_x: float) -> LoopGains:
    """The nearest helicopter stands for all of them."""
    rotors = [heard_from(body.x, camera_x) for _, _, body in world.entities.each(Helicopter, Body)]
    return {"helicopter": max(rotors, key=lambda heard: heard.gain)} if rotors else {}


def wing_loops(world: World, camera_x: float) -> LoopGains:
    """The Queen's wings while she flies; fainter the higher she is."""
    for _, mother, body in world.entities.each(Queen, Body):
        if mother.state is QueenState.WING:
            heard = heard_from(body.x, camera_x)
            height = max(0.0, GROUND_Y - body.y)
            return {"queen_wings": Heard(heard.gain / (1 + (height / WINGS_FADE) ** 2), heard.pan)}
    return {}


def pressure_of(world: World) -> float:
    """How hard the battle presses, 0 to 1: the crowd, those on his back, what got through, his wounds."""
    crowd = min(1.0, math.log2(world.soldiers.alive() + 1) / 9.5)
    holds = world.line_holds()
    crossed = min(1.0, world.tally.crossed / holds) if holds else 0.0
    gamera = world.gamera
    wounds = 1 - max(0.0, gamera.vitality) / gamera.vitality_full
    weight = min(1.0, gamera.clinging / 80)
    return min(1.0, 0.60 * crowd + 0.20 * weight + 0.15 * crossed + 0.15 * wounds)


@dataclass
class Ambience:
    """Listens to the world once a frame."""

    chance: random.Random = field(default_factory=random.Random)
    _line_alarm: float = 0.0  # seconds it still rings
    _heat_alarm: float = 0.0  # seconds until it may sound again
    _flying: int = 0
    _in_view: Rows = field(default_factory=lambda: np.zeros(0, np.intp))  # the living in the picture

    def listen(self, world: World, events: Sequence[Event], camera_x: float, seconds: float) -> LoopGains:
        """The loops as they should sound now."""
        x = world.soldiers.position[0]
        seen = (x >= camera_x) & (x < camera_x + VIEW_WIDTH) & (world.soldiers.state < FIRST_DEAD)
        self._in_view = np.flatnonzero(seen)
        loops = wire_loops(world, camera_x) | gamera_loops(world, camera_x)
        loops |= rotor_loops(world, camera_x) | wing_loops(world, camera_x)
        if len(self._in_view):
            pan = 0.5 * heard_from(float(x[self._in_view].mean()), camera_x).pan
            gains = swarm_gains(len(self._in_view))
            for name, gain in zip(("swarm_low", "swarm_middle", "swarm_high"), gains, strict=True):
                loops[name] = Heard(gain, pan)
        self._line_alarm -= seconds
        if any(isinstance(event, SoldiersCrossedLine) for event in events):
            self._line_alarm = LINE_ALARM
        if self._line_alarm > 0 and world.playing:
            loops["line_alarm"] = Heard()
        return loops

    def singles(self, world: World, camera_x: float, seconds: float) -> Iterator[Placed]:
        """Single voices that no event names. Call after `listen`."""
        yield from self._chitters(world, seconds)
        yield from self._take_offs(world)
        yield from self._heat_warning(world, camera_x, seconds)

    def _chitters(self, world: World, seconds: float) -> Iterator[Placed]:
        if len(self._in_view):
            rate = min(CHITTERS_MOST, 0.5 + 0.3 * math.log2(len(self._in_view)))
            if self.chance.random() < rate * seconds:
                yield Play("chitter"), self._one_of(self._in_view, world)

    def _take_offs(self, world: World) -> Iterator[Placed]:
        flying = self._in_view[world.soldiers.state[self._in_view] == SoldierState.FLY]
        if len(flying) - self._flying >= TAKE_OFF:
            yield Play("soldier_takeoff", -3), self._one_of(flying, world)
        self._flying = len(flying)

    def _one_of(self, rows: Rows, world: World) -> float:
        """World x of any of the rows."""
        return float(world.soldiers.position[0, rows[self.chance.randrange(len(rows))]])

    def _heat_warning(self, world: World, camera_x: float, seconds: float) -> Iterator[Placed]:
        self._heat_alarm -= seconds
        hot = [
            number
            for number, circuit in enumerate(world.grid.circuits)
            if circuit.state is CircuitState.LIVE and circuit.heat > ALARM_FROM
        ]
        if hot and self._heat_alarm <= 0:
            self._heat_alarm = ALARM_EVERY
            yield Play("overload_alarm"), nearest_wire(world.lines.circuit_of == hot[0], camera_x)
