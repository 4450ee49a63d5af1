"""Who arrives, on top of the pupils' page, and who left the list or comes from another school, at its foot."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from scuola_digitale.domain.people import Pupil
from ui.presenters.arrivals import ArrivalsPresenter, Arriving
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.faces import Face
from ui.widgets.form import Form
from ui.widgets.layouts import clear
from ui.widgets.rows import RowList
from ui.widgets.text import Text
from ui.widgets.thing_row import Act, ThingRow

Said = Callable[[str], None]
"""Hears what to say when something was done."""


class PeopleList(QWidget):
    """A heading and rows of people with one act each; hidden while there is nobody."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.rows: list[ThingRow] = []
        self._title = title
        self._narrow = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 20)
        self._column.setSpacing(8)
        self.hide()

    def show_rows(self, rows: list[ThingRow]) -> None:
        """Shows these and no others."""
        clear(self._column)
        self.rows = rows
        self.setVisible(bool(rows))
        if not rows:
            return
        self._column.addWidget(Text(self._title, "section"))
        card = Card(padding=16)
        card.column.setContentsMargins(16, 4, 16, 7)
        listed = RowList()
        for row in rows:
            row.set_narrow(narrow=self._narrow)
            listed.add(row)
        card.column.addWidget(listed)
        self._column.addWidget(card)

    def set_narrow(self, *, narrow: bool) -> None:
        """Lays the rows out for a narrow window or a wide one."""
        self._narrow = narrow
        for row in self.rows:
            row.set_narrow(narrow=narrow)


def arriving_row(one: Arriving, presenter: ArrivalsPresenter, press: Callable[[], None]) -> ThingRow:
    """Somebody who waits to be welcomed."""
    return _row(Face(one.avatar, 44, one.photo), one.name, one.detail, (presenter.welcome, "fatto", press))


def former_row(pupil: Pupil, presenter: ArrivalsPresenter, press: Callable[[], None]) -> ThingRow:
    """Somebody who left the list."""
    act = None if presenter.is_away(pupil) else (presenter.put_back, "riprova", press)
    return _row(Face(pupil.avatar, 44, pupil.photo), pupil.name, presenter.former_words(pupil), act)


def _row(face: Face, name: str, detail: str, act: Act | None) -> ThingRow:
    return ThingRow(face, name, detail, None, [act] if act else [])


class SchoolForm(Form):
    """A file from another school: opened with its code, compared by its six digits, taken in."""

    def __init__(self, presenter: ArrivalsPresenter, done: Said) -> None:
        super().__init__(presenter.school_title, presenter.school_detail)
        self._presenter, self._say = presenter, done
        self._place: Path | None = None
        self.choose = Button(presenter.choose, icon="chiavetta")
        self.choose.clicked.connect(self._choose)
        self.add_labelled(presenter.file, self.choose)
        self.code = self.add_field(presenter.code, presenter.code_example)
        self.code.submitted.connect(self.look)
        self.add_button(presenter.look, self.look)
        self.below = QWidget()
        self._below = QVBoxLayout(self.below)
        self._below.setContentsMargins(0, 0, 0, 0)
        self.below.hide()
        self.column.addWidget(self.below)

    def use(self, place: Path) -> None:
        """Takes a folder, or a file, to look into."""
        self._place = place
        self.choose.setText(place.name or str(place))

    def look(self) -> None:
        """Opens the file."""
        place, code, presenter = self._place, self.code.text(), self._presenter
        if place is None:
            self.say_trouble(presenter.no_place)
            return
        self.do("look into passage", lambda: presenter.look_into(place, code), self._compare)

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self._presenter.choose)
        if folder:
            self.use(Path(folder))

    def _compare(self, arriving: Arriving) -> None:
        clear(self._below)
        presenter = self._presenter
        self._below.addWidget(Text(presenter.compare(arriving), "ui", wrap=True))
        self._below.addWidget(Text(arriving.newcoming.digits, "display"))
        same = Button(
            presenter.same, "primary", size="small", icon="fatto", name=f"{presenter.same}: {arriving.name}"
        )
        same.clicked.connect(partial(self._take_in, arriving))
        never = Button(presenter.not_now, size="small")
        never.clicked.connect(self.below.hide)
        self._below.addWidget(same)
        self._below.addWidget(never)
        self.below.show()
        same.setFocus()

    def _take_in(self, arriving: Arriving) -> None:
        presenter = self._presenter
        self.do("welcome", lambda: presenter.take_in(arriving), self._taken_in)

    def _taken_in(self, words: str) -> None:
        self.below.hide()
        self.clear_fields()
        self._place = None
        self.choose.setText(self._presenter.choose)
        self._say(words)
