"""The Queen, facing the city, and apart from her the membranes of her wings.

A membrane lets through what is behind it. Over her own body that is drawn here; over the sky and the city the game has
to lay it on, so there it is left out of her frames and has frames of its own, with the same pivots. Veins and outlines
stay solid.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from sprites.bake.materials import Palette
from sprites.bake.pose import Pose
from sprites.bake.posebook import Movement
from sprites.bake.puppet import Puppet
from sprites.bake.puppets import AS_DRAWN, PUPPETS, RIG_MODULES, Actor, draw_actor, draw_pose, load_actor
from sprites.bake.sheet import Frame, Pixels, Strip
from sprites.bake.targets import SPRITES, Target

Mask = npt.NDArray[np.bool_]

ON_THE_WING = ("take_wing", "wing")  # strips in which her wings are seen
MEMBRANES = ("membrane", "pane", "far_membrane")  # materials
NEAR_WINGS = ("wing", "hindwing")  # parts
VEINS = 1  # darkest tones of a membrane: its veins and the lines between parts
OPACITY = 0.60  # of one membrane, 0 clear to 1
TWOFOLD_OPACITY = 0.84  # of one over another


def draw_queen() -> dict[str, list[Strip]]:
    actor = load_actor("queen")
    aground = [movement for movement in actor.movements if movement.name not in ON_THE_WING]
    (left,) = draw_actor(replace(actor, movements=aground), (AS_DRAWN,))
    membranes = []
    for movement in actor.movements:
        if movement.name in ON_THE_WING:
            body, membrane = _draw_on_the_wing(actor, movement)
            left.append(body)
            membranes.append(membrane)
    return {"queen_left": left, "queen_membranes": membranes}


def _draw_on_the_wing(actor: Actor, movement: Movement) -> tuple[Strip, Strip]:
    """The strip without what can be seen through, and that."""
    pairs = [_split(actor.drawing(pose), pose, actor.palette) for pose in movement.poses]
    bodies, membranes = zip(*pairs, strict=True)
    return (
        Strip(movement.name, bodies, movement.ticks, movement.loop),
        Strip(movement.name, membranes, movement.ticks, movement.loop),
    )


def _split(puppet: Puppet, pose: Pose, palette: Palette) -> tuple[Frame, Frame]:
    whole = _drawn(puppet, pose, palette)
    bare = _laid_on(whole, _drawn(_without_membranes(puppet, tuple(puppet.parts)), pose, palette))
    far = _laid_on(whole, _drawn(_without_membranes(puppet, NEAR_WINGS), pose, palette))
    clear = _of_membrane(whole.pixels, palette)
    twofold = clear & _of_membrane(far, palette) & (far[..., :3] != whole.pixels[..., :3]).any(axis=2)
    over_body = clear & (bare[..., 3] > 0)
    opacity = np.where(twofold, TWOFOLD_OPACITY, OPACITY)
    body = whole.pixels.copy()
    body[over_body, :3] = _mixed(whole.pixels, bare, opacity)[over_body]
    body[clear & ~over_body] = 0
    membrane = whole.pixels.copy()
    membrane[..., 3] = np.where(clear & ~over_body, np.round(opacity * 255), 0)
    return replace(whole, pixels=body), Frame(membrane, whole.pivot)


def _drawn(puppet: Puppet, pose: Pose, palette: Palette) -> Frame:
    (frame,) = draw_pose(puppet, pose, palette, (AS_DRAWN,))
    return frame


def _without_membranes(puppet: Puppet, names: Sequence[str]) -> Puppet:
    """These parts keep their veins and edges only."""
    parts = dict(puppet.parts)
    for name in names:
        shapes = tuple(shape for shape in parts[name].shapes if shape.material not in MEMBRANES)
        parts[name] = replace(parts[name], shapes=shapes)
    return replace(puppet, parts=parts)


def _laid_on(sheet: Frame, frame: Frame) -> Pixels:
    """The pixels of `frame`, pivot on pivot, in an array of the size of the larger `sheet`."""
    pixels = np.zeros_like(sheet.pixels)
    left, top = sheet.pivot[0] - frame.pivot[0], sheet.pivot[1] - frame.pivot[1]
    height, width = frame.pixels.shape[:2]
    pixels[top : top + height, left : left + width] = frame.pixels
    return pixels


def _of_membrane(pixels: Pixels, palette: Palette) -> Mask:
    """Where a membrane shows, but for its veins and its outer edge, which catches the light."""
    shown = np.zeros(pixels.shape[:2], bool)
    for name in MEMBRANES:
        for tone in palette.materials[name].ramp[VEINS:]:
            shown |= (pixels[..., :3] == tone).all(axis=2)
    return shown & (pixels[..., 3] > 0)


def _mixed(front: Pixels, back: Pixels, opacity: npt.NDArray[np.float64]) -> Pixels:
    share = opacity[..., None]
    return np.round(front[..., :3] * share + back[..., :3] * (1 - share)).astype(np.uint8)


QUEEN = Target(
    "queen",
    (
        PUPPETS / "queen.svg",
        PUPPETS / "queen.toml",
        *(SPRITES / "bake" / f"{module}.py" for module in (*RIG_MODULES, "queen")),
    ),
    draw_queen,
)
