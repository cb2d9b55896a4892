"""A score played: notes placed on tracks, tracks through a hall, the mix and its stems finished."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import numpy.typing as npt
from scipy import ndimage
from scipy.fft import next_fast_len

from sounds.bake.ensemble import Note, Stereo
from sounds.bake.loudness import integrated, k_weighted, limited
from sounds.bake.orchestra import ORCHESTRA, Instrument, sounded
from sounds.bake.score import Played, Score
from sounds.bake.synthesis import RATE, Wave, decibels, dice, noise, place_round, samples

CEILING = -4.0  # dBFS: under the effects' own, the mixer adds both
LAYERS = (0.3, 0.5, 0.7, 0.9)  # loudnesses in which struck instruments are made; between them gain decides
MOST_SYLLABLES = 60  # after which a text counts from 0 again: a multiple of every text's length
BAR_HEARD = 3.0  # seconds over which the ear takes a bar's loudness
QUIET_LIFT = 0.5  # share of what a loop's bar lies under the whole that is given back: quiet bars drown under effects
QUIET_LIFT_MOST = 5.0  # dB
WIDE_UP_TO = 3000.0  # Hz: above it both sides play alike; wide treble cost the codec a third of its bits
AIR_ENDS = 11_000.0  # Hz: 32 dB under the whole, what lies above is what the codec would blur first
SHORT = 0.35  # seconds: notes under it hold one loudness
# Resonances of string bodies, Hz, and the tilt they follow in dB.
BODY = (275, 390, 460, 545, 700, 840, 1010, 1180, 1450, 1900, 2400, 2900, 3600)
BODY_TILT = (1, 0, 1.5, 0, 0, -1, -2, 0, -1, 0, 1.5, 1.5, 0)

Spectrum = npt.NDArray[np.complex128]


@dataclass(frozen=True)
class Performance:
    mix: Wave  # (2, n)
    stems: dict[str, Wave]  # they sum to the mix
    bars: list[float]  # seconds


@dataclass(frozen=True)
class Placed:
    """One note ready to be laid on a track."""

    sound: Stereo
    second: float


def perform(score: Score) -> Performance:
    length = samples(float(score.times[-1]))
    count = length if score.loop else next_fast_len(length + samples(score.tail))
    stem_of = {voice: stem for stem, voices in score.stems.items() for voice in voices}
    stems = list(score.stems) or ["all"]
    dry: dict[tuple[str, str], Stereo] = {}
    wet = {stem: np.zeros((2, count), np.float32) for stem in stems}
    hand = dice(score.title)
    take = 0
    sung: Counter[str] = Counter()  # syllables by voice
    for played in score.played:
        voice = score.voices[played.voice]
        instrument = ORCHESTRA[voice.instrument]
        stem = stem_of.get(played.voice, stems[0])
        track = dry.setdefault((stem, instrument.family), np.zeros((2, count), np.float32))
        gain = decibels(voice.level + instrument.trim)
        left, right = gain * min(1, 1 - voice.pan), gain * min(1, 1 + voice.pan)
        syllable = sung[played.voice] % MOST_SYLLABLES if instrument.sings else 0
        sung[played.voice] += len(played.chord.lines[0])
        for placed in _notes(score, played, voice.instrument, instrument, hand, take, syllable):
            take += 1
            second = placed.second if score.loop else max(0.0, placed.second)
            panned = placed.sound * np.array([[left], [right]], np.float32)
            _lay(track, panned, second)
            _lay(wet[stem], panned * np.float32(voice.send), second + 0.004)
    parts = _in_hall(score, dry, wet, count)
    return _finished(score, parts, count)


def _notes(
    score: Score,
    played: Played,
    name: str,
    instrument: Instrument,
    hand: np.random.Generator,
    take: int,
    syllable: int,
) -> Iterator[Placed]:
    """The notes of a chord, with the small unevenness of hands; `take` counts the cue's notes so far."""
    chord = played.chord
    start, end = score.second(chord.step), score.second(chord.step + chord.length)
    hold = round((end - start) * (0.985 if instrument.slurs else 0.95), 3)
    accent = "".join(mark for mark in chord.marks if mark in "^'<>")[:1]
    stress = 1 + 0.28 * ("!" in chord.marks) - 0.3 * ("?" in chord.marks)
    stress += 0.05 if played.on_bar else 0.0 if played.on_beat else -0.03
    for index, line in enumerate(chord.lines):
        phrases = [line] if instrument.slurs else [((step, key),) for step, key in line]
        for phrase in phrases:
            begin, end_level = (_touched(level * stress, hand) for level in (played.begin, played.end))
            offset = 0 if instrument.slurs else phrase[0][0]
            seconds = tuple(
                (round(score.second(chord.step + step) - start, 3) if instrument.slurs else 0.0, key)
                for step, key in phrase
            )
            lateness = hand.normal() * (0.003 if instrument.struck else 0.006)
            second = score.second(chord.step + offset) + lateness - instrument.early + instrument.strum * index
            note = Note(seconds, hold, begin, end_level, accent, syllable)
            yield Placed(_sound(name, instrument, note, take), second)
            take += 1


