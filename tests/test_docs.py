"""What the documentation tells a reader to do works."""

import re
from pathlib import Path

import pytest

from game.agents.bots import make_bot
from game.sim import Simulation
from game.sim.stage_file import load_stage

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("*/README.md")])
STEPS = re.findall(r"```toml\n(.*?)```", (ROOT / "docs" / "modding.md").read_text(), re.DOTALL)
LONGEST = 120 * 60  # ticks


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_and_picture_of_a_page_is_there(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text())
    missing = [target for target in targets if "://" not in target and not (page.parent / target).exists()]
    assert not missing


@pytest.fixture
def step_file(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    file = tmp_path / "mine.toml"
    file.write_text(STEPS[request.param])
    return file


@pytest.mark.parametrize("step_file", range(len(STEPS)), indirect=True)
def test_every_step_of_the_page_for_modders_is_a_stage_file(step_file: Path) -> None:
    load_stage(step_file)


@pytest.mark.parametrize("step_file", [-1], indirect=True)
@pytest.mark.parametrize(("bot", "outcome"), [("campaign", "won"), ("idle", "lost")])
def test_its_last_step_is_won_with_the_lines_and_lost_by_doing_nothing(step_file: Path, bot: str, outcome: str) -> None:
    simulation, player = Simulation(step_file, seed=7), make_bot(bot, 7)
    while simulation.outcome is None and simulation.tick < LONGEST:
        simulation.step(player.act(simulation))
    assert simulation.outcome == outcome
