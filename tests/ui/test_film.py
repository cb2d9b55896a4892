"""The display's parts for the film: gauges of flower, Queen, hold and light; cut scenes; the pages of its end."""

import pygame
import pytest

from game.agents.campaign import Campaign
from game.sim import Simulation
from game.sim.components import Flower, GameraState, Queen, QueenState
from game.sim.events import LineSpoken
from game.sim.systems.scripted import SCRIPTS
from game.view.hud import Hud
from game.view.hud.dialogue import WORDS_WIDTH
from game.view.hud.layout import hud_layout
from game.view.hud.letterbox import BAR, TICKS
from game.view.hud.queen_bar import BAR_ABOVE_FOOT, BAR_X, STATE_WORDS, QueenBar
from game.view.hud.radio import SPEAKERS, messages_of
from game.view.hud.ring import HOT, LIGHT, RING, OxygenRing, paint_ring
from game.view.kit import Kit
from game.view.moves import LESSONS
from game.view.pages.chapters import CHAPTERS
from game.view.pages.epilogue import DOUBTED, FEARED_WORDS, THANKED, EpiloguePage, draw_epilogue, words_of
from game.view.pages.stages import StagesPage, draw_stages
from game.view.palette import PALETTE
from game.view.wrapping import wrapped

TEXT_WIDTH = 24  # letters of a line beside a portrait on the briefing


@pytest.fixture
def canvas() -> pygame.Surface:
    surface = pygame.Surface((640, 360), 0, 32)
    surface.fill((90, 70, 120))
    return surface


def colours_in(canvas: pygame.Surface, area: tuple[int, int, int, int]) -> set[tuple[int, ...]]:
    part = pygame.surfarray.array3d(canvas.subsurface(area)).reshape(-1, 3)
    return {tuple(map(int, colour)) for colour in part}


# Chapters


@pytest.mark.parametrize("stage", CHAPTERS)
def test_a_chapter_can_be_lettered(kit: Kit, stage: str) -> None:
    chapter = CHAPTERS[stage]
    for style in (chapter.card, "title", "order"):
        assert all(f"glyph_{style}/{glyph}" in kit.sheet for glyph in chapter.kanji)
    kit.word("gold34", chapter.name)
    kit.word("gold20", chapter.headline)
    assert chapter.speaker in SPEAKERS
    assert all(len(line) <= TEXT_WIDTH for line in chapter.speech.splitlines())
    assert {place for place, _, _ in chapter.places} <= set(kit.picture("map/japan").anchors)


def test_stages_not_reached_are_locked(kit: Kit, canvas: pygame.Surface) -> None:
    draw_stages(canvas, kit, StagesPage(0, ("sapporo",), ("",), 0))
    one = pygame.image.tobytes(canvas, "RGB")
    draw_stages(canvas, kit, StagesPage(0, ("sapporo", "sendai"), ("", ""), 0))
    assert pygame.image.tobytes(canvas, "RGB") != one


@pytest.mark.parametrize(
    ("trust", "city", "words"),
    [
        (90, 0.9, THANKED),
        (90, 0.5, DOUBTED),
        (60, 0.9, DOUBTED),
        (30, 0.9, FEARED_WORDS),
        (90, 0.2, FEARED_WORDS),
    ],
)
def test_what_is_said_of_him_depends_on_trust_and_city(
    kit: Kit, canvas: pygame.Surface, trust: float, city: float, words: object
) -> None:
    page = EpiloguePage(600, trust, city, "A")
    assert words_of(page) is words
    draw_epilogue(canvas, kit, page)
    assert all(len(line) * 8 < 560 for line in words_of(page).lines)


# Gauges


def test_the_ring_fills_clockwise_from_the_top() -> None:
    ring = pygame.Surface((RING, RING))
    paint_ring(ring, 0, 0, 0.5, LIGHT)
    half = RING // 2
    assert PALETTE["gold"] in colours_in(ring, (half, 0, half, RING))
    assert PALETTE["gold"] not in colours_in(ring, (0, 0, half - 1, RING))


@pytest.mark.parametrize(("oxygen", "colour"), [(40.0, "aqua"), (80.0, "orange"), (95.0, HOT[1])])
def test_oxygen_warms_and_then_burns(kit: Kit, canvas: pygame.Surface, oxygen: float, colour: str) -> None:
    world = Simulation("sapporo").world
    for _, plant in world.entities.each(Flower):
        plant.oxygen = oxygen
    ring = OxygenRing(kit, hud_layout(0, big_text=False))
    ring.observe(world, [])
    ring.draw(canvas, 1.0)
    assert PALETTE[colour] in colours_in(canvas, (584, 56, 48, 48))


