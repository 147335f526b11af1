"""`archive`: what an archive holds, the articles that pass a filter, and copying them."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from briefing.archive import About, Archive, ArchiveFilter, Found, open_archive
from briefing.cli.arguments import (
    add_country,
    add_period,
    add_workers,
    report_failure,
    terminal_text,
)
from briefing.cli.library import tell
from briefing.cli.progress import Progress
from briefing.library import open_library
from briefing.library.chatham.hidden import must_hide_nobody
from briefing.wording.words import count


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    command = commands.add_parser(
        "archive",
        help="look into an archive that `bulk` wrote, and copy articles from it",
        description="Says what an archive is, and lists the articles that pass the filter, the "
        "newest first. With --copy they are copied into the library, with what was read in them; "
        "those that are there are passed over. The archive is never changed.",
    )
    command.add_argument("folder", type=Path, metavar="DIR", help="the folder that `bulk` wrote")
    add_country(command)
    command.add_argument(
        "--speaker", action="append", default=[], help="who is quoted: a name, or a part of it"
    )
    command.add_argument("--outlet", action="append", default=[], help="an outlet, as it is named")
    add_period(command)
    command.add_argument("--words", default="", help="words that the article must contain")
    command.add_argument("--limit", type=int, default=50, help="most articles to list (50)")
    command.add_argument("--copy", action="store_true", help="copy all of them into the library")
    add_workers(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """List or copy; return 1 when something cannot be read."""
    flt = ArchiveFilter(
        words=arguments.words,
        countries=tuple(arguments.country),
        speakers=tuple(arguments.speaker),
        outlets=tuple(arguments.outlet),
        earliest=arguments.earliest,
        latest=arguments.latest,
        dated_only=arguments.dated_only,
    )
    with open_library() as library:
        must_hide_nobody(library)
    with open_archive(arguments.folder) as archive:
        about = archive.about()
        for fault in about.faults:
            report_failure(fault)
        if arguments.copy:
            copied = _copy(archive, flt, arguments.workers)
            return 1 if about.faults or not copied else 0
        print(_about_words(about))
        for found in archive.find(flt, limit=max(arguments.limit, 0)):
            print(_line(found))
        number = archive.count(flt)
    print(f"{count(number, 'article')} found", file=sys.stderr)
    return 1 if about.faults else 0


def _copy(archive: Archive, flt: ArchiveFilter, workers: int | None) -> bool:
    """Copy, with a line for each article; return whether all could be."""
    from briefing.archive.copying import copy_each

    progress = Progress(archive.count(flt), "article")
    with open_library() as library:
        try:
            for result in copy_each(library, archive, flt, workers=workers, step=progress.step):
                progress.failed += not tell(result)
        except KeyboardInterrupt:
            report_failure(
                f"Stopped after {count(progress.done, 'article')}; what was copied stays. Give the "
                "same command again to go on: what is there is passed over."
            )
            return False
    return not progress.failed


def _about_words(about: About) -> str:
    months = f"{about.first} to {about.last}" if about.first else "no article with a day"
    versions = "; ".join(
        f"{number:,} by {terminal_text(version)}" for version, number in about.versions.items()
    )
    return f"{about.folder}: {count(about.articles, 'article')}, {months}, read {versions}"


def _line(found: Found) -> str:
    outlet = terminal_text(found.source or "outlet not stated")
    day = found.published or "no day"
    return f"{found.article_id}  {day}  {outlet}  {terminal_text(found.title or found.opening)}"
