"""Which event looks like what. One function, one case an event: the place to look for any effect of a moment."""

import numpy as np

from game.sim.components import Block
from game.sim.content import moves
from game.sim.content.city import BLOCKS
from game.sim.events import (
    BlockDamaged,
    BlowGuarded,
    CircuitBroken,
    CircuitSurged,
    CircuitTripped,
    ClawHit,
    ClawSwung,
    Event,
    FireballCharged,
    FireballExploded,
    FireballLaunched,
    FootFell,
    GameraBitten,
    GameraFell,
    GameraHurt,
    GameraJumped,
    GameraKnockedDown,
    GameraLanded,
    GuardRaised,
    HelicopterFired,
    HelicopterLost,
    QueenCalled,
    RoarSounded,
    SoldierDied,
    SoldierElectrocuted,
    SoldiersCrossedLine,
    SoldiersPeeled,
    SoldiersSpawned,
    SpinEnded,
    SpinStarted,
)
from game.sim.soldiers import SoldierState
from game.sim.units import GROUND_Y
from game.sim.world import World
from game.view.effects import BALL_SIZES, Effects
from game.view.film_effects import show_film

SHOULDER = (22.0, -70.0)  # px from his feet, facing right: where a slash begins
EXPLOSIONS = ("", "S", "M", "L")
DIG_OUT_FROM, DIG_OUT_SHOWN = 285.0, 4  # y below which a soldier is born out of the ground; births of a tick
BITES_SHOWN = 90  # clingers at which every bite event (15 a second) is seen; fewer are seen now and then
FIRE_TICKS = 60 * 25
SMOKES = 0.4  # of those a surge kills; more would draw a dark line along the wire
BITE_INWARD = 0.7  # of its place from his middle; the outermost are drawn further in, on his body
MIDDLE_Y = -56.0  # px from Gamera's feet to the point that clingers' offsets count from


def show(event: Event, world: World, effects: Effects) -> None:
    """Starts what the event looks like."""
    match event:
        case SoldierElectrocuted(x=x, y=y):
            effects.particles.burst("blue", x, y, 5, 120, life=24)
            if effects.happens(SMOKES):
                drift_x, _ = effects.jitter(0.3)
                effects.play("smoke_puff/S", x, y, drift=(drift_x, -0.4), wait=14)
        case SoldierDied(x=x, y=y):
            effects.particles.burst("soldier", x, y, 3, 120, push=(0, -90), life=70)
            effects.particles.burst("yellow", x, y, 5, 140, life=20)
            effects.play("ichor", x, y)
        case SoldiersSpawned(count=count):
            _births(count, world, effects)
        case SoldiersPeeled(count=count):
            body = world.gamera_body
            effects.particles.burst("blue", body.x, body.y - 76, min(16, 2 + count * 2), 130, push=(0, -60), life=28)
        case SoldiersCrossedLine(count=count):
            line = world.stage.line
            effects.particles.burst("fire", line.x if line else 0.0, 250, min(12, count * 3), 90, life=40)
        case FootFell() | GameraJumped() | GameraLanded() | GameraKnockedDown() | GameraFell():
            _ground(event, effects)
        case ClawSwung() | ClawHit() | GuardRaised() | BlowGuarded() | SpinStarted() | SpinEnded() | RoarSounded():
            _blow(event, world, effects)
        case FireballCharged() | FireballLaunched() | FireballExploded():
            _fire(event, world, effects)
        case GameraBitten(clinging=clinging):
            if effects.happens(clinging / BITES_SHOWN):
                _bite(world, effects)
        case GameraHurt():
            body = world.gamera_body
            effects.play("hit_sparks/L", body.x, body.y - 60)
            effects.white(0.2)
        case CircuitSurged(power=power):
            effects.white(0.1 + 0.14 * power)
        case CircuitTripped(circuit=circuit):
            for x, y in _insulators(world, circuit):
                effects.play("sparks/shower", x, y)
        case CircuitBroken(circuit=circuit, x=x, y=y):
            effects.play("sparks/shower", x, y)
            for end_x, end_y in _insulators(world, circuit):
                effects.play("transformer_burst", end_x, end_y)
            effects.particles.burst("blue", x, y, 26, 190, life=40)
            effects.glimmer("blue", 160, x, y, 1.0, 20)
        case BlockDamaged():
            _block(event, world, effects)
        case HelicopterFired() | HelicopterLost():
            _army(event, effects)
        case QueenCalled(x=x, y=y):
            for dx in (-90, -30, 40, 90):
                effects.play(f"dust_burst/{effects.ground}", x + dx, y, behind=True)
        case _:
            show_film(event, world, effects)


