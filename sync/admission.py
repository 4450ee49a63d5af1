"""Who may ask: a device of the school, signing each request over the nonce that is due.

The nonce is made anew from each accepted request (`protocol.next_nonce`), so no byte of it travels; who lost
count, or never had one, is refused once and told the nonce that is due.
"""

from typing import NamedTuple, Protocol

from scuola_digitale.format.certificates import is_given
from scuola_digitale.format.signing import is_signed
from scuola_digitale.words import say
from sync.errors import SyncError
from sync.protocol import Hello, next_nonce, signed_part


class NonceWrongError(SyncError):
    """A request over another nonce than the one that is due: a replay, or a device that lost count.

    Attributes:
        due: the nonce to sign over.
    """

    def __init__(self, due: bytes) -> None:
        super().__init__(
            say("La richiesta è già stata fatta una volta."),
            remedy=say("Non serve fare nulla: il programma riprova da solo."),
        )
        self.due = due


class DeviceUnknownError(SyncError):
    """The school's root never admitted this device, as far as is known here."""

    def __init__(self) -> None:
        super().__init__(
            say("Questo computer non è tra quelli della scuola."),
            remedy=say("Chi segue i computer deve ammetterlo nella scuola."),
        )


class ScopeRefusedError(SyncError):
    """A device asked for a scope that its certificate does not give it."""

    def __init__(self) -> None:
        super().__init__(
            say("Questo computer ha chiesto i dati di un plesso che non è il suo."),
            remedy=say("Chi segue i computer deve ammetterlo anche in quel plesso."),
        )


class Asker(NamedTuple):
    """A device that may ask.

    Attributes:
        key: its Ed25519 public key, from a certificate of the school's root.
        due: the nonce that its next request must be signed over.
        scopes: as its certificate names them; see `Certificate.scopes`.
    """

    key: bytes
    due: bytes
    scopes: tuple[str, ...] = ()


class Gate(Protocol):
    """What the answering side remembers of devices."""

    def asker(self, device: bytes) -> Asker | None:
        """A device that may ask now, None for a stranger."""
        ...

    def spend(self, device: bytes, *, due: bytes, after: bytes) -> bool:
        """Puts `after` in the place of `due`, on disk; False if another request was quicker."""
        ...


def admit(hello: Hello, *, method: str, path: str, gate: Gate) -> None:
    """Lets a request in, once.

    Raises:
        DeviceUnknownError: no certificate of the school stands behind it.
        NonceWrongError: it was signed over another nonce, or by another key.
        ScopeRefusedError: it asks for more than its certificate gives it.
    """
    asker = gate.asker(hello.device)
    if asker is None:
        raise DeviceUnknownError
    due = asker.due
    if not is_signed(asker.key, signed_part(hello, method=method, path=path, nonce=due), hello.signature):
        raise NonceWrongError(due)
    if not all(is_given(scope, asker.scopes) for scope in hello.scopes):
        raise ScopeRefusedError
    if not gate.spend(hello.device, due=due, after=next_nonce(due, hello.signature)):
        quicker = gate.asker(hello.device)
        raise NonceWrongError(quicker.due if quicker is not None else due)
