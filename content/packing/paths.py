"""Which names a file of a pack may bear, so that every system can hold it and none is led outside."""

import re
import unicodedata
from collections.abc import Iterable

MAX_PATH_BYTES = 180

_WINDOWS_DEVICES = {
    "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
    *(f"{port}{digit}" for port in ("COM", "LPT") for digit in "0123456789¹²³"),
}  # fmt: skip
_FORBIDDEN = re.compile('[\x00-\x1f\x7f<>:"|?*\\\\]')
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SHORT_NAME = re.compile(r"~\d")


def fault_of_path(path: str) -> str | None:
    """Why `path` may not stand in a pack, in English for the log; None when it may."""
    if not path or len(path.encode("utf-8", "surrogatepass")) > MAX_PATH_BYTES:
        return "empty or too long"
    if path != unicodedata.normalize("NFC", path):
        return "not in composed form"
    if _FORBIDDEN.search(path) or _INVISIBLE.search(path):
        return "forbidden character"
    return next(filter(None, map(_fault_of_segment, path.split("/"))), None)


def _fault_of_segment(segment: str) -> str | None:
    if segment in ("", ".", ".."):
        return "leads elsewhere"
    if segment[-1] in ". " or segment[0] == " ":
        return "dot or space at an end"
    if segment.split(".", maxsplit=1)[0].rstrip(" ").upper() in _WINDOWS_DEVICES:
        return "name of a device"
    return "short name" if _SHORT_NAME.search(segment) else None


def fault_of_set(paths: Iterable[str]) -> str | None:
    """Why these paths may not stand together: a bad one, or two that some system takes for one."""
    files: set[str] = set()
    folders: dict[str, str] = {}
    for path in paths:
        fault = fault_of_path(path)
        if fault:
            return f"{path!r}: {fault}"
        if _folded(path) in files or _folded(path) in folders:
            return f"{path!r}: taken for another file"
        files.add(_folded(path))
        parts = path.split("/")
        for depth in range(1, len(parts)):
            folder = "/".join(parts[:depth])
            if _folded(folder) in files or folders.setdefault(_folded(folder), folder) != folder:
                return f"{path!r}: its folder is taken for another"
    return None


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", path).casefold())
