"""Opens the window, runs the screens until there are none left, closes everything again."""

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pygame

from game.agents.recording import Recording
from game.agents.rehearse import scene_opening
from game.play import storage
from game.play.context import Context
from game.play.input import Input
from game.play.loop import FramePacer, TickClock
from game.play.pads import Pads
from game.play.presenter import Presenter, scale_that_fits
from game.play.recordings import recordings_folder
from game.play.saves import load_saves
from game.play.screens.film import what_follows
from game.play.screens.loading import get_ready_to_play
from game.play.screens.replay import ReplayScreen
from game.play.screens.stack import Screen, ScreenStack
from game.play.screens.stage import StageScreen
from game.play.screens.title import TitleScreen
from game.play.seat_memory import restore_seats
from game.play.seeds import fresh_seed
from game.play.session import Session
from game.play.settings import LanguageName, load_settings, volumes
from game.play.story import FILM
from game.view.kit import Kit
from game.view.sound import SoundStage

TITLE = "Gamera: Legion on the Wire"
SLEPT_SECONDS = 10.0  # between two frames: no stall is that long, the machine was suspended
UNSEEN_FRAMES = 20  # a second while the window is minimised: enough for all ticks to be played, and nothing is drawn
UNSEEN = frozenset({pygame.WINDOWMINIMIZED, pygame.WINDOWHIDDEN})
SEEN_AGAIN = frozenset(
    {pygame.WINDOWRESTORED, pygame.WINDOWSHOWN, pygame.WINDOWMAXIMIZED, pygame.WINDOWEXPOSED, pygame.WINDOWFOCUSGAINED}
)
PADS_CHANGED = frozenset(
    {
        pygame.CONTROLLERDEVICEADDED,
        pygame.CONTROLLERDEVICEREMOVED,
        pygame.JOYDEVICEADDED,
        pygame.JOYDEVICEREMOVED,
    }
)
# Whoever presses something here has the keyboard, also where the system forgets to say so.
FOCUSED = frozenset(
    {
        pygame.WINDOWFOCUSGAINED,
        pygame.KEYDOWN,
        pygame.MOUSEBUTTONDOWN,
        pygame.CONTROLLERBUTTONDOWN,
        pygame.JOYBUTTONDOWN,
    }
)


class WindowError(Exception):
    """No window can be opened here. The message is one line."""


@dataclass(frozen=True)
class Launch:
    """What the command line asks of the window. None: as the settings say, or by luck."""

    stage: str | None = None
    scene: int = 0
    seed: int | None = None
    difficulty: str | None = None
    language: LanguageName | None = None
    fullscreen: bool = False
    scale: int | None = None
    mute: bool = False
    record: Path | None = None
    version: str = ""


def run_window(launch: Launch) -> int:
    """The title screen, or a stage at once. Returns the exit code when the player has left."""

    def first_screens(context: Context) -> Sequence[Screen]:
        title = TitleScreen(context)
        if launch.stage is None:
            return [title]
        seed = fresh_seed() if launch.seed is None else launch.seed
        setup = context.settings.setup(launch.stage, seed)
        if launch.difficulty is not None:
            setup = replace(setup, difficulty=launch.difficulty)
        follows = what_follows if launch.stage in FILM else None
        session = Session(setup, launch.record)
        if launch.scene:
            session.practise_from(scene_opening(setup, launch.scene))
        screens = [title, StageScreen(context, session, follows)]
        get_ready_to_play(context)
        return screens

    return _run(launch, first_screens)


def run_replay(recording: Recording, launch: Launch) -> int:
    """Plays a recording in the window."""

    def first_screens(context: Context) -> Sequence[Screen]:
        screen = ReplayScreen(context, recording)
        get_ready_to_play(context)
        return [screen]

    return _run(launch, first_screens)


