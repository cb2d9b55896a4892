"""The finale's target: Gamera turned to the viewer, his chest opening; and seen from below, ascending, ever smaller."""

from dataclasses import replace

from sprites.bake.materials import read_palette
from sprites.bake.posebook import Movement, PoseBook, load_document
from sprites.bake.puppet import load_puppet
from sprites.bake.puppets import AS_DRAWN, PUPPETS, RIG_MODULES, Actor, draw_actor
from sprites.bake.sheet import Strip
from sprites.bake.targets import SPRITES, Target

ASCENT = "ascend"


def draw_finale() -> dict[str, list[Strip]]:
    document = load_document(PUPPETS / "gamera_finale.toml")
    drawings = {key: load_puppet(PUPPETS / file) for key, file in document["drawings"].items()}
    actor = Actor(drawings, read_palette(load_document(PUPPETS / "gamera.toml")), PoseBook(document).movements())
    standing = [movement for movement in actor.movements if movement.name != ASCENT]
    (front,) = draw_actor(replace(actor, movements=standing), (AS_DRAWN,))
    (climb,) = (movement for movement in actor.movements if movement.name == ASCENT)
    return {"gamera_front": [*front, *_climbing(actor, climb, document["ascent"]["sizes"])]}


def _climbing(actor: Actor, climb: Movement, sizes: list[float]) -> list[Strip]:
    """The same movement drawn at each size, so that lines stay a pixel wide however small he is."""
    strips = []
    for number, size in enumerate(sizes):
        drawings = {key: replace(puppet, scale=puppet.scale * size) for key, puppet in actor.drawings.items()}
        movement = replace(climb, name=f"{ASCENT}/{number}")
        (smaller,) = draw_actor(replace(actor, drawings=drawings, movements=[movement]), (AS_DRAWN,))
        strips += smaller
    return strips


GAMERA_FRONT = Target(
    "gamera_front",
    (
        *(PUPPETS / file for file in ("gamera_front.svg", "gamera_rise.svg", "gamera_finale.toml", "gamera.toml")),
        *(SPRITES / "bake" / f"{module}.py" for module in (*RIG_MODULES, "puppet_finale")),
    ),
    draw_finale,
)
