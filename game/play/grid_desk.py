"""What the player wants of the grid, and of a sandbox: keys and mouse become commands the rules take one a tick."""

from collections import deque

from game.play.bindings import CIRCUITS, Control
from game.play.latch import Controls
from game.sim.action import GridVerb
from game.sim.stage import Stage
from game.sim.units import VIEW_WIDTH
from game.sim.world import World
from game.view.command import CommandView, command_card_places
from game.view.hud.layout import card_places

WIRE_REACH = 16  # px from a wire within which a click is meant for it
MOST_WAITING = 4  # commands; in slow time a rule's tick comes every fourth tick of the window

Command = tuple[GridVerb, int]
NO_COMMAND: Command = (GridVerb.NONE, 0)


class GridDesk:
    """One for each stage. Call `handle` once a tick of the window, `next` once a tick of the rules."""

    def __init__(self) -> None:
        self._waiting: deque[Command] = deque(maxlen=MOST_WAITING)
        self._chosen = 0
        self._age = 0
        self._second: int | None = None  # the circuit on which the second player's cursor is
        self.is_open = False

    @property
    def view(self) -> CommandView | None:
        """What to draw of the command view, None while it is closed."""
        return CommandView(self._chosen, self._age) if self.is_open else None

    @property
    def second_cursor(self) -> int | None:
        """The circuit the second player is on; None without one."""
        return self._second

    def handle(self, controls: Controls, world: World, camera_x: float, *, two_players: bool = False) -> None:
        """`two_players`: somebody works the grid besides Gamera's player."""
        was_open = self.is_open
        stage = world.stage
        self.is_open = bool(stage.circuit) and Control.COMMAND_VIEW in controls.held
        self._age = self._age + 1 if was_open and self.is_open else 0
        if self.is_open and not was_open:
            self._chosen = circuit_near(world, camera_x + VIEW_WIDTH / 2)
        if self.is_open:
            self._pick(controls, stage, camera_x)
        elif Control.BLACKOUT in controls.pressed:
            self._black_out(stage, camera_x)
        surges = Control.SURGE_SHIFT in controls.held
        for number, control in enumerate(CIRCUITS[: len(stage.circuit)]):
            if control in controls.pressed:
                self._waiting.append((GridVerb.SURGE if surges else GridVerb.TOGGLE, number))
        if stage.sandbox:
            self._place(controls, stage, camera_x)
        self._click(controls, world, camera_x)
        self._work_second(controls, world, camera_x, two_players and bool(stage.circuit))

    def next(self) -> Command:
        """The oldest command not yet given, NO_COMMAND where there is none."""
        return self._waiting.popleft() if self._waiting else NO_COMMAND

    def close(self) -> None:
        """Forgets everything; the stage goes on from another moment."""
        self._waiting.clear()
        self.is_open = False

    def _pick(self, controls: Controls, stage: Stage, camera_x: float) -> None:
        circuits = len(stage.circuit)
        step = (Control.RIGHT in controls.pressed) - (Control.LEFT in controls.pressed)
        self._chosen = (self._chosen + step) % circuits
        if Control.CLAW in controls.pressed:
            self._waiting.append((GridVerb.TOGGLE, self._chosen))
        if Control.PLASMA in controls.pressed:
            self._waiting.append((GridVerb.SURGE, self._chosen))
        if controls.pressed & {Control.GUARD, Control.BLACKOUT}:
            self._black_out(stage, camera_x)

    def _work_second(self, controls: Controls, world: World, camera_x: float, present: bool) -> None:
        """His cursor, and what he does where it is: at full speed, whatever Gamera's player has open."""
        if not present:
            self._second = None
            return
        if self._second is None:
            self._second = circuit_near(world, camera_x + VIEW_WIDTH / 2)
        step = (Control.GRID_RIGHT in controls.pressed) - (Control.GRID_LEFT in controls.pressed)
        self._second = (self._second + step) % len(world.stage.circuit)
        if Control.GRID_SWITCH in controls.pressed:
            self._waiting.append((GridVerb.TOGGLE, self._second))
        if Control.GRID_SURGE in controls.pressed:
            self._waiting.append((GridVerb.SURGE, self._second))
        if Control.GRID_BLACKOUT in controls.pressed:
            self._black_out(world.stage, camera_x)

    def _black_out(self, stage: Stage, camera_x: float) -> None:
        district = district_in_view(stage, camera_x)
        if district is not None:
            self._waiting.append((GridVerb.BLACKOUT, district))

    def _place(self, controls: Controls, stage: Stage, camera_x: float) -> None:
        """By key in the middle of the view."""
        middle = place_on(stage, camera_x + VIEW_WIDTH / 2)
        if Control.PLACE_SOLDIERS in controls.pressed:
            self._waiting.append((GridVerb.SPAWN, middle))
        if Control.PLACE_PYLON in controls.pressed:
            self._waiting.append((GridVerb.RAISE, middle))
        if Control.CLEAR_SOLDIERS in controls.pressed:
            self._waiting.append((GridVerb.CLEAR, 0))

    def _click(self, controls: Controls, world: World, camera_x: float) -> None:
        if controls.clicked_middle:
            self._black_out(world.stage, camera_x)
        if controls.aims_at is None or not (controls.clicked or controls.clicked_right):
            return
        x, y = controls.aims_at
        circuits = len(world.stage.circuit)
        number = command_card_at(x, y, circuits, self._chosen) if self.is_open else display_card_at(x, y, circuits)
        if number is None:
            number = wire_at(world, camera_x + x, y)
        if number is not None:
            self._chosen = number
            self._waiting.append((GridVerb.TOGGLE if controls.clicked else GridVerb.SURGE, number))
        elif world.stage.sandbox:
            place = place_on(world.stage, camera_x + x)
            self._waiting.append((GridVerb.SPAWN if controls.clicked else GridVerb.RAISE, place))


