"""The aids ease a game, are kept with it, and leave no trace in games without them."""

from pathlib import Path

from game.agents.recording import Recorder, Setup, read_recording
from game.sim import Action, Button, Simulation
from game.sim.components import FlowerState
from game.sim.stage import FlowerPlan, GameraStart
from game.sim.world import Aids
from tests.worlds import flower_of, street

BOTH = Aids(extra_vitality=True, hold_to_tear=True)


def test_extra_vitality_is_half_as_much_again() -> None:
    assert Simulation("tokyo", aids=BOTH).world.gamera.vitality == 1.5 * Simulation("tokyo").world.gamera.vitality


def ticks_of_holding_until_torn(aids: Aids) -> int:
    stage = street(gamera=GameraStart(740.0), flower=FlowerPlan(800.0, climbs=0.0))
    simulation = Simulation(stage, aids=aids)
    while flower_of(simulation).state is FlowerState.ROOTED:
        simulation.step(Action(Button.ATTACK))
        assert simulation.tick < 2000
    return simulation.tick


def test_holding_tears_faster_with_the_aid() -> None:
    assert ticks_of_holding_until_torn(BOTH) < 0.85 * ticks_of_holding_until_torn(Aids())


def test_aids_survive_a_snapshot() -> None:
    state = Simulation("tokyo", aids=BOTH).snapshot()
    assert Simulation.restore(state).world.options.help == BOTH


def test_no_aids_are_the_same_game_as_none_were_asked_for() -> None:
    assert Simulation(street(), aids=Aids()).digest() == Simulation(street()).digest()


def test_a_recording_says_which_aids_it_was_played_with(tmp_path: Path) -> None:
    setup = Setup("tokyo", 3, aids=BOTH)
    simulation = setup.start()
    recorder = Recorder(setup, simulation)
    simulation.step()
    recorder.note(simulation, Action())
    file = tmp_path / "aided.replay"
    file.write_bytes(recorder.to_bytes(simulation, "test"))
    recording = read_recording(file)
    assert recording.start().world.options.help == BOTH
    assert recording.first_difference() is None


def test_a_header_from_before_there_were_aids_reads_as_without(tmp_path: Path) -> None:
    setup = Setup("tokyo", 3)
    simulation = setup.start()
    content = Recorder(setup, simulation).to_bytes(simulation, "test")
    older = content.replace(b',"aids":{"extra_vitality":false,"hold_to_tear":false}', b"")
    assert older != content
    file = tmp_path / "older.replay"
    file.write_bytes(older)
    assert read_recording(file).header.aids == Aids()
