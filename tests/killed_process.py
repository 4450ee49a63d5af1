"""A process of its own that works until it is killed: power that goes while something is written."""

import subprocess
import sys
from pathlib import Path


def work(program: str, *arguments: str, kill_after: float | None = None) -> float:
    """Runs a program, which says `ready` and then how long it took; kills it after so many seconds.

    Gives the seconds it took, or after which it was killed.
    """
    command = [sys.executable, "-c", program, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path.cwd()) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        if kill_after is None:
            return float(process.stdout.readline())
        try:
            process.wait(kill_after)
        except subprocess.TimeoutExpired:
            process.kill()
    return kill_after
