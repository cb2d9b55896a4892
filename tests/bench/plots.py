"""The two plots of docs/performance.md."""

from pathlib import Path

import matplotlib as mpl
from matplotlib import pyplot as plt
from matplotlib.figure import Figure

from game.agents.bench_profile import BenchProfile, Part
from tests.bench.measure import Costs

NAMED_PARTS = 9  # the others are summed
SIZE = (8, 4.5)  # inches
INK, PAPER = "#1c1726", "#f5efe0"
COLOURS = ("#3b6ea5", "#c8553d")

mpl.use("Agg")


def plot_headcount(costs: list[Costs], file: Path) -> None:
    """Cost of a tick and of a frame against the headcount, both axes logarithmic."""
    soldiers = [cost.soldiers for cost in costs]
    figure, axes = plt.subplots(figsize=SIZE, facecolor=PAPER, layout="constrained")
    for name, spreads, colour in (
        ("tick alone", [cost.tick for cost in costs], COLOURS[0]),
        ("tick and drawing, all in view", [cost.frame for cost in costs], COLOURS[1]),
    ):
        axes.plot(soldiers, [spread.median for spread in spreads], "o-", color=colour, label=name)
        low, high = [spread.median for spread in spreads], [spread.p95 for spread in spreads]
        axes.fill_between(soldiers, low, high, color=colour, alpha=0.2, label="up to the 95th percentile")
    axes.axhline(1000 / 60, color=INK, linestyle=":", label="a frame at 60 Hz")
    axes.set(xscale="log", yscale="log", xlabel="soldiers", ylabel="ms of one core", facecolor=PAPER)
    axes.set_xticks(soldiers, [f"{count:,}" for count in soldiers])
    axes.minorticks_off()
    axes.set_ylim(top=6 * costs[-1].frame.p95)  # room for the legend
    axes.grid(alpha=0.3)
    axes.legend(frameon=False, fontsize=9)
    _save(figure, file)


def plot_shares(profile: BenchProfile, file: Path) -> None:
    """Share of each system in a tick and of each pass in a frame."""
    figure, sides = plt.subplots(1, 2, figsize=SIZE, facecolor=PAPER, layout="constrained")
    titles = ("systems in a tick", "passes in a frame")
    for axes, parts, title, colour in zip(sides, (profile.systems, profile.passes), titles, COLOURS, strict=True):
        named = _summed(parts)
        axes.barh([name for name, _ in named][::-1], [100 * share for _, share in named][::-1], color=colour)
        axes.set(title=f"{title}, {profile.soldiers:,} soldiers", xlabel="per cent", facecolor=PAPER)
        axes.title.set_fontsize(10)
    _save(figure, file)


def _summed(parts: list[Part]) -> list[tuple[str, float]]:
    named = [(part.name, part.share) for part in parts[:NAMED_PARTS]]
    return [*named, ("all others", sum(part.share for part in parts[NAMED_PARTS:]))]


def _save(figure: Figure, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(file, dpi=100, facecolor=PAPER)
    plt.close(figure)
