"""What is a pupil's own follows them to every laptop, and no byte of it can be read outside the school."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from format_samples import answered
from school_samples import TestSchool, pass_on

from scuola_digitale.domain.facts import AnswerMarked, NotebookSet, PersonId, PreferenceSet, PupilFieldSet
from scuola_digitale.domain.notebook import Entry, written_entry
from scuola_digitale.domain.open_answers import Mark, written_mark
from scuola_digitale.domain.preferences import Preferences
from scuola_digitale.format.vector import PeerVector

REF = "marche/frazioni/spiega"


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    made = TestSchool(tmp_path, laptops=2)
    yield made
    made.close()


def _wrote(school: TestSchool, person: PersonId, text: str) -> int:
    """An open answer; gives when it was given."""
    school.clock.pass_ms(1_000)
    school.first.record([answered(person=person, exercise_ref=REF, answer=(text,), typed=True, score=None)])
    return school.first.open_answers(person)[0].at_ms


def _mark(school: TestSchool, person: PersonId, at_ms: int, mark: Mark) -> None:
    school.first.record(
        [AnswerMarked(person=person, exercise_ref=REF, answered_ms=at_ms, mark=written_mark(mark))],
        author=school.teacher,
    )


def test_preferences_follow_the_pupil_to_another_laptop_field_by_field(school: TestSchool) -> None:
    zeno = school.pupil("Zeno")
    pass_on(school.first.replica, school.laptops[1].replica)
    school.first.record([PreferenceSet(person=zeno, setting="face=Lexend")])
    school.laptops[1].record([PreferenceSet(person=zeno, setting="ruler=1")])

    pass_on(school.laptops[1].replica, school.first.replica)

    assert school.first.preferences(zeno) == Preferences(face="Lexend", ruler=True)


def test_an_open_answer_waits_until_the_teacher_has_read_that_very_one(school: TestSchool) -> None:
    zeno = school.pupil("Zeno")
    first = _wrote(school, zeno, "Perché le fette sono uguali.")
    assert school.first.progress(zeno).exercise(REF).waits
    assert school.first.open_answers(zeno)[0].text == "Perché le fette sono uguali."

    _mark(school, zeno, first, Mark(50, "Quasi: quante sono?"))
    assert not school.first.progress(zeno).exercise(REF).waits
    assert school.first.open_answers(zeno)[0].mark == Mark(50, "Quasi: quante sono?")

    second = _wrote(school, zeno, "Sono otto.")
    assert school.first.progress(zeno).exercise(REF).waits

    _mark(school, zeno, second, Mark(100, "Giusto!"))
    assert school.first.progress(zeno).exercise(REF).done
    assert [one.score for one in school.first.tries(zeno)] == [50, 100]


def test_every_try_is_told_with_what_was_answered(school: TestSchool) -> None:
    zeno = school.pupil("Zeno")
    told = [
        answered(
            person=zeno, exercise_ref="marche/frazioni/es1", answer=("b", "d"), score=50, hints=1, seed=7
        ),
        answered(
            person=zeno, exercise_ref="marche/frazioni/es2", answer=("otto", "tre"), typed=True, score=0
        ),
        answered(person=zeno, exercise_ref=REF, answer=("Uno.\nDue.",), typed=True, score=None),
        answered(person=zeno, exercise_ref="marche/altro/es1", answer=("a",), score=0),
    ]
    for one in told:
        school.clock.pass_ms(1_000)
        school.first.record([one])
    pass_on(school.first.replica, school.laptops[1].replica)

    for laptop in (school.first, school.laptops[1]):
        given = laptop.given_answers(zeno, "marche/frazioni")
        assert [one.answer for one in given] == [("b", "d"), ("otto", "tre"), ("Uno.\nDue.",)]
        assert [(one.score, one.hints, one.seed) for one in given] == [(50, 1, 7), (0, 0, 0), (None, 0, 0)]

    _mark(school, zeno, given[-1].at_ms, Mark(50, "Quasi"))
    assert school.first.given_answers(zeno, "marche/frazioni")[-1].score == 50
    assert school.first.given_answers(zeno, "marche/altra") == ()


def test_only_a_teacher_marks(school: TestSchool) -> None:
    zeno = school.pupil("Zeno")
    at_ms = _wrote(school, zeno, "Sono otto.")

    school.first.record(
        [AnswerMarked(person=zeno, exercise_ref=REF, answered_ms=at_ms, mark="100 Sì")],
        author=school.technician,
    )

    assert school.first.progress(zeno).exercise(REF).waits
    assert ("author-not-entitled", 1) in school.first.quarantine()


def test_a_page_of_the_notebook_is_rewritten_and_thrown_away(school: TestSchool) -> None:
    zeno = school.pupil("Zeno")
    entry = Entry(kind="appunto", lesson_ref="marche/frazioni", words="Otto fette")
    for page_id in ("a" * 16, "b" * 16):
        school.clock.pass_ms(1_000)
        school.first.record([NotebookSet(person=zeno, page_id=page_id, entry=written_entry(entry))])

    school.first.record([NotebookSet(person=zeno, page_id="a" * 16, entry="")])

    assert [page.page_id for page in school.first.notebook(zeno)] == ["b" * 16]
    assert school.first.notebook(zeno)[0].entry == entry


def test_the_picture_pin_and_the_card_stand_in_the_roster(school: TestSchool) -> None:
    zeno = school.pupil("Zeno")
    for field, value in (("figures", "sole luna goccia"), ("card", "lepre-27")):
        school.first.record(
            [PupilFieldSet(person=zeno, field=field, value=value)],  # type: ignore[arg-type]
            author=school.teacher,
        )

    told = school.first.pupils()[0]

    assert (told.figures, told.card) == (("sole", "luna", "goccia"), "lepre-27")


def test_nothing_of_it_can_be_read_in_what_travels_or_lies_on_the_disk(school: TestSchool) -> None:
    zeno = school.pupil("Zeno")
    at_ms = _wrote(school, zeno, "Perché trasuda.")
    _mark(school, zeno, at_ms, Mark(50, "Quasi, guarda bene."))
    school.first.record([PreferenceSet(person=zeno, setting="face=Lexend")])
    entry = Entry(kind="appunto", lesson_ref="marche/frazioni", words="Otto fette")
    school.first.record([NotebookSet(person=zeno, page_id="a" * 16, entry=written_entry(entry))])
    school.first.record(
        [PupilFieldSet(person=zeno, field="figures", value="campana luna goccia")], author=school.teacher
    )

    replica = school.first.replica
    replica.sign_heads()
    # Segments are compressed: what a reader of them finds inside is the stored bodies, so both are searched.
    travelling = b"".join(replica.segments_after(PeerVector({}), replica.scopes(), 1 << 30))
    stored = b"".join(
        path.read_bytes() for path in school.first.folder.iterdir() if path.name.startswith("scuola.db")
    )
    for secret in (b"Lexend", b"face", b"Otto", b"trasuda", b"guarda bene", b"campana"):
        assert secret not in travelling
        assert secret not in stored
