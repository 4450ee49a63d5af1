"""Gives memory that was freed back to the machine: a laptop of 4 GB has other programs, too."""

import sys


def give_back() -> bool:
    """Has the C library return what it keeps for later; takes some milliseconds. Gives whether it could.

    Lessons are thousands of small pieces: glibc keeps the holes they leave, about a megabyte a lesson. Other
    systems look after it by themselves.
    """
    if not sys.platform.startswith("linux"):
        return False
    import ctypes  # late: nobody needs it before a lesson was closed

    try:
        trim = ctypes.CDLL("libc.so.6").malloc_trim
    except (OSError, AttributeError):
        return False  # another C library than glibc
    trim(0)
    return True
