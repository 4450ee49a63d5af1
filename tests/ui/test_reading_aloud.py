"""A lesson is read aloud: which sentences, which word is lit, how it begins, hurries and falls silent."""

import shutil
import wave
from collections.abc import Callable, Iterator
from pathlib import Path

import exercise_samples as samples
import pytest
from desk_in_memory import DeskInMemory
from hypothesis import given
from hypothesis import strategies as some
from lesson_samples import BLOCKS, says, worn
from lesson_shelf import LessonShelf, lesson_of
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot
from school_in_memory import pupil

from scuola_digitale.domain.exercise import Exercise, Matching
from scuola_digitale.domain.lesson import ExerciseBlock, Heading, Media
from scuola_digitale.domain.text import Spans, words
from scuola_digitale.errors import ScuolaError
from ui import background
from ui.presenters import reading_aloud
from ui.presenters.formula_words import spoken_spans
from ui.presenters.reading_aloud import NoVoiceError, Sentence, Stretch, Voice, sentences, word_times
from ui.widgets import voices
from ui.widgets.lesson import aloud
from ui.widgets.lesson.bar import LISTEN, SILENCE
from ui.widgets.lesson.media import MediaView
from ui.widgets.lesson.page import LessonPage
from ui.widgets.lesson.passages import GAP, Letters, passages_in
from ui.widgets.lesson.run import TextRun
from ui.widgets.lesson.tools import Tool

LESSON = lesson_of(
    says("Il muro è di pietra. Chi lo ha fatto?"),
    Heading(level=2, spans=words("Il pastore"), anchor="pastore"),
    BLOCKS["code"],
    BLOCKS["maths"],
    says("La fine."),
)


class FakeVoice:
    """Keeps what it was asked to say; the test says each sentence when it likes."""

    def __init__(self) -> None:
        self.said: list[tuple[str, int]] = []
        self.is_silent = True
        self.word: Callable[[int, int], None]
        self.done: Callable[[], None]
        self.failed: Callable[[ScuolaError], None]

    def speak(
        self,
        words: str,
        *,
        percent: int,
        word: Callable[[int, int], None],
        done: Callable[[], None],
        failed: Callable[[ScuolaError], None],
    ) -> None:
        self.said.append((words.strip(), percent))
        self.is_silent = False
        self.word, self.done, self.failed = word, done, failed

    def stop(self) -> None:
        self.is_silent = True


@pytest.fixture
def voice() -> FakeVoice:
    return FakeVoice()


@pytest.fixture
def page(qtbot: QtBot, voice: FakeVoice, monkeypatch: pytest.MonkeyPatch) -> Iterator[LessonPage]:
    def find(language: str, _owner: QObject) -> Voice:
        assert language == "it"
        return voice

    monkeypatch.setattr(aloud, "machine_voice", find)
    with worn():
        page = LessonPage(DeskInMemory(shelf=LessonShelf(LESSON)).desk, pupil("Lucia"), LESSON.head.ref)
        qtbot.addWidget(page)
        page.resize(1282, 768)
        page.show()
        qtbot.waitUntil(lambda: page.column is not None and page.column.is_complete())
        yield page
        page._bar.read_with(speech=100)
        background.wait_for_all()


def button(page: LessonPage) -> Tool:
    """The one that begins and ends the reading."""
    return next(one for one in page.findChildren(Tool) if one.text() in {LISTEN(), SILENCE()})


def lit_words(page: LessonPage) -> list[str]:
    """What is lit in the lesson."""
    runs = page.findChildren(TextRun)
    return [one.cursor.selectedText() for run in runs for one in QTextEdit.extraSelections(run)]


def test_the_lesson_is_read_from_its_title_to_its_end_without_its_code(
    page: LessonPage, voice: FakeVoice
) -> None:
    button(page).click()
    while not voice.is_silent and len(voice.said) < 20:
        before = len(voice.said)
        voice.done()
        if len(voice.said) == before:
            break

    said = [words for words, _ in voice.said]
    assert said[:4] == [LESSON.head.title, "Il muro è di pietra.", "Chi lo ha fatto?", "Il pastore"]
    assert "3 fratto 8" in said[4]
    assert said[-1] == "La fine."
    assert not any("print" in one for one in said)
    assert button(page).text() == LISTEN()


def test_the_word_that_is_said_is_lit_and_no_other(page: LessonPage, voice: FakeVoice) -> None:
    button(page).click()
    voice.done()

    voice.word(3, 7)
    assert lit_words(page) == ["muro"]
    voice.word(8, 9)
    assert lit_words(page) == ["è"]

    voice.done()
    voice.word(0, 3)
    assert lit_words(page) == ["Chi"]


