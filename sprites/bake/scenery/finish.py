"""What a place does to every prop it stands up: damage, lit edges, and the snow or ash on its tops."""

import random
from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from sprites.bake.scenery.canvas import Canvas, glows, rimmed
from sprites.bake.scenery.materials import BASE, LIGHT, RIM, pixel, tone_of
from sprites.bake.scenery.ruin import bitten, collapsed, sheared

CAP_DEPTH = 2  # px; three tenths of it is a pixel deeper
CAP_STEP = 3  # px over which the cap's depth stays the same
HEAPED = 0.55  # share of the cap that rises a pixel above what carries it
TIMBER = frozenset({"house", "shop"})  # these come down whole; the others shear off
STOREYS = {"office": 8}  # px from floor to floor; all others 9
STOREY = 9
LATTICES = frozenset({"pylon", "utility_pole"})
TINY = frozenset({"crowd", "troops"})  # lit edges would leave nothing else of them
BARE_HEADED = frozenset({"asagi", "crowd", "lantern", "near_crowd", "scientists", "sentry", "tent", "troops"})
ROOTED = 12  # px above the foot; what reaches down to there stands


def lay_cap(canvas: Canvas, material: str, seed: int, depth: int = CAP_DEPTH, ledges: bool = True) -> Canvas:
    """Lays `material` in place on every top edge; with `ledges` a thin line on every bright ledge too."""
    pixels = canvas.pixels
    solid, dull = pixels > 0, (pixels > 0) & ~glows(pixels)
    above = np.zeros_like(solid)
    above[1:] = solid[:-1]
    top = dull & ~above
    ledge = dull & above & (tone_of(pixels) == RIM)
    dice = random.Random(seed)
    columns = np.repeat([dice.random() for _ in range(canvas.width // CAP_STEP + 1)], CAP_STEP)[: canvas.width]
    deep = columns >= 0.7
    covered = top.copy()
    if ledges:
        pixels[ledge] = pixel(material, LIGHT)
    for row in range(depth + 1):
        reached = covered & (deep[None] | (row < depth))
        tone = RIM if row == 0 else BASE if row == depth else LIGHT
        pixels[reached] = pixel(material, tone)
        below = np.zeros_like(covered)
        below[1:] = covered[:-1]
        covered = below & dull
    heap = np.zeros_like(top)
    heap[:-1] = top[1:] & (columns < HEAPED)[None]
    pixels[heap & ~solid] = pixel(material, RIM)
    return canvas


def damaged(name: str, canvas: Canvas, stage: int, seed: int, burning: bool = False) -> Canvas:
    """A prop after stage 1 (bitten open) or stage 2 (ruined), in the way its kind breaks."""
    if stage == 0:
        return canvas
    storey = STOREYS.get(name, STOREY)
    if stage == 1:
        return bitten(canvas, seed, storey, burning)
    if name in TIMBER:
        return collapsed(canvas, seed, burning)
    ruin = sheared(canvas, seed, storey, burning)
    if name in LATTICES:
        _drop_loose_parts(ruin)
    return ruin


def _drop_loose_parts(canvas: Canvas) -> None:
    """Takes away in place what no longer hangs together with the ground."""
    labels, _ = ndimage.label(canvas.pixels > 0, np.ones((3, 3)))
    rooted = np.unique(labels[-ROOTED:])
    canvas.pixels[~np.isin(labels, rooted)] = 0


@dataclass(frozen=True, slots=True)
class Finish:
    """The light and the weather of a place."""

    lit_side: int = -1  # the flank on which the back light falls
    cap: str = ""

    def of(self, prop: Canvas, seed: int, name: str = "") -> Canvas:
        """A copy with lit edges and cap, larger by a pixel on every side but the foot."""
        finished = prop.padded(1, 1, 1) if name in TINY else rimmed(prop, self.lit_side)
        return lay_cap(finished, self.cap, seed) if self.cap and name not in BARE_HEADED else finished

    def of_far(self, city: Canvas, seed: int) -> Canvas:
        """A far city in place: too small for lit edges, but white on top."""
        return lay_cap(city, self.cap, seed, depth=1, ledges=False) if self.cap else city
