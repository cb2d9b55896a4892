"""Gamera: one function a state, each returning the next state. Blows themselves are in `blows.py`.

Every press is answered on its own tick if the state allows, else it waits up to six ticks for its turn. Weight is in
what he does to the world, not in delay: he turns at once and is at speed within a third of a second.
"""

from collections.abc import Callable

from game.sim.action import IDLE, Button
from game.sim.components import CHOREOGRAPHED, Body, Gamera, GameraState, Queen
from game.sim.content import moves
from game.sim.content.flower import GRIP_SLIPS
from game.sim.content.moves import CLAWS, FIREBALLS, NEXT_CLAW
from game.sim.content.swarm import SLOWED_BY
from game.sim.events import (
    ClawSwung,
    FireballCharged,
    FootFell,
    GameraGotUp,
    GameraJumped,
    GameraLanded,
    GuardRaised,
    PlasmaShort,
    SpinEnded,
    SpinStarted,
)
from game.sim.systems import blows, finale, grapple
from game.sim.systems.fight import hold_still
from game.sim.units import GROUND_Y, SECONDS_PER_TICK
from game.sim.world import World

S = GameraState
StateFunction = Callable[[World, Gamera, Body], GameraState]

QUEEN_KEEPS_OFF = 210.0  # px; nearer she does not let him
JETS_FROM = -60.0  # px/s; the jets light once the leap has slowed to this
FOOT_AHEAD = 14.0  # px
CHARGING_WALK = 0.45  # share of walking speed


def listen(world: World) -> None:
    """Latches presses. Runs during hit-stop too, so that none is lost. While a script runs he hears none."""
    gamera, action = world.gamera, IDLE if world.direction.script else world.action
    gamera.move, gamera.aim = action.move, action.aim
    if action.buttons == gamera.held:
        return
    pressed = action.buttons & ~gamera.held
    gamera.held = action.buttons
    if pressed:
        gamera.buffered = pressed
        gamera.buffered_for = 0


def gamera(world: World) -> None:
    hero, body = world.gamera, world.gamera_body
    if hero.state in CHOREOGRAPHED:
        hero.age += 1
        hero.buffered = Button(0)
        return
    _regain(world, hero, body)
    before = hero.state
    after = STATES[before](world, hero, body)
    if after is not before or hero.state is not before:
        hero.state, hero.age = after, 0
        hero.struck = False
        _entered(world, hero, body)
    else:
        hero.age += 1
    _move(world, hero, body)
    if hero.buffered:
        hero.buffered_for += 1
        if hero.buffered_for > moves.INPUT_BUFFER:
            hero.buffered = Button(0)


def _regain(world: World, hero: Gamera, body: Body) -> None:
    if world.stage.bond and hero.vitality > 0:
        hero.vitality = min(hero.vitality_full, hero.vitality + moves.BOND_HEALS * SECONDS_PER_TICK)
    if hero.grip and hero.state is not S.GRAPPLE:
        hero.grip = max(0.0, hero.grip - GRIP_SLIPS)
    if hero.plasma < moves.PLASMA_FULL:
        hero.plasma = min(moves.PLASMA_FULL, hero.plasma + moves.PLASMA_REGAIN * SECONDS_PER_TICK)
    if hero.fuel < moves.FUEL_FULL and body.y >= GROUND_Y and hero.state is not S.SPIN:
        hero.fuel = min(moves.FUEL_FULL, hero.fuel + moves.FUEL_REGAIN * SECONDS_PER_TICK)


def _take(hero: Gamera, button: Button) -> bool:
    """True if this press is waiting; it is used up."""
    if not hero.buffered or button not in hero.buffered:
        return False
    hero.buffered &= ~button
    return True


