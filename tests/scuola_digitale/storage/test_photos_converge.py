"""Photos set and taken away on three laptops, which meet when it happens: in the end all show and keep the same."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from photo_traces import hits, photo_bytes, sealed_photos
from school_samples import PASSWORD, TestSchool, pass_on

from scuola_digitale.storage.photos import set_photo, take_photos_away, want_photos

LAPTOPS = st.integers(0, 2)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("set"), LAPTOPS, st.integers(0, 9)),
        st.tuples(st.just("take"), LAPTOPS, st.just(0)),
        st.tuples(st.just("meet"), LAPTOPS, LAPTOPS),
    ),
    max_size=8,
)


@settings(max_examples=15, deadline=None)
@given(STEPS)
def test_whatever_order_things_are_heard_of_in(steps: list[tuple[str, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        school = TestSchool(Path(folder), laptops=3)
        try:
            _live(school, steps)
        finally:
            school.close()


def _live(school: TestSchool, steps: list[tuple[str, int, int]]) -> None:
    person = school.pupil("Lucia")
    want_photos(school.first, school.technician, wanted=True)
    _all_meet(school)
    sealed: set[bytes] = set()
    last = b""
    for step, laptop, number in steps:
        school.clock.pass_ms(1_000)
        here = school.laptops[laptop]
        author = here.unlock(school.teacher_id, PASSWORD)
        if step == "set":
            last = photo_bytes(number, 1_500)
            set_photo(here, author, person, last)
        elif step == "take":
            last = b""
            take_photos_away(here, author, frozenset({person}))
        else:
            pass_on(here.replica, school.laptops[number].replica)
        sealed |= set(sealed_photos(here.folder / "scuola.db", person))
    _all_meet(school)

    kept = {frozenset(sealed_photos(one.folder / "scuola.db", person)) for one in school.laptops}
    assert {one.pupils()[0].photo for one in school.laptops} == {last}
    assert len(kept) == 1
    gone = list(sealed - next(iter(kept)))
    assert hits(school.folder.glob("portatile-*/**/*"), gone) == []
    if not last:
        assert kept == {frozenset()}


def _all_meet(school: TestSchool) -> None:
    for _ in range(2):
        for giver in school.laptops:
            for taker in school.laptops:
                if giver is not taker:
                    pass_on(giver.replica, taker.replica)
