"""Covers the names of other children: who asks for their own data has no right to somebody else's."""

import re
from collections.abc import Collection

COVER = "[un altro bambino]"


class Covering:
    """Covers names wherever they stand as whole words, however they are capitalised.

    Attributes:
        covered: how many places were covered so far.
    """

    def __init__(self, others: Collection[str], own: Collection[str]) -> None:
        mine = {part for name in own for part in _parts(name)}
        wanted = {part for name in others for part in _parts(name)} - mine
        longest_first = sorted(wanted, key=lambda name: (-len(name), name))
        self._names = (
            re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
            if longest_first
            else None
        )
        self.covered = 0

    def __call__(self, words: str) -> str:
        """The words without others' names."""
        if self._names is None:
            return words
        shown, count = self._names.subn(COVER, words)
        self.covered += count
        return shown


def _parts(name: str) -> set[str]:
    """A name and each of its words; initials say nothing."""
    folded = name.strip().casefold()
    return {part for part in (folded, *folded.split()) if len(part.strip(".")) > 1}
