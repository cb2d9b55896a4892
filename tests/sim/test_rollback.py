"""Taking back a tick and playing it again gives the same tick: on every tick, on every stage, whatever is pressed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.sim import Action, Button, GridVerb, Simulation
from game.sim.rng import Dice
from game.sim.stage_file import load_stage, stage_files
from tests.fuzz.players import PLAYERS

TICKS = 150
LATER_TICKS = 3_000
SOLDIERS = 120
ACTIONS = st.builds(
    Action,
    st.integers(0, 63).map(Button),
    st.integers(-1, 1),
    st.integers(-1, 1),
    st.sampled_from(GridVerb),
    st.integers(0, 255),
)


def step_twice(simulation: Simulation, action: Action) -> Simulation:
    """Steps, takes the tick back, steps again, and returns the game that went back."""
    before = simulation.snapshot()
    events = simulation.step(action)
    again = Simulation.restore(before)
    assert again.step(action) == events
    assert again.digest() == simulation.digest()
    return again


def roll_back_every_tick(stage: str, player_name: str, ticks: int, scene: int = 0) -> None:
    """Goes on with the restored game each time, so that nothing may be lost even by hundreds of restores."""
    simulation = Simulation(stage, 11, soldiers=SOLDIERS)
    simulation.world.direction.scene = scene or simulation.world.direction.scene
    alone = Simulation.restore(simulation.snapshot())
    player = PLAYERS[player_name](Dice.seeded(5))
    for _ in range(ticks):
        action = player.act(simulation)
        simulation = step_twice(simulation, action)
        alone.step(action)
    assert simulation.digest() == alone.digest()


@pytest.mark.parametrize("stage", stage_files())
def test_every_tick_can_be_taken_back_and_played_again(stage: str) -> None:
    roll_back_every_tick(stage, "monkey", TICKS)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("stage", "scene"), [(stage, scene) for stage in stage_files() for scene in range(len(load_stage(stage).scene))]
)
def test_every_tick_of_every_scene_can_be_taken_back(stage: str, scene: int) -> None:
    roll_back_every_tick(stage, tuple(PLAYERS)[scene % len(PLAYERS)], LATER_TICKS, scene)


@settings(max_examples=15, deadline=None)
@given(
    st.sampled_from(tuple(stage_files())),
    st.integers(0, 2**32 - 1),
    st.lists(ACTIONS, min_size=30, max_size=90),
    st.integers(1, 29),
)
def test_a_clone_given_the_same_actions_stays_equal_and_given_others_leaves_the_first_alone(
    stage: str, seed: int, actions: list[Action], cloned_at: int
) -> None:
    original = Simulation(stage, seed, soldiers=60)
    for action in actions[:cloned_at]:
        original.step(action)
    clone, stray = (Simulation.restore(original.snapshot()) for _ in range(2))
    for action in actions[cloned_at:]:
        stray.step(Action(Button(63) & ~action.buttons, -action.move, -action.aim))
        assert clone.step(action) == original.step(action)
        assert clone.digest() == original.digest()


def test_a_game_taken_up_amid_the_run_of_another_seed_goes_its_own_way() -> None:
    first = Simulation("tokyo", 1, soldiers=SOLDIERS)
    player = PLAYERS["masher"](Dice.seeded(1))
    actions = [player.act(first) for _ in range(200)]
    for action in actions[:100]:
        first.step(action)
    state = first.snapshot()
    stranger = Simulation("tokyo", 2, "legion", soldiers=2 * SOLDIERS)
    for action in actions[:50]:
        stranger.step(action)
    taken_up = Simulation.restore(state)
    for action in actions[100:]:
        first.step(action)
        stranger.step(action)
        taken_up.step(action)
    assert taken_up.digest() == first.digest() != stranger.digest()
