"""The line: HTTP/1.1 with keep-alive, few and short headers, time-outs on progress and not on the total."""

import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final

from sync.errors import LineDownError, RegionAddressError, SyncError
from sync.http_failures import as_ours, checked_url, is_this_machine
from sync.line import Answer

if TYPE_CHECKING:
    import ssl

    import httpx

CONNECT_SECONDS: Final = 20.0
STILL_SECONDS: Final = 45.0
"""How long nothing at all may move; a line of 64 kbit/s with 20 % loss moves something well within it."""


class HttpLine:
    """A kept connection to a region (or a hub); one thread at a time.

    Args:
        region_url: `https://host[:port]`; a path before `/schools` is kept.
        transport: for tests, instead of the network.
        trust: own certificate authorities; the system's by default.
        still_seconds: how long nothing may move.
        check: looks at the certificate (DER) that a server showed, before anything is sent; raises to send nothing.
        direct: past the system's proxies, as to a laptop in the same building.
    """

    def __init__(
        self,
        region_url: str,
        *,
        transport: "httpx.BaseTransport | None" = None,
        trust: "ssl.SSLContext | None" = None,
        still_seconds: float = STILL_SECONDS,
        check: Callable[[bytes], None] | None = None,
        direct: bool = False,
    ) -> None:
        import httpx  # late: 60 ms that the window's start does not pay

        self._url = checked_url(region_url)
        self._check = check
        self._direct = direct
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
            trust_env=not direct and not is_this_machine(self._url),
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
            raise as_ours(error, self._url, direct=self._direct) from error

    def look(self, path: str) -> Mapping[str, str]:
        """The headers that a place answers with, in lower case; raises as `post`, and LineDownError for a refusal."""
        import httpx

        try:
            response = self._client.get(path, extensions={"trace": self._watch})
        except httpx.TransportError as error:
            raise as_ours(error, self._url, direct=self._direct) from error
        if response.status_code >= 400:
            raise LineDownError
        return _lower(response.headers)

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
        if event.endswith("start_tls.complete") and self._check is not None:
            self._look_at(info["return_value"])

    def _look_at(self, stream: Any) -> None:
        certificate = stream.get_extra_info("ssl_object").getpeercert(
            True
        )  # by place: OpenSSL's own object knows no names
        try:
            if self._check is not None:
                self._check(certificate)
        except SyncError:
            stream.close()
            raise

    def _chunks(self, response: "httpx.Response") -> Iterator[bytes]:
        import httpx

        try:
            yield from response.iter_raw()
        except httpx.TransportError as error:
            raise as_ours(error, self._url, direct=self._direct) from error


def _lower(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}
