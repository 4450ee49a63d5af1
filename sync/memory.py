"""What a laptop remembers of other sides between syncs, in a small file that may be lost at any time."""

from pathlib import Path

import msgspec

from scuola_digitale.format.vector import PeerVector
from sync.conversation import PeerMemory


class _Kept(msgspec.Struct, array_like=True):
    nonce: bytes | None
    holds: list[tuple[bytes, bytes, int]] | None
    shown_key: bytes = b""
    line_held: bool = False


class MemoryFile:
    """The memories of all other sides by their address, in one file.

    It is no truth: a lost or old one costs a small request, a wrong one is put right by the first answer.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self, address: str) -> PeerMemory:
        """What is remembered of an address; nothing where the file is missing or damaged."""
        kept = self._read().get(address)
        if kept is None:
            return PeerMemory()
        holds = None if kept.holds is None else PeerVector({(one, two): seq for one, two, seq in kept.holds})
        return PeerMemory(nonce=kept.nonce, holds=holds, shown_key=kept.shown_key, line_held=kept.line_held)

    def save(self, address: str, memory: PeerMemory) -> None:
        """Remembers; a full disk costs the memory and nothing else."""
        holds = None
        if memory.holds is not None:
            holds = [(*streams, seq) for streams, seq in memory.holds.seqs.items()]
        kept = {**self._read(), address: _Kept(memory.nonce, holds, memory.shown_key, memory.line_held)}
        aside = self._path.with_suffix(".new")
        try:
            aside.write_bytes(msgspec.msgpack.encode(kept))
            aside.replace(self._path)
        except OSError:
            aside.unlink(missing_ok=True)

    def _read(self) -> dict[str, _Kept]:
        try:
            return msgspec.msgpack.decode(self._path.read_bytes(), type=dict[str, _Kept])
        except (OSError, msgspec.MsgspecError):
            return {}
