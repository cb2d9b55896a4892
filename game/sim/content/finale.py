"""The last minute: the light, the chest, the beam."""

MANA_SECONDS = 24.0  # of looking up, undisturbed
MANA_LOST = 0.10  # of the whole, for every blow he takes
CALL_TICKS = 40  # he looks up at least this long
CHEST_TICKS = 150  # time to aim in; the plasma's key fires sooner
BEAM_TICKS = 150
AIM_SPEED = 0.55  # slope a second
AIM_START = 0.3
AIM_MOST = 0.5
CHEST = (30.0, -62.0)  # px from his feet when he faces right
DRIVES_OFF = 400.0  # px from him to which the opened chest drives her
DRIVES_BACK = 4.0  # px a tick
QUEEN_TALL = 170.0  # px of her that the beam may hit
BURNS_AFTER = 60  # ticks of beam on her
MISSED_KEEPS = 0.7  # mana left after a beam that did not end it
