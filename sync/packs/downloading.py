"""Downloads blobs: from the first place that has them, going on inside a file, each verified before it counts."""

import hashlib
import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from threading import Event, Lock
from typing import Final

import msgspec

from content.disk import disk_told
from content.library.installing import LARGE_BYTES
from content.packing.manifest import Stored, blob_path
from scuola_digitale.errors import ScuolaError
from sync.errors import RegionAnswersRubbishError, SyncError
from sync.packs.errors import GettingStoppedError, NoPlaceError, NotHereError, OfferBrokenError
from sync.packs.http_place import CONNECTIONS
from sync.packs.meter import LineMeter
from sync.packs.places import Place, blob_name

PART: Final = ".parte"
PATIENCE: Final = (2.0, 5.0, 15.0, 30.0, 60.0, 120.0)
"""Seconds to wait after each cut without a new byte; after the last the download rests until it is taken up again."""


class Progress(msgspec.Struct, frozen=True):
    """How far a download is, in bytes; `cuts` are the points where the line fell."""

    done: int
    total: int
    cuts: tuple[int, ...] = ()


Tell = Callable[[Progress], None]


class Downloader:
    """Brings blobs from `places`, tried in their order.

    Args:
        places: where from.
        meter: counts and limits what comes over a line.
        stop: when set, the download ends with what it has.
        patience: pauses after cuts, in seconds.
    """

    def __init__(
        self,
        places: Sequence[Place],
        meter: LineMeter,
        *,
        stop: Event | None = None,
        patience: Sequence[float] = PATIENCE,
    ) -> None:
        self._places = tuple(places)
        self._meter = meter
        self._stop = stop or Event()
        self._patience = patience

    def fetch(self, blobs: Iterable[Stored], folder: Path, title: str, tell: Tell | None = None) -> None:
        """Brings blobs into `folder/blobs`; those that are there are not asked again, half ones are gone on with.

        Args:
            blobs: what is wanted, in the order in which it is wanted.
            folder: a pack's folder.
            title: what to call it in a sentence.
            tell: called with the progress, from any thread.

        Raises:
            GettingStoppedError, OutsideHoursError, BudgetSpentError: not now; what came stays.
            SyncError: the line is gone for long; what came stays.
            NotHereError, OfferBrokenError: no place has a blob, or none has it whole.
            DiskFullError, DiskRefusedError: it cannot be written.
        """
        run = _Run({blob.sha256: blob for blob in blobs}.values(), folder, tell)
        pause = 0
        with disk_told(folder):
            while run.waiting:
                before = run.progress.done
                try:
                    self._round(run, title)
                except SyncError as error:
                    run.cut()
                    pause = 0 if run.progress.done > before else pause + 1
                    if pause >= len(self._patience):
                        raise
                    asked = error.retry_after_seconds or 0.0
                    if self._stop.wait(max(self._patience[pause], asked)):
                        raise GettingStoppedError from error

    def _round(self, run: "_Run", title: str) -> None:
        """Works on all that waits until it is done or a first trouble ends it."""
        began, before = time.monotonic(), self._meter.passed
        down: set[Place] = set()
        workers = min(CONNECTIONS, len(run.waiting))
        over = Event()
        try:
            with ThreadPoolExecutor(workers, "pacchetti") as pool:
                tasks = [pool.submit(self._work, run, title, down, over) for _ in range(workers)]
                self._wait_for(tasks)
            for task in tasks:
                task.result()
        finally:
            self._meter.measure(self._meter.passed - before, time.monotonic() - began)

    def _wait_for(self, tasks: "list[Future[None]]") -> None:
        """Waits for the workers; Ctrl+C at the keyboard stops them where they are."""
        try:
            wait(tasks)
        except KeyboardInterrupt:
            self._stop.set()
            raise

    def _work(self, run: "_Run", title: str, down: set[Place], over: Event) -> None:
        while not over.is_set() and (blob := run.take()) is not None:
            try:
                self._fetch_one(run, blob, title, down)
            except BaseException:
                over.set()
                run.put_back(blob)
                raise

    def _fetch_one(self, run: "_Run", blob: Stored, title: str, down: set[Place]) -> None:
        if not self._places:
            raise NoPlaceError
        troubles: list[ScuolaError] = []
        for place in self._places:
            if place in down:
                continue
            try:
                if self._take_from(run, place, blob) or self._take_from(run, place, blob):
                    return
                troubles.append(OfferBrokenError(title, f"{place.name}: {blob.sha256} is other bytes"))
            except NotHereError as error:
                troubles.append(error)
            except SyncError as error:
                troubles.append(error)
                if len(self._places) > 1 and not isinstance(error, RegionAnswersRubbishError):
                    down.add(place)  # the others go on without waiting for it, blob after blob
        raise next((each for each in troubles if isinstance(each, SyncError)), None) or (
            troubles[-1] if troubles else NoPlaceError()
        )

    def _take_from(self, run: "_Run", place: Place, blob: Stored) -> bool:
        """Brings one blob; False when the bytes were others, which are gone then, those of an earlier time too."""
        self._check_pause(place)
        part = run.part(blob)
        digest, had = _digest_of(part, blob.size)
        with part.open("ab") as out, self._reading(place, blob, had) as pieces:
            try:
                for piece in pieces:
                    if not place.is_near:
                        self._meter.count(len(piece))
                    had += len(piece)
                    if had > blob.size:
                        break
                    digest.update(piece)
                    out.write(piece)
                    run.advance(len(piece))
                    self._check_pause(place)  # what has come is on the disk already
            finally:
                out.flush()
            if blob.size > LARGE_BYTES:
                os.fsync(out.fileno())
        if had == blob.size and digest.hexdigest() == blob.sha256:
            part.replace(run.whole(blob))
            return True
        run.advance(-part.stat().st_size)
        part.unlink()
        return False

    def _reading(self, place: Place, blob: Stored, had: int) -> AbstractContextManager[Iterator[bytes]]:
        # Stopped, or killed, between its last byte and its name: no place has anything behind that.
        if had == blob.size > 0:
            return nullcontext(iter(()))
        return place.read(blob_name(blob.sha256), had)

    def _check_pause(self, place: Place) -> None:
        if self._stop.is_set():
            raise GettingStoppedError
        if not place.is_near:
            self._meter.allow()


