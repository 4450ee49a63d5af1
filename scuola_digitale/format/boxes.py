"""Boxes: bytes that only the owner of one X25519 key can open; who packed them leaves no trace in them."""

from collections.abc import Callable, Iterable

from scuola_digitale.format.errors import MissingKeyError
from scuola_digitale.format.signing import blake

# PyNaCl is imported where it is used: it would delay the window's first paint.

_NONCE_BYTES = 24


def box_up(data: bytes, box_key: bytes, random: Callable[[int], bytes]) -> bytes:
    """Bytes for the owner of `box_key` (X25519 public key, 32 bytes): libsodium's sealed box.

    Made by hand from an ephemeral key, because libsodium's own function draws its randomness where no test can
    repeat it: `ephemeral key (32) | XSalsa20-Poly1305`, with blake2b(ephemeral key | box key) for a nonce.
    """
    from nacl.public import Box, PrivateKey, PublicKey

    passing = PrivateKey.from_seed(random(32))
    passing_key = bytes(passing.public_key)
    nonce = blake(passing_key + box_key, _NONCE_BYTES)
    return passing_key + Box(passing, PublicKey(box_key)).encrypt(data, nonce).ciphertext


def unbox(box: bytes, box_seed: bytes) -> bytes:
    """What is in a box, opened with the secret seed (32 bytes) of its owner.

    Raises:
        MissingKeyError: it was packed for somebody else, or is damaged.
    """
    from nacl.exceptions import CryptoError
    from nacl.exceptions import TypeError as BadBoxError
    from nacl.public import PrivateKey, SealedBox

    try:
        return SealedBox(PrivateKey.from_seed(box_seed)).decrypt(box)
    except (CryptoError, BadBoxError) as error:
        raise MissingKeyError from error


def opened_boxes(boxes: Iterable[bytes], box_seed: bytes) -> tuple[bytes, ...]:
    """The keys (32 bytes each) in those boxes that this owner can open, in the same order."""
    keys = []
    for box in boxes:
        try:
            key = unbox(box, box_seed)
        except MissingKeyError:
            continue
        if len(key) == 32:
            keys.append(key)
    return tuple(keys)
