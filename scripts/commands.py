"""What the checks of a release share: commands that must succeed, and an app that must answer."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Sequence
from pathlib import Path


class CheckError(Exception):
    """What fails, in words."""


def run(command: Sequence[str], folder: Path, environment: dict[str, str] | None = None) -> str:
    """Run a command and return what it prints.

    Raises:
        CheckError: It fails.
    """
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise CheckError(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


def tell(words: str) -> None:
    """Say what is being checked."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def wait_until_well(port: int, app: subprocess.Popen[bytes], log: Path, seconds: float) -> None:
    """Wait until an app on a port of this machine says that it is well.

    Raises:
        CheckError: It ends, or takes longer than `seconds`; with what it wrote to its log.
    """
    deadline = time.monotonic() + seconds
    while not _is_well(f"http://127.0.0.1:{port}/_stcore/health"):
        if app.poll() is not None or time.monotonic() > deadline:
            raise CheckError(f"the app does not answer:\n{log.read_text('utf-8')}")
        time.sleep(0.3)


def _is_well(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False
