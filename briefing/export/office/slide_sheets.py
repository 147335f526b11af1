"""Which slides PowerPoint gets: those of the deck, its lists as native tables, and two of its own.

A list that the Present page continues on a next slide is a table here, which is divided anew. After
the timeline its events stand in a table, after the quotations a chart says who speaks how much.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from briefing.brief import Brief, Occurrence, Reference
from briefing.deck import Line, ListBody, Slide, slide_words, stage
from briefing.deck import slides as slides_of
from briefing.deck.build import numbers_on, sources
from briefing.deck.fit import head_height
from briefing.deck.measure import height
from briefing.export import phrases
from briefing.export.office.continued_lists import joined_lines
from briefing.export.office.screen import QUIET, Run
from briefing.export.office.slide_table import Column, Page, Row, pages
from briefing.wording.dates import day

BELOW = stage.ABOUT
"""The type of what stands below a table."""

_TIMELINE_SIZE = 30.0
_SOURCES_SIZE = 32.0


@dataclass(frozen=True, slots=True)
class Table:
    """A table on a slide: what it holds, its columns and those of its rows that stand here."""

    alt: str
    columns: tuple[Column, ...]
    page: Page


@dataclass(frozen=True, slots=True)
class Sheet:
    """One slide of the file.

    Attributes:
        slide: The deck's slide; its heading, part, evidence and the presenter's lines hold.
        table: What stands on it instead of the slide's body.
        chart: Whether the chart of who speaks stands on it.
        below: What the program says below the table.
    """

    slide: Slide
    table: Table | None = None
    chart: bool = False
    below: tuple[str, ...] = ()


def sheets(brief: Brief, slides: Sequence[Slide]) -> tuple[Sheet, ...]:
    """Return the slides of the file; the sources are always among them.

    What is drawn from the brief beside the slides is left out where these are older than it, such
    as those of a locked deck after the library has changed.

    Args:
        brief: The brief.
        slides: The slides of its deck that are shown.
    """
    shown = list(slides or slides_of(brief)[:1])
    current = _current(brief, shown)
    shown = _with_sources(brief, shown, current=current)
    last_said = max((at for at, slide in enumerate(shown) if slide.kind == "quotation"), default=-1)
    found: list[Sheet] = []
    for _, group in groupby(enumerate(shown), key=lambda each: each[1].key):
        places, parts = zip(*group, strict=True)
        found += _sheets_of(brief, parts)
        if current and parts[0].kind == "timeline":
            found += _timeline(brief, parts[0])
        if current and last_said in places and brief.voices:
            voices = Slide("voices", "quotation", "Who speaks how much", ListBody(()))
            found.append(Sheet(voices, chart=True))
    return tuple(found)


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


def _current(brief: Brief, slides: Sequence[Slide]) -> bool:
    """Say whether slides lead to nothing but items of the brief."""
    found = {item.at for item in brief.bottom_line}
    found |= {item.at for item in (*brief.key_quotations, *brief.quotations.items)}
    found |= {item.at for item in (*brief.coming_up.items, *brief.timeline.items)}
    found |= {item.at for item in brief.relations.items}
    found |= {item.at for item in brief.claims.items}
    return all(at in found for slide in slides for at in slide.evidence)


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


def _sheets_of(brief: Brief, parts: Sequence[Slide]) -> Iterator[Sheet]:
    """Yield the sheets of one slide of the deck with all its parts."""
    first = parts[0]
    make = _rows_of(brief, first)
    if make is None:
        yield from map(Sheet, parts)
        return
    lines, evidence = joined_lines(parts)
    rows = [line for line in lines if line.article]
    said = tuple(
        " · ".join(filter(None, (line.words, line.note))) for line in lines if not line.article
    )
    if first.kind == "sources":
        made = f"Made on {day(brief.made.isoformat())} · {brief.program}"
        said = (f"{brief.filter_words}", made, *said)
    slide = replace(
        first,
        own=tuple(line for part in parts for line in part.own),
        evidence=tuple(evidence),
    )
    yield from _divided(slide, [make(line) for line in rows], said)


def _timeline(brief: Brief, slide: Slide) -> Iterator[Sheet]:
    items = brief.timeline.items
    left_out = phrases.left_out(brief.timeline, "nearest", "event")
    table = Slide(
        "timeline-table",
        "timeline",
        "Events in order of time",
        ListBody(()),
        tuple(item.at for item in items),
        size=_TIMELINE_SIZE,
    )
    yield from _divided(table, [_event(item) for item in items], (left_out,) if left_out else ())


def _divided(slide: Slide, rows: Sequence[Row], below: tuple[str, ...]) -> Iterator[Sheet]:
    alt, columns = _HEADS[slide.key if slide.key in _HEADS else slide.kind]
    room = stage.BOTTOM - body_top(slide) - presenter_height(slide) - below_height(below)
    found = pages(rows, columns, room, slide.size) if rows else ()
    if not found:
        yield Sheet(replace(slide, body=ListBody(()), part=1, parts=1), below=below)
    evidence = list(slide.evidence)
    for at, page in enumerate(found, start=1):
        here: tuple[Reference, ...] = tuple(evidence[: len(page.rows)])
        del evidence[: len(page.rows)]
        part = replace(
            slide,
            part=at,
            parts=len(found),
            evidence=here,
            own=slide.own if at == len(found) else (),
        )
        yield Sheet(part, Table(alt, columns, page), below=below if at == len(found) else ())


def _coming(line: Line) -> Row:
    """Make a row of what comes up; what is past by now is in grey, as its note says."""
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


def _event(item: Occurrence) -> Row:
    ink = QUIET if item.past else None
    words = [Run(item.title, "serif", colour=ink), Run(source=item.at.number)]
    near = [([Run(item.outlook, colour=ink)], True)] if item.outlook else []
    return [
        [([Run(item.when, "sans-bold", colour=ink)], False), *near],
        [(words, False), *([([Run(item.stands, colour=ink)], True)] if item.stands else [])],
        [([Run(item.place or "", colour=ink)], True)],
        [([Run(phrases.how_dated(item), colour=ink)], True)],
    ]


def _words(line: Line, ink: str | None = None) -> list[tuple[list[Run], bool]]:
    number = [Run(source=line.number)] if line.number else []
    return [([Run(line.words, "serif", colour=ink), *number], False)]


def _with_sources(brief: Brief, slides: Sequence[Slide], *, current: bool) -> list[Slide]:
    """Return slides with the sources of all that stands on them, at the end where they were not.

    The table of events names more sources than the slides of the deck.
    """
    listed = [slide for slide in slides if slide.kind == "sources"]
    if not current:
        return [*slides, *(() if listed else (_sources(brief, slides),))]
    numbers = numbers_on(slides)
    if any(slide.kind == "timeline" for slide in slides):
        numbers |= {item.at.number for item in brief.timeline.items}
    own = tuple(line for part in listed for line in part.own)
    made = replace(sources(brief, numbers), own=own, size=_SOURCES_SIZE)
    if not listed:
        return [*slides, made]
    at = slides.index(listed[0])
    rest = [slide for slide in slides[at:] if slide.kind != "sources"]
    return [*slides[:at], made, *rest]


def _sources(brief: Brief, slides: Sequence[Slide]) -> Slide:
    """Make the sources that slides lead to, which are older than the brief."""
    cited = {each.source.article_id: each.source for each in brief.sources}
    lines = []
    used = {at.number: at.article_id for slide in slides for at in slide.evidence}
    for number, article_id in sorted(used.items()):
        source = cited.get(article_id)
        name = source.name if source else "An article that is not under the filter"
        lines.append(Line(f"{number}", name, True, source.line if source else "", None))
    note = Line("", brief.verified, False, brief.review, None)
    body = ListBody((*lines, note))
    return Slide("sources", "sources", slide_words.KINDS["sources"], body, size=_SOURCES_SIZE)


def _rows_of(brief: Brief, slide: Slide) -> Callable[[Line], Row] | None:
    """Return what makes the rows of a slide that becomes a table; None for the others."""
    if slide.kind == "sources":
        return partial(_source, urls={cited.source.name: cited.url for cited in brief.sources})
    return {"coming-up": _coming, "claims": _claim}.get(slide.kind)


_HEADS: dict[str, tuple[str, tuple[Column, ...]]] = {
    "coming-up": (
        "What is coming up, the nearest first",
        (Column("When", 20), Column("What", 44), Column("How near, how certain, where", 36)),
    ),
    "claims": (
        "What is claimed and denied, and by whom",
        (Column("Claim", 60), Column("Who says so, who denies it", 40)),
    ),
    "sources": (
        "The articles that are cited",
        (Column("No.", 6), Column("Title", 54), Column("Outlet and date", 40)),
    ),
    "timeline-table": (
        "Everything in order of time, the undated last",
        (
            Column("When", 18),
            Column("What", 40),
            Column("Where", 14),
            Column("How the date is known", 32),
        ),
    ),
}
