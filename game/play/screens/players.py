"""The page of players: which device plays Gamera, which works the grid; any of them can be moved over."""

from collections.abc import Hashable
from typing import Final, NamedTuple

import pygame

from game.play.bindings import Control
from game.play.context import Context
from game.play.latch import Controls
from game.play.screens.menu import Menu, Repeater
from game.play.screens.stack import Pop, Screen, Transition
from game.play.seat_memory import remember_seats
from game.play.seats import KEYBOARD, Role
from game.play.second_player import gameras_prompts_beside, prompts_of
from game.view.language import message
from game.view.pages.players import DeviceRow, Move, Moves, PlayersPage, draw_players, rows_area, stop_at
from game.view.prompts import Prompts

MOUSE: Final = "mouse"
SWAP: Final = "swap"
STOPS: Final = (Role.GAMERA, Role.SHARED, Role.GRID)  # from left to right
SOMEBODY_MUST: Final = message("Somebody must play Gamera.")
LIT_TICKS = 24  # for which a row shows that its device was pressed
PRESSES: Final = frozenset({pygame.CONTROLLERBUTTONDOWN, pygame.JOYBUTTONDOWN})
GAMERAS_MOVES: Final = (
    ((Control.LEFT, Control.RIGHT), message("WALK")),
    ((Control.JUMP,), message("JUMP")),
    ((Control.CLAW,), message("CLAW")),
    ((Control.PLASMA,), message("PLASMA")),
    ((Control.GUARD,), message("GUARD")),
    ((Control.ROAR,), message("ROAR")),
)
GRIDS_MOVES: Final = (
    ((Control.GRID_LEFT, Control.GRID_RIGHT), message("LINE")),
    ((Control.GRID_SWITCH,), message("ON / OFF")),
    ((Control.GRID_SURGE,), message("SURGE")),
    ((Control.GRID_BLACKOUT,), message("BLACKOUT")),
)


class Device(NamedTuple):
    """One row; `roles` are those it may have now, none where it cannot be moved at all."""

    key: Hashable
    icon: str
    name: str
    roles: tuple[Role, ...]


