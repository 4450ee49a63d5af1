"""Which downloads somebody asked for and that are not done: they go on by themselves, unless they were paused."""

from pathlib import Path
from threading import Lock

import msgspec

from content.disk import disk_told


class WantedPack(msgspec.Struct, frozen=True):
    """A pack that was asked for; `is_paused` by whoever asked, until they say otherwise."""

    pack_id: str
    is_paused: bool = False


class WantedPacks:
    """The list, in `file`; it may be lost, and then somebody has to ask again."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = Lock()

    def all(self) -> tuple[WantedPack, ...]:
        """What is asked for, in the order in which it was."""
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=tuple[WantedPack, ...])
        except (OSError, msgspec.MsgspecError):
            return ()

    def want(self, pack_id: str) -> None:
        """Somebody asks for a pack; raises DiskFullError, DiskRefusedError."""
        self._put(pack_id, is_paused=False)

    def pause(self, pack_id: str) -> None:
        """Whoever asked wants it later; raises as `want`."""
        self._put(pack_id, is_paused=True)

    def drop(self, pack_id: str) -> None:
        """It came, or cannot come; raises as `want`."""
        with self._lock:
            self._write(tuple(one for one in self.all() if one.pack_id != pack_id))

    def _put(self, pack_id: str, *, is_paused: bool) -> None:
        with self._lock:
            mine = WantedPack(pack_id, is_paused)
            found = tuple(mine if one.pack_id == pack_id else one for one in self.all())
            self._write(found if mine in found else (*found, mine))

    def _write(self, found: tuple[WantedPack, ...]) -> None:
        aside = self._file.with_suffix(".nuovo")
        with disk_told(self._file.parent):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            aside.write_bytes(msgspec.json.encode(found))
            aside.replace(self._file)
