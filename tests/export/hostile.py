"""A brief whose articles say what breaks files: markup, control signs, scripts, long words."""

from __future__ import annotations

from dataclasses import replace

from briefing.brief import Brief, Claim, Listed, Occurrence, Quotation, Relation
from briefing.wording.verbatim import Piece

LONG = "Donaudampfschifffahrt" * 15
TEXTS = (
    "<b>bold</b> & <script>alert(1)</script> ]]> &amp;",
    "a bell \x07, an escape \x1b[31m and a null \x00 in it",
    "قال الوزير إن الميناء مغلق \u202eabc",
    "👩‍👩‍👧 🇰🇷 ok 北京",
    LONG,
    "=cmd|' /C calc'!A0 {PAGE} \\* MERGEFORMAT , then ; more",
)


def hostile(brief: Brief) -> Brief:
    """Put such words into every kind of item of a brief."""
    said, event = brief.quotations.items[0], brief.timeline.items[0]
    related, claim = brief.relations.items[0], brief.claims.items[0]
    quotations = tuple(_quotation(said, text) for text in TEXTS)
    events = tuple(_event(event, text) for text in TEXTS)
    relations = tuple(_relation(related, text) for text in TEXTS)
    claims = tuple(_claim(claim, text) for text in TEXTS)
    cited = brief.sources[0]
    return replace(
        brief,
        title=" ".join(TEXTS),
        scope=TEXTS[0],
        narrowed=(f"Words: “{TEXTS[0]}{TEXTS[1]}”",),
        sources=(
            replace(
                cited, source=replace(cited.source, title=TEXTS[0]), url="javascript:alert(1)&<"
            ),
        ),
        bottom_line=tuple(replace(brief.bottom_line[0], words=text) for text in TEXTS),
        key_quotations=quotations[:5],
        quotations=Listed(quotations, 412),
        coming_up=Listed(events, 40),
        timeline=Listed(events, 90),
        relations=Listed(relations, 90),
        claims=Listed(claims, 30),
    )


def _quotation(item: Quotation, text: str) -> Quotation:
    pieces = (Piece("that", False), Piece(text, True), Piece(", he added", False, gap=True))
    at = replace(item.at, sentence=f"He said that “{text}”.", fact_id=f"a.q.{text[:9]!r}")
    return replace(
        item, pieces=pieces, speaker=text, role=text, country=text, circumstances=text, at=at
    )


def _event(item: Occurrence, text: str) -> Occurrence:
    return replace(
        item, when=text[:40], title=text, place=text[:20], working=text, basis="computed"
    )


def _relation(item: Relation, text: str) -> Relation:
    at = replace(item.at, sentence=f"{text} warned {text}")
    return replace(item, source=text, target=text, trigger="warned", claimed_by=text, at=at)


def _claim(item: Claim, text: str) -> Claim:
    return replace(item, words=text, who_says=text, who_denies=text)