def _entered(world: World, hero: Gamera, body: Body) -> None:
    """What happens on the first tick of a state."""
    match hero.state:
        case S.CLAW1 | S.CLAW2 | S.CLAW3:
            if hero.move:
                body.facing = hero.move
            body.vx += CLAWS[hero.state].lunge * body.facing
            blow = int(hero.state) - int(S.CLAW1) + 1
            world.events.append(ClawSwung(blow, body.x, body.y + moves.CHEST_Y, body.facing))
        case S.GUARD:
            world.events.append(GuardRaised(body.x))
        case S.SPIN:
            hero.fuel -= moves.SPIN_FUEL
            body.facing = hero.move or body.facing
            world.events.append(SpinStarted(body.x, body.y + moves.CHEST_Y))
        case S.CHARGE:
            hero.charge = 0


def _free(world: World, hero: Gamera, body: Body) -> GameraState:
    """On his feet and free to choose."""
    if body.y < GROUND_Y:
        return _aloft(world, hero, body)
    if not hero.limping and _take(hero, Button.JUMP):
        return S.CROUCH
    asked = (hero.buffered or hero.held) and Button.ATTACK in hero.buffered | hero.held
    if asked and (held := grapple.holdable(world, body)) is not None:
        _, place = held
        return grapple.begin(world, body, place.x)
    if (strike := _strike(world, hero)) is not None:
        return strike
    if hero.held and Button.GUARD in hero.held:
        return S.SPIN if _spins(hero) else S.GUARD
    if hero.move == 0:
        return S.IDLE
    if hero.move != body.facing:
        body.facing = hero.move
        return S.TURN
    return S.TURN if hero.state is S.TURN and hero.age < moves.TURN_TICKS else S.WALK


def _spins(hero: Gamera) -> bool:
    return bool(hero.move) and hero.fuel >= moves.SPIN_FUEL and not hero.limping


def _strike(world: World, hero: Gamera) -> GameraState | None:
    """A blow, if one was asked for and can be given; on the ground or in the air."""
    if not hero.buffered and not hero.held:
        return None
    if _take(hero, Button.ATTACK):
        return S.CLAW1
    if _take(hero, Button.FIRE):
        if hero.plasma >= FIREBALLS[1].plasma:
            return S.CHARGE
        world.events.append(PlasmaShort())
    if world.stage.finale and finale.calls_light(world, hero):
        hero.buffered &= ~Button.ROAR
        return finale.call_mana(world, world.gamera_body)
    if Button.ROAR in hero.buffered and world.tick >= hero.roar_ready_at:
        _take(hero, Button.ROAR)
        return S.ROAR
    return None


def _crouch(world: World, hero: Gamera, body: Body) -> GameraState:
    return _leap(world, body) if hero.age >= moves.CROUCH_TICKS else S.CROUCH


def _leap(world: World, body: Body) -> GameraState:
    body.vy = -moves.JUMP_SPEED
    world.events.append(GameraJumped(body.x))
    return S.RISE


def _aloft(world: World, hero: Gamera, body: Body) -> GameraState:
    if body.y >= GROUND_Y and body.vy >= 0:
        return S.LAND
    if hero.off_ground <= moves.COYOTE and body.vy >= 0 and _take(hero, Button.JUMP):
        return _leap(world, body)
    if (strike := _strike(world, hero)) is not None:
        return strike
    if Button.GUARD in hero.held and _spins(hero):
        return S.SPIN
    if hero.move:
        body.facing = hero.move
    if hero.jets:
        return S.HOVER
    return S.RISE if body.vy < 0 else S.FALL


def _land(world: World, hero: Gamera, body: Body) -> GameraState:
    if hero.age >= moves.LAND_TICKS or hero.buffered or hero.move:
        return _free(world, hero, body)
    return S.LAND


def _guard(world: World, hero: Gamera, body: Body) -> GameraState:
    if Button.GUARD not in hero.held:
        return _free(world, hero, body)
    if _spins(hero):
        return S.SPIN
    drained = hero.vitality - moves.GUARD_DRAIN * SECONDS_PER_TICK
    if drained >= 1:  # the guard itself never kills
        hero.vitality = drained
    return S.GUARD


