"""The swarm as a game of a few dozen enemies would have it: a pygame sprite a soldier, with an update in plain Python.

It decides, moves and looks as the game's soldier does, from the same numbers (`content/swarm.py`), by the same four
thoughts, and in the same pictures. Nobody here is thrown about or dies, since nothing in the bench does that to more
than a few, and those on Gamera keep to his standing body. Luck is drawn from a dice, not from a hash: nothing has to be
the same twice.
"""

import math
import random
from collections.abc import Callable
from functools import cached_property
from itertools import product
from typing import Any

import pygame

from game.sim.content import swarm as tuning
from game.sim.rng import disc_table
from game.sim.soldiers import RESPONSE, SoldierState
from game.sim.systems.swarm import EDGE_X, FLOOR_Y, MIDDLE, TOP_Y
from game.sim.systems.swarm.decide import LIFT_TICKS, LOW, PERCH_OFFSETS, PERCH_SECOND_ROW
from game.sim.systems.swarm.hosts import FIDGET, RISE_WHEN_CUT, SIDESTEP
from game.sim.systems.swarm.steer import CLIMB_MOST, CLIMB_RESPONSE, CRAWLER_HEIGHT, DROP_MOST
from game.sim.units import CELL, SECONDS_PER_TICK
from game.sim.world import World
from game.view import swarm as looks
from game.view.clingers import CLING_LOOKS
from game.view.lens import Lens
from game.view.sheets import Frame

CRAWL, FLY, CLING, PERCH = (int(state) for state in list(SoldierState)[:4])
RESPONSES = RESPONSE.tolist()
THOUGHTS_A_SECOND = 15
WANDERS = (disc_table() * tuning.WANDER).T.tolist()  # px/s
BEATS = [1 + tuning.BURST - 2 * tuning.BURST * step / 31 for step in range(32)]
SEEN_ON_HIM = 50  # of those who cling: about so many find a hold of their own
PLACE_TICKS = 1 << tuning.PLACE_BITS  # for which a place on the wire is one's own
CLING_WIDTH = tuning.GAMERA_HALF_WIDTH + tuning.CLING_REACH
CLING_HEIGHT = tuning.GAMERA_HALF_HEIGHT + tuning.CLING_REACH

Picture = tuple[pygame.Surface, int, int]  # with its pivot


class Surroundings:
    """What a soldier may feel of the world, in lists: NumPy's arrays are slow to read one by one."""

    def __init__(self, world: World) -> None:
        field, lines = world.field, world.lines
        self.potential, self.wire_y_array = field.potential, world.wire_y  # new arrays whenever they change
        self.columns = field.columns
        self.felt = list(zip(*field.steering.tolist(), strict=True))
        self.strongest = field.strongest.tolist()
        self.any_live = field.any_live
        self.wire_y, self.live_x, self.roof_y = world.wire_y.tolist(), world.live_x.tolist(), world.roof_y.tolist()
        self.left_end, self.right_end = lines.left_end.tolist(), lines.right_end.tolist()
        self.right = world.stage.width - EDGE_X - 1
        self.places = [
            [x for x, owner in enumerate(lines.circuit_of.tolist()) if owner == circuit]
            for circuit in range(len(world.grid.circuits))
        ]

    def fits(self, world: World) -> bool:
        return self.potential is world.field.potential and self.wire_y_array is world.wire_y


class Wardrobe:
    """The game's own pictures of soldiers, in lists."""

    def __init__(self) -> None:
        stamps = looks.load_stamps()
        self._pictures: list[Picture] = list(zip(stamps.pictures.tolist(), *stamps.pivots.tolist(), strict=True))
        self.specks = self._pictures[stamps.specks :]
        self.speck_ticks = stamps.speck_ticks
        self._frame_ticks, self._frame_counts = stamps.frame_ticks.tolist(), stamps.frame_counts.tolist()

    @cached_property
    def strips(self) -> dict[tuple[int, int, int, bool], tuple[list[Picture], int]]:
        """By tint, size, look and whether it faces left: the frames, and the ticks of one."""
        found = {}
        for tint, size, look, left in product(
            range(len(looks.TINTS)), range(len(looks.SIZES)), range(len(looks.LOOKS)), (False, True)
        ):
            first = int(looks.picture_index(tint, size, look, left, 0))
            frames = self._pictures[first : first + self._frame_counts[look]]
            found[tint, size, look, left] = frames, self._frame_ticks[look]
        return found


