"""The earlier hours of a place whose light grows: the same place in other colours."""

import msgspec

from sprites.bake.scenery.materials import Colour, colour, colours
from sprites.bake.scenery.spec import Hour, PlaceSpec, Props, Sky, Sun

SURFACES = frozenset({"colours", "edge", "colour", "slope_colour", "crest_colour", "haze"})
LIGHTS = frozenset({"tint", "halo", "rays"})
KEPT = {  # fields with a will of their own; the halo of props is a name
    Sky: frozenset({"colours"}),
    Sun: frozenset({"colours"}),
    Props: frozenset({"halo"}),
}
LUMA = (0.30, 0.55, 0.15)  # share of red, green and blue in brightness


def hours_of(place: PlaceSpec) -> list[PlaceSpec]:
    """The place at every step of its light, the full light last."""
    return [*(_at(place, hour) for hour in place.hours), place]


def _at(place: PlaceSpec, hour: Hour) -> PlaceSpec:
    layers = []
    for layer in place.layer:
        plain = msgspec.to_builtins(layer)
        changed = _regraded(plain, hour, KEPT.get(type(layer), frozenset()))
        if isinstance(layer, Sky):
            changed["colours"] = hour.sky
        layers.append(msgspec.convert(changed, type(layer)))
    return msgspec.structs.replace(place, layer=layers, seeds=hour.seeds, master=hour.master)


def _regraded(table: dict[str, object], hour: Hour, kept: frozenset[str]) -> dict[str, object]:
    """A copy of a layer's table in the colours of the hour, but for the fields in `kept`."""
    result: dict[str, object] = {}
    for name, value in table.items():
        if isinstance(value, dict):
            result[name] = _regraded(value, hour, kept)
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            result[name] = [_regraded(entry, hour, kept) for entry in value]
        elif name in SURFACES - kept and value is not None:
            result[name] = [_surface(c, hour) for c in value] if isinstance(value, list) else _surface(str(value), hour)
        elif name in LIGHTS - kept and value is not None:
            result[name] = _text(colour(str(value)) * hour.glow)
        else:
            result[name] = value
    return result


def _surface(text: str, hour: Hour) -> str:
    """A colour on the hour's scale of tones, with some of its own hue."""
    own = colour(text)
    brightness = float(own @ LUMA) / 255
    scale = colours(list(hour.tones))
    position = brightness * (len(scale) - 1)
    below = min(int(position), len(scale) - 2)
    toned = scale[below] + (scale[below + 1] - scale[below]) * (position - below)
    hue = own / max(1.0, float(own @ LUMA)) * float(toned @ LUMA)
    return _text(toned * (1 - hour.keep) + hue * hour.keep)


def _text(rgb: Colour) -> str:
    return "".join(f"{min(255, max(0, round(channel))):02x}" for channel in rgb.tolist())
