"""The exchange: what have you, what do I lack, take this. Functions over bytes, for every carrier.

No input, output, clock or randomness of its own: a carrier moves the frames, the time is handed in, and each side
is a replica. An acknowledgement is read from what is committed, never computed from what was sent.
`docs/exchange.md` tells the conversation.
"""

import logging
from collections.abc import Callable, Collection, Sequence
from typing import Final

import msgspec

from scuola_digitale.format.canonical import encode
from scuola_digitale.format.chain import Stream, StreamState
from scuola_digitale.format.errors import BadSegmentError
from scuola_digitale.format.kinds import SCHOOL_SCOPE
from scuola_digitale.format.vector import PeerVector, digest, read_vector, vector_of
from scuola_digitale.storage.replica import Replica
from sync.admission import DeviceUnknownError, ScopeRefusedError
from sync.errors import BadMessageError
from sync.protocol import (
    VERSION,
    Fingerprint,
    FrameReader,
    Hello,
    ReplyHead,
    Vector,
    encoded,
    fingerprint_of,
    framed,
    read_hello,
    read_reply_head,
)

_log = logging.getLogger(__name__)

VECTOR_BYTES: Final = 280
"""A longer vector stays home: the digest alone is sent, and news costs a second request.

So nothing new never costs more than 600 bytes, headers both ways included; 20 laptops with two scopes fit.
"""

SEGMENTS_BYTES: Final = 512 * 1024
"""About what one message carries of segments; the rest goes in the next one."""

STRANGER_BYTES: Final = 64 * 1024
"""What is read of a device that is not known yet, in the hope that its certificate is in there."""

NOTHING: Final = PeerVector({})


class Question(msgspec.Struct, frozen=True):
    """What is asked: the hello still to be signed, and the segments after it."""

    hello: Hello
    segments: Sequence[bytes]


