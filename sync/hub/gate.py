"""Whom a hub lets in: devices of the school that it holds a certificate of."""

from collections.abc import Callable
from threading import Lock

from scuola_digitale.clock import Clock
from scuola_digitale.format.certificates import Certificate
from scuola_digitale.storage.laptop_replica import LaptopReplica
from sync.admission import Asker
from sync.hub.errors import HubElsewhereError
from sync.protocol import NONCE_BYTES


def admitted_key(replica: LaptopReplica, clock: Clock, device: bytes) -> bytes | None:
    """The signing key of a device that the school admits now, as far as is known here; else None."""
    certificate = admitted(replica, clock, device)
    return certificate.signing_key if certificate is not None else None


def admitted(replica: LaptopReplica, clock: Clock, device: bytes) -> Certificate | None:
    """The certificate of a device that the school admits now, as far as is known here; else None."""
    certificate = replica.certificate_of(device)
    if certificate is None or not certificate.is_device:
        return None
    # Only its end counts here: a laptop whose clock died must not send away one admitted «tomorrow».
    return certificate if clock.now_ms() <= certificate.not_after_ms else None


def hub_key(replica: LaptopReplica, clock: Clock, device: bytes) -> bytes | None:
    """The key of a device that may be this laptop's hub; see `admitted_key`.

    Raises:
        HubElsewhereError: it is of the school, but was not admitted in this laptop's site.
    """
    certificate = admitted(replica, clock, device)
    if certificate is None:
        return None
    if not all(map(certificate.may_hold, replica.scopes())):
        raise HubElsewhereError
    return certificate.signing_key


class HubGate:
    """The `Gate` of a hub; safe from any thread.

    Nonces begin at random each time a hub starts and are never on disk: a question recorded before is never
    answered again, and the first question of each device is asked twice, which on a local network nobody notices.
    """

    def __init__(self, replica: LaptopReplica, clock: Clock, random: Callable[[int], bytes]) -> None:
        self._replica = replica
        self._clock = clock
        self._random = random
        self._lock = Lock()
        self._due: dict[bytes, bytes] = {}

    def asker(self, device: bytes) -> Asker | None:
        """A device that may ask now, and the nonce that its next request must be signed over."""
        certificate = admitted(self._replica, self._clock, device)
        if certificate is None:
            return None
        with self._lock:
            due = self._due.setdefault(device, self._random(NONCE_BYTES))
        return Asker(certificate.signing_key, due, certificate.scopes)

    def spend(self, device: bytes, *, due: bytes, after: bytes) -> bool:
        """Puts one nonce in the place of another; False if another request was quicker."""
        with self._lock:
            if self._due.get(device) != due:
                return False
            self._due[device] = after
            return True
