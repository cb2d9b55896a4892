"""The committed sounds: they are what their recipes make, and fit for a game."""

import io
import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import soundfile

from sounds.bake.catalogue import CUES, EFFECTS
from sounds.bake.cues import render_cue
from sounds.bake.encode import encode_ogg
from sounds.bake.index import INDEX, OUT, read_index, stale
from sounds.bake.loudness import integrated, loudest
from sounds.bake.notation import Chord, ScoreError, bars_of, chords_of, key_of, loudness
from sounds.bake.score import MOTIFS, SCORES, read_score
from sounds.bake.synthesis import RATE, Wave

CHEAP = ("footfall_1", "ui_select", "soldier_burn_1", "switch_on", "wire_hum", "chitter_1", "claw_hit_2", "surge_1")
LOOPS = sorted(name for name, effect in EFFECTS.items() if effect.loop)
PEAK = -1.0  # dBFS
SMALL_SPEAKERS = 0.33  # least share of energy above 200 Hz


def committed(file: str) -> Wave:
    return soundfile.read(OUT / file)[0]


def third_octaves(wave: Wave) -> Wave:
    """Energy in dB of each third of an octave from 50 Hz to 16 kHz."""
    power = np.abs(np.fft.rfft(wave)) ** 2
    frequency = np.fft.rfftfreq(len(wave), 1 / RATE)
    edges = 50 * 2 ** (np.arange(26) / 3)
    bands = [power[(frequency >= low) & (frequency < high)].sum() for low, high in pairwise(edges)]
    return 10 * np.log10(np.array(bands) + 1e-9)


def envelope(wave: Wave) -> Wave:
    """Level in dB of each 20 ms."""
    length = RATE // 50
    blocks = wave[: len(wave) // length * length].reshape(-1, length)
    return 20 * np.log10(np.sqrt((blocks**2).mean(1)) + 1e-6)


def assert_same_sound(made: Wave, file: Wave) -> None:
    assert len(made) == len(file)
    expected, found = third_octaves(made), third_octaves(file)
    counted = expected > expected.max() - 20
    assert np.abs(expected - found)[counted].max() < 2.0
    expected, found = envelope(made), envelope(file)
    counted = expected > expected.max() - 20
    assert np.abs(expected - found)[counted].max() < 2.0


def test_no_committed_sound_is_older_than_its_recipe() -> None:
    assert stale(read_index()) == []


def test_index_and_folder_name_the_same_files() -> None:
    index = json.loads(INDEX.read_text())
    named = {f"{name}.ogg" for name in index["effects"]}
    named |= {file for cue in index["cues"].values() for file in cue["files"].values()}
    assert named == {path.name for path in OUT.glob("*.ogg")}
    assert set(index["effects"]) == set(EFFECTS)
    assert set(index["cues"]) == set(CUES)


@pytest.mark.parametrize("name", CHEAP)
def test_a_committed_effect_is_what_its_recipe_makes(name: str) -> None:
    assert_same_sound(EFFECTS[name].render(), committed(f"{name}.ogg"))


def test_a_committed_cue_is_what_its_score_makes() -> None:
    made = render_cue("win").parts[""]
    assert_same_sound(made.mean(0), committed("music_win.ogg").mean(1))


def test_encoding_twice_gives_the_same_bytes() -> None:
    wave = EFFECTS["claw_swing_1"].render()
    assert encode_ogg(wave) == encode_ogg(wave + 1e-9)


@pytest.mark.parametrize("path", sorted(OUT.glob("*.ogg")), ids=lambda path: path.stem)
def test_peaks_leave_room_for_the_decoder(path: Path) -> None:
    wave = soundfile.read(io.BytesIO(path.read_bytes()))[0]
    assert 20 * np.log10(np.abs(wave).max()) < PEAK


@pytest.mark.parametrize("name", sorted(EFFECTS))
def test_an_effect_is_as_loud_as_the_catalogue_says_and_speaks_through_small_speakers(name: str) -> None:
    effect, wave = EFFECTS[name], committed(f"{name}.ogg")
    loud = integrated(np.tile(wave, 2)) if effect.loop else loudest(wave)
    assert loud == pytest.approx(effect.lufs, abs=0.6)
    power = np.abs(np.fft.rfft(wave)) ** 2
    above = power[np.fft.rfftfreq(len(wave), 1 / RATE) > 200].sum() / power.sum()
    assert above > SMALL_SPEAKERS


@pytest.mark.parametrize("name", [*LOOPS, "music_title", "music_briefing", "music_lab", "music_tokyo_lines_calm"])
def test_a_loop_has_no_seam(name: str) -> None:
    wave = committed(f"{name}.ogg")
    wave = wave if wave.ndim == 1 else wave.mean(1)
    usual = np.percentile(np.abs(np.diff(wave)), 99)
    assert abs(wave[0] - wave[-1]) < 1.2 * usual
    bend = np.abs(np.diff(np.concatenate([wave[-2:], wave[:2]]), 2)).max()
    assert bend < 1.5 * np.percentile(np.abs(np.diff(wave, 2)), 99.5)


def test_variants_of_an_effect_differ() -> None:
    first, second = committed("explosion_small_1.ogg"), committed("explosion_small_2.ogg")
    length = min(len(first), len(second))
    bands = third_octaves(first[:length]) - third_octaves(second[:length])
    assert np.abs(bands).max() > 3


@pytest.mark.parametrize("path", sorted(SCORES.glob("*.toml")), ids=lambda path: path.stem)
def test_every_score_can_be_read(path: Path) -> None:
    if path.stem == MOTIFS:
        return
    score = read_score(path.stem)
    assert score.played
    assert np.all(np.diff(score.times) > 0)
    assert len(score.bars) >= 2


def test_stems_of_a_cue_are_equally_long() -> None:
    lengths = {len(committed(f"music_tokyo_lines_{stem}.ogg")) for stem in ("calm", "pressure", "peak")}
    assert len(lengths) == 1


# ---- notation


def test_bars_are_stretched_repeated_rested_and_held() -> None:
    assert bars_of("d4 c4 | % | _ | =", 4, {}) == [
        *("d4", "-", "c4", "-"),
        *("d4", "-", "c4", "-"),
        *(".", ".", ".", "."),
        *("-", "-", "-", "-"),
    ]


def test_a_motif_is_transposed_slowed_and_cut() -> None:
    assert bars_of("@call+2*2[0:2]", 4, {"call": "d4 e4 | f4 g4"}) == ["n64", "-", "n66", "-"]


def test_slurs_join_and_holds_lengthen() -> None:
    assert chords_of(["d4", "-", "~e4", ".", "a3+d4!"]) == [
        Chord(0, (((0, 62), (2, 64)),), 3, ""),
        Chord(4, (((0, 57),), ((0, 62),)), 1, "!"),
    ]


def test_notes_and_loudness_are_read() -> None:
    assert [key_of(note) for note in ("c4", "f#3", "bb2", "x", "n70")] == [60, 54, 46, 36, 70]
    assert loudness("p@0 f@4")(4) == 0.72


@pytest.mark.parametrize("bar", ["d4 c4 e4", "h4 - - -", "@nobody"])
def test_a_wrong_bar_is_named(bar: str) -> None:
    with pytest.raises(ScoreError):
        chords_of(bars_of(bar, 4, {}))
