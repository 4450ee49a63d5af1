"""A line that is slow and falls all the time: a relay on the loopback that counts what it lets through."""

import socket
import struct
import time
from threading import Lock, Thread
from urllib.parse import urlsplit


class CutLine:
    """Relays to `server_url` at so many bytes a second, and breaks every connection after each `cut_every` bytes.

    Attributes:
        url: where to connect instead.
        down: bytes let through to the client, headers and all.
        cuts: how often it fell.
    """

    def __init__(self, server_url: str, *, rate: float, cut_every: int) -> None:
        parts = urlsplit(server_url)
        self._server = (parts.hostname, parts.port)
        self._rate = rate
        self._cut_every = cut_every
        self._left = cut_every
        self._lock = Lock()
        self._open: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}{parts.path}"
        self.down = self.cuts = 0
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
            with self._lock:
                self._open |= {client, server}
            Thread(target=self._up, args=(client, server), daemon=True).start()
            Thread(target=self._down, args=(server, client), daemon=True).start()

    def _up(self, client: socket.socket, server: socket.socket) -> None:
        try:
            while data := client.recv(1 << 14):
                server.sendall(data)
        except OSError:
            server.close()

    def _down(self, server: socket.socket, client: socket.socket) -> None:
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
