"""A brief as a Word file: real styles and headings, tables, numbered sources, the marking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docx.shared import Mm

from briefing.brief import Brief, Occurrence, Quotation
from briefing.brief.pictures import map_picture, timeline_picture
from briefing.brief.scope import technical_words
from briefing.export import phrases
from briefing.export.office.document import (
    ARTICLE,
    GREY,
    STRONG,
    VERBATIM,
    Cell,
    Column,
    Line,
    Run,
    Writer,
)
from briefing.export.office.package import file_time, properties, repacked
from briefing.export.options import Options
from briefing.export.paper_word import STAFF_STYLE, write_paper
from briefing.export.pdf import fitted
from briefing.map.finding import finding
from briefing.settings import settings
from briefing.wording import columns, headings
from briefing.wording.checked import checked_words
from briefing.wording.dates import WHY_YEARLESS, YEARLESS, day
from briefing.wording.marking import style_of
from briefing.wording.notices import (
    BY_STAFF,
    FOR_RECIPIENTS,
    MARKS,
    MOST_IMPORTANT,
    NO_OPINION,
    PICKED,
    in_date_order,
    no_match,
)
from briefing.wording.signs import QUADS
from briefing.wording.sources import Source
from briefing.wording.words import count, shorten

_PIXELS = 800
"""Width of pictures; letters of 12 pixels are then 7 points high on the page."""
_TALL = 560
"""Height of the timeline, at most; a page is about 1,100 high."""

_SIDE = Mm(19)
"""Margin at the sides of a paper of two pages, as on the PDF."""

_SPARE = 64.0
"""Millimetres of two pages of the PDF that Word's faces need besides."""

_FOOT = 70
"""So many letters of the title stand at the foot of a page."""


def to_docx(brief: Brief, options: Options | None = None) -> bytes:
    """Write a brief as a Word file; the same brief gives the same bytes.

    Args:
        brief: The brief.
        options: Paper and form: "full" is all that the brief holds, the others are what the PDF
            of that form has, on about two pages.

    Raises:
        ExportError: It cannot be measured how much two pages hold.
    """
    options = options or Options()
    writer = Writer(options.paper, side=None if options.form == "full" else _SIDE)
    for name, value in properties(brief).items():
        setattr(writer.document.core_properties, name, value)
    made = file_time(brief.made).replace(tzinfo=None)
    writer.document.core_properties.created = made
    writer.document.core_properties.modified = made
    writer.document.core_properties.revision = 1
    writer.furniture(style_of(brief.marking), shorten(brief.title, _FOOT))
    if options.form != "full":
        write_paper(writer, fitted(brief, options, spare=_SPARE))
        return repacked(writer.bytes(), brief.made)
    _head(writer, brief)
    _about_it(writer, brief)
    if brief.empty:
        writer.add("Normal", Run(no_match(brief.filter_words), STRONG))
    else:
        for section in (
            _bottom_line,
            _key_quotations,
            _coming_up,
            _claims,
            _voices,
            _timeline,
            _yearless,
            _relations,
            _quotations,
        ):
            section(writer, brief)
    _own_notes(writer, brief)
    _end(writer, brief)
    return repacked(writer.bytes(), brief.made)


def _head(writer: Writer, brief: Brief) -> None:
    writer.add("Title", Run(brief.title))
    writer.add("Subtitle", Run(brief.scope))
    for word, value in (
        (headings.FILTER, " · ".join(brief.narrowed) or "none, everything in the articles"),
        (headings.MADE_ON, day(brief.made.isoformat())),
        (headings.REVIEW, brief.review),
        (FOR_RECIPIENTS, brief.recipients),
    ):
        if value:
            writer.add("File facts", Run(f"{word}: ", STRONG), Run(value))


def _about_it(writer: Writer, brief: Brief) -> None:
    if brief.own is None:
        return
    if brief.own.about:
        writer.add("Notice", Run(BY_STAFF))
    for label, words in brief.own.about:
        writer.add(STAFF_STYLE, Run(f"{label}: ", STRONG), Run(words))


def _own_notes(writer: Writer, brief: Brief) -> None:
    if brief.own is not None and brief.own.notes:
        _own_words(writer, headings.NOTES, brief.own.notes)


def _own_words(writer: Writer, heading: str, words: Sequence[str]) -> None:
    writer.heading(heading, 1)
    writer.add("Notice", Run(BY_STAFF))
    for line in words:
        writer.add(STAFF_STYLE, Run(line))


