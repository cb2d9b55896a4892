"""The commands: what they print, what they exit with, and that bad input is one clear line."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from game.agents.simulate import TICKS_WITHOUT_LIMIT
from game.cli import main

SIM_KEYS = [
    "stage",
    "seed",
    "difficulty",
    "bot",
    "outcome",
    "reason",
    "ticks",
    "score",
    "rank",
    "trust",
    "soldiers",
    "digest",
    "wall_s",
    "ticks_per_s",
]
SOLDIER_KEYS = ["spawned", "killed", "killed_by_lure", "alive"]
BENCH_KEYS = ["soldiers", "ticks", "on_screen", "sim_ms", "render_ms", "frame_ms", "digest"]
SPREAD_KEYS = ["median", "p95", "max"]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    return subprocess.run([sys.executable, "-m", "game", *arguments], capture_output=True, text=True, timeout=60)


def exit_code(*arguments: str) -> int:
    """The command in this process."""
    try:
        return main(arguments)
    except SystemExit as ended:  # argparse leaves this way
        return int(ended.code or 0)


def printed_json(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    document = json.loads(capsys.readouterr().out)
    assert isinstance(document, dict)
    return document


BAD_INPUT = [
    ("dance",),
    ("--seed", "-1"),
    ("--scale", "0"),
    ("--scale", "99"),
    ("--stage", "nowhere"),
    ("--stage", "tokyo", "--scene", "9"),
    ("--scene", "2"),
    ("--record", "/no/such/folder/run.rec", "--stage", "tokyo"),
    ("play", "--difficulty", "easy"),
    ("sim", "--stage", "nowhere"),
    ("sim", "--stage", "/no/such/stage.toml"),
    ("sim", "--stage", "/"),
    ("sim", "--bot", "nobody"),
    ("sim", "--seed", "4294967296"),
    ("sim", "--seed", "seven"),
    ("sim", "--seed", "9" * 5000),
    ("sim", "--ticks", "0"),
    ("sim", "--ticks", "1e3"),
    ("sim", "--soldiers", "200001"),
    ("sim", "--record", "/"),
    ("sim", "--no-such-option"),
    ("replay",),
    ("replay", "/no/such/file"),
    ("replay", "/"),
    ("replay", "--verify", os.devnull),
    ("shot",),
    ("shot", "--out", "/no/such/folder/a.png"),
    ("shot", "--out", "{tmp}/a.png", "--stage", "nowhere"),
    ("shot", "--out", "{tmp}/a.png", "--bot", "nobody"),
    ("shot", "--out", "{tmp}/a.png", "--scale", "9"),
    ("bench", "--soldiers", "0"),
    ("bench", "--ticks", "-5"),
    ("stages", "/no/such/stage.toml"),
    ("stages", "{tmp}/bad.toml"),
]


@pytest.mark.parametrize("arguments", BAD_INPUT, ids=lambda arguments: " ".join(arguments)[:60])
def test_bad_input_is_one_line_and_exit_code_2(
    arguments: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.toml").write_text("title = 5\n")
    filled = [argument.replace("{tmp}", str(tmp_path)) for argument in arguments]
    assert exit_code(*filled) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("gamera")
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err
    assert len(said.err) < 400


def test_sim_prints_the_promised_object(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code("sim", "--stage", "tokyo", "--bot", "idle", "--seed", "3", "--ticks", "200", "--json") == 0
    report = printed_json(capsys)
    assert list(report) == SIM_KEYS
    assert isinstance(report["soldiers"], dict)
    assert list(report["soldiers"]) == SOLDIER_KEYS
    assert (report["stage"], report["seed"], report["bot"], report["ticks"]) == ("tokyo", 3, "idle", 200)
    assert report["outcome"] is None
    assert report["rank"] is None
    assert int(str(report["digest"]), 16) > 0


def test_sim_repeats_itself_to_the_digest(capsys: pytest.CaptureFixture[str]) -> None:
    digests = []
    for _ in range(2):
        exit_code("sim", "--bot", "random", "--seed", "8", "--ticks", "400", "--json")
        digests.append(printed_json(capsys)["digest"])
    assert digests[0] == digests[1]


def test_soldiers_and_the_army_change_the_game(capsys: pytest.CaptureFixture[str]) -> None:
    command = ["sim", "--bot", "idle", "--ticks", "300", "--json"]
    digests = set()
    for extra in ([], ["--soldiers", "50"], ["--army"], ["--difficulty", "legion"]):
        exit_code(*command, *extra)
        digests.add(printed_json(capsys)["digest"])
    assert len(digests) == 4


def test_a_stage_without_limit_ends_after_a_minute(capsys: pytest.CaptureFixture[str]) -> None:
    exit_code("sim", "--stage", "lab", "--bot", "idle", "--json")
    assert printed_json(capsys)["ticks"] == TICKS_WITHOUT_LIMIT


def test_a_recorded_sim_verifies_and_a_changed_one_does_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "run.rec"
    assert exit_code("sim", "--bot", "operator", "--ticks", "130", "--record", str(file)) == 0
    assert exit_code("replay", "--verify", str(file)) == 0
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)
    capsys.readouterr()
    assert exit_code("replay", "--verify", str(file)) == 1
    assert "differs at tick 130" in capsys.readouterr().err


def test_stages_lists_every_stage_with_title_and_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code("stages") == 0
    lines = capsys.readouterr().out.splitlines()
    listed = {line.split()[0]: line for line in lines}
    assert "The lines of Tokyo" in listed["tokyo"]
    assert "tokyo.toml" in listed["tokyo"]
    assert "lab" in listed


def test_a_good_stage_file_is_called_good(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code("stages", "tokyo") == 0
    assert "good" in capsys.readouterr().out


def test_bench_prints_the_promised_object(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code("bench", "--soldiers", "100", "--ticks", "10", "--json") == 0
    report = printed_json(capsys)
    assert list(report) == BENCH_KEYS
    assert list(report["sim_ms"]) == SPREAD_KEYS  # type: ignore[call-overload]
    assert report["render_ms"] is None
    assert list(report["frame_ms"]) == SPREAD_KEYS  # type: ignore[call-overload]


def test_bench_keeps_the_swarm_in_view_alive_and_the_lines_live(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code("bench", "--soldiers", "400", "--ticks", "60", "--render", "--json") == 0
    report = printed_json(capsys)
    assert int(str(report["on_screen"])) >= 360
    assert list(report["render_ms"]) == SPREAD_KEYS  # type: ignore[call-overload]


def test_shot_writes_a_picture_of_the_asked_size(tmp_path: Path) -> None:
    from PIL import Image

    file = tmp_path / "shot.png"
    assert exit_code("shot", "--tick", "40", "--out", str(file), "--scale", "2", "--field") == 0
    with Image.open(file) as picture:
        assert picture.size == (1280, 720)
        assert len(picture.convert("RGB").getcolors(1 << 24) or []) > 16


@pytest.fixture
def short_stage(tmp_path: Path) -> Path:
    """A stage that is won after a tenth of a second."""
    file = tmp_path / "short.toml"
    file.write_text(
        'title = "Short"\nplace = "lab"\nmusic = "lab"\nwidth = 1280\n[gamera]\nx = 300\n[[scene]]\nname = "One"\n'
        '[[scene.rule]]\non = "after"\nticks = 6\ndo = [{ act = "won" }]\n'
    )
    return file


def test_a_shot_of_a_moment_after_the_end_says_which_it_shows(
    short_stage: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "end.png"
    assert exit_code("shot", "--stage", str(short_stage), "--tick", "500", "--out", str(file)) == 0
    said = re.fullmatch(r"gamera: the game ended at tick (\d+), which .*end\.png shows\n", capsys.readouterr().err)
    assert said is not None
    assert int(said[1]) < 30
    assert exit_code("shot", "--stage", str(short_stage), "--tick", said[1], "--out", str(file)) == 0
    assert capsys.readouterr().err == ""


def test_a_checked_stage_says_one_scene_but_two_circuits(short_stage: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code("stages", str(short_stage)) == 0
    assert capsys.readouterr().out.endswith("'Short', 1 scene, 0 circuits\n")


def test_help_names_every_command_and_needs_neither_numpy_nor_pygame() -> None:
    script = (
        "import sys; sys.modules['numpy'] = sys.modules['pygame'] = sys.modules['msgspec'] = None\n"
        "from game.cli import main; main(['--help'])"
    )
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert shown.returncode == 0
    for command in ("play", "sim", "replay", "shot", "bench", "stages"):
        assert f"  {command} " in shown.stdout


def test_sim_never_imports_pygame() -> None:
    script = (
        "import sys; sys.modules['pygame'] = None\n"
        "from game.cli import main; sys.exit(main(['sim', '--ticks', '5', '--json']))"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stderr


def test_no_display_is_one_line_and_exit_code_2(tmp_path: Path) -> None:
    environment = {**os.environ, "SDL_VIDEODRIVER": "nonexistent", "GAMERA_HOME": str(tmp_path)}
    ran = subprocess.run([sys.executable, "-m", "game"], capture_output=True, text=True, timeout=60, env=environment)
    assert ran.returncode == 2
    assert ran.stderr.count("\n") == 1
    assert ran.stderr.startswith("gamera: no window can be opened")


def test_ctrl_c_exits_130(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(*unused: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("game.agents.simulate.play", interrupted)
    assert exit_code("sim") == 130
    assert "Traceback" not in capsys.readouterr().err


def test_a_reader_that_leaves_early_is_no_error() -> None:
    ran = subprocess.run(
        f"'{sys.executable}' -m game stages | true", shell=True, capture_output=True, text=True, timeout=60
    )
    assert ran.returncode == 0
    assert ran.stderr == ""


def test_version() -> None:
    assert run("--version").stdout.startswith("gamera ")
