"""`export`: what the library holds under a filter, as a file to hand out."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

from briefing.brief import Request
from briefing.brief.handling import handling_notices
from briefing.cli.arguments import add_filter, country, filter_of
from briefing.cli.arguments import date as iso_date
from briefing.clock import today
from briefing.deck.edit import in_full
from briefing.deck.storage import open_deck
from briefing.errors import ExportError
from briefing.export.formats import FORMATS, Order, write, write_tables
from briefing.export.options import PAPERS, Form, Options, Paper
from briefing.export.whole_file import write_whole_file
from briefing.library import Filter, Library, open_library
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
    """Make the order; a deck brings its own filter, marking and slides.

    Raises:
        ExportError: A filter is given beside a deck.
        DeckError: There is no deck of this name.
    """
    flt = filter_of(arguments, library)
    options = _options(arguments)
    recipients, ceiling = arguments.recipients, highest((arguments.ceiling,))
    if arguments.deck is None:
        flt = replace(flt, ceiling=ceiling)
        request = Request(flt, made, arguments.marking, recipients=recipients)
        return Order(request, options)
    if flt != Filter():
        raise ExportError(
            f"The deck “{arguments.deck}” has its own filter; give either --deck or a filter."
        )
    opened = open_deck(library, arguments.deck)
    deck, show = opened.deck, opened.show
    marking = show.marking if show else deck.marking
    marking = marking if arguments.marking is None else arguments.marking
    flt = replace(deck.flt, ceiling=ceiling)
    request = Request(flt, made, marking, recipients=recipients)
    if show is None:
        plan = in_full(deck.plan) if options.form == "full" else deck.plan
        return Order(request, options, plan, look=deck.look)
    shown = tuple(screen.slide for screen in show.screens)
    return Order(request, options, deck.plan, shown, show.drawings)


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