class SoldierSprite(pygame.sprite.Sprite):
    def __init__(self, swarm: "SpriteSwarm", x: float, y: float, luck: int) -> None:
        super().__init__()
        self.swarm = swarm
        self.x, self.y = x, y
        self.vx = self.vy = self.wish_x = self.wish_y = self.push_x = self.push_y = 0.0
        self.offset_x = self.offset_y = 0.0  # on what it sits on
        self.luck, self.depth, self.sinks, self.faces_left = luck, luck >> 24, bool(luck & 1), bool(luck >> 9 & 1)
        self.height = tuning.CRUISE_TOP + (luck >> 8 & 255) * tuning.CRUISE_BAND / 256  # y it likes to fly at
        self.state, self.response = FLY, RESPONSES[FLY]
        self.ready_at = self.wanders_until = self.seeks_until = 0  # ticks
        self.wander_x = self.wander_y = 0.0
        self.cell, self.circuit, self.place_x = 0, 0, 0
        self.pull, self.stray = 0.0, 0.0
        self.shown_in = swarm.far
        self.shown_in.add(self)
        self.image = swarm.wardrobe.specks[0][0]
        self.rect = self.image.get_rect()

    def update(self, tick: int, thoughts: tuple[Callable[["SoldierSprite", int], None], ...]) -> None:
        self.move()
        for think in thoughts:
            think(self, tick)
        self.show(tick)

    def move(self) -> None:
        swarm = self.swarm
        if self.state == CLING:
            self.x, self.y = swarm.gamera.x + self.offset_x, swarm.gamera.y - MIDDLE + self.offset_y
            return
        self.vx += (self.wish_x - self.vx) * self.response
        self.vy += (self.wish_y - self.vy) * self.response
        self.x = min(max(self.x + self.vx * SECONDS_PER_TICK, EDGE_X), swarm.around.right)
        self.y = min(max(self.y + self.vy * SECONDS_PER_TICK, TOP_Y), FLOOR_Y)

    def enter(self, state: int, ready_at: int) -> None:
        self.state, self.response, self.ready_at = state, RESPONSES[state], ready_at

    def feel_crowd(self, tick: int) -> None:
        crowd, columns = self.swarm.crowd, self.swarm.around.columns
        crowd[self.cell] -= 1
        cell = self.cell = (int(self.y) // CELL + 1) * columns + int(self.x) // CELL + 1
        crowd[cell] += 1
        most = tuning.CROWD_PUSH_MOST
        self.push_x = min(max((crowd[cell - 1] - crowd[cell + 1]) * tuning.CROWD_PUSH, -most), most)
        self.push_y = min(max((crowd[cell - columns] - crowd[cell + columns]) * tuning.CROWD_PUSH, -most), most)

    def steer(self, tick: int) -> None:
        swarm, around = self.swarm, self.swarm.around
        x, y = self.x, self.y
        drive_x, drive_y, self.pull, called, speed, keeps_height = around.felt[self.cell]
        to_x, to_y = swarm.gamera.x - x, swarm.gamera.y - tuning.GAMERA_HALF_HEIGHT - y
        distance = math.hypot(to_x, to_y)
        pull = swarm.gamera_pull / ((distance + tuning.GAMERA_SOFT) ** 2 * (distance + 1))
        drive_x += to_x * pull
        drive_y += to_y * pull
        speed *= BEATS[self.luck + tick & 31] / (math.hypot(drive_x, drive_y) + tuning.FAINT_SLOPE)
        drive_x *= speed
        drive_y *= speed
        if around.any_live:
            circuit = around.strongest[self.cell]
            if tick >= self.seeks_until or circuit != self.circuit:
                self.circuit, self.seeks_until = circuit, tick + PLACE_TICKS
                self.place_x = swarm.dice.choice(around.places[circuit])
            to_x, to_y = self.place_x - x, around.wire_y[self.place_x] - y
            self.stray = to_x
            speed = tuning.FLY_SPEED * tuning.PLACE_SPEED / (math.hypot(to_x, to_y) + tuning.PLACE_SOFT)
            drive_x += called * (to_x * speed - drive_x)
            drive_y += called * (to_y * speed - drive_y)
        if tick >= self.wanders_until:
            self.wanders_until = tick + tuning.WANDER_TICKS
            self.wander_x, self.wander_y = swarm.dice.choice(WANDERS)
        drive_x += self.wander_x + self.push_x
        drive_y += self.wander_y + self.push_y
        if keeps_height:
            drive_y += tuning.SINK if self.sinks else (self.height - y) * tuning.CRUISE_HOLD
        if self.state == FLY:
            self.wish_x, self.wish_y = drive_x, drive_y
        elif self.state == CRAWL:
            along, climb = drive_x * tuning.CRAWL_SHARE, around.roof_y[int(x)] - CRAWLER_HEIGHT - y
            self.wish_x = min(max(along, -tuning.CRAWL_MOST), tuning.CRAWL_MOST)
            self.wish_y = min(max(climb * CLIMB_RESPONSE, -CLIMB_MOST), DROP_MOST)

    def change_mind(self, tick: int) -> None:
        if tick < self.ready_at or self.state == CLING or self.state == PERCH:
            return
        if self.state == FLY and self.perches(tick):
            return
        if self.clings(tick):
            return
        if self.state == CRAWL:
            if self.chance(tuning.TAKE_OFF if self.pull > tuning.HOT else tuning.TAKE_OFF_IDLE):
                self.enter(FLY, tick + LIFT_TICKS)
                self.vy = -120.0
        elif self.sinks and self.pull <= tuning.HOT and self.is_low() and self.chance(tuning.LAND):
            self.enter(CRAWL, tick)

    def is_low(self) -> bool:
        return self.y > self.swarm.around.roof_y[int(self.x)] - LOW

    def chance(self, rate: float) -> bool:
        """Whether something happens that does so `rate` times a second."""
        return self.swarm.dice.random() < rate / self.swarm.thoughts_a_second

    def perches(self, tick: int) -> bool:
        swarm, around, x = self.swarm, self.swarm.around, int(self.x)
        if not around.live_x[x] or abs(around.wire_y[x] - self.y) >= tuning.PERCH_REACH:
            return False
        if abs(self.stray) >= tuning.PLACE_NEAR and not self.chance(tuning.PERCH_ANYWHERE):
            return False
        here = swarm.perched[x >> tuning.PERCH_BIN_BITS]
        if here + swarm.dice.randrange(2) >= tuning.PERCH_MOST:
            return False
        second = PERCH_SECOND_ROW if here >= 2 else 0.0
        on_top, below = PERCH_OFFSETS
        self.offset_y = on_top - second if swarm.dice.randrange(2) else below + second
        self.wish_x = self.wish_y = 0.0
        self.enter(PERCH, tick)
        return True

    def clings(self, tick: int) -> bool:
        swarm = self.swarm
        from_x, from_y = self.x - swarm.gamera.x, self.y - (swarm.gamera.y - tuning.GAMERA_HALF_HEIGHT)
        room = tuning.CLING_MOST - swarm.clinging
        if abs(from_x) >= CLING_WIDTH or abs(from_y) >= CLING_HEIGHT or room <= 0 or self.pull >= tuning.HOLD:
            return False
        if not self.chance(tuning.CLING_RATE_CALM * room / tuning.CLING_MOST):
            return False
        swarm.clinging += 1
        self.offset_y = min(max(from_y * 0.8 + swarm.dice.uniform(-16, 16), -50), 50)
        half_width = 27 - max(abs(self.offset_y) - 24, 0) * 0.45
        self.offset_x = min(max(from_x * 0.6 + swarm.dice.uniform(-16, 16), -half_width), half_width)
        self.vx = self.vy = self.wish_x = self.wish_y = 0.0
        self.enter(CLING, tick)
        return True

    def tend_host(self, tick: int) -> None:
        if self.state == PERCH:
            self.sit_on_wire(tick)
        elif self.state == CLING and self.swarm.around.any_live:
            potential = self.swarm.around.felt[self.cell][2]
            if self.chance(min(max((potential / tuning.HOLD - 1) * tuning.PEEL, 0), tuning.PEEL_MOST)):
                self.swarm.clinging -= 1
                self.vy = -140.0
                self.enter(FLY, tick + tuning.RECLING)

    def sit_on_wire(self, tick: int) -> None:
        """Sidestep to where it is emptier, follow the wire, leave one that went dead."""
        swarm, around, x = self.swarm, self.swarm.around, int(self.x)
        place = x >> tuning.PERCH_BIN_BITS
        perched = swarm.perched
        swarm.perched_next[place] += 1
        step = swarm.dice.uniform(-FIDGET, FIDGET)
        if perched[place] > 1:
            left, right = perched[place - 1], perched[place + 1]
            step += SIDESTEP if left > right else -SIDESTEP if right > left else 0.0
        step = max(step, (around.left_end[x] - self.x) * 8)
        self.wish_x = min(step, (around.right_end[x] - self.x) * 8)
        self.wish_y = min(max((around.wire_y[x] - self.y + self.offset_y) * 10, -160), 160)
        if not around.live_x[x]:
            self.enter(FLY, tick + RISE_WHEN_CUT)

    def show(self, tick: int) -> None:
        """Picture, place on the canvas and layer."""
        swarm = self.swarm
        y = self.y
        age = tick + (self.luck & 63)
        if self.state == FLY and self.depth < swarm.bands.small:
            specks = swarm.wardrobe.specks
            self.image, pivot_x, pivot_y = specks[age // swarm.wardrobe.speck_ticks % len(specks)]
        else:
            frames, ticks = self.strip()
            self.image, pivot_x, pivot_y = frames[age // ticks % len(frames)]
        if y > looks.STREET_FROM:
            y += min(1.0, (y - looks.STREET_FROM) / 28) * self.depth * looks.STREET_DEPTH / 255
        self.rect.topleft = round(self.x) - swarm.view_left - pivot_x, round(y) - swarm.view_top - pivot_y
        layer = self.layer_now()
        if layer is not self.shown_in:
            self.shown_in.remove(self)
            layer.add(self)
            self.shown_in = layer

    def strip(self) -> tuple[list[Picture], int]:
        swarm, state = self.swarm, self.state
        left = self.vx < 0 if abs(self.vx) >= looks.TURNS_AT else self.faces_left
        if state == CLING:
            tint = looks.HOST if self.luck >> 11 & 1 else looks.GROUND
            return swarm.wardrobe.strips[tint, looks.NORMAL, swarm.cling_looks[self.luck >> 5 & 3], self.faces_left]
        look = swarm.perch_looks[self.luck >> 5 & 3] if state == PERCH else state
        tint = looks.GROUND if self.y > looks.GROUND_TINT_FROM else looks.SKY
        size = (self.depth >= swarm.bands.normal) + (self.depth >= swarm.bands.large)
        return swarm.wardrobe.strips[tint, size, look, left]

    def layer_now(self) -> Any:
        swarm = self.swarm
        if self.state == CLING:
            shown = self.shown_in is swarm.on_him or len(swarm.on_him) < SEEN_ON_HIM
            return swarm.on_him if shown else swarm.unseen
        if self.state == PERCH:
            return swarm.near
        if self.depth < swarm.bands.hero:
            return swarm.far
        if self.state == FLY and self.depth < looks.BEFORE_HEAD:
            across = (self.x - swarm.gamera.x) / float(looks.HERO_WIDE)
            down = (self.y - swarm.gamera.y - looks.HERO_MIDDLE) / float(looks.HERO_TALL)
            return swarm.far if across * across + down * down < 1 else swarm.near
        return swarm.near


THOUGHTS = (SoldierSprite.feel_crowd, SoldierSprite.steer, SoldierSprite.change_mind, SoldierSprite.tend_host)


class SpriteSwarm:
    """`update` after every tick of the world, whose own table of soldiers is empty, then `draw` each layer.

    It has the methods of the game's `SwarmView` and `Clingers`, so that a picture may draw it in their place.

    `in_turn`: one kind of thought a tick, as the game has it; otherwise all four every tick.
    """

    def __init__(self, world: World, soldiers: int, left: float, right: float, *, in_turn: bool) -> None:
        self.dice = random.Random(world.seed)
        self.wardrobe, self.around = Wardrobe(), Surroundings(world)
        self.perch_looks, self.cling_looks = looks.PERCH_LOOKS.tolist(), CLING_LOOKS.tolist()
        self.gamera, self.gamera_pull = world.gamera_body, tuning.GAMERA_PULL
        self.crowd = [0] * len(self.around.felt)
        bins = (world.stage.width >> tuning.PERCH_BIN_BITS) + 1
        self.perched, self.perched_next = [0] * bins, [0] * bins
        self.clinging = 0
        self.bands = looks.depth_bands(soldiers)
        self.view_left = self.view_top = 0
        self.in_turn, self.thoughts_a_second = in_turn, THOUGHTS_A_SECOND * (1 if in_turn else len(THOUGHTS))
        self.far, self.near, self.on_him, self.unseen = (pygame.sprite.Group() for _ in range(4))
        born = [SoldierSprite(self, *self.birth(left, right)) for _ in range(soldiers)]
        self.everybody: Any = pygame.sprite.Group(*sorted(born, key=lambda soldier: soldier.depth))

    def birth(self, left: float, right: float) -> tuple[float, float, int]:
        return self.dice.uniform(left, right), self.dice.uniform(40, 280), self.dice.getrandbits(32)

    def update(self, world: World, view_left: int, view_top: int) -> None:
        if not self.around.fits(world):
            self.around = Surroundings(world)
        self.view_left, self.view_top = view_left, view_top
        turn = world.beat % len(THOUGHTS)
        self.everybody.update(world.tick, THOUGHTS[turn : turn + 1] if self.in_turn else THOUGHTS)
        if not self.in_turn or turn == len(THOUGHTS) - 1:
            self.perched, self.perched_next = self.perched_next, [0] * len(self.perched)
        self._tell(world)

    def _tell(self, world: World) -> None:
        """What other systems and the display want to know."""
        world.gamera.clinging = self.clinging
        for circuit in world.grid.circuits:
            circuit.perched = 0
        for span, (number, (left, right)) in zip(
            world.grid.spans, zip(world.lines.circuit_of_span, world.lines.span_ends, strict=True), strict=True
        ):
            bins = slice(int(left) >> tuning.PERCH_BIN_BITS, int(right) >> tuning.PERCH_BIN_BITS)
            span.perched = sum(self.perched[bins])
            world.grid.circuits[number].perched += span.perched

    def observe(self, world: World) -> None:
        """Everything was seen by `update`."""

    def look(self, world: World, lens: Lens, head: object = None) -> None:
        """Likewise."""

    def draw_farthest(self, lens: Lens) -> None:
        """There is no flower in the bench."""

    def draw_far(self, lens: Lens) -> None:
        self.far.draw(lens.canvas)

    def draw_near(self, lens: Lens) -> None:
        self.near.draw(lens.canvas)

    def draw(self, world: World, lens: Lens, x: float, y: float, pose: Frame) -> None:
        """Those on Gamera."""
        self.on_him.draw(lens.canvas)
