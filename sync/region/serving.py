"""Serving the region: for real by `serve`, and inside another program for the demo and for tests."""

import errno
import socket
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Engine

from scuola_digitale.clock import Clock, SystemClock
from scuola_digitale.errors import ScuolaError
from scuola_digitale.format.signing import id_of
from sync.region.app import make_app
from sync.region.database import open_database
from sync.region.invitations import invite
from sync.region.patience import Patience
from sync.region.store import RegionStore, add_school, find_school
from sync.region.workers import Workers, drain, keep_in_memory

if TYPE_CHECKING:
    import ssl

    import uvicorn

    from sync.region.deposits import SchoolDeposits
    from sync.region.shelf.shelf import PackShelf

_BACKLOG: Final = 256
_KEEP_ALIVE_SECONDS: Final = 75
_GRACE_SECONDS: Final = 3


class PortTakenError(ScuolaError):
    """Another program listens on the port, or it may not be opened."""

    def __init__(self, port: int) -> None:
        super().__init__(
            f"La porta {port} è già usata, o non si può aprire.",
            remedy="Scegline un'altra, per esempio con --port 8765.",
        )


class HostUnusableError(ScuolaError):
    """The address to listen on is none of this machine's."""

    def __init__(self, host: str) -> None:
        super().__init__(
            f"«{host}» non è un indirizzo di questo computer.",
            remedy="Per provare usa 127.0.0.1; per farti raggiungere dalla rete, 0.0.0.0.",
        )


class SchoolIdMismatchError(ScuolaError):
    """A school's pseudonym does not follow from its root's key: one of the two was typed wrong."""

    def __init__(self, school_id: str) -> None:
        super().__init__(
            f"Lo pseudonimo «{school_id}» e la chiave non vanno insieme.",
            remedy="Ricopiali tutti e due dalla scuola: lo pseudonimo si ricava dalla chiave.",
        )


def serve(
    database_url: str,
    port: int,
    *,
    host: str = "127.0.0.1",
    listening: Callable[[str], None] | None = None,
    shelf: "PackShelf | None" = None,
    deposits: "SchoolDeposits | None" = None,
    workers: int = 0,
) -> None:
    """Serves the region until it is interrupted; `listening` hears the address once it can be reached.

    Where there is a `shelf` its packs are served as well; where there are `deposits`, schools' own sealed lessons
    are kept. `workers` spread what was taken in beside the requests, over an inbox; with none there is no inbox.

    Raises:
        DatabaseUnusableError: the database cannot be opened.
        PortTakenError, HostUnusableError: nothing can listen there.
    """
    engine = open_database(database_url)
    # uvicorn ends its work first and hands the interruption on, which is how this is meant to end.
    with suppress(KeyboardInterrupt), ExitStack() as ending:
        ending.callback(engine.dispose)
        listener = ending.enter_context(listen_on(host, port))
        spreading = _spreading(engine, workers, ending)
        app = make_app("", engine=engine, shelf=shelf, deposits=deposits, workers=spreading)
        server = server_of(app)
        # Before anybody is told: an interruption in the middle of tidying up would be lost.
        keep_in_memory()
        if listening is not None:
            listening(f"http://{host}:{port}")
        server.run(sockets=[listener])


def _spreading(engine: Engine, count: int, ending: ExitStack) -> Workers | None:
    """Workers at work; without any, what those of an earlier day left in the inbox is spread now."""
    if not count:
        drain(engine)
        return None
    workers = Workers(engine, count)
    ending.callback(workers.stop)
    workers.start()
    return workers


def register_school(database_url: str, school_id: str, root_public_key: bytes) -> None:
    """Makes a school known to the region: its pseudonym (32 hexadecimal characters) and its root's public key.

    Raises:
        DatabaseUnusableError: the database cannot be opened.
        SchoolIdMismatchError: the pseudonym is not that key's.
        SchoolIdTakenError: it is known with another root.
    """
    if id_of(root_public_key).hex() != school_id:
        raise SchoolIdMismatchError(school_id)
    engine = open_database(database_url)
    try:
        add_school(engine, school_id, root_public_key, now_ms=SystemClock().now_ms())
    finally:
        engine.dispose()


