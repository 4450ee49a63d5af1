"""Markdown → lessons: the reader, and the checker that tells every mistake at once."""

from content.reading.lesson import read_lesson
from content.reading.pack import PackSource, read_pack
from content.reading.sections import sections_of

__all__ = ["PackSource", "read_lesson", "read_pack", "sections_of"]
