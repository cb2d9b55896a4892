"""Blows: claw slashes, bites, guard sparks, hits, the roar, gunfire."""

import math
from dataclasses import dataclass

import numpy as np

from sprites.bake.effects_field import (
    NOWHERE,
    Field,
    both_facings,
    centred,
    clear,
    draw_line,
    draw_path,
    looping_noise,
    offsets,
    put,
    ramp,
    snap,
    without_lone_pixels,
)
from sprites.bake.sheet import Frame, Pixels, Point, Strip

SLASH_THRESHOLDS = (0.0, 0.2, 0.4, 0.6, 0.78)
CURVE_SAMPLES = 72


# ---- claw slashes: strokes along curves, cut by a window that runs from tail to head


@dataclass(frozen=True, slots=True)
class Stroke:
    """A quadratic Bezier curve in px from the shoulder (x forward, y down), and its greatest half width."""

    start: Point
    bend: Point
    end: Point
    half_width: float
    delay: float = 0.0  # how far, in stroke lengths, it runs behind the first one


# The three blows of the chain read apart by shape: a raking fall, a backhand that fans up and out, and a slam
# whose three claws meet in one broad crescent.
SLASHES: dict[str, tuple[Stroke, ...]] = {
    "claw1": (
        Stroke((2, -50), (52, -44), (40, 26), 3.6),
        Stroke((4, -40), (40, -34), (28, 30), 3.0, 0.05),
        Stroke((4, -30), (28, -24), (16, 32), 2.4, 0.10),
    ),
    "claw2": (
        Stroke((-14, 12), (34, 8), (70, -40), 3.4),
        Stroke((-14, 17), (38, 14), (78, -16), 3.2, 0.04),
        Stroke((-12, 22), (36, 22), (76, 6), 2.6, 0.08),
        Stroke((-8, 27), (30, 32), (62, 26), 2.0, 0.14),
    ),
    "claw3": (
        Stroke((-22, -62), (86, -58), (60, 44), 8.5),
        Stroke((-8, -52), (66, -44), (48, 46), 3.4, 0.06),
        Stroke((4, -44), (46, -34), (36, 48), 2.6, 0.12),
        Stroke((60, 44), (74, 34), (92, 40), 2.2, 0.0),
        Stroke((54, 46), (60, 52), (78, 54), 1.8, 0.0),
    ),
}
SLASH_WINDOWS = (
    (0.0, 0.55),
    (0.04, 1.0),
    (0.26, 1.0),
    (0.52, 1.0),
    (0.74, 1.0),
)  # tail and head, a frame each
SLASH_WEIGHT = (1.0, 1.1, 0.8, 0.5, 0.3)  # share of the half width, a frame each
SLASH_CANVAS, SLASH_ORIGIN = (136, 136), (30, 70)  # px


def stroke_field(stroke: Stroke, tail: float, head: float, weight: float) -> Field:
    """1 on the curve's middle line, 0 on its edge; the width swells towards the head and ends in points."""
    height, width = SLASH_CANVAS
    x, y = offsets(height, width, *SLASH_ORIGIN)
    best = np.full(SLASH_CANVAS, NOWHERE)
    for sample in range(CURVE_SAMPLES):
        along = sample / (CURVE_SAMPLES - 1)
        inside = (along - stroke.delay - tail) / max(0.01, head - tail)
        if not 0 < inside <= 1:
            continue
        back, mid, fore = (1 - along) ** 2, 2 * along * (1 - along), along**2
        at_x = back * stroke.start[0] + mid * stroke.bend[0] + fore * stroke.end[0]
        at_y = back * stroke.start[1] + mid * stroke.bend[1] + fore * stroke.end[1]
        half_width = stroke.half_width * weight * math.sin(math.pi * inside**1.4) ** 0.8 + 0.4
        best = np.maximum(best, 1 - np.hypot(x - at_x, y - at_y) / half_width)
    return best


def slash(strokes: tuple[Stroke, ...]) -> list[Frame]:
    """The head of the sweep, the whole of it, then three frames of thinning and breaking; pivot: shoulder."""
    noise = looping_noise(len(SLASH_WINDOWS), *SLASH_CANVAS, 2.6, 17)
    frames = []
    for index, ((tail, head), weight) in enumerate(zip(SLASH_WINDOWS, SLASH_WEIGHT, strict=True)):
        field = np.full(SLASH_CANVAS, NOWHERE)
        for stroke in strokes:
            field = np.maximum(field, stroke_field(stroke, tail, head, weight))
        broken = max(0, index - 1) * 0.28
        field = field - np.clip(noise[index] + 0.2, 0, 1) * broken * 1.6
        picture = without_lone_pixels(snap(field, ramp("slash"), SLASH_THRESHOLDS, 0.12))
        frames.append(Frame(picture, SLASH_ORIGIN))
    return frames


# ---- sparks of contact


