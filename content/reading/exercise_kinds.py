"""The ten kinds of exercise, as their authors write them."""

import itertools
import math
import re
import string
from collections.abc import Callable, Sequence

import msgspec

from content.reading.exercise_desk import Common, Desk
from content.reading.exercise_feedback import feedback, gaps_feedback, order_feedback, pairs_feedback
from content.reading.findings import Findings, perhaps, shortened
from content.reading.identifiers import ID_REMEDY, as_id, is_id
from content.reading.spans import Speller
from content.reading.yaml_tree import Fields, Leaf, Row
from scuola_digitale.domain.exercise import (
    Choice,
    Choices,
    Cloze,
    Exercise,
    Gap,
    Matching,
    Number,
    Open,
    Option,
    Ordering,
    Spotting,
    Statement,
    TrueFalse,
    Words,
)
from scuola_digitale.domain.judging import folded

_GAP = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
_OPTION_KEYS = frozenset({"testo", "giusta", "riscontro", "id"})
_SPOT_KEYS = _OPTION_KEYS | {"x", "y"}
_LEAST_APART = 8
"""How far apart two places of a picture are at least, in hundredths: a finger is broad."""
_STATEMENT_KEYS = frozenset({"testo", "risposta", "riscontro"})
_ANSWERS = {"vero": True, "v": True, "true": True, "falso": False, "f": False, "false": False}

Read = Callable[[Desk], Exercise | None]


class KindReader(msgspec.Struct, frozen=True):
    """How one kind is read: its own keys, and the function that reads them."""

    keys: frozenset[str]
    reader: Read

    def read(self, fields: Fields, speller: Speller, findings: Findings, common: Common) -> Exercise | None:
        """The exercise, or None with its problems noted."""
        return self.reader(Desk(fields, speller, findings, common))


def _options(desk: Desk) -> tuple[Option, ...]:
    options: list[Option] = []
    for letter, node in zip(string.ascii_lowercase, desk.rows("opzioni", 2, "`- testo: …`"), strict=False):
        fields = desk.card(node, _OPTION_KEYS, '`- "{…}"`')
        if fields is None:
            continue
        option_id = fields.text("id", otherwise=letter)
        if not is_id(option_id) or option_id in {option.option_id for option in options}:
            desk.findings.refuse(
                node.line,
                f"L'id «{shortened(option_id)}» non va bene o c'è già.",
                ID_REMEDY.format(as_id(option_id)),
            )
        text = desk.spell(fields.leaf("testo", needed="Scrivi `testo:` in ogni opzione."))
        options.append(Option(option_id, text, fields.flag("giusta"), desk.spell(fields.leaf("riscontro"))))
    return tuple(options)


def _choice(desk: Desk) -> Exercise | None:
    options = _options(desk)
    right = sum(option.correct for option in options)
    if not options:
        return None
    if right != 1:
        many = "Ci sono più opzioni giuste" if right else "Nessuna opzione è giusta"
        remedy = (
            "Se le risposte giuste sono più di una scrivi `tipo: scelte`."
            if right
            else "Scrivi `giusta: sì` sotto quella giusta."
        )
        desk.findings.refuse(desk.fields.line("opzioni"), f"{many}: in `scelta` dev'essere una sola.", remedy)
    return Choice(**desk.common, options=options)


def _choices(desk: Desk) -> Exercise | None:
    options = _options(desk)
    if options and not any(option.correct for option in options):
        desk.findings.refuse(
            desk.fields.line("opzioni"),
            "Nessuna opzione è giusta.",
            "Scrivi `giusta: sì` sotto quelle giuste.",
        )
    return Choices(**desk.common, options=options) if options else None


def _true_false(desk: Desk) -> Exercise | None:
    statements: list[Statement] = []
    for node in desk.rows("affermazioni", 1, "`- testo: …` e sotto `risposta: vero`"):
        fields = desk.card(node, _STATEMENT_KEYS, '`- testo: "…"`')
        if fields is None:
            continue
        said = fields.text(
            "risposta", needed="Sotto ogni affermazione scrivi `risposta: vero` o `risposta: falso`."
        )
        if said and said.casefold() not in _ANSWERS:
            desk.findings.refuse(
                fields.line("risposta"),
                f"«{shortened(said)}» non è né vero né falso.",
                "Scrivi `risposta: vero` o `risposta: falso`.",
            )
        text = desk.spell(fields.leaf("testo", needed="Scrivi `testo:` in ogni affermazione."))
        statements.append(
            Statement(text, _ANSWERS.get(said.casefold(), True), desk.spell(fields.leaf("riscontro")))
        )
    return TrueFalse(**desk.common, statements=tuple(statements)) if statements else None


