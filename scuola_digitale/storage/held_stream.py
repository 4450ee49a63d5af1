"""A stream as a database holds it, and why a segment of it may not be taken."""

from dataclasses import dataclass

from scuola_digitale.format.chain import Stream

LEAST_PACKED = 50
"""Facts in a run that closing a year packs: a shorter one stays rows, its segment would not be smaller."""


@dataclass(slots=True)
class HeldStream:
    """A stream as held here, or a branch of one that forked.

    Attributes:
        number: in this database.
        seq, chain: where it ends.
        open_bytes: of bodies since its last head.
        held: how far a keeper holds it too.
        parent, after: a branch's rows begin behind seq `after` of another one; 0 and 0 for a whole stream.
    """

    number: int
    stream: Stream
    seq: int
    chain: bytes
    open_bytes: int = 0
    held: int = 0
    parent: int = 0
    after: int = 0


class NotTakenError(Exception):
    """Why a good segment cannot be taken, in English for the log."""
