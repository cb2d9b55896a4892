"""The commands. Each imports what it needs when it runs: `gamera --help` is instant, `gamera sim` needs no pygame.

Bad input is one line on standard error and exit code 2; Ctrl-C exits 130.
"""

import argparse
import os
import shlex
import sys
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from game.agents.recording import Recording
    from game.sim.stage import Stage

MOST_SEED = (1 << 32) - 1
MOST_TICKS = 2_160_000  # ten hours
MOST_SOLDIERS = 200_000
MOST_SCALE = 12
MOST_SHOT_SCALE = 8
VIDEO_SCALE = 2  # where none is asked for
MOST_SCENE = 99
MOST_JOBS = 256
EXIT_DIFFERS = 1
EXIT_BAD_INPUT = 2
EXIT_INTERRUPTED = 130


class BadInputError(Exception):
    """What the user gave cannot be used. The message is one line."""


class OneLineParser(argparse.ArgumentParser):
    """argparse, but an error is one line instead of the usage and the line."""

    def error(self, message: str) -> NoReturn:
        self.exit(EXIT_BAD_INPUT, f"{self.prog}: {_one_line(message)}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    given = _with_command(sys.argv[1:] if arguments is None else arguments)
    options = _parser().parse_args(given)
    options.command_line = shlex.join(["gamera", *given])
    try:
        code: int = options.run(options)
        sys.stdout.flush()
        return code
    except BadInputError as error:
        print(f"gamera: {_one_line(str(error))}", file=sys.stderr)
        return EXIT_BAD_INPUT
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(f"gamera: {_one_line(str(error))}", file=sys.stderr)
        return EXIT_BAD_INPUT


def _with_command(arguments: Sequence[str]) -> list[str]:
    """No command means `play`."""
    about_itself = ("-h", "--help", "--version")
    if not arguments or (arguments[0].startswith("-") and arguments[0] not in about_itself):
        return ["play", *arguments]
    return list(arguments)


def _one_line(message: str) -> str:
    return " ".join(message.split())


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


def _parser() -> argparse.ArgumentParser:
    parser = OneLineParser(prog="gamera", description="Gamera: Legion on the Wire.", allow_abbrev=False)
    parser.add_argument("--version", action=ShowVersion)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=OneLineParser)
    _add_command(commands, "play", "open the window (the same as no command)", _play, _add_play_options)
    _add_command(commands, "sim", "play a game without a window", _simulate, _add_sim_options)
    _add_command(commands, "replay", "check, film or watch a recording", _replay, _add_replay_options)
    _add_command(commands, "shot", "render one picture without a window", _shot, _add_shot_options)
    _add_command(commands, "bench", "measure the cost of a tick and of a frame", _bench, _add_bench_options)
    _add_command(commands, "sweep", "play many games and sum up who wins", _sweep, _add_sweep_options)
    _add_command(commands, "stages", "list the stages, or check a stage file", _stages, _add_stages_options)
    return parser


def _add_command(
    commands: "argparse._SubParsersAction[OneLineParser]",
    name: str,
    summary: str,
    run: Callable[[argparse.Namespace], int],
    add_options: Callable[[argparse.ArgumentParser], None],
) -> None:
    command = commands.add_parser(name, help=summary, description=summary, allow_abbrev=False)
    add_options(command)
    command.set_defaults(run=run)


class ShowVersion(argparse.Action):
    """`--version`; looked up only when asked for, because that takes longer than `--help` may."""

    def __init__(self, option_strings: Sequence[str], dest: str) -> None:
        super().__init__(option_strings, dest, nargs=0, help="show the version and exit")

    def __call__(self, parser: argparse.ArgumentParser, *unused: object) -> None:
        print(f"gamera {_version()}")
        parser.exit()


def _add_play_options(command: argparse.ArgumentParser) -> None:
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
    command.add_argument("--record", type=Path, metavar="FILE", help="write what is played to FILE")


def _add_sim_options(command: argparse.ArgumentParser) -> None:
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


def _add_replay_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="FILE")
    how = command.add_mutually_exclusive_group()
    how.add_argument("--verify", action="store_true", help="compare every checkpoint without a window")
    how.add_argument("--video", type=Path, metavar="FILE.mp4", help="make a video of it without a window")
    command.add_argument(
        "--scale", type=_whole(1, MOST_SCALE), metavar="N", help="window or video of N times 640 x 360"
    )
    command.add_argument("--mute", action="store_true")


def _add_shot_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--stage", default="tokyo", help="a name or a .toml file")
    command.add_argument("--tick", type=_whole(0, MOST_TICKS), default=600, metavar="N", help="the moment to draw")
    command.add_argument("--bot", default="campaign", help="idle random brawler operator campaign")
    command.add_argument("--seed", type=_whole(0, MOST_SEED), default=0, metavar="N")
    _add_difficulty(command, "normal")
    command.add_argument("--out", type=Path, required=True, metavar="FILE.png")
    command.add_argument("--field", action="store_true", help="overlay the electromagnetic field")
    command.add_argument("--scale", type=_whole(1, MOST_SHOT_SCALE), default=1, metavar="N")


