"""One run through a stage: the simulation, its checkpoints, and what is being recorded of it."""

from pathlib import Path

from game.agents.recording import Recorder, Setup
from game.play import storage
from game.sim import Action, Simulation
from game.sim.events import Event, SceneStarted
from game.sim.world import World


class Session:
    """StageError or ValueError where `setup` cannot be started. `record_to` is written by `finish`."""

    def __init__(self, setup: Setup, record_to: Path | None = None) -> None:
        self.setup = setup
        self.simulation = setup.start()
        self._begin = self._checkpoint = self.simulation.snapshot()
        self._recorder = Recorder(setup, self.world.stage) if record_to is not None else None
        self._record_to = record_to

    @property
    def world(self) -> World:
        return self.simulation.world

    def step(self, action: Action) -> list[Event]:
        """One tick. Every scene that starts is a checkpoint."""
        events = self.simulation.step(action)
        if self._recorder is not None:
            self._recorder.note(self.simulation, action)
        if any(isinstance(event, SceneStarted) for event in events):
            self._checkpoint = self.simulation.snapshot()
        return events

    @property
    def checkpoint(self) -> bytes:
        """The game as it was when its latest scene began."""
        return self._checkpoint

    def go_on_from(self, checkpoint: bytes) -> None:
        """Takes up the game of an earlier session. SnapshotError, and nothing changes, if these bytes are none.

        It is no longer recorded: a recording begins with `setup`, and what led from there to here is not known.
        """
        self.simulation = Simulation.restore(checkpoint)
        self._checkpoint = checkpoint
        self._recorder = None

    def restart_scene(self) -> None:
        """Back to the latest checkpoint."""
        self._go_back(self._checkpoint)

    def restart_stage(self) -> None:
        self._checkpoint = self._begin
        self._go_back(self._begin)

    def finish(self, version: str) -> str:
        """Writes the recording, if there is to be one. Returns nothing, or one line that says why it could not."""
        if self._recorder is None or self._record_to is None:
            return ""
        try:
            storage.write_bytes(self._record_to, self._recorder.to_bytes(self.simulation, version))
        except OSError as error:
            return f"{self._record_to} cannot be written ({error.strerror})"
        return ""

    def _go_back(self, state: bytes) -> None:
        self.simulation = Simulation.restore(state)
        if self._recorder is not None:
            self._recorder.rewind(self.simulation.tick)
