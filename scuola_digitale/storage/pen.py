"""What it takes to write facts, and how one becomes a row."""

from collections.abc import Callable

import msgspec

from scuola_digitale.domain.facts import Fact
from scuola_digitale.format.chain import FactRow, Stream, row_of
from scuola_digitale.format.errors import MissingKeyError
from scuola_digitale.format.heads import Head, sign_as_author, sign_head
from scuola_digitale.format.kinds import Kind, Seal, plain_fields


class Pen(msgspec.Struct, frozen=True):
    """What it takes to write facts: the device's secret seed, the seal, and a staff author's seed, id and seal."""

    device_seed: bytes
    seal: Seal
    author_seed: bytes | None = None
    author: bytes | None = None
    staff_seal: Seal | None = None

    def seal_of(self, kind: Kind) -> Seal:
        """The seal for a kind of facts.

        Raises:
            MissingKeyError: only staff may seal it, and the author holds no key of theirs.
        """
        if kind.sealed_for == "scuola":
            return self.seal
        if self.staff_seal is None:
            raise MissingKeyError
        return self.staff_seal

    def row(self, kind: Kind, fact: Fact, *, at_ms: int, salt: bytes) -> FactRow:
        """A fact as it is stored and sent, sealed; `at_ms` by the hybrid logical clock, `salt` of its person.

        Raises:
            MissingKeyError: only staff may seal it, and the author holds no key of theirs.
        """
        fields = plain_fields(kind, fact, self.seal_of(kind))
        return row_of(
            kind.number,
            at_ms,
            getattr(fact, "person", None),
            getattr(fact, kind.subject) if kind.subject else None,
            salt,
            fields=[*fields, self.author] if fact.staff else fields,
        )

    def signed(self, row: FactRow, stream: Stream, seq: int) -> FactRow:
        """A staff fact with its author's signature for the one place where it stands."""
        if self.author_seed is None:
            raise ValueError("a staff fact needs an author")
        return sign_as_author(self.author_seed, stream, seq, row)


def signer(device_seed: bytes) -> Callable[[Stream, int, bytes], Head]:
    """Signs heads of a device's streams with its secret seed."""
    return lambda stream, seq, chain: sign_head(device_seed, stream, seq, chain)
