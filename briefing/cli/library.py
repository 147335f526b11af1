"""`add` and `search`: the commands that fill the library and look into it."""

from __future__ import annotations

import argparse
import sys

from briefing.cli.arguments import (
    PATHS,
    add_filter,
    add_reading,
    add_workers,
    filter_of,
    report_failure,
    terminal_text,
)
from briefing.cli.progress import Progress
from briefing.library import open_library, queries
from briefing.library.ingest import Result, add_each
from briefing.library.sources import number_of
from briefing.wording.versions import alike_words
from briefing.wording.words import count


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands."""
    add = commands.add_parser("add", help="read articles into the library")
    add.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help=PATHS,
    )
    add_reading(add)
    add_workers(add)
    add.set_defaults(run=run_add)

    search = commands.add_parser("search", help="find sentences in the library")
    search.add_argument("words", help='words that the sentence contains; "in quotes" for a phrase')
    add_filter(search, words=False)
    search.add_argument("--limit", type=int, default=50, help="most sentences to show (50)")
    search.set_defaults(run=run_search)


def run_add(arguments: argparse.Namespace) -> int:
    """Read and add, with a line for each article; return 1 when something could not be read."""
    progress = Progress(number_of(arguments.paths), "file")
    with open_library() as library:
        results = add_each(
            library,
            arguments.paths,
            published=arguments.published,
            verbatim=arguments.verbatim,
            model=arguments.model,
            workers=arguments.workers,
            step=progress.step,
        )
        try:
            for result in results:
                progress.failed += not tell(result)
        except KeyboardInterrupt:
            report_failure(
                f"Stopped after {count(progress.done, 'file')}; what was added stays. Give the "
                "same command again to go on: what is there is passed over."
            )
            return 1
    return 1 if progress.failed else 0


def tell(result: Result) -> bool:
    """Print what became of an article; return False where it could not be read."""
    if result.error is not None:
        report_failure(result.error)
        return False
    print(_line(result), flush=True)
    return True


def _line(result: Result) -> str:
    """Say in a line what became of an article."""
    name = f"{result.article_id}  {terminal_text(result.name)}"
    if not result.new:
        return f"{name}: is already in the library"
    found = ", ".join(f"{number} {table}" for table, number in result.counts.items())
    cut = f"; cut: {' | '.join(map(terminal_text, result.removed))}" if result.removed else ""
    notes = f"; {' '.join(map(terminal_text, result.notes))}" if result.notes else ""
    alike = f"; {terminal_text(alike_words(result.alike))}" if result.alike else ""
    return f"{name}: {found}{cut}{notes}{alike}"


def run_search(arguments: argparse.Namespace) -> int:
    """Print the sentences found, each with where it stands."""
    with open_library() as library:
        flt = filter_of(arguments, library)
        found = queries.search(library, arguments.words, flt, limit=arguments.limit)
    for row in found.itertuples():
        print(f"{row.article_id}:{row.start}-{row.end}  {terminal_text(str(row.title))}")
        print(f"    {terminal_text(str(row.text))}")
    if found.empty:
        print("No sentence contains all of these words.", file=sys.stderr)
    return 0
