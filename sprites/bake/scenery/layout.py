"""Lays props out along a layer: pinned ones where the place wants them, the rest of a street front from a seed."""

import itertools
import random
from collections.abc import Callable

from sprites.bake.scenery.canvas import Canvas
from sprites.bake.scenery.finish import Finish, damaged
from sprites.bake.scenery.materials import DEEP, SHADE
from sprites.bake.scenery.props_camp import (
    asagi,
    battery,
    crates,
    crowd,
    lantern,
    missile_truck,
    scientists,
    sentry,
    tank,
    tent,
    troops,
)
from sprites.bake.scenery.props_foreground import (
    near_bicycle,
    near_bush,
    near_car,
    near_crowd,
    near_phone_box,
    near_pole,
    near_rail,
    near_roof,
    near_rubble,
    near_signal,
    near_vending_machine,
)
from sprites.bake.scenery.props_harbour import crane, ship, warehouse
from sprites.bake.scenery.props_houses import apartment, fence, house, tree
from sprites.bake.scenery.props_offices import department_store, office
from sprites.bake.scenery.props_power import hang_wire, pylon, substation, utility_pole
from sprites.bake.scenery.props_rail import level_crossing, station, viaduct
from sprites.bake.scenery.props_shops import petrol_station, shop
from sprites.bake.scenery.props_street import (
    car,
    guard_rail,
    hedge,
    street_lamp,
    traffic_light,
    vending_machine,
)
from sprites.bake.scenery.props_trees import bare_tree, pine
from sprites.bake.scenery.props_works import chimney, gas_holder, works_hall
from sprites.bake.scenery.ruin import rubble_heap
from sprites.bake.scenery.spec import Pin, Props, Zone, strip_x

PROPS: dict[str, Callable[..., Canvas]] = {
    function.__name__: function
    for function in (
        apartment,
        asagi,
        bare_tree,
        battery,
        car,
        chimney,
        crane,
        crates,
        crowd,
        department_store,
        fence,
        gas_holder,
        guard_rail,
        hedge,
        house,
        lantern,
        level_crossing,
        missile_truck,
        near_bicycle,
        near_bush,
        near_car,
        near_crowd,
        near_phone_box,
        near_pole,
        near_rail,
        near_roof,
        near_rubble,
        near_signal,
        near_vending_machine,
        office,
        petrol_station,
        pine,
        pylon,
        rubble_heap,
        scientists,
        sentry,
        ship,
        shop,
        station,
        street_lamp,
        substation,
        tank,
        tent,
        traffic_light,
        tree,
        troops,
        utility_pole,
        vending_machine,
        warehouse,
        works_hall,
    )
}
LIT_PROPS = frozenset({"apartment", "house", "office", "shop", "department_store"})
BASE_ROW = 230  # px of room above a layer's base
ROOM_BELOW = 12  # px, for cars that stand nearer than their layer's base


def draw_props(spec: Props, width: int, breaks: list[int], finish: Finish) -> Canvas:
    """A canvas of `width` px whose row BASE_ROW is the layer's base; no house straddles a break."""
    canvas = Canvas(width, BASE_ROW + ROOM_BELOW)
    if spec.train:
        deck = viaduct(width, spec.train.rise)
        canvas.paste(finish.of(deck, spec.seed), -1, BASE_ROW - deck.height - 1)
    _fill_zones(canvas, spec, breaks, finish)
    hung: list[Canvas] = []
    for number, pin in enumerate(sorted(spec.pins, key=lambda pin: pin.x)):
        hung.append(_pin(canvas, spec, pin, number, finish))
    if spec.wires == "span":
        _span(canvas, hung)
    elif spec.wires == "tangle":
        _tangle(canvas, hung, random.Random(spec.seed))
    return canvas


