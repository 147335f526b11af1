"""Gives marked words to the cue beside them, or to whoever spoke before them."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from briefing.extraction.quotes.attributions import (
    after_cue,
    before_cue,
    only_marks_between,
)
from briefing.extraction.quotes.beside import clause_end
from briefing.extraction.quotes.cues import Cue, own_subject
from briefing.extraction.quotes.drafts import Draft, Span
from briefing.extraction.quotes.marks import Marked
from briefing.extraction.quotes.page import Page
from briefing.extraction.quotes.spans import has_finite_verb
from briefing.extraction.quotes.speakers import resolve
from briefing.extraction.quotes.speaking import speaker_of
from briefing.extraction.quotes.unattributed import Alone, from_context, signed
from briefing.extraction.quotes.utterances import is_utterance, last_sign, lead_of, words_in
from briefing.reference.reporting import Reporting
from briefing.reference.speakers import SpeakerNouns

_CLOSED = tuple(".!?\"”»'’")
"""What a sentence ends with, after which marked words may be somebody else's."""
_LEADING = (",", ":")
_FEWEST = 2
_FEWEST_ALONE = 4
_EMBEDDING = frozenset({"that", "as", "object", "object-weak", "for", "inf", "quote"})


class Voices:
    """Goes over the marked words of a page, in order."""

    def __init__(
        self,
        page: Page,
        cues: dict[int, Cue],
        drafts: list[Draft],
        words: Reporting,
        nouns: SpeakerNouns,
    ) -> None:
        self.page = page
        self.cues = cues
        self.drafts = drafts
        self.words = words
        self.nouns = nouns
        self._by_cue = {draft.cue.head.i: draft for draft in drafts if draft.cue is not None}
        self._owner: list[Draft | None] = [None] * len(page.pieces)

    def attribute(self) -> None:
        """Give every marked piece to a draft, or leave it: a title, a word held at a distance."""
        for number in range(len(self.page.pieces)):
            if self.page.speaks(number):
                self._attribute(number)
        for number, piece in enumerate(self.page.pieces):
            if piece.goes_on and not self._is_gone_on_with(number):
                self.page.pieces[number] = replace(piece, settled=False)

    def _is_gone_on_with(self, number: int) -> bool:
        """Tell whether the next paragraph, which opens with a mark, is by the same speaker."""
        draft = self._owner[number]
        following = self._owner[number + 1] if number + 1 < len(self._owner) else None
        if draft is None or following is None or draft is following:
            return draft is following
        return _is_same(draft.speaker, following.speaker)

    def _attribute(self, number: int) -> None:
        page, piece = self.page, self.page.pieces[number]
        before = before_cue(page, number, self.cues)
        after = after_cue(page, number, self.cues)
        if self._chain(number, before, after):
            return
        alone = Alone(page, number, self._owner, self.drafts, self.nouns)
        utterance = is_utterance(page, number)
        named = signed(alone) if utterance else None
        if named is not None:
            self._begin(number, named)
            return
        covering = self._covering(piece.start, piece.end)
        if covering is not None and not (utterance and (after or before)):
            self._owner[number] = covering
            return
        cue = after
        if before is not None and (not utterance or after is None or self._leads(number)):
            cue = before
        if cue is not None and (utterance or words_in(page, piece) >= _FEWEST):
            draft = self._draft_of(cue)
            if utterance and self._is_of_two(number, before, after):
                page.pieces[number] = replace(piece, settled=False)
            self._give(number, draft)
            if not utterance:
                self._embed(number, draft, cue)
            self._join_back(number, draft)
        elif utterance:
            self._take_up(number, from_context(alone))
        elif words_in(page, piece) >= _FEWEST_ALONE:
            self._go_on(number)

    def _is_of_two(self, number: int, before: Cue | None, after: Cue | None) -> bool:
        """Tell whether two attributions hold marked words between them: two marks may be lost."""
        page, piece = self.page, self.page.pieces[number]
        leads = before is not None and lead_of(page, number).endswith(_LEADING)
        if before is None or after is None or not leads or before.head == after.head:
            return False
        stated = all(it.kind == "verb" and own_subject(it.head) for it in (before, after))
        if not stated or ". " not in page.text[piece.start : piece.end]:
            return False
        speakers = [speaker_of(page, it, self.nouns) for it in (before, after)]
        return not _is_same(*speakers)

    def _take_up(self, number: int, draft: Draft | None) -> None:
        """Go on with a quotation that there is, or begin one."""
        if draft is not None and any(draft is one for one in self.drafts):
            self._give(number, draft)
            self._lead_in(number, draft)
        elif draft is not None:
            self._begin(number, draft)

    def _begin(self, number: int, draft: Draft) -> None:
        """Begin a quotation with marked words."""
        self.drafts.append(draft)
        self._give(number, draft)

    def _chain(self, number: int, before: Cue | None, after: Cue | None) -> bool:
        """Give the next paragraph of one quotation to the same draft."""
        if not number or not self.page.pieces[number - 1].goes_on:
            return False
        draft = self._owner[number - 1]
        if draft is None or (draft.cue is not None and (before or after)):
            return False
        self._give(number, draft)
        if draft.cue is None and after is not None:
            draft.cue, draft.speaker = after, speaker_of(self.page, after, self.nouns)
        return True

    def _draft_of(self, cue: Cue) -> Draft:
        draft = self._by_cue.get(cue.head.i)
        if draft is None:
            draft = Draft(cue, speaker_of(self.page, cue, self.nouns))
            self._by_cue[cue.head.i] = draft
            self.drafts.append(draft)
        return draft

    def _give(self, number: int, draft: Draft) -> None:
        piece = self.page.pieces[number]
        self._owner[number] = draft
        draft.spans = [
            span for span in draft.spans if not (piece.start <= span[0] and span[1] <= piece.end)
        ]
        draft.spans.append((piece.start, piece.end))
        draft.direct = True
        before = self.page.text[max(piece.outer_start - 9, 0) : piece.outer_start].rstrip(" ")[-1:]
        for other in self.drafts if before in _CLOSED else ():
            if other is not draft:
                other.spans = _spans_before(other.spans, piece)

    def _embed(self, number: int, draft: Draft, cue: Cue) -> None:
        """Add the sentence that marked words stand in: "The plan is "a mess," she said."."""
        page, piece = self.page, self.page.pieces[number]
        if cue.kind != "verb" or len(draft.spans) > 1:
            return
        first = page.first_token(piece.outer_start)
        if cue.head.i > first:
            low = page.offsets[page.stop_before(first)]
            span: Span = (low, piece.end)
            if not any(index in self.cues for index in range(page.stop_before(first), first)):
                draft.spans = [span]
            return
        if not cue.word.frames & _EMBEDDING:
            return
        last = page.token_at(piece.outer_end - 1) + 1
        end = clause_end(page, last, page.stop_after(first), self.words)
        while end > last and (page.doc[end - 1].is_punct or page.doc[end - 1].is_space):
            end -= 1
        high = max(piece.end, page.token_end(end - 1) if end > last else piece.end)
        low = piece.start
        begin = cue.head.i + 1
        if "person" not in cue.word.frames and begin < first:
            low = page.offsets[begin]
        draft.spans = [(low, high)]

    def _join_back(self, number: int, draft: Draft) -> None:
        """Take marked words right before, still nobody's: "…" "…," she said."""
        pieces = self.page.pieces
        for position in range(number - 1, -1, -1):
            mine = self._owner[position]
            if mine is None or mine.cue is not None or mine.speaker is not None:
                return
            if last_sign(self.page, pieces[position]) == "?" and position + 1 == number:
                return
            same = pieces[position].paragraph == pieces[number].paragraph
            if not same and not pieces[position].goes_on:
                return
            if not only_marks_between(self.page, pieces[position], pieces[position + 1]):
                return
            if mine in self.drafts:
                self.drafts.remove(mine)
            self._give(position, draft)

    def _carried(self, number: int) -> Draft | None:
        """Return the draft that marked words of the same paragraph go on."""
        pieces = self.page.pieces
        for position in range(number - 1, -1, -1):
            if pieces[position].paragraph != pieces[number].paragraph:
                return None
            draft = self._owner[position]
            if draft is not None and draft.direct:
                return draft
        return None

    def _lead_in(self, number: int, draft: Draft) -> None:
        """Add the start of a sentence that goes on in marks: For the others, "…"."""
        page, piece = self.page, self.page.pieces[number]
        first = page.first_token(piece.outer_start)
        start = page.stop_before(first)
        lead = page.text[page.offsets[start] : piece.outer_start].rstrip() if start < first else ""
        if lead.endswith(",") and not has_finite_verb(page, (start, first)):
            draft.spans.append((page.offsets[start], piece.start))

    def _go_on(self, number: int) -> None:
        """Add a sentence with marked words inside that goes on after a quotation."""
        page, piece = self.page, self.page.pieces[number]
        source = self._carried(number)
        first = page.first_token(piece.outer_start)
        start, end = page.stop_before(first), page.stop_after(first)
        if source is None or source.end > page.offsets[start]:
            return
        if page.text[source.end : page.offsets[start]].count(".") > 1:
            return
        if any(index in self.cues for index in range(start, end)):
            return
        source.spans.append((page.offsets[start], page.token_end(end - 1)))
        self._owner[number] = source

    def _covering(self, start: int, end: int) -> Draft | None:
        for draft in self.drafts:
            for low, high in draft.spans:
                if low <= start and end <= high:
                    return draft
        return None

    def _leads(self, number: int) -> bool:
        return lead_of(self.page, number).endswith((*_LEADING, " that"))


def _is_same(speaker: Token | None, other: Token | None) -> bool:
    """Tell whether two turns may be one speaker's: a pronoun, or the same words or entity."""
    if speaker is None or other is None or "PRP" in (speaker.tag_, other.tag_):
        return True
    one, two = resolve(speaker), resolve(other)
    if one.mentions and two.mentions:
        return one.mentions[0].entity_id == two.mentions[0].entity_id
    return one.head.lower_ == two.head.lower_


def _spans_before(spans: list[Span], piece: Marked) -> list[Span]:
    """Cut spans at marked words that are somebody else's: "…," Berg said. "I agree," Lund said."""
    if not any(low < piece.outer_start and piece.end <= high for low, high in spans):
        return spans
    return [(low, min(high, piece.outer_start)) for low, high in spans if low < piece.outer_start]