def test_chosen_words_are_read_alone(page: LessonPage, voice: FakeVoice) -> None:
    run = page.findChildren(TextRun)[0]
    QTest.mouseDClick(run.viewport(), Qt.MouseButton.LeftButton, pos=run.area_of(5).center())

    button(page).click()
    voice.word(0, 4)
    assert lit_words(page) == ["muro"]
    voice.done()

    assert [words for words, _ in voice.said] == ["muro"]
    assert lit_words(page) == []


def test_a_recording_of_the_lesson_is_heard_before_the_machines_voice(
    qtbot: QtBot, voice: FakeVoice, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(aloud, "machine_voice", lambda _language, _owner: voice)
    monkeypatch.setattr(MediaView, "play_or_pause", lambda view: heard.append(view._media.title))
    recording = Media(
        kind="audio", path="media/letta.mp3", title="La lezione letta a voce", whole_lesson=True
    )
    lesson = lesson_of(recording, *(says("Una riga. " * 80) for _ in range(6)), BLOCKS["sound"])
    with worn():
        page = LessonPage(DeskInMemory(shelf=LessonShelf(lesson)).desk, pupil("Lucia"), lesson.head.ref)
        qtbot.addWidget(page)
        page.resize(1282, 768)
        page.show()
        qtbot.waitUntil(lambda: page.column is not None and page.column.is_complete())
        page._scroll.verticalScrollBar().setValue(page._scroll.verticalScrollBar().maximum())

        button(page).click()
        assert heard == ["La lezione letta a voce"]
        assert voice.said == []

        assert page.choosing is not None
        page.choosing.choose_all()
        button(page).click()
        assert len(heard) == 1
        assert voice.said
        background.wait_for_all()


def test_escape_and_a_second_touch_bring_silence(page: LessonPage, voice: FakeVoice) -> None:
    for by_key in (True, False):
        button(page).click()
        assert button(page).text() == SILENCE()
        voice.word(0, 3)

        if by_key:
            QTest.keyClick(page, Qt.Key.Key_Escape)
        else:
            button(page).click()

        assert voice.is_silent
        assert button(page).text() == LISTEN()
        assert lit_words(page) == []


def test_another_speed_goes_on_from_the_same_word(page: LessonPage, voice: FakeVoice) -> None:
    button(page).click()
    voice.done()
    voice.word(3, 7)

    page._bar.read_with(speech=60)

    assert voice.said[-1] == ("muro è di pietra.", 60)
    voice.word(0, 4)
    assert lit_words(page) == ["muro"]
    voice.done()
    assert voice.said[-1] == ("Chi lo ha fatto?", 60)


def test_a_lesson_that_is_left_falls_silent(page: LessonPage, voice: FakeVoice) -> None:
    button(page).click()

    page.leave()

    assert voice.is_silent


def test_a_machine_without_a_voice_says_so_with_a_remedy(
    page: LessonPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, str]] = []
    background.tell_troubles_to(lambda message, remedy: told.append((message, remedy)))
    assert page.aloud is not None

    def none_here(_language: str, _owner: QObject) -> Voice:
        raise NoVoiceError

    monkeypatch.setattr(aloud, "machine_voice", none_here)

    button(page).click()
    background.tell_troubles_to(None)

    assert told == [(NoVoiceError().message, NoVoiceError().remedy)]
    assert "espeak-ng" in told[0][1]
    assert button(page).text() == LISTEN()


def test_a_voice_that_breaks_off_says_why_and_leaves_nothing_lit(page: LessonPage, voice: FakeVoice) -> None:
    told: list[str] = []
    background.tell_troubles_to(lambda message, _remedy: told.append(message))
    button(page).click()
    voice.word(0, 3)

    voice.failed(NoVoiceError())
    background.tell_troubles_to(None)

    assert told == [NoVoiceError().message]
    assert button(page).text() == LISTEN()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Uno. Due! Tre?", ["Uno.", "Due!", "Tre?"]),
        ("Disse: «Vieni.» E andò…", ["Disse: «Vieni.»", "E andò…"]),
        ("Titolo\nRiga", ["Titolo", "Riga"]),
        (" … — \n", []),
        ("• Primo\n• Secondo", ["• Primo", "• Secondo"]),
        ("", []),
    ],
)
def test_a_text_is_said_sentence_by_sentence(text: str, said: list[str]) -> None:
    found = sentences([Stretch(text, 0, len(text))])

    assert [text[one.start : one.end].strip() for one in found] == said


