"""What the film's own events look like: the Queen's, the flower's, the army's, and Gamera's great moments."""

from game.sim.components import Body, Flower, QueenState
from game.sim.events import (
    BeamFired,
    ChestOpened,
    CityBlasted,
    Event,
    FireballDeflected,
    FlowerToppled,
    FlowerUprooted,
    GameraAscended,
    GameraRose,
    GameraWentUnder,
    GameraWoke,
    GrappleBegan,
    GunFired,
    HornTorn,
    LightHeld,
    ManaCalled,
    ManaGathered,
    MissileHit,
    MissileLaunched,
    PendantShattered,
    QueenBurrowed,
    QueenBurst,
    QueenCollapsed,
    QueenDestroyed,
    QueenHurt,
    QueenRose,
    QueenStaggered,
    QueenStruck,
    QueenTookWing,
    ScriptStarted,
    SeedLaunched,
    SendaiLost,
    WingsHit,
)
from game.sim.units import GROUND_Y
from game.sim.world import World
from game.view.ascent import climb, seen_height
from game.view.effects import Effects
from game.view.queen_breaking import CRACK_TICKS
from game.view.swell import Swell

HEART_Y = -58.0  # px from Gamera's feet
PENDANT = (694.0, 276.0)  # in Asagi's hands, at the vigil
RUIN_TICKS = 60 * 40
DOME_AFTER = 28  # ticks after the plant begins to topple; its last picture meets the white
SENDAI_GOES = Swell(wait=44, rise=38, stay=90, fade=150, height=1.0)
SENDAI_GONE = Swell(wait=0, rise=1, stay=60, fade=150, height=1.0)  # if the way to it was skipped
SHE_BREAKS = Swell(wait=CRACK_TICKS - 24, rise=28, stay=4, fade=64, height=0.45, colour=(255, 240, 200))
PENDANT_SHINES = Swell(wait=0, rise=40, stay=10, fade=90, height=0.35)
SEED_GOES = Swell(wait=50, rise=60, stay=200, fade=60, height=0.9, colour=(240, 255, 196))
CITY_GOES = Swell(wait=0, rise=50, stay=200, fade=60, height=1.0)


def show_film(event: Event, world: World, effects: Effects) -> None:
    """Starts what the event looks like."""
    match event:
        case QueenStruck() | QueenHurt() | FireballDeflected() | QueenStaggered() | HornTorn():
            _duel(event, world, effects)
        case QueenBurst() | QueenTookWing() | QueenBurrowed() | QueenCollapsed() | QueenRose() | QueenDestroyed():
            _queen(event, effects)
        case GunFired() | MissileLaunched() | MissileHit() | WingsHit():
            _army(event, effects)
        case GrappleBegan() | FlowerUprooted() | FlowerToppled() | SeedLaunched() | CityBlasted() | SendaiLost():
            _flower(event, effects)
        case ScriptStarted(name="sendai_blast"):
            for _, _, plant in world.entities.each(Flower, Body):
                effects.play("blast_dome", plant.x, GROUND_Y + 6, wait=DOME_AFTER)
            effects.swell(SENDAI_GOES)
        case _:
            _gamera(event, world, effects)


