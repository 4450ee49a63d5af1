"""What httpx and the system say of a line, turned into the house's own errors."""

import errno
import socket
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from sync.errors import (
    AuthorityUnknownError,
    LineDownError,
    LineStuckError,
    ProxyRefusedError,
    RegionAddressError,
    RegionAnswersRubbishError,
    RegionUnknownError,
    SyncError,
)

if TYPE_CHECKING:
    import httpx

_NAME_TRIES_AGAIN: Final = socket.EAI_AGAIN
_UNKNOWN_AUTHORITY: Final = frozenset({18, 19, 20, 21})
"""OpenSSL's words for a chain that ends at nobody known: self-signed, alone or at its top, or without its issuer."""

_NO_ROUTE: Final = frozenset({errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTUNREACH})


def as_ours(error: "httpx.TransportError", url: str, *, direct: bool = False) -> SyncError:
    """What a failure of httpx at this address means, as one of ours; `direct` where no proxy was asked."""
    import httpx

    if isinstance(error, httpx.ProxyError):
        return ProxyRefusedError()
    if isinstance(error, httpx.ConnectError):
        return _why_unconnected(error, url, proxied=not direct and has_proxy(url))
    if isinstance(error, httpx.TimeoutException):
        return LineStuckError()
    if isinstance(error, httpx.ProtocolError) and not _was_cut(error):
        return RegionAnswersRubbishError()
    return LineDownError()


def _why_unconnected(error: BaseException, url: str, *, proxied: bool) -> SyncError:
    """Offline, wrong name, closed port and a foreign certificate all arrive as one error: told apart by cause."""
    import ssl

    not_found = ProxyRefusedError() if proxied else RegionUnknownError(url)
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLError):
            unknown = getattr(cause, "verify_code", 0) in _UNKNOWN_AUTHORITY
            return AuthorityUnknownError() if unknown else RegionAnswersRubbishError()
        if isinstance(cause, socket.gaierror):
            return LineDownError() if cause.errno == _NAME_TRIES_AGAIN else not_found
        if isinstance(cause, OSError) and cause.errno in _NO_ROUTE:
            return LineDownError()
    return not_found


def has_proxy(url: str) -> bool:
    """Whether this machine is told to reach an address through a proxy."""
    from urllib.request import getproxies, proxy_bypass  # late: only a failure asks

    parts = urlsplit(url)
    proxies = getproxies()
    told = proxies.get(parts.scheme) or proxies.get("all")
    return bool(told) and not is_this_machine(url) and not proxy_bypass(parts.hostname or "")


def checked_url(region_url: str) -> str:
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


def is_this_machine(url: str) -> bool:
    """Whether an address is of this very machine, where no proxy stands between."""
    host = urlsplit(url).hostname or ""
    return host in {"localhost", "::1"} or host.startswith("127.")


def _was_cut(error: BaseException) -> bool:
    """Whether a protocol error is a connection that ended early rather than a foreign tongue."""
    words = str(error)
    return "disconnected" in words or "peer closed" in words or "incomplete" in words


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
