"""La mappa dei luoghi: what the lessons tell of, on a drawn map, and beside it as a list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from scuola_digitale.domain.people import Pupil
from ui.presenters.desk import Desk
from ui.presenters.lesson_cards import LessonCard
from ui.presenters.places_map import PlacesMapPresenter, Spot
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.covers import Covers
from ui.widgets.empty import Empty
from ui.widgets.layouts import clear
from ui.widgets.page import Page
from ui.widgets.places_map import PlacesMap
from ui.widgets.rows import LessonRow, RowList
from ui.widgets.text import Text
from ui.widgets.theme import theme


class MapPage(Page):
    """A map to touch; the list holds the same for who reads with the ears or the keys."""

    lesson_wanted = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk, pupil: Pupil | None) -> None:
        super().__init__(desk, PlacesMapPresenter.title, PlacesMapPresenter.detail)
        self._pupil = pupil
        self._covers = Covers(desk.library)
        self.back = Button(PlacesMapPresenter.back, size="small", icon="indietro")
        self.back.clicked.connect(self.left)
        self.head.right.addWidget(self.back)
        self._rows: list[LessonRow] = []
        self.refresh()

    def refresh(self) -> None:
        super().refresh()
        self.presenter = PlacesMapPresenter(self.desk, self._pupil)
        if not self.is_new(self.presenter.spots):
            return
        clear(self.body)
        if not self.presenter.spots:
            self.body.addWidget(Empty(self.presenter.nothing, self.presenter.nothing_detail))
            return
        self.map = PlacesMap(self.presenter)
        self.map.pressed.connect(self.take)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        side = QWidget()
        side.setLayout(self._list)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(20)
        self._line.addWidget(self.map, 6, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(side, 5, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self._line)
        self._show_list(None)

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        if not self.presenter.spots:
            return
        ways = QBoxLayout.Direction
        stacked = theme().stacked(narrow=narrow)
        self._line.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        for row in self._rows:
            row.set_narrow(narrow=True)

    def take(self, spot: Spot) -> None:
        """Opens the lesson of a place; where there are several, shows them alone in the list."""
        if len(spot.cards) == 1:
            self.map.choose(None)
            self.lesson_wanted.emit(spot.cards[0].ref)
            return
        self._show_list(spot)

    def _show_list(self, chosen: Spot | None) -> None:
        self.map.choose(chosen)
        clear(self._list)
        self._list.addWidget(Text(chosen.name if chosen else self.presenter.every_place, "section"))
        if chosen:
            every = Button(self.presenter.every_place, "quiet", size="small", icon="indietro")
            every.clicked.connect(lambda: self._show_list(None))
            self._list.addWidget(every, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows = [self._row(card, places) for card, places in self.presenter.rows(chosen)]
        rows = RowList()
        for row in self._rows:
            rows.add(row)
        card = Card(padding=14)
        card.column.addWidget(rows)
        self._list.addWidget(card)

    def _row(self, card: LessonCard, places: str) -> LessonRow:
        row = LessonRow(
            card,
            self._covers,
            lambda: self.lesson_wanted.emit(card.ref),
            button=self.presenter.open_lesson,
            detail=places,
        )
        row.set_narrow(narrow=True)
        return row
