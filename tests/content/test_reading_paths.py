"""Promises about names: what may stand in a pack on every system."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.reading.paths import from_lesson, path_objection, set_objection

HOSTILE = [
    "../x", "a/../../x", "/etc/passwd", "C:/x", "C:x", "\\\\srv\\x", "a\\..\\b", "a/./b", "a//b", "con", "nul.txt",
    "COM1.html", "LPT¹.txt", "a. ", "a.", "a ", "x:stream", "cafe\u0301.html", "a\u202egnp.exe", "PROGRA~1/x", "",
    "a" * 200, "a/\x00b", "a/", "\ufeffx", "CONIN$",
]  # fmt: skip
PLAIN_HOSTILE = [
    "aux/uno.md",
    "lezioni/con.md",
    "lezioni/nul",
    "com1",
    "a/lpt9.txt",
    "a./b",
    "a..b/",
    "/a",
    "a" * 181,
]
GOOD = [
    "lezioni/mod01/cap001.html", "img/perché.jpg", "Città di Ascoli/piazza (1).jpg", "l'età.html", "aux_note.html",
    "a..b.txt", "lezioni/mod-01/cap_001.tar.gz", "conto.md", "auxilium/nulla.md", "com10.txt", "a" * 180,
]  # fmt: skip
CLASHES = [("A.html", "a.html"), ("Lez/a", "lez/b"), ("a", "a/b"), ("straße", "STRASSE"), ("ﬁle", "file")]


@pytest.mark.parametrize("path", [*HOSTILE, *PLAIN_HOSTILE])
def test_a_hostile_name_is_refused_with_its_reason(path: str) -> None:
    assert path_objection(path)


@pytest.mark.parametrize("path", GOOD)
def test_a_good_name_is_welcome(path: str) -> None:
    assert path_objection(path) is None


@pytest.mark.parametrize("paths", CLASHES)
def test_two_names_that_some_system_takes_for_one_cannot_stand_together(paths: tuple[str, str]) -> None:
    assert set_objection(paths)
    assert set_objection(reversed(paths))
    assert set_objection([paths[0], "altro/nome.txt"]) is None


@pytest.mark.parametrize(
    ("reference", "path"),
    [
        ("../immagini/a.svg", "immagini/a.svg"), ("b.svg", "lezioni/b.svg"), ("../../a", None), ("/a", None),
        ("C:\\a", None), ("\\\\srv\\a", None), ("x/../../../a", None), ("../pe\u0301.svg", "pé.svg"),
    ],
)  # fmt: skip
def test_a_reference_stays_in_the_pack_or_is_none(reference: str, path: str | None) -> None:
    assert from_lesson("lezioni/uno.md", reference) == path


@given(st.text(max_size=30))
def test_whatever_is_referred_to_never_leads_outside(reference: str) -> None:
    path = from_lesson("lezioni/uno.md", reference)
    if path is not None and path_objection(path) is None:
        assert ".." not in path.split("/")
        assert not path.startswith("/")
