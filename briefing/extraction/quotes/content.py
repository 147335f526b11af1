"""What is reported: the words of the content, cut out of the sentence around its cue."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from briefing.extraction.quotes.beside import around, states
from briefing.extraction.quotes.cues import SUBJECTS, Cue, is_passive, own_subject
from briefing.extraction.quotes.governed import (
    announced_by_noun,
    bare_clause,
    clause_of,
    up_to_marks,
)
from briefing.extraction.quotes.page import Page
from briefing.extraction.quotes.phrases import phrase_of
from briefing.extraction.quotes.spans import (
    BREAKS,
    DASHES,
    FINITE,
    Range,
    according_chunk,
    has_finite_verb,
    right_of,
    starts_report,
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
    ranges = [_trim(page, one, cue, words) for one in found]
    ranges = [one for one in ranges if one[0] < one[1]]
    if not ranges:
        return None
    return Content(tuple(sorted(ranges)), clause)


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
    passive = is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ == "advcl")
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


def _trim(page: Page, one: Range, cue: Cue, words: Reporting) -> Range:
    """Cut what the parser hung on the content but is another report, and edge punctuation."""
    start, end = one
    doc = page.doc
    head = cue.head.i
    if start <= head < end:
        if head - start > end - head:
            end = head
        else:
            start = head + 1
    end = _whole_sentence(page, cue, start, end)
    end = _with_next_clause(page, cue, start, end, words)
    end = _with_lost_end(page, cue, start, end)
    end = _before_next_report(page, cue, start, end, words)
    end = _without_comment(page, cue, start, end)
    while start < end and (doc[start].is_space or doc[start].text in {",", ";", ":", *DASHES}):
        start += 1
    while start < end and (doc[end - 1].is_space or doc[end - 1].text in BREAKS):
        if doc[end - 1].text in ".!?" and page.inside[end - 1] >= 0:
            break
        end -= 1
    return start, end


def _before_next_report(page: Page, cue: Cue, start: int, end: int, words: Reporting) -> int:
    """Return where the speaker's next report, or next deed, starts inside a content."""
    doc = page.doc
    for index in range(start + 2, end - 1):
        if page.inside[index] >= 0:
            continue
        token = doc[index]
        if token.text in {",", *DASHES} or page.inside[index - 1] >= 0:
            following = index + 1 if not doc[index].is_alpha else index
            if starts_report(page, following, words) and _own_report(doc[following], cue, words):
                return index
        elif token.dep_ == "cc" and _next_deed(doc[index + 1], cue, words):
            return index
    return end


def _without_comment(page: Page, cue: Cue, start: int, end: int) -> int:
    """Cut what the writer adds at the end: ", while others disagree", "- a first for the bank"."""
    doc = page.doc
    if cue.kind == "according" or start < cue.head.i:
        return end
    for index in range(start + 3, end - 2):
        quoted = _ends_marks(page, index)
        if not quoted and (page.inside[index] >= 0 or doc[index].text not in {",", *DASHES}):
            continue
        first, second = doc[index + 1], doc[index + 2]
        if any(page.inside[inner] >= 0 for inner in range(index, end)):
            continue
        if first.lower_ == "as" and second.tag_ in FINITE:
            return index
        if quoted and first.tag_ == "VBG":
            return index + 1
        if first.lower_ in _CONTRASTING and (quoted or doc[index].text == ","):
            ends = (at for at in range(index + 1, end) if doc[at].text == ",")
            if first.tag_ != "IN" or has_finite_verb(page, (index + 1, next(ends, end))):
                return index
        noun = first.head
        aside = quoted or (noun.dep_ in ("appos", "npadvmod") and noun.right_edge.i + 1 >= end)
        if first.lower_ in ("a", "an") and aside:
            return index
    return end


def _ends_marks(page: Page, index: int) -> bool:
    """Tell whether a token closes marked words whose last sign is a comma."""
    piece = page.piece_closed_by(index)
    return piece is not None and page.text[piece.end - 1] == ","


def _whole_sentence(page: Page, cue: Cue, start: int, end: int) -> int:
    """Go on to the end of the sentence where the parser ended it too early."""
    if cue.kind == "noun" or start < cue.head.i or end >= len(page.doc):
        return end
    last = end - 1
    while end < len(page.doc) and page.doc[end].is_quote:
        end += 1
    if end >= len(page.doc) or not page.doc[end].is_sent_start:
        return last + 1
    if any(page.ends_sentence(index) for index in range(last, end)):
        return last + 1
    if page.paragraph_at(page.offsets[end]) != page.paragraph_at(page.offsets[start]):
        return last + 1
    return page.stop_after(end)


