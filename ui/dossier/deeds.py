"""What a child did, lesson by lesson, for the page that a family reads."""

from collections.abc import Iterator

from scuola_digitale.domain.dossier import Dossier, ToldFact
from scuola_digitale.domain.exercise import Exercise
from ui.dossier import sheets
from ui.dossier.covering import Covering
from ui.dossier.data import free_words
from ui.presenters.answers_in_words import Lessons, answer_words, question_words
from ui.presenters.italian import clock_words, count_words, date_words

_HEADS = ("Domanda", "Risposta", "Com’è andata", "Quando")
_JUDGED = {"v": "vero", "f": "falso", "-": "non detto"}
_CLOSED = "(sigillata: qui non si apre)"


def lesson_cards(dossier: Dossier, lessons: Lessons, cover: Covering) -> Iterator[str]:
    """A sheet for each lesson, the one that was worked at last first."""
    by_lesson: dict[str, list[ToldFact]] = {}
    for fact in dossier.facts:
        if fact.kind in {"ExerciseAnswered", "HelpAsked"}:
            by_lesson.setdefault((fact.subject or "").rpartition("/")[0], []).append(fact)
        elif fact.kind == "LessonOpened":
            by_lesson.setdefault(fact.subject or "", []).append(fact)
    for ref, facts in sorted(by_lesson.items(), key=lambda one: -one[1][-1].at_ms):
        yield _card(lessons.title(ref), facts, lessons, cover)


def _card(title: str, facts: list[ToldFact], lessons: Lessons, cover: Covering) -> str:
    opened = [one for one in facts if one.kind == "LessonOpened"]
    acts = [one for one in facts if one.kind != "LessonOpened"]
    parts = [sheets.heading(title)]
    if opened:
        times = count_words(len(opened), "volta", "volte")
        parts.append(
            sheets.paragraph(f"Aperta {times}, l’ultima il {date_words(opened[-1].at_ms)}.", small=True)
        )
    if acts:
        parts.append(sheets.table(title, _HEADS, [_row(one, lessons, cover) for one in acts]))
    return sheets.card(*parts)


def _row(fact: ToldFact, lessons: Lessons, cover: Covering) -> tuple[str, str, str, str]:
    seed = fact.fields.get("seed")
    exercise = lessons.exercise(fact.subject or "", seed if isinstance(seed, int) else 0)
    asked = question_words(exercise) or f"esercizio {(fact.subject or '').rpartition('/')[2]}"
    when = f"{date_words(fact.at_ms)}, {clock_words(fact.at_ms)}"
    if fact.kind == "HelpAsked":
        return asked, "ha alzato la mano", "–", when
    return asked, _answer(fact, exercise, cover), _went(fact), when


def _answer(fact: ToldFact, exercise: Exercise | None, cover: Covering) -> str:
    if fact.unopened:
        return _CLOSED
    given = free_words(fact, fact.fields.get("answer"), cover)
    return answer_words(exercise, tuple(given), _JUDGED) if isinstance(given, list) else "–"


def _went(fact: ToldFact) -> str:
    score, hints, seconds = (fact.fields.get(name) for name in ("score", "hints", "seconds"))
    told = [
        "la legge la maestra"
        if score is None
        else "giusta"
        if score == 100
        else f"non ancora ({score} su 100)"
    ]
    if isinstance(hints, int) and hints:
        told.append(count_words(hints, "aiuto", "aiuti"))
    if isinstance(seconds, int) and seconds:
        told.append(count_words(seconds, "secondo", "secondi"))
    return ", ".join(told)
