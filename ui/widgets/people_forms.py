"""The forms of the page of people: the class, a pupil, a teacher, a forgotten password."""

from collections.abc import Callable, Sequence

from scuola_digitale.domain.facts import Fact
from scuola_digitale.domain.school_terms import Grade
from ui.presenters.animals import animal_words
from ui.presenters.history import TITLE
from ui.presenters.people import STAYS, PeoplePresenter, StaffRow
from ui.widgets.accessible import Group
from ui.widgets.chips import FilterChip
from ui.widgets.choice import Choosing
from ui.widgets.flow import FlowLayout
from ui.widgets.form import Form

Said = Callable[[str], None]
"""Hears what to say when a form is done."""


class ClassForm(Form):
    """The name of the class and the grades that sit in it."""

    def __init__(self, presenter: PeoplePresenter, done: Said) -> None:
        super().__init__(presenter.class_title)
        self._presenter, self._say = presenter, done
        self.name = self.add_field(presenter.class_name, presenter.class_example)
        self.chips = {grade: FilterChip(grade.label) for grade in Grade}
        holder = Group()
        flow = FlowLayout(holder)
        for grade, chip in self.chips.items():
            chip.setCheckable(True)
            chip.setChecked(grade.is_primary)
            flow.addWidget(chip)
        self.add_labelled(presenter.class_grades, holder)
        self.add_button(presenter.save, self._save)
        self.before = self.add_button(TITLE(), self._show_before, "quiet", icon="riprova")
        self.before.hide()

    def offer_history(self) -> None:
        """Offers the earlier values once there is a class."""
        self.before.setVisible(self._presenter.class_history() is not None)

    def _show_before(self) -> None:
        from ui.widgets.history_dialog import HistoryDialog  # late: few days need it

        history = self._presenter.class_history()
        if history is not None:
            HistoryDialog(history, self._bring_back, self).open()

    def _bring_back(self, facts: Sequence[Fact], sentence: str) -> None:
        self.do("bring back class", lambda: self._presenter.record(facts), lambda _: self._say(sentence))

    def _save(self) -> None:
        name, grades = self.name.text(), [grade for grade, chip in self.chips.items() if chip.isChecked()]
        self.do("save class", lambda: self._presenter.save_class(name, grades), self._saved)

    def _saved(self, words: object) -> None:
        self.clear_fields()
        self._say(str(words))


class PupilForm(Form):
    """A pupil: name, grade, animal."""

    def __init__(self, presenter: PeoplePresenter, done: Said) -> None:
        super().__init__(presenter.pupil_title)
        self._presenter, self._say = presenter, done
        self.name = self.add_field(presenter.pupil_name)
        self.grade = Choosing(presenter.pupil_grade)
        self.animal = Choosing(presenter.pupil_animal)
        self.add_labelled(presenter.pupil_grade, self.grade)
        self.add_labelled(presenter.pupil_animal, self.animal)
        self.offer_grades()
        self.offer_animals()
        self.add_button(presenter.add, self._add, icon="piu")

    def offer_animals(self) -> None:
        """Offers the animals that are free now."""
        self.animal.offer(tuple((animal, animal_words(animal)) for animal in self._presenter.free_animals()))

    def offer_grades(self) -> None:
        """Offers the grades of the class."""
        self.grade.offer(tuple((grade.value, grade.label) for grade in self._presenter.grades()))

    def _add(self) -> None:
        name, grade, animal = self.name.text(), Grade(self.grade.chosen), self.animal.chosen
        self.do("add pupil", lambda: self._presenter.add_pupil(name, grade, animal), self._added)

    def _added(self, words: object) -> None:
        self.clear_fields()
        self._say(str(words))
        self.begin()


class StaffForm(Form):
    """A teacher: name, how she is called, password, for how long."""

    def __init__(self, presenter: PeoplePresenter, done: Said) -> None:
        super().__init__(presenter.new_staff_title, presenter.new_staff_detail)
        self._presenter, self._say = presenter, done
        self.name = self.add_field(presenter.staff_name)
        self.call = self.add_field(presenter.staff_call, presenter.staff_call_example)
        self.password = self.add_field(presenter.password, secret=True)
        self.stay = Choosing(presenter.stay)
        self.stay.offer(STAYS())
        self.add_labelled(presenter.stay, self.stay)
        self.add_button(presenter.let_in, self._add)

    def _add(self) -> None:
        name, call = self.name.text(), self.call.text()
        password, days = self.password.text(), self.stay.chosen
        self.do("add staff", lambda: self._presenter.add_staff(name, call, password, days), self._added)

    def _added(self, words: object) -> None:
        self.clear_fields()
        self._say(str(words))


class RecoveryForm(Form):
    """A new password for somebody who forgot theirs."""

    def __init__(self, presenter: PeoplePresenter, row: StaffRow, done: Said) -> None:
        super().__init__(f"{presenter.forgot}: {row.name}")
        self._presenter, self._whose, self._say = presenter, row, done
        self.password = self.add_field(presenter.new_word, secret=True)
        self.password.submitted.connect(self._give)
        self.add_button(presenter.give, self._give)

    def _give(self) -> None:
        password = self.password.text()
        self.do(
            "recover",
            lambda: self._presenter.recover(self._whose, password),
            lambda said: self._say(str(said)),
        )
