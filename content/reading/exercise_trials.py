"""Tries an exercise's variants before any child does: sums that fail, options that become the same."""

import re

from content.reading.findings import Findings, shortened
from content.reading.source_lines import Fence
from content.reading.yaml_tree import Fields
from scuola_digitale.domain.arithmetic import SumError, italian_number
from scuola_digitale.domain.exercise import Choice, Choices, Exercise, Number, Ordering, Spotting
from scuola_digitale.domain.text import Spans, plain
from scuola_digitale.domain.variants import values_of, variant

TRIALS = 48


def try_variants(exercise: Exercise, fields: Fields, findings: Findings) -> None:
    """Works out a sample of variants and notes the first thing that goes wrong."""
    for seed in range(TRIALS if exercise.variables else 1):
        try:
            filled = variant(exercise, seed)
        except SumError as error:
            findings.refuse(_line_of(error, exercise, fields), error.message, error.remedy)
            return
        if same := _same_texts(filled):
            findings.refuse(
                fields.line("tipo"),
                f"{_said(exercise, seed)} si offre due volte «{shortened(same)}».",
                _DIFFERENT,
            )
            return


def advise_on_braces(exercise: Exercise, fence: Fence, findings: Findings) -> None:
    """Notes a `{n}` inside a formula: there TeX takes the braces for its own, and the letter stays a letter."""
    # A capital alone is mostly a symbol of physics, meant as a letter: V over R.
    for name in (name for name, _ in exercise.variables if not name.isupper()):
        single = re.compile(r"\$[^$\n]*(?<!\{)\{" + re.escape(name) + r"\}(?!\})[^$\n]*\$")
        if found := single.search(fence.text):
            findings.advise(
                fence.line + 1 + fence.text.count("\n", 0, found.start()),
                f"Nella formula «{shortened(found[0])}» {{{name}}} resta una lettera.",
                f"Nelle formule la variabile si scrive con due graffe: {{{{{name}}}}}.",
            )


_DIFFERENT = "Cambia il testo o le variabili, così che ogni scelta sia diversa."


def _said(exercise: Exercise, seed: int) -> str:
    values = values_of(exercise.variables, seed).items()
    shown = [
        f"{name} = {worth if isinstance(worth, str) else italian_number(worth)}" for name, worth in values
    ]
    return f"Con {', '.join(shown)}" if shown else "Nello stesso esercizio"


def _line_of(error: SumError, exercise: Exercise, fields: Fields) -> int:
    """The line of the key whose text holds the failing sum."""
    if isinstance(exercise, Number):
        for key, text in (("risposta", exercise.answer), ("tolleranza", exercise.tolerance)):
            if f"«{text}»" in error.message:
                return fields.line(key)
        if any(f"«{said.answer}»" in error.message for said in exercise.feedback):
            return fields.line("riscontri")
    return fields.line("domanda")


def _same_texts(exercise: Exercise) -> str | None:
    if not isinstance(exercise, Choice | Choices | Ordering | Spotting):
        return None
    parts = exercise.items if isinstance(exercise, Ordering) else exercise.options
    seen: set[Spans] = set()
    for part in parts:
        if part.spans in seen:
            return plain(part.spans)
        seen.add(part.spans)
    return None
