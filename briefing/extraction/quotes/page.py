"""A Doc seen as paragraphs and marked words: what the other files of this package stand on."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc

from briefing.extraction.quotes.endings import with_endings
from briefing.extraction.quotes.marks import Marked, marked, paragraphs
from briefing.reference.reporting import Reporting

_DATELINE = re.compile(
    r"(?P<place>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3})(?:, [A-Z][\w.]+(?: [A-Z][\w.]+){0,2})?"
    r"(?P<day>,? (?:[A-Z]\w+\.? \d{1,2}|\d{1,2} [A-Z]\w+)(?:,? \d{4})?)?"
    r"(?P<agency> ?\([^)\n]{2,30}\))? ?(?:--?|[–—]) "
)
"""City, country, date, agency before a dash: "OSLO, June 10 (Wire) - ", "Hanoi (VNA) – "."""
_KEPT = "briefing_marks"
_FINAL = {".", "!", "?", "…", "...", ".."}
_FARTHEST = 1_000
"""Tokens after which no end of a sentence is looked for: marks that never close."""


@dataclass(frozen=True, slots=True)
class Page:
    """One Doc's paragraphs, marked words and where each token stands.

    Attributes:
        doc: The Doc.
        text: The article's own text, with its own marks.
        offsets: Offset of each token.
        paragraphs: Spans of the paragraphs, in characters.
        pieces: What stands between marks.
        strays: Double marks that have no partner, by offset.
        inside: Index into `pieces` of each token, -1 outside marks (the marks themselves too).
        singles_quote: Single marks are the outer ones in this text, as in British papers.
    """

    doc: Doc
    text: str
    offsets: list[int]
    paragraphs: list[tuple[int, int]]
    pieces: list[Marked]
    strays: list[int]
    inside: list[int]
    singles_quote: bool

    def speaks(self, number: int) -> bool:
        """Tell whether marked words may be spoken.

        In a text with double marks, single ones hold a name or a word held at a distance, but for
        whole sentences: 'We do not know,' he explained. Alone on a line they are a heading.
        """
        piece = self.pieces[number]
        if self.singles_quote or not piece.single:
            return True
        words = self.text[piece.start : piece.end]
        start, end = self.paragraphs[piece.paragraph]
        lead = self.text[start : piece.outer_start].rstrip()
        if not lead and not self.text[piece.outer_end : end].strip():
            return False
        ends = words[-1] in ",.?!…" and " " in words
        return ends and words[0].isupper() and (not lead or lead[-1] in ".,:!?")

    def first_token(self, offset: int) -> int:
        """Return the first token that starts at or after an offset."""
        return bisect_left(self.offsets, offset)

    def token_at(self, offset: int) -> int:
        """Return the token that an offset lies in."""
        return max(0, bisect_right(self.offsets, offset) - 1)

    def token_end(self, index: int) -> int:
        """Return the offset where a token ends."""
        return self.offsets[index] + len(self.doc[index])

    def paragraph_at(self, offset: int) -> int:
        """Return the number of the paragraph that an offset lies in."""
        return max(0, bisect_right(self.paragraphs, (offset, len(self.text) + 1)) - 1)

    def paragraph_tokens(self, number: int) -> tuple[int, int]:
        """Return the token range of a paragraph."""
        start, end = self.paragraphs[number]
        return self.first_token(start), self.first_token(end)

    def sentence_start(self, index: int) -> int:
        """Return where the first sentence of a token's paragraph begins: after a dateline."""
        number = self.paragraph_at(self.offsets[index])
        start = self.paragraphs[number][0]
        return self.first_token(_after_dateline(self.text, start))

    def stop_before(self, index: int) -> int:
        """Return where the sentence of a token begins: marked words hold no sentence end here."""
        first = max(self.sentence_start(index), index - _FARTHEST)
        position = max(index, first)
        while position > first:
            before = position - 1
            if self.ends_sentence(before):
                break
            position -= 1
        return position

    def stop_after(self, index: int) -> int:
        """Return where the sentence of a token ends (exclusive)."""
        last = self.paragraph_tokens(self.paragraph_at(self.offsets[index]))[1]
        last = min(last, index + _FARTHEST)
        position = index
        while position < last:
            if self.ends_sentence(position):
                return position + 1
            position += 1
        return last

    def ends_sentence(self, index: int) -> bool:
        """Tell whether a sentence ends with this token, seen from outside the marks."""
        token = self.doc[index]
        if self.inside[index] >= 0:
            marked = self.pieces[self.inside[index]]
            breaks_off = not marked.closed and self.token_end(index) >= marked.end
            return breaks_off and token.text in _FINAL
        if token.text in _FINAL:
            return True
        piece = self.piece_closed_by(index)
        if piece is None:
            return False
        last = self.text[piece.end - 1]
        if last not in ".!?…":
            return False
        following = index + 1
        while following < len(self.doc) and self.doc[following].is_space:
            following += 1
        if following >= len(self.doc):
            return True
        after = self.text[self.offsets[following]]
        if last in "!?" and after.islower():
            return False
        return not (after.islower() or after in ",;:")

    def piece_closed_by(self, index: int) -> Marked | None:
        """Return the marked words whose closing mark this token is."""
        number = index - 1
        while (
            number >= 0
            and self.inside[number] < 0
            and self.offsets[number] > self.offsets[index] - 3
        ):
            number -= 1
        if number < 0 or self.inside[number] < 0:
            return None
        piece = self.pieces[self.inside[number]]
        inside = piece.end <= self.offsets[index] < piece.outer_end
        return piece if inside else None


