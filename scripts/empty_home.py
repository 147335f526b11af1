"""What the README tells first, in a place that has nothing: `python -m scripts.empty_home`.

A clone of what is committed, without .venv; a home that is empty; no variables but HOME, PATH and
LANG, and only the system's own folders in PATH. There `make run` is started until the app answers
and has read the sample article, and `make test` for a part of the tests, both with all that they
install. What the system lacks (python3-venv, chromium) they install or name themselves.
"""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PATH = "/usr/sbin:/usr/bin:/sbin:/bin"
INSTALL_SECONDS = 1_200
PART = "tests/test_documents.py tests/test_settings.py"


class EmptyHomeError(Exception):
    """What fails, in words."""


def main() -> int:
    """Try both commands; say what was run and what came of it, and return 1 where one fails."""
    with tempfile.TemporaryDirectory(prefix="briefing-empty-") as folder:
        try:
            check(Path(folder))
        except EmptyHomeError as error:
            sys.stderr.write(f"empty home: {error}\n")
            return 1
    return 0


def check(folder: Path) -> None:
    """Try both commands in `folder`, which is empty.

    Raises:
        EmptyHomeError: One fails.
    """
    home, clone = folder / "home", folder / "briefing"
    home.mkdir()
    _told(f"git clone {ROOT} at {_commit()}, HOME={home}, PATH={PATH}, no other variables")
    environment = {"HOME": str(home), "PATH": PATH, "LANG": "C.UTF-8"}
    _run(["git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(clone)], folder, environment)
    if (clone / ".venv").exists():
        raise EmptyHomeError("the clone has a .venv; take it out of git")
    _opened(clone, environment)
    _told(f'make test ARGS="{PART}"')
    begin = time.monotonic()
    _run(["make", "test", f"ARGS={PART}"], clone, environment)
    _told(f"it passed after {time.monotonic() - begin:.0f} s, what it installs included")


def _opened(clone: Path, environment: dict[str, str]) -> None:
    """Start `make run`, wait until the app answers, open it once, and stop it."""
    port = free_port()
    command = ["make", "run", f"PORT={port}"]
    _told(" ".join(command))
    begin = time.monotonic()
    log = clone.parent / "run.log"
    with log.open("w", encoding="utf-8") as said:
        app = subprocess.Popen(
            command, cwd=clone, env=environment, stdout=said, stderr=said, start_new_session=True
        )
    try:
        address = f"http://127.0.0.1:{port}"
        while not is_well(f"{address}/_stcore/health"):
            if app.poll() is not None or time.monotonic() - begin > INSTALL_SECONDS:
                raise EmptyHomeError(f"make run does not answer:\n{log.read_text('utf-8')}")
            time.sleep(0.5)
        version = _run(["cat", ".venv/pyvenv.cfg"], clone, environment)
        python = next(line for line in version.splitlines() if line.startswith("version"))
        packages = len(list(clone.glob(".venv/lib/python*/site-packages/*.dist-info")))
        _told(
            f"it answered after {time.monotonic() - begin:.0f} s: Python {python.split()[-1]}, "
            f"{packages} packages installed"
        )
    finally:
        os.killpg(app.pid, signal.SIGTERM)
        app.wait(timeout=60)
    _run([".venv/bin/python", "-m", "briefing", "add", "data/articles"], clone, environment)
    with closing(sqlite3.connect(clone / "var" / "library.sqlite")) as library:
        (number,) = library.execute("SELECT count(*) FROM quotes").fetchone()
    if not number:
        raise EmptyHomeError("the sample article was read without a quotation")
    _told(f"the sample article was read: {number} quotations")


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def is_well(address: str) -> bool:
    """Say whether an app says that it is well."""
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def _commit() -> str:
    return _run(["git", "describe", "--always", "--dirty"], ROOT, dict(os.environ)).strip()


def _run(command: list[str], folder: Path, environment: dict[str, str]) -> str:
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise EmptyHomeError(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


def _told(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
