"""Where this laptop keeps its data, and the little that it remembers of its settings."""

import json
import os
from pathlib import Path

import msgspec

from content.disk import disk_told
from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import say
from sync.allowance import LineLimits


class HomeUnwritableError(ScuolaError):
    """The data folder cannot be made or written."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            say("Non riesco a scrivere nella cartella dei dati «{folder}».", folder=folder),
            remedy=say(
                "Guarda chi può scrivere nella cartella, o scegline un’altra con SCUOLA_DIGITALE_HOME."
            ),
        )


class PackSettings(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What packs may take of the line and of the disk.

    Attributes:
        mirrors: addresses that are asked before the region's own, in their order.
        daily_mb: megabytes that a day may download; 0 for as many as come.
        from_hour, to_hour: between which hours of the day; the same twice for all day.
        library_mb: megabytes that the installed packs may take; 0 for as many as the disk holds.
    """

    mirrors: tuple[str, ...] = ()
    daily_mb: int = 0
    from_hour: int = 0
    to_hour: int = 0
    library_mb: int = 0


class Settings(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a laptop remembers of itself.

    Attributes:
        region_url: the region's address, empty for a school without a region.
        hub_url: a hub's address that was typed; hubs on the same network are found without.
        line: what the exchange may take of the line by itself.
        packs: how packs are fetched.
        language: which language the window speaks, empty for Italian.
    """

    region_url: str = ""
    hub_url: str = ""
    line: LineLimits = LineLimits()
    packs: PackSettings = PackSettings()
    language: str = ""


class Home(msgspec.Struct, frozen=True):
    """The data folder of one laptop; each part has a folder of its own."""

    folder: Path

    @property
    def school(self) -> Path:
        """Facts and keys."""
        return self.folder / "scuola"

    @property
    def library(self) -> Path:
        """Installed packs and their index."""
        return self.folder / "biblioteca"

    @property
    def pack_trust(self) -> Path:
        """Whom this laptop believes about packs."""
        return self.folder / "fiducia"

    @property
    def downloads(self) -> Path:
        """Packs that are half downloaded, and what is known of the line."""
        return self.folder / "scarichi"

    @property
    def lessons(self) -> Path:
        """Sealed pieces of the school's own packs, to be carried on."""
        return self.folder / "lezioni"

    @property
    def demo(self) -> Path:
        """The demo school: one home a laptop, and its region."""
        return self.folder / "prova"

    @property
    def logs(self) -> Path:
        """What the program notes for who mends it; never a name."""
        return self.folder / "registro"

    def ready(self) -> "Home":
        """The same home, with its folder made.

        Raises:
            HomeUnwritableError: it cannot be made or written.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            probe = self.folder / ".prova-scrittura"
            probe.write_bytes(b"")
            probe.unlink()
        except OSError as error:
            raise HomeUnwritableError(self.folder) from error
        return self

    def settings(self) -> Settings:
        """What was remembered; the defaults where nothing readable is."""
        try:
            return msgspec.json.decode(self._settings_file.read_bytes(), type=Settings)
        except (OSError, msgspec.DecodeError):
            return Settings()

    def remember_region(self, address: str) -> None:
        """Keeps the region's address; the rest stays as it is.

        Raises:
            DiskFullError, DiskRefusedError: it could not be written; what was remembered stays.
        """
        self._remember(msgspec.structs.replace(self.settings(), region_url=address))

    def remember_packs(self, packs: PackSettings) -> None:
        """Keeps what packs may take; the rest stays as it is. Raises as `remember_region`."""
        self._remember(msgspec.structs.replace(self.settings(), packs=packs))

    def remember_hub(self, address: str) -> None:
        """Keeps a hub's address; raises as `remember_region`."""
        self._remember(msgspec.structs.replace(self.settings(), hub_url=address))

    def remember_language(self, code: str) -> None:
        """Keeps the language of the next start; raises as `remember_region`."""
        self._remember(msgspec.structs.replace(self.settings(), language=code))

    def remember_line(self, limits: LineLimits) -> None:
        """Keeps what the exchange may take of the line; raises as `remember_region`."""
        self._remember(msgspec.structs.replace(self.settings(), line=limits))

    def _remember(self, settings: Settings) -> None:
        # Aside first: a cut in the middle leaves the old settings whole.
        aside = self._settings_file.with_suffix(".nuovo")
        with disk_told(self.folder):
            aside.write_text(json.dumps(msgspec.to_builtins(settings), indent=1), encoding="utf-8")
            aside.replace(self._settings_file)

    @property
    def _settings_file(self) -> Path:
        return self.folder / "impostazioni.json"


def folder_made(folder: Path) -> Path:
    """The same folder, made where it was missing.

    Raises:
        HomeUnwritableError: it cannot be made, or a file has its name.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise HomeUnwritableError(folder) from error
    return folder


def default_home() -> Home:
    """The home of this account: `SCUOLA_DIGITALE_HOME`, or the system's place for program data."""
    chosen = os.environ.get("SCUOLA_DIGITALE_HOME")
    if chosen:
        return Home(Path(chosen).expanduser().absolute())
    # Late: a window started with SCUOLA_DIGITALE_HOME never needs it.
    from platformdirs import user_data_path

    return Home(user_data_path("scuola-digitale", appauthor=False))
