"""Which machine this is: a data folder that wakes up on another one was cloned, and must not write as the first."""

import sys
import uuid
from functools import lru_cache
from pathlib import Path

from scuola_digitale.format.signing import blake

_LINUX_FILES = ("/etc/machine-id", "/var/lib/dbus/machine-id")


@lru_cache(maxsize=1)
def machine_id() -> bytes:
    """16 bytes that follow from the machine's own id and tell nothing of it."""
    return blake(b"sd1m" + _own_id().encode())


def _own_id() -> str:
    if sys.platform == "win32":
        return _windows_id()
    for path in map(Path, _LINUX_FILES):
        try:
            found = path.read_text("ascii").strip()
        except (OSError, UnicodeDecodeError):
            continue
        if found:
            return found
    # The address of its network card; made up anew at each start where it has none, which costs an epoch each.
    return f"{uuid.getnode():012x}"


def _windows_id() -> str:
    import winreg

    with winreg.OpenKey(  # type: ignore[attr-defined, unused-ignore]
        winreg.HKEY_LOCAL_MACHINE,  # type: ignore[attr-defined, unused-ignore]
        r"SOFTWARE\Microsoft\Cryptography",
        0,
        winreg.KEY_READ | winreg.KEY_WOW64_64KEY,  # type: ignore[attr-defined, unused-ignore]
    ) as key:
        return str(winreg.QueryValueEx(key, "MachineGuid")[0])  # type: ignore[attr-defined, unused-ignore]
