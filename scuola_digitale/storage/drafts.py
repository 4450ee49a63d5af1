"""Drafts of unfinished answers: a sealed file for each pupil and lesson, on this laptop alone.

Names of files are hashes; what they hold opens only with the school's keys. They are no facts: nothing of them
travels, and losing one loses some words and no more.
"""

import hashlib
import shutil
from collections.abc import Iterable
from pathlib import Path

from scuola_digitale.domain.draft import Draft, read_draft, written_draft
from scuola_digitale.domain.facts import PersonId
from scuola_digitale.format.errors import MissingKeyError
from scuola_digitale.format.sealing import KeyRing
from scuola_digitale.storage.errors import MemoryUnwritableError
from scuola_digitale.storage.identity import write_private

FOLDER = "bozze"
MOST_LESSONS = 40
"""Lessons of a pupil whose drafts are kept: those touched last."""


class Drafts:
    """The drafts of one laptop; any thread may ask."""

    def __init__(self, folder: Path, ring: KeyRing) -> None:
        self._folder, self._ring = folder / FOLDER, ring

    def read(self, person: PersonId, lesson_ref: str) -> Draft | None:
        """What a pupil had begun in a lesson; None for nothing, and for what no key here opens."""
        return self._opened(self._path(person, lesson_ref))

    def _opened(self, path: Path) -> Draft | None:
        try:
            text = self._ring.unseal(path.read_bytes())
        except (OSError, MissingKeyError):
            return None
        return read_draft(text) if isinstance(text, str) else None

    def keep(self, person: PersonId, lesson_ref: str, draft: Draft) -> None:
        """Keeps a draft in the place of the one before; an empty one takes it away.

        Raises:
            DiskFullError, MemoryUnwritableError: it could not be written; the one before stays.
        """
        path = self._path(person, lesson_ref)
        if draft.is_empty:
            path.unlink(missing_ok=True)
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_private(path, self._ring.seal(written_draft(draft)))
            for old in sorted(path.parent.iterdir(), key=lambda one: -one.stat().st_mtime_ns)[MOST_LESSONS:]:
                old.unlink(missing_ok=True)
        except OSError as error:
            raise MemoryUnwritableError from error

    def all_of(self, person: PersonId, lesson_refs: Iterable[str]) -> tuple[tuple[str, Draft | None], ...]:
        """Every draft of a pupil with its lesson.

        The lesson is one of `lesson_refs`, or empty for another one; the draft is None for what no key here opens.
        """
        names = {self._path(person, ref).name: ref for ref in lesson_refs}
        home = self._home(person)
        found = sorted(home.iterdir()) if home.is_dir() else []
        return tuple((names.get(path.name, ""), self._opened(path)) for path in found)

    def erase(self, persons: Iterable[PersonId]) -> None:
        """Leaves nothing of some persons."""
        for person in persons:
            shutil.rmtree(self._home(person), ignore_errors=True)

    def _home(self, person: PersonId) -> Path:
        return self._folder / hashlib.blake2b(person, digest_size=16).hexdigest()

    def _path(self, person: PersonId, lesson_ref: str) -> Path:
        name = hashlib.blake2b(lesson_ref.encode("utf-8"), key=person, digest_size=16).hexdigest()
        return self._home(person) / name
