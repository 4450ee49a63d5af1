"""The manifest of a pack: what it holds, each file by its fingerprint, in one canonical row of bytes.

The sha256 of those bytes is the pack's identity, so the manifest can be signed as it stands.
"""

import hashlib
import json
import re
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from content.pack_head import PackHead
from content.packing.errors import PackDamagedError, PackTooNewError
from scuola_digitale.domain.lesson import LessonHead

FORMAT = 1
MANIFEST_NAME = "manifest.json"
BLOB_FOLDER = "blobs"
MAX_MANIFEST_BYTES = 64 << 20
"""About 150,000 files; read before parsing, so that a huge manifest costs nothing."""

MAX_UNPACKED_BYTES = 32 << 20
"""A zstd-compressed file is opened in memory, so it may not be larger than this."""

MAX_FILE_BYTES = 1 << 30
"""What any stick and web server can hold in one file."""

MAX_TITLE = 300
"""Signs of a title; it is shown in lists and sentences."""

MAX_EDITION = 2**31 - 1

Sha256 = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]
Size = Annotated[int, msgspec.Meta(ge=0, le=MAX_FILE_BYTES)]
Mime = Annotated[str, msgspec.Meta(pattern=r"^[a-z]+/[a-z0-9.+-]{1,80}\Z")]
"""What a file is its manifest says, never its bytes: as a word that fits into a header as it stands."""

_NAME = r"[a-z0-9][a-z0-9-]{0,63}"
_PACK_ID = re.compile(rf"{_NAME}/{_NAME}")


class Stored(msgspec.Struct, frozen=True):
    """How a file lies in the pack: the fingerprint and size of its stored bytes, and how they are encoded."""

    sha256: Sha256
    size: Size
    encoding: Literal["zstd", "identity"]


class PackFile(msgspec.Struct, frozen=True):
    """One file of the pack: its name for people and lessons, and the fingerprint of its content."""

    path: str
    sha256: Sha256
    size: Size
    mime: Mime
    stored: Stored


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a pack holds. `files` are in order of path, `lessons` in the order of the shelf."""

    format: int = FORMAT
    pack: PackHead
    files: tuple[PackFile, ...]
    lessons: tuple[LessonHead, ...]

    def to_bytes(self) -> bytes:
        """The canonical bytes: JSON, keys in order, UTF-8, no spaces, one newline at the end."""
        return msgspec.json.encode(self, order="sorted") + b"\n"

    @property
    def sha256(self) -> str:
        """The pack's identity: the fingerprint of its canonical bytes."""
        return hashlib.sha256(self.to_bytes()).hexdigest()


def blob_path(pack_folder: Path, sha256: str) -> Path:
    """Where the stored bytes with this fingerprint lie in a pack's folder."""
    # One piece: joining three is what opening a pack of ten thousand files would spend a third of its time on.
    return Path(f"{pack_folder}/{BLOB_FOLDER}/{sha256[:2]}/{sha256}")


def read_manifest(data: bytes, name: str) -> Manifest:
    """The manifest in `data`, which nobody has vouched for; `name` is what to call the pack in a sentence.

    Unknown keys are ignored, so that a later program may add some; a key written twice is refused, since two
    readers could take one each.

    Raises:
        PackDamagedError: `data` is no manifest, or one that contradicts itself.
        PackTooNewError: its format is newer than this program.
    """
    if len(data) > MAX_MANIFEST_BYTES:
        raise PackDamagedError(name, "manifest larger than its cap")
    try:
        manifest = _canonical(data) or _any_form(data, name)
    except (ValueError, RecursionError) as error:  # msgspec's ValidationError is a ValueError
        raise PackDamagedError(name, f"manifest: {error}") from error
    fault = _fault_of(manifest)
    if fault:
        raise PackDamagedError(name, f"manifest: {fault}")
    return manifest


def _canonical(data: bytes) -> Manifest | None:
    """The manifest in bytes as this program writes them, ten times faster than by any other way; else None.

    What is written again byte by byte has no key twice and none that is unknown.
    """
    try:
        manifest = msgspec.json.decode(data, type=Manifest)
    except ValueError:
        return None
    return manifest if manifest.format <= FORMAT and manifest.to_bytes() == data else None


def _any_form(data: bytes, name: str) -> Manifest:
    """The manifest in any JSON: with spaces, or with keys of a later program."""
    raw = json.loads(data, object_pairs_hook=_without_repeats, parse_constant=_refuse_constant)
    if isinstance(raw, dict) and isinstance(raw.get("format"), int) and raw["format"] > FORMAT:
        raise PackTooNewError(name)
    manifest = msgspec.convert(raw, Manifest)
    manifest.to_bytes()  # half a surrogate pair passes JSON, and nothing after it
    return manifest


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key is written twice")
    return found


def _refuse_constant(name: str) -> object:
    raise ValueError(f"{name} is no number")


def _fault_of(manifest: Manifest) -> str | None:
    """The first contradiction inside the manifest, in English for the log."""
    if manifest.format != FORMAT:
        return "unknown format"
    if not _PACK_ID.fullmatch(manifest.pack.pack_id):
        return "bad pack id"
    if not 1 <= manifest.pack.edition <= MAX_EDITION:
        return "bad edition"
    titles = [manifest.pack.title, *(head.title for head in manifest.lessons)]
    if not all(0 < len(title) <= MAX_TITLE for title in titles):
        return "a title is missing or endless"
    return _fault_of_files(manifest) or _fault_of_lessons(manifest)


def _fault_of_files(manifest: Manifest) -> str | None:
    from content.reading.paths import set_objection

    objection = set_objection(file.path for file in manifest.files)
    if objection:
        return " ".join(map(repr, objection))
    blobs: dict[str, tuple[Stored, str, int]] = {}
    for file in manifest.files:
        meant = file.stored, file.sha256, file.size
        if blobs.setdefault(file.stored.sha256, meant) != meant:
            return f"{file.path}: one blob described in two ways"
        if file.stored.encoding == "zstd":
            if file.size > MAX_UNPACKED_BYTES:
                return f"{file.path}: unpacks beyond the cap"
        elif (file.sha256, file.size) != (file.stored.sha256, file.stored.size):
            return f"{file.path}: stored as it is, but with another fingerprint"
    return None


def _fault_of_lessons(manifest: Manifest) -> str | None:
    paths = {file.path for file in manifest.files}
    refs: set[str] = set()
    reference = re.compile(rf"{re.escape(manifest.pack.publisher)}/{_NAME}")
    for head in manifest.lessons:
        if not reference.fullmatch(head.ref):
            return f"{head.ref}: not in its publisher's name space"
        if head.ref in refs:
            return f"{head.ref}: twice in the pack"
        if head.path not in paths or (head.cover is not None and head.cover not in paths):
            return f"{head.ref}: its file or cover is missing"
        if head.pack != manifest.pack.pack_id or head.edition != manifest.pack.edition:
            return f"{head.ref}: belongs to another pack"
        refs.add(head.ref)
    return None
