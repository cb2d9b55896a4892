"""From posed shapes to lit samples: white masks become height fields, height fields take light.

Each shape is rasterised at SAMPLES times the final size inside its own window. Its distance transform is the
height field (round for flesh, roof-shaped for plates), grooves and ridges are pressed in, leathery noise is
looked up in the part's own space so that it does not swim when the joint turns. Then the shapes are painted from
back to front, each throwing a soft contact shadow on what lies beneath: the biggest single win for readability.
"""

import io
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
import pygame
from scipy import ndimage

from sprites.bake.materials import Material, Palette
from sprites.bake.placement import Matrix, place, placed_anchors, to_pixels
from sprites.bake.pose import Pose
from sprites.bake.puppet import Part, Puppet
from sprites.bake.shapes import Shape

Field = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

SAMPLES = 4  # a side, for each pixel
MARGIN = 4  # px around a shape, for its shadow
NOISE_SIZE = 512
AMBIENT, KEY_STRENGTH, BACK_STRENGTH = 0.10, 0.66, 0.24
SHADOW_STRENGTH = 0.56
LIGHT_HEIGHT = 9.0  # px a point light floats above the surface


def _unit(x: float, y: float, z: float) -> tuple[float, float, float]:
    length = math.sqrt(x * x + y * y + z * z)
    return x / length, y / length, z / length


@dataclass(frozen=True, slots=True)
class WorldLight:
    """The key light stands right above, the back light left behind; `side` -1 sees them in a mirror."""

    side: int = 1

    def toward(self, x: float, y: float, z: float) -> tuple[float, float, float]:
        return _unit(x * self.side, y, z)


@dataclass(frozen=True, slots=True)
class Window:
    """A rectangle in px from the puppet's ground point."""

    left: int
    top: int
    right: int
    bottom: int

    def samples_within(self, outer: "Window") -> tuple[slice, slice]:
        return (
            slice((self.top - outer.top) * SAMPLES, (self.bottom - outer.top) * SAMPLES),
            slice((self.left - outer.left) * SAMPLES, (self.right - outer.left) * SAMPLES),
        )


@dataclass(frozen=True, slots=True)
class Layer:
    """One shape, rasterised and shaped. Arrays have the window's size times SAMPLES."""

    part: Part
    shape: Shape
    material: Material
    window: Window
    mask: Mask
    slope_x: Field
    slope_y: Field
    steepness: Field  # z of the unit normal
    tone: Field  # light added or taken away, whatever the lamps do; of an emissive shape all of its light
    glow: Field  # light of the pose's point lights


@dataclass(frozen=True, slots=True)
class Relief:
    layers: tuple[Layer, ...]
    window: Window
    anchors: Mapping[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Painted:
    """Samples after painting: the index of the layer on top (-1: none), its light, its glow."""

    owner: npt.NDArray[np.int32]
    light: Field
    glow: Field


def carve(puppet: Puppet, pose: Pose, palette: Palette) -> Relief:
    """Poses the puppet and gives every shape its height field; independent of where the light stands."""
    placed = place(puppet, pose)
    anchors = placed_anchors(puppet, placed)
    lights = [(*anchors[anchor], light.radius, light.strength) for anchor, light in pose.lights.items()]
    hidden = {part.name for part in puppet.parts.values() if part.hidden} - pose.show | pose.hide
    layers = []
    for part in sorted(puppet.parts.values(), key=lambda part: pose.depths.get(part.name, part.depth)):
        if part.name in hidden or part.limb in hidden:
            continue
        transform = to_pixels(puppet) @ placed[part.name]
        for shape in part.shapes:
            layer = _carve_shape(part, shape, transform, puppet.scale, palette, lights)
            if layer is not None:
                layers.append(layer)
    window = Window(
        min(layer.window.left for layer in layers),
        min(layer.window.top for layer in layers),
        max(layer.window.right for layer in layers),
        max(layer.window.bottom for layer in layers),
    )
    return Relief(tuple(layers), window, anchors)


def _window(shape: Shape, transform: Matrix) -> Window:
    left, top, right, bottom = shape.bounds
    corners = transform @ np.array([[left, right, right, left], [top, top, bottom, bottom], [1, 1, 1, 1]])
    low, high = np.floor(corners.min(1)).astype(int), np.ceil(corners.max(1)).astype(int)
    return Window(int(low[0]) - MARGIN, int(low[1]) - MARGIN, int(high[0]) + MARGIN, int(high[1]) + MARGIN)


def _coverage(xml: str, transform: Matrix, window: Window) -> Field:
    """How much of each sample the shape covers, 0..1."""
    width, height = window.right - window.left, window.bottom - window.top
    size = (width * SAMPLES, height * SAMPLES)
    (a, c, dx), (b, d, dy), _ = transform.tolist()
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size[0]}" height="{size[1]}" '
        f'viewBox="{window.left} {window.top} {width} {height}">'
        f'<g transform="matrix({a:.4f} {b:.4f} {c:.4f} {d:.4f} {dx:.4f} {dy:.4f})">{xml}</g></svg>'
    )
    picture = pygame.image.load_sized_svg(io.BytesIO(svg.encode()), size)
    return pygame.surfarray.array_alpha(picture).T * np.float32(1 / 255)


