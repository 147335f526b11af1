"""`audit`: who did what and when."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from dataclasses import asdict

from briefing.cli.arguments import date
from briefing.export.formulas import escape_formula
from briefing.library import open_library
from briefing.library.audit import Entry, entries


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    command = commands.add_parser("audit", help="who changed what in the library, and when")
    command.add_argument(
        "--since", type=date, metavar="YYYY-MM-DD", help="from this day on; all by default"
    )
    command.add_argument(
        "--format", choices=("csv", "jsonl"), default="csv", help="how it is written (csv)"
    )
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the audit to standard output, the last first."""
    with open_library() as library:
        found = entries(library, since=arguments.since)
    if arguments.format == "jsonl":
        for each in found:
            print(json.dumps(asdict(each), ensure_ascii=False))
        return 0
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(Entry.__slots__)
    for each in found:
        writer.writerow([escape_formula(str(value)) for value in asdict(each).values()])
    return 0
