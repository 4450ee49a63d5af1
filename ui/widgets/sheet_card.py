"""A pupil's sheet on a card of its own, for pages whose rows have no room for it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt

from scuola_digitale.domain.facts import Fact
from scuola_digitale.domain.people import Pupil
from scuola_digitale.words import say
from ui import background
from ui.presenters.pupils import PupilsPresenter
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, row
from ui.widgets.layouts import clear
from ui.widgets.pupil_panel import PupilPanel, Record
from ui.widgets.pupil_sheet import PANELS
from ui.widgets.recording import saver
from ui.widgets.text import Text


class SheetCard(Card):
    """The sheet and the ways on from it; `done` hears what was done, `closed` that nothing is wanted any more."""

    def __init__(
        self,
        pupil: Pupil,
        presenter: PupilsPresenter,
        done: Callable[[str], None],
        closed: Callable[[], None],
    ) -> None:
        super().__init__()
        self.pupil, self.presenter = pupil, presenter
        self.record: Record = self._record
        self._done = done
        self.panel: PupilPanel | None = None
        close = Button("", "quiet", size="small", icon="chiudi", name=say("Chiudi la scheda"))
        close.clicked.connect(closed)
        title = Text(f"{presenter.sheet.sheet}: {pupil.name}", "section", wrap=True)
        head = row(title, close)
        head.setStretch(0, 1)
        self.column.addLayout(head)
        self._place = row()
        self.column.addLayout(self._place)
        self.open_panel("sheet")

    def open_panel(self, kind: str) -> None:
        """Opens the sheet, or one of the ways on from it."""
        clear(self._place)
        self.panel = PANELS[kind](self)
        self.panel.column.setContentsMargins(0, 4, 0, 0)
        self._place.addWidget(self.panel, 1, Qt.AlignmentFlag.AlignTop)

    def begin(self) -> None:
        """Brings the keyboard here."""
        if self.panel is not None:
            self.panel.begin()

    def tell_done(self, sentence: str) -> None:
        """Says what was done."""
        self._done(sentence)

    def _record(self, facts: Sequence[Fact], sentence: str) -> None:
        presenter = self.presenter
        saver(presenter.desk.school, presenter.author)(
            facts, saved=lambda: self._done(sentence), failed=background.show_trouble
        )
