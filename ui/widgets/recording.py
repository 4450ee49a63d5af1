"""Has facts written off the GUI thread, in the words of whoever leads an exercise."""

from collections.abc import Callable, Sequence

from scuola_digitale.domain.facts import Fact
from scuola_digitale.errors import ScuolaError
from scuola_digitale.school import Author, SchoolMemory
from ui import background
from ui.presenters.exercise import SaveFacts


def saver(school: SchoolMemory, author: Author | None = None) -> SaveFacts:
    """Writes facts into a school, staff facts in the name of `author`; see `SaveFacts`."""

    def save(
        facts: Sequence[Fact], *, saved: Callable[[], None], failed: Callable[[ScuolaError], None]
    ) -> None:
        kept = list(facts)
        background.run("record", lambda: school.record(kept, author=author), lambda _: saved(), failed)

    return save