def _add_bench_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--soldiers", type=_whole(1, MOST_SOLDIERS), default=1000, metavar="N")
    command.add_argument("--ticks", type=_whole(1, MOST_TICKS), default=600, metavar="N")
    command.add_argument("--render", action="store_true", help="draw every frame as well, all soldiers in view")
    command.add_argument("--profile", action="store_true", help="print the share of each system and drawing pass")
    command.add_argument("--json", action="store_true", help="print one JSON object")


def _add_sweep_options(command: argparse.ArgumentParser) -> None:
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


def _add_stages_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", nargs="?", metavar="FILE.toml", help="a stage file to check")


def _add_difficulty(command: argparse.ArgumentParser, default: str | None) -> None:
    command.add_argument("--difficulty", choices=("story", "normal", "legion"), default=default)


def _play(options: argparse.Namespace) -> int:
    _check_can_be_written(options.record)
    if options.stage is not None:
        stage = _checked_stage(options.stage)
        if options.scene > max(1, len(stage.scene)):
            raise BadInputError(f"--scene: stage '{options.stage}' has {len(stage.scene)} scenes")
    elif options.record is not None or options.scene != 1:
        raise BadInputError("--record and --scene need --stage")
    from game.play.app import Launch, WindowError, run_window

    launch = Launch(
        stage=options.stage,
        scene=options.scene - 1,
        seed=options.seed,
        difficulty=options.difficulty,
        fullscreen=options.fullscreen,
        scale=options.scale,
        mute=options.mute,
        record=options.record,
        version=_version(),
    )
    try:
        return run_window(launch)
    except WindowError as error:
        raise BadInputError(str(error)) from None


def _simulate(options: argparse.Namespace) -> int:
    import msgspec

    from game.agents.recording import Setup
    from game.agents.simulate import play
    from game.sim import StageError

    _check_can_be_written(options.record)
    setup = Setup(options.stage, options.seed, options.difficulty, options.army, options.soldiers)
    try:
        report, simulation, recorder = play(setup, options.bot, options.ticks)
    except (StageError, ValueError) as error:
        raise BadInputError(str(error)) from None
    if options.record is not None:
        _write(options.record, recorder.to_bytes(simulation, _version()))
    if options.json:
        print(msgspec.json.encode(report).decode())
    else:
        ending = report.outcome or "not over"
        because = f" ({report.reason})" if report.reason else ""
        print(f"{report.stage}, {report.bot}, seed {report.seed}: {ending}{because} after {report.ticks} ticks")
        print(f"score {report.score}, rank {report.rank or '-'}, trust {report.trust:.0f}, digest {report.digest}")
        print(
            f"{report.soldiers.killed} of {report.soldiers.spawned} soldiers killed, {report.ticks_per_s:.0f} ticks/s"
        )
    return 0


def _replay(options: argparse.Namespace) -> int:
    from game.agents.recording import RecordingError, read_recording

    try:
        recording = read_recording(options.file)
        if not options.verify:
            _checked_stage(recording.header.stage)
            recording.start()  # a stage that changed is said before a window opens
            return _film(recording, options) if options.video else _watch(recording, options)
        differs = recording.first_difference()
    except RecordingError as error:
        raise BadInputError(str(error)) from None
    if differs is None:
        print(f"{options.file}: holds, {recording.header.ticks} ticks, {len(recording.digests)} checkpoints")
        return 0
    print(f"{options.file}: differs at tick {differs}", file=sys.stderr)
    return EXIT_DIFFERS


def _watch(recording: "Recording", options: argparse.Namespace) -> int:
    from game.play.app import Launch, WindowError, run_replay

    try:
        return run_replay(recording, Launch(scale=options.scale, mute=options.mute))
    except WindowError as error:
        raise BadInputError(str(error)) from None


def _film(recording: "Recording", options: argparse.Namespace) -> int:
    _check_can_be_written(options.video)
    if options.video.suffix.lower() != ".mp4":
        raise BadInputError(f"--video: expected a .mp4 file, got '{options.video}'")
    _quiet_pygame()
    from game.agents.video import VideoError, write_video

    try:
        write_video(recording, options.video, options.scale or VIDEO_SCALE)
    except VideoError as error:
        raise BadInputError(str(error)) from None
    return 0


def _shot(options: argparse.Namespace) -> int:
    _check_can_be_written(options.out)
    _checked_stage(options.stage)
    _checked_bot(options.bot)
    if options.out.suffix.lower() != ".png":
        raise BadInputError(f"--out: expected a .png file, got '{options.out}'")
    _quiet_pygame()
    from game.agents.shot import take_shot

    picture = take_shot(
        options.stage, options.tick, options.bot, options.seed, options.difficulty, options.field, options.scale
    )
    _write(options.out, picture)
    return 0


