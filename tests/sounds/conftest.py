"""What the tests of sound listen with."""

from collections.abc import Iterator

import pygame
import pytest

from game.view.sound import SoundStage


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundStage]:
    """A stage on SDL's dummy device."""
    pygame.mixer.quit()
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    opened = SoundStage.open()
    yield opened
    opened.close()
