"""The standing words of the school: areas, grades and how they are written."""

from datetime import UTC, date, datetime
from enum import StrEnum

from scuola_digitale.words import Worded, say


class Area(StrEnum):
    """The four areas of the content."""

    SCUOLA = "scuola"
    CULTURA = "cultura"
    FORMAZIONE = "formazione"
    TEMPO_LIBERO = "tempo-libero"


class Grade(StrEnum):
    """A pupil's own year: five of primary school (P), three of lower secondary (S)."""

    P1 = "P1"
    P2 = "P2"
    P3 = "P3"
    P4 = "P4"
    P5 = "P5"
    S1 = "S1"
    S2 = "S2"
    S3 = "S3"

    @property
    def roman(self) -> str:
        """The year as schools write it, without the kind of school: `P4` → `IV`."""
        return ("I", "II", "III", "IV", "V")[int(self.value[1]) - 1]

    @property
    def label(self) -> str:
        """The year with the kind of school where it is needed: `IV`, `II media`."""
        return self.roman if self.is_primary else say("{grade} media", grade=self.roman)

    @property
    def is_primary(self) -> bool:
        """Whether the year belongs to primary school."""
        return self.value[0] == "P"


_FIRST_MONTH = 9


def year_began(day: date) -> date:
    """The 1 September with which the school year of a day began: in Italy all run to 31 August."""
    return date(day.year if day.month >= _FIRST_MONTH else day.year - 1, _FIRST_MONTH, 1)


def last_year(now_ms: int) -> tuple[str, int]:
    """The school year that ended last: as people write it (`2025/26`), and when it ended in ms since 1970 UTC.

    By the days of whoever sits at this laptop.
    """
    end = year_began(datetime.fromtimestamp(now_ms / 1000, UTC).astimezone().date())
    midnight = datetime(end.year, end.month, end.day).astimezone()
    return f"{end.year - 1}/{end.year % 100:02}", int(midnight.timestamp() * 1000)


AREA_LABELS: Worded[dict[Area, str]] = Worded(
    lambda: {
        Area.SCUOLA: say("Scuola"),
        Area.CULTURA: say("Cultura"),
        Area.FORMAZIONE: say("Formazione"),
        Area.TEMPO_LIBERO: say("Tempo libero"),
    }
)

SUBJECT_LABELS: Worded[dict[str, str]] = Worded(
    lambda: {
        "italiano": say("Italiano"),
        "matematica": say("Matematica"),
        "scienze": say("Scienze"),
        "storia": say("Storia"),
        "geografia": say("Geografia"),
        "inglese": say("Inglese"),
        "tecnologia": say("Tecnologia"),
        "musica": say("Musica"),
        "arte": say("Arte"),
        "educazione-civica": say("Educazione civica"),
        "educazione-fisica": say("Educazione fisica"),
        "luoghi": say("Luoghi"),
        "musei": say("Musei"),
        "teatro": say("Teatro"),
        "dialetto": say("Dialetto"),
        "tradizioni": say("Tradizioni"),
        "natura": say("Natura"),
        "mestieri": say("Mestieri"),
        "sicurezza": say("Sicurezza"),
        "digitale": say("Digitale"),
        "passeggiate": say("Passeggiate"),
        "giochi": say("Giochi"),
        "sport": say("Sport"),
        "cucina": say("Cucina"),
    }
)


def subject_label(subject: str) -> str:
    """The subject as people read it; an unknown one is shown as its author wrote it."""
    return SUBJECT_LABELS().get(subject, subject.replace("-", " ").capitalize())
