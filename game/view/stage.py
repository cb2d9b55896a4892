"""The whole world of a stage on the canvas, layer by layer, back to front."""

import numpy as np
import pygame

from game.sim.components import GameraState
from game.sim.events import Event
from game.sim.stage import Stage
from game.sim.world import World
from game.view.actors import ArmyView
from game.view.art import load_glows
from game.view.artillery import ArtilleryView
from game.view.camera import Camera
from game.view.city import CityView, load_city
from game.view.clingers import Clingers
from game.view.daylight import Daylight
from game.view.edges import edge_light
from game.view.effect_events import show
from game.view.effects import Effects
from game.view.film_trails import FilmTrails
from game.view.finale import FinaleView
from game.view.flower import FlowerView
from game.view.gamera import GameraView
from game.view.grounds import Grounds, dust_of
from game.view.language import Language
from game.view.lens import Lens
from game.view.lights import Lights
from game.view.marks import StreetMarks
from game.view.overlay import TickCost, draw_field
from game.view.pops import Pops
from game.view.queen import QueenView
from game.view.swarm import SwarmView, load_stamps
from game.view.text import Typeface
from game.view.traffic import Traffic
from game.view.vigil import VigilView
from game.view.wires import Wires

NOBODY_CLINGS = (GameraState.SPIN, GameraState.ASCEND)  # not to be made out on the spinning shell; nor far off


