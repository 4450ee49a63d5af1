"""A lesson of forty exercises, put together from those on the shelf, for the benchmarks of the window."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from scuola_digitale.domain.lesson import AnyBlock, ExerciseBlock, Lesson
from scuola_digitale.errors import ScuolaError
from ui.presenters.desk import Shelf

LONG_REF = "marche/lunga"
EXERCISES = 40


class ShelfWithLongLesson:
    """The shelf of a laptop with one lesson more; its pictures are those of the lessons it was made of."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._packs = [card.head.pack_id for card in shelf.packs()]
        whole = [shelf.lesson(head.ref) for head in shelf.lessons()]
        self._long = long_lesson(whole)

    def lesson(self, ref: str) -> Lesson:
        """A lesson of the shelf, or the long one."""
        return self._long if ref == LONG_REF else self._shelf.lesson(ref)

    def file(self, pack_id: str, path: str) -> bytes:
        """A file of a pack; for the long lesson's pack, of the first pack that holds it."""
        for pack in self._packs:
            try:
                return self._shelf.file(pack, path)
            except ScuolaError:
                continue
        return self._shelf.file(pack_id, path)

    def media_path(self, pack_id: str, path: str) -> Path:
        """Where a sound lies."""
        return self._shelf.media_path(pack_id, path)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._shelf, name)


def long_lesson(lessons: Sequence[Lesson]) -> Lesson:
    """Whole lessons one after another until there are forty exercises; each exercise has an id of its own."""
    first = lessons[0]
    head = msgspec.structs.replace(first.head, ref=LONG_REF, title="Una lezione lunga", minutes=120)
    notes = tuple(note for lesson in lessons for note in lesson.notes)
    return msgspec.structs.replace(first, head=head, blocks=tuple(_blocks(lessons)), notes=notes)


def _blocks(lessons: Sequence[Lesson]) -> Iterator[AnyBlock]:
    done = 0
    while True:
        for lesson in lessons:
            for block in lesson.blocks:
                if isinstance(block, ExerciseBlock):
                    done += 1
                    own = msgspec.structs.replace(block.exercise, exercise_id=f"es{done}")
                    yield msgspec.structs.replace(block, exercise=own)
                    if done == EXERCISES:
                        return
                else:
                    yield block
