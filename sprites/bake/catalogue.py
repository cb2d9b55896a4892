"""Every target by name. A new puppet or place is one line here."""

from sprites.bake.effects import EFFECTS
from sprites.bake.glow import GLOWS
from sprites.bake.scenery.place import place_target
from sprites.bake.soldiers import SOLDIER
from sprites.bake.targets import Target
from sprites.bake.ui import UI

TARGETS: dict[str, Target] = {
    target.name: target
    for target in (EFFECTS, GLOWS, SOLDIER, place_target("lab"), place_target("tokyo"), UI)
}
