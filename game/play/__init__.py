"""The window: time, input, screens, the player's files."""

import os

# Both must be set before pygame is imported: without the first, Windows scales the picture itself and blurs it; without
# the second, pygame greets on standard output.
os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
