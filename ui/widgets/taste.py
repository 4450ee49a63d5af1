"""Puts on how a pupil likes to read, has what they change written down, and takes it off when they go."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from scuola_digitale.domain.facts import Fact, PersonId, PreferenceSet
from scuola_digitale.domain.preferences import Preferences, settings_between
from scuola_digitale.school import SchoolMemory
from scuola_digitale.words import Catalogue, language, spoken
from ui import background
from ui.widgets.theme import Theme, Ways, dress, theme
from ui.widgets.tokens import ThemeName
from ui.widgets.tongue import speak_again, speak_in

_PAUSE_MS = 700
"""Who steps through sizes means the last one."""


class Taste(QObject):
    """What is worn by whoever sits here; before and after, the laptop's own look."""

    def __init__(self, school: SchoolMemory, parent: QObject) -> None:
        super().__init__(parent)
        self._school = school
        self._person: PersonId | None = None
        self._laptops: Theme | None = None
        self._laptops_words: Catalogue | None = None
        self._noted = Preferences()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._write)

    def put_on(self, person: PersonId | None) -> None:
        """Somebody came in: a pupil whose preferences are worn, or somebody who has none kept (None)."""
        self._laptops, self._laptops_words = theme(), spoken()
        if person is not None:
            liked = self._school.preferences(person)
            if liked != Preferences():
                wear(liked)
        self._noted = worn_now()
        self._person = person

    def notice(self) -> None:
        """The look changed: what the pupil changed is written down after a pause."""
        if self._person is not None and worn_now() != self._noted:
            self._pause.start()

    def take_off(self) -> None:
        """They go: what they changed last is written down, and the laptop looks as it did."""
        if self._pause.isActive():
            self._pause.stop()
            self._write()
        self._person = None
        before, self._laptops = self._laptops, None
        if before is not None:
            speak_again(self._laptops_words)
        app = QApplication.instance()
        if before is not None and isinstance(app, QApplication) and not _same_look(before, theme()):
            dress(app, before.name, scale=before.scale, reading_face=before.chosen_face, ways=before.ways)

    def _write(self) -> None:
        person, now, school = self._person, worn_now(), self._school
        if person is None:
            return
        settings = settings_between(self._noted, now)
        self._noted = now
        facts: list[Fact] = [PreferenceSet(person=person, setting=setting) for setting in settings]
        if facts:
            background.run("record", lambda: school.record(facts), _nothing)


def wear(liked: Preferences) -> None:
    """Dresses the window as somebody likes it; colours, size and language that they did not choose stay the laptop's."""
    if liked.language:
        speak_in(liked.language)
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    name: ThemeName = liked.colours or theme().name
    ways = Ways(
        letters=liked.letters,
        lines=liked.lines,
        ruler=liked.ruler,
        calm=liked.calm,
        still=liked.still,
        speech=liked.speech,
    )
    dress(
        app,
        name,
        scale=liked.scale / 100 if liked.scale else theme().scale,
        reading_face=liked.face or None,
        ways=ways,
    )


def worn_now() -> Preferences:
    """What is worn, as preferences."""
    worn = theme()
    ways = worn.ways
    settings = {
        "face": worn.chosen_face or "",
        "scale": round(worn.scale * 100),
        "colours": worn.name,
        "letters": ways.letters,
        "lines": ways.lines,
        "ruler": ways.ruler,
        "calm": ways.calm,
        "still": ways.still,
        "speech": ways.speech,
        "language": language(),
    }
    return Preferences(**settings)  # type: ignore[arg-type]  # each as the theme holds it


def _same_look(one: Theme, other: Theme) -> bool:
    return (one.name, one.scale, one.chosen_face, one.ways) == (
        other.name,
        other.scale,
        other.chosen_face,
        other.ways,
    )


def _nothing(_: None) -> None:
    """Written: nobody needs to be told."""
