"""The line: whatever stands at its other end, people read one sentence and what to do."""

import socket
import ssl
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from one_answer import OneAnswer
from school_samples import TestSchool

from scuola_digitale.errors import ScuolaError
from sync.errors import (
    BadMessageError,
    LineDownError,
    LineStuckError,
    ProxyRefusedError,
    RegionAddressError,
    RegionAnswersRubbishError,
    RegionBrokenError,
    RegionBusyError,
    RegionUnknownError,
    SchoolUnknownError,
)
from sync.http_carrier import HttpLine
from sync.http_failures import has_proxy
from sync.syncer import Syncer

PROBLEM = b"HTTP/1.1 %s\r\ncontent-type: application/problem+json\r\ncontent-length: %d\r\n\r\n%s"


def problem(status: str, kind: str) -> bytes:
    """An answer that tells a problem, as its bytes."""
    body = b'{"type": "urn:scuola-digitale:%s", "title": "x", "status": 400}' % kind.encode()
    return PROBLEM % (status.encode(), len(body), body)


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    school = TestSchool(tmp_path)
    yield school
    school.close()


@pytest.fixture
def answering() -> Iterator[Callable[..., OneAnswer]]:
    servers: list[OneAnswer] = []

    def new(answer: bytes, *, hold: bool = False) -> OneAnswer:
        servers.append(OneAnswer(answer, hold=hold))
        return servers[-1]

    yield new
    for server in servers:
        server.close()


def problem_with(school: TestSchool, url: str, *, still_seconds: float = 20.0) -> ScuolaError | None:
    """What stopped an exchange with whoever answers there."""
    syncer = Syncer(
        school.first, url, school.clock, open_line=lambda url: HttpLine(url, still_seconds=still_seconds)
    )
    report = syncer.sync_once()
    syncer.close()
    return report.problem


ANSWERS = {
    "a captive portal's page": (
        b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 25\r\n\r\n<html>Accedi al WiFi</html>"[
            :-2
        ],
        RegionAnswersRubbishError,
    ),
    "a captive portal's page in tiny parts": (
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n<h\r\n3\r\ntml\r\n0\r\n\r\n",
        RegionAnswersRubbishError,
    ),
    "a captive portal that sends elsewhere": (
        b"HTTP/1.1 302 Found\r\nlocation: http://portale.example/\r\ncontent-length: 0\r\n\r\n",
        RegionAnswersRubbishError,
    ),
    "a portal that wants a sign-in": (
        b"HTTP/1.1 511 Network Authentication Required\r\ncontent-length: 0\r\n\r\n",
        RegionAnswersRubbishError,
    ),
    "a portal that says yes to everything": (
        b"HTTP/1.1 204 No Content\r\n\r\n",
        RegionAnswersRubbishError,
    ),
    "a portal that makes the digest up": (
        b"HTTP/1.1 204 No Content\r\nd: 000000000000\r\n\r\n",
        RegionAnswersRubbishError,
    ),
    "an empty page": (b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n", RegionAnswersRubbishError),
    "another server": (
        b"HTTP/1.1 404 Not Found\r\ncontent-type: text/html\r\ncontent-length: 0\r\n\r\n",
        RegionAnswersRubbishError,
    ),
    "no HTTP at all": (b"220 posta.example ESMTP\r\n\r\n", RegionAnswersRubbishError),
    "a line that closes at once": (b"", LineDownError),
    "a reply cut in its middle": (
        b"HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n\x00\x00\x00\x20",
        LineDownError,
    ),
    "a region with a fault": (
        b"HTTP/1.1 500 Internal Server Error\r\ncontent-length: 0\r\n\r\n",
        RegionBrokenError,
    ),
    "a proxy without its region": (
        b"HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n",
        RegionBrokenError,
    ),
    "a busy region": (
        b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 7\r\ncontent-length: 0\r\n\r\n",
        RegionBusyError,
    ),
    "a region that is asked too often": (
        b"HTTP/1.1 429 Too Many Requests\r\ncontent-length: 0\r\n\r\n",
        RegionBusyError,
    ),
    "a region that does not know the school": (
        problem("404 Not Found", "school-unknown"),
        SchoolUnknownError,
    ),
    "a region that understands nothing": (problem("400 Bad Request", "bad-message"), BadMessageError),
}


