"""Nobody sits here yet: the welcome of a new laptop, the sign-in and its doors."""

from collections.abc import Iterator

from ui.demo import other_desks
from ui.demo.portraits import with_photos
from ui.demo.state import State
from ui.presenters.figures import PictureLock
from ui.widgets.camera import CameraMissingError
from ui.widgets.card_door import CardDoor
from ui.widgets.staff_door import StaffDoor
from ui.widgets.welcome import Welcome
from ui.widgets.window import MainWindow


def welcome_states() -> Iterator[State]:
    """A laptop that is in no school yet."""
    yield State("0-benvenuti", welcome=lambda _: None)
    yield State("0-fonda", welcome=Welcome.found)
    yield State("0-fonda-errore", welcome=_found_without_words)
    yield State("0-entra", welcome=Welcome.join)


def _found_without_words(welcome: Welcome) -> None:
    welcome.found()
    welcome.steps.forms[0].buttons[0].click()


def door_states() -> Iterator[State]:
    """Who may come in, and how."""
    yield State("1-chi-sei")
    yield State("1-chi-sei-foto", desk=with_photos)
    yield State("1-chi-sei-nessuno", desk=other_desks.deserted)
    yield State("1-chi-sei-tanti", desk=other_desks.one_class)
    yield State("1-maestra", prepare=lambda window: window.sign_in.open_door("insegnante"))
    yield State("1-maestra-errore", prepare=_give_a_wrong_password)
    yield State("1-figure", prepare=_ask_for_figures)
    yield State("1-figure-errore", prepare=_touch_the_wrong_figures)
    yield State("1-tessera", prepare=lambda window: window.sign_in.open_card_door())
    yield State("1-tessera-errore", prepare=_write_a_wrong_word)
    yield State("1-tessera-senza-camera", prepare=_miss_the_camera)


def _ask_for_figures(window: MainWindow) -> None:
    guarded = [face.pupil for face in window.sign_in.faces() if PictureLock.guards(face.pupil)]
    if guarded:
        window.sign_in.choose(guarded[-1])
    if window.sign_in.lock is not None:
        for button in window.sign_in.lock.figures[3:5]:
            button.click()


def _touch_the_wrong_figures(window: MainWindow) -> None:
    _ask_for_figures(window)
    if window.sign_in.lock is not None:
        window.sign_in.lock.figures[0].click()


def _give_a_wrong_password(window: MainWindow) -> None:
    window.sign_in.open_door("insegnante")
    door = window.sign_in.door
    if isinstance(door, StaffDoor):
        door.key.field.set_text("prugnolo")
        door.enter.click()


def _write_a_wrong_word(window: MainWindow) -> None:
    window.sign_in.open_card_door()
    door = window.sign_in.door
    if isinstance(door, CardDoor):
        door.word.field.set_text("gatto-luna-12")
        door.enter.click()


def _miss_the_camera(window: MainWindow) -> None:
    window.sign_in.open_card_door()
    door = window.sign_in.door
    if isinstance(door, CardDoor):
        door.say_missing(CameraMissingError())
