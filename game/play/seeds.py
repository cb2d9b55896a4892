"""Seeds for games whose player did not ask for one."""

import secrets


def fresh_seed() -> int:
    """0 to 2**32 - 1, another one each time."""
    return secrets.randbits(32)
