"""What a lesson leans on: the files, lessons and anchors it names, and its formulas, each with its line."""

from urllib.parse import unquote

from content.reading.findings import Findings, shortened
from content.reading.paths import from_lesson, path_objection

PICTURES = frozenset({"svg", "png", "jpg", "jpeg", "webp", "gif"})
SOUNDS = frozenset({"mp3", "ogg", "opus", "m4a", "wav"})
FILMS = frozenset({"mp4", "webm"})
OTHER_FILMS = frozenset({"mov", "avi", "mkv", "wmv", "flv", "mpg", "mpeg", "m4v", "ogv", "3gp", "av1", "ts"})
OTHER_SOUNDS = frozenset({"wma", "aif", "aiff", "flac", "mid", "amr", "aac"})


def extension(path: str) -> str:
    """The end of a file's name, in lower case, without its point."""
    return path.rsplit(".", 1)[-1].lower() if "." in path.rsplit("/", 1)[-1] else ""


class Leanings:
    """Gathers what one lesson leans on, in order."""

    def __init__(self, lesson_path: str, findings: Findings) -> None:
        self._lesson_path = lesson_path
        self._findings = findings
        self.files: dict[str, int] = {}
        self.links: list[tuple[str, int]] = []
        self.formulas: dict[str, int] = {}

    def formula(self, tex: str, line: int) -> None:
        """Notes a formula, to be rendered once."""
        self.formulas.setdefault(tex, line)

    def file(self, reference: str, line: int) -> str | None:
        """The pack path of a file named in the lesson; None (and a problem) when it cannot be one."""
        shown = shortened(reference)
        if "://" in reference or reference.startswith(("//", "data:")):
            self._findings.refuse(
                line, f"«{shown}» sta in rete, e a scuola la linea può mancare.",
                "Copia il file nella cartella del pacchetto e scrivi qui il suo percorso.",
            )  # fmt: skip
            return None
        path = from_lesson(self._lesson_path, unquote(reference))
        if path is None:
            self._findings.refuse(
                line,
                f"«{shown}» sta fuori dal pacchetto.",
                "Copia il file nella cartella del pacchetto, per esempio in immagini/.",
            )
            return None
        if objection := path_objection(path):
            self._findings.refuse(
                line,
                f"Il nome «{shown}» {objection}.",
                "Dai al file un nome semplice: lettere, cifre e trattini.",
            )
            return None
        self.files.setdefault(path, line)
        return path

    def link(self, target: str, line: int) -> str | None:
        """The target of a link as a span keeps it; None (and a problem) when it leads nowhere."""
        if target.startswith(("#", "lezione:")):
            self.links.append((target, line))
            return target
        if target.startswith(("http://", "https://", "mailto:")):
            return target
        self._findings.refuse(
            line, f"Il collegamento «{shortened(target)}» non porta da nessuna parte.",
            "Si può collegare una lezione (lezione:EDITORE/ID), una sezione (#titolo) o un indirizzo https://.",
        )  # fmt: skip
        return None
