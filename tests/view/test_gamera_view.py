"""Gamera on the canvas: a picture for every state, blows seen when they hit, feet that do not slide."""

import numpy as np
import pygame
import pytest

from game.sim import Action, Button, Simulation
from game.sim.components import GameraState
from game.sim.content.moves import CLAWS, STRIDE
from game.sim.events import Event, GameraHurt
from game.view.art import keyed_sheet
from game.view.edges import EdgeLight, edge_light
from game.view.gamera import CLAW_HITS, CLAW_RESTS, WALK_CYCLE, WARM_EDGES, GameraView, claw_frame
from tests.view.lenses import lens_at
from tests.worlds import start


def watched(simulation: Simulation, actions: list[Action]) -> tuple[GameraView, list[int]]:
    """The view after these ticks, and which picture (by identity) each tick showed."""
    view, before, shown = GameraView(), None, []
    for action in actions:
        view.observe(simulation.world, simulation.step(action), before)
        before = simulation.world.gamera_body.x, simulation.world.gamera_body.y
        shown.append(id(view.frame(simulation.world)))
    return view, shown


@pytest.mark.parametrize("facing", [1, -1])
@pytest.mark.parametrize("state", list(GameraState), ids=lambda state: state.name)
def test_every_state_has_a_picture(state: GameraState, facing: int) -> None:
    simulation = start()
    view, _ = watched(simulation, [Action()])
    hero, simulation.world.gamera_body.facing = simulation.world.gamera, facing
    hero.state = state
    for hero.age in (0, 1, 7, 40, 400):
        lens = lens_at(0)
        view.draw(simulation.world, lens)
        box = np.argwhere(pygame.surfarray.array3d(lens.canvas).sum(axis=2) > 0)
        assert 40 < np.ptp(box[:, 0]) < 190


@pytest.mark.parametrize("state", list(CLAWS), ids=lambda state: state.name)
@pytest.mark.parametrize("sheet", ["gamera_right", "gamera_left"])
def test_a_claw_is_seen_to_hit_exactly_when_it_hits(state: GameraState, sheet: str) -> None:
    claw, strip = CLAWS[state], keyed_sheet(sheet)[state.name.lower()]
    hits = strip.frames[CLAW_HITS:CLAW_RESTS]
    for age in range(claw.startup + claw.active + claw.recovery):
        active = claw.startup <= age < claw.startup + claw.active
        assert (claw_frame(strip, claw, age) in hits) is active, age


def test_one_walk_cycle_is_two_strides_so_that_no_foot_slides() -> None:
    assert pytest.approx(2 * STRIDE, abs=0.2) == WALK_CYCLE
    simulation = start()
    view, shown = watched(simulation, [Action(move=1)] * 60)
    seen_a_cycle_later = shown[-1]
    x = simulation.world.gamera_body.x
    for _ in range(200):
        before = simulation.world.gamera_body.x, simulation.world.gamera_body.y
        view.observe(simulation.world, simulation.step(Action(move=1)), before)
        if simulation.world.gamera_body.x - x >= WALK_CYCLE:
            break
    cycle = [id(frame) for frame in keyed_sheet("gamera_right")["walk"].frames]
    assert len(cycle) >= 8
    walked = simulation.world.gamera_body.x - x
    assert walked - WALK_CYCLE < 1.1
    assert seen_a_cycle_later in _neighbours(view, simulation)


def _neighbours(view: GameraView, simulation: Simulation) -> set[int]:
    """The picture shown now and the ones beside it: a cycle's end falls between two ticks."""
    frames = keyed_sheet("gamera_right")["walk"].frames
    now = next(index for index, frame in enumerate(frames) if frame is view.frame(simulation.world))
    return {id(frames[(now + step) % len(frames)]) for step in (-1, 0, 1)}


def test_hovering_shows_one_movement_though_the_jets_stutter() -> None:
    simulation = start()
    view, _ = watched(simulation, [Action(Button.JUMP)] * 30)
    hover = {id(frame) for frame in keyed_sheet("gamera_right")["hover"].frames}
    before = simulation.world.gamera_body.x, simulation.world.gamera_body.y
    for _ in range(40):
        view.observe(simulation.world, simulation.step(Action(Button.JUMP)), before)
        assert id(view.frame(simulation.world)) in hover


