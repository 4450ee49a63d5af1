"""A lock between processes that dies with its holder, so nobody ever clears one by hand."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PAUSE = 0.05
"""Seconds between two attempts; no system waits for a lock with a limit."""

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def try_lock(path: Path, wait: float = 0) -> Iterator[bool]:
    """Holds the lock file `path` for the block; yields whether it could be had within `wait` seconds."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        yield _taken(descriptor, time.monotonic() + wait)
    finally:
        os.close(descriptor)  # which gives the lock back


def _taken(descriptor: int, until: float) -> bool:
    while True:
        try:
            _take(descriptor)
        except OSError:
            if time.monotonic() >= until:
                return False
            time.sleep(_PAUSE)
        else:
            return True