def _fill_zones(canvas: Canvas, spec: Props, breaks: list[int], finish: Finish) -> None:
    dice = random.Random(spec.seed)
    x, previous = -20, ""
    for zone in spec.zones:
        end = min(canvas.width, strip_x(zone.until, spec.depth))
        while x < end:
            name = _another(dice, zone, previous)
            prop = _broken(name, _draw(name, dice, zone), dice, zone)
            crossed = [edge for edge in breaks if x < edge < x + prop.width]
            if crossed and name in LIT_PROPS:
                if crossed[0] - x > 16:
                    shrub = tree(dice, min(26, crossed[0] - x))
                    _stand(canvas, shrub, x, BASE_ROW, finish, "tree")
                x = crossed[0]
                continue
            _stand(canvas, prop, x, BASE_ROW, finish, name)
            x += prop.width - (14 if name == "tree" else 8) + dice.randint(*zone.gap)
            previous = name


def _another(dice: random.Random, zone: Zone, previous: str) -> str:
    """A random prop of the zone; never two trees or fences in a row."""
    name = dice.choice(zone.props)
    while name == previous and name not in LIT_PROPS and len(set(zone.props)) > 1:
        name = dice.choice(zone.props)
    return name


def _draw(name: str, dice: random.Random, zone: Zone) -> Canvas:
    if name == "apartment":
        return apartment(dice, zone.lit, floors=dice.randint(3, 5), bays=dice.randint(3, 5))
    if name == "office":
        return office(dice, zone.lit, floors=dice.randint(5, 9))
    if name in LIT_PROPS:
        return PROPS[name](dice, lit=zone.lit)
    return PROPS[name](dice)


def _broken(name: str, prop: Canvas, dice: random.Random, zone: Zone) -> Canvas:
    """The prop, or by the zone's odds what is left of it."""
    if not zone.damage or name not in LIT_PROPS or dice.random() >= zone.damage:
        return prop
    stage, burning = dice.choice((1, 2)), dice.random() < zone.burning
    return damaged(name, prop, stage, dice.randrange(1 << 30), burning)


def _pin(canvas: Canvas, spec: Props, pin: Pin, number: int, finish: Finish) -> Canvas:
    """Draws a pinned prop centred on its x. Returns it with its wires in the layer's coordinates."""
    dice = random.Random(f"{spec.seed}/{spec.name}/{number}")
    prop = PROPS[pin.prop](dice, **pin.options)
    prop = damaged(pin.prop, prop, pin.damage, dice.randrange(1 << 30) if pin.damage else 0, pin.burning)
    if pin.flip:
        prop = prop.flipped()
    left = strip_x(pin.x, spec.depth) - prop.width // 2
    top = BASE_ROW - pin.rise - prop.height
    _stand(canvas, prop, left, BASE_ROW - pin.rise, finish, pin.prop)
    prop.wires = [(x + left, y + top) for x, y in prop.wires]
    return prop


def _stand(canvas: Canvas, prop: Canvas, left: int, row: int, finish: Finish, name: str) -> None:
    """Pastes a finished prop so that its lowest pixels lie just above `row`."""
    finished = finish.of(prop, left, name)
    canvas.paste(finished, left - 1, row - finished.height)


def _span(canvas: Canvas, pylons: list[Canvas]) -> None:
    """The earth wire and one conductor of each arm from pylon to pylon: all six would be a grey veil."""
    for here, there in itertools.pairwise(pylons):
        if not (here.wires and there.wires):  # one of them is a ruin
            continue
        for (x0, y0), (x1, y1) in list(zip(here.wires, there.wires, strict=True))[::2]:
            hang_wire(canvas, (x0, y0), (x1, y1), abs(x1 - x0) * 0.075, "dark", DEEP, sheen=SHADE)


def _tangle(canvas: Canvas, poles: list[Canvas], dice: random.Random) -> None:
    """Power and telephone lines from pole to pole, each with its own slack."""
    strung = [pole for pole in poles if pole.wires]
    for here, there in itertools.pairwise(strung):
        for start, end in list(zip(here.wires, there.wires, strict=True))[::3]:
            hang_wire(canvas, start, end, dice.uniform(5, 10), "dark", DEEP)
        (x0, y0), (x1, y1) = here.wires[-1], there.wires[-1]
        for _ in range(2):
            start, end = (x0, y0 + dice.randint(-6, 8)), (x1, y1 + dice.randint(-6, 8))
            hang_wire(canvas, start, end, dice.uniform(7, 16), "dark", DEEP)
