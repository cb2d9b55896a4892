"""Where in the world an event is heard."""

import numpy as np

from game.sim.events import Event, GameraBitten, GameraHurt, PlasmaShort, SoldiersClung, SoldiersPeeled
from game.sim.world import World
from game.view.sound.hearing import middle_of

AT_GAMERA = (GameraBitten, GameraHurt, PlasmaShort, SoldiersClung, SoldiersPeeled)


def place_of(event: Event, world: World, camera_x: float) -> float | None:
    """World x of the event; None for what has no place and is heard in the middle, such as words."""
    if isinstance(event, AT_GAMERA):
        return world.gamera_body.x
    x = getattr(event, "x", None)
    if x is not None:
        return float(x)
    circuit = getattr(event, "circuit", None)
    if circuit is not None:
        return nearest_wire(world.lines.circuit_of == circuit, camera_x)
    return None


def nearest_wire(covered: np.ndarray[tuple[int], np.dtype[np.bool_]], camera_x: float) -> float | None:
    """The x nearest to the picture's middle where `covered`, one flag a px of the stage, holds; None if nowhere."""
    places = np.flatnonzero(covered)
    if not len(places):
        return None
    middle = middle_of(camera_x)
    at = int(np.searchsorted(places, middle))
    near = places[max(0, at - 1) : at + 1]
    return float(near[np.abs(near - middle).argmin()])
