"""A line between a laptop and a region, over real sockets, that drops where a test wants it to."""

import select
import socket
import struct
from dataclasses import dataclass
from threading import Thread
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Drop:
    """Where the line drops: when so many bytes have gone up or come down and another one wants to; -1 for before any connection stands."""

    up: int | None = None
    down: int | None = None

    @property
    def at_connect(self) -> bool:
        """Whether it drops as soon as somebody connects."""
        return self.up == -1 or self.down == -1


class DroppingLine:
    """Carries bytes to a region and back; each new connection lives under the drop of its time.

    Attributes:
        url: where laptops connect.
        drop: of the connections to come; None for a line that holds.
        up, down: bytes carried so far, over all connections.
    """

    def __init__(self, region_url: str) -> None:
        parts = urlsplit(region_url)
        self._region = (parts.hostname or "", parts.port or 0)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.drop: Drop | None = None
        self.up = self.down = 0
        self._thread = Thread(target=self._serve, name="dropping line", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Takes no more connections; call it when who connected has let go."""
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def _serve(self) -> None:
        while True:
            try:
                laptop, _ = self._listener.accept()
            except OSError:
                return
            drop = self.drop or Drop()
            if drop.at_connect:
                _tear(laptop)
                continue
            with laptop, socket.create_connection(self._region) as region:
                self._carry(laptop, region, drop)

    def _carry(self, laptop: socket.socket, region: socket.socket, drop: Drop) -> None:
        """Until one side has said all, or the line drops; one connection at a time, as a laptop makes them."""
        left = {laptop: drop.up, region: drop.down}
        while True:
            for source in select.select([laptop, region], [], [])[0]:
                content = source.recv(1 << 16)
                if not content:
                    return
                room = left[source]
                part = content if room is None else content[:room]
                self._count(len(part), up=source is laptop)
                (region if source is laptop else laptop).sendall(part)
                if room is not None:
                    left[source] = room - len(part)
                    if len(part) < len(content):
                        _tear(laptop)
                        return

    def _count(self, size: int, *, up: bool) -> None:
        if up:
            self.up += size
        else:
            self.down += size


def _tear(connection: socket.socket) -> None:
    """Ends a connection without a goodbye, as a line that drops does."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()