def _bottom_line(writer: Writer, brief: Brief) -> None:
    if brief.own is not None and brief.own.bottom_line:
        _own_words(writer, headings.BOTTOM_LINE, brief.own.bottom_line)
        return
    if not brief.bottom_line:
        return
    writer.heading(headings.BOTTOM_LINE, 1)
    writer.add("Notice", Run(PICKED))
    for item in brief.bottom_line:
        writer.add("Article words", Run(item.words), Run(source=item.at.number))
        if item.told:
            writer.add("Notice", Run(item.told))


def _key_quotations(writer: Writer, brief: Brief) -> None:
    if not brief.key_quotations:
        return
    writer.heading(headings.KEY_QUOTATIONS, 1)
    _how_to_read(writer)
    for item in brief.key_quotations:
        _quotation(writer, item)


def _how_to_read(writer: Writer) -> None:
    writer.add("Notice", Run(MARKS))


def _quotation(writer: Writer, item: Quotation) -> None:
    writer.add("Quote", *_words(item), Run(source=item.at.number))
    writer.add(
        "Attribution", Run(phrases.speaker_line(item), STRONG), Run(f" · {phrases.how_said(item)}")
    )


def _words(item: Quotation) -> Line:
    """Return the words of a quotation; its verbatim pieces are heavier where others stand by."""
    mixed = len({piece.verbatim for piece in item.pieces}) > 1
    return [
        Run(text, VERBATIM if verbatim and mixed else None)
        for text, verbatim in phrases.in_marks(item.pieces)
    ]


def _coming_up(writer: Writer, brief: Brief) -> None:
    items = brief.coming_up.items
    if not items:
        return
    writer.heading(headings.COMING_UP, 1)
    writer.add("Notice", Run(" ".join(phrases.outlook_lines(brief))))
    _left_out(writer, phrases.left_out(brief.coming_up, "the nearest", "upcoming date"))
    heads = (
        Column(columns.WHEN, 18),
        Column(columns.WHAT, 52),
        Column("Where", 14),
        Column(columns.HOW_DATED, 26),
    )
    rows = ([*_what(item, sentence=True), _says(phrases.how_dated(item))] for item in items)
    inked = (_greyed(row) if item.past else row for row, item in zip(rows, items, strict=True))
    writer.table(headings.COMING_UP_TABLE, heads, inked)


def _greyed(row: Sequence[Cell]) -> list[Cell]:
    """Set a row of what is past by now in grey; its words say so too."""
    return [[[replace(run, colour=GREY) for run in line] for line in cell] for cell in row]


def _what(item: Occurrence, *, sentence: bool) -> list[Cell]:
    words: list[Line] = [[Run(item.title, ARTICLE), Run(source=item.at.number)]]
    if sentence and item.at.sentence and item.at.sentence != item.title:
        words.append([Run(item.at.sentence, ARTICLE)])
    if item.stands:
        words.append([Run(item.stands, STRONG)])
    if item.ahead_on:
        words.append([Run(phrases.begun(item.ahead_on))])
    near: list[Line] = [[Run(phrases.begun(item.near))]] if item.near else []
    return [[[Run(item.when, STRONG)], *near], words, _says(item.place or "")]


def _says(words: str) -> Cell:
    return [[Run(words)]]


def _claims(writer: Writer, brief: Brief) -> None:
    if not brief.claims.items:
        return
    writer.heading(headings.DISPUTED_CLAIMS, 1)
    _left_out(writer, phrases.left_out(brief.claims, "the first", "claim"))
    rows = (
        [
            [[Run(item.words, ARTICLE), Run(source=item.at.number)]],
            _says(phrases.who_claims(item)),
            _says(phrases.who_denies(item)),
        ]
        for item in brief.claims.items
    )
    heads = (
        Column(columns.CLAIM, 56),
        Column(columns.CLAIMED_BY, 22),
        Column(columns.DENIED_BY, 22),
    )
    writer.table(headings.CLAIMS_TABLE, heads, rows)


