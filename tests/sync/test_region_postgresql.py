"""The region on PostgreSQL keeps the same promises as on SQLite, many laptops at a time."""

import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Thread, current_thread
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from format_samples import PUPIL, ROOT_KEY, START_MS, answered, certificate_for, rows_of, seed
from notebook import PLESSO, SCHOOL, Notebook
from postgresql import NoPostgresqlError, crash, running_postgresql
from region_in_process import LineInProcess, RegionInProcess
from sqlalchemy import Table, create_engine, func, select, text
from sqlalchemy.exc import OperationalError

from scuola_digitale.clock import SetClock
from scuola_digitale.domain.facts import CertificateIssued, PersonErased, PhotosErased, PhotoSet
from scuola_digitale.format.chain import Stream, row_of
from scuola_digitale.format.signing import id_of, public_key
from scuola_digitale.format.vector import PeerVector
from sync.errors import LineDownError
from sync.region import intake, tables
from sync.region.database import MIGRATIONS, open_database
from sync.region.inbox import hold_school, put
from sync.region.workers import drain

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
def empty(cluster: str) -> str:
    """The cluster without any table."""
    admin = create_engine(cluster)
    with admin.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    admin.dispose()
    return cluster


@pytest.fixture(params=[None, 1], ids=["at once", "by inbox"])
def region(
    request: pytest.FixtureRequest, empty: str, tmp_path: Path, clock: SetClock
) -> Iterator[RegionInProcess]:
    region = RegionInProcess(tmp_path, clock, database_url=empty, workers=request.param)
    region.register(SCHOOL, ROOT_KEY)
    yield region
    region.close()


@pytest.fixture
def still(empty: str, tmp_path: Path, clock: SetClock) -> Iterator[RegionInProcess]:
    """A region whose inbox nobody spreads."""
    region = RegionInProcess(tmp_path, clock, database_url=empty, workers=0)
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


def _count(region: RegionInProcess, table: Table) -> int:
    with region.engine.begin() as connection:
        return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def test_what_was_acknowledged_outlives_a_crash(
    still: RegionInProcess, notebook: NewNotebook, cluster: str
) -> None:
    laptop, other = notebook("laptop"), notebook("other")
    laptop.write(100)
    laptop.sync(still.line())
    assert laptop.acked.seqs

    crash(cluster)
    still.engine.dispose()

    assert still.store(SCHOOL).states([PLESSO]) == laptop.states([PLESSO])
    other.sync(still.line())
    assert other.digest(PLESSO) == laptop.digest(PLESSO)
    drain(still.engine)
    assert _count(still, tables.inbox) == 0


