"""Makes the slides of a brief, before they are fitted: what is on them, not how large it is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from briefing.brief import Brief, Claim, Occurrence, Quotation, Relation
from briefing.brief.choose import in_turns
from briefing.deck.fit import fit
from briefing.deck.measure import longest
from briefing.deck.slide import (
    Line,
    ListBody,
    PictureBody,
    QuotationBody,
    QuotationsBody,
    RelationBody,
    Slide,
    TitleBody,
    VoicesBody,
)
from briefing.map.finding import finding
from briefing.map.geography import drawable
from briefing.tables import WORKED_OUT
from briefing.timeline.bars import bars
from briefing.wording import headings
from briefing.wording.dates import day, working_words
from briefing.wording.notices import in_date_order, no_match
from briefing.wording.signs import EVENT_BASES
from briefing.wording.sources import THE_ARTICLE
from briefing.wording.words import count

RELATIONS = 6
"""So many relations get a slide of their own in a full deck, unless a plan says otherwise."""

SHORT = frozenset(
    {
        "title",
        "bottom-line",
        "coming-up",
        "quotations",
        "claims",
        "map",
        "voices",
        "sources",
    }
)
"""The keys of the slides of a short deck."""

_DRAWN = ("map", "timeline")

_QUOTATIONS = 3
"""So many quotations stand on the slide of quotations at most."""
_SHORT_LISTS = {"coming-up": 6, "claims": 4}
"""So many lines a list of a short deck has at most; the rest is counted."""


def usual_slides(brief: Brief, *, full: bool = False) -> Iterator[Slide]:
    """Yield the slides that a brief has without a plan, in the usual order.

    Args:
        brief: The brief.
        full: Whether every slide is yielded and every list is whole; else the eight that say most,
            with what is weightiest on one screen each.
    """
    yield title(brief)
    if brief.empty:
        yield from _bottom_line(brief, full=full)
        return
    yield from _bottom_line(brief, full=full)
    yield from _coming_up(brief, full=full)
    if full:
        yield from _timeline(brief)
        yield from _events(brief)
    first = _weightiest(brief)
    if first:
        yield quotations("quotations", headings.KEY_QUOTATIONS, first)
    rest = [item for item in brief.key_quotations if item not in first]
    if full and rest:
        yield quotations("quotations-more", headings.FURTHER_QUOTATIONS, rest)
    yield from _claims(brief, full=full)
    if drawable(brief.relation_rows).any():
        at = tuple(item.at for item in brief.relations.items)
        heading = finding(brief.relation_rows)
        yield Slide("map", "map", heading, PictureBody("map", heading), at)
    if full:
        yield from map(relation, _of_each_pair(brief))
    yield from _voices(brief)
    yield sources(brief, {cited.number for cited in brief.sources})


def further_slides(brief: Brief) -> Iterator[Slide]:
    """Yield what a presenter may add: a full deck's slides, each quotation, each relation."""
    yield from usual_slides(brief, full=True)
    said = {item.at.fact_id: item for item in (*brief.key_quotations, *brief.quotations.items)}
    yield from map(quotation, said.values())
    usually = {item.at.fact_id for item in _of_each_pair(brief)}
    others = (item for item in brief.relations.items if item.at.fact_id not in usually)
    yield from map(relation, others)


def _of_each_pair(brief: Brief) -> list[Relation]:
    return in_turns(brief.relations.items, lambda item: item.pair, RELATIONS)


def _on_one_screen(make: Callable[[int], Slide], number: int) -> Slide:
    """Make a slide of as many items as stand on one screen, of one at least."""
    return make(longest(number, lambda items: len(fit(make(items))) == 1) or 1)


def _bottom_line(brief: Brief, *, full: bool) -> Iterator[Slide]:
    def made(number: int) -> Slide:
        items = brief.bottom_line[:number]
        lines = tuple(Line("", item.words, True, item.told, item.at.number) for item in items)
        at = tuple(item.at for item in items)
        return Slide("bottom-line", "bottom-line", headings.BOTTOM_LINE, ListBody(lines), at)

    if brief.own is not None and brief.own.bottom_line:
        heading, own = headings.BOTTOM_LINE, brief.own.bottom_line
        yield Slide("bottom-line", "own", heading, ListBody(()), own=own)
    number = len(brief.bottom_line)
    if number:
        yield made(number) if full else _on_one_screen(made, number)


def _coming_up(brief: Brief, *, full: bool) -> Iterator[Slide]:
    coming = brief.coming_up

    def made(number: int) -> Slide:
        items = coming.items[:number]
        lines = [_occurrence(item) for item in items]
        lines += _left_out(number, coming.total, "date", ", nearest first")
        counted = brief.outlook.counted
        lines += [Line("", counted, False, "", None)] if counted else []
        at = tuple(item.at for item in items)
        return Slide("coming-up", "coming-up", brief.outlook.heading, ListBody(tuple(lines)), at)

    number = len(coming.items)
    if number:
        yield made(number) if full else _on_one_screen(made, min(number, _SHORT_LISTS["coming-up"]))


