"""Forks: what two clones wrote in the same place of one stream stands side by side, as branches of one tree.

A replica keeps the branch it met first from seq 1 on, and each other one from where it leaves a branch held
already. Which came first differs from place to place; the tips of the branches are the same everywhere.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

from scuola_digitale.format.chain import Stream, StreamState, stream_hash
from scuola_digitale.format.segment import ReadSegment
from scuola_digitale.format.signing import blake
from scuola_digitale.format.vector import PeerVector

MAX_BRANCHES = 8
"""With more branches than these in one stream, its device is suspended: no clone, but somebody's mischief."""

_STEP_BACK = 16


class Branch(Protocol):
    """A branch as it is held somewhere."""

    @property
    def stream(self) -> Stream:
        """The stream it is a branch of."""
        ...

    @property
    def seq(self) -> int:
        """Where it ends."""
        ...

    @property
    def chain(self) -> bytes:
        """h(seq)."""
        ...

    @property
    def after(self) -> int:
        """The seq at which it leaves the branch that it grew from; 0 for the first one."""
        ...


_Held = TypeVar("_Held", bound=Branch)


def is_suspended(branches: Sequence[Branch]) -> bool:
    """Whether a stream has more branches than clones explain."""
    return len(branches) > MAX_BRANCHES


def states_of(branches: Sequence[Branch], *, asks_from: int | None) -> list[StreamState]:
    """What digest and vector say of one stream; `asks_from` as in `StreamState`."""
    stream = branches[0].stream
    if is_suspended(branches):
        return [StreamState(stream, 1, _suspension(stream), forked=True)]
    forked = len(branches) > 1
    return [
        StreamState(stream, branch.seq, branch.chain, forked=forked, asks_from=asks_from)
        for branch in branches
        if branch.seq
    ]


def place_of(
    segment: ReadSegment, branches: Iterable[_Held], chain_at: Callable[[_Held, int], bytes]
) -> tuple[_Held, int] | None:
    """Where a segment meets what is held: a branch, and the last seq at which both are the same.

    None where it meets no branch: there is a gap before it, or it is of a branch whose beginning is not held.
    """
    best: tuple[_Held, int] | None = None
    for branch in branches:
        low, high = max(segment.first_seq - 1, branch.after), min(segment.last_seq, branch.seq)
        if low > high or (best is not None and high <= best[1]):
            continue
        if chain_at(branch, low) != _chain_in(segment, low):
            continue
        # What is the same at a seq is the same at all before it, so it can be looked for by halves.
        while low < high:
            middle = (low + high + 1) // 2
            if chain_at(branch, middle) == _chain_in(segment, middle):
                low = middle
            else:
                high = middle - 1
        if best is None or low > best[1]:
            best = branch, low
    return best


def _chain_in(segment: ReadSegment, seq: int) -> bytes:
    before = seq - segment.first_seq
    return segment.previous_chain if before < 0 else segment.chains[before]


def ask_from(segment: ReadSegment, top: int) -> int:
    """How far back to ask for a branch whose beginning is not held: ever further, not all at once."""
    return max(0, top - _STEP_BACK * max(1, top - segment.first_seq + 1))


def starts(
    branches: Sequence[_Held], peer: PeerVector, heads: Callable[[_Held], Iterable[tuple[int, bytes]]]
) -> list[tuple[_Held, int]]:
    """After which seq a peer lacks each branch of a stream; `heads` gives the seqs and chains signed in a branch."""
    first = branches[0]
    stream, top = first.stream, peer.seq_of(first.stream)
    if len(branches) == 1:
        return [(first, top)]
    if is_suspended(branches) and peer.holds_tip(stream, 1, _suspension(stream)):
        return []
    # Who knows of no fork may hold either branch up to `top`.
    trunk = min(top, *(branch.after for branch in branches[1:]))
    return [
        (branch, _known(branch, trunk if branch is first else branch.after, peer, heads))
        for branch in branches
    ]


def _known(
    branch: _Held, least: int, peer: PeerVector, heads: Callable[[_Held], Iterable[tuple[int, bytes]]]
) -> int:
    if peer.holds_tip(branch.stream, branch.seq, branch.chain):
        return branch.seq
    points = (seq for seq, chain in heads(branch) if peer.holds_tip(branch.stream, seq, chain))
    return max([least, *points])


def _suspension(stream: Stream) -> bytes:
    return blake(b"sd1x" + stream_hash(stream))
