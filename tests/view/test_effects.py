"""Effects: started by events, carried on by ticks, never too many, never too bright too often."""

import numpy as np
import pygame

from game.sim import Action, Simulation
from game.sim.content import moves
from game.sim.events import CircuitSurged, FireballExploded, SoldierClawed
from game.view.art import keyed_sheet, load_glows
from game.view.effect_events import show
from game.view.effects import FLASH_MOST, TAIL_LEAVES, Effects
from game.view.lens import Lens
from game.view.lights import Lights
from game.view.particles import MOST, Particles
from game.view.swell import Swell


def flashes_in(effects: Effects, ticks: int, events: list[object]) -> int:
    """How often the whole picture goes from dark to bright, with the same events every tick."""
    world = Simulation("tokyo", seed=1).world
    rises, before = 0, 0.0
    for _ in range(ticks):
        effects.observe(world, events)
        assert effects.flash <= FLASH_MOST
        rises += effects.flash > before
        before = effects.flash
    return rises


def test_never_more_than_three_flashes_a_second_whatever_happens() -> None:
    storm = [CircuitSurged(0, 1.0, 200), FireballExploded(800.0, 200.0, 88.0, 3)]
    assert 1 <= flashes_in(Effects(1, True, show), 60, storm) <= 3


def test_no_flashes_means_none() -> None:
    assert flashes_in(Effects(1, False, show), 60, [CircuitSurged(0, 1.0, 200)]) == 0


def test_without_flashes_a_sudden_light_comes_up_softly() -> None:
    world, effects, levels = Simulation("lab", seed=1).world, Effects(1, False, show), []
    effects.swell(Swell(wait=0, rise=1, stay=10, fade=60, height=1.0))
    for _ in range(60):
        effects.observe(world, [])
        canvas = pygame.Surface((8, 8), 0, 32)
        effects.draw_swells(canvas)
        levels.append(canvas.get_at((0, 0)).r)
    assert max(levels) > 60
    assert max(np.diff(levels)) < 8


def test_a_massacre_does_not_grow_the_particles_without_bound() -> None:
    simulation = Simulation("tokyo", seed=1)
    effects = Effects(1, True, show)
    deaths = [SoldierClawed(uid, 900.0, 200.0) for uid in range(400)]
    for _ in range(10):
        effects.observe(simulation.world, deaths)
    assert len(effects.particles) <= MOST


def test_particles_fall_come_to_rest_on_the_street_and_vanish() -> None:
    particles = Particles(keyed_sheet("effects"), np.random.default_rng(1))
    particles.burst("concrete", 100.0, 200.0, 30, 120.0, life=60)
    for _ in range(40):
        particles.step()
    assert (particles.position[1] <= 300 + 34).all()
    for _ in range(60):
        particles.step()
    assert len(particles) == 0


def test_effects_of_a_quiet_world_end() -> None:
    simulation = Simulation("lab", seed=1)
    effects = Effects(1, True, show)
    effects.observe(simulation.world, [FireballExploded(800.0, 250.0, 62.0, 2)])
    for _ in range(300):
        effects.observe(simulation.world, simulation.step(Action()))
    assert len(effects.particles) == 0
    assert not effects._playing
    assert not effects._glimmers


def fireball_on(canvas: pygame.Surface, ahead: float) -> np.ndarray:
    """Columns of the canvas in which a full fireball `ahead` px before his jaws shows, counted from its head."""
    world = Simulation("tokyo", seed=1).world
    head_x = world.gamera_body.x + moves.MUZZLE[0] + ahead
    world.shots.launch(head_x, 200.0, 440.0, 0.0, 3, 1000)
    canvas.fill(0)
    lens = Lens(canvas, int(head_x) - 320, 0, 1.0, Lights(load_glows()))
    Effects(1, False, show).draw_front(lens, world, (world.gamera_body.x, world.gamera_body.y))
    return np.flatnonzero(pygame.surfarray.array3d(canvas).any(axis=(1, 2))) - 320


def test_a_fireballs_tail_comes_out_of_his_jaws_with_its_flight() -> None:
    canvas = pygame.Surface((640, 360), depth=32)
    near, far = fireball_on(canvas, 0.0), fireball_on(canvas, 120.0)
    assert near.min() >= -(TAIL_LEAVES + 2)
    assert far.min() < -50
    assert near.max() == far.max()


def test_dust_has_several_looks() -> None:
    world, seen = Simulation("lab", seed=1).world, set()
    for seed in range(20):
        effects, canvas = Effects(seed, True, show), pygame.Surface((640, 360), 0, 32)
        effects.play("dust_burst/earth", 300.0, 300.0)
        effects.observe(world, [])
        effects.draw_front(Lens(canvas, 0, 0, 1.0, Lights(load_glows())), world, (0.0, 300.0))
        seen.add(pygame.image.tobytes(canvas, "RGB"))
    assert len(seen) == 3
