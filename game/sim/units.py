"""The world's measures. 1 unit = 1 logical pixel, about 0.7 m; x to the right, y downward; time in ticks."""

TICKS_PER_SECOND = 60
SECONDS_PER_TICK = 1 / TICKS_PER_SECOND

VIEW_WIDTH = 640  # px
VIEW_HEIGHT = 360  # px
GROUND_Y = 300.0  # px; feet stand here

CELL = 16  # px; edge of a cell of the field and of the crowd's density grid


def ticks(seconds: float) -> int:
    """Whole ticks in that many seconds, rounded to the nearest."""
    return round(seconds * TICKS_PER_SECOND)
