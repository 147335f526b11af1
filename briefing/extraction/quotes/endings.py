"""Where a quotation ends whose marks do not close, or may have lost two between them.

A lost closing mark must not make other people's words the speaker's. The words end at an
attribution outside marks, or at a paragraph that opens anew; where neither is there, they are kept
apart as words whose end could not be settled.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from briefing.extraction.quotes.cues import Cue, cues_in, own_subject
from briefing.extraction.quotes.marks import Marked, Marks
from briefing.extraction.rules import Rule, first, rule
from briefing.reference.reporting import Reporting

_BEFORE_ATTRIBUTION = {",", "?", "!", "…", "...", "-", "--"}
_SENTENCE_ENDS = {".", "?", "!", "…", "..."}
_CLAUSE_ENDS = {".", "?", "!", ";", ":", ",", "…", "..."}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_JOINING = {
    "as",
    "that",
    "which",
    "what",
    "whether",
    "if",
    "because",
    "when",
    "while",
    "although",
    "how",
}
_RELATIVE = {"who", "whose", "which", "that"}
_SPOKEN = {"i", "we", "you"}
_LONGEST_NAME = 16
_TWO_SENTENCES = re.compile(r"[,?!][\s\w.'’-]{5,60}\.\s+[A-Z]|\.[\"”»]?\s[^,:.]{5,60}[,:] [A-Z]")
_CLOSING = '”»"'
_LEADS = (".", "!", "?", ":", ",", "-", "–", "—", "”", '"')


@dataclass(frozen=True, slots=True)
class Opened:
    """Marked words whose closing mark is missing, or may be.

    Attributes:
        doc: The Doc.
        text: The article's text.
        offsets: Offset of each token.
        words: The cues.
        piece: The words, up to the end of the paragraph or to the next opening mark.
        lead: What stands before the opening mark in its paragraph.
    """

    doc: Doc
    text: str
    offsets: list[int]
    words: Reporting
    piece: Marked
    lead: str

    @property
    def limit(self) -> int:
        """The offset that the words do not go beyond."""
        return self.piece.end if self.piece.reopened is None else self.piece.reopened

    @property
    def led(self) -> bool:
        """An attribution before the opening mark says already who speaks."""
        return self.lead.rstrip().endswith((":", ","))

    @property
    def tokens(self) -> range:
        """The tokens up to the limit."""
        return range(
            bisect_left(self.offsets, self.piece.start), bisect_left(self.offsets, self.limit)
        )

    def cue_at(self, index: int) -> Cue | None:
        """Return the cue that a token is."""
        return next(cues_in((self.doc[index],), self.words), None)

    def end_of(self, index: int) -> int:
        """Return the offset where a token ends."""
        return self.offsets[index] + len(self.doc[index])


@dataclass(frozen=True, slots=True)
class Ending:
    """Where words end.

    Attributes:
        end: The offset; None where there are no words to give to anybody.
        settled: That is known.
        goes_on: The next marked words are the same quotation's next paragraph.
    """

    end: int | None
    settled: bool
    goes_on: bool = False


@rule(
    example="The mayor called it “a day of joy and left the hall.",
    counter_example="The mayor said: “It was a day of joy for us all.",
)
def inside_a_clause(opened: Opened) -> Ending | None:
    """A mark that opens inside a clause leaves open which of its words are meant."""
    lead = opened.lead.rstrip()
    if not lead or opened.piece.closed or opened.piece.goes_on:
        return None
    begins_small = opened.text[opened.piece.start].islower()
    goes_on = lead.endswith(",") and any(sign in lead for sign in _CLOSING)
    apart = lead.endswith(_LEADS) and (goes_on or not begins_small)
    return None if apart else Ending(None, settled=False)


@rule(
    example="“Wages must rise, the union said. Rates will stay,” the bank said.",
    counter_example="“Wages must rise, as the union said. Rates will stay,” the bank said.",
)
def over_an_attribution(opened: Opened) -> Ending | None:
    """Marks that close only behind somebody else's attribution have lost two between them."""
    found = _attributed(opened)
    ends = found is not None and _closes_sentence(opened, found + 1)
    return Ending(opened.piece.end, settled=False) if ends else None


@rule(
    example="The bank said: “Rates will stay. The bishop said: Nobody should sleep here.”",
    counter_example="The bank said: “Rates will stay. He said: Nobody should sleep here.”",
)
def over_a_lead(opened: Opened) -> Ending | None:
    """So have marks that close only behind words that somebody else is said to say."""
    leads = any(_leads(opened, start) for start in _sentences(opened)[1:])
    return Ending(opened.piece.end, settled=False) if leads else None


