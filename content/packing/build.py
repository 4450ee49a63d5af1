"""Builds a pack: the same source gives the same bytes, on any day and in any folder."""

import hashlib
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO

import msgspec
import zstandard

from content.disk import disk_told
from content.packing.errors import PackNotReadyError
from content.packing.manifest import (
    BLOB_FOLDER,
    MANIFEST_NAME,
    MAX_UNPACKED_BYTES,
    Manifest,
    PackFile,
    Stored,
    blob_path,
)
from content.reading import PackSource, read_pack

_LEVEL = 15
_CORES = 2
_BATCH = 100
_MIME = {
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".json": "application/json",
    ".m4a": "audio/mp4",
    ".md": "text/markdown",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".ogg": "audio/ogg",
    ".opus": "audio/ogg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".vtt": "text/vtt",
    ".wav": "audio/wav",
    ".webm": "video/webm",
    ".webp": "image/webp",
    ".yml": "application/yaml",
}
"""A table of our own: the one of the system differs from laptop to laptop."""
_PACKED_KINDS = ("text/", "application/json", "application/yaml", "image/svg+xml")


class BuiltPack(msgspec.Struct, frozen=True):
    """A pack as it lies in its folder, ready to travel. `size` is what has to travel, in bytes."""

    folder: Path
    manifest: Manifest
    sha256: str
    size: int


def build_from_folder(folder: Path, out: Path) -> BuiltPack:
    """Reads and checks the source in `folder`, and builds it into `out`.

    Raises:
        PackNotReadyError: the checker still has something to mend; nothing is written.
        DiskFullError, DiskRefusedError: as `build_pack`.
    """
    source, problems = read_pack(folder)
    mistakes = sum(problem.blocking for problem in problems)
    if source is None or mistakes:
        raise PackNotReadyError(folder.name, mistakes)
    return build_pack(source, out)


def build_pack(source: PackSource, out: Path) -> BuiltPack:
    """Builds `source` into `out/PUBLISHER-NAME-EDITION`, written aside and then renamed.

    The source has been checked: what `read_pack` finds blocking is not looked for again. Text and drawings are compressed with zstd at a fixed level; media are left as they are.

    Raises:
        DiskFullError: there is no room for it; nothing is left behind.
        DiskRefusedError: the source cannot be read, or `out` cannot be written; nothing is left behind.
    """
    head = source.head
    target = out / f"{head.pack_id.replace('/', '-')}-{head.edition}"
    with disk_told(out):
        out.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=".pack-", dir=out))
        try:
            manifest = _write(source, aside)
            if target.exists():
                shutil.rmtree(target)
            aside.rename(target)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    blobs = {file.stored.sha256: file.stored.size for file in manifest.files}
    size = sum(blobs.values()) + len(manifest.to_bytes())
    return BuiltPack(folder=target, manifest=manifest, sha256=manifest.sha256, size=size)


def _write(source: PackSource, pack_folder: Path) -> Manifest:
    paths = sorted({*source.files, *(lesson.head.path for lesson in source.lessons)})
    manifest = Manifest(
        pack=source.head,
        files=tuple(_stored(source.folder, paths, pack_folder)),
        lessons=tuple(lesson.head for lesson in source.lessons),
    )
    (pack_folder / MANIFEST_NAME).write_bytes(manifest.to_bytes())
    pack_folder.chmod(0o755)
    return manifest


def _stored(folder: Path, paths: Sequence[str], pack_folder: Path) -> Iterator[PackFile]:
    """Every file, in order: compressing leaves the interpreter's lock, so both cores are at it."""
    batches = [paths[start : start + _BATCH] for start in range(0, len(paths), _BATCH)]
    with ThreadPoolExecutor(_CORES, "costruisce") as pool:
        try:
            for stored in pool.map(
                lambda batch: [_store(folder / path, path, pack_folder) for path in batch], batches
            ):
                yield from stored
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _store(file: Path, path: str, pack_folder: Path) -> PackFile:
    mime = _MIME.get(file.suffix.lower(), "application/octet-stream")
    size = file.stat().st_size
    if mime.startswith(_PACKED_KINDS) and size <= MAX_UNPACKED_BYTES:
        return _store_packed(file.read_bytes(), path, mime, pack_folder)
    return _store_as_it_is(file, path, mime, pack_folder)


def _store_packed(content: bytes, path: str, mime: str, pack_folder: Path) -> PackFile:
    stored = _compressor().compress(content)
    sha256 = hashlib.sha256(content).hexdigest()
    if len(stored) < len(content):
        description = Stored(hashlib.sha256(stored).hexdigest(), len(stored), "zstd")
    else:
        stored, description = content, Stored(sha256, len(content), "identity")
    blob = blob_path(pack_folder, description.sha256)
    blob.parent.mkdir(parents=True, exist_ok=True)
    blob.write_bytes(stored)
    return PackFile(path, sha256, len(content), mime, description)


class _Kept(threading.local):
    compressor: zstandard.ZstdCompressor | None = None


_kept = _Kept()


def _compressor() -> zstandard.ZstdCompressor:
    """One a thread: making it costs more than compressing a short text."""
    if _kept.compressor is None:
        _kept.compressor = zstandard.ZstdCompressor(level=_LEVEL, threads=0)
    return _kept.compressor


def _store_as_it_is(file: Path, path: str, mime: str, pack_folder: Path) -> PackFile:
    """Copies a file of any size without holding it in memory; its fingerprint is taken on the way."""
    (pack_folder / BLOB_FOLDER).mkdir(exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=pack_folder / BLOB_FOLDER)
    with file.open("rb") as source, os.fdopen(descriptor, "wb") as copy:
        sha256, size = _copy(source, copy)
    Path(name).chmod(0o644)
    blob = blob_path(pack_folder, sha256)
    blob.parent.mkdir(exist_ok=True)
    Path(name).replace(blob)
    return PackFile(path, sha256, size, mime, Stored(sha256, size, "identity"))


def _copy(source: BinaryIO, copy: BinaryIO) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    while piece := source.read(1 << 20):
        digest.update(piece)
        size += len(piece)
        copy.write(piece)
    return digest.hexdigest(), size
