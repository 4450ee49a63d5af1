"""A real school on one laptop, quick to unlock, with its technician at the window."""

from pathlib import Path

import pytest
from school_samples import QUICK

from ui import setting_up
from ui.caretaking import Caretaker
from ui.home import Home
from ui.laptop import Laptop
from ui.presenters.sign_in import Teacher
from ui.setting_up import SchoolWords, found

TECHNICIAN_PASSWORD = "sasso e prugnolo"
WORDS = SchoolWords(
    school="Scuola di Pian di Sasso",
    technician="Elvio",
    password=TECHNICIAN_PASSWORD,
    label="Armadio 1",
)


def make_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Real argon2id everywhere, at low effort: what is locked says itself what opening it costs."""
    for function in (setting_up.found, Caretaker.__init__):
        defaults = function.__kwdefaults__ or {}
        monkeypatch.setattr(function, "__kwdefaults__", {**defaults, "effort": QUICK})


class RealSchool:
    """A founded school; `close` it."""

    def __init__(self, folder: Path) -> None:
        self.home = Home(folder).ready()
        found(self.home, WORDS, effort=QUICK)
        self.laptop = Laptop(self.home)
        self.laptop.care = Caretaker(self.laptop.home, self.laptop.school, self.laptop.line, effort=QUICK)

    @property
    def technician(self) -> Teacher:
        """The technician, unlocked."""
        [member] = [one for one in self.laptop.school.staff() if one.role == "tecnico"]
        return Teacher(member, self.laptop.school.unlock(member.staff_id, TECHNICIAN_PASSWORD))

    def close(self) -> None:
        """Closes the laptop."""
        self.laptop.close()
