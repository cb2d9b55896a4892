"""Stage files: what is right loads; what is wrong is named in one line by file, key and what was expected."""

from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from game.sim import Simulation, StageError
from game.sim.stage import Part
from game.sim.stage_file import MAX_BYTES, load_stage, parse_stage, stage_files

TOKYO = stage_files()["tokyo"].read_bytes()

GOOD = """\
title = "A street"
place = "lab"
music = "lab"
width = 1280

[gamera]
x = 200

[[pylon]]
x = 300
[[pylon]]
x = 700
[[pylon]]
x = 1100

[[circuit]]
name = "West"
spans = [["p1", "p2"]]

[[district]]
name = "A"
left = 0
right = 1280

[[block]]
kind = "house"
x = 640
district = "A"

[line]
x = 120
holds = 80

[[scene]]
name = "First"
[[scene.rule]]
on = "start"
do = [{ act = "wave", count = 10, over = 60 }]
[[scene.rule]]
on = "after"
ticks = 60
do = [{ act = "next" }]

[[scene]]
name = "Last"
[[scene.rule]]
on = "start"
do = [{ act = "won" }]
"""

# name: (what is written instead of what, the key that is to blame, words of what was expected)
MISTAKES = {
    "a word for a number": ("width = 1280", 'width = "wide"', "width", "Expected `int`"),
    "a number for a word": ('title = "A street"', "title = 7", "title", "Expected `str`"),
    "a flag for a number": ("holds = 80", "holds = true", "line.holds", "Expected `int`"),
    "a date for a number": ("holds = 80", "holds = 2020-01-01", "line.holds", "Expected `int`"),
    "a missing key": ('title = "A street"\n', "", "top level", "missing required field `title`"),
    "a missing table": ("[gamera]\nx = 200\n", "", "top level", "missing required field `gamera`"),
    "an unknown key": ("width = 1280", "width = 1280\nheight = 5", "top level", "unknown field `height`"),
    "an unknown key of a part": ("x = 200", "x = 200\ny = 3", "gamera", "unknown field `y`"),
    "an id": ("width = 1280", 'width = 1280\nid = "mine"', "id", "is the file's name"),
    "no such facing": ("x = 200", 'x = 200\nfacing = "up"', "gamera.facing", "Invalid enum value 'up'"),
    "too narrow": ("width = 1280", "width = 639", "width", "expected 640 to 12800, got 639"),
    "too wide": ("width = 1280", "width = 12801", "width", "expected 640 to 12800, got 12801"),
    "Gamera outside": ("x = 200", "x = 1281", "gamera.x", "expected 0.0 to 1280.0, got 1281.0"),
    "Gamera nowhere": ("x = 200", "x = nan", "gamera.x", "expected 0.0 to 1280.0, got nan"),
    "a pylon outside": ("x = 1100", "x = 1300", "pylon[2].x", "expected 0.0 to 1280.0"),
    "a pylon too low": ("x = 300", "x = 300\ntop = 281", "pylon[0].top", "expected 20.0 to 280.0"),
    "an unknown pylon": ('["p1", "p2"]', '["p1", "p9"]', "circuit[0].spans[0]", "expected pylons p1 to p3, got 'p9'"),
    "a span of three": ('["p1", "p2"]', '["p1", "p2", "p3"]', "circuit[0].spans[0]", "length 2"),
    "a span from a pylon to itself": (
        '["p1", "p2"]',
        '["p1", "p1"]',
        "circuit[0].spans[0]",
        "expected 64 to 1600, got 0",
    ),
    "a circuit without spans": ('[["p1", "p2"]]', "[]", "circuit[0].spans", "at least one span"),
    "overlapping spans": (
        'spans = [["p1", "p2"]]',
        'spans = [["p1", "p2"]]\n[[circuit]]\nname = "East"\nspans = [["p3", "p1"]]',
        "circuit[1].spans[0]",
        "overlaps another span",
    ),
    "ten circuits": (
        'spans = [["p1", "p2"]]',
        'spans = [["p1", "p2"]]' + '\n[[circuit]]\nname = "N"\nspans = []' * 9,
        "circuit",
        "expected 0 to 9, got 10",
    ),
    "supply below nothing": ("width = 1280", "width = 1280\nsupply = -1", "supply", "expected 0 to 16"),
    "a limit beyond an hour": (
        "width = 1280",
        "width = 1280\ntime_limit = 216001",
        "time_limit",
        "expected 0 to 216000",
    ),
    "an unknown block": ('kind = "house"', 'kind = "hut"', "block[0].kind", "expected one of house, shop"),
    "an unknown district": ('district = "A"', 'district = "B"', "block[0].district", "expected A, got 'B'"),
    "a block outside": ("x = 640", "x = -1", "block[0].x", "expected 35.0 to 1245.0, got -1.0"),
    "a district inside out": ("right = 1280", "right = -1", "district[0].right", "expected 0.0 to 1280.0"),
    "a line outside": ("x = 120", "x = 5000", "line.x", "expected 0.0 to 1280.0"),
    "a line that holds nothing": ("holds = 80", "holds = 0", "line.holds", "expected 1 to 200000"),
    "a rule without a word": ('on = "after"\nticks = 60\n', "", "scene[0].rule[1]", "missing required field `on`"),
    "an unknown rule": ('on = "after"', 'on = "before"', "scene[0].rule[1].on", "Invalid value 'before'"),
    "an unknown act": ('act = "next"', 'act = "dance"', "scene[0].rule[1].do[0].act", "Invalid value 'dance'"),
    "an unknown lesson": (
        '{ act = "next" }',
        '{ act = "teach", topic = "swim" }',
        "scene[0].rule[1].do[0].topic",
        "Invalid enum value 'swim'",
    ),
    "a wave of nobody": ("count = 10", "count = 0", "scene[0].rule[0].do[0].count", "expected 1 to 200000"),
    "a wave in no time": ("over = 60", "over = 0", "scene[0].rule[0].do[0].over", "expected 1 to 216000"),
    "a wave from a Queen who is not there": (
        "over = 60",
        'over = 60, source = "queen"',
        "scene[0].rule[0].do[0].source",
        "expected a [queen] in this stage",
    ),
    "a wave from nowhere": (
        "over = 60",
        'over = 60, source = "west"',
        "scene[0].rule[0].do[0].source",
        "Invalid enum value 'west'",
    ),
    "too many helicopters": (
        '{ act = "next" }',
        '{ act = "army", helicopters = 9 }',
        "scene[0].rule[1].do[0].helicopters",
        "expected 0 to 8",
    ),
    "a scene after the last": ('act = "won"', 'act = "next"', "scene[1]", "expected a scene to follow its `next`"),
    "a list that is none": (
        '[[scene.rule]]\non = "start"\ndo = [{ act = "won" }]',
        "rule = 3",
        "scene[1].rule",
        "array",
    ),
    "a rule of no time": ("ticks = 60", "ticks = -1", "scene[0].rule[1].ticks", "expected 0 to 216000"),
    "not TOML": ("width = 1280", "width 1280", "not TOML", "Expected '='"),
    "a key twice": ("width = 1280", "width = 1280\nwidth = 1280", "not TOML", "Cannot overwrite"),
    "lists in lists in lists": ("width = 1280", "width = " + "[" * 9000 + "]" * 9000, "not TOML", "recursion"),
}


