"""`run`: starts the app, in a process of its own that takes this one's place."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys

from briefing.errors import BriefingError
from briefing.folders import APP
from briefing.settings import settings

PORT = 8501


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    command = commands.add_parser("run", help="open the briefing in the browser")
    command.add_argument("--port", type=_port, default=PORT, help=f"port to open on ({PORT})")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Start the app and say where it is; return the app's exit status when it has ended.

    Raises:
        BriefingError: The app's files are not there, or a setting cannot be used.
    """
    settings()
    if not APP.is_file():
        raise BriefingError(f"{APP} is missing. Install the program again.")
    print(f"The briefing opens at http://127.0.0.1:{arguments.port} (stop with Ctrl+C)", flush=True)
    started = command(arguments.port)
    if os.name == "posix":
        os.execv(started[0], started)  # so that whoever stops this process stops the app
    try:
        return subprocess.call(started)
    except KeyboardInterrupt:
        return 0


def command(port: int) -> list[str]:
    """Return the command that starts the app; its settings are those beside app.py.

    The working folder is no place to import from (`-P`): it may hold anything.
    """
    return [
        *(sys.executable, "-P", "-m", "streamlit", "run", str(APP)),
        *("--server.port", str(port), "--server.headless", "true"),
    ]


def _port(text: str) -> int:
    if text.isascii() and text.isdigit() and 0 < int(text) < 65_536:
        return int(text)
    raise argparse.ArgumentTypeError(f"“{text}” is not a port; give a number from 1 to 65535")
