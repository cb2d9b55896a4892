"""Snapshot, restore and digest, written once over the fields that `Saved` declares.

The format is MessagePack: no code runs when bytes are read, whoever made them.
"""

import hashlib
from typing import Any

import msgspec

from game.sim.power import lines_of
from game.sim.stage import Stage
from game.sim.stage_file import check_stage
from game.sim.table import Table
from game.sim.world import Saved, World

FORMAT = 1
CHECKSUM_BYTES = 8  # in front of the body; tells damage, not malice


class SnapshotError(ValueError):
    """Bytes that are no snapshot of this version of the game. The message is one line."""


class Snapshot(msgspec.Struct):
    format: int
    stage: Stage
    saved: Saved


def _encode_table(value: object) -> object:
    if isinstance(value, Table):
        return value.pack()
    raise NotImplementedError(type(value).__name__)


def _decode_table(kind: type[Any], value: Any) -> object:
    if issubclass(kind, Table):
        return kind.unpack(msgspec.convert(value, tuple[int, int, bytes]))
    raise NotImplementedError(kind.__name__)


_encoder = msgspec.msgpack.Encoder(enc_hook=_encode_table)
_decoder = msgspec.msgpack.Decoder(Snapshot, dec_hook=_decode_table)


def snapshot(world: World) -> bytes:
    """Everything needed to continue the game bit for bit, the stage included."""
    body = _encoder.encode({"format": FORMAT, "stage": world.stage, "saved": world.saved()})
    return _checksum(body) + body


def restore(data: bytes) -> World:
    """The world that `snapshot` wrote. SnapshotError if these bytes are not one."""
    checksum, body = data[:CHECKSUM_BYTES], data[CHECKSUM_BYTES:]
    if checksum != _checksum(body):
        raise SnapshotError("not a snapshot, or a damaged one")
    try:
        read = _decoder.decode(body)
        if read.format != FORMAT:
            raise SnapshotError(f"snapshot format {read.format}, expected {FORMAT}")
        check_stage(read.stage, "snapshot")
        saved = {name: getattr(read.saved, name) for name in Saved.__slots__}
        world = World(**saved, stage=read.stage, lines=lines_of(read.stage))
        world.derive()
    except (msgspec.MsgspecError, ValueError, LookupError, OverflowError) as error:
        # The checksum is no seal: bytes made by hand may still disagree with themselves.
        raise SnapshotError(f"not a snapshot: {error}") from None
    return world


def _checksum(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=CHECKSUM_BYTES).digest()


def digest(world: World) -> str:
    """Hex; equal exactly when two worlds' saved fields are equal."""
    return hashlib.blake2b(_encoder.encode(world.saved()), digest_size=16).hexdigest()
