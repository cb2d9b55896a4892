"""Sweeps: the same rows whoever plays them, a file that can be continued, honest intervals, clear refusals."""

import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

from game.agents import sweep, sweep_report
from game.agents.sweep import Plan, Workforce, make_plan, run_sweep
from game.agents.sweep_plot import plot_png
from game.agents.sweep_report import Interval, Target, Targets, summarize, table, wilson_interval
from game.agents.sweep_results import HEADER, Row, SweepError, results_csv
from game.cli import main
from game.sim.stage_file import stage_files

# Lost by who does nothing within seconds: many whole games in little time.
SHORT_STAGE = """
title = "Minute"
place = "tokyo"
music = "calm"
width = 900
time_limit = 60

[gamera]
x = 300.0
"""
BOTS = ("idle", "random")


@pytest.fixture
def stage(tmp_path: Path) -> str:
    path = tmp_path / "minute.toml"
    path.write_text(SHORT_STAGE)
    return str(path)


def short_plan(stage: str, seeds: Sequence[int] = range(4)) -> Plan:
    return Plan((stage,), BOTS, ("normal",), tuple(seeds))


def row(outcome: str, seconds: int, seed: int = 0, bot: str = "campaign", stage: str = "tokyo") -> Row:
    return Row(stage, "normal", bot, seed, "", outcome, "", seconds * 60, 0, "", 60.0, 0, 0, 0, "")


def refused(*arguments: str) -> int:
    try:
        return main(["sweep", *arguments])
    except SystemExit as ended:
        return int(ended.code or 0)


def test_every_combination_is_played_once(tmp_path: Path, stage: str) -> None:
    rows = run_sweep(short_plan(stage), tmp_path / "r.csv", Workforce())
    assert [(played.bot, played.seed) for played in rows] == [(bot, seed) for bot in BOTS for seed in range(4)]
    assert {played.ticks for played in rows} == {60}


def test_two_processes_play_the_same_games_as_one(tmp_path: Path, stage: str) -> None:
    alone = run_sweep(short_plan(stage), tmp_path / "one.csv", Workforce())
    together = run_sweep(short_plan(stage), tmp_path / "two.csv", Workforce(jobs=2))
    assert results_csv(together) == results_csv(alone)


def test_a_dask_cluster_of_two_processes_plays_the_same_games(tmp_path: Path, stage: str) -> None:
    distributed = pytest.importorskip("distributed")
    alone = run_sweep(short_plan(stage), tmp_path / "one.csv", Workforce())
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        everywhere = run_sweep(short_plan(stage), tmp_path / "dask.csv", Workforce(dask=cluster.scheduler_address))
    assert results_csv(everywhere) == results_csv(alone)


def test_what_the_file_holds_is_not_played_again(tmp_path: Path, stage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "r.csv"
    first = run_sweep(short_plan(stage, range(3)), out, Workforce())
    played = []
    monkeypatch.setattr(sweep, "play_game", lambda game, rules: played.append(game) or row("lost", 1, game.seed))
    run_sweep(short_plan(stage, range(3)), out, Workforce())
    assert not played
    assert len(run_sweep(short_plan(stage, range(4)), out, Workforce())) > len(first)
    assert [(game.bot, game.seed) for game in played] == [(bot, 3) for bot in BOTS]


@pytest.mark.parametrize("kept", [0.0, 0.1, 0.5, 0.99])
def test_a_file_cut_off_anywhere_is_continued_to_the_same_rows(tmp_path: Path, stage: str, kept: float) -> None:
    out = tmp_path / "r.csv"
    whole = results_csv(run_sweep(short_plan(stage), out, Workforce()))
    out.write_text(whole[: int(len(whole) * kept)])
    assert results_csv(run_sweep(short_plan(stage), out, Workforce())) == whole
    assert sorted(out.read_text().splitlines()) == sorted(whole.splitlines())


def test_rows_are_in_the_file_as_soon_as_a_game_ends(
    tmp_path: Path, stage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "r.csv"
    real, lines = sweep.play_game, []

    def watched(game: sweep.Game, rules: str) -> Row:
        lines.append(len(out.read_text().splitlines()))
        return real(game, rules)

    monkeypatch.setattr(sweep, "play_game", watched)
    run_sweep(short_plan(stage, range(3)), out, Workforce())
    assert lines == [1, 2, 3, 4, 5, 6]  # the header, and one more for each game before


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"milk, eggs\n", "not the results of a sweep"),
        (b"milk", "not the results of a sweep"),
        (b"\xff\xfe\n", "not UTF-8"),
        (HEADER.encode() + b"tokyo,normal\n", "line 2"),
        (HEADER.encode() + b'"' + b"x" * 200_000 + b'"\n', "line 2"),
        (results_csv([row("won", 60), row("draw", 60, 1)]).encode(), "line 3"),
        (results_csv([row("won", -60)]).encode(), "line 2"),
    ],
)
def test_a_file_that_is_none_of_ours_is_refused_and_left_alone(
    tmp_path: Path, stage: str, content: bytes, message: str
) -> None:
    out = tmp_path / "r.csv"
    out.write_bytes(content)
    with pytest.raises(SweepError, match=message) as refusal:
        run_sweep(short_plan(stage), out, Workforce())
    assert "\n" not in str(refusal.value)
    assert out.read_bytes() == content


def test_games_by_other_rules_are_never_mixed(tmp_path: Path, stage: str) -> None:
    out = tmp_path / "r.csv"
    run_sweep(short_plan(stage), out, Workforce())
    Path(stage).write_text(SHORT_STAGE.replace("x = 300.0", "x = 310.0"))
    with pytest.raises(SweepError, match="by other rules"):
        run_sweep(short_plan(stage), out, Workforce())


