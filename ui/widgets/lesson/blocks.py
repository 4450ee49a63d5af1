"""From the blocks of a lesson to the widgets that draw them."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from scuola_digitale.domain.lesson import (
    AnyBlock,
    Callout,
    Code,
    Definitions,
    Details,
    ExerciseBlock,
    Figure,
    Heading,
    Listing,
    Maths,
    Media,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from ui.widgets.lesson.boxes import CalloutView, DetailsView, QuoteView, RuleView
from ui.widgets.lesson.equation import Equation
from ui.widgets.lesson.figure import FigureView
from ui.widgets.lesson.heading import HeadingView
from ui.widgets.lesson.label import RichLabel
from ui.widgets.lesson.run import TextRun, is_running_text
from ui.widgets.lesson.stack import Stack
from ui.widgets.lesson.surroundings import Surroundings

Unit = tuple[AnyBlock, ...]
"""Blocks that one widget draws: a run of text, or a block alone."""

FIRST_CHUNK = 6
"""Of how many units the pictures are read before a lesson is shown: more than a screen holds."""

_GAPS: dict[type, tuple[int, int]] = {
    Heading: (36, 10),
    Callout: (4, 24),
    Figure: (4, 24),
    Maths: (4, 24),
    Table: (4, 28),
    Code: (4, 24),
    Details: (0, 20),
    Quote: (4, 22),
    Media: (0, 22),
    Rule: (16, 28),
    ExerciseBlock: (8, 28),
}
_RUN_GAPS = (0, 20)


def units(blocks: Sequence[AnyBlock]) -> list[Unit]:
    """Blocks in the order they stand, those of running text joined."""
    joined: list[Unit] = []
    running = False
    for block in blocks:
        runs = is_running_text(block)
        if runs and running:
            joined[-1] = (*joined[-1], block)
        else:
            joined.append((block,))
        running = runs
    return joined


def gaps_of(unit: Unit) -> tuple[int, int]:
    """Pixels above and below a unit at 100 %."""
    block = unit[0]
    if isinstance(block, Heading) and block.level > 2:
        return 26, 6
    return _GAPS.get(type(block), _RUN_GAPS)


def put(unit: Unit, around: Surroundings, stack: Stack, *, at: int | None = None) -> QWidget | None:
    """Draws a unit at the foot of a stack, or at a place in it; gives its widget, or None where nothing is shown."""
    widget = _widget(unit, around, stack)
    if widget is not None:
        above, below = gaps_of(unit)
        stack.add(widget, above=above, below=below, at=at)
    return widget


def fill(around: Surroundings, stack: Stack, blocks: Sequence[AnyBlock]) -> None:
    """Draws blocks at the foot of a stack."""
    for unit in units(blocks):
        put(unit, around, stack)


def _widget(unit: Unit, around: Surroundings, parent: Stack) -> QWidget | None:
    block = unit[0]
    if is_running_text(block):
        return TextRun(unit, around, parent)
    return _single(block, around, parent)


def _single(block: AnyBlock, around: Surroundings, parent: Stack) -> QWidget | None:
    inside = partial(fill, around)
    match block:
        case Heading():
            return HeadingView(block, around, parent)
        case Callout():
            return CalloutView(block, inside, parent)
        case Details():
            return DetailsView(block, inside, parent)
        case Quote():
            return QuoteView(block, inside, parent)
        case Figure():
            return FigureView(block, around, parent)
        case Maths():
            return Equation(block.tex, parent, around.language)
        case Rule():
            return RuleView(parent)
        case ExerciseBlock():
            return around.exercise(block, parent)
        case _:
            return _rarer(block, around, parent)


def _rarer(block: AnyBlock, around: Surroundings, parent: Stack) -> QWidget | None:
    # Late: lessons without a table, code or sound never pay for them.
    match block:
        case Table():
            from ui.widgets.lesson.table import TableView

            return TableView(block, around, parent)
        case Code():
            from ui.widgets.lesson.code import CodeView

            return CodeView(block, parent)
        case Media():
            from ui.widgets.lesson.media import MediaView

            return MediaView(block, around, parent)
        case Listing():
            return _mixed_list(block, around, parent)
        case Definitions():
            return _mixed_definitions(block, around, parent)
        case _:
            return None


def _mixed_list(listing: Listing, around: Surroundings, parent: Stack) -> Stack:
    """A list whose items hold more than words: each item a line with its marker, then its blocks."""
    column = Stack(parent)
    for place, item in enumerate(listing.items):
        lead = tuple(block for block in item if isinstance(block, Paragraph))[:1]
        head = Listing(ordered=listing.ordered, items=(lead,), start=listing.start + place)
        column.add(TextRun((head,), around, column), below=8)
        rest = Stack(column)
        fill(around, rest, tuple(block for block in item if block not in lead))
        column.add(rest, left=28, below=12)
    return column


def _mixed_definitions(definitions: Definitions, around: Surroundings, parent: Stack) -> Stack:
    column = Stack(parent)
    for term, meaning in definitions.items:
        column.add(RichLabel(term, "subheading", column, around=around), above=12, below=4)
        rest = Stack(column)
        fill(around, rest, meaning)
        column.add(rest, left=28, below=8)
    return column


def headings(widgets: Sequence[QWidget]) -> Iterator[HeadingView]:
    """The headings among widgets."""
    return (widget for widget in widgets if isinstance(widget, HeadingView))


Put = Callable[[Unit, Surroundings, Stack], QWidget | None]
