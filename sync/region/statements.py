"""Runs a statement as SQLAlchemy compiled it, on the driver's own cursor.

SQLAlchemy's way there and back takes 25 µs, SQLite's own work 2: a request of the exchange runs a dozen statements.
What depends on the length of a list (`IN`) still goes the long way.
"""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Connection, Dialect, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql import ClauseElement

Values = Mapping[str, Any]


class _Compiled:
    """A statement in the words of one database."""

    def __init__(self, dialect: Dialect, statement: ClauseElement, keys: tuple[str, ...]) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=list(keys))
        self.sql = str(compiled)
        self._own = dict(compiled.params)
        self._places: Sequence[str] | None = getattr(compiled, "positiontup", None)

    def values(self, given: Values) -> Any:
        """The values as the driver wants them: in a row, or by name."""
        if self._places is None:
            return {**self._own, **given}
        return [given[name] if name in given else self._own[name] for name in self._places]


_seen: dict[tuple[str, ClauseElement, tuple[str, ...]], _Compiled] = {}


def _compiled(dialect: Dialect, statement: ClauseElement, keys: tuple[str, ...]) -> _Compiled:
    place = dialect.name, statement, keys
    if place not in _seen:
        _seen[place] = _Compiled(dialect, statement, keys)
    return _seen[place]


def alone(engine: Engine) -> AbstractContextManager[Connection]:
    """A connection for one `find`: a statement that only reads is consistent by itself and needs no transaction."""
    return engine.connect()


def find(connection: Connection, statement: ClauseElement, given: Values) -> list[tuple[Any, ...]]:
    """The rows that a statement finds, or gives back.

    Raises:
        DBAPIError: as SQLAlchemy raises it.
    """
    found: list[tuple[Any, ...]] = _run(connection, statement, [given]).fetchall()
    return found


def run(connection: Connection, statement: ClauseElement, *given: Values) -> int:
    """Runs a statement that gives nothing back, once for each of `given`; how many rows it changed.

    Raises:
        DBAPIError: as SQLAlchemy raises it.
    """
    return int(_run(connection, statement, given).rowcount)


def _run(connection: Connection, statement: ClauseElement, given: Sequence[Values]) -> Any:
    compiled = _compiled(connection.dialect, statement, tuple(given[0]))
    values = [compiled.values(one) for one in given]
    cursor = connection.connection.cursor()
    errors = connection.dialect.loaded_dbapi.Error
    try:
        if len(values) == 1:
            cursor.execute(compiled.sql, values[0])
        else:
            cursor.executemany(compiled.sql, values)
    except errors as error:
        raise DBAPIError.instance(compiled.sql, None, error, errors, dialect=connection.dialect) from error
    return cursor
