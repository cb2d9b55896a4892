"""Action: what a replay stores is what was pressed."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.sim import Action, Button, GridVerb

ALL_BUTTONS = [Button(word) for word in range(64)]
STICK = (-1, 0, 1)


def test_every_action_survives_packing() -> None:
    for buttons, move, aim, verb, target in product(ALL_BUTTONS, STICK, STICK, GridVerb, (0, 1, 7, 255)):
        action = Action(buttons, move, aim, verb, target)
        assert Action.unpack(action.pack()) == action


def test_every_pair_of_actions_packs_apart() -> None:
    words = {Action(*parts).pack() for parts in product(ALL_BUTTONS, STICK, STICK, GridVerb, (0, 1, 254, 255))}
    assert len(words) == len(ALL_BUTTONS) * 3 * 3 * len(GridVerb) * 4


@given(st.integers(0, 2**24 - 1))
def test_a_word_is_one_action_or_refused(word: int) -> None:
    try:
        action = Action.unpack(word)
    except ValueError:
        return
    assert action.pack() == word


@pytest.mark.parametrize(
    "word",
    [
        pytest.param(Action().pack() | 64, id="a seventh button"),
        pytest.param(Action().pack() | 0b11 << 8, id="no such move"),
        pytest.param(Action().pack() | 0b11 << 10, id="no such aim"),
        pytest.param(Action().pack() | 7 << 12, id="no such verb"),
        pytest.param(1 << 24, id="too long"),
        pytest.param(-1, id="negative"),
    ],
)
def test_a_word_no_action_packs_to_is_refused(word: int) -> None:
    with pytest.raises(ValueError, match="is not a packed action"):
        Action.unpack(word)
