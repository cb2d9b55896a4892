"""What is heard of a world: the event table, buses, ducking, ambience, music, and silence without a device."""

import logging
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.sim import events as happened
from game.sim.components import GameraState
from game.sim.content.queen import PATTERNS
from game.sim.events import Event, TripCause
from game.sim.soldiers import SoldierState
from game.sim.stage_file import load_stage
from game.sim.world import Options, World
from game.view.sound import SoundStage
from game.view.sound.ambience import Ambience, pressure_of, swarm_gains
from game.view.sound.ducking import Ducking
from game.view.sound.event_sounds import EVENT_SOUNDS, SILENT, ByField, Louder, Play, sounds_of
from game.view.sound.hearing import heard_from
from game.view.sound.library import read_index, read_mixing_table
from game.view.sound.music import STEM_VOLUMES, STEMS, stems_for
from game.view.sound.stage import INTERFACE_SOUNDS

FRAME = 1 / 60
BUSY_FRAMES = 480  # eight seconds


@pytest.fixture
def world() -> World:
    return World.begin(load_stage("tokyo"), 1, Options())


def event_classes() -> list[type[Event]]:
    return [
        value
        for value in vars(happened).values()
        if isinstance(value, type) and issubclass(value, Event) and value is not Event
    ]


def crowd(world: World, count: int, state: SoldierState = SoldierState.FLY) -> None:
    chance = np.random.default_rng(1)
    x = (chance.random(count) * 600 + 20).astype(np.float32)
    world.soldiers.spawn(x, (chance.random(count) * 200 + 50).astype(np.float32), state, 1)


# ---- tables


def test_every_event_has_a_sound_or_a_reason_for_silence() -> None:
    for event in event_classes():
        assert (event in EVENT_SOUNDS) != (event in SILENT), event.__name__
    assert all(len(reason) > 10 for reason in SILENT.values())


def test_every_sound_that_is_asked_for_is_baked() -> None:
    baked = read_index().variants()
    asked = set(INTERFACE_SOUNDS.values()) | {"chitter", "soldier_takeoff", "overload_alarm"}
    for row in EVENT_SOUNDS.values():
        for entry in row:
            match entry:
                case Play(sound) | Louder(sound):
                    asked.add(sound)
                case ByField(_, choices):
                    asked |= {play.sound for plays in choices.values() for play in plays}
    assert asked <= set(baked)


def test_choices_by_a_field_cover_all_its_values() -> None:
    fields = {
        "live": {True, False},
        "dark": {True, False},
        "level": {1, 2, 3},
        "stage": {1, 2},
        "cause": set(TripCause),
        "pattern": set(PATTERNS),
        "percent": set(range(10, 101, 10)),
        "name": {"rise_from_sea", "back_to_sea", "ascent"},  # other scripts are heard by their events
    }
    for row in EVENT_SOUNDS.values():
        for entry in row:
            if isinstance(entry, ByField):
                assert set(entry.choices) == fields[entry.field]


def test_every_effect_has_a_bus_of_the_mixing_table() -> None:
    table, index = read_mixing_table(), read_index()
    assert {effect.bus for effect in index.effects.values()} <= set(table.bus)
    for row in table.bus.values():
        assert set(row.ducks) <= {*table.bus, "others"}
    assert table.groups() == ["effects", "interface", "music", "wires"]


def test_events_choose_their_sounds_by_what_happened() -> None:
    def names(event: Event) -> list[str]:
        return [play.sound for play in sounds_of(event)]

    assert names(happened.DistrictSwitched(0, True)) == ["blackout"]
    assert names(happened.FireballLaunched(0, 0, 3, 1, 0)) == ["plasma_fire_full"]
    assert names(happened.SoldiersSpawned(9, 0, 0)) == []
    loud, soft = (next(sounds_of(happened.CircuitSurged(0, power, 9))).decibels for power in (1.0, 0.0))
    assert loud == 0 > soft


