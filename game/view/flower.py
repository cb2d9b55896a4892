"""The flower on the canvas: it grows with its oxygen, is torn out, topples, burns, or throws its seed."""

from game.sim.components import Body, Flower, FlowerState, GameraState
from game.sim.events import Event, SendaiLost
from game.sim.stage import FlowerPlan, Stage
from game.sim.units import GROUND_Y
from game.sim.world import World
from game.view.art import keyed_sheet
from game.view.lens import Lens
from game.view.motion import ease_out
from game.view.sheets import Frame, Sheet, Strip

HALF_WIDTH = 190  # px
STAGES = 5
STAGE_OXYGEN = 22.0  # per cent of oxygen between two stages of growth
UNFOLDS_AT = (0.2, 0.55)  # of his grip on it, from which it spreads a stage more, as large as it is when torn out
BREATH_FROM = 90.0  # per cent of oxygen from which light runs through it as a warning
GLOWS, GLOWS_MORE = 0.45, 0.5  # strength of its light, and what oxygen adds
GROWS_TICKS = 40  # from one stage to the next
PULLED_TICKS = 18  # from its bed to his claws
BED_Y = -40.0  # px from its root to where he took hold of it
HOLDS = (20.0, -14.0)  # px from his raised claw to the grip, facing right
HELD_HEAD_Y = -56.0  # px from where he holds it to the middle of its head
HELD_TICKS = 84  # torn out, he holds it up; then he lets it fall
LIFTS_UP = frozenset({GameraState.IDLE, GameraState.WALK, GameraState.TURN, GameraState.GRAPPLE, GameraState.ROAR})
FALL_GRAVITY = 0.12  # px a tick, each tick
LIES_Y = GROUND_Y + 6
SOIL, LIES_IN = 5.0, 22.0  # px under the ground line where the street covers its roots, and it when it has fallen
SEED_LEAVES = 4  # frame of the strip `launch` with which the pod is gone
COLUMN_TILE, COLUMN_TILES = 64, 6  # px of the fire under the seed, and how often at most
SEED_SPEED, SEED_GAINS = 1.0, 0.14  # px a tick, and more each tick
ROOT_STEPS = 4  # of growth in which roots are drawn
STREET_ROOTS = (("left", -72.0), ("right", 76.0), ("left", -30.0), ("right", 24.0))  # side, px from its stalk
WALL_ROOTS = ((1, -56.0), (3, -34.0), (2, 38.0), (1, 54.0))  # which, px from its stalk
ROOTS_Y = GROUND_Y + 6
AWAY = {"right": "left", "left": "right"}
Point = tuple[float, float]


