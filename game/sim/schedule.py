"""The order of time. A test pins it; a new rule is one line here and one file in `systems/`."""

from collections.abc import Callable

from game.sim.systems.army import army
from game.sim.systems.artillery import artillery
from game.sim.systems.city import city
from game.sim.systems.director import director
from game.sim.systems.electrocute import electrocute
from game.sim.systems.fight import fight
from game.sim.systems.flower import flower
from game.sim.systems.gamera import gamera, listen
from game.sim.systems.operator import operator
from game.sim.systems.power import power
from game.sim.systems.queen import queen
from game.sim.systems.score import score
from game.sim.systems.scripted import scripted
from game.sim.systems.shots import shots
from game.sim.systems.swarm import swarm
from game.sim.systems.vigil import vigil
from game.sim.systems.waves import endless
from game.sim.world import World

System = Callable[[World], None]

SCHEDULE: tuple[System, ...] = (
    listen,  # the player's presses
    operator,  # commands to the grid: the player's, or the army's
    gamera,  # his state, movement and blows
    power,  # heat, charge, trips, breaks
    swarm,  # movement, and one kind of thinking a tick
    electrocute,  # surges into whatever sits on the wire
    flower,
    queen,
    army,
    artillery,
    shots,  # fireballs fly and burst
    fight,  # bites, and how he takes them
    city,  # what the swarm does to it; the line
    score,
    vigil,
    scripted,  # choreography
    endless,  # where the waves never stop
    director,  # the story: waves, words, scenes, won and lost; last, so that it hears the whole tick
)

FROZEN: tuple[System, ...] = (
    listen,
    operator,
    director,
)  # hit-stop: the world holds still, presses are not lost
