"""A lesson on paper: the column in slices on A4, words as words, so that they can be searched and read aloud."""

from pathlib import Path

from PySide6.QtCore import QMarginsF, QPoint, QRect, QSize
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter, QRegion
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from scuola_digitale.errors import ScuolaError
from scuola_digitale.words import say
from ui.widgets.lesson.column import READING_WIDTH, Column
from ui.widgets.lesson.heading import HeadingView
from ui.widgets.theme import Theme, dress, theme

_MARGIN_MM = 15.0
_AIR = 40
"""Room at both sides of the column on paper, pixels together."""


class PaperRefusedError(ScuolaError):
    """The file could not be written."""

    def __init__(self, where: Path) -> None:
        super().__init__(
            say("Non riesco a scrivere «{name}».", name=where.name),
            remedy=say("Scegli un’altra cartella, o fai un po’ di posto."),
        )


def ask_where(parent: QWidget, title: str) -> Path | None:
    """Asks for the file to write; None when the reader changes their mind."""
    chosen, _ = QFileDialog.getSaveFileName(
        parent, say("Salva la lezione in PDF"), f"{title.replace('/', '-')}.pdf", "PDF (*.pdf)"
    )
    return Path(chosen) if chosen else None


def print_lesson(column: Column, where: Path) -> int:
    """Writes a whole column as a PDF, in light colours; gives how many pages it took.

    Raises:
        PaperRefusedError: the file cannot be written.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("printing needs a QApplication")
    worn, size = theme(), column.size()
    _wear(app, "chiaro", worn)
    try:
        wide = theme().px(READING_WIDTH) + _AIR
        column.resize(wide, column.heightForWidth(wide))
        app.sendPostedEvents()
        column.relay()
        return _write(column, where)
    finally:
        _wear(app, worn.name, worn)
        column.resize(size)
        column.relay()


def page_cuts(column: Column, height: int) -> list[tuple[int, int]]:
    """The slices of a column, top and bottom in pixels, none higher than `height`.

    A slice ends between two blocks where it can, never after a heading; a block higher than a page is cut.
    """
    blocks = [widget for widget in column.widgets() if not widget.isHidden()]
    cuts: list[tuple[int, int]] = []
    top, last = 0, 0
    for place, widget in enumerate(blocks):
        bottom = widget.geometry().bottom() + 1
        begins = _with_headings(blocks, place)
        if bottom - top > height and begins > top:
            cuts.append((top, _last_foot(blocks, begins, last)))
            top = begins
        while bottom - top > height:
            cuts.append((top, top + height))
            top += height
        last = bottom
    return [*cuts, (top, last)] if last > top else cuts


def _last_foot(blocks: list[QWidget], begins: int, last: int) -> int:
    """The foot of the last block that ends above a height, pixels; `last` where there is none."""
    feet = [widget.geometry().bottom() + 1 for widget in blocks if widget.geometry().bottom() < begins]
    return max(feet, default=last)


def _with_headings(blocks: list[QWidget], place: int) -> int:
    """Where a block begins, with the headings right above it, pixels."""
    while place > 0 and isinstance(blocks[place - 1], HeadingView):
        place -= 1
    return blocks[place].geometry().top()


def _write(column: Column, where: Path) -> int:
    try:
        where.touch()
    except OSError as refused:
        raise PaperRefusedError(where) from refused
    writer = QPdfWriter(str(where))
    writer.setTitle(column.accessibleName())
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM),
            QPageLayout.Unit.Millimeter,
        )
    )
    painter = QPainter()
    if not painter.begin(writer):
        raise PaperRefusedError(where)
    scale = writer.width() / column.width()
    cuts = page_cuts(column, int(writer.height() / scale))
    for number, (top, bottom) in enumerate(cuts):
        if number:
            writer.newPage()
        painter.save()
        painter.scale(scale, scale)
        painter.setClipRect(QRect(QPoint(0, 0), QSize(column.width(), bottom - top)))
        slice_ = QRegion(0, top, column.width(), bottom - top)
        column.render(painter, QPoint(0, 0), slice_, QWidget.RenderFlag.DrawChildren)
        painter.restore()
    if not painter.end():
        raise PaperRefusedError(where)
    return len(cuts)


def _wear(app: QApplication, name: str, worn: Theme) -> None:
    dress(app, name, scale=worn.scale, reading_face=worn.chosen_face)  # type: ignore[arg-type]  # a theme's name
