"""The command line, one module a group of commands; `main` is its entry."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from briefing.cli import export, extract, library, status, upgrade
from briefing.cli.arguments import report_failure
from briefing.errors import BriefingError

PROGRAM = "python -m briefing"


def parser() -> argparse.ArgumentParser:
    """Make the parser of all commands."""
    made = argparse.ArgumentParser(
        prog=PROGRAM,
        description="From news articles to a briefing: tables of entities, quotations, dates and "
        "relations between countries.",
    )
    commands = made.add_subparsers(dest="command", required=True, metavar="COMMAND")
    extract.add_to(commands)
    library.add_to(commands)
    export.add_to(commands)
    status.add_to(commands)
    upgrade.add_to(commands)
    return made


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return the exit status, 1 when something failed."""
    arguments = parser().parse_args(argv)
    try:
        done: int = arguments.run(arguments)
    except BriefingError as error:
        report_failure(error)
        return 1
    return done
