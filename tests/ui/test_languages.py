"""Languages: English says everything, a new one is one file, and nothing people read stands outside the words."""

import json
import os
import re
import string
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bracketed_window import unmarked
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from window_words import troubles_in_italian_alone

from scuola_digitale.words import Worded, in_italian, say, say_count, speak
from ui.home import Home
from ui.languages import (
    UnknownLanguageError,
    catalogue_file,
    choose_language,
    known_languages,
    language_name,
    read_catalogue,
    wanted_language,
)
from ui.translating import ROOT, gather, sentences, update
from ui.widgets.tongue import translate_qt

POLISH = """<TS version="2.1" language="pl" sourcelanguage="it">
 <extra-nome>Polski</extra-nome>
 <extra-plurale>n == 1 ? 0 : n % 10 >= 2 &amp;&amp; n % 10 &lt;= 4 ? 1 : 2</extra-plurale>
 <context><name>ui</name>
  <message><source>Ciao, {name}!</source><translation>Cześć, {name}!</translation></message>
  <message><source>Nota</source><comment>musica</comment><translation>Nuta</translation></message>
  <message numerus="yes"><source>{count} sassi</source>
   <translation><numerusform>{count} kamień</numerusform><numerusform>{count} kamienie</numerusform>
    <numerusform>{count} kamieni</numerusform></translation></message>
  <message><source>Più tardi</source><translation type="unfinished"/></message>
 </context>
</TS>"""


@pytest.fixture(autouse=True)
def _italian_again() -> Iterator[None]:
    yield
    speak(None)


