"""Recordings: what was pressed, tick by tick, and digests to check that it still leads to the same game.

A file is one line of JSON (`Header`), then the actions as runs of equal ones, then the digests. No code runs when it is
read, and never more than MOST_BYTES of it.
"""

import hashlib
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Annotated

import msgspec

from game.sim import Action, Simulation, StageError
from game.sim.stage import Stage
from game.sim.stage_file import load_stage

FORMAT = 1
CHECK_EVERY = 60  # ticks between digests; there is one more at the end
RUN = struct.Struct("<IH")  # a packed action, and for how many ticks
LONGEST_RUN = 0xFFFF
DIGEST_BYTES = 16
MOST_TICKS = 60 * 60 * 60 * 10  # ten hours
MOST_BYTES = 32 << 20
MOST_HEADER_BYTES = 16 << 10

Count = Annotated[int, msgspec.Meta(ge=0)]


class RecordingError(ValueError):
    """A file that is no recording of this game. The message is one line."""


class Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the game was started with, and how much follows."""

    format: int
    game: str  # version that recorded it
    stage: str  # name, or path as it was given
    stage_hash: str
    difficulty: str
    army_operator: bool
    seed: int
    soldiers: Annotated[int, msgspec.Meta(ge=0, le=200_000)]  # scattered over the stage before the first tick
    scene: Annotated[int, msgspec.Meta(ge=0, le=99)]  # index of the scene it began with
    ticks: Annotated[int, msgspec.Meta(ge=0, le=MOST_TICKS)]
    runs: Count
    digests: Count
    trust: Annotated[float, msgspec.Meta(ge=0, le=100)] = 60.0  # recordings from before the film leave it out


@dataclass(frozen=True)
class Setup:
    """Everything that a game starts from."""

    stage: str
    seed: int
    difficulty: str = "normal"
    army_operator: bool = False
    soldiers: int = 0  # scattered over the stage, besides those that come
    scene: int = 0  # index; begin there instead of with the first
    trust: float = 60.0  # what the stages before have left of the city's

    def start(self) -> Simulation:
        """The game before its first tick. StageError or ValueError where that cannot be."""
        simulation = Simulation(
            self.stage,
            self.seed,
            self.difficulty,
            army_operator=self.army_operator,
            soldiers=self.soldiers,
            trust=self.trust,
        )
        if self.scene:
            simulation.world.direction.scene = self.scene
        return simulation


class Recorder:
    """Writes a game down while it is played. Call `note` after every step."""

    def __init__(self, setup: Setup, stage: Stage) -> None:
        self.setup = setup
        self._stage_hash = stage_hash(stage)
        self._words: list[int] = []
        self._digests: list[str] = []

    def note(self, simulation: Simulation, action: Action) -> None:
        """Takes down the action that `simulation` has just stepped with."""
        self._words.append(action.pack())
        if len(self._words) % CHECK_EVERY == 0:
            self._digests.append(simulation.digest())

    def rewind(self, tick: int) -> None:
        """Forgets what came after `tick`: the game was taken back to there."""
        del self._words[tick:]
        del self._digests[tick // CHECK_EVERY :]

    def to_bytes(self, simulation: Simulation, version: str) -> bytes:
        """The whole file, ended by the digest of `simulation` as it is now."""
        runs = _runs(self._words)
        digests = list(self._digests)
        if len(self._words) % CHECK_EVERY:
            digests.append(simulation.digest())
        header = Header(
            format=FORMAT,
            game=version,
            stage=self.setup.stage,
            stage_hash=self._stage_hash,
            difficulty=self.setup.difficulty,
            army_operator=self.setup.army_operator,
            seed=self.setup.seed,
            soldiers=self.setup.soldiers,
            scene=self.setup.scene,
            ticks=len(self._words),
            runs=len(runs),
            digests=len(digests),
            trust=self.setup.trust,
        )
        packed = b"".join(RUN.pack(word, length) for word, length in runs)
        return msgspec.json.encode(header) + b"\n" + packed + b"".join(map(bytes.fromhex, digests))


@dataclass(frozen=True)
class Recording:
    """A recording as it was read."""

    header: Header
    runs: tuple[tuple[Action, int], ...]
    digests: tuple[str, ...]

    def start(self) -> Simulation:
        """The game it begins with. RecordingError if its stage is missing or not the one it was made on."""
        header = self.header
        setup = Setup(
            header.stage,
            header.seed,
            header.difficulty,
            header.army_operator,
            header.soldiers,
            header.scene,
            header.trust,
        )
        try:
            stage = load_stage(header.stage)
            if stage_hash(stage) != header.stage_hash or header.scene >= max(1, len(stage.scene)):
                raise RecordingError(f"stage '{header.stage}' has changed since this was recorded")
            return setup.start()
        except (StageError, ValueError) as error:
            raise RecordingError(str(error)) from None

    def actions(self) -> Iterator[Action]:
        """One action a tick."""
        for action, length in self.runs:
            for _ in range(length):
                yield action

    def check(self, simulation: Simulation) -> bool:
        """Whether `simulation`, stepped so far by these actions, is where it was then. True between the digests."""
        tick = simulation.tick
        if tick % CHECK_EVERY and tick != self.header.ticks:
            return True
        number = -(-tick // CHECK_EVERY) - 1
        return number < 0 or self.digests[number] == simulation.digest()

    def first_difference(self) -> int | None:
        """Plays it all and returns the first tick whose digest differs, None if all hold."""
        simulation = self.start()
        for action in self.actions():
            simulation.step(action)
            if not self.check(simulation):
                return simulation.tick
        return None


def read_recording(path: Path) -> Recording:
    """RecordingError with one line if the file is not there or not right."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise RecordingError(f"{path}: {error.strerror}") from None
    if len(content) > MOST_BYTES:
        raise RecordingError(f"{path}: larger than {MOST_BYTES} bytes")
    try:
        return _parse(content)
    except RecordingError as error:
        raise RecordingError(f"{path}: {error}") from None


