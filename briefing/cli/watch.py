"""`watch`: adds what comes into folders."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from briefing.cli.arguments import add_reading, add_workers
from briefing.cli.library import tell
from briefing.library import open_library
from briefing.library.watching import Watch

_SETTLES = 1.0
"""Seconds between the two looks of --once, within which a file that is being written changes."""


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    command = commands.add_parser("watch", help="add what comes into a folder, until stopped")
    command.add_argument("folders", nargs="+", metavar="FOLDER", type=Path, help="a folder")
    command.add_argument(
        "--every",
        type=_seconds,
        default=30.0,
        metavar="SECONDS",
        help="how often to look into it (30)",
    )
    command.add_argument(
        "--once", action="store_true", help="look once, add what is new and end, as for a timer"
    )
    add_reading(command)
    add_workers(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Add what is new, with a line for each article; return 1 when something could not be read."""
    failed = 0
    with open_library() as library:
        library.must_be_writable()
        watch = Watch(library, arguments.folders)
        watch.ready()
        if not arguments.once:
            named = ", ".join(map(str, arguments.folders))
            print(f"Watching {named}; press Ctrl+C to stop.", flush=True)
        try:
            while True:
                time.sleep(_SETTLES if arguments.once else arguments.every)
                for result in watch.add(
                    published=arguments.published,
                    verbatim=arguments.verbatim,
                    model=arguments.model,
                    workers=arguments.workers,
                ):
                    failed += not tell(result)
                if arguments.once:
                    break
        except KeyboardInterrupt:
            print("Stopped.")
    return 1 if failed else 0


def _seconds(text: str) -> float:
    try:
        found = float(text)
    except ValueError:
        found = 0
    if not 1 <= found <= 86_400:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of seconds from 1 to 86400")
    return found
