"""What the Queen's attacks look like beside herself: where they will strike, as shapes, and the strike."""

import math

from game.sim.components import Body, Queen, QueenState
from game.sim.content import queen as tuning
from game.sim.content.queen import BARRIER, BEAM, IMPALE, RAM, WHIPS
from game.sim.events import Event, FireballDeflected
from game.sim.systems.queen_attacks import beam_ground_x
from game.sim.units import GROUND_Y, TICKS_PER_SECOND
from game.view.art import keyed_sheet
from game.view.curves import bent, draw_chevrons, draw_dashes, draw_strand, draw_teeth, straight
from game.view.lens import Lens
from game.view.rays import Ray
from game.view.sheets import Frame

WARNING = (255, 208, 92)
BEAM_WARNING = (132, 208, 255)
WHIP_WARNING = (255, 132, 116)
WHIP_COATS = ("whip/halo", "whip/body", "whip/core")  # each from its thickest frame at the root to its thinnest
WHIP_POINTS = 150  # stamps along a whip; more than its px would cost and not show
CRACK_TICKS = 15  # of the star where a tip strikes
THRUST_TICKS = 13
THRUST_EDGE, THRUST_CORE = (96, 150, 208), (232, 244, 255)
WHIP_ROOTS = ("whip1", "whip2", "whip3", "whip4", "whip5")
FACINGS = {1: "right", -1: "left"}
LASH_LIFT = 120.0  # px; how high a whip swings before it comes down
IDLE_WHIP = 52.0  # px; the whips that play round her stump
WHIP_WIDTH = 3  # px of the dashes on the street
RAM_RUNS = tuning.RAM_SPEED * RAM.strike / TICKS_PER_SECOND  # px
MARK_Y = GROUND_Y + 1  # above her bar
NEVER = 1000  # ticks


