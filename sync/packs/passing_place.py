"""A hub's place: what it lacks it fetches from farther away, once for all who ask, streams it on and keeps it for a while."""

import hashlib
import logging
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from pathlib import Path
from threading import BoundedSemaphore, Condition, Lock, Thread
from typing import Final

from content.library.installing import free_bytes
from content.packing.manifest import BLOB_FOLDER, blob_path
from scuola_digitale.errors import ScuolaError
from sync.errors import LineDownError
from sync.packs.downloading import PART
from sync.packs.errors import NotHereError
from sync.packs.meter import LineMeter
from sync.packs.places import METADATA, Place, blob_name, metadata_path, read_from, read_whole
from sync.packs.trust import MAX_METADATA_BYTES

_log = logging.getLogger(__name__)

KEPT_BYTES: Final = 1_000_000_000
"""What is kept of what passed, for those who ask later; the oldest goes first."""

_RESERVE_BYTES: Final = 512 << 20
_FLOWS: Final = 4
"""Fetches at once, as of one laptop; the others wait their turn."""

_MOST_FLOWS: Final = 64

_PIECE: Final = 1 << 18
_FRESH_SECONDS: Final = 600.0
"""How long the region's newest signature is taken for that: a school's laptops look for news at the same hour."""

_KNOWN: Final = 64

FarPlaces = Callable[[], AbstractContextManager[Sequence[Place]]]


