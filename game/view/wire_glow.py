"""How a line with current shines: the colours of its wires and the light round them, by what it carries."""

import math
from dataclasses import dataclass

import pygame

from game.sim.content.grid import CHARGE_READY, SURGE_TICKS
from game.sim.power import Circuit, CircuitState
from game.view.art import brightened, canvas_format
from game.view.lens import Lens
from game.view.palette import Colour
from game.view.sheets import load_sheet

TILE_WIDTH = 16  # px of a tile of glow
TILE_EVERY = 8  # px from one tile to the next: two lie over every px, so each carries half of the light
STEPS = 12  # brightnesses a tile is prepared in
HOT = 0.7  # heat from which a line shows it
HEAT_SHARES = (0.0, 0.5, 0.7, 0.85)  # of red in its light, from cool to about to trip
CHARGED_HEAT_SHARES = (0.0, 0.25, 0.4, 0.55)  # less, so that a line that may surge still looks it
UPPER_SHARE = 0.8  # of the lowest wire's light, for the others
PULSE_TICKS = 40  # a charged line breathes 1.5 times a second
PULSE = 0.12  # share of its light; far below what counts as a flash
SURGE_FADE = 0.35  # of its light a surge loses until it ends

AIR_EVERY = 64  # px between two of the wide lights round a line
AIR_ABOVE = 14  # px; the middle of the three conductors
AIR_SHARE = 0.3  # of the line's own strength
POOL_EVERY = 80  # px between two pools of light on the street
POOL_SIZE = (160, 40)  # px
POOL_Y = 318.0  # the middle of the street
POOL_STEPS = 8
POOL_SHARE, POOL_SURGE_SHARE = 0.16, 0.6


@dataclass(frozen=True, slots=True)
class Mix:
    """A line's look without its heat: `light` is the share of each baked colour in its glow."""

    core: Colour
    edge: Colour
    air: str
    light: dict[str, float]


LIVE = Mix((206, 240, 255), (72, 150, 255), "blue", {"blue": 1.0})
READY = Mix((255, 248, 208), (255, 196, 92), "orange", {"orange": 1.0, "white": 0.5})
FULL = Mix((255, 255, 240), (255, 222, 140), "orange", {"orange": 0.8, "white": 0.9})
SURGE = Mix((255, 255, 255), (150, 214, 255), "blue", {"blue": 0.9, "white": 0.7})
OVERHEATED = Mix((255, 218, 206), (255, 92, 78), "red", {"red": 1.0})
MIXES = {"live": LIVE, "ready": READY, "full": FULL, "surge": SURGE}


@dataclass(frozen=True, slots=True)
class Shine:
    """A line's look at one heat."""

    core: Colour
    edge: Colour
    air: str  # colour of the wide lights and of the pools on the street
    tiles: tuple[pygame.Surface, ...]  # of glow, faint to bright


class WireGlow:
    """Every look a line can have, mixed once."""

    def __init__(self) -> None:
        self._shines = {
            (name, step): _shine(mix, share)
            for name, mix in MIXES.items()
            for step, share in enumerate(HEAT_SHARES if mix is LIVE else CHARGED_HEAT_SHARES)
        }
        self._pools = {mix.air: _pools(mix.air) for mix in (*MIXES.values(), OVERHEATED)}

    def shine(self, circuit: Circuit) -> Shine:
        """The look of a circuit that carries current; of one that lost it, as it fades."""
        return self._shines[mood_of(circuit), heat_step(circuit)]

    def tiles(self, circuit: Circuit, strength: float) -> tuple[pygame.Surface, ...]:
        """The tile of glow that repeats along each of the three conductors, lowest first."""
        tiles = self.shine(circuit).tiles
        upper_strength = strength if circuit.state is CircuitState.SURGING else strength * UPPER_SHARE
        lowest, upper = (tiles[min(STEPS - 1, int(share * STEPS))] for share in (strength, upper_strength))
        return lowest, upper, upper

    def draw_round(self, lens: Lens, circuit: Circuit, lowest: list[tuple[int, int]], strength: float) -> None:
        """Adds the wide lights round the canvas points of the lowest conductor, and those on the street below."""
        shine = self.shine(circuit)
        surging = circuit.state is CircuitState.SURGING
        pool_share = strength * (POOL_SURGE_SHARE if surging else POOL_SHARE)
        pool = self._pools[shine.air][min(POOL_STEPS - 1, int(pool_share * POOL_STEPS))]
        # These hang in the world, not on the view, so that they do not swim as it moves.
        for x, y in lowest:
            if (x + lens.left) % AIR_EVERY < TILE_EVERY:
                lens.lights.add(shine.air, 160, x, y - AIR_ABOVE, AIR_SHARE * strength)
            if (x + lens.left) % POOL_EVERY < TILE_EVERY:
                left, top = x - POOL_SIZE[0] // 2, int(POOL_Y) - lens.top - POOL_SIZE[1] // 2
                lens.lights.add_picture(pool, left, top)


