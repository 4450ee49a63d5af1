"""The inbox: what waits to be spread is kept, handed on, chained and erased like everything else."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import psutil
import pytest
from format_samples import PUPIL, ROOT_KEY, answered, certificate_for, rows_of, seed, segment_of
from notebook import PLESSO, SCHOOL, Notebook
from region_in_process import RegionInProcess
from sqlalchemy import func, select

from scuola_digitale.clock import SetClock
from scuola_digitale.domain.facts import CertificateIssued, PersonErased
from scuola_digitale.format.chain import RedactedRow, Stream
from scuola_digitale.format.segment import parse_segment
from scuola_digitale.format.vector import PeerVector
from sync.region import tables
from sync.region.workers import drain, work

Notebooks = Callable[..., Notebook]


@pytest.fixture
def region(tmp_path: Path, clock: SetClock) -> Iterator[RegionInProcess]:
    """A region whose workers never come, unless a test lets them."""
    region = RegionInProcess(tmp_path, clock, workers=0)
    region.register(SCHOOL, ROOT_KEY)
    yield region
    region.close()


def _spread(region: RegionInProcess) -> int:
    """How many facts of the site stand in the table of facts."""
    of_site = tables.fact.join(tables.stream, tables.fact.c.stream == tables.stream.c.number)
    with region.engine.begin() as connection:
        found = connection.execute(
            select(func.count()).select_from(of_site).where(tables.stream.c.scope == PLESSO)
        )
        return int(found.scalar_one())


def _waiting(region: RegionInProcess) -> int:
    with region.engine.begin() as connection:
        return int(connection.execute(select(func.count()).select_from(tables.inbox)).scalar_one())


def test_what_waits_is_acknowledged_and_handed_on(region: RegionInProcess, notebook: Notebooks) -> None:
    writer, reader = notebook("uno"), notebook("due")
    for day in range(3):
        writer.write(20, random_seed=day)
        writer.sync(region.line())
    assert (_spread(region), _waiting(region)) == (0, 3)

    reader.sync(region.line())

    assert reader.digest(PLESSO) == writer.digest(PLESSO)
    assert reader.facts(PLESSO) == 60


def test_spreading_changes_nothing_of_what_is_held_or_handed_on(
    region: RegionInProcess, notebook: Notebooks
) -> None:
    writer = notebook("uno")
    for day in range(3):
        writer.write(20, random_seed=day)
        writer.sync(region.line())
    before = region.store(SCHOOL).states([PLESSO]), _handed_on(region)

    assert drain(region.engine) == 3

    assert (_spread(region), _waiting(region)) == (60, 0)
    assert (region.store(SCHOOL).states([PLESSO]), _handed_on(region)) == before
    assert drain(region.engine) == 0


def _handed_on(region: RegionInProcess, *, holds: PeerVector | None = None) -> list[bytes]:
    return region.store(SCHOOL).segments_after(holds or PeerVector({}), [PLESSO])


def test_some_spread_and_some_waiting_are_handed_on_in_one_piece(
    region: RegionInProcess, notebook: Notebooks
) -> None:
    writer = notebook("uno")
    for day in range(4):
        writer.write(10, random_seed=day)
        writer.sync(region.line())
        if day == 1:
            drain(region.engine)
    [segment] = map(parse_segment, _handed_on(region))
    assert (segment.first_seq, segment.last_seq) == (1, 40)
    assert segment.head.chain == writer.states([PLESSO])[0].chain


def test_a_fork_in_the_middle_of_what_waits_keeps_both_branches(
    region: RegionInProcess, notebook: Notebooks
) -> None:
    first, clone = notebook("uno"), notebook("uno", file="clone")
    for one in (first, clone):
        one.write(10, random_seed=1)
    first.write(5, random_seed=2)
    first.sync(region.line())
    clone.write(7, random_seed=3)

    for one in (clone, first, clone):
        one.sync(region.line())

    assert first.digest(PLESSO) == clone.digest(PLESSO)
    before = region.store(SCHOOL).states([PLESSO])
    drain(region.engine)
    assert region.store(SCHOOL).states([PLESSO]) == before
    assert _spread(region) == 10 + 5 + 7


def test_an_erasure_reaches_what_waits_and_what_comes_later(
    region: RegionInProcess, notebook: Notebooks
) -> None:
    pupils, office = notebook("uno"), Stream(notebook("laptop").device, 1, "scuola")
    pupils.append(PLESSO, rows_of([answered(), answered(attempt=2)]))
    pupils.sync(region.line())
    assert _waiting(region) == 1

    said = rows_of(
        [
            CertificateIssued(certificate=certificate_for("laptop", "dispositivo")),
            CertificateIssued(certificate=certificate_for("teacher", "tecnico")),
            PersonErased(erased=PUPIL),
        ],
        office,
    )
    taken = region.store(SCHOOL).take([segment_of(said, office, device_seed=seed("laptop"))], ["scuola"])
    assert taken.accepted == 3
    pupils.append(PLESSO, rows_of([answered(attempt=3)]))
    pupils.sync(region.line())
    drain(region.engine)

    [segment] = map(parse_segment, _handed_on(region))
    assert [type(row) for row in segment.rows] == [RedactedRow] * 3
    with region.engine.begin() as connection:
        assert connection.execute(select(tables.person.c.person)).all() == []
    for file in Path(str(region.engine.url.database)).parent.glob("region.db*"):
        assert answered().exercise_ref.encode() not in file.read_bytes(), file


def test_workers_spread_by_themselves(tmp_path: Path, clock: SetClock, notebook: Notebooks) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    region = RegionInProcess(folder, clock, workers=2)
    try:
        region.register(SCHOOL, ROOT_KEY)
        writer = notebook("uno")
        writer.write(50)
        writer.sync(region.line())
        for _ in range(1_000):
            if not _waiting(region):
                break
            Event().wait(0.05)
        assert (_spread(region), _waiting(region)) == (50, 0)
    finally:
        region.close()


def test_a_worker_that_is_called_spreads_and_ends_with_its_calls(
    region: RegionInProcess, notebook: Notebooks
) -> None:
    writer = notebook("uno")
    writer.write(5)
    writer.sync(region.line())
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as calls, os.fdopen(writing, "wb") as caller:
        working = Thread(target=work, args=(region.engine, calls))
        working.start()
        while _waiting(region):
            Event().wait(0.02)
        caller.close()
        working.join(10)
    assert not working.is_alive()


def test_a_worker_that_ended_keeps_nobody_from_taking_in(
    tmp_path: Path, clock: SetClock, notebook: Notebooks
) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    region = RegionInProcess(folder, clock, workers=1)
    region.register(SCHOOL, ROOT_KEY)
    assert region.workers is not None
    region.workers.stop()
    writer = notebook("uno")
    writer.write(5)
    writer.sync(region.line())
    assert _waiting(region) == 1
    assert drain(region.engine) == 1
    region.close()


@pytest.mark.skipif(os.name != "posix", reason="signals as Unix has them")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_workers_end_with_their_region_however_it_ends(tmp_path: Path, end: signal.Signals) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    command = [sys.executable, "-m", "ui.main", "region", "serve", "--port", port, "--workers", "2"]
    home = {**os.environ, "SCUOLA_DIGITALE_HOME": str(tmp_path / "casa")}
    with subprocess.Popen(command, env=home, stdout=subprocess.PIPE, text=True) as region:
        assert region.stdout is not None
        assert "La regione ascolta" in region.stdout.readline()
        workers = psutil.Process(region.pid).children()
        assert len(workers) == 2

        try:
            region.send_signal(end)
            region.wait(60)
        finally:
            region.kill()

    assert psutil.wait_procs(workers, timeout=60)[1] == []
