"""What is left of a scene, and what the radar shows of its goal."""

import pygame

from game.sim import Action, Simulation
from game.sim.components import Flower, FlowerState, Queen, QueenState
from game.sim.soldiers import SoldierState
from game.sim.stage import (
    AnyRule,
    FlowerPlan,
    Next,
    Objective,
    OnAliveBelow,
    OnGameraPast,
    OnPerchedAbove,
    OnStart,
    OnTime,
    QueenPlan,
    Scene,
)
from game.sim.world import World
from game.view.hud.layout import hud_layout
from game.view.hud.progress import scene_progress
from game.view.hud.radar import HEIGHT, MARGIN, WIDTH, Radar
from game.view.palette import PALETTE
from tests import worlds

LAYOUT = hud_layout(1, big_text=False)
ON_THE_WAY = (Next(),)


def in_scene(*endings: AnyRule, objective: str = "Do it") -> Simulation:
    """A tick into a scene that one of `endings` ends, on a street with one line."""
    opening = OnStart(do=(Objective(objective),))
    simulation = Simulation(worlds.line_street(scene=(Scene("One", (opening, *endings)), Scene("Two"))), seed=1)
    simulation.step(Action())
    return simulation


def test_a_scene_of_a_length_counts_down_in_seconds() -> None:
    simulation = in_scene(OnTime(do=ON_THE_WAY, ticks=4000))
    assert scene_progress(simulation.world) == "1:07"
    for _ in range(60):
        simulation.step(Action())
    assert scene_progress(simulation.world) == "1:06"


def test_a_scene_that_ends_with_the_swarm_counts_those_who_must_still_die() -> None:
    simulation = in_scene(OnAliveBelow(do=ON_THE_WAY, count=2))
    worlds.place(simulation, [(800.0, 100.0)] * 5, SoldierState.FLY)
    assert scene_progress(simulation.world) == "4"


def test_soldiers_are_not_counted_before_all_of_them_have_come() -> None:
    assert scene_progress(in_scene(OnAliveBelow(do=ON_THE_WAY, count=2, after=300)).world) == ""


def test_a_scene_that_waits_for_a_full_wire_shows_how_full_it_is() -> None:
    simulation = in_scene(OnPerchedAbove(do=ON_THE_WAY, count=15))
    simulation.world.grid.circuits[0].perched = 8
    assert scene_progress(simulation.world) == "8/15"


def test_where_a_place_ends_the_scene_nothing_is_counted() -> None:
    endings = OnTime(do=ON_THE_WAY, ticks=4000), OnGameraPast(do=ON_THE_WAY, x=900)
    assert scene_progress(in_scene(*endings).world) == ""


def test_without_an_objective_nothing_is_counted() -> None:
    assert scene_progress(in_scene(OnTime(do=ON_THE_WAY, ticks=4000), objective="").world) == ""


def radar_at(world: World, x: float) -> set[tuple[int, ...]]:
    """The colours of the radar's column at `x` of the stage."""
    canvas = pygame.Surface((640, 360))
    Radar(LAYOUT).draw(canvas, world, 0.0)
    column = LAYOUT.radar.x + MARGIN + int(x * WIDTH / world.stage.width)
    return {
        tuple(canvas.get_at((column, y))[:3])
        for y in range(LAYOUT.radar.top + MARGIN, LAYOUT.radar.top + MARGIN + HEIGHT)
    }


def test_the_radar_shows_a_flower_while_it_stands() -> None:
    world = Simulation(worlds.street(flower=FlowerPlan(x=1000.0)), seed=1).world
    assert PALETTE["moss"] in radar_at(world, 1000.0)
    for _, plant in world.entities.each(Flower):
        plant.state = FlowerState.TORN
    assert PALETTE["moss"] not in radar_at(world, 1000.0)


def test_the_radar_keeps_the_queen_to_itself_until_she_is_there() -> None:
    world = Simulation(worlds.street(queen=QueenPlan(x=1000.0, absent=True)), seed=1).world
    assert PALETTE["red"] not in radar_at(world, 1002.0)
    for _, mother in world.entities.each(Queen):
        mother.state = QueenState.IDLE
    assert PALETTE["red"] in radar_at(world, 1002.0)
