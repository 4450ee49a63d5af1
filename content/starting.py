"""How a pack begins: with an example to change, or with a folder of somebody else's Markdown."""

import re
import shutil
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

from content.disk import disk_told
from content.foreign_markdown import Translated, translate
from content.problems import Problem
from content.reading.column import slug
from content.reading.findings import Findings
from content.reading.lesson import MAX_LESSON
from content.reading.pack_card import CARD_NAME
from content.reading.yaml_tree import Card, Fields, read_yaml
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import say

PUBLISHER = "la-mia-scuola"
UPPER_GRADES = (Grade.S1, Grade.S2, Grade.S3)
MAX_IMPORTED = 500

_LANGUAGE_FOLDER = re.compile(r"[a-z]{2}(?:-[A-Z]{2})?")


class FolderInUseError(ScuolaError):
    """The folder for a new pack holds something already."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            say("La cartella «{folder}» non è vuota.", folder=folder),
            remedy=say("Scegli un’altra cartella, così non si sovrascrive niente."),
        )


class NothingToImportError(ScuolaError):
    """There are no Markdown files where lessons were looked for."""

    def __init__(self, source: Path) -> None:
        super().__init__(
            say("In «{source}» non ci sono lezioni da leggere.", source=source),
            remedy=say("Indica la cartella che contiene i file .md."),
        )


def new_pack(folder: Path, *, title: str = "", publisher: str = PUBLISHER) -> None:
    """Writes a small pack that works, to be changed: one lesson, three kinds of exercise, one drawing.

    Raises:
        FolderInUseError: the folder is not empty.
        DiskFullError, DiskRefusedError: it cannot be written; nothing is left behind.
    """
    with _claimed(folder):
        with resources.as_file(resources.files("content") / "example_pack") as example:
            # File by file: a tree that fails to be copied tells all its failures in one, without their reason.
            _copy_tree(example, folder)
        name = slug(folder.resolve().name)
        (folder / "media").mkdir(exist_ok=True)
        (folder / CARD_NAME).write_text(_card(name, publisher, title or _as_title(name), "it"), "utf-8")


def import_folder(
    source: Path,
    folder: Path,
    *,
    publisher: str = PUBLISHER,
    subject: str = "tecnologia",
    grades: Sequence[Grade] = UPPER_GRADES,
) -> tuple[Problem, ...]:
    """Makes a pack's folder out of Markdown and pictures written for something else.

    Every `.md` file of `source` becomes a lesson in the order of its name; the pictures it shows are copied.
    The pack that results can be built.

    Returns:
        What was not understood, with the mark, the source file, its line and what became of it.

    Raises:
        NothingToImportError: `source` holds no `.md` file.
        FolderInUseError: the folder is not empty.
        DiskFullError, DiskRefusedError: something cannot be read or written; nothing is left behind.
    """
    files = sorted((path for path in source.glob("*.md") if path.is_file()), key=_natural)[:MAX_IMPORTED]
    if not files:
        raise NothingToImportError(source)
    findings = [Findings(path.name) for path in files]
    meta = Findings("meta.yml")
    with _claimed(folder):
        pairs = list(zip(files, findings, strict=True))
        _write_lessons(source, folder, pairs, meta, publisher=publisher, subject=subject, grades=grades)
    meta.advise(0, *_guessed(subject, grades))
    return tuple(problem for said in [meta, *findings] for problem in said.all())


def _write_lessons(
    source: Path,
    folder: Path,
    files: Sequence[tuple[Path, Findings]],
    meta: Findings,
    *,
    publisher: str,
    subject: str,
    grades: Sequence[Grade],
) -> None:
    (folder / "lezioni").mkdir()
    name, language, title = _named(source, meta)
    names = {path.name: f"{name}-{slug(path.stem)}" for path, _ in files}
    for number, (path, said) in enumerate(files, 1):
        text = _text(path, said)
        links = {file: f"lezione:{publisher}/{lesson_id}" for file, lesson_id in names.items()}
        lesson = translate(text, source=path, links=links, images=folder / "immagini", findings=said)
        front = _front(names[path.name], lesson, subject, grades, language)
        (folder / "lezioni" / f"{number:02}-{slug(path.stem)}.md").write_text(front + lesson.body, "utf-8")
    (folder / CARD_NAME).write_text(
        _card(name, publisher, title or _as_title(name), language, licence=""), "utf-8"
    )


def _guessed(subject: str, grades: Sequence[Grade]) -> tuple[str, str]:
    message = f"Materia ({subject}) e classi ({', '.join(grades)}) sono messe d'ufficio."
    return (
        message,
        "Correggile nella testata di ogni lezione, e scrivi nella scheda di chi sono i testi e la licenza.",
    )


@contextmanager
def _claimed(folder: Path) -> Iterator[None]:
    """An empty folder for the block to fill; what a failing block left there is swept away."""
    with disk_told(folder):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise FolderInUseError(folder)
        folder.mkdir(parents=True, exist_ok=True)
        filled = False
        try:
            yield
            filled = True
        finally:
            if not filled:
                _empty(folder)


def _empty(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def _copy_tree(source: Path, target: Path) -> None:
    for path in sorted(source.rglob("*")):
        copy = target / path.relative_to(source)
        if path.is_dir():
            copy.mkdir(exist_ok=True)
        else:
            copy.write_bytes(path.read_bytes())


def _natural(path: Path) -> list[tuple[int, str]]:
    """The order people mean: `step_2` before `step_10`."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", path.name)]


def _named(source: Path, findings: Findings) -> tuple[str, str, str]:
    """Name, language and title of the pack, by its folder and its `meta.yml` where there is one."""
    folder = source.resolve()
    language = folder.name[:2] if _LANGUAGE_FOLDER.fullmatch(folder.name) else "it"
    name = slug(folder.parent.name if _LANGUAGE_FOLDER.fullmatch(folder.name) else folder.name)
    meta = source / "meta.yml"
    if not meta.is_file() or meta.stat().st_size > MAX_LESSON:
        return name, language, ""
    node = read_yaml(meta.read_text("utf-8", errors="replace"), 1, findings)
    if not isinstance(node, Card):
        return name, language, ""
    ignored = ", ".join(f"`{key}`" for key in node.values if key not in {"title", "titolo"})
    if ignored:
        findings.advise(
            node.line,
            f"Di meta.yml si usa soltanto il titolo; restano fuori {ignored}.",
            "Se servono, scrivili nella scheda.",
        )
    fields = Fields(node, findings)
    return name, language, fields.text("title") or fields.text("titolo")


def _text(path: Path, findings: Findings) -> str:
    data = path.read_bytes()[:MAX_LESSON]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        findings.advise(
            0,
            "Il file non è in UTF-8: è stato letto come testo di Windows.",
            "Controlla le lettere accentate.",
        )
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def _as_title(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _card(name: str, publisher: str, title: str, language: str, licence: str = "CC-BY-SA-4.0") -> str:
    lines = [
        f"id: {name}", f"editore: {publisher}", f"titolo: {_quoted(title)}", "area: scuola", "edizione: 1",
        f"lingua: {language}", *([f"licenza: {licence}"] if licence else []),
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _front(lesson_id: str, lesson: Translated, subject: str, grades: Sequence[Grade], language: str) -> str:
    title = lesson.title or _as_title(lesson_id)
    lines = [
        "---", f"id: {lesson_id}", f"titolo: {_quoted(title)}", f"materia: {subject}",
        f"classi: [{', '.join(grades)}]", f"lingua: {language}", "---", "",
    ]  # fmt: skip
    return "\n".join(lines) + "\n"
