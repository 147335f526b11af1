"""The command line, one module a group of commands; `main` is its entry."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from briefing.cli import (
    archive,
    audit,
    bulk,
    doctor,
    export,
    extract,
    library,
    reviews,
    run,
    status,
    upgrade,
    upkeep,
    watch,
)
from briefing.cli.arguments import report_failure
from briefing.errors import BriefingError

PROGRAM = "briefing"


def parser(program: str = PROGRAM) -> argparse.ArgumentParser:
    """Make the parser of all commands; `program` is what was typed to start them."""
    made = argparse.ArgumentParser(
        prog=program,
        description="From news articles to a briefing: tables of entities, quotations, dates and "
        "relations between countries.",
    )
    commands = made.add_subparsers(dest="command", required=True, metavar="COMMAND")
    run.add_to(commands)
    extract.add_to(commands)
    bulk.add_to(commands)
    archive.add_to(commands)
    library.add_to(commands)
    watch.add_to(commands)
    export.add_to(commands)
    reviews.add_to(commands)
    status.add_to(commands)
    audit.add_to(commands)
    doctor.add_to(commands)
    upgrade.add_to(commands)
    upkeep.add_to(commands)
    return made


def main(argv: Sequence[str] | None = None, *, program: str = PROGRAM) -> int:
    """Run one command; return the exit status, 1 when something failed."""
    arguments = parser(program).parse_args(argv)
    try:
        done: int = arguments.run(arguments)
    except BriefingError as error:
        report_failure(error)
        return 1
    return done
