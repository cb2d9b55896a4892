"""Measures what docs/performance.md says in figures, draws its plots, writes its tables: `python -m tests.bench`."""

import os
import platform
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from game.agents.bench_profile import profile_bench
from tests.bench import HEADCOUNTS
from tests.bench.measure import (
    Comparison,
    Costs,
    against_space_invaders,
    against_sprites,
    costs,
    resident_mb,
    swarm_alone_against_sprites,
)
from tests.bench.plots import plot_headcount, plot_shares

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "performance.md"
PICTURES = DOCS / "pictures" / "performance"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
COMPARED = 10_000  # soldiers
PROFILE_TICKS = 200


def main() -> None:
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    measured = [costs(soldiers) for soldiers in HEADCOUNTS]
    plot_headcount(measured, PICTURES / "headcount.png")
    plot_shares(profile_bench(COMPARED, PROFILE_TICKS, render=True), PICTURES / "shares.png")
    text = "\n".join(
        (
            *_machine(),
            *_table(measured),
            *_beside_sprites(),
            *_beside_an_emulator(against_space_invaders()),
            "",
            f"Resident memory with {COMPARED:,} soldiers, drawn: {resident_mb(COMPARED):.0f} MB.",
        )
    )
    print(text)
    page = PAGE.read_text(encoding="utf-8")
    before, after = page.split(BEGIN)[0], page.split(END)[1]
    PAGE.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")


def _machine() -> Iterator[str]:
    load = os.getloadavg()[0]
    yield (
        f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, "
        f"NumPy {np.__version__}; {load:.1f} other programs wanted a core on average while this was measured.\n"
    )


def _table(measured: list[Costs]) -> Iterator[str]:
    yield "| soldiers | tick | 95 % | a soldier's | tick and drawing | 95 % | field | snapshot | restore | digest |"
    yield "|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
    for cost in measured:
        each = 1_000_000 * cost.tick.median / cost.soldiers
        yield (
            f"| {cost.soldiers:,} | {cost.tick.median:.2f} | {cost.tick.p95:.2f} | {each:.0f} ns "
            f"| {cost.frame.median:.2f} | {cost.frame.p95:.2f} | {cost.field:.2f} | {cost.snapshot:.2f} "
            f"| {cost.restore:.2f} | {cost.digest:.2f} |"
        )


def _beside_sprites() -> Iterator[str]:
    for title, against in (
        ("tick and the whole picture", against_sprites),
        ("tick and the swarm alone on a black canvas", swarm_alone_against_sprites),
    ):
        every_tick, in_turn = against(COMPARED, in_turn=False), against(COMPARED, in_turn=True)
        yield ""
        yield f"| {COMPARED:,} soldiers, {title} | ms | times ours |"
        yield "|---|---:|---:|"
        yield f"| this game | {every_tick.ours:.2f} | |"
        yield f"| the same with a pygame sprite a soldier | {every_tick.theirs:.1f} | {every_tick.ratio:.1f} |"
        yield f"| those, one of the four thoughts a tick | {in_turn.theirs:.1f} | {in_turn.ratio:.1f} |"


def _beside_an_emulator(invaders: Comparison | None) -> Iterator[str]:
    if invaders is None:
        return
    yield ""
    yield "| headless, state only | steps a second | times the emulator's |"
    yield "|---|---:|---:|"
    yield f"| `tokyo` with 300 soldiers | {invaders.ours:,.0f} | {invaders.ratio:.2f} |"
    yield f"| ALE Space Invaders, RAM, frameskip 1 | {invaders.theirs:,.0f} | |"


main()
