"""A place at the other end of a line: a region, a mirror, a hub; GET with ranges over kept connections."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from scuola_digitale.words import say
from sync.errors import RegionAddressError, RegionAnswersRubbishError, RegionBrokenError, RegionBusyError
from sync.http_carrier import CONNECT_SECONDS, STILL_SECONDS
from sync.http_failures import as_ours, checked_url, is_this_machine
from sync.packs.errors import NotHereError

if TYPE_CHECKING:
    import ssl

    import httpx

CONNECTIONS: Final = 4
"""Small blobs wait for an answer longer than for their bytes; more at once would only starve the rest of the house."""

_BUSY: Final = frozenset({429, 503})


class HttpPlace:
    """Packs at `url` (a region's is `https://…/packs`); any thread may read.

    Args:
        url: where `metadata` and `blobs` are.
        name: how people know it.
        is_near: whether its bytes cost nobody's line, as on the LAN.
        transport: for tests, instead of the network.
        trust: own certificate authorities, or a pinned one; the system's by default.
        still_seconds: how long nothing may move.

    Raises:
        RegionAddressError: `url` is no address.
    """

    def __init__(
        self,
        url: str,
        name: str = "",
        *,
        is_near: bool = False,
        transport: "httpx.BaseTransport | None" = None,
        trust: "ssl.SSLContext | None" = None,
        still_seconds: float = STILL_SECONDS,
    ) -> None:
        import httpx  # late: 60 ms that the window's start does not pay

        self.name = name or say("la regione")
        self.is_near = is_near
        self._url = checked_url(url)
        try:
            base_url = httpx.URL(self._url)
        except httpx.InvalidURL as error:
            raise RegionAddressError(url) from error
        self._client = httpx.Client(
            base_url=base_url,
            transport=transport,
            verify=trust if trust is not None else self._url.startswith("https:"),
            trust_env=not is_this_machine(self._url),
            timeout=httpx.Timeout(still_seconds, connect=CONNECT_SECONDS, pool=None),
            follow_redirects=False,
            limits=httpx.Limits(max_connections=CONNECTIONS, keepalive_expiry=600),
        )
        self._client.headers.clear()  # every default header would travel with every request

    def close(self) -> None:
        """Lets go of the connections."""
        self._client.close()

    @contextmanager
    def read(self, path: str, start: int = 0) -> Iterator[Iterator[bytes]]:
        """The bytes of a file from `start` on, as they come.

        Raises:
            NotHereError: there is no such file there, or it ends before `start`.
            SyncError: the line or what is at its end failed.
        """
        import httpx

        headers = {"Range": f"bytes={start}-"} if start else {}
        try:
            with self._client.stream("GET", path, headers=headers) as response:
                yield self._pieces(response, path, start)
        except httpx.TransportError as error:
            raise as_ours(error, self._url) from error

    def _pieces(self, response: "httpx.Response", path: str, start: int) -> Iterator[bytes]:
        status = response.status_code
        if status in {404, 403, 410, 416}:
            raise NotHereError(self.name, path)
        if status in _BUSY:
            wait = response.headers.get("retry-after", "")
            raise RegionBusyError(float(wait) if wait.isdigit() else 5.0)
        if status >= 500:
            raise RegionBrokenError
        if status == 206 and response.headers.get("content-range", "").startswith(f"bytes {start}-"):
            return self._drawn(response, 0)
        if status != 200 or response.headers.get("content-type", "").startswith("text/html"):
            raise RegionAnswersRubbishError
        return self._drawn(response, start)  # a server without ranges sends the beginning again

    def _drawn(self, response: "httpx.Response", skip: int) -> Iterator[bytes]:
        import httpx

        try:
            for piece in response.iter_raw():
                if skip < len(piece):
                    yield piece[skip:]
                skip = max(0, skip - len(piece))
        except httpx.TransportError as error:
            raise as_ours(error, self._url) from error
