"""Sounds and films of the pack: what is seen, what is said, and a bar with one large button."""

import msgspec
from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from scuola_digitale.domain.captions import Caption, captions_at, captions_beside, read_captions
from scuola_digitale.domain.lesson import Media
from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import Worded, say
from ui.widgets.lesson.film import CaptionStrip, FilmScreen, FilmViewer
from ui.widgets.lesson.label import RichLabel
from ui.widgets.lesson.media_bar import MediaBar
from ui.widgets.lesson.player import Player
from ui.widgets.lesson.stack import Stack
from ui.widgets.lesson.surroundings import Surroundings
from ui.widgets.text import Text
from ui.widgets.theme import theme

NO_PLAYER = Worded(lambda: say("Qui non si sentono ancora suoni e filmati."))
CANNOT_PLAY = Worded(lambda: say("Questo suono o filmato non si apre."))


class MediaView(Stack):
    """A sound, or a film with its picture; the player is made at the first touch.

    `turned` tells whether it plays, `broken` that it never will.

    Attributes:
        is_recording: whether it is to be listened to alone.
        is_whole_lesson: whether somebody reads the whole lesson in it: then at the reader's own speed.
        is_broken: whether it could not be played.
        strip: where captions are read; None where the author gave none.
    """

    turned = Signal(bool)
    broken = Signal()

    def __init__(self, media: Media, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._media, self._around = media, around
        self.is_recording, self.is_whole_lesson = media.kind == "audio", media.whole_lesson
        self.is_broken = self._played = False
        self._begins_ms = 0
        self._player: Player | None = None
        self._screen: FilmScreen | None = None
        self._viewer: FilmViewer | None = None
        self._captions = self._read_captions()
        if media.kind == "video":
            self._screen = FilmScreen(media.title, self)
            self._screen.pressed.connect(self.play_or_pause)
            self.add(self._screen, below=0 if self._captions else 10)
        self.strip: CaptionStrip | None = CaptionStrip(self) if self._captions else None
        if self.strip is not None:
            self.add(self.strip)
            # Over a sound that nobody plays there would be a hole.
            self.strip.setVisible(self._screen is not None)
        self.bar = MediaBar(
            media.title, self, has_captions=bool(self._captions), is_film=media.kind == "video"
        )
        self._connect_bar()
        self.add(self.bar)
        self._trouble = Text("", "small-strong", "warning", wrap=True, parent=self)
        self.add(self._trouble, above=8)
        self._trouble.hide()
        if media.caption:
            self.add(RichLabel(media.caption, "caption", self, around=around), above=8)

    # What others ask of it

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
            self.bar.show_speed(self._player.go_at(theme().ways.speech / 100))

    def see_larger(self) -> None:
        """Shows the film as large as the window."""
        if self._screen is None or self._viewer is not None:
            return
        self._viewer = FilmViewer(self._media.title, self.bar.larger, self._screen.image())
        self._viewer.pressed.connect(self.play_or_pause)
        self._viewer.sought.connect(self._go)
        self._viewer.destroyed.connect(self._forget_viewer)
        if self._player is not None:
            self._player.tell()

    def say_trouble(self, words: str) -> None:
        """Says in words why it cannot be played."""
        self._trouble.setText(words)
        self._trouble.show()
        self.bar.play.setEnabled(False)
        self.is_broken = True
        self.broken.emit()

    # What the player tells

    def show_image(self, image: QImage) -> None:
        """Shows one picture of the film, wherever it is seen."""
        if self._screen is not None:
            self._screen.show_image(image)
        if self._viewer is not None:
            self._viewer.show_image(image)

    def show_time(self, now_ms: int, all_ms: int, *, playing: bool) -> None:
        """Tells bar and captions where it is."""
        self.bar.show_time(now_ms, all_ms, playing=playing)
        words = captions_at(self._captions, now_ms) if self.bar.captions.isChecked() else ""
        for strip in (self.strip, self._viewer.strip if self._viewer is not None else None):
            if strip is not None:
                strip.tell(words)
        if playing != self._played:
            self._played = playing
            self.turned.emit(playing)

    def cannot_play(self) -> None:
        """The file is damaged, or of a kind that is not known here."""
        self.say_trouble(CANNOT_PLAY())

    # How it is put together

    def _connect_bar(self) -> None:
        self.bar.play.clicked.connect(self.play_or_pause)
        self.bar.speed.clicked.connect(self._next_speed)
        self.bar.sought.connect(self._seek)
        self.bar.larger.clicked.connect(self.see_larger)
        self.bar.captions.toggled.connect(self._show_captions)

    def _read_captions(self) -> tuple[Caption, ...]:
        """What the author wrote beside the sound or film; what cannot be read of it was told to the author."""
        try:
            data = self._around.read(captions_beside(self._media.path))
        except ScuolaError:
            return ()
        from content.reading.typography import typographic  # late: few lessons have captions

        captions, _ = read_captions(data.decode("utf-8", "replace"))
        return tuple(msgspec.structs.replace(one, words=typographic(one.words)) for one in captions)

    def _show_captions(self, shown: bool) -> None:  # the signal's own signature
        if self.strip is not None:
            self.strip.setVisible(shown and (self._screen is not None or self._player is not None))
            self.updateGeometry()
        if self._player is not None:
            self._player.tell()

    def _forget_viewer(self) -> None:
        self._viewer = None

    def _open(self) -> Player | None:
        try:
            url = QUrl.fromLocalFile(str(self._around.media(self._media.path)))
            self._player = Player(
                url, self, self, is_film=self._screen is not None, begins_ms=self._begins_ms
            )
            self.take_speed()
        except ScuolaError as problem:
            self.say_trouble(str(problem))
        except ImportError:
            self.say_trouble(NO_PLAYER())
        self._show_captions(self.bar.captions.isChecked())
        return self._player

    def _next_speed(self) -> None:
        player = self._player or self._open()
        if player is not None:
            self.bar.show_speed(player.next_speed())

    def _seek(self, second: float) -> None:
        if self._player is not None:
            self._player.seek(second)

    def _go(self, seconds: float) -> None:
        if self._player is not None:
            self._player.go(seconds)
