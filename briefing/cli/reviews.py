"""`reviews`: what people confirmed, corrected and rejected, as a file that a team passes on."""

from __future__ import annotations

import argparse
from pathlib import Path

from briefing.cli.arguments import report_failure
from briefing.errors import ReviewError
from briefing.library import open_library
from briefing.library.reviews.exchange import export_reviews, import_reviews
from briefing.wording.words import count


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    command = commands.add_parser(
        "reviews", help="pass on what people confirmed, corrected and rejected"
    )
    actions = command.add_subparsers(dest="action", required=True, metavar="ACTION")
    export = actions.add_parser("export", help="write all decisions to a file, one a line")
    export.add_argument("--out", type=Path, required=True, metavar="FILE", help="the file")
    export.set_defaults(run=run_export)
    take = actions.add_parser(
        "import",
        help="take decisions over from a file; what the library has already is passed over",
    )
    take.add_argument("file", type=Path, metavar="FILE", help="a file that `export` wrote")
    take.set_defaults(run=run_import)


def run_export(arguments: argparse.Namespace) -> int:
    """Write the decisions; say how many.

    Raises:
        ReviewError: The file cannot be written.
    """
    with open_library() as library:
        try:
            number = export_reviews(library, arguments.out)
        except OSError as error:
            raise ReviewError(
                f"{arguments.out} cannot be written ({error.strerror}); choose another file."
            ) from error
    print(f"{arguments.out}: {count(number, 'decision')}")
    return 0


def run_import(arguments: argparse.Namespace) -> int:
    """Take decisions over; return 1 when a line could not be taken."""
    with open_library() as library:
        new, faults = import_reviews(library, arguments.file)
    for fault in faults:
        report_failure(fault)
    print(f"{count(new, 'new decision')} taken over")
    return 1 if faults else 0
