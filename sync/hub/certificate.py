"""The hub's TLS certificate: a key made anew at each start, vouched for by the device's own key.

No authority on the internet knows a school's laptops. The certificate carries, in an extension of its own, the
device's id and its Ed25519 signature of the TLS key; who connects believes that key because the school's root
admitted the device. Its dates say nothing: a clock may be wrong on either side.
"""

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import msgspec

from scuola_digitale.format.signing import is_signed
from sync.hub.errors import HubUntrustedError

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

# cryptography is imported where it is used: 50 ms that only hubs and their guests pay.

_VOUCHER: Final = "2.25.177433904187912733042189305231907125091"
"""An object identifier made from a random UUID (X.667): nobody else has it."""

_TAG: Final = b"sd1t"
_BEGIN: Final = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
_END: Final = datetime.datetime(2120, 1, 1, tzinfo=datetime.UTC)


class _Voucher(msgspec.Struct, frozen=True, array_like=True):
    device: bytes
    signature: bytes


def make_certificate(device: bytes, sign: Callable[[bytes], bytes]) -> tuple[bytes, bytes]:
    """A certificate and its secret key, in PEM, for this device to serve with until it stops."""
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"hub {device.hex()}")])
    voucher = msgspec.msgpack.encode(_Voucher(device, sign(_TAG + _public_bytes(key.public_key()))))
    extension = x509.UnrecognizedExtension(x509.ObjectIdentifier(_VOUCHER), voucher)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), _BEGIN, _END)
        .add_extension(extension, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, SHA256())
    )
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return certificate.public_bytes(Encoding.PEM), secret


def device_behind(certificate: bytes, key_of: Callable[[bytes], bytes | None]) -> bytes:
    """The device that vouches for a TLS certificate (PEM).

    Args:
        certificate: as a server showed it, believed in nothing.
        key_of: the signing key of a device that the school admits now, or None.

    Raises:
        HubUntrustedError: no device of the school does.
    """
    from cryptography import x509

    try:
        read = x509.load_pem_x509_certificate(certificate)
        voucher = msgspec.msgpack.decode(_extension(read), type=_Voucher)
    except (ValueError, x509.ExtensionNotFound, msgspec.MsgspecError) as error:
        raise HubUntrustedError from error
    key = key_of(voucher.device)
    if key is None or not is_signed(key, _TAG + _public_bytes(read.public_key()), voucher.signature):
        raise HubUntrustedError
    return voucher.device


def _extension(certificate: "Certificate") -> bytes:
    from cryptography import x509

    found = certificate.extensions.get_extension_for_oid(x509.ObjectIdentifier(_VOUCHER)).value
    return found.value if isinstance(found, x509.UnrecognizedExtension) else b""


def _public_bytes(key: "object") -> bytes:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    if not isinstance(key, EllipticCurvePublicKey):
        raise HubUntrustedError
    return key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
