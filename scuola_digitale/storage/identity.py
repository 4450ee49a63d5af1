"""Who a laptop is: keys and epoch, kept outside the database so that a restored database is noticed."""

import errno
import os
from pathlib import Path
from typing import Literal

import msgspec

from scuola_digitale.format.signing import id_of, public_key
from scuola_digitale.storage.errors import DiskFullError, MemoryDamagedError, NoSchoolError

FILE = "identita"
WAITING = "ingresso"
"""The file of a laptop that has asked to join and is not in yet."""

SCHOOL_KEYS = "scuola"
KEYS_FOLDER = "chiavi"


class Identity(msgspec.Struct, frozen=True, array_like=True):
    """What stands in the file `identita`.

    Attributes:
        device_key: the public half of `device_seed`, so that opening a school needs no cryptography.
        root_key: the public key of the school's root.
        plesso: the id of the site, the scope being `plesso/ID`.
        epoch: of the streams this device writes now.
        marker: as in the database, and new at the first write of each session; a database brought back from a
            copy holds an older one.
        label: how people call this laptop.
        machine: the machine on which it wrote last (machine.py); empty before the first write.
    """

    version: Literal[1]
    device_seed: bytes
    device_key: bytes
    box_seed: bytes
    root_key: bytes
    plesso: str
    epoch: int
    marker: bytes
    label: str
    machine: bytes = b""

    @property
    def device(self) -> bytes:
        """The device's 16-byte id."""
        return id_of(self.device_key)

    @property
    def scope(self) -> str:
        """The scope of its site."""
        return scope_of(self.plesso)

    @property
    def school(self) -> bytes:
        """The school's 16-byte id."""
        return id_of(self.root_key)


def scope_of(plesso: str) -> str:
    """The scope of a site by its id."""
    return f"plesso/{plesso}"


def new_identity(*, seeds: tuple[bytes, bytes], root_key: bytes, plesso: str, label: str) -> Identity:
    """An identity from the secret seeds (32 bytes each) for signing and for sealing."""
    device_seed, box_seed = seeds
    return Identity(1, device_seed, public_key(device_seed), box_seed, root_key, plesso, 1, b"", label)


def read_identity(folder: Path) -> Identity:
    """The identity of the laptop whose data folder this is.

    Raises:
        NoSchoolError: there is none.
        MemoryDamagedError: the file is not what it should be.
    """
    path = folder / FILE
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=Identity)
    except FileNotFoundError as error:
        raise NoSchoolError(folder) from error
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise MemoryDamagedError(path) from error


def write_identity(folder: Path, identity: Identity) -> None:
    """Writes the identity; the old one or the new one survives a power cut."""
    write_private(folder / FILE, msgspec.msgpack.encode(identity))


def write_private(path: Path, data: bytes) -> None:
    """Writes a file that only this account may read, all of it or nothing of it, and waits for the disk.

    Raises:
        DiskFullError: there is no room; the old file stays.
    """
    aside = path.with_name(path.name + ".nuovo")
    try:
        with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFullError from error
        raise
    aside.replace(path)


def read_school_keys(folder: Path) -> list[bytes]:
    """The school's sealing keys, the one in use first.

    Raises:
        MemoryDamagedError: they are missing or damaged.
    """
    path = folder / KEYS_FOLDER / SCHOOL_KEYS
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=list[bytes])
    except (FileNotFoundError, msgspec.MsgspecError) as error:
        raise MemoryDamagedError(path) from error


def write_school_keys(folder: Path, keys: list[bytes]) -> None:
    """Keeps the school's sealing keys (32 bytes each)."""
    (folder / KEYS_FOLDER).mkdir(mode=0o700, exist_ok=True)
    write_private(folder / KEYS_FOLDER / SCHOOL_KEYS, msgspec.msgpack.encode(keys))
