"""The pictures of every page, drawn from the demo school."""

from collections.abc import Container
from pathlib import Path

from scuola_digitale.domain.people import Role
from ui.demo import valdoro
from ui.demo.gallery import draw_gallery
from ui.demo.school import found_valdoro
from ui.home import Home
from ui.laptop import Laptop
from ui.presenters.sign_in import SignInPresenter, Teacher
from ui.widgets.opening import application


def draw_pictures(home: Home, out: Path, *, only: Container[str] | None = None) -> int:
    """Draws every page of a fresh demo school into `out`, or those so named; returns how many pictures."""
    application()
    demo = found_valdoro(home.folder / "immagini-scuola", lambda _step: None, morning=True)
    with Laptop.opened(demo.laptop(0), hint=valdoro.HINT()) as laptop:
        presenter = SignInPresenter(laptop.school)
        drawn = draw_gallery(
            laptop.desk(),
            out,
            pupil=next(pupil for pupil in laptop.school.pupils() if pupil.name == "Lucia"),
            teacher=_staff(presenter, "insegnante"),
            technician=_staff(presenter, "tecnico"),
            only=only,
        )
    return len(drawn)


def _staff(presenter: SignInPresenter, role: Role) -> Teacher:
    member = presenter.staff(role)[0]
    return presenter.unlock(member, valdoro.STAFF_PASSWORD)
