"""A lesson as the window, the search and the teacher see it: a head and a column of blocks."""

from typing import Literal

import msgspec

from scuola_digitale.domain.exercise import Exercise
from scuola_digitale.domain.school_terms import Area, Grade
from scuola_digitale.domain.text import Spans


class Block(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="block"):
    """One piece of a lesson's column."""


class Heading(Block, frozen=True, kw_only=True, tag="heading"):
    """The title of a section; `anchor` is unique in the lesson and stable while the words stay."""

    level: int
    spans: Spans
    anchor: str


class Paragraph(Block, frozen=True, kw_only=True, tag="paragraph"):
    """Running text."""

    spans: Spans


class Listing(Block, frozen=True, kw_only=True, tag="list"):
    """A list; each item is a small column of its own."""

    ordered: bool
    items: tuple[tuple["AnyBlock", ...], ...]
    start: int = 1


class Quote(Block, frozen=True, kw_only=True, tag="quote"):
    """Somebody's words, set apart."""

    blocks: tuple["AnyBlock", ...]


CalloutKind = Literal["ricorda", "esempio", "prova", "attenzione", "nota"]


class Callout(Block, frozen=True, kw_only=True, tag="callout"):
    """A coloured box with a word in front: Ricorda, Esempio, Prova fuori, Attenzione, Nota."""

    kind: CalloutKind
    blocks: tuple["AnyBlock", ...]
    title: str = ""


class Details(Block, frozen=True, kw_only=True, tag="details"):
    """A part that opens when asked."""

    title: str
    blocks: tuple["AnyBlock", ...]


class Figure(Block, frozen=True, kw_only=True, tag="figure"):
    """A picture on a line of its own; `width` is a share of the column, 1–100."""

    path: str
    alt: str
    caption: Spans = ()
    width: int = 100


class Maths(Block, frozen=True, kw_only=True, tag="maths"):
    """A displayed formula, in TeX without its dollars."""

    tex: str


class Code(Block, frozen=True, kw_only=True, tag="code"):
    """A listing; `language` is Pygments' short name, empty for plain text."""

    text: str
    language: str = ""


class Table(Block, frozen=True, kw_only=True, tag="table"):
    """A table; `align` holds one of `left`, `center`, `right` a column."""

    header: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]
    align: tuple[str, ...] = ()


class Definitions(Block, frozen=True, kw_only=True, tag="definitions"):
    """Terms, each with what it means."""

    items: tuple[tuple[Spans, tuple["AnyBlock", ...]], ...]


class Media(Block, frozen=True, kw_only=True, tag="media"):
    """A sound or a film of the pack.

    Attributes:
        whole_lesson: whether it is somebody reading the lesson aloud from beginning to end.
    """

    kind: Literal["audio", "video"]
    path: str
    title: str
    caption: Spans = ()
    whole_lesson: bool = False


class Rule(Block, frozen=True, kw_only=True, tag="rule"):
    """A quiet line between two parts."""


class ExerciseBlock(Block, frozen=True, kw_only=True, tag="exercise"):
    """An exercise in its place inside the lesson."""

    exercise: Exercise


AnyBlock = (
    Heading
    | Paragraph
    | Listing
    | Quote
    | Callout
    | Details
    | Figure
    | Maths
    | Code
    | Table
    | Definitions
    | Media
    | Rule
    | ExerciseBlock
)


class MapPlace(msgspec.Struct, frozen=True):
    """A place that a lesson tells of: its name, and where it lies in degrees north and east (WGS 84)."""

    name: str
    latitude: float
    longitude: float


class LessonHead(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a shelf shows of a lesson, and what the manifest of its pack says of it.

    Attributes:
        ref: `PUBLISHER/LESSON`, unique everywhere and stable over editions.
        pack: the id of the pack that brings it, `PUBLISHER/PACK`.
        path: its Markdown file's path in the pack.
        minutes: how long it takes, about; 0 where the author does not say.
        cover: path in the pack of its cover picture, or None.
        theme: the theme it shares with lessons for other grades, for instance `acqua`; empty for none.
        exercises: ids of its exercises, in order.
        places: where what it tells of lies, for the library's map.
        edition: the pack's edition it was published with.
    """

    ref: str
    pack: str
    path: str
    title: str
    area: Area
    subject: str
    grades: tuple[Grade, ...]
    minutes: int = 0
    summary: str = ""
    objectives: tuple[str, ...] = ()
    language: str = "it"
    authors: tuple[str, ...] = ()
    licence: str = ""
    cover: str | None = None
    theme: str = ""
    exercises: tuple[str, ...] = ()
    places: tuple[MapPlace, ...] = ()
    edition: int = 1


class Note(msgspec.Struct, frozen=True):
    """A footnote: its id in the lesson and what it says."""

    note_id: str
    blocks: tuple[AnyBlock, ...]


class Term(msgspec.Struct, frozen=True):
    """A glossary word and its meaning in this lesson."""

    word: str
    meaning: Spans


class Lesson(msgspec.Struct, frozen=True, kw_only=True):
    """A whole lesson."""

    head: LessonHead
    blocks: tuple[AnyBlock, ...]
    notes: tuple[Note, ...] = ()
    terms: tuple[Term, ...] = ()


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a lesson under one heading, as the search sees it.

    Attributes:
        section_id: `PUBLISHER/LESSON#ANCHOR`; the part before the first heading has an empty anchor.
        heading: its own heading; the lesson's title for the first part.
        text: its words, formulas as source, exercises by their questions.
        exercises: those questions alone.
        pictures: what its pictures show, alone.
    """

    section_id: str
    lesson_ref: str
    heading: str
    text: str
    exercises: str = ""
    pictures: str = ""
