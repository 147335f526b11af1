"""Arguments that several commands share, and what they print in common."""

from __future__ import annotations

import argparse
import sys

from briefing.errors import BriefingError, LibraryError, ReadingError
from briefing.library.filter import Filter
from briefing.library.store import Library
from briefing.reading import iso_date
from briefing.reference import countries

_MOST_WORKERS = 256

PATHS = "a file with one or more articles, or a folder"
"""What a PATH is, for those commands that read some."""


def date(text: str, *, any_year: bool = True) -> str:
    """Take a date, for argparse."""
    try:
        return iso_date(text, any_year=any_year)
    except ReadingError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def published(text: str) -> str:
    """Take a day of publication, for argparse."""
    return date(text, any_year=False)


def country(text: str) -> str:
    """Take a country's code or name, for argparse."""
    wanted = text.strip().casefold()
    for code, known in countries.countries().items():
        if wanted == code.casefold() or wanted in map(str.casefold, known.names):
            return code
    raise argparse.ArgumentTypeError(
        f"“{text}” is not a country; give its alpha-3 code, such as KOR, or its English name"
    )


def add_reading(command: argparse.ArgumentParser) -> None:
    """Add what reading takes: --published, --verbatim, --model."""
    command.add_argument(
        "--published",
        type=published,
        metavar="YYYY-MM-DD",
        help="when the articles were published, where they do not say",
    )
    command.add_argument(
        "--verbatim",
        action="store_true",
        help="take the texts as they are: no title split, nothing cut or trimmed",
    )
    command.add_argument("--model", help="load name of another installed English spaCy model")


def add_workers(command: argparse._ActionsContainer) -> None:
    """Add --workers."""
    command.add_argument(
        "--workers",
        type=_workers,
        metavar="N",
        help="how many processes read at once; without it one, and for many articles as many as "
        "the setting `workers` says",
    )


def _workers(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= _MOST_WORKERS:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 1 to {_MOST_WORKERS}")
    return int(text)


def add_filter(command: argparse.ArgumentParser, *, words: bool) -> None:
    """Add the filter: --country, --speaker, --article, --from, --to and so on.

    Args:
        command: The command.
        words: Whether to add --words.
    """
    add_country(command)
    command.add_argument(
        "--speaker", action="append", default=[], help="a speaker's name, or a part of it"
    )
    command.add_argument("--article", action="append", default=[], help="an article's id")
    add_period(command)
    command.add_argument(
        "--checked-only",
        action="store_true",
        help="only quotations, events and relations that somebody confirmed or corrected",
    )
    if words:
        command.add_argument("--words", default="", help="words that the sentence must contain")


def add_country(command: argparse.ArgumentParser) -> None:
    """Add --country, which can be given several times."""
    command.add_argument(
        "--country", type=country, action="append", default=[], help="alpha-3 code or name"
    )


def add_period(command: argparse.ArgumentParser) -> None:
    """Add --from, --to and --dated-only."""
    command.add_argument(
        "--tag", action="append", default=[], help="a tag; articles that have one of those given"
    )
    command.add_argument(
        "--from", dest="earliest", type=date, metavar="YYYY-MM-DD", help="first day"
    )
    command.add_argument("--to", dest="latest", type=date, metavar="YYYY-MM-DD", help="last day")
    command.add_argument(
        "--dated-only",
        action="store_true",
        help="with --from or --to: leave out articles without any date, which are kept otherwise",
    )


def filter_of(arguments: argparse.Namespace, library: Library) -> Filter:
    """Make the filter that the arguments ask for.

    Raises:
        LibraryError: Nobody of that name speaks in the library, it has no such article or tag, or
            undated articles are to be left out of no period.
    """
    from briefing.library.queries import speakers_named, tag_options

    for article_id in arguments.article:
        if not library.has(article_id):
            raise LibraryError(
                f"No article in the library has the id “{article_id}”; it may have been removed."
            )
    there = tag_options(library, Filter())["tag"] if arguments.tag else ()
    spelt = {tag.casefold(): tag for tag in there}
    for tag in arguments.tag:
        if tag.strip().casefold() not in spelt:
            raise LibraryError(f"No article in the library has the tag “{tag}”.")
    if arguments.dated_only and not (arguments.earliest or arguments.latest):
        raise LibraryError("--dated-only needs a period: give --from or --to as well.")
    return Filter(
        countries=tuple(arguments.country),
        speakers=tuple(
            speaker for name in arguments.speaker for speaker in speakers_named(library, name)
        ),
        articles=tuple(arguments.article),
        tags=tuple(spelt[tag.strip().casefold()] for tag in arguments.tag),
        earliest=arguments.earliest,
        latest=arguments.latest,
        words=getattr(arguments, "words", ""),
        dated_only=arguments.dated_only,
        checked_only=arguments.checked_only,
    )


def report_failure(error: BriefingError | str) -> None:
    """Name on stderr what failed, and why."""
    print(f"briefing: {terminal_text(str(error))}", file=sys.stderr)


def terminal_text(text: str) -> str:
    """Return an article's words fit for a terminal: one line, and no control signs."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
