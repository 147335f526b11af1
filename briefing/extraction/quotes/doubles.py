"""Words that two quotations of one speaker hold: they are given once."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.extraction.quotes.drafts import Draft
from briefing.extraction.quotes.page import Page
from briefing.extraction.rules import Rule, first, rule

_JOINTS = {",", "and", "but", "or", "-", "--"}


@dataclass(frozen=True, slots=True)
class Pair:
    """A quotation whose words lie inside another's."""

    page: Page
    outer: Draft
    inner: Draft


@rule(
    example="The minister declared it “another great day” and said it was a step to peace.",
    counter_example="The minister declared it “another great day” and a step to peace.",
)
def said_next(pair: Pair) -> int | None:
    """A speaker's first report ends where the next one of the same speaker begins."""
    cue = pair.inner.cue
    if cue is None or cue.kind != "verb" or not _covers(pair.outer, cue.head.idx):
        return None
    if pair.outer.speaker is None or pair.inner.speaker is None:
        return None
    if pair.outer.speaker != pair.inner.speaker or pair.outer.start >= cue.head.idx:
        return None
    index = cue.head.i
    while index > 0 and pair.page.doc[index - 1].lower_ in _JOINTS:
        index -= 1
    return pair.page.offsets[index]


RULES: tuple[Rule[[Pair], int], ...] = (said_next,)


def without_doubles(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Return the quotations in order, with the words that two of them hold given to one."""
    given = [draft for draft in drafts if draft.spans]
    ordered = sorted(given, key=lambda one: (one.start, -one.end))
    for number, outer in enumerate(ordered):
        for inner in ordered[number + 1 :]:
            if not outer.spans or inner.start >= outer.end:
                break
            cut = first(RULES, Pair(page, outer, inner)) if inner.end <= outer.end else None
            if cut is not None:
                outer.spans = [(low, min(high, cut)) for low, high in outer.spans if low < cut]
    return [draft for draft in ordered if draft.spans]


def _covers(draft: Draft, offset: int) -> bool:
    return any(low <= offset < high for low, high in draft.spans)
