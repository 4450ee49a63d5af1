"""In which order Tab goes through a page: as it is laid out, though parts of it were made again later than others."""

from collections.abc import Iterator, Sequence
from typing import Protocol, runtime_checkable

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLayout, QLayoutItem, QSpacerItem, QWidget, QWidgetItem

from ui.widgets.item_layout import ItemLayout


@runtime_checkable
class Ordered(Protocol):
    """A widget that places its children itself: which one is raised over the others changes no order."""

    def in_reading_order(self) -> Sequence[QWidget]:
        """Its children as one reads them."""
        ...


def tab_stops(root: QWidget) -> list[QWidget]:
    """The controls inside `root` at which Tab stops now, in reading order.

    Qt keeps the order in which widgets were made: a list that is filled again would come last. Of buttons of which
    one alone is chosen, that one is the stop, or the first; arrows go about among them.
    """
    stops = [one for one in laid_out(root) if _takes_tab(one)]
    return [one for one in stops if not _is_led_by_another(one, stops)]


def _takes_tab(widget: QWidget) -> bool:
    wants = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) or _is_one_of_some(widget)
    return wants and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _is_one_of_some(widget: QWidget) -> bool:
    if not isinstance(widget, QAbstractButton) or not widget.isCheckable():
        return False
    group = widget.group()
    return widget.autoExclusive() or (group is not None and group.exclusive())


def _is_led_by_another(one: QWidget, stops: list[QWidget]) -> bool:
    if not isinstance(one, QAbstractButton) or not _is_one_of_some(one):
        return False
    family = [
        other
        for other in stops
        if isinstance(other, QAbstractButton)
        and _is_one_of_some(other)
        and other.parentWidget() is one.parentWidget()
    ]
    return next((other for other in family if other.isChecked()), family[0]) is not one


def laid_out(widget: QWidget) -> Iterator[QWidget]:
    """A widget and all that stands in it, in reading order: what stands in its layout, then its other children.

    Asked child by child: for PySide whoever names a follower (`nextInFocusChain`) or a find (`findChildren`) owns it, so
    that with a widget that goes others lose their ground and the program falls.
    """
    yield widget
    placed = [] if (layout := widget.layout()) is None else [*widgets_in(layout)]
    if isinstance(widget, Ordered):
        placed.extend(widget.in_reading_order())
    others = [child for child in widget.children() if isinstance(child, QWidget) and child not in placed]
    for child in (*placed, *others):
        if not child.isWindow():
            yield from laid_out(child)


def widgets_in(layout: QLayout) -> Iterator[QWidget]:
    """What stands in a layout and in those inside it, in order."""
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        let_go(layout, item)
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from widgets_in(inner)


def let_go(layout: QLayout, item: QLayoutItem) -> None:
    """Forgets an item that one of Qt's own layouts gave.

    PySide keeps it under its address as long as the layout lives, also when Qt has freed it long ago: whatever Qt puts
    at that address next, an item of another page, would be taken for it. A layout of ours keeps its items itself.
    """
    if isinstance(item, QWidgetItem | QSpacerItem) and not isinstance(layout, ItemLayout):
        shiboken6.invalidate(item)
