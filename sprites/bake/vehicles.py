"""The sheet `army`: helicopters, fighters, tanks, missile trucks, missiles and cars, from `army.toml`."""

import math
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import msgspec
import numpy as np

from sprites.bake.effects_debris import DEBRIS_SOURCE, inked
from sprites.bake.effects_dust import smoke_puff
from sprites.bake.effects_field import (
    RAMPS_SOURCE,
    Colour,
    both_facings,
    clear,
    draw_line,
    lay,
    put,
    ramp,
    snap,
    with_stamp,
)
from sprites.bake.effects_fire import FireballSize, fireball, standing_fire
from sprites.bake.effects_strikes import star
from sprites.bake.sheet import Frame, Pixels, Point, Strip
from sprites.bake.soldiers import stamp_rows
from sprites.bake.targets import SPRITES, Target
from sprites.bake.vehicle_mesh import Drawing, Matrix, Model, View, draw_model, turned

ARMY_SOURCE = SPRITES / "puppets" / "army.toml"
FACINGS = {"right": 1, "left": -1}
HEADINGS = 16  # directions a missile is drawn in, clockwise from the right
ROTOR_BLADE = 24  # px
DISC_DOTS = 140  # that the rim of a turning rotor is drawn of
ENGINE_FIRE = FireballSize(6, 24, 2.6)  # drawn as falling, so that it burns upwards


