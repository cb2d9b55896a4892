"""From lit samples to pixels on the palette: a vote for each pixel, an index into a ramp, clean-up, lines, rim."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from sprites.bake.materials import Tint
from sprites.bake.relief import SAMPLES, Field, Layer, Mask, Painted
from sprites.bake.sheet import Pixels

Value = TypeVar("Value", bound=np.generic)
Labels = npt.NDArray[np.int32]

INK = (9, 9, 18)
SOLID_SHARE = 0.46  # of a pixel's samples that must be covered for it to be drawn
CROSS = np.array([[0, 1, 0], [1, 1, 1], [0, 1, 0]], bool)
SIDES = ((1, 0), (-1, 0), (0, 1), (0, -1))  # a neighbour's (dy, dx) as a roll of the array
AROUND = tuple(step for step in product((-1, 0, 1), (-1, 0, 1)) if step != (0, 0))
BACK_LIGHT = (-0.78, -0.62)  # on screen, from where the rim is lit
STREET_LIGHT = (0.45, 0.90)
GLOW_STEPS = ((0.16, 0.5), (0.5, np.inf))  # weak and strong tint, so that light falls off without a blur


@dataclass(frozen=True, slots=True)
class Chosen:
    """For each pixel the layer that won it, whether it is drawn at all, and its mean light and glow."""

    winner: Labels
    solid: Mask
    light: Field
    glow: Field


def choose(painted: Painted, layers: Sequence[Layer]) -> Chosen:
    """Majority vote of the samples; eyes and tusks weigh more. Light is averaged inside the winner only."""
    owners = _by_pixel(painted.owner)
    weights = np.array([*(layer.shape.weight for layer in layers), 0.0], np.float32)[owners]
    votes = np.zeros(owners.shape, np.float32)
    for sample in range(SAMPLES * SAMPLES):
        votes += (owners == owners[..., sample : sample + 1]) * weights[..., sample : sample + 1]
    votes *= owners >= 0
    winner = np.take_along_axis(owners, votes.argmax(2)[..., None], 2)
    mine = owners == winner
    count = mine.sum(2)
    light, glow = ((_by_pixel(values) * mine).sum(2) / count for values in (painted.light, painted.glow))
    solid = (weights.sum(2) >= SOLID_SHARE * SAMPLES * SAMPLES) & (winner[..., 0] >= 0)
    return Chosen(np.maximum(winner[..., 0], 0), solid, light, glow)


def _by_pixel(samples: npt.NDArray[Value]) -> npt.NDArray[Value]:
    height, width = samples.shape[0] // SAMPLES, samples.shape[1] // SAMPLES
    cells = samples.reshape(height, SAMPLES, width, SAMPLES).transpose(0, 2, 1, 3)
    return cells.reshape(height, width, SAMPLES * SAMPLES)


def mirrored(chosen: Chosen) -> Chosen:
    return Chosen(chosen.winner[:, ::-1], chosen.solid[:, ::-1], chosen.light[:, ::-1], chosen.glow[:, ::-1])


def cut_below(chosen: Chosen, row: int) -> Chosen:
    """Nothing of a standing pose may dip under the street."""
    solid = chosen.solid.copy()
    solid[max(0, row) :] = False
    return Chosen(chosen.winner, solid, chosen.light, chosen.glow)


@dataclass(frozen=True, slots=True)
class LayerTable:
    """The layers' properties as columns, to be looked up by winner."""

    part: npt.NDArray[np.int64]
    limb: npt.NDArray[np.int64]
    edged: Mask
    lineless: Mask
    ink: Mask
    emissive: Mask
    tones: npt.NDArray[np.int64]


def _table(layers: Sequence[Layer], covered: bool) -> LayerTable:
    def column(of: Callable[[Layer], object]) -> npt.NDArray[Any]:
        return np.array([of(layer) for layer in layers])

    def numbered(of: Callable[[Layer], str]) -> npt.NDArray[np.int64]:
        return np.unique([of(layer) for layer in layers], return_inverse=True)[1]

    return LayerTable(
        numbered(lambda layer: layer.part.name),
        numbered(lambda layer: layer.part.limb),
        column(lambda layer: layer.shape.edged),
        column(lambda layer: layer.shape.lineless),
        column(lambda layer: layer.part.ink),
        column(lambda layer: layer.material.emissive),
        column(lambda layer: len(_ramp(layer, covered))),
    )


def _ramp(layer: Layer, covered: bool) -> Pixels:
    material = layer.material
    return material.ash if covered and material.ash is not None else material.ramp


