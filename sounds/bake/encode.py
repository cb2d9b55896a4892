"""OGG Vorbis files that are the same bytes every time they are written."""

import io
import struct

import numpy as np
import soundfile

from sounds.bake.synthesis import RATE, Wave

STREAM_SERIAL = 0x47414D45
BLOCK = 4096  # frames written at once: libsndfile's Vorbis writer overflows its stack on long single writes


def encode_ogg(wave: Wave, quality: float) -> bytes:
    """`wave` (n,) or (n, channels) as a file of Vorbis quality 0 to 10.

    It is rounded to 16 bits first, so that float noise cannot move it.
    """
    rounded = np.round(wave * 32767) / 32767
    channels = 1 if wave.ndim == 1 else wave.shape[1]
    buffer = io.BytesIO()
    with soundfile.SoundFile(
        buffer, "w", RATE, channels, format="OGG", subtype="VORBIS", compression_level=1 - quality / 10
    ) as file:
        for start in range(0, len(rounded), BLOCK):
            file.write(rounded[start : start + BLOCK])
    return _with_fixed_serial(buffer.getvalue())


def decode_ogg(data: bytes) -> Wave:
    """Shape (n,) or (n, channels)."""
    return soundfile.read(io.BytesIO(data))[0]


def _with_fixed_serial(data: bytes) -> bytes:
    """libsndfile draws a random stream serial: write ours into every page and checksum it anew (RFC 3533)."""
    pages, start = bytearray(data), 0
    while start < len(pages):
        if pages[start : start + 4] != b"OggS":
            raise ValueError(f"no Ogg page at byte {start}")
        segments = pages[start + 26]
        end = start + 27 + segments + sum(pages[start + 27 : start + 27 + segments])
        pages[start + 14 : start + 18] = struct.pack("<I", STREAM_SERIAL)
        pages[start + 22 : start + 26] = bytes(4)
        pages[start + 22 : start + 26] = struct.pack("<I", _page_checksum(pages[start:end]))
        start = end
    return bytes(pages)


def _checksum_table() -> tuple[int, ...]:
    table = []
    for byte in range(256):
        value = byte << 24
        for _ in range(8):
            value = ((value << 1) ^ (0x04C11DB7 if value & 0x80000000 else 0)) & 0xFFFFFFFF
        table.append(value)
    return tuple(table)


CHECKSUM_TABLE = _checksum_table()


def _page_checksum(page: bytearray) -> int:
    checksum = 0
    for byte in page:
        checksum = ((checksum << 8) & 0xFFFFFFFF) ^ CHECKSUM_TABLE[(checksum >> 24) ^ byte]
    return checksum
