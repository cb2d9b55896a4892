"""Measures the mix of a game: `python -m sounds.measure [STAGE] [--from S] [--seconds S] [--seed N] [--wav FILE]`.

The campaign bot plays, `Soundtrack` mixes, and the numbers say whether it clips, how loud it is, whether it is balanced
and which effects are heard above the rest.
"""

import argparse
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import soundfile

from game.agents.bots import make_bot
from game.sim import Simulation
from game.view.camera import Camera
from game.view.sound import Soundtrack
from game.view.sound.library import read_mixing_table
from sounds.bake.catalogue import EFFECTS
from sounds.bake.encode import decode_ogg
from sounds.bake.index import OUT
from sounds.bake.loudness import integrated, momentary_loudness
from sounds.bake.synthesis import RATE, Wave

# Edges of the ear's critical bands, Hz (Zwicker).
BANDS = (20, 100, 200, 300, 400, 510, 630, 770, 920, 1080, 1270, 1480, 1720, 2000, 2320, 2700, 3150, 3700, 4400, 5300,
         6400, 7700, 9500, 12_000)  # fmt: skip
WINDOW = RATE // 5  # frames a spectrum is taken over
MASKED_UNDER = 5.0  # dB that a sound may lie under another in its band before it cannot be heard
HEARD_BANDS = 2  # of 23: what has fewer above the bed is lost
TICKS = 60


def mix(stage: str, seed: int, first: float, seconds: float, *groups: str) -> Wave:
    """The game's sound, (2, n), from second `first` on. `groups` are those left on; all of them if none is named."""
    simulation = Simulation(stage, seed)
    bot, world = make_bot("campaign", seed), simulation.world
    camera = Camera(world.stage.width, np.random.default_rng(seed))
    silent = [name for name in read_mixing_table().groups() if groups and name not in groups]
    track = Soundtrack(seed, dict.fromkeys(silent, 0.0))
    heard = []
    while simulation.outcome is None and simulation.tick < (first + seconds) * TICKS:
        events = simulation.step(bot.act(simulation))
        camera.follow(world, events, 0.0)
        camera.aim(1.0)
        block = track.hear(world, events, camera.x)
        if simulation.tick > first * TICKS:
            heard.append(block)
    return np.concatenate(heard).T.astype(float)


def peak(wave: Wave) -> float:
    """dBFS; over 0 a device would clip."""
    return float(20 * np.log10(np.abs(wave).max() + 1e-9))


def band_levels(wave: Wave) -> Wave:
    """Power in each critical band, (windows, bands), of a mono wave; what lies beside a tone is masked with it."""
    wave = np.pad(wave, (0, max(0, WINDOW - len(wave))))
    starts = range(0, len(wave) - WINDOW + 1, WINDOW // 2)
    spectra = np.array([np.abs(np.fft.rfft(wave[at : at + WINDOW] * np.hanning(WINDOW))) ** 2 for at in starts])
    frequency = np.fft.rfftfreq(WINDOW, 1 / RATE)
    power = np.stack([spectra[:, (frequency >= low) & (frequency < high)].sum(1) for low, high in pairwise(BANDS)], 1)
    above = np.subtract.outer(np.arange(power.shape[1]), np.arange(power.shape[1]))
    spread = 10.0 ** np.where(above >= 0, -above, 2.5 * above)  # 10 dB a band upward, 25 dB downward
    return power @ spread.T + 1e-12


def bands_heard(name: str, bed: Wave) -> int:
    """Critical bands in which the effect, at the desk's volume, stands above a mono bed at some moment of its own."""
    effect = decode_ogg((OUT / f"{name}.ogg").read_bytes()) * read_mixing_table().channel_volume
    masking = np.percentile(band_levels(bed), 75, axis=0) * 10 ** (-MASKED_UNDER / 10)
    return int((band_levels(effect) > masking).sum(1).max())


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m sounds.measure", description=__doc__)
    parser.add_argument("stage", nargs="?", default="tokyo")
    parser.add_argument("--from", type=float, default=60.0, dest="first", metavar="S", help="seconds into the game")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--wav", type=Path, help="write the mix there")
    options = parser.parse_args()
    where = options.stage, options.seed, options.first, options.seconds
    whole = mix(*where)
    momentary = momentary_loudness(whole)
    print(f"peak {peak(whole):.1f} dBFS, {(np.abs(whole) >= 1).mean():.4%} clipped")
    low, middle, high = np.percentile(momentary, (5, 50, 95))
    print(f"{integrated(whole):.1f} LUFS; moments {low:.1f}, {middle:.1f}, {high:.1f} (5, 50, 95 %)")
    for group in read_mixing_table().groups():
        print(f"{group} alone: {integrated(mix(*where, group)):.1f} LUFS")
    bed = mix(*where, "music", "wires").mean(0)
    lost = [name for name in EFFECTS if not EFFECTS[name].loop and bands_heard(name, bed) < HEARD_BANDS]
    print(f"lost under music and wires: {', '.join(lost) or 'none'}")
    if options.wav:
        soundfile.write(options.wav, whole.T, RATE)
    return int(peak(whole) > -1.0)


if __name__ == "__main__":
    sys.exit(main())
