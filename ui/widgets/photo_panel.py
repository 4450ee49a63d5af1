"""A pupil's photo, under their row: chosen from a file or taken with the camera, cut, saved, taken away."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.presenters.photos import PhotoPresenter
from ui.widgets.buttons import Button
from ui.widgets.camera import CameraEye, CameraMissingError, open_eye
from ui.widgets.faces import Face
from ui.widgets.flow import FlowLayout
from ui.widgets.layouts import clear
from ui.widgets.photo_file import cut_photo, open_photo
from ui.widgets.photo_square import PhotoSquare
from ui.widgets.pupil_panel import PupilPanel
from ui.widgets.text import Text

_FOCUS = Qt.FocusReason.OtherFocusReason


class PhotoPanel(PupilPanel):
    """The face as it is now, ways to another one, and the square while one is chosen."""

    def fill(self) -> None:
        self.photos = PhotoPresenter(self.presenter.desk, self.presenter.author)
        photos, pupil = self.photos, self.pupil
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(Face(pupil.avatar, 72, pupil.photo), 0, Qt.AlignmentFlag.AlignTop)
        told = photos.ask if photos.shown else photos.not_shown
        line.addWidget(Text(told.format(pupil.name), "ui", wrap=True), 1, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(line)
        self.place = QWidget()
        self._place = QVBoxLayout(self.place)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.setSpacing(8)
        self.column.addWidget(self.place)
        self.place.hide()
        self.square: PhotoSquare | None = None
        self.eye: CameraEye | None = None
        self.save: Button | None = None
        self.choose = self.button(photos.from_file, self._choose, icon="immagine")
        self.camera = self.button(photos.from_camera, self.look, icon="foto")
        self.take_away = self.button(photos.take_away, self._take_away, "quiet", icon="cestino")
        self.back = self.button(
            self.presenter.sheet.back, lambda: self.row.open_panel("sheet"), "quiet", icon="indietro"
        )
        ways = [self.choose, self.camera] if photos.shown else []
        kept = [self.take_away] if photos.has_photo(pupil) else []
        self.add_buttons(*ways, *kept, self.back)

    def begin(self) -> None:
        (self.choose if self.photos.shown else self.take_away).setFocus(_FOCUS)

    def use_file(self, path: Path) -> None:
        """Opens somebody's file, away from the window's thread."""
        self.do("open photo", lambda: open_photo(path), self.cut)

    def look(self) -> None:
        """Looks with the camera; without one, says so."""
        try:
            eye = open_eye(CameraEye, self, self.photos.no_camera)
        except CameraMissingError as missing:
            self.say_trouble(str(missing))
            return
        self.say_trouble("")
        eye.failed.connect(self._lose_camera)
        self.eye, self.square, self.save = eye, None, None
        shoot = self.button(self.photos.shoot, self.shoot, "primary")
        self._show(eye, shoot)
        shoot.setFocus(_FOCUS)

    def _lose_camera(self) -> None:
        self.eye = None
        clear(self._place)
        self.place.hide()
        self.say_trouble(str(CameraMissingError(self.photos.no_camera)))
        self.camera.setFocus(_FOCUS)

    def shoot(self) -> None:
        """Takes what the camera sees now."""
        if self.eye is None or self.eye.frame.isNull():
            return
        frame, eye = self.eye.frame.copy(), self.eye
        eye.stop()
        self.cut(frame)

    def cut(self, image: QImage) -> None:
        """Shows the square to be chosen in a picture."""
        photos = self.photos
        self.eye = None
        self.square = PhotoSquare(image, f"{photos.photo}: {self.pupil.name}", photos.how)
        self.save = self.button(photos.save, self._save, "primary")
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(18)
        line.addWidget(self.square, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(self._beside(self.square, self.save), 1)
        self._show(holder)
        self.square.setFocus(_FOCUS)

    def _beside(self, square: PhotoSquare, save: Button) -> QVBoxLayout:
        photos = self.photos
        self.nearer = self.button(photos.nearer, lambda: square.zoom(1), icon="piu")
        self.farther = self.button(photos.farther, lambda: square.zoom(-1))
        ways = QWidget()
        flow = FlowLayout(ways)
        flow.addWidget(self.nearer)
        flow.addWidget(self.farther)
        beside = QVBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(Text(photos.how, "small", "ink2", wrap=True))
        beside.addWidget(ways)
        beside.addSpacing(8)
        beside.addWidget(save, 0, Qt.AlignmentFlag.AlignLeft)
        beside.addStretch(1)
        return beside

    def _enable(self, *, enabled: bool) -> None:
        super()._enable(enabled=enabled)
        if self.save is not None:
            self.save.setEnabled(enabled)

    def _show(self, *widgets: QWidget) -> None:
        clear(self._place)
        for widget in widgets:
            self._place.addWidget(widget)
        self.place.show()

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.photos.from_file, "", self.photos.kinds)
        if name:
            self.use_file(Path(name))

    def _save(self) -> None:
        if self.square is None:
            return
        photos, pupil, image, cut = self.photos, self.pupil, self.square.image, self.square.cut
        self.do("save photo", lambda: photos.set_photo(pupil, cut_photo(image, cut)), self.row.tell_done)

    def _take_away(self) -> None:
        photos, pupil = self.photos, self.pupil
        self.do("take photo away", lambda: photos.take(pupil), self.row.tell_done)
