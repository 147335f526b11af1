"""`upgrade` and `downgrade`: a library from one version of the program to another."""

from __future__ import annotations

import argparse
import sys

from briefing.cli.arguments import add_workers, report_failure, terminal_text
from briefing.cli.progress import Progress
from briefing.library import library_place, open_library, queries, revisions
from briefing.library.ingest import read_again
from briefing.version import VERSION


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands."""
    upgrade = commands.add_parser(
        "upgrade",
        help="read again what an older version of the program read",
        description="Reads again what an older version of the program read, an article at a time. "
        "It can be stopped and goes on where it stopped; the app can be used meanwhile.",
    )
    add_workers(upgrade)
    upgrade.set_defaults(run=run_upgrade)

    downgrade = commands.add_parser(
        "downgrade",
        help="make the library usable by an older version again",
        description="Takes out of the library what the older version does not know, after a copy "
        "of it was put beside it. Stop the app first.",
    )
    downgrade.add_argument(
        "--to", required=True, metavar="VERSION", help="the version that is to use it"
    )
    downgrade.set_defaults(run=run_downgrade)


def run_upgrade(arguments: argparse.Namespace) -> int:
    """Read again, with a line for each article; return 1 when something is left."""
    done = 0
    with open_library() as library:
        number = len(queries.older_articles(library))
        progress = Progress(number, "article")
        try:
            again = read_again(library, workers=arguments.workers)
            for tried, result in enumerate(again, start=1):
                progress.failed += result.error is not None
                progress.step()
                if result.error is not None:
                    report_failure(result.error)
                    continue
                done += 1
                print(
                    f"{tried} of {number}  {result.article_id}  {terminal_text(result.name)}",
                    flush=True,
                )
        except KeyboardInterrupt:
            report_failure(f"Stopped; {number - done} articles are left for the next `upgrade`.")
            return 1
        left = len(queries.older_articles(library))
    print(f"{done} articles were read again by version {VERSION}.", file=sys.stderr)
    return 1 if left else 0


def run_downgrade(arguments: argparse.Namespace) -> int:
    """Bring the library back."""
    path = library_place()
    revisions.downgrade(path, arguments.to)
    print(
        f"{path} can now be used with version {arguments.to}; do not open it with "
        f"version {VERSION}."
    )
    return 0
