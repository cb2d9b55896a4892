"""One run through a stage: the simulation, its checkpoints, and its recording."""

from pathlib import Path

from game.agents.recording import Recorder, Setup
from game.play import storage
from game.play.recordings import RecordingKeeper
from game.sim import Action, Simulation
from game.sim.events import Event, SceneStarted
from game.sim.world import World
from game.view.language import Sentence

AUTOSAVE_EVERY = 600  # ticks; a killed game loses no more of its recording
SHORTEST_KEPT = 60  # ticks; less is no play


class Session:
    """StageError or ValueError where `setup` cannot be started. `record_to` is written by `finish`."""

    def __init__(self, setup: Setup, record_to: Path | None = None) -> None:
        self.setup = setup
        self.simulation = setup.start()
        self._begin = self._checkpoint = self.simulation.snapshot()
        self._recorder = Recorder(setup, self.simulation)
        self._record_to = record_to
        self._keeper: RecordingKeeper | None = None
        self.practice = False  # somebody else played the stage's beginning: nothing of it counts

    def keep_recordings(self, keeper: RecordingKeeper) -> None:
        """From now on `autosave` and `finish` write to `keeper`."""
        self._keeper = keeper

    @property
    def world(self) -> World:
        return self.simulation.world

    def step(self, action: Action) -> list[Event]:
        """One tick. Every scene that starts is a checkpoint."""
        events = self.simulation.step(action)
        self._recorder.note(self.simulation, action)
        if any(isinstance(event, SceneStarted) for event in events):
            self._checkpoint = self.simulation.snapshot()
        return events

    @property
    def checkpoint(self) -> bytes:
        """The game as it was when its latest scene began."""
        return self._checkpoint

    def go_on_from(self, checkpoint: bytes) -> None:
        """Takes up the game of an earlier session. SnapshotError, and nothing changes, if these bytes are none."""
        self.simulation = Simulation.restore(checkpoint)
        self._checkpoint = checkpoint
        self._recorder = Recorder(self.setup, self.simulation, checkpoint)

    def practise_from(self, opening: bytes) -> None:
        """Takes up a game that a bot has played so far: its points are not the player's, who begins without any."""
        simulation = Simulation.restore(opening)
        tally = simulation.world.tally
        tally.score = tally.chain = tally.best_chain = 0
        self.go_on_from(simulation.snapshot())
        self.practice = True

    def restart_scene(self) -> None:
        """Back to the latest checkpoint."""
        self._leave_play()
        self.simulation = Simulation.restore(self._checkpoint)
        self._recorder.rewind(self.simulation.tick)

    def restart_stage(self) -> None:
        self._leave_play()
        self.practice = False
        self._checkpoint = self._begin
        self.simulation = Simulation.restore(self._begin)
        self._recorder = Recorder(self.setup, self.simulation)

    def autosave(self, version: str) -> str:
        """Call after every step: now and then it keeps the recording. Returns nothing, or why that failed, once."""
        return self._keep(version) if self._recorder.ticks % AUTOSAVE_EVERY == 0 else ""

    def finish(self, version: str) -> str:
        """Writes the recording wherever it is wanted. Returns nothing, or one line that says why it could not."""
        problem = self._keep(version)
        if self._record_to is None:
            return problem
        try:
            storage.write_bytes(self._record_to, self._recorder.to_bytes(self.simulation, version))
        except OSError as error:
            return Sentence("{file} cannot be written ({error})", file=self._record_to, error=error.strerror)
        return problem

    def _keep(self, version: str) -> str:
        if self._keeper is None or self._recorder.ticks < SHORTEST_KEPT:
            return ""
        try:
            self._keeper.write(lambda began: self._recorder.to_bytes(self.simulation, version, began), self.setup.stage)
        except OSError as error:
            self._keeper = None
            return Sentence("replays cannot be kept ({error})", error=error.strerror)
        return ""

    def _leave_play(self) -> None:
        """A play that is over stays in its file, and what follows gets another."""
        if self._keeper is not None and self.simulation.outcome is not None:
            self._keeper.next_play()