@rule(
    example="“We will not pay, the minister said. The bank disagreed.",
    counter_example="“We will not pay what the minister said we owe. The bank disagreed.",
)
def at_attribution(opened: Opened) -> Ending | None:
    """Words end at an attribution that stands outside marks."""
    found = None if opened.led else _attributed(opened)
    return Ending(opened.end_of(found), settled=True) if found is not None else None


@rule(
    example="Ms Keita said: “The truce holds. Mali will send observers, officials said later.",
    counter_example="Ms Keita said: “The truce holds. Mali will send observers later.",
)
def before_another_attribution(opened: Opened) -> Ending | None:
    """Words that an attribution leads to end before the sentence of another one, if not sooner."""
    found = _attributed(opened) if opened.led else None
    if found is None:
        return None
    starts = [start for start in _sentences(opened) if start <= found]
    end = starts[-1] - 1 if len(starts) > 1 else found
    return Ending(opened.end_of(end), settled=False)


@rule(
    example="“He told me “no and left,” the envoy said.",
    counter_example="“He told me, the envoy said, “no and left.”",
)
def closed_after_all(opened: Opened) -> Ending | None:
    """Words that another mark closes end there, though a second mark opens inside."""
    return Ending(opened.piece.end, settled=True) if opened.piece.closed else None


@rule(
    example="“We came in peace.\n\n“We leave in peace,” the captain said.",
    counter_example="“We came in peace.\n\nThe captain left.",
)
def where_paragraph_opens_anew(opened: Opened) -> Ending | None:
    """Words go on into a paragraph that opens with a mark again."""
    if not opened.piece.goes_on:
        return None
    return Ending(opened.piece.end, settled=True, goes_on=True)


@rule(
    example="“The truce holds. Our men are calm. The army said that three men had died.",
    counter_example="“The truce holds. Our men are calm. I said that three men had died.",
)
def before_report_of_another(opened: Opened) -> Ending | None:
    """Words end at the latest before a sentence that reports what somebody else says."""
    starts = _sentences(opened)
    for start, stop in zip(starts[1:], [*starts[2:], opened.tokens.stop], strict=False):
        if any(_reports(opened, index) for index in range(start, stop)):
            return Ending(opened.end_of(start - 1), settled=False)
    return None


@rule(
    example="President Keita said: “The truce holds. Mali will send observers to Niger.",
    counter_example="“The truce holds. Mali will send observers to Niger.",
)
def with_first_sentence(opened: Opened) -> Ending | None:
    """Words that open inside a paragraph end nobody knows where after their first sentence."""
    if not opened.lead.strip():
        return None
    starts = _sentences(opened)
    end = opened.end_of(starts[1] - 1) if len(starts) > 1 else opened.piece.end
    return Ending(end, settled=False)


@rule(
    example="“The truce holds. Mali will send observers to Niger.",
    counter_example="“The truce holds. Mali will send observers to Niger.”",
)
def with_paragraph(opened: Opened) -> Ending | None:
    """Words that open a paragraph end nobody knows where in it."""
    return Ending(opened.piece.end, settled=False)


_CLOSED = (over_an_attribution, over_a_lead)
_OPEN = (
    inside_a_clause,
    at_attribution,
    before_another_attribution,
    closed_after_all,
    where_paragraph_opens_anew,
    before_report_of_another,
    with_first_sentence,
    with_paragraph,
)
RULES: tuple[Rule[[Opened], Ending], ...] = (*_CLOSED, *_OPEN)


def with_endings(
    doc: Doc,
    text: str,
    offsets: list[int],
    spans: list[tuple[int, int]],
    found: Marks,
    words: Reporting,
) -> Marks:
    """Say where those marked words end whose marks do not close.

    Args:
        doc: The Doc.
        text: The article's text.
        offsets: Offset of each token.
        spans: The paragraphs.
        found: The marked words.
        words: The cues.
    """
    if not any(_is_doubtful(text, piece) for piece in found.pieces):
        return found
    pieces: list[Marked] = []
    strays = list(found.strays)
    for piece in found.pieces:
        if not _is_doubtful(text, piece):
            pieces.append(piece)
            continue
        lead = text[spans[piece.paragraph][0] : piece.outer_start]
        opened = Opened(doc, text, offsets, words, piece, lead)
        pair = piece.closed and piece.reopened is None
        ending = first(_CLOSED, opened) if piece.closed else None
        if ending is None and not pair:
            ending = first(_OPEN, opened)
        if ending is None and pair:
            pieces.append(piece)
        elif ending is None or ending.end is None:
            strays.append(piece.outer_start)
        else:
            pieces += _ended(opened, ending)
    return Marks(pieces, sorted(strays))


def _is_doubtful(text: str, piece: Marked) -> bool:
    """Tell whether marks do not close, or may have lost two between them."""
    if not piece.closed or piece.reopened is not None:
        return True
    return not piece.single and _TWO_SENTENCES.search(text, piece.start, piece.end) is not None


