"""Lessons: which keys do what, shown until the player has done it, or long enough."""

from collections import deque

import pygame

from game.sim.components import GameraState
from game.sim.events import Event, LessonLearned, LessonTaught
from game.sim.world import World
from game.view.controls import Control
from game.view.hud.layout import HudLayout
from game.view.hud.plate import Plate
from game.view.kit import Kit
from game.view.motion import ease_out
from game.view.moves import LESSONS, Lesson
from game.view.palette import PALETTE
from game.view.prompts import Prompt
from game.view.text import Align

MARGIN, TITLE_Y, HINTS_Y = 8, 5, 16  # px
ICON_SIDE, ICON_GAP = 16, 6  # px at scale 1
WORDS_LOWER = 5  # px at scale 1 that words stand below the top of a key
WORDS_GAP, HINTS_GAP = 6, 16  # px at scale 1 from what to press to what it does, and to the next hint
PAGE_TICKS = 150  # a lesson longer than the box turns its pages
PRESS_TICKS = 36  # the key to press goes down and up in this rhythm
LEARNED_TICKS = 70
STAYS_TICKS = 540  # a lesson nobody takes up leaves the view free again
VITAL_STAYS_TICKS = 1500
VITAL = frozenset({"circuits", "surge"})  # without these the stage is lost
UNTIL_LEARNED = frozenset({"grapple", "hold", "mana"})  # nothing else gets the scene on: these only take turns
CIRCUITS = tuple(Control[f"CIRCUIT_{number}"] for number in range(1, 10))
SLIDE_TICKS = 12

Hint = tuple[tuple[Prompt, ...], str]


class LessonBox:
    """One row of what to press and what it does, under the lesson's name. More than fits comes page by page."""

    def __init__(self, kit: Kit, layout: HudLayout) -> None:
        self._kit = kit
        self._scale = layout.scale  # of all but its title
        self._plate = Plate(layout.lesson)
        self._hints_x = MARGIN + (ICON_SIDE + ICON_GAP) * layout.scale
        self.room = layout.lesson.width - self._hints_x - MARGIN  # px for the hints of a page
        self._waiting: deque[str] = deque()
        self._topic = ""
        self._learned = False
        self._age = 0
        self._line = 0  # number, from 0, of the line that has charged most
        self._hold_tears = False  # the game was begun with the aid that tears by holding
        self._grapples = False
        self._lines = len(CIRCUITS)  # in this stage

    def observe(self, world: World, events: list[Event]) -> None:
        self._age += 1
        self._hold_tears = world.options.help.hold_to_tear
        self._grapples = world.gamera.state is GameraState.GRAPPLE
        self._lines = len(world.grid.circuits)
        charges = [circuit.charge for circuit in world.grid.circuits[: len(CIRCUITS)]]
        self._line = charges.index(max(charges)) if charges else 0
        for event in events:
            if isinstance(event, LessonTaught) and event.topic in LESSONS:
                self._teach(event.topic)
            elif isinstance(event, LessonLearned):
                self._learn(event.topic)
        stays = LEARNED_TICKS if self._learned else VITAL_STAYS_TICKS if self._topic in VITAL else STAYS_TICKS
        if self._age >= stays:
            self._put_away()
        if not self._topic and self._waiting:
            self._topic, self._age = self._waiting.popleft(), 0

    def _teach(self, topic: str) -> None:
        """It waits its turn; without a vital one the stage is lost, so that comes at once and the running one after."""
        if topic in self._waiting or (topic == self._topic and not self._learned):
            return
        if topic in VITAL and self._topic not in VITAL:
            if self._topic and not self._learned:
                self._waiting.appendleft(self._topic)
            self._topic, self._learned, self._age = topic, False, 0
        else:
            self._waiting.append(topic)

    def _put_away(self) -> None:
        """The view is free again, or the next one's; what must be done before the scene goes on comes back."""
        if self._topic in UNTIL_LEARNED and not self._learned:
            if not self._waiting:
                return
            self._waiting.append(self._topic)
        self._topic, self._learned = "", False

    def _learn(self, topic: str) -> None:
        if topic == self._topic:
            self._learned, self._age = True, 0
        elif topic in self._waiting:
            self._waiting.remove(topic)

    def draw(self, canvas: pygame.Surface, strength: float) -> None:
        if not self._topic:
            return
        lesson = LESSONS[self._topic]
        pages = self._pages(lesson)
        page = 0 if self._learned else self._age // PAGE_TICKS % len(pages)
        pressed = not self._learned and self._age % PRESS_TICKS > PRESS_TICKS // 2
        contents = (
            self._topic,
            self._learned,
            self._grapples,
            page,
            pressed,
            self._line,
            self._kit.prompts,
            self._kit.language,
        )
        self._plate.show(contents, lambda plate: self._paint(plate, lesson, pages[page], pressed))
        inside = ease_out(self._age, SLIDE_TICKS)
        if self._learned:
            inside = ease_out(LEARNED_TICKS - self._age, SLIDE_TICKS)
        self._plate.draw_sliding(canvas, strength, round((1 - inside) * self._plate.rect.width))

    def _pages(self, lesson: Lesson) -> list[list[Hint]]:
        """The lesson's hints for the device in hand, as many on a page as its width holds."""
        pages: list[list[Hint]] = [[]]
        room = self.room
        for row in lesson.rows:
            prompts = self._kit.prompts.of(*(control for control in row.controls if self._is_there(control)))
            if not prompts or row.while_held not in (None, self._grapples and not self._hold_tears):
                continue
            if "{line}" in row.words:
                prompts += self._kit.prompts.of(CIRCUITS[self._line])
            words = self._kit.say(row.words, line=self._line + 1)
            width = self.hint_width((prompts, words))
            if pages[-1] and width > room:
                pages.append([])
                room = self.room
            pages[-1].append((prompts, words))
            room -= width + HINTS_GAP * self._scale
        return pages

    def hint_width(self, hint: Hint) -> int:
        """px, without the gap to the next."""
        prompts, words = hint
        width = self._kit.prompts_width(prompts) + WORDS_GAP + self._kit.type.width(words)
        return width * self._scale

    def _is_there(self, control: Control) -> bool:
        """Whether the stage has the line that the control switches."""
        return control not in CIRCUITS[self._lines :]

    def _paint(self, plate: pygame.Surface, lesson: Lesson, hints: list[Hint], pressed: bool) -> None:
        kit = self._kit
        width, height = plate.get_size()
        kit.frame(plate, 0, 0, width, height, "panel", 0.9)
        plate.fill(PALETTE["pine" if self._learned else "navy"], (3, 3, width - 6, 11))
        kit.text(plate, kit.say(lesson.title), MARGIN, TITLE_Y, "lime" if self._learned else "gold")
        if self._learned:
            kit.text(plate, "✓", width - MARGIN, TITLE_Y, "lime", Align.RIGHT)
        scale = self._scale
        kit.blit(plate, f"icon/{lesson.icon}", MARGIN, HINTS_Y, scale=scale)
        x = self._hints_x
        for number, (prompts, words) in enumerate(hints):
            x = kit.draw_prompts(plate, prompts, x, HINTS_Y, down=pressed and number == 0, scale=scale)
            x += WORDS_GAP * scale
            x = kit.text(plate, words, x, HINTS_Y + WORDS_LOWER * scale, "white", scale=scale) + HINTS_GAP * scale