def stage_hash(stage: Stage) -> str:
    """Hex; equal for stages with the same content, however their files are laid out."""
    return hashlib.blake2b(msgspec.msgpack.encode(stage), digest_size=DIGEST_BYTES).hexdigest()


def _parse(content: bytes) -> Recording:
    end = content.find(b"\n", 0, MOST_HEADER_BYTES)
    if end < 0:
        raise RecordingError("not a recording")
    try:
        header = msgspec.json.decode(content[:end], type=Header)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise RecordingError(f"not a recording: {error}") from None
    if header.format != FORMAT:
        raise RecordingError(f"recording format {header.format}, expected {FORMAT}")
    body = content[end + 1 :]
    runs_end = header.runs * RUN.size
    if len(body) != runs_end + header.digests * DIGEST_BYTES:
        raise RecordingError("cut short or too long")
    runs = tuple(_run(word, length) for word, length in RUN.iter_unpack(body[:runs_end]))
    if sum(length for _, length in runs) != header.ticks or header.digests != -(-header.ticks // CHECK_EVERY):
        raise RecordingError("header and content do not agree")
    digests = (body[at : at + DIGEST_BYTES].hex() for at in range(runs_end, len(body), DIGEST_BYTES))
    return Recording(header, runs, tuple(digests))


def _run(word: int, length: int) -> tuple[Action, int]:
    try:
        return Action.unpack(word), length
    except ValueError as error:
        raise RecordingError(str(error)) from None


def _runs(words: Sequence[int]) -> list[tuple[int, int]]:
    runs = []
    for word, equal in groupby(words):
        length = sum(1 for _ in equal)
        while length > LONGEST_RUN:
            runs.append((word, LONGEST_RUN))
            length -= LONGEST_RUN
        runs.append((word, length))
    return runs
