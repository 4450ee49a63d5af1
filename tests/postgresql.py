"""A real PostgreSQL cluster in a temporary folder, for as long as a test module needs it."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_DEBIAN = Path("/usr/lib/postgresql")
_ACCOUNT = "postgres"


class NoPostgresqlError(Exception):
    """Why there is none here."""


@contextmanager
def running_postgresql(folder: Path) -> Iterator[str]:
    """Starts a cluster that listens on a socket in `folder` alone; yields its SQLAlchemy address.

    Raises:
        NoPostgresqlError: its programs are missing, or it does not start here.
    """
    initdb, pg_ctl = _program("initdb"), _program("pg_ctl")
    data = folder / "data"
    folder.chmod(0o755)
    data.mkdir()
    as_account = _as_account(data)
    try:
        _run([*as_account, initdb, "-D", str(data), "-U", _ACCOUNT, "-A", "trust", "--no-sync"])
        options = f"-c listen_addresses='' -k {data} -c fsync=off"
        _run([*as_account, pg_ctl, "-D", str(data), "-w", "-l", str(data / "log"), "-o", options, "start"])
    except (subprocess.CalledProcessError, OSError) as error:
        raise NoPostgresqlError(f"PostgreSQL does not start here: {error}") from error
    try:
        yield f"postgresql+psycopg://{_ACCOUNT}@/postgres?host={data}"
    finally:
        _run([*as_account, pg_ctl, "-D", str(data), "-m", "immediate", "-w", "stop"])


def crash(url: str) -> None:
    """Ends a running cluster as a lost process does, in the middle of whatever it does, and starts it again."""
    data = Path(url.split("host=")[1])
    command = [*_reaching(data), _program("pg_ctl"), "-D", str(data), "-m", "immediate", "-w", "restart"]
    _run([*command, "-l", str(data / "log")])


def _reaching(data: Path) -> list[str]:
    return [] if data.stat().st_uid == os.geteuid() else _changed_account()


def _program(name: str) -> str:
    found = shutil.which(name) or next((str(path) for path in sorted(_DEBIAN.glob(f"*/bin/{name}"))), None)
    if found is None:
        raise NoPostgresqlError(f"{name} is not installed")
    return found


def _as_account(data: Path) -> list[str]:
    """PostgreSQL refuses to run as root: another account does it, which must reach the folder."""
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        raise NoPostgresqlError("as root, setpriv is needed")
    try:
        shutil.chown(data, _ACCOUNT, _ACCOUNT)
    except LookupError as error:
        raise NoPostgresqlError(f"there is no account {_ACCOUNT}") from error
    for parent in data.parents:
        if not parent.stat().st_mode & 0o001:
            raise NoPostgresqlError(f"the account {_ACCOUNT} may not reach {parent}")
    return _changed_account()


def _changed_account() -> list[str]:
    return ["setpriv", f"--reuid={_ACCOUNT}", f"--regid={_ACCOUNT}", "--clear-groups"]


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60)
