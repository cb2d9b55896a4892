"""The picture of a sweep: win rates with their confidence, and times to win."""

import io
from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from game.agents.sweep_report import CONFIDENCE, Summary

if TYPE_CHECKING:
    from matplotlib.axes import Axes

COLOURS = (
    "#0072b2",
    "#d55e00",
    "#009e73",
    "#cc79a7",
    "#e69f00",
    "#56b4e9",
    "#000000",
)  # Okabe and Ito: told apart by all
PANEL_WIDTH, PANEL_HEIGHT = 6.0, 2.4  # inches
HEAD_HEIGHT = 0.5  # inches; the legend
SPREAD = 0.7  # of the distance between two stages, over which the bots stand side by side
DOTS_PER_INCH = 100


def plot_png(summaries: Sequence[Summary]) -> bytes:
    """A row of panels a difficulty: win rates at the left, times to win at the right. One set of games, one PNG."""
    from matplotlib.figure import Figure

    stages = list(dict.fromkeys(summary.group.stage for summary in summaries))
    bots = list(dict.fromkeys(summary.group.bot for summary in summaries))
    difficulties = list(dict.fromkeys(summary.group.difficulty for summary in summaries))
    size = (2 * PANEL_WIDTH, PANEL_HEIGHT * len(difficulties) + HEAD_HEIGHT)
    figure = Figure(figsize=size, layout="constrained")
    panels = figure.subplots(len(difficulties), 2, sharey="col", squeeze=False)
    for (rates, times), difficulty in zip(panels, difficulties, strict=True):
        _name_axes(rates, times, difficulty, stages)
        for summary in summaries:
            if summary.group.difficulty == difficulty:
                bot = bots.index(summary.group.bot)
                place = stages.index(summary.group.stage) + SPREAD * ((bot + 0.5) / len(bots) - 0.5)
                _draw(rates, times, summary, place, COLOURS[bot % len(COLOURS)])
        times.set_ylim(bottom=0)
    for bot, name in enumerate(bots):  # one legend for all panels: points of no panel
        figure.axes[0].plot([], [], "o", color=COLOURS[bot % len(COLOURS)], label=name)
    figure.legend(loc="outside upper center", ncols=len(bots), frameon=False)
    png = io.BytesIO()
    figure.savefig(png, format="png", dpi=DOTS_PER_INCH, metadata={"Software": None})
    return png.getvalue()


def _name_axes(rates: "Axes", times: "Axes", difficulty: str, stages: Sequence[str]) -> None:
    rates.set_ylabel(f"{difficulty}: won, % ({CONFIDENCE:.0%} interval)")
    rates.set_ylim(-4, 104)
    times.set_ylabel("time to win, min (middle half)")
    for panel in (rates, times):
        panel.set_xticks(range(len(stages)), [PurePath(stage).stem for stage in stages])
        panel.set_xlim(-0.5, len(stages) - 0.5)
        panel.grid(axis="y", alpha=0.3)


def _draw(rates: "Axes", times: "Axes", summary: Summary, place: float, colour: str) -> None:
    interval = summary.win_interval
    rates.vlines(place, 100 * interval.low, 100 * interval.high, color=colour)
    rates.plot([place], [100 * summary.win_rate], "o", color=colour, markersize=4)
    if summary.win_time is not None:
        times.plot([place], [summary.win_time / 60], "o", color=colour, markersize=4)
    if summary.middle_half is not None:
        times.vlines(place, summary.middle_half.low / 60, summary.middle_half.high / 60, color=colour)