# ---- places and levels


def test_a_sound_is_panned_to_its_side_and_fades_outside_the_picture() -> None:
    left, middle, far = heard_from(1000, 1000), heard_from(1320, 1000), heard_from(2900, 1000)
    assert left.pan < 0 == middle.pan < far.pan
    assert left.gain == middle.gain == 1 > far.gain
    assert left.sides(0.5)[0] > left.sides(0.5)[1]


def test_what_bursts_streets_away_is_heard_without_its_edge(stage: SoundStage, world: World) -> None:
    assert stage._studio is not None
    drawn = stage._studio.desk._last_variant
    stage.hear(world, [happened.FireballExploded(300.0, 250.0, 60.0, 3)], 0, FRAME)
    assert set(drawn) == {"explosion_large"}
    stage.hear(world, [happened.FireballExploded(1300.0, 250.0, 60.0, 3)], 0, FRAME)
    assert "explosion_large_far" in drawn
    stage.hear(world, [happened.CircuitSurged(0, 1.0, 3)], 2000, FRAME)
    assert "surge" in drawn  # has no recording of its own for it


def test_a_roar_ducks_the_music_within_30_ms_and_lets_it_back_within_400() -> None:
    ducking = Ducking(read_mixing_table())
    ducking.sounded("voices", 1.0)
    for _ in range(2):
        ducking.advance(FRAME)
    assert ducking.level["music"] == pytest.approx(-7)
    assert ducking.level["voices"] == 0
    ducking.advance(0.6)
    for _ in range(25):
        ducking.advance(FRAME)
    assert ducking.level["music"] == pytest.approx(0)


def test_the_bed_grows_with_every_doubling_and_its_stems_enter_in_turn() -> None:
    assert swarm_gains(0) == (0, 0, 0)
    one, dozen, hundreds = (swarm_gains(count) for count in (1, 12, 200))
    assert one[0] > 0 == one[1] == one[2]
    assert dozen[1] > 0 == dozen[2]
    assert min(hundreds) >= 1
    sums = [sum(swarm_gains(2**power)) for power in range(12)]
    assert sums == sorted(sums)


def test_stems_rise_at_their_pressure_and_fall_later() -> None:
    assert [stems_for(pressure, 0) for pressure in (0.1, 0.5, 0.9)] == [0, 1, 2]
    assert stems_for(0.60, 2) == 2 > stems_for(0.60, 0)
    assert set(STEMS) == set(read_index().cues["tokyo_lines"].files)
    assert all(len(volumes) == len(STEMS) for volumes in STEM_VOLUMES)


def test_pressure_rises_with_the_crowd(world: World) -> None:
    calm = pressure_of(world)
    crowd(world, 500)
    assert 0 <= calm < 0.3 < pressure_of(world) <= 1


# ---- ambience


def test_wires_hum_only_while_one_is_live(world: World) -> None:
    ambience = Ambience()
    world.live_x[:] = False
    assert "wire_hum" not in ambience.listen(world, [], 0, FRAME)
    world.live_x[900:1000] = True
    near = ambience.listen(world, [], 630, FRAME)["wire_hum"]
    far = ambience.listen(world, [], 0, FRAME)["wire_hum"]
    assert near.gain > far.gain > 0
    assert far.pan > 0


def test_gamera_and_the_swarm_have_their_loops(world: World) -> None:
    ambience = Ambience()
    crowd(world, 300)
    world.gamera.state = GameraState.HOVER
    world.gamera.vitality = 1.0
    loops = ambience.listen(world, [], 0, FRAME)
    assert {"jets", "low_vitality", "swarm_low", "swarm_middle", "swarm_high"} <= set(loops)


def test_the_line_alarm_rings_on_after_a_crossing(world: World) -> None:
    ambience = Ambience()
    assert "line_alarm" in ambience.listen(world, [happened.SoldiersCrossedLine(1, 1)], 0, FRAME)
    assert "line_alarm" in ambience.listen(world, [], 0, 2.0)
    assert "line_alarm" not in ambience.listen(world, [], 0, 2.0)


