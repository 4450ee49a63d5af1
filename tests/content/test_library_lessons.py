"""Lessons come out of the library compiled, and are compiled again only when they changed."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packs import lesson_text, make_pack, write_source

from content.library.errors import LessonUnreadableError, UnknownLessonError
from content.library.library import Library
from content.packing.build import BuiltPack, build_from_folder
from content.packing.errors import PackNotReadyError
from scuola_digitale.domain.lesson import Heading

WHY = "## Perché si muove\n\nDell'acqua che scende parlano tutti."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "biblioteca")
    yield library
    library.close()


def _install(library: Library, folder: Path) -> None:
    """Installs, until the log is moved too: while that goes on a compiled lesson is not kept, and nobody waits."""
    library.install(folder)
    library._wait_for_checkpoint()


def test_a_lesson_is_read_at_once_and_kept_for_the_next_time(library: Library, tmp_path: Path) -> None:
    _install(library, _built(tmp_path, WHY).folder)
    first = library.lesson("marche/fiume")

    assert any(isinstance(block, Heading) for block in first.blocks)
    assert first.head == library.head("marche/fiume")
    assert library.lesson("marche/fiume") == first
    assert _waiting(library) == ["marche/lago"]


def test_what_waits_is_compiled_with_its_sections(library: Library, tmp_path: Path) -> None:
    _install(library, _built(tmp_path, WHY).folder)

    assert _waiting(library) == ["marche/fiume", "marche/lago"]
    sections = [section for _head, section in library.sections("marche/prova")]
    assert [section.section_id for section in sections][:2] == [
        "marche/fiume#",
        "marche/fiume#perche-si-muove",
    ]
    assert "Dell’acqua" in sections[1].text
    assert _waiting(library) == []


def test_a_new_edition_compiles_only_what_changed(library: Library, tmp_path: Path) -> None:
    _install(library, _built(tmp_path, WHY).folder)
    _waiting(library)
    _install(library, _built(tmp_path, "## Come va\n\nPiano.", edition=2).folder)

    assert library.lesson("marche/lago").head.edition == 2
    first = library.lesson("marche/fiume").blocks[0]
    assert isinstance(first, Heading)
    assert first.anchor == "come-va"
    assert _waiting(library) == []
    ids = {section.section_id for _head, section in library.sections("marche/prova")}
    assert "marche/fiume#come-va" in ids
    assert "marche/fiume#perche-si-muove" not in ids


def test_removing_a_pack_takes_its_sections_along(library: Library, tmp_path: Path) -> None:
    _install(library, _built(tmp_path, WHY).folder)
    _waiting(library)
    library.remove("marche/prova")

    assert library.connection().execute("SELECT count(*) FROM section").fetchone() == (0,)
    with pytest.raises(UnknownLessonError, match="non c’è su questo"):
        library.lesson("marche/fiume")


def test_a_lesson_that_cannot_be_read_says_so_and_stops_nobody(library: Library, tmp_path: Path) -> None:
    source = make_pack(tmp_path, lessons=("fiume",), text="x").folder
    _install(library, source)
    broken = make_pack(tmp_path, lessons=("fiume", "lago"), edition=2)
    _install(library, broken.folder)
    _replace_source(library, "lezioni/lago.md", b"no head at all")

    with pytest.raises(LessonUnreadableError, match="«Lago» ha un errore"):
        library.lesson("marche/lago")
    assert [(head.ref, readable) for head, readable in library.compile_waiting("marche/acqua")] == [
        ("marche/fiume", True),
        ("marche/lago", False),
    ]


def test_a_source_with_mistakes_is_not_built_and_their_number_is_told(tmp_path: Path) -> None:
    source = write_source(tmp_path / "sorgente", {"a.md": "---\ntitolo: A\n---\n", "b.md": "niente testata"})
    with pytest.raises(PackNotReadyError, match=r"ci sono \d+ errori da correggere") as told:
        build_from_folder(source, tmp_path / "uscita")
    assert told.value.mistakes > 1
    assert not (tmp_path / "uscita").exists()
    with pytest.raises(PackNotReadyError):
        build_from_folder(tmp_path / "manca", tmp_path / "uscita")


def _built(folder: Path, body: str, edition: int = 1) -> BuiltPack:
    lessons = {
        "fiume.md": lesson_text("fiume", "Il fiume", body),
        "lago.md": lesson_text("lago", "Il lago", "Sta fermo."),
    }
    source = write_source(folder / f"sorgente-{edition}", lessons, edition=edition)
    return build_from_folder(source, folder / "pacchetti")


def _waiting(library: Library) -> list[str]:
    pack_id = library.packs()[0].head.pack_id
    return [head.ref for head, _readable in library.compile_waiting(pack_id)]


def _replace_source(library: Library, path: str, content: bytes) -> None:
    """Puts other bytes where a file was, with their true fingerprint, as a pack by a laxer builder would."""
    sha256 = hashlib.sha256(content).hexdigest()
    connection = library.connection()
    connection.execute("INSERT INTO blob VALUES (?, ?)", (sha256, content))
    connection.execute(
        "UPDATE file SET sha256 = ?1, stored_sha256 = ?1, size = ?2, stored_size = ?2, encoding = 'identity' WHERE path = ?3",
        (sha256, len(content), path),
    )
