"""The film's pictures: every state of everybody, on every stage, without an error and in time."""

import time

import msgspec
import numpy as np
import pygame
import pytest

from game.sim import Action, Simulation, events
from game.sim.components import Body, Flower, FlowerState, GameraState, Queen, QueenState
from game.sim.events import (
    CameraAsked,
    HornTorn,
    QueenDestroyed,
    QueenHurt,
    SendaiLost,
    TripCause,
    WeatherAsked,
)
from game.sim.stage_file import EVENTS, stage_files
from game.view.art import keyed_sheet, load_glows
from game.view.daylight import Daylight
from game.view.edges import EdgeLight
from game.view.finale import FinaleView
from game.view.grounds import Grounds, dust_of
from game.view.lens import Lens
from game.view.lights import Lights
from game.view.picture import Picture
from game.view.queen import QueenView
from game.view.queen_breaking import CRACK_TICKS, REST_TICKS, Breaking
from game.view.queen_edges import QUEEN_EDGES
from game.view.queen_frames import Head, QueenFrames
from game.view.rays import Ray
from game.view.swell import Swell

NEED_MORE = {
    "Event",
    "SoldierDied",
    "CircuitSurged",
    "CircuitTripped",
    "CircuitBroken",
    "BlockDamaged",
    "DistrictSwitched",
}  # a line, a block, a district
AGES = (0, 3, 30, 60, 100, 140)


def canvas() -> pygame.Surface:
    return pygame.Surface((640, 360), 0, 32)


def opened(stage: str) -> tuple[Simulation, Picture]:
    simulation = Simulation(stage, seed=2)
    picture = Picture(simulation.world.stage, 2)
    picture.observe(simulation.world, simulation.step(Action()))
    return simulation, picture


def mother_of(simulation: Simulation) -> tuple[Queen, Body]:
    return next((mother, body) for _, mother, body in simulation.world.entities.each(Queen, Body))


def colours(surface: pygame.Surface) -> np.ndarray:
    return pygame.surfarray.array3d(surface).astype(np.int16)


@pytest.mark.parametrize("stage", sorted(stage_files()))
def test_every_state_of_gamera_can_be_drawn_on_every_stage(stage: str) -> None:
    simulation, picture = opened(stage)
    for state in GameraState:
        for age in AGES[::2]:
            simulation.world.gamera.state, simulation.world.gamera.age = state, age
            picture.observe(simulation.world, [])
            picture.draw(canvas(), simulation.world)


@pytest.mark.parametrize("stage", ["sapporo", "sendai", "tokyo", "legion", "dawn"])
def test_every_state_of_the_queen_can_be_drawn_facing_either_way(stage: str) -> None:
    simulation, picture = opened(stage)
    mother, body = mother_of(simulation)
    body.x = simulation.world.gamera_body.x + 200
    picture.observe(simulation.world, [QueenDestroyed(body.x, 200.0)])
    for state in QueenState:
        for age in AGES:
            mother.state, mother.age = state, age
            body.facing = -body.facing
            mother.horn = age % 2 == 0
            picture.observe(simulation.world, [QueenHurt(40.0, body.x, 200.0), HornTorn(body.x, 150.0)])
            picture.draw(canvas(), simulation.world)


@pytest.mark.parametrize("stage", ["sapporo", "sendai in ash", "dawn"])
def test_every_event_has_a_look_that_can_be_drawn(stage: str) -> None:
    simulation, picture = opened("sendai" if stage == "sendai in ash" else stage)
    if stage == "sendai in ash":
        picture.observe(simulation.world, [SendaiLost(600.0)])
    sample = {"float": 420.0, "int": 1, "bool": True, "str": "rain", "TripCause": TripCause.SURGED}
    for name in sorted(EVENTS - NEED_MORE):
        kind = getattr(events, name)
        fields = msgspec.structs.fields(kind)
        picture.observe(simulation.world, [kind(*(sample[field.type.__name__] for field in fields))])
        picture.draw(canvas(), simulation.world)
    for _ in range(80):  # what begins later
        picture.observe(simulation.world, [])
    picture.draw(canvas(), simulation.world)


@pytest.mark.parametrize("stage", ["sapporo", "sendai"])
def test_the_flower_can_be_drawn_at_every_age(stage: str) -> None:
    simulation, picture = opened(stage)
    plant, root = next((plant, root) for _, plant, root in simulation.world.entities.each(Flower, Body))
    simulation.world.gamera_body.x = root.x - 60
    pictures = []
    for state in FlowerState:
        for age, oxygen in zip(AGES, (0.0, 20.0, 45.0, 70.0, 95.0, 100.0), strict=True):
            plant.state, plant.age, plant.oxygen = state, age, oxygen
            for _ in range(60):
                picture.observe(simulation.world, [])
            surface = canvas()
            picture.draw(surface, simulation.world, hud=False)
            pictures.append(colours(surface))
    assert np.abs(pictures[0] - pictures[5]).sum() > 100_000  # it has grown


