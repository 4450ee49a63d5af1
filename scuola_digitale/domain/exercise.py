"""Exercises as their authors mean them: a question, the answers it accepts and what to say to each.

One class a kind, all frozen. Texts may hold `{name}` places that a variant fills in (variants.py); answers
are judged in judging.py. An answer is always a tuple of short strings, whatever the kind:

=============  =========================================================================
kind           answer
=============  =========================================================================
`scelta`       the id of the chosen option
`scelte`       the ids of the chosen options, in the author's order
`vero-falso`   `v` or `f` a statement, `-` for one not judged yet
`numero`       what was typed
`testo`        what was typed
`completa`     what was typed or placed, a gap each, empty for a gap left open
`abbina`       for each left item, in the author's order, the id of the right item, or empty
`ordina`       the ids of the items, in the order given
`immagine`     the ids of the chosen places, in the author's order
`aperta`       what was written
=============  =========================================================================
"""

from typing import Literal

import msgspec

from scuola_digitale.domain.text import Spans

Answer = tuple[str, ...]


class Feedback(msgspec.Struct, frozen=True):
    """What to say when somebody gives just this answer (an id, a number or words, as the author wrote it)."""

    answer: str
    spans: Spans


class PairFeedback(msgspec.Struct, frozen=True, omit_defaults=True):
    """What to say when somebody brings just these two items together, by their ids.

    In `abbina` the left item `first` with the right item `second`; in `ordina` `first` somewhere before
    `second`, or, where `second` is empty, `first` at the very beginning.
    """

    first: str
    second: str
    spans: Spans


class ExerciseBase(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="tipo"):
    """What every exercise has.

    Attributes:
        exercise_id: chosen by the author, unique in its lesson; survives new editions, so progress does.
        question: what is asked.
        hints: shown one by one, when asked for.
        right: said when the answer is right.
        not_yet: said when it is not, where no closer feedback fits.
        points: its weight, 1 or more.
        variables: name and rule of each seeded variable, in order: `("n", "2..9")`.
        picture: path in the pack of a drawing beside the question; `picture_alt` describes it.
    """

    exercise_id: str
    question: Spans
    hints: tuple[Spans, ...] = ()
    right: Spans = ()
    not_yet: Spans = ()
    points: int = 1
    variables: tuple[tuple[str, str], ...] = ()
    picture: str | None = None
    picture_alt: str = ""


class Option(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something to choose. `option_id` is the author's, or its letter in the order written (a, b, c…)."""

    option_id: str
    spans: Spans
    correct: bool = False
    feedback: Spans = ()


class Choice(ExerciseBase, frozen=True, kw_only=True, tag="scelta"):
    """One right option."""

    options: tuple[Option, ...]


class Choices(ExerciseBase, frozen=True, kw_only=True, tag="scelte"):
    """All the right options and no other."""

    options: tuple[Option, ...]


class Statement(msgspec.Struct, frozen=True, omit_defaults=True):
    """A sentence that is true or not."""

    spans: Spans
    true: bool
    feedback: Spans = ()


class TrueFalse(ExerciseBase, frozen=True, kw_only=True, tag="vero-falso"):
    """Statements to judge one by one."""

    statements: tuple[Statement, ...]


class Number(ExerciseBase, frozen=True, kw_only=True, tag="numero"):
    """A number: `answer` and `tolerance` are arithmetic over the variables; fractions may be typed as 3/4."""

    answer: str
    tolerance: str = "0"
    unit: str = ""
    feedback: tuple[Feedback, ...] = ()


class Words(ExerciseBase, frozen=True, kw_only=True, tag="testo"):
    """A short text; case, accents and outer spaces are forgiven unless `exact`."""

    accepted: tuple[str, ...]
    exact: bool = False
    feedback: tuple[Feedback, ...] = ()


class Gap(msgspec.Struct, frozen=True, omit_defaults=True):
    """A place to fill in and the words it accepts, the author's first choice in front."""

    accepted: tuple[str, ...]
    feedback: tuple[Feedback, ...] = ()


class Cloze(ExerciseBase, frozen=True, kw_only=True, tag="completa"):
    """A text with gaps. `pieces` are the words around them: always one more than the gaps.

    With a `bank` the words are picked from it (it holds the right ones too), else they are typed.
    """

    pieces: tuple[Spans, ...]
    gaps: tuple[Gap, ...]
    bank: tuple[str, ...] = ()
    exact: bool = False


class Item(msgspec.Struct, frozen=True):
    """Something to match or to put in order."""

    item_id: str
    spans: Spans


class Matching(ExerciseBase, frozen=True, kw_only=True, tag="abbina"):
    """Left items, each with its right one: `right_items[i]` belongs to `left_items[i]`; more rights may follow."""

    left_items: tuple[Item, ...]
    right_items: tuple[Item, ...]
    feedback: tuple[PairFeedback, ...] = ()


class Ordering(ExerciseBase, frozen=True, kw_only=True, tag="ordina"):
    """Items written in their right order."""

    items: tuple[Item, ...]
    feedback: tuple[PairFeedback, ...] = ()


class Spotting(ExerciseBase, frozen=True, kw_only=True, tag="immagine"):
    """Places to find in the picture: one right place, or all the right ones and no other.

    `options[i]` says in words where `places[i]` is; x and y are hundredths of the picture's width and height.
    """

    options: tuple[Option, ...]
    places: tuple[tuple[int, int], ...]

    @property
    def asks_for_one(self) -> bool:
        """Whether one place alone is right."""
        return sum(option.correct for option in self.options) == 1


class Open(ExerciseBase, frozen=True, kw_only=True, tag="aperta"):
    """A text in one's own words, which the teacher reads; `lines` is how much room there is to write.

    `look_for` is for the teacher alone: what a good answer holds.
    """

    lines: int = 5
    look_for: Spans = ()


Exercise = Choice | Choices | TrueFalse | Number | Words | Cloze | Matching | Ordering | Spotting | Open

ExerciseKind = Literal[
    "scelta",
    "scelte",
    "vero-falso",
    "numero",
    "testo",
    "completa",
    "abbina",
    "ordina",
    "immagine",
    "aperta",
]

TYPED_KINDS: frozenset[str] = frozenset({"numero", "testo", "completa", "aperta"})
"""Kinds whose answer is typed by the pupil, and so is sealed inside its fact."""
