"""The call of a wave without end: its number falls in, its kind is typed below, and both are gone before it arrives."""

import pygame

from game.sim.events import Event, WaveCame
from game.sim.units import VIEW_WIDTH
from game.sim.world import World
from game.view.kit import Kit
from game.view.motion import ease_out
from game.view.text import Align, Edge

TOP = 66  # y of the number; it and its kind stand over the highest wire
KIND_TOP = 106
FALL_TICKS, FALL = 12, 60  # px it falls in that many ticks
LETTER_TICKS = 2
STAYS = 150  # ticks
LEAVES_TICKS = 20


class WaveCall:
    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._wave: WaveCame | None = None
        self._age = 0

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
        leaving = ease_out(self._age - STAYS, LEAVES_TICKS)
        drop = round((1 - ease_out(self._age, FALL_TICKS)) * FALL)
        word = self._kit.word("gold34", f"WAVE {self._wave.number}")
        left = VIEW_WIDTH // 2 - word.get_width() // 2 + round(leaving * VIEW_WIDTH)
        canvas.blit(word, (left, TOP - drop))
        kind = self._kit.say(self._wave.kind).upper()[: max(0, self._age - FALL_TICKS) // LETTER_TICKS]
        if kind and not leaving:
            self._kit.text(canvas, kind, VIEW_WIDTH // 2, KIND_TOP, "cream", Align.CENTRE, edge=Edge.OUTLINE)