def message_of(content: bytes) -> str:
    with pytest.raises(StageError) as caught:
        parse_stage(content, "bad", "bad.toml")
    return str(caught.value)


def test_the_stage_the_mistakes_are_made_in_is_right() -> None:
    stage = parse_stage(GOOD.encode(), "street", "street.toml")
    assert stage.id == "street"
    assert len(stage.scene) == 2


@pytest.mark.parametrize(("right", "wrong", "key", "expected"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_named_in_one_line_by_file_key_and_what_was_expected(
    right: str, wrong: str, key: str, expected: str
) -> None:
    assert GOOD.count(right) == 1
    message = message_of(GOOD.replace(right, wrong).encode())
    assert message.startswith(f"bad.toml: {key}: ")
    assert expected in message
    assert "\n" not in message


def test_bytes_that_are_no_text_are_named_so() -> None:
    assert message_of(GOOD.encode("utf-16")) == "bad.toml: not UTF-8 text"


def test_a_key_of_two_lines_is_named_in_one() -> None:
    assert "\n" not in message_of(('"a\\nb" = 1\n' + GOOD).encode())


def test_a_block_kind_of_two_lines_is_named_in_one() -> None:
    assert "\n" not in message_of(GOOD.replace('"house"', '"a\\nb"').encode())


@pytest.mark.parametrize("nowhere", ["inf", "-inf", "nan"])
def test_a_pylon_nowhere_is_named_though_a_circuit_hangs_on_it(nowhere: str) -> None:
    message = message_of(GOOD.replace("x = 300", f"x = {nowhere}").encode())
    assert message.startswith("bad.toml: pylon[0].x: expected 0.0 to 1280.0")


def test_a_number_of_ten_thousand_digits_is_named() -> None:
    assert message_of(GOOD.replace("1280", "9" * 10_000, 1).encode()).startswith("bad.toml: ")


def test_a_queen_whose_reach_leaves_gamera_no_room_is_named() -> None:
    assert message_of((GOOD + "[queen]\nx = 100\n").encode()).startswith("bad.toml: queen.x: ")


def test_two_districts_of_one_name_are_named() -> None:
    twin = '[[district]]\nname = "A"\nleft = 0\nright = 9\n'
    assert message_of((GOOD + twin).encode()).startswith("bad.toml: district[1].name: ")


def test_an_event_that_no_rule_can_make_happen_is_named() -> None:
    wrong = GOOD.replace('on = "after"\nticks = 60', 'on = "event"\nevent = "CircutBroken"')
    assert message_of(wrong.encode()).startswith("bad.toml: scene[0].rule[1].event: ")


def test_a_time_that_no_clock_can_show_is_named() -> None:
    wrong = GOOD.replace("ticks = 60", "ticks = 99999999999999999999999999")
    assert message_of(wrong.encode()).startswith("bad.toml: scene[0].rule[1].ticks: ")


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "large.toml"
    file.write_bytes(b"#" * (MAX_BYTES + 1))
    with pytest.raises(StageError, match=rf"large\.toml: larger than {MAX_BYTES} bytes"):
        load_stage(file)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StageError, match=r"missing\.toml: No such file"):
        load_stage(tmp_path / "missing.toml")


def test_a_folder_is_no_stage(tmp_path: Path) -> None:
    (tmp_path / "folder.toml").mkdir()
    with pytest.raises(StageError, match=r"folder\.toml: Is a directory"):
        load_stage(tmp_path / "folder.toml")


def test_an_unknown_name_is_answered_with_the_names_there_are() -> None:
    with pytest.raises(StageError, match=r"unknown stage 'osaka'; there are: dawn, lab, legion, ") as caught:
        load_stage("osaka")
    assert "\n" not in str(caught.value)


def test_a_stage_file_is_named_by_its_file(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(GOOD)
    assert load_stage(file).id == "mine"


@pytest.mark.parametrize("name", stage_files())
def test_every_stage_that_ships_can_be_played(name: str) -> None:
    simulation = Simulation(name, seed=1)
    simulation.step()
    assert simulation.outcome is None


def test_a_span_is_known_from_left_to_right_however_it_is_written() -> None:
    stage = parse_stage(GOOD.replace('["p1", "p2"]', '["p2", "p1"]').encode(), "street", "street.toml")
    assert stage.spans() == [(0, 0, 1)]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"difficulty": "easy"}, "unknown difficulty 'easy'; there are: story, normal, legion"),
        ({"seed": -1}, "seed: expected 0 to 4294967295, got -1"),
        ({"seed": 2**32}, "seed: expected 0 to 4294967295, got 4294967296"),
        ({"soldiers": -1}, "soldiers: expected 0 to 200000, got -1"),
    ],
)
def test_a_game_that_cannot_be_started_says_why(arguments: dict[str, object], expected: str) -> None:
    with pytest.raises(ValueError, match=expected):
        Simulation("lab", **arguments)  # type: ignore[arg-type]