def _spin(world: World, hero: Gamera, body: Body) -> GameraState:
    if hero.age >= moves.SPIN_TICKS:
        world.events.append(SpinEnded(body.x, body.y + moves.CHEST_Y))
        after = S.FALL if body.y < GROUND_Y else _free(world, hero, body)
        return S.GUARD if after is S.SPIN else after  # a new spin is paid for anew, from the guard
    if hero.age % 4 == 0:
        blows.plough(world, body)
    if hero.move:
        body.facing = hero.move
    return S.SPIN


def _claw(world: World, hero: Gamera, body: Body) -> GameraState:
    claw = CLAWS[hero.state]
    if claw.startup <= hero.age < claw.startup + claw.active and not hero.struck:
        hero.struck = blows.claw(world, body, claw, int(hero.state) - int(S.CLAW1) + 1)
    if hero.age >= claw.cancel:
        if hero.state in NEXT_CLAW and _take(hero, Button.ATTACK):
            return NEXT_CLAW[hero.state]
        if Button.GUARD in hero.held or (hero.buffered and Button.ATTACK not in hero.buffered):
            return _free(world, hero, body)
    if hero.age >= claw.startup + claw.active + claw.recovery:
        return _free(world, hero, body)
    return hero.state


def _charge(world: World, hero: Gamera, body: Body) -> GameraState:
    """Holds the plasma in his throat until the button is let go."""
    if hero.move:
        body.facing = hero.move
    if Button.FIRE not in hero.held:
        return S.FIRE
    if Button.GUARD in hero.held:
        return _free(world, hero, body)
    hero.charge += 1
    for level in (2, 3):
        if hero.charge == FIREBALLS[level].charge and hero.plasma >= FIREBALLS[level].plasma:
            world.events.append(FireballCharged(level))
    return S.CHARGE


def charge_level(hero: Gamera) -> int:
    """1 to 3: what a release would send now."""
    return max(
        level
        for level, ball in FIREBALLS.items()
        if level == 1 or (hero.charge >= ball.charge and hero.plasma >= ball.plasma)
    )


