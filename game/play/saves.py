"""What the player has reached: the film's stages, the best of every stage and difficulty, and the tables of scores."""

from pathlib import Path
from typing import Annotated

import msgspec

from game.play import storage
from game.sim.systems.score import RANKS

FORMAT = 1
BACKUPS = 2
TABLE_ROWS = 10
NO_NAME = "---"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-"  # that initials are made of, in the order they are gone through
RANK_ORDER = "".join(letter for letter, _ in RANKS)  # from the best down

Count = Annotated[int, msgspec.Meta(ge=0)]
Trust = Annotated[float, msgspec.Meta(ge=0, le=100)]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Rank = Annotated[str, msgspec.Meta(pattern=rf"^[{RANK_ORDER}]\Z")]
Initials = Annotated[str, msgspec.Meta(pattern=r"^[A-Z0-9.-]{3}\Z")]


class Best(msgspec.Struct, frozen=True):
    """The highest score and the best rank, of the same run or of two."""

    score: Count
    rank: Rank


class ScoreRow(msgspec.Struct, frozen=True):
    """One line of a table of scores."""

    initials: Initials
    score: Count
    rank: Rank | None = None  # of a stage won
    wave: Count = 0  # the last one of an endless stage
    ticks: Count = 0  # that it took, or that he held out


Table = Annotated[list[ScoreRow], msgspec.Meta(max_length=TABLE_ROWS)]  # the highest score first


class Checkpoint(msgspec.Struct, frozen=True):
    """Where the film was left."""

    stage: str
    scene: str = ""  # its name
    state: bytes = b""  # a snapshot of the game as the scene began; nothing: the stage has not begun


class Totals(msgspec.Struct):
    """What was done on a stage, over all its plays and difficulties."""

    plays: Count = 0
    won: Count = 0
    killed: Count = 0
    burned: Count = 0  # of those, on the lines
    ticks: Count = 0

    def add(self, more: "Totals") -> None:
        for field in self.__struct_fields__:
            setattr(self, field, getattr(self, field) + getattr(more, field))


class Saves(msgspec.Struct):
    format: int = FORMAT
    best: dict[str, dict[str, Best]] = {}  # by stage, then by difficulty
    tables: dict[str, dict[str, Table]] = {}  # likewise
    initials: Initials = NO_NAME  # as last entered
    entered: dict[str, Trust] = {}  # by stage of the film reached: the trust it begins with
    city: dict[str, Share] = {}  # by stage of the film won: share of its blocks that stood
    checkpoint: Checkpoint | None = None
    totals: dict[str, Totals] = {}  # by stage

    def __post_init__(self) -> None:
        """Files from before the tables know only the best: it becomes a row without a name."""
        for stage, rows in self.best.items():
            for difficulty, best in rows.items():
                self.tables.setdefault(stage, {}).setdefault(difficulty, [ScoreRow(NO_NAME, best.score, best.rank)])

    def best_of(self, stage: str, difficulty: str) -> Best | None:
        return self.best.get(stage, {}).get(difficulty)

    def record(self, stage: str, difficulty: str, score: int, rank: str) -> bool:
        """Keeps what is better than before, and says whether the score was the highest so far."""
        before = self.best_of(stage, difficulty) or Best(-1, rank)
        best = Best(max(score, before.score), min(rank, before.rank, key=RANK_ORDER.index))
        self.best.setdefault(stage, {})[difficulty] = best
        return score > before.score

    def table(self, stage: str, difficulty: str) -> list[ScoreRow]:
        """The highest score first; empty before the first."""
        return self.tables.get(stage, {}).get(difficulty, [])

    def enter(self, stage: str, difficulty: str, row: ScoreRow) -> int | None:
        """The row's place in its table, from 0; None where it does not get in. Below equals: they were first."""
        if not row.score:
            return None
        table = self.tables.setdefault(stage, {}).setdefault(difficulty, [])
        place = sum(other.score >= row.score for other in table)
        if place >= TABLE_ROWS:
            return None
        table.insert(place, row)
        del table[TABLE_ROWS:]
        return place

    def sign(self, stage: str, difficulty: str, place: int, initials: str) -> None:
        """Puts other initials to a row, and remembers them for the next."""
        table = self.tables[stage][difficulty]
        table[place] = msgspec.structs.replace(table[place], initials=initials)
        self.initials = initials

    def count(self, stage: str, more: Totals) -> None:
        """Adds to what was done on the stage."""
        self.totals.setdefault(stage, Totals()).add(more)

    def highest(self) -> ScoreRow | None:
        """Over all stages and difficulties; None before the first."""
        rows = [row for tables in self.tables.values() for table in tables.values() for row in table]
        return max(rows, key=lambda row: row.score, default=None)


def saves_file() -> Path:
    return storage.home() / "saves.json"


def load_saves() -> tuple[Saves, str]:
    """The saves, and one line to show if their file could not be read."""
    return storage.read(saves_file(), Saves, BACKUPS)


def store_saves(saves: Saves) -> str:
    """Returns nothing, or one line that says why they could not be written."""
    return storage.write(saves_file(), saves, BACKUPS)
