"""`python -m languages`: collects all words anew, carries them into every translation, compiles those."""

import sys

from languages.collect import update_all

if __name__ == "__main__":
    sys.exit(update_all())
