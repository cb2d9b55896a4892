"""`campaign`: plays the whole film as well as we can. One small player a situation; the stage decides which."""

from typing import ClassVar

from game.agents.fighter import Fighter
from game.agents.grid_hand import GridHand
from game.sim import IDLE, Action, Button, GridVerb, Simulation
from game.sim.components import Body, Flower, FlowerState, GameraState, Queen, QueenState
from game.sim.content.flower import FLOWER_REACH, QUEEN_REACH
from game.sim.content.moves import FIREBALLS, SPIN_FUEL
from game.sim.content.queen import PATTERNS
from game.sim.power import CircuitState
from game.sim.systems.grapple import takes_the_horn

BRACE = 12  # ticks before a strike at which the guard goes up
AIM_SLACK = 0.02  # slope
SEA_X = 200.0  # px; where he goes when the flower is gone
STAND_AND_FIGHT = "Throw them off"  # an objective of Sapporo
MASH_PERIOD = 6  # ticks between presses


def _toward(goal: float, x: float, near: float = 12.0) -> int:
    return 0 if abs(goal - x) < near else 1 if goal > x else -1


class LineKeeper:
    """The lines of Tokyo: works the grid, stands under the live line and keeps still while it peels him."""

    CLINGING = 8  # from here on he goes to stand under a wire

    def __init__(self) -> None:
        self.fighter = Fighter()
        self.hand = GridHand()

    def act(self, simulation: Simulation) -> Action:
        world = simulation.world
        under = self.hand.shelter(simulation) if world.gamera.clinging >= self.CLINGING else None
        still = under is not None and abs(under - world.gamera_body.x) < 220
        body = self.fighter.act(simulation, under, still)
        verb, target = self.hand.command(simulation)
        return Action(body.buttons, body.move, body.aim, verb, target)


class Gardener:
    """The flowers: through the swarm to the root, and out with it; no fire where it could take the city."""

    def act(self, simulation: Simulation, root: float) -> Action:
        world = simulation.world
        hero, body = world.gamera, world.gamera_body
        if hero.state is GameraState.GRAPPLE:
            return Action(Button(0) if simulation.tick % MASH_PERIOD == 0 else Button.ATTACK)
        if hero.clinging > 30:
            return self._shake_off(simulation)
        if abs(root - body.x) < FLOWER_REACH - 10:
            return Action(Button.ATTACK if simulation.tick % MASH_PERIOD else Button(0))
        if not hero.limping and hero.state is GameraState.IDLE and hero.fuel >= SPIN_FUEL and hero.clinging > 12:
            return Action(Button.GUARD, _toward(root, body.x))
        return Action(move=_toward(root, body.x))

    def flee(self, simulation: Simulation, goal: float) -> Action:
        """Breaks out toward `goal`: spins through them while there is fuel, and does not stay to fight."""
        hero, side = simulation.world.gamera, _toward(goal, simulation.world.gamera_body.x)
        if hero.clinging > 4 and hero.fuel >= SPIN_FUEL and side:
            return Action(Button.GUARD, side)
        if hero.clinging > 30:
            return self._shake_off(simulation)
        return Action(move=side)

    def _shake_off(self, simulation: Simulation) -> Action:
        world = simulation.world
        if simulation.tick >= world.gamera.roar_ready_at:
            return Action(Button.ROAR if simulation.tick & 1 else Button(0))
        if world.gamera.fuel >= SPIN_FUEL and not world.gamera.limping:
            return Action(Button.GUARD, world.gamera_body.facing)
        return Action(Button.ATTACK if simulation.tick % 8 == 0 else Button(0))


class Duelist:
    """The Queen: guard what she telegraphs, claw when near, burn when far, take the horn when she reels."""

    def __init__(self) -> None:
        self.charging_until = 0

    def act(self, simulation: Simulation, mother: Queen, place: Body) -> Action:
        world = simulation.world
        hero, body = world.gamera, world.gamera_body
        distance = abs(place.x - body.x)
        side = 1 if place.x > body.x else -1
        if hero.state is GameraState.GRAPPLE:
            return Action(Button(0) if simulation.tick % MASH_PERIOD == 0 else Button.ATTACK)
        if _strikes_soon(mother, distance):
            return Action(Button.GUARD)
        if hero.state is GameraState.CHARGE:
            return Action(Button.FIRE if simulation.tick < self.charging_until else Button(0))
        if takes_the_horn(mother):
            if distance < QUEEN_REACH - 15:
                return Action(Button.ATTACK if simulation.tick % MASH_PERIOD else Button(0))
            return Action(move=side)
        if hero.clinging > 14 and simulation.tick >= hero.roar_ready_at:
            return Action(Button.ROAR if simulation.tick & 1 else Button(0))
        if hero.clinging > 20 and hero.fuel >= SPIN_FUEL:
            return Action(Button.GUARD, side)
        if body.facing != side:
            return Action(move=side)
        if distance > 200 and hero.plasma >= FIREBALLS[1].plasma and mother.state is not QueenState.BARRIER:
            level = 2 if hero.plasma < FIREBALLS[3].plasma else 3
            self.charging_until = simulation.tick + FIREBALLS[level].charge + 2
            return Action(Button.FIRE)
        if distance < 185:
            return Action(Button.ATTACK if simulation.tick % 8 == 0 else Button(0))
        return Action(move=side)


