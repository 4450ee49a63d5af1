"""Reading from any thread, without waiting for who writes, and without reading twice what has not changed."""

import sqlite3
import threading
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, TypeVar

from scuola_digitale.domain.facts import PersonId
from scuola_digitale.domain.progress import Progress
from scuola_digitale.storage.connection import connect_to_read
from scuola_digitale.storage.sayings import Unseal
from scuola_digitale.storage.school_view import SchoolView

_T = TypeVar("_T")


class Reader:
    """One thread's view of the school."""

    def __init__(self, connection: sqlite3.Connection, unseal: Unseal) -> None:
        self.connection = connection
        self._view = SchoolView(connection, unseal)
        self._version = -1
        self._kept: dict[Hashable, Any] = {}
        self._progress: dict[PersonId, tuple[tuple[int, float, int, int | None], Progress]] = {}

    def cached(self, key: Hashable, read: Callable[[SchoolView], _T]) -> _T:
        """What `read` gives, kept until somebody writes."""
        # SQLite changes this number whenever another connection, of any process, has committed.
        version = self.connection.execute("PRAGMA data_version").fetchone()[0]
        if version != self._version:
            self._version = version
            self._kept.clear()
        if key not in self._kept:
            self._kept[key] = read(self._view)
        kept: _T = self._kept[key]
        return kept

    def progress(self, person: PersonId) -> Progress:
        """A pupil's progress, kept as long as *their* acts are the same, whatever others do meanwhile."""
        number = self.cached(("number", person), lambda view: view.person_number(person))
        mark = self._view.acts_mark(number)
        kept = self._progress.get(person)
        if kept is None or kept[0] != mark:
            kept = self._progress[person] = (mark, self._view.progress(number))
        return kept[1]


class Readers:
    """A reader for each thread that asks."""

    def __init__(self, database: Path, unseal: Unseal) -> None:
        self._database = database
        self._unseal = unseal
        self._of_thread: dict[int, Reader] = {}

    def mine(self) -> Reader:
        """The reader of the calling thread."""
        # By number and not in a `threading.local`: Qt's pool gives Python a new state for every errand of the
        # same thread, and each would open a connection of its own. Numbers of threads that ended come again.
        thread = threading.get_ident()
        if thread not in self._of_thread:
            self._of_thread[thread] = Reader(connect_to_read(self._database), self._unseal)
        return self._of_thread[thread]

    def close(self) -> None:
        """Closes them all."""
        while self._of_thread:
            self._of_thread.popitem()[1].connection.close()
