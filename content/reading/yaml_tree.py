"""YAML as a tree of plain texts that knows its lines: no types guessed, no aliases, no tags, no depth.

YAML's own types are a trap for teachers (`no` is false, `12:30` is 750, `07` is octal): here every leaf is the
text that was written, and who reads it decides.
"""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from content.reading.findings import Findings, perhaps, shortened

MAX_YAML = 64 * 1024
MAX_DEPTH = 8


class Leaf(msgspec.Struct, frozen=True):
    """A text as it was written. `line` counts from 1 in the file."""

    text: str
    line: int


class Row(msgspec.Struct, frozen=True):
    """A list."""

    items: tuple["Node", ...]
    line: int


class Card(msgspec.Struct, frozen=True):
    """Keys with their values; `key_lines` tells where each key stands."""

    values: dict[str, "Node"]
    key_lines: dict[str, int]
    line: int
    braces: bool = False
    """Written as `{…}`: mostly a text that should have stood in quotes."""


Node = Leaf | Row | Card


class _UnfitError(Exception):
    """Valid YAML that has no place in a lesson."""

    def __init__(self, line: int, message: str, remedy: str) -> None:
        super().__init__(message)
        self.line, self.message, self.remedy = line, message, remedy


def read_yaml(source: str, first_line: int, findings: Findings) -> Node | None:
    """The tree of a YAML text whose first line is `first_line` of its file; None when it cannot be read."""
    import yaml  # late: 20 ms, and the window reads no YAML

    if len(source) > MAX_YAML:
        findings.refuse(first_line, "Questo blocco è troppo lungo.", "Dividilo in più parti.")
        return None
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _Builder(yaml.parse(source, Loader=loader), first_line, findings).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = min(mark.line if mark else 0, max(source.rstrip("\n").count("\n"), 0))
        findings.refuse(first_line + line, *_in_italian(error.problem or "", source, line))
    except yaml.YAMLError:
        findings.refuse(
            first_line, "C'è un carattere invisibile che non si può leggere.", "Riscrivi a mano le righe."
        )
    except _UnfitError as unfit:
        findings.refuse(unfit.line, unfit.message, unfit.remedy)
    return None


def _in_italian(problem: str, source: str, line: int) -> tuple[str, str]:
    lines = source.splitlines()
    shown = shortened(lines[line]) if line < len(lines) else ""
    where = f"La riga «{shown}» non si riesce a leggere"
    if "mapping values" in problem:
        return f"{where}: ci sono due punti di troppo.", "Metti tra virgolette il testo che contiene «: »."
    if "\\t" in problem or "tab" in problem:
        return f"{where}: comincia con una tabulazione.", "Usa gli spazi per rientrare, non il tasto Tab."
    if "escape" in problem:
        return (
            f"{where}: una barra rovescia tra virgolette doppie.",
            "Raddoppia la barra (\\\\) o usa gli apici semplici.",
        )
    if "cannot start any token" in problem or "alias" in problem or "anchor" in problem:
        return f"{where}: comincia con un simbolo.", "Metti il testo tra virgolette."
    if (
        "unexpected end of stream" in problem
        or "block end" in problem
        or "',' or" in problem
        or "node content" in problem
    ):
        return f"{where}.", "Controlla che virgolette e parentesi si chiudano e che i rientri siano uguali."
    return (
        f"{where}.",
        "Controlla i rientri, i due punti e le virgolette; un testo con simboli va tra virgolette.",
    )


class _Builder:
    """Turns YAML's events into the tree, within bounds."""

    def __init__(self, events: Iterator[Any], first_line: int, findings: Findings) -> None:
        self._events = events
        self._first_line = first_line
        self._findings = findings

    def document(self) -> Node | None:
        root: Node | None = None
        for event in self._events:
            if type(event).__name__ == "DocumentStartEvent":
                if root is not None:
                    line = self._first_line + event.start_mark.line
                    raise _UnfitError(line, "Qui comincia un secondo blocco (`---`).", "Togli la riga `---`.")
                root = self._node(next(self._events), 0)
        return root

    def _node(self, event: Any, depth: int) -> Node:
        line = self._first_line + event.start_mark.line
        kind = type(event).__name__
        if kind == "AliasEvent" or event.anchor:
            raise _UnfitError(
                line,
                "Un testo comincia con `*` o `&`, che qui hanno un altro senso.",
                "Metti il testo tra virgolette.",
            )
        if event.tag and event.tag != "!":
            raise _UnfitError(
                line, "Un testo comincia con `!`, che qui ha un altro senso.", "Mettilo tra virgolette."
            )
        if depth > MAX_DEPTH:
            raise _UnfitError(
                line, "Ci sono troppi livelli, uno dentro l'altro.", "Semplifica: bastano tre livelli."
            )
        if kind == "SequenceStartEvent":
            return Row(tuple(self._items(depth)), line)
        if kind == "MappingStartEvent":
            return self._card(line, depth, braces=bool(event.flow_style))
        if event.style == '"' and _was_tex(event):
            raise _UnfitError(
                line, "Tra virgolette doppie la barra rovescia ha un altro senso.", _SINGLE_QUOTES
            )
        return Leaf(event.value.strip("\n") if event.style in {"|", ">"} else event.value, line)

    def _items(self, depth: int) -> Iterator[Node]:
        while type(event := next(self._events)).__name__ != "SequenceEndEvent":
            yield self._node(event, depth + 1)

    def _card(self, line: int, depth: int, *, braces: bool) -> Card:
        values: dict[str, Node] = {}
        lines: dict[str, int] = {}
        while type(event := next(self._events)).__name__ != "MappingEndEvent":
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if not isinstance(key, Leaf):
                raise _UnfitError(key.line, "Il nome di una chiave è troppo complicato.", _QUOTE)
            if key.text in values:
                self._findings.refuse(
                    key.line,
                    f"La chiave `{key.text}` c'è due volte.",
                    f"Tieni soltanto una riga `{key.text}`.",
                )
            values[key.text], lines[key.text] = value, key.line
        return Card(values, lines, line, braces)


