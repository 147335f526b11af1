"""What the README tells first, in a place that has nothing: `python -m scripts.empty_home`.

A clone of what is committed, without .venv; a home that is empty; no variables but HOME, PATH and
LANG, and only the system's own folders in PATH. There `make run` is started until the app answers
and has read the sample article, and `make test` for a part of the tests, both with all that they
install. What the system lacks (python3-venv, chromium) they install or name themselves.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from scripts.commands import CheckError, free_port, run, tell, wait_until_well

ROOT = Path(__file__).resolve().parent.parent
PATH = "/usr/sbin:/usr/bin:/sbin:/bin"
INSTALL_SECONDS = 1_200
PART = "tests/test_documents.py tests/test_settings.py"


def main() -> int:
    """Try both commands; say what was run and what came of it, and return 1 where one fails."""
    with tempfile.TemporaryDirectory(prefix="briefing-empty-") as folder:
        try:
            check(Path(folder))
        except CheckError as error:
            sys.stderr.write(f"empty home: {error}\n")
            return 1
    return 0


def check(folder: Path) -> None:
    """Try both commands in `folder`, which is empty.

    Raises:
        CheckError: One fails.
    """
    home, clone = folder / "home", folder / "briefing"
    home.mkdir()
    tell(f"git clone {ROOT} at {_commit()}, HOME={home}, PATH={PATH}, no other variables")
    environment = {"HOME": str(home), "PATH": PATH, "LANG": "C.UTF-8"}
    run(["git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(clone)], folder, environment)
    if (clone / ".venv").exists():
        raise CheckError("the clone has a .venv; take it out of git")
    _opened(clone, environment)
    tell(f'make test ARGS="{PART}"')
    begin = time.monotonic()
    run(["make", "test", f"ARGS={PART}"], clone, environment)
    tell(f"it passed after {time.monotonic() - begin:.0f} s, what it installs included")


def _opened(clone: Path, environment: dict[str, str]) -> None:
    """Start `make run`, wait until the app answers, open it once, and stop it."""
    port = free_port()
    command = ["make", "run", f"PORT={port}"]
    tell(" ".join(command))
    begin = time.monotonic()
    log = clone.parent / "run.log"
    with log.open("w", encoding="utf-8") as said:
        app = subprocess.Popen(
            command, cwd=clone, env=environment, stdout=said, stderr=said, start_new_session=True
        )
    try:
        wait_until_well(port, app, log, INSTALL_SECONDS)
        version = run(["cat", ".venv/pyvenv.cfg"], clone, environment)
        python = next(line for line in version.splitlines() if line.startswith("version"))
        packages = len(list(clone.glob(".venv/lib/python*/site-packages/*.dist-info")))
        tell(
            f"it answered after {time.monotonic() - begin:.0f} s: Python {python.split()[-1]}, "
            f"{packages} packages installed"
        )
    finally:
        os.killpg(app.pid, signal.SIGTERM)
        app.wait(timeout=60)
    run([".venv/bin/python", "-m", "briefing", "add", "data/articles"], clone, environment)
    with closing(sqlite3.connect(clone / "var" / "library.sqlite")) as library:
        (number,) = library.execute("SELECT count(*) FROM quotes").fetchone()
    if not number:
        raise CheckError("the sample article was read without a quotation")
    tell(f"the sample article was read: {number} quotations")


def _commit() -> str:
    return run(["git", "describe", "--always", "--dirty"], ROOT, dict(os.environ)).strip()


if __name__ == "__main__":
    raise SystemExit(main())