class ExchangeClient:
    """The side that asks: a question and its answer a round, until both sides hold the same.

    Args:
        replica: this side.
        device: the id of this device.
        peer_holds: what the other side is known to hold; None to ask it first.
        in_steps: whether to send little at a time: the line is not known to hold.

    Attributes:
        peer_holds: what the other side is known to hold by now.
        sent: facts the other side took from here so far.
        received: facts that came down so far.
        done: whether both sides were seen to hold the same.
    """

    def __init__(
        self, replica: Replica, *, device: bytes, peer_holds: PeerVector | None = None, in_steps: bool = False
    ) -> None:
        self._replica = replica
        self._in_steps = in_steps
        self._device = device
        self._scopes = replica.scopes()
        self._claimed: Sequence[StreamState] = ()
        self._vector_wanted = False
        self._introducing = False
        self._disagrees = False
        self._tips_shown = False
        self._reader = FrameReader()
        self._head: ReplyHead | None = None
        self.peer_holds = peer_holds
        self.sent = 0
        self.received = 0
        self.done = False

    def question(self, now_ms: int) -> Question:
        """What to ask now, at `now_ms` of this device's clock."""
        self._replica.sign_heads(in_steps=self._in_steps)
        self._claimed = self._replica.states(self._scopes)
        self._reader, self._head = FrameReader(), None
        segments = self._offer()
        vector = _vector(self._claimed)
        hello = Hello(
            version=VERSION,
            device=self._device,
            time_ms=now_ms,
            digest=digest(self._claimed),
            scopes=self._scopes,
            vector=vector if self._vector_wanted or len(encode(vector)) <= VECTOR_BYTES else None,
            rest=fingerprint_of(segments),
            signature=b"",
        )
        return Question(hello, segments)

    def answered_same(self) -> None:
        """The other side holds what this one said it holds."""
        self._learn(PeerVector.of(self._claimed))
        self.done = True

    def feed(self, chunk: bytes) -> None:
        """Takes the next bytes of a reply; its segments are committed as they arrive.

        Raises:
            BadMessageError: this is no reply.
            DiskFullError: there is no room.
        """
        frames = list(self._reader.feed(chunk))
        if frames and self._head is None:
            self._head = read_reply_head(frames.pop(0))
        if frames:
            self.received += _take(self._replica, frames, self._scopes)

    @property
    def heard(self) -> bool:
        """Whether the reply of this round has begun to make sense."""
        return self._head is not None

    def finish(self) -> None:
        """Ends the round: notes what the other side holds, and whether that is the same as here.

        Raises:
            BadMessageError: the reply was cut.
        """
        head = self._head
        if head is None or not self._reader.empty:
            raise BadMessageError("a reply cut in the middle")
        mine = self._replica.states(self._scopes)
        self.done = digest(mine) == head.digest
        self._disagrees = not self.done
        self._vector_wanted = True
        if self.done:
            self._learn(PeerVector.of(mine))
        elif head.vector is not None:
            self._learn(_read_vector(head.vector), digest=head.digest)
        else:
            # It was told the vector and asked for nothing: it holds all that was claimed. Known, not acknowledged.
            self._note(PeerVector.of(self._claimed))

    def introduce(self) -> None:
        """The other side never heard of this device: it holds nothing, and our certificate goes first."""
        self.peer_holds = NOTHING
        self._introducing = True

    def _offer(self) -> Sequence[bytes]:
        if self.peer_holds is None:
            return ()
        if not self._introducing:
            segments = self._replica.segments_after(self.peer_holds, self._scopes, SEGMENTS_BYTES)
            return segments or self._tips()
        self._introducing = False
        # A device's own certificate stands in its own stream of the school.
        mine = [state for state in self._claimed if _holds_certificate(state.stream, self._device)]
        others = [state for state in self._claimed if state not in mine]
        return [
            *self._replica.segments_after(PeerVector.of(others), (SCHOOL_SCOPE,), SEGMENTS_BYTES),
            *self._replica.segments_after(PeerVector.of(mine), self._scopes, SEGMENTS_BYTES),
        ]

    def _tips(self) -> Sequence[bytes]:
        """The last fact of every stream, once, where the digests differ and the vectors do not: one has forked."""
        if self._tips_shown or not self._disagrees or _lacks(self._claimed, self.peer_holds or NOTHING):
            return ()
        self._tips_shown = True
        seqs = PeerVector.of(self._claimed).seqs
        before = PeerVector({stream: seq - 1 for stream, seq in seqs.items()})
        return self._replica.segments_after(before, self._scopes, SEGMENTS_BYTES)

    def _learn(self, holds: PeerVector, digest: bytes | None = None) -> None:
        self._replica.acknowledged(holds, digest)
        self._note(holds)

    def _note(self, holds: PeerVector) -> None:
        if self.peer_holds is not None:
            self.sent += _gained(self._claimed, self.peer_holds, holds)
        self.peer_holds = holds


