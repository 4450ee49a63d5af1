"""Keeps the window's memory small: a laptop of 4 GB has other programs, too."""

import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ctypes

_MMAP_THRESHOLD = -3
"""`M_MMAP_THRESHOLD` of glibc's malloc.h."""
_LARGE = 256 * 1024


def keep_what_stands() -> None:
    """Spares what is in use now from every later look for circles: it stays as long as the program.

    What Python imported is nine tenths of all objects; a look through all of them holds the window for
    80 ms and more.
    """
    gc.collect()
    gc.freeze()


def look_through_all() -> None:
    """Frees every circle of objects that nobody holds any more, also among those that were spared."""
    gc.unfreeze()
    keep_what_stands()


def keep_large_apart() -> bool:
    """Has the C library take every large piece, a picture for one, from the system and give it straight back.

    Otherwise glibc learns from the first ones it frees to keep such pieces among the small: the holes between
    them are then kept as well. Gives whether it could.
    """
    library = _glibc()
    return library is not None and bool(library.mallopt(_MMAP_THRESHOLD, _LARGE))


def give_back() -> bool:
    """Has the C library return what it keeps for later; takes some milliseconds. Gives whether it could.

    Lessons are thousands of small pieces: glibc keeps the holes they leave, about a megabyte a lesson. Other
    systems look after it by themselves.
    """
    library = _glibc()
    if library is None:
        return False
    library.malloc_trim(0)
    return True


def _glibc() -> "ctypes.CDLL | None":
    """The C library, where it is glibc."""
    if not sys.platform.startswith("linux"):
        return None
    import ctypes  # late: the window opens without

    try:
        library = ctypes.CDLL("libc.so.6")
        return library if library.malloc_trim and library.mallopt else None
    except (OSError, AttributeError):
        return None