def _carve_shape(
    part: Part,
    shape: Shape,
    transform: Matrix,
    scale: float,
    palette: Palette,
    lights: Sequence[tuple[float, float, float, float]],
) -> Layer | None:
    material = palette.of(shape.material, part.far)
    window = _window(shape, transform)
    mask = _coverage(shape.xml, transform, window) > 0.43
    if not mask.any():
        return None
    bevel = shape.bevel * scale
    inside = ndimage.distance_transform_edt(mask).astype(np.float32) / SAMPLES
    rise = np.minimum(inside / np.float32(bevel), 1)
    if material.emissive:
        nothing = np.zeros_like(rise)
        return Layer(part, shape, material, window, mask, nothing, nothing, nothing, 1 - rise, nothing)
    height, tone = _height(shape, rise, bevel, scale, transform, window)
    rows = np.arange(window.top * SAMPLES, window.bottom * SAMPLES, dtype=np.float32)[:, None] / SAMPLES
    columns = np.arange(window.left * SAMPLES, window.right * SAMPLES, dtype=np.float32)[None] / SAMPLES
    inverse = np.linalg.inv(transform).astype(np.float32)
    own_x = inverse[0, 0] * columns + inverse[0, 1] * rows + inverse[0, 2]
    own_y = inverse[1, 0] * columns + inverse[1, 1] * rows + inverse[1, 2]
    texture = material.texture if shape.texture is None else shape.texture
    if texture:
        per_unit = np.float32(SAMPLES * scale)
        noise = _noise()[(own_y * per_unit).astype(int) % NOISE_SIZE, (own_x * per_unit).astype(int) % NOISE_SIZE]
        height = height + np.float32(texture) * noise
    slope_y, slope_x = (slope * np.float32(SAMPLES) for slope in np.gradient(height))
    steepness = 1 / np.sqrt(slope_x * slope_x + slope_y * slope_y + 1)
    tone = tone + np.float32(shape.lift + material.lift - part.dim)
    if shape.gradient:
        tone = tone + _gradient(shape.gradient, own_x, own_y)
    tone = tone - np.float32(palette.shade_per_px) * np.maximum(0, rows + np.float32(palette.shade_from))
    glow = _point_light(lights, columns, rows, slope_x, slope_y, steepness)
    if part.far:
        glow = glow * np.float32(0.6)
    return Layer(part, shape, material, window, mask, slope_x, slope_y, steepness, tone, glow)


def _height(
    shape: Shape, rise: Field, bevel: float, scale: float, transform: Matrix, window: Window
) -> tuple[Field, Field]:
    """The height field in px and the light its marks add."""
    if shape.roof:
        profile = rise * np.float32(0.75 if shape.height is None else shape.height)
        smoothing = 0.5 if bevel < 6 * scale else 0.95
    else:
        profile = np.sqrt(1 - (1 - rise) ** 2) * np.float32(0.9 if shape.height is None else shape.height)
        smoothing = 0.7
    height = ndimage.gaussian_filter(np.float32(bevel) * profile, SAMPLES * smoothing)
    tone = np.zeros_like(height)
    for mark in shape.marks:
        pressed = ndimage.gaussian_filter(_coverage(mark.xml, transform, window), SAMPLES * 0.38)
        height = height + np.float32(mark.depth) * pressed
        tone = tone + np.float32(mark.tint) * pressed
    return height, tone


