"""A certificate authority of a network's own, for tests of HTTPS with real certificates."""

import datetime
import ssl
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from format_samples import START_MS

DAY_MS = 86_400_000
BEGINS_MS, ENDS_MS = START_MS - 30 * DAY_MS, START_MS + 60 * DAY_MS
Key = ec.EllipticCurvePrivateKey


class Authority:
    """A certificate authority of a network's own, and the certificate it gave to a region on this machine."""

    def __init__(
        self,
        folder: Path,
        *,
        host: str = "127.0.0.1",
        begins_ms: int = BEGINS_MS,
        ends_ms: int = ENDS_MS,
    ) -> None:
        dates = begins_ms, ends_ms
        folder.mkdir(exist_ok=True)
        key, leaf_key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "autorità di prova")])
        itself = _builder(name, name, key, dates).add_extension(
            x509.BasicConstraints(ca=True, path_length=None), True
        )
        leaf_name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "regione")])
        names = x509.SubjectAlternativeName([x509.IPAddress(ip_address(host))])
        leaf = _builder(leaf_name, name, leaf_key, dates).add_extension(names, False)
        self.file = folder / "authority.pem"
        self.file.write_bytes(itself.sign(key, SHA256()).public_bytes(Encoding.PEM))
        self._chain, self._key = folder / "leaf.pem", folder / "leaf.key"
        self._chain.write_bytes(leaf.sign(key, SHA256()).public_bytes(Encoding.PEM))
        self._key.write_bytes(leaf_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))

    def context(self) -> ssl.SSLContext:
        """What a server needs to prove its name with the certificate of this authority."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self._chain, self._key)
        return context


def _builder(
    subject: x509.Name, issuer: x509.Name, key: Key, dates: tuple[int, int]
) -> x509.CertificateBuilder:
    begins, ends = (datetime.datetime.fromtimestamp(ms / 1000, datetime.UTC) for ms in dates)
    return x509.CertificateBuilder(
        issuer, subject, key.public_key(), x509.random_serial_number(), begins, ends
    )
