"""The committed sounds: they are what their recipes make, and fit for a game."""

import io
import json
from pathlib import Path

import numpy as np
import pytest
import soundfile

from sounds.bake.catalogue import CUES, EFFECTS
from sounds.bake.cues import render_cue
from sounds.bake.encode import encode_ogg
from sounds.bake.fidelity import TOLERANCE, error, peak, seam
from sounds.bake.index import INDEX, OUT, read_index, stale
from sounds.bake.loudness import integrated, loudest
from sounds.bake.notation import Chord, ScoreError, bars_of, chords_of, key_of, loudness
from sounds.bake.score import MOTIFS, SCORES, read_score
from sounds.bake.synthesis import RATE, Wave

CHEAP = ("footfall_1", "ui_select", "soldier_burn_1", "switch_on", "wire_hum", "chitter_1", "claw_hit_2", "surge_1")
LOOPS = sorted(name for name, effect in EFFECTS.items() if effect.loop)
MUSIC_LOOPS = sorted(
    file.removesuffix(".ogg") for cue in read_index()["cues"].values() if cue["loop"] for file in cue["files"].values()
)
FOLDER_MOST = 8e6  # bytes of sound that a player downloads
PEAK = -1.0  # dBFS
SMALL_SPEAKERS = 0.40  # least share of energy above 200 Hz


def committed(file: str) -> Wave:
    return soundfile.read(OUT / file)[0]


def assert_same_sound(made: Wave, file: Wave) -> None:
    """Another CPU may move a last bit, and the codec with it: half a dB more than the bake allows."""
    assert len(made) == len(file)
    assert error(made, file) < TOLERANCE + 0.5


def test_no_committed_sound_is_older_than_its_recipe() -> None:
    assert stale(read_index()) == []


def test_index_and_folder_name_the_same_files() -> None:
    index = json.loads(INDEX.read_text())
    named = {f"{name}.ogg" for name in index["effects"]}
    named |= {file for cue in index["cues"].values() for file in cue["files"].values()}
    assert named == {path.name for path in OUT.glob("*.ogg")}
    assert set(index["effects"]) == set(EFFECTS)
    assert set(index["cues"]) == set(CUES)


def test_all_sound_together_is_small() -> None:
    assert sum(path.stat().st_size for path in OUT.glob("*.ogg")) < FOLDER_MOST


@pytest.mark.parametrize("name", CHEAP)
def test_a_committed_effect_is_what_its_recipe_makes(name: str) -> None:
    assert_same_sound(EFFECTS[name].render(), committed(f"{name}.ogg"))


def test_a_committed_cue_is_what_its_score_makes() -> None:
    made = render_cue("win").parts[""]
    assert_same_sound(made.mean(0), committed("music_win.ogg").mean(1))


def test_encoding_twice_gives_the_same_bytes() -> None:
    wave = EFFECTS["claw_swing_1"].render()
    assert encode_ogg(wave, 1.0) == encode_ogg(wave + 1e-9, 1.0)


@pytest.mark.parametrize("path", sorted(OUT.glob("*.ogg")), ids=lambda path: path.stem)
def test_peaks_leave_room_for_the_decoder(path: Path) -> None:
    wave = soundfile.read(io.BytesIO(path.read_bytes()))[0]
    assert peak(wave) < PEAK


@pytest.mark.parametrize("name", sorted(EFFECTS))
def test_an_effect_is_as_loud_as_the_catalogue_says_and_speaks_through_small_speakers(name: str) -> None:
    effect, wave = EFFECTS[name], committed(f"{name}.ogg")
    loud = integrated(np.tile(wave, 2)) if effect.loop else loudest(wave)
    assert loud == pytest.approx(effect.lufs, abs=0.6)
    power = np.abs(np.fft.rfft(wave)) ** 2
    above = power[np.fft.rfftfreq(len(wave), 1 / RATE) > 200].sum() / power.sum()
    assert above > SMALL_SPEAKERS


@pytest.mark.parametrize("name", [*LOOPS, *MUSIC_LOOPS])
def test_a_loop_has_no_seam(name: str) -> None:
    wave = committed(f"{name}.ogg")
    wave = wave if wave.ndim == 1 else wave.mean(1)
    usual = np.percentile(np.abs(np.diff(wave)), 99)
    assert abs(wave[0] - wave[-1]) < 1.2 * usual
    assert seam(wave) < 1.5


@pytest.mark.parametrize("path", sorted(SCORES.glob("*.toml")), ids=lambda path: path.stem)
def test_every_score_can_be_read(path: Path) -> None:
    if path.stem == MOTIFS:
        return
    score = read_score(path.stem)
    assert score.played
    assert np.all(np.diff(score.times) > 0)
    assert len(score.bars) >= 2


@pytest.mark.parametrize("cue", ["tokyo_lines", "swarm"])
def test_stems_of_a_cue_are_equally_long(cue: str) -> None:
    lengths = {len(committed(f"music_{cue}_{stem}.ogg")) for stem in ("calm", "pressure", "peak")}
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