def star(side: int, radius: float, points: int, turn: float, sharpness: int = 24) -> Field:
    """A burst with `points` rays: 1 in the middle, 0 at the tips."""
    x, y = offsets(side, side, side / 2, side / 2)
    distance, angle = np.hypot(x, y), np.arctan2(y, x)
    rays = np.abs(np.cos((angle - turn) * points / 2)) ** sharpness
    tips = np.where(rays > 0.2, (1.0 - distance / radius) * (0.5 + 0.5 * rays), NOWHERE)
    return np.maximum(1.0 - distance / (radius * 0.42), tips)


def flying_sparks(picture: Pixels, reach: float, spread: float, colours: str, seed: int, count: int) -> None:
    """Short streaks thrown from the middle, `reach` px out."""
    dice = np.random.default_rng(seed)
    middle = picture.shape[1] / 2
    tones = ramp(colours)
    for _ in range(count):
        angle, speed = dice.uniform(0, 2 * math.pi), dice.uniform(0.6, 1.2)
        outer, inner = reach * speed, max(0.0, reach * speed - spread)
        tip = (middle + math.cos(angle) * outer, middle + math.sin(angle) * outer + reach * reach * 0.006)
        root = (middle + math.cos(angle) * inner, middle + math.sin(angle) * inner)
        draw_line(picture, root, tip, tones[-3])
        put(picture, *tip, tones[-1])


def hit_sparks(side: int, radius: float, seed: int) -> list[Frame]:
    """A blow lands: a white star, then streaks that fly and fall."""
    frames = []
    for index in range(5):
        picture = clear(side, side)
        if index < 2:
            field = star(side, radius * (0.8, 1.0)[index], 6, 0.3 + index * 0.4)
            picture = snap(field, ramp("fire")[2:], (0.05, 0.2, 0.34, 0.48, 0.6))
        if index:
            flying_sparks(picture, radius * (0.4 + 0.28 * index), 5 - index, "fire", seed, 7 + int(radius / 2))
        frames.append(centred(picture))
    return frames


def guard_spark(seed: int) -> list[Frame]:
    """A blow glances off the shell: a flat cold star and bent chips of light."""
    side = 56
    frames = []
    for index in range(5):
        x, y = offsets(side, side, side / 2, side / 2)
        ring_radius = 6 + index * 4.5
        angle = np.arctan2(y, x)
        plates = np.abs(np.cos(angle * 3)) > 0.35 + 0.12 * index
        ring = np.where(plates, 0.9 - np.abs(np.hypot(x, y) - ring_radius) / (3.0 - index * 0.4), NOWHERE)
        burst = star(side, 22 - index * 4, 4, 0.0) - 0.15 * index if index < 3 else np.full(x.shape, NOWHERE)
        picture = snap(np.maximum(ring, burst), ramp("slash"), (0.04, 0.24, 0.42, 0.58, 0.72))
        if index:
            flying_sparks(picture, 6 + index * 5, 4, "fire", seed, 8)
        frames.append(centred(picture))
    return frames


def bite_flash() -> list[Frame]:
    """Two mandibles close: red crescents that meet in a white cross."""
    side = 28
    frames = []
    for index, gap in enumerate((7.0, 4.0, 0.5, 0.0)):
        x, y = offsets(side, side, side / 2, side / 2)
        field = np.full(x.shape, NOWHERE)
        if index < 3:
            for sign in (-1, 1):
                bow = np.hypot(x + 4, y - sign * (gap + 9)) - 9
                inside = np.abs(x - 1) < 8
                field = np.maximum(field, np.where(inside, 1 - np.abs(bow) / (2.2 - np.abs(x - 1) * 0.2), NOWHERE))
        if index >= 2:
            field = np.maximum(field, star(side, 12 - (index - 2) * 3, 4, math.pi / 4) - (index - 2) * 0.2)
        picture = snap(field, ramp("bite"), (0.03, 0.2, 0.4, 0.58, 0.74))
        frames.append(centred(without_lone_pixels(picture)))
    return frames


