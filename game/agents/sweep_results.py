"""The results of a sweep in a CSV file that can be continued: one line a game, written when the game ends."""

import csv
import io
import os
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import IO, Annotated, NamedTuple, Self

import msgspec

from game.agents.simulate import Report

MOST_BYTES = 512 << 20  # a line is about 150
NEWLINE = "\n"

Count = Annotated[int, msgspec.Meta(ge=0)]


class SweepError(ValueError):
    """A sweep that cannot be made, or a file that holds none. The message is one line."""


class Game(NamedTuple):
    """All that the course of a game depends on, besides the rules."""

    stage: str
    difficulty: str
    bot: str
    seed: int


class Row(msgspec.Struct, frozen=True):
    """A game that was played: the columns of the file. Nothing here depends on where or how fast it was played."""

    stage: str
    difficulty: str
    bot: str
    seed: Count
    rules: str  # `sweep.rules_digest` of the stage
    outcome: Annotated[str, msgspec.Meta(pattern="^(won|lost|)$")]  # nothing: it had not ended at the limit
    reason: str
    ticks: Count
    score: int
    rank: str  # nothing where it was not won
    trust: Annotated[float, msgspec.Meta(ge=0, le=100)]
    spawned: Count
    killed: Count
    killed_by_lure: Count
    digest: str

    @classmethod
    def of(cls, report: Report, rules: str) -> Self:
        return cls(
            stage=report.stage,
            difficulty=report.difficulty,
            bot=report.bot,
            seed=report.seed,
            rules=rules,
            outcome=report.outcome or "",
            reason=" ".join(report.reason.split()),  # a game stays one line
            ticks=report.ticks,
            score=report.score,
            rank=report.rank or "",
            trust=report.trust,
            spawned=report.soldiers.spawned,
            killed=report.soldiers.killed,
            killed_by_lure=report.soldiers.killed_by_lure,
            digest=report.digest,
        )

    @property
    def game(self) -> Game:
        return Game(self.stage, self.difficulty, self.bot, self.seed)


HEADER = ",".join(Row.__struct_fields__) + NEWLINE


class ResultsFile:
    """The file while a sweep runs: `rows` are what it holds, `append` adds one at once.

    Entering reads the file and makes it if there is none. A last line that was cut off is dropped: that game is played
    again. SweepError for a file that holds anything else; it is left as it is.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.rows: dict[Game, Row] = {}
        self._file: IO[str] | None = None

    def __enter__(self) -> Self:
        whole = self._read()
        self.rows = {row.game: row for row in _parse(whole, self.path)}
        try:
            self._file = self.path.open("a", encoding="utf-8", newline="")
            self._file.truncate(len(whole.encode()))
        except OSError as error:
            raise SweepError(f"{self.path}: {error.strerror}") from None
        if not whole:
            self._write(HEADER)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()

    def append(self, row: Row) -> None:
        self.rows[row.game] = row
        self._write(_lines([row]))

    def _write(self, text: str) -> None:
        assert self._file is not None, "entered"
        self._file.write(text)
        self._file.flush()
        os.fsync(self._file.fileno())

    def _read(self) -> str:
        """Its whole lines."""
        try:
            if not self.path.exists():
                return ""
            if not self.path.is_file():
                raise SweepError(f"{self.path}: not a file")
            if self.path.stat().st_size > MOST_BYTES:
                raise SweepError(f"{self.path}: larger than {MOST_BYTES} bytes")
            content = self.path.read_bytes()
            whole = content[: content.rfind(b"\n") + 1]
            if not whole and not HEADER.encode().startswith(content):
                raise SweepError(f"{self.path}: not the results of a sweep")
            return whole.decode("utf-8")
        except OSError as error:
            raise SweepError(f"{self.path}: {error.strerror}") from None
        except UnicodeDecodeError:
            raise SweepError(f"{self.path}: not UTF-8 text") from None


def results_csv(rows: Iterable[Row]) -> str:
    """The whole file of `rows`, in their order."""
    return HEADER + _lines(rows)


def _lines(rows: Iterable[Row]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator=NEWLINE).writerows(msgspec.structs.astuple(row) for row in rows)
    return text.getvalue()


def _parse(text: str, path: Path) -> list[Row]:
    if not text:
        return []
    if not text.startswith(HEADER):
        raise SweepError(f"{path}: not the results of a sweep")
    lines = csv.reader(io.StringIO(text[len(HEADER) :]), strict=True)
    rows = []
    try:
        for cells in lines:
            rows.append(_row(cells))
    except (csv.Error, msgspec.ValidationError, ValueError) as error:
        raise SweepError(f"{path}: line {lines.line_num + 1}: {error}") from None
    return rows


def _row(cells: list[str]) -> Row:
    columns = dict(zip(Row.__struct_fields__, cells, strict=True))
    return msgspec.convert(columns, Row, strict=False)
