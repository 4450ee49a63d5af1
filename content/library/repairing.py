"""Puts whole blobs in place of broken ones; the pack itself stays as it is installed."""

import sqlite3
from collections.abc import Iterable

from content.library.installing import is_large
from content.library.media import MediaFolder
from content.library.transaction import transaction
from content.packing.manifest import PackFile
from content.packing.opening import OpenedPack, unpacked


def repair(
    pack: OpenedPack, broken: Iterable[PackFile], connection: sqlite3.Connection, media: MediaFolder
) -> None:
    """Takes the blobs of these files from `pack`, verified; all of the small ones in one transaction.

    Raises:
        PackDamagedError, PackUnreadableError: `pack` does not have them whole either; what is installed stays.
    """
    wanted = {file.stored.sha256: file for file in broken}.values()
    for file in wanted:
        if is_large(file.stored):
            media.write(file.stored.sha256, pack.stored_pieces(file))
    small = [(file.stored.sha256, _verified(pack, file)) for file in wanted if not is_large(file.stored)]
    with transaction(connection):
        connection.executemany("INSERT OR REPLACE INTO blob (sha256, data) VALUES (?, ?)", small)


def _verified(pack: OpenedPack, file: PackFile) -> bytes:
    stored = pack.stored_bytes(file)
    unpacked(stored, file, pack.manifest.pack.title)
    return stored
