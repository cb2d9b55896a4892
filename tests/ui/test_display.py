"""The display over a game in play."""

import numpy as np
import pygame
import pytest

from game.sim.action import Action, Button, GridVerb
from game.sim.components import Body, Flower, GameraState
from game.sim.events import (
    BlockDamaged,
    CircuitTripped,
    LessonLearned,
    LessonTaught,
    LineSpoken,
    ObjectiveMet,
    ObjectiveSet,
    TripCause,
    WaveCame,
)
from game.sim.power import CircuitState
from game.sim.simulation import Simulation
from game.sim.soldiers import SoldierState
from game.sim.world import World
from game.view.command import command_card_places
from game.view.conductors import ARMS, INSULATOR_END
from game.view.controls import Control
from game.view.hud import Hud
from game.view.hud.circuit_cards import FLIP_TICKS, shown_state
from game.view.hud.foot import LOSS_TICKS, Foot, line_percent
from game.view.hud.hold_marker import HoldMarker
from game.view.hud.layout import RADIO_WORDS_WIDTH, HudLayout, card_places, hud_layout
from game.view.hud.lessons import HINTS_GAP, LEARNED_TICKS, LessonBox
from game.view.hud.objective import ObjectiveLine
from game.view.hud.plate import ASIDE, Plate
from game.view.hud.radar import MARGIN as RADAR_MARGIN
from game.view.hud.radar import WIDTH as RADAR_WIDTH
from game.view.hud.radio import messages_of
from game.view.hud.scoreboard import Scoreboard
from game.view.hud.wave_call import LEAVES_TICKS, STAYS
from game.view.kit import Kit
from game.view.moves import LESSONS
from game.view.palette import PALETTE
from game.view.prompts import PadFamily, Prompts
from tests.ui.pixels import pixels

LAYOUT = hud_layout(1, big_text=False)
RADAR_X, RADAR_Y = LAYOUT.radar.x + RADAR_MARGIN, LAYOUT.radar.y + RADAR_MARGIN


def tick(hud: Hud, world: World, events: list | None = None) -> None:
    hud.observe(world, events or [])
    world.tick += 1


def test_display_draws_without_a_screen(kit: Kit, canvas: pygame.Surface, world: World) -> None:
    hud = Hud(kit, world.stage)
    for _ in range(3):
        tick(hud, world)
    hud.draw(canvas, world, 80)
    drawn = pixels(canvas)
    assert drawn[40:160, 9:17].any()  # vitality
    assert drawn[RADAR_X : RADAR_X + RADAR_WIDTH, RADAR_Y + 5].any()
    assert not drawn[300:340, 200:280].any()  # the middle of the picture is left alone


def test_display_draws_the_same_picture_twice(kit: Kit, world: World) -> None:
    shots = []
    for _ in range(2):
        simulation, hud = Simulation("tokyo", seed=3), None
        surface = pygame.Surface((640, 360), 0, 32)
        hud = Hud(kit, simulation.world.stage)
        for _ in range(90):
            hud.observe(simulation.world, simulation.step(Action(grid=GridVerb.TOGGLE)))
        hud.draw(surface, simulation.world, 500)
        shots.append(pixels(surface))
    assert (shots[0] == shots[1]).all()


def test_a_plate_is_painted_only_when_it_changes(canvas: pygame.Surface) -> None:
    plate, painted = Plate(pygame.Rect(0, 0, 8, 8)), []
    for contents in ("a", "a", "b", "b", "a"):
        plate.show(contents, painted.append)
    assert len(painted) == 3


def test_radar_marks_gamera_and_the_wires(kit: Kit, canvas: pygame.Surface, world: World) -> None:
    world.grid.circuits[0].state = CircuitState.LIVE
    hud = Hud(kit, world.stage)
    hud.draw(canvas, world, 80)
    scale = RADAR_WIDTH / world.stage.width
    assert canvas.get_at((RADAR_X + int(400 * scale), RADAR_Y + 5))[:3] == PALETTE["lime"]
    assert canvas.get_at((RADAR_X + int(750 * scale), RADAR_Y + 1))[:3] == PALETTE["volt2"]
    assert canvas.get_at((RADAR_X + int(1200 * scale), RADAR_Y + 1))[:3] == PALETTE["abyss"]
    assert canvas.get_at((RADAR_X + int(100 * scale), RADAR_Y))[:3] == PALETTE["rose"]


