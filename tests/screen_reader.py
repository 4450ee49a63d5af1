"""A screen reader for tests: it meets a window from outside, through AT-SPI, as Orca does.

In process Qt's accessible tree must not be walked from Python: `QAccessibleInterface.child` gives away what Qt owns.
So this asks over D-Bus, by systemd's `busctl`, on a bus of its own.
"""

import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from shutil import which
from typing import Any

_ACCESSIBLE = "org.a11y.atspi.Accessible"
_TEXT = "org.a11y.atspi.Text"
_LEAVES = frozenset(
    {"push button", "check box", "radio button", "scroll bar", "cell", "column header", "heading"}
)
_PATIENCE_SECONDS = 60.0
_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")


@dataclass(frozen=True)
class Node:
    """Something accessible: whose it is, where, its role, and its name or its text."""

    owner: str
    path: str
    role: str
    name: str


def missing() -> str:
    """What this machine lacks for a screen reader; empty where nothing is missing."""
    programs = [name for name in ("dbus-daemon", "busctl", "Xvfb") if which(name) is None]
    if not any(os.path.exists(one) for one in _LAUNCHERS):  # noqa: PTH110  # a system's path
        programs.append("at-spi2-core")
    return ", ".join(programs)


@contextmanager
def session_bus() -> Iterator[str]:
    """A session bus of its own; gives its address."""
    words = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        try:
            yield daemon.stdout.readline().strip()
        finally:
            daemon.terminate()


class ScreenReader:
    """Reads what stands on the accessibility bus of a session bus."""

    def __init__(self, session: str) -> None:
        told = _call(session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
        self._bus = str(told[0])

    def program(self, name: str) -> Node:
        """The root of a program's tree, once it is there."""
        return _wait_for(lambda: next((one for one in self._programs() if one.name == name), None))

    def _programs(self) -> list[Node]:
        root = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        return [self._node(owner, path) for owner, path in self._ask(*root, _ACCESSIBLE, "GetChildren")[0]]

    def find(self, root: Node, role: str) -> Node:
        """The first node of a role, the nearest to the root."""
        level = [root]
        while level:
            below = [child for node in level if node.role not in _LEAVES for child in self._children(node)]
            for child in below:
                if child.role == role:
                    return child
            level = below
        raise LookupError(role)

    def _children(self, node: Node) -> list[Node]:
        told = self._ask(node.owner, node.path, _ACCESSIBLE, "GetChildren")[0]
        return [self._node(owner, path) for owner, path in told]

    def walk(self, node: Node) -> Iterator[Node]:
        """Everything under a node, in the order in which a reader meets it."""
        for child in self._children(node):
            yield child
            if child.role not in _LEAVES:
                yield from self.walk(child)

    def _node(self, owner: str, path: str) -> Node:
        role = self._ask(owner, path, _ACCESSIBLE, "GetRoleName")[0]
        name = self._ask(owner, path, "org.freedesktop.DBus.Properties", "Get", "ss", _ACCESSIBLE, "Name")[0]
        words = str(name["data"])
        if role == "label" and not words and _TEXT in self._ask(owner, path, _ACCESSIBLE, "GetInterfaces")[0]:
            words = self._ask(owner, path, _TEXT, "GetText", "ii", "0", "-1")[0]
        return Node(owner, path, role, words)

    def _ask(self, *words: str) -> Any:  # whatever the bus answers
        return _call(self._bus, *words)


def _call(address: str, *words: str) -> Any:
    done = subprocess.run(
        ["busctl", f"--address={address}", "--json=short", "call", "--", *words],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise LookupError(f"{' '.join(words)}: {done.stderr.strip()}")
    return json.loads(done.stdout)["data"]


def _wait_for(find: Callable[[], Node | None]) -> Node:
    until = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            found = find()
        except LookupError:
            found = None
        if found is not None:
            return found
        if time.monotonic() > until:
            raise TimeoutError("nobody came to the bus")
        time.sleep(0.1)
