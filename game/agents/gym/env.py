"""`GameraEnv`: one game as a Gymnasium environment."""

from typing import Any, ClassVar

import gymnasium
import numpy as np
import numpy.typing as npt

from game.agents.gym.actions import Choice
from game.agents.gym.episode import Episode, Observation, Task
from game.agents.gym.render import Renderer, Window
from game.agents.gym.spaces import action_space, observation_space
from game.sim.units import TICKS_PER_SECOND

SEEDS = 1 << 32  # a game's seed lies below


class GameraEnv(gymnasium.Env[Observation, Choice]):
    """Gamera against the Legion: a swarm too large to fight, steered by electricity.

    ## Description

    One stage of the game, from its first tick until it is won or lost. The agent is Gamera's body and the hand on the
    power grid at once. A live line draws the swarm off Gamera and off the city; soldiers settle on its wires; a surge
    burns them there, and burns the more of them the longer the line was charged (ready after 3 s, full after 7 s). Two
    lines can be fed at once; a hot line trips, an overloaded span comes down.

    ## Action Space

    `MultiDiscrete([3, 3, 6, 1 + 3 C + 2 D])` for a stage of C circuits and D districts (`tokyo`: 3 and 3, so 16):

    | no. | name | values |
    |---|---|---|
    | 0 | move | 0 left, 1 none, 2 right |
    | 1 | aim | 0 up, 1 none, 2 down |
    | 2 | deed | 0 nothing, 1 jump (held: jets), 2 claw, 3 fire (held: charges, let go: flies), 4 guard (moving: spin),
        5 roar |
    | 3 | order | 0 none; then for each circuit: live, off, surge; then for each district: dark, lit |

    A decision lasts `frame_skip` ticks of 1/60 s. Move, aim and deed are held for all of them; the claw is let go in
    the last, so that claw after claw is a chain. A deed that needs a new press (jump, roar, fire) needs another deed in
    between. An order is given in the first tick, and does nothing where it is fulfilled already or cannot be.

    ## Observation Space

    `obs="state"`: `Box(-1, 1, (n,), float32)`, the groups below in this order. `obs="dict"`: the same as a `Dict`.
    Counts c of soldiers are c / (c + 8); S spans, B blocks. A stage without circuits has no group of them.

    | group | numbers | what |
    |---|---|---|
    | story | 8 | scene, time, script runs, soldiers still to come, soldiers alive, line spent, trust, supply used |
    | gamera | 18 | x, height, velocity (2), facing, vitality, plasma, fuel, clinging, charge, roar's cooldown,
        swarm is angry, shelled, limping, pull of live lines on him, grip, mana, aim of the beam |
    | stance | 27 | one-hot: what he is doing (`GameraState`) |
    | circuits | 10 C | each: one-hot off, live, surging, tripped, broken; heat, charge, ready, timer, perched |
    | spans | 3 S | each: load, strain, offset of its middle from Gamera |
    | districts | D | dark |
    | blocks | B | strength |
    | swarm | 96 | the stage in 32 columns: on foot, in flight, on wires |
    | near | 24 | free soldiers within 240 px of Gamera in 8 columns: at the wires' height, his chest's, his feet's |
    | queen | 23 | offset (far, near scale), vitality, horn, strike is near, strikes; one-hot: her `QueenState` |
    | flower | 5 | stands, offset (far, near scale), oxygen, feeding |

    `obs="pixels"`: `Box(0, 255, (90, 160, 3), uint8)`, the 640 x 360 px around Gamera at a quarter, and below them
    gauges and a plan of the whole stage. Drawn from the rules; see `pixels.py`.

    ## Rewards

    The sum over the decision's events of the weights in `reward.REWARDS`; among them: a soldier burned on a line
    +0.02, killed otherwise +0.01, past the city line -0.1, a block broken or collapsed -0.35, vitality lost -0.005 a
    point, a scene reached +1, won +10, lost -10.

    ## Starting State

    The stage before its first tick. `reset(seed=s)` plays the game of `Simulation(stage, seed=s % 2**32)`; without a
    seed, the environment's own generator picks the next one. Seed and actions fix everything that follows.

    ## Episode End

    Terminated when the stage is won or lost. Truncated after `max_ticks` (by default the stage's own limit, else five
    minutes of play).

    ## Info

    `seed, tick, scene, outcome ("won", "lost" or ""), reason` (of a loss)`, score, trust, vitality, spawned, killed,
    killed_by_lure, alive, crossed` (the city line)`, blocks_lost`.

    ## Arguments

    `stage` (a name or the path of a stage file; the ids fix it), `obs`, `frame_skip=4`, `difficulty="normal"` ("story",
    "legion"), `max_ticks`, `render_mode` None, "rgb_array" (360, 640, 3) or "human" (a window).

    ## State

    `clone_state()` is the whole episode as bytes; `restore_state(bytes)` goes on from it, bit for bit, in this or
    another environment of the same stage and difficulty.
    """

    metadata: ClassVar[dict[str, Any]] = {  # type: ignore[misc]  # Gymnasium declares an instance attribute
        "render_modes": ["rgb_array", "human"],
        "render_fps": TICKS_PER_SECOND // 4,
    }

    def __init__(
        self,
        stage: str = "tokyo",
        obs: str = "state",
        frame_skip: int = 4,
        difficulty: str = "normal",
        max_ticks: int | None = None,
        render_mode: str | None = None,
    ) -> None:
        """StageError or ValueError, in one line, for an argument that cannot be used."""
        if render_mode is not None and render_mode not in self.metadata["render_modes"]:
            raise ValueError(f"unknown render_mode '{render_mode}'; there are: rgb_array, human")
        self.task = Task(stage, obs, frame_skip, difficulty, max_ticks)
        self.observation_space = observation_space(self.task)
        self.action_space = action_space(self.task)
        self.render_mode = render_mode
        self.metadata = {**self.metadata, "render_fps": TICKS_PER_SECOND / frame_skip}  # type: ignore[misc]
        self._episode: Episode | None = None
        self._renderer: Renderer | None = None
        self._window: Window | None = None

    @property
    def episode(self) -> Episode:
        """The one that is played. RuntimeError before the first reset."""
        if self._episode is None:
            raise RuntimeError("call reset() first")
        return self._episode

    def reset(
        self, *, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[Observation, dict[str, Any]]:
        super().reset(seed=seed)
        game_seed = int(self.np_random.integers(SEEDS)) if seed is None else seed % SEEDS
        self._begin(self.task.begin(game_seed))
        return self.episode.observation(), self.episode.info()

    def step(self, action: Choice) -> tuple[Observation, float, bool, bool, dict[str, Any]]:
        episode = self.episode
        earned = episode.decide(action, self._renderer)
        if self.render_mode == "human":
            self._show()
        return episode.observation(), earned, episode.terminated, episode.truncated, episode.info()

    def render(self) -> npt.NDArray[np.uint8] | None:
        if self._renderer is None:
            return None
        if self.render_mode == "human":
            self._show()
            return None
        return self._renderer.pixels(self.episode.simulation.world)

    def close(self) -> None:
        if self._window is not None:
            self._window.close()
            self._window = None

    def clone_state(self) -> bytes:
        """The episode as it is now. RuntimeError before the first reset."""
        return self.episode.simulation.snapshot()

    def restore_state(self, state: bytes) -> Observation:
        """Goes on from `clone_state`; what is seen there. SnapshotError or ValueError for a state that does not fit."""
        self._begin(self.task.restore(state))
        return self.episode.observation()

    def _begin(self, episode: Episode) -> None:
        self._episode = episode
        if self.render_mode is not None:
            self._renderer = Renderer(episode.simulation.world)
        if self.render_mode == "human":
            self._show()

    def _show(self) -> None:
        if self._renderer is None:
            return
        if self._window is None:
            self._window = Window()
        self._window.show(self._renderer.draw(self.episode.simulation.world), self.metadata["render_fps"])