class FlowerView:
    def __init__(self, stage: Stage) -> None:
        if stage.flower is not None:
            keyed_sheet("flower")  # read now, not when it first comes into view
        self._shown = 0  # stage of growth that is drawn
        self._growing = 0  # ticks since it began to grow to it
        self._held_at = (0.0, 0.0)  # where his claw last held it
        self._let_go: int | None = None  # its age when he did
        self._side = "right"
        self._burnt = False  # the city is gone, and it with it

    def observe(self, world: World, events: list[Event]) -> None:
        """One tick."""
        self._burnt |= any(isinstance(event, SendaiLost) for event in events)
        for _, plant, _ in world.entities.each(Flower, Body):
            spread = sum(world.gamera.grip > share for share in UNFOLDS_AT)
            stage = min(STAGES, stage_of(plant.oxygen) + spread)
            self._growing += 1
            if not self._shown:
                self._shown, self._growing = stage, 1000
            elif stage > self._shown and plant.state is FlowerState.ROOTED and self._growing >= GROWS_TICKS:
                self._shown, self._growing = self._shown + 1, 0
            if plant.state is FlowerState.ROOTED:
                self._side, self._let_go = "right" if world.gamera_body.facing > 0 else "left", None
            elif self.is_held(world) and (plant.age >= HELD_TICKS or world.gamera.state not in LIFTS_UP):
                self._let_go = plant.age

    def is_held(self, world: World) -> bool:
        """True while he holds it up, torn out."""
        torn = any(plant.state is FlowerState.TORN for _, plant in world.entities.each(Flower))
        return torn and self._let_go is None

    def head(self, world: World) -> Point | None:
        """The world point of its head while it stands or is held up."""
        if self.is_held(world):
            return self._held_at[0], self._held_at[1] + HELD_HEAD_Y
        for _, plant, body in world.entities.each(Flower, Body):
            if plant.state is FlowerState.ROOTED and not self._burnt:
                x, y = self._rooted_frame(world, keyed_sheet("flower"), plant).anchors["head"]
                return body.x + x, body.y + y
        return None

    def carry(self, world: World, claw: Point) -> None:
        """One tick in his raised claw: out of its bed, then where the claw is."""
        facing = 1 if self._side == "right" else -1
        for _, plant, body in world.entities.each(Flower, Body):
            share = ease_out(plant.age, PULLED_TICKS)
            goal_x, goal_y = claw[0] + HOLDS[0] * facing, claw[1] + HOLDS[1]
            bed_y = body.y + BED_Y
            self._held_at = body.x + (goal_x - body.x) * share, bed_y + (goal_y - bed_y) * share

    def draw_held(self, world: World, lens: Lens) -> None:
        """Before him, its roots hanging away from him."""
        for _, plant in world.entities.each(Flower):
            x, y = self._held_at
            _draw(lens, keyed_sheet("flower")[f"torn/{AWAY[self._side]}"].at(plant.age), x, y)
            lens.light("green", 160, x, y - 40, 0.6 * (1 - plant.age / HELD_TICKS))

    def draw(self, world: World, lens: Lens) -> None:
        """It and the ground it grows from, behind all who fight; not while he holds it."""
        for _, plant, body in world.entities.each(Flower, Body):
            if not lens.sees(body.x - HALF_WIDTH, body.x + HALF_WIDTH):
                continue
            sheet = keyed_sheet("flower")
            state = FlowerState.BURNT if self._burnt else plant.state
            soil = GROUND_Y + SOIL if body.y >= GROUND_Y else None
            match state:
                case FlowerState.ROOTED:
                    self._draw_rooted(world, lens, sheet, plant, body, soil)
                case FlowerState.TORN if self._let_go is not None:
                    self._draw_falling(lens, sheet, plant.age - self._let_go, plant.age)
                case FlowerState.TOPPLED:
                    _draw(lens, sheet[f"topple/{self._side}"].at(plant.age), body.x, body.y, GROUND_Y + LIES_IN)
                case FlowerState.LAUNCHED:
                    self._draw_launch(lens, sheet, plant, body)
                case FlowerState.BURNT:
                    _draw(lens, sheet["burnt"].at(plant.age), body.x, body.y, soil)

    def _draw_rooted(
        self, world: World, lens: Lens, sheet: Sheet, plant: Flower, body: Body, soil: float | None
    ) -> None:
        frame = self._rooted_frame(world, sheet, plant)
        held = world.gamera.state is GameraState.GRAPPLE
        shiver = (world.tick // 2 % 2 * 2 - 1) * (1 + round(2 * world.gamera.grip)) if held else 0
        self._draw_roots(lens, sheet, body, soil)
        _draw(lens, frame, body.x + shiver, body.y, soil)
        share = plant.oxygen / 100
        for name, diameter in (("heart", 160), ("pod", 96)):
            if name in frame.anchors:
                x, y = frame.anchors[name]
                lens.light("green", diameter, body.x + x, body.y + y, GLOWS + GLOWS_MORE * share)

    def _draw_roots(self, lens: Lens, sheet: Sheet, body: Body, soil: float | None) -> None:
        """The longer the older it is: down the wall it sits on, and out over the street."""
        step = min(ROOT_STEPS, self._shown) - 1
        if step < 0:
            return
        for name, dx in STREET_ROOTS:
            root = sheet[f"root/creeping/{name}"].frames[step]
            _draw(lens, root, body.x + dx, ROOTS_Y)
        for number, dx in WALL_ROOTS if soil is None else ():
            root = sheet[f"root/hanging{number}"].frames[step]
            _draw(lens, root, body.x + dx, body.y)

    def _rooted_frame(self, world: World, sheet: Sheet, plant: Flower) -> Frame:
        if self._shown > 1:
            growth = sheet[f"grow/{self._shown - 1}"]
            if self._growing < _length(growth):
                return growth.at(self._growing)
        if plant.oxygen >= BREATH_FROM:
            breath = sheet["breath"]
            there_and_back = 2 * len(breath.frames) - 2
            step = world.beat // breath.ticks % max(1, there_and_back)
            return breath.frames[min(step, there_and_back - step)]
        return sheet[f"stage/{self._shown or stage_of(plant.oxygen)}"].at(world.beat)

    def _draw_falling(self, lens: Lens, sheet: Sheet, fallen: int, age: int) -> None:
        """Out of his claw, down to the street."""
        frame = sheet[f"torn/{AWAY[self._side]}"].at(age)
        x, y = self._held_at
        y += FALL_GRAVITY * fallen * fallen / 2
        below = frame.image.get_height() - frame.pivot_y
        if y + below * 0.4 < LIES_Y:
            _draw(lens, frame, x, y)
        else:
            topple = sheet[f"topple/{self._side}"].frames[-1]
            _draw(lens, topple, x, LIES_Y, GROUND_Y + LIES_IN)

    def _draw_launch(self, lens: Lens, sheet: Sheet, plant: Flower, body: Body) -> None:
        strip = sheet["launch"]
        frame = strip.at(plant.age)
        _draw(lens, frame, body.x, body.y)
        x, y = frame.anchors.get("heart", (0.0, -150.0))
        lens.light("green", 160, body.x + x, body.y + y, 1.0)
        throat = body.x + x, body.y + y
        flown = plant.age - SEED_LEAVES * strip.ticks
        if flown <= 0:
            _draw(lens, sheet["launch_gather"].at(plant.age), *throat)
        if flown > 0:
            seed_y = body.y + y - 60 - SEED_SPEED * flown - SEED_GAINS * flown * flown / 2
            column = sheet["blast_column"].at(plant.age)
            for step in range(min(COLUMN_TILES, int((throat[1] - seed_y) // COLUMN_TILE))):
                _draw(lens, column, throat[0], throat[1] - (step + 1) * COLUMN_TILE)
            if flown < _length(sheet["launch_burst"]):
                _draw(lens, sheet["launch_burst"].at(flown), *throat)
            _draw(lens, sheet["pod"].at(plant.age), body.x + x, seed_y)
            for step in range(4):
                lens.light("green", 96, body.x + x, seed_y + 30 + 34 * step, 1 - 0.2 * step)


def stage_of(oxygen: float) -> int:
    """The stage of growth, 1 to 5, that shows so many per cent of oxygen."""
    return min(STAGES, 1 + int(oxygen / STAGE_OXYGEN))


def draw_grown(lens: Lens, plan: FlowerPlan, tick: int) -> None:
    """The flower of a stage before it opens, where nobody plays it."""
    frame = keyed_sheet("flower")[f"stage/{STAGES - 1}"].at(tick)
    y = GROUND_Y - plan.roof
    _draw(lens, frame, plan.x, y, None if plan.roof else GROUND_Y + SOIL)
    x, heart_y = frame.anchors["heart"]
    lens.light("green", 160, plan.x + x, y + heart_y, 0.6)


def _length(strip: Strip) -> int:
    return strip.ticks * len(strip.frames)


def _draw(lens: Lens, frame: Frame, x: float, y: float, soil: float | None = None) -> None:
    """Draws what of it is above `soil`, a y of the world; all of it where there is none."""
    canvas = lens.canvas
    whole = canvas.get_clip()
    if soil is not None:
        canvas.set_clip((0, 0, canvas.get_width(), max(0, round(soil) - lens.top)))
    lens.blit(frame.image, x, y, frame.pivot_x, frame.pivot_y)
    canvas.set_clip(whole)
