"""The 32 colours of the user interface, by name, as `sprites/ui/palette.toml` gives them."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType

Colour = tuple[int, int, int]


def _read() -> Mapping[str, Colour]:
    text = (files("sprites") / "ui" / "palette.toml").read_text(encoding="utf-8")
    codes = {name: int(code, 16) for name, code in tomllib.loads(text).items()}
    return MappingProxyType({name: (code >> 16, code >> 8 & 255, code & 255) for name, code in codes.items()})


PALETTE = _read()
