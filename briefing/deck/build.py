"""Makes the slides of a brief, in the order of a plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefing.brief import Brief, Claim, Occurrence
from briefing.deck.plan import Choice, Plan
from briefing.deck.slide import Line, Lines, Opening, Picture, Said, Slide, Stands
from briefing.map.finding import finding
from briefing.wording.dates import day
from briefing.wording.signs import EVENT_BASES
from briefing.wording.words import count


def slides(brief: Brief, plan: Plan | None = None) -> tuple[Slide, ...]:
    """Make the slides of a brief: those that the plan shows, in its order.

    Args:
        brief: The brief.
        plan: The presenter's decisions; all slides in the usual order when None.
    """
    made = {slide.key: slide for slide in _usual(brief)}
    chosen: list[Slide] = []
    for choice in (plan or Plan()).choices:
        slide = made.pop(choice.key, None) or _own(choice)
        if slide is not None and choice.shown:
            chosen.append(_with_lines(slide, choice))
    return (*chosen, *made.values())


def _usual(brief: Brief) -> Iterable[Slide]:
    yield _title(brief)
    if brief.empty:
        return
    if brief.bottom_line:
        lines = [Line("", item.words, True, "", item.at.number) for item in brief.bottom_line]
        at = tuple(item.at for item in brief.bottom_line)
        yield Slide("bottom-line", "bottom-line", "Bottom line", Lines(tuple(lines)), at, size=44.0)
    for item in brief.key_quotations:
        yield Slide(f"q:{item.at.fact_id}", "quotation", item.speaker, Said(item), (item.at,))
    coming = brief.coming_up.items
    if coming:
        at = tuple(item.at for item in coming)
        lines = [_occurrence(item) for item in coming]
        yield Slide("coming-up", "coming-up", "Coming up", Lines(tuple(lines)), at)
    if brief.timeline.items:
        words = f"{count(brief.timeline.total, 'event')} in order of time"
        at = tuple(item.at for item in brief.timeline.items)
        yield Slide("timeline", "timeline", "Timeline", Picture("timeline", words), at)
    if not brief.relation_rows.empty:
        at = tuple(item.at for item in brief.relations.items)
        heading = finding(brief.relation_rows)
        yield Slide("map", "map", heading, Picture("map", heading), at)
    for relation in brief.relations.items[:_RELATIONS]:
        key = f"r:{relation.at.fact_id}"
        yield Slide(key, "relation", relation.parties, Stands(relation), (relation.at,))
    claims = brief.claims.items
    if claims:
        at = tuple(item.at for item in claims)
        lines = [_claim(item) for item in claims]
        yield Slide("claims", "claims", "Claimed and denied", Lines(tuple(lines)), at)
    cited = [
        Line(f"{item.number}", item.source.name, True, item.source.line, None)
        for item in brief.sources
    ]
    note = Line("", brief.verified, False, brief.review, None)
    yield Slide("sources", "sources", "Sources", Lines((*cited, note)))


_RELATIONS = 6
"""So many relations get a slide of their own, unless the plan says otherwise."""


def _title(brief: Brief) -> Slide:
    narrowed = "Nothing matches the filter. " if brief.empty else ""
    opening = Opening(
        brief.scope,
        narrowed + brief.filter_words,
        day(brief.made.isoformat()),
        brief.review,
        brief.program,
    )
    return Slide("title", "title", brief.title, opening)


def _occurrence(item: Occurrence) -> Line:
    basis = item.working or EVENT_BASES[item.basis].word
    note = " · ".join(filter(None, (item.place, basis, *item.hedges)))
    return Line(item.when, item.title, True, note, item.at.number)


def _claim(item: Claim) -> Line:
    says = "" if item.quoted_denial else f"Says: {item.who_says or 'the article'} · "
    note = f"{says}Denies: {item.who_denies or 'somebody who is not named'}"
    return Line("", item.words, True, note, item.at.number)


def _own(choice: Choice) -> Slide | None:
    """Make the presenter's own slide, None where a slide that was planned is no longer there."""
    if not choice.key.startswith("own:"):
        return None
    return Slide(choice.key, "own", choice.heading, Lines(()))


def _with_lines(slide: Slide, choice: Choice) -> Slide:
    return replace(slide, own=choice.own) if choice.own else slide