def _strikes_soon(mother: Queen, distance: float) -> bool:
    pattern = PATTERNS.get(mother.state)
    if pattern is None or pattern.damage == 0 or distance > pattern.far + 60:
        return False
    return pattern.telegraph - BRACE <= mother.age < pattern.telegraph + pattern.strike


class LightBringer:
    """Dawn's last scene: gathers the light, guards between, aims and fires."""

    def act(self, simulation: Simulation, mother: Queen, place: Body) -> Action:
        world = simulation.world
        hero, body = world.gamera, world.gamera_body
        if hero.state in (GameraState.CHEST, GameraState.BEAM):
            distance = abs(place.x - body.x)
            wished = 20.0 / max(60.0, distance)
            difference = wished - hero.beam_aim
            return Action(aim=0 if abs(difference) < AIM_SLACK else 1 if difference > 0 else -1)
        if _strikes_soon(mother, abs(place.x - body.x)):
            return Action(Button.GUARD)
        if hero.state is GameraState.LOOK_UP:
            return Action(Button.ROAR)
        return Action(Button.ROAR if simulation.tick & 1 else Button(0))


class Campaign:
    """Hands the body to whoever knows the situation."""

    def __init__(self) -> None:
        self.line_keeper = LineKeeper()
        self.gardener = Gardener()
        self.duelist = Duelist()
        self.light_bringer = LightBringer()
        self.watcher = Watcher()

    def act(self, simulation: Simulation) -> Action:
        world = simulation.world
        if world.direction.script:
            return IDLE
        if world.stage.vigil:
            return self.watcher.act(simulation)
        for _, mother, place in world.entities.each(Queen, Body):
            if mother.fights and mother.state is not QueenState.BREAK:
                if world.stage.finale and world.direction.scene == len(world.stage.scene) - 1:
                    return self.light_bringer.act(simulation, mother, place)
                return self.duelist.act(simulation, mother, place)
        for _, plant, root in world.entities.each(Flower, Body):
            if plant.state is FlowerState.ROOTED:
                return self.gardener.act(simulation, root.x)
            if world.direction.objective == STAND_AND_FIGHT:
                return self.line_keeper.fighter.act(simulation)
            return self.gardener.flee(simulation, SEA_X)
        return self.line_keeper.act(simulation)


class Watcher:
    """The vigil: does what the scientists ask for, at a person's pace; then holds the light."""

    PACE = 120  # ticks between commands
    # By objective: the commands, and the state each is given in.
    ASKED: ClassVar = {
        "Switch line 1 on": ((GridVerb.TOGGLE, 0, CircuitState.OFF),),
        "Only line 2 on": ((GridVerb.TOGGLE, 0, CircuitState.LIVE), (GridVerb.TOGGLE, 1, CircuitState.OFF)),
        "Both lines on": ((GridVerb.TOGGLE, 1, CircuitState.OFF), (GridVerb.TOGGLE, 0, CircuitState.OFF)),
        "Switch a line on": ((GridVerb.TOGGLE, 1, CircuitState.OFF),),
        "Wait till it is full. Surge.": (
            (GridVerb.TOGGLE, 1, CircuitState.OFF),
            (GridVerb.SURGE, 1, CircuitState.LIVE),
        ),
        "All lines off": ((GridVerb.TOGGLE, 0, CircuitState.LIVE), (GridVerb.TOGGLE, 1, CircuitState.LIVE)),
    }

    def act(self, simulation: Simulation) -> Action:
        direction, circuits = simulation.world.direction, simulation.world.grid.circuits
        if direction.holding:
            return Action(Button.ATTACK)
        if simulation.tick % self.PACE:
            return IDLE
        for verb, number, state in self.ASKED.get(direction.objective, ()):
            circuit = circuits[number]
            if circuit.state is state and (verb is GridVerb.TOGGLE or circuit.full):
                return Action(grid=verb, target=number)
        return IDLE
