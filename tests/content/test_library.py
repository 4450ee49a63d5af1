"""The library is the old one or the new one, whatever happens in between."""

import errno
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from packs import LARGE_FILM, SMALL_SOUND, SVG, make_pack

from content.disk import DiskFullError
from content.library.errors import (
    InstallStoppedError,
    LessonTakenError,
    LibraryBusyError,
    LibraryDamagedError,
    LibraryUnwritableError,
    OlderEditionError,
    UnknownFileError,
    UnknownLessonError,
    UnknownPackError,
)
from content.library.library import Library
from content.library.lock import try_lock
from content.packing.errors import PackDamagedError
from content.packing.manifest import blob_path
from scuola_digitale.domain.school_terms import Area, Grade

PACK = "marche/acqua"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "biblioteca", lock_wait=0)
    yield library
    library.close()


def test_an_installed_pack_is_on_the_shelf_at_once(library: Library, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    installed = library.install(make_pack(tmp_path).folder, lambda done, total: steps.append((done, total)))

    assert library.packs() == (installed,)
    assert (installed.head.pack_id, installed.lessons, installed.files) == (PACK, 2, 5)
    assert not installed.searchable
    assert [head.ref for head in library.lessons()] == ["marche/sorgente", "marche/fiume"]
    assert library.head("marche/fiume").title == "Fiume"
    assert steps[-1][0] == steps[-1][1] == installed.size
    assert library.verify(PACK) == ()


def test_files_come_back_as_they_were_small_and_large(library: Library, tmp_path: Path) -> None:
    library.install(make_pack(tmp_path).folder)

    assert library.file(PACK, "immagini/goccia.svg") == SVG
    assert library.file(PACK, "media/piena.mp4") == LARGE_FILM
    assert library.media_path(PACK, "media/piena.mp4").read_bytes() == LARGE_FILM
    assert library.media_path(PACK, "media/rumore.mp3").read_bytes() == SMALL_SOUND


def test_the_shelf_narrows_by_area_subject_and_grade(library: Library, tmp_path: Path) -> None:
    library.install(make_pack(tmp_path).folder)

    assert [head.title for head in library.lessons(grade=Grade.P4)] == ["Fiume"]
    assert len(library.lessons(area=Area.SCUOLA, subject="scienze")) == 2
    assert library.lessons(area=Area.CULTURA) == library.lessons(subject="storia") == ()
    (theme,) = library.themes()
    assert (theme.name, [head.title for head in theme.lessons]) == ("acqua", ["Fiume", "Sorgente"])


def test_the_same_edition_again_changes_nothing(library: Library, tmp_path: Path) -> None:
    folder = make_pack(tmp_path).folder
    first = library.install(folder)
    before = _seen(library)

    assert library.install(folder) == first
    assert _seen(library) == before


def test_an_update_replaces_the_edition_and_leaves_nothing_of_the_old_one(
    library: Library, tmp_path: Path
) -> None:
    library.install(make_pack(tmp_path).folder)
    library.install(make_pack(tmp_path, edition=2, lessons=("fiume", "lago"), film=LARGE_FILM[::-1]).folder)

    assert [head.ref for head in library.lessons()] == ["marche/fiume", "marche/lago"]
    assert library.file(PACK, "media/piena.mp4") == LARGE_FILM[::-1]
    assert len(_media(library)) == 1
    stored = library.connection().execute("SELECT count(*) FROM blob").fetchone()[0]
    assert stored == 4
    with pytest.raises(UnknownLessonError, match="non c’è su questo computer"):
        library.head("marche/sorgente")


def test_an_older_edition_is_refused_with_a_sentence(library: Library, tmp_path: Path) -> None:
    old = make_pack(tmp_path).folder
    library.install(make_pack(tmp_path, edition=2).folder)

    with pytest.raises(OlderEditionError, match="già l’edizione 2, più nuova della 1"):
        library.install(old)
    assert library.pack(PACK).head.edition == 2


def test_nobody_takes_a_lesson_of_another_pack(library: Library, tmp_path: Path) -> None:
    library.install(make_pack(tmp_path).folder)
    before = _seen(library)

    with pytest.raises(LessonTakenError, match="appartiene già al pacchetto «Pacchetto marche/acqua»"):
        library.install(make_pack(tmp_path, pack_id="marche/altro", film=LARGE_FILM * 2).folder)
    assert _seen(library) == before
    assert len(_media(library)) == 1


def test_the_same_lesson_name_of_another_publisher_is_another_lesson(
    library: Library, tmp_path: Path
) -> None:
    library.install(make_pack(tmp_path).folder)
    library.install(make_pack(tmp_path, pack_id="umbria/acqua").folder)

    assert len(library.lessons()) == 4
    assert len(_media(library)) == 1


def test_removing_a_pack_leaves_what_another_still_needs(library: Library, tmp_path: Path) -> None:
    library.install(make_pack(tmp_path).folder)
    library.install(make_pack(tmp_path, pack_id="umbria/acqua").folder)
    library.remove(PACK)

    assert library.verify("umbria/acqua") == ()
    library.remove("umbria/acqua")
    assert library.packs() == ()
    assert library.lessons() == ()
    assert _media(library) == []
    assert library.connection().execute("SELECT count(*) FROM blob").fetchone()[0] == 0
    with pytest.raises(UnknownPackError, match="non è installato"):
        library.remove(PACK)


def test_a_pack_broken_in_any_blob_leaves_the_library_as_it_was(library: Library, tmp_path: Path) -> None:
    library.install(make_pack(tmp_path).folder)
    before = _seen(library)
    newer = make_pack(tmp_path, edition=2, text="Altro testo.", film=LARGE_FILM * 2)
    for number, file in enumerate(newer.manifest.files):
        copy = tmp_path / f"rotto-{number}"
        shutil.copytree(newer.folder, copy)
        blob = blob_path(copy, file.stored.sha256)
        if file.stored.sha256 in {
            known[0] for known in library.connection().execute("SELECT sha256 FROM blob")
        }:
            continue  # already here and whole, so the broken copy is never asked
        blob.write_bytes(bytes([blob.read_bytes()[0] ^ 1]) + blob.read_bytes()[1:])
        with pytest.raises(PackDamagedError, match="incompleto o rovinato"):
            library.install(copy)
        assert _seen(library) == before
        assert len(_media(library)) == 1


def test_verify_names_each_broken_file(library: Library, tmp_path: Path) -> None:
    library.install(make_pack(tmp_path).folder)
    film = library.media_path(PACK, "media/piena.mp4")
    film.write_bytes(b"x" + film.read_bytes()[1:])
    library.connection().execute("UPDATE blob SET data = zeroblob(length(data)) WHERE length(data) < 200")

    assert set(library.verify(PACK)) >= {"media/piena.mp4", "immagini/goccia.svg"}
    assert "media/rumore.mp3" not in library.verify(PACK)
    with pytest.raises(PackDamagedError):
        library.file(PACK, "immagini/goccia.svg")


def test_a_disk_known_to_be_too_small_is_told_before_anything_is_written(tmp_path: Path) -> None:
    library = Library(tmp_path / "biblioteca", free_bytes=lambda _folder: 1_000_000)
    with pytest.raises(DiskFullError, match=r"Servono circa \d+ MB liberi\. Togli"):
        library.install(make_pack(tmp_path).folder)
    assert library.packs() == ()
    assert not (tmp_path / "biblioteca/media").exists()
    library.close()


def test_a_disk_that_fills_up_on_the_way_leaves_the_library_as_it_was(
    library: Library, tmp_path: Path
) -> None:
    library.install(make_pack(tmp_path).folder)
    before = _seen(library)
    pages = library.connection().execute("PRAGMA page_count").fetchone()[0]
    library.connection().execute(f"PRAGMA max_page_count={pages}")
    many = tuple(f"lezione-{number}" for number in range(300))

    with pytest.raises(DiskFullError, match="non c’è abbastanza posto"):
        library.install(make_pack(tmp_path, edition=2, lessons=many, film=LARGE_FILM * 2).folder)
    assert _seen(library) == before
    assert len(_media(library)) == 1


def test_a_disk_full_of_films_leaves_the_library_as_it_was(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.install(make_pack(tmp_path).folder)
    before = _seen(library)
    newer = make_pack(tmp_path, edition=2, film=LARGE_FILM * 2).folder

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    with monkeypatch.context() as patch:
        patch.setattr("content.library.media.os.fsync", full)
        with pytest.raises(DiskFullError):
            library.install(newer)
    assert _seen(library) == before
    library.install(newer)
    assert library.pack(PACK).head.edition == 2


def test_stopping_an_installation_leaves_the_library_as_it_was(library: Library, tmp_path: Path) -> None:
    folder = make_pack(tmp_path).folder
    for allowed in range(5):
        stop = _yes_after(allowed)
        with pytest.raises(InstallStoppedError, match="la biblioteca è come prima"):
            library.install(folder, should_stop=stop)
        assert library.packs() == ()
        assert _media(library) == []
    library.install(folder)


def test_the_shelf_is_read_while_a_pack_is_being_installed(library: Library, tmp_path: Path) -> None:
    library.install(make_pack(tmp_path).folder)
    many = tuple(f"lezione-{number}" for number in range(200))
    newer = make_pack(tmp_path, edition=2, lessons=many)
    seen: list[int] = []

    def look(_done: int, _total: int) -> None:
        seen.append(pool.submit(lambda: len(library.lessons())).result())

    with ThreadPoolExecutor(max_workers=1) as pool:
        library.install(newer.folder, look)
    assert set(seen) == {2}
    assert len(seen) > 100
    assert len(library.lessons()) == 200


def test_a_second_installer_is_told_to_wait(library: Library, tmp_path: Path) -> None:
    folder = make_pack(tmp_path).folder
    with try_lock(library.folder / "biblioteca.lock") as held:
        assert held
        with pytest.raises(LibraryBusyError, match="Aspetta che finisca"):
            library.install(folder)
    library.install(folder)


def test_a_library_that_is_no_database_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "biblioteca"
    folder.mkdir()
    (folder / "biblioteca.db").write_bytes(b"rubbish" * 1000)
    with pytest.raises(LibraryDamagedError, match="rovinata"):
        Library(folder)


def test_a_library_that_breaks_while_open_says_so(library: Library, tmp_path: Path) -> None:
    library.install(make_pack(tmp_path).folder)
    library.close()
    file = library.folder / "biblioteca.db"
    data = bytearray(file.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    file.write_bytes(data)
    for ask in (
        library.packs,
        library.lessons,
        lambda: library.lesson("marche/fiume"),
        lambda: library.remove(PACK),
    ):
        with pytest.raises(LibraryDamagedError, match="I progressi non si perdono"):
            ask()


def test_a_place_where_nobody_may_write_says_so(tmp_path: Path) -> None:
    (tmp_path / "biblioteca/biblioteca.db").mkdir(parents=True)
    with pytest.raises(LibraryUnwritableError, match="Chiama il tecnico"):
        Library(tmp_path / "biblioteca")


def test_a_file_that_the_pack_lacks_says_so(library: Library, tmp_path: Path) -> None:
    library.install(make_pack(tmp_path).folder)
    for path in ("manca.svg", "../../etc/passwd", ""):
        with pytest.raises(UnknownFileError, match="manca «"):
            library.file(PACK, path)


def test_commits_are_durable_before_they_are_believed(library: Library) -> None:
    assert library.connection().execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    full = 2
    assert library.connection().execute("PRAGMA synchronous").fetchone()[0] == full


def _yes_after(times: int) -> Callable[[], bool]:
    answers = iter([False] * times)
    return lambda: next(answers, True)


def _media(library: Library) -> list[Path]:
    return sorted((library.folder / "media").glob("??/*"))


def _seen(library: Library) -> list[object]:
    """All that anybody can see of the library."""
    copy = sqlite3.connect(library.folder / "biblioteca.db")
    seen: list[object] = list(copy.iterdump())
    copy.close()
    return [*seen, *((path.name, path.stat().st_size) for path in _media(library))]