def test_a_blow_turns_him_white_for_a_moment() -> None:
    simulation = start()
    view, _ = watched(simulation, [Action()])
    brightness = []
    for tick in range(8):
        events: list[Event] = [GameraHurt(10.0, True)] if tick == 0 else []
        view.observe(simulation.world, events, (200.0, 300.0))
        lens = lens_at(0)
        view.draw(simulation.world, lens)
        brightness.append(int(pygame.surfarray.array3d(lens.canvas).sum()))
    assert brightness[0] > 2.5 * brightness[-1]
    assert brightness[0] == brightness[1]
    assert brightness[5] == brightness[-1]


def test_his_shadow_stays_on_the_street_and_shrinks_as_he_rises() -> None:
    simulation = start()
    view, _ = watched(simulation, [Action()])
    widths = []
    for height in (0.0, 60.0, 150.0):
        simulation.world.gamera_body.y = 300.0 - height
        view.observe(simulation.world, [], (200.0, 300.0 - height))
        lens = lens_at(0)
        view.draw(simulation.world, lens)
        street = pygame.surfarray.array3d(lens.canvas)[:, 301:310].sum(axis=(1, 2))
        widths.append(int((street > 0).sum()))
    assert widths == sorted(widths, reverse=True)
    assert widths[-1] > 10


def test_the_sun_is_on_his_edges_once_it_is_up() -> None:
    view = GameraView("dawn")
    warm = {}
    for light in (EdgeLight.MOON, EdgeLight.SUN):
        view.stand_in(light)
        pixels = pygame.surfarray.array3d(view.standing()[1].image)
        warm[light] = int((pixels == next(iter(WARM_EDGES.values()))).all(axis=-1).sum())
    assert warm[EdgeLight.MOON] == 0
    assert warm[EdgeLight.SUN] > 50


def test_the_sun_of_dawn_is_on_the_side_he_faces_the_queen_with() -> None:
    side = {}
    for place in ("sendai", "dawn"):
        view = GameraView(place)
        view.stand_in(EdgeLight.SUN)
        frame = view.standing()[1]
        pixels = pygame.surfarray.array3d(frame.image)
        bright = [(pixels == colour).all(axis=-1) for colour in ((0xFF, 0xD8, 0x90), (0xFF, 0xE0, 0xA0))]
        side[place] = float(np.argwhere(bright[0] | bright[1])[:, 0].mean()) - frame.pivot_x
    assert side["sendai"] < side["dawn"] - 10


def test_the_sun_lights_edges_in_sendai_and_at_dawn_once_it_is_up_and_fires_do_where_the_suburb_burns() -> None:
    assert edge_light("sendai", 0.0) is EdgeLight.SUN
    assert [edge_light("dawn", daylight) for daylight in (0.0, 3.0)] == [EdgeLight.MOON, EdgeLight.SUN]
    assert edge_light("legion", 0.0) is EdgeLight.FIRES
    assert edge_light("tokyo", 3.0) is EdgeLight.MOON


def test_the_ash_on_him_is_warm_where_the_sun_is_low_and_cool_by_the_moon() -> None:
    simulation = start()
    simulation.world.gamera.state = GameraState.COMATOSE
    share = {}
    for place in ("sendai", "vigil"):
        view = GameraView(place)
        view.stand_in(edge_light(place, 0.0))
        pixels = pygame.surfarray.array3d(view.frame(simulation.world).image).reshape(-1, 3).astype(int)
        seen = pixels[(pixels.sum(axis=1) > 90) & (pixels[:, 1] > 0)]
        share[place] = (seen[:, 0] > seen[:, 2]).mean()
    assert share["sendai"] > 0.9
    assert share["vigil"] < 0.2


def test_at_rest_he_blinks_shortly_and_shifts_his_weight() -> None:
    idle = keyed_sheet("gamera_right")["idle"]
    eye = np.array([(0xFF, 0xD2, 0x4A), (0xFF, 0xF6, 0xB0), (0xE0, 0x7A, 0x1C)])
    shut, heads = [], []
    for frame in idle.frames:
        pixels = pygame.surfarray.array3d(frame.image)
        shut.append(not (pixels[:, :, None] == eye).all(axis=-1).any())
        heads.append(frame.anchors["head_top"][0])
    assert 0 < sum(shut) * idle.ticks <= 18  # ticks
    assert max(heads) - min(heads) >= 1.5  # px
