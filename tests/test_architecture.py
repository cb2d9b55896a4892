"""The shape of the house: the order of time, who may import whom, and that the rules keep nothing outside a world."""

import ast
import importlib
import pickle
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

import game.sim
from game.agents.bots import make_bot
from game.sim import Simulation
from game.sim.schedule import FROZEN, SCHEDULE

ROOT = Path(__file__).parents[1]
RULES = sorted((ROOT / "game" / "sim").rglob("*.py"))
CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]*")
MUTABLE = (list, dict, set, bytearray, np.ndarray)

# What may differ in the last bit from one CPU or library to the next, or comes from outside the game.
FOREIGN_MODULES = {"math", "cmath", "random", "secrets", "uuid", "time", "datetime", "os", "threading", "asyncio"}
INEXACT_FUNCTIONS = {
    *("sin", "cos", "tan", "arcsin", "arccos", "arctan", "arctan2", "sinh", "cosh", "tanh"),
    *("exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "power", "float_power", "hypot", "cbrt"),
    *("average", "vdot", "inner", "matmul", "einsum", "tensordot", "convolve", "interp", "linalg", "random", "fft"),
}
INEXACT_METHODS = {"mean", "std", "var", "prod", "cumprod", "dot"}


def modules() -> list[ModuleType]:
    """Every module of the rules."""
    names = [found.name for found in pkgutil.walk_packages(game.sim.__path__, "game.sim.")]
    return [game.sim, *(importlib.import_module(name) for name in names)]


def globals_of(module: ModuleType) -> Iterator[tuple[str, object]]:
    for name, value in vars(module).items():
        if not name.startswith("__"):
            yield name, value


def test_the_order_of_time_is_this() -> None:
    assert [system.__name__ for system in SCHEDULE] == [
        "listen",
        "operator",
        "gamera",
        "power",
        "swarm",
        "electrocute",
        "flower",
        "queen",
        "army",
        "artillery",
        "shots",
        "fight",
        "city",
        "score",
        "vigil",
        "scripted",
        "endless",
        "director",
    ]


def test_during_hit_stop_only_presses_commands_and_the_story_go_on() -> None:
    assert [system.__name__ for system in FROZEN] == ["listen", "operator", "director"]


def test_the_rooms_import_in_one_direction() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([str(lint), "--no-cache"], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("missing", ["pygame", "platformdirs"])
def test_the_rules_play_where_there_is_no_window(missing: str) -> None:
    """In a process in which importing the library fails."""
    script = (
        f"import sys; sys.modules[{missing!r}] = None\n"
        "from game.sim import Simulation\n"
        "simulation = Simulation('tokyo', 1)\n"
        "for _ in range(5): simulation.step()\n"
        "print(simulation.tick)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.stdout == "5\n", done.stderr


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.__name__)
def test_a_module_of_the_rules_holds_no_state(module: ModuleType) -> None:
    loose = [name for name, value in globals_of(module) if isinstance(value, MUTABLE) and not CONSTANT.fullmatch(name)]
    assert not loose


def test_playing_changes_no_constant() -> None:
    def tables() -> dict[str, bytes]:
        return {
            f"{module.__name__}.{name}": pickle.dumps(value)
            for module in modules()
            for name, value in globals_of(module)
            if isinstance(value, MUTABLE)
        }

    before = tables()
    simulation, bot = Simulation("tokyo", 4), make_bot("random", 4)
    for _ in range(600):
        simulation.step(bot.act(simulation))
    assert tables() == before


def inexact(tree: ast.AST) -> Iterator[str]:
    """What a file uses that need not come out the same on every machine."""
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id="np"), attr=name) if name in INEXACT_FUNCTIONS | INEXACT_METHODS:
                yield f"np.{name}"
            case ast.Attribute(attr=name) if name in INEXACT_METHODS:
                yield f".{name}"
            case ast.Import(names=names):
                yield from (alias.name for alias in names if alias.name.partition(".")[0] in FOREIGN_MODULES)
            case ast.ImportFrom(module=str(name)) if name.partition(".")[0] in FOREIGN_MODULES:
                yield name
            case ast.BinOp(op=ast.MatMult()):
                yield "@"
            case ast.BinOp(op=ast.Pow(), right=right) if not isinstance(right, ast.Constant):
                yield "**"


@pytest.mark.parametrize("path", RULES, ids=lambda path: str(path.relative_to(ROOT / "game" / "sim")))
def test_the_rules_use_only_arithmetic_that_is_the_same_everywhere(path: Path) -> None:
    assert not list(inexact(ast.parse(path.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("line", ["np.sin(x)", "x.mean()", "import math", "from time import time", "a @ b", "a ** b"])
def test_inexact_arithmetic_is_recognised(line: str) -> None:
    assert list(inexact(ast.parse(line)))


@pytest.mark.parametrize("path", RULES, ids=lambda path: str(path.relative_to(ROOT / "game" / "sim")))
def test_the_rules_walk_over_no_set(path: Path) -> None:
    """The order of a set is that of its hashes, which differ from process to process."""
    walked = [
        node.iter
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.For | ast.comprehension)
    ]
    assert not [iterated for iterated in walked if isinstance(iterated, ast.Set | ast.SetComp)]
