"""What each command may be told."""

import argparse
from collections.abc import Callable
from pathlib import Path

MOST_SEED = (1 << 32) - 1
MOST_TICKS = 2_160_000  # ten hours
MOST_SOLDIERS = 200_000
MOST_SCALE = 12
MOST_SHOT_SCALE = 8
MOST_SCENE = 99
MOST_JOBS = 256
LANGUAGES = ("en", "ja")


def add_play_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--stage", help="go straight into this stage (a name or a .toml file)")
    command.add_argument(
        "--scene", type=_whole(1, MOST_SCENE), default=1, metavar="N", help="begin at scene N of the stage"
    )
    command.add_argument(
        "--seed", type=_whole(0, MOST_SEED), metavar="N", help="luck; another one each game if not given"
    )
    _add_difficulty(command, None)
    command.add_argument("--fullscreen", action="store_true")
    command.add_argument("--scale", type=_whole(1, MOST_SCALE), metavar="N", help="window of N times 640 x 360")
    command.add_argument("--mute", action="store_true")
    _add_language(command, None)
    command.add_argument("--record", type=Path, metavar="FILE", help="write what is played to FILE")


def add_sim_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--stage", default="tokyo", help="a name or a .toml file")
    command.add_argument("--bot", default="campaign", help="idle random brawler operator campaign")
    command.add_argument("--seed", type=_whole(0, MOST_SEED), default=0, metavar="N")
    _add_difficulty(command, "normal")
    command.add_argument("--army", action="store_true", help="the army works the grid")
    command.add_argument("--ticks", type=_whole(1, MOST_TICKS), metavar="N", help="stop after N ticks of 1/60 s")
    command.add_argument(
        "--soldiers", type=_whole(0, MOST_SOLDIERS), default=0, metavar="N", help="so many more from the start"
    )
    command.add_argument("--record", type=Path, metavar="FILE", help="write what is played to FILE")
    command.add_argument("--json", action="store_true", help="print one JSON object")


def add_replay_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="FILE")
    how = command.add_mutually_exclusive_group()
    how.add_argument("--verify", action="store_true", help="compare every checkpoint without a window")
    how.add_argument("--video", type=Path, metavar="FILE.mp4", help="make a video of it without a window")
    command.add_argument(
        "--scale", type=_whole(1, MOST_SCALE), metavar="N", help="window or video of N times 640 x 360"
    )
    command.add_argument("--mute", action="store_true")


def add_shot_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--stage", default="tokyo", help="a name or a .toml file")
    command.add_argument("--tick", type=_whole(0, MOST_TICKS), default=600, metavar="N", help="the moment to draw")
    command.add_argument("--bot", default="campaign", help="idle random brawler operator campaign")
    command.add_argument("--seed", type=_whole(0, MOST_SEED), default=0, metavar="N")
    _add_difficulty(command, "normal")
    command.add_argument("--out", type=Path, required=True, metavar="FILE.png")
    command.add_argument("--field", action="store_true", help="overlay the electromagnetic field")
    _add_language(command, "en")
    command.add_argument("--scale", type=_whole(1, MOST_SHOT_SCALE), default=1, metavar="N")


def add_bench_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--soldiers", type=_whole(1, MOST_SOLDIERS), default=1000, metavar="N")
    command.add_argument("--ticks", type=_whole(1, MOST_TICKS), default=600, metavar="N")
    command.add_argument("--render", action="store_true", help="draw every frame as well, all soldiers in view")
    command.add_argument("--profile", action="store_true", help="print the share of each system and drawing pass")
    command.add_argument("--json", action="store_true", help="print one JSON object")


def add_sweep_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--stages", default="all", metavar="A,B", help="names or .toml files; all: all but the lab")
    command.add_argument("--bots", default="campaign", metavar="A,B", help="names; all: every bot")
    command.add_argument("--seeds", default="0-9", metavar="0-9,20", help="ranges and numbers")
    command.add_argument("--difficulty", default="normal", metavar="A,B", help="story normal legion, or all")
    where = command.add_mutually_exclusive_group()
    where.add_argument("--jobs", type=_whole(1, MOST_JOBS), default=1, metavar="N", help="processes")
    where.add_argument(
        "--dask", metavar="ADDRESS", help="play on the cluster of this scheduler, such as tcp://host:8786"
    )
    command.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="FILE.csv",
        help="one line a game; those it holds are not played again. A plot is written beside it",
    )
    command.add_argument("--page", type=Path, metavar="FILE.md", help="write the report as a Markdown page too")


def add_stages_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", nargs="?", metavar="FILE.toml", help="a stage file to check")


def _add_language(command: argparse.ArgumentParser, default: str | None) -> None:
    command.add_argument("--language", choices=LANGUAGES, default=default, help="of all words in the picture")


def _add_difficulty(command: argparse.ArgumentParser, default: str | None) -> None:
    command.add_argument("--difficulty", choices=("story", "normal", "legion"), default=default)


def _whole(low: int, high: int) -> Callable[[str], int]:
    """An argparse type: a whole number within bounds."""

    def parse(text: str) -> int:
        try:
            value = int(text)
        except ValueError:
            raise argparse.ArgumentTypeError(f"expected a whole number, got '{text[:40]}'") from None
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(f"expected {low} to {high}, got {text[:40]}")
        return value

    return parse