def test_the_digest_of_the_rules_covers_all_that_the_bots_consist_of() -> None:
    script = (
        "import sys; at_start = set(sys.modules); import game.agents.bots\n"
        "print(*(name for name in set(sys.modules) - at_start if name.startswith('game.agents.')))"
    )
    printed = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60).stdout
    loaded = {name.removeprefix("game.agents.") + ".py" for name in printed.split()}
    assert "fighter.py" in loaded
    assert loaded <= set(sweep.PLAYERS)


def test_all_stages_are_those_that_can_end() -> None:
    assert set(make_plan("all", "idle", "normal", "0").stages) == set(stage_files()) - {"lab"}


def test_seeds_are_ranges_and_numbers_each_once() -> None:
    assert make_plan("tokyo", "idle", "normal", "3,0-2, 2,4294967295").seeds == (3, 0, 1, 2, 4294967295)


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--out", "r.txt"),
        ("--out", "/no/such/folder/r.csv"),
        ("--out", "r.csv", "--page", "/no/such/folder/page.md"),
        ("--out", "r.csv", "--stages", "nowhere"),
        ("--out", "r.csv", "--stages", "tokyo,,lab"),
        ("--out", "r.csv", "--bots", "nobody"),
        ("--out", "r.csv", "--difficulty", "easy"),
        ("--out", "r.csv", "--seeds", "9-3"),
        ("--out", "r.csv", "--seeds", "many"),
        ("--out", "r.csv", "--seeds", "0-4294967295"),
        ("--out", "r.csv", "--seeds", "4294967296"),
        ("--out", "r.csv", "--jobs", "0"),
        ("--out", "r.csv", "--jobs", "2", "--dask", "tcp://127.0.0.1:8786"),
        ("--out", "r.csv", "--dask", "here"),
    ],
)
def test_bad_input_is_one_line(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert refused(*arguments) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("missing", ["joblib", "matplotlib", "tqdm"])
def test_without_the_extra_it_says_how_to_get_it(missing: str, tmp_path: Path) -> None:
    script = (
        f"import sys, importlib.util as u; real = u.find_spec\n"
        f"u.find_spec = lambda name, *more: None if name == {missing!r} else real(name, *more)\n"
        f"from game.cli import main; sys.exit(main(['sweep', '--out', {str(tmp_path / 'r.csv')!r}]))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert done.stderr == f"gamera: needs {missing}: pip install 'gamera-legion[sweep]'\n"


@pytest.mark.skipif(sys.platform == "win32", reason="sends SIGINT")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_keeps_what_is_done(jobs: str, tmp_path: Path, stage: str) -> None:
    out = tmp_path / "r.csv"
    command = [sys.executable, "-m", "game", "sweep", "--stages", stage, "--seeds", "0-99999", "--jobs", jobs]
    running = subprocess.Popen([*command, "--out", str(out)], stderr=subprocess.PIPE, text=True)
    while running.poll() is None and not (out.exists() and out.read_bytes().count(b"\n") > 3):
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert said == ""
    assert out.read_bytes().count(b"\n") > 3


def test_the_command_prints_a_table_and_draws_a_plot(
    tmp_path: Path, stage: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out, page = tmp_path / "r.csv", tmp_path / "page.md"
    assert main(["sweep", "--stages", stage, "--seeds", "0-1", "--out", str(out), "--page", str(page)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("| stage")
    assert (tmp_path / "r.png").read_bytes().startswith(b"\x89PNG")
    assert printed in page.read_text()
    assert "gamera sweep --stages" in page.read_text()


def test_the_plot_of_the_same_games_is_the_same_to_the_byte() -> None:
    summaries = summarize([row("won", 100), row("lost", 60, 1), row("won", 140, 2), row("lost", 30, bot="idle")])
    assert plot_png(summaries) == plot_png(summaries)


@pytest.mark.parametrize(
    ("won", "games", "low", "high"),
    [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (5, 10, 0.2366, 0.7634), (38, 40, 0.8350, 0.9862)],
)
def test_the_interval_is_wilsons(won: int, games: int, low: float, high: float) -> None:
    assert wilson_interval(won, games) == pytest.approx((low, high), abs=1e-4)


def test_a_summary_counts_wins_and_takes_the_time_of_wins_only() -> None:
    (summary,) = summarize([row("won", 100), row("won", 140, 1), row("lost", 5, 2), row("", 300, 3)])
    assert (summary.games, summary.won, summary.lost) == (4, 2, 1)
    assert (summary.win_time, summary.lose_time) == (120.0, 5.0)
    assert "50%" in table([summary])
    assert "2:00" in table([summary])


def test_what_misses_a_target_is_said_with_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    target = Target("he wins", ("tokyo",), ("normal",), ("campaign",), won=Interval(0.9, 1.0), minutes=Interval(2, 5))
    monkeypatch.setattr(sweep_report, "balance_targets", lambda: (target,))
    summaries = summarize([row("won", 60), row("lost", 60, 1), row("won", 60, bot="idle")])
    assert sweep_report.missed_targets(summaries) == [
        "tokyo normal campaign: won 1 of 2, not 90% to 100%, for he wins",
        "tokyo normal campaign: won in 1:00, not 2:00 to 5:00, for he wins",
    ]


def test_the_targets_name_what_there_is() -> None:
    for target in sweep_report.balance_targets():
        make_plan(",".join(target.stages), ",".join(target.bots), ",".join(target.difficulties), "0")


def test_a_target_with_a_typing_mistake_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.toml.decode('[[target]]\nsays = ""\nstages = []\ndifficulties = []\nbots = []\nwins = 1', type=Targets)
