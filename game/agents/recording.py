"""Recordings: what was pressed, tick by tick, and digests to check that it still leads to the same game.

A file is one line of JSON (`Header`), then the actions as runs of equal ones, then the digests, then, where the game
went on from a checkpoint, the snapshot it went on from. No code runs when it is read, and never more than MOST_BYTES
of it.
"""

import hashlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec

from game.sim import Action, Simulation, StageError
from game.sim.events import Event
from game.sim.stage import Stage
from game.sim.stage_file import load_stage
from game.sim.world import Aids

FORMAT = 2
CHECK_EVERY = 60  # ticks between digests; there is one more at the end
RUN = struct.Struct("<IH")  # a packed action, and for how many ticks
LONGEST_RUN = 0xFFFF
DIGEST_BYTES = 16
MOST_TICKS = 60 * 60 * 60 * 10  # ten hours
MOST_BYTES = 32 << 20
MOST_HEADER_BYTES = 16 << 10

NO_AIDS = Aids()

Count = Annotated[int, msgspec.Meta(ge=0)]


class RecordingError(ValueError):
    """A file that is no recording of this game. The message is one line."""


class Versioned(msgspec.Struct, frozen=True):
    """As much of any header as tells which version of the format follows."""

    format: int


class Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the game was started with, how it went, and how much follows."""

    format: int
    game: str  # version that recorded it
    stage: str  # name, or path as it was given
    stage_hash: str
    difficulty: str
    army_operator: bool
    seed: int
    soldiers: Annotated[int, msgspec.Meta(ge=0, le=200_000)]  # scattered over the stage before the first tick
    trust: Annotated[float, msgspec.Meta(ge=0, le=100)]
    first_tick: Count  # over 0 where it went on from a checkpoint
    ticks: Annotated[int, msgspec.Meta(ge=0, le=MOST_TICKS)]
    runs: Count
    digests: Count
    state_bytes: Count  # of the snapshot it went on from; 0 where it began as the fields above say
    # For lists of recordings; nothing is played by them.
    outcome: Annotated[str, msgspec.Meta(max_length=8)] | None
    score: int
    recorded: Annotated[str, msgspec.Meta(max_length=40)]  # local date and time; empty where nobody keeps a calendar
    aids: Aids = NO_AIDS


@dataclass(frozen=True)
class Setup:
    """Everything that a game starts from."""

    stage: str
    seed: int
    difficulty: str = "normal"
    army_operator: bool = False
    soldiers: int = 0  # scattered over the stage, besides those that come
    trust: float = 60.0  # what the stages before have left of the city's
    aids: Aids = NO_AIDS

    def start(self) -> Simulation:
        """The game before its first tick. StageError or ValueError where that cannot be."""
        return Simulation(
            self.stage,
            self.seed,
            self.difficulty,
            army_operator=self.army_operator,
            soldiers=self.soldiers,
            trust=self.trust,
            aids=self.aids,
        )


class Recorder:
    """Writes a game down while it is played. Call `note` after every step.

    `simulation` is the game before the first step that is noted; `state` its snapshot, where it did not just begin.
    """

    def __init__(self, setup: Setup, simulation: Simulation, state: bytes = b"") -> None:
        self.setup = setup
        self._stage_hash = stage_hash(simulation.world.stage)
        self._state = state
        self._first_tick = simulation.tick
        self._ticks = 0
        self._runs: list[list[int]] = []  # packed action, for how many ticks
        self._digests: list[str] = []

    @property
    def ticks(self) -> int:
        """How many are noted."""
        return self._ticks

    def note(self, simulation: Simulation, action: Action) -> None:
        """Takes down the action that `simulation` has just stepped with."""
        word = action.pack()
        if self._runs and self._runs[-1][0] == word and self._runs[-1][1] < LONGEST_RUN:
            self._runs[-1][1] += 1
        else:
            self._runs.append([word, 1])
        self._ticks += 1
        if self._ticks % CHECK_EVERY == 0:
            self._digests.append(simulation.digest())

    def rewind(self, tick: int) -> None:
        """Forgets what came after `tick` of the game: it was taken back to there."""
        ticks = tick - self._first_tick
        while self._ticks > ticks:
            forgotten = min(self._ticks - ticks, self._runs[-1][1])
            self._ticks -= forgotten
            self._runs[-1][1] -= forgotten
            if self._runs[-1][1] == 0:
                self._runs.pop()
        del self._digests[ticks // CHECK_EVERY :]

    def to_bytes(self, simulation: Simulation, version: str, recorded: str = "") -> bytes:
        """The whole file, ended by the digest of `simulation` as it is now."""
        digests = list(self._digests)
        if self._ticks % CHECK_EVERY:
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
            trust=self.setup.trust,
            first_tick=self._first_tick,
            ticks=self._ticks,
            runs=len(self._runs),
            digests=len(digests),
            state_bytes=len(self._state),
            outcome=simulation.outcome,
            score=simulation.score,
            recorded=recorded,
            aids=self.setup.aids,
        )
        packed = b"".join(RUN.pack(word, length) for word, length in self._runs)
        return msgspec.json.encode(header) + b"\n" + packed + b"".join(map(bytes.fromhex, digests)) + self._state


@dataclass(frozen=True)
class Recording:
    """A recording as it was read."""

    header: Header
    runs: tuple[tuple[Action, int], ...]
    digests: tuple[str, ...]
    state: bytes = b""

    def start(self) -> Simulation:
        """The game it begins with. RecordingError if its stage is missing or not the one it was made on."""
        header = self.header
        setup = Setup(
            header.stage,
            header.seed,
            header.difficulty,
            header.army_operator,
            header.soldiers,
            header.trust,
            header.aids,
        )
        try:
            stage = load_stage(header.stage)
            if stage_hash(stage) != header.stage_hash:
                raise RecordingError(f"stage '{header.stage}' has changed since this was recorded")
            return self._resume() if self.state else setup.start()
        except (StageError, ValueError) as error:
            raise RecordingError(str(error)) from None

    def _resume(self) -> Simulation:
        simulation = Simulation.restore(self.state)
        if stage_hash(simulation.world.stage) != self.header.stage_hash or simulation.tick != self.header.first_tick:
            raise RecordingError("header and content do not agree")
        return simulation

    def actions(self) -> Iterator[Action]:
        """One action a tick."""
        for action, length in self.runs:
            for _ in range(length):
                yield action

    def check(self, simulation: Simulation) -> bool:
        """Whether `simulation`, stepped so far by these actions, is where it was then. True between the digests."""
        tick = simulation.tick - self.header.first_tick
        if tick % CHECK_EVERY and tick != self.header.ticks:
            return True
        number = -(-tick // CHECK_EVERY) - 1
        return number < 0 or self.digests[number] == simulation.digest()

    def step(self, simulation: Simulation, action: Action) -> list[Event]:
        """One tick. RecordingError where a snapshot made by hand turns out to be no game that could have been."""
        try:
            return simulation.step(action)
        except (ArithmeticError, LookupError, ValueError) as error:
            if not self.state:
                raise
            raise RecordingError(f"the snapshot it goes on from contradicts itself: {error}") from None

    def first_difference(self) -> int | None:
        """Plays it all and returns the first tick whose digest differs, None if all hold."""
        simulation = self.start()
        for action in self.actions():
            self.step(simulation, action)
            if not self.check(simulation):
                return simulation.tick
        return None


def read_recording(path: Path) -> Recording:
    """RecordingError with one line if the file is not there or not right."""
    content = _read(path, MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise RecordingError(f"{path}: larger than {MOST_BYTES} bytes")
    try:
        return _parse(content)
    except RecordingError as error:
        raise RecordingError(f"{path}: {error}") from None


def read_header(path: Path) -> Header:
    """Only what stands in front, for a list of recordings: quick, and what follows may still be damaged."""
    try:
        return _parse_header(_read(path, MOST_HEADER_BYTES))[0]
    except RecordingError as error:
        raise RecordingError(f"{path}: {error}") from None


def _read(path: Path, most_bytes: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(most_bytes)
    except OSError as error:
        raise RecordingError(f"{path}: {error.strerror}") from None


def stage_hash(stage: Stage) -> str:
    """Hex; equal for stages with the same content, however their files are laid out."""
    return hashlib.blake2b(msgspec.msgpack.encode(stage), digest_size=DIGEST_BYTES).hexdigest()


def _parse_header(content: bytes) -> tuple[Header, int]:
    """The header, and where its line ends."""
    end = content.find(b"\n", 0, MOST_HEADER_BYTES)
    if end < 0:
        raise RecordingError("not a recording")
    try:
        written_as = msgspec.json.decode(content[:end], type=Versioned).format
        if written_as != FORMAT:
            raise RecordingError(f"recording format {written_as}, expected {FORMAT}")
        return msgspec.json.decode(content[:end], type=Header), end
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise RecordingError(f"not a recording: {error}") from None


def _parse(content: bytes) -> Recording:
    header, end = _parse_header(content)
    body = content[end + 1 :]
    runs_end = header.runs * RUN.size
    digests_end = runs_end + header.digests * DIGEST_BYTES
    if len(body) != digests_end + header.state_bytes:
        raise RecordingError("cut short or too long")
    runs = tuple(_run(word, length) for word, length in RUN.iter_unpack(body[:runs_end]))
    if sum(length for _, length in runs) != header.ticks or header.digests != -(-header.ticks // CHECK_EVERY):
        raise RecordingError("header and content do not agree")
    if (header.first_tick > 0) is not (header.state_bytes > 0):
        raise RecordingError("header and content do not agree")
    digests = (body[at : at + DIGEST_BYTES].hex() for at in range(runs_end, digests_end, DIGEST_BYTES))
    return Recording(header, runs, tuple(digests), body[digests_end:])


def _run(word: int, length: int) -> tuple[Action, int]:
    try:
        return Action.unpack(word), length
    except ValueError as error:
        raise RecordingError(str(error)) from None
