"""Ed25519 signatures, and ids that follow from keys."""

import hashlib
from functools import lru_cache

# PyNaCl is imported where it is used: it would delay the window's first paint.


def blake(data: bytes, size: int = 16) -> bytes:
    """H of the format: blake2b of `size` bytes."""
    return hashlib.blake2b(data, digest_size=size).digest()


def id_of(signing_key: bytes) -> bytes:
    """The 16-byte id of whoever owns an Ed25519 public key (32 bytes): a device, a member of staff, a school."""
    return blake(signing_key)


def public_key(seed: bytes) -> bytes:
    """The Ed25519 public key (32 bytes) of a secret seed (32 bytes)."""
    from nacl.signing import SigningKey

    return bytes(SigningKey(seed).verify_key)


def public_box_key(seed: bytes) -> bytes:
    """The X25519 public key (32 bytes) of a secret seed (32 bytes), for sealing something to its owner."""
    from nacl.public import PrivateKey

    return bytes(PrivateKey.from_seed(seed).public_key)


def sign(seed: bytes, message: bytes) -> bytes:
    """The Ed25519 signature (64 bytes) of `message` by the owner of `seed`."""
    from nacl.signing import SigningKey

    return SigningKey(seed).sign(message).signature


# A certificate comes with every batch, a stick is read again at each visit: 50 µs that need not be spent twice.
@lru_cache(maxsize=4096)
def is_signed(signing_key: bytes, message: bytes, signature: bytes) -> bool:
    """Whether `signature` over `message` was made with the secret half of `signing_key`."""
    from nacl.exceptions import BadSignatureError
    from nacl.exceptions import TypeError as BadKeyTypeError
    from nacl.exceptions import ValueError as BadKeyError
    from nacl.signing import VerifyKey

    try:
        VerifyKey(signing_key).verify(message, signature)
    except (BadSignatureError, BadKeyError, BadKeyTypeError):
        return False
    return True
