"""Reading from any thread, without waiting for who writes, and without reading twice what has not changed."""

import sqlite3
import threading
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, TypeVar

from scuola_digitale.domain.facts import PersonId
from scuola_digitale.domain.progress import Progress
from scuola_digitale.storage.connection import connect_to_read
from scuola_digitale.storage.school_view import SchoolView, Unseal

_T = TypeVar("_T")


class Reader:
    """One thread's view of the school."""

    def __init__(self, connection: sqlite3.Connection, unseal: Unseal) -> None:
        self.connection = connection
        self._view = SchoolView(connection, unseal)
        self._version = -1
        self._kept: dict[Hashable, Any] = {}
        self._progress: dict[PersonId, tuple[tuple[int, float, int], Progress]] = {}

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
        self._local = threading.local()
        self._all: list[sqlite3.Connection] = []

    def mine(self) -> Reader:
        """The reader of the calling thread."""
        reader: Reader | None = getattr(self._local, "reader", None)
        if reader is None:
            connection = connect_to_read(self._database)
            self._all.append(connection)
            reader = self._local.reader = Reader(connection, self._unseal)
        return reader

    def close(self) -> None:
        """Closes them all."""
        for connection in self._all:
            connection.close()
