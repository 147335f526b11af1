"""What a printed brief says, block by block, as plain data for the template that sets it.

Everything that is chosen, ordered or worded is decided here; the template only sets it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from briefing.brief.choose import in_turns
from briefing.brief.content import Brief, Claim, Occurrence, Quotation, Reference
from briefing.brief.pictures import Picture
from briefing.export.options import Form, Options
from briefing.export.paper_blocks import (
    Block,
    Run,
    empty_frame,
    heading,
    in_context,
    left_out,
    note,
    picture,
    staff_words,
    table,
)
from briefing.export.paper_choice import LONG, letters, short_first
from briefing.export.phrases import (
    RelationGroup,
    group_by_phrase,
    how_dated,
    how_said,
    in_marks,
    outlook_lines,
    speaker_line,
    standing,
    who_claims,
    who_denies,
)
from briefing.wording.checked import SPEAKERS
from briefing.wording.dates import WHY_YEARLESS, YEARLESS, day
from briefing.wording.marking import style_of
from briefing.wording.signs import QUADS
from briefing.wording.words import count, shorten

Section = Literal[
    "quotation",
    "coming",
    "claim",
    "relation",
    "map",
    "timeline",
    "more",
    "voice",
    "date",
    "yearless",
]

KINDS: dict[Form, str] = {
    "brief": "Brief",
    "meeting": "Meeting brief",
    "full": "Full briefing",
}
"""What a form is called on its first page."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """The drawings of a brief, None where nothing can be drawn."""

    map: Picture | None
    timeline: Picture | None


@dataclass(frozen=True, slots=True)
class Share:
    """How many items of each section a paper lists; `more` are quotations after the map."""

    quotation: int = 0
    coming: int = 0
    claim: int = 0
    relation: int = 0
    map: int = 0
    timeline: int = 0
    more: int = 0
    voice: int = 0
    date: int = 0
    yearless: int = 0


class Paper:
    """A brief on its way to paper: what there is of each section, and the blocks of a share."""

    def __init__(self, brief: Brief, options: Options, pictures: Pictures) -> None:
        self._brief = brief
        self._options = options
        self._pictures = pictures
        full = options.form == "full"
        self._quotations = brief.quotations.items if full else short_first(brief.key_quotations)
        self._relations = group_by_phrase(brief.relations.items)
        self._cited: set[int] = set()

    @property
    def everything(self) -> Share:
        """All there is of each section that the form has."""
        brief, form = self._brief, self._options.form
        return Share(
            quotation=len(self._quotations),
            coming=len(brief.coming_up.items),
            claim=len(brief.claims.items),
            relation=len(self._relations),
            map=int(self._pictures.map is not None and form != "meeting"),
            timeline=int(self._pictures.timeline is not None and form != "meeting"),
            more=len(self._quotations) if form == "brief" else 0,
            voice=len(brief.voices) if form == "full" else 0,
            date=len(brief.timeline.items) if form == "full" else 0,
            yearless=len(brief.yearless.items) if form == "full" else 0,
        )

    def data(self, share: Share, *, unprinted: bool = False) -> Block:
        """Say what stands on the paper.

        Args:
            share: How much is listed.
            unprinted: Whether pictures are blank, which is quicker where only pages are counted.
        """
        brief, marking = self._brief, style_of(self._brief.marking)
        self._cited = set()
        blocks = self._nothing() if brief.empty else self._blocks(share)
        if unprinted:
            blocks = [empty_frame(block) if block["is"] == "picture" else block for block in blocks]
        return {
            "title": shorten(brief.title, 240),
            "short_title": shorten(brief.title, 70),
            "kind": KINDS[self._options.form],
            "scope": brief.scope,
            "filter": f"Filter: {brief.filter_words}" if brief.narrowed else brief.filter_words,
            "review": brief.review,
            "paper": "us-letter" if self._options.paper == "letter" else "a4",
            "made": [brief.made.year, brief.made.month, brief.made.day],
            "made_words": day(brief.made.isoformat()),
            "marking": None
            if marking is None
            else {
                "text": marking.text,
                "align": marking.align,
                "colour": marking.colour,
                "ground": marking.ground,
            },
            "blocks": [*blocks, *self._end(marking.text if marking else "")],
        }

    def _blocks(self, share: Share) -> list[Block]:
        if self._options.form == "meeting":
            return self._meeting(share)
        return [
            *self._bottom_line("Bottom line"),
            *self._said("Key quotations" if share.voice == 0 else "Quotations", share),
            *self._voices(share),
            *self._contested(share),
            *self._coming("Coming up", share),
            {"is": "answered"},
            *self._stands("How they stand to each other", share),
            *self._dates(share),
            *self._yearless(share),
            *self._more(share),
        ]

    def _meeting(self, share: Share) -> list[Block]:
        options = self._options
        return [
            staff_words("Objective", [options.objective] if options.objective else [], rules=2),
            staff_words("Points to make", options.points, rules=4, numbered=True),
            *self._bottom_line("Background"),
            *self._stands("", share),
            *self._contested(share),
            *self._said("Their recent statements", share),
            staff_words("If raised", options.if_raised, rules=3),
            *self._coming("Next dates", share),
        ]

    def _nothing(self) -> list[Block]:
        words = f"Nothing matches the filter: {self._brief.filter_words}."
        blocks: list[Block] = [note(words, strong=True)]
        if self._options.form == "meeting":
            options = self._options
            blocks += [
                staff_words("Objective", [options.objective] if options.objective else [], rules=2),
                staff_words("Points to make", options.points, rules=4, numbered=True),
                staff_words("If raised", options.if_raised, rules=3),
            ]
        return blocks

    def _bottom_line(self, title: str) -> list[Block]:
        picked = self._brief.bottom_line
        if not picked:
            return []
        items = [
            {"words": shorten(each.words, LONG), "n": self._number(each.at), "told": each.told}
            for each in picked
        ]
        label = (
            "The article’s own sentences"
            if len(self._brief.sources) == 1
            else ("The articles’ own sentences")
        )
        return [heading(title), {"is": "sentences", "label": label, "items": items}]

    def _said(self, title: str, share: Share) -> list[Block]:
        listed = self._quotations[: share.quotation]
        total = self._brief.quotations.total
        if not listed:
            return [heading(title), note("Nobody is quoted.")] if not total else []
        return [
            heading(title),
            *self._by_source(listed),
            *self._not_said(share, last=not self._rest(share)),
        ]

    def _more(self, share: Share) -> list[Block]:
        rest = self._rest(share)
        if not rest:
            return []
        return [
            heading("Further quotations"),
            *self._by_source(rest),
            *self._not_said(share, last=True),
        ]

    def _rest(self, share: Share) -> Sequence[Quotation]:
        return self._quotations[share.quotation :][: share.more]

    def _not_said(self, share: Share, *, last: bool) -> list[Block]:
        """Say below the last quotations how many are not listed."""
        listed = self._quotations[: share.quotation + share.more]
        total = self._brief.quotations.total
        return left_out(len(listed), total, "the weightiest", "quotation") if last else []

    def _by_source(self, listed: Sequence[Quotation]) -> list[Block]:
        """Put quotations in reading order under the titles of their articles."""
        if self._options.form != "full" or len(self._brief.sources) < 2:
            return [{"is": "quotes", "items": [self._quotation(each) for each in listed]}]
        names = {cited.number: cited.source.name for cited in self._brief.sources}
        blocks: list[Block] = []
        for number, found in groupby(listed, key=lambda each: each.at.number):
            blocks.append(heading(shorten(names[number], 120), level=2))
            blocks.append({"is": "quotes", "items": [self._quotation(each) for each in found]})
        return blocks

    def _dated(self, at: Reference) -> str:
        """Say when it was published, where articles of several dates are cited; else ""."""
        dated = {cited.number: cited.source.dated for cited in self._brief.sources}
        return dated[at.number].removesuffix(", stated") if len(dated) > 1 else ""

    def _quotation(self, quotation: Quotation) -> Block:
        how = how_said(quotation)
        return {
            "runs": [
                {"words": words, "verbatim": verbatim}
                for words, verbatim in in_marks(quotation.pieces)
            ],
            "mixed": quotation.kind == "mixed",
            "long": letters(quotation) > LONG,
            "who": quotation.speaker,
            "more": speaker_line(quotation)
            .removeprefix(quotation.speaker)
            .removeprefix(", ")
            .removeprefix(" · "),
            "how": " · ".join(filter(None, (how, self._dated(quotation.at)))),
            "n": self._number(quotation.at),
        }

    def _voices(self, share: Share) -> list[Block]:
        voices = self._brief.voices[: share.voice]
        if not voices:
            return []
        rows = [
            [
                [{"words": voice.name, "look": "strong"}],
                [{"words": voice.country or ""}],
                [{"words": f"{voice.quotations:,}"}],
                [{"words": f"{voice.verbatim_words:,}"}],
            ]
            for voice in voices
        ]
        heads = (("Who", 3), ("Country", 2), ("Quotations", 1), ("Verbatim words", 1))
        return [heading("Who speaks"), table(heads, rows)]

    def _contested(self, share: Share) -> list[Block]:
        claims = self._brief.claims.items[: share.claim]
        if not claims:
            return []
        heads = (("What", 5), ("Who says so", 2), ("Who denies it", 2))
        return [
            heading("Claimed and denied"),
            table(heads, [self._claim(each) for each in claims]),
            *left_out(len(claims), self._brief.claims.total, "the first of them", "claim"),
        ]

    def _claim(self, claim: Claim) -> list[list[Run]]:
        return [
            [{"words": claim.words, "look": "article"}, self._raised(claim.at)],
            [{"words": who_claims(claim)}],
            [{"words": who_denies(claim)}],
        ]

    def _coming(self, title: str, share: Share) -> list[Block]:
        ahead = self._brief.coming_up.items[: share.coming]
        if not self._brief.coming_up.total:
            return [heading(title), note("Nothing is said to lie ahead.")]
        if not ahead:
            return []
        return [
            heading(title),
            note(" ".join(outlook_lines(self._brief)), kept=True),
            table(_DATED, [self._occurrence(each) for each in ahead]),
            *left_out(len(ahead), self._brief.coming_up.total, "the nearest", "date"),
        ]

    def _dates(self, share: Share) -> list[Block]:
        dates = self._brief.timeline.items[: share.date]
        drawn = self._pictures.timeline if share.timeline else None
        if not (dates or drawn):
            return []
        blocks = [heading("Timeline")]
        if drawn:
            blocks.append(picture(drawn))
        if dates:
            blocks += [
                table(_DATED, [self._occurrence(each) for each in dates]),
                *left_out(len(dates), self._brief.timeline.total, "the nearest", "date"),
            ]
        return blocks

    def _yearless(self, share: Share) -> list[Block]:
        dates = self._brief.yearless.items[: share.yearless]
        if not dates:
            return []
        rows = [
            [
                [{"words": each.when, "look": "strong"}],
                [{"words": each.at.sentence, "look": "article"}, self._raised(each.at)],
            ]
            for each in dates
        ]
        return [
            heading(YEARLESS),
            note(WHY_YEARLESS),
            table((("When", 2), ("In the article’s words", 6)), rows),
            *left_out(len(dates), self._brief.yearless.total, "the first of them", "date"),
        ]

    def _occurrence(self, item: Occurrence) -> list[list[Run]]:
        place = [{"words": f" · {item.place}", "look": "quiet"}] if item.place else []
        stands = [{"words": f" · {item.stands}"}] if item.stands else []
        near = [{"words": f" · {item.near}", "look": "quiet"}] if item.near else []
        looks = [{"words": f" · {item.ahead_on}", "look": "quiet"}] if item.ahead_on else []
        cells: list[list[Run]] = [
            [{"words": item.when, "look": "strong"}, *near],
            [
                {"words": item.title, "look": "article"},
                *place,
                *stands,
                *looks,
                self._raised(item.at),
            ],
            [{"words": how_dated(item)}],
        ]
        return [[{**run, "grey": True} for run in cell] for cell in cells] if item.past else cells

    def _stands(self, title: str, share: Share) -> list[Block]:
        found = in_turns(self._relations, lambda each: each.first.pair, share.relation)
        drawn = self._pictures.map if share.map else None
        if not (found or drawn):
            return []
        blocks = [heading(title)] if title else []
        if drawn:
            blocks.append(picture(drawn))
        if found:
            heads = (("Who to whom", 2.6), ("How", 2.6), ("In the article’s words", 4.8))
            said = sum(len(each.relations) for each in found)
            blocks += [
                table(heads, [self._relation(each) for each in found]),
                *left_out(said, self._brief.relations.total, "some of each pair", "relation"),
            ]
        return blocks

    def _relation(self, found: RelationGroup) -> list[list[Run]]:
        first = found.first
        return [
            [{"words": "; ".join(found.parties), "look": "strong"}],
            [
                {"swatch": QUADS[first.quad].colour},
                {"words": found.word},
                {"words": f" · {standing(first)}", "look": "quiet"},
            ],
            [*in_context(first), self._raised(first.at)],
        ]

    def _end(self, marking: str) -> list[Block]:
        brief = self._brief
        sources = [
            {
                "n": cited.number,
                "name": cited.source.name,
                "line": cited.source.line,
                "url": _web(cited.url),
                "shown": _web(cited.url),
            }
            for cited in brief.sources
            if cited.number in self._cited
        ]
        rows = [
            ("Marking", marking),
            ("Covers", f"{brief.scope}. {brief.filter_words}."),
            ("Made", f"{day(brief.made.isoformat())} by {brief.program}."),
            ("Review", f"{brief.review}."),
            ("Checked", f"{brief.verified}. {SPEAKERS}"),
        ]
        blocks: list[Block] = []
        if sources:
            blocks += [heading("Sources"), {"is": "sources", "items": sources}]
            left = brief.articles - len(sources)
            if left:
                blocks.append(note(f"{count(left, 'more article')} under this filter, not cited."))
        kept = [{"word": word, "words": words} for word, words in rows if words]
        return [*blocks, heading("About this paper"), {"is": "about", "rows": kept}]

    def _number(self, at: Reference) -> int:
        self._cited.add(at.number)
        return at.number

    def _raised(self, at: Reference) -> Run:
        return {"n": self._number(at)}


_DATED = (("When", 2.2), ("What", 4.4), ("How the date is known", 4))


def _web(url: str | None) -> str:
    return url if url and url.startswith(("https://", "http://")) else ""