def test_there_is_no_ring_without_a_flower(kit: Kit, canvas: pygame.Surface) -> None:
    before = pygame.image.tobytes(canvas, "RGB")
    ring = OxygenRing(kit, hud_layout(0, big_text=False))
    ring.observe(Simulation("tokyo").world, [])
    ring.draw(canvas, 1.0)
    assert pygame.image.tobytes(canvas, "RGB") == before


def test_the_queens_bar_shows_loss_ghost_and_state(kit: Kit, canvas: pygame.Surface) -> None:
    world, layout = Simulation("legion").world, hud_layout(0, big_text=False)
    bar = QueenBar(kit, layout)
    for _ in range(30):
        bar.observe(world, [])
    for _, mother in world.entities.each(Queen):
        mother.vitality = mother.vitality_full * 0.5
        mother.state = QueenState.STAGGERED
    bar.observe(world, [])
    bar.draw(canvas, 1.0)
    assert bar._word == "TAKE THE HORN!"
    assert bar._ghost == 1.0
    right = colours_in(canvas, (layout.queen.x + BAR_X + 250, layout.queen.bottom - BAR_ABOVE_FOOT, 60, 8))
    assert PALETTE["gold"] in right or PALETTE["orange"] in right
    for _ in range(600):
        bar.observe(world, [])
    assert bar._ghost == pytest.approx(0.5)


def test_the_queens_bar_leaves_with_her(kit: Kit) -> None:
    world = Simulation("legion").world
    bar = QueenBar(kit, hud_layout(0, big_text=False))
    for _ in range(30):
        bar.observe(world, [])
    assert bar._shown_for > 0
    for _, mother in world.entities.each(Queen):
        mother.state = QueenState.BREAK
    for _ in range(30):
        bar.observe(world, [])
    assert bar._shown_for == 0


def test_every_attack_has_a_word() -> None:
    attacks = {QueenState.IMPALE, QueenState.BEAM, QueenState.BARRIER, QueenState.SPAWN, QueenState.WHIPS}
    assert attacks <= set(STATE_WORDS)


@pytest.mark.parametrize("state", [GameraState.GRAPPLE, GameraState.LOOK_UP, GameraState.BEAM])
@pytest.mark.parametrize("stage", ["sapporo", "legion", "dawn", "vigil"])
def test_the_display_draws_in_every_state(kit: Kit, canvas: pygame.Surface, stage: str, state: GameraState) -> None:
    world = Simulation(stage).world
    world.gamera.state, world.gamera.grip, world.gamera.mana = state, 0.5, 0.5
    world.direction.holding, world.direction.light = world.stage.vigil, 0.5
    hud = Hud(kit, world.stage, big_text=True)
    for _ in range(3):
        hud.observe(world, [])
        hud.draw(canvas, world, 0)


def test_new_topics_have_lessons() -> None:
    assert {"grapple", "hold", "mana", "beam"} <= set(LESSONS)


# Cut scenes


def test_bars_come_in_for_a_script_and_the_display_steps_out(kit: Kit, canvas: pygame.Surface) -> None:
    world = Simulation("sapporo").world
    hud = Hud(kit, world.stage)
    world.direction.script = next(iter(SCRIPTS))
    for _ in range(TICKS + 1):
        hud.observe(world, [])
    hud.draw(canvas, world, 0)
    assert colours_in(canvas, (0, 0, 640, BAR)) == {PALETTE["ink"]}
    assert colours_in(canvas, (0, BAR, 640, 360 - 2 * BAR)) == {(90, 70, 120)}
    world.direction.script = ""
    for _ in range(TICKS + 1):
        hud.observe(world, [])
    assert hud._letterbox.closed == 0


def test_words_are_still_shown_in_a_cut_scene(kit: Kit, canvas: pygame.Surface) -> None:
    world = Simulation("sapporo").world
    hud = Hud(kit, world.stage)
    world.direction.script = next(iter(SCRIPTS))
    hud.observe(world, [LineSpoken("asagi", "Please.")])
    for _ in range(TICKS + 20):
        hud.observe(world, [])
    hud.draw(canvas, world, 0)
    assert PALETTE["gold"] in colours_in(canvas, (88, 20, 120, 16))


def test_a_message_fits_the_wide_box() -> None:
    for message in messages_of("honami", "Four hundred thousand people are on the roads, and it is about to go! " * 3):
        lines = wrapped(" ".join(message.lines), WORDS_WIDTH)
        assert len(lines) <= 2
        assert sum(map(len, lines)) <= message.letters + len(message.lines) - 1  # all of it is typed


def test_the_display_follows_a_stage_as_it_is_played(kit: Kit, canvas: pygame.Surface) -> None:
    simulation, player = Simulation("dawn", seed=2), Campaign()
    hud = Hud(kit, simulation.world.stage)
    for tick in range(400):
        hud.observe(simulation.world, simulation.step(player.act(simulation)))
        if tick % 20 == 0:
            hud.draw(canvas, simulation.world, 300)
