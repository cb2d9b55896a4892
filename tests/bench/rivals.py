"""What the game is compared with: a pygame sprite a soldier, and an arcade emulator."""

import math
import random
from typing import Any

import pygame

from game.agents.bench import CROWD_LEFT, CROWD_RIGHT, PYLONS, SEED, BenchGame
from game.sim.units import GROUND_Y, VIEW_HEIGHT, VIEW_WIDTH
from game.view.swarm import load_stamps

CELL = 16  # px
COLUMNS = 204
WIRE_Y = 140.0
TICK = 1 / 60
CROWD_PUSH, CROWD_PUSH_MOST = 26.0, 160.0


class SoldierSprite(pygame.sprite.Sprite):
    """A soldier as one object with a plain Python update, written as a game with a few dozen of them would have it.

    It thinks what a soldier of the game thinks: the slope of the field in its cell, Gamera, its place on the wire, the
    crowd, a wandering of its own, its height. It leaves out lights, crawling, clinging and changes of mind.
    """

    def __init__(self, swarm: "SpriteSwarm", number: int) -> None:
        super().__init__()
        self.swarm, self.age = swarm, number
        self.x, self.y = swarm.dice.uniform(CROWD_LEFT, CROWD_RIGHT), swarm.dice.uniform(40, 280)
        self.vx = self.vy = self.wish_x = self.wish_y = 0.0
        self.cell = 0
        self.image = swarm.pictures[0]
        self.rect = self.image.get_rect()

    def update(self, left: float, thinks_every: int) -> None:
        self.age += 1
        if self.age % thinks_every == 0:
            self.think()
        self.vx += (self.wish_x - self.vx) * 0.11
        self.vy += (self.wish_y - self.vy) * 0.11
        self.x = min(max(self.x + self.vx * TICK, 4.0), 3195.0)
        self.y = min(max(self.y + self.vy * TICK, 8.0), GROUND_Y - 4)
        self.image = self.swarm.pictures[self.age // 4 % len(self.swarm.pictures)]
        self.rect.x, self.rect.y = round(self.x - left), round(self.y)

    def think(self) -> None:
        swarm = self.swarm
        crowd, dice = swarm.crowd, swarm.dice
        crowd[self.cell] -= 1
        cell = self.cell = (int(self.y) // CELL + 1) * COLUMNS + int(self.x) // CELL + 1
        crowd[cell] += 1
        slope_x, slope_y, potential = swarm.field[cell]
        to_x, to_y = swarm.gamera_x - self.x, swarm.gamera_y - self.y
        distance = math.sqrt(to_x * to_x + to_y * to_y)
        pull = 15.0 / ((distance + 24) ** 2 * (distance + 1))
        slope_x += to_x * pull
        slope_y += to_y * pull
        called = potential / (potential + 1)
        steepness = math.sqrt(slope_x * slope_x + slope_y * slope_y) + 1.5e-4
        speed = (120 + 200 * called) * (1.35 - 0.7 * (self.age & 31) / 31) / steepness
        drive_x, drive_y = slope_x * speed, slope_y * speed
        near = PYLONS[0] if self.x < (PYLONS[1] + PYLONS[2]) / 2 else PYLONS[2]
        place = near + self.age * 0.618 % 1 * (PYLONS[1] - PYLONS[0])
        to_x, to_y = place - self.x, WIRE_Y - self.y
        speed = 288 / (math.sqrt(to_x * to_x + to_y * to_y) + 12)
        drive_x += called * (to_x * speed - drive_x)
        drive_y += called * (to_y * speed - drive_y)
        push_x = (crowd[cell - 1] - crowd[cell + 1]) * CROWD_PUSH
        push_y = (crowd[cell - COLUMNS] - crowd[cell + COLUMNS]) * CROWD_PUSH
        self.wish_x = drive_x + dice.uniform(-150, 150) + min(max(push_x, -CROWD_PUSH_MOST), CROWD_PUSH_MOST)
        self.wish_y = drive_y + dice.uniform(-150, 150) + min(max(push_y, -CROWD_PUSH_MOST), CROWD_PUSH_MOST)


class SpriteSwarm:
    """So many of them in a pygame group on a canvas as large as the game's; `frame` is a tick and its picture."""

    def __init__(self, soldiers: int, thinks_every: int) -> None:
        self.thinks_every = thinks_every
        self.canvas = pygame.Surface((VIEW_WIDTH, VIEW_HEIGHT), depth=32)
        self.pictures = load_stamps().pictures[:4].tolist()
        self.dice = random.Random(SEED)
        game = BenchGame(0, drawn=False)
        game.warm_up()
        slope_x, slope_y, potential = game.world.field.steering[:3].tolist()
        self.field = list(zip(slope_x, slope_y, potential, strict=True))
        self.crowd = [0] * len(self.field)
        self.gamera_x, self.gamera_y = game.world.gamera_body.x, game.world.gamera_body.y - 56
        self.group: Any = pygame.sprite.Group(*(SoldierSprite(self, number) for number in range(soldiers)))

    def frame(self) -> None:
        self.group.update(PYLONS[0] - 80, self.thinks_every)
        self.canvas.fill("black")
        self.group.draw(self.canvas)


class SpaceInvaders:
    """ALE's Space Invaders in RAM mode at frameskip 1, random buttons. ImportError without `ale-py`."""

    def __init__(self) -> None:
        import ale_py
        import gymnasium

        gymnasium.register_envs(ale_py)
        ale_py.ALEInterface.setLoggerMode(ale_py.LoggerMode.Error)
        self.game = gymnasium.make("ALE/SpaceInvaders-v5", obs_type="ram", frameskip=1)
        self.dice = random.Random(SEED)
        self.buttons = int(self.game.action_space.n)  # type: ignore[attr-defined]
        self.game.reset(seed=SEED)

    def step(self) -> None:
        _, _, ended, cut, _ = self.game.step(self.dice.randrange(self.buttons))
        if ended or cut:
            self.game.reset()
