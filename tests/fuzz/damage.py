"""Ways to damage a file: as disks and editors do it, and as somebody does who means it."""

import random
import re
from collections.abc import Callable, Sequence

NUMBER = re.compile(rb"-?\d+(\.\d+)?")
VALUE = re.compile(rb"(?<=[=:])[ \t]*(\"[^\"\n]*\"|-?\d+(\.\d+)?|true|false|null|\[[^\[\]]*\]|\{[^{}]*\})")
WORD = re.compile(rb"[a-z_]{3,}")
HUGE = (
    b"0", b"-1", b"1", b"255", b"256", b"65536", b"2147483648", b"4294967296", b"9223372036854775808", b"-1e9",
    b"-9223372036854775809", b"1" + b"0" * 400, b"1e308", b"1e-320", b"-0.0", b"0.5", b"inf", b"nan", b"-inf",
)  # fmt: skip
WRONG = (
    b'""', b'"x"', b"true", b"null", b"[]", b"{}", b"[[]]", b"[1, 2]", b'["x"]', b"{a = 1}", b'{"a": 1}',
    b'"\\u0000"', b'"' + b"A" * 70_000 + b'"', b"1979-05-27T07:32:00Z", b"'",
)  # fmt: skip
MOST_DEPTH = 20_000

Damage = Callable[[random.Random, bytes], bytes]


def cut_short(dice: random.Random, content: bytes) -> bytes:
    return content[: dice.randrange(len(content) + 1)]


def flip_bits(dice: random.Random, content: bytes) -> bytes:
    damaged = bytearray(content)
    for _ in range(dice.choice((1, 1, 2, 8, 50))):
        damaged[dice.randrange(len(damaged))] ^= 1 << dice.randrange(8)
    return bytes(damaged)


def lose_a_piece(dice: random.Random, content: bytes) -> bytes:
    start = dice.randrange(len(content))
    return content[:start] + content[start + dice.choice((1, 2, 16, 200)) :]


def repeat_a_piece(dice: random.Random, content: bytes) -> bytes:
    start = dice.randrange(len(content))
    piece = content[start : start + dice.choice((1, 16, 200, 4000))]
    return content[:start] + piece * dice.choice((2, 3, 50)) + content[start:]


def strange_bytes(dice: random.Random, content: bytes) -> bytes:
    start = dice.randrange(len(content))
    return content[:start] + dice.randbytes(dice.choice((1, 4, 64))) + content[start:]


def zeros(dice: random.Random, content: bytes) -> bytes:
    """What a power cut leaves of a file."""
    start = dice.randrange(len(content))
    return content[:start] + bytes(len(content) - start)


def huge_number(dice: random.Random, content: bytes) -> bytes:
    return _replace(dice, content, NUMBER, HUGE)


def wrong_type(dice: random.Random, content: bytes) -> bytes:
    return _replace(dice, content, VALUE, WRONG)


def many_wrong_types(dice: random.Random, content: bytes) -> bytes:
    for _ in range(dice.randrange(2, 8)):
        content = _replace(dice, content, VALUE, WRONG + HUGE)
    return content


def another_word(dice: random.Random, content: bytes) -> bytes:
    """Keys and names that exist, in the wrong places."""
    words = [match[0] for match in WORD.finditer(content)]
    return _replace(dice, content, WORD, words) if words else content


def deep_nesting(dice: random.Random, content: bytes) -> bytes:
    depth = dice.choice((3, 100, 1_000, MOST_DEPTH))
    opening, closing = dice.choice(((b"[", b"]"), (b'{"a":', b"}"), (b"{a=", b"}")))
    return _replace(dice, content, VALUE, [opening * depth + b"1" + closing * dice.choice((depth, 0))])


def another_encoding(dice: random.Random, content: bytes) -> bytes:
    text = content.decode("latin-1")
    return text.encode(dice.choice(("utf-16", "utf-32", "utf-8-sig", "utf-7")))


def swap_lines(dice: random.Random, content: bytes) -> bytes:
    lines = content.splitlines(keepends=True)
    for _ in range(3):
        first, second = dice.randrange(len(lines)), dice.randrange(len(lines))
        lines[first], lines[second] = lines[second], lines[first]
    return b"".join(lines)


def nothing_left(dice: random.Random, content: bytes) -> bytes:
    return dice.choice((b"", b"\n", b"\0", b"\xff\xfe", b"null", b"[]", b"{}", b"[" * MOST_DEPTH, b"#" * 500_000))


DAMAGES: tuple[Damage, ...] = (
    cut_short,
    flip_bits,
    lose_a_piece,
    repeat_a_piece,
    strange_bytes,
    zeros,
    huge_number,
    huge_number,
    wrong_type,
    wrong_type,
    many_wrong_types,
    another_word,
    deep_nesting,
    another_encoding,
    swap_lines,
    nothing_left,
)


def damaged(dice: random.Random, content: bytes) -> bytes:
    """The content after one kind of damage, now and then two."""
    for _ in range(1 if dice.random() < 0.8 else 2):
        if content:
            content = dice.choice(DAMAGES)(dice, content)
    return content


def _replace(dice: random.Random, content: bytes, pattern: re.Pattern[bytes], values: Sequence[bytes]) -> bytes:
    places = [match.span() for match in pattern.finditer(content)]
    if not places:
        return content
    start, end = dice.choice(places)
    return content[:start] + dice.choice(values) + content[end:]
