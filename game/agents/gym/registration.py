"""The environments' ids. `register_environments` is the entry point of the group `gymnasium.envs`.

Gymnasium before 1.0 calls it by itself; later versions have no entry points any more, and `autoload.py` calls it.
"""

STAGES = ("sapporo", "sendai", "tokyo", "legion", "dawn", "swarm")


def register_environments() -> None:
    """Makes one id a stage known to Gymnasium. Saying so twice is no error."""
    from gymnasium.envs.registration import register, registry

    for stage in STAGES:
        name = f"GameraLegion/{stage.capitalize()}-v0"
        if name not in registry:
            register(
                id=name,
                entry_point="game.agents.gym.env:GameraEnv",
                vector_entry_point="game.agents.gym.vector:GameraVectorEnv",
                kwargs={"stage": stage},
            )
