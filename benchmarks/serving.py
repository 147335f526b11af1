"""A running app and a browser that can reach nothing but this machine, for tests and benchmarks."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
"""What Chromium is started with; the last one leaves every other host unknown to it."""

START_SECONDS = 90


@dataclass(frozen=True, slots=True)
class Served:
    """An app that runs.

    Attributes:
        address: Its address, without a stroke at the end.
        process: The number of its process.
    """

    address: str
    process: int

    def processor(self) -> float:
        """Return the seconds of processor time that it has taken so far."""
        fields = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> float:
        """Return the megabytes of memory that it holds."""
        pages = Path(f"/proc/{self.process}/statm").read_text().split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE") / 1_000_000


@contextmanager
def running(
    folder: Path, *, script: Path = ROOT / "app.py", environment: Mapping[str, str] | None = None
) -> Iterator[Served]:
    """Start an app as `streamlit run` does, and stop it at the end.

    Args:
        folder: Where its library lies, or is made, and its log is written.
        script: The app.
        environment: More variables of the environment.

    Yields:
        Where it runs, once it answers.

    Raises:
        RuntimeError: It did not start; the message is its log.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    with (folder / "server.log").open("w") as log:
        process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "streamlit",
                "run",
                script.name,
                f"--server.port={port}",
                "--server.headless=true",
                "--server.fileWatcherType=none",
            ],
            cwd=script.parent,
            env={**os.environ, "BRIEFING_DATA_DIR": str(folder), **(environment or {})},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            deadline = time.monotonic() + START_SECONDS
            while not _answers(address):
                if process.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError((folder / "server.log").read_text())
                time.sleep(0.3)
            yield Served(address, process.pid)
        finally:
            process.terminate()
            process.wait(timeout=20)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/_stcore/health", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False