def test_a_crowd_chitters_and_takes_off(world: World) -> None:
    ambience = Ambience()
    crowd(world, 200, SoldierState.CRAWL)
    ambience.listen(world, [], 0, FRAME)
    list(ambience.singles(world, 0, FRAME))
    world.soldiers.state[:50] = SoldierState.FLY
    ambience.listen(world, [], 0, FRAME)
    heard = {play.sound for play, _ in ambience.singles(world, 0, 100.0)}
    assert heard == {"chitter", "soldier_takeoff"}


# ---- the stage


def test_a_volley_of_deaths_is_held_to_one_sound_in_40_ms(stage: SoundStage, world: World) -> None:
    deaths = [happened.SoldierElectrocuted(uid, 300.0, 200.0, 0) for uid in range(40)]
    assert stage._studio is not None
    desk = stage._studio.desk
    started = []
    for _ in range(30):
        stage.hear(world, deaths, 0, FRAME)
        started += [voice.began for voice in desk._voices if voice.bus == "soldiers"]
    moments = sorted(set(started))
    assert len(moments) > 5
    assert min(np.diff(moments)) > 0.04 - 1e-9
    assert sum(voice.bus == "soldiers" for voice in desk._voices) <= 5


def test_pausing_holds_the_game_and_answers_menus(stage: SoundStage, world: World) -> None:
    stage.hear(world, [happened.CircuitSurged(0, 1.0, 3)], 0, FRAME)
    stage.pause(True)
    stage.interface("select")
    stage.idle(FRAME)
    stage.pause(False)
    stage.leave()
    stage.idle(FRAME)


def test_music_changes_by_fading_and_stems_start_together(stage: SoundStage, world: World) -> None:
    assert stage._studio is not None
    output, stems = stage._studio.output, stage._studio.desk.stems
    stage.music("title")
    stage.idle(FRAME)
    assert pygame.mixer.music.get_busy()
    stage.music("tokyo_lines")
    for _ in range(40):
        stage.hear(world, [], 0, FRAME)
    assert not pygame.mixer.music.get_busy()
    assert all(output.is_busy(channel) for channel in stems)
    stage.music(None)
    for _ in range(40):
        stage.idle(FRAME)
    assert not any(output.is_busy(channel) for channel in stems)


def test_wrong_names_and_volumes_are_refused(stage: SoundStage) -> None:
    with pytest.raises(ValueError, match="no music 'polka'"):
        stage.music("polka")
    with pytest.raises(ValueError, match="no volume"):
        stage.set_volume("bass", 1)
    with pytest.raises(ValueError, match="not between"):
        stage.set_volume("music", 1.5)
    with pytest.raises(KeyError):
        stage.interface("trumpet")


def test_without_a_device_all_is_silent_and_one_line_says_so(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, world: World
) -> None:
    pygame.mixer.quit()
    monkeypatch.setenv("SDL_AUDIODRIVER", "there-is-none")
    with caplog.at_level(logging.INFO, logger="game.view.sound"):
        stage = SoundStage.open({"master": 0.5, "music": 0.2})
        stage.music("title")
        stage.hear(world, [happened.FootFell(300, 1)], 0, FRAME)
        stage.interface("move")
        stage.pause(True)
        stage.idle(FRAME)
        stage.set_volume("effects", 0.3)
        stage.leave()
        stage.close()
    assert stage.silent
    assert len(caplog.records) == 1


