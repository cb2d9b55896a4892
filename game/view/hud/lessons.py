"""Lessons: which keys do what, shown until the player has done it, or long enough."""

from collections import deque

import pygame

from game.sim.events import Event, LessonLearned, LessonTaught
from game.sim.world import World
from game.view.hud.plate import Plate
from game.view.kit import Kit
from game.view.motion import ease_out
from game.view.moves import LESSONS, Lesson
from game.view.palette import PALETTE
from game.view.text import Align

RIGHT, TOP, WIDTH = 632, 98, 236  # px
HEADER, ROW = 20, 20
PROMPTS_X, WORDS_X = 8, 96
PRESS_TICKS = 36  # the key to press goes down and up in this rhythm
LEARNED_TICKS = 70
STAYS_TICKS = 540  # a lesson nobody takes up leaves the view free again
VITAL_STAYS_TICKS = 1500
VITAL = frozenset({"circuits", "surge", "grapple", "hold", "mana"})  # without these the stage is lost
SLIDE_TICKS = 12


class LessonBox:
    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        most_rows = max(len(lesson.rows) for lesson in LESSONS.values())
        self._plate = Plate(RIGHT - WIDTH, TOP, WIDTH, HEADER + 10 + ROW * most_rows)
        self._waiting: deque[str] = deque()
        self._topic = ""
        self._learned = False
        self._age = 0

    @property
    def region(self) -> pygame.Rect:
        return self._plate.rect

    def move_to(self, top: int, left: int = RIGHT - WIDTH) -> None:
        """Puts the box elsewhere, for a radio that needs more room or fighters who must be seen."""
        self._plate.rect.topleft = left, top

    def observe(self, world: World, events: list[Event]) -> None:
        self._age += 1
        for event in events:
            if isinstance(event, LessonTaught) and event.topic in LESSONS and event.topic not in self._waiting:
                self._waiting.append(event.topic)
            elif isinstance(event, LessonLearned):
                self._learn(event.topic)
        stays = LEARNED_TICKS if self._learned else VITAL_STAYS_TICKS if self._topic in VITAL else STAYS_TICKS
        if self._age >= stays:
            self._topic, self._learned = "", False
        if not self._topic and self._waiting:
            self._topic, self._age = self._waiting.popleft(), 0

    def _learn(self, topic: str) -> None:
        if topic == self._topic:
            self._learned, self._age = True, 0
        elif topic in self._waiting:
            self._waiting.remove(topic)

    def draw(self, canvas: pygame.Surface, strength: float) -> None:
        if not self._topic:
            return
        pressed = not self._learned and self._age % PRESS_TICKS > PRESS_TICKS // 2
        lesson = LESSONS[self._topic]
        contents = (self._topic, self._learned, pressed, self._kit.prompts)
        self._plate.show(contents, lambda plate: self._paint(plate, lesson, pressed))
        home = self._plate.rect.x
        inside = ease_out(self._age, SLIDE_TICKS)
        if self._learned:
            inside = ease_out(LEARNED_TICKS - self._age, SLIDE_TICKS)
        self._plate.rect.x += round((1 - inside) * (WIDTH + 8))
        self._plate.draw(canvas, strength)
        self._plate.rect.x = home

    def _paint(self, plate: pygame.Surface, lesson: Lesson, pressed: bool) -> None:
        kit = self._kit
        shown = ((kit.prompts.of(*row.controls), row.words) for row in lesson.rows)
        rows = [(prompts, words) for prompts, words in shown if prompts]
        height = HEADER + 10 + ROW * len(rows)
        kit.frame(plate, 0, 0, WIDTH, height, "panel", 0.9)
        plate.fill(PALETTE["pine" if self._learned else "navy"], (4, 4, WIDTH - 8, HEADER - 2))
        kit.blit(plate, f"icon/{lesson.icon}", 7, 5)
        kit.text(plate, lesson.title, 28, 9, "lime" if self._learned else "white")
        if self._learned:
            kit.text(plate, "✓", WIDTH - 12, 9, "lime", Align.RIGHT)
        for number, (prompts, words) in enumerate(rows):
            y = HEADER + 5 + number * ROW
            right = kit.draw_prompts(plate, prompts, PROMPTS_X, y, down=pressed and number == 0)
            kit.text(plate, words, max(WORDS_X, right + 8), y + 5, "white" if number == 0 else "pale")
