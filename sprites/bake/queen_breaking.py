"""The Queen broken: her pieces, and the cracks that run through her before they fly.

A crack takes the way that costs least: along the dark seams between plates, seldom across one. So no two pieces
have one size, and nothing looks like a net laid over her.
"""

from dataclasses import replace

import numpy as np
import numpy.typing as npt
from scipy import ndimage, sparse
from scipy.sparse import csgraph

from sprites.bake.materials import ramp, read_palette
from sprites.bake.pose import Pose
from sprites.bake.posebook import PoseBook, load_document
from sprites.bake.puppet import load_puppet
from sprites.bake.puppets import AS_DRAWN, PUPPETS, RIG_MODULES, draw_pose
from sprites.bake.sheet import Frame, Pixels, Strip, trimmed
from sprites.bake.targets import SPRITES, Target

Labels = npt.NDArray[np.intp]
Field = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

POSE = "risen"  # what she stands in when the beam breaks her
PIECES = 34
SEED = 11
APART = 9.0  # px two pieces' hearts are apart at least
SEAM_BELOW = 74.0  # of 255; darker pixels are seams and outlines
SEAM_COST = 9.0  # px of plate that a step across a seam is worth
GRAIN_COST = 2.2  # px; how unevenly a plate itself breaks
HIT = (-84.0, -80.0)  # px from her feet to where the beam meets her
CRACK_STEPS, CRACK_TICKS = 9, 5
LATE = 46.0  # px; how much later than its distance says a crack may open
HOT_SHARE = 0.55  # of the cracks that are wide enough to glow at their rims
CRACK_RAMP = ramp("c8481c ffb034 fffad6")  # rim of a hot crack, a thin crack, the middle of a hot one


def draw_breaking() -> dict[str, list[Strip]]:
    frame = trimmed(_broken_pose())
    dice = np.random.default_rng(SEED)
    pieces = _pieces_along_seams(frame, dice)
    return {
        "queen_breaking": [
            Strip("piece", tuple(_piece(frame, pieces == number) for number in range(PIECES))),
            Strip("crack", tuple(_cracks(frame, pieces, dice)), CRACK_TICKS),
        ]
    }


def _broken_pose() -> Frame:
    document = load_document(PUPPETS / "queen.toml")
    pose: Pose = PoseBook(document).pose(POSE)
    puppet = load_puppet(PUPPETS / document["drawings"]["side"])
    (frame,) = draw_pose(puppet, pose, read_palette(document), (AS_DRAWN,))
    return frame


def _pieces_along_seams(frame: Frame, dice: np.random.Generator) -> Labels:
    """For every px (y, x) the number of its piece, -1 outside of her."""
    solid = frame.pixels[..., 3] > 0
    light = frame.pixels[..., :3].mean(axis=2)
    grain = ndimage.gaussian_filter(dice.random(solid.shape), 1.6)
    grain = (grain - grain.min()) / (grain.max() - grain.min())
    cost = 1 + SEAM_COST * (light < SEAM_BELOW) + GRAIN_COST * grain
    hearts = _hearts(solid & (light >= SEAM_BELOW), dice)
    nodes = hearts[:, 0] * solid.shape[1] + hearts[:, 1]
    _, _, nearest = csgraph.dijkstra(
        _steps(solid, cost), directed=False, indices=nodes, min_only=True, return_predecessors=True
    )
    labels = np.full(solid.size, -1, np.intp)
    for number, node in enumerate(nodes):
        labels[nearest == node] = number
    return _with_islands(labels.reshape(solid.shape), solid)


def _hearts(where: Mask, dice: np.random.Generator) -> Labels:
    """(PIECES, 2): the px (y, x) from which the pieces grow, none too near another."""
    hearts: list[npt.NDArray[np.intp]] = []
    for spot in dice.permutation(np.argwhere(where)):
        if all(np.hypot(*(spot - other)) > APART for other in hearts):
            hearts.append(spot)
        if len(hearts) == PIECES:
            break
    return np.array(hearts, np.intp)


