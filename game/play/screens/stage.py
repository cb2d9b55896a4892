"""The stage: the game itself."""

from dataclasses import replace

import pygame

from game.play.bindings import Control
from game.play.context import Context
from game.play.grid_desk import GridDesk
from game.play.latch import Controls
from game.play.loop import COMMAND_VIEW_PERCENT, LAST_BLOW_PERCENT, SlowMotion
from game.play.recordings import RecordingKeeper, recordings_folder
from game.play.rumble import shakes_of
from game.play.saves import Totals
from game.play.screens.loading import LoadingScreen
from game.play.screens.pause import PauseScreen
from game.play.screens.result import Follows, ResultScreen
from game.play.screens.stack import Push, Screen, Transition
from game.play.second_player import SecondPlayer
from game.play.seeds import fresh_seed
from game.play.session import Session
from game.play.story import SCORED, counts, keep_checkpoint, keep_result, scene_name
from game.play.tick_meter import TickMeter
from game.sim import Action, Button
from game.sim.events import Event, MusicAsked, SceneStarted, SoldierDied, SoldierElectrocuted
from game.view.hud.layout import NOTICE_TOP
from game.view.language import Sentence, message
from game.view.last_blow import LastBlow
from game.view.picture import Picture
from game.view.sound.score import cue_of

SANDBOX_HELP = message("Click or E: soldiers   Right click or R: pylon   Delete: clear   F3: field")
LAST_BLOW_TICKS = 90  # of the window, between the end of the game and its result

BUTTONS = {
    Control.JUMP: Button.JUMP,
    Control.CLAW: Button.ATTACK,
    Control.PLASMA: Button.FIRE,
    Control.GUARD: Button.GUARD,
    Control.ROAR: Button.ROAR,
    Control.SKIP: Button.SKIP,
}


def buttons_of(controls: Controls) -> Action:
    """Gamera's part of an action."""
    held = controls.held
    buttons = Button(0)
    for control, button in BUTTONS.items():
        if control in held:
            buttons |= button
    return Action(
        buttons,
        move=(Control.RIGHT in held) - (Control.LEFT in held),
        aim=(Control.DOWN in held) - (Control.UP in held),
    )


def _placed(points: int, place: int) -> Sentence:
    return Sentence("{points} points: place {place} in the table.", points=points, place=place)