def _was_tex(event: Any) -> bool:
    r"""Whether a quoted text held `\frac`, `\times` or `\neq`, and YAML made signs of them that nobody types."""
    on_one_line = event.start_mark.line == event.end_mark.line
    return _UNTYPED.search(event.value) is not None or (
        on_one_line and "$" in event.value and "\n" in event.value
    )


_UNTYPED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85]|\t(?=[a-z])")
_SINGLE_QUOTES = "Usa gli apici semplici, oppure raddoppia ogni barra: `\\\\frac`."
_QUOTE = "Se è un testo che comincia con una parentesi, mettilo tra virgolette."


class Fields:
    """Reads the values of a card, and notes what is missing or not what it should be."""

    def __init__(self, card: Card, findings: Findings) -> None:
        self._card = card
        self._findings = findings

    def __contains__(self, key: str) -> bool:
        return key in self._card.values

    def line(self, key: str) -> int:
        """Where the value of a key stands; the card's own line when it is not there."""
        return self._card.key_lines.get(key, self._card.line)

    def node(self, key: str) -> Node | None:
        """The value as it is."""
        return self._card.values.get(key)

    def only(self, known: frozenset[str], *, blocking: bool = True) -> None:
        """Notes every key that is not among the known ones."""
        for key, line in self._card.key_lines.items():
            if key not in known:
                say = self._findings.refuse if blocking else self._findings.advise
                names = ", ".join(f"`{name}`" for name in sorted(known))
                say(
                    line,
                    f"La chiave `{shortened(key)}` non si conosce.",
                    perhaps(key, known, f"Le chiavi sono: {names}."),
                )

    def leaf(self, key: str, *, needed: str = "") -> Leaf | None:
        """A text, or None; `needed` is the remedy to give when it is missing."""
        node = self.node(key)
        if isinstance(node, Leaf) and node.text.strip():
            return node
        if node is not None and not isinstance(node, Leaf):
            self._refuse_shape(key, node)
        elif needed:
            self._findings.refuse(self.line(key), f"Manca `{key}`.", needed)
        return None

    def text(self, key: str, *, needed: str = "", otherwise: str = "") -> str:
        """A text without outer spaces, or `otherwise`."""
        leaf = self.leaf(key, needed=needed)
        return leaf.text.strip() if leaf else otherwise

    def leaves(self, key: str) -> tuple[Leaf, ...]:
        """A list of texts; one alone may stand without its list."""
        node = self.node(key)
        items = node.items if isinstance(node, Row) else (node,) if isinstance(node, Leaf) else ()
        if isinstance(node, Card):
            self._refuse_shape(key, node)
        for item in items:
            if not isinstance(item, Leaf):
                self._refuse_shape(key, item)
        return tuple(item for item in items if isinstance(item, Leaf) and item.text.strip())

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts without outer spaces."""
        return tuple(leaf.text.strip() for leaf in self.leaves(key))

    def whole(self, key: str, low: int, high: int, otherwise: int) -> int:
        """A whole number between two others, or `otherwise`."""
        leaf = self.leaf(key)
        if leaf is None:
            return otherwise
        text = leaf.text.strip()
        if text.isascii() and text.isdigit() and len(text) < 10 and low <= int(text) <= high:
            return int(text)
        self._findings.refuse(
            leaf.line,
            f"`{key}` dev'essere un numero intero tra {low} e {high}.",
            f"Scrivi per esempio `{key}: {otherwise or low}`.",
        )
        return otherwise

    def flag(self, key: str) -> bool:
        """A yes or a no; missing is no."""
        leaf = self.leaf(key)
        said = yes_or_no(leaf.text) if leaf else False
        if said is None:
            self._findings.refuse(
                self.line(key), f"`{key}` vuole sì o no.", f"Scrivi `{key}: sì` oppure togli la riga."
            )
        return bool(said)

    def _refuse_shape(self, key: str, node: Node) -> None:
        braces = isinstance(node, Card)
        message = f"Il testo di `{key}` non è un testo semplice."
        remedy = (
            "Metti tra virgolette il testo che contiene «: » o comincia con un simbolo."
            if braces
            else "Scrivi un testo."
        )
        self._findings.refuse(node.line, message, remedy)


def yes_or_no(text: str) -> bool | None:
    """What the author said, in any of the usual ways; None when it is neither."""
    said = text.strip().casefold()
    if said in {"sì", "si", "si'", "s", "vero", "vera", "v", "true", "yes"}:
        return True
    return False if said in {"no", "n", "falso", "falsa", "f", "false"} else None
