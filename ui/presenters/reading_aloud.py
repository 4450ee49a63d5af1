"""Reads texts aloud, sentence by sentence, and tells which word is being said."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import say

_SENTENCE = re.compile(r"[^.!?…\n]+(?:[.!?…]+[»”’\")]*|\n|$)|[.!?…]+")
_PART = re.compile(r"[^,;:]+(?:[,;:]+|$)")
_WORD = re.compile(r"\w+(?:[’'\-]\w+)*[’']?")
LONGEST_SENTENCE = 260
"""Letters of a longer one are said in parts: a voice that stops stops soon, and its words stay in time."""
_PAUSES = {",": 3, ";": 4, ":": 4, ".": 5, "!": 5, "?": 5, "…": 5}
"""How many letters the silence after a sign lasts, about."""


class NoVoiceError(ScuolaError):
    """The machine has no voice for the lesson's language."""

    def __init__(self) -> None:
        super().__init__(
            say("Questo computer non ha ancora una voce."),
            remedy=say("Leggi con la riga, o chiedi a un grande. Il tecnico può mettere «espeak-ng»."),
        )


class Voice(Protocol):
    """What speaks. One sentence at a time; everything is told on the thread that asked."""

    def speak(
        self,
        words: str,
        *,
        percent: int,
        word: Callable[[int, int], None],
        done: Callable[[], None],
        failed: Callable[[ScuolaError], None],
    ) -> None:
        """Says words at so many hundredths of the usual speed.

        Args:
            words: a sentence.
            percent: 100 is the voice's own speed.
            word: told where the word that is said now begins and ends.
            done: told at the end; not after `stop`.
            failed: told why it could not be said.
        """
        ...

    def stop(self) -> None:
        """Falls silent at once."""
        ...


class Stretch(NamedTuple):
    """What is to be read of a text: its letters from `start` up to `end`."""

    text: str
    start: int
    end: int


class Sentence(NamedTuple):
    """A sentence of a stretch: the number of the stretch, and its letters in that text."""

    number: int
    start: int
    end: int


def sentences(stretches: Sequence[Stretch]) -> list[Sentence]:
    """The sentences of some stretches that hold a word, long ones in parts."""
    found: list[Sentence] = []
    for number, (text, start, end) in enumerate(stretches):
        for match in _SENTENCE.finditer(text, start, end):
            for first, last in _parts(text, *match.span()):
                if _WORD.search(text, first, last):
                    blanks = last - first - len(text[first:last].lstrip())
                    found.append(Sentence(number, first + blanks, last))
    return found


def word_times(words: str, seconds: float) -> list[tuple[float, int, int]]:
    """When each word of a sentence is said that takes so many seconds: by its letters and the pauses.

    Gives the second at which it begins, and its letters. No voice says it so to the tenth of a second, but over
    a sentence it does not drift.
    """
    matches = list(_WORD.finditer(words))
    weights: list[float] = []
    for match, after in zip(matches, [*(one.start() for one in matches[1:]), len(words)], strict=True):
        pause = sum(_PAUSES.get(sign, 0) for sign in words[match.end() : after])
        weights.append(len(match.group()) + 1.5 + pause)
    whole, at, times = sum(weights), 0.0, []
    for match, weight in zip(matches, weights, strict=True):
        times.append((at, match.start(), match.end()))
        at += seconds * weight / whole
    return times


class ReadingAloud:
    """Says stretches of text one after another.

    `light` is told the number of a stretch and the letters of it that are said now; `ended` when all was said or
    it was stopped; `failed` why the voice fell silent.
    """

    def __init__(
        self,
        voice: Voice,
        light: Callable[[int, int, int], None],
        ended: Callable[[], None],
        failed: Callable[[ScuolaError], None],
    ) -> None:
        self._voice, self._light, self._ended, self._failed = voice, light, ended, failed
        self._stretches: Sequence[Stretch] = ()
        self._waiting: list[Sentence] = []
        self._now: Sentence | None = None
        self._word = 0
        self._percent = 100

    @property
    def is_reading(self) -> bool:
        """Whether something is being said."""
        return self._now is not None

    def read(self, stretches: Sequence[Stretch], percent: int) -> None:
        """Begins to read."""
        self._stretches, self._percent = stretches, percent
        self._waiting = sentences(stretches)
        self._next()

    def change_speed(self, percent: int) -> None:
        """Goes on faster or slower, from the word that is said now."""
        if self._now is None or percent == self._percent:
            return
        self._percent = percent
        self._voice.stop()
        self._say(Sentence(self._now.number, self._word, self._now.end))

    def stop(self) -> None:
        """Falls silent."""
        if self._now is not None:
            self._voice.stop()
            self._end()

    def _next(self) -> None:
        if self._waiting:
            self._say(self._waiting.pop(0))
        else:
            self._end()

    def _say(self, sentence: Sentence) -> None:
        self._now, self._word = sentence, sentence.start
        text = self._stretches[sentence.number].text[sentence.start : sentence.end]
        self._voice.speak(text, percent=self._percent, word=self._told, done=self._next, failed=self._give_up)

    def _told(self, start: int, end: int) -> None:
        if self._now is not None:
            self._word = self._now.start + start
            self._light(self._now.number, self._word, self._now.start + end)

    def _give_up(self, problem: ScuolaError) -> None:
        self._end()
        self._failed(problem)

    def _end(self) -> None:
        self._now, self._waiting = None, []
        self._ended()


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence, cut at its commas where it is long."""
    if end - start <= LONGEST_SENTENCE:
        return [(start, end)]
    cut: list[tuple[int, int]] = []
    for match in _PART.finditer(text, start, end):
        if cut and match.end() - cut[-1][0] <= LONGEST_SENTENCE:
            cut[-1] = (cut[-1][0], match.end())
        else:
            cut.append(match.span())
    return cut
