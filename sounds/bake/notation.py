"""The score's shorthand: motif references, bars, tokens, loudness curves. `sounds/README.md` describes it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

STEPS = {"c": 0, "d": 2, "e": 4, "f": 5, "g": 7, "a": 9, "b": 11}
# Loudness 0 to 1. The low end is raised: a pp under explosions is silence.
DYNAMICS = {"ppp": 0.22, "pp": 0.30, "p": 0.39, "mp": 0.48, "mf": 0.58, "f": 0.72, "ff": 0.86, "fff": 1.0}
DRUM_KEY = 36  # what "x" plays
REST, HOLD = ".", "-"
TOKEN = re.compile(r"^(~?)(.+?)([!?^'<>]*)$")
MOTIF = re.compile(r"@(\w+)([+-]\d+)?(\*\d+)?(\[\d*:\d*\])?")
Motifs = dict[str, str]


class ScoreError(ValueError):
    """A score that cannot be read; says where."""


@dataclass(frozen=True)
class Chord:
    """What one token starts: a slurred phrase a chord tone, as ((steps from its start, key), ...)."""

    step: int
    lines: tuple[tuple[tuple[int, int], ...], ...]
    length: int  # in steps
    marks: str  # of !?^'<>


def key_of(note: str) -> int:
    """The MIDI key of "f#4", "x" or an already numbered "n66"."""
    if note == "x":
        return DRUM_KEY
    if note[0] == "n":
        return int(note[1:])
    accidentals = note[1:].rstrip("0123456789")
    if note[0] not in STEPS or accidentals.strip("#b") or len(note) == 1 + len(accidentals):
        raise ScoreError(f"not a note: {note!r}")
    octave = int(note[1 + len(accidentals) :])
    return 12 * (octave + 1) + STEPS[note[0]] + accidentals.count("#") - accidentals.count("b")


def loudness(text: str) -> Callable[[float], float]:
    """ "p@0 f@4": straight lines over bars. Also read as tempo, where the values are numbers."""
    points = [point.split("@") for point in text.split()]
    bars = [float(bar) for _, bar in points]
    values = [DYNAMICS[value] if value in DYNAMICS else float(value) for value, _ in points]
    return lambda bar: float(np.interp(bar, bars, values))


def bars_of(text: str, steps: int, motifs: Motifs) -> list[str]:
    """One voice's line as exactly `steps` tokens a bar."""
    tokens: list[str] = []
    expanded = MOTIF.sub(lambda reference: _quoted(reference, steps, motifs), text)
    for bar in expanded.split("|"):
        written = bar.split()
        if written == ["%"]:
            written = tokens[-steps:]
        elif written == ["_"]:
            written = [REST] * steps
        elif written == ["="]:
            written = [HOLD] * steps
        elif len(written) < steps:
            if not written or steps % len(written):
                raise ScoreError(f"{len(written)} tokens do not divide a bar of {steps}: {bar.strip()!r}")
            written = _stretched(written, steps // len(written))
        if len(written) != steps:
            raise ScoreError(f"{len(written)} tokens in a bar of {steps}: {bar.strip()!r}")
        tokens += written
    return tokens


def _quoted(reference: re.Match[str], steps: int, motifs: Motifs) -> str:
    """@name+semitones*slower[from:to] written out, bar lines set anew."""
    name, shift, slower, cut = reference.groups()
    if name not in motifs:
        raise ScoreError(f"no motif {name!r}")
    tokens = [token for token in motifs[name].split() if token != "|"]
    if cut:
        start, end = cut[1:-1].split(":")
        tokens = tokens[int(start or 0) : int(end or len(tokens))]
    tokens = _stretched([_shifted(token, int(shift or 0)) for token in tokens], int((slower or "*1")[1:]))
    return " | ".join(" ".join(tokens[at : at + steps]) for at in range(0, len(tokens), steps))


def _stretched(tokens: list[str], times: int) -> list[str]:
    return [part for token in tokens for part in [token] + [REST if token == REST else HOLD] * (times - 1)]


def _shifted(token: str, semitones: int) -> str:
    if token in (REST, HOLD) or not semitones:
        return token
    slur, notes, marks = _parts(token)
    moved = [note if note == "x" else f"n{key_of(note) + semitones}" for note in notes.split("+")]
    return slur + "+".join(moved) + marks


def _parts(token: str) -> tuple[str, str, str]:
    match = TOKEN.match(token)
    if match is None:
        raise ScoreError(f"not a token: {token!r}")
    return match[1], match[2], match[3]


def chords_of(tokens: list[str], transpose: int = 0) -> list[Chord]:
    """Tokens to what is played: holds lengthen, slurs join the chord before if it has as many tones."""
    chords: list[Chord] = []
    for step, token in enumerate(tokens):
        if token == REST:
            continue
        touching = bool(chords) and chords[-1].step + chords[-1].length == step
        last = chords[-1] if touching else None
        if token == HOLD:
            if last:
                chords[-1] = Chord(last.step, last.lines, last.length + 1, last.marks)
            continue
        slur, notes, marks = _parts(token)
        keys = [key_of(note) + (0 if note == "x" else transpose) for note in notes.split("+")]
        if slur and last and len(last.lines) == len(keys):
            joined = tuple((*line, (step - last.step, key)) for line, key in zip(last.lines, keys, strict=True))
            chords[-1] = Chord(last.step, joined, last.length + 1, last.marks)
        else:
            chords.append(Chord(step, tuple(((0, key),) for key in keys), 1, marks))
    return chords
