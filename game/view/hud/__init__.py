"""The head-up display: what is drawn over the world during play."""

from game.view.hud.display import Hud

__all__ = ["Hud"]
