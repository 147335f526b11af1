"""What stands on each slide of the file: the deck's slides, one for one, their lists as tables.

The deck decides which slides there are, so that the file has those of the Present page. A list
whose rows would take more than its slide as a table stays a list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from briefing.brief import Brief
from briefing.deck import Line, ListBody, Slide, stage
from briefing.deck.fit import head_height
from briefing.deck.measure import height
from briefing.export import phrases
from briefing.export.office.screen import QUIET, Run
from briefing.export.office.slide_table import Column, Page, Row, page
from briefing.wording import columns, headings
from briefing.wording.dates import day

BELOW = stage.ABOUT
"""The type of what stands below a table."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table on a slide: what it holds, its columns and its rows."""

    alt: str
    columns: tuple[Column, ...]
    page: Page


@dataclass(frozen=True, slots=True)
class Sheet:
    """One slide of the file.

    Attributes:
        slide: The deck's slide.
        table: What stands on it instead of the slide's body.
        below: What the program says below the table.
    """

    slide: Slide
    table: Table | None = None
    below: tuple[str, ...] = ()


def sheets(brief: Brief, slides: Iterable[Slide]) -> tuple[Sheet, ...]:
    """Return what stands on each slide of the file.

    Args:
        brief: The brief.
        slides: The slides of its deck that are shown.
    """
    return tuple(_sheet(brief, slide) for slide in slides)


def source_names(brief: Brief, slides: Iterable[Slide]) -> dict[int, str]:
    """Return what the sources are called by their numbers, as the slides list them."""
    listed = {
        int(line.lead): f"{line.words}, {line.note}"
        for slide in slides
        if slide.kind == "sources" and isinstance(slide.body, ListBody)
        for line in slide.body.lines
        if line.lead.isdecimal()
    }
    return phrases.named_sources(brief) | listed


def body_top(slide: Slide) -> float:
    """Return where the body of a slide begins."""
    return stage.TOP + head_height(slide)


def below_height(texts: Sequence[str]) -> float:
    """Return how high what stands below a table is."""
    return sum(height(text, BELOW, stage.COLUMN) for text in texts)


def presenter_height(slide: Slide) -> float:
    """Return how high the presenter's lines stand, with their label and the space above them."""
    if not slide.own or slide.kind == "own":
        return 0.0
    column = stage.COLUMN - stage.OWN_INDENT
    lines = sum(height(line, stage.OWN, column) for line in slide.own)
    return stage.OWN_GAP + stage.OWN_LABEL.line + lines


def _sheet(brief: Brief, slide: Slide) -> Sheet:
    make = _rows_of(brief, slide)
    if make is None or not isinstance(slide.body, ListBody):
        return Sheet(slide)
    lines = slide.body.lines
    rows = [make(line) for line in lines if line.article]
    said = tuple(
        " · ".join(filter(None, (line.words, line.note))) for line in lines if not line.article
    )
    alt, heads = _HEADS[slide.kind]
    for below in _below(brief, slide, said):
        room = stage.BOTTOM - body_top(slide) - presenter_height(slide) - below_height(below)
        found = page(rows, heads, room, slide.size)
        if found:
            return Sheet(slide, Table(alt, heads, found), below)
    return Sheet(slide)


def _below(brief: Brief, slide: Slide, said: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield what may stand below a table, the most first; the title slide says the rest too."""
    if slide.kind == "sources" and slide.part == slide.parts:
        made = f"Made on {day(brief.made.isoformat())} · {brief.program}"
        yield brief.filter_words, made, *said
    yield said


def _dated(line: Line) -> Row:
    """Make a row of what has a date; what is past by now is in grey, as its note says."""
    ink = QUIET if line.past else None
    return [
        [([Run(line.lead, "sans-bold", colour=ink)], False)],
        _words(line, ink),
        [([Run(line.note, colour=ink)], True)],
    ]


def _claim(line: Line) -> Row:
    return [_words(line), [([Run(line.note)], False)]]


def _source(line: Line, urls: Mapping[str, str | None]) -> Row:
    url = urls.get(line.words)
    return [
        [([Run(line.lead, "sans-bold")], False)],
        [([Run(line.words, "serif")], False)],
        [([Run(line.note)], True), *([([Run(url, url=url)], True)] if url else [])],
    ]


def _words(line: Line, ink: str | None = None) -> list[tuple[list[Run], bool]]:
    number = [Run(source=line.number)] if line.number else []
    return [([Run(line.words, "serif", colour=ink), *number], False)]


def _rows_of(brief: Brief, slide: Slide) -> Callable[[Line], Row] | None:
    """Return what makes the rows of a slide that becomes a table; None for the others."""
    if slide.kind == "sources":
        return partial(_source, urls={cited.source.name: cited.url for cited in brief.sources})
    return {"coming-up": _dated, "events": _dated, "claims": _claim}.get(slide.kind)


_WHEN = (
    Column(columns.WHEN, 20),
    Column(columns.WHAT, 44),
    Column("How soon, how certain, where", 36),
)

_HEADS: dict[str, tuple[str, tuple[Column, ...]]] = {
    "coming-up": (headings.COMING_UP_TABLE, _WHEN),
    "events": (headings.DATE_ORDER_TABLE, _WHEN),
    "claims": (
        headings.CLAIMS_TABLE,
        (Column(columns.CLAIM, 60), Column("Claimed by, denied by", 40)),
    ),
    "sources": (
        "The articles that are cited",
        (Column("No.", 6), Column("Title", 54), Column("Outlet and date", 40)),
    ),
}
