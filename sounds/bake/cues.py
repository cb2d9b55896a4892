"""The cues that are baked, and how each is rendered."""

from dataclasses import dataclass

from sounds.bake.synthesis import Wave

CUES: tuple[str, ...] = ()


@dataclass(frozen=True)
class RenderedCue:
    parts: dict[str, Wave]
    bars: list[float]
    loop: bool


def cue_sources(name: str) -> list[str]:
    return []


def render_cue(name: str) -> RenderedCue:
    raise NotImplementedError(name)
