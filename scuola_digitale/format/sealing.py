"""Sealing: what identifies a pupil is readable only with a key that stays in the school."""

import hashlib
from collections.abc import Callable, Sequence

from scuola_digitale.format.canonical import Plain, decode, encode
from scuola_digitale.format.errors import BadSegmentError, MissingKeyError
from scuola_digitale.format.signing import blake

KEY_ID_BYTES = 4
NONCE_BYTES = 12
_TAG_BYTES = 16
_BOX_AT = KEY_ID_BYTES + NONCE_BYTES


def key_id(key: bytes) -> bytes:
    """The 4 bytes by which a sealed value names its key: H("sd1k" | key), shortened."""
    return blake(b"sd1k" + key, KEY_ID_BYTES)


def sealed_piece(key: bytes, piece: bytes) -> bytes:
    """A piece of a pack, sealed: the same piece under the same key gives the same bytes, so it travels once.

    The nonce is blake2b("sd1p" | piece) under the key, shortened: only who holds the key could have made it, and two
    pieces with one nonce are as unlikely as with random ones.
    """
    nonce = hashlib.blake2b(b"sd1p" + piece, key=key, digest_size=NONCE_BYTES).digest()
    return KeyRing([key], lambda _size: nonce).seal(piece)


class KeyRing:
    """The school's sealing keys (32 bytes each): the first one seals, any of them opens."""

    def __init__(self, keys: Sequence[bytes], random: Callable[[int], bytes]) -> None:
        self.keys = tuple(keys)
        self._random = random

    def use(self, keys: Sequence[bytes]) -> None:
        """Takes other keys from now on."""
        self.keys = tuple(keys)

    def seal(self, value: Plain) -> bytes:
        """Key id, random nonce and ChaCha20-Poly1305 (RFC 8439) of the value's canonical bytes.

        96 random bits of nonce: after 2**32 values under one key the odds that two share a nonce are 2**-33.
        """
        # PyNaCl would delay the window's first paint.
        from nacl.bindings import crypto_aead_chacha20poly1305_ietf_encrypt as encrypt

        key = self.keys[0]
        nonce = self._random(NONCE_BYTES)
        return key_id(key) + nonce + encrypt(encode(value), None, nonce, key)

    def unseal(self, sealed: bytes) -> Plain:
        """The value inside.

        Raises:
            MissingKeyError: no key here opens it.
        """
        from nacl.bindings import crypto_aead_chacha20poly1305_ietf_decrypt as decrypt
        from nacl.exceptions import CryptoError

        if len(sealed) < _BOX_AT + _TAG_BYTES:
            raise MissingKeyError
        nonce, box = sealed[KEY_ID_BYTES:_BOX_AT], sealed[_BOX_AT:]
        for key in self.keys:
            if key_id(key) == sealed[:KEY_ID_BYTES]:
                try:
                    return decode(decrypt(box, None, nonce, key))
                except (CryptoError, BadSegmentError):
                    continue
        raise MissingKeyError
