"""Who works here no more, or whose key was stolen, signs nothing that counts; what they signed before stays."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from school_samples import NEW_PASSWORD, TestSchool, pass_on, staff_names

from scuola_digitale.domain.facts import WordSent
from scuola_digitale.storage.errors import (
    OwnDismissalError,
)
from scuola_digitale.storage.root import DAY_MS


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    school = TestSchool(tmp_path, laptops=3)
    yield school
    school.close()


def test_who_works_here_no_more_signs_and_reads_nothing_new_and_what_was_signed_stays(
    school: TestSchool,
) -> None:
    person, old = school.pupil("Zeno"), school.teacher
    school.first.record([WordSent(person=person, text="Prima")], author=old)
    [nives] = [one for one in school.first.staff() if one.name == "Nives"]

    school.founder().dismiss(nives)
    school.founder().change_keys(without=[nives.staff_id])
    school.clock.pass_ms(1000)
    school.first.record([WordSent(person=person, text="Dopo")], author=old)

    assert [word.text for word in school.first.words_for(person)] == ["Prima"]
    assert staff_names(school.first) == ["Elvio"]
    assert [one.gone for one in school.first.all_staff()] == [False, True]
    assert len(school.first.refreshed(old).staff_keys) == len(old.staff_keys)


def test_a_stolen_key_counts_only_as_far_as_it_was_heard_of(school: TestSchool) -> None:
    """With a date in the past it could still write: only what is held when it is taken back counts."""
    person, away, thief = school.pupil("Zeno"), school.laptops[2], school.teacher
    school.first.record([WordSent(person=person, text="Prima")], author=thief)
    away.record([WordSent(person=person, text="Con una data vecchia")], author=thief)

    school.founder().revoke(school.teacher_id)
    pass_on(away.replica, school.first.replica)

    assert [word.text for word in school.first.words_for(person)] == ["Prima"]


def test_nobody_dismisses_themselves(school: TestSchool) -> None:
    [elvio] = [one for one in school.first.staff() if one.name == "Elvio"]
    with pytest.raises(OwnDismissalError) as refusal:
        school.founder().dismiss(elvio)
    assert refusal.value.remedy
    assert elvio.staff_id not in school.first.revoked()


def test_who_was_dismissed_for_theft_is_not_given_more_by_a_later_word(school: TestSchool) -> None:
    person, away, thief = school.pupil("Zeno"), school.laptops[2], school.teacher
    away.record([WordSent(person=person, text="Con una data vecchia")], author=thief)
    school.founder().revoke(school.teacher_id)
    school.clock.pass_ms(DAY_MS)

    [nives] = [one for one in school.first.all_staff() if one.name == "Nives"]
    school.founder().dismiss(nives)
    school.founder().recover(nives, NEW_PASSWORD)
    pass_on(away.replica, school.first.replica)

    assert school.first.words_for(person) == ()