class PlayersScreen(Screen):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._tick = 0
        self._menu = Menu(self._rows(), context.sound)
        self._sides = Repeater(Control.LEFT, Control.RIGHT)
        self._lit: dict[Hashable, int] = {}  # until which tick

    def left(self) -> None:
        self.context.store_settings()

    def caught(self, event: pygame.Event) -> bool:
        """Whoever presses something sees which row is his."""
        if event.type == pygame.KEYDOWN:
            self._lit[KEYBOARD] = self._tick + LIT_TICKS
        elif event.type in PRESSES:
            self._lit[event.instance_id] = self._tick + LIT_TICKS
        elif event.type == pygame.MOUSEBUTTONDOWN:
            self._lit[MOUSE] = self._tick + LIT_TICKS
        return False

    def tick(self, controls: Controls) -> Transition | None:
        self._tick += 1
        if self.goes_back(controls):
            return Pop()
        self._follow_plugs()
        clicked = self._menu.move(controls, rows_area(len(self._menu.items)))
        chose = Control.CONFIRM in controls.pressed or clicked
        step = self._sides.step(controls)
        if self._menu.items[self._menu.chosen] == SWAP:
            if chose:
                self._swap()
            return None
        device = self._devices()[self._menu.chosen]
        if clicked and controls.aims_at is not None:
            self._assign(device, STOPS[stop_at(controls.aims_at)])
        elif step or chose:
            self._move(device, step, wraps=chose)
        return None

    def draw(self, canvas: pygame.Surface, alpha: float | None) -> None:
        devices = self._devices()
        rows = tuple(
            DeviceRow(
                device.icon,
                device.name,
                tuple(STOPS.index(role) for role in device.roles),
                STOPS.index(self._role(device)),
                self._lit.get(device.key, 0) > self._tick,
            )
            for device in devices
        )
        chosen = self._menu.chosen
        moves = self._moves(devices[chosen]) if chosen < len(devices) else ()
        page = PlayersPage(self._tick, rows, chosen, moves, self.context.input.seats.two_players)
        draw_players(canvas, self.context.kit, page)

    def _devices(self) -> tuple[Device, ...]:
        pads = (
            Device(instance, "pad", name.upper(), self._free_roles(instance, (Role.GAMERA, Role.GRID)))
            for instance, name in self.context.pads.plugged_in()
        )
        return (
            Device(KEYBOARD, "keyboard", message("KEYBOARD"), self._free_roles(KEYBOARD, STOPS)),
            *pads,
            Device(MOUSE, "aim", message("MOUSE"), ()),
        )

    def _free_roles(self, device: Hashable, roles: tuple[Role, ...]) -> tuple[Role, ...]:
        """All of them but the last, which is the grid, for a device with which alone Gamera is played."""
        seats = self.context.input.seats
        everybody = (KEYBOARD, *(instance for instance, _ in self.context.pads.plugged_in()))
        gameras = [key for key in everybody if not seats.at_grid(key)]
        return roles[:-1] if gameras == [device] else roles

    def _rows(self) -> tuple[str, ...]:
        return (*(str(device.key) for device in self._devices()), SWAP)

    def _follow_plugs(self) -> None:
        """A pad may come or go while the page is open."""
        rows = self._rows()
        if rows != self._menu.items:
            self._menu.items, self._menu.chosen = rows, min(self._menu.chosen, len(rows) - 1)

    def _role(self, device: Device) -> Role:
        return Role.GRID if device.key == MOUSE else self.context.input.seats.role(device.key)

    def _moves(self, device: Device) -> tuple[Moves, ...]:
        """What its keys or buttons do, for each of those who play with it."""
        if device.key == MOUSE:
            return ()
        prompts = prompts_of(self.context, device.key)
        match self._role(device):
            case Role.GAMERA:
                return (_moves_of(prompts, "gamera", GAMERAS_MOVES),)
            case Role.GRID:
                return (_moves_of(prompts, "command", GRIDS_MOVES),)
            case Role.SHARED:
                gameras = gameras_prompts_beside(self.context)
                return _moves_of(gameras, "gamera", GAMERAS_MOVES), _moves_of(prompts, "command", GRIDS_MOVES)

    def _move(self, device: Device, step: int, *, wraps: bool) -> None:
        """To the next place on that side; `wraps`: on, and from the last to the first."""
        roles = device.roles
        if not roles:
            self.context.sound.interface("refused")
            return
        place = roles.index(self._role(device)) + (1 if wraps else step)
        if wraps and len(roles) > 1:
            place %= len(roles)
        self._assign(device, roles[max(0, place)] if place < len(roles) else Role.GRID)

    def _assign(self, device: Device, role: Role) -> None:
        if role not in device.roles:
            if role is Role.GRID and device.roles:
                self.context.notice.show(SOMEBODY_MUST)
            self.context.sound.interface("refused")
        elif role is not self._role(device):
            self.context.input.seats.assign(device.key, role)
            remember_seats(self.context)
            self.context.sound.interface("move")

    def _swap(self) -> None:
        """Everybody takes the other seat. A shared keyboard stays shared."""
        if not self.context.input.seats.two_players:
            self.context.notice.show(SOMEBODY_MUST)
            self.context.sound.interface("refused")
            return
        other = {Role.GAMERA: Role.GRID, Role.GRID: Role.GAMERA}
        movable = [device for device in self._devices() if device.roles and self._role(device) in other]
        for device in movable:
            self.context.input.seats.assign(device.key, other[self._role(device)])
        remember_seats(self.context)
        self.context.sound.interface("select" if movable else "refused")


def _moves_of(prompts: Prompts, icon: str, moves: tuple[tuple[tuple[Control, ...], str], ...]) -> Moves:
    return Moves(icon, tuple(Move(prompts.of(*controls), words) for controls, words in moves))
