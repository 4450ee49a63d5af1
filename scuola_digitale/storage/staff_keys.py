"""Keys behind a password, sealed with argon2id; they travel as facts, sealed once more with the school's key."""

from collections.abc import Callable
from typing import Literal

import msgspec

from scuola_digitale.domain.people import Role
from scuola_digitale.storage.errors import NoStaffKeysError, WeakPasswordError, WrongPasswordError

_SALT_BYTES = 16
_NONCE_BYTES = 24

# PyNaCl is imported where it is used: it would delay the window's first paint.


class Effort(msgspec.Struct, frozen=True):
    """What guessing one password costs: argon2id passes and bytes of memory."""

    passes: int
    memory: int


LAPTOP_EFFORT = Effort(3, 128 << 20)
"""About a quarter of a second on an old laptop of 4 GB, twice the memory of libsodium's «interactive»."""


SHEET_EFFORT = Effort(1, 8 << 10)
"""The least there is, for a random code that nobody can guess."""


class LockedKeys(msgspec.Struct, frozen=True, array_like=True):
    """A secret behind a password; it says itself what opening it costs."""

    version: Literal[1]
    effort: Effort
    salt: bytes
    sealed: bytes


class UnlockedStaff(msgspec.Struct, frozen=True):
    """A member of staff whose keys are open in memory: an `Author`.

    Attributes:
        staff_id: the id of their certificate.
        seed: signs (32 bytes).
        box_seed: opens what is packed for them (32 bytes).
        staff_keys: what only staff can open is sealed with the first, opens with any.
    """

    staff_id: bytes
    seed: bytes
    box_seed: bytes
    staff_keys: tuple[bytes, ...] = ()

    def __repr__(self) -> str:
        """Never the keys: this may end in a log."""
        return f"UnlockedStaff({self.staff_id.hex()})"


LEAST_LETTERS: dict[Role, int] = {"insegnante": 8, "tecnico": 12}
"""How short a password may be; a technician's guards the root, and stands locked on every laptop."""


def check_password(password: str, role: Role) -> None:
    """Refuses a password that is too easily guessed.

    Raises:
        WeakPasswordError: it is too short.
    """
    if len(password) < LEAST_LETTERS[role]:
        raise WeakPasswordError(LEAST_LETTERS[role])


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


def shown_locked(locked: LockedKeys) -> str:
    """Locked keys as the value of a fact, in hexadecimal."""
    return msgspec.msgpack.encode(locked).hex()


def read_locked(shown: str) -> LockedKeys:
    """Locked keys from the value of a fact.

    Raises:
        NoStaffKeysError: there are none, or none that this program understands.
    """
    try:
        return msgspec.msgpack.decode(bytes.fromhex(shown), type=LockedKeys)
    except (ValueError, msgspec.MsgspecError) as error:
        raise NoStaffKeysError from error