def ichor(seed: int) -> list[Frame]:
    """A soldier is torn: amber drops thrown out, falling; no gore."""
    side = 40
    dice = np.random.default_rng(seed)
    drops = [(dice.uniform(0, 2 * math.pi), dice.uniform(0.4, 1.1), int(dice.integers(3, 6))) for _ in range(14)]
    frames = []
    for index in range(5):
        picture = clear(side, side)
        age = (index + 1) / 5
        for angle, speed, tone in drops:
            reach = 17 * speed * (1 - (1 - age) ** 2)
            x, y = side / 2 + math.cos(angle) * reach, side / 2 + math.sin(angle) * reach + 9 * age * age
            put(picture, x, y, ramp("fire")[max(1, tone - index // 2)])
            if age < 0.7:
                put(picture, x - math.cos(angle), y - math.sin(angle), ramp("fire")[2])
        frames.append(centred(picture))
    return frames


# ---- the roar: arcs that leave the jaws


def roar_ring(seed: int) -> list[Frame]:
    """Concentric arcs 110 degrees wide, breaking up as they spread to the right; pivot in the jaws."""
    height, width, origin = 176, 112, (8, 88)
    noise = looping_noise(6, height, width, 3.0, seed)
    frames = []
    for index in range(6):
        x, y = offsets(height, width, *origin)
        distance, angle = np.hypot(x, y), np.abs(np.degrees(np.arctan2(y, x)))
        field = np.full(x.shape, NOWHERE)
        for arc in range(3):
            radius = 10 + (index + 1) * 14.5 - arc * 13
            if radius < 8:
                continue
            half_width = (3.4 - 0.34 * index) * (1 - 0.22 * arc)
            edge = np.clip((55 - angle) / 12, -1, 1)
            line = 1 - np.abs(distance - radius) / half_width - np.clip(0.5 - edge, 0, 2)
            field = np.maximum(field, line - noise[index] * 0.22 * index - 0.05 * index)
        field = np.where(angle < 54, field, NOWHERE)
        picture = snap(field, ramp("roar"), (0.04, 0.26, 0.46, 0.64, 0.82), 0.16)
        frames.append(Frame(without_lone_pixels(picture), origin))
    return frames


# ---- guns


def tracer(degrees: float) -> list[Frame]:
    """A round in flight: a white head on an orange streak; pivot at its head."""
    side, middle = 40, 20
    turn = math.radians(degrees)
    frames = []
    for length in (16, 12):
        picture = clear(side, side)
        for back in range(length, -1, -1):
            tone = 6 if back < 3 else 5 if back < 6 else 4 if back < 9 else 3 if back < 13 else 2
            put(picture, middle - math.cos(turn) * back, middle - math.sin(turn) * back, ramp("fire")[tone])
        frames.append(Frame(picture, (middle, middle)))
    return frames


def gun_flash() -> list[Frame]:
    """A gun's muzzle: three uneven stars, flat to the right; pivot at the muzzle."""
    side = 24
    frames = []
    for index, (reach, thickness) in enumerate(((9, 3.2), (11, 2.2), (6, 2.4))):
        x, y = offsets(side, side, 6, side / 2)
        flame = np.where(x > -1, 1.1 - np.abs(y) / thickness - np.clip(x, 0, None) / reach, NOWHERE)
        field = np.maximum(flame, star(side, 7, 4, 0.78 + index) - 0.25)
        field = np.where(x > -4, field, NOWHERE)
        frames.append(Frame(snap(field, ramp("fire")[2:], (0.02, 0.2, 0.4, 0.6, 0.8)), (6, side // 2)))
    return frames


def wire_sparks(kind: str, seed: int) -> list[Frame]:
    """Looping sparks: a `fountain` from a cut on the ground, or a `shower` under a broken insulator."""
    height, width = (50, 60) if kind == "fountain" else (72, 44)
    origin = (width / 2, height - 6.0) if kind == "fountain" else (width / 2, 2.0)
    dice = np.random.default_rng(seed)
    sparks = [(dice.uniform(0.5, 2.64), dice.uniform(16, 44), dice.uniform(0, 1)) for _ in range(26)]
    frames = []
    for index in range(6):
        picture = clear(height, width)
        for number, (angle, speed, start) in enumerate(sparks):
            life = (index / 6 + start) % 1
            tones = ramp("electric")[1:] if number % 4 == 0 else ramp("fire")[2:]
            tone = tones[max(0, len(tones) - 1 - int(life * len(tones)))]
            if kind == "fountain":
                x = origin[0] + math.cos(angle) * speed * life
                y = origin[1] - math.sin(angle) * speed * life + 34 * life * life
                path = [(x, y), (x - math.cos(angle) * 3 * (1 - life), y + 2 - 4 * life)]
            else:
                x = origin[0] + (angle - 1.57) * 12 * (0.3 + life)
                y = origin[1] + life * life * (height - 6)
                path = [(x, y), (x, y - 3 * life)]
            draw_path(picture, path, tone)
        frames.append(Frame(picture, (int(origin[0]), int(origin[1]))))
    return frames


def strike_strips() -> list[Strip]:
    strips: list[Strip] = []
    for name, strokes in SLASHES.items():
        strips += both_facings(f"slash/{name}", slash(strokes), 3)
    for name, side, radius in (("S", 24, 8.0), ("L", 64, 20.0)):
        strips.append(Strip(f"hit_sparks/{name}", tuple(hit_sparks(side, radius, 21)), 3))
    strips.append(Strip("guard_spark", tuple(guard_spark(23)), 3))
    strips.append(Strip("bite_flash", tuple(bite_flash()), 3))
    strips.append(Strip("ichor", tuple(ichor(29)), 4))
    strips += both_facings("roar_ring", roar_ring(37), 4)
    for name, degrees in (("level", 0.0), ("down", 24.0), ("up", -24.0)):
        strips += both_facings(f"tracer/{name}", tracer(degrees), 2, True)
    strips += both_facings("muzzle/gun", gun_flash(), 2)
    for kind in ("fountain", "shower"):
        strips.append(Strip(f"sparks/{kind}", tuple(wire_sparks(kind, 41)), 4, True))
    return strips
