"""The formulas' font is read by one thread at a time."""

import threading

READING_THE_FONT = threading.Lock()
"""Held by whoever has ziamath set a formula: threads share the font's file and its place in it, and without this they
read one another's glyphs, which are then kept."""