def test_only_the_letters_asked_for_are_said() -> None:
    assert sentences([Stretch("Uno. Due. Tre.", 5, 9)]) == [Sentence(0, 5, 9)]


@given(some.text(alphabet="ab ,.;\n!", max_size=900))
def test_every_word_is_said_once_in_short_pieces(text: str) -> None:
    found = sentences([Stretch(text, 0, len(text))])

    said = " ".join(text[one.start : one.end] for one in found)
    assert sorted(reading_aloud._WORD.findall(said)) == sorted(reading_aloud._WORD.findall(text))


def test_words_share_the_time_of_their_sentence_in_order() -> None:
    times = word_times("La volpe, piano, esce.", 4.0)

    assert [(start, end) for _, start, end in times] == [(0, 2), (3, 8), (10, 15), (17, 21)]
    assert times[0][0] == 0
    assert [at for at, _, _ in times] == sorted(at for at, _, _ in times)
    assert times[-1][0] < 4


def test_without_any_voice_program_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voices, "_own_voice", lambda _language, _owner: None)
    monkeypatch.setattr(shutil, "which", lambda _program: None)
    owner = QObject()

    with pytest.raises(NoVoiceError):
        voices.find_voice("it", owner)


@pytest.mark.skipif(shutil.which(voices.ESPEAK) is None, reason="espeak-ng is not installed here")
def test_espeak_says_an_italian_sentence_slower_when_asked(tmp_path: Path) -> None:
    program = shutil.which(voices.ESPEAK)
    assert program is not None
    text = "La volpe è sotto il castagno, e aspetta."

    usual = voices.spoken_file(program, text, tmp_path / "uno.wav", language="it", speed=150)
    slow = voices.spoken_file(program, text, tmp_path / "due.wav", language="it", speed=90)

    assert 1 < usual < 6
    assert slow > usual * 1.3
    with wave.open(str(tmp_path / "uno.wav"), "rb") as sound:
        assert any(sound.readframes(sound.getnframes()))


def test_a_voice_program_that_fails_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(NoVoiceError):
        voices.spoken_file(str(tmp_path / "manca"), "Ciao", tmp_path / "x.wav", language="it", speed=150)


@pytest.mark.parametrize(
    ("exercise", "said"),
    [
        (samples.CHOICE, [one.spans for one in samples.CHOICE.options]),
        (samples.TRUE_FALSE, [one.spans for one in samples.TRUE_FALSE.statements]),
        (samples.ORDERING, [one.spans for one in samples.ORDERING.items]),
        (
            samples.MATCHING,
            [one.spans for one in (*samples.MATCHING.left_items, *samples.MATCHING.right_items)],
        ),
    ],
)
def test_an_exercise_is_read_with_what_there_is_to_choose(
    qtbot: QtBot, exercise: Exercise, said: list[Spans]
) -> None:
    lesson = lesson_of(says("Leggi."), ExerciseBlock(exercise=exercise))
    with worn():
        page = LessonPage(DeskInMemory(shelf=LessonShelf(lesson)).desk, pupil("Lucia"), lesson.head.ref)
        qtbot.addWidget(page)
        page.resize(1282, 768)
        page.show()
        qtbot.waitUntil(lambda: page.column is not None and page.column.is_complete())
        assert page.column is not None
        heard = [
            Letters(passage, aloud=True).text for _, passage in passages_in(page.column) if passage.aloud
        ]
        background.wait_for_all()

    place = next(at for at, words in enumerate(heard) if words == spoken_spans(exercise.question))
    after = heard[place + 1 :]
    assert {spoken_spans(one) for one in said} <= set(after)
    if isinstance(exercise, Matching):
        assert (
            after[: len(said) // 2]
            == [spoken_spans(one.spans) for one in exercise.left_items][: len(said) // 2]
        )


def test_a_gap_is_said_and_its_sentence_goes_on(qtbot: QtBot) -> None:
    lesson = lesson_of(ExerciseBlock(exercise=samples.CLOZE))
    with worn():
        page = LessonPage(DeskInMemory(shelf=LessonShelf(lesson)).desk, pupil("Lucia"), lesson.head.ref)
        qtbot.addWidget(page)
        page.show()
        qtbot.waitUntil(lambda: page.column is not None and page.column.is_complete())
        assert page.column is not None
        heard = [Letters(passage, aloud=True).text for _, passage in passages_in(page.column)]
        background.wait_for_all()

    sentence = next(words for words in heard if GAP() in words)
    assert "…" not in sentence
    assert (
        len(sentences([Stretch(sentence, 0, len(sentence))]))
        <= sentence.count(".") + sentence.count("\n") + 1
    )