def _fire(world: World, hero: Gamera, body: Body) -> GameraState:
    if hero.age == moves.FIRE_STARTUP:
        level = charge_level(hero)
        hero.plasma -= FIREBALLS[level].plasma
        blows.launch_fireball(world, body, level, hero.aim)
        hold_still(world, FIREBALLS[level].hit_stop // 2)
    if hero.age >= moves.FIRE_TICKS:
        return _free(world, hero, body)
    return S.FIRE


def _roar(world: World, hero: Gamera, body: Body) -> GameraState:
    if hero.age == moves.ROAR_SOUNDS_AT:
        hero.roar_ready_at = world.tick + moves.ROAR_COOLDOWN
        blows.roar(world, body)
    return _free(world, hero, body) if hero.age >= moves.ROAR_TICKS else S.ROAR


def _hurt(world: World, hero: Gamera, body: Body) -> GameraState:
    return _free(world, hero, body) if hero.age >= moves.HURT_TICKS else S.HURT


def _knocked(world: World, hero: Gamera, body: Body) -> GameraState:
    return S.GETUP if hero.age >= moves.KNOCKED_TICKS and body.y >= GROUND_Y else S.KNOCKED


def _get_up(world: World, hero: Gamera, body: Body) -> GameraState:
    if hero.age < moves.GETUP_TICKS:
        return S.GETUP
    hero.safe_until = world.tick + moves.SAFE_AFTER_GETUP
    world.events.append(GameraGotUp(body.x))
    return _free(world, hero, body)


def _fallen(world: World, hero: Gamera, body: Body) -> GameraState:
    return S.FALLEN


STATES: dict[GameraState, StateFunction] = {
    S.IDLE: _free,
    S.WALK: _free,
    S.TURN: _free,
    S.CROUCH: _crouch,
    S.RISE: _aloft,
    S.FALL: _aloft,
    S.HOVER: _aloft,
    S.LAND: _land,
    S.GUARD: _guard,
    S.SPIN: _spin,
    S.CLAW1: _claw,
    S.CLAW2: _claw,
    S.CLAW3: _claw,
    S.CHARGE: _charge,
    S.FIRE: _fire,
    S.ROAR: _roar,
    S.HURT: _hurt,
    S.KNOCKED: _knocked,
    S.GETUP: _get_up,
    S.FALLEN: _fallen,
    S.GRAPPLE: grapple.grapple,
    S.LOOK_UP: finale.look_up,
    S.CHEST: finale.chest,
    S.BEAM: finale.beam,
}
WALKS = {S.IDLE, S.WALK, S.TURN, S.LAND, S.CROUCH}


def _move(world: World, hero: Gamera, body: Body) -> None:
    """Speeds, jets, gravity, landing, footfalls."""
    on_ground = body.y >= GROUND_Y and body.vy >= 0
    body.vx += (_wished_speed(hero, body, on_ground) - body.vx) * moves.WALK_RESPONSE
    _burn_jets(hero, body, on_ground)
    if not on_ground:
        falls = 0.25 if hero.state is S.SPIN else 1.0
        body.vy = min(moves.FALL_MOST, body.vy + moves.GRAVITY * falls * SECONDS_PER_TICK)
    right = float(world.stage.width) - moves.EDGE
    right = min(right, _barred_at(world, body))
    body.x = min(right, max(moves.EDGE, body.x + body.vx * SECONDS_PER_TICK))
    speed = body.vy
    body.y = max(110.0, body.y + body.vy * SECONDS_PER_TICK)
    hero.off_ground = 0 if on_ground else hero.off_ground + 1
    if body.y >= GROUND_Y:
        body.y, body.vy = GROUND_Y, 0.0
        if not on_ground:
            world.events.append(GameraLanded(body.x, speed))
            if speed >= moves.STOMP_SPEED:
                blows.stomp(world, body)
    elif body.y <= 110.0:
        body.vy = max(0.0, body.vy)
    _stride(world, hero, body)


def _barred_at(world: World, body: Body) -> float:
    """x he cannot pass: her body, while she stands there."""
    barred = float(world.stage.width)
    for _, mother, place in world.entities.each(Queen, Body):
        if place.x > body.x and not mother.down:
            barred = min(barred, place.x - (moves.QUEEN_BARS if mother.fights else QUEEN_KEEPS_OFF))
    return barred


def _wished_speed(hero: Gamera, body: Body, on_ground: bool) -> float:
    if not hero.move and hero.state is not S.SPIN:
        return 0.0
    slowed = (moves.LIMP_SHARE if hero.limping else 1.0) / (1 + hero.clinging / SLOWED_BY)
    if hero.state is S.SPIN:
        return moves.SPIN_SPEED * body.facing
    if not on_ground and not hero.down:
        return moves.AIR_SPEED * hero.move * slowed
    if hero.state in WALKS:
        return moves.WALK_SPEED * hero.move * slowed
    if hero.state is S.CHARGE:
        return moves.WALK_SPEED * CHARGING_WALK * hero.move * slowed
    return 0.0


def _burn_jets(hero: Gamera, body: Body, on_ground: bool) -> None:
    """Held jump keeps him up while there is fuel, once the leap itself has slowed."""
    hero.jets = (
        not on_ground
        and Button.JUMP in hero.held
        and hero.fuel > 0
        and (hero.jets or body.vy > JETS_FROM)  # once lit they burn on
        and not hero.down
        and hero.state is not S.SPIN
    )
    if hero.jets:
        hero.fuel = max(0.0, hero.fuel - moves.JET_BURN * SECONDS_PER_TICK)
        body.vy = max(-moves.JET_RISE_MOST, body.vy - moves.JET_LIFT * SECONDS_PER_TICK)


def _stride(world: World, hero: Gamera, body: Body) -> None:
    if hero.state is not S.WALK or body.y < GROUND_Y:
        hero.stride = 0.0 if hero.state is S.IDLE else hero.stride
        return
    hero.stride += abs(body.vx) * SECONDS_PER_TICK
    if hero.stride >= moves.STRIDE:
        hero.stride -= moves.STRIDE
        foot = body.x + FOOT_AHEAD * body.facing
        world.events.append(FootFell(foot, blows.trample(world, foot)))
