"""Whose names the buttons of a pad bear: by who made it, or by what it calls itself."""

from typing import Final

from game.view.prompts import PadFamily

# USB ids of makers; SDL's GUID has them in its bytes 4 and 5, the lower one first.
MAKERS: Final = {"4c05": PadFamily.PLAYSTATION, "7e05": PadFamily.NINTENDO, "5e04": PadFamily.XBOX}
MAKER_IN_GUID: Final = slice(8, 12)  # hex digits
WORDS: Final = (
    (PadFamily.PLAYSTATION, ("playstation", "dualshock", "dualsense", "ps3", "ps4", "ps5", "sony")),
    (PadFamily.NINTENDO, ("nintendo", "switch", "joy-con", "joycon", "wii", "snes")),
)


def family_of(name: str, guid: str) -> PadFamily:
    """An unknown maker's pad most often bears an Xbox pad's letters."""
    if guid[MAKER_IN_GUID] in MAKERS:
        return MAKERS[guid[MAKER_IN_GUID]]
    called = name.lower()
    return next((family for family, words in WORDS if any(word in called for word in words)), PadFamily.XBOX)
