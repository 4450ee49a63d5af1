"""The keys that sign the shelf: offline ones each behind its password, and the one that signs every day.

An offline key is a file `NAME.chiave` of its own, so that three people may keep the three root keys apart.
"""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from scuola_digitale.domain.school_terms import Area
from scuola_digitale.storage.identity import write_private
from scuola_digitale.storage.staff_keys import LAPTOP_EFFORT, Effort, LockedKeys, lock, unlock
from sync.packs.signatures import NaclSigner
from sync.region.shelf.errors import KeyDamagedError, KeyMissingError

ROOT_KEYS = ("radice-1", "radice-2", "radice-3")
ROOT_THRESHOLD = 2
PUBLISHING_KEY = "pubblicazione"
"""Signs which keys may publish in which area."""

AREA_KEYS = {area: f"area-{area}" for area in Area}
OFFLINE_KEYS = (*ROOT_KEYS, PUBLISHING_KEY, *AREA_KEYS.values())
ONLINE_KEY = "in-linea"
"""Signs the catalogue and that nothing newer exists; it can bring no pack to a school."""

_SEED_BYTES = 32

Ask = Callable[[str], str]
"""Asks whoever is at the keyboard for the password of the key of this name."""


class KeyFolder:
    """Where offline keys are: one folder, or several when their keepers come together."""

    def __init__(self, folders: Iterable[Path], ask: Ask, *, effort: Effort = LAPTOP_EFFORT) -> None:
        self._folders = tuple(folders)
        self._ask = ask
        self._effort = effort
        self._opened: dict[str, NaclSigner] = {}

    def has(self, name: str) -> bool:
        """Whether the key is in one of the folders."""
        return any(_file(folder, name).exists() for folder in self._folders)

    def make(self, name: str) -> NaclSigner:
        """A new key under this name, in the first folder; the old one's file is kept as `NAME.chiave.vecchia`."""
        folder = self._folders[0]
        folder.mkdir(parents=True, exist_ok=True)
        seed = os.urandom(_SEED_BYTES)
        locked = lock(seed, self._ask(name), random=os.urandom, effort=self._effort)
        file = _file(folder, name)
        if file.exists():
            file.replace(file.with_name(f"{file.name}.vecchia"))
        write_private(file, msgspec.msgpack.encode(locked))
        self._opened[name] = NaclSigner(seed)
        return self._opened[name]

    def open(self, name: str) -> NaclSigner:
        """The signer of this name; its password is asked once.

        Raises:
            KeyMissingError: it is in none of the folders.
            KeyDamagedError: its file is no key.
            WrongPasswordError: the password does not open it.
        """
        if name not in self._opened:
            self._opened[name] = NaclSigner(unlock(self._read(name), self._ask(name)))
        return self._opened[name]

    def _read(self, name: str) -> LockedKeys:
        for folder in self._folders:
            if (file := _file(folder, name)).exists():
                try:
                    return msgspec.msgpack.decode(file.read_bytes(), type=LockedKeys)
                except (msgspec.MsgspecError, UnicodeDecodeError) as error:
                    raise KeyDamagedError(name) from error
        raise KeyMissingError(name, self._folders[0])


def make_online_key(file: Path) -> NaclSigner:
    """A new key for what is signed every day; it lies open on the server, readable by its account alone."""
    seed = os.urandom(_SEED_BYTES)
    write_private(file, seed)
    return NaclSigner(seed)


def read_online_key(file: Path) -> NaclSigner:
    """The key that signs every day.

    Raises:
        KeyMissingError: it is not there.
        KeyDamagedError: it is no key.
    """
    try:
        seed = file.read_bytes()
    except FileNotFoundError as error:
        raise KeyMissingError(ONLINE_KEY, file.parent) from error
    if len(seed) != _SEED_BYTES:
        raise KeyDamagedError(ONLINE_KEY)
    return NaclSigner(seed)


def _file(folder: Path, name: str) -> Path:
    return folder / f"{name}.chiave"
