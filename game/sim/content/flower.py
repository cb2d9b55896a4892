"""The flower: oxygen, growth, and what a hold on it takes."""

OXYGEN_FULL = 100.0
OXYGEN_DANGER = 90.0  # per cent from which a blast takes the city with it
FEED_REACH = 90.0  # px around its middle in which soldiers feed
HEIGHT = 190.0  # px above its root when grown
BLAST_GROWS = 0.9  # share by which a blast's reach grows at full oxygen
DANGER_REACH = 190.0  # px from the flower in which a blast counts as at it

GRIP_PRESS = 0.032  # of the whole, for every press
GRIP_HOLD = 0.0048  # a tick held: mashing is faster, holding is enough
GRIP_HOLD_AID = 0.006  # the same with the aid `hold_to_tear`: as fast as eight presses a second
GRIP_SLIPS = 0.0016  # a tick let go
GRIP_LOST = 0.18  # when he is hurt
GRIP_BITTEN = 40.0  # clingers that halve it
FLOWER_REACH = 96.0  # px
QUEEN_REACH = 215.0
