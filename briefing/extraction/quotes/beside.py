"""The sentence around an attribution that governs nothing: "Prices will rise, she said."."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.extraction.quotes.cues import own_subject
from briefing.extraction.quotes.page import Page
from briefing.extraction.quotes.spans import (
    BREAKS,
    Range,
    all_marked,
    has_finite_verb,
    starts_report,
)
from briefing.extraction.quotes.utterances import is_utterance
from briefing.reference.reporting import Reporting

_SIDES = {",", "-", "--"}
_JOINING = {"that", "because", "and", "but", "when", "if", "although", "while", "though"}
_OPENING = {"if", "while", "although", "though", "unless", "because"}
"""A clause that opens so needs another one: "If it rains, she said, without a tent …"."""
_LINKS = {"and", "but", "however", "or", "so", "still", "yet"}
_CIRCUMSTANCES = {
    "in",
    "at",
    "on",
    "during",
    "after",
    "before",
    "when",
    "since",
    "asked",
    "speaking",
    "for",
    "by",
    "until",
}
_LATER = {"later", "soon", "earlier", "then", "shortly", "minutes", "hours", "days", "once"}
_CLAUSES = {
    "that",
    "because",
    "if",
    "unless",
    "although",
    "while",
    "though",
    "until",
    "so",
    "whether",
}
_NO_CONTENT = {"IN", "VBG", "VBN", "TO"}


def states(verb: Token, *, told: bool = False) -> bool:
    """Tell whether a verb can be an attribution beside a clause: finite, with its own subject.

    Args:
        verb: The verb.
        told: The verb may have an object: "the minister told them".
    """
    if verb.tag_ in ("VBG", "VB", "VBN") and not _has_have(verb):
        return False
    subject = own_subject(verb)
    if verb.dep_ in ("relcl", "acl") or subject is None or subject.lower_ in ("that", "this"):
        return False
    others = ("acomp", "attr", "auxpass") if told else ("dobj", "acomp", "attr", "auxpass")
    return not any(child.dep_ in others for child in verb.children)


def _has_have(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children)


def around(
    page: Page, head: Token, chunk: Range, words: Reporting, *, loose: bool = False
) -> list[Range]:
    """Return the sentence around an attribution that stands after, in, or before it.

    "Prices will rise, the minister said." and "The price, she said, is too high."; with `loose`
    also "According to the survey, wages will fall.", which needs no comma.
    """
    start, end = page.stop_before(head.i), page.stop_after(head.i)
    doc = page.doc
    before = doc[chunk[0] - 1] if chunk[0] > start else None
    if before is not None and page.offsets[before.i] in page.strays and before.i > start:
        before = doc[before.i - 1]
    after = doc[chunk[1]] if chunk[1] < end else None
    if before is not None and before.lower_ in ("as", "that"):
        return _after_as(page, before.i, start, chunk[1], end, words)
    if before is None:
        return _after_opening(page, chunk[1], end, words) if loose else []
    if not loose and not (after is None or after.text in BREAKS or after.is_space):
        return []
    closed = page.piece_closed_by(before.i)
    if closed is not None and is_utterance(page, page.pieces.index(closed)):
        return []
    if before.text not in _SIDES and closed is None and not loose:
        return []
    joint = before.i - 1
    joins = doc[joint].lower_ in _JOINING and doc[joint].tag_ != "DT"
    if before.text in _SIDES and joins and joint > start:
        return []
    left = (_clause_start(page, start, chunk[0]), before.i + 1)
    if all_marked(page, left):
        return []
    tied = head.dep_ == "parataxis" or any(
        child.dep_ == "ccomp" and child.i < chunk[0] for child in head.children
    )
    return _sides(page, left, chunk[1], end, words, loose=loose, tied=tied)


def _clause_start(page: Page, start: int, end: int) -> int:
    """Return where the clause before an attribution starts: after a colon or open bracket."""
    for index in range(end - 1, start, -1):
        if page.inside[index] >= 0:
            continue
        sign = page.doc[index].text
        if sign == ")":
            return start
        if sign in (":", ";", "("):
            return index + 1 if has_finite_verb(page, (index + 1, end)) else start
    return start


def _sides(
    page: Page, left: Range, begin: int, end: int, words: Reporting, *, loose: bool, tied: bool
) -> list[Range]:
    """Return what stands before the attribution and, where it goes on, what stands after it.

    Args:
        page: The page.
        left: What stands before.
        begin: Where the attribution ends.
        end: Where the sentence ends.
        words: The cues.
        loose: It is "according to", which needs no comma.
        tied: The grammar says that the attribution stands beside its content, finite or not.
    """
    doc = page.doc
    told = has_finite_verb(page, left) and doc[left[0]].lower_ not in _OPENING
    pieces = [] if _only_joins(page, left) else [left]
    if begin < end and doc[begin].text in _SIDES and not starts_report(page, begin + 1, words):
        cut = clause_end(page, begin + 1, end, words)
        following = doc[begin + 1] if begin + 1 < end else None
        if following is not None and told and _adds_nothing(following):
            cut = begin
        if loose and following is not None and following.dep_ == "cc":
            cut = begin
        if begin + 1 < cut:
            pieces.append((begin + 1, cut))
    if not tied and not any(has_finite_verb(page, piece) for piece in pieces):
        return []
    if not loose and _is_quoted(page, pieces) and _is_circumstance(doc[left[0]], told=told):
        return pieces[1:]
    return pieces


def _only_joins(page: Page, left: Range) -> bool:
    """Tell whether one word before an attribution only joins sentences: "But, she said, …"."""
    words = [token for token in page.doc[left[0] : left[1]] if token.is_alpha]
    return len(words) == 1 and words[0].lower_ in _LINKS


def _adds_nothing(token: Token) -> bool:
    """Tell whether what follows an attribution is about the saying: ", speaking to reporters"."""
    return token.tag_ in _NO_CONTENT and token.lower_ not in _CLAUSES


def _is_circumstance(first: Token, *, told: bool) -> bool:
    """Tell whether what opens a sentence is about the saying: "Asked why, she said, "…".".

    Not so for what opens the content: "If it rains, she said, "we stay."".
    """
    if first.lower_ in _CIRCUMSTANCES:
        return not told or first.lower_ in ("when", "after", "before", "asked", "speaking")
    return first.tag_ in ("VBG", "VBN") or first.lower_ in _LATER


def _is_quoted(page: Page, pieces: list[Range]) -> bool:
    return len(pieces) > 1 and all_marked(page, pieces[1])


def _after_opening(page: Page, begin: int, end: int, words: Reporting) -> list[Range]:
    """Return what follows "According to the survey,"."""
    if begin >= end or page.doc[begin].text != ",":
        return []
    right = (begin + 1, clause_end(page, begin + 1, end, words))
    return [right] if has_finite_verb(page, right) else []


def _after_as(
    page: Page, joint: int, start: int, begin: int, end: int, words: Reporting
) -> list[Range]:
    """Return what follows "As the bank reported,"; nothing where "as" does not open the clause."""
    if page.doc[joint].lower_ != "as":
        return []
    if joint <= start + 2 or page.doc[joint - 1].dep_ == "cc":
        return _after_opening(page, begin, end, words)
    left = (_clause_start(page, start, joint), joint)
    closes = page.doc[joint - 1].text == "," and (begin >= end or page.doc[begin].text in BREAKS)
    return [left] if closes and has_finite_verb(page, left) else []


def clause_end(page: Page, start: int, end: int, words: Reporting) -> int:
    """Return where a clause ends because another report starts."""
    for index in range(start, end):
        breaks = page.doc[index].text == "," and page.inside[index] < 0
        if breaks and starts_report(page, index + 1, words):
            return index
    return end
