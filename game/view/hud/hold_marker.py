"""Over the place from which the flower or her horn can be taken hold of: the claw's key, and an arrow down to it."""

import pygame

from game.sim.action import Button
from game.sim.components import GameraState, Queen
from game.sim.events import Event, LessonTaught
from game.sim.systems.grapple import handholds
from game.sim.units import VIEW_WIDTH
from game.sim.world import World
from game.view.controls import Control
from game.view.hud.plate import Plate
from game.view.kit import Kit
from game.view.palette import PALETTE
from game.view.text import Align, Edge

WIDTH, HEIGHT, BOX_HEIGHT = 40, 38, 24  # px; the arrow hangs from the box, or stands at its side
BOX_LEFT, BOX_WIDTH = 7, 26
TOP = 134  # y: over his head
BOUNCE_TICKS, BOUNCE = 16, 3  # of the way down, and of the way up; px
WELL_INSIDE = 24.0  # px inside the reach that the place is marked
TOPIC = "grapple"
TRIES_WITHIN, TRIED_TICKS = 320.0, 60  # px from the place at which a claw is meant for it; the word stays so long
WORD_ABOVE = 10  # px over the box


class HoldMarker:
    """White where he must go, gold where he stands right. At the picture's edge while the place is out of sight."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._plate = Plate(pygame.Rect(0, TOP, WIDTH, HEIGHT))
        self._asked = False
        self._age = 0
        self.place: float | None = None  # world x of the place; None while there is nothing to take hold of
        self.lit = False
        self._tried_for = 0  # ticks left of telling who tries from too far away

    def observe(self, world: World, events: list[Event]) -> None:
        self._age += 1
        taught = any(isinstance(event, LessonTaught) and event.topic == TOPIC for event in events)
        self._asked = self._asked or taught or TOPIC in world.direction.lessons
        self.place = None
        if world.gamera.state is GameraState.GRAPPLE:
            return
        x = world.gamera_body.x
        for what, place, reach in handholds(world):
            if self._asked or isinstance(what, Queen):
                self._mark(x, place.x, reach)
        self._tried_for = max(0, self._tried_for - 1)
        if self.place is None or self.lit:
            self._tried_for = 0
        elif Button.ATTACK in world.gamera.held and abs(self.place - x) < TRIES_WITHIN:
            self._tried_for = TRIED_TICKS

    def _mark(self, gamera: float, middle: float, reach: float) -> None:
        inside = reach - WELL_INSIDE
        self.place = min(middle + inside, max(middle - inside, gamera))
        self.lit = abs(middle - gamera) < reach

    def draw(self, canvas: pygame.Surface, camera_x: float, strength: float) -> None:
        if self.place is None:
            return
        x = round(self.place - camera_x)
        side = -1 if x < 0 else 1 if x >= VIEW_WIDTH else 0
        phase = self._age % (2 * BOUNCE_TICKS)
        bounce = round(BOUNCE * abs(phase - BOUNCE_TICKS) / BOUNCE_TICKS)
        contents = (self.lit, side, self._kit.prompts)
        self._plate.show(contents, lambda plate: self._paint(plate, side))
        self._plate.rect.topleft = (min(VIEW_WIDTH - WIDTH, max(0, x - WIDTH // 2)), TOP - bounce)
        self._plate.draw(canvas, strength)
        if self._tried_for:
            middle, top = self._plate.rect.centerx, self._plate.rect.top - WORD_ABOVE
            self._kit.text(canvas, self._kit.say("CLOSER"), middle, top, "gold", Align.CENTRE, edge=Edge.OUTLINE)

    def _paint(self, plate: pygame.Surface, side: int) -> None:
        kit, colour = self._kit, "gold" if self.lit else "white"
        kit.frame(plate, BOX_LEFT, 0, BOX_WIDTH, BOX_HEIGHT, "gold" if self.lit else "panel", 0.86)
        prompts = kit.prompts.of(Control.CLAW)
        kit.draw_prompts(plate, prompts, (WIDTH - kit.prompts_width(prompts)) // 2, 4, down=self.lit)
        middle, half = WIDTH // 2, BOX_HEIGHT // 2
        if side == 0:
            arrow = [(middle - 8, BOX_HEIGHT + 2), (middle + 8, BOX_HEIGHT + 2), (middle, HEIGHT - 2)]
        else:
            tip, base = (WIDTH - 1, BOX_LEFT + BOX_WIDTH) if side > 0 else (0, BOX_LEFT - 1)
            arrow = [(base, half - 7), (base, half + 7), (tip, half)]
        pygame.draw.polygon(plate, PALETTE[colour], arrow)
        pygame.draw.polygon(plate, PALETTE["ink"], arrow, 1)
