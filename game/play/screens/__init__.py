"""The screens, one file each. `stack.py` says what a screen is and how they follow one another."""
