"""The soldiers on Gamera: on his body, not around it, moving with it, and never so many that he is lost under them."""

import numpy as np
import numpy.typing as npt

from game.sim.rng import Floats
from game.sim.soldiers import SoldierState
from game.sim.world import World
from game.view.lens import Lens
from game.view.sheets import Frame
from game.view.swarm import GROUND, HOST, LOOKS, NORMAL, Stamps, picture_index

SHOWN_MOST = 52  # of 140 that may cling; more hide him, fewer do not read as covered
CLING_LOOKS = np.array([LOOKS.index(look) for look in ("cling", "cling_up", "cling_down", "bite")])
OFFSETS_FROM = (0.0, -56.0)  # px from his feet: where the rules count a clinger's place from
CORE = (0.0, -52.0)  # px from his feet; whoever would hang in the air moves toward it
STEPS_INWARD = (1.0, 0.8, 0.6, 0.4)  # shares of the way from the core
FACE = 17.0  # px round his eye that stay free

Mask = npt.NDArray[np.bool_]


class Clingers:
    """`rest` is Gamera standing, by facing: places are found on that picture and follow the pose from there."""

    def __init__(self, stamps: Stamps, rest: dict[int, Frame]) -> None:
        self._stamps = stamps
        self._rest = rest
        self._bodies = {facing: body_mask(frame) for facing, frame in rest.items()}

    def draw(self, world: World, lens: Lens, x: float, y: float, pose: Frame) -> None:
        """Draws those on him, whose feet are at world (x, y) and who is shown in `pose`."""
        soldiers, facing = world.soldiers, world.gamera_body.facing
        if not soldiers.any_are(SoldierState.CLING):
            return
        rows = soldiers.who_are(SoldierState.CLING)
        rows = rows[np.argsort(soldiers.luck[rows], kind="stable")[:SHOWN_MOST]]
        rest = self._rest[facing]
        places = settled(
            soldiers.offset[:, rows] + np.array(OFFSETS_FROM, np.float32)[:, None], rest, self._bodies[facing]
        )
        off_face = away_from(places, rest.anchors["eye"]) > FACE
        rows, places = rows[off_face], follow(places[:, off_face], rest, pose)
        luck = soldiers.luck[rows]
        look = CLING_LOOKS[(luck >> np.uint32(5)) & np.uint32(3)]
        turned = (luck >> np.uint32(9)) & np.uint32(1)
        tint = np.where((luck >> np.uint32(11)) & np.uint32(1), HOST, GROUND)
        picture = picture_index(tint, NORMAL, look, turned, self._stamps.frame_of(look, luck, world.beat))
        canvas_x = np.rint(places[0] + x).astype(np.intp) - lens.left
        canvas_y = np.rint(places[1] + y).astype(np.intp) - lens.top
        self._stamps.draw(lens.canvas, picture, canvas_x, canvas_y)


def body_mask(frame: Frame) -> Mask:
    """Where the picture is not empty, (w, h)."""
    width, height = frame.image.get_size()
    return np.array([[frame.mask.get_at((x, y)) for y in range(height)] for x in range(width)], np.bool_)


def settled(places: Floats, rest: Frame, body: Mask) -> Floats:
    """The places (2, n), px from his feet, moved toward his core until they lie on him."""
    core = np.array(CORE, np.float32)[:, None]
    result = core + (places - core) * np.float32(STEPS_INWARD[-1])
    for share in reversed(STEPS_INWARD[:-1]):
        nearer = core + (places - core) * np.float32(share)
        column = np.clip(np.rint(nearer[0]).astype(np.intp) + rest.pivot_x, 0, body.shape[0] - 1)
        row = np.clip(np.rint(nearer[1]).astype(np.intp) + rest.pivot_y, 0, body.shape[1] - 1)
        result = np.where(body[column, row], nearer, result)
    return result


def away_from(places: Floats, point: tuple[float, float]) -> Floats:
    dx, dy = places[0] - np.float32(point[0]), places[1] - np.float32(point[1])
    return np.asarray(np.sqrt(dx * dx + dy * dy), np.float32)


def follow(places: Floats, rest: Frame, pose: Frame) -> Floats:
    """The places on him standing, carried to the pose: his chest shows how he leans and how deep he crouches."""
    rest_x, rest_y = rest.anchors["chest"]
    chest_x, chest_y = pose.anchors["chest"]
    lean, crouch = (chest_x - rest_x) / -rest_y, chest_y / rest_y
    return np.array([places[0] - places[1] * lean, places[1] * crouch], np.float32)
