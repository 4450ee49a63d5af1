"""The headings of a lesson and its title."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from scuola_digitale.domain.lesson import Heading
from scuola_digitale.domain.text import words
from scuola_digitale.words import say
from ui.widgets.lesson.label import RichLabel
from ui.widgets.lesson.style import Voice
from ui.widgets.lesson.surroundings import Surroundings

_VOICES: dict[int, Voice] = {1: "heading", 2: "heading", 3: "subheading"}


class HeadingView(RichLabel):
    """A heading; its level is said in words, since Qt's accessibility gives no place for it."""

    accessible_role = QAccessible.Role.Heading

    def __init__(self, heading: Heading, around: Surroundings, parent: QWidget) -> None:
        super().__init__(heading.spans, _VOICES.get(heading.level, "subheading"), parent, around=around)
        self.anchor = heading.anchor
        self.setAccessibleDescription(say("Titolo di livello {level}", level=heading.level))


class TitleView(RichLabel):
    """The lesson's own title."""

    accessible_role = QAccessible.Role.Heading

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(words(title), "title", parent)
        self.setAccessibleDescription(say("Titolo della lezione"))
