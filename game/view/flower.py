"""The flower on the canvas."""

from game.sim.world import World
from game.view.lens import Lens


class FlowerView:
    def draw(self, world: World, lens: Lens, claw: tuple[float, float]) -> None:
        """Grows with its oxygen; `claw` is the hand that tears it out."""