def test_radar_shows_where_the_swarm_is_dense(kit: Kit, canvas: pygame.Surface, world: World) -> None:
    x = np.full(60, 1300, np.float32)
    world.soldiers.spawn(x, np.full(60, 100, np.float32), SoldierState.FLY, 1)
    Hud(kit, world.stage).draw(canvas, world, 80)
    column = RADAR_X + int(1300 * RADAR_WIDTH / world.stage.width) // 2 * 2
    assert canvas.get_at((column, RADAR_Y + 8))[:3] == PALETTE["rose"]


def test_the_quarter_over_gamera_steps_aside(kit: Kit, canvas: pygame.Surface, world: World) -> None:
    hud = Hud(kit, world.stage)
    hud.draw(canvas, world, 300)  # he stands at canvas x 100
    for _ in range(30):
        tick(hud, world)
    assert hud._left.strength == 1.0
    world.gamera_body.y = 150.0
    for _ in range(30):
        tick(hud, world)
    assert hud._left.strength == pytest.approx(ASIDE)
    assert hud._right.strength == 1.0


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({}, "off"),
        ({"state": CircuitState.LIVE, "charge": 1.0}, "live"),
        ({"state": CircuitState.LIVE, "charge": 1.0, "heat": 0.9}, "hot"),
        ({"state": CircuitState.LIVE, "charge": 3.5, "heat": 0.9}, "ready"),
        ({"state": CircuitState.SURGING}, "surge"),
        ({"state": CircuitState.TRIPPED, "timer": 100}, "tripped"),
        ({"state": CircuitState.BROKEN, "timer": 900}, "broken"),
    ],
)
def test_every_circuit_state_is_shown(
    kit: Kit, canvas: pygame.Surface, world: World, changes: dict, shown: str
) -> None:
    circuit = world.grid.circuits[0]
    for name, value in changes.items():
        setattr(circuit, name, value)
    assert shown_state(circuit) == shown
    hud = Hud(kit, world.stage)
    for _ in range(30):
        tick(hud, world)
        hud.draw(canvas, world, 80)


@pytest.mark.parametrize("circuits", range(10))
def test_cards_keep_between_vitality_and_score(circuits: int) -> None:
    places = card_places(circuits)
    assert len(places) == circuits
    layouts = [hud_layout(circuits, big_text=big) for big in (False, True)]
    assert all(layout.vitals.right < place.left for layout in layouts for place in places)
    assert all(place.right < layout.scoreboard.left for layout in layouts for place in places)
    for chosen in range(circuits):
        shown = command_card_places(circuits, chosen)
        assert chosen in [number for number, _ in shown]
        assert all(place.left >= 0 and place.right <= 640 for _, place in shown)


def test_a_card_half_turned_is_shown_whole_when_the_picture_stands_still(kit: Kit, world: World) -> None:
    hud = Hud(kit, world.stage)
    tick(hud, world)
    world.grid.circuits[0].state = CircuitState.LIVE
    (place,) = card_places(1)
    tick(hud, world)

    def card() -> bytes:
        canvas = pygame.Surface((640, 360), 0, 32)
        hud.draw(canvas, world, 80)
        return pixels(canvas.subsurface(place)).tobytes()

    turning = card()
    hud.settle()
    settled = card()
    for _ in range(FLIP_TICKS):
        tick(hud, world)
    assert turning != settled == card()


def test_a_met_objective_is_ticked_off_before_the_next(kit: Kit, world: World) -> None:
    line = ObjectiveLine(kit, LAYOUT)
    line.observe(world, [ObjectiveSet("Hold")])
    line.observe(world, [ObjectiveMet("Hold"), ObjectiveSet("Burn them")])
    assert (line._text, line._met) == ("Hold", True)
    for _ in range(120):
        line.observe(world, [])
    assert (line._text, line._met) == ("Burn them", False)


def test_nothing_bright_in_the_street_shows_through_the_ends_of_the_foot(kit: Kit, world: World) -> None:
    canvas = pygame.Surface((640, 360), depth=32)
    canvas.fill("white")
    Foot(kit, LAYOUT).draw(canvas, world)
    beside_words = canvas.get_at((540, 350))
    assert max(beside_words[:3]) < 96


def test_over_the_citys_number_stands_for_a_while_what_it_lost_and_why(kit: Kit, world: World) -> None:
    foot = Foot(kit, LAYOUT)
    foot.observe(world, [])
    for _ in range(2):
        world.tally.blocks_lost += 1
        foot.observe(world, [BlockDamaged(1, 300.0, 2, by_gamera=False)])
    assert (foot._lost_by, foot._lost, foot._lost_for) == ("BLOCK FELL", 100 - line_percent(world), LOSS_TICKS)
    for _ in range(LOSS_TICKS):
        foot.observe(world, [])
    assert foot._lost_for == 0