def _steps(solid: Mask, cost: Field) -> sparse.csr_matrix:
    """The graph of her pixels: what each step to the right and down costs."""
    numbers = np.arange(solid.size).reshape(solid.shape)
    starts, ends, costs = [], [], []
    for first, second in (
        ((slice(None), slice(None, -1)), (slice(None), slice(1, None))),
        ((slice(None, -1), slice(None)), (slice(1, None), slice(None))),
    ):
        both = solid[first] & solid[second]
        starts.append(numbers[first][both])
        ends.append(numbers[second][both])
        costs.append(((cost[first] + cost[second]) / 2)[both])
    table = (np.concatenate(costs), (np.concatenate(starts), np.concatenate(ends)))
    return sparse.csr_matrix(table, shape=(solid.size, solid.size))


def _with_islands(labels: Labels, solid: Mask) -> Labels:
    """What hangs together with no heart goes with the piece beside it."""
    rows, columns = ndimage.distance_transform_edt(labels < 0, return_distances=False, return_indices=True)
    return np.where(solid, labels[rows, columns], -1)


def _piece(frame: Frame, mine: Mask) -> Frame:
    """One piece, its pivot in its middle; the anchor `place` is where that is in her, px from her feet."""
    rows, columns = np.nonzero(mine)
    middle = int(columns.min() + columns.max()) // 2, int(rows.min() + rows.max()) // 2
    pixels = frame.pixels.copy()
    pixels[~mine] = 0
    place = float(middle[0] - frame.pivot[0]), float(middle[1] - frame.pivot[1])
    return Frame(pixels, middle, {"place": place})


def _cracks(frame: Frame, pieces: Labels, dice: np.random.Generator) -> list[Frame]:
    """The same cracks ever farther from where she was hit; each opens when it likes, and the last step shows all."""
    edge, pair = _borders(pieces)
    rows, columns = np.indices(pieces.shape)
    distance = np.hypot(columns - frame.pivot[0] - HIT[0], rows - frame.pivot[1] - HIT[1])
    late = dice.uniform(0, LATE, PIECES * PIECES)[pair]
    hot = edge & (dice.random(PIECES * PIECES) < HOT_SHARE)[pair]
    opens = distance + late
    last = opens[edge].max()
    frames = []
    for step in range(1, CRACK_STEPS + 1):
        reach = last * step / CRACK_STEPS
        open_now, wide_now = edge & (opens <= reach), hot & (opens <= reach * 0.8)
        frames.append(replace(frame, pixels=_glowing(open_now, wide_now, pieces >= 0), anchors={}))
    return frames


def _borders(pieces: Labels) -> tuple[Mask, Labels]:
    """Where two pieces meet, and the number of that pair."""
    edge, pair = np.zeros(pieces.shape, bool), np.zeros(pieces.shape, np.intp)
    for here, there in (
        ((slice(1, None), slice(None)), (slice(None, -1), slice(None))),
        ((slice(None), slice(1, None)), (slice(None), slice(None, -1))),
    ):
        first, second = pieces[here], pieces[there]
        meet = (first != second) & (first >= 0) & (second >= 0)
        edge[here] |= meet
        numbers = np.minimum(first, second) * PIECES + np.maximum(first, second)
        pair[here] = np.where(meet, numbers, pair[here])
    return edge, pair


def _glowing(cracks: Mask, hot: Mask, inside: Mask) -> Pixels:
    rim = ndimage.binary_dilation(hot) & inside
    pixels = np.zeros((*cracks.shape, 4), np.uint8)
    for mask, colour in zip((rim, cracks, hot), CRACK_RAMP, strict=True):
        pixels[mask] = (*colour, 255)
    return pixels


QUEEN_BREAKING = Target(
    "queen_breaking",
    (
        PUPPETS / "queen.svg",
        PUPPETS / "queen.toml",
        *(SPRITES / "bake" / f"{module}.py" for module in (*RIG_MODULES, "queen_breaking")),
    ),
    draw_breaking,
)