def test_a_device_that_is_lost_in_the_middle_leaves_silence_and_another_takes_over(
    stage: SoundStage, world: World, caplog: pytest.LogCaptureFixture
) -> None:
    stage.music("tokyo_lines")
    stage.hear(world, [happened.RoarSounded(300.0, 200.0, 1)], 0, FRAME)
    pygame.mixer.quit()
    with caplog.at_level(logging.INFO, logger="game.view.sound"):
        for _ in range(3):
            stage.hear(world, [happened.RoarSounded(300.0, 200.0, 1)], 0, FRAME)
            stage.interface("move")
            stage.pause(True)
            stage.pause(False)
    assert stage.silent
    assert len(caplog.records) == 1
    stage.music("title")
    stage.device_added()
    stage.idle(FRAME)
    assert not stage.silent
    assert pygame.mixer.music.get_busy()
    stage.device_removed()  # the system has another: SDL's dummy device is always there
    stage.idle(FRAME)
    assert not stage.silent
    assert pygame.mixer.music.get_busy()


def test_a_busy_battle_does_not_clip(tmp_path: Path) -> None:
    """The real mixer, captured by SDL's disk driver while everything happens at once."""
    capture = tmp_path / "mix.raw"
    environment = os.environ | {
        "SDL_AUDIODRIVER": "disk",
        "SDL_DISKAUDIOFILE": str(capture),
        "SDL_DISKAUDIODELAY": "1",
        "SDL_VIDEODRIVER": "dummy",
    }
    subprocess.run([sys.executable, "-c", BATTLE, str(capture)], env=environment, check=True, timeout=60)
    frames = np.fromfile(capture, np.int16).reshape(-1, 2).astype(np.int32)
    assert len(frames) > 44_100 * BUSY_FRAMES / 60 * 0.95
    assert (np.abs(frames).max(1) >= 32767).mean() < 1e-5
    assert np.sqrt((frames.astype(float) ** 2).mean()) > 1500  # and it is no silence


# Paced by what has been captured, so that sound and frames stay together on a slow machine.
BATTLE = f"""
import os, random, sys, time
import numpy as np
from game.sim import events as e
from game.sim.components import Body, GameraState, Helicopter
from game.sim.power import CircuitState
from game.sim.soldiers import SoldierState
from game.sim.stage_file import load_stage
from game.sim.world import Options, World
from game.view.sound import SoundStage

world = World.begin(load_stage("tokyo"), 1, Options())
dice, chance = random.Random(1), np.random.default_rng(1)
spread = (chance.random(3000) * 600).astype(np.float32)
world.soldiers.spawn(spread, spread * np.float32(0.3) + np.float32(60), SoldierState.FLY, 1)
for circuit in world.grid.circuits:
    circuit.state, circuit.heat = CircuitState.LIVE, 0.95
world.derive()
world.entities.spawn(Body(400.0, 100.0), Helicopter(10.0))
world.entities.flush()
world.gamera.vitality, world.gamera.state, world.gamera.charge = 10.0, GameraState.CHARGE, 100
stage = SoundStage.open()
stage.music("tokyo_lines")
for frame in range({BUSY_FRAMES}):
    events = [e.SoldierElectrocuted(n, dice.uniform(0, 600), 200.0, 0) for n in range(dice.choice((0, 0, 3, 12)))]
    if frame % 26 == 0:
        events.append(e.FootFell(400.0, 2))
    if frame % 50 == 0:
        events.append(e.FireballExploded(dice.uniform(0, 600), 250.0, 60.0, 1 + frame // 50 % 3))
    if frame % 170 == 5:
        events += [e.RoarSounded(400.0, 200.0, 9), e.CircuitSurged(0, 1.0, 90)]
    if frame % 230 == 7:
        events += [e.QueenCalled(600.0, 200.0), e.BlockDamaged(3, 350.0, 2, True), e.HelicopterLost(1, 500.0, 150.0)]
    if frame % 90 == 9:
        events += [e.ClawHit(3, 410.0, 200.0, 4), e.GameraLanded(400.0, 600.0), e.GameraHurt(5.0, True)]
    stage.hear(world, events, 0.0, 1 / 60)
    while os.stat(sys.argv[1]).st_size < (frame + 1) / 60 * 44_100 * 4:
        time.sleep(0.0005)
stage.close()
"""
