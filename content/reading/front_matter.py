"""The head of a lesson: its YAML front matter → what a shelf shows."""

from pathlib import PurePosixPath

import msgspec

from content.pack_head import PackHead
from content.reading.findings import Findings, closest, perhaps, shortened
from content.reading.identifiers import ID_REMEDY, as_id, is_id
from content.reading.leanings import PICTURES, SOUNDS, Leanings, extension
from content.reading.map_places import read_places
from content.reading.spans import Speller
from content.reading.yaml_tree import Card, Fields, Leaf, read_yaml
from scuola_digitale.domain.lesson import LessonHead, Media, Term
from scuola_digitale.domain.school_terms import SUBJECT_LABELS, Area, Grade

KEYS = frozenset(
    {
        "id", "titolo", "materia", "classi", "area", "tema", "durata", "sommario", "obiettivi", "copertina",
        "lingua", "autori", "licenza", "glossario", "luoghi", "voce",
    }
)  # fmt: skip
MAX_MINUTES = 600
_RECORDED = {"en": "The lesson read aloud"}
_RECORDED_HERE = "La lezione letta a voce"
"""The title of a recording of the whole lesson, in the lesson's language as all that stands in it."""
MAX_TERMS = 200


class FrontMatter:
    """Reads one lesson's head; `head` is None, with the problems noted, when a needed key is missing."""

    def __init__(
        self, source: str, pack: PackHead, findings: Findings, leanings: Leanings, speller: Speller
    ) -> None:
        self._findings, self._leanings, self._speller, self._pack = findings, leanings, speller, pack
        node = read_yaml(source, 2, findings)
        readable = isinstance(node, Card)
        if node is not None and not readable:
            findings.refuse(2, "La testata non ha chiavi.", "Scrivi per esempio `titolo: Le frazioni`.")
        # What is missing is told at the first line, the `---` that opens the head.
        card = msgspec.structs.replace(node, line=1) if isinstance(node, Card) else Card({}, {}, 1)
        self._fields = Fields(card, findings)
        if readable or not source.strip():
            self._fields.only(KEYS, blocking=False)
            self.head = self._head()
            self.terms = self._terms()
            self.recording = self._recording()
        else:
            self.head, self.terms, self.recording = None, (), None

    def _head(self) -> LessonHead | None:
        lesson_id, title = self._id(), self._fields.text("titolo", needed="Aggiungi una riga `titolo: …`.")
        subject, grades = self._subject(), self._grades()
        if not (lesson_id and title and subject and grades):
            return None
        text = self._fields.text
        return LessonHead(
            ref=f"{self._pack.publisher}/{lesson_id}",
            pack=self._pack.pack_id,
            path=self._findings.path,
            title=title,
            area=read_area(self._fields, self._findings, self._pack.area),
            subject=subject,
            grades=grades,
            minutes=self._fields.whole("durata", 1, MAX_MINUTES, 0),
            summary=text("sommario"),
            objectives=self._fields.texts("obiettivi"),
            language=text("lingua", otherwise=self._pack.language),
            authors=self._fields.texts("autori") or self._pack.authors,
            licence=text("licenza", otherwise=self._pack.licence),
            cover=self._cover(),
            theme=text("tema"),
            places=read_places(self._fields, self._findings),
            edition=self._pack.edition,
        )

    def _id(self) -> str:
        example = as_id(PurePosixPath(self._findings.path).stem)
        lesson_id = self._fields.text(
            "id", needed=f"Aggiungi sotto la prima riga `---` la riga `id: {example}`."
        )
        if lesson_id and not is_id(lesson_id):
            self._findings.refuse(
                self._fields.line("id"),
                f"L'id «{shortened(lesson_id)}» non va bene.",
                ID_REMEDY.format(as_id(lesson_id)),
            )
            return ""
        return lesson_id

    def _subject(self) -> str:
        said = self._fields.text(
            "materia", needed="Aggiungi una riga `materia: …`, per esempio `materia: scienze`."
        )
        subject = "-".join(said.casefold().split())
        meant = (
            closest(subject, SUBJECT_LABELS(), likeness=80)
            if subject and subject not in SUBJECT_LABELS()
            else None
        )
        if meant:
            self._findings.advise(
                self._fields.line("materia"),
                f"La materia «{shortened(said)}» non è tra quelle note.",
                f"Forse volevi dire `{meant}`?",
            )
        return subject

    def _grades(self) -> tuple[Grade, ...]:
        leaves = self._fields.leaves("classi")
        if not leaves:
            self._findings.refuse(
                self._fields.line("classi"),
                "Manca `classi`.",
                "Aggiungi una riga `classi: [P3]` (P1…P5, S1…S3).",
            )
        return tuple(dict.fromkeys(grade for leaf in leaves if (grade := self._grade(leaf)) is not None))

    def _grade(self, leaf: Leaf) -> Grade | None:
        said = leaf.text.strip().upper()
        if said in set(Grade):
            return Grade(said)
        self._findings.refuse(
            leaf.line,
            f"La classe «{shortened(leaf.text)}» non si conosce.",
            "Le classi sono P1, P2, P3, P4, P5, S1, S2, S3.",
        )
        return None

    def _cover(self) -> str | None:
        leaf = self._fields.leaf("copertina")
        if leaf is None:
            return None
        path = self._leanings.file(leaf.text.strip(), leaf.line)
        if path and extension(path) not in PICTURES:
            self._findings.refuse(
                leaf.line, f"«{shortened(path)}» non è un'immagine.", "Usa SVG, PNG, JPEG, WebP o GIF."
            )
        return path

    def _recording(self) -> Media | None:
        """The lesson read aloud by somebody, under `voce`."""
        leaf = self._fields.leaf("voce")
        path = self._leanings.file(leaf.text.strip(), leaf.line) if leaf is not None else None
        if leaf is None or path is None:
            return None
        if extension(path) not in SOUNDS:
            self._findings.refuse(
                leaf.line, f"«{shortened(path)}» non è una registrazione.", "Usa MP3, OGG, Opus, M4A o WAV."
            )
            return None
        title = _RECORDED.get(self.head.language, _RECORDED_HERE) if self.head else _RECORDED_HERE
        return Media(kind="audio", path=path, title=title, whole_lesson=True)

    def _terms(self) -> tuple[Term, ...]:
        node = self._fields.node("glossario")
        if node is None:
            return ()
        if not isinstance(node, Card) or len(node.values) > MAX_TERMS:
            self._findings.refuse(
                node.line,
                "`glossario` non si riesce a leggere.",
                "Scrivi una parola ogni riga: `denominatore: Il numero sotto la riga.`",
            )
            return ()
        fields = Fields(node, self._findings)
        needed = "Scrivi accanto alla parola il suo significato."
        leaves = {word: fields.leaf(word, needed=needed) for word in node.values if word.strip()}
        return tuple(
            Term(word.strip(), self._speller.short(leaf.text.strip(), leaf.line))
            for word, leaf in leaves.items()
            if leaf
        )


def read_area(fields: Fields, findings: Findings, otherwise: Area) -> Area:
    """The area a card names, or the other one; an unknown one is told."""
    said = "-".join(fields.text("area").casefold().split())
    if said and said not in set(Area):
        findings.refuse(
            fields.line("area"),
            f"L'area «{shortened(said)}» non si conosce.",
            perhaps(said, list(Area), f"Le aree sono: {', '.join(Area)}."),
        )
    return Area(said) if said in set(Area) else otherwise
