"""`python -m game` is the same as `gamera`."""

import sys

from game.cli import main

sys.exit(main())
