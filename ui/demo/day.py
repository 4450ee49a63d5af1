"""A school day at Valdoro, played offscreen through the real window: no line, a power cut, the line again."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from scuola_digitale.domain.board import Board, board
from scuola_digitale.domain.people import Pupil, Role
from scuola_digitale.storage.replica import Replica
from scuola_digitale.words import say
from ui import background
from ui.demo import valdoro
from ui.demo.answers import right_answer, wrong_answer
from ui.demo.hands import click, give, keep_picture, press
from ui.demo.school import DemoSchool, found_valdoro
from ui.laptop import Laptop
from ui.presenters.exercise import Saving
from ui.widgets.exercises.card import ExerciseCard
from ui.widgets.faces import FaceCard
from ui.widgets.lesson.page import LessonPage
from ui.widgets.opening import application
from ui.widgets.staff_door import StaffDoor
from ui.widgets.window import MainWindow

CUTS = 40
"""How many times the power goes, on the real log over a disk that forgets."""

PATIENCE_SECONDS = 60
SIZE = (1366, 768)


class Plan(msgspec.Struct, frozen=True):
    """What a pupil does today: exercises done rightly, then one that does not come off, then a raised hand."""

    right: int
    wrong: int = 0
    hand: bool = False


TODAY: dict[str, Plan] = {
    "Sofia": Plan(3),
    "Mattia": Plan(2),
    "Nora": Plan(3),
    "Elia": Plan(1),
    "Giulia": Plan(4),
    "Pietro": Plan(2, wrong=1),
    "Amina": Plan(2, wrong=2),
    "Lucia": Plan(6),
    "Tommaso": Plan(3),
    "Irene": Plan(2, hand=True),
    "Davide": Plan(6),
    "Samuele": Plan(1),
}


def play_day(folder: Path, pictures: Path) -> dict[str, Any]:
    """Founds Valdoro anew in `folder`, plays the day and tells what happened; pictures go into `pictures`."""
    began = time.monotonic()
    application()
    demo = found_valdoro(folder, lambda _step: None, morning=False)
    pictures.mkdir(parents=True, exist_ok=True)
    album = Album(pictures)
    library = _at_the_first_laptop(demo, album)
    _at_the_second_laptop(demo)
    survived = _power_cuts()
    exchanged = _the_line_returns(demo)
    drawn = _at_the_teachers_desk(demo, album)
    return {
        **library,
        "answers_recorded": sum(plan.right + plan.wrong for plan in TODAY.values()),
        **exchanged,
        "board_cells_filled": sum(drawn.count(state) for state in ("al-lavoro", "bloccata", "ha-finito")),
        "power_cut_survived": survived,
        "seconds": round(time.monotonic() - began, 1),
        "screenshots": [str(path) for path in album.paths],
    }


class Album:
    """The day's pictures, numbered as they are taken."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.paths: list[Path] = []

    def take(self, window: QWidget, name: str) -> None:
        """Takes a picture of the window as it stands."""
        settle()
        path = self._folder / f"{len(self.paths) + 1:02}-{name}.png"
        keep_picture(window, path)
        self.paths.append(path)


def settle() -> None:
    """Lets the work under way come back and the layouts find their place."""
    background.wait_for_all()
    for _ in range(5):
        QCoreApplication.processEvents()
    # Without an event loop of its own, Qt keeps what was left for later deletion.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wait_for(what: str, holds: Callable[[], object]) -> None:
    """Lets the window live until something holds.

    Raises:
        TimeoutError: it does not within a minute.
    """
    until = time.monotonic() + PATIENCE_SECONDS
    while not holds():
        if time.monotonic() > until:
            raise TimeoutError(what)
        QCoreApplication.processEvents()
        time.sleep(0.001)


def _open_window(laptop: Laptop) -> MainWindow:
    window = MainWindow(laptop.desk())
    window.resize(*SIZE)
    window.show()
    settle()
    return window


def _close(window: MainWindow) -> None:
    window.close()
    window.deleteLater()
    settle()


def _at_the_first_laptop(demo: DemoSchool, album: Album) -> dict[str, Any]:
    """Pupils at work without a line; gives what the library says."""
    with Laptop.opened(demo.laptop(0)) as laptop:
        window = _open_window(laptop)
        album.take(window, "chi-sei")
        for one in _pupils_at(0):
            pictured = album if one == "Lucia" else None
            _sit_down(window, laptop, one, pictured)
        report = _library_report(laptop, window, album)
        _close(window)
    return report


def _at_the_second_laptop(demo: DemoSchool) -> None:
    with Laptop.opened(demo.laptop(1)) as laptop:
        window = _open_window(laptop)
        for one in _pupils_at(1):
            _sit_down(window, laptop, one, None)
        _close(window)


def _pupils_at(laptop: int) -> list[str]:
    return [pupil.name for pupil in valdoro.PUPILS if pupil.laptop == laptop]


def _sit_down(window: MainWindow, laptop: Laptop, name: str, album: Album | None) -> None:
    """A pupil touches their animal, opens today's task, answers, and lets the next one in."""
    face = _face(window, name)
    click(face)
    _touch_figures(window)
    settle()
    if album:
        album.take(window, "oggi")
    pupil = window.pupil_here()
    lesson_ref = _todays_lesson(laptop, pupil)
    window.open_lesson(lesson_ref)
    page = window.findChild(LessonPage)
    if page is None:
        raise LookupError("the lesson did not open")
    wait_for("the lesson's column", lambda: page.cards is not None and page.column is not None)
    if album:
        album.take(window, "lezione")
    _do_exercises(window, page, TODAY[name], album)
    click(window.rail.me)
    settle()


