"""The disk of a simulated laptop: a database in memory whose power may go between any two statements."""

import random
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from typing import Any, Self
from unittest.mock import patch

from scuola_digitale.storage.connection import prepare
from scuola_digitale.storage.migrations import migrate


class PowerCutError(Exception):
    """The power went; whoever was at work is gone, and the disk holds what was committed."""


class Fuse:
    """Blows after so many statements, wherever they are asked for."""

    def __init__(self) -> None:
        self._left: int | None = None
        self.blown = False

    def arm(self, statements: int | None) -> None:
        """Blows at the n-th statement from now; None for never."""
        self._left = statements
        self.blown = False

    def burn(self) -> None:
        """One statement more; raises when it was the last one."""
        if self._left is None:
            return
        self._left -= 1
        if self._left <= 0:
            self._left = None
            self.blown = True
            raise PowerCutError


@contextmanager
def fused_connections(fuse: Fuse) -> Iterator[None]:
    """Databases that are opened meanwhile lose their power with a fuse: at a statement, before or after a commit."""

    class FusedCursor(sqlite3.Cursor):
        def execute(self, sql: str, values: Any = (), /) -> Self:
            fuse.burn()
            return super().execute(sql, values)

        def executemany(self, sql: str, values: Any, /) -> Self:
            fuse.burn()
            return super().executemany(sql, values)

    class FusedConnection(sqlite3.Connection):
        def cursor(self, _factory: Any = None) -> Any:
            return super().cursor(FusedCursor)

        def commit(self) -> None:
            fuse.burn()
            super().commit()
            fuse.burn()

    with patch.object(sqlite3.dbapi2, "connect", partial(sqlite3.connect, factory=FusedConnection)):
        yield


@cache
def empty_image() -> bytes:
    """A database with all its tables: made once, since making them takes longer than a school year."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    prepare(connection)
    migrate(connection)
    return connection.serialize()


class Disk:
    """What the log writes to; a `Connection` that can fail anywhere, and be put back to an earlier image.

    Args:
        chance: decides whether a cut at a COMMIT comes before or after it.
        fsync: whether what was committed is on the disk at once; without, some commits linger in a cache.
    """

    def __init__(self, chance: random.Random, *, fsync: bool = True) -> None:
        self.fuse = Fuse()
        self._chance = chance
        self.fsync = fsync
        self.raw = sqlite3.connect(":memory:", isolation_level=None, cached_statements=256)
        self.restore(empty_image())

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return self.raw.in_transaction

    def execute(self, sql: str, values: Sequence[Any] = (), /) -> sqlite3.Cursor:
        """Runs one statement, unless the power goes."""
        if sql == "COMMIT":
            return self._commit()
        if sql != "ROLLBACK":
            self.fuse.burn()
        return self.raw.execute(sql, values)

    def executemany(self, sql: str, values: Iterable[Sequence[Any]], /) -> sqlite3.Cursor:
        """Runs one statement for each row of values, unless the power goes."""
        self.fuse.burn()
        return self.raw.executemany(sql, values)

    def _commit(self) -> sqlite3.Cursor:
        before = self._chance.random() < 0.5
        if before:
            self.fuse.burn()
        cursor = self.raw.execute("COMMIT")
        if not self.fsync and self._chance.random() < 0.4:
            self._durable = self.raw.serialize()
        if not before:
            self.fuse.burn()
        return cursor

    def lose_power(self) -> None:
        """What no transaction committed is gone; without fsync, what lingered in the cache too."""
        if self.raw.in_transaction:
            self.raw.execute("ROLLBACK")
        if not self.fsync:
            self.restore(self._durable)

    def image(self) -> bytes:
        """A copy of the whole disk."""
        return self.raw.serialize()

    def restore(self, image: bytes) -> None:
        """Puts an earlier copy back."""
        self.raw.deserialize(image)
        self._durable = image

    def close(self) -> None:
        """Lets go of the memory."""
        self.raw.close()
