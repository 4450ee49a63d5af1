"""Whom this laptop believes about packs: python-tuf over any place, its own metadata kept beside the library."""

import hashlib
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from tuf.api.exceptions import (
    BadVersionNumberError,
    DownloadError,
    DownloadHTTPError,
    ExpiredMetadataError,
    RepositoryError,
)
from tuf.api.metadata import Metadata, Root, TargetFile
from tuf.ngclient import FetcherInterface, Updater, UpdaterConfig

import sync.packs.signatures  # noqa: F401  # teaches python-tuf our Ed25519
from content.library.media import sync_folder
from scuola_digitale.errors import ScuolaError
from scuola_digitale.storage.identity import write_private
from scuola_digitale.words import say
from sync.packs.errors import (
    NoPlaceError,
    NotARootError,
    NotHereError,
    NoTrustError,
    OtherRootError,
    TrustBrokenError,
    TrustExpiredError,
)
from sync.packs.places import METADATA, FolderPlace, Place, metadata_path, read_whole

_log = logging.getLogger(__name__)

FIRST_ROOT = "radice.json"
MAX_ROOT_BYTES: Final = 64 << 10
MAX_METADATA_BYTES: Final = 5 << 20
_CONFIG = UpdaterConfig(
    root_max_length=MAX_ROOT_BYTES, targets_max_length=MAX_METADATA_BYTES, max_root_rotations=256
)
_NOWHERE = "scaffale://"
"""python-tuf wants an address; ours are paths in a place."""


class PackTrust:
    """The metadata of one region, in `folder`, which never lies on a stick."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def is_begun(self) -> bool:
        """Whether the laptop knows a region's keys."""
        return (self._folder / FIRST_ROOT).exists()

    def begin(self, root: bytes, *, replace: bool = False) -> str:
        """Believes this root from now on; gives its fingerprint, to be compared with the region's.

        Raises:
            NotARootError: it is no root, or not signed by itself.
            OtherRootError: another region's is believed already, and `replace` does not say to forget it.
        """
        self._check_root(root)
        kept = self._folder / FIRST_ROOT
        if kept.exists() and kept.read_bytes() != root:
            if not replace:
                raise OtherRootError
            self._forget()
        self._folder.mkdir(parents=True, exist_ok=True)
        write_private(kept, root)
        return fingerprint(root)

    def refresh(self, places: Sequence[Place], *, unheard: bool = False) -> "TrustedState":
        """Asks each place for newer metadata and gives the newest state that holds, good for installing.

        A place that cannot be reached, is behind, or forges does no harm as long as another answers well.

        Args:
            places: whom to ask.
            unheard: whether what is known already is enough where none of them answers well.

        Raises:
            NoTrustError: the laptop knows no region's keys.
            TrustExpiredError: the newest that could be had is past its date.
            TrustBrokenError: what the places have does not hold.
            ScuolaError: no place could be reached.
        """
        if not self.is_begun:
            raise NoTrustError
        outcomes = [(place, self._refresh_from(place)) for place in places]
        troubles = [trouble for _, trouble in outcomes if trouble is not None]
        enough = unheard or len(troubles) < len(outcomes)
        if not enough or not (self._metadata / "timestamp.json").exists():
            raise troubles[0] if troubles else NoPlaceError()
        settled = _Settled(FolderPlace(self._metadata), places)
        try:
            updater = self._updater(settled)
            updater.refresh()
        except (ExpiredMetadataError, RepositoryError, DownloadError, ScuolaError) as error:
            told = _told(error, settled)
            first = next((trouble for trouble in troubles if not isinstance(trouble, NotHereError)), None)
            raise first or told from error
        finally:
            sync_folder(self._metadata)
        heard = tuple(place for place, trouble in outcomes if trouble is None)
        return TrustedState(updater, settled, heard)

    def metadata_files(self) -> Iterator[tuple[str, bytes]]:
        """What is held, named as a place names it: for a stick, or for a hub that passes it on."""
        for file in sorted((self._metadata / "root_history").glob("*.root.json")):
            yield file.name, file.read_bytes()
        for file in sorted(self._metadata.glob("*.json")):
            if file.name == "timestamp.json":
                yield file.name, file.read_bytes()
            elif file.name != "root.json":
                with suppress(RepositoryError):
                    data = file.read_bytes()
                    yield f"{Metadata.from_bytes(data).signed.version}.{file.name}", data

    @property
    def _metadata(self) -> Path:
        return self._folder / METADATA

    def _refresh_from(self, place: Place) -> ScuolaError | None:
        """Takes what is newer at a place; gives why it could not, None when all went well or it is merely behind."""
        try:
            self._updater(place).refresh()
        except BadVersionNumberError as error:
            _log.info("%s is behind: %s", place.name, error)
        except (RepositoryError, DownloadError, ScuolaError) as error:
            told = _told(error, place)
            _log.info("%s does not help: %s", place.name, getattr(told, "reason", told))
            return told
        return None

    def _updater(self, place: Place) -> Updater:
        self._metadata.mkdir(parents=True, exist_ok=True)
        return Updater(
            str(self._metadata),
            _NOWHERE,
            fetcher=_PlaceFetcher(place),
            config=_CONFIG,
            bootstrap=(self._folder / FIRST_ROOT).read_bytes(),
        )

    def _check_root(self, data: bytes) -> None:
        try:
            metadata: Metadata[Root] = Metadata.from_bytes(data)
            metadata.verify_delegate(Root.type, metadata)
        except (RepositoryError, ValueError, TypeError) as error:
            raise NotARootError from error

    def _forget(self) -> None:
        import shutil

        shutil.rmtree(self._folder)


