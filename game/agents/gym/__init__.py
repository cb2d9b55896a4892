"""The game as an environment of Gymnasium. Start with `GameraEnv` in `env.py`; its docstring is the specification.

This package needs the extra `gym`, and nothing else in the project may import it: `pip install` makes it known to
Gymnasium (`autoload.py`), so that `gymnasium.make("GameraLegion/Tokyo-v0")` needs no import of ours.
"""
