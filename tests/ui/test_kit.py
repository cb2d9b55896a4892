"""Type, frames, key caps, faces: what every picture of the user interface is made of."""

import msgspec
import numpy as np
import pygame
import pytest

from game.play.bindings import BOUND
from game.view.controls import Control
from game.view.hud.layout import hud_layout
from game.view.hud.lessons import LessonBox
from game.view.hud.radio import SPEAKERS
from game.view.kit import Kit, nine_slice
from game.view.moves import KEY_NOTES, KEY_PAGES, LESSONS
from game.view.palette import PALETTE
from game.view.prompts import BUTTONS, Key, PadButton, PadFamily, Prompts
from game.view.sheets import SheetRecord, load_sheet
from game.view.text import CACHE_LIMIT, Edge, Typeface
from game.view.wrapping import wrapped
from sprites.bake.catalogue import TARGETS
from sprites.bake.sheet import fingerprint
from sprites.bake.targets import ATLAS
from tests.ui.pixels import pixels


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
    boxes = [LessonBox(kit, hud_layout(3, big_text=big)) for big in (False, True)]
    for lesson in LESSONS.values():
        assert f"icon/{lesson.icon}" in kit.sheet
        for row in lesson.rows:
            hint = prompts.of(*row.controls), row.words.format(line=1)
            assert all(box.hint_width(hint) <= box.room for box in boxes)
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
