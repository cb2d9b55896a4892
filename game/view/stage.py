"""The whole world of a stage on the canvas, layer by layer, back to front."""

import numpy as np
import pygame

from game.sim.components import GameraState
from game.sim.events import Event
from game.sim.stage import Stage
from game.sim.world import World
from game.view.actors import ArmyView, QueenView
from game.view.art import load_glows
from game.view.camera import Camera
from game.view.city import CityView, load_city
from game.view.clingers import Clingers
from game.view.effect_events import show
from game.view.effects import Effects
from game.view.gamera import GameraView
from game.view.lens import Lens
from game.view.lights import Lights
from game.view.overlay import draw_field
from game.view.place import Place
from game.view.pops import Pops
from game.view.swarm import SwarmView, load_stamps
from game.view.text import Typeface
from game.view.wires import Wires

GROUNDS = {"sapporo": "snow", "sendai_ash": "ash", "vigil": "ash"}  # what lies on the street; elsewhere earth


class StageView:
    """`observe` once after every tick, in order; `draw` whenever a picture is wanted."""

    def __init__(self, stage: Stage, seed: int, *, flashes: bool) -> None:
        self._dice = np.random.default_rng(seed)  # of looks alone
        self.camera = Camera(stage.width, self._dice)
        self._lights = Lights(load_glows())
        self._place: Place | None = None
        city = load_city(stage.place)
        self._city = CityView(city)
        self._gamera = GameraView()
        self._queen = QueenView()
        self._army = ArmyView()
        stamps = load_stamps()
        self._swarm = SwarmView(stamps)
        self._clingers = Clingers(stamps, self._gamera.standing())
        self._wires = Wires(city)
        self._effects = Effects(seed, flashes, show, GROUNDS.get(stage.place, "earth"))
        self._typeface = Typeface()
        self._pops = Pops(self._typeface)
        self._stood: tuple[float, float] | None = None
        self._beat = -1
        self._moved = False

    def observe(self, world: World, events: list[Event], shake: float) -> None:
        self._moved = world.beat != self._beat
        self._beat = world.beat
        self._gamera.observe(world, events, self._stood)
        self._stood = world.gamera_body.x, world.gamera_body.y
        self._city.observe(events)
        self._wires.observe(world, events)
        self._effects.observe(world, events)
        self._pops.observe(events)
        self.camera.follow(world, events, shake)

    def draw(self, canvas: pygame.Surface, world: World, alpha: float, *, field: bool) -> None:
        """The world `alpha` of the way from the tick before the last to the last one observed."""
        if self._place is None:
            self._place = Place(world.stage.place, canvas)
        moment = alpha if self._moved else 1.0  # in hit-stop nothing lies between two ticks
        self.camera.aim(moment)
        left, top = self.camera.x, self.camera.y
        lens = Lens(canvas, left, top, moment, self._lights)
        dark = {district.name for district, out in zip(world.stage.district, world.grid.dark, strict=True) if out}
        self._place.draw_behind(canvas, left, world.tick, dark, top)
        self._city.draw(world, lens)
        self._wires.draw_pylons(lens, world)
        hero = self._gamera.place(world, moment)
        self._effects.draw_behind(lens, hero)
        self._swarm.look(world, lens)
        self._swarm.draw_far(lens)
        self._wires.draw(lens, world)
        self._lights.draw(canvas)  # below the swarm: who sits on a live wire stands dark against it
        self._queen.draw(world, lens)
        self._army.draw(world, lens)
        self._draw_gamera(world, lens)
        self._swarm.draw_near(lens)
        self._wires.draw_over(lens, world)
        self._effects.draw_front(lens, world, hero)
        self._pops.draw(lens)
        if field:
            draw_field(lens, world, self._typeface)
        self._lights.draw(canvas)
        self._place.draw_front(canvas, left, world.tick, dark, top)
        self._flash(canvas)

    def _draw_gamera(self, world: World, lens: Lens) -> None:
        self._gamera.draw(world, lens)
        if world.gamera.state is not GameraState.SPIN:  # nobody can be made out on the spinning shell
            x, y = self._gamera.place(world, lens.alpha)
            self._clingers.draw(world, lens, x, y, self._gamera.frame(world))

    def _flash(self, canvas: pygame.Surface) -> None:
        level = round(255 * self._effects.flash)
        if level > 0:
            canvas.fill((level, level, level), special_flags=pygame.BLEND_RGB_ADD)