class Car(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    ramp: str
    stamp: str


class ArmySource(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    ramps: dict[str, tuple[str, ...]]
    models: dict[str, Model]
    cars: dict[str, Car]


@cache
def load_army() -> ArmySource:
    return msgspec.convert(tomllib.loads(ARMY_SOURCE.read_text(encoding="utf-8")), ArmySource)


@cache
def ramps() -> Mapping[str, tuple[Colour, ...]]:
    def rgb(colour: str) -> Colour:
        return int(colour[0:2], 16), int(colour[2:4], 16), int(colour[4:6], 16)

    return {name: tuple(rgb(colour) for colour in row) for name, row in load_army().ramps.items()}


def posed(name: str, matrix: Matrix, view: View, moved: Mapping[str, Matrix] | None = None) -> Drawing:
    return draw_model(load_army().models[name], matrix, view, tuple(ramps()), moved).edged()


def framed(pixels: Pixels, view: View, drawing: Drawing) -> Frame:
    """A frame that hangs at the model's origin, with the model's anchors."""
    pivot = (round(view.x), round(view.y))
    anchors = {name: (x - pivot[0], y - pivot[1]) for name, (x, y) in drawing.anchors.items()}
    return Frame(pixels, pivot, anchors)


def flash_at(pixels: Pixels, point: Point, radius: float, turn: float) -> Pixels:
    """A muzzle flash laid over the picture."""
    side = int(radius * 3) * 2
    burst = snap(star(side, radius * 1.4, 5, turn), ramp("fire")[2:], (0.04, 0.2, 0.36, 0.52, 0.68))
    return with_stamp(pixels, burst, (side // 2, side // 2), point)


# ---- helicopter


def rotor_arm(angle: float) -> Matrix:
    return np.array([math.cos(angle), 0, math.sin(angle)]) * ROTOR_BLADE


def with_rotor(hull: Pixels, drawing: Drawing, view: View, matrix: Matrix, blade_turn: int) -> Pixels:
    """Two blades in the sheen of their disc, and the tail rotor. They move too fast to have an ink line."""
    pixels, metal = hull.copy(), ramps()["metal"]
    hub = np.array(load_army().models["helicopter"].anchors["hub"])
    for step in range(DISC_DOTS):
        x, y, _ = view.project(hub + rotor_arm(step * 2 * math.pi / DISC_DOTS), matrix)
        if (math.floor(x) + blade_turn) % 3:
            put(pixels, x, y, metal[2])
    turn = (0.15, 1.2, 2.25)[blade_turn]
    for blade in range(2):
        (x0, y0, _), (x1, y1, _) = view.project(np.array([hub, hub + rotor_arm(turn + blade * math.pi)]), matrix)
        knee = (x0 * 0.3 + x1 * 0.7, y0 * 0.3 + y1 * 0.7)
        draw_line(pixels, (x0, y0 + 1), (x1, y1 + 1), metal[0])
        draw_line(pixels, (x0, y0), knee, metal[3])
        draw_line(pixels, knee, (x1, y1), metal[4 + blade])
    tail_x, tail_y = drawing.anchors["tail_rotor"]
    spin = blade_turn * 2.1 + 0.3
    across, up = 3.5 * math.cos(spin), 4 * math.sin(spin)
    draw_line(pixels, (tail_x - across, tail_y - up), (tail_x + across, tail_y + up), metal[4])
    return pixels


def helicopter_strips(facing: str) -> list[Strip]:
    view = View(100, 64, 50, 34, FACINGS[facing])
    level: list[Frame] = []
    bank: list[Frame] = []
    fire: list[Frame] = []
    for blade in range(3):
        for frames, matrix in (
            (level, turned(pitch=-5)),
            (bank, turned(yaw=-22, pitch=-6, roll=-34, elevation=16)),
        ):
            drawing = posed("helicopter", matrix, view)
            pixels = with_rotor(drawing.painted(ramps()), drawing, view, matrix, blade)
            put(pixels, *drawing.anchors["engine"], ramp("bite")[3 if blade else 2])
            frames.append(framed(pixels, view, drawing))
    for index in range(4):
        drawing = posed("helicopter", turned(pitch=-9), view)
        pixels = with_rotor(drawing.painted(ramps()), drawing, view, turned(pitch=-9), index % 3)
        gun = drawing.anchors["gun"]
        if index % 2 == 0:
            pixels = flash_at(pixels, (gun[0] + 3 * FACINGS[facing], gun[1]), 6, index)
        if index in (1, 2):
            pixels = flash_at(pixels, drawing.anchors["pod"], 7, index)
        fire.append(framed(pixels, view, drawing))
    return [
        Strip(f"helicopter/level/{facing}", tuple(level), 2, True),
        Strip(f"helicopter/bank/{facing}", tuple(bank), 2, True),
        Strip(f"helicopter/fire/{facing}", tuple(fire), 3, True),
        Strip(f"helicopter/fall/{facing}", tuple(helicopter_fall(facing)), 5),
        Strip(f"helicopter/wreck/{facing}", tuple(helicopter_wreck(facing)), 6, True),
    ]


def helicopter_fall(facing: str) -> list[Frame]:
    """Hit: it spins, tail low, its engine burning; pivot in the hull."""
    view = View(110, 110, 55, 66, FACINGS[facing])
    flames, smoke = fireball(ENGINE_FIRE, 90, 5), smoke_puff(10, 7)
    frames = []
    for index in range(6):
        matrix = turned(index * 62, 14 - index * 9, (-1) ** index * 20 + index * 8, 14)
        drawing = posed("helicopter", matrix, view)
        pixels = clear(view.height, view.width)
        engine = drawing.anchors["engine"]
        for back in range(3):
            puff = smoke[min(7, 1 + back * 2)]
            drift = (engine[0] - (4 + 7 * back) * FACINGS[facing], engine[1] - 10 - 11 * back)
            pixels = with_stamp(pixels, puff.pixels, puff.pivot, drift)
        hull = drawing.painted(ramps())
        pixels = lay(pixels, with_rotor(hull, drawing, view, matrix, index % 3) if index < 4 else hull)
        flame = flames[index % len(flames)]
        pixels = with_stamp(pixels, flame.pixels, flame.pivot, engine)
        frames.append(framed(pixels, view, drawing))
    return frames


def helicopter_wreck(facing: str) -> list[Frame]:
    """On its side in the street, burning; pivot on the ground."""
    view = View(100, 76, 50, 57, FACINGS[facing])
    drawing = posed("helicopter", turned(10, -7, 64, 20), view).charred().edged()
    drawing.material[view.height - 10 :] = -1
    for end in ((20, 38), (84, 44)):
        drawing.line((50, 52), end, "dark", 3)
    hull = drawing.painted(ramps())
    return _burning(
        hull, (50 - 12 * FACINGS[facing], view.height - 14), standing_fire(22, 36, 9), (50, view.height - 10)
    )


def _burning(hull: Pixels, root: tuple[int, int], flames: Sequence[Frame], pivot: tuple[int, int]) -> list[Frame]:
    return [
        Frame(with_stamp(hull, flame.pixels, flame.pivot, root), pivot, {"fire": (root[0] - pivot[0], -4.0)})
        for flame in flames[::2]
    ]


# ---- fighter


def fighter_strips(facing: str) -> list[Strip]:
    poses = {
        "level": (turned(roll=-6, elevation=5),) * 2,
        "bank": tuple(turned(-14, 4, roll) for roll in (-18, -42, -66)),
        "climb": tuple(turned(-8, pitch, -20) for pitch in (14, 34, 58)),
    }
    view = View(110, 84, 55, 42, FACINGS[facing])
    strips = []
    for name, matrices in poses.items():
        frames = []
        for index, matrix in enumerate(matrices):
            drawing = posed("fighter", matrix, view)
            pixels = drawing.painted(ramps())
            backwards = matrix @ np.array([-1.0, 0, 0]) * (FACINGS[facing], -1, 1)
            for step in range(10 + index % 2 * 3):
                nozzle = drawing.anchors["nozzle"]
                at = (nozzle[0] + backwards[0] * step, nozzle[1] + backwards[1] * step)
                tone = ramp("fire")[max(2, 6 - step // 2)]
                for side in (-1, 0, 1) if step < 5 else (0,):
                    put(pixels, at[0], at[1] + side, tone)
            frames.append(framed(pixels, view, drawing))
        strips.append(Strip(f"fighter/{name}/{facing}", tuple(frames), 4, name == "level"))
    return strips


# ---- tank


def shift(x: float = 0, y: float = 0) -> Matrix:
    move = np.eye(4)
    move[:2, 3] = (x, y)
    return move


def tank_strips(facing: str) -> list[Strip]:
    sign = FACINGS[facing]
    view = View(140, 56, 70, 46, sign)
    move, fire = [], []
    for index in range(3):
        drawing = posed("tank", turned(-16, 0, 0, 12), view)
        roll_wheels(drawing, view, index)
        move.append(framed(drawing.painted(ramps()), view, drawing))
    smoke = smoke_puff(8, 13)
    for index, (recoil, pitch) in enumerate(((5, 2.5), (3, 1.5), (2, 1), (1, 0), (0, 0))):
        drawing = posed("tank", turned(-16, pitch, 0, 12), view, {"gun": shift(-recoil)})
        pixels = drawing.painted(ramps())
        muzzle = drawing.anchors["muzzle"]
        if index < 2:
            pixels = flash_at(pixels, (muzzle[0] + 4 * sign, muzzle[1]), (12, 8)[index], index)
        else:
            puff = smoke[index * 2 - 3]
            pixels = with_stamp(pixels, puff.pixels, puff.pivot, (muzzle[0] + 8 * sign, muzzle[1]))
        fire.append(framed(pixels, view, drawing))
    burnt = posed("tank", turned(-16, -4, 0, 12), view, {"gun": shift(-2, -3)}).charred().edged()
    hull = np.concatenate([clear(24, view.width), burnt.painted(ramps())])
    wreck = _burning(hull, (70 - 8 * sign, 24 + 38), standing_fire(24, 40, 17), (70, 24 + 46))
    return [
        Strip(f"tank/move/{facing}", tuple(move), 4, True),
        Strip(f"tank/fire/{facing}", tuple(fire), 3),
        Strip(f"tank/wreck/{facing}", tuple(wreck), 6, True),
    ]


def roll_wheels(drawing: Drawing, view: View, index: int) -> None:
    """A dark bolt goes round on each hub, and the links under them run one pixel a frame."""
    matrix = turned(-16, 0, 0, 12)
    hubs = next(part for part in load_army().models["tank"].parts if part.kind == "wheel" and part.material == "olive")
    for hub in hubs.at_points:
        across, down, _ = view.project(np.array(hub), matrix)
        angle = index * 1.05 * view.facing
        tip = (across + 1.3 * math.cos(angle), down + 1.3 * math.sin(angle))
        drawing.line(tip, tip, "dark", 3)
    for x in np.arange(-20, 20, 3.0):
        link_x, link_y, _ = view.project(np.array([x + index, -7.4, 9.9]), matrix)
        drawing.line((link_x, link_y), (link_x, link_y), "metal", 3)


# ---- missile truck and missiles


def raised(degrees: float) -> Matrix:
    """Turns the rack about its hinge at the truck's tail."""
    hinge = np.array([-25, 3.4])
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    move = np.eye(4)
    move[:2, :2] = [[c, -s], [s, c]]
    move[:2, 3] = hinge - move[:2, :2] @ hinge
    return move


def truck_strips(facing: str) -> list[Strip]:
    view = View(96, 72, 48, 64, FACINGS[facing])

    def at_angle(degrees: float) -> Frame:
        drawing = posed("truck", turned(-16, 0, 0, 12), view, {"rack": raised(degrees)})
        angle = math.radians(degrees)
        launcher = np.array([-25 + 32 * math.cos(angle), 3.4 + 4 + 32 * math.sin(angle), 0])
        x, y, _ = view.project(launcher, turned(-16, 0, 0, 12))
        drawing.anchors["launcher"] = (float(x), float(y))
        return framed(drawing.painted(ramps()), view, drawing)

    return [
        Strip(f"truck/drive/{facing}", (at_angle(0),), 8, True),
        Strip(f"truck/raise/{facing}", tuple(at_angle(angle) for angle in (0, 12, 28, 42)), 8),
    ]


def missile_strips() -> list[Strip]:
    """`missile/0` flies right, `missile/4` straight down; pivot in the missile's middle."""
    side, middle, strips = 44, 22, []
    white, red, metal = ramps()["white"], ramps()["red"], ramps()["metal"]
    for heading in range(HEADINGS):
        angle = heading * 2 * math.pi / HEADINGS
        ahead = (math.cos(angle), math.sin(angle))
        across = (-ahead[1], ahead[0])
        frames = []
        for index in range(2):
            body = clear(side, side)
            for step in np.arange(-6, 6.5, 0.5):
                x, y = middle + ahead[0] * step, middle + ahead[1] * step
                lower = 0.9 if across[1] > 0 or (across[1] == 0 and across[0] > 0) else -0.9
                put(body, x + across[0] * lower, y + across[1] * lower, white[2])
                put(body, x, y, (red[4] if step > 4 else white[5]))
            for fin in (-2.2, 2.2):
                put(
                    body,
                    middle - ahead[0] * 5 + across[0] * fin,
                    middle - ahead[1] * 5 + across[1] * fin,
                    metal[4],
                )
            picture = clear(side, side)
            for step in range(7, 13 + 3 * index):
                for spread in (-1, 0, 1) if step < 10 else (0,):
                    x = middle - ahead[0] * step + across[0] * spread
                    y = middle - ahead[1] * step + across[1] * spread
                    put(picture, x, y, ramp("fire")[max(3, 6 - (step - 7) // 2 - abs(spread))])
            frames.append(Frame(lay(picture, inked(body)), (middle, middle)))
        strips.append(Strip(f"missile/{heading}", tuple(frames), 3, True))
    return strips


# ---- cars


def car_strips(name: str, car: Car) -> list[Strip]:
    """Two frames: the body dips on the second one. Pivot under the middle, on the road."""
    body, metal, dark = ramps()[car.ramp], ramps()["metal"], ramps()["dark"]
    glass, white = ramps()["glass"], ramps()["white"]
    colours: dict[str, Colour] = {
        "b": body[2], "c": body[3], "d": body[4], "g": glass[2], "s": glass[4], "v": white[3], "w": white[4],
        "k": dark[0], "t": dark[1], "h": metal[4], "L": ramp("fire")[5], "R": ramp("bite")[2],
    }  # fmt: skip
    rows = stamp_rows(car.stamp)
    frames = []
    for dip in (0, 1):
        pixels = clear(rows.shape[0] + 1, rows.shape[1])
        for y, x in np.argwhere(rows != "."):
            wheel = rows[y, x] in "th"
            pixels[y + (0 if wheel else dip), x] = (*colours[rows[y, x]], 255)
        frames.append(Frame(pixels, (rows.shape[1] // 2, rows.shape[0])))
    return both_facings(f"car/{name}", frames, 6, True)


def draw_army() -> Mapping[str, Sequence[Strip]]:
    strips: list[Strip] = []
    for facing in FACINGS:
        strips += helicopter_strips(facing)
        strips += fighter_strips(facing)
        strips += tank_strips(facing)
        strips += truck_strips(facing)
    strips += missile_strips()
    for name, car in load_army().cars.items():
        strips += car_strips(name, car)
    return {"army": strips}


BAKE = Path(__file__).parent
ARMY = Target(
    "army",
    (
        *(BAKE / f"{name}.py" for name in ("vehicles", "vehicle_mesh", "soldiers")),
        *(BAKE / f"effects_{family}.py" for family in ("debris", "dust", "field", "fire", "strikes")),
        ARMY_SOURCE,
        DEBRIS_SOURCE,
        RAMPS_SOURCE,
    ),
    draw_army,
)