def _told_by(program: str, *arguments: str) -> Any:
    """What one of the programs for tests found, in a process of its own."""
    path = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    done = subprocess.run(
        [sys.executable, str(ROOT / "tests" / program), *arguments],
        env={**os.environ, "PYTHONPATH": path, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


@pytest.fixture
def polish(tmp_path: Path) -> Path:
    catalogue_file("pl", tmp_path).write_text(POLISH, encoding="utf-8")
    return tmp_path


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_without_a_catalogue_everything_is_said_as_it_stands() -> None:
    assert say("Ciao, {name}!", name="Nora") == "Ciao, Nora!"
    assert say_count(1, "{count} sasso", "{count} sassi") == "1 sasso"
    assert say_count(3, "{count} sasso", "{count} sassi") == "3 sassi"


def test_a_new_language_is_one_file(polish: Path) -> None:
    assert known_languages(polish) == ("it", "pl")
    assert language_name("pl", polish) == "Polski"

    choose_language("pl", polish)

    assert say("Ciao, {name}!", name="Nora") == "Cześć, Nora!"
    assert [say_count(n, "{count} sasso", "{count} sassi") for n in (1, 3, 5)] == [
        "1 kamień",
        "3 kamienie",
        "5 kamieni",
    ]


def test_what_a_catalogue_lacks_stays_italian_and_senses_are_kept_apart(polish: Path) -> None:
    choose_language("pl", polish)

    assert (say("Nota"), say("Nota", sense="musica")) == ("Nota", "Nuta")
    assert (say("Più tardi"), say("Domani")) == ("Più tardi", "Domani")


@pytest.mark.parametrize("body", ["<TS", "<TS><extra-plurale>n ** 2; import</extra-plurale></TS>"])
def test_a_language_without_a_readable_file_is_refused_with_those_there_are(
    body: str, tmp_path: Path
) -> None:
    catalogue_file("xx", tmp_path).write_text(body, encoding="utf-8")

    for code in ("xx", "yy"):
        with pytest.raises(UnknownLanguageError) as refused:
            choose_language(code, tmp_path)
        assert "it, xx" in refused.value.remedy


def test_the_laptop_remembers_its_language_and_the_environment_goes_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SCUOLA_DIGITALE_LINGUA", raising=False)
    home = Home(tmp_path)
    assert wanted_language(home.settings().language) == "it"

    home.remember_language("en")
    assert wanted_language(home.settings().language) == "en"
    assert wanted_language("a language taken out by an update") == "it"

    monkeypatch.setenv("SCUOLA_DIGITALE_LINGUA", "it")
    assert wanted_language(home.settings().language) == "it"


def test_sentences_are_gathered_with_their_sense_and_their_forms() -> None:
    source = (
        "from scuola_digitale.words import say, say_count\n"
        "from ui.presenters.italian import count_words\n"
        'say("Nota", sense="musica")\nsay_count(n, "{count} è tuo", "{count} sono tuoi")\n'
        'count_words(len(all), "sasso", "sassi")\n'
    )

    assert [tuple(one) for one in sentences(source)] == [
        ("Nota", "musica", ""),
        ("{count} sono tuoi", "", "{count} è tuo"),
        ("{count} sassi", "", "{count} sasso"),
    ]
    assert list(sentences('from ui.commands.terminal import say\nsay("Fatto")')) == []


def test_bringing_a_catalogue_up_to_the_sources_keeps_what_was_translated(tmp_path: Path) -> None:
    module = tmp_path / "ui" / "page.py"
    module.parent.mkdir()
    module.write_text('from scuola_digitale.words import say\nsay("Nota", sense="musica")\nsay("Nuovo")\n')
    catalogue_file("pl", tmp_path).write_text(POLISH, encoding="utf-8")

    waiting = update("pl", tmp_path, tmp_path)

    assert waiting == 1
    assert read_catalogue("pl", tmp_path).forms == {("Nota", "musica"): ("Nuta",)}
    assert "Ciao" not in catalogue_file("pl", tmp_path).read_text("utf-8")
    assert language_name("pl", tmp_path) == "Polski"


@pytest.mark.parametrize("code", known_languages()[1:])
def test_every_language_of_the_program_says_everything(code: str) -> None:
    forms = read_catalogue(code).forms
    wanted = gather()

    missing = [one.italian for one in wanted if (one.italian, one.sense) not in forms]
    assert len(wanted) > 900
    assert missing == []


@pytest.mark.parametrize("code", known_languages()[1:])
def test_translations_keep_the_values_of_their_sentence(code: str) -> None:
    forms = read_catalogue(code).forms

    lost = [
        (italian, said)
        for (italian, _), many in forms.items()
        for said in many
        if _names(said) != _names(italian)
    ]
    assert lost == []


def test_all_that_people_read_can_be_translated(tmp_path: Path) -> None:
    """Walks every page in a language that brackets each sentence: what has no bracket was never marked."""
    assert _told_by("bracketed_window.py", str(tmp_path)) == {}


def test_no_constant_holds_words_of_the_language_that_was_spoken_when_it_was_made() -> None:
    """The language changes with whoever comes in: `TITLE = Worded(lambda: say("…"))` instead of `say("…")`."""
    assert _told_by("words_at_import.py") == []


def test_a_worded_constant_follows_the_language(polish: Path) -> None:
    greeting = Worded(lambda: say("Ciao, {name}!", name="Nora"))
    page = type("Page", (), {"greeting": greeting})()
    assert (greeting(), page.greeting) == ("Ciao, Nora!", "Ciao, Nora!")

    choose_language("pl", polish)

    assert (greeting(), page.greeting) == ("Cześć, Nora!", "Cześć, Nora!")
    with in_italian():
        assert greeting() == "Ciao, Nora!"


def test_the_walk_would_find_a_sentence_that_was_not_marked() -> None:
    assert unmarked("⟦Ciao, Nora⟧! Vai avanti", ("Nora",)) == "! Vai avanti"
    assert unmarked("⟦Hai posato ⟦3 sassi⟧.⟧ · Nora", ("Nora",)) == ""


def test_qts_own_words_are_ours_too(qapp: QApplication) -> None:
    translator = translate_qt()
    assert translator is not None
    try:
        assert QCoreApplication.translate("QWidgetTextControl", "&Copy") == "&Copia"
    finally:
        qapp.removeTranslator(translator)


def test_every_trouble_that_a_window_can_tell_is_said_in_its_language() -> None:
    assert list(troubles_in_italian_alone()) == []


def test_english_says_nothing_in_italian() -> None:
    italian = re.compile(
        r"\b(il|lo|gli|della|delle|degli|una|sono|questo|questa|perché|più|con|per|che|non)\b"
    )

    left = [said for many in read_catalogue("en").forms.values() for said in many if italian.search(said)]
    assert left == []
