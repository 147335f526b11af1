"""Makes the slides of a brief, before they are fitted: what is on them, not how large it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from briefing.brief import Brief, Claim, Occurrence, Quotation, Relation
from briefing.brief.choose import in_turns
from briefing.deck.slide import (
    Line,
    ListBody,
    PictureBody,
    QuotationBody,
    RelationBody,
    Slide,
    TitleBody,
)
from briefing.map.finding import finding
from briefing.map.geography import drawable
from briefing.tables import WORKED_OUT
from briefing.timeline.bars import bars
from briefing.wording.dates import day
from briefing.wording.signs import EVENT_BASES
from briefing.wording.words import count

RELATIONS = 6
"""So many relations get a slide of their own, unless a plan says otherwise."""

_DRAWN = ("map", "timeline")


def usual_slides(brief: Brief) -> Iterator[Slide]:
    """Yield the slides that a brief has without a plan, in the usual order."""
    yield title(brief)
    if brief.empty:
        return
    if brief.bottom_line:
        lines = [
            Line("", item.words, True, item.told, item.at.number) for item in brief.bottom_line
        ]
        at = tuple(item.at for item in brief.bottom_line)
        yield Slide("bottom-line", "bottom-line", "Bottom line", ListBody(tuple(lines)), at)
    yield from map(quotation, brief.key_quotations)
    coming = brief.coming_up.items
    if coming:
        at = tuple(item.at for item in coming)
        lines = [_occurrence(item) for item in coming]
        lines += _left_out(len(coming), brief.coming_up.total, "date", ", the nearest first")
        counted = brief.outlook.counted
        lines += [Line("", counted, False, "", None)] if counted else []
        heading = brief.outlook.heading
        yield Slide("coming-up", "coming-up", heading, ListBody(tuple(lines)), at)
    if bars(brief.event_rows):
        words = f"{count(brief.timeline.total, 'event')} in order of time"
        at = tuple(item.at for item in brief.timeline.items)
        yield Slide("timeline", "timeline", "Timeline", PictureBody("timeline", words), at)
    if drawable(brief.relation_rows).any():
        at = tuple(item.at for item in brief.relations.items)
        heading = finding(brief.relation_rows)
        yield Slide("map", "map", heading, PictureBody("map", heading), at)
    yield from map(relation, _of_each_pair(brief))
    claims = brief.claims.items
    if claims:
        at = tuple(item.at for item in claims)
        lines = [_claim(item) for item in claims]
        lines += _left_out(len(claims), brief.claims.total, "claim", "")
        yield Slide("claims", "claims", "Claimed and denied", ListBody(tuple(lines)), at)
    yield sources(brief, {cited.number for cited in brief.sources})


def further_slides(brief: Brief) -> Iterator[Slide]:
    """Yield the slides that a presenter may add: the other quotations and relations."""
    key = {item.at.fact_id for item in brief.key_quotations}
    yield from (quotation(item) for item in brief.quotations.items if item.at.fact_id not in key)
    usually = {item.at.fact_id for item in _of_each_pair(brief)}
    others = (item for item in brief.relations.items if item.at.fact_id not in usually)
    yield from map(relation, others)


def _of_each_pair(brief: Brief) -> list[Relation]:
    return in_turns(brief.relations.items, lambda item: item.pair, RELATIONS)


def title(brief: Brief) -> Slide:
    """Make the title slide, which says the filter, the day, and what made it."""
    nothing = "Nothing matches the filter: " if brief.empty else ""
    opening = TitleBody(
        brief.scope,
        nothing + brief.filter_words,
        day(brief.made.isoformat()),
        brief.review,
        brief.program,
    )
    return Slide("title", "title", brief.title, opening)


def sources(brief: Brief, numbers: Collection[int]) -> Slide:
    """Make the slide of sources, which ends with the count of what was verified.

    Args:
        brief: The brief.
        numbers: The numbers that stand on slides; other articles of the brief are counted.
    """
    lines = [
        Line(f"{item.number}", item.source.name, True, item.source.line, None)
        for item in brief.sources
        if item.number in numbers
    ]
    others = len(brief.sources) - len(lines)
    more = ""
    if others:
        more = f"{count(others, 'further article')} behind the map and the timeline"
    note = Line("", brief.verified, False, " · ".join(filter(None, (brief.review, more))), None)
    return Slide("sources", "sources", "Sources", ListBody((*lines, note)))


def numbers_on(slides: Iterable[Slide]) -> set[int]:
    """Return the numbers of sources that stand on slides, beside their words."""
    return {at.number for slide in slides if slide.kind not in _DRAWN for at in slide.evidence}


def quotation(item: Quotation) -> Slide:
    """Make the slide of one quotation."""
    return Slide(f"q:{item.at.fact_id}", "quotation", item.speaker, QuotationBody(item), (item.at,))


def relation(item: Relation) -> Slide:
    """Make the slide of one relation."""
    return Slide(f"r:{item.at.fact_id}", "relation", item.parties, RelationBody(item), (item.at,))


def _occurrence(item: Occurrence) -> Line:
    basis = EVENT_BASES[item.basis].word
    if item.working:
        basis = f"worked out: {item.working}" if item.basis in WORKED_OUT else item.working
    near = f"{item.outlook[:1].upper()}{item.outlook[1:]}"
    note = " · ".join(filter(None, (near, item.stands, item.place, basis, *item.hedges)))
    lead = " · ".join(filter(None, (item.when, item.label)))
    return Line(lead, item.title, True, note, item.at.number, item.past)


def _claim(item: Claim) -> Line:
    note = f"Says: {item.who_says or 'the article'} · Denies: {item.who_denies}"
    return Line("", item.words, True, note, item.at.number)


def _left_out(listed: int, total: int, one: str, order: str) -> Sequence[Line]:
    if listed >= total:
        return ()
    return (Line("", f"{listed:,} of {count(total, one)}{order}.", False, "", None),)
