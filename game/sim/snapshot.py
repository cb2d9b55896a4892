"""Snapshot, restore and digest, written once over the fields that `Saved` declares.

A snapshot is a header, the outline (MessagePack: every field, of the tables only how many rows) and the tables' rows as
they lie in memory, so that ten thousand soldiers are copied once. No code runs when bytes are read, whoever made them.
"""

import hashlib
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from game.sim.power import lines_of
from game.sim.stage import Stage
from game.sim.stage_file import check_stage
from game.sim.table import Table
from game.sim.world import Saved, World

FORMAT = 2
CHECKSUM_BYTES = 4  # of all that follows it; tells damage, not malice
HEADER = 8  # bytes: the checksum, and how many bytes of outline follow
DIGEST_LETTERS = 32
Buffer = bytes | memoryview


class SnapshotError(ValueError):
    """Bytes that are no snapshot of this version of the game. The message is one line."""


class Snapshot(msgspec.Struct):
    format: int
    stage: Stage
    saved: Saved


def _outline_table(value: object) -> object:
    if isinstance(value, Table):
        return value.outline()
    raise NotImplementedError(type(value).__name__)


def _await_table(kind: type[Any], value: Any) -> object:
    if issubclass(kind, Table):
        return kind.awaiting(msgspec.convert(value, tuple[int, int]))
    raise NotImplementedError(kind.__name__)


_encoder = msgspec.msgpack.Encoder(enc_hook=_outline_table)
_decoder = msgspec.msgpack.Decoder(Snapshot, dec_hook=_await_table)


def snapshot(world: World) -> bytes:
    """Everything needed to continue the game bit for bit, the stage included."""
    saved = world.saved()
    outline = _encoder.encode({"format": FORMAT, "stage": world.stage, "saved": saved})
    parts = (len(outline).to_bytes(4, "little"), outline, *_rows(saved.values()))
    return b"".join((checksum(*parts), *parts))


def restore(data: bytes) -> World:
    """The world that `snapshot` wrote. SnapshotError if these bytes are not one."""
    content = memoryview(data)
    if len(data) < HEADER or content[:CHECKSUM_BYTES] != checksum(content[CHECKSUM_BYTES:]):
        raise SnapshotError("not a snapshot, or a damaged one")
    rows_at = HEADER + int.from_bytes(content[CHECKSUM_BYTES:HEADER], "little")
    try:
        read = _decoder.decode(content[HEADER:rows_at])
        if read.format != FORMAT:
            raise SnapshotError(f"snapshot format {read.format}, expected {FORMAT}")
        check_stage(read.stage, "snapshot")
        saved = {name: getattr(read.saved, name) for name in Saved.__slots__}
        _load(saved.values(), content[rows_at:])
        world = World(**saved, stage=read.stage, lines=lines_of(read.stage))
        world.derive()
    except (msgspec.MsgspecError, ValueError, LookupError, OverflowError) as error:
        # The checksum is no seal: bytes made by hand may still disagree with themselves.
        raise SnapshotError(f"not a snapshot: {error}") from None
    return world


def _rows(fields: Iterable[object]) -> Iterator[Buffer]:
    """The rows of all tables among the fields, as they lie."""
    for field in fields:
        if isinstance(field, Table):
            for rows in field.buffers():
                yield rows.data


def _load(fields: Iterable[object], content: memoryview) -> None:
    """Gives the tables among the fields the rows that `_rows` wrote. ValueError if there are not as many."""
    for field in fields:
        if isinstance(field, Table):
            content = field.load(content)
    if len(content):
        raise ValueError(f"{len(content)} bytes too many")


def checksum(*parts: Buffer) -> bytes:
    """What stands in front of a snapshot. CRC-32, as a cryptographic hash would cost more than all the rest."""
    total = 0
    for part in parts:
        total = zlib.crc32(part, total)
    return total.to_bytes(CHECKSUM_BYTES, "little")


def digest(world: World) -> str:
    """Hex; equal exactly when two worlds' saved fields are equal.

    SHA-256, because processors have instructions for it: twice as fast here as BLAKE2, for which they have none.
    """
    saved = world.saved()
    state = hashlib.sha256(_encoder.encode(saved))
    for rows in _rows(saved.values()):
        state.update(rows)
    return state.hexdigest()[:DIGEST_LETTERS]
