"""A pupil who goes to another site of the school, or comes back, takes along all they did, and nothing counts twice."""

import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from format_samples import answered
from moving_pupils import Sites, told
from school_samples import pass_on

from scuola_digitale.domain.facts import (
    HomeSet,
    PupilSent,
)


@pytest.fixture
def sites(tmp_path: Path) -> Iterator[Sites]:
    sites = Sites(tmp_path)
    yield sites
    sites.close()


def test_a_laptop_of_another_site_learns_of_the_staff_and_of_no_pupil(sites: Sites) -> None:
    sites.meet()

    assert sites.far.identity.scope == "plesso/montelago"
    assert {one.name for one in sites.far.staff()} == {"Elvio", "Nives"}
    assert sites.far.pupils() == ()
    database = sqlite3.connect(sites.far.folder / "scuola.db")
    assert database.execute("SELECT count(*) FROM salt").fetchone() == (0,)
    database.close()


def test_a_pupil_goes_to_another_site_of_the_school_and_all_goes_along(sites: Sites) -> None:
    before = told(sites.first, sites.person)

    sites.at(sites.first).send(sites.person)
    assert sites.first.leaving() == {sites.person}
    sites.meet()
    assert sites.far.leaving() == frozenset()
    [arrival] = sites.at(sites.far).arrivals()
    assert (arrival.passage.name, arrival.passage.place) == ("Ortensia", "Pian di Sasso")
    assert sites.at(sites.first).arrivals() == ()
    sites.at(sites.far).welcome(arrival.passage)
    sites.meet()

    assert told(sites.far, sites.person) == before
    assert [one.name for one in sites.far.pupils()] == ["Ortensia"]
    assert [one.name for one in sites.first.pupils()] == ["Tobia"]
    assert [one.name for one in sites.first.former_pupils()] == ["Ortensia"]
    assert sites.first.leaving() == frozenset()
    assert sites.first.away() == {sites.person}
    assert sites.at(sites.far).arrivals() == ()
    [word] = sites.far.words_for(sites.person)
    assert word.author in {"Nives", "maestra Nives (Pian di Sasso)"}


def test_who_comes_back_counts_nothing_twice(sites: Sites) -> None:
    before = told(sites.first, sites.person)
    sites.at(sites.first).send(sites.person)
    sites.meet()
    sites.at(sites.far).welcome(sites.at(sites.far).arrivals()[0].passage)
    sites.meet()
    sites.school.clock.pass_ms(86_400_000)
    sites.far.record([answered(person=sites.person, exercise_ref="marche/acqua/goccia")])
    after = told(sites.far, sites.person)

    sites.at(sites.far).send(sites.person)
    sites.meet()
    sites.at(sites.first).welcome(sites.at(sites.first).arrivals()[0].passage)
    sites.meet()

    assert told(sites.first, sites.person) == after != before
    assert sorted(one.name for one in sites.first.pupils()) == ["Ortensia", "Tobia"]
    assert sites.far.pupils() == ()
    sites.first.rebuild()
    assert told(sites.first, sites.person) == after


def test_a_package_in_many_pieces_arrives_whole_or_not_yet(sites: Sites) -> None:
    chance = random.Random(4)
    for turn in range(300):
        sites.first.record(
            [
                answered(
                    person=sites.person,
                    exercise_ref=f"marche/r/{turn}",
                    answer=(chance.randbytes(60).hex(),),
                    typed=True,
                )
            ]
        )
    sites.at(sites.first).send(sites.person)
    sent = sites.first.replica
    sent.sign_heads()
    before = told(sites.first, sites.person)
    database = sqlite3.connect(sites.first.folder / "scuola.db")
    [pieces] = database.execute("SELECT count(*) FROM saying WHERE thing = 'sent'").fetchone()
    database.close()
    assert pieces > 1

    sites.meet()
    [arrival] = sites.at(sites.far).arrivals()
    sites.at(sites.far).welcome(arrival.passage)

    assert told(sites.far, sites.person) == before


def test_an_erasure_reaches_the_package_on_its_way_and_what_was_welcomed(sites: Sites) -> None:
    sites.at(sites.first).send(sites.person)
    sites.meet()
    sites.at(sites.far).welcome(sites.at(sites.far).arrivals()[0].passage)
    sites.meet()

    sites.school.founder().erase(sites.person)
    sites.meet()

    for laptop in (sites.first, sites.far):
        assert laptop.progress(sites.person).exercises == {}
        assert sites.at(laptop).arrivals() == ()
        database = sqlite3.connect(laptop.folder / "scuola.db")
        left = database.execute("SELECT thing FROM saying WHERE key = ?", (sites.person,)).fetchall()
        database.close()
        assert left == [("erasure",)]


def test_pieces_that_are_written_badly_are_no_arrival(sites: Sites) -> None:
    for bundle, part, parts in (("a b", 1, 1), ("ab" * 16, 0, 0), ("cd" * 16, 1, 1), ("ef" * 16, 2, 2)):
        sites.first.record(
            [
                PupilSent(
                    person=sites.person,
                    site="plesso/piandisasso",
                    bundle=bundle,
                    part=part,
                    parts=parts,
                    piece=b"no",
                )
            ],
            author=sites.school.teacher,
        )
    sites.meet()

    assert sites.at(sites.far).arrivals() == ()


def test_a_pupils_laptop_alone_moves_nobody(sites: Sites) -> None:
    with pytest.raises(ValueError, match="author"):
        sites.far.record([HomeSet(person=sites.person, site="plesso/montelago")])


def test_who_was_not_sent_yet_is_no_arrival(sites: Sites) -> None:
    sites.meet()

    assert sites.at(sites.far).arrivals() == ()


def test_of_a_whole_log_another_site_takes_what_the_school_shares_and_nothing_else(sites: Sites) -> None:
    sites.at(sites.first).send(sites.person)

    refused = pass_on(sites.first.replica, sites.far.replica).refused

    assert {one.reason for one in refused} == {"a scope that is not exchanged here"}
    assert len(sites.at(sites.far).arrivals()) == 1
    assert sites.far.progress(sites.person).exercises == {}