class StageScreen(Screen):
    """`follows` makes the screen after the stage is won; None where only the title follows."""

    in_play = True
    notice_top = NOTICE_TOP

    def __init__(self, context: Context, session: Session, follows: Follows | None = None) -> None:
        super().__init__(context)
        self._session = session
        session.keep_recordings(RecordingKeeper(recordings_folder()))
        self.follows = follows
        self._second_player = SecondPlayer(context)
        self._slow = SlowMotion()
        self._tick_meter = TickMeter()
        self._alpha = 1.0
        self._heard: list[Event] = []  # events since the last drawn frame
        self._shows_field = False
        self._uncounted = Totals(plays=1)  # what was done since the totals were last kept
        self._begin()

    def entered(self) -> None:
        """Also after a pause, in which options may have changed."""
        if self._picture.settings != self.context.look():
            self._set_up_picture()
        self.context.sound.pause(False)
        self.context.play_music(cue_of(self._session.world))
        if self._session.world.stage.sandbox:
            self.context.notice.show(SANDBOX_HELP)

    def left(self) -> None:
        """Also when the window is closed."""
        self._keep_result()
        self._second_player.left()
        self.context.sound.leave()
        self._keep_totals()
        self.context.notice.show(self._session.finish(self.context.version))

    @property
    def scenes(self) -> int:
        """How many the stage has."""
        return len(self._session.world.stage.scene)

    def checkpoint_name(self) -> str:
        """The scene that "restart scene" goes back to."""
        return scene_name(self._session.world)

    def another(self) -> Screen:
        """The same stage once more, with other dice."""
        setup = replace(self._session.setup, seed=fresh_seed())
        return LoadingScreen(self.context, lambda: StageScreen(self.context, Session(setup), self.follows))

    def result_of_quitting(self) -> Screen | None:
        """Of a stage without end, if there is a score to keep; other stages are left as if not played."""
        world = self._session.world
        if world.stage.endless is None or not world.tally.score:
            return None
        return self._result()

    def restart_scene(self) -> None:
        self._keep_result()
        self._session.restart_scene()
        self._begin()

    def restart_stage(self) -> None:
        self._keep_result()
        self._session.restart_stage()
        self._uncounted.plays += 1
        self._begin()

    def tick(self, controls: Controls) -> Transition | None:
        over = self._session.simulation.outcome is not None
        if Control.PAUSE in controls.pressed and not over:
            return self._pause()
        self._second_player.tick(controls)
        if Control.FIELD_OVERLAY in controls.pressed:
            self._shows_field = not self._shows_field
        if self._session.world.direction.script:
            self._desk.close()  # what runs now is a film, not a game
        else:
            two_players = self.context.input.seats.two_players
            self._desk.handle(controls, self._session.world, self._picture.camera.x, two_players=two_players)
        self._slow.set(
            self.context.settings.game_speed,
            COMMAND_VIEW_PERCENT if self._desk.is_open else 100,
            LAST_BLOW_PERCENT if over else 100,
        )
        if self._slow.lets_through():
            self._play_tick()
        if over:
            self._ending_for += 1
        if self._ending_for == LAST_BLOW_TICKS:
            self.context.notice.show(self._session.finish(self.context.version))
            return Push(self._result())
        return None

    def draw(self, canvas: pygame.Surface, alpha: float | None) -> None:
        if alpha is not None:
            self._alpha = self._slow.alpha(alpha)
        self._picture.draw(
            canvas,
            self._session.world,
            self._alpha,
            command=self._desk.view,
            field=self._shows_field,
            tick_cost=self._tick_meter.cost(),
            hud=not self._result_is_kept,  # it has words of its own
            second_cursor=None if self._session.world.direction.script else self._desk.second_cursor,
        )

    def sound(self, seconds: float) -> None:
        self.context.sound.hear(self._session.world, self._heard, self._picture.camera.x, seconds)
        self._heard = []

    def interrupted(self) -> Transition | None:
        return self._pause() if self._session.simulation.outcome is None else None

    def _begin(self) -> None:
        """From the start of the stage or from a checkpoint: nothing that was seen or pressed before counts."""
        self._set_up_picture()
        self._desk = GridDesk()
        self._last_blow = LastBlow()
        self._ending_for = 0
        self._heard = []
        self._result_is_kept = False

    def _result(self) -> Screen:
        """It leads on to the table of scores, where what was just done counts already."""
        self._uncounted.won += self._session.simulation.outcome == "won"
        self._keep_totals()
        self._result_is_kept = True
        advice = self._last_blow.advice(self._session.world.direction.reason)
        return ResultScreen(self.context, self._session, self, advice)

    def _keep_result(self) -> None:
        """Of a game that is given up before its result was seen: the score must not be lost with it."""
        world = self._session.world
        if self._result_is_kept or self._session.practice or not counts(world):
            return
        self._result_is_kept = True
        kept = keep_result(self.context.saves, world)
        if kept.place is not None:
            self.context.notice.show(_placed(world.tally.score, kept.place + 1))
        self.context.store_saves()

    def _set_up_picture(self) -> None:
        world = self._session.world
        self._picture = Picture(world.stage, world.seed, self.context.look(), self.context.kit)
        self._picture.observe(world, [])
        self._picture.warm_up(world)

    def _play_tick(self) -> None:
        controls = self.context.input.take_for_stage()
        body = Action() if self._desk.is_open else buttons_of(controls)
        verb, target = self._desk.next()
        with self._tick_meter.measure():
            events = self._session.step(Action(body.buttons, body.move, body.aim, verb, target))
        self.context.notice.show(self._session.autosave(self.context.version))
        self._picture.observe(self._session.world, events)
        self._last_blow.observe(self._session.world, events)
        self._heard += events
        self._uncounted.ticks += 1
        for event in events:
            if isinstance(event, SoldierDied):
                self._uncounted.killed += 1
                self._uncounted.burned += isinstance(event, SoldierElectrocuted)
            elif isinstance(event, MusicAsked):
                self.context.play_music(event.cue)
            elif isinstance(event, SceneStarted):
                self._keep_checkpoint()
        for low, high, milliseconds in shakes_of(events):
            self.context.pads.rumble(low, high, milliseconds)

    def _keep_checkpoint(self) -> None:
        """So that the film goes on here even if the process is killed. Other stages are played for the score alone."""
        if self.follows is None or self._session.practice:
            return
        if keep_checkpoint(self.context.saves, self._session.world, self._session.checkpoint):
            self.context.store_saves()

    def _keep_totals(self) -> None:
        stage = self._session.world.stage.id
        if stage in SCORED and self._uncounted != Totals():
            self.context.saves.count(stage, self._uncounted)
            self._uncounted = Totals()
            self.context.store_saves()

    def _pause(self) -> Transition:
        self._desk.close()
        self._picture.settle()
        self.context.sound.pause(True)
        return Push(PauseScreen(self.context, self))
