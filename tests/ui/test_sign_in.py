"""Coming in: figures, cards, guests, one after another; what is one pupil's is never the next one's."""

from collections.abc import Iterator

import pytest
from at_the_window import show_window, touch
from desk_in_memory import CARD, FIGURES, DeskInMemory, a_morning
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from school_in_memory import pupil

from scuola_digitale.domain.facts import PreferenceSet
from scuola_digitale.domain.people import Pupil
from scuola_digitale.domain.preferences import Preferences
from ui import background
from ui.presenters.figures import FIGURES as SHOWN
from ui.presenters.figures import PictureLock, card_code, card_word, owner_of_card
from ui.widgets.camera import CameraMissingError
from ui.widgets.card_camera import read_code
from ui.widgets.card_door import CardDoor
from ui.widgets.faces import FaceCard
from ui.widgets.picture_lock import LockPanel
from ui.widgets.reading_page import ReadingPage
from ui.widgets.ruler import Ruler
from ui.widgets.session import Session
from ui.widgets.staff_door import StaffDoor
from ui.widgets.theme import Ways, dress, theme
from ui.widgets.window import MainWindow


@pytest.fixture
def parts() -> DeskInMemory:
    return a_morning()


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, parts: DeskInMemory) -> Iterator[MainWindow]:
    dress(qapp, ways=Ways())
    yield show_window(parts.desk, qtbot)
    background.wait_for_all()
    dress(qapp, ways=Ways())


def _face(window: MainWindow, name: str) -> FaceCard:
    return next(face for face in window.sign_in.faces() if face.words() == name)


def _lock(window: MainWindow) -> LockPanel:
    lock = window.sign_in.lock
    assert lock is not None
    return lock


def _touch_figures(lock: LockPanel, figures: tuple[str, ...]) -> None:
    for figure in figures:
        touch(next(button for button in lock.figures if button.figure == figure))


def test_three_right_figures_in_order_let_a_pupil_in(window: MainWindow) -> None:
    touch(_face(window, "Irene"))
    lock = _lock(window)
    assert not lock.isHidden()

    _touch_figures(lock, FIGURES)

    assert window.pupil_here().name == "Irene"
    assert window.sign_in.lock is None


def test_the_right_figures_in_another_order_do_not(window: MainWindow) -> None:
    touch(_face(window, "Irene"))

    _touch_figures(_lock(window), tuple(reversed(FIGURES)))

    assert window.session is None
    assert "Riprova" in " ".join(
        label.text() for label in _lock(window).findChildren(type(_lock(window)._ask))
    )
    _touch_figures(_lock(window), FIGURES)
    assert window.session is not None


