"""`Hud`: all parts of the display, the veils under them, and how they step aside for Gamera and for cut scenes."""

from typing import Protocol, TypeVar

import pygame

from game.sim.components import GameraState, Queen, QueenState
from game.sim.events import Event
from game.sim.stage import Stage
from game.sim.units import VIEW_WIDTH
from game.sim.world import World
from game.view.hud.aim_keys import AimKeys
from game.view.hud.circuit_cards import CircuitCards
from game.view.hud.dialogue import Dialogue
from game.view.hud.foot import Foot
from game.view.hud.grip import GripMeter
from game.view.hud.hold_marker import HoldMarker
from game.view.hud.layout import hud_layout
from game.view.hud.lessons import LessonBox
from game.view.hud.letterbox import Letterbox
from game.view.hud.line_tags import draw_line_tags
from game.view.hud.objective import ObjectiveLine
from game.view.hud.plate import StepsAside
from game.view.hud.queen_bar import QueenBar
from game.view.hud.radar import Radar
from game.view.hud.radio import Radio
from game.view.hud.ring import ManaRing, OxygenRing
from game.view.hud.scoreboard import Scoreboard
from game.view.hud.vigil_light import VigilLight
from game.view.hud.vitals import Vitals
from game.view.hud.warnings import Warnings
from game.view.hud.wave_call import WaveCall
from game.view.kit import Kit
from game.view.motion import ease_toward

TOP_VEIL = ((0, 0.82), (50, 0.72), (79, 0.0))
FOOT_VEIL = ((0, 0.0), (12, 0.66), (37, 0.82))
FOOT_VEIL_Y = 322
TOP_HEIGHT = 76  # px of the top that step aside
GREAT_MOMENTS = frozenset({GameraState.CHEST, GameraState.BEAM})  # the picture is theirs alone
LOOKS_UP_VEIL = 0.35  # of the veils' strength while the sky opens behind them
MOMENT_STEP = 1 / 30  # of the display that goes or comes back in a tick
GAMERA_HALF_WIDTH, GAMERA_HEIGHT = 44, 112  # px of him that must not be covered


class Part(Protocol):
    """A part of the display that changes with time."""

    def observe(self, world: World, events: list[Event]) -> None:
        """One tick has been played."""


AnyPart = TypeVar("AnyPart", bound=Part)


