"""Has facts written off the GUI thread, in the words of whoever leads an exercise."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from scuola_digitale.domain.facts import Fact
from scuola_digitale.errors import ScuolaError
from scuola_digitale.school import Author, SchoolMemory
from ui import background
from ui.presenters.exercise import SaveFacts


def saver(school: SchoolMemory, author: Author | None = None, owner: QObject | None = None) -> SaveFacts:
    """Writes facts into a school, staff facts in the name of `author`; see `SaveFacts`.

    When `owner` is gone in the meantime the facts are written all the same, and nobody is called.
    """

    def save(
        facts: Sequence[Fact], *, saved: Callable[[], None], failed: Callable[[ScuolaError], None]
    ) -> None:
        kept = list(facts)
        background.run(
            "record", lambda: school.record(kept, author=author), lambda _: saved(), failed, owner=owner
        )

    return save
