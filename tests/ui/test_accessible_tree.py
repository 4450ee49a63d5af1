"""What a screen reader meets on every page and dialog of all roles: names, parts, states, labels, headings, tables.

Widgets are asked one by one: walking the tree from Python by `child()` corrupts memory.
"""

from collections.abc import Callable, Iterator

import pytest
from every_state import a_school, seen, shown, states
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from scuola_digitale.words import ITALIAN
from ui.demo.state import State
from ui.languages import known_languages
from ui.widgets.accessible import tell_parts
from ui.widgets.page_makers import PAGES
from ui.widgets.text import Text
from ui.widgets.theme import dress
from ui.widgets.tongue import speak_in

Role, Spoken = QAccessible.Role, QAccessible.Text

OPERATED = frozenset(
    {
        Role.Button, Role.ButtonMenu, Role.CheckBox, Role.RadioButton, Role.EditableText, Role.Slider,
        Role.ComboBox, Role.Link, Role.ListItem, Role.Table, Role.Document, Role.StaticText, Role.AlertMessage,
    }
)  # fmt: skip
"""The parts that something which takes the focus may have: what is read on, too, is gone to by keys."""

_UNTOLD = frozenset({Role.NoRole, Role.Client, Role.Border, Role.Pane, Role.LayeredPane})


def _interface(widget: QObject) -> QAccessibleInterface:
    told = QAccessible.queryAccessibleInterface(widget)
    assert told is not None
    return told


def nameless(window: QWidget) -> Iterator[QWidget]:
    """What takes the focus by Tab and says nothing, or does not say what it is."""
    for widget in seen(window):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
            told = _interface(widget)
            # A picture that grows at a key says so.
            operated = told.role() in OPERATED or (
                told.role() == Role.Graphic and bool(told.text(Spoken.Description))
            )
            if not told.text(Spoken.Name).strip() or not operated:
                yield widget


def misstated(window: QWidget) -> Iterator[QWidget]:
    """Buttons and fields whose state is told otherwise than it is shown."""
    for widget in seen(window):
        state = _interface(widget).state()
        if isinstance(widget, QAbstractButton):
            told = (state.checkable, state.checked, state.disabled)
            if told != (widget.isCheckable(), widget.isChecked(), not widget.isEnabled()):
                yield widget
        elif isinstance(widget, QLineEdit):
            secret = widget.echoMode() == QLineEdit.EchoMode.Password
            if (state.passwordEdit, state.disabled) != (secret, not widget.isEnabled()):
                yield widget


def partless(window: QWidget) -> Iterator[QWidget]:
    """What has a name of its own and does not say what it is: «client» tells nobody anything."""
    for widget in seen(window):
        if widget.accessibleName() and _interface(widget).role() in _UNTOLD:
            yield widget


def wordless_pictures(window: QWidget) -> Iterator[QWidget]:
    """Pictures that a screen reader stops at and that show it nothing."""
    for widget in seen(window):
        told = _interface(widget)
        if told.role() == Role.Graphic and not told.text(Spoken.Name).strip():
            yield widget


def unlabelled(window: QWidget) -> Iterator[QWidget]:
    """Fields whose label is on the page and is not tied to them."""
    labels = {one.text(): one for one in seen(window) if isinstance(one, QLabel)}
    buddies = {one.buddy() for one in seen(window) if isinstance(one, QLabel)}
    for widget in seen(window):
        if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit) and not _is_read_only(widget):
            name = _interface(widget).text(Spoken.Name)
            if name in labels and widget not in buddies:
                yield widget


def untitled(window: QWidget) -> Iterator[QWidget]:
    """A window in which nothing is a heading."""
    told = (_interface(widget) for widget in seen(window))
    if not any(one.role() == Role.Heading and one.text(Spoken.Name) for one in told):
        yield window


def headless_tables(window: QWidget) -> Iterator[QWidget]:
    """Tables without a name, or with a column that has no header."""
    for widget in seen(window):
        if isinstance(widget, QTableWidget):
            heads = [widget.horizontalHeaderItem(column) for column in range(widget.columnCount())]
            if not widget.accessibleName() or not all(head and head.text() for head in heads):
                yield widget


def _is_read_only(widget: QLineEdit | QPlainTextEdit | QTextEdit) -> bool:
    return widget.isReadOnly()


RULES: dict[str, Callable[[QWidget], Iterator[QWidget]]] = {
    "takes the focus, and says neither name nor part": nameless,
    "is told in another state than it is": misstated,
    "has a name and no part": partless,
    "is a picture without words": wordless_pictures,
    "is a field without its label": unlabelled,
    "has no heading": untitled,
    "is a table without headers": headless_tables,
}


def faults(window: QWidget) -> list[str]:
    """What is wrong in a window, in words."""
    return [
        f"{widget.metaObject().className()} «{_interface(widget).text(Spoken.Name)}» {fault}"
        for fault, rule in RULES.items()
        for widget in rule(window)
    ]


@pytest.fixture(params=known_languages())
def _language(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    speak_in(request.param)
    yield
    speak_in(ITALIAN)


@pytest.mark.usefixtures("_language")
@pytest.mark.parametrize("state", [*states()], ids=lambda state: state.name)
def test_a_screen_reader_is_told_what_is_shown(qapp: QApplication, qtbot: QtBot, state: State) -> None:
    dress(qapp)

    with shown(a_school().desk, state) as window:
        found = "\n".join(faults(window))
    assert found == ""


def test_every_page_is_among_the_states() -> None:
    assert {state.page for state in states()} >= set(PAGES)


def test_the_rules_find_what_is_wrong(qtbot: QtBot) -> None:
    tell_parts()
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    nobody, client, field = QPushButton(), QWidget(), QLineEdit()
    client.setAccessibleName("qualcosa")
    field.setAccessibleName("Nome")
    label, table, picture = QLabel("Nome"), QTableWidget(1, 1), QLabel()
    picture.setPixmap(window.grab())
    for one in (nobody, client, field, label, table, picture):
        column.addWidget(one)
    window.show()

    found = {fault for fault, rule in RULES.items() if any(rule(window))}

    assert found == set(RULES) - {"is told in another state than it is"}
    label.setBuddy(field)
    assert not [*unlabelled(window)]
    assert _interface(field).relations(QAccessible.RelationFlag.Label)


def test_a_title_is_told_as_a_heading_and_again_when_its_words_change(qtbot: QtBot) -> None:
    tell_parts()
    title = Text("Oggi", "title")
    qtbot.addWidget(title)
    title.setText("Biblioteca")

    assert (_interface(title).role(), _interface(title).text(Spoken.Name)) == (Role.Heading, "Biblioteca")
