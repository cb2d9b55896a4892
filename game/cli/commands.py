"""What each command does. Every one imports what it needs when it runs."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.checks import BadInputError, check_can_be_written, checked_bot, checked_stage, quiet_pygame, write

if TYPE_CHECKING:
    from game.agents.recording import Recording

VIDEO_SCALE = 2  # where none is asked for
EXIT_DIFFERS = 1


def play_command(options: argparse.Namespace) -> int:
    check_can_be_written(options.record)
    if options.stage is not None:
        stage = checked_stage(options.stage)
        if options.scene > max(1, len(stage.scene)):
            raise BadInputError(f"--scene: stage '{options.stage}' has {counted(len(stage.scene), 'scene')}")
    elif options.record is not None or options.scene != 1:
        raise BadInputError("--record and --scene need --stage")
    from game.agents.rehearse import SceneNotReachedError
    from game.play.app import Launch, WindowError, run_window

    launch = Launch(
        stage=options.stage,
        scene=options.scene - 1,
        seed=options.seed,
        difficulty=options.difficulty,
        fullscreen=options.fullscreen,
        scale=options.scale,
        mute=options.mute,
        language=options.language,
        record=options.record,
        version=version(),
    )
    try:
        return run_window(launch)
    except (WindowError, SceneNotReachedError) as error:
        raise BadInputError(str(error)) from None


def sim_command(options: argparse.Namespace) -> int:
    import msgspec

    from game.agents.recording import Setup
    from game.agents.simulate import play
    from game.sim import StageError

    check_can_be_written(options.record)
    setup = Setup(options.stage, options.seed, options.difficulty, options.army, options.soldiers)
    try:
        report, simulation, recorder = play(setup, options.bot, options.ticks)
    except (StageError, ValueError) as error:
        raise BadInputError(str(error)) from None
    if options.record is not None:
        write(options.record, recorder.to_bytes(simulation, version()))
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


def replay_command(options: argparse.Namespace) -> int:
    from game.agents.recording import RecordingError, read_recording

    try:
        recording = read_recording(options.file)
        if not options.verify:
            checked_stage(recording.header.stage)
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
    check_can_be_written(options.video)
    if options.video.suffix.lower() != ".mp4":
        raise BadInputError(f"--video: expected a .mp4 file, got '{options.video}'")
    quiet_pygame()
    from game.agents.video import VideoError, write_video

    try:
        write_video(recording, options.video, options.scale or VIDEO_SCALE)
    except VideoError as error:
        raise BadInputError(str(error)) from None
    return 0


def shot_command(options: argparse.Namespace) -> int:
    check_can_be_written(options.out)
    checked_stage(options.stage)
    checked_bot(options.bot)
    if options.out.suffix.lower() != ".png":
        raise BadInputError(f"--out: expected a .png file, got '{options.out}'")
    quiet_pygame()
    from game.agents.shot import take_shot
    from game.view.kit import Kit

    kit = Kit()
    if unspoken := kit.speak(options.language):
        raise BadInputError(unspoken)
    shot = take_shot(
        options.stage,
        options.tick,
        options.bot,
        options.seed,
        options.difficulty,
        options.field,
        options.scale,
        kit,
    )
    write(options.out, shot.png)
    if shot.tick < options.tick:
        print(f"gamera: the game ended at tick {shot.tick}, which {options.out} shows", file=sys.stderr)
    return 0


def bench_command(options: argparse.Namespace) -> int:
    quiet_pygame()
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


def sweep_command(options: argparse.Namespace) -> int:
    from game.agents.sweep import Workforce, check_workforce, make_plan, run_sweep
    from game.agents.sweep_report import document, missed_targets, summarize, table
    from game.agents.sweep_results import SweepError, results_csv

    if options.out.suffix.lower() != ".csv":
        raise BadInputError(f"--out: expected a .csv file, got '{options.out}'")
    picture = options.out.with_suffix(".png")
    for path in (options.out, picture, options.page):
        check_can_be_written(path)
    workforce = Workforce(options.jobs, options.dask)
    try:
        check_workforce(workforce)
        plan = make_plan(options.stages, options.bots, options.difficulty, options.seeds)
        rows = run_sweep(plan, options.out, workforce)
    except SweepError as error:
        raise BadInputError(str(error)) from None
    from game.agents.sweep_plot import plot_png

    summaries = summarize(rows)
    write(options.out, results_csv(rows).encode())
    write(picture, plot_png(summaries))
    if options.page is not None:
        link = os.path.relpath(picture, options.page.parent)
        write(options.page, document(summaries, options.command_line, Path(link).as_posix()).encode())
    print(table(summaries), end="")
    for line in missed_targets(summaries):
        print(f"out of target: {line}")
    return 0


def stages_command(options: argparse.Namespace) -> int:
    from game.sim.stage_file import StageError, load_stage, stage_files

    if options.file is not None:
        stage = checked_stage(options.file)
        parts = f"{counted(len(stage.scene), 'scene')}, {counted(len(stage.circuit), 'circuit')}"
        print(f"{options.file}: good; '{stage.title}', {parts}")
        return 0
    for name, file in stage_files().items():
        try:
            title = load_stage(name).title
        except StageError as error:
            raise BadInputError(str(error)) from None
        print(f"{name:<10} {title:<28} {file}")
    return 0


def counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def version() -> str:
    """Of the installed distribution. Looked up when asked for: it takes longer than `--help` may."""
    from importlib.metadata import version

    return version("gamera-legion")
