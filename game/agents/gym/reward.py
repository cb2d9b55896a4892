"""What an agent is paid: one row an event. The sum over a decision's events is its reward.

Scale: a stage played well earns some tens. Tokyo sends 1480 soldiers; burning all of them on the lines earns 30,
losing the whole city line costs 8.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from game.sim import events as happened
from game.sim.events import Event


class Pay(NamedTuple):
    weight: float
    times: str = ""  # the event's field that multiplies the weight; empty: the event counts once


REWARDS: Mapping[type[Event], Pay] = MappingProxyType(
    {
        happened.SoldierElectrocuted: Pay(0.02),  # lured and burned: what the game is about
        happened.SoldierClawed: Pay(0.01),
        happened.SoldierTrampled: Pay(0.01),
        happened.SoldierBurned: Pay(0.01),
        happened.SoldierRammed: Pay(0.01),
        happened.SoldierShot: Pay(0.01),
        happened.SoldiersCrossedLine: Pay(-0.1, "count"),
        happened.BlockDamaged: Pay(-0.35),  # broken, and again when it collapses: seven soldiers past the line
        happened.GameraBitten: Pay(-0.005, "vitality_lost"),  # of 1000
        happened.GameraHurt: Pay(-0.005, "vitality_lost"),
        happened.OxygenRose: Pay(-0.3),
        happened.FlowerUprooted: Pay(6.0),
        happened.FlowerToppled: Pay(6.0),
        happened.QueenHurt: Pay(0.005, "damage"),
        happened.QueenStaggered: Pay(0.5),
        happened.HornTorn: Pay(4.0),
        happened.ManaGathered: Pay(1.0),
        happened.QueenDestroyed: Pay(10.0),
        happened.SceneStarted: Pay(1.0),
        happened.StageWon: Pay(10.0),
        happened.StageLost: Pay(-10.0),
    }
)


def reward(events: Iterable[Event]) -> float:
    """What these events earn together."""
    total = 0.0
    for event in events:
        pay = REWARDS.get(type(event))
        if pay is not None:
            total += pay.weight * (getattr(event, pay.times) if pay.times else 1)
    return total
