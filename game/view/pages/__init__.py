"""Full-screen pages: each module has a frozen record of what a page shows and a function that draws it.

A page knows no state but its record: the same record draws the same picture. `tick` counts frames of 1/60 s since the
page was opened and drives everything that moves.
"""
