"""What the technician reads of the laptops, and what is done for which of them."""

import dataclasses

import pytest
from care_in_memory import CareInMemory
from desk_in_memory import DeskInMemory, a_morning
from school_in_memory import SANDRO, Unlocked

from ui.presenters.laptops import LaptopsPresenter


@pytest.fixture
def parts() -> DeskInMemory:
    return a_morning()


@pytest.fixture
def presenter(parts: DeskInMemory) -> LaptopsPresenter:
    return LaptopsPresenter(parts.desk, Unlocked(SANDRO.staff_id))


def test_a_certificate_that_ends_soon_or_has_ended_is_told_and_may_be_renewed(
    presenter: LaptopsPresenter,
) -> None:
    chips = {row.label: (row.chip.words, row.may_renew) for row in presenter.rows()}

    assert chips == {
        "Armadio 1": ("questo", False),
        "Finestra 2": ("da rinnovare", True),
        "Vecchio": ("scaduto", True),
    }


def test_a_laptop_that_never_wrote_and_one_that_did_are_told_apart(presenter: LaptopsPresenter) -> None:
    details = {row.label: row.detail for row in presenter.rows()}

    assert "ancora nessuna" in details["Finestra 2"]
    assert "alle" in details["Armadio 1"]
    assert "il certificato è finito il" in details["Vecchio"]


def test_giving_up_a_laptop_changes_the_keys_without_it_alone(parts: DeskInMemory) -> None:
    desk = parts.desk
    presenter = LaptopsPresenter(desk, Unlocked(SANDRO.staff_id))
    [row] = [one for one in presenter.rows() if one.label == "Vecchio"]

    words = presenter.give_up(row)

    assert isinstance(desk.care, CareInMemory)
    assert desk.care.done == [("change_keys", row.device)]
    assert "«Vecchio» non legge più niente di nuovo" in words


def test_where_a_school_has_two_sites_each_laptop_tells_its_own(parts: DeskInMemory) -> None:
    sites = {"Armadio 1": ("valdoro",), "Finestra 2": ("piandisasso",)}
    assert not any("pless" in row.detail for row in LaptopsPresenter(parts.desk, _sandro()).rows())

    care = CareInMemory(parts.school, [], sites)
    desk = dataclasses.replace(parts.desk, open_care=lambda: care)
    details = {row.label: row.detail for row in LaptopsPresenter(desk, _sandro()).rows()}

    assert details["Armadio 1"].startswith("plesso valdoro · Ultime notizie")
    assert details["Finestra 2"].startswith("plesso piandisasso · ")
    assert details["Vecchio"].startswith("tutti i plessi · ")


def _sandro() -> Unlocked:
    return Unlocked(SANDRO.staff_id)
