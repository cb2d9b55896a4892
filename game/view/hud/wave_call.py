"""The call of a wave without end: its number falls in, its kind is typed below. The wave's order follows it there."""

import pygame

from game.sim.events import Event, WaveCame
from game.sim.world import World
from game.view.hud.fitting import fitting_scale
from game.view.hud.layout import HudLayout
from game.view.kit import Kit
from game.view.language import Sentence
from game.view.motion import ease_out
from game.view.text import Align, Edge, lift

KIND_BELOW, KIND_HEIGHT = 38, 18  # px from the top of the number to that of its kind
FALL_TICKS = 12  # from above its place into it
LETTER_TICKS = 2
STAYS = 150  # ticks
LEAVES_TICKS = 20


class WaveCall:
    def __init__(self, kit: Kit, layout: HudLayout) -> None:
        self._kit = kit
        self._place = layout.wave_call
        self._wanted_scale = layout.scale
        self._wave: WaveCame | None = None
        self._age = 0

    @property
    def busy(self) -> bool:
        """One is on view."""
        return self._wave is not None

    def observe(self, world: World, events: list[Event]) -> None:
        self._age += 1
        for event in events:
            if isinstance(event, WaveCame):
                self._wave, self._age = event, 0
        if self._age >= STAYS + LEAVES_TICKS or not world.playing:
            self._wave = None

    def draw(self, canvas: pygame.Surface) -> None:
        if self._wave is None:
            return
        kit, place = self._kit, canvas.subsurface(self._place)
        middle = self._place.width // 2
        leaving = ease_out(self._age - STAYS, LEAVES_TICKS)
        word = kit.word("gold34", kit.say(Sentence("Wave {number}", number=self._wave.number)).upper())
        above = round((1 - ease_out(self._age, FALL_TICKS)) * word.get_height())
        place.blit(word, (middle - word.get_width() // 2 + round(leaving * self._place.width), -above))
        kind = kit.say(self._wave.kind).upper()
        scale = fitting_scale(kind, self._wanted_scale, self._place.width, KIND_HEIGHT)
        typed = kind[: max(0, self._age - FALL_TICKS) // LETTER_TICKS]
        if typed and not leaving:
            left, top = middle - kit.type.width(kind, scale) // 2, KIND_BELOW + lift(kind) * scale
            kit.text(place, typed, left, top, "cream", Align.LEFT, scale, Edge.OUTLINE)