class _Run:
    """What one download still waits for, shared by its threads."""

    def __init__(self, blobs: Iterable[Stored], folder: Path, tell: Tell | None) -> None:
        self._folder = folder
        self._lock = Lock()
        self._tell = tell or (lambda _progress: None)
        blobs = tuple(blobs)
        self.waiting = deque(blob for blob in blobs if not self._is_whole(blob))
        total = sum(blob.size for blob in blobs)
        missing = sum(blob.size - _size_of(self.part(blob), blob.size) for blob in self.waiting)
        self.progress = Progress(total - missing, total)
        self._tell(self.progress)

    def whole(self, blob: Stored) -> Path:
        """Where the blob is when it is whole and verified."""
        return blob_path(self._folder, blob.sha256)

    def part(self, blob: Stored) -> Path:
        """Where its beginning is while it comes."""
        whole = self.whole(blob)
        whole.parent.mkdir(parents=True, exist_ok=True)
        return whole.with_name(whole.name + PART)

    def take(self) -> Stored | None:
        """The next blob to bring, or None."""
        with self._lock:
            return self.waiting.popleft() if self.waiting else None

    def put_back(self, blob: Stored) -> None:
        """Somebody has to bring it another time, first of all."""
        with self._lock:
            self.waiting.appendleft(blob)

    def advance(self, size: int) -> None:
        """Counts bytes that are on the disk."""
        with self._lock:
            self.progress = msgspec.structs.replace(self.progress, done=self.progress.done + size)
            progress = self.progress
        self._tell(progress)

    def cut(self) -> None:
        """Remembers where the line fell."""
        cuts = (*self.progress.cuts, self.progress.done)
        self.progress = msgspec.structs.replace(self.progress, cuts=cuts)
        self._tell(self.progress)

    def _is_whole(self, blob: Stored) -> bool:
        try:
            return self.whole(blob).lstat().st_size == blob.size
        except FileNotFoundError:
            return False


def _size_of(part: Path, most: int) -> int:
    """Bytes that an earlier time left of a blob; a file longer than the blob is nothing of it."""
    try:
        size = part.lstat().st_size
    except FileNotFoundError:
        return 0
    if size > most:
        part.unlink()
        return 0
    return size


def _digest_of(part: Path, most: int) -> "tuple[hashlib._Hash, int]":
    """The digest so far of what an earlier time left, and how much that is."""
    if not _size_of(part, most):
        return hashlib.sha256(), 0
    with part.open("rb") as file:
        return hashlib.file_digest(file, "sha256"), file.tell()
