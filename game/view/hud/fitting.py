"""How large a line of type may be in the place it has, and where in its height it stands."""

from game.view.text import GLYPH, WIDE_HEIGHT, any_wide, lift, text_width


def fitting_scale(text: str, wanted: int, width: int, height: int) -> int:
    """The largest scale up to `wanted` at which the line fits into so many px; 1 if none does."""
    fits = (scale for scale in range(wanted, 1, -1) if text_width(text, scale) <= width)
    return next((scale for scale in fits if _height(text) * scale <= height), 1)


def middle_y(text: str, height: int, scale: int = 1) -> int:
    """y to draw the line at so that it stands in the middle of a row of that height."""
    return (height - _height(text) * scale) // 2 + lift(text) * scale


def _height(text: str) -> int:
    return WIDE_HEIGHT if any_wide(text) else GLYPH
