"""A real school with a class, three pupils and a teacher, and her page of them in the window."""

from pathlib import Path

from at_the_window import show_window
from pytestqt.qtbot import QtBot
from real_school import RealSchool

from scuola_digitale.domain.people import Pupil
from scuola_digitale.domain.school_terms import Grade
from scuola_digitale.storage.photos import set_photo
from ui import background
from ui.demo.portraits import photo_of
from ui.people_keeping import PeopleKeeper
from ui.presenters.sign_in import Teacher
from ui.widgets.pupil_sheet import SheetPanel
from ui.widgets.pupils_page import PupilsPage
from ui.widgets.session import Session

TEACHER_PASSWORD = "genziana"


class TeachersSchool(RealSchool):
    """With a class, three pupils and a teacher."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        care, author = self.laptop.care, self.technician.author
        self.laptop.people = PeopleKeeper(self.laptop.school, effort=self.laptop.care._effort)
        care.set_group(author, "pluriclasse I–V", [Grade.P1, Grade.P3, Grade.P5])
        for name, grade, animal in (
            ("Ortensia", Grade.P3, "gufo"),
            ("Tobia", Grade.P1, "tasso"),
            ("Zeno", Grade.P5, "lupo"),
        ):
            care.add_pupil(author, name, grade, animal)
        care.add_staff(author, "Nives", "maestra", "insegnante", TEACHER_PASSWORD)

    @property
    def teacher(self) -> Teacher:
        """The teacher, unlocked."""
        [member] = [one for one in self.laptop.school.staff() if one.role == "insegnante"]
        return Teacher(member, self.laptop.school.unlock(member.staff_id, TEACHER_PASSWORD))

    def names(self) -> list[str]:
        """Who stands in the roster."""
        return [one.name for one in self.laptop.school.pupils()]


def pupil(school: TeachersSchool, name: str) -> Pupil:
    """Somebody of the roster, by name."""
    return next(one for one in school.laptop.school.pupils() if one.name == name)


def give_photo(school: TeachersSchool, name: str, number: int = 0) -> None:
    """The teacher sets one of the drawn portraits as their photo."""
    set_photo(school.laptop.school, school.teacher.author, pupil(school, name).person, photo_of(number))


def pupils_page(school: TeachersSchool, qtbot: QtBot) -> PupilsPage:
    """The teacher's page of pupils, calm, in a window of its own."""
    window = show_window(school.laptop.desk(), qtbot)
    window.come_in(Session(staff=school.teacher))
    page = window.go_to("bambini")
    assert isinstance(page, PupilsPage)
    qtbot.waitUntil(lambda: not background.is_busy())
    return page


def open_sheet(page: PupilsPage, name: str) -> SheetPanel:
    """A touch on «Scheda» in a pupil's row."""
    page.row(name).buttons["sheet"].click()
    panel = page.row(name).panel
    assert isinstance(panel, SheetPanel)
    return panel
