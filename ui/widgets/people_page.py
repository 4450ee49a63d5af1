"""Persone: the class, its pupils and who works in the school."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from scuola_digitale.domain.people import Pupil
from scuola_digitale.errors import ScuolaError
from scuola_digitale.school import Author
from scuola_digitale.words import say
from ui import background
from ui.presenters.animals import animal_words
from ui.presenters.desk import Desk
from ui.presenters.italian import grades_words
from ui.presenters.people import PeoplePresenter, StaffRow
from ui.presenters.photos import SchoolPhotosPresenter
from ui.presenters.pupil_sheet import SheetPresenter
from ui.presenters.pupils import PupilsPresenter
from ui.widgets.cards import Card, IconTile
from ui.widgets.empty import Empty
from ui.widgets.faces import Face
from ui.widgets.layouts import clear
from ui.widgets.notice import Tell
from ui.widgets.page import Page
from ui.widgets.people_forms import ClassForm, PupilForm, RecoveryForm, StaffForm
from ui.widgets.rows import RowList
from ui.widgets.school_photos import SchoolPhotosForm
from ui.widgets.sheet_card import SheetCard
from ui.widgets.text import Text
from ui.widgets.thing_row import ThingRow


class PeoplePage(Page):
    """What a school begins with: a class, some pupils, a teacher."""

    def __init__(self, desk: Desk, author: Author, tell: Tell) -> None:
        self.presenter = PeoplePresenter(desk, author)
        super().__init__(desk, self.presenter.title, self.presenter.detail)
        self._tell, self._author = tell, author
        self._rows: list[ThingRow] = []
        self._lists = QVBoxLayout()
        self._lists.setSpacing(8)
        self.body.addLayout(self._lists)
        self._forms = QVBoxLayout()
        self._forms.setSpacing(20)
        self.body.addSpacing(20)
        self.body.addLayout(self._forms)
        self.class_form = ClassForm(self.presenter, self._said)
        self.pupil_form = PupilForm(self.presenter, self._said)
        self.staff_form = StaffForm(self.presenter, self._said)
        self.recovery: RecoveryForm | None = None
        self.sheet: SheetCard | None = None
        for form in (self.class_form, self.pupil_form, self.staff_form):
            self._forms.addWidget(form)
        self.photos_form: SchoolPhotosForm | None = None
        if desk.open_people is not None:
            self.photos_form = SchoolPhotosForm(SchoolPhotosPresenter(desk, author), self._said, tell)
            self._forms.addWidget(self.photos_form)
        self.refresh()

    def refresh(self) -> None:
        super().refresh()
        presenter = self.presenter
        pupils, staff = presenter.pupils(), presenter.staff()
        if self.photos_form is not None:
            self.photos_form.show_now()
        if not self.is_new((pupils, staff, presenter.summary())):
            return
        self.class_form.offer_history()
        self.pupil_form.offer_animals()
        self.pupil_form.offer_grades()
        clear(self._lists)
        self._rows = []
        self._lists.addWidget(Text(presenter.pupils_title, "section"))
        if presenter.summary():
            self._lists.addWidget(Text(presenter.summary(), "small", "ink2", wrap=True))
        if pupils:
            self._add_list([self._pupil_row(pupil) for pupil in pupils])
        else:
            self._lists.addWidget(Empty(presenter.nobody, presenter.nobody_detail))
        self._lists.addSpacing(12)
        self._lists.addWidget(Text(presenter.staff_title, "section"))
        self._add_list([self._staff_row(one) for one in staff])

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        for row in self._rows:
            row.set_narrow(narrow=narrow)

    def ask_new_password(self, row: StaffRow) -> None:
        """Shows where a new password is written for somebody who forgot theirs."""
        if self.recovery is not None:
            self.recovery.deleteLater()
        self.recovery = RecoveryForm(self.presenter, row, self._recovered)
        self._forms.insertWidget(0, self.recovery)
        self.recovery.begin()

    def open_sheet(self, pupil: Pupil) -> None:
        """Shows a pupil's sheet, with what can be done for them."""
        self.close_sheet()
        presenter = PupilsPresenter(self.desk, self._author)
        self.sheet = SheetCard(pupil, presenter, self._sheet_done, self.close_sheet)
        self._forms.insertWidget(0, self.sheet)
        QTimer.singleShot(0, self.sheet, self._show_sheet)

    def close_sheet(self) -> None:
        """Closes it; what was not saved is forgotten."""
        if self.sheet is not None:
            self.sheet.hide()
            self.sheet.deleteLater()
            self.sheet = None

    def _show_sheet(self) -> None:
        if self.sheet is not None:
            self.body.activate()
            self.ensureWidgetVisible(self.sheet, 0, 24)
            self.sheet.begin()

    def _sheet_done(self, sentence: str) -> None:
        self.close_sheet()
        self._said(sentence)

    def ask_to_dismiss(self, row: StaffRow) -> None:
        """Asks before somebody's keys are taken back."""
        self._tell(
            self.presenter.dismiss_question(row),
            trouble=True,
            act=self.presenter.leaves,
            action=partial(self._dismiss, row),
        )

    def _dismiss(self, row: StaffRow) -> None:
        work = partial(self.presenter.dismiss, row)
        background.run("dismiss staff", work, self._said, self._failed, owner=self)

    def _failed(self, error: ScuolaError) -> None:
        self._tell(error.message, error.remedy, trouble=True)

    def _recovered(self, words: str) -> None:
        if self.recovery is not None:
            self.recovery.deleteLater()
            self.recovery = None
        self._said(words)

    def _said(self, words: str) -> None:
        self._tell(words)
        self.refresh()

    def _add_list(self, rows: list[ThingRow]) -> None:
        card = Card(padding=16)
        card.column.setContentsMargins(16, 4, 16, 7)
        some = RowList()
        for row in rows:
            row.set_narrow(narrow=self.narrow)
            some.add(row)
        self._rows += rows
        card.column.addWidget(some)
        self._lists.addWidget(card)

    def _staff_row(self, row: StaffRow) -> ThingRow:
        icon = "persone" if row.member.role == "insegnante" else "attrezzi"
        acts = [
            (self.presenter.forgot, "riprova", partial(self.ask_new_password, row)),
            (self.presenter.leaves, "chiudi", partial(self.ask_to_dismiss, row)),
        ]
        return ThingRow(IconTile(icon), row.name, row.detail, row.chip, acts if row.works_here else [])

    def _pupil_row(self, pupil: Pupil) -> ThingRow:
        sheet = (SheetPresenter.sheet, "quaderno", partial(self.open_sheet, pupil))
        acts = [sheet] if self.desk.open_people is not None else []
        return ThingRow(
            Face(pupil.avatar, 44, pupil.photo),
            pupil.name,
            say(
                "classe {grades} · {avatar}",
                grades=grades_words([pupil.grade]),
                avatar=animal_words(pupil.avatar),
            ),
            None,
            acts,
        )