def _touched(level: float, hand: np.random.Generator) -> float:
    """A loudness as a hand gives it, in steps of 1/32 so that equal notes are made once."""
    return float(np.clip(round((level + hand.normal() * 0.012) * 32) / 32, 0.06, 1))


def _sound(name: str, instrument: Instrument, note: Note, take: int) -> Stereo:
    if instrument.struck:
        layer = LAYERS[int(np.clip((note.begin - 0.2) / 0.2, 0, 3))]
        made = Note(note.phrase, note.hold if instrument.damped else 0.1, layer, layer)
        return sounded(name, made, take % 3) * np.float32((note.begin / layer) ** 1.3)
    if note.hold < SHORT:
        return sounded(name, replace(note, end=note.begin), take % 3)
    return sounded(name, note, take % 2)


def _lay(track: Stereo, sound: Stereo, second: float) -> None:
    """Adds a note; in loops and one-shots alike it wraps (a one-shot's fade has silenced its end by then)."""
    start = samples(second) % track.shape[1]
    while sound.shape[1]:
        length = min(track.shape[1] - start, sound.shape[1])
        track[:, start : start + length] += sound[:, :length]
        sound, start = sound[:, length:], 0


@cache
def _hall(reverberation: float) -> Wave:
    """A stereo hall: pre-delay, nine early reflections a side, a tail whose top dies first."""
    chance, time = dice("hall"), np.arange(samples(reverberation)) / RATE
    response = np.zeros((2, len(time) + samples(0.03)))
    for side in response:
        tail = np.zeros(len(time))
        for low, high, share, level in ((60, 400, 1.0, 1), (400, 2200, 0.92, 0.8), (2200, 9000, 0.5, 0.4)):
            tail += level * noise(len(time), chance, low, high, -1) * np.exp(-6.9 * time / (reverberation * share))
        delay = samples(0.022)
        side[delay : delay + len(time)] += 0.45 * tail * np.clip(time / 0.03, 0, 1) / np.sqrt((tail**2).sum())
        for index in range(9):
            at = samples(0.009 + 0.075 * chance.random())
            side[at : at + 5] += np.hanning(5) * 0.16 * chance.choice((-1, 1)) * np.exp(-index * 0.12)
    return response


def _family_tone(frequency: Wave, family: str) -> Wave:
    """Gain of a family's bodies: strings resonate at fixed pitches, brass has a bell."""
    octaves = np.log2(np.maximum(frequency, 1))
    if family == "strings":
        heights = 2.5 * dice("body").normal(size=len(BODY)) + np.array(BODY_TILT)
        level = np.zeros_like(frequency)
        for pitch, height in zip(BODY, heights, strict=True):
            level += height * np.exp(-(((octaves - np.log2(pitch)) / 0.16) ** 2))
        return 10 ** (level / 20)
    if family == "brass":
        bell = 1.5 * np.exp(-(((octaves - np.log2(1500)) / 0.8) ** 2))
        return 10 ** ((bell - 2 * np.exp(-(((octaves - np.log2(330)) / 0.5) ** 2))) / 20)
    return np.ones_like(frequency)


