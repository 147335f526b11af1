"""The sections of a printed brief: quotations, claims, dates, relations, each as blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from briefing.brief.choose import in_turns
from briefing.brief.content import Brief, Claim, Occurrence, Quotation, Reference
from briefing.brief.pictures import Picture
from briefing.export.options import Options
from briefing.export.paper_blocks import (
    Block,
    Run,
    fields,
    heading,
    in_context,
    left_out,
    note,
    picture,
    staff_words,
    table,
)
from briefing.export.paper_choice import LONG, RECENT, letters, short_first, statements
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
from briefing.wording import columns, headings
from briefing.wording.dates import WHY_YEARLESS, YEARLESS, day
from briefing.wording.notices import MOST_IMPORTANT, NO_DATES_AHEAD, NO_QUOTATIONS
from briefing.wording.signs import QUADS
from briefing.wording.words import shorten

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

_DATED = ((columns.WHEN, 2.2), (columns.WHAT, 4.4), (columns.HOW_DATED, 4))


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


class Sections:
    """What there is of each section of a brief; sources are numbered as they are cited."""

    def __init__(self, brief: Brief, options: Options, pictures: Pictures) -> None:
        self._brief = brief
        self._options = options.filled(brief.own)
        self._pictures = pictures
        self._theirs = statements(brief, options.ours)
        if options.form == "full":
            self._quotations: Sequence[Quotation] = brief.quotations.items
        elif options.form == "brief":
            self._quotations = (
                brief.key_quotations if brief.chosen else short_first(brief.key_quotations)
            )
        else:
            self._quotations = self._theirs.items
        self._relations = group_by_phrase(brief.relations.items)
        self._cited: dict[int, int] = {}

    def _about_it(self) -> list[Block]:
        """Give what the author of a briefing says of it, beside what its form has fields for."""
        own = self._brief.own
        if own is None:
            return []
        addressed = (headings.AUDIENCE, headings.AUTHOR, headings.PURPOSE)
        form = self._options.form
        taken = {"meeting": (headings.PURPOSE,), "uk-brief": addressed, "us-memo": addressed}
        rows = [row for row in own.about if row[0] not in taken.get(form, ())]
        return [fields(rows)] if rows else []

    def _own_notes(self) -> list[Block]:
        """Give the notes of the author of a briefing."""
        own = self._brief.own
        return [staff_words(headings.NOTES, own.notes, rules=0)] if own and own.notes else []

    def _bottom_line(self, title: str) -> list[Block]:
        if (own := self._brief.own) is not None and own.bottom_line:
            return [staff_words(title, own.bottom_line, rules=0)]
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

    def _statements(
        self,
        share: Share,
        recent: str = "Their recent statements",
        older: str = "Their statements",
    ) -> list[Block]:
        """Give what the other side says, each with its day; what is old is not called recent."""
        if not self._theirs.items:
            return [heading(older), note("No quotations by others.")]
        listed = self._quotations[: share.quotation]
        if not listed:
            return []
        since = day((self._brief.made - RECENT).isoformat())
        old = note(f"None is known to be later than {since}; each has its date.", kept=True)
        left = self._left_out(len(listed), len(self._quotations), MOST_IMPORTANT, "statement")
        return [
            heading(recent if self._theirs.recent else older),
            *([] if self._theirs.recent else [old]),
            {"is": "quotes", "items": [self._quotation(each) for each in listed]},
            *left,
        ]

    def _said(self, title: str, share: Share) -> list[Block]:
        listed = self._quotations[: share.quotation]
        total = self._brief.quotations.total
        if not listed:
            return [heading(title), note(NO_QUOTATIONS)] if not total else []
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
            heading(headings.FURTHER_QUOTATIONS),
            *self._by_source(rest),
            *self._not_said(share, last=True),
        ]

    def _rest(self, share: Share) -> Sequence[Quotation]:
        return self._quotations[share.quotation :][: share.more]

    def _not_said(self, share: Share, *, last: bool) -> list[Block]:
        """Say below the last quotations how many are not listed."""
        listed = self._quotations[: share.quotation + share.more]
        total = self._brief.quotations.total
        return self._left_out(len(listed), total, MOST_IMPORTANT, "quotation") if last else []

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
        """Say when it was published, where that is not the same for all, or is asked for.

        How the day is known stands with it, as the mark of the date.
        """
        dated = {cited.number: cited.source.dated for cited in self._brief.sources}
        needed = len(dated) > 1 or self._options.form not in ("brief", "full")
        return dated[at.number] if needed else ""

    def _quotation(self, quotation: Quotation) -> Block:
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
            "how": how_said(quotation, self._dated(quotation.at)),
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
        heads = (
            (columns.SPEAKER, 3),
            ("Country", 2),
            (headings.QUOTATIONS, 1),
            (columns.VERBATIM_WORDS, 1),
        )
        return [heading(headings.BY_SPEAKER), table(heads, rows)]

    def _contested(self, share: Share, level: int = 1) -> list[Block]:
        claims = self._brief.claims.items[: share.claim]
        if not claims:
            return []
        heads = ((columns.CLAIM, 5), (columns.CLAIMED_BY, 2), (columns.DENIED_BY, 2))
        return [
            heading(headings.DISPUTED_CLAIMS, level),
            table(heads, [self._claim(each) for each in claims]),
            *self._left_out(len(claims), self._brief.claims.total, "the first", "claim"),
        ]

    def _claim(self, claim: Claim) -> list[list[Run]]:
        return [
            [{"words": claim.words, "look": "article"}, self._raised(claim.at)],
            [{"words": who_claims(claim)}],
            [{"words": who_denies(claim)}],
        ]

    def _coming(self, title: str, share: Share, level: int = 1) -> list[Block]:
        ahead = self._brief.coming_up.items[: share.coming]
        if not self._brief.coming_up.total:
            return [heading(title, level), note(NO_DATES_AHEAD)]
        if not ahead:
            return []
        return [
            heading(title, level),
            note(" ".join(outlook_lines(self._brief)), kept=True),
            table(_DATED, [self._occurrence(each) for each in ahead]),
            *self._left_out(len(ahead), self._brief.coming_up.total, "the nearest", "date"),
        ]

    def _dates(self, share: Share) -> list[Block]:
        dates = self._brief.timeline.items[: share.date]
        drawn = self._pictures.timeline if share.timeline else None
        if not (dates or drawn):
            return []
        blocks = [heading(headings.TIMELINE)]
        if drawn:
            blocks.append(picture(drawn))
        if dates:
            blocks += [
                table(_DATED, [self._occurrence(each) for each in dates]),
                *self._left_out(len(dates), self._brief.timeline.total, "the nearest", "date"),
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
            table(((columns.WHEN, 2), (columns.IN_ARTICLE, 6)), rows),
            *self._left_out(len(dates), self._brief.yearless.total, "the first", "date"),
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

    def _stands(self, title: str, share: Share, level: int = 1) -> list[Block]:
        found = in_turns(self._relations, lambda each: each.first.pair, share.relation)
        drawn = self._pictures.map if share.map else None
        if not (found or drawn):
            return []
        blocks = [heading(title, level)] if title else []
        if drawn:
            blocks.append(picture(drawn))
        if found:
            heads = ((columns.COUNTRIES, 2.6), (columns.RELATION, 2.6), (columns.IN_ARTICLE, 4.8))
            blocks.append(table(heads, [self._relation(each) for each in found]))
        said = sum(len(each.relations) for each in found)
        blocks += self._left_out(said, self._brief.relations.total, "some of each pair", "relation")
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

    def _left_out(self, number: int, total: int, order: str, one: str) -> list[Block]:
        """Say what is not listed; of a locked briefing no file has the rest."""
        in_excel = self._brief.quotations.in_excel
        return left_out(number, total, order, one, in_excel=in_excel)

    def _number(self, at: Reference) -> int:
        """Return the number of a source on this paper: they count as they are first cited."""
        return self._cited.setdefault(at.number, len(self._cited) + 1)

    def _raised(self, at: Reference) -> Run:
        return {"n": self._number(at)}
