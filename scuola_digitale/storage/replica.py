"""What the exchange asks of a place that keeps facts, be it a laptop, a hub, a stick or the region."""

from collections.abc import Collection, Sequence
from typing import Protocol

import msgspec

from scuola_digitale.format.batch import Refusal
from scuola_digitale.format.chain import StreamState
from scuola_digitale.format.vector import PeerVector


class Taken(msgspec.Struct, frozen=True):
    """What became of some segments.

    Attributes:
        accepted: facts that were new here and are now committed.
        refused: segments left out, by their place among those handed in, each with its reason for the log.
            A segment known already is neither accepted nor refused.
    """

    accepted: int
    refused: Sequence[Refusal] = ()


class Replica(Protocol):
    """A place that keeps whole streams of the scopes it is there for.

    A conversation is: `sign_heads`, then `states` for digest and vector (format/vector.py), then
    `segments_after` what the peer holds, the peer's `take`, and `acknowledged` with what the peer says it
    holds *after its commit*. Every method may be repeated at will; nothing is ever lost or counted twice.
    Each is safe to call from any thread.
    """

    def scopes(self) -> tuple[str, ...]:
        """The scopes kept here: `scuola` and a `plesso/ID` or more."""
        ...

    def states(self, scopes: Collection[str]) -> tuple[StreamState, ...]:
        """How far each stream of these scopes goes, with its chain value there, as committed."""
        ...

    def sign_heads(self, *, in_steps: bool = False) -> None:
        """Signs what this device wrote since its last head; a place without a device key does nothing.

        What is not signed is not in `segments_after`, so this comes before `states` of each conversation. Segments
        end at heads: `in_steps` puts more of them where nobody else holds the facts yet, so that a line that falls
        has little to send again.
        """
        ...

    def segments_after(
        self, peer: PeerVector, scopes: Collection[str], limit_bytes: int = 1 << 20
    ) -> list[bytes]:
        """Segments with what the peer lacks of these scopes, each stream in order.

        Stops after the segment that passes `limit_bytes` (a segment holds about 1,000 facts, 13 KB): what is
        left goes in the next request, from what the peer will then hold. A peer that is ahead of this place
        gets nothing of that stream.
        """
        ...

    def take(self, segments: Sequence[bytes], scopes: Collection[str]) -> Taken:
        """Verifies segments and commits what is new of them, with its effects, in one transaction.

        Hand in together what came together: certificates inside verify the others, and small segments cost
        less so. A segment that is damaged, not signed by its device, of a scope not in `scopes`, or that
        leaves a gap is refused alone; the others are taken.

        Raises:
            DiskFullError: there is no room; nothing was taken.
        """
        ...

    def acknowledged(self, peer: PeerVector, digest: bytes | None = None) -> None:
        """Notes what a keeper (the region, a hub) holds durably; what is not yet held anywhere else waits.

        With equal digests the peer holds the same: hand in `PeerVector.of(states)` and no digest. With a vector
        that the peer told hand in its digest too: of a forked stream the vector may mean another branch, so it
        is believed only where our own chains give that digest.
        """
        ...
