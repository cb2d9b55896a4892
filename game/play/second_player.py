"""The second player: he comes and goes in the middle of a stage, and the screen says so."""

from collections.abc import Hashable

from game.play.bindings import Control
from game.play.context import Context
from game.play.latch import Controls
from game.play.seat_memory import remember_seats
from game.play.seats import KEYBOARD, Role
from game.view.controls import SECOND_KEYS
from game.view.language import message
from game.view.prompts import Key, Prompt, Prompts

WORDS = (
    ((Control.GRID_LEFT, Control.GRID_RIGHT), message("line")),
    ((Control.GRID_SWITCH,), message("on/off")),
    ((Control.GRID_SURGE,), message("surge")),
    ((Control.GRID_BLACKOUT,), message("dark")),
    ((Control.JOIN,), message("leave")),
)
LEFT = message("P2 has left the grid. All devices are Gamera's.")


class SecondPlayer:
    """One for each stage. Call `tick` once a tick of the window."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._seen: frozenset[Hashable] = frozenset()  # who sits there as the stage begins is told as well
        self._changed = False  # what is kept of the seats, since the stage began

    def left(self) -> None:
        """The stage is left."""
        if self._changed:
            self._context.store_settings()

    def tick(self, controls: Controls) -> None:
        seats = self._context.input.seats
        if Control.JOIN in controls.pressed:
            alone = seats.role(KEYBOARD) is Role.GAMERA
            seats.assign(KEYBOARD, Role.SHARED if alone else Role.GAMERA)
        now = seats.at_grid_now
        if now == self._seen:
            return
        came = now - self._seen
        self._seen = now
        self._changed = remember_seats(self._context) or self._changed
        self._context.notice.show(self._welcome(next(iter(came))) if came else LEFT)
        self._context.sound.interface("message" if came else "back")

    def _welcome(self, device: Hashable) -> str:
        """Who plays what, and with which keys or buttons; in the player's language already."""
        say = self._context.kit.say
        prompts = prompts_of(self._context, device)
        moves = [f"{' '.join(map(_in_words, prompts.of(*controls)))} {say(words)}" for controls, words in WORDS]
        return say("P2: THE GRID  {moves}", moves="  ".join(moves))


def prompts_of(context: Context, device: Hashable) -> Prompts:
    """What the device's keys or buttons are called, as they are bound now."""
    bindings = context.input.lexicon.bindings
    family = context.pads.family_of(device)
    return Prompts(bindings.keys, bindings.buttons if family is None else bindings.buttons_of(family), family)


def gameras_prompts_beside(context: Context) -> Prompts:
    """What is left to Gamera of a shared keyboard: the second player's keys are no longer his."""
    keys = context.input.lexicon.bindings.keys
    taken = {code for control in SECOND_KEYS for code in keys.get(control, ())}
    left = {control: tuple(code for code in codes if code not in taken) for control, codes in keys.items()}
    return Prompts(left)


def _in_words(prompt: Prompt) -> str:
    if isinstance(prompt, Key):
        return prompt.label
    return prompt.letters or {"dpad_lr": "◀▶"}.get(prompt.picture, prompt.picture.upper())
