"""The library of a laptop with its search: what is installed is soon searchable, without anybody waiting."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from content.bundled import build_bundled, missing_sources
from content.library.library import Library
from content.library.records import InstalledPack
from content.search.engine import SearchEngine
from content.search.indexer import Indexer
from ui.home import Home


class Shelf(Library):
    """A library whose every change sets the indexing process to work."""

    def __init__(self, folder: Path, *, quota: int = 0) -> None:
        super().__init__(folder, quota=quota)
        self._indexer = Indexer(folder)
        self._engine: SearchEngine | None = None

    @classmethod
    @contextmanager
    def opened(cls, home: Home) -> Iterator["Shelf"]:
        """The shelf of a home, closed at the end."""
        shelf = cls(home.library, quota=home.settings().packs.library_mb * 1_000_000)
        try:
            yield shelf
        finally:
            shelf.close()

    def install(
        self,
        folder: Path,
        progress: Callable[[int, int], None] | None = None,
        should_stop: Callable[[], bool] | None = None,
        *,
        may_link: bool = False,
        as_school: str = "",
    ) -> InstalledPack:
        """Installs a built pack wholly or not at all, and has it indexed; see `Library.install`."""
        pack = super().install(folder, progress, should_stop, may_link=may_link, as_school=as_school)
        self._indexer.start()
        return pack

    def remove(self, pack_id: str) -> None:
        """Removes a pack, from the search too; see `Library.remove`."""
        super().remove(pack_id)
        self._indexer.start()

    def install_all(self, folders: Iterable[Path]) -> None:
        """Installs several built packs, and has them indexed together."""
        for folder in folders:
            super().install(folder)
        self._indexer.start()

    def search_engine(self) -> SearchEngine:
        """The search, opened at the first call; it may take a few tenths of a second."""
        if self._engine is None:
            # Late: Whoosh and the stemmer are slow to import, and the first page needs neither.
            from content.search import open_search

            self._engine = open_search(self)
        return self._engine

    def bring_up_to_date(self) -> None:
        """Installs the program's own packs where they are missing or older, and has all indexed; takes seconds."""
        held = {pack.head.pack_id: pack.head.edition for pack in self.packs()}
        missing = missing_sources(held)
        with TemporaryDirectory() as room:
            self.install_all(build_bundled(Path(room), missing) if missing else ())

    def wait_until_searchable(self) -> int:
        """Waits for the indexing process; gives the sections it indexed."""
        return self._indexer.wait().sections

    def close(self) -> None:
        """Lets go of everything; what was not indexed yet is taken up the next time."""
        self._indexer.stop()
        if self._engine is not None:
            self._engine.close()
        super().close()
