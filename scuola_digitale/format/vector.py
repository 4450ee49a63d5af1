"""How two replicas tell what they hold: a digest of 16 bytes, or a vector of seqs."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from scuola_digitale.format.canonical import Plain, encode
from scuola_digitale.format.chain import Stream, StreamState, stream_hash
from scuola_digitale.format.errors import BadSegmentError
from scuola_digitale.format.signing import blake

SHORT = 8
MAX_STREAMS = 100_000


def digest(states: Iterable[StreamState]) -> bytes:
    """H("sd1v" | (sid | seq | h(seq)) of every stream held, sorted): the same where the same is held.

    Give it the states of the scopes that both sides hold; streams still empty do not count.
    """
    parts = sorted(
        stream_hash(state.stream) + state.seq.to_bytes(8, "big") + state.chain
        for state in states
        if state.seq
    )
    return blake(b"sd1v" + b"".join(parts))


def writer_short(stream: Stream) -> bytes:
    """8 bytes for a stream's device and epoch."""
    return blake(encode([stream.device, stream.epoch]), SHORT)


def tip_short(stream: Stream, chain: bytes) -> bytes:
    """8 bytes for a branch of a forked stream that ends at a chain value: it stands in the vector as a writer."""
    return blake(encode([stream.device, stream.epoch, chain]), SHORT)


def scope_short(scope: str) -> bytes:
    """8 bytes for a scope."""
    return blake(scope.encode(), SHORT)


def _shorts_of(stream: Stream) -> tuple[bytes, bytes]:
    return writer_short(stream), scope_short(stream.scope)


class PeerVector(msgspec.Struct, frozen=True):
    """What a peer said it holds: seq by writer and scope, both shortened."""

    seqs: Mapping[tuple[bytes, bytes], int]

    @classmethod
    def of(cls, states: Iterable[StreamState]) -> "PeerVector":
        """The vector of somebody who holds just this."""
        return cls(_seqs(states, lambda state: state.seq))

    @classmethod
    def told(cls, states: Iterable[StreamState]) -> "PeerVector":
        """What somebody who holds this tells others, so that they send what is lacking."""
        return cls(_seqs(states, lambda state: state.seq if state.asks_from is None else state.asks_from))

    def seq_of(self, stream: Stream) -> int:
        """The last seq the peer holds of a stream, of any branch; 0 for none."""
        return self.seqs.get(_shorts_of(stream), 0)

    def holds_tip(self, stream: Stream, seq: int, chain: bytes) -> bool:
        """Whether the peer knows the stream as forked and holds a branch that ends just here."""
        return self.seqs.get((tip_short(stream, chain), scope_short(stream.scope))) == seq


def _seqs(
    states: Iterable[StreamState], told: Callable[[StreamState], int]
) -> dict[tuple[bytes, bytes], int]:
    seqs: dict[tuple[bytes, bytes], int] = {}
    for state in states:
        shorts = _shorts_of(state.stream)
        seqs[shorts] = max(told(state), seqs.get(shorts, 0))
        if state.forked:
            seqs[tip_short(state.stream, state.chain), shorts[1]] = state.seq
    return {shorts: seq for shorts, seq in seqs.items() if seq}


def vector_of(states: Iterable[StreamState]) -> Plain:
    """The vector as a plain value: `[dev8..., scope8..., matrix]`, the matrix by writer, then scope, 0 for none."""
    held = PeerVector.told(states).seqs
    writers = sorted({writer for writer, _ in held})
    scopes = sorted({scope for _, scope in held})
    matrix = [held.get((writer, scope), 0) for writer in writers for scope in scopes]
    return [b"".join(writers), b"".join(scopes), matrix]


def read_vector(value: Plain) -> PeerVector:
    """Reads a peer's vector.

    Raises:
        BadSegmentError: it is not one.
    """
    try:
        writers, scopes, matrix = value
        writer_ids, scope_ids = _shorts(writers), _shorts(scopes)
    except (TypeError, ValueError) as error:
        raise BadSegmentError("not a vector") from error
    _check_matrix(matrix, len(writer_ids) * len(scope_ids))
    places = ((writer, scope) for writer in writer_ids for scope in scope_ids)
    return PeerVector(dict(zip(places, matrix, strict=True)))


def _shorts(data: Plain) -> Sequence[bytes]:
    if type(data) is not bytes or len(data) % SHORT:
        raise ValueError("not a row of short ids")
    return [data[at : at + SHORT] for at in range(0, len(data), SHORT)]


def _check_matrix(matrix: Plain, size: int) -> None:
    if size > MAX_STREAMS or type(matrix) is not list or len(matrix) != size:
        raise BadSegmentError("the vector's matrix has the wrong size")
    if any(type(seq) is not int or not 0 <= seq < 2**53 for seq in matrix):
        raise BadSegmentError("the vector's matrix holds what is no seq")
