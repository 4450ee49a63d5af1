"""The board as a table: a line a pupil, those who wait first; for who reads by ear, or has very many pupils."""

from collections.abc import Sequence

import msgspec

from scuola_digitale.domain.people import Pupil
from scuola_digitale.words import Worded, say
from ui.presenters.board import CellView, ColumnView

HEADERS = Worded(
    lambda: (
        say("Alunno"),
        say("Classe"),
        say("Come va", sense="pupil"),
        say("Dove", sense="pupil"),
        say("Esercizi giusti"),
    )
)
"""What stands over the columns; the first one heads the rows."""
DETAIL = Worded(lambda: say("Chi ti aspetta è in alto. Invio apre le risposte di un alunno."))


class TableLine(msgspec.Struct, frozen=True, kw_only=True):
    """A pupil's line; `words` stand in the order of the headers."""

    pupil: Pupil
    words: tuple[str, ...]
    waits: bool


def title(theme: str) -> str:
    """What the table is of."""
    return say("«{theme}», alunno per alunno", theme=theme)


def table_lines(columns: Sequence[ColumnView]) -> tuple[TableLine, ...]:
    """The lines of a board: who waits first, then by grade."""
    lines = [_line(column, cell) for column in columns for cell in column.cells]
    return tuple(sorted(lines, key=lambda line: not line.waits))


def _line(column: ColumnView, cell: CellView) -> TableLine:
    done = sum(1 for step in cell.steps if step)
    counted = say("{done} su {total}", done=done, total=len(cell.steps)) if cell.steps else ""
    return TableLine(
        pupil=cell.pupil,
        words=(cell.pupil.name, column.grade.label, cell.chip.words, cell.need or cell.detail, counted),
        waits=cell.waits,
    )
