"""Starts the indexing process and follows it."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import msgspec

import content
from scuola_digitale.words import Worded, say

_QUIET = ("-W", "ignore::SyntaxWarning")
"""Whoosh is older than some of Python's warnings."""

_BROKEN = Worded(
    lambda: say("La ricerca non è ancora pronta: la preparazione si è interrotta. Riavvia il programma.")
)


class IndexProgress(msgspec.Struct, frozen=True):
    """How far the indexing has come.

    Attributes:
        running: whether it is under way.
        pack_id: the pack it is at, empty before the first.
        done: lessons read of that pack, out of `total`.
        sections: sections indexed in this run.
        error: an Italian sentence when it had to give up, else empty.
    """

    running: bool
    pack_id: str = ""
    done: int = 0
    total: int = 0
    sections: int = 0
    error: str = ""


class Indexer:
    """Handle of the one process that indexes a library. Killing it, or this program, harms nothing."""

    def __init__(self, library_folder: Path) -> None:
        self._folder = library_folder
        self._process: subprocess.Popen[str] | None = None
        self._reader: threading.Thread | None = None
        self._progress = IndexProgress(running=False)
        self._stopped = False

    def start(self) -> None:
        """Starts it, unless it runs. Call after every install and removal, and when the program starts."""
        if self._process is not None and self._process.poll() is None:
            return
        self.wait()
        # The program's own folder first, so that it works from a checkout, an installation and any folder.
        own = str(Path(content.__file__).parent.parent)
        path = os.pathsep.join(filter(None, [own, os.environ.get("PYTHONPATH")]))
        self._progress = IndexProgress(running=True)
        self._stopped = False
        self._process = subprocess.Popen(
            [sys.executable, *_QUIET, "-m", "content.search.indexing", str(self._folder)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": path},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._reader = threading.Thread(target=self._follow, args=(self._process,), daemon=True)
        self._reader.start()

    def poll(self) -> IndexProgress:
        """How far it has come, at once."""
        return self._progress

    def wait(self, timeout: float | None = None) -> IndexProgress:
        """Waits until it ends, or for so many seconds."""
        if self._reader is not None:
            self._reader.join(timeout)
        return self._progress

    def stop(self) -> None:
        """Ends it; what it finished stays, the rest is for the next time."""
        if self._process is not None and self._process.poll() is None:
            self._stopped = True
            self._process.terminate()
        self.wait()

    def _follow(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdout is not None
        with process.stdout as lines:
            for line in lines:
                self._progress = _after(self._progress, json.loads(line))
        broken = process.wait() != 0 and not self._stopped and not self._progress.error
        self._progress = msgspec.structs.replace(
            self._progress, running=False, error=_BROKEN() if broken else self._progress.error
        )


def _after(before: IndexProgress, line: dict[str, object]) -> IndexProgress:
    match line:
        case {"error": str(sentence)}:
            return msgspec.structs.replace(before, error=sentence)
        case {"step": "lessons", "pack": str(pack_id), "done": int(done), "total": int(total)}:
            return msgspec.structs.replace(before, pack_id=pack_id, done=done, total=total)
        case {"step": "index", "done": int(done)}:
            return msgspec.structs.replace(before, sections=before.sections + done)
    return before
