"""Certificates: the school's root says that a key belongs to a device or to a member of staff. No names."""

from collections.abc import Collection, Iterable
from typing import Annotated, Literal

import msgspec

from scuola_digitale.format.canonical import decode, encode
from scuola_digitale.format.errors import BadCertificateError, BadSegmentError
from scuola_digitale.format.kinds import SCHOOL_SCOPE
from scuola_digitale.format.signing import id_of, is_signed, sign

CertificateRole = Literal["dispositivo", "insegnante", "tecnico"]
_Scope = Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
_Scopes = Annotated[tuple[_Scope, ...], msgspec.Meta(max_length=32)]


class Certificate(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """What the root signs, in this order of fields on the wire.

    Attributes:
        version: 1.
        role: what the owner of the key is.
        serial: grows with each certificate the root gives.
        not_before_ms, not_after_ms: when its owner may exchange; the fold never looks at them.
        signing_key: Ed25519 public key, 32 bytes.
        box_key: X25519 public key, 32 bytes, to seal something for its owner.
        scopes: of a device, the scopes beside the school's own that it may ask for and write in. None are named by
            a certificate that limits nothing: of staff, who write on whatever laptop is there, and of devices
            admitted before certificates had this field.
    """

    version: Literal[1]
    role: CertificateRole
    serial: int
    not_before_ms: int
    not_after_ms: int
    signing_key: bytes
    box_key: bytes
    scopes: _Scopes = ()

    @property
    def subject_id(self) -> bytes:
        """The 16-byte id of its owner, which follows from the signing key."""
        return id_of(self.signing_key)

    @property
    def is_device(self) -> bool:
        """Whether it admits a laptop and not a person."""
        return self.role == "dispositivo"

    def is_current(self, now_ms: int) -> bool:
        """Whether its owner may exchange at `now_ms`."""
        return self.not_before_ms <= now_ms <= self.not_after_ms

    def may_hold(self, scope: str) -> bool:
        """Whether its owner may ask for a scope, and write in it."""
        return is_given(scope, self.scopes)


def is_given(scope: str, scopes: Collection[str]) -> bool:
    """Whether a certificate that names these scopes gives this one; see `Certificate.scopes`."""
    return scope == SCHOOL_SCOPE or not scopes or scope in scopes


def issue(root_seed: bytes, certificate: Certificate) -> bytes:
    """The bytes of a certificate: `[payload, Ed25519("sd1c" | payload)]`; without scopes that field is left out."""
    fields = list(msgspec.structs.astuple(certificate))
    payload = encode(fields if certificate.scopes else fields[:-1])
    return encode([payload, sign(root_seed, b"sd1c" + payload)])


def read_certificate(data: bytes, root_key: bytes) -> Certificate:
    """Reads a certificate and checks that the school's root (its public key, 32 bytes) signed it.

    Raises:
        BadCertificateError: it did not, or the bytes are no certificate.
    """
    return _decode_payload(read_signed(data, root_key, b"sd1c"))


def read_signed(data: bytes, root_key: bytes, tag: bytes) -> bytes:
    """The payload of `[payload, Ed25519_root(tag | payload)]`.

    Raises:
        BadCertificateError: it is no such pair, or the school's root did not sign it.
    """
    try:
        payload, signature = decode(data)
    except (BadSegmentError, ValueError, TypeError) as error:
        raise BadCertificateError("not a pair of payload and signature") from error
    if not (isinstance(payload, bytes) and isinstance(signature, bytes)):
        raise BadCertificateError("payload and signature are not bytes")
    if not is_signed(root_key, tag + payload, signature):
        raise BadCertificateError("not signed by the school's root")
    return payload


def read_trusted(data: bytes) -> Certificate:
    """Reads a certificate that was verified before it was stored.

    Raises:
        BadCertificateError: the bytes are no certificate.
    """
    return _decode_payload(decode(data)[0])


def _decode_payload(payload: bytes) -> Certificate:
    try:
        certificate = msgspec.msgpack.decode(payload, type=Certificate)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise BadCertificateError("the payload is no certificate") from error
    if len(certificate.signing_key) != 32 or len(certificate.box_key) != 32:
        raise BadCertificateError("a key is not 32 bytes")
    if not all(map(str.isprintable, certificate.scopes)):
        raise BadCertificateError("a scope with strange letters")
    return certificate


def read_valid(data: Iterable[bytes], root_key: bytes) -> dict[bytes, Certificate]:
    """The newest certificate of each owner among `data` that the root signed; others are left out."""
    found: dict[bytes, Certificate] = {}
    for one in data:
        try:
            certificate = read_certificate(one, root_key)
        except BadCertificateError:
            continue
        known = found.get(certificate.subject_id)
        if known is None or known.serial < certificate.serial:
            found[certificate.subject_id] = certificate
    return found