def _births(count: int, world: World, effects: Effects) -> None:
    """Those out of the ground throw it up: the first few of them."""
    x, y = world.soldiers.position[:, -count:][:, :DIG_OUT_SHOWN]
    for birth_x in x[y > DIG_OUT_FROM].tolist():
        effects.play(f"dust_puff/{effects.ground}", birth_x, GROUND_Y + 4)


def _bite(world: World, effects: Effects) -> None:
    """One of those on him bites where it sits."""
    rows = np.flatnonzero(world.soldiers.state == SoldierState.CLING)
    if len(rows):
        x, y = world.soldiers.offset[:, rows[effects.pick(len(rows))]].tolist()
        effects.play("bite_flash", x * BITE_INWARD, MIDDLE_Y + y * BITE_INWARD, follows=True)


def _ground(event: Event, effects: Effects) -> None:
    match event:
        case FootFell(x=x):
            effects.play(f"dust_puff/{effects.ground}", x, GROUND_Y + 2)
            effects.particles.burst("dust", x, GROUND_Y, 5, 60, push=(0, -60), life=26)
        case GameraJumped(x=x):
            effects.play(f"dust_burst/{effects.ground}", x, GROUND_Y + 2, behind=True)
        case GameraLanded(x=x, speed=speed):
            effects.play(f"shock_ring/{effects.ground}", x, GROUND_Y + 4)
            for side in (-30, 30):
                effects.play(f"dust_burst/{effects.ground}", x + side, GROUND_Y + 3)
            chunks = int(speed / 30)
            effects.particles.burst("concrete", x, GROUND_Y - 2, chunks, 150, push=(0, -150), life=60)
        case GameraKnockedDown(x=x) | GameraFell(x=x):
            for side in (-50, 0, 50):
                effects.play(f"dust_burst/{effects.ground}", x + side, GROUND_Y + 3, wait=18)
            effects.particles.burst("concrete", x, GROUND_Y - 2, 10, 130, push=(0, -120), life=60)


def _blow(event: Event, world: World, effects: Effects) -> None:
    match event:
        case ClawSwung(blow=blow, facing=facing):
            startup = moves.CLAWS[list(moves.CLAWS)[blow - 1]].startup
            name = f"slash/claw{blow}/{'right' if facing > 0 else 'left'}"
            effects.play(name, SHOULDER[0] * facing, SHOULDER[1], follows=True, wait=max(0, startup - 2))
        case ClawHit(x=x, y=y, struck=struck, blow=blow):
            effects.play("hit_sparks/L" if blow == 3 else "hit_sparks/S", x, y)
            effects.particles.burst("yellow", x, y, 4 + struck, 170, push=(world.gamera_body.facing * 60, -30), life=22)
        case GuardRaised(x=x):
            effects.play(f"dust_puff/{effects.ground}", x, GROUND_Y + 2)
        case BlowGuarded(x=x, y=y):
            effects.play("guard_spark", x + world.gamera_body.facing * 24, y)
            effects.particles.burst("yellow", x, y, 10, 180, life=22)
        case SpinStarted(x=x) | SpinEnded(x=x):
            effects.play(f"dust_burst/{effects.ground}", x, GROUND_Y + 2, behind=True)
        case RoarSounded(x=x, y=y, peeled=peeled):
            side = "right" if world.gamera_body.facing > 0 else "left"
            for number in range(4):
                reach = 18 * number * world.gamera_body.facing
                effects.play(f"roar_ring/{side}", x + reach, y, wait=6 * number)
            effects.particles.burst("dust", x, GROUND_Y, 10, 120, push=(0, -60), life=30)
            effects.particles.burst("yellow", x, y + 30, min(24, peeled), 160, life=24)