def test_figures_are_touched_with_the_keyboard_alone(window: MainWindow) -> None:
    _face(window, "Irene").setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(_face(window, "Irene"), Qt.Key.Key_Return)
    order = list(SHOWN())
    for figure in FIGURES:
        at = order.index(figure)
        lock = _lock(window)
        lock.begin()
        for _ in range(at // 3):
            QTest.keyClick(QApplication.focusWidget() or lock, Qt.Key.Key_Down)
        for _ in range(at % 3):
            QTest.keyClick(QApplication.focusWidget() or lock, Qt.Key.Key_Right)
        QTest.keyClick(QApplication.focusWidget() or lock, Qt.Key.Key_Space)

    assert window.session is not None


def test_a_neighbour_sees_stones_and_hears_only_how_many(window: MainWindow) -> None:
    touch(_face(window, "Irene"))
    shown: list[QImage] = []
    for figure in ("sole", "luna"):
        lock = _lock(window)
        _touch_figures(lock, (figure,))
        said = [part.accessibleName() for part in lock.findChildren(QWidget)]
        assert "1 figura su 3" in said
        slots = next(part for part in lock.findChildren(QWidget) if "su 3" in part.accessibleName())
        shown.append(slots.grab().toImage())
        touch(lock.back)
        touch(_face(window, "Irene"))

    assert shown[0] == shown[1]


def test_who_touched_the_wrong_animal_goes_back_and_nothing_is_kept(window: MainWindow) -> None:
    touch(_face(window, "Irene"))
    _touch_figures(_lock(window), FIGURES[:2])
    touch(_lock(window).back)
    assert window.sign_in.lock is None

    touch(_face(window, "Amina"))
    _touch_figures(_lock(window), FIGURES[2:])
    assert window.session is None


def test_a_card_lets_its_owner_in_however_its_word_is_typed(window: MainWindow) -> None:
    window.sign_in.open_card_door()
    door = window.findChild(CardDoor)
    assert door is not None
    QTest.keyClicks(door.word.field.line, "boh")
    QTest.keyClick(door.word.field.line, Qt.Key.Key_Return)
    assert door.word.error.text() == "Questa parola non è di nessuno. Riguarda la tessera e riprova."
    assert window.session is None

    door.word.field.set_text("")
    QTest.keyClicks(door.word.field.line, "Lepre Faggio 27 ")
    QTest.keyClick(door.word.field.line, Qt.Key.Key_Return)

    assert window.session == Session(pupil=next(one for one in _pupils(window) if one.name == "Elia"))


def _pupils(window: MainWindow) -> tuple[Pupil, ...]:
    return window.desk.school.pupils()


@pytest.mark.qt_log_ignore("pipewire")
def test_without_a_camera_the_word_is_asked_for_kindly(window: MainWindow) -> None:
    window.sign_in.open_card_door()
    door = window.findChild(CardDoor)
    assert door is not None

    touch(door.camera)

    assert str(CameraMissingError()) in [label.text() for label in door.findChildren(type(door._told))]
    assert QApplication.focusWidget() is door.word.field.line


def test_the_code_of_a_card_is_read_from_a_picture() -> None:
    image = QImage(300, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(card_code(CARD))).render(painter)
    painter.end()

    assert read_code(image) == CARD
    blank = QImage(60, 60, QImage.Format.Format_RGB32)
    blank.fill(Qt.GlobalColor.white)
    assert read_code(blank) == ""


def test_an_empty_card_is_nobodys() -> None:
    assert owner_of_card([pupil("Lucia")], "") is None
    assert owner_of_card([pupil("Lucia")], "-") is None


def test_card_words_are_short_and_many() -> None:
    words = {card_word(number * 7919) for number in range(500)}

    assert len(words) > 450
    assert max(map(len, words)) <= 20


def test_who_has_two_figures_or_none_is_not_asked() -> None:
    assert not PictureLock.guards(pupil("Lucia"))


def test_a_guest_reads_and_searches_and_leaves_no_trace(window: MainWindow, parts: DeskInMemory) -> None:
    before = len(parts.school.recorded)
    window.come_in(Session())

    assert [place.key for place in window.session.places()] == ["biblioteca", "cerca"]  # type: ignore[union-attr]
    window.open_lesson("marche/sibilla-e-fate")
    background.wait_for_all()
    QApplication.processEvents()
    window.hand_over()

    assert len(parts.school.recorded) == before


def test_a_password_that_opens_late_takes_no_guests_place(window: MainWindow, qtbot: QtBot) -> None:
    window.sign_in.open_door("insegnante")
    [door] = window.sign_in.findChildren(StaffDoor)
    door.key.field.set_text("genziana")
    door.enter.click()
    next(one for one, _, _ in window.sign_in._doors if one.words() == "Sono un ospite").click()

    qtbot.waitUntil(lambda: not background.is_busy())

    assert window.session == Session()


def test_handing_over_takes_two_clicks(window: MainWindow) -> None:
    touch(_face(window, "Lucia"))
    window.open_lesson("marche/sibilla-e-fate")

    touch(window.rail.me)
    touch(_face(window, "Tommaso"))

    assert window.session == Session(pupil=pupil("Tommaso"))


def test_what_a_pupil_likes_is_written_down_worn_again_and_never_by_the_next(
    window: MainWindow, parts: DeskInMemory, qtbot: QtBot
) -> None:
    lucia = pupil("Lucia").person
    touch(_face(window, "Lucia"))
    page = window.go_to("lettura")
    assert isinstance(page, ReadingPage)
    touch(page.chip("face", "Lexend"))
    touch(page.chip("letters", "2"))
    touch(page.chip("colours", "scuro"))
    touch(page.chip("ruler", "1"))

    touch(window.rail.me)

    qtbot.waitUntil(lambda: bool(parts.school.preferences(lucia).ruler))
    assert parts.school.preferences(lucia) == Preferences(
        face="Lexend", letters=2, colours="scuro", ruler=True
    )
    assert (theme().name, theme().reading_face, theme().ways) == ("chiaro", "Lora", Ways())
    touch(_face(window, "Tommaso"))
    assert (theme().name, theme().ways) == ("chiaro", Ways())
    touch(window.rail.me)
    touch(_face(window, "Lucia"))
    assert (theme().name, theme().reading_face) == ("scuro", "Lexend")
    assert theme().ways == Ways(letters=2, ruler=True)


def test_larger_text_by_the_keys_is_a_preference_too(
    window: MainWindow, parts: DeskInMemory, qtbot: QtBot
) -> None:
    touch(_face(window, "Lucia"))
    window.set_text_scale(1.5)

    window.hand_over()

    qtbot.waitUntil(lambda: parts.school.preferences(pupil("Lucia").person).scale == 150)
    assert theme().scale == 1.0


def test_coming_in_with_a_laptop_in_the_dark_writes_nothing(
    window: MainWindow, parts: DeskInMemory, qapp: QApplication
) -> None:
    dress(qapp, "scuro", scale=1.25)
    touch(_face(window, "Lucia"))
    window.hand_over()
    background.wait_for_all()

    assert not [fact for fact in parts.school.recorded if isinstance(fact, PreferenceSet)]
    assert (theme().name, theme().scale) == ("scuro", 1.25)


def test_who_likes_ordinary_text_finds_it_on_a_laptop_that_stands_at_twice_the_size(
    window: MainWindow, parts: DeskInMemory, qapp: QApplication, qtbot: QtBot
) -> None:
    dress(qapp, "chiaro", scale=2.0)
    touch(_face(window, "Lucia"))
    assert theme().scale == 2.0
    window.set_text_scale(1.0)

    window.hand_over()

    qtbot.waitUntil(lambda: parts.school.preferences(pupil("Lucia").person).scale == 100)
    assert theme().scale == 2.0
    touch(_face(window, "Lucia"))
    assert theme().scale == 1.0


def test_what_one_pupil_copied_the_next_cannot_paste(window: MainWindow, qapp: QApplication) -> None:
    board = qapp.clipboard()
    touch(_face(window, "Lucia"))
    board.setText("segreto di Lucia")

    window.hand_over()

    assert board.text() == ""


def test_a_ruler_lies_over_the_lesson_only_for_who_wants_one(window: MainWindow, qapp: QApplication) -> None:
    touch(_face(window, "Lucia"))
    window.open_lesson("marche/sibilla-e-fate")
    ruler = window.findChild(Ruler)
    assert ruler is not None
    assert ruler.isHidden()

    dress(qapp, ways=Ways(ruler=True))

    assert not ruler.isHidden()
    assert 40 <= ruler.band().height() <= 60
