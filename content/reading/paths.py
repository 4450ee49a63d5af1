"""Which names a pack may hold: what means the same file on Windows, Linux, macOS and a FAT stick.

The rules of Windows (reserved device names, forbidden signs, final points and spaces, `~1` short names) are the
strictest, so they hold for all; two paths that any of these systems would fold into one cannot stand together.
"""

import posixpath
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

MAX_PATH_BYTES = 180

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')
_INVISIBLE = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U0010ffff\ue000-\uf8ff\ud800-\udfff]"
)
_SHORT_NAME = re.compile(r"~\d")
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)

_PLAIN = re.compile(r"[a-z0-9_-]+(?:[./][a-z0-9_-]+)*")
_PLAIN_DEVICE = re.compile(r"(?:^|/)(?:con|prn|aux|nul|(?:com|lpt)[0-9])(?:[./]|$)")
# Most names are plain, and a pack may have a hundred thousand of them.


def path_objection(path: str) -> str | None:
    """Why a path cannot stand in a pack, as the end of an Italian sentence; None when it can."""
    if len(path) <= MAX_PATH_BYTES and _PLAIN.fullmatch(path) and not _PLAIN_DEVICE.search(path):
        return None
    if not path:
        return "è vuoto"
    if len(path.encode("utf-8", "surrogatepass")) > MAX_PATH_BYTES:
        return "è troppo lungo"
    if path != unicodedata.normalize("NFC", path):
        return "ha gli accenti scritti in due pezzi"
    if path.startswith("/") or path.endswith("/"):
        return "comincia o finisce con una barra"
    if found := _FORBIDDEN.search(path):
        sign = found[0]
        return f"contiene il segno {sign}" if sign.isprintable() else "contiene un carattere di controllo"
    if _INVISIBLE.search(path):
        return "contiene un carattere invisibile"
    return next(filter(None, map(_name_objection, path.split("/"))), None)


def set_objection(paths: Iterable[str]) -> tuple[str, str] | None:
    """The first path that cannot stand beside those before it, and why; None when all of them can."""
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    known: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        objection = path_objection(path) or _clash(path, files, folders)
        if not objection and folder not in known:
            objection = _folder_clash(path, files, folders)
        if objection:
            return path, objection
        files[_folded(path)] = path
        if folder not in known:
            known.add(folder)
            folders.update((_folded(parent), parent) for parent in _parents(path))
    return None


def from_lesson(lesson_path: str, reference: str) -> str | None:
    """The pack path that a reference in a lesson means, or None when it leads out of the pack."""
    if reference.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", reference):
        return None
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(lesson_path), reference))
    return None if joined == ".." or joined.startswith("../") else unicodedata.normalize("NFC", joined)


def _name_objection(name: str) -> str | None:
    if name in {"", ".", ".."}:
        return "ha un passo vuoto o di ritorno"
    if name[-1] in ". " or name[0] == " ":
        return "ha uno spazio o un punto in fondo a un nome"
    if name.split(".", maxsplit=1)[0].rstrip(" ").casefold() in _DEVICES:
        return f"usa «{name}», che Windows tiene per sé"
    return "ha una tilde con un numero" if _SHORT_NAME.search(name) else None


def _clash(path: str, files: dict[str, str], folders: dict[str, str]) -> str | None:
    folded = _folded(path)
    if folded in files:
        return f"si confonde con «{files[folded]}»"
    return "è insieme un file e una cartella" if folded in folders else None


def _folder_clash(path: str, files: dict[str, str], folders: dict[str, str]) -> str | None:
    for parent in _parents(path):
        if _folded(parent) in files:
            return f"sta dentro «{files[_folded(parent)]}», che è un file"
        if folders.get(_folded(parent), parent) != parent:
            return f"la sua cartella si confonde con «{folders[_folded(parent)]}»"
    return None


def _parents(path: str) -> list[str]:
    parts = path.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts))]


def _folded(path: str) -> str:
    return path if _PLAIN.fullmatch(path) else _folded_wholly(path)


@lru_cache(maxsize=4096)  # the folders of a pack's files are asked again and again
def _folded_wholly(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", path).casefold())
