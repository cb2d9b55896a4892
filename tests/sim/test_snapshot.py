"""Snapshots: a restored game goes on bit for bit; damaged bytes are a SnapshotError and nothing else."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.agents.bots import make_bot
from game.sim import Simulation, SnapshotError
from game.sim.components import Block
from game.sim.snapshot import CHECKSUM_BYTES, checksum
from game.sim.world import World

STRANGERS_SEED = 99


def played(stage: str = "tokyo", seed: int = 3, ticks: int = 700) -> Simulation:
    """A game in full swing: lines live, soldiers everywhere, fireballs and helicopters in the air."""
    simulation, bot = Simulation(stage, seed), make_bot("random", seed)
    for _ in range(ticks):
        simulation.step(bot.act(simulation))
    return simulation


def digests(simulation: Simulation, ticks: int) -> list[str]:
    bot = make_bot("random", 5)
    found = []
    for _ in range(ticks):
        simulation.step(bot.act(simulation))
        found.append(simulation.digest())
    return found


SNAPSHOT = played().snapshot()


@pytest.mark.parametrize("ticks", [0, 1, 333, 1500])
def test_a_restored_game_goes_on_bit_for_bit(ticks: int) -> None:
    original = played(ticks=ticks)
    again = Simulation.restore(original.snapshot())
    assert again.digest() == original.digest()
    assert digests(again, 60) == digests(original, 60)


def test_a_snapshot_of_a_restored_game_is_the_same_bytes() -> None:
    assert Simulation.restore(SNAPSHOT).snapshot() == SNAPSHOT


def test_taking_a_snapshot_changes_nothing() -> None:
    watched, alone = played(ticks=100), played(ticks=100)
    watched.snapshot()
    assert digests(watched, 30) == digests(alone, 30)


def test_a_game_restored_in_the_middle_of_another_disturbs_neither() -> None:
    undisturbed = digests(Simulation.restore(SNAPSHOT), 40)
    other = played(seed=STRANGERS_SEED, ticks=300)
    others_way = digests(Simulation.restore(other.snapshot()), 40)
    assert digests(Simulation.restore(SNAPSHOT), 40) == undisturbed
    assert digests(other, 40) == others_way


def test_a_clone_goes_its_own_way() -> None:
    original = played(ticks=200)
    before = original.digest()
    digests(Simulation.restore(original.snapshot()), 30)
    assert original.digest() == before


def test_what_follows_from_the_saved_fields_is_restored_with_them() -> None:
    original = played(ticks=900)
    again = Simulation.restore(original.snapshot())
    for name in ("wire_y", "live_x", "roof_y"):
        np.testing.assert_array_equal(getattr(again.world, name), getattr(original.world, name))
    for name in ("steering", "potential", "strongest"):
        np.testing.assert_array_equal(getattr(again.world.field, name), getattr(original.world.field, name))


def one_more_tick(world: World) -> None:
    world.tick += 1


def half_a_pixel(world: World) -> None:
    world.soldiers.position[0, 0] += 0.5


def another_state(world: World) -> None:
    world.soldiers.state[0] ^= 1


def another_throw(world: World) -> None:
    world.dice.word()


def a_scratch(world: World) -> None:
    world.gamera.vitality -= 0.001


def a_little_heat(world: World) -> None:
    world.grid.circuits[0].heat += 1e-9


def a_cracked_wall(world: World) -> None:
    next(block for _, block in world.entities.each(Block)).strength -= 0.01


def a_word_unsaid(world: World) -> None:
    world.direction.objective = "."


@pytest.mark.parametrize(
    "change",
    [
        one_more_tick,
        half_a_pixel,
        another_state,
        another_throw,
        a_scratch,
        a_little_heat,
        a_cracked_wall,
        a_word_unsaid,
    ],
)
def test_the_digest_tells_the_smallest_difference(change: object) -> None:
    one, other = Simulation.restore(SNAPSHOT), Simulation.restore(SNAPSHOT)
    change(other.world)  # type: ignore[operator]
    assert one.digest() != other.digest()


@given(st.integers(0, len(SNAPSHOT) - 1))
def test_a_snapshot_cut_short_is_refused(length: int) -> None:
    with pytest.raises(SnapshotError):
        Simulation.restore(SNAPSHOT[:length])


@given(st.integers(0, len(SNAPSHOT) - 1), st.integers(0, 7))
def test_a_snapshot_with_a_flipped_bit_is_refused(place_of_damage: int, bit: int) -> None:
    damaged = bytearray(SNAPSHOT)
    damaged[place_of_damage] ^= 1 << bit
    with pytest.raises(SnapshotError, match="damaged"):
        Simulation.restore(bytes(damaged))


@given(st.binary(max_size=200))
def test_any_other_bytes_are_refused(content: bytes) -> None:
    with pytest.raises(SnapshotError):
        Simulation.restore(content)


@given(st.integers(0, len(SNAPSHOT) - CHECKSUM_BYTES - 1), st.integers(0, 255))
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_bytes_forged_to_fit_their_checksum_load_or_are_refused(place_of_forgery: int, value: int) -> None:
    forged = bytearray(SNAPSHOT)
    forged[CHECKSUM_BYTES + place_of_forgery] = value
    forged[:CHECKSUM_BYTES] = checksum(forged[CHECKSUM_BYTES:])
    try:
        Simulation.restore(bytes(forged))
    except SnapshotError as error:
        message = str(error)
    else:
        return
    assert "\n" not in message


def test_a_snapshot_of_another_format_is_refused_by_its_number() -> None:
    body = SNAPSHOT[CHECKSUM_BYTES:].replace(b"\xa6format\x02", b"\xa6format\x01", 1)
    with pytest.raises(SnapshotError, match="snapshot format 1, expected 2"):
        Simulation.restore(checksum(body) + body)