class QueenStrikes:
    """Draws for the Queen of one tick; `frame` is the frame she is drawn with, `x` and `y` where her feet are."""

    def __init__(self) -> None:
        self._weapons = keyed_sheet("queen_weapons")
        self._horn_beam = Ray(self._weapons["horn_beam"])
        self._since_deflected = NEVER  # ticks since a fireball burst on her barrier

    def observe(self, events: list[Event]) -> None:
        """One tick."""
        deflected = any(isinstance(event, FireballDeflected) for event in events)
        self._since_deflected = 0 if deflected else self._since_deflected + 1

    def draw_marks(self, lens: Lens, mother: Queen, body: Body) -> None:
        """On the street, before anybody stands on it."""
        if mother.state is QueenState.IMPALE and mother.age < IMPALE.telegraph + IMPALE.strike:
            share = min(1.0, mother.age / IMPALE.telegraph)
            near, far = sorted((body.x + 40 * body.facing, body.x + IMPALE.far * body.facing))
            draw_teeth(lens, near, far, MARK_Y, WARNING, share)
        elif mother.state is QueenState.BEAM and mother.age < BEAM.telegraph + BEAM.strike:
            part = max(0.0, (mother.age - BEAM.telegraph) / BEAM.strike)
            ahead = straight((beam_ground_x(body, part), MARK_Y), (beam_ground_x(body, 1), MARK_Y), 12)
            draw_dashes(lens, ahead, BEAM_WARNING, mother.age if body.facing > 0 else -mother.age)
        elif mother.state is QueenState.WHIPS and mother.age < WHIPS.telegraph + WHIPS.strike:
            ahead = straight(
                (body.x + 30 * body.facing, MARK_Y), (body.x + tuning.WHIP_REACH * body.facing, MARK_Y), 12
            )
            draw_dashes(lens, ahead, WHIP_WARNING, mother.age, WHIP_WIDTH)
        elif mother.state is QueenState.RAM and mother.age < RAM.telegraph + RAM.strike:
            share = min(1.0, mother.age / RAM.telegraph)
            far = body.x + (tuning.RAM_REACH + RAM_RUNS * share) * body.facing
            draw_chevrons(lens, body.x + 60 * body.facing, far, MARK_Y - 6, WARNING)

    def draw(self, lens: Lens, mother: Queen, body: Body, frame: Frame, spot: tuple[float, float]) -> None:
        """Before her."""
        match mother.state:
            case QueenState.BEAM:
                self._draw_beam(lens, mother, body, frame, spot)
            case QueenState.IMPALE:
                self._draw_thrust(lens, mother, body, spot)
            case QueenState.BARRIER if mother.age < BARRIER.telegraph + BARRIER.strike:
                self._draw_shield(lens, mother, body, frame, spot)
            case QueenState.WHIPS:
                self._draw_lashes(lens, mother, body, frame, spot)
                return
        if mother.patterns == "dawn" and mother.state is not QueenState.BREAK:
            self._draw_idle_whips(lens, mother, body, frame, spot)

    def _draw_beam(self, lens: Lens, mother: Queen, body: Body, frame: Frame, spot: tuple[float, float]) -> None:
        horn = _anchor(frame, "horn", spot)
        age = mother.age - BEAM.telegraph
        if age < 0:
            share = mother.age / BEAM.telegraph
            lens.light("blue", 96, *horn, 0.3 + 0.7 * share)
            lens.light("white", 48, *horn, share)
            draw_dashes(lens, straight(horn, (beam_ground_x(body, 0), GROUND_Y)), BEAM_WARNING, mother.age, 1)
            _draw(lens, self._weapons["horn_charge"].part(mother.age, BEAM.telegraph), horn)
            self._draw_gathering(lens, horn, mother.age, share)
        elif age < BEAM.strike:
            end = beam_ground_x(body, age / BEAM.strike), GROUND_Y + 4
            self._horn_beam.draw(lens, horn, end, mother.age)
            self._horn_beam.light(lens, "blue", horn, end, 0.45)
            _draw(lens, self._weapons[f"horn_muzzle/{FACINGS[body.facing]}"].at(mother.age), horn)
            _draw(lens, self._weapons["horn_impact"].at(mother.age), (end[0], end[1] + 4))
            for x, y in (horn, end):
                lens.light("white", 96, x, y, 0.9)

    def _draw_thrust(self, lens: Lens, mother: Queen, body: Body, spot: tuple[float, float]) -> None:
        """The leg is too fast to see: the streak of its way, which fades from its start."""
        age = mother.age - IMPALE.telegraph
        if not 0 <= age < THRUST_TICKS:
            return
        far = spot[0] + IMPALE.far * body.facing
        way = bent((spot[0] + 110 * body.facing, spot[1] - 190), (far, spot[1] - 170), (far, GROUND_Y - 2), 24)
        begins = min(20, age * 20 // THRUST_TICKS)
        draw_strand(lens, way[begins:], ((THRUST_EDGE, max(1, 7 - age // 2)), (THRUST_CORE, max(1, 3 - age // 4))))
        lens.light("blue", 96, far, GROUND_Y - 10, 0.8 * (1 - age / THRUST_TICKS))

    def _draw_gathering(self, lens: Lens, horn: tuple[float, float], age: int, share: float) -> None:
        """Light that runs into the horn."""
        for number in range(3 + round(7 * share)):
            angle = number * 2.4
            away = 60 * (1 - (age / 26 + number * 0.37) % 1)
            x, y = horn[0] + math.cos(angle) * away, horn[1] + math.sin(angle) * away
            tail = horn[0] + math.cos(angle) * (away + 8), horn[1] + math.sin(angle) * (away + 8)
            draw_strand(lens, [tail, (x, y)], (((132, 208, 255), 1),))

    def _draw_shield(self, lens: Lens, mother: Queen, body: Body, frame: Frame, spot: tuple[float, float]) -> None:
        """The crest's field, before her visor."""
        visor = _anchor(frame, "visor", spot)
        side = FACINGS[body.facing]
        closing = self._weapons[f"crest_barrier/close/{side}"]
        closes = closing.ticks * len(closing.frames)
        deflect = self._weapons[f"barrier_deflect/{side}"]
        struck = self._since_deflected < deflect.ticks * len(deflect.frames)
        strip = closing if mother.age < closes else deflect if struck else self._weapons[f"crest_barrier/{side}"]
        _draw(lens, strip.at(self._since_deflected if struck else mother.age), visor)
        for dy in (-56, 0, 56):
            lens.light("blue", 96, visor[0] + 66 * body.facing, visor[1] + dy, 0.35)

    def _draw_lashes(self, lens: Lens, mother: Queen, body: Body, frame: Frame, spot: tuple[float, float]) -> None:
        """Five whips swing up, then come down along the street, farther and farther."""
        age = mother.age - WHIPS.telegraph
        raised = min(1.0, mother.age / WHIPS.telegraph)
        back = min(1.0, max(0.0, (age - WHIPS.strike) / (WHIPS.recover * 0.6)))
        part = min(1.0, max(0.0, age / WHIPS.strike)) * (1 - back)
        reach = tuning.WHIP_REACH * part
        curves, tips = [], []
        for number, name in enumerate(WHIP_ROOTS):
            root = _anchor(frame, name, spot)
            wave = math.sin(mother.age * 0.5 + number * 1.9)
            if age < 0 or back > 0.6:
                tip = root[0] + (30 - 70 * raised + 12 * number) * body.facing, root[1] - 70 * raised + 10 * wave
                knee = root[0] - 30 * body.facing, root[1] - 40 + 16 * wave
            else:
                far = max(46.0, reach - 34 * number)
                tip = spot[0] + far * body.facing, GROUND_Y - 4 - 12 * number + 8 * wave
                knee = spot[0] + far * 0.7 * body.facing, spot[1] - LASH_LIFT - 26 * number + 30 * wave
                lens.light("red", 96, *tip, 0.6)
                tips.append(tip)
            curves.append(bent(root, knee, tip, WHIP_POINTS))
        self._draw_whips(lens, curves)
        for curve in curves:
            for x, y in curve[::50]:
                lens.light("red", 96, x, y, 0.3)
        crack = self._weapons["whip/crack"]
        for number, tip in enumerate(tips):
            _draw(lens, crack.at((age + 4 * number) % CRACK_TICKS), tip)
        if age < 0:
            far = spot[0] + tuning.WHIP_REACH * body.facing
            arc = bent(_anchor(frame, "stump", spot), (far, spot[1] - 190), (far, GROUND_Y), 40)
            draw_dashes(lens, arc, WHIP_WARNING, mother.age, 1)

    def _draw_idle_whips(self, lens: Lens, mother: Queen, body: Body, frame: Frame, spot: tuple[float, float]) -> None:
        lens.light("red", 96, *_anchor(frame, "stump", spot), 0.7)
        curves = []
        for number, name in enumerate(WHIP_ROOTS):
            root = _anchor(frame, name, spot)
            sway = math.sin(mother.age * 0.09 + number * 1.3)
            length = IDLE_WHIP - 6 * number
            tip = root[0] + (length + 14 * sway) * body.facing, root[1] - 34 + 17 * number + 12 * sway
            knee = root[0] + (18 - 14 * sway) * body.facing, root[1] - 44 + 10 * number
            curves.append(bent(root, knee, tip, WHIP_POINTS // 2))
        self._draw_whips(lens, curves, thin=2)

    def _draw_whips(self, lens: Lens, curves: list[list[tuple[float, float]]], thin: int = 0) -> None:
        """All halos, then all bodies, then all cores, so that no whip cuts another's light; `thin` widths left out."""
        for name in WHIP_COATS:
            stamps = self._weapons[name].frames[thin:]
            blits = []
            for curve in curves:
                for step, (x, y) in enumerate(curve):
                    stamp = stamps[step * len(stamps) // len(curve)]
                    left, top = lens.spot(x, y)
                    blits.append((stamp.image, (left - stamp.pivot_x, top - stamp.pivot_y)))
            lens.canvas.fblits(blits)


def _anchor(frame: Frame, name: str, spot: tuple[float, float]) -> tuple[float, float]:
    x, y = frame.anchors[name]
    return spot[0] + x, spot[1] + y


def _draw(lens: Lens, frame: Frame, place: tuple[float, float]) -> None:
    lens.blit(frame.image, *place, frame.pivot_x, frame.pivot_y)
