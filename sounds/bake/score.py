"""A score file read into notes at steps, and the steps into seconds."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.fft import next_fast_len

from sounds.bake.notation import DYNAMICS, Chord, Motifs, ScoreError, bars_of, chords_of, loudness
from sounds.bake.orchestra import ORCHESTRA
from sounds.bake.synthesis import RATE, Wave, samples

SCORES = Path(__file__).parent.parent / "score"
MOTIFS = "motifs"  # the file every score may quote
BORROWED = re.compile(r"(\w+):(\w+)(?:>(\w+))?([+-]\d+)?$")  # section:voice>as+semitones
SECTION_KEYS = {"use", "dyn", "step"}
Toml = dict[str, Any]


@dataclass(frozen=True)
class Voice:
    """A player's desk: instrument, balance in dB, pan -1 to 1, how much goes to the room."""

    instrument: str
    level: float
    pan: float
    send: float


@dataclass(frozen=True)
class Played:
    """A chord of a voice, somewhere in the cue."""

    voice: str
    chord: Chord  # its step counts from the cue's start
    begin: float  # loudness, 0 to 1
    end: float
    on_bar: bool
    on_beat: bool


@dataclass(frozen=True)
class Score:
    title: str
    loop: bool
    tail: float  # seconds of fade after the last bar; 0 for loops
    room: tuple[float, float]  # T60 in seconds, wet
    shelves: tuple[float, float]  # dB below 110 Hz and above 1.6 kHz
    lufs: float
    voices: dict[str, Voice]
    stems: dict[str, list[str]]  # stem: voices; empty where there is only the mix
    played: list[Played]
    times: Wave  # seconds at each step, one more than there are steps
    bars: list[int]  # first step of each bar

    def second(self, step: float) -> float:
        return float(np.interp(step, np.arange(len(self.times)), self.times))


def score_files(name: str) -> list[Path]:
    """The files a cue depends on."""
    return [SCORES / f"{name}.toml", SCORES / f"{MOTIFS}.toml"]


def read_score(name: str) -> Score:
    """The score `name`. Raises ScoreError, naming file and section, where it cannot be played."""
    own, shared = (tomllib.loads(path.read_text()) for path in score_files(name))
    motifs: Motifs = shared["motif"] | own.get("motif", {})
    voices = {voice: Voice(*row) for voice, row in own["voice"].items()}
    for voice in voices.values():
        if voice.instrument not in ORCHESTRA:
            raise ScoreError(f"{name}: no instrument {voice.instrument!r}")
    beat = own.get("beat", 2)
    played: list[Played] = []
    bars: list[int] = []
    start = 0
    for section in own["form"]:
        try:
            notes, length, steps = _section(own, section, motifs, beat)
        except ScoreError as error:
            raise ScoreError(f"{name}, section {section}: {error}") from error
        for note in notes:
            moved = Chord(note.chord.step + start, note.chord.lines, note.chord.length, note.chord.marks)
            played.append(Played(note.voice, moved, note.begin, note.end, note.on_bar, note.on_beat))
        bars += range(start, start + length, steps)
        start += length
    loop = own.get("loop", True)
    return Score(
        title=own["title"],
        loop=loop,
        tail=0.0 if loop else own.get("tail", 4.0),
        room=tuple(own.get("room", (2.4, 0.35))),
        shelves=(own.get("low", -3.0), own.get("high", 2.0)),
        lufs=own.get("lufs", -20.0),
        voices=voices,
        stems=own.get("stems", {}),
        played=played,
        times=_times(own, bars, start, beat, loop),
        bars=bars,
    )


def _section(score: Toml, name: str, motifs: Motifs, beat: int) -> tuple[list[Played], int, int]:
    """What is played in a section, its length in steps, and the steps of its bars."""
    section = score[name]
    steps = section.get("step", score.get("step", 8))
    lines: dict[str, tuple[str, int]] = {}
    for borrowed in section.get("use", []):
        match = BORROWED.match(borrowed)
        if match is None:
            raise ScoreError(f"use = {borrowed!r}")
        source, voice, other, shift = match.groups()
        lines[other or voice] = (score[source][voice], int(shift or 0))
    lines |= {voice: (line, 0) for voice, line in section.items() if voice not in SECTION_KEYS}
    tokens = {voice: bars_of(line, steps, motifs) for voice, (line, _) in lines.items()}
    length = max(len(bars) for bars in tokens.values())
    curves = {voice: loudness(text) for voice, text in section.get("dyn", {}).items()}
    common = curves.get("all", lambda bar: DYNAMICS["mf"])
    played = []
    for voice, bars in tokens.items():
        if length % len(bars):
            raise ScoreError(f"{voice}: {len(bars)} steps do not fill {length}")
        curve = curves.get(voice, common)
        for again in range(0, length, len(bars)):
            for chord in chords_of(bars, lines[voice][1]):
                at = again + chord.step
                moved = Chord(at, chord.lines, chord.length, chord.marks)
                begin, end = curve(at / steps), curve((at + chord.length) / steps)
                played.append(Played(voice, moved, begin, end, at % steps == 0, at % steps % beat == 0))
    return played, length, steps


def _times(score: Toml, bars: list[int], steps: int, beat: int, loop: bool) -> Wave:
    """Seconds at each step. A loop is stretched, by under 0.05 %, to a length quick to transform."""
    edges = np.array([*bars, steps])
    positions = np.interp(np.arange(steps) + 0.5, edges, np.arange(len(edges)))
    tempo = loudness(score["tempo"]) if "tempo" in score else (lambda bar: float(score["bpm"]))
    lengths = np.array([60 / tempo(position) / beat for position in positions])
    times = np.concatenate([[0.0], np.cumsum(lengths)])
    if loop:
        times *= next_fast_len(samples(times[-1])) / RATE / times[-1]
    return times
