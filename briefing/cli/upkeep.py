"""`backup`, `restore`, `check` and `purge`: what whoever looks after a library needs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from briefing.cli.arguments import date, report_failure, terminal_text
from briefing.errors import LibraryError
from briefing.library import Library, library_place, open_library, revisions
from briefing.library.backup import back_up, restore
from briefing.library.dialects.place import Place
from briefing.library.faults import faults, faults_of_file
from briefing.library.purge import Doomed, doomed_article, doomed_before, doomed_person, purge
from briefing.settings import settings
from briefing.wording.words import count, size_words

_LISTED = 20
"""Titles that are shown before somebody is asked."""

_YES = "yes"


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands."""
    backup = commands.add_parser(
        "backup",
        help="write the library into a file, also while it is used",
        description="Writes the library as it is at this moment into one file; the app and other "
        "commands can go on reading and adding meanwhile.",
    )
    backup.add_argument("file", type=Path, metavar="FILE", help="the backup")
    backup.set_defaults(run=run_backup)

    back = commands.add_parser(
        "restore",
        help="put a backup in the library's place",
        description="Checks a backup and puts it in the library's place, also while others read. "
        "What the library held before is kept in a file beside it.",
    )
    back.add_argument("file", type=Path, metavar="FILE", help="a file that `backup` wrote")
    back.set_defaults(run=run_restore)

    check = commands.add_parser(
        "check",
        help="look for what is wrong in the library",
        description="Checks the file, the words of every row with their article, and the counts "
        "that are kept; prints a sentence for each fault, and ends with exit status 1 if there is "
        "one.",
    )
    check.set_defaults(run=run_check)

    gone = commands.add_parser(
        "purge",
        help="delete articles for good, with every place that keeps their words",
        description="Deletes articles for good: their rows, decisions and files, what removed "
        "articles and locked decks keep of them. Nothing brings them back.",
    )
    what = gone.add_mutually_exclusive_group(required=True)
    what.add_argument("--article", metavar="ID", help="the article with this id")
    what.add_argument(
        "--person", metavar="NAME", help="every article that names this person, by the full name"
    )
    what.add_argument(
        "--before",
        type=date,
        metavar="YYYY-MM-DD",
        help="every article from before this day; of one without a date the day of adding counts",
    )
    gone.add_argument("--yes", action="store_true", help="do it without asking")
    gone.set_defaults(run=run_purge)


def run_backup(arguments: argparse.Namespace) -> int:
    """Write a backup."""
    size = back_up(library_place(), arguments.file)
    print(f"{arguments.file}: {size_words(size)}")
    return 0


def run_restore(arguments: argparse.Namespace) -> int:
    """Put a backup in the library's place; say where the former is."""
    path = library_place()
    kept = restore(path, arguments.file, beside=settings().data_dir)
    print(f"{path} is now as {arguments.file} was.")
    if kept is not None:
        print(f"What it held before is in {kept}; delete it when it is not needed any more.")
    return 0


def run_check(arguments: argparse.Namespace) -> int:
    """Print what is wrong; return 1 when something is."""
    path = library_place()
    if isinstance(path, Path) and not path.exists():
        raise LibraryError(f"There is no library {path} yet; the first start makes it.")
    wrong = 0
    for fault in _faults(path):
        wrong += 1
        report_failure(fault)
    if wrong:
        report_failure(
            f"{count(wrong, 'fault')} in {path}; restore a backup, or report this with the "
            "sentences above."
        )
        return 1
    print(f"{path}: no fault found")
    return 0


def _faults(path: Place) -> Iterator[str]:
    broken = False
    for fault in faults_of_file(path) if isinstance(path, Path) else ():
        broken = True
        yield fault
    if not broken:
        with open_library() as library:
            yield from faults(library)


def run_purge(arguments: argparse.Namespace) -> int:
    """Delete for good, after asking; return 1 when it was not done, or some of it is left."""
    with open_library() as library:
        library.must_be_writable()
        doomed = _doomed(library, arguments)
        if not doomed:
            print("Nothing is kept of what you named; nothing was deleted.")
            return 0
        for line in _lines(doomed):
            print(terminal_text(line))
        if not arguments.yes and not _agreed():
            print("Nothing was deleted.")
            return 1
        done = purge(library, doomed)
    print("Deleted for good.")
    if not done.rewritten:
        report_failure(
            "The words may still stand in the library's files, because somebody was reading just "
            "then; stop the app and start it again, which clears them."
        )
    for table in done.left:
        report_failure(f"Table {table} still holds some of the words; look through it.")
    copies = revisions.copies(library_place())
    for copy in copies:
        report_failure(f"The copy {copy} still holds what was deleted; delete it as well.")
    return 0 if done.rewritten and not done.left and not copies else 1


def _doomed(library: Library, arguments: argparse.Namespace) -> Doomed:
    if arguments.article is not None:
        return doomed_article(library, arguments.article)
    if arguments.person is not None:
        return doomed_person(library, arguments.person)
    return doomed_before(library, arguments.before)


def _lines(doomed: Doomed) -> Iterator[str]:
    titles = list(doomed.articles.items())
    yield f"To be deleted for good: {count(len(titles), 'article')}"
    for article_id, title in titles[:_LISTED]:
        yield f"{article_id}  {title}"
    if len(titles) > _LISTED:
        yield f"… and {count(len(titles) - _LISTED, 'article')} more"
    if doomed.decisions:
        yield f"with {count(doomed.decisions, 'decision')} of people"
    for name in doomed.decks:
        yield f"with what the locked deck “{name}” keeps; it is unlocked"
    for title in doomed.briefings:
        yield f"with what the locked briefing “{title}” keeps; it is unlocked"
    if doomed.beside:
        yield (
            f"with the original file of {count(doomed.beside, 'other article')}, which came in the "
            "same file; those articles stay"
        )


def _agreed() -> bool:
    if not sys.stdin.isatty():
        raise LibraryError(
            "Nobody can be asked here, so nothing was deleted; give --yes to delete it."
        )
    return input(f"Nothing brings this back. Type {_YES} to go on: ").strip().lower() == _YES
