"""The reading ruler lies over a whole line wherever the pointer is, and cuts none in two."""

from every_state import EVERYTHING, a_school
from pytestqt.qtbot import QtBot
from school_in_memory import pupil

from ui.widgets.lesson.run import TextRun
from ui.widgets.ruler import Ruler
from ui.widgets.session import Session
from ui.widgets.theme import Ways, dress
from ui.widgets.window import MainWindow

_AIR = 4


def test_the_band_stands_over_the_whole_line_under_the_pointer(qtbot: QtBot, qapp: object) -> None:
    dress(qapp, scale=2.0, ways=Ways(ruler=True))  # type: ignore[arg-type]  # the application
    window = MainWindow(a_school().desk)
    qtbot.addWidget(window)
    window.resize(911, 512)
    window.show()
    window.come_in(Session(pupil=pupil("Lucia")))
    page = window.open_lesson(EVERYTHING.head.ref)
    qtbot.waitUntil(lambda: page.column is not None and page.column.is_complete())
    ruler = window.findChild(Ruler)
    assert ruler is not None
    assert page.column is not None
    scroll = page._scroll
    runs = [one for one in page.column.widgets() if isinstance(one, TextRun)]
    paragraph = max(runs, key=lambda one: one.height())
    scroll.scroll_to(paragraph)
    above = paragraph.y() - scroll.top()

    bands = []
    for y in range(above + 2, above + min(paragraph.height(), 300), 3):
        ruler._y = y
        band = ruler.band()
        line = paragraph.line_at(y - above)
        assert (band.top() + _AIR - above, band.top() + band.height() - _AIR - above) == line
        bands.append(band.top())

    assert len(set(bands)) > 1, "it goes from line to line"
    ruler._y = scroll.height() + 10_000
    assert ruler.band().height() > 60, "where no text runs it is as high as ever"
    window.hand_over()
    dress(qapp)  # type: ignore[arg-type]
