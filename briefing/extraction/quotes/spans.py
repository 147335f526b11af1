"""Token ranges of a sentence: subtrees, attributions, where another report starts."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.extraction.quotes.cues import according_source, according_start, own_subject
from briefing.extraction.quotes.page import Page
from briefing.reference.reporting import Reporting

Range = tuple[int, int]
"""Token indexes, end-exclusive."""

BREAKS = {",", ".", ";", "-", "--", "!", "?", ":"}
DASHES = {"-", "--"}
FINITE = {"VBD", "VBZ", "VBP", "MD"}
_LEADING_TAGS = {"CC", "PRP", "RB", "DT", "NN", "NNP", "IN", "NNPS", "NNS"}
_OF_MARKS = {"quote", "object-weak"}
"""Frames of words that stand between marks; a participle with no others goes on in its sentence."""
_NEAR = 3
_MEANWHILE = {"as", "when", "while", "after", "before"}
_OF_CHUNK = {
    "aux",
    "auxpass",
    "neg",
    "advmod",
    "prt",
    "nsubj",
    "nsubjpass",
    "dative",
    "dobj",
    "npadvmod",
    "prep",
    "agent",
    "tmod",
}


def right_of(page: Page, token: Token) -> int:
    """Return the end of a token's subtree, inside its paragraph."""
    last = page.paragraph_tokens(page.paragraph_at(token.idx))[1]
    return min(int(token.right_edge.i) + 1, last)


def subtree(page: Page, token: Token, head: Token) -> Range:
    """Return a token's subtree as far as it stands after its head."""
    return max(int(token.left_edge.i), int(head.i) + 1), right_of(page, token)


def is_infinitive(token: Token) -> bool:
    """Tell whether a verb stands with "to"."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children)


def from_to(page: Page, token: Token) -> Range:
    """Return an infinitive from its "to", or the "not" before it, on."""
    for child in token.children:
        if child.dep_ == "aux" and child.lower_ == "to":
            negated = child.i > 0 and child.nbor(-1).dep_ == "neg"
            return int(child.i) - negated, right_of(page, token)
    return int(token.i), right_of(page, token)


def verb_chunk(page: Page, verb: Token) -> Range:
    """Return an attribution: "the minister said on Monday"."""
    members = {verb.i}
    subject = own_subject(verb)
    for child in verb.children:
        if _belongs(child, verb):
            members.update(range(child.left_edge.i, child.right_edge.i + 1))
    low = subject.left_edge.i if subject is not None and subject.i < verb.i else verb.i
    start = end = verb.i
    while start - 1 in members and not (page.doc[start - 1].text in ",;:" and start - 1 < low):
        start -= 1
    while end + 1 < len(page.doc) and end + 1 in members:
        end += 1
    return start, end + 1


def _belongs(child: Token, verb: Token) -> bool:
    """Tell whether a dependent is part of the attribution, not of what is said."""
    if child.dep_ == "advcl":
        return child.i > verb.i and child.left_edge.lower_ in _MEANWHILE
    near = child.dep_ not in ("advmod", "prep") or child.i > verb.i - _NEAR
    return child.dep_ in _OF_CHUNK and near


def according_chunk(token: Token) -> Range:
    """Return an attribution: "according to the envoy", "in the words of the envoy"."""
    source = according_source(token)
    end = source.right_edge.i + 1 if source is not None else token.right_edge.i + 1
    while end > token.i + 1 and token.doc[end - 1].text == ",":
        end -= 1
    return according_start(token), end


def has_finite_verb(page: Page, one: Range) -> bool:
    """Tell whether a range holds a finite verb: "on Thursday" is no content."""
    return any(
        page.doc[index].tag_ in FINITE and page.doc[index].dep_ != "relcl" for index in range(*one)
    )


def all_marked(page: Page, one: Range) -> bool:
    """Tell whether a range holds nothing but marked words."""
    return not any(page.inside[index] < 0 and page.doc[index].is_alpha for index in range(*one))


def starts_report(page: Page, index: int, words: Reporting) -> bool:
    """Tell whether another report starts here: ", adding that …", ", but he said …"."""
    doc = page.doc
    for position in range(index, min(index + 7, len(doc))):
        token = doc[position]
        if token.lower_ == "according":
            return True
        if token.tag_.startswith("VB"):
            if token.lemma_ in ("do", "have") and position + 1 < len(doc):
                continue
            word = words.verbs.get(token.lemma_.lower())
            if word is None or token.tag_ != "VBG":
                return word is not None and "that" in word.frames
            return not word.frames <= _OF_MARKS
        if token.tag_ not in _LEADING_TAGS:
            return False
    return False