class TrustedState:
    """What the region has signed, as the newest metadata at hand say; `heard` are the places that answered well."""

    def __init__(self, updater: Updater, place: Place, heard: tuple[Place, ...]) -> None:
        self._updater = updater
        self._place = place
        self.heard = heard

    def target(self, path: str) -> TargetFile | None:
        """Length and sha256 of a signed target, or None when nobody has signed one of this name.

        Raises:
            TrustExpiredError, TrustBrokenError, ScuolaError: the metadata of its role could not be had.
        """
        try:
            return self._updater.get_targetinfo(path)
        except (RepositoryError, DownloadError, ScuolaError) as error:
            raise _told(error, self._place) from error


def fingerprint(root: bytes) -> str:
    """What two people compare by voice: 16 hexadecimal digits in groups of four."""
    digits = hashlib.sha256(root).hexdigest()[:16]
    return " ".join(digits[start : start + 4] for start in range(0, 16, 4))


class _PlaceFetcher(FetcherInterface):
    def __init__(self, place: Place) -> None:
        self._place = place

    def _fetch(self, url: str) -> Iterator[bytes]:
        path = metadata_path(url.removeprefix(_NOWHERE))
        try:
            return iter([read_whole(self._place, path, MAX_METADATA_BYTES)])
        except NotHereError as error:
            raise DownloadHTTPError(str(error), 404) from error


class _Settled:
    """This laptop's own metadata, and from the places only what it lacks of the very same state."""

    is_near = False

    def __init__(self, own: FolderPlace, places: Sequence[Place]) -> None:
        self._own, self._places = own, places
        self.name = places[0].name if len(places) == 1 else say("chi ha i pacchetti")

    @contextmanager
    def read(self, path: str, start: int = 0) -> Iterator[Iterator[bytes]]:
        """The bytes of a metadata file."""
        name = path.removeprefix(metadata_path(""))
        if name == "timestamp.json":
            with self._own.read(name, start) as pieces:
                yield pieces
            return
        if name.endswith(".root.json"):
            raise NotHereError(self.name, path)
        yield iter([self._from_places(path)])

    def _from_places(self, path: str) -> bytes:
        trouble: ScuolaError = NotHereError(self.name, path)
        for place in self._places:
            try:
                return read_whole(place, path, MAX_METADATA_BYTES)
            except NotHereError:
                continue
            except ScuolaError as error:
                trouble = error
        raise trouble


def _told(error: Exception, place: Place) -> ScuolaError:
    """What a failure of python-tuf means, in words."""
    if isinstance(error, ScuolaError):
        return error
    if isinstance(error, ExpiredMetadataError):
        return TrustExpiredError()
    cause = error.__cause__
    if isinstance(cause, ScuolaError) and isinstance(error, DownloadError):
        return cause
    return TrustBrokenError(place.name, f"{type(error).__name__}: {error}")
