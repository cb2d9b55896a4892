"""Light that fills the picture slowly and leaves it slowly. Not a flash: it takes most of a second to rise."""

from dataclasses import dataclass

import pygame


@dataclass(frozen=True, slots=True)
class Swell:
    """Ticks until it begins, of rising, of staying, of fading; how much of white at its height, 0 to 1."""

    wait: int
    rise: int
    stay: int
    fade: int
    height: float
    colour: tuple[int, int, int] = (255, 252, 240)
    age: int = 0

    @property
    def over(self) -> bool:
        return self.age >= self.wait + self.rise + self.stay + self.fade

    @property
    def level(self) -> float:
        """0 to 1, eased at both ends."""
        age = self.age - self.wait
        if age < 0:
            return 0.0
        if age < self.rise:
            part = age / self.rise
        elif age < self.rise + self.stay:
            part = 1.0
        else:
            part = max(0.0, 1 - (age - self.rise - self.stay) / self.fade)
        return self.height * part * part * (3 - 2 * part)


def draw_swell(canvas: pygame.Surface, swell: Swell) -> None:
    """Covers the canvas with the swell's colour."""
    level = round(255 * swell.level)
    if level <= 0:
        return
    if level >= 255:
        canvas.fill(swell.colour)
        return
    cover = pygame.Surface(canvas.get_size(), 0, canvas)
    cover.fill(swell.colour)
    cover.set_alpha(level)
    canvas.blit(cover, (0, 0))
