"""The director: plays the stage's scenes, sends waves, decides when it is won or lost. Last, so it hears the tick."""

from game.sim.components import Body, Flower, FlowerState, GameraState, Queen, QueenState
from game.sim.content.moves import FALLEN_TICKS
from game.sim.events import (
    CameraAsked,
    CircuitBroken,
    CircuitSwitched,
    CircuitTripped,
    Event,
    LessonLearned,
    LessonTaught,
    LineSpoken,
    MusicAsked,
    ObjectiveMet,
    ObjectiveSet,
    SceneStarted,
    StageLost,
    StageWon,
    WeatherAsked,
)
from game.sim.stage import (
    Act,
    AnyRule,
    Army,
    Camera,
    Condition,
    Lost,
    Music,
    Next,
    Objective,
    OnAliveBelow,
    OnEvent,
    OnGameraBefore,
    OnGameraPast,
    OnLightAbove,
    OnOxygenAbove,
    OnPerchedAbove,
    OnQueenBelow,
    OnQueenGone,
    OnStart,
    OnTime,
    OnVitalityBelow,
    Oxygen,
    QueenActs,
    Say,
    Scripted,
    Teach,
    Wave,
    Weather,
    Won,
)
from game.sim.systems.army import send_helicopters
from game.sim.systems.artillery import send_fighters
from game.sim.systems.flower import LAUNCH_TICKS
from game.sim.systems.queen_stance import enter
from game.sim.systems.score import rank
from game.sim.systems.scripted import start_script
from game.sim.systems.waves import send_wave, spawn_waves
from game.sim.units import GROUND_Y
from game.sim.world import Outcome, World

LEARNED_BY = {
    "walk": "FootFell",
    "claw": "ClawSwung",
    "fire": "FireballLaunched",
    "jump": "GameraJumped",
    "guard": "GuardRaised",
    "roar": "RoarSounded",
    "circuits": "CircuitSwitched",
    "surge": "CircuitSurged",
    "blackout": "DistrictSwitched",
    "grapple": "GrappleBegan",
    "hold": "LightHeld",
    "mana": "ManaCalled",
    "beam": "BeamFired",
}
CURRENT_CHANGES = (CircuitSwitched, CircuitTripped, CircuitBroken)
FLOWER_LOST = {FlowerState.LAUNCHED: "seed", FlowerState.BURNT: "blast"}


def director(world: World) -> None:
    if not world.playing:
        return
    direction = world.direction
    if direction.scene < 0:
        if not world.stage.scene:
            return
        _open_scene(world, 0)
    if direction.waves:
        spawn_waves(world)
    if direction.lessons and world.events:
        _learn(world)
    if world.gamera.state is not GameraState.FALLEN:  # no scene begins over a fallen hero
        _fire_rules(world)
    if any(isinstance(event, CURRENT_CHANGES) for event in world.events):
        _ask_anew(world)
    direction.scene_age += 1
    _judge(world)


def _open_scene(world: World, number: int) -> None:
    direction = world.direction
    direction.scene, direction.scene_age = number, 0
    direction.fired = []
    world.events.append(SceneStarted(number, world.stage.scene[number].name))


def _learn(world: World) -> None:
    lessons = world.direction.lessons
    happened = {type(event).__name__ for event in world.events}
    for topic in [topic for topic in lessons if LEARNED_BY[topic] in happened]:
        lessons.remove(topic)
        world.events.append(LessonLearned(topic))


def _fire_rules(world: World) -> None:
    direction = world.direction
    scene = direction.scene
    for number, rule in enumerate(world.stage.scene[scene].rule):
        if number in direction.fired or not _holds(world, rule):
            continue
        direction.fired.append(number)
        for act in rule.do:
            _do(world, act)
        if direction.scene != scene or not world.playing:
            return


def _holds(world: World, rule: AnyRule) -> bool:
    direction, hero = world.direction, world.gamera
    match rule:
        case OnStart():
            return True
        case OnTime(ticks=ticks):
            return direction.scene_age >= ticks
        case OnEvent(event=name):
            return bool(world.events) and any(type(event).__name__ == name for event in world.events)
        case OnAliveBelow(count=count, after=after):
            return not direction.waves and direction.scene_age > after and world.soldiers.alive() < count
        case OnPerchedAbove(count=count):
            return world.perched_for(rule) >= count
        case OnGameraPast(x=x):
            return world.gamera_body.x >= x
        case OnGameraBefore(x=x):
            return world.gamera_body.x <= x and not direction.script
        case OnOxygenAbove(percent=percent):
            return _oxygen(world) >= percent
        case OnLightAbove(percent=percent):
            return direction.light * 100 >= percent
        case OnQueenGone(after=after):
            return any(
                mother.state is QueenState.BREAK and mother.age >= after for _, mother in world.entities.each(Queen)
            )
        case OnQueenBelow(percent=percent):
            return _queen_share(world) < percent
        case OnVitalityBelow(percent=percent):
            return hero.vitality < hero.vitality_full * percent / 100