def test_long_messages_come_in_boxes_of_two_lines() -> None:
    boxes = messages_of("honami", "word " * 40)
    assert len(boxes) > 1
    assert all(len(box.lines) <= 2 for box in boxes)
    assert all(8 * len(line) <= RADIO_WORDS_WIDTH for box in boxes for line in box.lines)


def test_radio_plays_one_message_after_another(kit: Kit, canvas: pygame.Surface, world: World) -> None:
    hud = Hud(kit, world.stage)
    tick(hud, world, [LineSpoken("engineer", "One."), LineSpoken("nobody known", "Two!")])
    spoken = []
    for _ in range(900):
        tick(hud, world)
        hud.draw(canvas, world, 80)
        if hud._radio._message and hud._radio._message.who not in spoken:
            spoken.append(hud._radio._message.who)
    assert spoken == ["engineer", "nobody known"]
    assert not hud._radio.busy


def test_the_radio_waits_for_the_call_of_a_wave_to_be_over(kit: Kit, world: World) -> None:
    hud = Hud(kit, world.stage)
    for _ in range(3):
        tick(hud, world, [WaveCame(1, "")])
    tick(hud, world, [LineSpoken("engineer", "One.")])
    for _ in range(STAYS + LEAVES_TICKS - 10):
        tick(hud, world)
    assert hud._radio.typed == 0
    for _ in range(30):
        tick(hud, world)
    assert hud._radio.typed == len("One.")


def test_a_lesson_stays_until_it_is_learned(kit: Kit, world: World) -> None:
    box = LessonBox(kit, LAYOUT)
    box.observe(world, [LessonTaught("claw"), LessonTaught("fire")])
    for _ in range(500):
        box.observe(world, [])
    assert box._topic == "claw"
    box.observe(world, [LessonLearned("claw")])
    for _ in range(100):
        box.observe(world, [])
    assert box._topic == "fire"


def test_score_rolls_up_to_what_was_earned(kit: Kit, world: World) -> None:
    board = Scoreboard(kit, LAYOUT)
    world.tally.score = 12_345
    board.observe(world, [])
    assert 0 < board._score < 12_345
    for _ in range(90):
        board.observe(world, [])
    assert board._score == 12_345


def test_warnings_name_the_line(kit: Kit, canvas: pygame.Surface, world: World) -> None:
    hud = Hud(kit, world.stage)
    tick(hud, world, [CircuitTripped(0, TripCause.OVERDRAWN)])
    hud.draw(canvas, world, 80)
    assert hud._warnings._warning is not None
    assert hud._warnings._warning.words(kit) == "SUPPLY OVERDRAWN: LINE 1"


@pytest.mark.parametrize("big", [False, True])
def test_bigger_type_fits(kit: Kit, canvas: pygame.Surface, world: World, big: bool) -> None:
    hud = Hud(kit, world.stage, big_text=big)
    tick(hud, world, [ObjectiveSet("Draw them to a live line"), LineSpoken("watarase", "They come. " * 6)])
    for _ in range(60):
        tick(hud, world)
    hud.draw(canvas, world, 80)


@pytest.mark.parametrize(("big", "lowest"), [(False, 102), (True, 134)])  # the highest wire, the one they sit on
def test_no_box_lies_on_a_line_in_use(world: World, big: bool, lowest: int) -> None:
    highest = world.stage.pylon[0].top + INSULATOR_END - ARMS[-1].rise
    assert highest == 102
    layout = hud_layout(1, big_text=big)
    assert layout.radio.bottom <= lowest
    assert layout.lesson.bottom <= lowest


def test_in_large_type_lessons_wait_until_the_radio_is_silent(kit: Kit, world: World) -> None:
    def lesson_shown(events: list) -> bool:
        hud, shots = Hud(kit, world.stage, big_text=True), []
        for taught in ([], [LessonTaught("claw")]):
            tick(hud, world, [*events, *taught])
            for _ in range(30):
                tick(hud, world)
            shot = pygame.Surface((640, 360), 0, 32)
            hud.draw(shot, world, 80)
            left, top, width, height = hud_layout(1, big_text=True).lesson
            shots.append(pixels(shot)[left : left + width, top : top + height])
        return bool((shots[0] != shots[1]).any())

    assert lesson_shown([])
    assert not lesson_shown([LineSpoken("engineer", "One.")])


