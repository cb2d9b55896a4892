"""Films a recording: an MP4 of its picture and sound, made without a window. Needs the extra `video`."""

import tempfile
import wave
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pygame

from game.agents.recording import Recording
from game.sim.events import Event
from game.sim.units import TICKS_PER_SECOND, VIEW_HEIGHT, VIEW_WIDTH
from game.sim.world import World
from game.view.picture import Picture
from game.view.sound.output import RATE
from game.view.sound.soundtrack import Soundtrack

LIBRARY = "imageio_ffmpeg"
SUFFIX = ".mp4"
ENCODING = ("-crf", "20", "-preset", "veryfast", "-tune", "animation", "-movflags", "+faststart")
BLOCK = 8  # px; sizes that x264 takes as they are, instead of stretching the picture to them
SAMPLE_BYTES = 2
SAMPLE_MOST = 32767


class VideoError(Exception):
    """Why there is no video. The message is one line."""


def check_video_library() -> None:
    """VideoError where the extra is not installed."""
    if find_spec(LIBRARY) is None:
        raise VideoError("--video needs imageio-ffmpeg: pip install 'gamera-legion[video]'")


def write_video(recording: Recording, path: Path, scale: int) -> None:
    """Plays the recording twice, to hear it and to see it, and writes a video of `scale` times 640 x 360.

    RecordingError or VideoError where that cannot be; `path` is written only when the whole video is there.
    """
    check_video_library()
    with tempfile.TemporaryDirectory(dir=path.absolute().parent, prefix=".gamera-video-") as folder:
        sound, film = Path(folder) / "sound.wav", Path(folder) / f"film{SUFFIX}"
        _write_sound(recording, sound)
        _write_film(recording, sound, film, scale)
        film.replace(path)


def _watched(recording: Recording) -> Iterator[tuple[Picture, World, list[Event]]]:
    """Every tick, observed but not drawn."""
    simulation = recording.start()
    picture = Picture(simulation.world.stage, recording.header.seed)
    for action in recording.actions():
        events = recording.step(simulation, action)
        picture.observe(simulation.world, events)
        yield picture, simulation.world, events


def _write_sound(recording: Recording, path: Path) -> None:
    soundtrack = Soundtrack(recording.header.seed)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(SAMPLE_BYTES)
        file.setframerate(RATE)
        for picture, world, events in _watched(recording):
            mix = soundtrack.hear(world, events, picture.camera.x)
            file.writeframesraw((np.clip(mix, -1, 1) * SAMPLE_MOST).astype("<i2").tobytes())


def _write_film(recording: Recording, sound: Path, path: Path, scale: int) -> None:
    import imageio_ffmpeg

    size = VIEW_WIDTH * scale, VIEW_HEIGHT * scale
    canvas = pygame.Surface((VIEW_WIDTH, VIEW_HEIGHT), depth=32)
    writer = imageio_ffmpeg.write_frames(
        str(path),
        size,
        fps=TICKS_PER_SECOND,
        quality=None,
        codec="libx264",
        macro_block_size=BLOCK,
        ffmpeg_log_level="error",
        output_params=list(ENCODING),
        audio_path=str(sound) if sound.stat().st_size else None,
        audio_codec="aac",
    )
    try:
        writer.send(None)
        for picture, world, _ in _watched(recording):
            picture.draw(canvas, world)
            writer.send(pygame.image.tobytes(pygame.transform.scale(canvas, size), "RGB"))
    except (OSError, RuntimeError) as error:  # what ffmpeg said, in many lines
        raise VideoError(f"the video cannot be made: {error}") from None
    finally:
        writer.close()
    if not path.exists():
        raise VideoError("the video cannot be made: the recording has no ticks")
