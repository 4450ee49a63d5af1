"""Plays a sound or film of the pack, and tells who shows it where it is."""

from typing import Protocol

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QImage

SPEEDS = (1.0, 0.75, 1.25, 1.5)


class Audience(Protocol):
    """Whoever shows what is played."""

    def show_image(self, image: QImage) -> None:
        """Shows one picture of the film."""

    def show_time(self, now_ms: int, all_ms: int, *, playing: bool) -> None:
        """Shows where it is."""

    def cannot_play(self) -> None:
        """Hears that it never will be played."""


class Player:
    """Holds Qt's player.

    Raises:
        ImportError: when made: without its system libraries the very import of QtMultimedia fails.
    """

    def __init__(
        self, url: QUrl, audience: Audience, owner: QObject, *, is_film: bool, begins_ms: int = 0
    ) -> None:
        # Late: QtMultimedia costs 30 ms and may be missing.
        from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoSink

        self._audience, self._begins_ms = audience, begins_ms
        self._player = QMediaPlayer(owner)
        self._player.setAudioOutput(QAudioOutput(self._player))
        self._playing = QMediaPlayer.PlaybackState.PlayingState
        self._loaded, self._over = QMediaPlayer.MediaStatus.LoadedMedia, QMediaPlayer.MediaStatus.EndOfMedia
        if is_film:
            sink = QVideoSink(self._player)
            sink.videoFrameChanged.connect(lambda frame: audience.show_image(frame.toImage()))
            self._player.setVideoSink(sink)
        self._player.positionChanged.connect(self.tell)
        self._player.durationChanged.connect(self.tell)
        self._player.playbackStateChanged.connect(self.tell)
        self._player.mediaStatusChanged.connect(self._begin)
        self._player.errorOccurred.connect(lambda *_: audience.cannot_play())
        self._player.setSource(url)

    @property
    def is_playing(self) -> bool:
        """Whether it plays now."""
        return self._player.playbackState() == self._playing

    @property
    def heard_ms(self) -> int:
        """How far it was heard; 0 after its end."""
        is_over = self._player.mediaStatus() == self._over
        return 0 if is_over else self._begins_ms or self._player.position()

    def play_or_pause(self) -> None:
        """Plays, or waits."""
        if self.is_playing:
            self._player.pause()
        else:
            self._player.play()

    def pause(self) -> None:
        """Waits."""
        self._player.pause()

    def go_at(self, speed: float) -> float:
        """Goes at a speed; gives it."""
        self._player.setPlaybackRate(speed)
        return self._player.playbackRate()

    def next_speed(self) -> float:
        """Goes on to the next speed; gives it."""
        now = self._player.playbackRate()
        place = min(range(len(SPEEDS)), key=lambda at: abs(SPEEDS[at] - now))
        return self.go_at(SPEEDS[(place + 1) % len(SPEEDS)])

    def seek(self, second: float) -> None:
        """Goes to a second of it."""
        self._player.setPosition(max(0, min(self._player.duration(), round(second * 1000))))

    def go(self, seconds: float) -> None:
        """Goes on by some seconds, or back."""
        self.seek(self._player.position() / 1000 + seconds)

    def tell(self, *_changed: object) -> None:
        """Tells where it is."""
        self._audience.show_time(self._player.position(), self._player.duration(), playing=self.is_playing)

    def _begin(self, status: object) -> None:
        """Goes to where it was left: a place can be gone to once the sound is there."""
        if self._begins_ms and status == self._loaded:
            self._player.setPosition(self._begins_ms)
            self._begins_ms = 0
