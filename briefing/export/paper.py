"""What a printed brief says, block by block, as plain data for the template that sets it.

Everything that is chosen, ordered or worded is decided here; the template only sets it, and
`paper_word` writes the same blocks as a Word file.
"""

from __future__ import annotations

from briefing.brief.content import Cited
from briefing.brief.scope import technical_words
from briefing.export.options import Form
from briefing.export.paper_blocks import (
    Block,
    empty_frame,
    fields,
    heading,
    note,
    part,
    staff_words,
)
from briefing.export.paper_sections import Sections, Share
from briefing.wording import headings
from briefing.wording.checked import checked_words
from briefing.wording.dates import day
from briefing.wording.marking import style_of
from briefing.wording.notices import no_match, not_cited
from briefing.wording.words import shorten

KINDS: dict[Form, str] = {
    "brief": headings.BRIEF,
    "meeting": headings.MEETING_BRIEF,
    "full": "Full briefing",
    "uk-brief": headings.BRIEF,
    "us-memo": "Briefing memo",
}
"""What a form is called on its first page."""

_NOT_FOR_USE = "For the reader only: not to be read out or handed over"
_FOR_USE = "May be used"
_PRESENTATION = "Presentation: points to make"
_TALKING_POINTS = "Talking points"


class Paper(Sections):
    """A brief on its way to paper: what there is of each section, and the blocks of a share."""

    @property
    def everything(self) -> Share:
        """All there is of each section that the form has."""
        brief, form = self._brief, self._options.form
        drawn = form in ("brief", "full")
        return Share(
            quotation=len(self._quotations),
            coming=len(brief.coming_up.items),
            claim=len(brief.claims.items),
            relation=len(self._relations),
            map=int(self._pictures.map is not None and drawn),
            timeline=int(self._pictures.timeline is not None and drawn),
            more=len(self._quotations) if form == "brief" else 0,
            voice=len(brief.voices) if form == "full" else 0,
            date=len(brief.timeline.items) if form == "full" else 0,
            yearless=len(brief.yearless.items) if form == "full" else 0,
        )

    def data(self, share: Share, *, unprinted: bool = False, spare: float = 0.0) -> Block:
        """Say what stands on the paper.

        Args:
            share: How much is listed.
            unprinted: Whether pictures are blank, which is quicker where only pages are counted.
            spare: Millimetres that are to stay free at the end.
        """
        brief, marking = self._brief, style_of(self._brief.marking)
        self._cited = {}
        form = self._options.form
        blocks = self._nothing() if brief.empty else self._blocks(share)
        if unprinted:
            blocks = [empty_frame(block) if block["is"] == "picture" else block for block in blocks]
        return {
            "title": shorten(brief.title, 240),
            "author": brief.own.author if brief.own else "",
            "short_title": shorten(brief.title, 70),
            "kind": KINDS[form],
            "subject": form == "us-memo",
            "lead": [self._addressed(headings.TO, headings.FROM, headings.CLEARED_BY)]
            if form == "us-memo"
            else [],
            "recipients": brief.recipients,
            "scope": brief.scope,
            "filter": f"{headings.FILTER}: {brief.filter_words}"
            if brief.narrowed
            else brief.filter_words,
            "review": brief.review,
            "spare": spare,
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
            "blocks": [
                *self._about_it(),
                *blocks,
                *self._own_notes(),
                *self._end(marking.text if marking else ""),
            ],
        }

    def _blocks(self, share: Share) -> list[Block]:
        form = self._options.form
        if form == "meeting":
            return self._meeting(share)
        if form == "uk-brief":
            return self._uk_brief(share)
        if form == "us-memo":
            return self._us_memo(share)
        return [
            *self._bottom_line(headings.BOTTOM_LINE),
            *self._said(
                headings.KEY_QUOTATIONS if share.voice == 0 else headings.QUOTATIONS, share
            ),
            *self._voices(share),
            *self._contested(share),
            *self._coming(headings.COMING_UP, share),
            {"is": "answered"},
            *self._stands(headings.RELATIONS, share),
            *self._dates(share),
            *self._yearless(share),
            *self._more(share),
        ]

    def _meeting(self, share: Share) -> list[Block]:
        return [
            self._objective(),
            self._points(headings.POINTS),
            *self._bottom_line(headings.BACKGROUND),
            *self._stands("", share),
            *self._contested(share),
            *self._statements(share),
            self._if_raised(),
            *self._coming(headings.NEXT_DATES, share),
        ]

    def _uk_brief(self, share: Share) -> list[Block]:
        """Follow British custom: issue to argument for the reader, then what may be used."""
        return [
            self._addressed(headings.TO, headings.FROM, headings.CLEARED_BY, headings.CONTACT),
            part(_NOT_FOR_USE),
            self._one(headings.ISSUE, self._options.purpose, rules=1),
            self._one(headings.RECOMMENDATION, self._options.recommendation, rules=2),
            *self._coming("Timing", share),
            *self._bottom_line(headings.BACKGROUND),
            *self._argument(share),
            part(_FOR_USE),
            self._points(_PRESENTATION),
            *([self._if_raised()] if self._options.if_raised else []),
            *self._statements(share),
        ]

    def _us_memo(self, share: Share) -> list[Block]:
        """Follow the custom of the United States: purpose and bottom line first, contact last."""
        options = self._options
        return [
            self._one(headings.PURPOSE, options.purpose, rules=1),
            *self._bottom_line(headings.BOTTOM_LINE),
            *(
                [self._one(headings.RECOMMENDATION, options.recommendation)]
                * bool(options.recommendation)
            ),
            *self._key_points(share),
            *self._statements(
                share,
                f"{headings.BACKGROUND}: what they say",
                f"{headings.BACKGROUND}: what they have said",
            ),
            *self._stands(f"{headings.BACKGROUND}: relations", share),
            self._points(_TALKING_POINTS),
            *([self._if_raised()] if options.if_raised else []),
            self._addressed(headings.CONTACT),
        ]

    def _argument(self, share: Share) -> list[Block]:
        """Give what the articles hold for and against; the weighing is for staff."""
        found = [
            *self._contested(share, level=2),
            *self._stands(headings.RELATIONS, share, level=2),
        ]
        if not found:
            return []
        return [
            heading("Argument"),
            note("From the articles; the judgement is left to staff.", kept=True),
            *found,
        ]

    def _key_points(self, share: Share) -> list[Block]:
        found = [
            *self._contested(share, level=2),
            *self._coming(headings.NEXT_DATES, share, level=2),
        ]
        return [heading("Key points"), *found] if found else []

    def _addressed(self, *labels: str) -> Block:
        """Say from whom a paper comes, to whom it goes, who cleared it, in the words of staff."""
        options = self._options
        words = {
            headings.TO: options.recipient,
            headings.FROM: options.sender,
            headings.CLEARED_BY: options.cleared_by,
            headings.CONTACT: options.contact,
        }
        return fields([(label, words[label]) for label in labels])

    def _one(self, label: str, words: str, rules: int = 0) -> Block:
        return staff_words(label, [words], rules=rules)

    def _objective(self) -> Block:
        return self._one(headings.OBJECTIVE, self._options.objective, rules=2)

    def _points(self, label: str) -> Block:
        return staff_words(label, self._options.points, rules=4, numbered=True)

    def _if_raised(self) -> Block:
        return staff_words(headings.IF_RAISED, self._options.if_raised, rules=3)

    def _nothing(self) -> list[Block]:
        """Say that nothing matches; what staff wrote stands all the same."""
        form, options = self._options.form, self._options
        words = note(f"{no_match(self._brief.filter_words)}.", strong=True)
        own = {
            "meeting": [self._objective(), self._points(headings.POINTS), self._if_raised()],
            "uk-brief": [
                self._addressed(headings.TO, headings.FROM, headings.CLEARED_BY, headings.CONTACT),
                self._one(headings.ISSUE, options.purpose, rules=1),
                self._one(headings.RECOMMENDATION, options.recommendation, rules=2),
                self._points(_PRESENTATION),
            ],
            "us-memo": [
                self._one(headings.PURPOSE, options.purpose, rules=1),
                self._points(_TALKING_POINTS),
                self._addressed(headings.CONTACT),
            ],
        }
        line = [] if self._brief.own is None else self._bottom_line(headings.BOTTOM_LINE)
        return [words, *own.get(form, []), *line]

    def _end(self, marking: str) -> list[Block]:
        brief = self._brief
        sources = [
            {
                "n": number,
                "name": cited.source.name,
                "line": cited.source.listed,
                "url": _web(cited.url),
                "shown": _web(cited.url),
            }
            for number, cited in self._sources_in_order()
        ]
        rows = [
            (headings.MARKING, marking),
            (headings.COVERS, f"{brief.scope}. {brief.filter_words}."),
            (headings.MADE_ON, f"{day(brief.made.isoformat())}. {brief.review}."),
            (headings.CHECKED, checked_words(brief.checked)),
            (headings.TECHNICAL, technical_words(brief.program)),
        ]
        blocks: list[Block] = []
        if sources:
            blocks += [heading(headings.SOURCES), {"is": "sources", "items": sources}]
            left = brief.articles - len(sources)
            if left:
                blocks.append(note(not_cited(left)))
        kept = [{"word": word, "words": words} for word, words in rows if words]
        return [*blocks, heading("About this paper"), {"is": "about", "rows": kept}]

    def _sources_in_order(self) -> list[tuple[int, Cited]]:
        """Return the cited sources with their numbers on this paper, in order without gaps."""
        cited = {each.number: each for each in self._brief.sources}
        return [(number, cited[own]) for own, number in self._cited.items()]


def _web(url: str | None) -> str:
    return url if url and url.startswith(("https://", "http://")) else ""
