"""People who flee: cars that leave the city for the side from which nothing comes, in the first minute of a stage."""

from dataclasses import dataclass

import numpy as np

from game.sim.events import Event, SendaiLost
from game.sim.units import GROUND_Y, SECONDS_PER_TICK, VIEW_WIDTH
from game.sim.world import World
from game.view.art import keyed_sheet
from game.view.lens import Lens

CITIES = frozenset({"sapporo", "sendai", "tokyo", "legion"})
MODELS = ("sedan", "sedan", "taxi", "van", "kei", "kei", "courier", "bus")  # as often as they are seen
FLEE_TICKS = 60 * 60  # after a minute nobody is left
CHANCE = 0.022  # that a car comes into view in a tick
SPEED, SPEED_VARIES = 165.0, 45.0  # px/s
LANES = (GROUND_Y + 3, GROUND_Y + 9)  # y of the wheels; the far kerb, behind all who fight
OUTSIDE = 40.0  # px beyond the view at which they come and go
LIGHT_AHEAD, LIGHT = 6.0, 0.5  # px before its nose; of full strength
SHORE_X = 300.0  # px; no road leads farther left


@dataclass(frozen=True, slots=True)
class Car:
    model: str
    x: float
    y: float
    speed: float  # px/s, to the left


class Traffic:
    def __init__(self, place: str, dice: np.random.Generator) -> None:
        self._sheet = keyed_sheet("army")
        self._dice = dice
        self._flees = place in CITIES
        self._cars: list[Car] = []
        self._tick = 0

    def observe(self, world: World, events: list[Event], view_left: int) -> None:
        """One tick, with the world x of the view's left edge."""
        self._tick += 1
        self._cars = [_driven(car) for car in self._cars if car.x > max(SHORE_X, view_left - 2 * OUTSIDE)]
        if any(isinstance(event, SendaiLost) for event in events):
            self._flees, self._cars = False, []
        if self._flees and world.tick < FLEE_TICKS and self._dice.random() < CHANCE:
            model, lane = MODELS[self._dice.integers(len(MODELS))], LANES[self._dice.integers(len(LANES))]
            speed = SPEED + float(self._dice.uniform(-SPEED_VARIES, SPEED_VARIES))
            self._cars.append(Car(model, view_left + VIEW_WIDTH + OUTSIDE, lane, speed))

    def draw(self, lens: Lens) -> None:
        for car in sorted(self._cars, key=lambda car: car.y):
            x = car.x + car.speed * SECONDS_PER_TICK * (1 - lens.alpha)
            if lens.sees(x - OUTSIDE, x + OUTSIDE):
                frame = self._sheet[f"car/{car.model}/left"].at(self._tick)
                lens.blit(frame.image, x, car.y, frame.pivot_x, frame.pivot_y)
                lens.light("orange", 24, x - frame.pivot_x - LIGHT_AHEAD, car.y - 3, LIGHT)

    def __len__(self) -> int:
        return len(self._cars)


def _driven(car: Car) -> Car:
    return Car(car.model, car.x - car.speed * SECONDS_PER_TICK, car.y, car.speed)
