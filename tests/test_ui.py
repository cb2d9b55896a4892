"""The user interface's pictures: type, frames, the display over a world, the command view, every page."""

from dataclasses import replace

import msgspec
import numpy as np
import pygame
import pytest

from game.play.bindings import BOUND
from game.sim.action import Action, GridVerb
from game.sim.events import (
    CircuitTripped,
    LessonLearned,
    LessonTaught,
    LineSpoken,
    ObjectiveMet,
    ObjectiveSet,
    TripCause,
)
from game.sim.power import CircuitState
from game.sim.simulation import Simulation
from game.sim.soldiers import SoldierState
from game.sim.stage import CircuitPlan, CityLine, GameraStart, Pylon, Stage
from game.sim.stage_file import load_stage
from game.sim.world import Options, World
from game.view.command import CommandView, command_card_places, draw_command
from game.view.controls import Control
from game.view.hud import Hud
from game.view.hud.circuit_cards import card_places, shown_state
from game.view.hud.lessons import LessonBox
from game.view.hud.objective import ObjectiveLine
from game.view.hud.plate import ASIDE, Plate
from game.view.hud.radar import WIDTH as RADAR_WIDTH
from game.view.hud.radar import X as RADAR_X
from game.view.hud.radar import Y as RADAR_Y
from game.view.hud.radio import LINE_WIDTH, SPEAKERS, messages_of
from game.view.hud.scoreboard import Scoreboard
from game.view.kit import Kit, nine_slice
from game.view.moves import KEY_NOTES, KEY_PAGES, LESSONS
from game.view.pages.briefing import BriefingPage, draw_briefing
from game.view.pages.chapter import ChapterPage, draw_chapter
from game.view.pages.keys import KeysPage, KeysRow, draw_keys
from game.view.pages.loading import LoadingPage, draw_loading
from game.view.pages.options import OptionsPage, draw_options
from game.view.pages.options_preview import Preview
from game.view.pages.pause import PausePage, draw_pause
from game.view.pages.result import ResultPage, counted, draw_result, stamp_falls_at
from game.view.pages.title import TitlePage, draw_title
from game.view.palette import PALETTE
from game.view.prompts import BUTTONS, Key, PadButton, PadFamily, Prompts
from game.view.sheets import SheetRecord, load_sheet
from game.view.text import CACHE_LIMIT, Edge, Typeface
from game.view.wrapping import wrapped
from sprites.bake.catalogue import TARGETS
from sprites.bake.sheet import fingerprint
from sprites.bake.targets import ATLAS

RESULT = ResultPage(
    0, True, "", "A", (("BURNED ON THE LINES", "214"), ("TIME", "4:12")), 151390, ("TITLE", "RETRY STAGE"), 0
)
KEYS_ROWS = (
    KeysRow("jump", "JUMP", (Key("SPACE"),), (PadButton("A", "A"),)),
    KeysRow("roar", "ROAR", (Key("V"), Key("I")), (PadButton("triangle"),), "CLAW"),
    KeysRow("restart", "RESET", is_command=True),
)
PAGES = {
    "title": (draw_title, lambda tick: TitlePage(tick, ("PLAY", "QUIT"), 1, ready=True)),
    "title_waiting": (draw_title, lambda tick: TitlePage(tick, ("PLAY", "QUIT"), 0, ready=False)),
    "briefing": (
        draw_briefing,
        lambda tick: BriefingPage(tick, "The lines of Tokyo", 4, ("Light the lines.",), load_stage("tokyo")),
    ),
    "chapter": (draw_chapter, lambda tick: ChapterPage(tick, "tokyo", 4)),
    "pause": (draw_pause, lambda tick: PausePage(tick, ("RESUME", "OPTIONS", "QUIT TO TITLE"), 1)),
    "won": (draw_result, lambda tick: replace(RESULT, tick=tick)),
    "lost": (
        draw_result,
        lambda tick: ResultPage(tick, False, "line", "", RESULT.rows, 900, ("RETRY SCENE", "TITLE"), 0),
    ),
    "options": (
        draw_options,
        lambda tick: OptionsPage(
            tick,
            (("MUSIC", "70%"), ("FLASHES", "NONE"), ("FULLSCREEN", "ON"), ("DIFFICULTY", "NORMAL")),
            1,
            ("PLAY", "SOUND"),
            1,
            Preview(shake=1.0, flashes=0.0, big_text=True),
        ),
    ),
    "keys": (draw_keys, lambda tick: KeysPage(tick, ("GAMERA", "OTHER"), 0, KEYS_ROWS, ("A NOTE",), 1, 1, False)),
    "loading": (draw_loading, LoadingPage),
}


