"""A pack's source as the builder needs it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from content.pack_head import PackHead
from scuola_digitale.domain.lesson import Lesson


class Source(Protocol):
    """What the reader hands over: the folder, the card, the lessons and the paths of the files to take along."""

    @property
    def folder(self) -> Path:
        """The source folder."""

    @property
    def head(self) -> PackHead:
        """The pack's card."""

    @property
    def lessons(self) -> Sequence[Lesson]:
        """The lessons, in the order of the shelf."""

    @property
    def files(self) -> Sequence[str]:
        """Paths of all its files, relative to the folder."""
