"""What is reported: the words of the content, cut out of the sentence around its cue."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from briefing.extraction.quotes.beside import around, has_have, states
from briefing.extraction.quotes.cues import Cue, is_passive, own_subject
from briefing.extraction.quotes.edges import trimmed
from briefing.extraction.quotes.governed import (
    announced_by_noun,
    bare_clause,
    clause_of,
    up_to_marks,
)
from briefing.extraction.quotes.page import Page
from briefing.extraction.quotes.phrases import phrase_of
from briefing.extraction.quotes.spans import (
    DASHES,
    Range,
    according_chunk,
    verb_chunk,
)
from briefing.extraction.quotes.utterances import is_utterance
from briefing.reference.reporting import Reporting

_DANGLING = ("IN", "CC", "DT", "PRP$", "MD")
_CONTRASTING = ("while", "whereas", "compared")
_GOES_ON = {"and", "but", "or", "because", "if", "when", "while", "although", "unless", "until"}


@dataclass(frozen=True, slots=True)
class Content:
    """Pieces of the content, in order, as token ranges.

    Attributes:
        ranges: The pieces.
        clause: The content is a clause of its own ("said that …"), not a phrase ("praised …").
    """

    ranges: tuple[Range, ...]
    clause: bool = True


def content_of(page: Page, cue: Cue, words: Reporting) -> Content | None:
    """Return the reported words of a cue, or None where it reports none in its sentence.

    Only the grammar is read here; words between marks that no grammar ties to a cue are the
    business of `direct`.
    """
    clause = True
    if cue.kind == "according":
        found = around(page, cue.head, according_chunk(cue.head), words, loose=True)
    elif cue.kind == "noun":
        found = announced_by_noun(page, cue)
    else:
        found, clause = _of_verb(page, cue, words)
    if not clause:
        found = [_without_aside(page, one) for one in found]
    ranges = [trimmed(page, one, cue, words) for one in found]
    ranges = [one for one in ranges if one[0] < one[1] and _is_beside(page, one, cue)]
    if not ranges:
        return None
    return Content(tuple(sorted(ranges)), clause)


def _is_beside(page: Page, one: Range, cue: Cue) -> bool:
    """Tell whether words stand in their cue's paragraph: not below "What the minister said:"."""
    first, head = page.offsets[one[0]], page.offsets[cue.head.i]
    return page.paragraph_at(first) == page.paragraph_at(head)


def _without_aside(page: Page, one: Range) -> Range:
    """Cut a clause that only adds something: "announced the plan, which had been expected"."""
    start, end = one
    for index in range(start + 1, end - 1):
        aside = page.doc[index].text == "," and page.doc[index + 1].tag_ in ("WDT", "WRB", "WP")
        if aside and page.inside[index] < 0:
            return start, index
    return one


def _of_verb(page: Page, cue: Cue, words: Reporting) -> tuple[list[Range], bool]:
    verb = cue.head
    participle = verb.tag_ == "VBN" and own_subject(verb) is None and not has_have(verb)
    passive = is_passive(verb) or (participle and verb.dep_ in ("advcl", "ROOT"))
    if cue.word.act == "asks" and passive:
        return [], True
    found = clause_of(page, cue)
    if found and _follows_marks(page, verb) and page.doc[found[-1][0]].lower_ != "that":
        return [], True
    if found and _is_parenthesis(page, verb, found[-1]):
        wide = around(page, verb, verb_chunk(page, verb), words)
        if wide:
            return wide, True
    if found:
        return found, True
    phrase = phrase_of(page, cue)
    if phrase:
        return phrase, False
    bare = bare_clause(page, cue)
    if bare:
        return bare, True
    marked = up_to_marks(page, cue)
    if marked:
        return marked, False
    if cue.word.frames & {"that", "quote"} and states(verb, told="person" in cue.word.frames):
        return around(page, verb, verb_chunk(page, verb), words), True
    return [], True


def _follows_marks(page: Page, verb: Token) -> bool:
    """Tell whether a cue stands right behind marked words: "…," said Smith, who …"."""
    before = page.piece_closed_by(verb.i - 1) if verb.i else None
    return before is not None and is_utterance(page, page.pieces.index(before))


def _is_parenthesis(page: Page, verb: Token, content: Range) -> bool:
    """Tell whether an attribution stands between commas: "After all, she argued, taxes fell"."""
    subject = own_subject(verb)
    if subject is None or subject.i > verb.i:
        return False
    before = any(child.dep_ == "ccomp" and child.i < subject.i for child in verb.children)
    if page.doc[content[0]].lower_ == "that" and not before:
        return False
    start, end = verb_chunk(page, verb)
    doc = page.doc
    return (
        start > 0
        and doc[start - 1].text in {",", *DASHES}
        and end < len(doc)
        and doc[end].text in {",", *DASHES, ":"}
    )
