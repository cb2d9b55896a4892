"""The commands. Each imports what it needs when it runs: `gamera --help` is instant, `gamera sim` needs no pygame.

Bad input is one line on standard error and exit code 2; Ctrl-C exits 130.
"""

import argparse
import os
import shlex
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple, NoReturn

from game.cli import commands, options
from game.cli.checks import BadInputError

EXIT_BAD_INPUT = 2
EXIT_INTERRUPTED = 130


class OneLineParser(argparse.ArgumentParser):
    """argparse, but an error is one line instead of the usage and the line."""

    def error(self, message: str) -> NoReturn:
        self.exit(EXIT_BAD_INPUT, f"{self.prog}: {_one_line(message)}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    given = _with_command(sys.argv[1:] if arguments is None else arguments)
    parsed = _parser().parse_args(given)
    parsed.command_line = shlex.join(["gamera", *given])
    try:
        code: int = parsed.run(parsed)
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


class Command(NamedTuple):
    name: str
    summary: str
    run: Callable[[argparse.Namespace], int]
    add_options: Callable[[argparse.ArgumentParser], None]


COMMANDS = (
    Command("play", "open the window (the same as no command)", commands.play_command, options.add_play_options),
    Command("sim", "play a game without a window", commands.sim_command, options.add_sim_options),
    Command("replay", "check, film or watch a recording", commands.replay_command, options.add_replay_options),
    Command("shot", "render one picture without a window", commands.shot_command, options.add_shot_options),
    Command("bench", "measure the cost of a tick and of a frame", commands.bench_command, options.add_bench_options),
    Command("sweep", "play many games and sum up who wins", commands.sweep_command, options.add_sweep_options),
    Command("stages", "list the stages, or check a stage file", commands.stages_command, options.add_stages_options),
)


def _parser() -> argparse.ArgumentParser:
    parser = OneLineParser(prog="gamera", description="Gamera: Legion on the Wire.", allow_abbrev=False)
    parser.add_argument("--version", action=ShowVersion)
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=OneLineParser)
    for command in COMMANDS:
        subparser = subparsers.add_parser(
            command.name, help=command.summary, description=command.summary, allow_abbrev=False
        )
        command.add_options(subparser)
        subparser.set_defaults(run=command.run)
    return parser


class ShowVersion(argparse.Action):
    """`--version`; looked up only when asked for, because that takes longer than `--help` may."""

    def __init__(self, option_strings: Sequence[str], dest: str) -> None:
        super().__init__(option_strings, dest, nargs=0, help="show the version and exit")

    def __call__(self, parser: argparse.ArgumentParser, *unused: object) -> None:
        print(f"gamera {commands.version()}")
        parser.exit()
