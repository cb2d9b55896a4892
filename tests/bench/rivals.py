"""What the game is compared with: itself with a pygame sprite a soldier, and an arcade emulator."""

import random

import pygame

from game.agents.bench import CROWD_LEFT, CROWD_RIGHT, GAMERA_X, SEED, WARM_UP_TICKS, BenchGame
from game.sim.units import VIEW_HEIGHT, VIEW_WIDTH
from game.view.picture import Picture
from tests.bench.sprites import SpriteSwarm


class SpriteGame:
    """The bench's tick and whole picture, but for the swarm: `frame` is a tick of both and the picture after it."""

    def __init__(self, soldiers: int, *, in_turn: bool) -> None:
        self.game = BenchGame(0, drawn=False)
        self.game.warm_up()
        self.world = self.game.world
        self.canvas = pygame.Surface((VIEW_WIDTH, VIEW_HEIGHT), depth=32)
        self.swarm = SpriteSwarm(self.world, soldiers, CROWD_LEFT, CROWD_RIGHT, in_turn=in_turn)
        self.picture = Picture(self.world.stage, SEED)
        view = self.picture._view
        view._swarm = view._clingers = self.swarm  # type: ignore[assignment]  # all that is different in the picture
        for _ in range(WARM_UP_TICKS):
            self.frame()

    def frame(self) -> None:
        self.game.keep_going()
        events = self.game.tick()
        camera = self.picture.camera
        self.swarm.update(self.world, camera.x, camera.y)
        self.picture.observe(self.world, events)
        self.picture.draw(self.canvas, self.world)


class SpritesOnBlack:
    """The same tick, and of the picture the swarm alone on a black canvas."""

    def __init__(self, soldiers: int, *, in_turn: bool) -> None:
        self.game = BenchGame(0, drawn=False)
        self.game.warm_up()
        self.canvas = pygame.Surface((VIEW_WIDTH, VIEW_HEIGHT), depth=32)
        self.swarm = SpriteSwarm(self.game.world, soldiers, CROWD_LEFT, CROWD_RIGHT, in_turn=in_turn)
        for _ in range(WARM_UP_TICKS):
            self.frame()

    def frame(self) -> None:
        self.game.keep_going()
        self.game.tick()
        self.swarm.update(self.game.world, round(GAMERA_X - VIEW_WIDTH / 2), 0)
        self.canvas.fill("black")
        for layer in (self.swarm.far, self.swarm.near):
            layer.draw(self.canvas)


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
