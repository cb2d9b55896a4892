"""Every instrument a score can name: how it is called, and its place in the balance."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np

from sounds.bake import instruments_held as held
from sounds.bake import instruments_strange as strange
from sounds.bake import instruments_struck as struck
from sounds.bake import instruments_sung as sung
from sounds.bake.ensemble import Note, Stereo
from sounds.bake.synthesis import dice

Play = Callable[[Note, np.random.Generator], Stereo]


@dataclass(frozen=True)
class Instrument:
    """How one instrument is called."""

    play: Play
    trim: float  # dB that bring it to one common loudness at mezzo-forte, measured once
    family: str = "other"  # shares a body resonance in the mix
    slurs: bool = True  # can carry a phrase
    struck: bool = False  # made in few loudnesses, and rings by itself
    damped: bool = False  # struck, but stops when let go
    sings: bool = False  # words go on from note to note
    early: float = 0.0  # seconds it starts before the beat, where its attack is slow
    strum: float = 0.0  # seconds between the tones of a chord


def _held(
    play: Play,
    trim: float,
    family: str = "other",
    early: float = 0.0,
) -> Instrument:
    return Instrument(play, trim, family, early=early)


def _sung(play: Play, trim: float, early: float = 0.0) -> Instrument:
    return Instrument(play, trim, sings=True, early=early)


def _struck(
    play: Play,
    trim: float,
    family: str = "other",
    strum: float = 0.0,
) -> Instrument:
    return Instrument(play, trim, family, slurs=False, struck=True, strum=strum)


def _free(play: Play, trim: float, early: float = 0.0) -> Instrument:
    return Instrument(play, trim, slurs=False, early=early)


ORCHESTRA: dict[str, Instrument] = {
    "strings": _held(held.strings, -4, "strings", 0.06),
    "marc": _held(held.marcato, -2, "strings"),
    "trem": _held(held.tremolo, -4, "strings", 0.02),
    "spicc": _struck(held.spiccato, -6, "strings"),
    "pizz": _struck(struck.pizzicato, 1, "strings"),
    "brass": _held(held.brass, -5, "brass"),
    "horn": _held(held.horn, -4, "brass", 0.02),
    "trombones": _held(held.trombones, -5, "brass"),
    "oboe": _held(held.oboe, -7),
    "flute": _held(held.flute, -6),
    "clar": _held(held.clarinet, -6),
    "choir": _sung(sung.choir, -3, 0.09),
    "choiru": _sung(sung.soft_choir, -9, 0.12),
    "chant": _sung(sung.chant, -3),
    "solo": _sung(sung.solo, -7, 0.03),
    "organ": _held(held.organ, -6, early=0.02),
    "sub": _held(held.sub, -6),
    "harp": _struck(struck.harp, 2, strum=0.014),
    "celesta": _struck(struck.celesta, -2),
    "bell": _struck(struck.bell, 1),
    "piano": Instrument(struck.piano, 6, slurs=False, struck=True, damped=True, strum=0.004),
    "timpani": _struck(struck.timpani, -3),
    "roll": _free(struck.timpani_roll, -6),
    "taiko": _struck(struck.taiko, 2),
    "odaiko": _struck(struck.odaiko, 1),
    "snare": _struck(struck.snare, 0),
    "cymbal": _struck(struck.cymbal, -4),
    "swell": _free(struck.cymbal_swell, -4),
    "tam": _struck(struck.tam_tam, -2),
    "anvil": _struck(struck.anvil, -1),
    "clicks": _struck(strange.clicks, 6),
    "glass": _free(strange.glass, -8, 0.1),
    "hum": _free(strange.hum, -4),
    "air": _free(strange.air, -6),
}


@cache
def sounded(instrument: str, note: Note, take: int) -> Stereo:
    """The note as this instrument plays it; `take` tells repeats apart (a round robin)."""
    return ORCHESTRA[instrument].play(note, dice(f"{instrument} {note} {take}")).astype(np.float32)