def test_a_transaction_that_a_crash_cut_was_never_acknowledged(
    still: RegionInProcess, notebook: NewNotebook, cluster: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = notebook("laptop")
    laptop.write(30)
    laptop.sync(still.line())
    laptop.write(30, random_seed=2)
    before = still.store(SCHOOL).states([PLESSO])

    def put_and_crash(*arguments: Any) -> None:
        put(*arguments)
        crash(cluster)

    segments = laptop.segments_after(PeerVector.of(before), [PLESSO])
    with monkeypatch.context() as patched:
        patched.setattr(intake, "put", put_and_crash)
        with pytest.raises(OperationalError):
            still.store(SCHOOL).take(segments, [PLESSO])
    still.engine.dispose()

    assert still.store(SCHOOL).states([PLESSO]) == before
    laptop.sync(still.line())
    assert still.store(SCHOOL).states([PLESSO]) == laptop.states([PLESSO])


def test_schools_that_come_at_once_do_not_disturb_each_other(
    region: RegionInProcess, tmp_path: Path, clock: SetClock
) -> None:
    laptops = []
    for number in range(4):
        root = seed(f"root {number}")
        region.register(id_of(public_key(root)).hex(), public_key(root))
        for place in range(2):
            one = Notebook(
                tmp_path, clock, f"{number} {place}", root=root, school=id_of(public_key(root)).hex()
            )
            one.write(40, random_seed=number)
            laptops.append(one)
    for _ in range(2):
        with ThreadPoolExecutor(8) as at_once:
            list(at_once.map(lambda laptop: laptop.sync(region.line()), laptops))
    for one in laptops:
        one.sync(region.line())

    for first, second in zip(laptops[::2], laptops[1::2], strict=True):
        assert first.facts(PLESSO) == 80
        assert first.digest() == second.digest()
    assert len({laptop.digest() for laptop in laptops}) == 4
    for laptop in laptops:
        laptop.close()


def test_a_worker_leaves_a_school_alone_in_which_authority_is_decided(
    still: RegionInProcess, notebook: NewNotebook
) -> None:
    laptop = notebook("laptop")
    laptop.write(10)
    laptop.sync(still.line())
    with still.engine.begin() as deciding:
        hold_school(deciding, 1)
        assert drain(still.engine) == 0
    assert drain(still.engine) == 1


def test_workers_share_out_the_inbox_and_write_every_fact_once(
    still: RegionInProcess, notebook: NewNotebook
) -> None:
    laptops = [notebook(f"laptop {number}") for number in range(3)]
    for laptop in laptops:
        for day in range(20):
            laptop.write(3, random_seed=day)
            laptop.sync(still.line())
    waiting = _count(still, tables.inbox)
    with ThreadPoolExecutor(3) as at_once:
        spread = list(at_once.map(lambda _: drain(still.engine), range(3)))

    assert sum(spread) == waiting
    assert _count(still, tables.inbox) == 0
    laptops[0].sync(still.line())
    assert laptops[0].facts(PLESSO) == 180


def test_an_erasure_waits_for_facts_that_are_being_written(
    region: RegionInProcess, notebook: NewNotebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else it would not see them, and they would stand beside it for ever."""
    pupils, office = notebook("uno"), notebook("laptop")
    office.append("scuola", rows_of([_TECHNICIAN], Stream(office.device, 1, "scuola"), first_seq=2))
    office.sync(region.line())
    pupils.sync(region.line())
    said = rows_of([PersonErased(erased=PUPIL)], Stream(office.device, 1, "scuola"), first_seq=3)
    office.append("scuola", said)
    pupils.append(PLESSO, rows_of([answered()]))
    erasing = Thread(target=lambda: office.sync(region.line()))
    name = "put" if region.workers is not None else "write_facts"
    write = getattr(intake, name)

    def write_slowly(*arguments: Any) -> None:
        write(*arguments)
        if not erasing.ident and erasing is not current_thread():
            erasing.start()
            erasing.join(0.5)
            assert erasing.is_alive()

    with monkeypatch.context() as patched:
        patched.setattr(intake, name, write_slowly)
        pupils.sync(region.line())
    erasing.join(20)

    with region.engine.begin() as connection:
        assert connection.execute(select(tables.person)).all() == []
    assert _count(region, tables.erasure) == 1
    assert _count(region, tables.inbox) == 0


def test_a_photo_that_is_taken_away_leaves_the_inbox_and_the_table_and_the_rest_stays(
    region: RegionInProcess, notebook: NewNotebook
) -> None:
    pupils, office = notebook("uno"), notebook("laptop")
    office.append("scuola", rows_of([_TECHNICIAN], Stream(office.device, 1, "scuola"), first_seq=2))
    office.sync(region.line())
    stream = Stream(pupils.device, 1, PLESSO)
    facts = [PhotoSet(person=PUPIL, photo=bytes(range(256)) * 20), answered()]
    pupils.append(PLESSO, rows_of(facts, stream))
    pupils.sync(region.line())
    erased = PhotosErased(erased=PUPIL, until_ms=START_MS + 86_400_000)
    office.append("scuola", rows_of([erased], Stream(office.device, 1, "scuola"), first_seq=3))

    office.sync(region.line())
    drain(region.engine)

    with region.engine.begin() as connection:
        kinds = connection.execute(select(tables.fact.c.kind, func.length(tables.fact.c.body))).all()
        assert len(connection.execute(select(tables.person)).all()) == 1
    assert 28 not in {kind for kind, _ in kinds}
    assert 9 in {kind for kind, _ in kinds}
    assert max(size for _, size in kinds) < 1_000
    assert _count(region, tables.photo_erasure) == 1


def test_who_is_erased_while_others_write_is_left_nowhere(
    region: RegionInProcess, notebook: NewNotebook
) -> None:
    laptops = [notebook(f"laptop {number}") for number in range(4)]
    office = notebook("laptop")
    office.append("scuola", rows_of([_TECHNICIAN], Stream(office.device, 1, "scuola"), first_seq=2))

    def write(laptop: Notebook) -> None:
        for attempt in range(1, 13):
            laptop.append(PLESSO, rows_of([answered(attempt=attempt)]))
            laptop.sync(region.line())

    def erase(_: object) -> None:
        said = rows_of([PersonErased(erased=PUPIL)], Stream(office.device, 1, "scuola"), first_seq=3)
        office.append("scuola", said)
        office.sync(region.line())

    with ThreadPoolExecutor(5) as at_once:
        writing = [at_once.submit(write, laptop) for laptop in laptops]
        writing.append(at_once.submit(erase, None))
        for one in writing:
            one.result()
    if region.workers is not None:
        region.workers.stop()  # else one may still be at an entry, which is passed over
    drain(region.engine)

    with region.engine.begin() as connection:
        kept = select(func.count()).select_from(tables.fact).where(tables.fact.c.subject.is_not(None))
        assert connection.execute(kept).scalar_one() == 0
        assert connection.execute(select(tables.person)).all() == []
    assert _count(region, tables.inbox) == 0
    assert sum(state.seq for state in region.store(SCHOOL).states([PLESSO])) == 48


_TECHNICIAN = CertificateIssued(certificate=certificate_for("teacher", "tecnico"))


def test_a_database_of_an_older_program_is_brought_up_to_date_with_what_it_holds(empty: str) -> None:
    engine = create_engine(empty)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
        connection.execute(
            text("INSERT INTO school (pseudonym, root_key, registered_ms) VALUES (:name, :key, 1)"),
            {"name": SCHOOL, "key": ROOT_KEY},
        )
        connection.execute(
            text("INSERT INTO certificate VALUES (1, :who, 'dispositivo', 1, 0, 9, :key)"),
            {"who": bytes(16), "key": bytes(32)},
        )
        connection.execute(
            text(
                "INSERT INTO stream (school, device, epoch, scope, seq, chain) VALUES (1, :who, 1, :scope, 0, :who)"
            ),
            {"who": bytes(16), "scope": PLESSO},
        )
    engine.dispose()

    engine = open_database(empty)

    with engine.begin() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []
        [stream] = connection.execute(select(tables.stream)).all()
        [certificate] = connection.execute(select(tables.certificate)).all()
    assert (stream.parent, stream.after) == (0, 0)
    assert (certificate.revoked, certificate.scopes) == (0, "")
    engine.dispose()


def test_regions_that_are_opened_at_once_on_an_empty_database_both_come_up(empty: str) -> None:
    with ThreadPoolExecutor(3) as at_once:
        engines = list(at_once.map(lambda _: open_database(empty), range(3)))
    for engine in engines:
        with engine.begin() as connection:
            assert connection.execute(select(func.count()).select_from(tables.school)).scalar_one() == 0
        engine.dispose()


def test_acknowledged_is_on_the_disk_whatever_the_server_was_told(empty: str) -> None:
    admin = create_engine(empty, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text("ALTER DATABASE postgres SET synchronous_commit TO off"))
        connection.execute(
            text("ALTER DATABASE postgres SET default_transaction_isolation TO 'serializable'")
        )
    engine = open_database(empty)
    try:
        with engine.begin() as connection:
            assert connection.execute(text("SHOW synchronous_commit")).scalar_one() == "on"
            assert connection.execute(text("SHOW transaction_isolation")).scalar_one() == "read committed"
    finally:
        engine.dispose()
        with admin.connect() as connection:
            connection.execute(text("ALTER DATABASE postgres RESET ALL"))
        admin.dispose()
