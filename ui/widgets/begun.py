"""Keeps what a pupil has begun on a page and not handed in: they find it again on this laptop."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer

from scuola_digitale.domain.draft import Draft
from scuola_digitale.domain.exercise import Answer
from scuola_digitale.domain.facts import PersonId
from scuola_digitale.errors import ScuolaError
from scuola_digitale.school import SchoolMemory
from ui import background

_PAUSE_MS = 1_500
"""Who writes is left alone; a power cut then takes no more than this."""


class Begun(QObject):
    """A sealed draft under a key of its own (docs/decisions/0019): not a lesson's, so no place is kept with it.

    `read` gives what stands there now, by name; nothing takes the draft away.
    """

    def __init__(
        self,
        school: SchoolMemory,
        person: PersonId,
        key: str,
        read: Callable[[], Mapping[str, Answer]],
        owner: QObject,
    ) -> None:
        super().__init__(owner)
        self._school, self._person, self._key, self._read = school, person, key, read
        draft = school.draft(person, key)
        self.earlier: Mapping[str, Answer] = draft.answers if draft is not None else {}
        self._kept: Mapping[str, Answer] | None = self.earlier
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.keep)

    def keep_soon(self) -> None:
        """Writes it after a pause."""
        self._pause.start()

    def keep(self) -> None:
        """Writes it now, if it changed since."""
        self._pause.stop()
        answers = dict(self._read())
        if answers == self._kept:
            return
        self._kept = answers
        school, person, key = self._school, self._person, self._key
        draft = Draft(edition=0, answers=answers)
        background.run("keep a draft", lambda: school.keep_draft(person, key, draft), _kept, self._not_kept)

    def _not_kept(self, problem: ScuolaError) -> None:
        """There was no room for it: it is tried again at the next pause, and when the page is left."""
        self._kept = None
        background.show_trouble(problem)


def _kept(_: None) -> None:
    """Nobody needs to be told."""
