"""A small pack with each of its bytes changed, and cut at each place: refused, and the library is as it was."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import zstandard
from packs import make_pack

from content.library.library import Library
from content.packing.errors import PackDamagedError
from content.packing.manifest import MANIFEST_NAME, Manifest, Stored
from content.packing.opening import open_pack, unpacked
from scuola_digitale.errors import ScuolaError

PACK = "marche/acqua"
SMALL_FILM = bytes(range(200))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "biblioteca")
    library.install(make_pack(tmp_path, film=SMALL_FILM, lessons=("fiume",)).folder)
    yield library
    library.close()


@pytest.fixture
def update(tmp_path: Path) -> Path:
    pack = make_pack(tmp_path, edition=2, text="Il testo nuovo.", film=b"2" + SMALL_FILM, lessons=("fiume",))
    return pack.folder


def files_of(pack: Path) -> list[Path]:
    """Every file of a pack, those of odd names too."""
    return [Path(folder) / name for folder, _, names in os.walk(pack) for name in names]


def is_new(file: Path, library: Library) -> bool:
    """Whether a file is a blob that the library lacks."""
    blob = Stored(file.name, file.stat().st_size, "identity")
    return file.name != MANIFEST_NAME and not library.holds(blob)


def changed(data: bytes) -> Iterator[bytes]:
    """The bytes with each changed in turn, then cut at each place, then with one more."""
    for place in range(len(data)):
        yield data[:place] + bytes([data[place] ^ (1 << place % 8)]) + data[place + 1 :]
    for place in range(len(data)):
        yield data[:place]
    yield data + b"\0"


def test_a_changed_or_cut_blob_is_refused(library: Library, update: Path) -> None:
    tried = 0
    for file in files_of(update):
        if not is_new(file, library):
            continue
        data = file.read_bytes()
        for other in changed(data):
            file.write_bytes(other)
            with pytest.raises(ScuolaError):
                library.install(update)
            tried += 1
        file.write_bytes(data)
    assert tried > 500
    assert library.pack(PACK).head.edition == 1
    assert library.verify(PACK) == ()
    assert library.install(update).head.edition == 2


def test_a_changed_or_cut_manifest_is_refused_or_another_pack_s(library: Library, update: Path) -> None:
    """A changed letter of a title makes a manifest as good as any: but of another name, which nobody has signed."""
    manifest = update / MANIFEST_NAME
    data = manifest.read_bytes()
    signed = open_pack(update).sha256
    refused = 0
    for other in changed(data):
        manifest.write_bytes(other)
        try:
            assert open_pack(update, lambda _blob: True).sha256 != signed
        except ScuolaError:
            refused += 1
    assert refused > len(data) * 1.5
    assert library.pack(PACK).head.edition == 1


def test_a_blob_that_lies_of_its_size_once_opened_is_refused(library: Library, update: Path) -> None:
    bomb = zstandard.ZstdCompressor().compress(bytes(200_000_000))
    without_size = zstandard.ZstdCompressor(write_content_size=False).compress(b"piccolo")
    two_frames = zstandard.ZstdCompressor().compress(b"uno") * 2
    manifest: Manifest = library.manifest(PACK)
    file = manifest.files[0]
    for stored in (bomb, without_size, two_frames, b"", b"\x28\xb5\x2f\xfd", bytes(40)):
        with pytest.raises(PackDamagedError):
            unpacked(stored, file, "prova")


def test_a_link_in_place_of_a_blob_is_refused(library: Library, update: Path, tmp_path: Path) -> None:
    blob = next(file for file in files_of(update) if is_new(file, library))
    blob.rename(tmp_path / "altrove")
    blob.symlink_to(tmp_path / "altrove")

    with pytest.raises(PackDamagedError):
        library.install(update)
