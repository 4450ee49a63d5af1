"""Relays on the loopback, between a client and its server: one that counts, one that is slow, one that falls."""

import socket
import struct
import time
from abc import ABC, abstractmethod
from contextlib import suppress
from queue import SimpleQueue
from threading import Lock, Thread
from urllib.parse import urlsplit


class Relay(ABC):
    """Accepts connections for a server; what becomes of the bytes each way is up to `carry_up` and `carry_down`.

    Attributes:
        url: where to connect instead.
    """

    def __init__(self, server_url: str) -> None:
        parts = urlsplit(server_url)
        self._server = (parts.hostname, parts.port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"{parts.scheme}://127.0.0.1:{self._listener.getsockname()[1]}{parts.path}"
        Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Takes no more connections."""
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            server = socket.create_connection(self._server)
            self.joined(client, server)
            Thread(target=self.carry_up, args=(client, server), daemon=True).start()
            Thread(target=self.carry_down, args=(server, client), daemon=True).start()

    def joined(self, client: socket.socket, server: socket.socket) -> None:  # noqa: B027 (most have nothing to do then)
        """A client connected, and the server was reached for it."""

    @abstractmethod
    def carry_up(self, client: socket.socket, server: socket.socket) -> None:
        """Carries what a client says until it ends; in a thread of its own."""

    @abstractmethod
    def carry_down(self, server: socket.socket, client: socket.socket) -> None:
        """Carries what the server says until it ends; in a thread of its own."""


class CountingProxy(Relay):
    """Counts the bytes of a TCP conversation each way, headers and all.

    Attributes:
        up, down: bytes so far.
    """

    def __init__(self, server_url: str) -> None:
        self._lock = Lock()
        self.up = self.down = 0
        super().__init__(server_url)

    def restart(self) -> None:
        """Counts from nothing again."""
        with self._lock:
            self.up = self.down = 0

    def carry_up(self, client: socket.socket, server: socket.socket) -> None:
        """Counts what goes up."""
        self._carry(client, server, upwards=True)

    def carry_down(self, server: socket.socket, client: socket.socket) -> None:
        """Counts what comes down."""
        self._carry(server, client, upwards=False)

    def _carry(self, source: socket.socket, sink: socket.socket, *, upwards: bool) -> None:
        try:
            while data := source.recv(1 << 16):
                with self._lock:
                    self.up += len(data) if upwards else 0
                    self.down += 0 if upwards else len(data)
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            source.close()


class SlowProxy(Relay):
    """Behaves like a long thin line: a rate, and a round trip for the handshake too.

    Args:
        server_url: where it leads.
        bits: a second, each way.
        round_trip: seconds.
    """

    def __init__(self, server_url: str, *, bits: int, round_trip: float) -> None:
        self._bits, self._round_trip = bits, round_trip
        super().__init__(server_url)

    def carry_up(self, client: socket.socket, server: socket.socket) -> None:
        """Whoever connects could send only after the handshake: its round trip is paid with the first bytes up."""
        self._carry(client, server, self._round_trip)

    def carry_down(self, server: socket.socket, client: socket.socket) -> None:
        """As slowly."""
        self._carry(server, client, 0.0)

    def _carry(self, source: socket.socket, sink: socket.socket, handshake: float) -> None:
        due: SimpleQueue[tuple[float, bytes]] = SimpleQueue()
        Thread(target=_deliver, args=(due, sink), daemon=True).start()
        free = time.monotonic() + handshake
        try:
            while data := source.recv(1 << 12):
                free = max(free, time.monotonic()) + len(data) * 8 / self._bits
                due.put((free + self._round_trip / 2, data))
        except OSError:
            source.close()
        due.put((0.0, b""))


def _deliver(due: "SimpleQueue[tuple[float, bytes]]", sink: socket.socket) -> None:
    while True:
        moment, data = due.get()
        if not data:
            break
        time.sleep(max(0.0, moment - time.monotonic()))
        try:
            sink.sendall(data)
        except OSError:
            return
    with suppress(OSError):
        sink.shutdown(socket.SHUT_WR)


class CutLine(Relay):
    """Relays at so many bytes a second, and breaks every connection after each `cut_every` bytes down.

    Attributes:
        down: bytes let through to the client, headers and all.
        cuts: how often it fell.
    """

    def __init__(self, server_url: str, *, rate: float, cut_every: int) -> None:
        self._rate = rate
        self._cut_every = cut_every
        self._left = cut_every
        self._lock = Lock()
        self._open: set[socket.socket] = set()
        self.down = self.cuts = 0
        super().__init__(server_url)

    def joined(self, client: socket.socket, server: socket.socket) -> None:
        """Remembers whom to cut off."""
        with self._lock:
            self._open |= {client, server}

    def carry_up(self, client: socket.socket, server: socket.socket) -> None:
        """What goes up is little: it is neither slow nor counted."""
        try:
            while data := client.recv(1 << 14):
                server.sendall(data)
        except OSError:
            server.close()

    def carry_down(self, server: socket.socket, client: socket.socket) -> None:
        """Slowly, and until the line falls."""
        try:
            while data := server.recv(1 << 13):
                with self._lock:
                    time.sleep(len(data) / self._rate)
                    client.sendall(data)
                    self.down += len(data)
                    self._left -= len(data)
                    if self._left <= 0:
                        self._cut()
            client.shutdown(socket.SHUT_WR)
        except OSError:
            client.close()

    def _cut(self) -> None:
        """Breaks every connection at once, as when the modem loses its carrier."""
        self._left = self._cut_every
        self.cuts += 1
        for each in self._open:
            try:
                each.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                each.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue
        self._open.clear()
