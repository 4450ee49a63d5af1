"""Keys behind a password: those of staff and of the school's root, sealed with argon2id."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import msgspec

from scuola_digitale.storage.errors import MemoryDamagedError, NoStaffKeysError, WrongPasswordError
from scuola_digitale.storage.identity import KEYS_FOLDER, write_private

_SALT_BYTES = 16
_NONCE_BYTES = 24

# PyNaCl is imported where it is used: it would delay the window's first paint.


class Effort(msgspec.Struct, frozen=True):
    """What guessing one password costs: argon2id passes and bytes of memory."""

    passes: int
    memory: int


LAPTOP_EFFORT = Effort(3, 128 << 20)
"""About a quarter of a second on an old laptop of 4 GB, twice the memory of libsodium's «interactive»."""


class LockedKeys(msgspec.Struct, frozen=True, array_like=True):
    """A secret behind a password, as it stands in its file; it says itself what opening it costs."""

    version: Literal[1]
    effort: Effort
    salt: bytes
    sealed: bytes


class UnlockedStaff(msgspec.Struct, frozen=True):
    """A member of staff whose keys are open in memory: an `Author`; `seed` signs (32 bytes)."""

    staff_id: bytes
    seed: bytes


def lock(
    secret: bytes, password: str, *, random: Callable[[int], bytes], effort: Effort = LAPTOP_EFFORT
) -> LockedKeys:
    """Puts a secret behind a password."""
    from nacl.secret import SecretBox

    salt = random(_SALT_BYTES)
    key = _key(password, salt, effort)
    return LockedKeys(1, effort, salt, bytes(SecretBox(key).encrypt(secret, random(_NONCE_BYTES))))


def unlock(locked: LockedKeys, password: str) -> bytes:
    """The secret behind the password.

    Raises:
        WrongPasswordError: the password does not open it.
    """
    from nacl.exceptions import CryptoError
    from nacl.secret import SecretBox

    try:
        return SecretBox(_key(password, locked.salt, locked.effort)).decrypt(locked.sealed)
    except CryptoError as error:
        raise WrongPasswordError from error


def _key(password: str, salt: bytes, effort: Effort) -> bytes:
    from nacl.pwhash import argon2id

    return argon2id.kdf(32, password.encode(), salt, opslimit=effort.passes, memlimit=effort.memory)


def keep_locked(folder: Path, owner: str, locked: LockedKeys) -> None:
    """Keeps locked keys in a laptop's data folder; `owner` is an id in hexadecimal, or `radice`."""
    (folder / KEYS_FOLDER).mkdir(mode=0o700, exist_ok=True)
    write_private(folder / KEYS_FOLDER / f"{owner}.chiave", msgspec.msgpack.encode(locked))


def read_locked(folder: Path, owner: str) -> LockedKeys:
    """Locked keys from a laptop's data folder.

    Raises:
        NoStaffKeysError: they are not there.
        MemoryDamagedError: their file is damaged.
    """
    path = folder / KEYS_FOLDER / f"{owner}.chiave"
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=LockedKeys)
    except FileNotFoundError as error:
        raise NoStaffKeysError from error
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise MemoryDamagedError(path) from error
