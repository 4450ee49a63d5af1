"""A pack is built the same on any day, and opened without believing it."""

import errno
import hashlib
import json
import os
import shutil
from pathlib import Path

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st
from packs import LARGE_FILM, SVG, make_pack, make_source

from content.disk import DiskFullError
from content.packing.build import BuiltPack, build_pack
from content.packing.errors import NotAPackError, PackDamagedError, PackTooNewError
from content.packing.manifest import blob_path, read_manifest
from content.packing.opening import open_pack


@pytest.fixture
def built(tmp_path: Path) -> BuiltPack:
    return make_pack(tmp_path)


def test_the_same_source_gives_the_same_bytes_in_another_folder_on_another_day(tmp_path: Path) -> None:
    first = build_pack(make_source(tmp_path / "a"), tmp_path / "uscita-a")
    source = make_source(tmp_path / "b")
    for file in (tmp_path / "b").rglob("*.*"):
        os.utime(file, (1, 1))
    second = build_pack(source, tmp_path / "uscita-b")

    assert first.sha256 == second.sha256
    assert _tree(first.folder) == _tree(second.folder)
    assert first.folder.name == "marche-acqua-1"


def test_what_was_built_reads_back_and_its_folder_can_be_built_over(tmp_path: Path) -> None:
    source = make_source(tmp_path / "a")
    build_pack(source, tmp_path / "uscita")
    built = build_pack(source, tmp_path / "uscita")
    pack = open_pack(built.folder)
    contents = {file.path: pack.read(file) for file in pack.manifest.files}

    assert pack.sha256 == built.sha256 == hashlib.sha256(built.manifest.to_bytes()).hexdigest()
    assert contents["immagini/goccia.svg"] == SVG
    assert contents["media/piena.mp4"] == LARGE_FILM
    assert pack.manifest.lessons == tuple(lesson.head for lesson in source.lessons)
    assert [each.name for each in (tmp_path / "uscita").iterdir()] == ["marche-acqua-1"]


def test_a_full_disk_leaves_no_half_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = make_source(tmp_path / "a")

    def full(_path: Path, _data: bytes) -> int:
        raise OSError(errno.ENOSPC, "no space left")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        with pytest.raises(DiskFullError, match="Togli un pacchetto"):
            build_pack(source, tmp_path / "uscita")
    assert list((tmp_path / "uscita").iterdir()) == []


def test_drawings_are_compressed_and_media_are_left_alone(built: BuiltPack) -> None:
    encodings = {file.path: file.stored.encoding for file in built.manifest.files}

    assert encodings["immagini/goccia.svg"] == "zstd"
    assert encodings["media/piena.mp4"] == "identity"


def test_every_cut_of_the_manifest_is_refused_with_a_sentence(built: BuiltPack) -> None:
    data = built.manifest.to_bytes()
    for length in range(len(data) - 1):
        with pytest.raises(PackDamagedError, match="incompleto o rovinato"):
            read_manifest(data[:length], "prova")


def test_an_empty_or_missing_or_changed_or_longer_blob_is_refused(built: BuiltPack) -> None:
    for damage in (_empty, Path.unlink, _flip, _lengthen, _link):
        copy = built.folder.with_name(f"copia-{damage.__name__}")
        shutil.copytree(built.folder, copy)
        damage(blob_path(copy, built.manifest.files[0].stored.sha256))
        with pytest.raises(PackDamagedError, match="Copialo di nuovo"):
            _read_all(copy)


def test_a_folder_without_manifest_is_no_pack_and_a_source_folder_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NotAPackError, match=r"manifest\.json"):
        open_pack(tmp_path)
    (tmp_path / "pacchetto.yml").touch()
    with pytest.raises(NotAPackError, match="prima costruisci"):
        open_pack(tmp_path)


def test_a_pack_of_a_later_format_asks_for_a_newer_program(built: BuiltPack) -> None:
    with pytest.raises(PackTooNewError, match="programma più nuovo"):
        _read_changed(built, lambda raw: raw | {"format": 2, "files": "something else by then"})


def test_unknown_keys_are_for_later_programs(built: BuiltPack) -> None:
    assert _read_changed(built, lambda raw: raw | {"firma": {"a": [1]}}) == built.manifest


@pytest.mark.parametrize(
    "path",
    ["../fuori.md", "/etc/passwd", "a/../../b", "C:/x", "nul.txt", "cafe\u0301.md", "a\\b", "x/", "\ud800"],
)
def test_a_path_that_leads_outside_the_pack_is_refused(built: BuiltPack, path: str) -> None:
    with pytest.raises(PackDamagedError):
        _read_changed(built, lambda raw: _with_file(raw, path=path))


@pytest.mark.parametrize(
    "change",
    [
        {"path": "Immagini/goccia.svg"},
        {"path": "immagini/GOCCIA.svg"},
        {"path": "immagini/goccia.svg/sotto.md"},
        {"sha256": "0" * 63},
        {"sha256": "G" * 64},
        {"size": -1},
        {"size": 1 << 60},
        {"size": 1e400},
        {"size": "12"},
        {"stored": {"sha256": "0" * 64, "size": 1, "encoding": "gzip"}},
        {"stored": {"sha256": "0" * 64, "size": 1, "encoding": "identity"}},
    ],
)
def test_a_file_that_contradicts_itself_is_refused(built: BuiltPack, change: dict[str, object]) -> None:
    with pytest.raises(PackDamagedError):
        _read_changed(built, lambda raw: _with_file(raw, **change))


