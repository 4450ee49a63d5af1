"""A server on a real socket that says one thing to whoever connects, and may then hold the line."""

import socket
from threading import Event, Thread


class OneAnswer:
    """Answers each connection with the same bytes, then closes it; with `hold`, never closes.

    Attributes:
        url: where it listens.
        asked: set once somebody has connected and sent something.
    """

    def __init__(self, answer: bytes, *, hold: bool = False) -> None:
        self._answer = answer
        self._hold = hold
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._connections: list[socket.socket] = []
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.asked = Event()
        self._thread = Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Takes no more connections, and ends those that were held."""
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()
        for connection in self._connections:
            connection.close()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            connection.recv(1 << 16)
            self.asked.set()
            connection.sendall(self._answer)
            if self._hold:
                self._connections.append(connection)
            else:
                connection.close()
