"""What a peer says that it holds, beside this device's own streams."""

from collections.abc import Collection

from scuola_digitale.format.chain import StreamState
from scuola_digitale.format.vector import PeerVector, digest
from scuola_digitale.storage.held_stream import HeldStream
from scuola_digitale.storage.log_reading import LogReading


class HeldElsewhere:
    """A peer's vector, compared with what the log holds whenever it is asked."""

    def __init__(self, log: LogReading, device: bytes, peer: PeerVector, scopes: Collection[str]) -> None:
        self._log = log
        self._device = device
        self._peer = peer
        self._scopes = scopes

    def mine(self) -> list[HeldStream]:
        """This device's streams in the scopes that are spoken of."""
        return [held for held in self._log.streams(self._scopes) if held.stream.device == self._device]

    def tells_news(self) -> bool:
        """Whether the peer holds more of this device's streams than was known, or than this device."""
        return any(
            self.is_ahead(held) or held.held < min(held.seq, self.seq_of(held)) for held in self.mine()
        )

    def is_ahead(self, held: HeldStream) -> bool:
        """Whether the peer holds more of a stream than any branch here."""
        return self._peer.seq_of(held.stream) > max(one.seq for one in self._log.branches(held.stream))

    def digest(self) -> bytes:
        """The digest of somebody who holds our chains as far as the peer says.

        A vector holds no hashes: of a stream that forked it may mean another branch than ours. Only where the
        digest that came with it is this one, it means what we hold.
        """
        states = [
            StreamState(held.stream, seq, self._log.chain_at(held, seq))
            for held in self._log.streams(self._scopes)
            if not held.parent and 0 < (seq := self._peer.seq_of(held.stream)) <= held.seq
        ]
        return digest(states)

    def seq_of(self, held: HeldStream) -> int:
        """How far the peer holds a branch."""
        if len(self._log.branches(held.stream)) == 1:
            return self._peer.seq_of(held.stream)
        return held.seq if self._peer.holds_tip(held.stream, held.seq, held.chain) else 0
