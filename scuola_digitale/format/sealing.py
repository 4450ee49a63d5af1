"""Sealing: what identifies a pupil is readable only with a key that stays in the school."""

from collections.abc import Callable, Sequence

from scuola_digitale.format.canonical import Plain, decode, encode
from scuola_digitale.format.errors import BadSegmentError, MissingKeyError
from scuola_digitale.format.signing import blake

KEY_ID_BYTES = 4
NONCE_BYTES = 24
_TAG_BYTES = 16


def key_id(key: bytes) -> bytes:
    """The 4 bytes by which a sealed value names its key: H("sd1k" | key), shortened."""
    return blake(b"sd1k" + key, KEY_ID_BYTES)


class KeyRing:
    """The school's sealing keys (32 bytes each): the first one seals, any of them opens."""

    def __init__(self, keys: Sequence[bytes], random: Callable[[int], bytes]) -> None:
        self._keys = tuple(keys)
        self._random = random

    def seal(self, value: Plain) -> bytes:
        """Key id, random nonce and SecretBox (XSalsa20-Poly1305) of the value's canonical bytes."""
        # PyNaCl would delay the window's first paint.
        from nacl.secret import SecretBox

        key = self._keys[0]
        nonce = self._random(NONCE_BYTES)
        return key_id(key) + bytes(SecretBox(key).encrypt(encode(value), nonce))

    def unseal(self, sealed: bytes) -> Plain:
        """The value inside.

        Raises:
            MissingKeyError: no key here opens it.
        """
        from nacl.exceptions import CryptoError
        from nacl.secret import SecretBox

        if len(sealed) < KEY_ID_BYTES + NONCE_BYTES + _TAG_BYTES:
            raise MissingKeyError
        for key in self._keys:
            if key_id(key) == sealed[:KEY_ID_BYTES]:
                try:
                    return decode(SecretBox(key).decrypt(sealed[KEY_ID_BYTES:]))
                except (CryptoError, BadSegmentError):
                    continue
        raise MissingKeyError
