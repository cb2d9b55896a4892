"""Puppets drawn in their poses; Gamera's target, in both facings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sprites.bake import pixelate, relief
from sprites.bake.materials import Palette, read_palette
from sprites.bake.pose import Pose
from sprites.bake.posebook import Movement, PoseBook, load_document
from sprites.bake.puppet import Puppet, load_puppet, read_puppet
from sprites.bake.sheet import Frame, Strip
from sprites.bake.spin import spinning_shell
from sprites.bake.targets import SPRITES, Target

PUPPETS = SPRITES / "puppets"
RIG_MODULES = (
    "materials",
    "pixelate",
    "placement",
    "pose",
    "posebook",
    "puppet",
    "puppets",
    "relief",
    "shapes",
    "spin",
)
AS_DRAWN, IN_MIRROR = 1, -1
SPIN_FRAMES, SPIN_TICKS = 8, 2


@dataclass(frozen=True)
class Actor:
    """Everything one puppet is drawn from."""

    drawings: Mapping[str, Puppet]  # the first is the one poses use that name none
    palette: Palette
    movements: Sequence[Movement]

    def drawing(self, pose: Pose) -> Puppet:
        return self.drawings[pose.drawing or next(iter(self.drawings))]


def load_actor(name: str) -> Actor:
    document = load_document(PUPPETS / f"{name}.toml")
    drawings = {key: load_puppet(PUPPETS / file) for key, file in document["drawings"].items()}
    return Actor(drawings, read_palette(document), PoseBook(document).movements())


def draw_pose(puppet: Puppet, pose: Pose, palette: Palette, facings: Sequence[int]) -> list[Frame]:
    """One frame for each facing: AS_DRAWN, or IN_MIRROR with the light left where it stands in the world."""
    carved = relief.carve(puppet, pose, palette)
    tint = palette.tints[pose.glow] if pose.glow else None
    frames = []
    for facing in facings:
        chosen = pixelate.choose(relief.paint(carved, relief.WorldLight(facing)), carved.layers)
        if puppet.clip is not None and not pose.airborne:
            chosen = pixelate.cut_below(chosen, round(puppet.clip * puppet.scale) - carved.window.top)
        left = carved.window.left
        if facing == IN_MIRROR:
            chosen, left = pixelate.mirrored(chosen), -carved.window.right
        pixels = pixelate.draw(chosen, carved.layers, tint, pose.covered)
        anchors = {name: (x * facing, y) for name, (x, y) in carved.anchors.items()}
        frames.append(Frame(pixels, (-left, -carved.window.top), anchors))
    return frames


def draw_actor(actor: Actor, facings: Sequence[int]) -> list[list[Strip]]:
    """The strips of every movement, once for each facing."""
    sheets: list[list[Strip]] = [[] for _ in facings]
    for movement in actor.movements:
        by_pose = [draw_pose(actor.drawing(pose), pose, actor.palette, facings) for pose in movement.poses]
        for strips, frames in zip(sheets, zip(*by_pose, strict=True), strict=True):
            led = tuple(_led_by(frame, movement.lead) for frame in frames)
            strips.append(Strip(movement.name, led, movement.ticks, movement.loop))
    return sheets


def _led_by(frame: Frame, lead: str) -> Frame:
    """The frame with its `claw` anchor on the leading hand."""
    return replace(frame, anchors={**frame.anchors, "claw": frame.anchors[lead]} if lead != "claw" else frame.anchors)


def draw_spin(palette: Palette, facings: Sequence[int]) -> list[Strip]:
    """The spinning shell, once for each facing; the pivot is the disc's centre."""
    flying = Pose(airborne=True)
    by_frame = []
    for frame in range(SPIN_FRAMES):
        shell = read_puppet("spin", spinning_shell(frame, SPIN_FRAMES))
        by_frame.append(draw_pose(shell, flying, palette, facings))
    return [Strip("spin", frames, SPIN_TICKS, loop=True) for frames in zip(*by_frame, strict=True)]


def draw_gamera() -> dict[str, list[Strip]]:
    actor = load_actor("gamera")
    facings = (AS_DRAWN, IN_MIRROR)
    spins = draw_spin(actor.palette, facings)
    right, left = ([*strips, spin] for strips, spin in zip(draw_actor(actor, facings), spins, strict=True))
    return {"gamera_right": right, "gamera_left": left}


def _sources(*files: str) -> tuple[Path, ...]:
    rig = (SPRITES / "bake" / f"{module}.py" for module in RIG_MODULES)
    return (*(PUPPETS / file for file in files), *rig)


GAMERA = Target("gamera", _sources("gamera.svg", "gamera.toml"), draw_gamera)