class StageView:
    """`observe` once after every tick, in order; `draw` whenever a picture is wanted."""

    def __init__(self, stage: Stage, seed: int, *, flashes: float) -> None:
        self._dice = np.random.default_rng(seed)  # of looks alone
        self.camera = Camera(stage.width, self._dice)
        self._lights = Lights(load_glows())
        self._grounds = Grounds(stage, seed)
        self._daylight = Daylight()
        city = load_city(stage.place)
        self._city = CityView(city)
        self._gamera = GameraView(stage.place, flashes=flashes == 1)
        self._queen = QueenView(seed, flashes=flashes == 1)
        self._army = ArmyView()
        self._artillery = ArtilleryView()
        self._finale = FinaleView(steady=flashes == 0)
        self._vigil = VigilView()
        self._flower = FlowerView(stage)
        stamps = load_stamps(stage.place, steady=flashes == 0)
        self._swarm = SwarmView(stamps)
        self._clingers = Clingers(stamps, self._gamera.standing())
        self._wires = Wires(city, steady=flashes == 0)
        self._effects = Effects(seed, flashes, show, dust_of(stage.place))
        self._trails = FilmTrails(self._effects, self._finale, self._dice)
        self._marks = StreetMarks(stage.place, self._dice)
        self._traffic = Traffic(stage.place, self._dice)
        self._typeface = Typeface()
        self._pops = Pops(self._typeface, stage.district)
        self._stood: tuple[float, float] | None = None
        self._beat = -1
        self._moved = False

    def observe(self, world: World, events: list[Event], shake: float) -> None:
        self._moved = world.beat != self._beat
        self._beat = world.beat
        self._gamera.observe(world, events, self._stood)
        self._stood = world.gamera_body.x, world.gamera_body.y
        self._observe_grounds(events)
        self._daylight.observe(world)
        light = edge_light(world.stage.place, self._daylight.light)
        self._gamera.stand_in(light)
        self._queen.stand_in(light)
        self._city.observe(events)
        self._swarm.observe(world)
        self._queen.observe(world, events)
        self._artillery.observe(world, events)
        self._flower.observe(world, events)
        self._gamera.holds_up = self._flower.is_held(world)
        if self._gamera.holds_up:
            self._flower.carry(world, self._gamera.raised_claw(world, self._gamera.place(world, 1.0)))
        self._wires.observe(world, events)
        self._effects.observe(world, events)
        self._trails.observe(world, events)
        self._finale.observe(world)
        self._marks.observe(world, events)
        self._pops.observe(world, events)
        self.camera.follow(world, events, shake)
        self._traffic.observe(world, events, self.camera.x)

    def draw(
        self,
        canvas: pygame.Surface,
        world: World,
        alpha: float,
        *,
        field: bool,
        tick_cost: TickCost | None,
        language: Language,
        swells: bool = True,
    ) -> None:
        """The world `alpha` of the way from the tick before the last to the last one observed.

        Without `swells` a white-out does not hide it: behind a result, which comes when no tick carries it on.
        """
        moment = alpha if self._moved else 1.0  # in hit-stop nothing lies between two ticks
        self.camera.aim(moment)
        left, top = self.camera.x, self.camera.y
        lens = Lens(canvas, left, top, moment, self._lights)
        dark = {district.name for district, out in zip(world.stage.district, world.grid.dark, strict=True) if out}
        place, weather = self._grounds.place(canvas), self._grounds.weather(canvas)
        place_left, light = self._grounds.left_of(left, canvas), self._daylight.light
        place.draw_behind(canvas, place_left, world.tick, dark, top, light=light)
        weather.draw_far(canvas, left, top, world.tick)
        self._city.draw(world, lens)
        self._wires.draw_pylons(lens, world)
        hero = self._gamera.place(world, moment)
        self._finale.draw_behind(lens, world, hero)
        self._marks.draw(lens)
        self._traffic.draw(lens)
        self._queen.draw_marks(world, lens)
        self._effects.draw_behind(lens, hero)
        self._swarm.look(world, lens, self._flower.head(world))
        self._swarm.draw_farthest(lens)
        self._flower.draw(world, lens)
        self._swarm.draw_far(lens)
        self._wires.draw(lens, world)
        if world.stage.finale:  # nothing stands before the two at the end
            place.draw_front(canvas, place_left, world.tick, dark, top, light=light)
        self._lights.draw(canvas)  # below the swarm: who sits on a live wire stands dark against it
        self._queen.draw(world, lens)
        self._army.draw(world, lens)
        self._artillery.draw_guns(world, lens)
        self._trails.draw_smoke(lens)
        self._draw_gamera(world, lens)
        self._swarm.draw_near(lens)
        self._wires.draw_over(lens, world)
        self._artillery.draw_flying(world, lens)
        self._trails.draw(lens)
        self._vigil.draw(world, lens)
        self._finale.draw_front(lens, world, hero)
        self._effects.draw_front(lens, world, hero)
        self._pops.draw(lens, language)
        if field:
            draw_field(lens, world, self._typeface, tick_cost)
        place.draw_reflections(canvas, place_left, world.tick, top)
        self._lights.draw(canvas)
        if not world.stage.finale:
            place.draw_front(canvas, place_left, world.tick, dark, top, light=light)
        weather.draw_near(canvas, left, top, world.tick)
        if swells:
            self._effects.draw_swells(canvas)
        self._flash(canvas)

    def _observe_grounds(self, events: list[Event]) -> None:
        before = self._grounds.name
        self._grounds.observe(events)
        if self._grounds.name != before:  # the city is gone
            self._city = CityView(load_city(self._grounds.name), lost=True)
            self._effects.ground = dust_of(self._grounds.name)

    def _draw_gamera(self, world: World, lens: Lens) -> None:
        self._gamera.draw(world, lens)
        if world.gamera.state not in NOBODY_CLINGS:
            x, y = self._gamera.place(world, lens.alpha)
            self._clingers.draw(world, lens, x, y, self._gamera.frame(world))
        if self._gamera.holds_up:
            self._flower.draw_held(world, lens)
            self._gamera.draw_raised_hand(world, lens)

    def _flash(self, canvas: pygame.Surface) -> None:
        level = round(255 * self._effects.flash)
        if level > 0:
            canvas.fill((level, level, level), special_flags=pygame.BLEND_RGB_ADD)
