"""Luck. Stateless noise for the many, one small generator for the few; both integers only, so equal everywhere.

A soldier's luck is a function of who it is and when (`noise(luck, key)`): neither the headcount nor the order of rows
can shift it. Scalar luck (where a wave appears, which wire a helicopter picks) comes from `Dice`, one integer of state.
"""

from functools import lru_cache

import msgspec
import numpy as np
import numpy.typing as npt

Words = npt.NDArray[np.uint32]
Floats = npt.NDArray[np.float32]

BIRTHS_AHEAD = 256  # uids whose luck is worked out at once: as dear as that of one
MASK32 = 0xFFFFFFFF
MASK64 = 0xFFFFFFFFFFFFFFFF
# Knuth's MMIX linear congruential generator; only the high bits are used.
_LCG_MULTIPLIER, _LCG_INCREMENT = 6364136223846793005, 1442695040888963407


def single(value: float) -> Floats:
    """A number as NumPy takes it without looking at it: where a few hundred rows are added to a plain float, finding
    out what that is costs as much as adding."""
    return np.array(value, np.float32)


def word(value: int) -> Words:
    """The same for 32 bits."""
    return np.array(value & MASK32, np.uint32)


# Odd constants of a 32-bit finaliser in the manner of lowbias32 (Wellons): each flips half of the bits below it.
_SPREAD, _MIX_A, _MIX_B = 0x9E3779B1, word(0x2C1B3C6D), word(0x297A2D39)
_SHIFT_A, _SHIFT_B = word(15), word(16)


def noise(luck: Words, key: int) -> Words:
    """A new 32-bit word for each row's `luck` (uint32, any shape) at the moment or purpose `key`."""
    words: Words = luck ^ word(key * _SPREAD)
    words *= _MIX_A
    words ^= words >> _SHIFT_A
    words *= _MIX_B
    words ^= words >> _SHIFT_B
    return words


def birth_luck(uids: Words, seed: int) -> Words:
    """The luck a soldier is born with: well mixed in its uid and in the game's seed."""
    words = uids * word(0x85EBCA6B)
    words += word(seed * 0xC2B2AE35 + 77)
    return noise(noise(words, 3), 9)


def luck_of_newborn(first_uid: int, births: int, seed: int) -> Words:
    """`birth_luck` of so many uids in a row, quickly for one: most of a wave are born one a tick."""
    if births != 1:
        return birth_luck(np.arange(first_uid, first_uid + births, dtype=np.uint32), seed)
    block, within = divmod(first_uid, BIRTHS_AHEAD)
    return _luck_of_block(block, seed)[within : within + 1]


@lru_cache(maxsize=8)
def _luck_of_block(block: int, seed: int) -> Words:
    first = block * BIRTHS_AHEAD
    return birth_luck(np.arange(first, first + BIRTHS_AHEAD, dtype=np.uint32), seed)


def per_second(rate: float, rolls_per_second: int = 15) -> Words:
    """The 16-bit threshold under which a roll must fall to happen `rate` times a second on average."""
    return word(min(65535, max(0, int(rate * 65536 / rolls_per_second))))


def disc_table(size: int = 4096) -> Floats:
    """`size` vectors (2, size) in the unit disc, never near its middle; by integers and rejection, no sine."""
    state = 12345
    vectors: list[tuple[float, float]] = []
    while len(vectors) < size:
        state = (state * 1664525 + 1013904223) & MASK32
        x = (state >> 16) / 32768.0 - 1
        state = (state * 1664525 + 1013904223) & MASK32
        y = (state >> 16) / 32768.0 - 1
        if 0.15 < x * x + y * y < 1:
            vectors.append((x, y))
    return np.ascontiguousarray(np.array(vectors, np.float32).T)


class Dice(msgspec.Struct):
    """One sequence of scalar luck. Its whole state is one integer."""

    state: int

    @classmethod
    def seeded(cls, seed: int) -> "Dice":
        dice = cls((seed * _LCG_MULTIPLIER + _LCG_INCREMENT) & MASK64)
        dice.word()
        return dice

    def word(self) -> int:
        """The next 32 bits."""
        self.state = (self.state * _LCG_MULTIPLIER + _LCG_INCREMENT) & MASK64
        return self.state >> 32

    def below(self, limit: int) -> int:
        """An integer in [0, limit). The bias is under limit / 2**32."""
        return (self.word() * limit) >> 32

    def between(self, low: float, high: float) -> float:
        """A float in [low, high) on a grid of 1/65536 of the span."""
        return low + (high - low) * ((self.word() >> 16) / 65536)
