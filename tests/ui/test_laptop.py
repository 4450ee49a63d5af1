"""A laptop put together from its data folder."""

from pathlib import Path

import pytest

from content.bundled import bundled_sources, missing_sources
from scuola_digitale.storage.founding import found_school
from ui.home import Home
from ui.laptop import Laptop, NotInASchoolError


def _laptop(folder: Path) -> Home:
    home = Home(folder).ready()
    founding = found_school(plesso="prova", plesso_name="Prova")
    founding.laptop(home.school, "uno").close()
    return home


def test_a_new_laptop_gets_the_programs_own_lessons_by_itself(tmp_path: Path) -> None:
    with Laptop.opened(_laptop(tmp_path)) as laptop:
        laptop.begin()

    with Laptop.opened(Home(tmp_path)) as laptop:
        assert {pack.head.pack_id for pack in laptop.shelf.packs()} == {
            "marche/cultura",
            "marche/formazione",
            "marche/scuola",
            "marche/tempo-libero",
        }


def test_only_missing_or_older_packs_are_built_again() -> None:
    assert missing_sources({}) == bundled_sources()
    held = {f"marche/{folder.name}": 10_000 for folder in bundled_sources()}
    assert missing_sources(held) == ()
    assert [folder.name for folder in missing_sources({**held, "marche/scuola": 0})] == ["scuola"]


def test_a_folder_without_a_school_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(NotInASchoolError), Laptop.opened(Home(tmp_path)):
        pass
