"""The swarm's numbers, found by long runs of the rules alone. Rates are a second; distances px; speeds px/s."""

# The potential a soldier climbs.
WIRE_STRENGTH = 240.0  # potential at distance d from a live wire: strength / (d + soft)
WIRE_SOFT = 24.0
NEAR_POTENTIAL = 1.0  # potential at which one's own place on the wire counts half
GLOW_SOFT = 90.0  # lights must be broad and weak: as sharp points they trap everyone
CITY_SLOPE = 8.0e-4  # per px: the great city beyond the line, felt alike everywhere; lights beat it within 40 px
NEST_STRENGTH = 300.0  # the flower: strength / (d + soft); it beats everything but a live line and an angry march
NEST_SOFT = 160.0
FLOWER_MIDDLE = 90.0  # px above its root
GAMERA_PULL = 15.0  # his slope at r px: pull / (r + soft)^2; the march beats it from 113 px
GAMERA_PULL_ANGRY = 110.0  # after he struck: from 350 px
GAMERA_SOFT = 24.0
ANGRY = 1.35  # factor on their hold, for a while after he strikes

# Flight.
FLY_SPEED = 320.0  # toward a live line
CRUISE_SPEED = 120.0  # where no line calls
FAINT_SLOPE = 1.5e-4  # gradients under this are felt less and less
BURST = 0.35  # wing beats: speed varies by this share in a rhythm of one's own
WANDER = 150.0
WANDER_TICKS = 8  # a direction is held this long
PLACE_SPEED = 0.9  # share of FLY_SPEED toward one's own place on the wire
PLACE_SOFT = 12.0
PLACE_BITS = 7  # a new place every 128 ticks, about 2 s
CROWD_PUSH = 26.0  # per soldier of difference between neighbouring cells
CROWD_PUSH_MOST = 160.0
CRUISE_TOP = 52.0  # y; where no line calls, the other half keeps a height of its own, mostly above his head
CRUISE_BAND = 144.0
CRUISE_HOLD = 1.2  # px/s for every px off it
SINK = 130.0  # the half that comes down to crawl where no line calls
SINK_BELOW = 0.3  # potential
CRAWL_MOST = 60.0
CRAWL_SHARE = 0.23  # of the drive that becomes crawling speed

# Changes of mind.
HOT = 0.22  # potential that lifts crawlers
TAKE_OFF = 1.4
TAKE_OFF_IDLE = 0.12
LAND = 8.0
PERCH_REACH = 11.0
PERCH_MOST = 3  # soldiers in 8 px of wire
PERCH_BIN_BITS = 3
PLACE_NEAR = 48.0
PERCH_ANYWHERE = 0.8
CLING_MOST = 140  # 60 reads as covered
CLING_REACH = 10.0
CLING_RATE = 5.0  # in reach of him while they are angry
CLING_RATE_CALM = 1.2  # he has done nothing: most march on past him
HOLD = 1.3  # potential that begins to peel a clinger
PEEL = 1.2
PEEL_MOST = 3.5
STAGGER_RECOVERY = 30  # ticks
RECLING = 80  # ticks before a peeled soldier may cling again

# Harm.
BITE = 0.25  # vitality a second, each clinger
SLOWED_BY = 45.0  # clingers that halve his walking speed
BLOCK_BITE = 1.6  # strength a second, each soldier on a building
GAMERA_HALF_WIDTH = 30.0  # px of his body for clinging
GAMERA_HALF_HEIGHT = 56.0
