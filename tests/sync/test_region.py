"""The region as a server: what it says to who asks rightly, wrongly, or too much."""

import asyncio
import json
import random
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from format_samples import ROOT_KEY, seed
from notebook import PLESSO, SCHOOL, Notebook
from region_in_process import LineInProcess, RegionInProcess
from school_samples import TestSchool
from sqlalchemy import create_engine, text

from scuola_digitale.clock import SetClock
from scuola_digitale.format.signing import public_key
from scuola_digitale.format.vector import PeerVector
from sync.conversation import exchange_path
from sync.errors import RegionBusyError
from sync.protocol import BODY_CAP
from sync.region import tables
from sync.region.app import make_app
from sync.region.database import DatabaseUnusableError, open_database
from sync.region.patience import Patience
from sync.region.serving import EmbeddedRegion, PortTakenError, SchoolIdMismatchError, register_school
from sync.region.store import SchoolIdTakenError, add_school
from sync.syncer import Syncer

NewNotebook = Callable[..., Notebook]


def post(region: RegionInProcess, body: bytes, *, path: str = "") -> tuple[int, dict[str, Any]]:
    """Status and problem of a body that is posted as it stands."""
    with region.line().post(path or exchange_path(SCHOOL), iter([body]), len(body)) as answer:
        assert answer.headers["content-type"] == "application/problem+json"
        return answer.status, json.loads(b"".join(answer.chunks))


def test_the_tables_are_those_that_the_migrations_make(region: RegionInProcess) -> None:
    with region.engine.begin() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, tables.metadata) == []


def test_opening_a_database_twice_changes_nothing(region: RegionInProcess, tmp_path: Path) -> None:
    again = open_database(f"sqlite:///{tmp_path / 'region.db'}")
    again.dispose()
    assert region.store(SCHOOL).scopes() == ()


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:////nessuna/cartella/regione.db",
        "regione",
        "oracolo://x",
        "postgresql+psycopg://u:segreto@127.0.0.1:1/x",
    ],
)
def test_a_database_that_does_not_open_is_named_without_its_password(url: str) -> None:
    with pytest.raises(DatabaseUnusableError) as failed:
        open_database(url)
    assert "segreto" not in str(failed.value)


@pytest.mark.parametrize("body", [b"", b"\x00", b"\x00\x00\x00\x02hi", b"\xff" * 60, b"\x00\x00\x00\x00"])
def test_rubbish_is_a_problem_and_not_a_fault(body: bytes, region: RegionInProcess) -> None:
    status, problem = post(region, body)

    assert (status, problem["type"]) == (400, "urn:scuola-digitale:bad-message")


def test_a_body_over_the_cap_is_refused_before_it_is_read(region: RegionInProcess) -> None:
    assert post(region, bytes(BODY_CAP + 1))[0] == 413


def test_another_address_is_a_problem_too(region: RegionInProcess) -> None:
    assert post(region, b"", path="/nowhere")[0] == 404


def test_a_region_that_is_full_asks_to_come_back(
    tmp_path: Path, clock: SetClock, notebook: NewNotebook
) -> None:
    region = RegionInProcess(tmp_path, clock, patience=Patience(clock, at_once=0, chance=random.Random(1)))
    region.register(SCHOOL, ROOT_KEY)
    with pytest.raises(RegionBusyError) as busy:
        notebook("laptop").sync(region.line())
    assert 5 <= (busy.value.retry_after_seconds or 0) < 25
    region.close()


def test_a_region_whose_database_fails_acknowledges_nothing(
    region: RegionInProcess, notebook: NewNotebook
) -> None:
    laptop = notebook("laptop")
    with region.engine.begin() as connection:
        connection.execute(text("DROP TABLE fact"))

    with pytest.raises(RegionBusyError):
        laptop.sync(region.line())
    assert laptop.acked == PeerVector({})


