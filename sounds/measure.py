"""Measures the mix of a game: `python -m sounds.measure [STAGE] [--from S] [--seconds S] [--seed N] [--wav FILE]`.

The campaign bot plays, `Soundtrack` mixes, and the numbers say whether it clips, how loud it is, whether it is
balanced, how the desk made room, and which effects are heard above the rest.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np
import soundfile

from game.agents.bots import make_bot
from game.sim import Simulation
from game.view.camera import Camera
from game.view.sound import Soundtrack
from game.view.sound.desk import FAR_FROM, Desk
from game.view.sound.library import read_mixing_table
from sounds.bake.catalogue import EFFECTS
from sounds.bake.encode import decode_ogg
from sounds.bake.fidelity import peak
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
ALL: tuple[str, ...] = ()  # groups of a whole mix
BED = ("music", "wires")


@dataclass
class DeskWatch:
    """How a desk made room, tick by tick."""

    most: Counter[str] = field(default_factory=Counter)  # voices at once, by bus
    deepest: dict[str, float] = field(default_factory=dict)  # dB of ducking, by bus
    near: int = 0
    far: int = 0  # sounds begun so far outside the picture that they are heard as from streets away
    room: float = 1.0  # the least factor on crowded effects
    _last: float = -1.0

    def look(self, desk: Desk) -> None:
        voices = desk.sounding
        for bus, count in Counter(voice.bus for voice in voices).items():
            self.most[bus] = max(self.most[bus], count)
        for bus, level in desk.ducking.level.items():
            self.deepest[bus] = min(self.deepest.get(bus, 0.0), level)
        begun = [voice for voice in voices if voice.began > self._last]
        self.far += sum(voice.heard.gain < FAR_FROM for voice in begun)
        self.near += sum(voice.heard.gain >= FAR_FROM for voice in begun)
        self._last = max((voice.began for voice in begun), default=self._last)
        self.room = min(self.room, desk.room)

    def lines(self) -> list[str]:
        """For people to read."""
        rows = read_mixing_table().bus
        voices = [f"{bus} {count}/{rows[bus].voices}" for bus, count in sorted(self.most.items())]
        ducked = [f"{bus} {level:.0f}" for bus, level in sorted(self.deepest.items()) if level < -0.5]
        crowding = -20 * np.log10(self.room)
        return [
            f"most voices at once, of those allowed: {', '.join(voices)}",
            f"ducked by at most, dB: {', '.join(ducked) or 'nothing'}; crowding took {crowding:.1f} dB",
            f"{self.near} effects in or near the picture, {self.far} from streets away",
        ]


def mix(
    stage: str,
    seed: int,
    first: float,
    seconds: float,
    groups: Sequence[str] = ALL,
    watch: DeskWatch | None = None,
) -> Wave:
    """The game's sound, (2, n), from second `first` on. `groups` are those left on; all of them if none is named."""
    return mixes(stage, seed, first, seconds, [groups], watch)[0]


def mixes(
    stage: str,
    seed: int,
    first: float,
    seconds: float,
    wanted: Iterable[Sequence[str]],
    watch: DeskWatch | None = None,
) -> list[Wave]:
    """The same for several choices of groups, out of one game. The first one's desk is watched."""
    simulation = Simulation(stage, seed)
    bot, world = make_bot("campaign", seed), simulation.world
    camera = Camera(world.stage.width, np.random.default_rng(seed))
    tracks = [Soundtrack(seed, dict.fromkeys(_silent(groups), 0.0)) for groups in wanted]
    heard: list[list[Wave]] = [[] for _ in tracks]
    while simulation.outcome is None and simulation.tick < (first + seconds) * TICKS:
        events = simulation.step(bot.act(simulation))
        camera.follow(world, events, 0.0)
        camera.aim(1.0)
        for track, blocks in zip(tracks, heard, strict=True):
            block = track.hear(world, events, camera.x)
            if simulation.tick > first * TICKS:
                blocks.append(block)
        if watch is not None and tracks[0].desk is not None and simulation.tick > first * TICKS:
            watch.look(tracks[0].desk)
    return [np.concatenate(blocks).T.astype(float) for blocks in heard]


def _silent(groups: Sequence[str]) -> list[str]:
    return [name for name in read_mixing_table().groups() if groups and name not in groups]


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
    groups = read_mixing_table().groups()
    watch = DeskWatch()
    wanted = [ALL, BED, *([group] for group in groups)]
    whole, bed, *alone = mixes(options.stage, options.seed, options.first, options.seconds, wanted, watch)
    momentary = momentary_loudness(whole)
    print(f"peak {peak(whole):.1f} dBFS, {(np.abs(whole) >= 1).mean():.4%} clipped")
    low, middle, high = np.percentile(momentary, (5, 50, 95))
    print(f"{integrated(whole):.1f} LUFS; moments {low:.1f}, {middle:.1f}, {high:.1f} (5, 50, 95 %)")
    for group, wave in zip(groups, alone, strict=True):
        print(f"{group} alone: {integrated(wave):.1f} LUFS")
    print("\n".join(watch.lines()))
    lost = [name for name in EFFECTS if not EFFECTS[name].loop and bands_heard(name, bed.mean(0)) < HEARD_BANDS]
    print(f"lost under music and wires: {', '.join(lost) or 'none'}")
    if options.wav:
        soundfile.write(options.wav, whole.T, RATE)
    return int(peak(whole) > -1.0)


if __name__ == "__main__":
    sys.exit(main())
