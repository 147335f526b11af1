"""`export`: what the library holds under a filter, as a file to hand out."""

from __future__ import annotations

import argparse
import sys
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

from briefing.brief import Request
from briefing.brief.handling import handling_notices
from briefing.brief.storage import OpenedBriefing, filter_for, open_briefing
from briefing.cli.arguments import add_filter, country, filter_of
from briefing.cli.arguments import date as iso_date
from briefing.clock import today
from briefing.deck.edit import in_full
from briefing.deck.storage import Opened, open_deck
from briefing.errors import ExportError, KeptError
from briefing.export.formats import FORMATS, write, write_tables
from briefing.export.options import PAPERS, Form, Options, Paper
from briefing.export.order import LOCKED_HAS_OTHERS, Order
from briefing.export.whole_file import write_whole_file
from briefing.library import Filter, Library, briefings, open_library
from briefing.wording.highest import highest


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    command = commands.add_parser(
        "export",
        help="write what the library holds to a file to hand out",
        description="Writes one file of what the library holds under the filter. Every quotation "
        "is checked with its article first; the same library and date give the same bytes.",
        epilog="Formats: " + " ".join(f"{form.name}: {form.holds}" for form in FORMATS.values()),
    )
    command.add_argument("--format", choices=tuple(FORMATS), required=True)
    command.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="FILE",
        help="the file; for csv, parquet and jsonl a .zip file, or a folder for one file per table",
    )
    add_filter(command, words=True)
    command.add_argument(
        "--date",
        type=iso_date,
        metavar="YYYY-MM-DD",
        help="the day printed on it, from which “this week” and “now past” are counted (today)",
    )
    command.add_argument(
        "--marking",
        help="handling marking, such as TLP:AMBER (the setting's); '' for none; raised where an "
        "article in the file is marked higher",
    )
    command.add_argument(
        "--ceiling",
        default="",
        metavar="MARKING",
        help="leave out the articles that are marked above this level of TLP 2.0 or of the UK "
        "scale, or not on its scale",
    )
    command.add_argument(
        "--recipients",
        default="",
        help="with TLP:RED and TLP:AMBER+STRICT: the named recipients",
    )
    command.add_argument(
        "--paper", choices=get_args(Paper), help="a4, or letter, as is usual for a us-memo"
    )
    command.add_argument(
        "--form",
        choices=get_args(Form),
        default="brief",
        help="the form of a document; full also writes all slides, not only the main ones",
    )
    command.add_argument(
        "--objective", default="", help="meeting brief: what the meeting should achieve"
    )
    command.add_argument(
        "--point", action="append", default=[], help="meeting brief: a point to make; repeatable"
    )
    command.add_argument(
        "--if-raised",
        action="append",
        default=[],
        help="meeting brief: what to say if others raise it; repeatable",
    )
    staff = command.add_argument_group(
        "words of staff",
        "printed as theirs on a uk-brief and a us-memo; what is missing becomes a line",
    )
    staff.add_argument("--to-whom", default="", help="who it is for (--to is the last day)")
    staff.add_argument("--from-whom", default="", help="who it is from (--from is the first day)")
    staff.add_argument("--cleared-by", default="", help="who cleared it")
    staff.add_argument("--contact", default="", help="whom to contact")
    staff.add_argument("--purpose", default="", help="its purpose; the issue of a uk-brief")
    staff.add_argument("--recommendation", default="", help="what is recommended")
    command.add_argument(
        "--ours",
        type=country,
        help="our own country: its speakers are left out of “their statements”",
    )
    command.add_argument(
        "--deck",
        metavar="NAME",
        help="a deck saved on the Present page: its filter, marking and slides",
    )
    command.add_argument(
        "--briefing",
        metavar="TITLE",
        help="a briefing kept on the Briefings page: its filter, facts, marking and words; with "
        "--deck, its slides in the order of that deck",
    )
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the file; say where it is, its pages and what was checked."""
    out, form = arguments.out, FORMATS[arguments.format]
    made = date.fromisoformat(arguments.date) if arguments.date else today()
    with open_library() as library:
        order = _order(arguments, library, made)
        told = handling_notices(library, order.request)
        if form.folder is not None and out.suffix.casefold() != form.suffix:
            summary = write_tables(library, form.name, order, out)
        else:
            if out.is_dir():
                raise ExportError(f"{out} is a folder; give the name of a file.")
            written = write(library, form.name, order, _tell)
            write_whole_file(out, written.data)
            summary = written.summary
    print(f"{out}: {summary}", *told, sep="\n")
    return 0


def _order(arguments: argparse.Namespace, library: Library, made: date) -> Order:
    """Make the order; a briefing or deck brings its own filter, marking, words and slides.

    Raises:
        ExportError: A filter is given beside a briefing or a deck.
        DeckError: There is no deck of this name.
        KeptError: There is no briefing of this title.
    """
    given = filter_of(arguments, library)
    options = _options(arguments)
    deck = open_deck(library, arguments.deck) if arguments.deck is not None else None
    briefing = _briefing(arguments, library, deck)
    if replace(given, checked_only=False) != Filter() and (deck or briefing):
        what = "deck" if deck else "briefing"
        name = arguments.deck if deck else arguments.briefing
        raise ExportError(
            f"The {what} “{name}” has its own filter; give either --{what} or a filter."
        )
    kept = briefing.kept if briefing else None
    show = deck.show if deck else None
    marking = arguments.marking
    if marking is None and deck is not None:
        marking = show.marking if show else deck.deck.marking
    if marking is None and briefing is not None and briefing.frozen is not None:
        marking = briefing.frozen.marking
    flt = kept.flt if kept else deck.deck.flt if deck else given
    if kept is not None:
        flt = filter_for(library, kept, flt)
    checked_only = flt.checked_only or given.checked_only
    flt = replace(flt, ceiling=highest((arguments.ceiling,)), checked_only=checked_only)
    request = Request(flt, made, marking, recipients=arguments.recipients, kept=kept)
    frozen = briefing.frozen if briefing else None
    if given.checked_only and (frozen is not None or show is not None):
        raise ExportError(LOCKED_HAS_OTHERS)
    if deck is None:
        return Order(request, options, frozen=frozen)
    if show is not None:
        slides = tuple(screen.slide for screen in show.screens)
        return Order(request, options, deck.deck.plan, slides, show.drawings, frozen=frozen)
    plan = in_full(deck.deck.plan) if options.form == "full" else deck.deck.plan
    return Order(request, options, plan, look=deck.deck.look, frozen=frozen)


def _briefing(
    arguments: argparse.Namespace, library: Library, deck: Opened | None
) -> OpenedBriefing | None:
    """Open the briefing that is named, or the one on which the deck hangs, if it is still there."""
    if arguments.briefing is not None:
        return open_briefing(library, briefings.id_of(library, arguments.briefing))
    if deck is None or not deck.deck.briefing:
        return None
    with suppress(KeptError):
        return open_briefing(library, deck.deck.briefing)
    return None


def _options(arguments: argparse.Namespace) -> Options:
    return Options(
        paper=arguments.paper or PAPERS.get(arguments.form, "a4"),
        form=arguments.form,
        objective=arguments.objective,
        points=tuple(arguments.point),
        if_raised=tuple(arguments.if_raised),
        recipient=arguments.to_whom,
        sender=arguments.from_whom,
        cleared_by=arguments.cleared_by,
        contact=arguments.contact,
        purpose=arguments.purpose,
        recommendation=arguments.recommendation,
        ours=arguments.ours or "",
    )


def _tell(share: float, words: str) -> None:
    """Say on a terminal what is being done."""
    if sys.stderr.isatty() and share < 1.0:
        print(f"{words}…", file=sys.stderr)
