"""The sheet `flower`: the Legion's plant from the first sprout to the launch, torn out, toppled, burnt.

Each frame is written as a drawing and then lit and brought to pixels by the puppets' rig. `flower.toml` says how a
stage of growth is built and which stances a strip runs through.
"""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import msgspec
import numpy as np

from sprites.bake.flower_blast import SOURCES as BLAST_SOURCES
from sprites.bake.flower_blast import blast_strips
from sprites.bake.flower_body import (
    braced_legs,
    creeping_piece,
    folded_legs,
    hanging_roots,
    mound,
    root_piece,
    rooted,
    stalk,
    swaying,
)
from sprites.bake.flower_drawing import PlantDrawing
from sprites.bake.flower_geometry import Point
from sprites.bake.flower_head import Bloom, TalonTable, crown, heart, scythe, shell
from sprites.bake.flower_pod import pod
from sprites.bake.materials import Palette, read_palette
from sprites.bake.pose import Joint, PointLight, Pose
from sprites.bake.puppet import read_puppet
from sprites.bake.puppets import AS_DRAWN, IN_MIRROR, RIG_MODULES, draw_pose
from sprites.bake.sheet import Frame, Strip
from sprites.bake.targets import SPRITES, Target

FLOWER_SOURCE = SPRITES / "puppets" / "flower.toml"
FACINGS = {"right": AS_DRAWN, "left": IN_MIRROR}
STAGES = (1, 2, 3, 4, 5)
SWAY_FRAMES = 6
POD_HEIGHT = 29.0  # px of the pod's middle over the head, at size 1
STREET_CUT = 9.0  # px under the pivot: nothing that lies on the street is drawn below
POD_LIGHT, HEART_LIGHT = 34.0, 62.0  # px, how far their light reaches over armour


class ScytheTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    heading: float
    length: float
    width: float
    side: float


