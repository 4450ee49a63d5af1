"""A disk of a few hundred kilobytes that is really full, in a name space of its own (Linux)."""

import functools
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

_MOUNTED = 'mount -t tmpfs -o size="$0" tmpfs "$1" && shift && exec "$@"'


def on_small_disk(size: str, place: Path, program: str) -> Any:
    """Runs a Python program with a disk of `size` mounted at `place`; gives the JSON of its last line."""
    place.mkdir(exist_ok=True)
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", _MOUNTED, size, str(place), sys.executable, "-c", _PRELUDE + program],
        capture_output=True,
        text=True,
        check=False,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
            "SMALL_DISK": str(place),
        },
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.strip().splitlines()[-1])


@functools.cache
def no_small_disk() -> str:
    """Why no disk can be mounted here; empty where it can."""
    if sys.platform != "linux":
        return "small disks are mounted on Linux alone"
    probe = ["unshare", "-rm", "sh", "-c", "mount -t tmpfs tmpfs /mnt"]
    try:
        done = subprocess.run(probe, capture_output=True, check=False)
    except FileNotFoundError:
        return "unshare is not installed"
    return "" if done.returncode == 0 else "this account may not mount a disk of its own"


_PRELUDE = '''
import contextlib, io, json, os, shutil, sys
from pathlib import Path

disk = Path(os.environ["SMALL_DISK"])
os.environ["SCUOLA_DIGITALE_HOME"] = str(disk / "home")

def fill(left=0):
    """Leaves so many bytes free."""
    with contextlib.suppress(OSError), (disk / "zeri").open("wb", buffering=0) as zeros:
        while shutil.disk_usage(disk).free > left or not left:
            zeros.write(bytes(4096))

def free():
    (disk / "zeri").unlink()

def typed(*words):
    """Exit code, and what was told on the two streams."""
    from rich.console import Console
    from ui.commands import terminal
    from ui.commands.app import run
    from ui.stage import QtStage

    said, refused = io.StringIO(), io.StringIO()
    terminal.out.file, terminal.err.file = said, refused
    with contextlib.redirect_stdout(said):
        code = run([str(word) for word in words], QtStage())
    return [code, said.getvalue(), refused.getvalue()]

def left():
    """What stands on the disk, but for the zeros."""
    return sorted(str(path.relative_to(disk)) for path in disk.rglob("*") if path.name != "zeri")
'''
