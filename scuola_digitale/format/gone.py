"""What is forgotten: of which facts nothing but the hash may be kept, by whoever holds or carries them."""

from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from scuola_digitale.domain.facts import Fact, PersonErased, PhotosErased
from scuola_digitale.format.chain import FactRow, RedactedRow, Row, fact_hash
from scuola_digitale.format.kinds import PHOTO_SENT, PHOTO_SET

PHOTO_KINDS: Final = (PHOTO_SET, PHOTO_SENT)


class Gone(msgspec.Struct, frozen=True):
    """Who was erased, and whose photos up to when; both only ever grow, in whatever order they are heard of.

    Attributes:
        persons: of them every fact is gone.
        photos: of each of these persons the photos written up to so many ms.
    """

    persons: frozenset[bytes] = frozenset()
    photos: Mapping[bytes, int] = {}

    def __bool__(self) -> bool:
        return bool(self.persons or self.photos)

    def __or__(self, other: "Gone") -> "Gone":
        both = [*self.photos.items(), *other.photos.items()]
        return Gone(self.persons | other.persons, latest(both))

    @property
    def everybody(self) -> frozenset[bytes]:
        """All of whom anything is gone."""
        return self.persons | self.photos.keys()

    def of(self, person: bytes) -> "Gone":
        """What is gone of one person."""
        return Gone(self.persons & {person}, {person: self.photos[person]} if person in self.photos else {})

    def covers(self, row: Row) -> bool:
        """Whether a row must be its hash alone."""
        if not isinstance(row, FactRow) or row.person is None:
            return False
        return row.person in self.persons or (
            row.kind in PHOTO_KINDS and row.hlc_ms <= self.photos.get(row.person, -1)
        )

    def without(self, rows: Sequence[Row]) -> Sequence[Row]:
        """Rows, but of what is gone the hashes alone."""
        if not self:
            return rows
        return [RedactedRow(fact_hash(row)) if self.covers(row) else row for row in rows]


def latest(photos: Sequence[tuple[bytes, int]]) -> dict[bytes, int]:
    """Of several times for a person the latest."""
    found: dict[bytes, int] = {}
    for person, until_ms in photos:
        found[person] = max(until_ms, found.get(person, 0))
    return found


def gone_by(fact: Fact) -> Gone:
    """What a fact that counts makes go."""
    if isinstance(fact, PersonErased):
        return Gone(frozenset({fact.erased}))
    return Gone(photos={fact.erased: fact.until_ms}) if isinstance(fact, PhotosErased) else Gone()
