"""What an agent sees of a game as numbers: named groups of float32, every value within -1 to 1.

Groups have the same meaning on every stage; only those of circuits, spans, districts and blocks differ in length.
"""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from game.sim.components import Block, Body, Flower, FlowerState, GameraState, Queen, QueenState
from game.sim.content import moves
from game.sim.content.city import BLOCKS
from game.sim.content.finale import AIM_MOST
from game.sim.content.grid import BREAK_LOAD, BREAK_TICKS, BROKEN_TICKS, CHARGE_FULL
from game.sim.content.queen import PATTERNS
from game.sim.content.swarm import CLING_MOST, HOLD
from game.sim.power import CircuitState
from game.sim.soldiers import SoldierState
from game.sim.stage import Stage
from game.sim.units import GROUND_Y, VIEW_HEIGHT
from game.sim.world import World

Numbers = npt.NDArray[np.float32]

COLUMNS = 32  # the stage's width is counted in so many
NEAR_COLUMNS = 8
NEAR_REACH = 240.0  # px either side of Gamera that `near` covers
NEAR_HEIGHTS = (150.0, 240.0)  # y between its three bands: at the wires, at his chest, at his feet
HALF_FULL = 8.0  # soldiers in a cell that read as 0.5
SWARM_HALF = 100.0  # soldiers in all that read as 0.5
TELEGRAPH_LONGEST = 80.0  # ticks; the Queen's slowest attack
JUMP_HEIGHT = 200.0  # px
SCENES_MOST = 8

# Soldiers by what matters about them: 0 on foot, 1 in flight, 2 on a wire; 3: the others, not shown here.
KIND = np.full(len(SoldierState), 3, np.intp)
KIND[SoldierState.CRAWL], KIND[SoldierState.FLY], KIND[SoldierState.PERCH] = 0, 1, 2
KINDS = 3