def _touch_figures(window: MainWindow) -> None:
    """Opens the lock of a pupil who has one."""
    lock = window.sign_in.lock
    if lock is None:
        return
    own = next(pupil.figures for pupil in valdoro.PUPILS if pupil.name == lock.pupil.name)
    buttons = {button.figure: button for button in lock.figures}
    for figure in own:
        click(buttons[figure])


def _face(window: MainWindow, name: str) -> FaceCard:
    return next(card for card in window.sign_in.faces() if card.words() == name)


def _todays_lesson(laptop: Laptop, pupil: Pupil) -> str:
    newest = laptop.school.works()[0]
    task = newest.task_for(pupil.grade)
    if task is None:
        raise LookupError(f"nothing to do for {pupil.grade}")
    return task.lesson_ref


def _do_exercises(window: MainWindow, page: LessonPage, plan: Plan, album: Album | None) -> None:
    exercises = _cards(page)
    for number, card in enumerate(exercises[: plan.right]):
        give(card, right_answer(card.presenter.exercise))
        _wait_until_saved(card)
        if album and number == 0:
            page.go_to_exercise(0)
            album.take(window, "esercizio-giusto")
    for _ in range(plan.wrong):
        card = exercises[plan.right]
        give(card, wrong_answer(card.presenter.exercise))
        _wait_until_saved(card)
        press(card, say("Riprova"))
    if plan.hand:
        exercises[plan.right].presenter.ask_help()
        settle()


def _wait_until_saved(card: ExerciseCard) -> None:
    wait_for("«salvato»", lambda: card.presenter.saving is Saving.SAVED)


def _cards(page: LessonPage) -> list[ExerciseCard]:
    if page.column is None or page.cards is None:
        raise LookupError("the lesson is not drawn")
    page.column.draw_all()
    settle()
    return list(page.cards.cards)


def _library_report(laptop: Laptop, window: MainWindow, album: Album) -> dict[str, Any]:
    lessons = laptop.shelf.lessons()
    query = valdoro.SEARCHES[0]
    laptop.shelf.search_engine().search(valdoro.SEARCHES[1])
    result = laptop.shelf.search_engine().search(query)
    click(_face(window, "Lucia"))
    window.search(query)
    album.take(window, "cerca")
    window.go_to("biblioteca")
    album.take(window, "biblioteca")
    window.go_to("sassi")
    album.take(window, "i-miei-sassi")
    click(window.rail.me)
    packs = laptop.shelf.packs()
    return {
        "packs": len(packs),
        "lessons": len(lessons),
        "exercises": sum(len(lesson.exercises) for lesson in lessons),
        "sections_indexed": sum(
            len(laptop.shelf.sections(pack.head.pack_id)) for pack in packs if pack.searchable
        ),
        "search": {
            "query": query,
            "hits": len({hit.lesson_ref for hit in result.hits}),
            "ms": round(result.milliseconds, 1),
        },
    }


def _power_cuts() -> bool:
    # Late: APSW is needed here alone.
    from scuola_digitale.storage.power_cut import survives_power_cut

    return survives_power_cut(seed=time.time_ns() % 1_000_000, cuts=CUTS).survived


def _the_line_returns(demo: DemoSchool) -> dict[str, int]:
    """The region can be reached again: the pupils' laptops send, the teacher's receives."""
    # Late: the region's server is slow to import.
    from sync.region.serving import EmbeddedRegion

    region = EmbeddedRegion(demo.region)
    try:
        region.register(*demo.card())
        address = region.start()
        sent = sum(_exchange(demo, number, address) for number in range(len(valdoro.LAPTOPS)))
        with Laptop.opened(demo.laptop(valdoro.TEACHER_LAPTOP)) as laptop:
            laptop.line.sync_once(address)
            at_teacher = _facts_held(laptop.school.replica)
        at_region = _facts_held(region.replica(demo.card()[0]))
        return {"facts_sent": sent, "facts_at_region": at_region, "facts_at_teacher": at_teacher}
    finally:
        region.stop()


def _facts_held(replica: Replica) -> int:
    return sum(state.seq for state in replica.states(replica.scopes()))


def _exchange(demo: DemoSchool, number: int, address: str) -> int:
    with Laptop.opened(demo.laptop(number)) as laptop:
        return laptop.line.sync_once(address).sent


def _at_the_teachers_desk(demo: DemoSchool, album: Album) -> Board:
    with Laptop.opened(demo.laptop(valdoro.TEACHER_LAPTOP)) as laptop:
        window = _open_window(laptop)
        _come_in(window, "insegnante")
        album.take(window, "classe")
        drawn = _board(laptop)
        window.go_to("assegna")
        album.take(window, "assegna")
        click(window.rail.me)
        _come_in(window, "tecnico")
        album.take(window, "contenuti")
        window.go_to("sincronizzazione")
        album.take(window, "sincronizzazione")
        _close(window)
    return drawn


def _board(laptop: Laptop) -> Board:
    group, work = laptop.school.groups()[0], laptop.school.works()[0]
    exercises = {lesson.ref: lesson.exercises for lesson in laptop.shelf.lessons()}
    return board(
        work,
        group.grades,
        laptop.school.pupils(),
        laptop.school.progress,
        lambda ref: exercises.get(ref, ()),
    )


def _come_in(window: MainWindow, role: Role) -> None:
    """A member of staff types the demo's password."""
    window.sign_in.open_door(role)
    door = window.sign_in.findChild(StaffDoor)
    if door is None:
        raise LookupError("no door for staff")
    QTest.keyClicks(door.key.field.line, valdoro.STAFF_PASSWORD)
    click(door.enter)
    wait_for("the keys to open", lambda: window.session is not None)