def _with_next_clause(page: Page, cue: Cue, start: int, end: int, words: Reporting) -> int:
    """Go on to a clause that the parser tied to the cue: "said it was late and it would rain"."""
    if cue.kind != "verb" or start < cue.head.i:
        return end
    if page.inside[end - 1] >= 0:
        while end < len(page.doc) and (page.doc[end].is_quote or page.inside[end] >= 0):
            end += 1
    declines = "inf-comment" in cue.word.frames
    if not declines and not any(child.dep_ == "ccomp" for child in cue.head.children):
        return end
    if end + 1 >= len(page.doc):
        return end
    if _second_that(page, end):
        return page.stop_after(end)
    if _joins_clause(page, cue, end) or _explains(page, end):
        return page.stop_after(end)
    if page.doc[end].lower_ not in _GOES_ON:
        return end
    if page.ends_sentence(end - 1) or starts_report(page, end, words):
        return end
    if _next_deed(page.doc[end + 1], cue, words):
        return end
    return page.stop_after(end)


def _with_lost_end(page: Page, cue: Cue, start: int, end: int) -> int:
    """Go on where the parser broke a content off: before its own verb, or after a small word.

    "said the men freed by the court | were in some cases old": to the end of the sentence. Not so
    before the verb that the cue belongs to: "those who said they agreed | voted for it".
    """
    doc = page.doc
    if cue.kind != "verb" or start < cue.head.i or end >= len(doc):
        return end
    last, following = doc[end - 1], doc[end]
    if page.ends_sentence(end - 1) or page.inside[end - 1] >= 0 or page.inside[end] >= 0:
        return end
    if following.is_punct or following.is_space or following.is_ancestor(cue.head):
        return end
    inner = cue.head.dep_ in ("acl", "relcl") or (cue.head.tag_ == "VBG" and own_subject(cue.head))
    if last.tag_ in _DANGLING or (following.tag_ in FINITE and not inner):
        return page.stop_after(end)
    if following.tag_ == "TO" and following.head.head == cue.head:
        return right_of(page, following.head)
    return end


def _joins_clause(page: Page, cue: Cue, end: int) -> bool:
    """Tell whether a comma joins a clause that is no part of the tale: "said …, but time flies".

    The tale is in the past like its cue; what holds in the present was said.
    """
    doc = page.doc
    if cue.head.tag_ != "VBD" or end + 2 >= len(doc) or doc[end].text != ",":
        return False
    named = False
    for token in doc[end + 2 : end + 10] if doc[end + 1].lower_ in ("and", "but") else ():
        if page.inside[token.i] >= 0 or token.is_punct:
            return False
        named = named or token.dep_ in SUBJECTS
        if token.tag_ in FINITE:
            return named and token.tag_ != "VBD"
    return False


def _explains(page: Page, end: int) -> bool:
    """Tell whether a colon goes on with what is said: "said one thing is clear: talks failed"."""
    doc = page.doc
    if doc[end].text != ":" or page.inside[end] >= 0 or doc[end + 1].is_space:
        return False
    return page.inside[end + 1] < 0 and not doc[end + 1].is_quote


def _second_that(page: Page, end: int) -> bool:
    """Tell whether a second that-clause follows: "said it was late, but that talks went on"."""
    doc = page.doc
    position = end
    while position < len(doc) and doc[position].text == ",":
        position += 1
    joined = position + 1 < len(doc) and doc[position].dep_ == "cc"
    return joined and doc[position + 1].lower_ == "that" and doc[position + 1].tag_ == "IN"


def _own_report(token: Token, cue: Cue, words: Reporting) -> bool:
    """Tell whether the report that starts here is the speaker's next one, not told by him."""
    if token.tag_ == "VBG":
        return token.lemma_.lower() in words.verbs
    if token.lower_ == "according":
        return True
    subject = own_subject(cue.head)
    for following in token.doc[token.i : token.i + 6]:
        if following.dep_ in SUBJECTS:
            if subject is None:
                return False
            return following.lower_ in ("he", "she", "they") or following.lower_ == subject.lower_
        if following.tag_.startswith("VB"):
            return following.dep_ == "conj" and following.head == cue.head
    return False


def _next_deed(token: Token, cue: Cue, words: Reporting) -> bool:
    """Tell whether the speaker's next deed starts here: "said it was late and called a vote"."""
    if own_subject(cue.head) is None and cue.head.dep_ not in ("conj", "xcomp", "advcl", "relcl"):
        return False
    for following in token.doc[token.i : token.i + 3]:
        if following.dep_ == "conj" and following.tag_.startswith("VB"):
            if own_subject(following) is not None or following.tag_ != cue.head.tag_:
                return False
            if following.head == cue.head:
                return True
            return following.lemma_.lower() in words.verbs
        if following.tag_ != "RB" and not (following.dep_ == "aux" and following.lemma_ == "have"):
            return False
    return False