def _number(desk: Desk) -> Exercise | None:
    answer = desk.fields.text("risposta", needed="Scrivi `risposta:` con un numero o un conto.")
    if not answer:
        return None
    unit = desk.fields.text("unità") or desk.fields.text("unita")
    tolerance = desk.fields.text("tolleranza", otherwise="0")
    return Number(**desk.common, answer=answer, tolerance=tolerance, unit=unit, feedback=feedback(desk))


def _words(desk: Desk) -> Exercise | None:
    accepted = desk.fields.texts("accetta")
    if not accepted:
        desk.findings.refuse(
            desk.fields.line("accetta"),
            "Manca `accetta`.",
            "Scrivi `accetta:` con le risposte giuste, per esempio `[Ancona]`.",
        )
        return None
    return Words(**desk.common, accepted=accepted, exact=desk.fields.flag("esatto"), feedback=feedback(desk))


def _cloze(desk: Desk) -> Exercise | None:
    leaf = desk.fields.leaf(
        "testo", needed="Scrivi `testo:` con le lacune tra doppie quadre, per esempio [[evapora]]."
    )
    if leaf is None:
        return None
    pieces = _GAP.split(leaf.text.strip())
    gaps = tuple(Gap(tuple(filter(None, map(str.strip, inside.split("|"))))) for inside in pieces[1::2])
    if not gaps or not all(gap.accepted for gap in gaps):
        desk.findings.refuse(
            leaf.line,
            "Non c'è nessuna lacuna, o una è vuota.",
            "Metti le parole da trovare tra doppie quadre: [[evapora]].",
        )
        return None
    bank = desk.fields.texts("parole")
    _check_bank(desk, gaps, bank)
    spans = tuple(desk.spell_piece(piece, leaf.line) for piece in pieces[::2])
    cloze = Cloze(**desk.common, pieces=spans, gaps=gaps, bank=bank, exact=desk.fields.flag("esatto"))
    return msgspec.structs.replace(cloze, gaps=gaps_feedback(desk, cloze))


def _check_bank(desk: Desk, gaps: tuple[Gap, ...], bank: tuple[str, ...]) -> None:
    """Whether every gap finds a word of its own in the bank: a word that is placed is gone."""
    fold = str.strip if desk.fields.flag("esatto") else folded
    left = list(map(fold, bank))
    wanted = [(gap.accepted[0], set(map(fold, gap.accepted))) for gap in gaps] if bank else []
    for word, forms in sorted(wanted, key=lambda one: sum(each in one[1] for each in left)):
        found = next((each for each in left if each in forms), None)
        if found is not None:
            left.remove(found)
            continue
        once_more = bool(forms & set(map(fold, bank)))
        message = (
            f"In `parole` «{word}» serve una volta in più." if once_more else f"In `parole` manca «{word}»."
        )
        add = f"Aggiungi «{word}» all'elenco."
        desk.findings.refuse(
            desk.fields.line("parole"), message, add if once_more else perhaps(word, bank, add)
        )


def _matching(desk: Desk) -> Exercise | None:
    left: list[Leaf] = []
    right: list[Leaf] = []
    for node in desk.rows("coppie", 2, "`- [tasso, tana]`"):
        match node:
            case Row(items=(Leaf() as one, Leaf() as other)) if one.text.strip() and other.text.strip():
                left.append(one)
                right.append(other)
            case _:
                desk.findings.refuse(
                    node.line,
                    "Questa coppia non ha due parti.",
                    "Scrivi `- [sinistra, destra]`; tra virgolette se c'è una virgola.",
                )
    if len({leaf.text.strip() for leaf in left}) < len(left):
        desk.findings.refuse(
            desk.fields.line("coppie"),
            "Due coppie cominciano allo stesso modo.",
            "A sinistra ogni elemento dev'essere diverso.",
        )
    if not left:
        return None
    right += (*desk.fields.leaves("in-più"), *desk.fields.leaves("in-piu"))
    return Matching(
        **desk.common,
        left_items=desk.items(left),
        right_items=desk.items(right),
        feedback=pairs_feedback(desk, left, right),
    )


