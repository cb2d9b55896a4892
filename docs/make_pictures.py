"""`python docs/make_pictures.py [NAME ...] [--clip] [--out FOLDER]`: draws the moments in `docs/moments.toml`.

Without names, all pictures and the clip; into `build/pictures`, which git ignores. `--out docs/pictures` replaces those
that the pages show. Every game is played twice by its bot: once to learn when its events
happen, once to be drawn. Needs the `dev` extra (Pillow).
"""

import argparse
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

import pygame
from PIL import Image

from game.agents.bots import make_bot
from game.sim import Simulation
from game.sim.units import VIEW_HEIGHT, VIEW_WIDTH
from game.view.command import CommandView
from game.view.picture import Picture

HERE = Path(__file__).parent
OUT = HERE.parent / "build" / "pictures"
MOMENTS = HERE / "moments.toml"
SEED = 2
SCALE = 2  # of a picture; the clip is as large as the game draws
EVERY = 5  # ticks between two frames of the clip
FRAME = 1000 * EVERY // 60  # ms
QUALITY = 32  # of the clip, WebP's 0 to 100

COMMAND_AGE = 60  # frames the command view has been open


class Overlay(TypedDict):
    """Arguments of `Picture.draw`."""

    field: bool
    command: CommandView | None
    second_cursor: int | None


Moment = dict[str, str | int]
Game = tuple[str, str]  # stage and bot


def game_of(moment: Moment) -> Game:
    return str(moment["stage"]), str(moment.get("bot", "campaign"))


def event_ticks(game: Game, moments: list[Moment]) -> dict[str, list[int]]:
    """The ticks of every kind of event, by its class name, until all that the moments wait for have happened."""
    stage, bot_name = game
    simulation, bot = Simulation(stage, SEED), make_bot(bot_name, SEED)
    ticks: dict[str, list[int]] = defaultdict(list)
    awaited = [(str(moment["event"]), int(moment.get("nth", 1))) for moment in moments if game_of(moment) == game]
    while simulation.outcome is None and any(len(ticks[event]) < nth for event, nth in awaited):
        for event in simulation.step(bot.act(simulation)):
            ticks[type(event).__name__].append(simulation.tick)
    return ticks


def tick_of(moment: Moment, ticks: dict[str, list[int]]) -> int:
    """Raises ValueError where the game has no such event."""
    happened = ticks.get(str(moment["event"]), [])
    nth = int(moment.get("nth", 1))
    if len(happened) < nth:
        raise ValueError(f"{moment['stage']}: {len(happened)} of {moment['event']}, wanted number {nth}")
    return happened[nth - 1] + int(moment.get("later", 0))


def frames(game: Game, wanted: dict[int, Moment]) -> Iterator[tuple[int, Image.Image]]:
    """The game's picture at each wanted tick, with what its moment asks to be drawn over it."""
    stage, bot_name = game
    simulation, bot = Simulation(stage, SEED), make_bot(bot_name, SEED)
    picture = Picture(simulation.world.stage, SEED)
    canvas = pygame.Surface((VIEW_WIDTH, VIEW_HEIGHT), 0, 32)
    last = max(wanted)
    while simulation.tick < last and simulation.outcome is None:
        picture.observe(simulation.world, simulation.step(bot.act(simulation)))
        if simulation.tick in wanted:
            picture.draw(canvas, simulation.world, **drawn_over(wanted[simulation.tick]))
            pixels = pygame.image.tobytes(canvas, "RGB")
            yield simulation.tick, Image.frombytes("RGB", (VIEW_WIDTH, VIEW_HEIGHT), pixels)


def drawn_over(moment: Moment) -> Overlay:
    """Lines are counted from 1 in the table."""
    line = int(moment.get("line", 1)) - 1
    return {
        "field": moment.get("over") == "field",
        "command": CommandView(line, COMMAND_AGE) if moment.get("over") == "command" else None,
        "second_cursor": line if moment.get("over") == "second player" else None,
    }


def draw_pictures(moments: list[Moment], known: dict[Game, dict[str, list[int]]], out: Path) -> None:
    for game in sorted({game_of(moment) for moment in moments}):
        own = {tick_of(moment, known[game]): moment for moment in moments if game_of(moment) == game}
        for tick, image in frames(game, own):
            name = own[tick]["name"]
            large = image.resize((VIEW_WIDTH * SCALE, VIEW_HEIGHT * SCALE), Image.Resampling.NEAREST)
            file = out / f"{name}.png"
            file.parent.mkdir(parents=True, exist_ok=True)
            large.quantize(256, dither=Image.Dither.NONE).save(file, optimize=True)
            print(f"{file}: {game[0]}, tick {tick}", flush=True)


def draw_clip(scenes: list[Moment], known: dict[Game, dict[str, list[int]]], out: Path) -> None:
    clip = []
    for scene in scenes:
        first = tick_of(scene, known[game_of(scene)])
        wanted = dict.fromkeys(range(first, first + int(scene["ticks"]), EVERY), scene)
        clip += [image for _, image in frames(game_of(scene), wanted)]
    file = out / "clip.webp"
    clip[0].save(file, save_all=True, append_images=clip[1:], duration=FRAME, loop=0, quality=QUALITY, method=4)
    print(f"{file}: {len(clip) * FRAME / 1000:.1f} s, {file.stat().st_size / 1e6:.1f} MB")


def main() -> int:
    plan = tomllib.loads(MOMENTS.read_text())
    names = [moment["name"] for moment in plan["picture"]]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", nargs="*", help=f"of {', '.join(names)}")
    parser.add_argument("--clip", action="store_true", help="only the clip, and what is named")
    parser.add_argument("--out", type=Path, default=OUT, metavar="FOLDER", help="build/pictures if not given")
    options = parser.parse_args()
    if unknown := set(options.name) - set(names):
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    everything = not options.name and not options.clip
    moments = [moment for moment in plan["picture"] if everything or moment["name"] in options.name]
    scenes = plan["scene"] if everything or options.clip else []
    asked = [*moments, *scenes]
    known = {game: event_ticks(game, asked) for game in sorted({game_of(moment) for moment in asked})}
    options.out.mkdir(parents=True, exist_ok=True)
    draw_pictures(moments, known, options.out)
    if scenes:
        draw_clip(scenes, known, options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
