"""Who said what stands between marks: the attribution beside them, or carried over to them."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from briefing.extraction.quotation.cues import Cue, own_subject
from briefing.extraction.quotation.marks import Marked
from briefing.extraction.quotation.page import Page

_LOOK = 45
_ENDS = ",?!-–—…"


@dataclass(frozen=True, slots=True)
class Attribution:
    """How a marked piece comes by its speaker.

    Attributes:
        how: "after", "before", "carried" (same paragraph), "chained" (next paragraph of one
            quotation), "paragraph" (other paragraph), "none".
        cue: The cue, for "after" and "before".
        source: Index of the piece it is carried over from.
        speaker: Head of the speaker, where there is no cue.
    """

    how: str
    cue: Cue | None = None
    source: int | None = None
    speaker: Token | None = None


def is_utterance(page: Page, number: int) -> bool:
    """Tell whether marked words stand by themselves, rather than inside a clause of others."""
    piece = page.pieces[number]
    if piece.single:
        return False
    first = page.text[piece.start]
    begins = first.isupper() or first.isdigit() or first in "…[.'‘$"
    if piece.goes_on or (number and page.pieces[number - 1].goes_on):
        return True
    start, end = page.paragraphs[piece.paragraph]
    before = page.text[start : piece.outer_start].rstrip()
    last = page.text[piece.end - 1]
    after = page.text[piece.outer_end : end].lstrip()
    if not before or before[-1] in ".!?:”\"'’":
        if begins and (last in ".!?" + _ENDS or not after or after[0] in ",.;"):
            return True
        return last in _ENDS + ".!?" and len(page.text[piece.start : piece.end].split()) > 2
    if before[-1] in ",;-–—":
        return len(page.text[piece.start : piece.end].split()) > 2 and (begins or last in ".,!?")
    return begins and last in ".!?," and len(page.text[piece.start : piece.end].split()) > 4


def after_cue(page: Page, number: int, cues: dict[int, Cue]) -> Cue | None:
    """Return the cue that follows marked words: "…," she said."""
    piece = page.pieces[number]
    index = page.first_token(piece.outer_end)
    stop = page.paragraph_tokens(piece.paragraph)[1]
    last = page.text[piece.end - 1]
    following = page.text[piece.outer_end : piece.outer_end + 40].lstrip(" ")
    if last == "." and not (following[:1].islower() and not following.startswith(("and ", "but "))):
        return None
    if last not in _ENDS + "." and following[:1] not in (",", "-", "–", "—"):
        if not following[:1].islower():
            return None
    best: Cue | None = None
    for position in range(index, min(index + _LOOK, stop)):
        if page.inside[position] >= 0:
            break
        token = page.doc[position]
        cue = cues.get(position)
        if cue is not None and cue.kind == "according":
            return best or cue
        if cue is not None and cue.kind == "verb" and "quote" in cue.word.frames:
            if token.dep_ in ("relcl", "acl", "advcl") and best is None and token.tag_ != "VBD":
                continue
            if token.dep_ == "relcl":
                best = best or cue
                continue
            if _has_clause(token) and last not in ",":
                return None
            return cue
        if token.text in (".", "!", "?", ";") and position > index:
            break
    return best


def before_cue(page: Page, number: int, cues: dict[int, Cue]) -> Cue | None:
    """Return the cue that leads to marked words: She said: "…"."""
    piece = page.pieces[number]
    first = page.first_token(piece.outer_start)
    begin = page.paragraph_tokens(piece.paragraph)[0]
    lead = page.text[page.paragraphs[piece.paragraph][0] : piece.outer_start].rstrip()
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
    lead = page.text[page.paragraphs[piece.paragraph][0] : piece.outer_start].rstrip()
    if not lead.endswith(":"):
        return None
    first = page.first_token(piece.outer_start)
    begin = page.stop_before(max(first - 1, 0))
    for position in range(begin, first):
        token = page.doc[position]
        if token.dep_ == "nsubj" and token.head.dep_ in ("ROOT", "conj", "ccomp"):
            return token
    return None


def _has_clause(verb: Token) -> bool:
    return any(child.dep_ == "ccomp" and child.i > verb.i for child in verb.children)


def only_marks_between(page: Page, left: Marked, right: Marked) -> bool:
    """Tell whether nothing but blanks and signs stands between two marked pieces."""
    return not any(sign.isalnum() for sign in page.text[left.outer_end : right.outer_start])


def subject_head(verb: Token) -> Token | None:
    """Return the verb's own subject."""
    return own_subject(verb)
