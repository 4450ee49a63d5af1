"""What a block may ask of the lesson around it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from scuola_digitale.domain.lesson import ExerciseBlock
from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import say
from ui.widgets.lesson.drawings import inline_picture

ReadFile = Callable[[str], bytes]
"""Reads a file of the lesson's pack by its path; raises ScuolaError where it is missing or damaged."""

FindMedia = Callable[[str], Path]
"""Finds where a player reads a sound or a film of the pack; raises ScuolaError where it is missing."""

Follow = Callable[[str, QWidget, QPoint], None]
"""Follows a link (`#anchor`, `lezione:REF`, `termine:WORD`, `nota:ID`) met in a widget, at a point of it."""


def _no_media(path: str) -> Path:
    raise ScuolaError(say("«{path}» non si trova.", path=path), remedy=say("Dillo al tecnico."))


def _no_exercise(_block: ExerciseBlock, _parent: QWidget) -> QWidget | None:
    return None


def _stay(_link: str, _widget: QWidget, _point: QPoint) -> None:
    pass


@dataclass(slots=True)
class Surroundings:
    """The lesson around its blocks.

    Attributes:
        read: reads a file of the pack.
        media: finds a sound or a film of the pack.
        notes: number of each footnote by its id.
        follow: follows a link.
        exercise: makes the card of an exercise, or None where exercises are not shown.
        language: the lesson's, in which its formulas are said; empty for the window's.
    """

    read: ReadFile
    media: FindMedia = _no_media
    notes: Mapping[str, int] = field(default_factory=dict)
    follow: Follow = _stay
    exercise: Callable[[ExerciseBlock, QWidget], QWidget | None] = _no_exercise
    language: str = ""

    def note_number(self, note: str) -> int:
        """The number of a footnote, 1 for the first; 0 for one that is not there."""
        return self.notes.get(note, 0)

    def small_picture(self, path: str, height: int) -> QPixmap | None:
        """A picture of the pack at a height, or None where it is missing."""
        try:
            return inline_picture(self.read(path), height)
        except ScuolaError:
            return None
