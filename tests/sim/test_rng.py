"""Luck: a word for who and when, untouched by headcount and order; and the dice."""

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.sim.rng import Dice, birth_luck, disc_table, luck_of_newborn, noise, per_second

SEEDS = st.integers(0, 2**32 - 1)
WORDS = st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=50)
MANY = birth_luck(np.arange(1, 40_001, dtype=np.uint32), 5)


@given(WORDS, st.integers(0, 10**7))
def test_the_order_of_rows_shifts_nobodys_luck(words: list[int], key: int) -> None:
    luck = np.array(words, np.uint32)
    assert noise(luck[::-1], key).tolist() == noise(luck, key)[::-1].tolist()


@given(WORDS, st.integers(0, 10**7))
def test_the_headcount_shifts_nobodys_luck(words: list[int], key: int) -> None:
    luck = np.array(words, np.uint32)
    assert noise(luck[:1], key)[0] == noise(luck, key)[0]


def test_noise_leaves_the_luck_it_is_made_from_as_it_was() -> None:
    luck = np.array([1, 2, 3], np.uint32)
    noise(luck, 4)
    assert luck.tolist() == [1, 2, 3]


@pytest.mark.parametrize("key", [0, 1, 2, 1000])
def test_every_bit_of_the_noise_is_set_in_half_of_the_rows(key: int) -> None:
    words = noise(MANY, key)
    shares = [np.count_nonzero(words >> np.uint32(bit) & np.uint32(1)) / len(words) for bit in range(32)]
    assert shares == pytest.approx([0.5] * 32, abs=0.02)


def test_neighbouring_moments_agree_in_half_of_the_bits() -> None:
    differing = np.unpackbits((noise(MANY, 100) ^ noise(MANY, 101)).view(np.uint8))
    assert differing.mean() == pytest.approx(0.5, abs=0.02)


def test_soldiers_born_one_after_the_other_have_unlike_luck() -> None:
    differing = np.unpackbits((MANY[1:] ^ MANY[:-1]).view(np.uint8))
    assert differing.mean() == pytest.approx(0.5, abs=0.02)


def test_a_soldiers_luck_depends_on_the_seed_of_its_game() -> None:
    uids = np.arange(1, 1001, dtype=np.uint32)
    assert np.count_nonzero(birth_luck(uids, 1) == birth_luck(uids, 2)) < 3


@pytest.mark.parametrize("rate", [0.12, 1.4, 8.0])
def test_a_rate_a_second_comes_true_that_often(rate: float) -> None:
    rolls = [noise(MANY, tick) & np.uint32(0xFFFF) for tick in range(0, 60, 4)]
    happened = sum(np.count_nonzero(roll < per_second(rate)) for roll in rolls)
    assert happened / len(MANY) == pytest.approx(rate, rel=0.05)


def test_a_rate_beyond_the_rolls_there_are_happens_nearly_every_time() -> None:
    assert np.count_nonzero((MANY & np.uint32(0xFFFF)) < per_second(99.0)) > 0.999 * len(MANY)


def test_directions_lie_in_the_disc_but_not_at_its_middle() -> None:
    squares = (disc_table(1000).astype(np.float64) ** 2).sum(axis=0)
    assert squares.max() < 1
    assert squares.min() > 0.15


def test_no_direction_is_preferred() -> None:
    assert disc_table().mean(axis=1).tolist() == pytest.approx([0, 0], abs=0.03)


@given(SEEDS)
def test_dice_of_one_seed_fall_alike(seed: int) -> None:
    one, other = Dice.seeded(seed), Dice.seeded(seed)
    assert [one.word() for _ in range(5)] == [other.word() for _ in range(5)]


def test_dice_of_neighbouring_seeds_fall_unlike() -> None:
    assert len({Dice.seeded(seed).word() for seed in range(1000)}) == 1000


@given(SEEDS, st.integers(1, 10**6))
def test_a_throw_below_a_limit_is_below_it(seed: int, limit: int) -> None:
    assert 0 <= Dice.seeded(seed).below(limit) < limit


@given(SEEDS, st.floats(-1e4, 1e4), st.floats(0.01, 1e4))
def test_a_throw_between_two_values_lies_between_them(seed: int, low: float, width: float) -> None:
    assert low <= Dice.seeded(seed).between(low, low + width) <= low + width


def test_every_face_comes_up_equally_often() -> None:
    dice = Dice.seeded(3)
    counts = np.bincount([dice.below(6) for _ in range(12_000)], minlength=6)
    assert counts.tolist() == pytest.approx([2000] * 6, rel=0.1)


def test_dice_that_were_saved_go_on_where_they_were() -> None:
    dice = Dice.seeded(8)
    dice.word()
    twin = msgspec.msgpack.decode(msgspec.msgpack.encode(dice), type=Dice)
    assert twin.word() == dice.word()


@pytest.mark.parametrize("first", [1, 255, 256, 100_003])
def test_the_luck_of_one_newborn_is_the_one_it_would_have_among_many(first: int) -> None:
    together = luck_of_newborn(first, 3, 7)
    assert [int(luck_of_newborn(first + number, 1, 7)[0]) for number in range(3)] == together.tolist()
    assert together.tolist() == birth_luck(np.arange(first, first + 3, dtype=np.uint32), 7).tolist()
