"""Serving as a hub, for real: on a port of this laptop, announced to the network."""

import socket
import ssl
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final, Protocol

from scuola_digitale.clock import Clock, SystemClock
from scuola_digitale.format.signing import sign
from scuola_digitale.storage.laptop_replica import LaptopReplica
from sync.hub.app import make_hub_app
from sync.hub.certificate import make_certificate
from sync.region.serving import listen_on, server_of
from sync.syncer import DeviceIdentity

if TYPE_CHECKING:
    from sync.hub.finding import Announcement
    from sync.packs.places import Place
    from sync.packs.school.store import SealedStore

PORT: Final = 8779


class HubSchool(Protocol):
    """What a hub needs of a school's memory on this laptop; `School` in storage is one."""

    @property
    def school_id(self) -> bytes:
        """The school's 16-byte id."""
        ...

    @property
    def replica(self) -> LaptopReplica:
        """Its facts."""
        ...

    @property
    def identity(self) -> DeviceIdentity:
        """Who this laptop is."""
        ...


class Hub:
    """A hub over a laptop's memory, in a thread of this program.

    Args:
        school: the memory.
        host: the address to listen on; every one of this machine by default.
        port: 0 for any free one.
        changed: called, in some thread, after facts arrived.
        packs: what it passes on of packs; nothing by default.
        lessons: where it keeps what is sealed of the school's own packs; nowhere by default.
    """

    def __init__(
        self,
        school: HubSchool,
        *,
        host: str = "0.0.0.0",  # noqa: S104 - a hub is there for the whole network; who is let in the root decides
        port: int = PORT,
        clock: Clock | None = None,
        changed: Callable[[], None] = lambda: None,
        packs: "Place | None" = None,
        lessons: "SealedStore | None" = None,
    ) -> None:
        self._school = school
        self._host = host
        self._clock = clock or SystemClock()
        self._listener = listen_on(host, port)
        self.port: int = self._listener.getsockname()[1]
        app = make_hub_app(
            school.replica, school.school_id.hex(), self._clock, changed=changed, packs=packs, lessons=lessons
        )
        identity = school.identity
        certificate, key = make_certificate(identity.device, partial(sign, identity.device_seed))
        self._server = server_of(app, tls=_tls(certificate, key))
        self._announcement: Announcement | None = None
        self._thread = Thread(
            target=self._server.run, kwargs={"sockets": [self._listener]}, name="hub", daemon=True
        )

    def start(self) -> None:
        """Begins to serve."""
        self._thread.start()

    def announce(self) -> None:
        """Tells the network, so that the others find it by themselves."""
        from sync.hub.finding import Announcement

        addresses = [self._host] if self._host != "0.0.0.0" else own_addresses()  # noqa: S104 - compared only
        if addresses:
            identity = self._school.identity
            self._announcement = Announcement(
                self._school.school_id.hex(), identity.device, addresses, self.port
            )

    def wait(self) -> None:
        """Serves until it is stopped or interrupted."""
        while self._thread.is_alive():
            self._thread.join(1.0)

    def stop(self) -> None:
        """Stops serving; what was taken in stays."""
        if self._announcement is not None:
            self._announcement.close()
        self._server.should_exit = True
        if self._thread.is_alive():
            self._thread.join()
        self._listener.close()


def own_addresses() -> list[str]:
    """This machine's addresses on its networks, not the one that leads to itself."""
    import psutil  # late: only a hub asks

    found = (one for some in psutil.net_if_addrs().values() for one in some)
    return [
        one.address for one in found if one.family == socket.AF_INET and not one.address.startswith("127.")
    ]


def _tls(certificate: bytes, key: bytes) -> ssl.SSLContext:
    """OpenSSL reads files only, so they exist for a moment, for this account alone."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.TemporaryDirectory() as folder:
        paths = Path(folder) / "certificate.pem", Path(folder) / "key.pem"
        for path, content in zip(paths, (certificate, key), strict=True):
            path.touch(0o600)
            path.write_bytes(content)
        context.load_cert_chain(*paths)
    return context
