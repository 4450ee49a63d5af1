"""Photos for the demo: drawn faces of children who do not exist, so that a school with photos can be looked at."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final, cast

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from scuola_digitale.domain.facts import PersonId
from scuola_digitale.domain.people import Pupil
from scuola_digitale.school import SchoolMemory
from ui.presenters.desk import Desk
from ui.presenters.keeping import PeopleCare
from ui.presenters.photo_cut import PhotoCut
from ui.widgets.photo_file import cut_photo

_SIDE: Final = 384


@dataclass(frozen=True, slots=True)
class _Look:
    """What tells one drawn child from another; `long` is how far the hair falls, 0 to 1."""

    ground: str
    skin: str
    hair: str
    shirt: str
    long: float = 0.0
    curls: bool = False
    glasses: bool = False


_LOOKS: Final = (
    _Look("#CFE0D6", "#F2C9A8", "#5B3A22", "#B5523B", long=1.0),
    _Look("#D9D5EA", "#8D5B3C", "#221914", "#2F6C63", curls=True),
    _Look("#F1DFBF", "#F6D7BE", "#D9A441", "#3C6E9E"),
    _Look("#C9DDEB", "#E0AC86", "#7A3E1D", "#7A5C99", long=0.6, glasses=True),
    _Look("#EBD3CB", "#C98F66", "#33241B", "#4F7A3A"),
    _Look("#DDE5C3", "#F4CDB0", "#A8542A", "#20577A", long=1.0, curls=True),
)


def portrait_of(number: int) -> QImage:
    """A drawn child, square; every sixth is the same."""
    look = _LOOKS[number % len(_LOOKS)]
    image = QImage(_SIDE, _SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor(look.ground))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_SIDE / 100, _SIDE / 100)
    painter.setPen(Qt.PenStyle.NoPen)
    _hair_behind(painter, look)
    _body(painter, look)
    _head(painter, look)
    painter.end()
    return image


@cache
def photo_of(number: int) -> bytes:
    """The same as a photo is kept."""
    image = portrait_of(number)
    return cut_photo(image, PhotoCut.of(image.width(), image.height()))


def _fill(painter: QPainter, colour: str) -> None:
    painter.setBrush(QColor(colour))


def _hair_behind(painter: QPainter, look: _Look) -> None:
    _fill(painter, look.hair)
    if look.long:
        painter.drawRoundedRect(QRectF(24, 30, 52, 30 + 26 * look.long), 22, 22)
    if look.curls:
        for x, y in ((26, 34), (30, 22), (42, 15), (58, 15), (70, 22), (74, 34), (25, 46), (75, 46)):
            painter.drawEllipse(QPointF(x, y), 10, 10)


def _body(painter: QPainter, look: _Look) -> None:
    _fill(painter, look.skin)
    painter.drawRoundedRect(QRectF(43, 62, 14, 20), 6, 6)
    _fill(painter, look.shirt)
    shoulders = QPainterPath()
    shoulders.moveTo(12, 101)
    shoulders.cubicTo(14, 80, 32, 76, 42, 75)
    shoulders.cubicTo(46, 81, 54, 81, 58, 75)
    shoulders.cubicTo(68, 76, 86, 80, 88, 101)
    painter.drawPath(shoulders)


def _head(painter: QPainter, look: _Look) -> None:
    _fill(painter, look.skin)
    for x in (28.5, 71.5):
        painter.drawEllipse(QPointF(x, 47), 4.5, 6)
    painter.drawEllipse(QPointF(50, 45), 22, 25)
    _fill(painter, look.hair)
    fringe = QPainterPath()
    fringe.moveTo(27, 44)
    fringe.cubicTo(24, 12, 76, 12, 73, 44)
    fringe.cubicTo(68, 30, 58, 31, 50, 30)
    fringe.cubicTo(40, 29, 32, 32, 27, 44)
    painter.drawPath(fringe)
    _fill(painter, "#2B211B")
    for x in (41, 59):
        painter.drawEllipse(QPointF(x, 47), 2.4, 3)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor("#8C4A3A"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawArc(QRectF(42, 49, 16, 12), 200 * 16, 140 * 16)
    if look.glasses:
        painter.setPen(QPen(QColor("#20577A"), 1.8))
        for x in (41, 59):
            painter.drawEllipse(QPointF(x, 47), 7, 7)
        painter.drawLine(QPointF(48, 46), QPointF(52, 46))
    painter.setPen(Qt.PenStyle.NoPen)


class _Photographed:
    """A school, and who keeps its roster, with photos of every other pupil; all else is as it was."""

    def __init__(self, behind: Any, school: SchoolMemory) -> None:
        self._behind, self._school = behind, school

    def __getattr__(self, name: str) -> Any:
        return getattr(self._behind, name)

    def pupils(self) -> tuple[Pupil, ...]:
        return tuple(
            one if place % 2 else msgspec.structs.replace(one, photo=photo_of(place // 2))
            for place, one in enumerate(self._school.pupils())
        )

    def shows_photos(self) -> bool:
        return True

    def photographed(self) -> Collection[PersonId]:
        return frozenset(one.person for one in self.pupils() if one.photo)


def with_photos(desk: Desk) -> Desk:
    """The same desk in a school that wants photos; nothing is written."""
    school = cast("SchoolMemory", _Photographed(desk.school, desk.school))
    if desk.open_people is None:
        return replace(desk, school=school)
    people = cast("PeopleCare", _Photographed(desk.people, desk.school))
    return replace(desk, school=school, open_people=lambda: people)
