"""What the player has reached: the film's stages, and the best score of every stage and difficulty."""

from pathlib import Path
from typing import Annotated

import msgspec

from game.play import storage

FORMAT = 1
Trust = Annotated[float, msgspec.Meta(ge=0, le=100)]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]


class Best(msgspec.Struct, frozen=True):
    score: int
    rank: str


class Saves(msgspec.Struct):
    format: int = FORMAT
    best: dict[str, dict[str, Best]] = {}  # by stage, then by difficulty
    entered: dict[str, Trust] = {}  # by stage of the film reached: the trust it begins with
    city: dict[str, Share] = {}  # by stage of the film won: share of its blocks that stood

    def best_of(self, stage: str, difficulty: str) -> Best | None:
        return self.best.get(stage, {}).get(difficulty)

    def highest_score(self) -> int:
        """Over all stages and difficulties; 0 before the first."""
        return max((best.score for rows in self.best.values() for best in rows.values()), default=0)

    def record(self, stage: str, difficulty: str, score: int, rank: str) -> bool:
        """Keeps the score if it is the best so far, and says whether it was."""
        before = self.best_of(stage, difficulty)
        if before is not None and before.score >= score:
            return False
        self.best.setdefault(stage, {})[difficulty] = Best(score, rank)
        return True


def saves_file() -> Path:
    return storage.home() / "saves.json"


def load_saves() -> tuple[Saves, str]:
    """The saves, and one line to show if their file could not be read."""
    return storage.read(saves_file(), Saves)


def store_saves(saves: Saves) -> str:
    """Returns nothing, or one line that says why they could not be written."""
    return storage.write(saves_file(), saves)
