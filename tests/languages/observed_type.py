"""Watches where words are drawn: on the canvas, in their frames, not over each other."""

from collections.abc import Callable
from typing import NamedTuple

import pygame
import pytest

from game.view.kit import Kit
from game.view.text import GLYPH, WIDE_HEIGHT, Align, lift, text_width

SLACK = 1  # px: rows of type 10 px apart touch, and a shadow may lie on a border


class Words(NamedTuple):
    text: str
    place: pygame.Rect
    canvas: pygame.Surface


class ObservedType:
    """From now on keeps where `kit` draws words and frames."""

    def __init__(self, kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
        self.words: list[Words] = []
        self.frames: list[tuple[pygame.Surface, pygame.Rect]] = []
        monkeypatch.setattr(kit.type, "draw", self._watching_words(kit.type.draw))
        monkeypatch.setattr(kit, "frame", self._watching_frames(kit.frame))

    def _watching_words(self, draw: Callable[..., int]) -> Callable[..., int]:
        def watched(canvas: pygame.Surface, text: str, x: int, y: int, *paint: str, **how: object) -> int:
            after = draw(canvas, text, x, y, *paint, **how)
            align, scale = how.get("align", Align.LEFT), int(str(how.get("scale", 1)))
            width = text_width(text, scale)
            left = x - {Align.LEFT: 0, Align.CENTRE: width // 2, Align.RIGHT: width - scale}[align]
            raised = lift(text)
            height = WIDE_HEIGHT if raised else GLYPH
            if text.strip():
                place = pygame.Rect(left, y - raised * scale, width, height * scale)
                self.words.append(Words(text, place, canvas))
            return after

        return watched

    def _watching_frames(self, frame: Callable[..., None]) -> Callable[..., None]:
        def watched(canvas: pygame.Surface, x: int, y: int, width: int, height: int, *look: object) -> None:
            self.frames.append((canvas, pygame.Rect(x, y, width, height)))
            frame(canvas, x, y, width, height, *look)

        return watched

    def troubles(self) -> list[str]:
        """Of the words drawn since: one line for each that leaves its canvas or frame, or lies on others."""
        found = []
        for number, words in enumerate(self.words):
            if not words.canvas.get_rect().inflate(2 * SLACK, 2 * SLACK).contains(words.place):
                found.append(f"{words.text!r} leaves the canvas: {words.place}")
            frame = self._frame_of(words)
            if frame is not None and not frame.inflate(2 * SLACK, 2 * SLACK).contains(words.place):
                found.append(f"{words.text!r} leaves its frame {frame}: {words.place}")
            for other in self.words[:number]:
                if other.canvas is words.canvas and _tight(other.place).colliderect(_tight(words.place)):
                    found.append(f"{words.text!r} lies on {other.text!r}: {words.place}, {other.place}")
        return found

    def _frame_of(self, words: Words) -> pygame.Rect | None:
        """The smallest one its first letter is in."""
        start = pygame.Rect(words.place.topleft, (GLYPH, GLYPH)).center
        around = [frame for canvas, frame in self.frames if canvas is words.canvas and frame.collidepoint(start)]
        return min(around, key=lambda frame: frame.width * frame.height, default=None)


def _tight(place: pygame.Rect) -> pygame.Rect:
    return place.inflate(0, -2 * SLACK)
