"""The region on PostgreSQL keeps the same promises as on SQLite, many laptops at a time."""

import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from format_samples import ROOT_KEY
from notebook import PLESSO, SCHOOL, Notebook
from postgresql import NoPostgresqlError, running_postgresql
from region_in_process import LineInProcess, RegionInProcess
from sqlalchemy import create_engine, text

from scuola_digitale.clock import SetClock
from scuola_digitale.format.chain import row_of
from scuola_digitale.format.vector import PeerVector
from sync.errors import LineDownError
from sync.region import tables

NewNotebook = Callable[..., Notebook]


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    # Not under pytest's own folder: only this account may enter that, and PostgreSQL runs under another.
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        try:
            with running_postgresql(Path(folder)) as url:
                yield url
        except NoPostgresqlError as reason:
            pytest.skip(str(reason))


@pytest.fixture
def region(cluster: str, tmp_path: Path, clock: SetClock) -> Iterator[RegionInProcess]:
    admin = create_engine(cluster)
    with admin.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    admin.dispose()
    region = RegionInProcess(tmp_path, clock, database_url=cluster)
    region.register(SCHOOL, ROOT_KEY)
    yield region
    region.close()


def test_the_tables_are_those_that_the_migrations_make(region: RegionInProcess) -> None:
    with region.engine.begin() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []


def test_laptops_agree_after_lines_that_drop(region: RegionInProcess, notebook: NewNotebook) -> None:
    first, second = notebook("laptop"), notebook("second")
    for day, cut in enumerate((0, 150, 400, 900)):
        first.write(40, random_seed=day)
        with pytest.raises(LineDownError):
            first.sync(LineInProcess(region.app, part_bytes=97, cut_up=cut))
        first.sync(region.line())
        second.sync(region.line())

    assert first.digest() == second.digest()
    assert region.store(SCHOOL).states([PLESSO]) == first.states([PLESSO])


def test_many_laptops_at_a_time_lose_nothing(region: RegionInProcess, notebook: NewNotebook) -> None:
    laptops = [notebook(f"laptop {number}") for number in range(6)]
    for number, laptop in enumerate(laptops):
        laptop.write(30, random_seed=number)
    with ThreadPoolExecutor(6) as at_once:
        list(at_once.map(lambda laptop: laptop.sync(region.line()), laptops))
    for laptop in laptops:
        laptop.sync(region.line())

    assert {laptop.digest() for laptop in laptops} == {laptops[0].digest()}
    assert laptops[0].facts(PLESSO) == 180


def test_the_same_facts_brought_by_two_at_a_time_count_once(
    region: RegionInProcess, notebook: NewNotebook
) -> None:
    writer, carrier = notebook("laptop"), notebook("carrier")
    writer.write(200)
    carrier.take(writer.segments_after(PeerVector({}), writer.scopes()), carrier.scopes())
    with ThreadPoolExecutor(2) as at_once:
        list(at_once.map(lambda laptop: laptop.sync(region.line()), (writer, carrier)))

    assert sum(state.seq for state in region.store(SCHOOL).states([PLESSO])) == 200


def test_texts_that_postgresql_cannot_hold_are_handed_on(
    region: RegionInProcess, notebook: NewNotebook
) -> None:
    newer, other = notebook("laptop"), notebook("other")
    newer.append(PLESSO, [row_of(60_000, 1, None, "zero\x00zero", b"", fields=["\x00"])])
    newer.sync(region.line())

    other.sync(region.line())

    assert other.digest(PLESSO) == newer.digest(PLESSO)
