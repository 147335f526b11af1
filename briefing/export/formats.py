"""The one registry of what can be handed out: the command line and the pages write files by it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pandas as pd

from briefing.brief import Brief, Limits, Request, make_brief
from briefing.brief.handling import under_marking
from briefing.brief.verify import verify_evidence, verify_said, verify_tables
from briefing.deck import Plan, slides
from briefing.deck.show import draw, picture_spaces
from briefing.deck.slide import quotations_of
from briefing.errors import ExportError
from briefing.export.about import About, about_rows
from briefing.export.options import FORMS, Form
from briefing.export.order import Order, as_allowed
from briefing.export.tables import Format as TableFormat
from briefing.export.tables import escape_formulas, to_zip, write_folder
from briefing.library import Library, queries
from briefing.tables import FACT_TABLES, records
from briefing.wording.notices import GRAPH
from briefing.wording.words import count

Progress = Callable[[float, str], None]
"""Told how far a file is, from 0 to 1, and what is being done."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file, ready to be kept.

    Attributes:
        data: Its bytes.
        name: A name for it that any system takes.
        mime: Its type.
        verified: What was checked: the line of `wording.checked`.
        pages: How many pages or slides it has, None where it has none.
        leaves: What those are: "page", "slide", "sheet".
    """

    data: bytes
    name: str
    mime: str
    verified: str
    pages: int | None = None
    leaves: str = "page"

    @property
    def summary(self) -> str:
        """Pages and what was checked, in one line."""
        pages = count(self.pages, self.leaves) if self.pages is not None else ""
        return " · ".join(filter(None, (pages, self.verified)))


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file.

    Attributes:
        name: What the command line calls it.
        word: What the page calls it.
        suffix: Of its file's name, with the point.
        mime: Its type.
        holds: What is in it, in one sentence.
        papered: Whether A4 or Letter makes a difference.
        forms: What it can be made for, the usual first; none where there is no choice.
        planned: Whether a presenter's plan of slides makes a difference.
        folder: The format of its tables, where it can be a folder with a file a table too.
    """

    name: str
    word: str
    suffix: str
    mime: str
    holds: str
    write: Callable[[Library, Order, Progress], Made] = field(repr=False)
    papered: bool = False
    forms: tuple[Form, ...] = ()
    planned: bool = False
    folder: TableFormat | None = None

    @property
    def of_a_brief(self) -> bool:
        """Whether it is written from a brief, so that a locked briefing has it; else from rows."""
        return bool(self.forms)


@dataclass(frozen=True, slots=True)
class Made:
    """What a writer returns: the bytes, what was checked, the title that names it, its pages."""

    data: bytes
    verified: str
    title: str
    pages: int | None = None
    leaves: str = "page"


def write(
    library: Library, name: str, order: Order | None = None, progress: Progress | None = None
) -> Written:
    """Write a file; the same library, order and day give the same bytes.

    Args:
        library: The library.
        name: The format, a key of `FORMATS`.
        order: What is asked for; everything, as of today, when None.
        progress: Told what is being done.

    Raises:
        QuotationError: A quotation is not what its article says; nothing is written.
        ExportError: The file cannot be written.
    """
    form = FORMATS.get(name)
    if form is None:
        raise ExportError(f"“{name}” is not a format; choose one of {', '.join(FORMATS)}.")
    order = as_allowed(library, order or Order())
    _keep_to_frozen(form, order)
    tell = progress or _silent
    made = form.write(library, order, tell)
    tell(1.0, "Done")
    return Written(
        data=made.data,
        name=file_name(made.title, order.request.made, form.suffix),
        mime=form.mime,
        verified=made.verified,
        pages=made.pages,
        leaves=made.leaves,
    )


def write_tables(library: Library, name: str, order: Order, folder: Path) -> str:
    """Write a folder with a file a table, for the formats that have one; return what was checked.

    Raises:
        QuotationError: A quotation is not what its article says; nothing is written.
        ExportError: The format has no folder, or the folder cannot be written.
    """
    order = as_allowed(library, order)
    _keep_to_frozen(FORMATS[name], order)
    form = FORMATS[name].folder
    if form is None:
        raise ExportError(f"{FORMATS[name].word} is one file; give its name with a suffix.")
    tables, said = checked_tables(library, order.request)
    write_folder(folder, escape_formulas(tables) if form == "csv" else tables, form, said.text)
    return said.verified