def draw(chosen: Chosen, layers: Sequence[Layer], tint: Tint | None, covered: bool) -> Pixels:
    """RGBA pixels of shape (h, w, 4), alpha 0 or 255, every colour from a ramp, a rim or the ink."""
    table = _table(layers, covered)
    winner, solid = chosen.winner, chosen.solid
    glowing = solid & table.emissive[winner]
    surface = solid & ~glowing
    tones = table.tones[winner]
    tone = np.clip((chosen.light * tones).astype(int), 0, tones - 1)
    tone = _without_lone_pixels(tone, winner, surface)
    line, ink = _inner_lines(winner, solid, table)
    tone = np.where(_lifted_edges(winner, solid, table), np.minimum(tone + 1, tones - 1), tone)
    tone = np.where(line, 0, tone)
    soft_rim, bright_rim, bounce = _silhouette_light(solid, surface)
    colours = np.zeros((*winner.shape, 3), np.uint8)
    for index, layer in enumerate(layers):
        mine = solid & (winner == index)
        if not mine.any():
            continue
        ramp = _ramp(layer, covered)
        colours[mine] = ramp[tone[mine]]
        material = layer.material
        if material.emissive:
            continue
        if material.rim is not None and not layer.shape.lineless and not covered:
            colours[mine & soft_rim & ~line] = material.rim[0]
            colours[mine & bright_rim] = material.rim[1]
            if material.bounce is not None:
                colours[mine & bounce & ~line] = material.bounce[0]
        if tint is not None:
            lit = mine & ~line & ~bright_rim
            _throw_glow(colours, lit, tone, len(ramp), chosen.glow, tint)
    colours[ink] = INK
    outline = ~solid & ndimage.binary_dilation(surface, CROSS)
    colours[outline] = INK
    alpha = np.where(solid | outline, 255, 0).astype(np.uint8)
    return np.dstack([colours, alpha])


def _neighbour(values: npt.NDArray[Value], step: tuple[int, int]) -> npt.NDArray[Value]:
    return np.roll(values, step, (0, 1))


def _without_lone_pixels(tone: Labels, winner: Labels, surface: Mask) -> Labels:
    """A pixel with no neighbour of its own tone takes the median of its neighbours."""
    same_shape = np.stack([_neighbour(winner, step) == winner for step in AROUND])
    kin = same_shape.sum(0)
    around = np.stack([_neighbour(tone, step) for step in AROUND])
    alike = ((around == tone) & same_shape).sum(0)
    lone = surface & (alike == 0) & (kin >= 5)
    ordered = np.sort(np.where(same_shape, around, 99), 0)
    median = np.take_along_axis(ordered, (kin // 2)[None].clip(max=len(AROUND) - 1), 0)[0]
    return np.where(lone, median, tone)


def _inner_lines(winner: Labels, solid: Mask, table: LayerTable) -> tuple[Mask, Mask]:
    """Pixels beside a nearer part: they take their ramp's darkest tone, or true ink where the part asks for it."""
    line, ink = np.zeros_like(solid), np.zeros_like(solid)
    below = solid & ~table.emissive[winner]
    for step in SIDES:
        other = _neighbour(winner, step)
        nearer = below & _neighbour(solid, step) & (other > winner) & ~table.emissive[other]
        line |= nearer & ((table.part[other] != table.part[winner]) | table.edged[other]) & ~table.lineless[other]
        ink |= nearer & table.ink[other] & (table.limb[other] != table.limb[winner])
    return line, ink


def _lifted_edges(winner: Labels, solid: Mask, table: LayerTable) -> Mask:
    """Upper edges of nearer parts, and left ones where parts meet, so that limbs come apart."""
    lifted = np.zeros_like(solid)
    for step, counts_edges in (((1, 0), True), ((0, 1), False)):
        other = _neighbour(winner, step)
        farther = solid & _neighbour(solid, step) & (other < winner) & ~table.emissive[other]
        parted = table.part[other] != table.part[winner]
        lifted |= farther & (parted | (table.edged[winner] & counts_edges)) & ~table.emissive[winner]
    return lifted


def _silhouette_light(solid: Mask, surface: Mask) -> tuple[Mask, Mask, Mask]:
    """Where the silhouette faces the back light (one tone, brighter tone) and the street."""
    depth = ndimage.distance_transform_edt(np.pad(solid, 1))[1:-1, 1:-1]
    field = ndimage.gaussian_filter(np.where(solid, np.minimum(depth, 6), -1.5), 1.1)
    slope_y, slope_x = np.gradient(field)
    length = np.maximum(1e-3, np.hypot(slope_x, slope_y))

    def facing(direction: tuple[float, float]) -> Field:
        return -(slope_x * direction[0] + slope_y * direction[1]) / length

    edge = surface & (depth <= 1.01)
    to_back = facing(BACK_LIGHT)
    bright = edge & (to_back > 0.45)
    soft = ~bright & ((edge & (to_back > 0.05)) | (surface & (depth <= 2.1) & (to_back > 0.82)))
    return soft, bright, edge & (facing(STREET_LIGHT) > 0.72)


def _throw_glow(colours: Pixels, lit: Mask, tone: Labels, tones: int, glow: Field, tint: Tint) -> None:
    for (low, high), ramp, push in zip(GLOW_STEPS, (tint.weak, tint.strong), (0.6, 0.0), strict=True):
        here = lit & (glow >= low) & (glow < high)
        step = tone[here] * (len(ramp) - 1) / (tones - 1) + np.minimum(glow[here], 0.9) * 1.9 + push
        colours[here] = ramp[np.clip(step.astype(int), 0, len(ramp) - 1)]
