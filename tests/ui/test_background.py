"""Slow work runs elsewhere and comes back as data; what fails is told in one place."""

import logging
import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from scuola_digitale.errors import ScuolaError
from ui import background


@pytest.fixture
def told() -> Iterator[list[str]]:
    troubles: list[str] = []
    background.tell_troubles_to(lambda message, remedy: troubles.append(f"{message} {remedy}"))
    yield troubles
    background.tell_troubles_to(None)


def _fail() -> int:
    raise ScuolaError("La chiavetta è piena.", remedy="Usane un'altra.")


def _break() -> int:
    return 1 // 0


def test_work_is_done_elsewhere_and_its_result_is_told_on_the_main_thread(qtbot: QtBot) -> None:
    outcome: list[tuple[int, int]] = []

    background.run("count", threading.get_ident, lambda there: outcome.append((there, threading.get_ident())))

    qtbot.waitUntil(lambda: bool(outcome))
    there, here = outcome[0]
    assert there != threading.main_thread().ident
    assert here == threading.main_thread().ident


def test_a_failure_is_told_in_words_in_the_one_place(qtbot: QtBot, told: list[str]) -> None:
    background.run("copy", _fail, lambda _: None)

    qtbot.waitUntil(lambda: bool(told))
    assert told == ["La chiavetta è piena. Usane un'altra."]


def test_a_failure_goes_to_the_caller_who_wants_it(qtbot: QtBot, told: list[str]) -> None:
    mine: list[ScuolaError] = []

    background.run("copy", _fail, lambda _: None, mine.append)

    qtbot.waitUntil(lambda: bool(mine))
    assert told == []


def test_a_bug_is_logged_with_its_trace_and_told_kindly(
    qtbot: QtBot, told: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        background.run("divide", _break, lambda _: None)
        qtbot.waitUntil(lambda: bool(told))

    assert told == [f"{background.BUG_MESSAGE()} {background.BUG_REMEDY()}"]
    assert "ZeroDivisionError" in caplog.text


def test_who_is_gone_is_not_called(qtbot: QtBot) -> None:
    owner, gate = QObject(), threading.Event()
    outcome: list[bool] = []

    background.run("wait", gate.wait, outcome.append, owner=owner)
    shiboken6.delete(owner)
    gate.set()
    background.wait_for_all()
    qtbot.wait(1)

    assert outcome == []
