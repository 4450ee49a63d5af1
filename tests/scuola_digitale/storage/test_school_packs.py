"""Who may offer lessons to the school, and which offer counts: decided in the fold, alike on every laptop."""

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from school_samples import PASSWORD, TestSchool, pass_on

from scuola_digitale.domain.facts import PackOffered, PackWithdrawn
from scuola_digitale.domain.school_packs import PackOffer, is_school_publisher, read_offer, school_publisher
from scuola_digitale.domain.school_terms import Area
from scuola_digitale.format.kinds import KINDS
from scuola_digitale.storage.school_store import School
from scuola_digitale.storage.staff_keys import UnlockedStaff

OFFER = PackOffer(
    name="orto",
    title="L’orto di Nives",
    area=Area.SCUOLA,
    edition=1,
    lessons=1,
    manifest="a" * 64,
    index="b" * 64,
    index_size=100,
    size=1000,
)


@pytest.fixture
def school(tmp_path: Path) -> Iterator[TestSchool]:
    founded = TestSchool(tmp_path, laptops=2)
    yield founded
    founded.close()


def key_of(author: UnlockedStaff, number: int = 1) -> str:
    """What an author calls one of their packs in facts."""
    return f"{author.staff_id.hex()}/{number:016x}"


def offered(author: UnlockedStaff, number: int = 1, **changes: object) -> PackOffered:
    """The fact that offers it, with some of it changed."""
    offer = msgspec.structs.replace(OFFER, **changes)
    return PackOffered(pack_key=key_of(author, number), offer=offer.to_text())


def names(school: School) -> list[tuple[str, int]]:
    """The packs that count, each with its edition."""
    return [(pack.offer.name, pack.offer.edition) for pack in school.packs() if pack.offer]


def test_a_teacher_s_offer_counts_on_every_laptop_and_a_later_one_is_its_next_edition(
    school: TestSchool,
) -> None:
    teacher = school.teacher
    school.first.record([offered(teacher)], author=teacher)
    school.clock.pass_ms(1000)
    school.first.record([offered(teacher, edition=2)], author=teacher)

    pass_on(school.first.replica, school.laptops[1].replica)

    for laptop in school.laptops:
        [pack] = laptop.packs()
        assert pack.offer is not None
        assert pack.offer.edition == 2
        assert pack.author == teacher.staff_id
        assert pack.offered_ms > pack.first_ms


def test_nobody_but_its_author_offers_under_a_key(school: TestSchool) -> None:
    other = school.founding.staff("Remo", "maestro", "insegnante", PASSWORD)
    remo = school.first.unlock(other, PASSWORD)
    school.first.record([offered(school.teacher)], author=school.teacher)
    school.clock.pass_ms(1000)

    forged = PackOffered(
        pack_key=key_of(school.teacher), offer=msgspec.structs.replace(OFFER, edition=9).to_text()
    )
    school.first.record([forged], author=remo)
    school.first.record([PackWithdrawn(pack_key=key_of(school.teacher))], author=remo)

    assert names(school.first) == [("orto", 1)]
    assert ("author-not-entitled", 2) in school.first.quarantine()


def test_a_technician_writes_no_lessons_but_may_withdraw_them(school: TestSchool) -> None:
    technician = school.technician
    school.first.record([offered(technician)], author=technician)
    assert school.first.packs() == ()
    school.first.record([offered(school.teacher)], author=school.teacher)
    school.clock.pass_ms(1000)

    school.first.record([PackWithdrawn(pack_key=key_of(school.teacher))], author=technician)

    assert school.first.packs() == ()


def test_what_was_withdrawn_may_be_offered_again(school: TestSchool) -> None:
    teacher = school.teacher
    for fact in (offered(teacher), PackWithdrawn(pack_key=key_of(teacher)), offered(teacher, edition=3)):
        school.first.record([fact], author=teacher)
        school.clock.pass_ms(1000)

    assert names(school.first) == [("orto", 3)]


def test_of_two_packs_of_one_name_the_first_counts_everywhere(school: TestSchool) -> None:
    other = school.founding.staff("Remo", "maestro", "insegnante", PASSWORD)
    pass_on(school.first.replica, school.laptops[1].replica)
    remo = school.laptops[1].unlock(other, PASSWORD)
    school.clock.pass_ms(1000)
    school.first.record([offered(school.teacher, title="Prima")], author=school.teacher)
    school.clock.pass_ms(1000)
    school.laptops[1].record([offered(remo, edition=7, title="Dopo")], author=remo)

    pass_on(school.first.replica, school.laptops[1].replica)
    pass_on(school.laptops[1].replica, school.first.replica)

    for laptop in school.laptops:
        assert [pack.offer.title for pack in laptop.packs() if pack.offer] == ["Prima"]


def test_no_byte_of_an_offer_is_open(school: TestSchool) -> None:
    school.first.record([offered(school.teacher, title="Per Tobia")], author=school.teacher)
    school.first.replica.sign_heads()

    for file in school.first.folder.glob("scuola.db*"):
        data = file.read_bytes()
        assert b"Tobia" not in data
        assert b"orto" not in data


def test_an_older_program_keeps_offers_for_its_update(school: TestSchool, tmp_path: Path) -> None:
    folder = school.laptops[1].folder
    school.laptops[1].close()
    older = School.open(folder, clock=school.clock, random=os.urandom, kinds=KINDS.without(22, 23))
    school.first.record([offered(school.teacher)], author=school.teacher)
    pass_on(school.first.replica, older.replica)
    assert older.packs() == ()
    older.close()

    newer = School.open(folder, clock=school.clock, random=os.urandom)

    assert names(newer) == [("orto", 1)]
    school.laptops[1] = newer


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"name":"../x"}', OFFER.to_text().replace('"orto"', '"../orto"'), "{" * 9000]
)
def test_what_is_no_offer_is_none(text: str) -> None:
    assert read_offer(text) is None


def test_a_school_s_name_space_is_known_by_its_form() -> None:
    assert is_school_publisher(school_publisher("0" * 32))
    assert not is_school_publisher("scuola-di-montagna")
