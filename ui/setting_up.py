"""How a laptop comes into a school: it founds one, or it asks to join one that is there."""

import os
import re
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path

import msgspec

from scuola_digitale.clock import Clock, SystemClock
from scuola_digitale.domain.facts import PlessoFieldSet
from scuola_digitale.errors import ScuolaError
from scuola_digitale.storage.errors import AlreadyInSchoolError
from scuola_digitale.storage.founding import found_school
from scuola_digitale.storage.identity import FILE
from scuola_digitale.storage.joining import (
    Admission,
    ask_to_join,
    join,
    open_answer,
    read_request,
    school_digits,
)
from scuola_digitale.storage.school_store import School
from scuola_digitale.storage.staff_keys import LAPTOP_EFFORT, Effort, check_password
from scuola_digitale.words import say
from ui.home import Home

_CODE = re.compile(r"[A-Z]{4}[0-9A-Z]{6}")


class MissingWordsError(ScuolaError):
    """Something that must be said was left empty."""

    def __init__(self, what: str) -> None:
        super().__init__(
            say("Manca {what}.", what=what),
            remedy=say("Scrivilo e vai avanti: lo potrai cambiare più tardi."),
        )


class SchoolCodeError(ScuolaError):
    """A ministry's code that cannot be one."""

    def __init__(self) -> None:
        super().__init__(
            say("Il codice meccanografico non è scritto bene."),
            remedy=say("Sono dieci lettere e cifre, per esempio MCEE123456; se non lo sai, lascialo vuoto."),
        )


class SchoolWords(msgspec.Struct, frozen=True, kw_only=True):
    """What it takes to found a school.

    Attributes:
        school: the site's name, as people say it.
        code: the ministry's ten letters and digits, or empty.
        technician: the name of who looks after the computers.
        password: theirs; it guards the school's root.
        label: how people will call this laptop.
    """

    school: str
    code: str = ""
    technician: str = ""
    password: str = ""
    label: str = ""

    def check_school(self) -> None:
        """Refuses what is missing of the school's own words.

        Raises:
            MissingWordsError, SchoolCodeError: something is missing, or no such code can be.
        """
        if not self.school.strip():
            raise MissingWordsError(say("il nome della scuola"))
        if self.code and not _CODE.fullmatch(_tidy(self.code)):
            raise SchoolCodeError

    def check_technician(self) -> None:
        """Refuses what is missing of who looks after the computers.

        Raises:
            MissingWordsError, WeakPasswordError: a name is missing, or the password is too short.
        """
        if not self.technician.strip():
            raise MissingWordsError(say("il nome di chi segue i computer"))
        check_password(self.password, "tecnico")

    def check(self) -> None:
        """Refuses what is missing or too short.

        Raises:
            MissingWordsError, SchoolCodeError, WeakPasswordError: which of them.
        """
        self.check_school()
        self.check_technician()
        if not self.label.strip():
            raise MissingWordsError(say("il nome di questo portatile"))


def found(
    home: Home,
    words: SchoolWords,
    *,
    clock: Clock | None = None,
    random: Callable[[int], bytes] = os.urandom,
    effort: Effort = LAPTOP_EFFORT,
) -> str:
    """Founds a school on this laptop, wholly or not at all; gives the letters of its sheet (`Office.new_sheet`).

    Raises:
        AlreadyInSchoolError: it is in one.
        ScuolaError: `words` are not good, or the disk is full.
    """
    words.check()
    if (home.school / FILE).exists():
        raise AlreadyInSchoolError
    # Aside, and put in its place when it is whole: a cut in the middle leaves nothing behind.
    aside = home.school.with_name("scuola.nuova")
    shutil.rmtree(aside, ignore_errors=True)
    founding = found_school(
        plesso=site_id(words.school),
        plesso_name=words.school.strip(),
        clock=clock,
        random=random,
        effort=effort,
    )
    school = founding.laptop(aside, words.label.strip())
    try:
        technician = founding.staff(words.technician.strip(), "tecnico", "tecnico", words.password)
        author = school.unlock(technician, words.password)
        sheet = school.office(author, effort=effort).new_sheet()
        if words.code:
            school.record([PlessoFieldSet(field="code", value=_tidy(words.code))], author=author)
    finally:
        school.close()
    shutil.rmtree(home.school, ignore_errors=True)  # at most a request to join that nobody answered
    aside.rename(home.school)
    return sheet


def _tidy(code: str) -> str:
    return code.replace(" ", "").upper()


def site_id(name: str) -> str:
    """The id of a site: small letters and digits of its name."""
    plain = unicodedata.normalize("NFKD", name.lower())
    letters = "".join(one for one in plain if one.isascii() and one.isalnum())
    return letters[:40] or "sede"


class Newcomer:
    """A laptop in no school yet, on its way into one.

    Attributes:
        request: what it asks with, the same until it is answered.
        digits: six digits that the technician sees beside it.
    """

    def __init__(self, home: Home, *, random: Callable[[int], bytes] = os.urandom) -> None:
        self._home = home
        self._folder = home.school
        self._random = random
        self.request = ask_to_join(self._folder, random)
        self.digits = read_request(self.request).digits

    def leave_request(self, stick: Path) -> None:
        """Writes the request on a stick. Raises a ScuolaError where it cannot."""
        from sync.joining_stick import leave_request  # late: the welcome is drawn without it

        leave_request(stick, self.request)

    def answer_from(self, stick: Path) -> Admission:
        """What a stick brings for this laptop. Raises a ScuolaError where there is nothing good."""
        from sync.joining_stick import answer_on

        return open_answer(self._folder, answer_on(stick, self.request))

    def answer_by_code(self, address: str, code: str) -> Admission:
        """What the technician's laptop answers to a spoken code. Raises a ScuolaError where it does not."""
        from sync.joining_line import ask_by_code

        return open_answer(self._folder, ask_by_code(address, code, self.request, random=self._random))

    def enter(self, admission: Admission, stick: Path | None = None) -> str:
        """Goes into the school, with its region; gives the site's name. The stick's files are taken away."""
        from ui.region_trust import take_over  # late: the welcome is drawn without it

        school = join(self._folder, admission, clock=SystemClock(), random=self._random)
        try:
            name = school.plesso_name()
        finally:
            school.close()
        take_over(self._home, admission.region)
        if stick is not None:
            from sync.joining_stick import take_away

            take_away(stick, self.request)
        return name


def card_of(school: School) -> tuple[str, str, str]:
    """What a school shows of itself: its id and public root in hexadecimal, and its six digits."""
    root_key = school.identity.root_key
    return school.school_id.hex(), root_key.hex(), school_digits(root_key)


def found_from(home: Home, said: dict[str, str]) -> str:
    """Founds a school from what was written in the window, by the names of `SchoolWords`; see `found`."""
    return found(home, SchoolWords(**said))


def words_good(step: int, said: dict[str, str]) -> None:
    """Refuses what was written in a step (0 the school, 1 the technician, 2 the laptop) and before.

    Raises:
        MissingWordsError, SchoolCodeError, WeakPasswordError: which of them.
    """
    words = SchoolWords(**said)
    (words.check_school, words.check_technician, words.check)[step]()