class ExchangeServer:
    """The side that answers one question; feed it the bytes as they arrive.

    Args:
        replica: this side.
        admit: lets the asking device in; see `admission.admit` for what it raises.
        scopes: what this side keeps; None for every scope of the school.
        committed: hears of how many facts were new, each time some segments are committed.

    Attributes:
        digest: what was committed here when the question was answered.
    """

    def __init__(
        self,
        replica: Replica,
        admit: Callable[[Hello], None],
        *,
        scopes: Collection[str] | None = None,
        committed: Callable[[int], None] = lambda _facts: None,
    ) -> None:
        self._replica = replica
        self._admit = admit
        self._kept = scopes
        self._committed = committed
        self._reader = FrameReader()
        self._fingerprint = Fingerprint()
        self._hello: Hello | None = None
        self._scopes: tuple[str, ...] = ()
        self._admitted = False
        self._of_stranger: list[bytes] = []
        self.digest = b""

    def feed(self, chunk: bytes) -> None:
        """Takes the next bytes; the segments among them are committed when this returns.

        Raises:
            BadMessageError: this is no question.
            SyncError: the device is refused.
        """
        frames = list(self._reader.feed(chunk))
        if frames and self._hello is None:
            self._begin(frames.pop(0))
        if frames:
            self._take(frames)

    def answer(self, now_ms: int) -> Sequence[bytes] | None:
        """The frames of the reply, read from what is committed; None where both hold the same.

        Raises:
            BadMessageError: the question was cut, or its segments are not those that were signed for.
            SyncError: the device is refused.
        """
        hello = self._hello
        if hello is None or not self._reader.empty or hello.rest != self._fingerprint.value:
            raise BadMessageError("a question cut in the middle")
        self._let_in(may_follow=False)
        states = self._replica.states(self._scopes)
        self.digest = digest(states)
        if self.digest == hello.digest:
            return None
        theirs = _read_vector(hello.vector) if hello.vector is not None else None
        return self._news(now_ms, states, theirs)

    def _news(self, now_ms: int, states: Sequence[StreamState], theirs: PeerVector | None) -> Sequence[bytes]:
        lacking = theirs is None or _lacks(states, theirs)
        vector = _vector(states) if lacking else None
        head = ReplyHead(version=VERSION, time_ms=now_ms, digest=self.digest, vector=vector)
        segments = (
            self._replica.segments_after(theirs, self._scopes, SEGMENTS_BYTES) if theirs is not None else ()
        )
        return [framed(encoded(head)), *map(framed, segments)]

    def _begin(self, frame: bytes) -> None:
        self._hello = read_hello(frame)
        self._scopes = tuple(
            scope for scope in self._hello.scopes if self._kept is None or scope in self._kept
        )
        # Its certificate may be among the segments: they vouch for themselves.
        self._let_in(may_follow=self._hello.rest is not None)

    def _take(self, frames: Sequence[bytes]) -> None:
        for frame in frames:
            self._fingerprint.add(frame)
        if not self._admitted:
            frames = self._take_of_stranger(frames)
        if frames:
            self._committed(_take(self._replica, frames, self._scopes))

    def _take_of_stranger(self, frames: Sequence[bytes]) -> Sequence[bytes]:
        """Takes in what may introduce the device, of the school's own scope alone; gives all, once it is let in."""
        self._committed(self._replica.take(frames, (SCHOOL_SCOPE,)).accepted)
        self._of_stranger += frames
        self._let_in(may_follow=sum(map(len, self._of_stranger)) <= STRANGER_BYTES)
        return self._of_stranger if self._admitted else ()

    def _let_in(self, *, may_follow: bool) -> None:
        """Admits the device; one whose certificate, or a wider one, may follow is not refused yet."""
        if self._hello is None or self._admitted:
            return
        try:
            self._admit(self._hello)
            self._admitted = True
        except (DeviceUnknownError, ScopeRefusedError):
            if not may_follow:
                raise


def _take(replica: Replica, segments: Sequence[bytes], scopes: Collection[str]) -> int:
    """Commits segments; how many facts are new."""
    taken = replica.take(segments, scopes)
    for refusal in taken.refused:
        _log.warning("a segment was left out: %s", refusal.reason)
    return taken.accepted


def _holds_certificate(stream: Stream, device: bytes) -> bool:
    return stream.device == device and stream.scope == SCHOOL_SCOPE


def _vector(states: Sequence[StreamState]) -> Vector:
    writers, scopes, matrix = vector_of(states)
    return writers, scopes, matrix


def _read_vector(vector: Vector) -> PeerVector:
    try:
        return read_vector(list(vector))
    except BadSegmentError as error:
        raise BadMessageError(error.reason) from error


def _lacks(states: Sequence[StreamState], theirs: PeerVector) -> bool:
    """Whether a peer claims something that is not committed here."""
    mine = PeerVector.told(states).seqs
    return any(seq > mine.get(stream, 0) for stream, seq in theirs.seqs.items())


def _gained(mine: Sequence[StreamState], before: PeerVector, after: PeerVector) -> int:
    """Facts of ours that a peer holds now and did not before."""
    return sum(
        max(0, min(state.seq, after.seq_of(state.stream)) - before.seq_of(state.stream)) for state in mine
    )