def _bench(options: argparse.Namespace) -> int:
    _quiet_pygame()
    import msgspec

    from game.agents.bench import run_bench

    if options.profile:
        return _bench_profile(options)
    report = run_bench(options.soldiers, options.ticks, options.render)
    if options.json:
        print(msgspec.json.encode(report).decode())
        return 0
    print(f"{report.soldiers} soldiers, {report.ticks} ticks, {report.on_screen} or more in view")
    for name, spread in (("tick", report.sim_ms), ("picture", report.render_ms), ("frame", report.frame_ms)):
        if spread is not None:
            print(
                f"{name:>8}: median {spread.median:.2f} ms, 95 % under {spread.p95:.2f} ms, worst {spread.max:.2f} ms"
            )
    return 0


def _bench_profile(options: argparse.Namespace) -> int:
    import msgspec

    from game.agents.bench_profile import profile_bench

    profile = profile_bench(options.soldiers, options.ticks, options.render)
    if options.json:
        print(msgspec.json.encode(profile).decode())
        return 0
    print(f"{profile.soldiers} soldiers, {profile.ticks} ticks")
    for title, parts in (("systems, a tick", profile.systems), ("passes, a frame", profile.passes)):
        if parts:
            print(f"{title}:")
        for part in parts:
            print(f"  {part.share:6.1%} {part.ms:8.3f} ms  {part.name}")
    return 0


def _sweep(options: argparse.Namespace) -> int:
    from game.agents.sweep import Workforce, check_workforce, make_plan, run_sweep
    from game.agents.sweep_report import document, missed_targets, summarize, table
    from game.agents.sweep_results import SweepError, results_csv

    if options.out.suffix.lower() != ".csv":
        raise BadInputError(f"--out: expected a .csv file, got '{options.out}'")
    picture = options.out.with_suffix(".png")
    for path in (options.out, picture, options.page):
        _check_can_be_written(path)
    workforce = Workforce(options.jobs, options.dask)
    try:
        check_workforce(workforce)
        plan = make_plan(options.stages, options.bots, options.difficulty, options.seeds)
        rows = run_sweep(plan, options.out, workforce)
    except SweepError as error:
        raise BadInputError(str(error)) from None
    from game.agents.sweep_plot import plot_png

    summaries = summarize(rows)
    _write(options.out, results_csv(rows).encode())
    _write(picture, plot_png(summaries))
    if options.page is not None:
        link = os.path.relpath(picture, options.page.parent)
        _write(options.page, document(summaries, options.command_line, Path(link).as_posix()).encode())
    print(table(summaries), end="")
    for line in missed_targets(summaries):
        print(f"out of target: {line}")
    return 0


def _stages(options: argparse.Namespace) -> int:
    from game.sim.stage_file import StageError, load_stage, stage_files

    if options.file is not None:
        stage = _checked_stage(options.file)
        print(f"{options.file}: good; '{stage.title}', {len(stage.scene)} scenes, {len(stage.circuit)} circuits")
        return 0
    for name, file in stage_files().items():
        try:
            title = load_stage(name).title
        except StageError as error:
            raise BadInputError(str(error)) from None
        print(f"{name:<10} {title:<28} {file}")
    return 0


def _checked_stage(name: str) -> "Stage":
    from game.sim.stage_file import StageError, load_stage

    try:
        stage = load_stage(name)
    except StageError as error:
        raise BadInputError(str(error)) from None
    places = files("sprites") / "atlas" / "places"
    known = sorted(place.name for place in places.iterdir() if (place / "place.json").is_file())
    if stage.place not in known:
        raise BadInputError(f"{name}: place: expected one of {', '.join(known)}, got {stage.place!r}")
    return stage


def _checked_bot(name: str) -> None:
    from game.agents.bots import make_bot

    try:
        make_bot(name, 0)
    except ValueError as error:
        raise BadInputError(str(error)) from None


def _check_can_be_written(path: Path | None) -> None:
    """Says before minutes of play, not after, that a result could not be kept."""
    if path is None:
        return
    if path.is_dir():
        raise BadInputError(f"{path}: is a folder")
    if not path.absolute().parent.is_dir():
        raise BadInputError(f"{path}: there is no folder {path.absolute().parent}")
    if not os.access(path if path.exists() else path.absolute().parent, os.W_OK):
        raise BadInputError(f"{path}: may not be written")


def _write(path: Path, content: bytes) -> None:
    from game.play.storage import write_bytes

    try:
        write_bytes(path, content)
    except OSError as error:
        raise BadInputError(f"{path}: {error.strerror}") from None


def _version() -> str:
    from importlib.metadata import version

    return version("gamera-legion")


def _quiet_pygame() -> None:
    """pygame greets on standard output, which is for our own."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