def place_on(stage: Stage, x: float) -> int:
    """The target of a sandbox's command that is meant for world `x`: 0 to 255 along the stage."""
    return min(255, max(0, int(x * 256 / stage.width)))


def district_in_view(stage: Stage, camera_x: float) -> int | None:
    """The district whose middle is nearest to the middle of the view; None where the stage has none."""
    if not stage.district:
        return None
    middle = camera_x + VIEW_WIDTH / 2
    return min(
        range(len(stage.district)),
        key=lambda number: max(0.0, stage.district[number].left - middle, middle - stage.district[number].right),
    )


def circuit_near(world: World, x: float) -> int:
    """The circuit whose wires are nearest to world `x`; the first of several above it."""
    distances = [
        (max(0.0, left - x, x - right), circuit)
        for circuit, (left, right) in zip(world.lines.circuit_of_span, world.lines.span_ends, strict=True)
    ]
    return min(distances)[1] if distances else 0


def wire_at(world: World, x: float, y: float) -> int | None:
    """The circuit whose wire hangs at the point (x, y) of the world, px; None where none does."""
    column = int(x)
    if not 0 <= column < world.stage.width or abs(float(world.wire_y[column]) - y) > WIRE_REACH:
        return None
    return int(world.lines.circuit_of[column])


def display_card_at(x: int, y: int, circuits: int) -> int | None:
    """The circuit whose card of the display is at canvas (x, y)."""
    places = enumerate(card_places(circuits))
    return next((circuit for circuit, place in places if place.collidepoint(x, y)), None)


def command_card_at(x: int, y: int, circuits: int, chosen: int) -> int | None:
    """The circuit whose card of the command view is at canvas (x, y); it shows the cards around the chosen one."""
    places = command_card_places(circuits, chosen)
    return next((circuit for circuit, place in places if place.collidepoint(x, y)), None)