@pytest.mark.parametrize(("answer", "expected"), ANSWERS.values(), ids=ANSWERS.keys())
def test_whatever_answers_becomes_a_sentence_and_costs_no_fact(
    answer: bytes, expected: type[ScuolaError], school: TestSchool, answering: Callable[..., OneAnswer]
) -> None:
    waiting = school.first.exchange_state().waiting

    found = problem_with(school, answering(answer).url)

    assert type(found) is expected
    assert found.message.endswith(".")
    assert found.remedy.endswith(".")
    state = school.first.exchange_state()
    assert (state.waiting, state.problem) == (waiting, f"{found.message} {found.remedy}")


def test_a_busy_region_is_asked_again_when_it_said(
    school: TestSchool, answering: Callable[..., OneAnswer]
) -> None:
    found = problem_with(school, answering(ANSWERS["a busy region"][0]).url)

    assert isinstance(found, RegionBusyError)
    assert found.retry_after_seconds == 7


def test_a_line_where_nothing_moves_is_given_up(
    school: TestSchool, answering: Callable[..., OneAnswer]
) -> None:
    found = problem_with(school, answering(b"", hold=True).url, still_seconds=0.2)

    assert type(found) is LineStuckError


def test_a_closed_port_is_an_unknown_region(school: TestSchool) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        url = f"http://127.0.0.1:{free.getsockname()[1]}"

    assert type(problem_with(school, url)) is RegionUnknownError


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        (socket.gaierror(socket.EAI_NONAME, "no such name"), RegionUnknownError),
        (socket.gaierror(socket.EAI_AGAIN, "no line to ask"), LineDownError),
        (OSError(101, "network is unreachable"), LineDownError),
        (ssl.SSLCertVerificationError("self-signed"), RegionAnswersRubbishError),
    ],
)
def test_a_connection_that_fails_tells_why(
    reason: OSError, expected: type[ScuolaError], school: TestSchool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise reason

    monkeypatch.setattr(socket, "create_connection", fail)

    assert type(problem_with(school, "http://regione.example")) is expected


@pytest.mark.parametrize(
    "url",
    [
        "regione",
        "ftp://regione.example",
        "http://",
        "http://a b",
        "http://x:99999",
        "http://\x07",
        "http://🐺🐺",
        "http://[x",
        "",
    ],
)
def test_what_is_no_address_is_said_at_once(url: str, school: TestSchool) -> None:
    assert type(problem_with(school, url)) is RegionAddressError


def test_a_request_carries_no_header_that_is_not_needed() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(204)

    line = HttpLine("http://regione.example/base/", transport=httpx.MockTransport(answer))
    with line.post("/schools/x/exchange", iter([b"abc"]), 3) as reply:
        assert reply.status == 204
    line.close()

    assert sorted(seen[0].headers) == ["content-length", "host"]
    assert str(seen[0].url) == "http://regione.example/base/schools/x/exchange"


def test_a_region_on_this_machine_is_not_asked_for_through_the_systems_proxy(
    school: TestSchool, answering: Callable[..., OneAnswer], monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = answering(ANSWERS["a region with a fault"][0])
    monkeypatch.setenv("HTTP_PROXY", proxy.url)

    found = problem_with(school, answering(ANSWERS["a busy region"][0]).url)

    assert type(found) is RegionBusyError
    assert type(problem_with(school, "http://regione.example")) is RegionBrokenError


@pytest.mark.parametrize(
    "said",
    [
        b"HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n",
        b"HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n",
    ],
)
def test_a_proxy_that_lets_nothing_through_is_told_as_what_it_is(
    said: bytes,
    school: TestSchool,
    answering: Callable[..., OneAnswer],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", answering(said).url)

    found = problem_with(school, "https://regione.example")

    assert type(found) is ProxyRefusedError
    assert "proxy" in found.message
    assert found.remedy.endswith(".")


def test_a_proxy_that_is_not_there_is_told_as_what_it_is(
    school: TestSchool, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{port}")
    monkeypatch.setenv("NO_PROXY", "altra.example")

    assert type(problem_with(school, "http://regione.example")) is ProxyRefusedError
    assert not has_proxy("http://altra.example")
    assert not has_proxy("http://127.0.0.1:1")


def test_a_region_is_asked_through_the_systems_proxy(
    school: TestSchool, answering: Callable[..., OneAnswer], monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = answering(ANSWERS["a busy region"][0])
    monkeypatch.setenv("HTTP_PROXY", proxy.url)

    assert type(problem_with(school, "http://regione.example")) is RegionBusyError
    assert proxy.asked.is_set()