def _relations(writer: Writer, brief: Brief) -> None:
    picture = map_picture(brief, width=_PIXELS)
    if not brief.relations.items and picture is None:
        return
    writer.heading(headings.RELATIONS, 1)
    if picture is not None:
        status = NO_OPINION if settings().boundaries else ""
        caption = f"{finding(brief.relation_rows)}. {status}".strip()
        writer.picture(headings.MAP, picture, caption)
    _left_out(writer, phrases.left_out(brief.relations, MOST_IMPORTANT, "relation"))
    rows = []
    for group in phrases.group_by_phrase(brief.relations.items):
        before, trigger, after = phrases.split_at_trigger(group.first)
        sentence = [Run(before, ARTICLE), Run(trigger, VERBATIM), Run(after, ARTICLE)]
        sign = Run("■ ", colour=QUADS[group.first.quad].colour)
        rows.append(
            [
                [[Run(pair)] for pair in group.parties],
                [[sign, Run(group.word)]],
                [[*(run for run in sentence if run.words), Run(source=group.first.at.number)]],
                _says(phrases.standing(group.first)),
            ]
        )
    if rows:
        heads = (
            Column(columns.COUNTRIES, 22),
            Column(columns.RELATION, 15),
            Column(columns.IN_ARTICLE, 46),
            Column(columns.HOW_CERTAIN, 17),
        )
        writer.table(f"{headings.RELATIONS}, with their sentences", heads, rows)


def _timeline(writer: Writer, brief: Brief) -> None:
    items = brief.timeline.items
    if not items:
        return
    writer.heading(headings.TIMELINE, 1)
    picture = timeline_picture(brief, width=_PIXELS, height=_TALL)
    if picture is not None:
        writer.picture(headings.TIMELINE, picture, in_date_order(brief.timeline.total))
    _left_out(writer, phrases.left_out(brief.timeline, "the nearest", "event"))
    heads = (
        Column(columns.WHEN, 18),
        Column(columns.WHAT, 42),
        Column("Where", 14),
        Column("Time", 11),
        Column(columns.HOW_DATED, 27),
    )
    rows = (
        [
            *_what(item, sentence=False),
            _says(phrases.time_word(item)),
            _says(phrases.how_dated(item)),
        ]
        for item in items
    )
    inked = (_greyed(row) if item.past else row for row, item in zip(rows, items, strict=True))
    writer.table(headings.DATE_ORDER_TABLE, heads, inked)


def _yearless(writer: Writer, brief: Brief) -> None:
    if not brief.yearless.items:
        return
    writer.heading(YEARLESS, 1)
    writer.add("Notice", Run(WHY_YEARLESS))
    _left_out(writer, phrases.left_out(brief.yearless, "the first", "date"))
    rows = (
        [
            [[Run(item.when, STRONG)]],
            [[Run(item.at.sentence, ARTICLE), Run(source=item.at.number)]],
        ]
        for item in brief.yearless.items
    )
    heads = (Column(columns.WHEN, 28), Column(columns.IN_ARTICLE, 72))
    writer.table(f"{YEARLESS}, with their sentences", heads, rows)


def _voices(writer: Writer, brief: Brief) -> None:
    if not brief.voices:
        return
    writer.heading(headings.BY_SPEAKER, 1)
    rows = (
        [
            [[Run(voice.name)]],
            _says(voice.country or ""),
            _says(f"{voice.quotations:,}"),
            _says(f"{voice.verbatim_words:,}"),
        ]
        for voice in brief.voices
    )
    heads = (
        Column(columns.SPEAKER, 44),
        Column("Country", 24),
        Column(headings.QUOTATIONS, 16),
        Column(columns.VERBATIM_WORDS, 16),
    )
    writer.table(headings.BY_SPEAKER, heads, rows, whole=True)


def _quotations(writer: Writer, brief: Brief) -> None:
    """Write all quotations in reading order, by article, unless the key ones are all there are."""
    if len(brief.quotations.items) <= len(brief.key_quotations):
        return
    writer.heading("Quotations in reading order", 1)
    _how_to_read(writer)
    _left_out(writer, phrases.left_out(brief.quotations, MOST_IMPORTANT, "quotation"))
    names = {cited.number: cited.source.name for cited in brief.sources}
    last = None
    for item in brief.quotations.items:
        if len(names) > 1 and item.at.number != last:
            writer.heading(names[item.at.number], 2)
        last = item.at.number
        _quotation(writer, item)


def _source(source: Source) -> Line:
    if not source.title:
        return [Run(source.name)]
    return [Run(source.title, ARTICLE), Run(f" · {source.listed}")]


def _left_out(writer: Writer, words: str) -> None:
    if words:
        writer.add("Notice", Run(words))


def _end(writer: Writer, brief: Brief) -> None:
    if brief.sources:
        writer.heading(headings.SOURCES, 1)
        cited = len(brief.sources)
        if cited < brief.articles:
            words = f"{cited:,} of {count(brief.articles, 'article')} under the filter are cited."
            writer.add("Notice", Run(words))
        for source in brief.sources:
            writer.source(source.number, *_source(source.source), url=source.url)
    writer.add("Normal", Run(checked_words(brief.checked), STRONG))
    writer.add("File facts", Run(technical_words(brief.program)))
