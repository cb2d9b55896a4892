"""What a sweep found: win rates with their confidence, times to win, and which targets of `balance.toml` they miss."""

from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from statistics import NormalDist, median, quantiles
from typing import NamedTuple

import msgspec

from game.agents.sweep_results import Row
from game.sim.units import TICKS_PER_SECOND

CONFIDENCE = 0.95
COLUMNS = (
    "stage",
    "difficulty",
    "bot",
    "games",
    "won",
    "95 % interval",
    "time to win",
    "middle half",
    "lost",
    "time to lose",
)
NUMBERS_FROM = 3  # columns from here on stand at the right


class Group(NamedTuple):
    """Games that differ only in their seed."""

    stage: str
    difficulty: str
    bot: str


class Interval(NamedTuple):
    low: float
    high: float


class Summary(NamedTuple):
    group: Group
    games: int
    win_seconds: tuple[float, ...]  # of each game won, ascending
    lose_seconds: tuple[float, ...]  # of each game lost, ascending

    @property
    def won(self) -> int:
        return len(self.win_seconds)

    @property
    def lost(self) -> int:
        return len(self.lose_seconds)

    @property
    def win_rate(self) -> float:
        return self.won / self.games

    @property
    def win_interval(self) -> Interval:
        return wilson_interval(self.won, self.games)

    @property
    def win_time(self) -> float | None:
        """Seconds, median; None where no game was won."""
        return median(self.win_seconds) if self.win_seconds else None

    @property
    def lose_time(self) -> float | None:
        """Seconds, median; None where no game was lost."""
        return median(self.lose_seconds) if self.lose_seconds else None

    @property
    def middle_half(self) -> Interval | None:
        """Seconds between which the middle half of the wins lie."""
        if len(self.win_seconds) < 2:
            return None
        quarter, _, three_quarters = quantiles(self.win_seconds, n=4, method="inclusive")
        return Interval(quarter, three_quarters)


class Target(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of `balance.toml`, which explains the fields."""

    says: str
    stages: tuple[str, ...]
    difficulties: tuple[str, ...]
    bots: tuple[str, ...]
    won: Interval | None = None
    lost: Interval | None = None
    minutes: Interval | None = None

    def is_about(self, group: Group) -> bool:
        return group.stage in self.stages and group.difficulty in self.difficulties and group.bot in self.bots


class Targets(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    target: tuple[Target, ...]


def wilson_interval(won: int, games: int) -> Interval:
    """Between which rates the true one lies with CONFIDENCE: Wilson's score interval, which holds for few games too."""
    z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)
    rate, weight = won / games, z * z / games
    centre = (rate + weight / 2) / (1 + weight)
    reach = z / (1 + weight) * (rate * (1 - rate) / games + weight / (4 * games)) ** 0.5
    return Interval(max(0.0, centre - reach), min(1.0, centre + reach))


def summarize(rows: Iterable[Row]) -> list[Summary]:
    """One summary a group, in the order in which the groups first appear."""
    groups: dict[Group, list[Row]] = {}
    for row in rows:
        groups.setdefault(Group(row.stage, row.difficulty, row.bot), []).append(row)
    return [_summary(group, played) for group, played in groups.items()]


def balance_targets() -> tuple[Target, ...]:
    return msgspec.toml.decode(files("game.agents").joinpath("balance.toml").read_bytes(), type=Targets).target


def missed_targets(summaries: Iterable[Summary]) -> list[str]:
    """A line for each number that lies outside its target."""
    return [
        f"{' '.join(summary.group)}: {miss}, for {target.says}"
        for summary in summaries
        for target in balance_targets()
        if target.is_about(summary.group)
        for miss in _misses(summary, target)
    ]


def table(summaries: Iterable[Summary]) -> str:
    """A Markdown table that also reads well as plain text."""
    lines = [COLUMNS, *(_cells(summary) for summary in summaries)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(COLUMNS))]
    rule = ["-" * (width - 1) + (":" if column >= NUMBERS_FROM else "-") for column, width in enumerate(widths)]
    head, *body = [
        [
            cell.rjust(width) if column >= NUMBERS_FROM else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ]
        for line in lines
    ]
    return "".join(f"| {' | '.join(line)} |\n" for line in [head, rule, *body])


def document(summaries: Sequence[Summary], command: str, plot: str) -> str:
    """The report as a Markdown file; `plot` is where it finds the picture."""
    missed = missed_targets(summaries)
    verdict = "".join(f"- {line}\n" for line in missed) or "Nothing.\n"
    games = sum(summary.games for summary in summaries)
    return (
        f"# Balance\n\nBots played {games} games. This page and its plot were made by:\n\n```\n{command}\n```\n\n"
        f"![Win rate and time to win]({plot})\n\n"
        f"## Out of target\n\nThe targets are those of `game/agents/balance.toml`.\n\n{verdict}\n"
        f"## All\n\n"
        f"The interval is Wilson's, of the true win rate. Times are medians in minutes and seconds; the middle half\n"
        f"of the games won lies within its bounds. What is neither won nor lost had not ended after five minutes.\n\n"
        f"{table(summaries)}"
    )


def _cells(summary: Summary) -> tuple[str, ...]:
    half, interval = summary.middle_half, summary.win_interval
    return (
        *summary.group,
        str(summary.games),
        f"{summary.win_rate:.0%}",
        f"{interval.low:.0%} to {interval.high:.0%}",
        "" if summary.win_time is None else _clock(summary.win_time),
        "" if half is None else f"{_clock(half.low)} to {_clock(half.high)}",
        f"{summary.lost / summary.games:.0%}",
        "" if summary.lose_time is None else _clock(summary.lose_time),
    )


def _clock(seconds: float) -> str:
    return f"{round(seconds) // 60}:{round(seconds) % 60:02}"


def _summary(group: Group, rows: Sequence[Row]) -> Summary:
    def seconds(outcome: str) -> tuple[float, ...]:
        return tuple(sorted(row.ticks / TICKS_PER_SECOND for row in rows if row.outcome == outcome))

    return Summary(group, len(rows), seconds("won"), seconds("lost"))


def _misses(summary: Summary, target: Target) -> Iterator[str]:
    for name, count, wanted in (("won", summary.won, target.won), ("lost", summary.lost, target.lost)):
        share = count / summary.games
        if wanted is not None and not wanted.low <= share <= wanted.high:
            bounds = f"{wanted.low:.0%} to {wanted.high:.0%}" if wanted.low < wanted.high else f"{wanted.low:.0%}"
            yield f"{name} {count} of {summary.games}, not {bounds}"
    if target.minutes is not None and summary.win_time is not None:
        low, high = (minutes * 60 for minutes in target.minutes)
        if not low <= summary.win_time <= high:
            yield f"won in {_clock(summary.win_time)}, not {_clock(low)} to {_clock(high)}"