@pytest.fixture(scope="module")
def kit() -> Kit:
    return Kit()


@pytest.fixture
def canvas() -> pygame.Surface:
    return pygame.Surface((640, 360), 0, 32)


@pytest.fixture
def world() -> World:
    """A plain of 1600 px with one circuit between two pylons and a city line."""
    stage = Stage(
        title="Plain",
        place="lab",
        music="",
        width=1600,
        gamera=GameraStart(400),
        pylon=(Pylon(500), Pylon(1000)),
        circuit=(CircuitPlan("North line", (("p1", "p2"),)),),
        supply=1,
        line=CityLine(100, 50),
        id="plain",
    )
    return World.begin(stage, 1, Options())


def pixels(surface: pygame.Surface) -> np.ndarray:
    return pygame.surfarray.array3d(surface)


def tick(hud: Hud, world: World, events: list | None = None) -> None:
    hud.observe(world, events or [])
    world.tick += 1


# Type


def test_type_is_eight_pixels_a_letter_and_unsmoothed() -> None:
    face = Typeface()
    run = face.run("LEGION", "gold", edge=Edge.NONE)
    assert run.get_size() == (48, 8) == (face.width("LEGION"), 8)
    assert set(np.unique(pygame.surfarray.array_alpha(run))) == {0, 255}
    assert face.run("LEGION", "gold", 2, Edge.NONE).get_size() == (96, 16)
    assert face.run("A", "gold", edge=Edge.OUTLINE).get_size() == (10, 10)


def test_type_has_the_extra_glyphs() -> None:
    face = Typeface()
    empty = pygame.surfarray.array_alpha(face.run(" ", "white")).any()
    assert not empty
    for glyph in "→←▲▼▶◀·✓□■…":
        assert pygame.surfarray.array_alpha(face.run(glyph, "white", edge=Edge.NONE)).any()


def test_type_keeps_a_bounded_number_of_runs() -> None:
    face = Typeface()
    for number in range(CACHE_LIMIT + 50):
        face.run(str(number), "white")
    assert len(face._runs) == CACHE_LIMIT
    assert face.run("ONE", "white") is face.run("ONE", "white")


def test_words_wrap_at_spaces() -> None:
    assert wrapped("THEY COME FOR THE LIGHTS", 72) == ["THEY COME", "FOR THE", "LIGHTS"]
    assert wrapped("ELECTROMAGNETIC", 32) == ["ELECTROMAGNETIC"]


# Kit


