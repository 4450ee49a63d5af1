"""A calculator as simple as a pocket one, exact, with the signs that school writes."""

import re

from scuola_digitale.domain.arithmetic import SumError, evaluate, italian_number
from scuola_digitale.words import Worded, say

KEYS: Worded[tuple[tuple[tuple[str, str], ...], ...]] = Worded(lambda: (
    (("C", say("cancella tutto")), ("(", say("apri parentesi")), (")", say("chiudi parentesi")), ("÷", say("diviso"))),
    (("7", ""), ("8", ""), ("9", ""), ("×", say("per", sense="calcolatrice"))),
    (("4", ""), ("5", ""), ("6", ""), ("−", say("meno"))),
    (("1", ""), ("2", ""), ("3", ""), ("+", say("più"))),
    (("0", ""), (",", say("virgola")), ("⌫", say("cancella l’ultima")), ("=", say("uguale"))),
))  # fmt: skip
"""The keys, row by row: the sign, and what it is called where the sign does not say it itself."""

_SIGNS = "+−×÷"
_LONGEST = 24
_SPARE_ZEROS = re.compile(r"(?<![\d,])0+(?=\d)")


class Calculator:
    """What is written, and the result of it; `shown` and `result` are what the display says."""

    name = Worded(lambda: say("Calcolatrice"))
    by_zero = Worded(lambda: say("Per zero non si divide."))
    unclear = Worded(lambda: say("Questo conto non è finito."))

    def __init__(self) -> None:
        self.shown = ""
        self.result = ""
        self._done = False

    def press(self, key: str) -> None:
        """Takes one key of `KEYS`; whatever else is pressed is passed over."""
        if key == "C":
            self.shown = self.result = ""
            self._done = False
        elif key == "⌫":
            self.shown, self.result, self._done = self.shown[:-1], "", False
        elif key == "=":
            self._work_out()
        elif key in "0123456789,()" + _SIGNS:
            self._write(key)

    def _write(self, key: str) -> None:
        if self._done:
            # A sign goes on with the result, a digit begins a new sum.
            number = self.result.removeprefix("≈ ")
            self.shown = number if key in _SIGNS and number[-1:].isdigit() else ""
            self.result, self._done = "", False
        if key in _SIGNS and self.shown[-1:] and self.shown[-1] in _SIGNS:
            self.shown = self.shown[:-1]
        if len(self.shown) < _LONGEST:
            self.shown += key

    def _work_out(self) -> None:
        if not self.shown:
            return
        try:
            value = evaluate(_SPARE_ZEROS.sub("", self.shown))
        except SumError as error:
            self.result = self.by_zero if error.reason == say("si divide per zero") else self.unclear
        else:
            words = italian_number(value)
            exact = evaluate(words) == value
            self.result = words if exact else f"≈ {words}"
        self._done = True
