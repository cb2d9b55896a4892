"""Draws the scenery: props of material x tone, laid out into parallax strips and destructible blocks."""
