"""Small sums over named numbers, exact and bounded: what an author may write as an answer."""

import ast
import keyword
import operator
import re
from collections.abc import Callable, Mapping
from fractions import Fraction

from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import say

MAX_LENGTH = 200
MAX_BITS = 512
MAX_EXPONENT = 64

FUNCTIONS = frozenset({"min", "max", "abs", "round"})

_ALLOWED = re.compile(r"[\w\s+\-*/().,]*")
_GLUED = re.compile(r"(?<![^\W\d])\d[\d.]*[^\W\d]|[^\W\d]\w*\.")
_SIGNS = str.maketrans({"−": "-", "–": "-", "×": "*", "·": "*", "÷": "/"})
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_BINARY: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
}


class SumError(ScuolaError):
    """A sum written by an author cannot be worked out."""

    def __init__(self, expression: str, reason: str) -> None:
        shown = expression if len(expression) <= 60 else expression[:57] + "…"
        super().__init__(
            say("Il conto «{shown}» non si può fare: {reason}.", shown=shown, reason=reason),
            remedy=say("Usa numeri, i nomi delle variabili, + - * / **, le parentesi, min max abs round."),
        )
        self.reason = reason


def evaluate(expression: str, names: Mapping[str, Fraction] | None = None) -> Fraction:
    """Works out a sum exactly.

    A comma between digits is a decimal comma, unless a function with several arguments is called; `^` is
    a power. Halves are rounded away from zero, as school does.

    Raises:
        SumError: it is no sum, names something unknown, divides by zero or grows beyond 512 bits.
    """
    text = _cleaned(expression)
    tree = _parsed(expression, text)
    try:
        return _Worker(expression, text, names or {}).value(tree)
    except ZeroDivisionError:
        raise SumError(expression, say("si divide per zero")) from None


def plain_number(value: Fraction) -> str:
    """A number that `evaluate` reads back exactly: `12`, `3.5`, or `1/3` when decimals never end."""
    denominator = value.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    if value.denominator == 1 or denominator != 1:
        return str(value)
    return _decimal(value, places=value.denominator.bit_length())


def italian_number(value: Fraction) -> str:
    """A number as an Italian text shows it: decimal comma, true minus, at most four decimals."""
    return _decimal(value, places=4).replace(".", ",").replace("-", "−")


def is_name(text: str) -> bool:
    """Whether a variable may be called so."""
    return text.isidentifier() and not keyword.iskeyword(text) and text not in FUNCTIONS


def is_number(text: str) -> bool:
    """Whether this is one plain number, with comma or point."""
    return _NUMBER.fullmatch(text.strip()) is not None


def _decimal(value: Fraction, places: int) -> str:
    scaled = _half_up(abs(value) * 10**places)
    whole, rest = divmod(scaled, 10**places)
    digits = f"{whole}.{rest:0{places}d}".rstrip("0").rstrip(".") if places else str(whole)
    return f"-{digits}" if value < 0 and scaled else digits


def _half_up(value: Fraction) -> int:
    rounded = (abs(value) * 2 + 1) // 2
    return int(rounded) if value >= 0 else -int(rounded)


def _cleaned(expression: str) -> str:
    """The sum with the signs and the point that Python's parser knows."""
    text = expression.translate(_SIGNS).replace("^", "**").strip()
    if "min(" not in text and "max(" not in text and "round(" not in text:
        text = _DECIMAL_COMMA.sub(".", text)
    return text


def _parsed(expression: str, text: str) -> ast.expr:
    if not text:
        raise SumError(expression, "manca")
    if len(text) > MAX_LENGTH:
        raise SumError(expression, say("è troppo lungo"))
    # Python's own parser warns about `1or 2` and knows far more than sums: only sums get that far.
    if not _ALLOWED.fullmatch(text) or _GLUED.search(text):
        raise SumError(expression, say("c’è un segno o un nome che non si capisce"))
    try:
        return ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise SumError(expression, say("non è scritto come un conto")) from None


class _Worker:
    """Walks one parsed sum."""

    def __init__(self, expression: str, text: str, names: Mapping[str, Fraction]) -> None:
        self._expression = expression
        self._text = text
        self._names = names

    def value(self, node: ast.expr) -> Fraction:
        result = self._step(node)
        if max(result.numerator.bit_length(), result.denominator.bit_length()) > MAX_BITS:
            raise SumError(self._expression, say("il risultato è troppo grande"))
        return result

    def _step(self, node: ast.expr) -> Fraction:
        match node:
            case ast.Constant(value=bool()):
                pass
            case ast.Constant(value=int() | float() as number):
                # As it is written, not as the float that is nearest: 0.1 stays one tenth, whatever its digits.
                written = ast.get_source_segment(self._text, node)
                return Fraction(written) if written and abs(number) < 1e100 else self._refuse()
            case ast.Name(id=name):
                return self._named(name)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return -self.value(operand)
            case ast.UnaryOp(op=ast.UAdd(), operand=operand):
                return self.value(operand)
            case ast.BinOp():
                return self._binary(node)
            case ast.Call(func=ast.Name(id=name), args=args, keywords=[]):
                return self._call(name, [self.value(argument) for argument in args])
        return self._refuse()

    def _refuse(self) -> Fraction:
        raise SumError(self._expression, say("non è scritto come un conto"))

    def _named(self, name: str) -> Fraction:
        if name not in self._names:
            raise SumError(self._expression, say("«{name}» non è una variabile numerica", name=name))
        return self._names[name]

    def _binary(self, node: ast.BinOp) -> Fraction:
        left, right = self.value(node.left), self.value(node.right)
        if isinstance(node.op, ast.Pow):
            return self._power(left, right)
        if isinstance(node.op, ast.Div):
            return left / right
        worker = _BINARY.get(type(node.op))
        return worker(left, right) if worker else self._refuse()

    def _power(self, base: Fraction, exponent: Fraction) -> Fraction:
        if exponent.denominator != 1 or abs(exponent) > MAX_EXPONENT:
            raise SumError(self._expression, say("l’esponente deve essere un intero piccolo"))
        return Fraction(base ** int(exponent))

    def _call(self, name: str, arguments: list[Fraction]) -> Fraction:
        match name, arguments:
            case "min", [_, *_]:
                return min(arguments)
            case "max", [_, *_]:
                return max(arguments)
            case "abs", [value]:
                return abs(value)
            case "round", [value]:
                return Fraction(_half_up(value))
            case "round", [value, places] if places.denominator == 1 and abs(places) <= 12:
                scale = Fraction(10) ** int(places)
                return _half_up(value * scale) / scale
        return self._refuse()