def _do(world: World, act: Act) -> None:
    direction = world.direction
    match act:
        case Say(who=who, text=text):
            world.events.append(LineSpoken(who, text))
        case Objective():
            _ask(world, _wanted(world, act))
        case Teach(topic=topic):
            direction.lessons.append(topic)
            world.events.append(LessonTaught(topic))
        case Wave(count=count, over=over, source=source):
            send_wave(world, count, over, source)
        case Army():
            send_helicopters(world, act.helicopters)
            send_fighters(world, act.fighters)
        case QueenActs():
            _queen_acts(world, act)
        case Condition():
            _condition(world, act)
        case Oxygen(most=most):
            for _, plant in world.entities.each(Flower):
                plant.oxygen = min(plant.oxygen, most)
        case Camera(x=x, over=over):
            world.events.append(CameraAsked(x, over))
        case Music(cue=cue):
            world.events.append(MusicAsked(cue))
        case Weather(kind=kind):
            world.events.append(WeatherAsked(kind))
        case Scripted(name=name):
            start_script(world, name)
        case Next():
            world.events.append(ObjectiveMet(direction.objective))
            _open_scene(world, direction.scene + 1)
        case Won():
            _end(world, Outcome.WON, "", StageWon(rank(world)))
        case Lost(reason=reason):
            _end(world, Outcome.LOST, reason, StageLost(reason))


def _wanted(world: World, objective: Objective) -> str:
    return objective.text if world.grid.any_current() else objective.unlit or objective.text


def _ask(world: World, text: str) -> None:
    world.direction.objective = text
    world.events.append(ObjectiveSet(text))


def _ask_anew(world: World) -> None:
    """A line came on or went off: the scene's objective may ask for something else now."""
    asked = world.direction.objective
    for rule in world.stage.scene[world.direction.scene].rule:
        for act in rule.do:
            if isinstance(act, Objective) and act.unlit and asked in (act.text, act.unlit):
                wanted = _wanted(world, act)
                if wanted != asked:
                    _ask(world, wanted)


def _queen_acts(world: World, act: QueenActs) -> None:
    for _, mother, body in world.entities.each(Queen, Body):
        mother.patterns = act.patterns
        if act.x is not None:
            body.x, body.y = act.x, GROUND_Y
        if mother.state is QueenState.ABSENT:
            enter(world, mother, body, QueenState.IDLE)


def _condition(world: World, act: Condition) -> None:
    hero = world.gamera
    if act.limping is not None:
        hero.limping = act.limping
    if act.comatose is not None:
        hero.state, hero.age = (GameraState.COMATOSE if act.comatose else GameraState.IDLE), 0
    if act.holding is not None:
        world.direction.holding = act.holding
    hero.vitality = min(hero.vitality_full, hero.vitality + act.heals * hero.vitality_full)


def _oxygen(world: World) -> float:
    return max((plant.oxygen for _, plant in world.entities.each(Flower)), default=0.0)


def _queen_share(world: World) -> float:
    """Per cent of her vitality left; 100 where she does not fight."""
    for _, mother in world.entities.each(Queen):
        if mother.vitality_full > 0:
            return 100 * mother.vitality / mother.vitality_full
    return 100.0


def _judge(world: World) -> None:
    """The ways to lose that every stage has."""
    if world.playing and (reason := _lost_by(world)) is not None:
        _end(world, Outcome.LOST, reason, StageLost(reason))


def _lost_by(world: World) -> str | None:
    hero, line = world.gamera, world.stage.line
    if hero.state is GameraState.FALLEN and hero.age >= FALLEN_TICKS:
        return "gamera"
    overrun = world.overrun()
    if overrun and line is not None and overrun > world.line_holds():
        return "line"
    for _, plant in world.entities.each(Flower):
        if plant.state in FLOWER_LOST and plant.age >= LAUNCH_TICKS:
            return FLOWER_LOST[plant.state]
    for _, mother, body in world.entities.each(Queen, Body):
        if line is not None and body.x < line.x and mother.fights and not mother.down:
            return "queen"
    if world.stage.time_limit and world.tick >= world.stage.time_limit:
        return "time"
    return None


def _end(world: World, outcome: Outcome, reason: str, event: Event) -> None:
    world.direction.outcome, world.direction.reason = outcome, reason
    world.events.append(event)
