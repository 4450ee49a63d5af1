"""Ed25519 for python-tuf through PyNaCl, which the house has already; else it would be slow or bring a library more."""

import hashlib
from typing import Any

from securesystemslib.exceptions import UnverifiedSignatureError
from securesystemslib.signer import KEY_FOR_TYPE_AND_SCHEME, Key, SecretsHandler, Signature, Signer

from scuola_digitale.format.signing import is_signed, public_key, sign

_ED25519 = "ed25519"


class NaclKey(Key):
    """A public Ed25519 key as it stands in TUF metadata."""

    @classmethod
    def of(cls, public: bytes) -> "NaclKey":
        """The key of 32 public bytes; its id follows from them."""
        keyid = hashlib.sha256(b"ed25519" + public).hexdigest()
        return cls(keyid, _ED25519, _ED25519, {"public": public.hex()})

    @classmethod
    def from_dict(cls, keyid: str, key_dict: dict[str, Any]) -> "NaclKey":
        """The key that metadata describe.

        Raises:
            KeyError, TypeError, ValueError: they describe none.
        """
        keytype, scheme, keyval = cls._from_dict(key_dict)
        if len(bytes.fromhex(keyval["public"])) != 32:
            raise ValueError("an Ed25519 key has 32 bytes")
        return cls(keyid, keytype, scheme, keyval, key_dict)

    def to_dict(self) -> dict[str, Any]:
        """The key as metadata describe it."""
        return self._to_dict()

    def verify_signature(self, signature: Signature, data: bytes) -> None:
        """Raises UnverifiedSignatureError unless this key made `signature` over `data`."""
        try:
            made = bytes.fromhex(signature.signature)
        except ValueError as error:
            raise UnverifiedSignatureError("not hexadecimal") from error
        if not is_signed(bytes.fromhex(self.keyval["public"]), data, made):
            raise UnverifiedSignatureError("another key, or other bytes")


class NaclSigner(Signer):
    """Signs metadata with a secret seed of 32 bytes."""

    def __init__(self, seed: bytes) -> None:
        self._seed = seed
        self._key = NaclKey.of(public_key(seed))

    @property
    def public_key(self) -> NaclKey:
        """The public half."""
        return self._key

    @classmethod
    def from_priv_key_uri(
        cls, priv_key_uri: str, public_key: Key, secrets_handler: SecretsHandler | None = None
    ) -> "NaclSigner":
        """Raises ValueError: our secrets are opened by `keys.KeyFolder`, never by an address."""
        raise ValueError(f"no signer at {priv_key_uri} for {public_key.keyid} ({secrets_handler})")

    def sign(self, payload: bytes) -> Signature:
        """The signature over `payload`."""
        return Signature(self._key.keyid, sign(self._seed, payload).hex())


KEY_FOR_TYPE_AND_SCHEME[(_ED25519, _ED25519)] = NaclKey