def _after_dateline(text: str, start: int) -> int:
    """Return where a paragraph begins behind its dateline: capitals, a day or an agency show it."""
    found = _DATELINE.match(text, start)
    shown = found and (found["place"].isupper() or found["day"] or found["agency"])
    return found.end() if found and shown else start


@dataclass(frozen=True, slots=True)
class _Layout:
    """What a Page knows besides the Doc; it is worked out once a Doc."""

    offsets: list[int]
    spans: list[tuple[int, int]]
    pieces: tuple[Marked, ...]
    strays: list[int]
    inside: list[int]
    singles_quote: bool


def page_of(doc: Doc, words: Reporting) -> Page:
    """Read a Doc's paragraphs and marks.

    Args:
        doc: The Doc.
        words: The cues.
    """
    article = doc._.article
    text = article.text if article is not None else doc.text
    found: _Layout | None = doc.user_data.get(_KEPT)
    if found is None:
        found = _layout(doc, text, words)
        doc.user_data[_KEPT] = found
    return Page(
        doc,
        text,
        found.offsets,
        found.spans,
        list(found.pieces),
        found.strays,
        found.inside,
        found.singles_quote,
    )


def _layout(doc: Doc, text: str, words: Reporting) -> _Layout:
    offsets = [token.idx for token in doc]
    spans = paragraphs(text)
    marks = with_endings(doc, text, offsets, spans, marked(text, spans), words)
    singles_quote = bool(marks.pieces) and all(piece.single for piece in marks.pieces)
    pieces: list[Marked] = []
    inside = [-1] * len(offsets)
    for piece in marks.pieces:
        tokens = range(bisect_left(offsets, piece.start), bisect_left(offsets, piece.end))
        if piece.single and not singles_quote and _is_saying(doc, tokens, words):
            continue
        for index in tokens:
            inside[index] = len(pieces)
        pieces.append(piece)
    return _Layout(offsets, spans, tuple(pieces), marks.strays, inside, singles_quote)


def _is_saying(doc: Doc, tokens: range, words: Reporting) -> bool:
    """Tell whether single marks hold nothing but a verb of saying: the minister 'said'."""
    return len(tokens) == 1 and doc[tokens[0]].lemma_.lower() in words.verbs
