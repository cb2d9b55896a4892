"""The sheet `army_combat`: a fighter lets go of its missile, a truck fires. Posed like the sheet `army`."""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from sprites.bake.effects_debris import DEBRIS_SOURCE
from sprites.bake.effects_dust import smoke_puff
from sprites.bake.effects_field import RAMPS_SOURCE, Colour, clear, lay, put, ramp, with_stamp
from sprites.bake.sheet import Frame, Pixels, Point, Strip
from sprites.bake.soldiers import SOURCE as SOLDIER_SOURCE
from sprites.bake.targets import Target
from sprites.bake.vehicle_mesh import View, turned
from sprites.bake.vehicles import ARMY_SOURCE, FACINGS, flash_at, framed, missile_strips, posed, raised, ramps

BAKE = Path(__file__).parent
TRUCK_ELEVATION = 42.0  # degrees, the last frame of `truck/raise`
TRUCK_TURN = turned(-16, 0, 0, 12)
MISSILE_LEVEL = {"right": 0, "left": 8}  # headings of `missile/*`


def with_rocket_smoke(pixels: Pixels, start: Point, end: Point, age: int) -> Pixels:
    """A trail of puffs from where the missile was to where it is, older and wider at its start."""
    length = math.hypot(end[0] - start[0], end[1] - start[1])
    count = max(1, int(length / 6))
    for number in range(count):
        along = number / count
        puff = smoke_puff(5 + int(3 * (1 - along)), 19 + number % 3)[min(7, int(age * (1 - along) * 1.2) + 1)]
        place = (start[0] + (end[0] - start[0]) * along, start[1] + (end[1] - start[1]) * along)
        pixels = with_stamp(pixels, _whitened(puff.pixels), puff.pivot, place)
    return pixels


def _whitened(smoke: Pixels) -> Pixels:
    """Dark smoke in the tones of rocket vapour."""
    result = smoke.copy()
    for dark, light in zip(ramp("smoke"), ramp("vapour"), strict=True):
        same = (smoke[..., :3] == np.array(dark, np.uint8)).all(2) & (smoke[..., 3] > 0)
        result[same, :3] = _below_white(light)
    return result


def _below_white(colour: Colour) -> Colour:
    """No vapour is whiter than Gamera's rim."""
    red, green, blue = colour
    return min(red, 184), min(green, 188), min(blue, 196)


def fighter_release(facing: str) -> list[Frame]:
    """The missile drops from the wing, lights, and is away; five frames. Anchor `missile`: where it is."""
    sign = FACINGS[facing]
    view = View(240, 84, 70 if sign > 0 else 170, 36, sign)
    shot = {strip.name: strip for strip in missile_strips()}[f"missile/{MISSILE_LEVEL[facing]}"]
    frames = []
    for index, (ahead, below) in enumerate(((0, 2), (4, 6), (22, 9), (58, 10), (112, 10))):
        drawing = posed("fighter", turned(roll=-10, elevation=5), view)
        rail = drawing.anchors["missile"]
        place = (rail[0] + ahead * sign, rail[1] + below)
        pixels = clear(view.height, view.width)
        if index > 1:
            pixels = with_rocket_smoke(
                pixels, (rail[0] + 8 * sign, rail[1] + 9), (place[0] - 14 * sign, place[1]), index
            )
        pixels = lay(pixels, drawing.painted(ramps()))
        missile = shot.frames[index % 2]
        body = missile.pixels if index > 1 else _unlit(missile.pixels)
        pixels = with_stamp(pixels, body, missile.pivot, place)
        nozzle = drawing.anchors["nozzle"]
        for step in range(10 + index % 2 * 3):
            for side in (-1, 0, 1) if step < 5 else (0,):
                put(pixels, nozzle[0] - step * sign, nozzle[1] + side, ramp("fire")[max(2, 5 - step // 2)])
        frame = framed(pixels, view, drawing)
        frames.append(
            Frame(frame.pixels, frame.pivot, {**frame.anchors, "missile": (place[0] - view.x, place[1] - view.y)})
        )
    return frames


def _unlit(missile: Pixels) -> Pixels:
    """The missile before its motor burns."""
    result = missile.copy()
    for tone in ramp("fire"):
        result[(missile[..., :3] == np.array(tone, np.uint8)).all(2)] = 0
    return result


def truck_fire(facing: str) -> list[Frame]:
    """The raised rack fires: flash, back-blast, the truck rocks; five frames. The missile itself flies in the game."""
    sign = FACINGS[facing]
    view = View(260, 170, 90 if sign > 0 else 170, 158, sign)
    angle = math.radians(TRUCK_ELEVATION)
    rising = (math.cos(angle) * sign, -math.sin(angle))
    smoke = smoke_puff(12, 23)
    frames = []
    for index, rock in enumerate((0.0, -1.6, -1.0, -0.4, 0.0)):
        drawing = posed("truck", turned(-16, rock, 0, 12), view, {"rack": raised(TRUCK_ELEVATION)})
        muzzle_at = np.array([-25 + 32 * math.cos(angle) - 4, 3.4 + 4 + 32 * math.sin(angle), 0])
        x, y, _ = view.project(muzzle_at, TRUCK_TURN)
        muzzle, breech = (float(x), float(y)), (float(x) - rising[0] * 33, float(y) - rising[1] * 33)
        pixels = clear(view.height, view.width)
        for back in range(3 if index else 0):
            puff = smoke[min(7, index + back)]
            place = (breech[0] - (6 + 9 * back + index * 2) * sign, breech[1] + 6 - back * 3 - index)
            pixels = with_stamp(pixels, _whitened(puff.pixels), puff.pivot, place)
        if index < 2:
            pixels = flash_at(pixels, (breech[0] - 3 * sign, breech[1] + 2), 9 - 3 * index, index)
        pixels = lay(pixels, drawing.painted(ramps()))
        if index < 2:
            pixels = flash_at(pixels, (muzzle[0] + rising[0] * 4, muzzle[1] + rising[1] * 4), 8 - 3 * index, 0.4)
        frames.append(framed(pixels, view, drawing))
    return frames


def draw_army_combat() -> Mapping[str, Sequence[Strip]]:
    strips = []
    for facing in FACINGS:
        strips += [
            Strip(f"fighter/release/{facing}", tuple(fighter_release(facing)), 4),
            Strip(f"truck/fire/{facing}", tuple(truck_fire(facing)), 4),
        ]
    return {"army_combat": strips}


ARMY_COMBAT = Target(
    "army_combat",
    (
        *(BAKE / f"{name}.py" for name in ("vehicles_combat", "vehicles", "vehicle_mesh", "soldiers")),
        *(BAKE / f"effects_{family}.py" for family in ("debris", "dust", "field", "fire", "strikes")),
        ARMY_SOURCE,
        DEBRIS_SOURCE,
        SOLDIER_SOURCE,
        RAMPS_SOURCE,
    ),
    draw_army_combat,
)
