"""Sounds and films of the pack: a bar with one button, and the film above it."""

from PySide6.QtCore import QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QAccessible, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from scuola_digitale.domain.lesson import Media
from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import Worded, say
from ui.presenters.italian import decimal_words
from ui.widgets import paint
from ui.widgets.chips import FilterChip
from ui.widgets.lesson.label import RichLabel
from ui.widgets.lesson.stack import Stack, let_grow
from ui.widgets.lesson.surroundings import Surroundings
from ui.widgets.pictures import icon
from ui.widgets.pressable import Pressable
from ui.widgets.text import Text
from ui.widgets.theme import theme

NO_PLAYER = Worded(lambda: say("Qui non si sentono ancora suoni e filmati."))
CANNOT_PLAY = Worded(lambda: say("Questo suono o filmato non si apre."))
SPEEDS = (1.0, 0.75, 1.25, 1.5)
_PRESS = 48


class MediaView(Stack):
    """A sound, or a film with its picture; the player is made at the first touch.

    `turned` tells whether it plays, `broken` that it never will.

    Attributes:
        is_recording: whether it is to be listened to alone.
        is_whole_lesson: whether somebody reads the whole lesson in it: then at the reader's own speed.
        is_broken: whether it could not be played.
    """

    turned = Signal(bool)
    broken = Signal()

    def __init__(self, media: Media, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._media, self._around = media, around
        self.is_recording, self.is_whole_lesson = media.kind == "audio", media.whole_lesson
        self.is_broken = False
        self._begins_ms = 0
        self._player: _Player | None = None
        self._screen: _Screen | None = None
        if media.kind == "video":
            self._screen = _Screen(media.title, self)
            self._screen.pressed.connect(self.play_or_pause)
            self.add(self._screen, below=10)
        self._bar = _Bar(media.title, self)
        self._bar.play.clicked.connect(self.play_or_pause)
        self._bar.speed.clicked.connect(self._next_speed)
        self._bar.sought.connect(self._seek)
        self.add(self._bar)
        self._trouble = Text("", "small-strong", "warning", wrap=True, parent=self)
        self.add(self._trouble, above=8)
        self._trouble.hide()
        if media.caption:
            self.add(RichLabel(media.caption, "caption", self, around=around), above=8)

    def play_or_pause(self) -> None:
        """Plays from where it stands, or waits."""
        player = self._player or self._open()
        if player is not None:
            player.play_or_pause()

    def pause(self) -> None:
        """Waits, if it plays."""
        if self._player is not None:
            self._player.pause()

    @property
    def is_playing(self) -> bool:
        """Whether it plays now."""
        return self._player is not None and self._player.is_playing

    @property
    def heard_ms(self) -> int:
        """How far it was heard; 0 after its end."""
        return self._player.heard_ms if self._player is not None else self._begins_ms

    def begin_at(self, heard_ms: int) -> None:
        """Will go on from where it was left."""
        self._begins_ms = heard_ms

    def take_speed(self) -> None:
        """The reader chose how fast they like to listen."""
        if self._player is not None and self.is_whole_lesson:
            self._bar.show_speed(self._player.go_at(theme().ways.speech / 100))

    def say_trouble(self, words: str) -> None:
        """Says in words why it cannot be played."""
        self._trouble.setText(words)
        self._trouble.show()
        self._bar.play.setEnabled(False)
        self.is_broken = True
        self.broken.emit()

    def _open(self) -> "_Player | None":
        try:
            path = self._around.media(self._media.path)
            self._player = _Player(
                QUrl.fromLocalFile(str(path)), self._bar, self._screen, self, self._begins_ms
            )
            self.take_speed()
        except ScuolaError as problem:
            self.say_trouble(str(problem))
        except ImportError:
            # Without its system libraries the very import of QtMultimedia fails.
            self.say_trouble(NO_PLAYER())
        return self._player

    def _next_speed(self) -> None:
        player = self._player or self._open()
        if player is not None:
            self._bar.show_speed(player.next_speed())

    def _seek(self, part: float) -> None:
        if self._player is not None:
            self._player.seek(part)


class _Player:
    """Holds Qt's player and tells the bar."""

    def __init__(
        self, url: QUrl, bar: "_Bar", screen: "_Screen | None", view: MediaView, begins_ms: int
    ) -> None:
        # Late: QtMultimedia costs 30 ms and may be missing.
        from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoSink

        self._bar, self._view, self._begins_ms, self._played = bar, view, begins_ms, False
        self._player = QMediaPlayer(view)
        self._player.setAudioOutput(QAudioOutput(self._player))
        self._playing = QMediaPlayer.PlaybackState.PlayingState
        self._loaded, self._over = QMediaPlayer.MediaStatus.LoadedMedia, QMediaPlayer.MediaStatus.EndOfMedia
        if screen is not None:
            sink = QVideoSink(self._player)
            sink.videoFrameChanged.connect(lambda frame: screen.show_image(frame.toImage()))
            self._player.setVideoSink(sink)
        self._player.positionChanged.connect(self._tell)
        self._player.durationChanged.connect(self._tell)
        self._player.playbackStateChanged.connect(self._tell)
        self._player.mediaStatusChanged.connect(self._begin)
        self._player.errorOccurred.connect(lambda *_: view.say_trouble(CANNOT_PLAY()))
        self._player.setSource(url)

    def play_or_pause(self) -> None:
        """Plays, or waits."""
        if self.is_playing:
            self._player.pause()
        else:
            self._player.play()

    def pause(self) -> None:
        """Waits."""
        self._player.pause()

    @property
    def is_playing(self) -> bool:
        """Whether it plays now."""
        return self._player.playbackState() == self._playing

    @property
    def heard_ms(self) -> int:
        """How far it was heard; 0 after its end."""
        is_over = self._player.mediaStatus() == self._over
        return 0 if is_over else self._begins_ms or self._player.position()

    def go_at(self, speed: float) -> float:
        """Goes at a speed; gives it."""
        self._player.setPlaybackRate(speed)
        return self._player.playbackRate()

    def next_speed(self) -> float:
        """Goes on to the next speed; gives it."""
        now = self._player.playbackRate()
        place = min(range(len(SPEEDS)), key=lambda at: abs(SPEEDS[at] - now))
        self._player.setPlaybackRate(SPEEDS[(place + 1) % len(SPEEDS)])
        return self._player.playbackRate()

    def _begin(self, status: object) -> None:
        """Goes to where it was left: a place can be gone to once the sound is there."""
        if self._begins_ms and status == self._loaded:
            self._player.setPosition(self._begins_ms)
            self._begins_ms = 0

    def seek(self, part: float) -> None:
        """Goes to a part of it, 0–1."""
        self._player.setPosition(round(self._player.duration() * part))

    def _tell(self) -> None:
        playing = self.is_playing
        self._bar.show_time(self._player.position(), self._player.duration(), playing=playing)
        if playing != self._played:
            self._played = playing
            self._view.turned.emit(playing)


class _Bar(QWidget):
    """Button, title, the time gone by, and the speed."""

    sought = Signal(float)

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.play = _Play(say("Ascolta: {title}", title=title), self)
        self.speed = FilterChip("1×", name=say("Velocità 1"), round_one=True)
        self.speed.setParent(self)
        self.speed.setCheckable(False)
        self._title = Text(title, "small-strong", parent=self)
        self._time = Text("", "small", "ink2", parent=self)
        self._line = _Line(self)
        self._line.sought.connect(self.sought)
        let_grow(self)

    def show_time(self, now_ms: int, all_ms: int, *, playing: bool) -> None:
        """Shows where it is."""
        self.play.show_playing(playing=playing)
        self._line.show_part(now_ms / all_ms if all_ms else 0.0)
        self._time.setText(
            say("{now} di {whole}", now=_minutes(now_ms), whole=_minutes(all_ms)) if all_ms else ""
        )
        self._place()

    def show_speed(self, speed: float) -> None:
        """Shows how fast it goes."""
        said = decimal_words(f"{speed:g}")
        self.speed.setText(f"{said}×")
        self.speed.setAccessibleName(say("Velocità {said}", said=said))
        self._place()

    def heightForWidth(self, width: int) -> int:
        return max(68, self._title.sizeHint().height() + theme().px(44))

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        paint.begin(painter)
        edge = worn.color("linea" if worn.high_contrast else "incavo")
        border = 2 if worn.high_contrast else 0
        paint.paper(painter, rect, worn.color("incavo"), edge, radius=16, border=border, lip=border)

    def _place(self) -> None:
        middle = self.height() // 2
        self.play.setGeometry(10, middle - _PRESS // 2, _PRESS, _PRESS)
        chip = self.speed.sizeHint()
        right = self.width() - 16 - chip.width()
        self.speed.setGeometry(right, middle - chip.height() // 2, chip.width(), chip.height())
        time = self._time.sizeHint()
        if self._time.text():
            right -= 14 + time.width()
            self._time.setGeometry(right, middle - time.height() // 2, time.width(), time.height())
        left = 10 + _PRESS + 14
        tall = self._title.sizeHint().height()
        self._title.setGeometry(left, middle - tall, right - left - 16, tall)
        self._line.setGeometry(left, middle + 2, right - left - 16, 20)


class _Play(Pressable):
    """The round button."""

    radius = _PRESS / 2

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__("", name=name, parent=parent)
        self._playing = False

    def show_playing(self, *, playing: bool) -> None:
        """Shows whether a touch plays or waits."""
        self._playing = playing
        self.setAccessibleDescription(say("in ascolto") if playing else "")
        self.update()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        worn = theme()
        ground = "primary" if self.isEnabled() else "linea"
        painter.setBrush(worn.color("primary_lip" if self.isDown() else ground))
        painter.drawEllipse(rect)
        side = 24
        drawn = icon("pausa" if self._playing else "play", worn.color("on_primary"), side, 2.6)
        at = (rect.width() - side) / 2
        painter.drawPixmap(round(at + (0 if self._playing else 1)), round(at), drawn)


class _Line(QSlider):
    """The time gone by; touched or moved by the arrow keys it goes there."""

    sought = Signal(float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, 1000)
        self.setAccessibleName(say("Punto dell’ascolto"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_part(self, part: float) -> None:
        """Fills to `part`, 0–1."""
        self.setValue(round(part * 1000))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.sought.emit(self.value() / 1000)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.sought.emit(min(1.0, max(0.0, event.position().x() / max(1, self.width()))))

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter = theme(), QPainter(self)
        paint.begin(painter)
        bar = QRectF(0, self.height() / 2 - 4, self.width(), 8)
        paint.pill(painter, bar, worn.color("foglio"), worn.color("bordo" if worn.high_contrast else "linea"))
        if self.value():
            gone = QRectF(bar.left(), bar.top(), max(8.0, bar.width() * self.value() / 1000), bar.height())
            paint.pill(painter, gone, worn.color("primary"))
        if self.hasFocus():
            paint.ring(painter, bar.adjusted(4, 2, -4, -2), 4)


class _Screen(QWidget):
    """Where a film is seen; a touch plays it."""

    accessible_role = QAccessible.Role.Graphic

    pressed = Signal()

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setAccessibleName(say("Filmato: {title}", title=title))
        let_grow(self)

    def show_image(self, image: QImage) -> None:
        """Shows one picture of the film."""
        changes = image.size() != self._image.size()
        self._image = image
        if changes:
            self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        size = self._image.size()
        return round(width * (size.height() / size.width() if not size.isEmpty() else 9 / 16))

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(self.width() or 320))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter, rect = theme(), QPainter(self), QRectF(self.rect())
        paint.begin(painter)
        painter.setBrush(worn.color("incavo"))
        painter.drawRoundedRect(rect, 16, 16)
        if not self._image.isNull():
            painter.drawImage(rect, self._image)
            return
        side = worn.px(56)
        drawn = icon("play", worn.color("ink2"), side)
        painter.drawPixmap(round(rect.center().x() - side / 2), round(rect.center().y() - side / 2), drawn)


def _minutes(milliseconds: int) -> str:
    minutes, seconds = divmod(max(0, milliseconds) // 1000, 60)
    return f"{minutes}:{seconds:02d}"
