"""The picture of a game, drawn without a window."""

import numpy as np
import pygame
import pytest

from game.sim import Action, Button, GridVerb, Simulation
from game.view.picture import LookSettings, Picture

SIZE = (640, 360)


def canvas() -> pygame.Surface:
    return pygame.Surface(SIZE, 0, 32)


def pixels(surface: pygame.Surface) -> np.ndarray:
    return pygame.surfarray.array3d(surface).astype(np.int16)


def playing(actions: dict[int, Action], ticks: int, **looks: object) -> tuple[Simulation, Picture]:
    """Tokyo with the given actions at their ticks, observed from the start."""
    simulation = Simulation("tokyo", seed=3, soldiers=120)
    picture = Picture(simulation.world.stage, 3, LookSettings(**looks))
    picture.observe(simulation.world, [])
    for tick in range(ticks):
        picture.observe(simulation.world, simulation.step(actions.get(tick, Action())))
    return simulation, picture


def drawn(simulation: Simulation, picture: Picture, **how: object) -> np.ndarray:
    surface = canvas()
    picture.draw(surface, simulation.world, **how)
    return pixels(surface)


def test_the_same_game_gives_the_same_picture() -> None:
    actions = {5: Action(grid=GridVerb.TOGGLE, target=1), 20: Action(Button.ATTACK), 60: Action(Button.FIRE)}
    first, second = (drawn(*playing(actions, 120)) for _ in range(2))
    assert np.array_equal(first, second)


def test_drawing_changes_nothing_in_the_game() -> None:
    simulation, picture = playing({5: Action(grid=GridVerb.TOGGLE, target=1)}, 60)
    before = simulation.digest()
    drawn(simulation, picture, field=True)
    assert simulation.digest() == before


def test_a_press_shows_in_the_very_next_picture() -> None:
    still = drawn(*playing({}, 61), hud=False)
    for button in (Button.ATTACK, Button.JUMP, Button.FIRE, Button.GUARD, Button.ROAR):
        pressed = drawn(*playing({60: Action(button)}, 61), hud=False)
        body = np.abs(pressed - still)[200:440, 170:310]
        assert (body.sum(axis=2) > 30).sum() > 100, button.name


def test_a_live_line_shines_blue_where_a_dead_one_is_dark() -> None:
    pictures = []
    for target in (9, 1):  # there is no circuit 9
        simulation = Simulation("lab", seed=1)
        picture = Picture(simulation.world.stage, 1)
        for _ in range(40):
            command = Action(grid=GridVerb.TOGGLE, target=target) if simulation.tick == 5 else Action()
            picture.observe(simulation.world, simulation.step(command))
        pictures.append(drawn(simulation, picture, hud=False))
    brighter = (pictures[1] - pictures[0])[:, 80:190].clip(0)
    assert brighter[..., 2].sum() > 1.4 * brighter[..., 0].sum()
    assert (brighter[..., 2] > 60).sum() > 2000


def test_a_blackout_darkens_the_houses() -> None:
    lit = drawn(*playing({}, 30), hud=False)
    dark = drawn(*playing({5: Action(grid=GridVerb.BLACKOUT, target=1)}, 30), hud=False)
    street = slice(240, 300)
    assert dark[:, street].sum() < 0.93 * lit[:, street].sum()


def test_the_display_may_be_left_out() -> None:
    simulation, picture = playing({}, 10)
    assert not np.array_equal(drawn(simulation, picture), drawn(simulation, picture, hud=False))


def test_a_picture_between_two_ticks_lies_between_them() -> None:
    simulation = Simulation("lab", seed=1)
    picture = Picture(simulation.world.stage, 1)
    for _ in range(40):
        picture.observe(simulation.world, simulation.step(Action(move=1)))
    x = simulation.world.gamera_body.x
    step = simulation.world.gamera_body.vx / 60
    places = [picture._view._gamera.place(simulation.world, alpha)[0] for alpha in (0.0, 0.5, 1.0)]
    assert places == pytest.approx([x - step, x - step / 2, x])


def test_the_view_follows_the_sandbox_when_a_pylon_is_raised() -> None:
    simulation = Simulation("lab", seed=1)
    picture = Picture(simulation.world.stage, 1)
    picture.observe(simulation.world, [])
    for target in (200, 240):
        picture.observe(simulation.world, simulation.step(Action(grid=GridVerb.RAISE, target=target)))
    drawn(simulation, picture)
    assert len(simulation.world.stage.circuit) == 3


def test_ten_seconds_of_battle_show_hit_stop_shake_debris_and_sag() -> None:
    """The list at the end of the game's design: each of them is visible in any ten seconds of play."""
    from game.agents.bots import make_bot

    simulation, bot = Simulation("tokyo", seed=2), make_bot("operator", 2)
    picture = Picture(simulation.world.stage, 2)
    seen: set[str] = set()
    for tick in range(1500):
        picture.observe(simulation.world, simulation.step(bot.act(simulation)))
        if tick >= 900:
            seen |= {"hit-stop"} if simulation.world.hit_stop else set()
            picture.camera.aim(1.0)
            seen |= {"shake"} if picture.camera.y else set()
            seen |= {"debris"} if len(picture._view._effects.particles) > 20 else set()
            sags = [span.sag for span in simulation.world.grid.spans]
            seen |= {"sag"} if max(sags) - min(sags) > 1 else set()
    assert seen == {"hit-stop", "shake", "debris", "sag"}