def test_a_mirrored_frame_is_made_once_and_is_the_mirror_of_the_other() -> None:
    frames = QueenFrames()
    left = frames["idle"].frames[0]
    right = frames.seen(left, 1, Head.HORN)
    assert frames.seen(left, -1, Head.HORN) is left
    assert frames.seen(left, 1, Head.HORN) is right
    assert np.array_equal(colours(right.image), colours(left.image)[::-1])
    assert right.anchors["eye"] == (-left.anchors["eye"][0], left.anchors["eye"][1])


def test_without_her_horn_there_is_nothing_where_it_was() -> None:
    frames = QueenFrames()
    for strip in ("idle", "walk", "calling", "impale"):
        whole = frames[strip].frames[0]
        bare = frames.seen(whole, -1, Head.STUMP)
        x, y = whole.anchors["horn_middle"]
        middle = round(x) + whole.pivot_x, round(y) + whole.pivot_y
        assert bare.image.get_at(middle) == bare.image.get_colorkey()
        assert whole.image.get_at(middle) != whole.image.get_colorkey()


@pytest.mark.parametrize("facing", [-1, 1])
def test_her_pieces_are_all_of_her_and_in_the_end_they_are_gone(facing: int) -> None:
    frames = QueenFrames()
    frame = frames.seen(frames["risen"].frames[0], facing, Head.STUMP)
    breaking = Breaking(keyed_sheet("queen_breaking"), frame, facing, np.random.default_rng(1))
    whole = sum(_opaque(piece.picture) for piece in breaking._pieces)
    assert whole == _opaque(frame.image)
    surface = canvas()
    surface.fill((9, 9, 9))
    breaking.draw(Lens(surface, 0, 0, 1.0, Lights(load_glows())), 320.0, 300.0, CRACK_TICKS + REST_TICKS)
    assert (colours(surface) == 9).all()


def test_her_cracks_run_on_her_alone_and_only_ever_grow() -> None:
    frames, cracks = QueenFrames(), keyed_sheet("queen_breaking")["crack"].frames
    whole = frames["risen"].frames[0]
    covered = []
    for crack in cracks:
        offset = whole.pivot_x - crack.pivot_x, whole.pivot_y - crack.pivot_y
        assert whole.mask.overlap_area(crack.mask, offset) == crack.mask.count()
        covered.append(crack.mask.count())
    assert covered == sorted(covered)


def test_she_falls_through_every_frame_then_breathes_cramps_and_lies_still() -> None:
    simulation, _ = opened("dawn")
    mother, _ = mother_of(simulation)
    view, frames = QueenView(1, flashes=False), QueenFrames()
    mother.state, mother.horn = QueenState.COLLAPSED, False
    shown = []
    for mother.age in range(400):
        simulation.world.beat = mother.age
        shown.append(id(view._frame(simulation.world, mother)))
    names = [name for name in ("fall", "cramp", "collapsed", "slump") for _ in frames[name].frames]
    assert len(set(shown)) == len(names)
    assert len(set(shown[-60:])) == 1


@pytest.mark.parametrize("light", [EdgeLight.SUN, EdgeLight.FIRES])
def test_her_edges_take_the_light_of_the_place_and_nothing_else_of_her_does(light: EdgeLight) -> None:
    frames = QueenFrames()
    frame = frames["idle"].frames[0]
    frames.light = light
    lit = frames.seen(frame, -1, Head.HORN)
    changed = colours(frame.image)[(colours(frame.image) != colours(lit.image)).any(axis=-1)]
    assert 60 < len(changed) < frame.mask.count() / 4
    assert set(map(tuple, changed.tolist())) <= set(QUEEN_EDGES[light])


@pytest.mark.parametrize("facing", [-1, 1])
def test_what_is_behind_her_wings_shows_through_them(facing: int) -> None:
    simulation, _ = opened("legion")
    mother, body = mother_of(simulation)
    mother.state, mother.age = QueenState.WING, 600
    body.x, body.facing = 320.0, facing
    seen = []
    for ground in (40, 200):
        surface = canvas()
        surface.fill((ground, ground, ground))
        QueenView(1, flashes=False).draw(simulation.world, Lens(surface, 0, 0, 1.0, Lights(load_glows())))
        seen.append(colours(surface).astype(int))
    brighter = seen[1] - seen[0]
    through = ((brighter > 10) & (brighter < 120)).all(axis=-1)
    assert through.sum() > 2000


def test_the_opened_sky_does_not_blink_when_he_guards_for_a_moment_and_closes_when_he_stays_down() -> None:
    simulation, _ = opened("dawn")
    view, hero = FinaleView(), simulation.world.gamera

    def openings(state: GameraState, ticks: int) -> list[int]:
        hero.state, hero.mana = state, 0.8
        shown = []
        for _ in range(ticks):
            view.observe(simulation.world)
            shown.append(view._opening)
        return shown

    for looked_up in range(60, 140, 7):  # wherever between two frames the clouds are
        opened_to = openings(GameraState.LOOK_UP, looked_up)[-1]
        assert min(openings(GameraState.GUARD, 40)) == opened_to
    assert openings(GameraState.GUARD, 600)[-1] == 0


