"""Revocations: the school's root says that a key counts no more, and up to which facts it still did."""

from typing import Annotated, Literal

import msgspec

from scuola_digitale.format.canonical import decode, encode
from scuola_digitale.format.certificates import read_signed
from scuola_digitale.format.chain import Stream
from scuola_digitale.format.errors import BadCertificateError
from scuola_digitale.format.signing import sign

_TAG = b"sd1r"
_Hash = Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]


class LastGood(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A point of a stream: everything up to it still counts. `chain` is h(seq) there."""

    device: _Hash
    epoch: int
    scope: str
    seq: int
    chain: _Hash

    @property
    def stream(self) -> Stream:
        """The stream it is a point of."""
        return Stream(self.device, self.epoch, self.scope)


class Revocation(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """What the root signs, in this order of fields on the wire.

    Attributes:
        version: 1.
        owner: the 16-byte id of the key's owner, a device or a member of staff.
        issued_ms: of several for one owner the latest counts, so that a hasty one can be put right.
        last_good: of a device: points of its own streams; of staff: points of the streams in which facts bear
            their signature. In a stream that is not named nothing of theirs counts.
        until_ms: of staff alone: what they signed up to this time counts as well, in whatever stream it turns up. For
            who left or forgot a password, not for a key in other hands, which could write any time. 0 for none.
    """

    version: Literal[1]
    owner: _Hash
    issued_ms: int
    last_good: tuple[LastGood, ...]
    until_ms: Annotated[int, msgspec.Meta(ge=0)] = 0

    @property
    def payload(self) -> bytes:
        """What is signed; without a time that field is left out."""
        fields = [getattr(self, name) for name in self.__struct_fields__]
        return encode(fields if self.until_ms else fields[:-1])

    @property
    def rank(self) -> tuple[int, bytes]:
        """The highest counts, whatever order they arrive in."""
        return self.issued_ms, self.payload


def issue_revocation(root_seed: bytes, revocation: Revocation) -> bytes:
    """The bytes of a revocation: `[payload, Ed25519("sd1r" | payload)]`."""
    payload = revocation.payload
    return encode([payload, sign(root_seed, _TAG + payload)])


def read_revocation(data: bytes, root_key: bytes) -> Revocation:
    """Reads a revocation and checks that the school's root (its public key, 32 bytes) signed it.

    Raises:
        BadCertificateError: it did not, or the bytes are no revocation.
    """
    return _decode_payload(read_signed(data, root_key, _TAG))


def read_trusted_revocation(data: bytes) -> Revocation:
    """Reads a revocation that was verified before it was stored.

    Raises:
        BadCertificateError: the bytes are no revocation.
    """
    return _decode_payload(decode(data)[0])


def _decode_payload(payload: bytes) -> Revocation:
    try:
        return msgspec.msgpack.decode(payload, type=Revocation)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise BadCertificateError("the payload is no revocation") from error