@pytest.mark.parametrize(
    "change",
    [
        {"ref": "altri/sorgente"},
        {"ref": "marche/fiume"},
        {"ref": "marche/../x"},
        {"path": "lezioni/manca.md"},
        {"cover": "manca.svg"},
        {"pack": "marche/altro"},
        {"edition": 7},
        {"title": ""},
        {"title": "x" * 301},
        {"grades": ["P9"]},
    ],
)
def test_a_lesson_outside_its_pack_or_name_space_is_refused(
    built: BuiltPack, change: dict[str, object]
) -> None:
    def changed(raw: dict[str, object]) -> dict[str, object]:
        lessons = raw["lessons"]
        assert isinstance(lessons, list)
        return raw | {"lessons": [lessons[0] | change, *lessons[1:]]}

    with pytest.raises(PackDamagedError):
        _read_changed(built, changed)


def test_one_blob_cannot_stand_for_two_contents(built: BuiltPack) -> None:
    with pytest.raises(PackDamagedError):
        _read_changed(built, lambda raw: _with_file(raw, path="altro.mp4", sha256="0" * 64))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[" * 100_000,
        b'{"format":1,"format":1}',
        b'{"format":' + b"9" * 10_000 + b"}",
        b'{"format":NaN}',
        b"\xff\xfe{}",
    ],
)
def test_rubbish_is_no_manifest(data: bytes) -> None:
    with pytest.raises(PackDamagedError):
        read_manifest(data, "prova")


def test_a_manifest_over_its_cap_is_refused_before_it_is_parsed(
    built: BuiltPack, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = built.manifest.to_bytes()
    assert read_manifest(data, "prova")
    monkeypatch.setattr("content.packing.manifest.MAX_MANIFEST_BYTES", len(data) - 1)
    monkeypatch.setattr("content.packing.manifest.json", None)

    with pytest.raises(PackDamagedError):
        read_manifest(data, "prova")


@pytest.mark.parametrize(
    "mime", ["", "html", "text/html\r\nX: y", "text/ html", "TEXT/HTML", "text/" + "h" * 200]
)
def test_a_kind_of_file_that_is_no_kind_is_refused(built: BuiltPack, mime: str) -> None:
    with pytest.raises(PackDamagedError):
        _read_changed(built, lambda raw: _with_file(raw, mime=mime))


@pytest.mark.parametrize("spaces", [None, 1])
@pytest.mark.parametrize("again", ["format", "pack", "files"])
def test_a_key_written_twice_is_refused_in_any_form(built: BuiltPack, again: str, spaces: int | None) -> None:
    raw = json.loads(built.manifest.to_bytes())
    text = json.dumps(raw, indent=spaces, sort_keys=True)
    twice = text.rstrip().removesuffix("}") + f", {json.dumps(again)}: {json.dumps(raw[again])}}}"

    assert read_manifest(text.encode(), "prova")
    with pytest.raises(PackDamagedError):
        read_manifest(twice.encode(), "prova")


@given(st.binary(max_size=400))
@settings(max_examples=100)
def test_any_bytes_are_refused_with_the_same_sentence(data: bytes) -> None:
    with pytest.raises(PackDamagedError):
        read_manifest(data, "prova")


def test_a_zstd_bomb_is_stopped_at_the_size_that_was_promised(tmp_path: Path) -> None:
    built = make_pack(tmp_path)
    bomb = zstandard.ZstdCompressor(level=19).compress(bytes(300_000_000))
    sha256 = hashlib.sha256(bomb).hexdigest()
    blob = blob_path(built.folder, sha256)
    blob.parent.mkdir(exist_ok=True)
    blob.write_bytes(bomb)
    raw = json.loads(built.manifest.to_bytes())
    stored = {"sha256": sha256, "size": len(bomb), "encoding": "zstd"}
    (built.folder / "manifest.json").write_text(json.dumps(_with_file(raw, size=1000, stored=stored)))

    with pytest.raises(PackDamagedError):
        _read_all(built.folder)


def _tree(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def _read_all(folder: Path) -> None:
    pack = open_pack(folder)
    for file in pack.manifest.files:
        pack.read(file)


def _read_changed(built: BuiltPack, change):  # type: ignore[no-untyped-def]
    raw = json.loads(built.manifest.to_bytes())
    return read_manifest(json.dumps(change(raw)).encode(), "prova")


def _with_file(raw: dict[str, object], **change: object) -> dict[str, object]:
    """The manifest with its last file changed; an added path stands beside the true ones."""
    files = raw["files"]
    assert isinstance(files, list)
    changed = files[-1] | change
    return raw | {"files": [*files, changed] if "path" in change else [*files[:-1], changed]}


def _empty(blob: Path) -> None:
    blob.write_bytes(b"")


def _flip(blob: Path) -> None:
    data = blob.read_bytes()
    blob.write_bytes(bytes([data[0] ^ 1]) + data[1:])


def _lengthen(blob: Path) -> None:
    blob.write_bytes(blob.read_bytes() + b"x")


def _link(blob: Path) -> None:
    moved = blob.with_name("altrove")
    blob.rename(moved)
    blob.symlink_to(moved)
