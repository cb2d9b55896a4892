"""The learning curve as a picture."""

from pathlib import Path

import matplotlib as mpl

mpl.use("Agg")  # no display needed

import matplotlib.pyplot as plt

PANELS = {
    "reward": "reward a game",
    "won": "games won, share",
    "seconds": "length of a game, s",
    "killed_by_lure": "burned on the lines",
}
COLOURS = {"bot random": "tab:red", "choices at random": "tab:orange", "bot operator": "tab:green"}


def draw_curve(rows: list[dict[str, float]], players: dict[str, dict[str, float]], file: Path) -> None:
    """One panel a measure: the games of training over its decisions, and the means of `players` to compare with."""
    figure, axes = plt.subplots(2, 2, figsize=(9, 6), sharex=True, layout="constrained")
    for axis, (name, title) in zip(axes.flat, PANELS.items(), strict=True):
        axis.plot([row["decisions"] / 1000 for row in rows], [row[name] for row in rows], label="in training")
        for player, colour in COLOURS.items():
            axis.axhline(players[player][name], color=colour, linestyle="--", label=player)
        axis.set_title(title)
        axis.grid(alpha=0.3)
    for axis in axes[1]:
        axis.set_xlabel("thousand decisions of training")
    axes[0][0].legend(loc="best")
    figure.savefig(file, dpi=100)
    plt.close(figure)