@cache
def _noise() -> Field:
    """A tile of leathery bumps, mean 0, deviation 1, of shape (NOISE_SIZE, NOISE_SIZE)."""
    grain = np.random.default_rng(7).random((NOISE_SIZE, NOISE_SIZE))
    bumps = ndimage.gaussian_filter(grain, SAMPLES * 0.53, mode="wrap")
    return ((bumps - bumps.mean()) / bumps.std()).astype(np.float32)


def _gradient(gradient: tuple[float, ...], own_x: Field, own_y: Field) -> Field:
    x0, y0, x1, y1, first, last = gradient
    dx, dy = x1 - x0, y1 - y0
    along = np.clip(((own_x - x0) * dx + (own_y - y0) * dy) / (dx * dx + dy * dy), 0, 1)
    return np.asarray(first + (last - first) * along, np.float32)


def _point_light(
    lights: Sequence[tuple[float, float, float, float]],
    columns: Field,
    rows: Field,
    slope_x: Field,
    slope_y: Field,
    steepness: Field,
) -> Field:
    glow = np.zeros_like(steepness)
    for light_x, light_y, radius, strength in lights:
        dx, dy = np.float32(light_x) - columns, np.float32(light_y) - rows
        distance = np.hypot(dx, dy)
        falloff = np.maximum(0, 1 - distance / np.float32(radius)) ** np.float32(1.3)
        slant = np.sqrt(distance * distance + np.float32(LIGHT_HEIGHT**2))
        facing = (np.float32(LIGHT_HEIGHT) - slope_x * dx - slope_y * dy) * steepness / slant
        glow += np.float32(strength) * falloff * np.clip(facing * np.float32(1.25) + np.float32(0.12), 0, 1)
    return glow


def paint(relief: Relief, light: WorldLight) -> Painted:
    """Lays the layers over one another from back to front under this light."""
    height, width = (
        (high - low) * SAMPLES
        for low, high in (
            (relief.window.top, relief.window.bottom),
            (relief.window.left, relief.window.right),
        )
    )
    owner = np.full((height, width), -1, np.int32)
    lit, glow = np.zeros((height, width), np.float32), np.zeros((height, width), np.float32)
    for index, layer in enumerate(relief.layers):
        place_in = layer.window.samples_within(relief.window)
        if layer.shape.casts and not layer.material.emissive:
            shadow = _contact_shadow(layer, light)
            lit[place_in] *= 1 - np.float32(SHADOW_STRENGTH) * shadow
            glow[place_in] *= 1 - np.float32(0.5) * shadow
        owner[place_in][layer.mask] = index
        lit[place_in][layer.mask] = _shaded(layer, light)[layer.mask]
        glow[place_in][layer.mask] = layer.glow[layer.mask]
    return Painted(owner, lit, glow)


def _shaded(layer: Layer, light: WorldLight) -> Field:
    if layer.material.emissive:
        return layer.tone

    def toward(x: float, y: float, z: float) -> Field:
        lx, ly, lz = (np.float32(part) for part in light.toward(x, y, z))
        return np.clip((lz - layer.slope_x * lx - layer.slope_y * ly) * layer.steepness, 0, 1)

    key, back = toward(0.50, -0.72, 0.50), toward(-0.80, -0.45, 0.30)
    shade = AMBIENT + KEY_STRENGTH * key ** np.float32(1.15) + BACK_STRENGTH * back
    if layer.material.shiny:
        spark = np.float32(0.26) * toward(0.27, -0.40, 0.87) ** 26 + np.float32(0.14) * toward(-0.5, -0.3, 0.8) ** 18
        shade = shade * np.float32(0.9) - np.float32(0.03) + spark
    return shade + layer.tone


def _contact_shadow(layer: Layer, light: WorldLight) -> Field:
    """0..1 below and away from the key light, and nowhere on the shape itself."""
    down, aside = round(layer.shape.cast * SAMPLES), round(-0.6 * SAMPLES) * light.side
    cast = np.zeros(layer.mask.shape, np.float32)
    source = layer.mask[: cast.shape[0] - down]
    if aside < 0:
        cast[down:, :aside] = source[:, -aside:]
    else:
        cast[down:, aside:] = source[:, :-aside]
    blurred = ndimage.gaussian_filter(cast, SAMPLES * layer.shape.cast * 0.7)
    return np.asarray(np.clip(blurred, 0, 1) * ~layer.mask, np.float32)