def _ended(opened: Opened, ending: Ending) -> list[Marked]:
    """Cut words at their end; what a second opening mark begins stands by itself then."""
    piece, end = opened.piece, ending.end
    if end is None or end >= piece.end:
        return [replace(piece, settled=ending.settled, goes_on=ending.goes_on)]
    cut = replace(
        piece,
        end=end,
        outer_end=end,
        goes_on=ending.goes_on,
        closed=False,
        reopened=None,
        settled=ending.settled,
    )
    if piece.reopened is None:
        return [cut]
    again = bisect_left(opened.offsets, piece.reopened + 1)
    rest = replace(
        piece,
        start=opened.offsets[again],
        outer_start=piece.reopened,
        reopened=None,
    )
    return [cut, rest]


def _attributed(opened: Opened) -> int | None:
    """Return the token before the first attribution outside marks."""
    span = opened.tokens
    for index in span[1:]:
        beside = opened.doc[index].text in _BEFORE_ATTRIBUTION
        if beside and _is_attribution(opened, index + 1, span.stop):
            return index
    return None


def _leads(opened: Opened, start: int) -> bool:
    """Tell whether a sentence begins as "The bishop said: Nobody …" does."""
    named = False
    for index in range(start, min(start + _LONGEST_NAME, opened.tokens.stop - 2)):
        token, cue = opened.doc[index], opened.cue_at(index)
        if cue is not None and _states(cue):
            sign, first_word = opened.doc[index + 1], opened.doc[index + 2]
            return named and sign.text in (":", ",") and first_word.is_title
        if token.is_punct or token.tag_ in _FINITE or token.tag_ == "PRP":
            return False
        named = named or token.pos_ in ("NOUN", "PROPN")
    return False


def _closes_sentence(opened: Opened, start: int) -> bool:
    """Tell whether an attribution that begins at a token ends its sentence, inside the words."""
    span = range(start, opened.tokens.stop - 1)
    stop = next((at for at in span if opened.doc[at].text in _CLAUSE_ENDS), None)
    return stop is not None and opened.doc[stop].text == "."


def _is_attribution(opened: Opened, start: int, stop: int) -> bool:
    """Tell whether "the minister said" or "said the minister" stands here, and no clause of it."""
    named = False
    if start < stop and opened.doc[start].tag_ == "CC":
        return False
    for index in range(start, min(start + _LONGEST_NAME, stop)):
        token = opened.doc[index]
        cue = opened.cue_at(index)
        if cue is not None and _states(cue):
            inverted = index == start
            return (named or inverted) and _stands_alone(opened, index, stop, inverted=inverted)
        if token.lower_ in _SPOKEN or token.lower_ in _JOINING or token.tag_ in _FINITE:
            return False
        if token.text in _SENTENCE_ENDS or token.text in (":", ";") or token.tag_ in ("TO", "VB"):
            return False
        named = named or token.pos_ in ("NOUN", "PROPN") or token.tag_ == "PRP"
    return False


def _states(cue: Cue) -> bool:
    return cue.kind == "verb" and "quote" in cue.word.frames and cue.head.tag_ in _FINITE


def _stands_alone(opened: Opened, verb: int, stop: int, *, inverted: bool) -> bool:
    """Tell whether nothing is governed by the verb of an attribution up to the next sign."""
    named = not inverted
    for index in range(verb + 1, stop):
        token = opened.doc[index]
        if token.text in _CLAUSE_ENDS or (named and inverted and token.lower_ in _RELATIVE):
            break
        if token.lower_ in _SPOKEN or token.lower_ in _JOINING or token.tag_ in _FINITE:
            return False
        named = named or token.pos_ in ("NOUN", "PROPN") or token.tag_ == "PRP"
    return named


def _sentences(opened: Opened) -> list[int]:
    """Return the first tokens of the sentences, by their full stops and the marks behind them."""
    span = opened.tokens
    starts = [span.start]
    for index in span[:-1]:
        if opened.doc[index].text not in _SENTENCE_ENDS:
            continue
        start = index + 1
        while start + 1 < span.stop and opened.doc[start].is_quote:
            start += 1
        if not _is_stop(opened.doc[start]):
            starts.append(start)
    return starts


def _is_stop(token: Token) -> bool:
    return token.is_punct or token.is_quote


def _reports(opened: Opened, index: int) -> bool:
    """Tell whether a cue has a subject of its own that is not who speaks or is spoken to."""
    cue = opened.cue_at(index)
    if cue is None or not _states(cue):
        return False
    subject = own_subject(cue.head)
    return subject is not None and subject.lower_ not in _SPOKEN
