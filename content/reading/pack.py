"""A folder of lessons → the source of a pack, checked as a whole."""

import os
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import msgspec

from content.pack_head import PackHead
from content.problems import Problem
from content.reading.captions import captions_of, check_captions
from content.reading.findings import Findings, closest, shortened
from content.reading.leanings import FILMS, PICTURES, SOUNDS, extension
from content.reading.lesson import MAX_LESSON, LessonReading, read_with_leanings
from content.reading.pack_card import CARD_NAME, read_card
from content.reading.paths import path_objection, set_objection
from content.reading.pictures import HEAVY_BYTES as HEAVY_PICTURE
from content.reading.pictures import MAX_RASTER_BYTES, picture_fault
from content.reading.recordings import HEAVY_BYTES as HEAVY_RECORDING
from content.reading.recordings import recording_fault
from scuola_digitale.domain.lesson import Lesson

LESSONS = "lezioni"
MAX_CARD = 64 * 1024
MAX_FILES = 200_000
"""Files in one folder: what a manifest still holds, and more than any library of a school."""

CAPTIONS = frozenset({"vtt"})

_USED_FOLDERS = ("immagini/", "media/")


class PackSource(msgspec.Struct, frozen=True):
    """A pack before it is built.

    Attributes:
        lessons: those whose head can be read, by path.
        files: pack-relative POSIX paths of everything that goes in: the card, the lessons and what they use.
    """

    folder: Path
    head: PackHead
    lessons: tuple[Lesson, ...]
    files: tuple[str, ...]


def read_pack(folder: Path) -> tuple[PackSource | None, tuple[Problem, ...]]:
    """Reads and checks a whole pack.

    The source is given wherever the card can be read; it may be built only when no problem is blocking.
    Nothing is raised for what the folder holds: a missing folder or an unreadable file is a problem too.
    """
    card = Findings(CARD_NAME)
    head = _card(folder, card)
    if head is None:
        return None, card.all()
    shelf = _Folder(folder)
    if shelf.is_overfull:
        card.refuse(
            0,
            f"La cartella ha più di {MAX_FILES} file.",
            "Dividila in più pacchetti, o togli i file di troppo.",
        )
    readings = {path: shelf.read(path, head) for path in shelf.lesson_paths()}
    if not readings:
        card.refuse(0, "Il pacchetto non ha lezioni.", f"Metti i file .md nella cartella {LESSONS}/.")
    problems = [*card.all(), *_cross_checks(readings), *shelf.check_files(readings)]
    lessons = tuple(reading.lesson for reading in readings.values() if reading.lesson is not None)
    source = PackSource(folder, head, lessons, shelf.files(readings))
    return source, tuple(
        sorted([*problems, *(problem for one in readings.values() for problem in one.problems)])
    )


def _card(folder: Path, findings: Findings) -> PackHead | None:
    path = folder / CARD_NAME
    if not folder.is_dir():
        findings.refuse(0, f"La cartella «{folder}» non c'è.", "Controlla come si chiama e dove si trova.")
        return None
    if not path.is_file():
        findings.refuse(
            0,
            f"In questa cartella non c'è {CARD_NAME}.",
            "Controlla la cartella, o creane una con `scuola-digitale pack new`.",
        )
        return None
    if path.stat().st_size > MAX_CARD:
        findings.refuse(0, "La scheda è troppo grande.", "Bastano poche righe: guarda la guida.")
        return None
    return read_card(path.read_bytes(), findings)


