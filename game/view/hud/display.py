"""`Hud`: all parts of the display, the veils under them, and how they step aside for Gamera and for cut scenes."""

from typing import Protocol, TypeVar

import pygame

from game.sim.components import GameraState, Queen, QueenState
from game.sim.events import Event
from game.sim.stage import Stage
from game.sim.world import World
from game.view.hud.aim_keys import AimKeys
from game.view.hud.circuit_cards import CircuitCards
from game.view.hud.dialogue import Dialogue
from game.view.hud.foot import Foot
from game.view.hud.grip import GripMeter
from game.view.hud.hold_marker import HoldMarker
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
from game.view.hud.strip import HIGH_OBJECTIVE_Y, OBJECTIVE_HEIGHT, OBJECTIVE_Y, strip_top
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
LEFT_TO, RIGHT_FROM = 208, 440  # x of the seams between the three parts of the top
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
        objective_y = OBJECTIVE_Y if stage.circuit else HIGH_OBJECTIVE_Y
        strip_y = strip_top(has_circuits=bool(stage.circuit))
        self._parts: list[Part] = []
        self._vitals = self._add(Vitals(kit))
        self._circuits = self._add(CircuitCards(kit, len(stage.circuit)))
        self._scoreboard = self._add(Scoreboard(kit))
        self._objective = self._add(ObjectiveLine(kit, objective_y))
        self._radio = self._add(Radio(kit, strip_y))
        self._lessons = self._add(LessonBox(kit, strip_y))
        self._warnings = self._add(Warnings(kit, objective_y + OBJECTIVE_HEIGHT // 2))
        self._wave_call = self._add(WaveCall(kit))
        self._radar = Radar()
        self._foot = self._add(Foot(kit))
        self._oxygen = self._add(OxygenRing(kit))
        self._mana = self._add(ManaRing(kit))
        self._queen = self._add(QueenBar(kit))
        self._grip = self._add(GripMeter(kit))
        self._hold_marker = self._add(HoldMarker(kit))
        self._aim_keys = AimKeys(kit)
        self._light = self._add(VigilLight(kit))
        self._letterbox = self._add(Letterbox(kit))
        self._dialogue = Dialogue(kit, self._radio)
        self._left = StepsAside(pygame.Rect(0, 0, LEFT_TO, TOP_HEIGHT))
        self._middle = StepsAside(pygame.Rect(LEFT_TO, 0, RIGHT_FROM - LEFT_TO, TOP_HEIGHT))
        self._right = StepsAside(pygame.Rect(RIGHT_FROM, 0, 640 - RIGHT_FROM, TOP_HEIGHT))
        self._camera_x = 0.0
        self._aside = 0.0  # how far gauges have gone for a great moment, 0 to 1
        self._blinded = 0.0  # how far all else has gone for the beam and her end
        self._veil = 1.0
        self.set_big_text(big_text)

    def _add(self, part: AnyPart) -> AnyPart:
        """From now on `observe` goes to it too."""
        self._parts.append(part)
        return part

    def set_big_text(self, big: bool) -> None:
        """Sets objective, warnings, radio and the numbers at the edges in type of twice the size, where there is room.

        The radio then needs the whole strip: lessons wait until it is silent.
        """
        for part in (self._objective, self._warnings, self._radio, self._scoreboard, self._foot):
            part.scale = 2 if big else 1
        self._at_radio = StepsAside(self._radio.region)
        self._at_lessons = StepsAside(self._lessons.region)

    def observe(self, world: World, events: list[Event]) -> None:
        """One tick has been played; `events` are what happened in it."""
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
        if not self._warnings.busy:
            self._objective.draw(canvas, middle)
        self._oxygen.draw(canvas, right)
        self._mana.draw(canvas, right)
        self._light.draw(canvas, shown)
        self._radio.draw(canvas, self._at_radio.strength * shown)
        if not (self._radio.busy and self._radio.region.colliderect(self._lessons.region)):
            self._lessons.draw(canvas, self._at_lessons.strength * shown)
        self._aim_keys.draw(canvas, world, self._camera_x)
        if shown == 1:
            self._warnings.draw(canvas)
            self._wave_call.draw(canvas)
            if not self._is_vigil and not self._aside:
                self._radar.draw(canvas, world, self._camera_x)
                self._foot.draw(canvas, world)

    def _draw_veils(self, canvas: pygame.Surface, shown: float) -> None:
        for region in (self._left, self._middle, self._right):
            veil = self._kit.veil(region.region.width, TOP_VEIL)
            veil.set_alpha(round(255 * region.strength * shown))
            canvas.blit(veil, region.region)
        foot = self._kit.veil(640, FOOT_VEIL)
        foot.set_alpha(round(255 * shown))
        canvas.blit(foot, (0, FOOT_VEIL_Y))
