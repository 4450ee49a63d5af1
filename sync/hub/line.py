"""The line to a hub: TLS to a laptop that the school's root admitted, and to nobody else."""

import socket
import ssl
from collections.abc import Callable
from urllib.parse import urlsplit

from sync.http_carrier import HttpLine
from sync.http_failures import checked_url
from sync.hub.certificate import device_behind
from sync.hub.errors import HubGoneError

LOOK_SECONDS = 5.0
"""A laptop in the same building answers within this, or it is not there."""


def open_hub_line(hub_url: str, key_of: Callable[[bytes], bytes | None]) -> HttpLine:
    """Opens the line to a hub, once it is sure who is there.

    Args:
        hub_url: `https://host:port`.
        key_of: the signing key of a device that the school admits now, or None.

    Raises:
        HubGoneError: nobody answers.
        HubUntrustedError: somebody does who is no device of this school.
        RegionAddressError: this is no address.
    """
    return HttpLine(hub_url, trust=hub_trust(hub_url, key_of), direct=True)


def hub_trust(hub_url: str, key_of: Callable[[bytes], bytes | None]) -> ssl.SSLContext:
    """Whom TLS to a hub believes: its own certificate alone, once the school's root stands behind it.

    Raises as `open_hub_line`.
    """
    parts = urlsplit(checked_url(hub_url))
    shown = _shown_certificate(parts.hostname or "", parts.port or 443)
    device_behind(shown.encode(), key_of)
    trust = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    trust.check_hostname = False  # its name is whatever the network calls it: the key says who it is
    trust.load_verify_locations(cadata=shown)
    return trust


def _shown_certificate(host: str, port: int) -> str:
    """What a server shows; asked for without believing it, and nothing is sent."""
    ask = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    ask.check_hostname = False
    ask.verify_mode = ssl.CERT_NONE
    try:
        with (
            socket.create_connection((host, port), timeout=LOOK_SECONDS) as plain,
            ask.wrap_socket(plain, server_hostname=host) as shown,
        ):
            data = shown.getpeercert(binary_form=True)
    except OSError as error:
        raise HubGoneError from error
    if data is None:
        raise HubGoneError
    return ssl.DER_cert_to_PEM_cert(data)