class _Folder:
    """What lies in a pack's folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names = {path: path for path in islice(_walk(folder), MAX_FILES + 1)}
        self.is_overfull = len(self._names) > MAX_FILES
        self._composed = {unicodedata.normalize("NFC", path): path for path in self._names}

    def lesson_paths(self) -> list[str]:
        return sorted(
            path for path in self._names if path.startswith(f"{LESSONS}/") and extension(path) == "md"
        )

    def read(self, path: str, head: PackHead) -> LessonReading:
        findings = Findings(path)
        if objection := path_objection(path):
            findings.refuse(
                0,
                f"Il nome del file {objection}.",
                "Dai al file un nome semplice: lettere, cifre e trattini.",
            )
        try:
            with (self._folder / path).open("rb") as stream:
                reading = read_with_leanings(stream.read(MAX_LESSON + 1), path=path, head=head)
        except OSError as error:
            findings.refuse(
                0, f"Il file non si riesce a leggere ({error.strerror}).", "Controlla i permessi del file."
            )
            return LessonReading(lesson=None, problems=findings.all())
        return msgspec.structs.replace(reading, problems=(*findings.all(), *reading.problems))

    def files(self, readings: dict[str, LessonReading]) -> tuple[str, ...]:
        """Everything that goes into the pack, sorted."""
        wanted = {path for reading in readings.values() for path in reading.files}
        used = (wanted & self._names.keys()) | self._captions(wanted)
        return tuple(sorted({CARD_NAME, *readings, *used}))

    def _captions(self, used: Iterable[str]) -> set[str]:
        """The captions that stand beside the sounds and films that lessons use."""
        return captions_of(used) & self._names.keys()

    def check_files(self, readings: dict[str, LessonReading]) -> Iterator[Problem]:
        """What is to say about the files that the lessons use, and about those that nobody uses."""
        users: dict[str, tuple[str, int]] = {}
        for lesson_path, reading in readings.items():
            for path, line in reading.files.items():
                users.setdefault(path, (lesson_path, line))
        for path, (lesson_path, line) in users.items():
            findings = Findings(lesson_path)
            self._check_file(path, line, findings)
            yield from findings.all()
        for path in sorted(self._captions(users)):
            yield from check_captions(self._folder / path, path)
        yield from self._check_set(readings, users)

    def _check_set(
        self, readings: dict[str, LessonReading], users: dict[str, tuple[str, int]]
    ) -> Iterator[Problem]:
        taken = [path for path in sorted({CARD_NAME, *readings, *users}) if path_objection(path) is None]
        if clash := set_objection(taken):
            findings = Findings(clash[0])
            findings.refuse(
                0, f"Il file {clash[1]}: su certi computer sono lo stesso nome.", "Cambia uno dei due nomi."
            )
            yield from findings.all()
        used = users.keys() | self._captions(users)
        for path in self._names:
            if (
                path.startswith(_USED_FOLDERS)
                and path not in used
                and extension(path) in PICTURES | SOUNDS | FILMS | CAPTIONS
            ):
                findings = Findings(path)
                findings.advise(
                    0,
                    "Nessuna lezione usa questo file: non entra nel pacchetto.",
                    "Usalo in una lezione, o toglilo.",
                )
                yield from findings.all()

    def _check_file(self, path: str, line: int, findings: Findings) -> None:
        if path not in self._names:
            self._missing(path, line, findings)
            return
        file = self._folder / path
        if not file.resolve().is_relative_to(self._folder.resolve()):
            findings.refuse(
                line,
                f"«{shortened(path)}» è un collegamento fuori dal pacchetto.",
                "Copia il file nella cartella.",
            )
            return
        try:
            self._check_content(file, path, line, findings)
        except OSError as error:
            findings.refuse(
                line,
                f"«{shortened(path)}» non si riesce a leggere ({error.strerror}).",
                "Controlla i permessi del file.",
            )

    def _check_content(self, file: Path, path: str, line: int, findings: Findings) -> None:
        kind, size = extension(path), file.stat().st_size
        if kind in PICTURES:
            with file.open("rb") as stream:
                fault = picture_fault(stream.read(MAX_RASTER_BYTES + 1), kind)
        else:
            fault = recording_fault(file, kind) if kind in SOUNDS | FILMS else None
        if fault:
            findings.refuse(line, f"«{shortened(path)}» {fault[0]}.", fault[1])
        elif size > (HEAVY_PICTURE if kind in PICTURES else HEAVY_RECORDING):
            weight = f"{size / 1e6:.1f} MB".replace(".", ",")
            findings.advise(
                line,
                f"«{shortened(path)}» pesa {weight}: su una linea lenta ci mette molto.",
                "Se puoi, rimpiccioliscilo.",
            )

    def _missing(self, path: str, line: int, findings: Findings) -> None:
        if path in self._composed:
            findings.refuse(
                line,
                f"Il nome di «{shortened(path)}» ha gli accenti scritti in due pezzi.",
                "Rinomina il file senza accenti.",
            )
            return
        meant = closest(path, self._names, likeness=75)
        remedy = (
            f"Forse volevi dire «{meant}»?" if meant else "Copia il file nella cartella o correggi il nome."
        )
        findings.refuse(line, f"Il file «{shortened(path)}» non c'è.", remedy)


def _walk(folder: Path) -> Iterator[str]:
    """The pack-relative paths of all files, hidden ones left out; links to folders are not followed."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield (Path(parent) / name).relative_to(folder).as_posix()


def _cross_checks(readings: dict[str, LessonReading]) -> Iterator[Problem]:
    lessons = {path: reading.lesson for path, reading in readings.items() if reading.lesson is not None}
    known: dict[str, str] = {}
    for path, lesson in lessons.items():
        findings = Findings(path)
        if lesson.head.ref in known:
            lesson_id = lesson.head.ref.split("/")[1]
            findings.refuse(
                1, f"L'id «{lesson_id}» è già di {known[lesson.head.ref]}.", "Dai a ogni lezione un id suo."
            )
        known.setdefault(lesson.head.ref, path)
        yield from findings.all()
    for path, reading in readings.items():
        findings = Findings(path)
        for target, line in reading.links:
            _check_link(target, line, known, findings)
        yield from findings.all()


def _check_link(target: str, line: int, known: Iterable[str], findings: Findings) -> None:
    ref = target.removeprefix("lezione:").split("#")[0]
    if ref.count("/") != 1 or not all(ref.split("/")):
        findings.refuse(
            line,
            f"Il collegamento «{shortened(target)}» non dice quale lezione.",
            "Scrivi `lezione:EDITORE/ID`, per esempio `lezione:marche/grotte-frasassi`.",
        )
    elif ref not in known:
        meant = closest(ref, known, likeness=85)
        remedy = (
            f"Forse volevi dire `lezione:{meant}`?"
            if meant
            else "Va bene se quella lezione sta in un altro pacchetto."
        )
        findings.advise(line, f"La lezione «{shortened(ref)}» non è in questo pacchetto.", remedy)
