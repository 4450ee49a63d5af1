"""Workers that spread what waits in the inbox: processes beside the one that answers, so that answering goes first.

A worker (`python -m sync.region.workers`) reads the database's address from its standard input, since a password
has no place among a process's arguments; after that every line calls it, and the end of the input ends it.
"""

import gc
import logging
import os
import subprocess
import sys
from contextlib import suppress
from threading import Event, Thread
from typing import IO, Final

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from sync.region.database import open_database, writing
from sync.region.inbox import spread_some

_log = logging.getLogger(__name__)

AT_ONCE: Final = 32
"""Entries of the inbox in one transaction; of a segment of 1,000 facts each, 32,000 facts."""

_LOOK_SECONDS: Final = 1.0
"""How often a worker looks that nobody called: another process may have taken something in."""

_AGAIN_SECONDS: Final = 5.0
_NICE: Final = 5


class Workers:
    """Processes that spread; any number of them, beside any number of regions over one database.

    Args:
        engine: the region's database.
        count: how many.
    """

    def __init__(self, engine: Engine, count: int) -> None:
        self._address = engine.url.render_as_string(hide_password=False)
        self._count = count
        self._running: list[subprocess.Popen[bytes]] = []

    def start(self) -> None:
        """Begins."""
        command = [sys.executable, "-m", __name__]
        for _ in range(self._count):
            worker = subprocess.Popen(command, stdin=subprocess.PIPE)
            self._running.append(worker)
            self._tell(worker, self._address)
            if worker.stdin is not None and os.name == "posix":
                # A worker that is busy reads no calls: it looks by itself when it is done.
                os.set_blocking(worker.stdin.fileno(), False)

    def call(self) -> None:
        """Something was put into the inbox."""
        for worker in self._running:
            self._tell(worker, "")

    def stop(self) -> None:
        """Ends them, each after what it is at; what waits stays where it is."""
        for worker in self._running:
            if worker.stdin is not None:
                with suppress(OSError):
                    worker.stdin.close()
        for worker in self._running:
            worker.wait()
        self._running.clear()

    @staticmethod
    def _tell(worker: "subprocess.Popen[bytes]", words: str) -> None:
        if worker.stdin is not None:
            with suppress(OSError):
                worker.stdin.write(words.encode() + b"\n")
                worker.stdin.flush()


def drain(engine: Engine, *, until: Event | None = None) -> int:
    """Spreads until nothing waits that could be had; how many entries it were."""
    spread = 0
    while until is None or not until.is_set():
        with writing(engine).begin() as connection:
            some = spread_some(connection, AT_ONCE)
        if not some:
            break
        spread += some
    return spread


def work(engine: Engine, calls: IO[bytes]) -> None:
    """Spreads whenever a line of `calls` comes, and now and then, until they end."""
    called, ended = Event(), Event()

    def listen() -> None:
        for _ in calls:
            called.set()
        ended.set()
        called.set()

    Thread(target=listen, name="calls", daemon=True).start()
    while not ended.is_set():
        called.clear()
        try:
            drain(engine, until=ended)
        except OperationalError:
            _log.exception("the inbox could not be spread")
            ended.wait(_AGAIN_SECONDS)
        if not ended.is_set():
            called.wait(_LOOK_SECONDS)


def keep_in_memory() -> None:
    """What is in memory now stays there: with every thousand facts the collector would walk over all of it.

    That is a quarter of what taking in a segment costs.
    """
    gc.collect()
    gc.freeze()


def main() -> None:
    """A worker, from its first line to its last."""
    if hasattr(os, "nice"):
        os.nice(_NICE)
    engine = open_database(sys.stdin.buffer.readline().decode().strip())
    keep_in_memory()
    try:
        work(engine, sys.stdin.buffer)
    except KeyboardInterrupt:  # Ctrl+C reaches every process of a terminal; the region says good-bye
        pass
    finally:
        engine.dispose()


if __name__ == "__main__":
    main()