def _ordering(desk: Desk) -> Exercise | None:
    desk.rows("elementi", 2, "`[Si impasta, Si inforna]`")
    leaves = desk.fields.leaves("elementi")
    if len({leaf.text.strip() for leaf in leaves}) < len(leaves):
        desk.findings.refuse(
            desk.fields.line("elementi"),
            "Due elementi sono uguali: l'ordine non si può giudicare.",
            "Rendili diversi.",
        )
    if len(leaves) < 2:
        return None
    return Ordering(**desk.common, items=desk.items(leaves), feedback=order_feedback(desk, leaves))


def _open(desk: Desk) -> Exercise | None:
    lines = desk.fields.whole("righe", 1, 20, 5)
    return Open(**desk.common, lines=lines, look_for=desk.spell(desk.fields.leaf("guarda")))


def _spotting(desk: Desk) -> Exercise | None:
    if not desk.common.get("picture"):
        desk.findings.refuse(
            desk.fields.line("tipo"),
            "Un esercizio `immagine` vuole una figura.",
            "Aggiungi `figura:` con il disegno e `figura-alt:` con quello che si vede.",
        )
    options: list[Option] = []
    places: list[tuple[int, int]] = []
    for letter, node in zip(string.ascii_lowercase, desk.rows("zone", 2, "`- testo: …`"), strict=False):
        fields = desk.card(node, _SPOT_KEYS, '`- testo: "in alto a sinistra"`')
        if fields is None:
            continue
        text = desk.spell(fields.leaf("testo", needed="In ogni zona scrivi `testo:` e dove si trova."))
        option_id = fields.text("id", otherwise=letter)
        options.append(Option(option_id, text, fields.flag("giusta"), desk.spell(fields.leaf("riscontro"))))
        places.append(_place(desk, fields))
    if not options:
        return None
    _check_spots(desk, options, places)
    return Spotting(**desk.common, options=tuple(options), places=tuple(places))


def _place(desk: Desk, fields: Fields) -> tuple[int, int]:
    if "x" not in fields or "y" not in fields:
        desk.findings.refuse(
            fields.line("testo"),
            "Di questa zona non si sa dove sta.",
            "Scrivi `x:` e `y:` da 0 a 100: quanto è a destra e quanto è in basso.",
        )
    return fields.whole("x", 0, 100, 0), fields.whole("y", 0, 100, 0)


def _check_spots(desk: Desk, options: Sequence[Option], places: Sequence[tuple[int, int]]) -> None:
    line = desk.fields.line("zone")
    if not any(option.correct for option in options):
        desk.findings.refuse(line, "Nessuna zona è giusta.", "Scrivi `giusta: sì` sotto quella da trovare.")
    if len({option.option_id for option in options}) < len(options):
        desk.findings.refuse(line, "Due zone hanno lo stesso id.", "Dai a ogni zona un id suo, o nessuno.")
    near = any(math.dist(one, other) < _LEAST_APART for one, other in itertools.combinations(places, 2))
    if near:
        desk.findings.refuse(
            line, "Due zone sono troppo vicine per toccarne una.", "Lascia almeno 8 tra l'una e l'altra."
        )


KINDS: dict[str, KindReader] = {
    "scelta": KindReader(frozenset({"opzioni"}), _choice),
    "scelte": KindReader(frozenset({"opzioni"}), _choices),
    "vero-falso": KindReader(frozenset({"affermazioni"}), _true_false),
    "numero": KindReader(frozenset({"risposta", "tolleranza", "unità", "unita", "riscontri"}), _number),
    "testo": KindReader(frozenset({"accetta", "esatto", "riscontri"}), _words),
    "completa": KindReader(frozenset({"testo", "parole", "esatto", "riscontri"}), _cloze),
    "abbina": KindReader(frozenset({"coppie", "in-più", "in-piu", "riscontri"}), _matching),
    "ordina": KindReader(frozenset({"elementi", "riscontri"}), _ordering),
    "immagine": KindReader(frozenset({"zone"}), _spotting),
    "aperta": KindReader(frozenset({"righe", "guarda"}), _open),
}
