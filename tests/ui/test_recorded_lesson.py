"""A teacher's own voice, from the file in her folder to the ear: heard, paused, hurried, gone on with, missed."""

import dataclasses
import math
import struct
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_in_memory import DeskInMemory
from lesson_samples import worn
from packs import write_source
from pytestqt.qtbot import QtBot
from school_in_memory import pupil

from content.packing.build import build_pack
from content.reading import read_pack
from scuola_digitale.errors import ScuolaError
from ui import background
from ui.home import Home
from ui.presenters.reading_aloud import NoVoiceError
from ui.shelf import Shelf
from ui.widgets.lesson import aloud
from ui.widgets.lesson.aloud import RecordingSilentError
from ui.widgets.lesson.bar import LISTEN, SILENCE
from ui.widgets.lesson.media import MediaView
from ui.widgets.lesson.page import LessonPage
from ui.widgets.lesson.tools import Tool

pytest.importorskip(
    "PySide6.QtMultimedia", reason="QtMultimedia lacks its system libraries", exc_type=ImportError
)

pytestmark = pytest.mark.qt_log_ignore(
    "^No audio device", "^PulseAudioService", "^Could not open media", extend=True
)
"""A machine for tests has no loudspeaker, and one of the files is meant to be no sound."""

SECONDS, RATE = 6, 8_000
LESSON = """---
id: fiume
titolo: Il fiume
materia: scienze
classi: [P3]
voce: ../media/letta.wav
---

Il fiume scende dal monte.

Poi arriva al mare.
"""


def _hum(path: Path) -> None:
    """A quiet sound as long as a short reading."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        waves = (round(900 * math.sin(step / 9)) for step in range(SECONDS * RATE))
        sound.writeframes(b"".join(struct.pack("<h", one) for one in waves))


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    """A laptop on which the teacher's folder was built and installed."""
    folder = write_source(tmp_path / "lezioni-mie", {"fiume.md": LESSON})
    _hum(folder / "media" / "letta.wav")
    source, problems = read_pack(folder)
    assert source is not None
    assert not any(one.blocking for one in problems)
    with Shelf.opened(Home(tmp_path / "portatile").ready()) as shelf:
        shelf.install(build_pack(source, tmp_path / "pacchetti").folder)
        yield shelf
        background.wait_for_all()


@pytest.fixture(params=["missing", "broken"])
def damaged_shelf(
    shelf: Shelf, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Shelf:
    """The same laptop, later: the recording is gone, or no longer a sound."""

    def damaged(_pack: str, _path: str) -> Path:
        if request.param == "missing":
            raise ScuolaError("Il file manca.", remedy="Installa di nuovo il pacchetto.")
        (tmp_path / "rotta.wav").write_bytes(b"RIFF of nothing" * 9)
        return tmp_path / "rotta.wav"

    monkeypatch.setattr(shelf, "media_path", damaged)
    return shelf


@pytest.fixture
def parts() -> DeskInMemory:
    return DeskInMemory()


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the machine's voice was asked for: a machine without one."""
    asked: list[str] = []

    def none_here(language: str, _owner: object) -> None:
        asked.append(language)
        raise NoVoiceError

    monkeypatch.setattr(aloud, "machine_voice", none_here)
    return asked


def _open(qtbot: QtBot, parts: DeskInMemory, shelf: Shelf) -> LessonPage:
    desk = dataclasses.replace(parts.desk, open_library=lambda: shelf)
    page = LessonPage(desk, pupil("Lucia"), "marche/fiume")
    qtbot.addWidget(page)
    page.resize(1282, 768)
    page.show()
    qtbot.waitUntil(lambda: page.column is not None and page.column.is_complete())
    return page


def _recording(page: LessonPage) -> MediaView:
    found: MediaView = page.findChildren(MediaView)[0]
    return found


def _listen(page: LessonPage) -> Tool:
    return next(one for one in page.findChildren(Tool) if one.text() in {LISTEN(), SILENCE()})


def test_her_voice_is_heard_paused_and_gone_on_with(
    qtbot: QtBot, parts: DeskInMemory, shelf: Shelf, spoken: list[str]
) -> None:
    with worn():
        page = _open(qtbot, parts, shelf)
        recording = _recording(page)
        assert recording.is_whole_lesson

        _listen(page).click()
        qtbot.waitUntil(lambda: recording.heard_ms > 300)
        assert _listen(page).text() == SILENCE()

        _listen(page).click()
        qtbot.waitUntil(lambda: not recording.is_playing)
        paused = recording.heard_ms
        assert _listen(page).text() == LISTEN()

        _listen(page).click()
        qtbot.waitUntil(lambda: recording.heard_ms > paused)
        page.leave()
        assert not recording.is_playing
        background.wait_for_all()
    assert spoken == []


def test_it_goes_at_the_speed_that_the_reader_likes(
    qtbot: QtBot, parts: DeskInMemory, shelf: Shelf, spoken: list[str]
) -> None:
    with worn():
        page = _open(qtbot, parts, shelf)
        page._bar.read_with(speech=60)

        _listen(page).click()
        qtbot.waitUntil(lambda: _recording(page).is_playing)
        assert _recording(page).bar.speed.text() == "0,6×"

        page._bar.read_with(speech=120)
        assert _recording(page).bar.speed.text() == "1,2×"
        page._bar.read_with(speech=100)
        page.leave()
        background.wait_for_all()


def test_a_lesson_opened_again_is_heard_from_where_it_was_left(
    qtbot: QtBot, parts: DeskInMemory, shelf: Shelf, spoken: list[str]
) -> None:
    lucia = pupil("Lucia").person
    with worn():
        page = _open(qtbot, parts, shelf)
        _listen(page).click()
        qtbot.waitUntil(lambda: _recording(page).heard_ms > 1_000)
        page.leave()
        background.wait_for_all()
        draft = parts.school.draft(lucia, "marche/fiume")
        assert draft is not None
        assert draft.heard_ms > 1_000

        again = _open(qtbot, parts, shelf)
        again.leave()
        background.wait_for_all()
        kept = parts.school.draft(lucia, "marche/fiume")
        assert kept is not None
        assert kept.heard_ms == draft.heard_ms, "a lesson that was only looked at forgets nothing"

        once_more = _open(qtbot, parts, shelf)
        _listen(once_more).click()
        qtbot.waitUntil(lambda: _recording(once_more).is_playing)
        qtbot.waitUntil(lambda: _recording(once_more).bar.line.value() >= 1)
        once_more.leave()
        background.wait_for_all()


def test_a_voice_that_cannot_be_heard_is_told_kindly_and_the_machine_reads(
    qtbot: QtBot,
    parts: DeskInMemory,
    damaged_shelf: Shelf,
    spoken: list[str],
) -> None:
    told: list[str] = []
    background.tell_troubles_to(lambda message, _remedy: told.append(message))
    with worn():
        page = _open(qtbot, parts, damaged_shelf)

        _listen(page).click()
        qtbot.waitUntil(lambda: spoken == ["it"])
        assert told[0] == RecordingSilentError().message
        assert _recording(page).is_broken

        _listen(page).click()
        assert spoken == ["it", "it"], "the second touch goes to the machine’s voice at once"
        page.leave()
        background.wait_for_all()
    background.tell_troubles_to(None)
