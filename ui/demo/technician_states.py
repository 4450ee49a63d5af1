"""A technician's pages as they meet them."""

from collections.abc import Iterator

from scuola_digitale.domain.traces import SetAside
from ui.demo import other_desks
from ui.demo.portraits import with_photos
from ui.demo.settling import settle
from ui.demo.state import State
from ui.presenters.set_aside import aside_rows
from ui.widgets.packs_page import PacksPage
from ui.widgets.people_page import PeoplePage
from ui.widgets.session import Session
from ui.widgets.sync_page import SyncPage
from ui.widgets.window import MainWindow


def technician_states(technician: Session) -> Iterator[State]:
    """What a technician meets."""
    yield State("8-contenuti", technician, "contenuti")
    yield State("8-contenuti-vuoti", technician, "contenuti", desk=other_desks.bare)
    yield State("8-contenuti-novita", technician, "contenuti", _look_for_news)
    yield State("8-contenuti-togli", technician, "contenuti", _ask_to_remove)
    yield State("9-persone", technician, "persone")
    yield State("9-persone-scheda", technician, "persone", _open_a_sheet)
    yield State("9-persone-foto", technician, "persone", _look_at_the_photos, desk=with_photos)
    yield State("9-persone-errore", technician, "persone", _add_a_nameless_pupil)
    yield State("9-persone-parola", technician, "persone", _forget_a_password)
    yield State("9-portatili", technician, "portatili")
    yield State("9-sincronizzazione", technician, "sincronizzazione")
    yield State("9-sincronizzazione-corso", technician, "sincronizzazione", desk=other_desks.syncing)
    yield State("9-sincronizzazione-fatta", technician, "sincronizzazione", desk=other_desks.synced)
    yield State("9-sincronizzazione-guasto", technician, "sincronizzazione", desk=other_desks.in_trouble)
    yield State("9-sincronizzazione-da-parte", technician, "sincronizzazione", _set_something_aside)


def _open_a_sheet(window: MainWindow) -> None:
    page = window.go_to("persone")
    if isinstance(page, PeoplePage):
        page.open_sheet(window.desk.school.pupils()[0])


def _look_at_the_photos(window: MainWindow) -> None:
    page = window.go_to("persone")
    settle()
    if isinstance(page, PeoplePage) and page.photos_form is not None:
        page.ensureWidgetVisible(page.photos_form, 0, 24)


def _set_something_aside(window: MainWindow) -> None:
    page = window.go_to("sincronizzazione")
    if isinstance(page, SyncPage):
        reasons = (("author-signature-wrong", 2), ("device-not-admitted", 14), ("author-revoked", 1))
        found = [
            SetAside(reason=reason, device=bytes(16), label="Portatile Faggio", facts=facts)
            for reason, facts in reasons
        ]
        page.aside.show_rows(aside_rows(found))
        settle()
        page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())


def _look_for_news(window: MainWindow) -> None:
    page = window.go_to("contenuti")
    if isinstance(page, PacksPage) and page.news.look_button.isEnabled():
        page.news.look()


def _ask_to_remove(window: MainWindow) -> None:
    page = window.go_to("contenuti")
    if isinstance(page, PacksPage) and page.rows():
        page.ask_remove(page.rows()[0])


def _add_a_nameless_pupil(window: MainWindow) -> None:
    page = window.go_to("persone")
    if isinstance(page, PeoplePage):
        page.pupil_form.buttons[0].click()


def _forget_a_password(window: MainWindow) -> None:
    page = window.go_to("persone")
    if isinstance(page, PeoplePage):
        page.ask_new_password(page.presenter.staff()[0])
