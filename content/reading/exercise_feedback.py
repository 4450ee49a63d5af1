"""`riscontri`: the sentence an author has ready for one wrong answer, in every kind that takes it."""

from collections.abc import Iterator, Sequence

import msgspec

from content.reading.exercise_desk import Desk
from content.reading.findings import perhaps, shortened
from content.reading.yaml_tree import Fields, Leaf, Row
from scuola_digitale.domain.exercise import Cloze, Feedback, Gap, PairFeedback
from scuola_digitale.domain.judging import fits_gap, folded
from scuola_digitale.domain.text import Spans

_KEYS = frozenset({"risposta", "testo"})
_GAP_KEYS = _KEYS | {"lacuna"}
_ANSWER = "Scrivi `risposta:` e la risposta a cui rispondi così."
_PAIR = "Scrivi `risposta: [sinistra, destra]`, con le due parti unite per sbaglio."
_ORDER = "Scrivi `risposta: [prima, dopo]` nell'ordine sbagliato, o un elemento solo, messo per primo."
_WRONG_ONE = "Qui va una risposta sbagliata; per quella giusta c'è `giusto:`."


def feedback(desk: Desk) -> tuple[Feedback, ...]:
    """What is said to one number or to some words, as `numero` and `testo` have it."""
    read = ((fields.text("risposta", needed=_ANSWER), _sentence(desk, fields)) for fields in _cards(desk))
    return tuple(Feedback(answer, spans) for answer, spans in read if answer)


def gaps_feedback(desk: Desk, cloze: Cloze) -> tuple[Gap, ...]:
    """The gaps of `completa`, each with what is said to its wrong words; `lacuna` names one gap, from 1."""
    said: list[list[Feedback]] = [[] for _ in cloze.gaps]
    for fields in _cards(desk, _GAP_KEYS):
        spans, word = _sentence(desk, fields), _word(desk, fields, cloze.bank)
        place = fields.whole("lacuna", 1, len(cloze.gaps), 0)
        if not word:
            continue
        meant = [place - 1] if place else range(len(cloze.gaps))
        wrong = [each for each in meant if not fits_gap(cloze, cloze.gaps[each], word)]
        if not wrong:
            _refuse_right(desk, fields, word)
        for each in wrong:
            said[each].append(Feedback(word, spans))
    return tuple(
        msgspec.structs.replace(gap, feedback=tuple(each)) for gap, each in zip(cloze.gaps, said, strict=True)
    )


def pairs_feedback(desk: Desk, left: Sequence[Leaf], right: Sequence[Leaf]) -> tuple[PairFeedback, ...]:
    """What is said to wrong pairs of `abbina`; the parts as they are written in `coppie` and `in-più`."""
    lefts, rights = _texts(left), _texts(right)
    said: list[PairFeedback] = []
    for fields in _cards(desk):
        spans, parts = _sentence(desk, fields), _parts(desk, fields, (2,), _PAIR)
        if not parts:
            continue
        one, other = _place(desk, parts[0], lefts, "a sinistra"), _place(desk, parts[1], rights, "a destra")
        if one is None or other is None:
            continue
        if rights[one] == rights[other]:
            _refuse_right(desk, fields, " – ".join(_texts(parts)))
        said.append(PairFeedback(_letter(one), _letter(other), spans))
    return tuple(said)


def order_feedback(desk: Desk, elements: Sequence[Leaf]) -> tuple[PairFeedback, ...]:
    """What is said in `ordina` to two elements the wrong way round, or to a wrong first one."""
    texts = _texts(elements)
    said: list[PairFeedback] = []
    for fields in _cards(desk):
        spans, parts = _sentence(desk, fields), _parts(desk, fields, (1, 2), _ORDER)
        places = [_place(desk, part, texts, "in `elementi`") for part in parts]
        found = [place for place in places if place is not None]
        if not parts or len(found) < len(parts):
            continue
        # One alone stands at the very beginning: right only for the first.
        if found == [0] or found[0] < found[-1]:
            _refuse_right(desk, fields, ", ".join(_texts(parts)))
        second = _letter(found[1]) if len(found) > 1 else ""
        said.append(PairFeedback(_letter(found[0]), second, spans))
    return tuple(said)


def _cards(desk: Desk, known: frozenset[str] = _KEYS) -> Iterator[Fields]:
    if "riscontri" not in desk.fields:
        return
    for node in desk.rows("riscontri", 1, "`- risposta: …` e sotto `testo: …`"):
        fields = desk.card(node, known, '`- risposta: "…"`')
        if fields is not None:
            yield fields


def _sentence(desk: Desk, fields: Fields) -> Spans:
    return desk.spell(fields.leaf("testo", needed="Scrivi `testo:` con la frase da dire."))


def _parts(desk: Desk, fields: Fields, counts: tuple[int, ...], remedy: str) -> tuple[Leaf, ...]:
    """The items that an answer names; nothing, with the problem noted, when they are not as many as asked."""
    node = fields.node("risposta")
    nodes = node.items if isinstance(node, Row) else (node,) if isinstance(node, Leaf) else ()
    parts = tuple(each for each in nodes if isinstance(each, Leaf) and each.text.strip())
    if len(parts) == len(nodes) and len(parts) in counts and len(set(_texts(parts))) == len(parts):
        return parts
    message = "Manca `risposta`." if node is None else "Questa `risposta` non si riesce a leggere."
    desk.findings.refuse(fields.line("risposta"), message, remedy)
    return ()


def _place(desk: Desk, part: Leaf, texts: Sequence[str], where: str) -> int | None:
    """Where a part stands among those of the exercise; None, with the problem noted, when it is not there."""
    (text,) = _texts((part,))
    if text in texts:
        return texts.index(text)
    desk.findings.refuse(
        part.line,
        f"«{shortened(text)}» {where} non c'è: nessuno può rispondere così.",
        perhaps(text, texts, "Copia le parole così come sono scritte nell'esercizio."),
    )
    return None


def _word(desk: Desk, fields: Fields, bank: tuple[str, ...]) -> str:
    """The word somebody may give: with a bank, the one of the bank that is meant; nothing when none is."""
    word = fields.text("risposta", needed=_ANSWER)
    if not bank or not word or word in bank:
        return word
    meant = next((each for each in bank if folded(each) == folded(word)), "")
    if not meant:
        desk.findings.refuse(
            fields.line("risposta"),
            f"«{shortened(word)}» non è in `parole`: nessuno la può scegliere.",
            perhaps(word, bank, f"Aggiungi «{shortened(word)}» a `parole`, o togli questo riscontro."),
        )
    return meant


def _refuse_right(desk: Desk, fields: Fields, answer: str) -> None:
    desk.findings.refuse(fields.line("risposta"), f"«{shortened(answer)}» è la risposta giusta.", _WRONG_ONE)


def _texts(leaves: Sequence[Leaf]) -> list[str]:
    return [" ".join(leaf.text.split()) for leaf in leaves]


def _letter(place: int) -> str:
    return chr(ord("a") + place)