def _earth(effects: Effects, x: float, half: float, count: int, strength: float) -> None:
    """The street breaks open: dust over `half` px either side, chunks thrown."""
    for number in range(count):
        side = (number / max(1, count - 1) * 2 - 1) * half
        effects.play(f"dust_burst/{effects.ground}", x + side, GROUND_Y + 3 + number % 3 * 3, wait=abs(int(side)) // 14)
    effects.particles.burst("concrete", x, GROUND_Y - 6, round(10 * strength), 120 * strength, push=(0, -170), life=90)
    effects.particles.burst("dust", x, GROUND_Y, round(16 * strength), 150, push=(0, -90), life=44)


def _blasts(effects: Effects, x: float, y: float, spread: float, count: int, every: int, wait: int = 0) -> None:
    """Explosions over a body, one after the other."""
    for number in range(count):
        dx, dy = effects.jitter(spread)
        size = ("L", "M", "M", "S")[number % 4]
        effects.play(f"explosion/{size}", x + dx, y + dy * 0.6, wait=wait + number * every)


def _duel(event: Event, world: World, effects: Effects) -> None:
    match event:
        case QueenStruck(pattern=pattern, x=x):
            side = 1 if world.gamera_body.x > x else -1
            if pattern == QueenState.IMPALE:
                _earth(effects, x + 170 * side, 70, 4, 1.2)
                effects.play("impale", x + 230 * side, GROUND_Y + 4)
                effects.play(f"shock_ring/{effects.ground}", x + 190 * side, GROUND_Y + 5)
            elif pattern == QueenState.RAM:
                _earth(effects, x, 110, 6, 1.0)
            elif pattern == QueenState.WHIPS:
                _earth(effects, x + 120 * side, 60, 3, 0.7)
            elif pattern == QueenState.SPAWN:
                _earth(effects, x, 110, 6, 1.0)
                for dx in (-50, 0, 60):
                    effects.play("spawn_burst", x + dx, GROUND_Y - 60, wait=abs(dx) // 10)
        case QueenHurt(damage=damage, x=x, y=y):
            effects.play("hit_sparks/L" if damage >= 16 else "hit_sparks/S", x, y)
            effects.play("ichor", x, y)
            effects.particles.burst("yellow", x, y, min(14, 3 + round(damage / 5)), 190, life=22)
            if damage >= 30:
                effects.particles.burst("soldier", x, y, 5, 150, push=(0, -100), life=70)
        case FireballDeflected(x=x, y=y):
            effects.play("guard_spark", x, y)
            effects.particles.burst("blue", x, y, 22, 220, life=30)
            effects.glimmer("blue", 160, x, y, 1.0, 16)
        case QueenStaggered(x=x):
            _earth(effects, x, 120, 7, 0.9)
            effects.particles.burst("yellow", x, GROUND_Y - 110, 26, 200, life=34)
            effects.glimmer("white", 160, x, GROUND_Y - 100, 0.7, 16)
        case HornTorn(x=x, y=y):
            effects.particles.burst("soldier", x, y, 26, 240, push=(0, -160), life=110)
            effects.particles.burst("blue", x, y, 60, 280, push=(0, -60), life=50)
            effects.particles.burst("yellow", x, y, 30, 220, life=34)
            effects.play("explosion/M", x, y)
            effects.glimmer("blue", 160, x, y, 1.0, 50)
            effects.glimmer("white", 160, x, y, 1.0, 24)
            effects.white(0.3)


def _queen(event: Event, effects: Effects) -> None:
    match event:
        case QueenBurst(x=x):
            _earth(effects, x, 170, 11, 3.2)
            effects.play(f"burrow/{effects.ground}", x, GROUND_Y + 6)
            _earth(effects, x - 60, 60, 4, 2.0)
            effects.play(f"shock_ring/{effects.ground}", x, GROUND_Y + 6)
            for number in range(8):
                dx, dy = effects.jitter(110)
                effects.play("smoke_puff/L", x + dx, GROUND_Y - 30 + dy * 0.3, wait=4 * number, drift=(dx / 160, -0.6))
        case QueenBurrowed(x=x):
            for number in range(3):
                effects.play(f"burrow/{effects.ground}", x - 20, GROUND_Y + 6, wait=30 * number)
            for number in range(9):
                _dig(effects, x, number * 9)
        case QueenTookWing(x=x):
            _earth(effects, x, 190, 9, 0.8)
        case QueenCollapsed(x=x):
            for number in range(3):
                effects.play(f"shock_ring/{effects.ground}", x - 60 + 60 * number, GROUND_Y + 5, wait=24)
            for number in range(11):
                effects.play(
                    f"dust_burst/{effects.ground}", x - 150 + 30 * number, GROUND_Y + 4, wait=24 + number % 3 * 3
                )
            effects.particles.burst("concrete", x, GROUND_Y - 6, 30, 220, push=(0, -160), life=100)
            for number in range(6):
                dx, dy = effects.jitter(90)
                effects.play("smoke_puff/L", x + dx, GROUND_Y - 70 + dy * 0.4, wait=40 + 9 * number, drift=(0.1, -0.5))
        case QueenRose(x=x):
            _earth(effects, x, 130, 7, 1.2)
            effects.particles.burst("fire", x - 80, GROUND_Y - 110, 40, 180, life=50)
            effects.glimmer("red", 160, x - 80, GROUND_Y - 110, 1.0, 60)
        case QueenDestroyed(x=x, y=y):
            _blasts(effects, x, y, 110, 10, 5)
            _blasts(effects, x, y, 130, 14, 2, wait=CRACK_TICKS)
            _blasts(effects, x, y + 40, 170, 10, 8, wait=CRACK_TICKS + 14)
            for number in range(4):
                effects.play("shock_ring/earth", x - 90 + 60 * number, GROUND_Y + 5, wait=CRACK_TICKS + 2 * number)
            effects.after(CRACK_TICKS, lambda: _thrown(effects, x, y))
            effects.swell(SHE_BREAKS)


def _dig(effects: Effects, x: float, wait: int) -> None:
    for side in (-120, -80, -40, 0, 50, 90):
        effects.play(f"dust_burst/{effects.ground}", x + side + wait % 17, GROUND_Y + 4, wait=wait)
    effects.after(
        wait, lambda: effects.particles.burst("concrete", x - 60, GROUND_Y - 4, 6, 170, push=(40, -150), life=70)
    )


def _thrown(effects: Effects, x: float, y: float) -> None:
    """What flies when she goes."""
    effects.particles.burst("fire", x, y, 180, 420, push=(30, -120), life=90)
    effects.particles.burst("yellow", x, y, 120, 520, push=(30, -60), life=60)
    effects.particles.burst("soldier", x, y, 60, 340, push=(40, -200), life=150)
    effects.particles.burst("concrete", x, GROUND_Y - 4, 40, 300, push=(20, -240), life=120)
    effects.glimmer("white", 160, x, y, 1.0, 40)
    for side in (-70, 10, 80):
        effects.burn(x + side, GROUND_Y + 2, "L" if side == 10 else "M", RUIN_TICKS)


def _army(event: Event, effects: Effects) -> None:
    match event:
        case GunFired(x=x, y=y, target_x=target_x, target_y=target_y):
            side = 1 if target_x > x else -1
            effects.play(f"muzzle/small/{'right' if side > 0 else 'left'}", x + 40 * side, y + 2)
            effects.play(f"dust_puff/{effects.ground}", x, GROUND_Y + 10)
            effects.glimmer("orange", 96, x + 44 * side, y, 0.9, 10)
            for part in (0.3, 0.55, 0.8):
                place = x + (target_x - x) * part, y + (target_y - y) * part
                effects.play(f"tracer/level/{'right' if side > 0 else 'left'}", *place, wait=round(part * 8))
            effects.play("explosion/S", target_x - 60 * side, target_y, wait=8)
        case MissileLaunched(x=x, y=y):
            for number in range(4):
                effects.play("smoke_puff/M", x, y + 10, wait=3 * number, drift=(-0.4, -0.1))
            effects.play(f"dust_puff/{effects.ground}", x, GROUND_Y + 10)
            effects.glimmer("orange", 96, x, y, 1.0, 20)
        case MissileHit(x=x, y=y):
            effects.play("explosion/M", x, y)
            effects.particles.burst("fire", x, y, 18, 200, life=34)
            effects.glimmer("orange", 160, x, y, 1.0, 18)
            effects.play("smoke_puff/L", x, y, wait=16, drift=(0.1, -0.5))
        case WingsHit(x=x, y=y):
            _blasts(effects, x + 30, y, 50, 6, 6)
            effects.play("wing_hit", x + 30, y - 20)
            for number in range(5):
                dx, dy = effects.jitter(50)
                effects.play("wing_scrap", x + 40 + dx, y + dy, wait=4 + 2 * number, drift=(dx / 40, 1.6))
            effects.particles.burst("soldier", x, y, 16, 220, push=(0, -60), life=120)
            effects.particles.burst("fire", x, y, 40, 240, life=50)
            effects.glimmer("orange", 160, x, y, 1.0, 30)


def _flower(event: Event, effects: Effects) -> None:
    match event:
        case GrappleBegan(x=x, y=y):
            effects.play(f"dust_burst/{effects.ground}", x, y + 2, behind=True)
        case FlowerUprooted(x=x):
            _earth(effects, x, 90, 7, 2.2)
            effects.particles.burst("leaf", x, GROUND_Y - 150, 40, 200, push=(0, -60), life=110, weight=0.3)
            effects.particles.burst("concrete", x, GROUND_Y - 105, 30, 220, push=(0, -120), life=100)
            effects.glimmer("green", 160, x, GROUND_Y - 140, 1.0, 60)
        case FlowerToppled(x=x):
            _earth(effects, x, 120, 7, 1.4)
            effects.particles.burst("leaf", x, GROUND_Y - 80, 40, 200, push=(0, -60), life=110, weight=0.3)
        case SeedLaunched(x=x):
            _earth(effects, x, 140, 9, 2.0)
            effects.glimmer("green", 160, x, GROUND_Y - 160, 1.0, 90)
            effects.swell(SEED_GOES)
        case CityBlasted(x=x):
            _blasts(effects, x, GROUND_Y - 110, 150, 12, 4)
            effects.swell(CITY_GOES)
        case SendaiLost(x=x):
            if not effects.swelling:
                effects.swell(SENDAI_GONE)
            for side in (-220, -120, 140, 250):
                effects.burn(x + side, GROUND_Y + 2, "M" if side > 0 else "S", RUIN_TICKS)


def _gamera(event: Event, world: World, effects: Effects) -> None:
    body = world.gamera_body
    match event:
        case GameraRose(x=x) | GameraWentUnder(x=x):
            effects.particles.burst("water", x, GROUND_Y + 2, 60, 200, push=(0, -160), life=60)
        case LightHeld(quarter=quarter):
            effects.particles.burst("yellow", *PENDANT, 5 * quarter, 50, push=(0, -30), life=50, weight=-0.05)
            effects.glimmer("orange", 96, *PENDANT, 0.9, 40)
        case PendantShattered():
            effects.particles.burst("yellow", *PENDANT, 46, 160, push=(0, -60), life=70, weight=0.3)
            effects.particles.burst("glass", *PENDANT, 12, 130, push=(0, -90), life=60)
            effects.glimmer("white", 160, *PENDANT, 1.0, 50)
            effects.glimmer("orange", 160, body.x, body.y - 40, 1.0, 110)
            effects.swell(PENDANT_SHINES)
        case GameraWoke(x=x):
            for side in (-60, -30, 0, 30, 60):
                effects.play(f"dust_burst/{effects.ground}", x + side, GROUND_Y + 3, wait=abs(side) // 8)
            effects.particles.burst("dust", x, GROUND_Y - 50, 90, 120, push=(0, -50), life=80)
            effects.particles.burst("concrete", x, GROUND_Y - 50, 16, 140, push=(0, -100), life=80)
        case ManaCalled(x=x):
            effects.play(f"shock_ring/{effects.ground}", x, GROUND_Y + 5)
            effects.glimmer("orange", 160, x, body.y - 90, 0.8, 40)
        case ManaGathered():
            effects.play("shock_ring/earth", body.x, GROUND_Y + 5)
            effects.particles.burst("yellow", body.x, body.y + HEART_Y, 30, 160, push=(0, -30), life=44, weight=0.0)
            effects.glimmer("white", 160, body.x, body.y + HEART_Y, 0.8, 40)
        case ChestOpened(x=x, y=y):
            effects.particles.burst("fire", x, y + HEART_Y, 40, 170, life=50, weight=0.1)
            effects.glimmer("white", 160, x, y + HEART_Y, 1.0, 50)
        case BeamFired(x=x, y=y):
            _earth(effects, body.x, 90, 7, 1.4)
            effects.particles.burst("fire", x, y, 60, 260, life=40, weight=0.1)
            effects.play("shock_ring/earth", body.x, GROUND_Y + 6)  # no flash: the beam itself is one, on a bright sky
        case GameraAscended(x=x):
            effects.glimmer("white", 96, x, GROUND_Y - seen_height(climb(world)), 1.0, 60)