def _run(launch: Launch, first_screens: Callable[[Context], Sequence[Screen]]) -> int:
    settings, problem = load_settings()
    saves, another_problem = load_saves()
    for folder in (storage.home(), recordings_folder()):
        storage.sweep(folder)
    try:
        presenter = Presenter(
            TITLE,
            launch.scale or scale_that_fits(settings.scale),
            launch.fullscreen or settings.fullscreen,
            settings.scaling,
            vsync=settings.vsync,
        )
        presenter.vision = settings.colours
    except pygame.error as error:
        raise WindowError(f"no window can be opened: {error}") from None
    user_input = Input(presenter.to_canvas, settings.bindings())
    context = Context(
        presenter=presenter,
        input=user_input,
        pads=Pads(user_input),
        sound=SoundStage.open(volumes(settings, muted=launch.mute)),
        kit=Kit(),
        settings=settings,
        saves=saves,
        muted=launch.mute,
        version=launch.version,
        language_asked=launch.language,
    )
    if unspoken := context.speak():
        print(f"gamera: {unspoken}", file=sys.stderr)
    context.notice.show(problem or another_problem)
    restore_seats(context)
    try:
        App(context, ScreenStack(context, first_screens(context))).run()
    finally:
        context.sound.close()
        presenter.close()
        pygame.quit()
    if context.notice.unseen:
        print(f"gamera: {context.notice.text}", file=sys.stderr)
    return 0


class App:
    """The loop of the window. `now` is a clock in nanoseconds."""

    def __init__(self, context: Context, screens: ScreenStack, now: Callable[[], int] = time.perf_counter_ns) -> None:
        self._context = context
        self._screens = screens
        self._now = now
        self._seen = True  # the window is not minimised

    def run(self) -> None:
        """Until the last screen is gone or the window is closed."""
        clock = TickClock(self._now)
        pacer = FramePacer(self._now)
        before = self._now()
        try:
            while self._screens.top is not None and self._take_events():
                for _ in range(clock.due()):
                    self._screens.tick()
                    self._hold_what_began_unattended()
                now = self._now()
                seconds = (now - before) / 1e9
                before = now
                if seconds > SLEPT_SECONDS:
                    self._screens.interrupt()
                self._screens.sound(seconds)
                if self._seen:
                    self._draw(clock.alpha)
                pacer.wait(self._context.presenter.frame_cap if self._seen else UNSEEN_FRAMES)
        finally:
            self._screens.close()

    def _take_events(self) -> bool:
        """False when the window was closed."""
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                return False
            self._seen = event.type in SEEN_AGAIN or (self._seen and event.type not in UNSEEN)
            focused = self._context.focused and event.type != pygame.WINDOWFOCUSLOST
            self._context.focused = focused or event.type in FOCUSED
            if _asks_for_fullscreen(event):
                self._toggle_fullscreen()
                continue
            if event.type == pygame.AUDIODEVICEREMOVED and not event.iscapture:
                self._context.sound.device_removed()
            elif event.type == pygame.AUDIODEVICEADDED and not event.iscapture:
                self._context.sound.device_added()
            if self._screens.type(event) or self._screens.catch(event):
                continue
            self._context.input.handle(event)
            unplugged = self._context.pads.handle(event)
            if unplugged:
                self._context.notice.show(unplugged)
            if event.type in PADS_CHANGED:
                restore_seats(self._context)
            if unplugged or event.type == pygame.WINDOWFOCUSLOST:
                self._screens.interrupt()
        self._context.show_device_in_hand()
        return True

    def _hold_what_began_unattended(self) -> None:
        """A stage may come to the top while another window has the keyboard: after loading, or after its order."""
        top = self._screens.top
        if not self._context.focused and top is not None and top.in_play:
            self._screens.interrupt()

    def _toggle_fullscreen(self) -> None:
        self._context.settings.fullscreen = not self._context.presenter.fullscreen
        self._context.apply_settings()
        self._context.store_settings()

    def _draw(self, alpha: float) -> None:
        canvas = self._context.presenter.canvas
        self._screens.draw(canvas, alpha)
        self._screens.draw_notice(canvas)
        self._context.presenter.show()


def _asks_for_fullscreen(event: pygame.Event) -> bool:
    """F11, or Alt and Enter."""
    if event.type != pygame.KEYDOWN:
        return False
    return event.key == pygame.K_F11 or (event.key == pygame.K_RETURN and bool(event.mod & pygame.KMOD_ALT))
