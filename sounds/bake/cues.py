"""A cue of music from its score in `sounds/score/`. Which of them are baked, `catalogue.py` says."""

from dataclasses import dataclass

from sounds.bake.performance import perform
from sounds.bake.score import read_score, score_files
from sounds.bake.synthesis import Wave


@dataclass(frozen=True)
class RenderedCue:
    """`parts` holds stereo (2, n) by stem, or the whole mix under ""."""

    parts: dict[str, Wave]
    bars: list[float]  # seconds
    loop: bool


def cue_sources(name: str) -> list[str]:
    """The texts a cue is made from, besides code."""
    return [path.read_text() for path in score_files(name)]


def render_cue(name: str) -> RenderedCue:
    score = read_score(name)
    performance = perform(score)
    return RenderedCue(performance.stems or {"": performance.mix}, performance.bars, score.loop)
