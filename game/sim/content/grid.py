"""The power grid's numbers.

Measured: a kill chance that grows with charge makes timing the skill; a flat one makes mashing best.
"""

from game.sim.units import ticks

HEAT_SECONDS = 18.0  # an empty live circuit overheats in this long; a full one in half
HEAT_LOAD_LIMIT = 1.5  # load beyond this times the span's capacity heats no faster
COOL_SECONDS = 8.0
CHARGE_READY = 3.0  # s live before it may surge
CHARGE_FULL = 7.0  # s for the full kill chance
CHARGE_LEAK = 1.0  # s of charge lost a second while dead

SURGE_TICKS = ticks(0.5)
SURGE_REACH = 14.0  # px from the wire
SURGE_KILLS_READY = 0.30  # chance to kill at 3 s of charge
SURGE_KILLS_FULL = 0.92  # and at 7 s

TRIP_AFTER_SURGE = ticks(6)
TRIP_OVERHEATED = ticks(8)
TRIP_OVERDRAWN = ticks(3)
BROKEN_TICKS = ticks(25)

SAG_EMPTY = 26.0  # px
SAG_LOADED = 20.0  # px more when full
SAG_FOLLOWS = 0.12  # share of the way to its load's sag, 15 times a second
SPAN_CAPACITY = 110  # soldiers that make a span "full"
BREAK_LOAD = 150  # soldiers on one span that strain it
BREAK_TICKS = ticks(7)