def _fire(event: Event, world: World, effects: Effects) -> None:
    match event:
        case FireballCharged(level=level):
            body = world.gamera_body
            x = body.x + moves.MUZZLE[0] * body.facing
            effects.particles.burst("fire", x, body.y + moves.MUZZLE[1], 6 * level, 110, life=22)
        case FireballLaunched(x=x, y=y, level=level, facing=facing):
            effects.play(f"muzzle/{BALL_SIZES[level]}/{'right' if facing > 0 else 'left'}", x, y)
            effects.glimmer("orange", 160, x, y, 0.9, 14)
        case FireballExploded(x=x, y=y, radius=radius, level=level):
            effects.play(f"explosion/{EXPLOSIONS[level]}", x, y)
            for number in range(2 + 3 * level):
                dx, dy = effects.jitter(radius * 0.7)
                size = EXPLOSIONS[max(1, level - 1)] if number % 2 else "S"
                effects.play(f"explosion/{size}", x + dx, y + dy, wait=2 + 2 * number)
            effects.particles.burst("fire", x, y, 16 * level, 130 + 60 * level, push=(0, -60), life=44)
            if y > GROUND_Y - radius:
                effects.particles.burst("concrete", x, GROUND_Y - 4, 5 * level, 190, push=(0, -160), life=70)
                effects.play(f"shock_ring/{effects.ground}", x, GROUND_Y + 4)
            for number in range(level):
                dx, dy = effects.jitter(radius * 0.5)
                effects.play("smoke_puff/L", x + dx, y + dy, drift=(0.1, -0.5), wait=14 + 4 * number)
            effects.glimmer("orange", 160, x, y, 1.0, 22)
            effects.glimmer("white", 96, x, y, 0.9, 8)
            effects.glimmer("orange", 160, x, GROUND_Y, 0.7, 26)
            if level == 3:
                effects.white(0.3)


def _block(event: BlockDamaged, world: World, effects: Effects) -> None:
    kind = BLOCKS[world.entities.get(Block, event.block).kind]
    top = GROUND_Y - kind.height
    for number in range(-2, 3):
        effects.play(
            f"dust_burst/{effects.ground}", event.x + number * kind.width / 5, GROUND_Y + 2, wait=abs(number) * 3
        )
    effects.particles.burst("concrete", event.x, top + kind.height * 0.4, 14 * event.stage, 150, push=(0, -90), life=80)
    effects.particles.burst("glass", event.x, top + kind.height * 0.5, 10, 130, push=(0, -60), life=60)
    if event.stage == 2:
        effects.burn(event.x, GROUND_Y - 4, "M", FIRE_TICKS)
    else:
        effects.burn(event.x + kind.width * 0.2, top + kind.height * 0.3, "S", FIRE_TICKS // 2)


def _army(event: Event, effects: Effects) -> None:
    match event:
        case HelicopterFired(x=x, y=y, target_x=target_x, target_y=target_y):
            side = "right" if target_x > x else "left"
            slope = "down" if target_y > y + 12 else "level"
            for part in (0.25, 0.5, 0.75):
                tracer_x, tracer_y = x + (target_x - x) * part, y + 10 + (target_y - y) * part
                effects.play(f"tracer/{slope}/{side}", tracer_x, tracer_y, wait=int(part * 4))
            effects.play(f"muzzle/gun/{side}", x + (16 if side == "right" else -16), y + 10)
            effects.play("hit_sparks/S", target_x, target_y, wait=3)
        case HelicopterLost(x=x, y=y):
            effects.play("explosion/M", x, y)
            effects.burn(x, GROUND_Y - 2, "S", FIRE_TICKS // 2)
            effects.particles.burst("concrete", x, y, 14, 180, push=(0, -140), life=80)
            effects.glimmer("orange", 160, x, y, 1.0, 24)


def _insulators(world: World, circuit: int) -> list[tuple[float, float]]:
    """The lowest insulators of a circuit's pylons."""
    ends = {pylon for which, left, right in world.lines.spans if which == circuit for pylon in (left, right)}
    return [(world.stage.pylon[number].x, world.stage.pylon[number].top) for number in sorted(ends)]
