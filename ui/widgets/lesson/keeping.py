"""Keeps where a reader is and what they have begun, so that a lesson opens again as it was left."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from scuola_digitale.domain.draft import Draft, Place
from scuola_digitale.domain.people import Pupil
from scuola_digitale.errors import ScuolaError
from scuola_digitale.school import SchoolMemory
from ui import background
from ui.widgets.lesson.cards import Cards
from ui.widgets.lesson.column import Column
from ui.widgets.lesson.place_line import MOVED
from ui.widgets.lesson.scroll import LessonScroll

_PAUSE_MS = 1_500
"""Who writes or scrolls is left alone; a power cut then takes no more than this."""


class Keeping(QObject):
    """Writes a draft of the lesson in front of a pupil, a moment after the last change and when it is closed."""

    def __init__(
        self,
        school: SchoolMemory,
        pupil: Pupil,
        ref: str,
        edition: int,
        parts: tuple[Column, LessonScroll, Cards],
        *,
        came_to: Place | None = None,
        heard_ms: Callable[[], int] = int,
    ) -> None:
        column, scroll, cards = parts
        super().__init__(column)
        # Who has not moved since is where they were: what lies over the page must not push them up each time.
        self._came_to, self._stood = came_to, scroll.first_in_sight()
        self._school, self._pupil, self._ref, self._edition = school, pupil, ref, edition
        self._column, self._scroll, self._cards = column, scroll, cards
        self._heard_ms = heard_ms
        self._kept: Draft | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        cards.changed.connect(self._pause.start)
        scroll.verticalScrollBar().valueChanged.connect(lambda _top: self._pause.start())

    def keep_soon(self) -> None:
        """Writes the draft after a pause."""
        self._pause.start()

    def keep(self) -> None:
        """Writes the draft now, if it is another one than was written last."""
        self._pause.stop()
        draft = Draft(
            edition=self._edition,
            place=self._place(),
            answers=self._cards.begun(),
            heard_ms=self._heard_ms(),
        )
        if draft == self._kept:
            return
        self._kept = draft
        school, person, ref = self._school, self._pupil.person, self._ref
        background.run("keep a draft", lambda: school.keep_draft(person, ref, draft), _kept, self._not_kept)

    def _not_kept(self, problem: ScuolaError) -> None:
        """There was no room for it: it is tried again at the next pause, and when the lesson is closed."""
        self._kept = None
        background.show_trouble(problem)

    def _place(self) -> Place | None:
        """Where the reader is; nowhere at the beginning, and at the end of a lesson drawn whole."""
        stood = self._stood
        if self._came_to is not None and stood is not None and self._scroll.way_from(stood) <= MOVED:
            return self._came_to
        if self._scroll.top() < self._scroll.viewport().height() // 2:
            return None
        if self._column.is_complete() and self._scroll.at_foot():
            return None
        return self._column.place_at(self._scroll.top())


def _kept(_: None) -> None:
    """Nobody needs to be told."""
