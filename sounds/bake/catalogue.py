"""Every effect by name: its recipe, loudness and bus; and every cue. A new sound is one line here."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from sounds.bake import recipes_army as army
from sounds.bake import recipes_artillery as artillery
from sounds.bake import recipes_city as city
from sounds.bake import recipes_electricity as electricity
from sounds.bake import recipes_explosions as explosions
from sounds.bake import recipes_finale as finale
from sounds.bake import recipes_flower as flower
from sounds.bake import recipes_interface as interface
from sounds.bake import recipes_queen as queen
from sounds.bake import recipes_swarm as swarm
from sounds.bake import recipes_voices as voices
from sounds.bake import recipes_weapons as weapons
from sounds.bake.loudness import finish_loop, finish_one_shot
from sounds.bake.synthesis import Wave, dice

Recipe = Callable[[np.random.Generator, int], Wave]  # the sound's dice, the variant counted from 0


@dataclass(frozen=True)
class Effect:
    """One sound. `lufs` is what it is finished to: a one-shot's loudest moment, a loop's whole."""

    name: str
    bus: str  # of sounds/mixing.toml
    lufs: float
    recipe: Recipe
    variant: int = 0
    loop: bool = False

    def render(self) -> Wave:
        """The finished sound, mono."""
        raw = self.recipe(dice(self.name), self.variant)
        return finish_loop(raw, self.lufs) if self.loop else finish_one_shot(raw, self.lufs)


def one(name: str, bus: str, lufs: float, recipe: Recipe, variant: int = 0) -> list[Effect]:
    return [Effect(name, bus, lufs, recipe, variant)]


def several(name: str, bus: str, lufs: float, recipe: Recipe, count: int) -> list[Effect]:
    """`name_1` to `name_<count>`: the mixer draws one of them each time."""
    return [Effect(f"{name}_{index + 1}", bus, lufs, recipe, index) for index in range(count)]


def loop(name: str, bus: str, lufs: float, recipe: Recipe) -> list[Effect]:
    return [Effect(name, bus, lufs, recipe, loop=True)]


EFFECTS: dict[str, Effect] = {
    effect.name: effect
    for group in (
        # voices
        one("gamera_roar", "voices", -13, voices.gamera_roar),
        several("gamera_roar_short", "voices", -15, voices.gamera_roar_short, 2),
        several("gamera_hurt", "voices", -16, voices.gamera_hurt, 2),
        several("gamera_growl", "voices", -18, voices.gamera_growl, 3),
        one("queen_roar", "voices", -13, voices.queen_roar),
        one("queen_call", "voices", -15, voices.queen_roar, 1),
        one("queen_spawn", "voices", -16, voices.queen_spawn),
        # weight
        several("footfall", "weight", -19, weapons.footfall, 4),
        several("landing", "weight", -15, weapons.landing, 3),
        one("knocked_down", "weight", -16, weapons.knocked_down),
        one("get_up", "weight", -20, weapons.get_up),
        # weapons
        several("claw_swing", "weapons", -23, weapons.claw_swing, 3),
        several("claw_hit", "weapons", -17, weapons.claw_hit, 3),
        several("guard_hit", "weapons", -19, weapons.guard_hit, 2),
        one("plasma_fire_small", "weapons", -18, weapons.plasma_fire, 0),
        one("plasma_fire_medium", "weapons", -17, weapons.plasma_fire, 1),
        one("plasma_fire_full", "weapons", -15, weapons.plasma_fire, 2),
        one("jets_start", "weapons", -19, weapons.jets_start),
        # explosions
        several("explosion_small", "explosions_small", -18, explosions.explosion_small, 3),
        several("missile_hit", "explosions_small", -18, explosions.missile_hit, 3),
        several("explosion_medium", "explosions_medium", -15, explosions.explosion_medium, 3),
        one("explosion_medium_far", "explosions_medium", -17, explosions.explosion_medium_far),
        several("explosion_large", "explosions_large", -12, explosions.explosion_large, 2),
        one("explosion_large_far", "explosions_large", -14, explosions.explosion_large_far),
        # electricity
        several("surge", "electricity", -15, electricity.surge, 2),
        one("breaker_trip", "electricity", -16, electricity.breaker_trip),
        one("switch_on", "electricity", -20, electricity.switch_on),
        one("switch_off", "electricity", -22, electricity.switch_off),
        one("switch_refused", "electricity", -23, electricity.switch_refused),
        one("wire_snap", "electricity", -18, electricity.wire_snap),
        one("overload_alarm", "electricity", -21, electricity.overload_alarm),
        several("spark_burst", "electricity", -24, electricity.spark_burst, 4),
        # soldiers
        several("chitter", "soldiers", -26, swarm.chitter, 6),
        several("soldier_burn", "soldiers", -21, swarm.soldier_burn, 3),
        several("soldier_squish", "soldiers", -21, swarm.soldier_squish, 3),
        several("soldier_bite", "soldiers", -22, swarm.soldier_bite, 3),
        several("soldier_takeoff", "soldiers", -22, swarm.soldier_takeoff, 3),
        # city
        several("building_crack", "city", -19, city.building_crack, 3),
        several("building_collapse_small", "city", -16, city.building_collapse_small, 3),
        one("building_collapse_small_far", "city", -18, city.building_collapse_small_far),
        several("building_collapse_large", "city", -13, city.building_collapse_large, 2),
        several("glass", "city", -21, city.glass, 3),
        one("blackout", "city", -18, city.blackout),
        one("power_up", "city", -19, city.power_up),
        # army
        several("helicopter_gun", "army", -20, army.helicopter_gun, 2),
        one("helicopter_crash", "army", -16, army.helicopter_crash),
        several("missile", "army", -20, artillery.missile, 3),
        several("tank_gun", "army", -21, artillery.tank_gun, 2),
        one("jet_flyby", "army", -18, artillery.jet_flyby),
        # the Queen
        one("leg_raise", "queen", -20, queen.leg_raise),
        several("leg_strike", "queen", -15, queen.leg_strike, 2),
        one("horn_charge", "queen", -18, queen.horn_charge),
        one("horn_beam", "queen", -15, queen.horn_beam),
        one("crest_opens", "queen", -19, queen.crest_opens),
        several("deflect", "queen", -17, queen.deflect, 2),
        one("whips_wind", "queen", -19, queen.whips_wind),
        several("whip", "queen", -17, queen.whip, 4),
        several("queen_hurt", "queen", -19, queen.queen_hurt, 3),
        one("horn_tear", "queen", -13, queen.horn_tear),
        one("ground_burst", "queen", -14, queen.ground_burst),
        one("burrow", "queen", -16, queen.burrow),
        # the flower
        one("flower_breath_faint", "flower", -25, flower.flower_breath, 0),
        one("flower_breath_low", "flower", -24, flower.flower_breath, 1),
        one("flower_breath_middle", "flower", -23, flower.flower_breath, 2),
        one("flower_breath_strong", "flower", -22, flower.flower_breath, 3),
        one("flower_breath_full", "flower", -21, flower.flower_breath, 4),
        one("flower_uproot", "flower", -14, flower.flower_uproot),
        one("flower_topple", "flower", -14, flower.flower_topple),
        one("seed_launch", "explosions_large", -13, flower.seed_launch),
        one("city_blast", "explosions_large", -12, flower.city_blast),
        # the film's wonders
        one("sea_rise", "finale", -16, finale.sea_rise),
        one("sea_under", "finale", -18, finale.sea_under),
        one("light_held", "finale", -22, finale.light_held),
        one("pendant", "finale", -18, finale.pendant),
        one("mana_gather", "finale", -18, finale.mana_gather),
        one("chest_opens", "finale", -15, finale.chest_opens),
        one("ultimate_plasma", "finale", -12, finale.ultimate_plasma),
        one("ascent", "finale", -15, finale.ascent),
        # interface
        one("ui_move", "interface", -24, interface.move),
        one("ui_select", "interface", -26, interface.select),
        one("ui_back", "interface", -28, interface.back),
        one("radio_blip", "interface", -25, interface.radio_blip),
        one("radio_open", "interface", -22, interface.radio_open),
        one("objective_done", "interface", -22, interface.objective_done),
        one("score_tick", "interface", -30, interface.score_tick),
        one("rank_stamp", "interface", -18, interface.rank_stamp),
        # loops
        loop("wire_hum", "hum", -30, electricity.wire_hum),
        loop("wire_crackle", "hum", -29, electricity.wire_crackle),
        loop("swarm_low", "loops", -32, swarm.swarm_low),
        loop("swarm_middle", "loops", -29, swarm.swarm_middle),
        loop("swarm_high", "loops", -26, swarm.swarm_high),
        loop("jets", "loops", -24, weapons.jets_loop),
        loop("spin", "loops", -23, weapons.spin_loop),
        loop("plasma_charge", "loops", -24, weapons.plasma_charge),
        loop("helicopter", "loops", -27, army.helicopter_loop),
        loop("grapple_strain", "loops", -22, queen.grapple_strain),
        loop("queen_wings", "loops", -22, queen.queen_wings),
        loop("low_vitality", "alarms", -26, interface.low_vitality),
        loop("line_alarm", "alarms", -24, interface.line_alarm),
    )
    for effect in group
}

# Scores that are baked: those the screens and the stages ask for, and those that follow one that ends.
CUES = (
    "title",
    "briefing",
    "sapporo",
    "ambush",
    "sendai",
    "fall",
    "fall_drone",
    "vigil",
    "tokyo_lines",
    "queen",
    "horn",
    "last_stand",
    "mana",
    "mana_hold",
    "plasma",
    "dawn",
    "epilogue",
    "win",
    "lose",
    "swarm",
    "lab",
)