@pytest.mark.parametrize("size", [(24, 24), (56, 32), (320, 200), (17, 16)])
def test_nine_slice_covers_its_rectangle(kit: Kit, size: tuple[int, int]) -> None:
    source = kit.picture("frame/panel").image
    picture = nine_slice(source, *size, 8)
    assert picture.get_size() == size
    alpha = pygame.surfarray.array_alpha(picture)
    holes = int((alpha == 0).sum())
    assert holes == 12  # the two cut corners, six pixels each
    assert picture.get_at((size[0] // 2, 0)) == source.get_at((12, 0))


def test_key_caps_grow_with_their_label(kit: Kit) -> None:
    assert kit.key_cap("Z").get_width() == 16
    assert kit.key_cap("SHIFT").get_width() == 48
    assert kit.key_cap("Z").get_height() == kit.key_cap("Z", down=True).get_height() == 17
    assert kit.key_cap("Z") is kit.key_cap("Z")


def test_every_control_that_can_be_bound_has_its_row_of_the_keys_page(kit: Kit) -> None:
    rows = [(control, name) for page in KEY_PAGES.values() for control, name in page.items()]
    assert sorted(control.name for control, _ in rows) == sorted(control.name for control in BOUND)
    for _, name in rows:
        assert f"icon/{name.icon}" in kit.sheet
        assert len(name.words) <= 20
    assert all(len(note) <= 72 for notes in KEY_NOTES.values() for note in notes)


@pytest.mark.parametrize("family", [None, *PadFamily])
def test_every_lesson_can_be_drawn_on_every_device(kit: Kit, family: PadFamily | None) -> None:
    prompts = Prompts(family=family)
    for lesson in LESSONS.values():
        assert f"icon/{lesson.icon}" in kit.sheet
        for row in lesson.rows:
            assert len(row.words) * 8 <= 120
            assert all(kit.prompt(prompt).get_height() <= 17 for prompt in prompts.of(*row.controls))


def test_every_family_of_pads_has_its_pictures(kit: Kit) -> None:
    for buttons in BUTTONS.values():
        assert all(f"pad/{button.picture}" in kit.sheet for button in buttons)


def test_a_lesson_names_the_key_that_is_bound(kit: Kit) -> None:
    assert Prompts({Control.JUMP: (pygame.K_m, pygame.K_SPACE)}).of(Control.JUMP) == (Key("M"),)


def test_the_two_halves_of_a_d_pad_are_one_picture() -> None:
    assert Prompts(family=PadFamily.NINTENDO).of(Control.LEFT, Control.RIGHT) == (PadButton("dpad_lr"),)


def test_every_speaker_has_a_face_whose_mouth_moves(kit: Kit) -> None:
    for who in SPEAKERS:
        for name in (f"portrait/{who}", f"portrait/{who}/moved"):
            shut, talking = kit.sheet[name].frames
            assert shut.image.get_size() == (48, 48)
            assert (pixels(shut.image) != pixels(talking.image)).any()


def test_flat_pieces_stay_on_the_palette(kit: Kit) -> None:
    allowed = set(PALETTE.values())
    for name, strip in kit.sheet.strips.items():
        if name.startswith(("icon/", "circuit/", "frame/", "pad/", "key/", "toggle/", "mini/", "cursor/")):
            image = strip.frames[0].image
            solid = pygame.surfarray.array_alpha(image) > 0
            colours = {tuple(int(channel) for channel in colour) for colour in pixels(image)[solid]}
            assert colours <= allowed, name


@pytest.mark.parametrize("name", ["ui", "ui_title"])
def test_sheets_are_baked_from_their_present_sources(name: str) -> None:
    record = msgspec.json.decode((ATLAS / f"{name}.json").read_bytes(), type=SheetRecord)
    assert record.fingerprint == fingerprint(TARGETS[name].sources), f"run: python -m sprites.bake {name}"


def test_window_icons_are_there() -> None:
    title = load_sheet("ui_title")
    assert [title[f"window/{side}"].frames[0].image.get_width() for side in (32, 64, 256)] == [32, 64, 256]


# The display


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
    plate, painted = Plate(0, 0, 8, 8), []
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
    assert all(place.left >= 180 and place.right <= 500 for place in places)
    for chosen in range(circuits):
        shown = command_card_places(circuits, chosen)
        assert chosen in [number for number, _ in shown]
        assert all(place.left >= 0 and place.right <= 640 for _, place in shown)


def test_a_met_objective_is_ticked_off_before_the_next(kit: Kit, world: World) -> None:
    line = ObjectiveLine(kit, 51)
    line.observe(world, [ObjectiveSet("Hold")])
    line.observe(world, [ObjectiveMet("Hold"), ObjectiveSet("Burn them")])
    assert (line._text, line._met) == ("Hold", True)
    for _ in range(120):
        line.observe(world, [])
    assert (line._text, line._met) == ("Burn them", False)


def test_long_messages_come_in_boxes_of_two_lines() -> None:
    boxes = messages_of("honami", "word " * 40)
    assert len(boxes) > 1
    assert all(len(box.lines) <= 2 for box in boxes)
    assert all(8 * len(line) <= LINE_WIDTH for box in boxes for line in box.lines)


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


def test_a_lesson_stays_until_it_is_learned(kit: Kit, world: World) -> None:
    box = LessonBox(kit, 65)
    box.observe(world, [LessonTaught("claw"), LessonTaught("fire")])
    for _ in range(500):
        box.observe(world, [])
    assert box._topic == "claw"
    box.observe(world, [LessonLearned("claw")])
    for _ in range(100):
        box.observe(world, [])
    assert box._topic == "fire"


def test_score_rolls_up_to_what_was_earned(kit: Kit, world: World) -> None:
    board = Scoreboard(kit)
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
    assert hud._radio.region.right < 640


# The command view


@pytest.mark.parametrize("age", [0, 4, 60])
def test_command_view_keeps_only_the_lines_in_colour(kit: Kit, canvas: pygame.Surface, world: World, age: int) -> None:
    circuit = world.grid.circuits[0]
    circuit.state, circuit.charge = CircuitState.LIVE, 5.0
    canvas.fill((200, 40, 40))
    draw_command(canvas, kit, world, 450, CommandView(0, age))
    red, _, blue, _ = canvas.get_at((300, 280))
    if age >= 8:
        assert blue > red
        wire_y = round(float(world.wire_y[700]))
        assert canvas.get_at((250, wire_y))[:3] == PALETTE["cream"]


def test_command_view_draws_a_stage_in_play(kit: Kit, canvas: pygame.Surface) -> None:
    simulation = Simulation("tokyo", seed=2)
    simulation.step(Action(grid=GridVerb.TOGGLE, target=1))
    for _ in range(200):
        simulation.step(Action())
    for chosen in range(3):
        draw_command(canvas, kit, simulation.world, 1500, CommandView(chosen, 30))


# Pages


@pytest.mark.parametrize("name", PAGES)
def test_pages_draw_at_any_tick_and_move(kit: Kit, name: str) -> None:
    draw, page_at = PAGES[name]
    shots = []
    for at in (0, 1, 7, 33, 90, 200, 600, 4000):
        surface = pygame.Surface((640, 360), 0, 32)
        surface.fill((80, 60, 120))
        draw(surface, kit, page_at(at))
        shots.append(pixels(surface))
    assert any((shots[0] != shot).any() for shot in shots[1:])


def test_a_page_draws_the_same_picture_for_the_same_record(kit: Kit) -> None:
    for draw, page_at in PAGES.values():
        shots = []
        for _ in range(2):
            surface = pygame.Surface((640, 360), 0, 32)
            draw(surface, kit, page_at(137))
            shots.append(pixels(surface))
        assert (shots[0] == shots[1]).all()


def test_numbers_count_up_to_what_they_are() -> None:
    assert counted("214", 0.5) == "107"
    assert counted("x31", 0.0) == "x0"
    assert counted("0151390", 0.0) == "0000000"
    assert counted("4:12", 1.0) == "4:12"
    assert counted("NO", 0.2) == "NO"


def test_the_stamp_falls_after_the_last_row(kit: Kit) -> None:
    at = stamp_falls_at(RESULT)
    before, after = (pygame.Surface((640, 360), 0, 32) for _ in range(2))
    draw_result(before, kit, replace(RESULT, tick=at - 20))
    draw_result(after, kit, replace(RESULT, tick=at + 40))
    stamp = slice(500, 572), slice(130, 206)
    changed = (pixels(before)[stamp] != pixels(after)[stamp]).any(axis=2)
    assert changed.sum() > 500
