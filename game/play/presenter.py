"""The window. Nothing else in the game knows that there is one.

Everybody draws on `canvas`, 640 x 360 pixels in memory. `show` hands it to the graphics card, which scales it without
smoothing; bars are black. (`pygame.display` with SCALED would choose fractional scales by itself.)
"""

import contextlib
import os
from typing import Literal

import pygame
from pygame._sdl2 import video

from game.sim.units import VIEW_HEIGHT, VIEW_WIDTH
from game.view.colour_vision import Vision, recoloured
from game.view.sheets import load_sheet

Scaling = Literal["integer", "fit", "stretch"]

NOWHERE = "offscreen"  # the driver SDL falls back to without a screen; the game would run unseen
MOST_SCALE = 12
CURSOR_SCALE = 2  # the sheet has it at 16 px
WINDOW_FRAME = 48  # px of the desktop left for a title bar when a new window is made as large as fits
USUAL_REFRESH = 60  # Hz, where the screen does not say
SLOWEST_REFRESH, FASTEST_REFRESH = 30, 240  # Hz; what is outside was misread


def placement(window: tuple[int, int], scaling: Scaling) -> pygame.Rect:
    """Where in a window of that size the canvas goes."""
    width, height = window
    if scaling == "stretch":
        return pygame.Rect(0, 0, width, height)
    scale = min(width / VIEW_WIDTH, height / VIEW_HEIGHT)
    if scaling == "integer" and scale >= 1:
        scale = int(scale)
    size = (max(1, round(VIEW_WIDTH * scale)), max(1, round(VIEW_HEIGHT * scale)))
    place = pygame.Rect((0, 0), size)
    place.center = (width // 2, height // 2)
    return place


def canvas_position(position: tuple[int, int], place: pygame.Rect) -> tuple[int, int] | None:
    """The canvas pixel at a position in the window; None on the bars."""
    if not place.collidepoint(position):
        return None
    x = (position[0] - place.x) * VIEW_WIDTH // place.width
    y = (position[1] - place.y) * VIEW_HEIGHT // place.height
    return x, y


class Presenter:
    """Opens the window. `scale` 1 to MOST_SCALE, or None for the largest that fits the desktop."""

    def __init__(
        self, title: str, scale: int | None, fullscreen: bool, scaling: Scaling, *, vsync: bool = True
    ) -> None:
        pygame.display.init()
        if pygame.display.get_driver() == NOWHERE and "SDL_VIDEODRIVER" not in os.environ:
            raise pygame.error("there is no screen here")
        self.canvas = pygame.Surface((VIEW_WIDTH, VIEW_HEIGHT), depth=32)
        self.scaling = scaling
        self.vision: Vision = "usual"
        self.fullscreen = False
        chosen = scale or largest_scale()
        self._window = pygame.Window(
            title, (VIEW_WIDTH * chosen, VIEW_HEIGHT * chosen), pygame.WINDOWPOS_CENTERED, resizable=True
        )
        self._window.minimum_size = (VIEW_WIDTH, VIEW_HEIGHT)
        self._window.set_icon(load_sheet("ui_title")["window/64"].frames[0].image)
        pygame.mouse.set_cursor((0, 0), _cursor())
        self._recoloured = self.canvas.copy()
        self._begin_to_render(vsync)
        self.set_fullscreen(fullscreen)

    def show(self) -> None:
        """Puts the canvas on the screen. Waits for the screen where vsync works."""
        if self.vision == "usual":
            self._texture.update(self.canvas)
        else:
            recoloured(self.canvas, self._recoloured, self.vision)
            self._texture.update(self._recoloured)
        self._renderer.draw_color = (0, 0, 0, 255)
        self._renderer.clear()
        self._texture.draw(dstrect=self._place())
        self._renderer.present()

    def to_canvas(self, position: tuple[int, int]) -> tuple[int, int] | None:
        """The canvas pixel at a mouse position; None on the bars."""
        return canvas_position(position, self._place())

    def set_fullscreen(self, fullscreen: bool) -> None:
        if fullscreen == self.fullscreen:
            return
        self.fullscreen = fullscreen
        if fullscreen:
            self._window.set_fullscreen(desktop=True)
        else:
            self._window.set_windowed()

    def set_scale(self, scale: int) -> None:
        """The window's size in canvases, 1 to MOST_SCALE; see `scale_that_fits`."""
        chosen = scale_that_fits(scale)
        if not self.fullscreen:
            self._window.size = VIEW_WIDTH * chosen, VIEW_HEIGHT * chosen
            self._window.position = pygame.WINDOWPOS_CENTERED  # where it stood a larger one may leave the desktop

    def set_vsync(self, vsync: bool) -> None:
        if vsync != self._vsync:
            del self._texture, self._renderer  # a window has one renderer; SDL destroys it with its last reference
            self._begin_to_render(vsync)

    def close(self) -> None:
        self._window.destroy()

    def _begin_to_render(self, vsync: bool) -> None:
        self._vsync = vsync
        self._renderer, waits = _renderer(self._window, vsync)
        self._texture = video.Texture(self._renderer, self.canvas.get_size(), depth=32, streaming=True)
        rate = _refresh_rate()
        # Pictures a second that are worth drawing. Where `show` waits for the screen the cap keeps out of its way: two
        # that wait for nearly the same moment make each other late.
        self.frame_cap = rate * 5 // 4 if waits else rate

    def _place(self) -> pygame.Rect:
        return placement(self._window.size, self.scaling)


def scale_that_fits(wanted: int) -> int:
    """`wanted`, but no window so large that its title bar or a corner to drag lies off the desktop; 0: the largest."""
    largest = largest_scale()
    return min(wanted, largest) if wanted else largest


def largest_scale() -> int:
    """Of a window that fits the desktop beside its title bar; at least 1. Opens the display where it is not yet."""
    pygame.display.init()
    sizes = pygame.display.get_desktop_sizes() or [(VIEW_WIDTH, VIEW_HEIGHT)]
    width, height = sizes[0]
    fits = min(width // VIEW_WIDTH, (height - WINDOW_FRAME) // VIEW_HEIGHT)
    return max(1, min(MOST_SCALE, fits))


def _refresh_rate() -> int:
    try:
        rates = pygame.display.get_desktop_refresh_rates()
    except pygame.error:
        return USUAL_REFRESH
    rate = rates[0] if rates else 0
    return rate if SLOWEST_REFRESH <= rate <= FASTEST_REFRESH else USUAL_REFRESH


def _renderer(window: pygame.Window, vsync: bool) -> tuple[video.Renderer, bool]:
    """The renderer, and whether it was asked to wait for the screen. Not every driver can; some only say so."""
    if vsync:
        with contextlib.suppress(pygame.error):
            return video.Renderer(window, vsync=True), True
    return video.Renderer(window), False


def _cursor() -> pygame.Surface:
    return pygame.transform.scale_by(load_sheet("ui")["cursor/arrow"].frames[0].image, CURSOR_SCALE)