def _in_hall(score: Score, dry: dict[tuple[str, str], Stereo], wet: dict[str, Stereo], count: int) -> dict[str, Wave]:
    """Each stem: its families' tones, its share of the hall, the score's shelves."""
    reverberation, wetness = score.room
    frequency = np.fft.rfftfreq(count, 1 / RATE)
    safe = np.maximum(frequency, 1)
    response = np.zeros((2, count))
    for side, impulse in zip(response, _hall(reverberation), strict=True):
        place_round(side, impulse, 0)
    hall = np.fft.rfft(response) / np.sqrt((1 + (160 / safe) ** 4) * (1 + (frequency / 8000) ** 4))
    low, high = score.shelves
    shelves = 10 ** ((low / (1 + (frequency / 110) ** 4) + high / (1 + (1600 / safe) ** 4)) / 20)
    shelves /= np.sqrt((1 + (32 / safe) ** 8) * (1 + (frequency / AIR_ENDS) ** 16))
    parts = {}
    for stem, sent in wet.items():
        spectrum = wetness * np.fft.rfft(sent) * hall
        for (owner, family), track in dry.items():
            if owner == stem:
                spectrum = spectrum + np.fft.rfft(track) * _family_tone(frequency, family)
        parts[stem] = np.fft.irfft(_narrowed(spectrum * shelves, frequency), count)
    return parts


def _narrowed(spectrum: Spectrum, frequency: Wave) -> Spectrum:
    """Two sides (2, bins) that grow alike above `WIDE_UP_TO`."""
    middle, side = spectrum.mean(0), (spectrum[0] - spectrum[1]) / 2
    side = side / (1 + (frequency / WIDE_UP_TO) ** 4)
    return np.stack([middle + side, middle - side])


def _finished(score: Score, parts: dict[str, Wave], count: int) -> Performance:
    """Faded, set to the score's loudness, limited with one gain so that the stems sum to the mix."""
    if not score.loop:
        fade = np.ones(count)
        length = samples(score.tail * 0.8)  # the fade lies inside the tail: the last bar is whole
        fade[-length:] = np.cos(np.linspace(0, np.pi / 2, length)) ** 2
        parts = {stem: part * fade for stem, part in parts.items()}
    else:
        lift = _quiet_lift(np.sum(list(parts.values()), axis=0))
        parts = {stem: part * lift for stem, part in parts.items()}
    mix = np.sum(list(parts.values()), axis=0)
    gain = decibels(score.lufs - _loudness(mix, score.loop))
    for _ in range(2):  # the limiter costs a little loudness: give it back
        held = _limited(mix * gain, score.loop)
        gain *= decibels(score.lufs - _loudness(held, score.loop))
    held = _limited(mix * gain, score.loop)
    before, after = np.abs(mix * gain).max(0), np.abs(held).max(0)
    reduction = np.where(before > 1e-7, (after + 1e-12) / (before + 1e-12), 1.0)
    stems = {stem: part * gain * reduction for stem, part in parts.items()} if score.stems else {}
    return Performance(held, stems, [score.second(step) for step in score.bars])


def _quiet_lift(loop: Wave) -> Wave:
    """Gain (n,) that raises a loop's quiet bars, round its seam."""
    power = (k_weighted(np.tile(loop, 2))[:, loop.shape[1] :] ** 2).sum(0)
    heard = ndimage.uniform_filter1d(power, samples(BAR_HEARD), mode="wrap")
    under = 10 * np.log10(power.mean() / np.maximum(heard, power.mean() * 1e-6))
    return 10 ** (np.clip(QUIET_LIFT * under, 0, QUIET_LIFT_MOST) / 20)


def _loudness(mix: Wave, loop: bool) -> float:
    return integrated(np.tile(mix, 2) if loop else mix)


def _limited(mix: Wave, loop: bool) -> Wave:
    """A loop is limited with its own neighbourhood on both sides of the seam."""
    margin = min(mix.shape[1], RATE)
    if loop:
        padded = np.concatenate([mix[:, -margin:], mix, mix[:, :margin]], 1)
    else:
        padded = np.pad(mix, ((0, 0), (margin, margin)))
    return limited(padded, CEILING)[:, margin : margin + mix.shape[1]]