class StateObserver:
    """Reads the worlds of one stage. `sizes` names the groups, in order, and how many numbers each has."""

    def __init__(self, stage: Stage) -> None:
        self._width = float(stage.width)
        self._readers: dict[str, tuple[int, Callable[[World], Numbers]]] = {
            "story": (8, self._story),
            "gamera": (18, self._gamera),
            "stance": (len(GameraState), lambda world: _one_hot(world.gamera.state, len(GameraState))),
            "circuits": (len(stage.circuit) * (len(CircuitState) + 5), self._circuits),
            "spans": (len(stage.spans()) * 3, self._spans),
            "districts": (len(stage.district), self._districts),
            "blocks": (len(stage.block), self._blocks),
            "swarm": (KINDS * COLUMNS, self._swarm),
            "near": (NEAR_COLUMNS * (len(NEAR_HEIGHTS) + 1), self._near),
            "queen": (6 + len(QueenState), self._queen),
            "flower": (5, self._flower),
        }
        self.sizes = {name: size for name, (size, _) in self._readers.items() if size}

    def groups(self, world: World) -> dict[str, Numbers]:
        """The groups of `sizes`, each a new array."""
        return {name: np.clip(self._readers[name][1](world), -1, 1) for name in self.sizes}

    def flat(self, world: World) -> Numbers:
        """All groups behind one another, in the order of `sizes`."""
        return np.concatenate(list(self.groups(world).values()))

    def _story(self, world: World) -> Numbers:
        direction, tally = world.direction, world.tally
        holds = world.line_holds()
        coming = sum(wave.left for wave in direction.waves)
        limit = world.stage.time_limit
        alive = world.soldiers.alive()
        return _numbers(
            max(0, direction.scene) / SCENES_MOST,
            world.tick / limit if limit else 0.0,
            bool(direction.script),
            coming / (coming + SWARM_HALF),
            alive / (alive + SWARM_HALF),
            world.overrun() / holds if holds else 0.0,
            tally.trust / 100,
            world.grid.live_count() / max(1, world.stage.supply),
        )

    def _gamera(self, world: World) -> Numbers:
        hero, body = world.gamera, world.gamera_body
        pull = world.field.at(body.x, body.y + moves.CHEST_Y)
        return _numbers(
            2 * body.x / self._width - 1,
            (GROUND_Y - body.y) / JUMP_HEIGHT,
            body.vx / moves.SPIN_SPEED,
            body.vy / moves.FALL_MOST,
            body.facing,
            hero.vitality / hero.vitality_full,
            hero.plasma / moves.PLASMA_FULL,
            hero.fuel / moves.FUEL_FULL,
            hero.clinging / CLING_MOST,
            hero.charge / moves.FIREBALLS[3].charge,
            (hero.roar_ready_at - world.tick) / moves.ROAR_COOLDOWN if hero.roar_ready_at > world.tick else 0.0,
            hero.angry_until > world.tick,
            hero.shelled,
            hero.limping,
            pull / (pull + HOLD),
            hero.grip,
            hero.mana,
            hero.beam_aim / AIM_MOST,
        )

    def _circuits(self, world: World) -> Numbers:
        rows = [
            np.concatenate(
                (
                    _one_hot(circuit.state, len(CircuitState)),
                    _numbers(
                        circuit.heat,
                        circuit.charge / CHARGE_FULL,
                        circuit.ready,
                        circuit.timer / BROKEN_TICKS,
                        circuit.perched / (circuit.perched + 4 * HALF_FULL),
                    ),
                )
            )
            for circuit in world.grid.circuits
        ]
        return np.concatenate(rows)

    def _spans(self, world: World) -> Numbers:
        """Load, strain, and on which side of Gamera its middle is and how far."""
        x = world.gamera_body.x
        return np.array(
            [
                (span.perched / BREAK_LOAD, span.strained / BREAK_TICKS, (world.lines.span_middle(number) - x) / 640)
                for number, span in enumerate(world.grid.spans)
            ],
            np.float32,
        ).ravel()

    def _districts(self, world: World) -> Numbers:
        return _numbers(*world.grid.dark)

    def _blocks(self, world: World) -> Numbers:
        return _numbers(*(block.strength / BLOCKS[block.kind].strength for _, block in world.entities.each(Block)))

    def _swarm(self, world: World) -> Numbers:
        """How many are in each column: all on foot, then all in flight, then all on wires."""
        soldiers = world.soldiers
        columns = (soldiers.position[0] * np.float32(COLUMNS / self._width)).astype(np.intp)
        np.clip(columns, 0, COLUMNS - 1, out=columns)
        cells = KIND[soldiers.state] * COLUMNS + columns
        return _squash(np.bincount(cells, minlength=KINDS * COLUMNS)[: KINDS * COLUMNS])

    def _near(self, world: World) -> Numbers:
        """Free soldiers around Gamera, from left to right: all at the height of wires, of his chest, of his feet."""
        soldiers, body = world.soldiers, world.gamera_body
        ahead = soldiers.position[0] - np.float32(body.x)
        near = (soldiers.state <= SoldierState.FLY) & (np.abs(ahead) < np.float32(NEAR_REACH))
        columns = ((ahead[near] + np.float32(NEAR_REACH)) * np.float32(NEAR_COLUMNS / 2 / NEAR_REACH)).astype(np.intp)
        bands = np.searchsorted(np.array(NEAR_HEIGHTS, np.float32), soldiers.position[1, near])
        cells = bands * NEAR_COLUMNS + np.minimum(columns, NEAR_COLUMNS - 1)
        return _squash(np.bincount(cells, minlength=NEAR_COLUMNS * (len(NEAR_HEIGHTS) + 1)))

    def _queen(self, world: World) -> Numbers:
        for _, mother, place in world.entities.each(Queen, Body):
            pattern = PATTERNS.get(mother.state)
            soon = max(0.0, 1 - (pattern.telegraph - mother.age) / TELEGRAPH_LONGEST) if pattern else 0.0
            strikes = pattern is not None and pattern.strikes(mother.age)
            return np.concatenate(
                (
                    _numbers(
                        (place.x - world.gamera_body.x) / self._width,
                        (place.x - world.gamera_body.x) / 640,
                        mother.vitality / mother.vitality_full if mother.vitality_full else 0.0,
                        mother.horn,
                        soon,
                        strikes,
                    ),
                    _one_hot(mother.state, len(QueenState)),
                )
            )
        return np.zeros(6 + len(QueenState), np.float32)

    def _flower(self, world: World) -> Numbers:
        for _, plant, root in world.entities.each(Flower, Body):
            distance = root.x - world.gamera_body.x
            stands = plant.state is FlowerState.ROOTED
            feeding = plant.feeding / (plant.feeding + SWARM_HALF)
            return _numbers(stands, distance / self._width, distance / VIEW_HEIGHT, plant.oxygen / 100, feeding)
        return np.zeros(5, np.float32)


def _numbers(*values: float) -> Numbers:
    return np.array(values, np.float32)


def _one_hot(value: int, size: int) -> Numbers:
    row = np.zeros(size, np.float32)
    row[value] = 1
    return row


def _squash(counts: npt.NDArray[np.intp]) -> Numbers:
    """Counts to 0 to 1: differences among few matter more than among many."""
    whole = counts.astype(np.float32)
    return whole / (whole + np.float32(HALF_FULL))
