"""Facts inside facts: what a pupil brought along from another site or school, read as if it had been written here."""

from typing import Final

from scuola_digitale.domain.facts import FactBrought
from scuola_digitale.format.canonical import Plain, encode
from scuola_digitale.format.chain import FactRow
from scuola_digitale.format.columns import MAX_FACT_BYTES
from scuola_digitale.format.errors import BadSegmentError
from scuola_digitale.format.kinds import FACT_BROUGHT, KINDS, KindTable, TypedFact, typed_fact

CARRIED: Final = frozenset({7, 8, 9, 10, 14, 15, 16, 17, 21})
"""The kinds that go along: what a pupil did and wrote, what staff said to them and of them, their fields."""


LONGEST_INNER_BYTES: Final = MAX_FACT_BYTES - 400
"""A fact inside another has signature, author and subject around it."""


def inner_row(fact: FactBrought) -> FactRow:
    """The row that it was, at its own time; without a salt, for nothing is hashed of it."""
    return FactRow(fact.brought, fact.at_ms, fact.person, fact.subject, b"", fact.body)


def inner_of(row: FactRow) -> FactRow | None:
    """The fact inside a row that was brought along; None for any other row."""
    kind = KINDS.get(row.kind)
    if kind is None or row.kind != FACT_BROUGHT:
        return None
    try:
        fact = typed_fact(kind, row).fact
    except BadSegmentError:
        return None
    return inner_row(fact) if isinstance(fact, FactBrought) else None


def unwrapped(fact: FactBrought, kinds: KindTable) -> TypedFact:
    """The fact inside; the author of a staff fact is who wrote it there, and signs nothing here.

    Raises:
        BadSegmentError: it is of no kind that goes along, or not what its kind promises.
        LookupError: this program does not know its kind.
    """
    kind = kinds.get(fact.brought)
    if fact.brought not in CARRIED:
        raise BadSegmentError("a kind that does not go along")
    if kind is None:
        raise LookupError(fact.brought)
    return typed_fact(kind, inner_row(fact))


def inner_body(fields: list[Plain], author: bytes | None) -> bytes:
    """The body of a fact to be brought: its fields, and of a staff fact its author with no signature behind them."""
    return encode([*fields, author, b""] if author is not None else fields)
