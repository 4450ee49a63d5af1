"""What a screen reader is told of painted widgets: a heading, a formula, a picture, a note; Qt says «client»."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


@runtime_checkable
class Told(Protocol):
    """A widget that knows its part: `accessible_role` is set on its class."""

    accessible_role: QAccessible.Role


def tell_parts() -> None:
    """Has every `Told` widget told as what it is; again is nothing."""
    if not _Made.installed:
        QAccessible.installFactory(_make)
        _Made.installed = True


class Group(QWidget):
    """Some controls that belong together; their label is the group's name."""

    accessible_role = QAccessible.Role.Grouping


class _Made:
    installed = False


def _make(_class_name: str, widget: QObject) -> QAccessibleInterface | None:
    if not isinstance(widget, QWidget) or not isinstance(widget, Told):
        return None
    told = QAccessibleWidget(widget, widget.accessible_role, "")
    # Qt owns it, and deletes it with the widget; Python must not drop it before.
    widget.__dict__["_told"] = told
    return told