def mood_of(circuit: Circuit) -> str:
    """The key in MIXES of a circuit that carries current."""
    if circuit.state is CircuitState.SURGING:
        return "surge"
    if circuit.full:
        return "full"
    return "ready" if circuit.ready else "live"


def heat_step(circuit: Circuit) -> int:
    """How hot it looks: 0 to the last of HEAT_SHARES."""
    if circuit.heat <= HOT or circuit.state is CircuitState.SURGING:
        return 0
    hottest = len(HEAT_SHARES) - 1
    return min(hottest, 1 + int((circuit.heat - HOT) / (1 - HOT) * hottest))


def strength_of(circuit: Circuit, tick: int) -> float:
    """0 to 1: how brightly the line shines. Grows with its charge."""
    if circuit.state is CircuitState.SURGING:
        return 1 - SURGE_FADE * (1 - circuit.timer / SURGE_TICKS)
    if circuit.ready:
        swell = 0.5 + 0.5 * math.sin(2 * math.pi * tick / PULSE_TICKS)
        return (0.94 if circuit.full else 0.86) - PULSE * swell
    return 0.5 + 0.3 * min(1.0, circuit.charge / CHARGE_READY)


def _shine(mix: Mix, heat: float) -> Shine:
    light = {colour: share * (1 - heat) for colour, share in mix.light.items()}
    light["red"] = light.get("red", 0.0) + heat
    core, edge = (mixed(cool, hot, heat) for cool, hot in ((mix.core, OVERHEATED.core), (mix.edge, OVERHEATED.edge)))
    return Shine(core, edge, OVERHEATED.air if heat >= 0.5 else mix.air, _tiles(light))


def mixed(first: Colour, second: Colour, share: float) -> Colour:
    """The colour `share` of the way from the first to the second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def _tiles(light: dict[str, float]) -> tuple[pygame.Surface, ...]:
    glows = load_sheet("glows")
    frames = {colour: glows[f"wire_glow/{colour}"].frames[0].image for colour in light}
    full = pygame.Surface(next(iter(frames.values())).get_size(), 0, canvas_format())
    for colour, share in light.items():
        full.blit(brightened(frames[colour], min(1.0, share)), (0, 0), special_flags=pygame.BLEND_RGB_ADD)
    overlap = TILE_EVERY / TILE_WIDTH
    return tuple(brightened(full, overlap * (step + 1) / STEPS) for step in range(STEPS))


def _pools(colour: str) -> tuple[pygame.Surface, ...]:
    """A round light seen at the flat angle of the street."""
    image = load_sheet("glows")[f"glow/{colour}/160"].frames[0].image
    flat = pygame.Surface(POOL_SIZE, 0, canvas_format())
    flat.blit(pygame.transform.scale(image, POOL_SIZE), (0, 0))
    return tuple(brightened(flat, (step + 1) / POOL_STEPS) for step in range(POOL_STEPS))
