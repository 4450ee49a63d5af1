"""The stick: laptops that never meet come to hold the same, whatever happens to it on the way."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from format_samples import rows_of, school_day, seed
from notebook import PLESSO, SCHOOL, Notebook

from scuola_digitale.format.canonical import encode
from scuola_digitale.format.columns import pack_columns
from scuola_digitale.format.gone import Gone
from scuola_digitale.format.segment import parse_segment
from sync import stick
from sync.protocol import FrameReader
from sync.stick import StickFullError, StickGoneError, StickLockedError, StickReport, visit

Notebooks = Callable[..., Notebook]


@pytest.fixture
def pocket(tmp_path: Path) -> Path:
    """A stick, empty."""
    folder = tmp_path / "chiavetta"
    folder.mkdir()
    return folder


def _visit(pocket: Path, laptop: Notebook) -> StickReport:
    return visit(pocket, SCHOOL, laptop, device_key=laptop.key_of)


def _files(pocket: Path) -> list[Path]:
    return sorted(path for path in pocket.rglob("*") if path.is_file())


def test_a_stick_brings_facts_from_laptop_to_laptop(notebook: Notebooks, pocket: Path) -> None:
    giver, taker = notebook("uno"), notebook("due")
    giver.write(30)
    assert _visit(pocket, giver).written == 31
    report = _visit(pocket, taker)
    assert (report.written, report.received, report.left_out) == (1, 31, 0)
    _visit(pocket, giver)
    assert giver.digest() == taker.digest()


def test_a_second_visit_changes_nothing(notebook: Notebooks, pocket: Path) -> None:
    laptop = notebook("uno")
    laptop.write(5)
    _visit(pocket, laptop)
    before = {path: path.stat().st_mtime_ns for path in _files(pocket)}
    assert _visit(pocket, laptop) == StickReport(0, 0, 0)
    assert {path: path.stat().st_mtime_ns for path in _files(pocket)} == before


def test_sticks_come_in_any_order_weeks_late_and_twice(
    notebook: Notebooks, pocket: Path, tmp_path: Path
) -> None:
    giver, taker = notebook("uno"), notebook("due")
    copies = []
    for week in range(3):
        giver.write(10, random_seed=week)
        _visit(pocket, giver)
        copies.append(Path(shutil.copytree(pocket, tmp_path / f"settimana {week}")))
    for old in (copies[2], copies[0], copies[1], copies[2]):
        _visit(old, taker)
    assert taker.facts(PLESSO) == giver.facts(PLESSO) == 30
    assert _files(copies[0])[0].read_bytes() == _files(copies[2])[0].read_bytes()


def test_files_of_many_laptops_on_one_stick_are_taken_together(
    notebook: Notebooks, pocket: Path, tmp_path: Path
) -> None:
    laptops = [notebook(str(number)) for number in range(4)]
    for number, laptop in enumerate(laptops):
        laptop.write(5 + number)
        other = tmp_path / f"chiavetta {number}"
        other.mkdir()
        _visit(other, laptop)
        shutil.copytree(other, pocket, dirs_exist_ok=True)
    assert len(_files(pocket)) == 4
    reader = notebook("che legge")
    _visit(pocket, reader)
    assert len(_files(pocket)) == 1
    assert reader.facts(PLESSO) == 5 + 6 + 7 + 8


def test_one_stick_serves_many_schools(notebook: Notebooks, pocket: Path) -> None:
    other = notebook("altrove", root=seed("another root"))
    other.write(3)
    visit(pocket, "f" * 32, other, device_key=other.key_of)
    laptop = notebook("uno")
    assert _visit(pocket, laptop).received == 0
    assert sorted(one.name for one in (pocket / stick.FACTS).iterdir()) == sorted(["f" * 32, SCHOOL])


def test_a_site_carries_what_is_another_sites_without_taking_it(notebook: Notebooks, pocket: Path) -> None:
    far = notebook("lontano", kept=("scuola", "plesso/altrove"))
    far.write(4, scope="plesso/altrove")
    _visit(pocket, far)
    carrier = notebook("uno")
    _visit(pocket, carrier)
    assert carrier.facts("plesso/altrove") == 0
    near_far = notebook("vicino al lontano", kept=("scuola", "plesso/altrove"))
    _visit(pocket, near_far)
    assert near_far.facts("plesso/altrove") == 4


@pytest.mark.parametrize("fate", ["halved", "flipped", "emptied", "foreign"])
def test_a_damaged_file_costs_what_it_held_and_is_mended_by_who_holds_it(
    notebook: Notebooks, pocket: Path, fate: str
) -> None:
    giver, taker = notebook("uno"), notebook("due")
    giver.write(20)
    _visit(pocket, giver)
    (path,) = _files(pocket)
    content = path.read_bytes()
    middle = len(content) // 2
    path.write_bytes(
        {
            "halved": content[:middle],
            "flipped": content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :],
            "emptied": b"",
            "foreign": b"MZ" + content,
        }[fate]
    )
    assert _visit(pocket, taker).left_out >= 1
    _visit(pocket, giver)
    _visit(pocket, taker)
    assert taker.digest(PLESSO) == giver.digest(PLESSO)


@pytest.mark.parametrize("step", range(4))
def test_a_stick_pulled_out_in_the_middle_keeps_what_it_held(
    notebook: Notebooks, pocket: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    giver = notebook("uno")
    giver.write(10)
    _visit(pocket, giver)
    before = {path.name: path.read_bytes() for path in _files(pocket)}
    giver.write(10, random_seed=2)
    place, name = [(os, "fsync"), (Path, "replace"), (Path, "unlink"), (Path, "mkdir")][step]

    def gone(*_args: Any, **_more: Any) -> None:
        raise OSError(5, "no such device")

    with monkeypatch.context() as pulled:
        pulled.setattr(place, name, gone)
        with pytest.raises(StickGoneError):
            _visit(pocket, giver)
    assert before.items() <= {path.name: path.read_bytes() for path in _files(pocket)}.items()
    reader = notebook("due")
    _visit(pocket, reader)
    _visit(pocket, giver)
    _visit(pocket, reader)
    assert reader.digest() == giver.digest()
    assert len(_files(pocket)) == 1


def test_names_fit_every_file_system(notebook: Notebooks, pocket: Path) -> None:
    laptop = notebook("uno")
    laptop.write(1)
    _visit(pocket, laptop)
    for path in pocket.rglob("*"):
        assert set(path.name) <= set("abcdefghijklmnopqrstuvwxyz0123456789.-")
        assert len(path.name) <= 40


@pytest.mark.parametrize(
    ("number", "told"), [(28, StickFullError), (30, StickLockedError), (13, StickLockedError)]
)
def test_what_the_stick_refuses_is_told(
    notebook: Notebooks, pocket: Path, monkeypatch: pytest.MonkeyPatch, number: int, told: type[Exception]
) -> None:
    def refuse(*_args: Any) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(told):
        _visit(pocket, notebook("uno"))


def test_a_stick_that_is_not_there_is_told(notebook: Notebooks, tmp_path: Path) -> None:
    with pytest.raises(StickGoneError, match="chiavetta"):
        visit(tmp_path / "niente", SCHOOL, notebook("uno"), device_key=lambda _device: None)


def test_a_file_as_large_as_a_film_is_not_read(
    notebook: Notebooks, pocket: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stick, "FILE_CAP", 1_000)
    folder = pocket / stick.FACTS / SCHOOL
    folder.mkdir(parents=True)
    (folder / "film.sd").write_bytes(stick.MAGIC + bytes(2_000))
    assert _visit(pocket, notebook("uno")).left_out == 1


def test_what_is_damaged_of_another_site_is_not_carried_on(notebook: Notebooks, pocket: Path) -> None:
    far = notebook("lontano", kept=("scuola", "plesso/altrove"))
    far.write(4, scope="plesso/altrove")
    _visit(pocket, far)
    (path,) = _files(pocket)
    path.write_bytes(path.read_bytes().replace(b"plesso/altrove", b"plesso/nessuno"))
    _visit(pocket, notebook("uno"))
    (left,) = _files(pocket)
    assert b"plesso/nessuno" not in left.read_bytes()


def test_who_was_erased_leaves_the_stick_at_its_next_visit_other_sites_pieces_too(
    notebook: Notebooks, pocket: Path
) -> None:
    """A laptop that keeps one site alone carries another site's facts: of the erased their hashes are left there."""
    far = notebook("lontano", kept=("scuola", "plesso/altrove"))
    far.append("plesso/altrove", rows_of(school_day(30)))
    _visit(pocket, far)
    before = _bytes_of(pocket)
    rows = rows_of(school_day(30))
    gone = rows[0].person
    assert gone is not None
    traces = [gone, *{row.salt for row in rows if row.person == gone}]
    assert _hits(before, traces) == len(traces)
    carrier = notebook("uno")

    visit(pocket, SCHOOL, carrier, device_key=carrier.key_of, gone=lambda: Gone(frozenset({gone})))

    assert _hits(_bytes_of(pocket), traces) == 0
    taker = notebook("vicino al lontano", kept=("scuola", "plesso/altrove"))
    report = _visit(pocket, taker)
    assert report.left_out == 0
    assert taker.digest("plesso/altrove") == far.digest("plesso/altrove")


def test_a_stick_without_the_erased_is_carried_on_byte_for_byte(notebook: Notebooks, pocket: Path) -> None:
    far = notebook("lontano", kept=("scuola", "plesso/altrove"))
    far.append("plesso/altrove", rows_of(school_day(30)))
    _visit(pocket, far)
    carrier = notebook("uno")
    _visit(pocket, carrier)
    before = _bytes_of(pocket)

    visit(pocket, SCHOOL, carrier, device_key=carrier.key_of, gone=lambda: Gone(frozenset({b"\x55" * 16})))

    assert _bytes_of(pocket) == before


def _bytes_of(pocket: Path) -> bytes:
    """Everything on a stick, each segment's columns unpacked too: compression must not hide anything from a search."""
    content = b"".join(path.read_bytes() for path in sorted(pocket.rglob("*")) if path.is_file())
    opened = [
        encode(pack_columns(parse_segment(data).rows))
        for path in _files(pocket)
        for data in FrameReader(body_cap=stick.FILE_CAP).feed(path.read_bytes()[len(stick.MAGIC) :])
    ]
    return content + b"".join(opened)


def _hits(content: bytes, traces: list[bytes]) -> int:
    return sum(trace in content for trace in traces)
