"""Exercise fences → exercises: what every kind shares, and the trial of its variants."""

from collections.abc import Callable

import msgspec

from content.reading.exercise_kinds import KINDS, KindReader
from content.reading.exercise_trials import advise_on_braces, try_variants
from content.reading.findings import Findings, perhaps, shortened
from content.reading.identifiers import ID_REMEDY, as_id, is_id
from content.reading.leanings import PICTURES, Leanings, extension
from content.reading.source_lines import Fence
from content.reading.spans import Speller
from content.reading.yaml_tree import Card, Fields, Leaf, Node, Row, read_yaml
from scuola_digitale.domain.arithmetic import SumError, is_name
from scuola_digitale.domain.exercise import Exercise
from scuola_digitale.domain.variants import values_of

COMMON_KEYS = frozenset(
    {"id", "tipo", "domanda", "aiuti", "giusto", "sbagliato", "punti", "figura", "figura-alt", "variabili"}
)
MAX_VARIABLES = 20


class ExerciseReader:
    """Reads the exercises of one lesson and holds their ids apart."""

    def __init__(self, findings: Findings, leanings: Leanings, speller: Speller) -> None:
        self._findings = findings
        self._leanings = leanings
        self._speller = speller
        self._ids: dict[str, int] = {}

    def read(self, fence: Fence) -> Exercise | None:
        """The exercise in a fence; None, with its problems noted, when it cannot be used."""
        node = read_yaml(fence.text, fence.line + 1, self._findings)
        if not isinstance(node, Card):
            if node is not None or not fence.text.strip():
                self._findings.refuse(
                    fence.line, "L'esercizio è vuoto o non ha chiavi.", "Scrivi `id:`, `tipo:` e `domanda:`."
                )
            return None
        fields = Fields(msgspec.structs.replace(node, line=fence.line), self._findings)
        exercise_id = self._id(fields, fence)
        kind = self._kind(fields)
        if kind is None:
            return None
        fields.only(COMMON_KEYS | kind.keys)
        exercise = kind.read(fields, self._speller, self._findings, self._common(fields, exercise_id))
        if exercise is not None:
            try_variants(exercise, fields, self._findings)
            advise_on_braces(exercise, fence, self._findings)
        return exercise

    def _id(self, fields: Fields, fence: Fence) -> str:
        needed = (
            "Aggiungi una riga `id: …`: lettere minuscole, cifre e trattini, diversa dagli altri esercizi."
        )
        exercise_id = fields.text("id", needed=needed)
        line = fields.line("id")
        if exercise_id and not is_id(exercise_id):
            self._findings.refuse(
                line, f"L'id «{shortened(exercise_id)}» non va bene.", ID_REMEDY.format(as_id(exercise_id))
            )
        elif exercise_id in self._ids:
            self._findings.refuse(
                line,
                f"L'id «{exercise_id}» c'è già alla riga {self._ids[exercise_id]}.",
                "Dai a ogni esercizio un id suo.",
            )
        self._ids.setdefault(exercise_id, line)
        return exercise_id or f"riga-{fence.line}"

    def _kind(self, fields: Fields) -> KindReader | None:
        said = fields.text("tipo", needed=f"Scrivi `tipo:` e uno di questi: {', '.join(KINDS)}.")
        if said and said not in KINDS:
            self._findings.refuse(
                fields.line("tipo"), f"Il tipo di esercizio «{shortened(said)}» non si conosce.",
                perhaps(said, KINDS, f"I tipi sono: {', '.join(KINDS)}."),
            )  # fmt: skip
        return KINDS.get(said)

    def _common(self, fields: Fields, exercise_id: str) -> dict[str, object]:
        question = fields.leaf("domanda", needed="Scrivi `domanda:` con quello che si chiede.")
        spell: Callable[[Leaf], object] = lambda leaf: self._speller.short(leaf.text.strip(), leaf.line)  # noqa: E731
        common: dict[str, object] = {
            "exercise_id": exercise_id,
            "question": spell(question) if question else (),
            "hints": tuple(spell(leaf) for leaf in fields.leaves("aiuti")),
            "points": fields.whole("punti", 1, 100, 1),
            "variables": self._variables(fields),
        }
        for key, name in (("giusto", "right"), ("sbagliato", "not_yet")):
            if leaf := fields.leaf(key):
                common[name] = spell(leaf)
        return common | self._picture(fields)

    def _picture(self, fields: Fields) -> dict[str, object]:
        leaf = fields.leaf("figura")
        if leaf is None:
            return {}
        path = self._leanings.file(leaf.text.strip(), leaf.line)
        if path and extension(path) not in PICTURES:
            self._findings.refuse(
                leaf.line, f"«{shortened(path)}» non è un'immagine.", "Usa SVG, PNG, JPEG, WebP o GIF."
            )
        alt = fields.text(
            "figura-alt", needed="Aggiungi `figura-alt:` e scrivi che cosa si vede: la legge chi non vede."
        )
        return {"picture": path, "picture_alt": alt}

    def _variables(self, fields: Fields) -> tuple[tuple[str, str], ...]:
        node = fields.node("variabili")
        if node is None:
            return ()
        if not isinstance(node, Card) or len(node.values) > MAX_VARIABLES:
            self._findings.refuse(
                node.line,
                "`variabili` non si riesce a leggere.",
                "Scrivi una variabile ogni riga, per esempio `n: 3..12`.",
            )
            return ()
        rules: list[tuple[str, str]] = []
        for name, value in node.values.items():
            rule = _rule(value)
            problem = self._rule_problem(name, rule, rules)
            if problem:
                self._findings.refuse(node.key_lines[name], *problem)
            else:
                rules.append((name, rule))
        return tuple(rules)

    def _rule_problem(self, name: str, rule: str, before: list[tuple[str, str]]) -> tuple[str, str] | None:
        if not is_name(name):
            return (
                f"«{shortened(name)}» non può essere il nome di una variabile.",
                "Usa una parola sola, per esempio `n`.",
            )
        try:
            values_of([*before, (name, rule)], 0)
        except SumError as error:
            return (
                f"La regola della variabile «{name}» non si capisce: {error.reason}.",
                "Scrivi `3..12`, `10..100/10`, un elenco `[mulino, fonte]` o un conto `= n+2`.",
            )
        return None


def _rule(value: Node) -> str:
    if isinstance(value, Row):
        return "|".join(item.text.replace("|", " ").strip() for item in value.items if isinstance(item, Leaf))
    return value.text.strip() if isinstance(value, Leaf) else ""