def test_a_blow_throws_her_away_from_where_it_came() -> None:
    simulation, _ = opened("legion")
    mother, body = mother_of(simulation)
    mother.state = QueenState.IDLE
    frames = QueenFrames()
    for side, strip in ((1, "hurt"), (-1, "hurt_behind")):
        view = QueenView(1, flashes=False)
        view.observe(simulation.world, [QueenHurt(40.0, body.x + 40 * side * body.facing, 200.0)])
        assert view._frame(simulation.world, mother) is frames[strip].frames[0]


def _opaque(picture: pygame.Surface) -> int:
    return pygame.mask.from_surface(picture).count()


@pytest.mark.parametrize("end", [(600.0, 100.0), (20.0, 150.0), (320.0, 320.0), (300.0, 10.0)])
def test_a_ray_reaches_from_its_start_to_its_end(end: tuple[float, float]) -> None:
    surface = canvas()
    lens = Lens(surface, 0, 0, 1.0, Lights(load_glows()))
    Ray(keyed_sheet("queen_weapons")["horn_beam"]).draw(lens, (320.0, 120.0), end, 3)
    lit = colours(surface).sum(axis=2) > 0
    for part in (0.1, 0.5, 0.9):
        x, y = 320 + (end[0] - 320) * part, 120 + (end[1] - 120) * part
        assert lit[int(x) - 4 : int(x) + 5, int(y) - 4 : int(y) + 5].any()


def test_the_white_of_sendai_rises_and_falls_slowly() -> None:
    simulation, picture = opened("sendai")
    levels = []
    for tick in range(240):
        picture.observe(simulation.world, [SendaiLost(600.0)] if tick == 120 else [])
        surface = canvas()
        if tick >= 118:
            picture.draw(surface, simulation.world, hud=False)
            levels.append(float(colours(surface).mean()))
    assert max(levels) > 240
    assert picture._view._grounds.name == "sendai_ash"
    swell = Swell(wait=10, rise=50, stay=10, fade=60, height=1.0)
    steps = np.diff([Swell(10, 50, 10, 60, 1.0, age=age).level for age in range(130)])
    assert not swell.over
    assert np.abs(steps).max() < 0.04


def test_weather_and_street_follow_the_place_and_the_story() -> None:
    assert [dust_of(place) for place in ("tokyo", "sapporo", "sendai_ash", "lab")] == ["night", "snow", "ash", "earth"]
    grounds = Grounds(Simulation("sapporo", seed=1).world.stage, 1)
    before = grounds.weather(canvas())
    grounds.observe([WeatherAsked("rain")])
    assert grounds.weather(canvas()) is not before


def test_the_light_of_dawn_grows_with_what_he_gathers() -> None:
    simulation = Simulation("dawn", seed=1)
    world, daylight = simulation.world, Daylight()
    lights = []
    for scene, mana in ((0, 0.0), (1, 0.2), (1, 0.9)):
        world.direction.scene, world.gamera.mana = scene, mana
        for _ in range(400):
            daylight.observe(world)
        lights.append(daylight.light)
    assert lights[0] < lights[1] < lights[2] < 3


def test_the_camera_shows_what_a_script_asks_for_and_both_fighters() -> None:
    simulation, picture = opened("legion")
    world = simulation.world
    mother, body = mother_of(simulation)
    body.x = world.gamera_body.x + 420
    for _ in range(240):
        picture.observe(world, [])
    picture.camera.aim(1.0)
    assert picture.camera.x < world.gamera_body.x - 40
    assert picture.camera.x + 640 > body.x + 40
    for tick in range(150):
        picture.observe(world, [CameraAsked(1900.0, 200)] if tick == 0 else [])
    picture.camera.aim(1.0)
    assert abs(picture.camera.x + 320 - 1900) < 60
    assert mother.fights


def median_frame(stage: str, state: QueenState | None) -> float:
    """Seconds a frame of a stage takes, with the Queen before him in that state; the middle of a hundred."""
    simulation, picture = opened(stage)
    surface, taken = canvas(), []
    for tick in range(110):
        if state is not None:
            mother, body = mother_of(simulation)
            body.x = simulation.world.gamera_body.x + 260
            mother.state, mother.age = state, 40 + tick % 90
        picture.observe(simulation.world, [])
        begun = time.thread_time()
        picture.draw(surface, simulation.world)
        taken.append(time.thread_time() - begun)
    return float(np.median(taken[10:]))


def test_a_frame_with_the_queens_beam_costs_little_more_than_one_without_her() -> None:
    assert median_frame("legion", QueenState.BEAM) < 8 * median_frame("tokyo", None)