def test_a_changed_body_is_refused(region: RegionInProcess, notebook: NewNotebook) -> None:
    laptop = notebook("laptop")
    laptop.sync(region.line())
    laptop.write(3)
    line = region.line()
    line.cut_up = 0
    laptop.memory.holds = PeerVector({})
    question = laptop.segments_after(PeerVector({}), laptop.scopes())
    assert question
    with pytest.raises(Exception, match="linea"):
        laptop.sync(line)
    path, body = line.posts[0]

    changed = body[:-1] + bytes([body[-1] ^ 1])

    assert post(region, changed, path=path)[1]["type"] == "urn:scuola-digitale:bad-message"
    assert region.store(SCHOOL).states([PLESSO]) == ()


def test_a_school_is_registered_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'region.db'}"
    for _ in range(2):
        register_school(url, SCHOOL, ROOT_KEY)
    another = public_key(seed("another root"))

    with pytest.raises(SchoolIdMismatchError):
        register_school(url, SCHOOL, another)
    engine = open_database(url)
    with pytest.raises(SchoolIdTakenError):
        add_school(engine, SCHOOL, another, now_ms=1)
    engine.dispose()


def test_a_port_that_is_taken_is_said_in_words(tmp_path: Path) -> None:
    first, second = EmbeddedRegion(tmp_path / "1"), EmbeddedRegion(tmp_path / "2")
    port = int(first.start().rsplit(":", 1)[1])
    with pytest.raises(PortTakenError):
        second.start(port=port)
    first.stop()
    second.stop()


def test_no_name_is_in_any_byte_that_the_region_keeps(tmp_path: Path) -> None:
    school = TestSchool(tmp_path)
    school.pupil("Tobia Prugnoli")
    region = EmbeddedRegion(tmp_path / "region", clock=school.clock)
    region.register(school.founding.school_id.hex(), school.founding.root_key)
    syncer = Syncer(school.first, region.start(), school.clock)
    assert syncer.sync_once().good
    kept = b"".join(path.read_bytes() for path in (tmp_path / "region").iterdir())
    syncer.close()
    region.stop()
    school.close()

    assert b"plesso/" in kept
    for name in (b"Tobia", b"Prugnoli", b"Nives", b"Elvio"):
        assert name not in kept


def status_of(region: RegionInProcess) -> httpx.Response:
    """What the region answers to whoever looks after it."""

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(region.app)
        async with httpx.AsyncClient(transport=transport, base_url="http://regione.example") as client:
            return await client.get("/status")

    return asyncio.run(ask())


def test_the_status_tells_whether_the_database_answers(
    region: RegionInProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    well = status_of(region)
    monkeypatch.setattr("sync.region.app.text", lambda _: text("SELECT 1 FROM gone"))
    badly = status_of(region)

    assert (well.status_code, well.headers["content-type"]) == (200, "application/problem+json")
    assert (badly.status_code, badly.headers["retry-after"]) == (503, "30")


def test_when_no_connection_to_the_database_is_free_laptops_come_back_later(
    region: RegionInProcess, notebook: NewNotebook
) -> None:
    laptop = notebook("laptop")
    laptop.write(3)
    tight = create_engine(region.engine.url, pool_size=1, max_overflow=0, pool_timeout=0.05)
    app = make_app("", clock=region.clock, engine=tight)
    with tight.connect(), pytest.raises(RegionBusyError):
        laptop.sync(LineInProcess(app))
    tight.dispose()

    laptop.sync(region.line())
    assert region.store(SCHOOL).states([PLESSO]) == laptop.states([PLESSO])


def test_a_region_serves_until_it_is_interrupted(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    script = "import sys; from sync.region.serving import serve; serve(sys.argv[1], int(sys.argv[2]))"
    database = f"sqlite:///{tmp_path / 'region.db'}"
    command = [sys.executable, "-c", script, database, str(port)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as served:
        try:
            transport = httpx.HTTPTransport(retries=10)
            with httpx.Client(transport=transport) as client:
                answer = client.get(f"http://127.0.0.1:{port}/status")
        finally:
            served.send_signal(signal.SIGINT)
            _, told = served.communicate()

    assert (served.returncode, told) == (0, "")
    assert answer.json()["title"] == "OK"
    assert "server" not in answer.headers
