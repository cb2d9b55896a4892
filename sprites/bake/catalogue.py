"""Every target by name. A new puppet or place is one line here."""

from sprites.bake.decals import DECALS
from sprites.bake.effects import EFFECTS
from sprites.bake.effects_power import POWER
from sprites.bake.finale import FINALE
from sprites.bake.flower import FLOWER
from sprites.bake.glow import GLOWS
from sprites.bake.puppet_finale import GAMERA_FRONT
from sprites.bake.puppets import GAMERA
from sprites.bake.queen import QUEEN
from sprites.bake.queen_breaking import QUEEN_BREAKING
from sprites.bake.queen_weapons import QUEEN_WEAPONS
from sprites.bake.scenery.blocks import CITY_TARGETS
from sprites.bake.scenery.place import PLACE_TARGETS
from sprites.bake.soldiers import SOLDIER
from sprites.bake.targets import Target
from sprites.bake.ui import UI
from sprites.bake.ui_title import UI_TITLE
from sprites.bake.vehicles import ARMY
from sprites.bake.vehicles_combat import ARMY_COMBAT

TARGETS: dict[str, Target] = {
    target.name: target
    for target in (
        GAMERA,
        QUEEN,
        FINALE,
        ARMY,
        ARMY_COMBAT,
        DECALS,
        EFFECTS,
        GAMERA_FRONT,
        FLOWER,
        GLOWS,
        POWER,
        QUEEN_BREAKING,
        QUEEN_WEAPONS,
        SOLDIER,
        *CITY_TARGETS,
        *PLACE_TARGETS,
        UI,
        UI_TITLE,
    )
}
