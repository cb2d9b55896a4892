"""Icons, circuit states, nine-slice frames, blank key caps and pad buttons of the sheet `ui`."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from PIL import Image, ImageDraw
from scipy import ndimage

from sprites.bake.sheet import Pixels, Strip
from sprites.bake.ui_pixels import art, blank, box, line, opaque, outlined, read_source, still

FRAME = 24  # px, square
CUT = 3  # px of the cut corners
BUTTON = 17  # px, square
FACE_BUTTONS = {  # rim, body, shine
    "A": ("moss", "green", "lime"),
    "B": ("blood", "red", "rose"),
    "X": ("volt0", "volt1", "volt2"),
    "Y": ("rust", "orange", "gold"),
}
SHAPES = {"cross": "volt2", "circle": "rose", "square": "orchid", "triangle": "aqua"}  # of a PlayStation pad
SHAPE_CENTRE = 8  # px; the middle of a face button
DIRECTIONS = {"rest": "", "u": "u", "d": "d", "l": "l", "r": "r", "lr": "lr", "ud": "ud"}


def pieces() -> list[Strip]:
    return [*_icons(), *_circuits(), *_frames(), *_keys(), *_pads(), *_switches()]


def _icons() -> list[Strip]:
    source = read_source("icons")
    key = source["key"]
    strips = [
        still(f"icon/{name}", outlined(art(rows.splitlines(), key)), (1, 1)) for name, rows in source["icon"].items()
    ]
    for group in ("mini", "cursor"):
        strips += [still(f"{group}/{name}", art(rows.splitlines(), key)) for name, rows in source[group].items()]
    return strips


def _circuits() -> list[Strip]:
    return [still(f"circuit/{state}", _circuit(drawing)) for state, drawing in read_source("circuits").items()]


def _circuit(drawing: dict[str, Any]) -> Pixels:
    picture = blank(16, 16)
    for x in (0, 14):
        box(picture, x, 3, 2, 11, drawing["post"])
        box(picture, x, 3, 2, 2, drawing["cap"])
    for stroke in drawing["strokes"]:
        if "box" in stroke:
            box(picture, *stroke["box"], stroke["colour"])
        else:
            line(picture, stroke["line"], stroke["colour"])
    return picture


def _frames() -> list[Strip]:
    strips = [still(f"frame/{kind}", _frame(**colours)) for kind, colours in read_source("frames").items()]
    return [*strips, still("frame/inset", _inset())]


def _frame(fill: str, foot: str, edge: str, lip: str) -> Pixels:
    """Ink line, edge lit from upper left, two cut corners with the ink running around the cut."""
    picture = blank(FRAME, FRAME)
    box(picture, 0, 0, FRAME, FRAME, "ink")
    box(picture, 1, 1, FRAME - 2, FRAME - 2, foot)
    box(picture, 2, 2, FRAME - 4, FRAME - 4, fill)
    box(picture, 1, 1, FRAME - 2, 1, edge)
    box(picture, 1, 1, 1, FRAME - 2, edge)
    box(picture, 3, 3, FRAME - 6, 1, lip)
    steps = np.add.outer(np.arange(FRAME), np.arange(FRAME))
    cut = (steps < CUT) | (steps > 2 * (FRAME - 1) - CUT)
    rim = ndimage.binary_dilation(cut, np.ones((3, 3))) & ~cut
    inner = ndimage.binary_dilation(rim, np.ones((3, 3))) & ~rim & ~cut
    picture[rim] = opaque("ink")
    picture[inner & (steps < FRAME)] = opaque(edge)
    picture[inner & (steps >= FRAME)] = opaque(foot)
    picture[cut] = 0
    return picture


def _inset() -> Pixels:
    """A well: dark upper left edge, lit lower right edge."""
    picture = blank(FRAME, FRAME)
    box(picture, 0, 0, FRAME, FRAME, "slate")
    box(picture, 0, 0, FRAME - 1, FRAME - 1, "ink")
    box(picture, 1, 1, FRAME - 2, FRAME - 2, "abyss")
    return picture


def _keys() -> list[Strip]:
    """Blank key caps, 24 x 17, to be stretched and labelled when drawn."""
    return [
        still("key/up", _cap(0, "white", "pale", "slate")),
        still("key/down", _cap(2, "volt3", "volt2", "volt0")),
    ]


def _cap(sunk: int, rim: str, face: str, side: str) -> Pixels:
    width, height = FRAME, BUTTON
    picture = blank(width, height)
    box(picture, 1, sunk, width - 2, height - sunk, "ink")
    box(picture, 0, sunk + 1, width, 15 - sunk, "ink")
    box(picture, 1, sunk + 1, width - 2, 14 - sunk, "steel")
    box(picture, 1, 13, width - 2, 3, side)
    box(picture, 2, sunk + 1, width - 4, 12, rim)
    box(picture, 1, sunk + 2, width - 2, 10, rim)
    box(picture, 2, sunk + 2, width - 4, 10, face)
    return picture


def _pads() -> list[Strip]:
    strips = [still(f"pad/{name}", _face_button(*colours)) for name, colours in FACE_BUTTONS.items()]
    strips += [still(f"pad/{name}", _shaped_button(name, colour)) for name, colour in SHAPES.items()]
    strips.append(still("pad/round", _face_button("ink", "slate", "mist")))
    strips.append(still("pad/shoulder", _shoulder()))
    for name, pressed in DIRECTIONS.items():
        strips += [still(f"pad/dpad_{name}", _dpad(pressed)), still(f"pad/stick_{name}", _stick(pressed))]
    return strips


def _from_indices(picture: Image.Image, colours: Sequence[str]) -> Pixels:
    """Index 0 is empty, index n the n-th colour."""
    table = np.array([(0, 0, 0, 0), *(opaque(colour) for colour in colours)], np.uint8)
    return table[np.asarray(picture)]


def _face_button(rim: str, body: str, shine: str) -> Pixels:
    picture = Image.new("L", (BUTTON, BUTTON), 0)
    draw = ImageDraw.Draw(picture)
    draw.ellipse((0, 0, 16, 16), fill=1)
    draw.ellipse((1, 1, 15, 15), fill=2)
    draw.ellipse((2, 1, 14, 13), fill=3)
    draw.arc((2, 1, 14, 13), 180, 330, fill=4)
    return _from_indices(picture, ("ink", rim, body, shine))


def _shaped_button(shape: str, colour: str) -> Pixels:
    """Dark, with one of four shapes in its own colour."""
    sign = Image.new("L", (BUTTON, BUTTON), 0)
    draw = ImageDraw.Draw(sign)
    low, high, middle = SHAPE_CENTRE - 4, SHAPE_CENTRE + 4, SHAPE_CENTRE
    match shape:
        case "cross":
            draw.line((low + 1, low, high - 1, high - 2), fill=1)
            draw.line((low + 1, high - 2, high - 1, low), fill=1)
        case "circle":
            draw.ellipse((low, low - 1, high, high - 1), outline=1)
        case "square":
            draw.rectangle((low + 1, low, high - 1, high - 2), outline=1)
        case "triangle":
            draw.polygon((middle, low - 1, high, high - 3, low, high - 3), outline=1)
    picture = _face_button("ink", "deep", "steel")
    picture[np.asarray(sign) > 0] = opaque(colour)
    return picture


def _shoulder() -> Pixels:
    width = FRAME
    picture = blank(width, BUTTON)
    box(picture, 2, 1, width - 4, 15, "ink")
    box(picture, 1, 2, width - 2, 13, "ink")
    box(picture, 0, 5, width, 10, "ink")
    box(picture, 2, 2, width - 4, 12, "slate")
    box(picture, 1, 5, width - 2, 9, "slate")
    box(picture, 3, 2, width - 6, 1, "mist")
    box(picture, 2, 3, width - 4, 7, "steel")
    return picture


def _dpad(pressed: str) -> Pixels:
    picture = blank(BUTTON, BUTTON)
    box(picture, 5, 0, 7, 17, "ink")
    box(picture, 0, 5, 17, 7, "ink")
    box(picture, 6, 1, 5, 15, "slate")
    box(picture, 1, 6, 15, 5, "slate")
    for x, y in ((6, 1), (1, 6), (11, 6)):
        box(picture, x, y, 5, 1, "mist")
    for direction, (x, y) in {"u": (6, 1), "d": (6, 11), "l": (1, 6), "r": (11, 6)}.items():
        if direction in pressed:
            box(picture, x, y, 5, 5, "volt2")
            box(picture, x, y, 5, 1, "volt3")
    return picture


def _stick(pressed: str) -> Pixels:
    picture = Image.new("L", (BUTTON, BUTTON), 0)
    draw = ImageDraw.Draw(picture)
    draw.ellipse((0, 0, 16, 16), fill=1)
    draw.ellipse((1, 1, 15, 15), fill=2)
    x = 2 * (("r" in pressed) - ("l" in pressed))
    y = 2 * (("d" in pressed) - ("u" in pressed))
    draw.ellipse((4 + x, 4 + y, 12 + x, 12 + y), fill=1)
    draw.ellipse((5 + x, 5 + y, 11 + x, 11 + y), fill=3)
    draw.arc((5 + x, 5 + y, 11 + x, 11 + y), 180, 320, fill=4)
    return _from_indices(picture, ("ink", "slate", "steel", "pale"))


def _switches() -> list[Strip]:
    return [
        still("toggle/on", _toggle(on=True)),
        still("toggle/off", _toggle(on=False)),
        still("slider/knob", _knob("pale")),
        still("slider/knob_focus", _knob("white")),
    ]


def _toggle(*, on: bool) -> Pixels:
    """30 x 12: the knob's side and a mark (I, O) say the state, colour says it again."""
    picture = blank(30, 12)
    box(picture, 0, 0, 30, 12, "ink")
    box(picture, 1, 1, 28, 10, "volt1" if on else "deep")
    box(picture, 1, 1, 28, 1, "volt2" if on else "slate")
    knob = 18 if on else 2
    box(picture, knob, 2, 10, 8, "white" if on else "steel")
    box(picture, knob, 8, 10, 2, "mist" if on else "slate")
    if on:
        box(picture, 7, 4, 1, 4, "white")
    else:
        box(picture, 19, 4, 5, 4, "steel")
        box(picture, 20, 5, 3, 2, "deep")
    return picture


def _knob(face: str) -> Pixels:
    picture = blank(8, 13)
    box(picture, 0, 0, 8, 13, "ink")
    box(picture, 1, 1, 6, 11, face)
    box(picture, 1, 9, 6, 3, "mist")
    box(picture, 3, 3, 2, 6, "steel")
    return picture
