"""The finale's target: Gamera turned to the viewer, his chest opening."""

from sprites.bake.materials import read_palette
from sprites.bake.posebook import PoseBook, load_document
from sprites.bake.puppet import load_puppet
from sprites.bake.puppets import AS_DRAWN, PUPPETS, RIG_MODULES, Actor, draw_actor
from sprites.bake.sheet import Strip
from sprites.bake.targets import SPRITES, Target


def draw_finale() -> dict[str, list[Strip]]:
    document = load_document(PUPPETS / "gamera_finale.toml")
    drawings = {key: load_puppet(PUPPETS / file) for key, file in document["drawings"].items()}
    palette = read_palette(load_document(PUPPETS / "gamera.toml"))
    actor = Actor(drawings, palette, PoseBook(document).movements())
    (front,) = draw_actor(actor, (AS_DRAWN,))
    return {"gamera_front": front}


GAMERA_FRONT = Target(
    "gamera_front",
    (
        *(PUPPETS / file for file in ("gamera_front.svg", "gamera_finale.toml", "gamera.toml")),
        *(SPRITES / "bake" / f"{module}.py" for module in (*RIG_MODULES, "puppet_finale")),
    ),
    draw_finale,
)