class Hud:
    """Advance it with `observe` once after every tick; `draw` only draws."""

    def __init__(self, kit: Kit, stage: Stage, *, big_text: bool = False) -> None:
        self._kit = kit
        self._is_vigil = stage.vigil  # nothing of Gamera's is shown there: he lies still
        self._is_finale = stage.finale
        self._layout = layout = hud_layout(len(stage.circuit), big_text=big_text)
        self._parts: list[Part] = []
        self._vitals = self._add(Vitals(kit, layout))
        self._circuits = self._add(CircuitCards(kit, layout))
        self._scoreboard = self._add(Scoreboard(kit, layout))
        self._objective = self._add(ObjectiveLine(kit, layout))
        self._radio = self._add(Radio(kit, layout))
        self._lessons = self._add(LessonBox(kit, layout))
        self._warnings = self._add(Warnings(kit, layout))
        self._wave_call = self._add(WaveCall(kit, layout))
        self._radar = Radar(layout)
        self._foot = self._add(Foot(kit, layout))
        self._oxygen = self._add(OxygenRing(kit, layout))
        self._mana = self._add(ManaRing(kit, layout))
        self._queen = self._add(QueenBar(kit, layout))
        self._grip = self._add(GripMeter(kit))
        self._hold_marker = self._add(HoldMarker(kit))
        self._aim_keys = AimKeys(kit)
        self._light = self._add(VigilLight(kit, layout))
        self._letterbox = self._add(Letterbox(kit))
        self._dialogue = Dialogue(kit, self._radio, layout)
        left, right = layout.vitals.right, layout.scoreboard.left
        self._left = StepsAside(pygame.Rect(0, 0, left, TOP_HEIGHT))
        self._middle = StepsAside(pygame.Rect(left, 0, right - left, TOP_HEIGHT))
        self._right = StepsAside(pygame.Rect(right, 0, VIEW_WIDTH - right, TOP_HEIGHT))
        self._at_radio = StepsAside(layout.radio)
        self._at_lessons = StepsAside(layout.lesson)
        self._camera_x = 0.0
        self._aside = 0.0  # how far gauges have gone for a great moment, 0 to 1
        self._blinded = 0.0  # how far all else has gone for the beam and her end
        self._veil = 1.0

    def _add(self, part: AnyPart) -> AnyPart:
        """From now on `observe` goes to it too."""
        self._parts.append(part)
        return part

    def observe(self, world: World, events: list[Event]) -> None:
        """One tick has been played; `events` are what happened in it."""
        self._radio.waits = self._wave_call.busy
        for part in self._parts:
            part.observe(world, events)
        state, great = world.gamera.state, world.gamera.state in GREAT_MOMENTS
        self._aside = ease_toward(self._aside, float(great), MOMENT_STEP)
        breaks = any(mother.state is QueenState.BREAK for _, mother in world.entities.each(Queen))
        self._blinded = ease_toward(self._blinded, float(state is GameraState.BEAM or breaks), MOMENT_STEP)
        looks_up = self._is_finale and state is GameraState.LOOK_UP
        self._veil = ease_toward(self._veil, 0.0 if great else LOOKS_UP_VEIL if looks_up else 1.0, MOMENT_STEP)
        body = world.gamera_body
        left = int(body.x - self._camera_x) - GAMERA_HALF_WIDTH
        gamera = pygame.Rect(left, int(body.y) - GAMERA_HEIGHT, 2 * GAMERA_HALF_WIDTH, GAMERA_HEIGHT)
        for region in (self._left, self._middle, self._right, self._at_radio, self._at_lessons):
            region.observe(gamera)

    def settle(self) -> None:
        """Ends what turns or shakes: no tick will carry it on for a while."""
        self._circuits.settle()

    def draw(self, canvas: pygame.Surface, world: World, camera_x: float) -> None:
        """Draws over a canvas of 640 x 360 whose left edge is at `camera_x` in the world."""
        self._camera_x = camera_x
        closed = self._letterbox.closed  # in its first half the display goes, in its second the dialogue comes
        shown = max(0.0, 1 - 2 * closed) * (1 - self._blinded)
        if shown > 0:
            self._draw_veils(canvas, shown * self._veil)
            self._draw_play(canvas, world, shown)
        self._letterbox.draw(canvas)
        self._dialogue.draw(canvas, max(0.0, 2 * closed - 1))

    def _draw_play(self, canvas: pygame.Surface, world: World, shown: float) -> None:
        """Everything that steps out in a cut scene, at strength `shown`."""
        middle, right = self._middle.strength * shown, self._right.strength * shown
        if not self._is_vigil:
            present = 1 - self._aside
            self._vitals.draw(canvas, self._left.strength * shown * present)
            self._scoreboard.draw(canvas, right * present)
            self._queen.draw(canvas, shown * present)
            self._hold_marker.draw(canvas, self._camera_x, shown)
            self._grip.draw(canvas, self._camera_x, shown)
        if not world.direction.holding:
            draw_line_tags(canvas, self._kit, world, self._camera_x)
            self._circuits.draw(canvas, world, middle)
        self._oxygen.draw(canvas, right)
        self._mana.draw(canvas, right)
        self._light.draw(canvas, shown)
        self._draw_words(canvas, shown)
        self._aim_keys.draw(canvas, world, self._camera_x)
        if shown == 1 and not self._is_vigil and not self._aside:
            self._radar.draw(canvas, world, self._camera_x)
            self._foot.draw(canvas, world)

    def _draw_words(self, canvas: pygame.Surface, shown: float) -> None:
        """Order and strip. What needs an answer now goes before the call of a wave, and that before all else there."""
        if self._warnings.busy:
            if shown == 1:
                self._warnings.draw(canvas)
        elif self._wave_call.busy:
            if shown == 1:
                self._wave_call.draw(canvas)
            return
        else:
            self._objective.draw(canvas, self._middle.strength * shown)
        self._radio.draw(canvas, self._at_radio.strength * shown)
        if not (self._radio.busy and self._layout.radio_excludes_lesson):
            self._lessons.draw(canvas, self._at_lessons.strength * shown)

    def _draw_veils(self, canvas: pygame.Surface, shown: float) -> None:
        for region in (self._left, self._middle, self._right):
            veil = self._kit.veil(region.region.width, TOP_VEIL)
            veil.set_alpha(round(255 * region.strength * shown))
            canvas.blit(veil, region.region)
        foot = self._kit.veil(VIEW_WIDTH, FOOT_VEIL)
        foot.set_alpha(round(255 * shown))
        canvas.blit(foot, (0, FOOT_VEIL_Y))
