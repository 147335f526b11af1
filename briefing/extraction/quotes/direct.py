"""Who said what stands between marks: the attribution beside them, or carried over to them."""

from __future__ import annotations

import re

from spacy.tokens import Token

from briefing.extraction.quotes.cues import Cue
from briefing.extraction.quotes.marks import Marked
from briefing.extraction.quotes.page import Page

_INNER = set(" \"'“”‘’»)]")
_LOOK = 45
_SHORT_WORD = 3
_FEWEST_CAPITALS = 2
_CLAUSE = 6
_LONGEST_TITLE = 9
_ENDS = ",?!-–—…"


def is_utterance(page: Page, number: int) -> bool:
    """Tell whether marked words stand by themselves, rather than inside a clause of others."""
    piece = page.pieces[number]
    if piece.single and not page.singles_quote:
        return False
    first = page.text[piece.start]
    if _is_title(page, piece):
        return False
    begins = first.isupper() or first.isdigit() or first in "…[.'‘$"
    if piece.goes_on or (number and page.pieces[number - 1].goes_on):
        return True
    start, end = page.paragraphs[piece.paragraph]
    before = page.text[start : piece.outer_start].rstrip()
    last = last_sign(page, piece)
    after = page.text[piece.outer_end : end].lstrip()
    if not before or before[-1] in ".!?:”\"'’":
        if begins and (last in ".!?" + _ENDS or not after or after[0] in ",.;"):
            return True
        return last in _ENDS + ".!?" and len(page.text[piece.start : piece.end].split()) > 2
    words = page.text[piece.start : piece.end].split()
    if before[-1] in ",;-–—":
        goes_on = number > 0 and page.pieces[number - 1].paragraph == piece.paragraph
        return len(words) > 2 and (begins or (goes_on and last in ".,!?"))
    return begins and last in ".!?," and len(page.text[piece.start : piece.end].split()) > 4


def last_sign(page: Page, piece: Marked) -> str:
    """Return the last sign of marked words that is no mark itself."""
    for position in range(piece.end - 1, piece.start - 1, -1):
        if page.text[position] not in _INNER:
            return page.text[position]
    return page.text[piece.end - 1]


def _is_title(page: Page, piece: Marked) -> bool:
    """Tell whether marked words are a name or a title: "Law and Order"."""
    words = re.findall(r"[^\W\d_][\w'’-]*", page.text[piece.start : piece.end])
    capital = [word for word in words if word[0].isupper()]
    if len(words) > _LONGEST_TITLE or len(capital) < _FEWEST_CAPITALS:
        return False
    small = all(word[0].isupper() or len(word) <= _SHORT_WORD for word in words)
    return small and page.text[piece.end - 1] not in "!?."


def words_in(page: Page, piece: Marked) -> int:
    """Count the words of a marked piece."""
    return len(page.text[piece.start : piece.end].split())


def lead_of(page: Page, number: int) -> str:
    """Return the text of the paragraph before marked words."""
    piece = page.pieces[number]
    return page.text[page.paragraphs[piece.paragraph][0] : piece.outer_start].rstrip()


def after_cue(page: Page, number: int, cues: dict[int, Cue]) -> Cue | None:
    """Return the cue that follows marked words: "…," she said."""
    piece = page.pieces[number]
    index = page.first_token(piece.outer_end)
    stop = page.paragraph_tokens(piece.paragraph)[1]
    last = last_sign(page, piece)
    following = page.text[piece.outer_end : piece.outer_end + 40].lstrip(" ")
    if last == "." and not (following[:1].islower() and not following.startswith(("and ", "but "))):
        return None
    if last not in _ENDS + "." and following[:1] not in (",", "-", "–", "—"):
        reach = 1 if page.text.count(" ", piece.start, piece.end) < _CLAUSE else 4
        if not any(position in cues for position in range(index, min(index + reach, stop))):
            return None
    best: Cue | None = None
    for position in range(index, min(index + _LOOK, stop)):
        if page.inside[position] >= 0:
            break
        token = page.doc[position]
        cue = cues.get(position)
        if cue is not None and cue.kind == "according":
            return best or cue
        beside = position == index and token.tag_ != "VBG"
        if cue is not None and not beside and not _is_finite(token):
            continue
        if cue is not None and cue.kind == "verb" and "quote" in cue.word.frames:
            if token.dep_ in ("relcl", "acl", "advcl") and best is None and token.tag_ != "VBD":
                continue
            if token.dep_ == "relcl":
                best = best or cue
                continue
            if _has_clause(token) and last not in ",":
                return None
            return cue
        if position > index and token.text in ".!?;" and not _is_in_name(token):
            break
    return best


def before_cue(page: Page, number: int, cues: dict[int, Cue]) -> Cue | None:
    """Return the cue that leads to marked words: She said: "…"."""
    piece = page.pieces[number]
    first = page.first_token(piece.outer_start)
    begin = page.paragraph_tokens(piece.paragraph)[0]
    lead = lead_of(page, number)
    if not lead:
        return None
    closes = lead[-1] in ",:-–—"
    best: Cue | None = None
    for position in range(first - 1, max(begin - 1, first - _LOOK), -1):
        if page.inside[position] >= 0:
            continue
        if page.ends_sentence(position):
            break
        cue = cues.get(position)
        if cue is None:
            continue
        near = first - position <= 4
        if not (closes or near):
            break
        if cue.kind == "verb" and "quote" in cue.word.frames:
            token = cue.head
            if token.dep_ == "amod" or (_is_title(page, piece) and not closes):
                continue
            if token.dep_ in ("relcl", "acl") and not near and best is None:
                best = cue
                continue
            return cue
        if cue.kind == "noun" and lead[-1] == ":" and best is None:
            best = cue
    return best


def lead_speaker(page: Page, number: int) -> Token | None:
    """Return the subject of what leads to marked words with a colon: Smith was blunt: "…"."""
    piece = page.pieces[number]
    lead = lead_of(page, number)
    if not lead.endswith(":"):
        return None
    first = page.first_token(piece.outer_start)
    begin = page.stop_before(max(first - 1, 0))
    for position in range(first - 1, begin - 1, -1):
        token = page.doc[position]
        if token.dep_ == "nsubj" and token.head.dep_ in ("ROOT", "conj", "ccomp"):
            return token
    return None


def _is_in_name(sign: Token) -> bool:
    """Tell whether a full stop belongs to a name: "Lt. Colonel Tom Keane"."""
    return sign.text == "." and sign.dep_ == "compound"


def _is_finite(verb: Token) -> bool:
    if verb.tag_ in ("VBD", "VBZ", "VBP"):
        return True
    return any(child.dep_ == "aux" and child.tag_ != "TO" for child in verb.children)


def _has_clause(verb: Token) -> bool:
    return any(child.dep_ == "ccomp" and child.i > verb.i for child in verb.children)


def only_marks_between(page: Page, left: Marked, right: Marked) -> bool:
    """Tell whether nothing but blanks and signs stands between two marked pieces."""
    return not any(sign.isalnum() for sign in page.text[left.outer_end : right.outer_start])
