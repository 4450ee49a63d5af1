"""What benchmarks share: CPU time in quiet moments, bytes counted on a real socket, one JSON object to print."""

import argparse
import gc
import json
import math
import socket
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any
from urllib.parse import urlsplit


def cpu_seconds(work: Callable[[], object]) -> float:
    """The CPU seconds this process spends on some work, without pauses of the garbage collector."""
    gc.collect()
    gc.disable()
    try:
        began = time.process_time()
        work()
        return time.process_time() - began
    finally:
        gc.enable()


def best_of(times: int, measure: Callable[[], float]) -> float:
    """The least of several measures: other programs only ever add to it."""
    return min(measure() for _ in range(times))


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of a hundred do not pass (the nearest rank); 0 of none."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * share / 100) - 1)] if ordered else 0.0


def print_figures(name: str, figures: Mapping[str, Any]) -> None:
    """Prints the figures for people or, with `--json`, as one JSON object on the last line."""
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{name}")
    parser.add_argument("--json", action="store_true", help="one JSON object on the last line")
    if parser.parse_args().json:
        sys.stdout.write(json.dumps(figures) + "\n")
        return
    for key, value in figures.items():
        sys.stdout.write(f"{key:32} {value}\n")


class CountingProxy:
    """A relay on the loopback that counts the bytes of a TCP conversation each way, headers and all.

    Attributes:
        url: where to connect instead.
        up, down: bytes so far.
    """

    def __init__(self, server_url: str) -> None:
        parts = urlsplit(server_url)
        self._server = (parts.hostname, parts.port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._lock = Lock()
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.up = self.down = 0
        Thread(target=self._accept, daemon=True).start()

    def restart(self) -> None:
        """Counts from nothing again."""
        with self._lock:
            self.up = self.down = 0

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
            Thread(target=self._relay, args=(client, server, True), daemon=True).start()
            Thread(target=self._relay, args=(server, client, False), daemon=True).start()

    def _relay(self, source: socket.socket, sink: socket.socket, upwards: bool) -> None:
        try:
            while data := source.recv(1 << 16):
                with self._lock:
                    self.up += len(data) if upwards else 0
                    self.down += 0 if upwards else len(data)
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            source.close()


class SlowProxy:
    """A relay on the loopback that behaves like a long thin line: a rate, and a round trip for the handshake too.

    Args:
        server_url: where it leads.
        bits: a second, each way.
        round_trip: seconds.

    Attributes:
        url: where to connect instead.
    """

    def __init__(self, server_url: str, *, bits: int, round_trip: float) -> None:
        parts = urlsplit(server_url)
        self._server = (parts.hostname, parts.port)
        self._bits, self._round_trip = bits, round_trip
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
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
            # Whoever connects could send only after the handshake: its round trip is paid with the first bytes up.
            Thread(target=self._relay, args=(client, server, self._round_trip), daemon=True).start()
            Thread(target=self._relay, args=(server, client, 0.0), daemon=True).start()

    def _relay(self, source: socket.socket, sink: socket.socket, handshake: float) -> None:
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
