"""The line: HTTP/1.1 with keep-alive, few and short headers, time-outs on progress and not on the total."""

import errno
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from sync.errors import (
    LineDownError,
    LineStuckError,
    RegionAddressError,
    RegionAnswersRubbishError,
    RegionUnknownError,
    SyncError,
)
from sync.line import Answer

if TYPE_CHECKING:
    import ssl

    import httpx

CONNECT_SECONDS: Final = 20.0
STILL_SECONDS: Final = 45.0
"""How long nothing at all may move; a line of 64 kbit/s with 20 % loss moves something well within it."""

_NAME_TRIES_AGAIN: Final = socket.EAI_AGAIN
_NO_ROUTE: Final = frozenset({errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTUNREACH})


class HttpLine:
    """A kept connection to a region (or a hub); one thread at a time.

    Args:
        region_url: `https://host[:port]`; a path before `/schools` is kept.
        transport: for tests, instead of the network.
        trust: own certificate authorities; the system's by default.
        still_seconds: how long nothing may move.
    """

    def __init__(
        self,
        region_url: str,
        *,
        transport: "httpx.BaseTransport | None" = None,
        trust: "ssl.SSLContext | None" = None,
        still_seconds: float = STILL_SECONDS,
    ) -> None:
        import httpx  # late: 60 ms that the window's start does not pay

        self._url = _checked_url(region_url)
        self._socket: socket.socket | None = None
        try:
            base_url = httpx.URL(self._url)
        except httpx.InvalidURL as error:
            raise RegionAddressError(region_url) from error
        self._client = httpx.Client(
            base_url=base_url,
            transport=transport,
            # Without TLS no certificates are loaded: that alone costs an old laptop a tenth of a second.
            verify=trust if trust is not None else self._url.startswith("https:"),
            # The system's proxies and authorities are honoured, but nobody reaches this very machine through them.
            trust_env=not _is_this_machine(self._url),
            timeout=httpx.Timeout(still_seconds, connect=CONNECT_SECONDS),
            follow_redirects=False,
            limits=httpx.Limits(max_connections=1, keepalive_expiry=600),
        )
        self._client.headers.clear()  # every default header would travel with every request

    @contextmanager
    def post(self, path: str, content: Iterator[bytes], length: int) -> Iterator[Answer]:
        """Sends a body and hands out the answer as it comes.

        Raises:
            RegionUnknownError: no server of that name, or nothing listens there.
            LineDownError: no line, or it dropped.
            LineStuckError: nothing moved for too long.
            RegionAnswersRubbishError: what answers speaks no HTTP, or with another's certificate.
        """
        import httpx

        headers = {"Content-Length": str(length)}
        extensions = {"trace": self._watch}
        try:
            with self._client.stream(
                "POST", path, content=content, headers=headers, extensions=extensions
            ) as response:
                yield Answer(
                    status=response.status_code,
                    headers=_lower(response.headers),
                    chunks=self._chunks(response),
                )
        except httpx.TransportError as error:
            raise self._as_ours(error) from error

    def close(self) -> None:
        """Lets go of the connection."""
        self._client.close()

    def interrupt(self) -> None:
        """Ends what goes on at once, from another thread; who waits is told that the line dropped."""
        if self._socket is not None:
            with suppress(OSError):  # it may be closed already
                self._socket.shutdown(socket.SHUT_RDWR)

    def _watch(self, event: str, info: Mapping[str, Any]) -> None:
        """Remembers the socket: closing a connection does not wake a thread that waits on it, shutting it down does."""
        if event in {"connection.connect_tcp.complete", "connection.start_tls.complete"}:
            self._socket = info["return_value"].get_extra_info("socket")

    def _chunks(self, response: "httpx.Response") -> Iterator[bytes]:
        import httpx

        try:
            yield from response.iter_raw()
        except httpx.TransportError as error:
            raise self._as_ours(error) from error

    def _as_ours(self, error: "httpx.TransportError") -> SyncError:
        import httpx

        if isinstance(error, httpx.ConnectError):
            return self._why_unconnected(error)
        if isinstance(error, httpx.TimeoutException):
            return LineStuckError()
        if isinstance(error, httpx.ProtocolError) and not _was_cut(error):
            return RegionAnswersRubbishError()
        return LineDownError()

    def _why_unconnected(self, error: BaseException) -> SyncError:
        """Offline, wrong name, closed port and a foreign certificate all arrive as one error: told apart by cause."""
        import ssl

        for cause in _causes(error):
            if isinstance(cause, ssl.SSLError):
                return RegionAnswersRubbishError()
            if isinstance(cause, socket.gaierror):
                return LineDownError() if cause.errno == _NAME_TRIES_AGAIN else RegionUnknownError(self._url)
            if isinstance(cause, OSError) and cause.errno in _NO_ROUTE:
                return LineDownError()
        return RegionUnknownError(self._url)


def _checked_url(region_url: str) -> str:
    """The address without a slash at its end.

    Raises:
        RegionAddressError: it is no http(s) address.
    """
    try:
        parts = urlsplit(region_url)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable or any(character.isspace() for character in region_url):
        raise RegionAddressError(region_url)
    return region_url.rstrip("/")


def _is_this_machine(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    return host in {"localhost", "::1"} or host.startswith("127.")


def _lower(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def _was_cut(error: BaseException) -> bool:
    """Whether a protocol error is a connection that ended early rather than a foreign tongue."""
    words = str(error)
    return "disconnected" in words or "peer closed" in words or "incomplete" in words


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
