"""The mix of whole games, and the yardstick it is measured with."""

import numpy as np
import pytest

from game.sim import Simulation
from game.sim import events as happened
from game.view.sound import Soundtrack
from game.view.sound.offline import as_samples
from game.view.sound.soundtrack import FRAMES_A_TICK
from sounds.bake.catalogue import EFFECTS
from sounds.bake.fidelity import peak
from sounds.bake.synthesis import RATE
from sounds.measure import BED, HEARD_BANDS, DeskWatch, bands_heard, mix

PEAK = -1.0  # dBFS
STAGES = ("sapporo", "sendai", "vigil", "tokyo", "legion", "dawn", "swarm")
IN_MENUS = "interface"  # the bus of what is heard only where the music is softer


def heard(seed: int, ticks: int = 30) -> np.ndarray:
    """Half a second of Tokyo without music, with a roar in it, as 16 bits."""
    world, track = Simulation("tokyo", 1).world, Soundtrack(seed, {"music": 0.0})
    roar = [happened.RoarSounded(world.gamera_body.x, 200.0, 1)]
    return as_samples(np.concatenate([track.hear(world, roar if tick == 3 else [], 0.0) for tick in range(ticks)]))


def test_a_soundtrack_is_as_long_as_its_game_and_hears_its_events() -> None:
    sound = heard(1)
    assert sound.shape == (30 * FRAMES_A_TICK, 2)
    loudness = np.abs(sound.astype(int)).reshape(30, -1).mean(1)
    assert loudness[10:].mean() > 3 * loudness[:3].mean()


def test_the_same_game_sounds_the_same_every_time() -> None:
    assert np.array_equal(heard(5), heard(5))


def test_what_passes_full_scale_is_clipped_and_never_wraps() -> None:
    assert as_samples(np.array([[1.5, -1.5]], np.float32)).tolist() == [[32767, -32768]]


def test_a_roar_is_heard_in_silence_and_lost_in_thunder() -> None:
    thunder = np.random.default_rng(1).normal(size=RATE)
    assert bands_heard("gamera_roar", thunder * 1e-6) > 15
    assert bands_heard("gamera_roar", thunder * 100) == 0


def test_a_watch_counts_voices_ducks_and_what_is_far_off() -> None:
    world, track, watch = Simulation("tokyo", 1).world, Soundtrack(1), DeskWatch()
    far = world.gamera_body.x + 2000.0
    events = [happened.RoarSounded(world.gamera_body.x, 200.0, 1), happened.FireballExploded(far, 250.0, 60.0, 2)]
    for tick in range(6):
        track.hear(world, events if tick == 1 else [], world.gamera_body.x - 320)
        assert track.desk is not None
        watch.look(track.desk)
    assert watch.most == {"voices": 1, "explosions_medium": 1}
    assert watch.deepest["music"] < -6
    assert (watch.near, watch.far) == (1, 1)


@pytest.mark.slow
@pytest.mark.parametrize("stage", STAGES)
def test_a_busy_minute_never_clips(stage: str) -> None:
    assert peak(mix(stage, 2, 60.0, 60.0)) < PEAK


@pytest.mark.slow
def test_every_effect_of_the_battle_is_heard_over_music_and_wires() -> None:
    bed = mix("tokyo", 2, 85.0, 20.0, BED).mean(0)
    battle = [name for name, effect in EFFECTS.items() if not effect.loop and effect.bus != IN_MENUS]
    assert [name for name in battle if bands_heard(name, bed) < HEARD_BANDS] == []