@pytest.mark.parametrize("family", [None, *PadFamily])
@pytest.mark.parametrize("layout", [hud_layout(3, big_text=big) for big in (False, True)], ids=["normal", "large"])
def test_a_lesson_turns_pages_that_fit_its_box(layout: HudLayout, family: PadFamily | None) -> None:
    kit = Kit()
    kit.prompts = Prompts(family=family)
    box = LessonBox(kit, layout)
    for lesson in LESSONS.values():
        pages = box._pages(lesson)
        assert [words for page in pages for _, words in page]
        for page in pages:
            words = sum(map(box.hint_width, page))
            assert words + HINTS_GAP * layout.scale * (len(page) - 1) <= box.room
    assert len(box._pages(LESSONS["circuits"])) > 1


def test_the_surge_is_taught_for_the_line_that_has_charged_most(kit: Kit) -> None:
    world = Simulation("tokyo").world
    world.grid.circuits[2].charge = 3.0
    box = LessonBox(kit, LAYOUT)
    box.observe(world, [])
    (prompts, words), *_ = box._pages(LESSONS["surge"])[0]
    assert words == "SURGE LINE 3"
    assert prompts == kit.prompts.of(Control.SURGE_SHIFT, Control.CIRCUIT_3)


def test_pressing_is_not_taught_where_holding_tears_as_fast(kit: Kit, world: World) -> None:
    box = LessonBox(kit, LAYOUT)
    box._hold_tears = True
    assert [words for page in box._pages(LESSONS["grapple"]) for _, words in page] == ["NEAR IT: HOLD"]


def test_pressing_is_taught_only_while_he_holds(kit: Kit) -> None:
    world, box = Simulation("sapporo").world, LessonBox(kit, LAYOUT)
    taught = []
    for world.gamera.state in (GameraState.IDLE, GameraState.GRAPPLE):
        box.observe(world, [])
        taught.append([words for page in box._pages(LESSONS["grapple"]) for _, words in page])
    assert taught == [["NEAR IT: HOLD"], ["PRESS: FASTER"]]


def test_a_lesson_without_which_the_stage_is_lost_comes_at_once(kit: Kit, world: World) -> None:
    box = LessonBox(kit, LAYOUT)
    box.observe(world, [LessonTaught("claw")])
    box.observe(world, [LessonTaught("jump"), LessonTaught("surge")])
    assert box._topic == "surge"
    box.observe(world, [LessonLearned("surge")])
    for _ in range(LEARNED_TICKS):
        box.observe(world, [])
    assert box._topic == "claw"


def test_only_lines_that_the_stage_has_are_taught(kit: Kit) -> None:
    world, box = Simulation("vigil").world, LessonBox(kit, LAYOUT)
    box.observe(world, [])
    prompts, _ = box._pages(LESSONS["circuits"])[0][0]
    assert prompts == kit.prompts.of(Control.CIRCUIT_1, Control.CIRCUIT_2)


def test_who_claws_at_it_from_too_far_away_is_told_to_come_closer(kit: Kit, canvas: pygame.Surface) -> None:
    world, marker = Simulation("sapporo").world, HoldMarker(kit)
    (root,) = [body for _, _, body in world.entities.each(Flower, Body)]
    told = []
    for away, held in ((200, Button(0)), (200, Button.ATTACK), (900, Button.ATTACK), (20, Button.ATTACK)):
        world.gamera_body.x, world.gamera.held = root.x - away, held
        marker.observe(world, [LessonTaught("grapple")])
        told.append(marker._tried_for > 0)
        marker._tried_for = 0
    assert told == [False, True, False, False]


def test_what_the_scene_waits_for_is_taught_until_it_is_done(kit: Kit, world: World) -> None:
    box = LessonBox(kit, LAYOUT)
    box.observe(world, [LessonTaught("grapple")])
    for _ in range(4000):
        box.observe(world, [])
    assert box._topic == "grapple"


def test_the_flower_is_marked_once_the_hold_is_taught(kit: Kit) -> None:
    world, marker = Simulation("sapporo").world, HoldMarker(kit)
    marker.observe(world, [])
    assert marker.place is None
    (root,) = [body for _, _, body in world.entities.each(Flower, Body)]
    world.gamera_body.x = root.x - 400
    marker.observe(world, [LessonTaught("grapple")])
    assert marker.place is not None
    assert not marker.lit
    world.gamera_body.x = marker.place
    marker.observe(world, [])
    assert marker.lit
