"""A pupil who changes school keeps what they did, wrote and like; whoever takes them in sees where it comes from."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from format_samples import answered
from moving_pupils import EXERCISE, Moves, passage_file, share, told

from scuola_digitale.domain.facts import (
    FactBrought,
)
from scuola_digitale.domain.preferences import Preferences
from scuola_digitale.format import passage as files
from scuola_digitale.format.canonical import encode
from scuola_digitale.format.compression import decompress
from scuola_digitale.format.passage import open_file
from scuola_digitale.storage.errors import (
    AlreadyHereError,
    ForgottenHereError,
    NothingKnownError,
)


@pytest.fixture
def moves(tmp_path: Path) -> Iterator[Moves]:
    moves = Moves(tmp_path)
    yield moves
    moves.close()


def test_another_school_sees_all_that_a_pupil_did_wrote_and_likes(moves: Moves) -> None:
    before = told(moves.old.first, moves.person)
    data, code = passage_file(moves)

    passage, _ = open_file(data, code)
    person = moves.at_new().welcome(passage)

    new = moves.new.first
    assert told(new, person) == before
    assert before["preferences"] == Preferences(face="Lexend", scale=130)
    [pupil] = new.pupils()
    assert (pupil.name, pupil.grade.value, pupil.avatar) == ("Ortensia", "P3", "lupo")
    [note] = new.notes_on(person, moves.new.teacher)
    assert note.text == "Le piacciono le torte."
    new.rebuild()
    assert told(new, person) == before


def test_what_came_along_says_who_wrote_it_and_where(moves: Moves) -> None:
    passage, _ = open_file(*passage_file(moves))
    person = moves.at_new().welcome(passage)

    [word] = moves.new.first.words_for(person)
    assert word.author == "maestra Nives (Pian di Sasso)"
    facts = moves.at_new().dossier(person).facts
    brought = [one for one in facts if one.brought_ms]
    assert len(brought) == len(passage.facts) >= 13
    assert all(one.at_ms < one.brought_ms for one in brought)
    assert len({one.author for one in brought}) == 2
    assert moves.old.teacher_id not in {one.author for one in brought}


def test_the_new_school_knows_the_pupil_by_an_id_of_its_own(moves: Moves) -> None:
    passage, _ = open_file(*passage_file(moves))
    person = moves.at_new().welcome(passage)

    assert person != moves.person
    database = sqlite3.connect(moves.new.first.folder / "scuola.db")
    assert database.execute("SELECT count(*) FROM name WHERE value = ?", (moves.person,)).fetchone() == (0,)
    database.close()


def test_nothing_of_another_pupil_goes_along(moves: Moves) -> None:
    packed = moves.packed.passage(moves.person)

    data = files.pack(packed.passage)
    opened = decompress(data, files.OPEN_CAP)
    assert moves.other not in opened
    assert b"Tobia" not in opened
    assert len(packed.passage.facts) < len(moves.old.first.tries(moves.person)) + 14


def test_two_laptops_that_take_in_the_same_file_count_it_once(moves: Moves) -> None:
    before = told(moves.old.first, moves.person)
    passage, _ = open_file(*passage_file(moves))

    people = {moves.at_new(number).welcome(passage) for number in (0, 1)}
    share(*moves.new.laptops)

    [person] = people
    for laptop in moves.new.laptops:
        assert told(laptop, person) == before
        assert len(laptop.notes_on(person, moves.new.teacher)) == 1
        assert [one.name for one in laptop.pupils()] == ["Ortensia"]
    with pytest.raises(AlreadyHereError):
        moves.at_new(1).welcome(passage)


def test_new_work_goes_on_from_the_old(moves: Moves) -> None:
    passage, _ = open_file(*passage_file(moves))
    person = moves.at_new().welcome(passage)

    moves.new.first.record([answered(person=person, exercise_ref=EXERCISE, score=100, attempt=4)])

    done = moves.new.first.progress(person).exercise(EXERCISE)
    assert (done.attempts, done.best) == (4, 100)


def test_the_old_school_can_forget_and_the_new_one_keeps(moves: Moves) -> None:
    before = told(moves.old.first, moves.person)
    passage, _ = open_file(*passage_file(moves))
    person = moves.at_new().welcome(passage)

    moves.old.founder().erase(moves.person)

    assert moves.old.first.progress(moves.person).exercises == {}
    assert told(moves.new.first, person) == before


def test_who_was_erased_here_is_not_brought_back(moves: Moves) -> None:
    passage, _ = open_file(*passage_file(moves))
    person = moves.at_new().welcome(passage)
    moves.new.founder().erase(person)

    with pytest.raises(ForgottenHereError):
        moves.at_new().welcome(passage)

    assert moves.new.first.progress(person).exercises == {}
    assert moves.new.first.pupils() == ()
    content = b"".join(one.read_bytes() for one in moves.new.first.folder.rglob("*") if one.is_file())
    assert person in moves.new.first.erased()
    assert b"Lexend" not in content


def test_who_is_not_in_the_roster_does_not_leave(moves: Moves) -> None:
    with pytest.raises(NothingKnownError):
        moves.packed.passage(b"\x77" * 16)


def test_what_came_along_and_is_no_fact_stands_in_quarantine(moves: Moves) -> None:
    passage, _ = open_file(*passage_file(moves))
    person = moves.at_new().welcome(passage)
    before = told(moves.new.first, person)
    bad = [
        FactBrought(person=person, subject=None, brought=20, at_ms=5, body=encode(["scuola", b"x", b"y"])),
        FactBrought(person=person, subject=EXERCISE, brought=9, at_ms=5, body=encode([1, 2])),
        FactBrought(person=person, subject=EXERCISE, brought=9, at_ms=5, body=b"\xc1"),
    ]

    moves.new.first.record(bad, author=moves.new.teacher)

    assert moves.new.first.quarantine() == (("malformed", 3),)
    assert told(moves.new.first, person) == before