def loads_or_says_why(content: bytes) -> None:
    try:
        parse_stage(content, "fuzzed", "fuzzed.toml")
    except StageError as error:
        message = str(error)
    else:
        return
    assert message.startswith("fuzzed.toml: ")
    assert "\n" not in message


@given(st.integers(0, len(TOKYO)))
def test_a_file_cut_short_loads_or_says_why(length: int) -> None:
    loads_or_says_why(TOKYO[:length])


@given(st.lists(st.tuples(st.integers(0, len(TOKYO) - 1), st.integers(0, 7)), min_size=1, max_size=6))
def test_a_file_with_flipped_bits_loads_or_says_why(flips: list[tuple[int, int]]) -> None:
    content = bytearray(TOKYO)
    for place, bit in flips:
        content[place] ^= 1 << bit
    loads_or_says_why(bytes(content))


VALUES = (
    "1e12",
    "inf",
    "-inf",
    "nan",
    "-1",
    "1e300",
    "0",
    "true",
    '""',
    "[]",
    "{}",
    "[[]]",
    '[["p1","p1"]]',
    "1979-05-27",
)
LINES = TOKYO.split(b"\n")
ASSIGNMENTS = [number for number, line in enumerate(LINES) if b" = " in line and not line.startswith((b" ", b"do"))]


@given(st.sampled_from(ASSIGNMENTS), st.sampled_from(VALUES))
@example(ASSIGNMENTS[0], "nan")
def test_a_file_with_any_value_replaced_loads_or_says_why(number: int, value: str) -> None:
    key = LINES[number].split(b" = ")[0]
    loads_or_says_why(b"\n".join([*LINES[:number], key + b" = " + value.encode(), *LINES[number + 1 :]]))


def parts_of_a_stage() -> list[type[Part]]:
    """Every table a stage file may hold: all that derives from `Part`."""
    known: list[type[Part]] = [Part]
    for part in known:
        known += part.__subclasses__()
    return known


@pytest.mark.parametrize("part", parts_of_a_stage(), ids=lambda part: part.__name__)
def test_the_readme_of_the_levels_explains_every_word(part: type[Part]) -> None:
    readme = files("levels").joinpath("README.md").read_text(encoding="utf-8")
    tag = part.__struct_config__.tag
    words = {*part.__struct_fields__, *([tag] if tag and tag != part.__name__ else [])}
    explained = {word for word in words if any(f"`{form}`" in readme for form in (word, f"[{word}]", f"[[{word}]]"))}
    assert explained == words