class Stance(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the plant stands in one frame; what is left out comes from its stage of growth."""

    growth: float = 5.0  # 1 to 5
    sway: float = 0.0  # px at the head
    phase: float = 0.0  # 0 to 1 of the breath that runs through veins and membranes
    opened: float | None = None
    thrown: float = 0.0
    droop: float = 0.0
    tilt: float = 0.0  # degrees about the pivot
    lean: float = 0.0  # degrees of the head against the stalk
    glow: float | None = None
    pod: float | None = None  # size; 0 it has left
    torn: bool = False  # out of the ground, hanging in Gamera's claws: the pivot is his grip
    on_ground: bool = False  # grown out of the street, not out of a roof
    burnt: bool = False


class StripTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    stances: tuple[Stance, ...]
    ticks: int
    loop: bool = False
    both_facings: bool = False


class HeadTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    talons: tuple[TalonTable, ...]
    plates: tuple[TalonTable, ...]
    scythes: tuple[ScytheTable, ...]


class FlowerSource(msgspec.Struct, frozen=True):
    """The flower's own tables; those of its materials are read by `read_palette`."""

    growth: dict[str, tuple[float, ...]]
    head: HeadTable
    strips: dict[str, StripTable]


@cache
def load_flower() -> FlowerSource:
    return msgspec.convert(tomllib.loads(FLOWER_SOURCE.read_text(encoding="utf-8")), FlowerSource)


@cache
def flower_palette() -> Palette:
    return read_palette(tomllib.loads(FLOWER_SOURCE.read_text(encoding="utf-8")))


def at_stage(quantity: str, growth: float) -> float:
    """A quantity of `[growth]` between two stages."""
    return float(np.interp(growth, STAGES, load_flower().growth[quantity]))


def plant(stance: Stance) -> PlantDrawing:
    """The whole flower in this stance."""
    drawing = PlantDrawing(stance.burnt, clip=STREET_CUT if stance.on_ground else None)
    drawing.part("plant", 0, None)
    growth, size = stance.growth, at_stage("legs", stance.growth)
    if stance.torn:
        hanging_roots(drawing, stance.phase)
        folded_legs(drawing, stance.phase)
    else:
        if stance.on_ground:
            mound(drawing, min(1.0, abs(stance.tilt) / 70))
        else:
            rooted(drawing, growth, stance.phase)
        braced_legs(drawing, size, stance.tilt)
    top = stalk(drawing, at_stage("stalk", growth), stance.sway, 0.55 + 0.11 * (growth - 1), stance.phase)
    for order, arm in enumerate(load_flower().head.scythes):
        arm_size = at_stage("scythes", growth) if growth >= 2 + 0.5 * order else 0.0
        if arm_size > 0.2:
            heading = arm.heading + arm.side * stance.droop * 40
            root = (top[0] + arm.side * 4, top[1] + 12 + 3 * order)
            scythe(drawing, root, heading, arm.length * arm_size, arm.width * (0.6 + 0.4 * arm_size), arm.side, order)
    draw_head(drawing, stance, top)
    if stance.torn:
        drawing.ground = grip_after_tilt(drawing, stance.tilt)
    return drawing


def draw_head(drawing: PlantDrawing, stance: Stance, top: Point) -> None:
    growth = stance.growth
    bloom = Bloom(
        middle=top,
        reach=at_stage("reach", growth),
        opened=at_stage("opened", growth) if stance.opened is None else stance.opened,
        thrown=stance.thrown,
        droop=stance.droop,
        glow=at_stage("glow", growth) if stance.glow is None else stance.glow,
        phase=stance.phase,
        lean=stance.lean - 5 + stance.sway * 0.6,
        fallen=stance.tilt if stance.on_ground else None,
        emptied=stance.pod == 0,
    )
    crown(drawing, load_flower().head.talons, bloom)
    heart(drawing, bloom)
    pod_size = at_stage("pod", growth) if stance.pod is None else stance.pod
    if pod_size > 0.2 and not stance.burnt:
        part = drawing.part("pod", 45)
        middle = (top[0], top[1] - POD_HEIGHT * pod_size)
        pod(part, middle, pod_size, bloom.lean * 0.4, bloom.glow)
        part.anchor("pod", middle)
    shell(drawing, load_flower().head.plates, bloom)


def grip_after_tilt(drawing: PlantDrawing, tilt: float) -> Point:
    """The stalk's joint where the tilted plant has it: what Gamera's claws hold."""
    puppet = read_puppet("flower", drawing.written())
    x, y = next(part.anchors["grip"] for part in puppet.parts.values() if "grip" in part.anchors)
    angle = np.radians(tilt)
    return float(x * np.cos(angle) - y * np.sin(angle)), float(x * np.sin(angle) + y * np.cos(angle))


def lit_frames(drawing: PlantDrawing, facings: Sequence[int], tilt: float = 0.0, glow: float = 0.0) -> list[Frame]:
    """The drawing as pixels, once for each facing; `glow` (0..1) is thrown on the armour by heart and pod."""
    puppet = read_puppet("flower", drawing.written())
    named = {name for part in puppet.parts.values() for name in part.anchors}
    reach = {"heart": HEART_LIGHT, "pod": POD_LIGHT}
    lights = {name: PointLight(reach[name] * (0.5 + 0.5 * glow), glow) for name in reach if name in named and glow}
    pose = Pose(
        joints={"plant": Joint(tilt)}, lights=lights, glow="growth" if lights else "", airborne=drawing.clip is None
    )
    return draw_pose(puppet, pose, flower_palette(), facings)


def stance_frames(stance: Stance, facings: Sequence[int]) -> list[Frame]:
    glow = at_stage("glow", stance.growth) if stance.glow is None else stance.glow
    shines = 0.0 if stance.burnt or stance.growth < 3.2 else glow
    return lit_frames(plant(stance), facings, stance.tilt, shines)


def stage_strips() -> list[Strip]:
    """The five stages swaying, and the way from each to the next."""
    strips = []
    for stage in STAGES:
        sways = swaying(SWAY_FRAMES, at_stage("sway", stage))
        stances = [Stance(growth=stage, sway=sway, phase=phase) for sway, phase in sways]
        frames = [stance_frames(stance, (AS_DRAWN,))[0] for stance in stances]
        strips.append(Strip(f"stage/{stage}", tuple(frames), 10, True))
    for stage in STAGES[:-1]:
        stances = [Stance(growth=stage + step / 6, phase=step / 6) for step in range(1, 6)]
        strips.append(Strip(f"grow/{stage}", tuple(stance_frames(s, (AS_DRAWN,))[0] for s in stances), 8))
    return strips


def table_strips() -> list[Strip]:
    """The strips that `flower.toml` lists stance by stance."""
    strips = []
    for name, table in load_flower().strips.items():
        facings = FACINGS if table.both_facings else {"": AS_DRAWN}
        by_stance = [stance_frames(stance, tuple(facings.values())) for stance in table.stances]
        for facing, frames in zip(facings, zip(*by_stance, strict=True), strict=True):
            strips.append(Strip(f"{name}/{facing}" if facing else name, frames, table.ticks, table.loop))
    return strips


def piece_strips() -> list[Strip]:
    """The pod by itself, and single roots."""
    pods = []
    for index in range(4):
        drawing = PlantDrawing()
        part = drawing.part("pod", 1, None)
        pod(part, (0, 0), 1.25, (0, 4, 0, -4)[index], 0.6)
        part.anchor("nozzle", (0, 32))
        pods.append(lit_frames(drawing, (AS_DRAWN,))[0])
    strips = [Strip("pod", tuple(pods), 6, True)]
    for order in range(3):
        frames = []
        for step in range(4):
            drawing = PlantDrawing()
            root_piece(drawing, order, (step + 1) / 4, step / 4)
            frames.append(lit_frames(drawing, (AS_DRAWN,))[0])
        strips.append(Strip(f"root/hanging{order + 1}", tuple(frames), 10))
    creeping = []
    for step in range(4):
        drawing = PlantDrawing()
        creeping_piece(drawing, (step + 1) / 4, step / 4)
        creeping.append(lit_frames(drawing, tuple(FACINGS.values())))
    for facing, frames in zip(FACINGS, zip(*creeping, strict=True), strict=True):
        strips.append(Strip(f"root/creeping/{facing}", frames, 10))
    return strips


def draw_flower() -> Mapping[str, Sequence[Strip]]:
    return {"flower": [*stage_strips(), *table_strips(), *piece_strips(), *blast_strips()]}


BAKE = Path(__file__).parent
FLOWER = Target(
    "flower",
    (
        FLOWER_SOURCE,
        *(BAKE / f"flower{part}.py" for part in ("", "_geometry", "_drawing", "_head", "_pod", "_body")),
        *BLAST_SOURCES,
        *(BAKE / f"{module}.py" for module in RIG_MODULES),
    ),
    draw_flower,
)