class PassingPlace:
    """What is here, and what can be had through here.

    Args:
        held: what is here already.
        far: opens the places farther away, in the order in which they are asked.
        cellar: a folder for what passed; `held` need not look there.
        open_meter: what the line may be used for, made anew for each fetch.
        most_bytes: how much of what passed is kept.
        now: seconds that only grow.
    """

    def __init__(
        self,
        held: Place,
        far: FarPlaces,
        cellar: Path,
        open_meter: Callable[[], LineMeter],
        *,
        most_bytes: int = KEPT_BYTES,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = held.name
        self.is_near = True
        self._held = held
        self._far = far
        self._cellar = cellar
        self._open_meter = open_meter
        self._most_bytes = most_bytes
        self._now = now
        self._lock = Lock()
        self._flows: dict[str, _Flow] = {}
        self._turns = BoundedSemaphore(_FLOWS)
        self._tidying = Lock()
        self._metadata_lock = Lock()
        self._known: dict[str, tuple[float, bytes | None]] = {}

    @contextmanager
    def read(self, path: str, start: int = 0) -> Iterator[Iterator[bytes]]:
        """The bytes of a file from `start` on, as they come. Raises NotHereError, ScuolaError."""
        if path.startswith(f"{METADATA}/"):
            yield iter([self._metadata(path)[start:]])
            return
        with suppress(NotHereError), self._held.read(path, start) as pieces:
            yield pieces
            return
        sha256 = path.rpartition("/")[2]
        kept = blob_path(self._cellar, sha256)
        if kept.is_file():
            with read_from(kept, self.name, start) as pieces:
                yield pieces
            return
        flow = self._joined(sha256)
        try:
            flow.wait_for_first()
            yield flow.pieces(start)
        finally:
            flow.leave()

    def _metadata(self, path: str) -> bytes:
        """A small signed file: what is newest from farther away, for some minutes; what never changes from here first."""
        is_newest = path == metadata_path("timestamp.json")
        with self._metadata_lock:
            at, known = self._known.get(path, (float("-inf"), None))
            is_fresh = self._now() - at < _FRESH_SECONDS
            if (known is None and not is_fresh) or (is_newest and not is_fresh):
                known = self._found(path, from_here_first=not is_newest)
                if len(self._known) >= _KNOWN:
                    self._known.clear()
                self._known[path] = self._now(), known
            if known is None:
                raise NotHereError(self.name, path)
            return known

    def _found(self, path: str, *, from_here_first: bool) -> bytes | None:
        """A metadata file from here or from afar; None where nobody has it."""
        ways = [self._metadata_here, self._metadata_from_afar]
        trouble: ScuolaError | None = None
        for way in ways if from_here_first else reversed(ways):
            try:
                return way(path)
            except NotHereError:
                continue
            except ScuolaError as error:
                trouble = error
        if trouble is not None:
            raise trouble
        return None

    def _metadata_here(self, path: str) -> bytes:
        return read_whole(self._held, path, MAX_METADATA_BYTES)

    def _metadata_from_afar(self, path: str) -> bytes:
        meter = self._open_meter()
        trouble: ScuolaError = NotHereError(self.name, path)
        with self._far() as places:
            for place in places:
                try:
                    meter.allow()
                    found = read_whole(place, path, MAX_METADATA_BYTES)
                except ScuolaError as error:
                    trouble = error
                else:
                    meter.count(len(found))
                    return found
        raise trouble

    def _joined(self, sha256: str) -> "_Flow":
        """The fetch of a blob that goes on, or a new one; whoever joined it leaves it."""
        with self._lock:
            flow = self._flows.get(sha256)
            if flow is not None and flow.join():
                return flow
            self._cellar.mkdir(parents=True, exist_ok=True)
            if len(self._flows) >= _MOST_FLOWS or free_bytes(self._cellar) < _RESERVE_BYTES:
                raise NotHereError(self.name, blob_name(sha256))
            flow = self._flows[sha256] = _Flow(blob_path(self._cellar, sha256), self.name)
            flow.join()
        Thread(target=self._fetch, args=(flow, sha256), name="passa", daemon=True).start()
        return flow

    def _fetch(self, flow: "_Flow", sha256: str) -> None:
        trouble: ScuolaError | None = None
        try:
            with self._turns:
                self._fetch_from_somewhere(flow, sha256)
        except ScuolaError as error:
            trouble = error
        except OSError as error:
            _log.warning("what passes cannot be kept: %s", error)
            trouble = NotHereError(self.name, sha256)
        flow.end(trouble, lambda: self._forget(sha256, flow))

    def _forget(self, sha256: str, flow: "_Flow") -> None:
        """It is kept under its name now, or gone."""
        with self._lock:
            if self._flows.get(sha256) is flow:
                del self._flows[sha256]
        self._tidy()

    def _fetch_from_somewhere(self, flow: "_Flow", sha256: str) -> None:
        meter, began = self._open_meter(), self._now()
        trouble: ScuolaError = NotHereError(self.name, blob_name(sha256))
        with ExitStack() as stack:
            stack.callback(lambda: meter.measure(meter.passed, self._now() - began))
            for place in stack.enter_context(self._far()):
                try:
                    meter.allow()
                    flow.fill(place, sha256, meter, self._most_bytes)
                    return
                except NotHereError:
                    continue
                except ScuolaError as error:
                    trouble = error
        raise trouble

    def _tidy(self) -> None:
        """Keeps the newest of what passed, up to the bound."""
        with self._tidying:
            files = [
                (file.stat().st_mtime, file.stat().st_size, file)
                for file in (self._cellar / BLOB_FOLDER).glob("??/*")
                if not file.name.endswith(PART)
            ]
            left = self._most_bytes
            for _, size, file in sorted(files, reverse=True):
                left -= size
                if left < 0:
                    with suppress(OSError):  # somebody reads it just now
                        file.unlink()


class _Flow:
    """One fetch, followed by as many readers as come while it lasts; the last who leaves gives the file its name."""

    def __init__(self, whole: Path, name: str) -> None:
        self._whole = whole
        self._name = name
        self._changed = Condition()
        self._size = 0
        self._users = 1  # who fetches
        self._over = False
        self._trouble: ScuolaError | None = None
        self._gone: Callable[[], None] = lambda: None
        whole.parent.mkdir(parents=True, exist_ok=True)
        # A name of its own: what is left of an earlier fetch may still be read.
        descriptor, part = tempfile.mkstemp(suffix=PART, dir=whole.parent)
        self._part = Path(part)
        self._file = os.fdopen(descriptor, "wb")

    def fill(self, place: Place, sha256: str, meter: LineMeter, most: int) -> None:
        """Fetches the blob, going on where an earlier place stopped; good only when it is what its name says.

        Raises:
            NotHereError: the place has it not, or other bytes, or it is too large to be kept.
            ScuolaError: the line fails, or may not be used now.
        """
        with place.read(blob_name(sha256), self._size) as pieces:
            for piece in pieces:
                self._add(piece)
                if not place.is_near:
                    meter.count(len(piece))
                    meter.allow()
                if self._size > most:
                    raise NotHereError(self._name, sha256)
        with self._part.open("rb") as part:
            if hashlib.file_digest(part, "sha256").hexdigest() != sha256:
                raise NotHereError(self._name, sha256)
        os.fsync(self._file.fileno())

    def _add(self, piece: bytes) -> None:
        self._file.write(piece)
        self._file.flush()
        with self._changed:
            self._size += len(piece)
            self._changed.notify_all()

    def end(self, trouble: ScuolaError | None, gone: Callable[[], None]) -> None:
        """Nothing comes any more; `gone` is called when the last reader has left."""
        self._file.close()
        with self._changed:
            self._over, self._trouble, self._gone = True, trouble, gone
            self._changed.notify_all()
        self.leave()

    def join(self) -> bool:
        """Somebody reads along; False where there is nothing to be read any more."""
        with self._changed:
            if self._users == 0 or self._trouble is not None:
                return False
            self._users += 1
            return True

    def leave(self) -> None:
        """They do so no longer."""
        with self._changed:
            self._users -= 1
            if self._users:
                return
            with suppress(OSError):  # then it is fetched another time
                if self._trouble is None:
                    self._part.replace(self._whole)
                self._part.unlink(missing_ok=True)
        self._gone()

    def wait_for_first(self) -> None:
        """Returns once something came; raises what went wrong before."""
        with self._changed:
            self._changed.wait_for(lambda: self._size or self._over)
            if not self._size and self._trouble is not None:
                raise self._trouble

    def pieces(self, start: int) -> Iterator[bytes]:
        """What came from `start` on, then what comes.

        Raises:
            LineDownError: no more of it comes; who asked may go on later, or elsewhere.
        """
        with self._part.open("rb") as file:
            file.seek(start)
            at = start
            while True:
                with self._changed:
                    self._changed.wait_for(lambda at=at: self._size > at or self._over)  # type: ignore[misc]
                    size, over, trouble = self._size, self._over, self._trouble
                while at < size and (piece := file.read(min(_PIECE, size - at))):
                    at += len(piece)
                    yield piece
                if over:
                    if trouble is not None:
                        raise LineDownError
                    return