def invite_school(database_url: str) -> str:
    """A code with which one school may register itself within 72 hours; it is told here and kept nowhere.

    Raises:
        DatabaseUnusableError: the database cannot be opened.
    """
    engine = open_database(database_url)
    try:
        return invite(engine, now_ms=SystemClock().now_ms())
    finally:
        engine.dispose()


class EmbeddedRegion:
    """A region in a thread of this program, on 127.0.0.1 and a free port, with its database in a folder."""

    def __init__(
        self,
        folder: Path,
        *,
        clock: Clock | None = None,
        patience: Patience | None = None,
        shelf: "PackShelf | None" = None,
        deposits: "SchoolDeposits | None" = None,
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._engine = open_database(f"sqlite:///{folder / 'region.db'}")
        self._clock = clock or SystemClock()
        self._app = make_app(
            "", clock=self._clock, patience=patience, engine=self._engine, shelf=shelf, deposits=deposits
        )
        self._server: uvicorn.Server | None = None
        self._thread: Thread | None = None

    def register(self, school_id: str, root_public_key: bytes) -> None:
        """Makes a school known, as the region's staff will."""
        add_school(self._engine, school_id, root_public_key, now_ms=self._clock.now_ms())

    def invite(self) -> str:
        """A code for one school, as the region's staff give it out."""
        return invite(self._engine, now_ms=self._clock.now_ms())

    def replica(self, school_id: str) -> RegionStore:
        """What the region holds of a school; raises LookupError for one that is not registered."""
        school = find_school(self._engine, school_id)
        if school is None:
            raise LookupError(school_id)
        return RegionStore(self._engine, school, self._clock)

    def start(self, *, port: int = 0, tls: "ssl.SSLContext | None" = None) -> str:
        """Begins to serve; returns the address. A stopped region may be started again on its old port."""
        listener = listen_on("127.0.0.1", port)
        self._server = server_of(self._app, tls=tls)
        self._thread = Thread(
            target=self._server.run, kwargs={"sockets": [listener]}, name="region", daemon=True
        )
        self._thread.start()
        return f"http{'s' if tls else ''}://127.0.0.1:{listener.getsockname()[1]}"

    def stop(self) -> None:
        """Stops serving and lets go of the database; the folder keeps everything, and it may start again."""
        if self._server is not None and self._thread is not None:
            self._server.should_exit = True
            self._thread.join()
            self._server = self._thread = None
        self._engine.dispose()


def listen_on(host: str, port: int) -> socket.socket:
    """A listening socket: who connects before the server runs waits in its queue.

    Raises:
        PortTakenError, HostUnusableError: nothing can listen there.
    """
    if not host:  # would be every address there is
        raise HostUnusableError(host)
    try:
        return socket.create_server((host, port), backlog=_BACKLOG)
    except OSError as error:
        if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
            raise HostUnusableError(host) from error
        raise PortTakenError(port) from error


def server_of(app: Any, *, tls: "ssl.SSLContext | None" = None) -> "uvicorn.Server":
    """A server of an application, over TLS where a context is given."""
    import uvicorn  # late: only who serves pays for it

    from sync.region.ending_server import EndingServer

    return EndingServer(
        uvicorn.Config(
            app,
            log_config=None,
            access_log=False,  # paths hold pseudonyms only, but nobody needs a second list of them
            lifespan="off",
            # Every byte counts on a line of 64 kbit/s.
            server_header=False,
            date_header=False,
            timeout_keep_alive=_KEEP_ALIVE_SECONDS,
            timeout_graceful_shutdown=_GRACE_SECONDS,
            ssl_context_factory=(lambda _config, _default: tls) if tls is not None else None,
        )
    )
