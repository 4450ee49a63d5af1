"""The region as one ASGI application: the other end of the exchange, and nothing that names a pupil."""

import logging
from typing import TYPE_CHECKING, Final

import msgspec
from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFreeError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from scuola_digitale.clock import Clock, SystemClock
from scuola_digitale.errors import ScuolaError
from sync.admission import admit
from sync.answering import MESSAGE_TYPE, refusal_of
from sync.conversation import exchange_path
from sync.endpoint import ExchangeEndpoint
from sync.errors import BadMessageError
from sync.exchange import ExchangeServer
from sync.protocol import Hello
from sync.region.database import open_database
from sync.region.invitations import accept
from sync.region.patience import Patience
from sync.region.problems import come_back_later, problem, response_of
from sync.region.store import RegionStore, find_school
from sync.region.workers import Workers
from sync.registration import (
    REGISTRATION_CAP,
    REGISTRATION_PATH,
    CodeRefusedError,
    Welcome,
    read_registration,
)

if TYPE_CHECKING:
    from sync.region.deposits import SchoolDeposits
    from sync.region.shelf.shelf import PackShelf

_log = logging.getLogger(__name__)

_DATABASE_FAILS: Final = (OperationalError, NoConnectionFreeError)
"""Nothing was acknowledged then: who asks is told to come back."""

CODES_A_MINUTE: Final = 10
"""How many codes one address may show within a minute; guessing one of 80 bits is hopeless all the same."""


def make_app(
    database_url: str,
    *,
    clock: Clock | None = None,
    patience: Patience | None = None,
    engine: Engine | None = None,
    shelf: "PackShelf | None" = None,
    deposits: "SchoolDeposits | None" = None,
    workers: Workers | None = None,
) -> Starlette:
    """The region over a database, whose tables are brought up to date first.

    Args:
        database_url: of SQLAlchemy: `sqlite:///FILE` or `postgresql+psycopg://…`.
        clock: the machine's own by default.
        patience: how much is served at once and how often one device may ask.
        engine: an opened database, instead of opening `database_url`.
        shelf: the packs to serve; none by default.
        deposits: where schools' own sealed lessons are kept; nowhere by default.
        workers: spread what is taken in; without any it is written into its tables before it is acknowledged.

    Raises:
        DatabaseUnusableError: the database cannot be opened.
    """
    clock = clock or SystemClock()
    region = _Region(
        engine or open_database(database_url), clock, patience or Patience(clock), workers, shelf
    )
    return Starlette(
        routes=[
            Route(REGISTRATION_PATH, region.register, methods=["POST"]),
            Route("/schools/{school_id}/exchange", region.endpoint.exchange, methods=["POST"]),
            Route("/status", region.status, methods=["GET"]),
            *_pack_routes(shelf),
            *(region.lesson_routes(deposits) if deposits is not None else ()),
        ],
        exception_handlers={HTTPException: _unknown_place, Exception: _own_fault},
    )


def _pack_routes(shelf: "PackShelf | None") -> list[Route]:
    if shelf is None:
        return []
    from sync.region.shelf.serving import shelf_routes  # late: a region without packs needs no python-tuf

    return shelf_routes(shelf)


class _Region:
    def __init__(
        self,
        engine: Engine,
        clock: Clock,
        patience: Patience,
        workers: Workers | None,
        shelf: "PackShelf | None",
    ) -> None:
        self._shelf = shelf
        self._put_in_inbox = workers.call if workers is not None else None
        self._engine = engine
        self._clock = clock
        self._patience = patience
        self.endpoint = ExchangeEndpoint(self._open, clock, patience, disk_failures=_DATABASE_FAILS)
        self._newcomers = Patience(clock, a_minute=CODES_A_MINUTE)

    async def status(self, _request: Request) -> Response:
        """Whether the region works, as the interoperability guidelines ask."""
        try:
            await run_in_threadpool(self._touch_database)
        except _DATABASE_FAILS:
            return come_back_later(503, 30)
        return problem(200, "ok", "OK")

    def _touch_database(self) -> None:
        with self._engine.begin() as connection:
            connection.execute(text("SELECT 1"))

    async def register(self, request: Request) -> Response:
        """Registers a school that shows a code of this region."""
        host = request.client.host if request.client else ""
        try:
            self._newcomers.count("", host.encode())
            body = await _short_body(request, REGISTRATION_CAP)
            registration = read_registration(body)
            await run_in_threadpool(accept, self._engine, registration, now_ms=self._clock.now_ms())
        except ClientDisconnect:
            return Response(status_code=400)
        except ScuolaError as error:
            return _refusal(error)
        except _DATABASE_FAILS:
            _log.exception("the database failed")
            return come_back_later(503, self._patience.busy_seconds())
        welcome = Welcome(1, await run_in_threadpool(self._pack_root))
        return Response(msgspec.msgpack.encode(welcome), status_code=201, media_type=MESSAGE_TYPE)

    def _pack_root(self) -> bytes:
        # The first: every laptop of the region begins with the same one, and is led on from there.
        first = self._shelf.files.folder / "1.root.json" if self._shelf is not None else None
        return first.read_bytes() if first is not None and first.exists() else b""

    def lesson_routes(self, deposits: "SchoolDeposits") -> list[Route]:
        """Where schools' own sealed lessons are brought and fetched."""
        from sync.packs.school.taking import PieceKeeper  # late, as the shelf

        return PieceKeeper(self._gate, deposits.store, self._patience).routes()

    def _gate(self, school_id: str) -> RegionStore | None:
        school = find_school(self._engine, school_id)
        return RegionStore(self._engine, school, self._clock) if school is not None else None

    def _open(self, school_id: str) -> ExchangeServer | None:
        school = find_school(self._engine, school_id)
        if school is None:
            return None
        store = RegionStore(self._engine, school, self._clock, put_in_inbox=self._put_in_inbox)
        path = exchange_path(school_id)

        def let_in(hello: Hello) -> None:
            admit(hello, method="POST", path=path, gate=store)
            self._patience.count(school_id, hello.device)

        return ExchangeServer(store, let_in)


async def _short_body(request: Request, cap: int) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > cap:
            raise BadMessageError("too long")
    return bytes(body)


def _refusal(error: ScuolaError) -> Response:
    if isinstance(error, CodeRefusedError):
        return problem(403, "code-refused", error.message)
    return response_of(refusal_of(error))


async def _unknown_place(_request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    return problem(status, "no-such-place", "Qui non c'è nulla")


async def _own_fault(_request: Request, _error: Exception) -> Response:
    return problem(500, "own-fault", "La regione ha un guasto")
