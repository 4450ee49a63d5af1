"""What is gone only grows, whatever order it is heard of in, and covers just what was said."""

from hypothesis import given
from hypothesis import strategies as st

from scuola_digitale.domain.facts import PersonErased, PhotosErased, PupilAdded
from scuola_digitale.format.chain import FactRow, RedactedRow, fact_hash
from scuola_digitale.format.gone import Gone, gone_by

LUCIA, TOBIA = b"l" * 16, b"t" * 16
PERSONS = st.sampled_from([LUCIA, TOBIA, b"z" * 16])
GONE = st.builds(
    Gone,
    persons=st.frozensets(PERSONS, max_size=2),
    photos=st.dictionaries(PERSONS, st.integers(0, 99), max_size=3),
)
ROWS = st.builds(
    FactRow,
    kind=st.sampled_from([7, 9, 28, 29]),
    hlc_ms=st.integers(0, 99),
    person=st.one_of(st.none(), PERSONS),
    subject=st.none(),
    salt=st.just(b"s" * 16),
    body=st.just(b"\x90"),
)


@given(GONE, GONE, GONE, ROWS)
def test_the_order_in_which_it_is_heard_of_does_not_matter(
    one: Gone, other: Gone, third: Gone, row: FactRow
) -> None:
    assert one | other == other | one
    assert (one | other) | third == one | (other | third)
    assert one | one == one
    assert (one | other).covers(row) == (one.covers(row) or other.covers(row))


@given(GONE, ROWS)
def test_what_is_gone_of_one_person_covers_theirs_alone(gone: Gone, row: FactRow) -> None:
    assert gone.of(LUCIA).covers(row) == (gone.covers(row) and row.person == LUCIA)


def _row(kind: int, hlc_ms: int, person: bytes = LUCIA) -> FactRow:
    return FactRow(kind, hlc_ms, person, None, b"s" * 16, b"\x90")


def test_photos_up_to_a_time_are_covered_and_nothing_else() -> None:
    gone = gone_by(PhotosErased(erased=LUCIA, until_ms=50))

    assert [gone.covers(_row(28, at)) for at in (49, 50, 51)] == [True, True, False]
    assert gone.covers(_row(29, 50))
    assert not gone.covers(_row(7, 50))
    assert not gone.covers(_row(28, 50, TOBIA))
    assert not gone.covers(RedactedRow(b"h" * 16))


def test_of_an_erased_person_everything_is_covered() -> None:
    gone = gone_by(PersonErased(erased=LUCIA))

    assert all(gone.covers(_row(kind, 1 << 40)) for kind in (7, 9, 28, 29))
    assert not gone.covers(_row(9, 1, TOBIA))
    assert not gone_by(PupilAdded(person=LUCIA))


def test_what_is_left_of_a_covered_row_is_its_hash() -> None:
    row, other = _row(28, 5), _row(9, 5)

    assert gone_by(PhotosErased(erased=LUCIA, until_ms=9)).without([row, other]) == [
        RedactedRow(fact_hash(row)),
        other,
    ]
    assert Gone().without([row]) == [row]
