"""The pixels of a picture, to look into."""

import numpy as np
import numpy.typing as npt
import pygame


def pixels(surface: pygame.Surface) -> npt.NDArray[np.uint8]:
    """Colours, (width, height, 3)."""
    return pygame.surfarray.array3d(surface)