def _claims(brief: Brief, *, full: bool) -> Iterator[Slide]:
    claims = brief.claims

    def made(number: int) -> Slide:
        items = claims.items[:number]
        lines = [_claim(item) for item in items]
        lines += _left_out(number, claims.total, "claim", "")
        at = tuple(item.at for item in items)
        return Slide("claims", "claims", headings.DISPUTED_CLAIMS, ListBody(tuple(lines)), at)

    number = len(claims.items)
    if number:
        yield made(number) if full else _on_one_screen(made, min(number, _SHORT_LISTS["claims"]))


def _timeline(brief: Brief) -> Iterator[Slide]:
    if bars(brief.event_rows):
        words = in_date_order(brief.timeline.total)
        at = tuple(item.at for item in brief.timeline.items)
        yield Slide("timeline", "timeline", headings.TIMELINE, PictureBody("timeline", words), at)


def _events(brief: Brief) -> Iterator[Slide]:
    items = brief.timeline.items
    if items:
        lines = [_occurrence(item) for item in items]
        lines += _left_out(len(items), brief.timeline.total, "event", ", those nearest in time")
        at = tuple(item.at for item in items)
        yield Slide("events", "events", headings.IN_DATE_ORDER, ListBody(tuple(lines)), at)


def _weightiest(brief: Brief) -> list[Quotation]:
    """Choose the weightiest quotations that stand on one screen together, of each speaker first."""
    key = brief.key_quotations
    each = in_turns(key, lambda item: item.speaker, _QUOTATIONS)
    chosen: list[Quotation] = []
    for item in (*each, *(item for item in key if item not in each)):
        more = [*chosen, item]
        if len(fit(quotations("quotations", headings.KEY_QUOTATIONS, more))) == 1:
            chosen = more
        if len(chosen) == _QUOTATIONS:
            break
    return sorted(chosen, key=key.index) or list(key[:1])


def _voices(brief: Brief) -> Iterator[Slide]:
    voices = brief.voices
    if not voices:
        return
    first, total = voices[0], count(brief.quotations.total, "quotation")
    most = len(voices) == 1 or first.quotations > voices[1].quotations
    heading = (
        f"{first.name} speaks most: {first.quotations:,} of {total}"
        if most
        else headings.BY_SPEAKER
    )
    yield Slide("voices", "voices", heading, VoicesBody(voices))


def title(brief: Brief) -> Slide:
    """Make the title slide, which says the filter, the day, and what made it."""
    opening = TitleBody(
        brief.scope,
        no_match(brief.filter_words) if brief.empty else brief.filter_words,
        day(brief.made.isoformat()),
        brief.review,
        brief.program,
    )
    if brief.own is None:
        return Slide("title", "title", brief.title, opening)
    own = tuple(f"{label}: {words}" for label, words in brief.own.about)
    return Slide("title", "title", brief.title, opening, own=own, notes=brief.own.notes)


def sources(brief: Brief, numbers: Collection[int]) -> Slide:
    """Make the slide of sources, which ends with the count of what was verified.

    Args:
        brief: The brief.
        numbers: The numbers that stand on slides; other articles of the brief are counted.
    """
    lines = [
        Line(f"{item.number}", item.source.name, True, item.source.listed, None)
        for item in brief.sources
        if item.number in numbers
    ]
    others = len(brief.sources) - len(lines)
    more = ""
    if others:
        more = f"{count(others, 'further article')} behind the map and the timeline"
    note = Line("", brief.verified, False, " · ".join(filter(None, (brief.review, more))), None)
    return Slide("sources", "sources", headings.SOURCES, ListBody((*lines, note)))


def numbers_on(slides: Iterable[Slide]) -> set[int]:
    """Return the numbers of sources that stand on slides, beside their words."""
    return {at.number for slide in slides if slide.kind not in _DRAWN for at in slide.evidence}


def quotation(item: Quotation) -> Slide:
    """Make the slide of one quotation."""
    return Slide(f"q:{item.at.fact_id}", "quotation", item.speaker, QuotationBody(item), (item.at,))


def quotations(key: str, heading: str, items: Iterable[Quotation]) -> Slide:
    """Make a slide of several quotations."""
    said = tuple(items)
    return Slide(key, "quotations", heading, QuotationsBody(said), tuple(item.at for item in said))


def relation(item: Relation) -> Slide:
    """Make the slide of one relation."""
    return Slide(f"r:{item.at.fact_id}", "relation", item.parties, RelationBody(item), (item.at,))


def _occurrence(item: Occurrence) -> Line:
    basis = EVENT_BASES[item.basis].word
    if item.working:
        words = working_words(item.working)
        basis = f"calculated: {words}" if item.basis in WORKED_OUT else words
    near = f"{item.outlook[:1].upper()}{item.outlook[1:]}"
    note = " · ".join(filter(None, (near, item.stands, item.place, basis, *item.hedges)))
    lead = " · ".join(filter(None, (item.when, item.label)))
    return Line(lead, item.title, True, note, item.at.number, item.past)


def _claim(item: Claim) -> Line:
    note = f"Claimed by {item.who_says or THE_ARTICLE} · Denied by {item.who_denies}"
    return Line("", item.words, True, note, item.at.number)


def _left_out(listed: int, total: int, one: str, order: str) -> Sequence[Line]:
    if listed >= total:
        return ()
    return (Line("", f"{listed:,} of {count(total, one)}{order}.", False, "", None),)
