"""What a laptop can pass on: the packs in its library, and the signatures it holds; a hub serves it to the others."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from content.library.library import Library
from content.packing.errors import PackDamagedError
from content.packing.manifest import blob_path
from scuola_digitale.words import say
from sync.packs.errors import NotHereError
from sync.packs.places import METADATA, read_from
from sync.packs.trust import PackTrust


class HeldPlace:
    """A place made of a library, its laptop's trust, and the cellar where signed manifests are kept.

    `sealed` is where the sealed pieces of the school's own packs lie.
    """

    def __init__(
        self,
        library: Library,
        trust: PackTrust,
        cellar: Path,
        name: str = "",
        *,
        sealed: Path | None = None,
    ) -> None:
        self.name = name or say("questo portatile")
        self.is_near = True
        self._library = library
        self._trust = trust
        self._cellar = cellar
        self._sealed = sealed

    @contextmanager
    def read(self, path: str, start: int = 0) -> Iterator[Iterator[bytes]]:
        """The bytes of a file from `start` on. Raises NotHereError, PlaceUnreadableError."""
        kind, _, name = path.rpartition("/")
        if kind == METADATA:
            yield iter([self._metadata(name, path)[start:]])
        elif kept := self._kept(name):
            with read_from(kept, self.name, start) as pieces:
                yield pieces
        else:
            yield self._from_library(name, path, start)

    def _metadata(self, name: str, path: str) -> bytes:
        found = dict(self._trust.metadata_files()).get(name)
        if found is None:
            raise NotHereError(self.name, path)
        return found

    def _kept(self, sha256: str) -> Path | None:
        """Sealed pieces, signed manifests and the catalogue, and what came whole of a pack on its way."""
        blob = blob_path(Path(), sha256).as_posix()
        if self._sealed is not None and (self._sealed / blob).is_file():
            return self._sealed / blob
        return next((file for depth in ("*", "*/*/*") for file in self._cellar.glob(f"{depth}/{blob}")), None)

    def _from_library(self, sha256: str, path: str, start: int) -> Iterator[bytes]:
        stored = self._library.held(sha256)
        if stored is None:
            raise NotHereError(self.name, path)
        return self._skipped(self._library.blob(stored), start, path)

    def _skipped(self, pieces: Iterator[bytes], skip: int, path: str) -> Iterator[bytes]:
        try:
            for piece in pieces:
                if skip < len(piece):
                    yield piece[skip:]
                skip = max(0, skip - len(piece))
        except PackDamagedError as error:
            raise NotHereError(self.name, path) from error