def file_name(title: str, made: date, suffix: str) -> str:
    """Name a file by its title and day: "port-talks-stall-2031-05-03.docx"."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)[:8]
    return "-".join([*(words or ["briefing"]), made.isoformat()])[:80] + suffix


def checked_tables(library: Library, request: Request) -> tuple[dict[str, pd.DataFrame], About]:
    """Return every table under a filter, its quotations checked, and what a file says of them.

    Raises:
        QuotationError: A quotation is not what its article says.
    """
    tables = queries.whole(library, request.flt)
    checked = verify_tables(tables, queries.speakers_checked(library))
    said = about_rows(
        library,
        request,
        verified=checked.words,
        nothing=all(tables[name].empty for name in FACT_TABLES),
    )
    return tables, said


def _keep_to_frozen(form: Format, order: Order) -> None:
    """Raise an ExportError where a locked briefing has nothing that a format is written from."""
    if order.frozen is not None and not form.of_a_brief:
        raise ExportError(
            f"A locked briefing has no rows for {form.word}; unlock it, or make a copy of it."
        )


def _silent(share: float, words: str) -> None:
    """Tell nobody."""


def _brief(library: Library, order: Order, tell: Progress, limits: Limits | None = None) -> Brief:
    if order.frozen is not None:
        return under_marking(library, order.frozen, order.request)
    tell(0.1, "Selecting the main points and checking every quotation")
    request = order.request if limits is None else replace(order.request, limits=limits)
    return make_brief(library, request)


def _tables(
    library: Library, order: Order, tell: Progress
) -> tuple[Mapping[str, pd.DataFrame], About]:
    tell(0.1, "Reading the tables and checking every quotation")
    tables, said = checked_tables(library, order.request)
    rows = sum(map(len, tables.values()))
    tell(0.4, f"Writing {count(rows, 'row')}")
    return tables, said


def _pptx(library: Library, order: Order, tell: Progress) -> Made:
    from briefing.export.powerpoint import to_pptx

    brief = _brief(library, order, tell)
    verified = brief.verified
    if order.slides is None:
        plan = order.plan or Plan(full=order.options.form == "full")
        shown = slides(brief, plan)
    else:
        shown = order.slides
        said = [said for slide in shown for said in quotations_of(slide)]
        ids = {item.at.article_id for item in said if library.has(item.at.article_id)}
        checked = verify_said(said, {one: library.article(one).article.text for one in ids})
        verified = checked.words
    if not shown:
        raise ExportError("Every slide of this deck is hidden; show at least one of them.")
    tell(0.4, f"Writing {count(len(shown), 'slide')}")
    drawings = order.drawings
    if drawings is None:
        drawings = draw(brief, picture_spaces(shown), order.look, themes=("light",))
    data = to_pptx(brief, shown, order.options, drawings)
    return Made(data, verified, brief.title, len(shown), "slide")


def _pdf(library: Library, order: Order, tell: Progress) -> Made:
    from briefing.export.pdf import LIMITS, to_pdf

    brief = _brief(library, order, tell, LIMITS)
    tell(0.4, "Drawing the map and the timeline")
    pdf = to_pdf(brief, order.options, lambda share: tell(0.4 + 0.6 * share, "Fitting the pages"))
    return Made(pdf.data, brief.verified, brief.title, pdf.pages)


def _docx(library: Library, order: Order, tell: Progress) -> Made:
    from briefing.export.pdf import LIMITS
    from briefing.export.word import to_docx

    limits = None if order.options.form == "full" else LIMITS
    brief = _brief(library, order, tell, limits)
    tell(0.4, "Writing the document and its pictures")
    return Made(to_docx(brief, order.options), brief.verified, brief.title)


def _html(library: Library, order: Order, tell: Progress) -> Made:
    from briefing.export.html import to_html

    brief = _brief(library, order, tell, _LONG)
    tell(0.4, "Drawing the map and the timeline")
    return Made(to_html(brief, order.options), brief.verified, brief.title)


_LONG = Limits(quotations=200, coming_up=30, timeline=200, relations=200, claims=60)
"""What a page that nobody has to print may list."""


def _xlsx(library: Library, order: Order, tell: Progress) -> Made:
    from briefing.export.plain_sheets import plain_sheets
    from briefing.export.spreadsheet import to_xlsx

    tables, said = _tables(library, order, tell)
    sheets = plain_sheets(library, order.request.flt)
    return Made(to_xlsx(tables, said, sheets), said.verified, said.title)


def _zip(form: TableFormat) -> Callable[[Library, Order, Progress], Made]:
    def written(library: Library, order: Order, tell: Progress) -> Made:
        tables, said = _tables(library, order, tell)
        kept = escape_formulas(tables) if form == "csv" else tables
        return Made(to_zip(kept, form, said.text), said.verified, f"{said.title} tables")

    return written


def _related(
    library: Library, order: Order, tell: Progress, kind: str
) -> tuple[pd.DataFrame, About]:
    """Return the rows of one kind under the filter, their sentences checked."""
    tell(0.1, "Reading the rows and checking every sentence")
    ask, key = (
        (queries.relations, "relation_id") if kind == "relation" else (queries.events, "event_id")
    )
    rows: pd.DataFrame = ask(library, order.request.flt)
    texts = {one: library.article(one).article.text for one in rows["article_id"].unique()}
    checked = verify_evidence(records(rows), texts, key)
    return rows, about_rows(library, order.request, verified=checked.words, nothing=rows.empty)


def _graphml(library: Library, order: Order, tell: Progress) -> Made:
    from briefing.export.graphml import relations_graphml

    rows, said = _related(library, order, tell, "relation")
    data = relations_graphml(rows, said.rows)
    return Made(data, said.verified, f"{said.title} relations")


def _json(library: Library, order: Order, tell: Progress) -> Made:
    from briefing.export.relations_json import relations_json

    rows, said = _related(library, order, tell, "relation")
    data = relations_json(rows, order.request.flt, said)
    return Made(data, said.verified, f"{said.title} relations")


def _ics(library: Library, order: Order, tell: Progress) -> Made:
    from briefing.export.calendar import to_calendar

    rows, said = _related(library, order, tell, "event")
    moment = datetime.combine(order.request.made, time(), UTC)
    return Made(
        to_calendar(
            records(rows),
            at=moment,
            today=order.request.made,
            about=said.rows,
            marking=said.marking,
        ),
        said.verified,
        f"{said.title} dates",
    )


_ALL = (
    Format(
        "pptx",
        "PowerPoint",
        ".pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "The slides of the Present page, to edit, with the evidence in the notes.",
        _pptx,
        forms=("brief", "full"),
        planned=True,
    ),
    Format(
        "pdf",
        "PDF",
        ".pdf",
        "application/pdf",
        "The briefing on paper: two pages, or in full; tagged for screen readers.",
        _pdf,
        papered=True,
        forms=FORMS,
    ),
    Format(
        "docx",
        "Word",
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "The briefing as a document to edit: two pages like the PDF, or in full.",
        _docx,
        papered=True,
        forms=FORMS,
    ),
    Format(
        "html",
        "Web page",
        ".html",
        "text/html",
        "The briefing as one web page to send by mail, with an interactive map and timeline.",
        _html,
        forms=("brief", "meeting"),
    ),
    Format(
        "xlsx",
        "Excel",
        ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Quotations, dates, relations and people to read, filter and print, then every table.",
        _xlsx,
    ),
    Format(
        "csv",
        "CSV",
        ".zip",
        "application/zip",
        "Every table as a CSV file, in one zip; cells that look like formulas are made harmless.",
        _zip("csv"),
        folder="csv",
    ),
    Format(
        "parquet",
        "Parquet",
        ".zip",
        "application/zip",
        "Every table as a Parquet file with its types, in one zip, for pandas, R or DuckDB.",
        _zip("parquet"),
        folder="parquet",
    ),
    Format(
        "jsonl",
        "JSON Lines",
        ".zip",
        "application/zip",
        "Every table as a JSON Lines file, one object per row, in one zip.",
        _zip("jsonl"),
        folder="jsonl",
    ),
    Format(
        "ics",
        "Calendar",
        ".ics",
        "text/calendar",
        "Dated events that are not denied; uncertain ones are marked tentative or cancelled.",
        _ics,
    ),
    Format(
        "graphml",
        "GraphML",
        ".graphml",
        "application/graphml+xml",
        GRAPH,
        _graphml,
    ),
    Format(
        "json",
        "JSON",
        ".json",
        "application/json",
        "The relations with the spans of their evidence, the filter and the sources, for programs.",
        _json,
    ),
)

FORMATS: dict[str, Format] = {form.name: form for form in _ALL}
"""Every format by its name, documents first."""
