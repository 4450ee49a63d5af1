"""The voices of this machine: its own, or espeak-ng's; found when somebody first wants to listen."""

import shutil
import subprocess
import wave
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTemporaryDir, QTimer, QUrl

from scuola_digitale.errors import ScuolaError
from ui import background
from ui.presenters.reading_aloud import NoVoiceError, Voice, word_times

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

ESPEAK = "espeak-ng"
_WORDS_A_MINUTE = 150
"""How fast espeak-ng speaks at 100 %: slower than its own 175, as one reads to a child."""
_LOOK_MS = 30
_PATIENCE_S = 20
_NO_ENGINES = {"mock", "none"}


def find_voice(language: str, owner: QObject) -> Voice:
    """The best voice here for a language (`it`, `en`).

    Raises:
        NoVoiceError: there is none, or no sound can be played.
    """
    return _own_voice(language, owner) or _espeak(language, owner)


def _own_voice(language: str, owner: QObject) -> Voice | None:
    try:
        # Late: it wakes the machine's speech service, and without libpulse the very import fails.
        from PySide6.QtTextToSpeech import QTextToSpeech
    except ImportError:
        return None
    for engine in QTextToSpeech.availableEngines():
        if engine in _NO_ENGINES:
            continue
        speech = QTextToSpeech(engine, owner)
        wanted = QLocale(language).language()
        locale = next((one for one in speech.availableLocales() if one.language() == wanted), None)
        if speech.state() != QTextToSpeech.State.Error and locale is not None:
            speech.setLocale(locale)
            return OwnVoice(speech)
        speech.deleteLater()
    return None


def _espeak(language: str, owner: QObject) -> Voice:
    program = shutil.which(ESPEAK)
    if program is None:
        raise NoVoiceError
    try:
        return EspeakVoice(program, language, owner)
    except ImportError as missing:
        raise NoVoiceError from missing


class OwnVoice:
    """The machine's own voice, through QtTextToSpeech."""

    def __init__(self, speech: "QTextToSpeech") -> None:
        from PySide6.QtTextToSpeech import QTextToSpeech

        self._speech = speech
        self._ready, self._error = QTextToSpeech.State.Ready, QTextToSpeech.State.Error
        self._saying = False
        self._word: Callable[[int, int], None] = _nothing
        self._done: Callable[[], None] = _nothing
        self._failed: Callable[[ScuolaError], None] = _nothing
        speech.sayingWord.connect(lambda _word, _number, start, length: self._word(start, start + length))
        speech.stateChanged.connect(self._turned)

    def speak(
        self,
        words: str,
        *,
        percent: int,
        word: Callable[[int, int], None],
        done: Callable[[], None],
        failed: Callable[[ScuolaError], None],
    ) -> None:
        """See `Voice`. A voice that does not tell its words lights the sentence as a whole."""
        self._word, self._done, self._failed = word, done, failed
        self._saying = True
        self._speech.setRate(max(-1.0, min(1.0, percent / 100 - 1)))
        word(0, len(words.rstrip()))
        self._speech.say(words)

    def stop(self) -> None:
        """See `Voice`."""
        self._saying = False
        self._speech.stop()

    def _turned(self, state: object) -> None:
        if self._saying and state == self._ready:
            self._saying = False
            self._done()
        elif self._saying and state == self._error:
            self._saying = False
            self._failed(NoVoiceError())


class EspeakVoice:
    """espeak-ng: each sentence becomes a sound file off the GUI thread, then it is played."""

    def __init__(self, program: str, language: str, owner: QObject) -> None:
        # Late, as above.
        from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer

        self._program, self._language, self._owner = program, language, owner
        self._folder = QTemporaryDir()
        self._played: Path | None = None
        self._ticket = 0
        self._times: list[tuple[float, int, int]] = []
        self._word: Callable[[int, int], None] = _nothing
        self._done: Callable[[], None] = _nothing
        self._player = QMediaPlayer(owner)
        self._player.setAudioOutput(QAudioOutput(self._player))
        self._over = QMediaPlayer.MediaStatus.EndOfMedia
        self._player.mediaStatusChanged.connect(self._turned)
        self._look = QTimer(owner)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._tell)

    def speak(
        self,
        words: str,
        *,
        percent: int,
        word: Callable[[int, int], None],
        done: Callable[[], None],
        failed: Callable[[ScuolaError], None],
    ) -> None:
        """See `Voice`."""
        self._word, self._done = word, done
        self._ticket += 1
        ticket, path = self._ticket, Path(self._folder.path()) / f"{self._ticket}.wav"

        def play(seconds: float) -> None:
            if ticket == self._ticket:
                self._times = word_times(words, seconds)
                self._player.setSource(QUrl.fromLocalFile(str(path)))
                self._player.play()
                self._look.start()
                if self._played is not None:
                    self._played.unlink(missing_ok=True)
                self._played = path

        speed = round(_WORDS_A_MINUTE * percent / 100)
        background.run(
            "speak",
            lambda: spoken_file(self._program, words, path, language=self._language, speed=speed),
            play,
            failed,
            owner=self._owner,
        )

    def stop(self) -> None:
        """See `Voice`."""
        self._ticket += 1
        self._look.stop()
        self._player.stop()

    def _tell(self) -> None:
        now = self._player.position() / 1000
        while self._times and self._times[0][0] <= now:
            _, start, end = self._times.pop(0)
            self._word(start, end)

    def _turned(self, status: object) -> None:
        if status == self._over and self._look.isActive():
            self._look.stop()
            self._done()


def spoken_file(program: str, words: str, path: Path, *, language: str, speed: int) -> float:
    """Has espeak-ng say words into a WAV file, `speed` words a minute; gives how many seconds they take.

    Raises:
        NoVoiceError: it could not.
    """
    command = [program, "-v", language, "-s", str(speed), "-w", str(path), "--stdin"]
    try:
        subprocess.run(
            command, input=words.encode("utf-8"), check=True, capture_output=True, timeout=_PATIENCE_S
        )
        with wave.open(str(path), "rb") as sound:
            return sound.getnframes() / sound.getframerate()
    except (OSError, subprocess.SubprocessError, wave.Error, EOFError) as problem:
        raise NoVoiceError from problem


def _nothing(*_told: object) -> None:
    """Nobody listens yet."""
