"""A laptop's side of the exchange."""

import threading
from collections.abc import Collection, Sequence

from scuola_digitale.format.certificates import Certificate
from scuola_digitale.format.chain import StreamState
from scuola_digitale.format.kinds import SCHOOL_SCOPE
from scuola_digitale.format.vector import PeerVector
from scuola_digitale.storage.identity import Identity
from scuola_digitale.storage.ledger import Ledger
from scuola_digitale.storage.replica import Taken


class LaptopReplica:
    """The `Replica` of a laptop; it never deals in other scopes than its own, whoever asks."""

    def __init__(self, ledger: Ledger, lock: threading.RLock, identity: Identity) -> None:
        self._ledger = ledger
        self._lock = lock
        self._device_seed = identity.device_seed
        self._scopes = (SCHOOL_SCOPE, identity.scope)

    def scopes(self) -> tuple[str, ...]:
        """The school's scope and the site's."""
        return self._scopes

    def states(self, scopes: Collection[str]) -> tuple[StreamState, ...]:
        """See `Replica.states`."""
        with self._lock:
            return self._ledger.states(self._kept(scopes))

    def sign_heads(self, *, in_steps: bool = False) -> None:
        """See `Replica.sign_heads`."""
        with self._lock:
            self._ledger.sign_heads(self._device_seed, in_steps=in_steps)

    def segments_after(
        self, peer: PeerVector, scopes: Collection[str], limit_bytes: int = 1 << 20
    ) -> list[bytes]:
        """See `Replica.segments_after`."""
        with self._lock:
            return list(self._ledger.segments_after(peer, self._kept(scopes), limit_bytes))

    def take(self, segments: Sequence[bytes], scopes: Collection[str]) -> Taken:
        """See `Replica.take`."""
        with self._lock:
            taken = self._ledger.take(segments, self._kept(scopes))
            if self._ledger.has_erased:
                # Maybe by an erasure of our own, whose author is known only now: it travels ahead of what it redacted.
                self._ledger.sign_heads(self._device_seed)
            return taken

    def acknowledged(self, peer: PeerVector, digest: bytes | None = None) -> None:
        """See `Replica.acknowledged`."""
        with self._lock:
            self._ledger.acknowledged(peer, self._scopes, digest)

    def device_key(self, device: bytes) -> bytes | None:
        """The signing key of a device that the school admits, None for a stranger and for a revoked one."""
        certificate = self.certificate_of(device)
        return certificate.signing_key if certificate is not None and certificate.is_device else None

    def latest_ms(self) -> int:
        """The time of the latest fact known here."""
        with self._lock:
            return self._ledger.latest_ms()

    def certificate_of(self, owner: bytes) -> Certificate | None:
        """The newest certificate of a device or a member of staff, None where none is known."""
        with self._lock:
            return self._ledger.certificate_of(owner)

    def _kept(self, scopes: Collection[str]) -> frozenset[str]:
        return frozenset(self._scopes).intersection(scopes)
