"""The data of one person for other programs: one JSON object; docs/person-export.md tells its shape."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import msgspec

from scuola_digitale.domain.dossier import Dossier, FieldValue, ToldFact
from scuola_digitale.domain.draft import Draft
from scuola_digitale.domain.notebook import read_page
from scuola_digitale.domain.work import Work
from ui.dossier.covering import Covering

FORMAT, VERSION = "scuola-digitale/persona", 1

Data = dict[str, Any]

FIELDS = {
    "name": "nome",
    "grade": "classe",
    "avatar": "animale",
    "group": "gruppo",
    "figures": "figure",
    "card": "tessera",
}
"""The fields of a pupil, as people call them."""

_FREE = frozenset({"ExerciseAnswered", "WordSent", "NoteWritten", "AnswerMarked"})
_OWN_WORDS = frozenset({"words", "quote"})


def person_data(dossier: Dossier, cover: Covering) -> Data:
    """Everything, ready to be written as JSON; the names of other children are covered."""
    told = [_fact(fact, dossier, cover) for fact in dossier.facts]
    data: Data = {
        "formato": FORMAT,
        "versione": VERSION,
        "fatto_il": instant(dossier.made_ms),
        "scuola": {"pseudonimo": dossier.school.hex(), "nome": dossier.plesso},
        "persona": _person(dossier),
        "campi": history(dossier),
        "preferenze": msgspec.to_builtins(dossier.preferences),
        "gruppi": [
            {"id": one.group_id, "nome": cover(one.name), "classi": [str(grade) for grade in one.grades]}
            for one in dossier.groups
        ],
        "compiti_della_classe": [_work(work, dossier, cover) for work in dossier.works],
        "bozze": [_draft(ref, draft, cover) for ref, draft in dossier.drafts],
        "fatti": told,
        "non_leggibili": [_place(fact) | {"campi": list(fact.unopened)} for fact in dossier.unreadable],
    }
    return data | {"nomi_di_altri_coperti": cover.covered}


def instant(ms: int) -> str:
    """`2026-11-23T08:30:00.123Z`."""
    at = datetime.fromtimestamp(ms / 1000, UTC).isoformat(timespec="milliseconds")
    return at.replace("+00:00", "Z")


def writer(fact: ToldFact, dossier: Dossier) -> str:
    """Who wrote a fact, in words."""
    if fact.author is not None:
        return dossier.staff.get(fact.author) or "qualcuno che qui non si conosce"
    return "la persona stessa"


def history(dossier: Dossier) -> list[Data]:
    """Every value that a field of the person had, newest first."""
    return [
        {
            "campo": FIELDS.get(str(fact.fields.get("field")), str(fact.fields.get("field"))),
            "valore": fact.fields.get("value"),
            "di": writer(fact, dossier),
            "il": instant(fact.at_ms),
        }
        for fact in reversed(dossier.facts)
        if fact.kind == "PupilFieldSet"
    ]


def _person(dossier: Dossier) -> Data:
    pupil = dossier.pupil
    if pupil is None:
        return {"id": dossier.person.hex()}
    return {
        "id": dossier.person.hex(),
        "nome": pupil.name,
        "classe": str(pupil.grade),
        "animale": pupil.avatar,
        "gruppo": pupil.group_id,
        "figure": list(pupil.figures),
        "tessera": pupil.card,
    } | ({"foto": "foto.webp"} if dossier.photo else {})


def _work(work: Work, dossier: Dossier, cover: Covering) -> Data:
    task = work.task_for(dossier.pupil.grade) if dossier.pupil else None
    return {
        "id": work.work_id,
        "tema": cover(work.theme),
        "assegnato_il": instant(work.assigned_ms),
        "per_il": work.due,
        "chiuso": work.closed,
        "lezione": task.lesson_ref if task else None,
        "esercizi": list(task.exercises) if task else [],
    }


def _fact(fact: ToldFact, dossier: Dossier, cover: Covering) -> Data:
    return {
        **_place(fact),
        "tipo": fact.kind,
        "il": instant(fact.at_ms),
        "ms": fact.at_ms,
        "portatile": dossier.devices.get(fact.device, ""),
        "scritto_da": writer(fact, dossier),
        "firmato_da": fact.author.hex() if fact.author else None,
        "riguardo": fact.subject,
        "portato_qui_il": instant(fact.brought_ms) if fact.brought_ms else None,
        "dati": {name: free_words(fact, value, cover) for name, value in fact.fields.items()},
        "senza_effetto_perche": fact.reason or None,
    }


def _draft(ref: str, draft: Draft | None, cover: Covering) -> Data:
    data: Data = {"lezione": ref or None, "si_legge": draft is not None}
    if draft is not None:
        place = msgspec.to_builtins(draft.place)
        answers = {key: [cover(part) for part in answer] for key, answer in draft.answers.items()}
        data |= {"edizione": draft.edition, "punto": place, "risposte": answers}
        if draft.heard_ms:
            data["ascolto_ms"] = draft.heard_ms
    return data


def _place(fact: ToldFact) -> Data:
    return {
        "flusso": {"portatile": fact.device.hex(), "epoca": fact.epoch, "ambito": fact.scope},
        "numero": fact.seq,
    }


def free_words(fact: ToldFact, value: FieldValue, cover: Callable[[str], str]) -> Any:
    """A field's value: of words that somebody wrote freely the others' names are covered, a notebook's page is opened."""
    if fact.kind == "NotebookSet" and isinstance(value, str):
        page = read_page("", value, 0)
        entry = msgspec.to_builtins(page.entry) if page else {}
        return {name: cover(words) if name in _OWN_WORDS else words for name, words in entry.items()}
    if not fact.sealed or fact.kind not in _FREE:
        return list(value) if isinstance(value, tuple) else value
    if isinstance(value, str):
        return cover(value)
    return [cover(one) for one in value] if isinstance(value, tuple) else value
