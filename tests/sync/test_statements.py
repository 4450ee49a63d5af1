"""Statements on the driver's own cursor find, change and fail as SQLAlchemy's do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, bindparam, insert, select, text, update
from sqlalchemy.exc import IntegrityError, OperationalError

from sync.region import tables
from sync.region.database import open_database, writing
from sync.region.statements import find, run
from sync.region.upsert import insert_new

SCHOOL = {"pseudonym": "ab" * 16, "root_key": bytes(32), "registered_ms": 7}
_school = tables.school.c
SINCE = select(_school.pseudonym, _school.registered_ms).where(
    _school.registered_ms >= bindparam("since"), _school.registered_ms < 100
)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_database(f"sqlite:///{tmp_path / 'region.db'}")
    yield writing(engine)
    engine.dispose()


def test_what_is_written_is_found_with_given_and_own_values(engine: Engine) -> None:
    others = [{**SCHOOL, "pseudonym": "cd" * 16, "registered_ms": ms} for ms in (9, 100)]
    with engine.begin() as connection:
        assert run(connection, insert(tables.school), SCHOOL) == 1
        run(connection, insert(tables.school), others[0], {**others[1], "pseudonym": "ef" * 16})
        assert find(connection, SINCE, {"since": 8}) == [("cd" * 16, 9)]
        assert find(connection, SINCE, {"since": 7}) == [("ab" * 16, 7), ("cd" * 16, 9)]


def test_what_a_statement_changed_is_counted(engine: Engine) -> None:
    later = update(tables.school).where(_school.pseudonym == bindparam("whose"))
    with engine.begin() as connection:
        run(connection, insert(tables.school), SCHOOL)
        assert run(connection, insert_new(connection, tables.school), SCHOOL) == 0
        assert run(connection, later, {"whose": "ab" * 16, "registered_ms": 8}) == 1
        assert run(connection, later, {"whose": "no such school", "registered_ms": 8}) == 0


def test_a_transaction_that_ends_badly_leaves_nothing(engine: Engine) -> None:
    with pytest.raises(IntegrityError):
        _register_twice(engine)
    with engine.begin() as connection:
        assert find(connection, SINCE, {"since": 0}) == []


def _register_twice(engine: Engine) -> None:
    with engine.begin() as connection:
        run(connection, insert(tables.school), SCHOOL)
        run(connection, insert(tables.school), SCHOOL)


def test_a_database_that_fails_fails_as_others_expect(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE head"))
        with pytest.raises(OperationalError, match="no such table"):
            find(connection, select(tables.head.c.seq), {})
