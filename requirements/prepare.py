"""Prepares this checkout: its own .venv with the locked packages, and the system libraries that Qt misses.

Runs under any Python ≥ 3.11 with nothing but the standard library. Called by the Makefile; on Windows and
macOS it is typed by hand (README.md).
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
PIP = [str(PYTHON), "-m", "pip", "--disable-pip-version-check"]


def main() -> int:
    """Reads the wish (run or dev) and fulfils it; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wish", choices=["run", "dev"])
    wish = parser.parse_args().wish
    if sys.version_info < (3, 11):  # noqa: UP036  this file meets whatever Python the machine has
        print("Serve Python 3.11 o più recente: questo è", sys.version.split()[0], file=sys.stderr)
        return 1
    prepare_packages(wish)
    compile_ahead()
    prepare_system(["run"] if wish == "run" else ["run", "test"])
    return 0


def prepare_packages(wish: str) -> None:
    """Makes .venv hold exactly what requirements/<wish>.txt says; a second call returns at once."""
    lock = ROOT / "requirements" / f"{wish}.txt"
    stamp = VENV / "prepared"
    wanted = (
        f"{wish} {hashlib.sha256(lock.read_bytes() + (ROOT / 'pyproject.toml').read_bytes()).hexdigest()}"
    )
    done = stamp.read_text().split("\n") if stamp.exists() else []
    if wanted in done or (
        wish == "run" and any(line.startswith("dev ") for line in done) and _dev_is_fresh(done)
    ):
        return
    if not PYTHON.exists():
        print("Preparo l'ambiente in .venv …", flush=True)
        _make_venv()
    uv = shutil.which("uv") or _fetch_uv()
    # Schools sit behind proxies with a certificate of their own, which only the system knows.
    environment = {**os.environ, "VIRTUAL_ENV": str(VENV), "UV_NO_PROGRESS": "1", "UV_SYSTEM_CERTS": "1"}
    print("Installo i pacchetti fissati in", lock.relative_to(ROOT), "…", flush=True)
    synced = subprocess.run(
        [uv, "pip", "sync", "--quiet", "--compile-bytecode", "--require-hashes", str(lock)],
        env=environment,
        check=False,
    )
    if synced.returncode == 0:
        _run([uv, "pip", "install", "--quiet", "--no-deps", "--editable", str(ROOT)], environment)
    else:
        print("Con uv non è riuscito; provo con pip, più lento …", flush=True)
        _run([*PIP, "install", "--quiet", "--require-hashes", "--requirement", str(lock)], dict(os.environ))
        _run([*PIP, "install", "--quiet", "--no-deps", "--editable", str(ROOT)], dict(os.environ))
    stamp.write_text(wanted + "\n")


def compile_ahead() -> None:
    """Compiles the program's own modules, so that the first window opens as soon as the tenth."""
    folders = [str(ROOT / name) for name in ("scuola_digitale", "content", "sync", "ui")]
    _run([str(PYTHON), "-m", "compileall", "-q", *folders], dict(os.environ))


def _dev_is_fresh(done: list[str]) -> bool:
    lock = ROOT / "requirements" / "dev.txt"
    digest = hashlib.sha256(lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    return f"dev {digest}" in done


def _make_venv() -> None:
    uv = shutil.which("uv")
    if uv:
        _run([uv, "venv", "--quiet", "--python", sys.executable, str(VENV)], dict(os.environ))
    else:
        # Debian's python3 may come without ensurepip; apt's python3-venv is then the remedy.
        try:
            _run([sys.executable, "-m", "venv", str(VENV)], dict(os.environ))
        except SystemExit:
            shutil.rmtree(VENV, ignore_errors=True)
            print(
                "Manca il modulo venv di Python. Prova con:\n  sudo apt-get install -y python3-venv",
                file=sys.stderr,
            )
            raise


def _fetch_uv() -> str:
    """Fetches uv with pip into .venv, where nothing else sees it; returns its path."""
    target = VENV / "uv"
    program = target / "bin" / ("uv.exe" if os.name == "nt" else "uv")
    if not program.exists():
        _run(
            [str(PYTHON), "-m", "pip", "install", "--quiet", "--target", str(target), "uv"], dict(os.environ)
        )
    return str(program)


def prepare_system(groups: list[str]) -> None:
    """Installs the Debian packages of requirements/system.txt that are missing, or names them in one line."""
    if not sys.platform.startswith("linux"):
        return
    missing = [package for package, probe in _system_packages(groups) if not _present(probe)]
    if not missing:
        return
    line = "apt-get install -y --no-install-recommends " + " ".join(missing)
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installo le librerie di sistema:", " ".join(missing), flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=False, stdout=subprocess.DEVNULL)
        done = subprocess.run([*line.split(), "-qq"], env=quiet, check=False, stdout=subprocess.DEVNULL)
        if done.returncode == 0:
            return
    print(f"Mancano librerie di sistema. Per averle:\n  sudo {line}", file=sys.stderr)


def _system_packages(groups: list[str]) -> list[tuple[str, str]]:
    """Returns (Debian package, probe) of the wanted groups; the file explains the probes."""
    found, group = [], ""
    for raw in (ROOT / "requirements" / "system.txt").read_text(encoding="utf-8").splitlines():
        line = raw.split("#")[0].strip()
        if line.startswith("["):
            group = line.strip("[]")
        elif line and group in groups:
            package, probe = line.split()
            found.append((package, probe))
    return found


def _present(probe: str) -> bool:
    kind, _, name = probe.partition(":")
    if kind == "lib":
        try:
            ctypes.CDLL(name)
        except OSError:
            return False
        return True
    if kind == "program":
        return shutil.which(name) is not None or any(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return Path(name).exists()


def _run(command: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(command, env=environment, check=False)
    if done.returncode != 0:
        print("Non riuscito:", " ".join(command), file=sys.stderr)
        raise SystemExit(1)


if __name__ == "__main__":
    raise SystemExit(main())
