"""All words of the game, and their translations. `README.md` says how to add a language."""
