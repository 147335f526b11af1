"""What is reported: the words of the content, cut out of the sentence around its cue."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from briefing.extraction.quotation.cues import (
    SUBJECTS,
    Cue,
    according_source,
    is_passive,
    own_subject,
)
from briefing.extraction.quotation.direct import is_utterance
from briefing.extraction.quotation.page import Page
from briefing.reference.cues import CueWords

Range = tuple[int, int]
"""Token indexes, end-exclusive."""

_BREAKS = {",", ".", ";", "-", "--", "!", "?", ":"}
_LEADING_TAGS = {"CC", "PRP", "RB", "DT", "NN", "NNP", "IN", "NNPS", "NNS"}
_JOINING = {"that", "because", "and", "but", "when", "if", "although", "while", "though"}
_PREPOSITIONS = frozenset({"to", "for", "about", "against"})
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


@dataclass(frozen=True, slots=True)
class Content:
    """Pieces of the content, in order, as token ranges.

    Attributes:
        ranges: The pieces.
        clause: The content is a clause of its own ("said that …"), not a phrase ("praised …").
    """

    ranges: tuple[Range, ...]
    clause: bool = True


def content_of(page: Page, cue: Cue, words: CueWords) -> Content | None:
    """Return the reported words of a cue, or None where it reports none in its sentence.

    Only the grammar is read here; words between marks that no grammar ties to a cue are the
    business of `direct`.
    """
    clause = True
    if cue.kind == "according":
        found = _around(page, cue.head, _according_chunk(cue.head), words, clause=True)
    elif cue.kind == "noun":
        found = _noun(page, cue.head)
    else:
        found = _clause_of(page, cue, words)
        if not found:
            found = _phrase_of(page, cue)
            clause = not found
        if not found and cue.word.frames & {"that", "quote"} and _states(cue.head):
            found = _around(page, cue.head, _chunk(page, cue.head), words)
    ranges = [_trim(page, one, cue, words) for one in found]
    ranges = [one for one in ranges if one[0] < one[1]]
    if not ranges:
        return None
    return Content(tuple(sorted(ranges)), clause)


def _clause_of(page: Page, cue: Cue, words: CueWords) -> list[Range]:
    """Return the clause that a verb governs: "said that …"."""
    verb, frames = cue.head, cue.word.frames
    children = list(verb.children)
    after = [child for child in children if child.i > verb.i]
    if frames & {"that", "question", "out-that"} and (
        "out-that" not in frames or any(child.dep_ == "prt" for child in children)
    ):
        for child in after:
            if child.dep_ == "ccomp" and not _infinitive(child):
                return _with_relative(page, verb, _subtree(page, child, verb))
        announced = _announced(page, verb)
        if announced is not None:
            return [announced]
    return []


def _phrase_of(page: Page, cue: Cue) -> list[Range]:
    """Return the phrase that a verb reports: "vowed to …", "called him a fool", "praised …"."""
    verb, frames = cue.head, cue.word.frames
    after = [child for child in verb.children if child.i > verb.i]
    if frames & {"inf", "inf-person"}:
        for child in after:
            if child.dep_ in ("xcomp", "ccomp") and _infinitive(child):
                return [(_to_of(child), _right(page, child))]
    if "inf-comment" in frames:
        for child in after:
            if child.dep_ == "xcomp" and child.lemma_ in ("comment", "say", "elaborate", "discuss"):
                start = child.i + 1
                return [(start, _right(page, child))]
    if "ing" in frames:
        for child in after:
            if child.dep_ in ("xcomp", "pcomp", "ccomp") and child.tag_ == "VBG":
                return [_subtree(page, child, verb)]
    if "as" in frames:
        named = _named(page, verb, after)
        if named:
            return named
    if "of" in frames:
        for child in after:
            if child.dep_ == "prep" and child.lower_ == "of":
                return [_subtree(page, child, verb)]
    if frames & {"object", "object-weak"}:
        for child in after:
            if child.dep_ == "dobj":
                one = _subtree(page, child, verb)
                if "object" in frames or any(page.inside[i] >= 0 for i in range(*one)):
                    return [one]
    for child in after:
        if child.dep_ == "prep" and child.lower_ in frames & _PREPOSITIONS:
            return [] if is_passive(verb) else [_subtree(page, child, verb)]
    if "on-inf" in frames:
        for child in after:
            if child.dep_ == "prep" and child.lower_ in ("on", "upon"):
                urged = _urged(page, child)
                if urged:
                    return urged
    if "thing" in frames:
        for child in after:
            if child.dep_ == "dobj" and child.pos_ == "NOUN" and not child.ent_type_:
                return [_subtree(page, child, verb)]
    return []


def _states(verb: Token) -> bool:
    """Tell whether a verb can be an attribution beside a clause: finite, with its own subject."""
    if verb.tag_ in ("VBG", "VB", "VBN") and not _has_helper(verb):
        return False
    if verb.dep_ in ("relcl", "acl") or own_subject(verb) is None:
        return False
    return not any(child.dep_ in ("dobj", "acomp", "attr", "auxpass") for child in verb.children)


def _has_helper(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lemma_ in ("have",) for child in verb.children)


def _with_relative(page: Page, verb: Token, one: Range) -> list[Range]:
    """Add what a relative clause is about: "taxes, which he said would fall"."""
    if verb.dep_ not in ("relcl", "ccomp", "pcomp", "csubj", "nsubj"):
        return [one]
    first = verb.left_edge
    if first.lower_ in ("which", "what", "that", "who", "whom") and first.i < verb.i:
        subject = own_subject(verb)
        if subject is not None and subject.left_edge.i > first.i:
            return [(first.i, first.i + 1), one]
    return [one]


def _announced(page: Page, verb: Token) -> Range | None:
    """Find the that-clause that the parser hung on a noun: "alleged in the suit that …"."""
    doc = page.doc
    edge = verb.right_edge.i
    for index in range(verb.i + 1, min(verb.i + 14, edge + 1)):
        token = doc[index]
        if page.inside[index] >= 0 or token.text in (",", ":", ";"):
            return None
        if token.lower_ == "that" and token.dep_ == "mark":
            return token.i, _right(page, token.head)
        if token.pos_ == "VERB":
            return None
    return None


def _urged(page: Page, preposition: Token) -> list[Range]:
    """Return what somebody is called on to do: "called on both sides to stop"."""
    for child in preposition.head.children:
        if child.dep_ in ("xcomp", "advcl", "ccomp") and _infinitive(child):
            if child.i > preposition.i:
                return [(_to_of(child), _right(page, child))]
    for child in preposition.children:
        for deed in child.children:
            if deed.dep_ in ("acl", "relcl", "xcomp") and _infinitive(deed):
                return [(_to_of(deed), _right(page, deed))]
    return []


def _named(page: Page, verb: Token, after: list[Token]) -> list[Range]:
    """Return what somebody is called: "called him a fool", "described it as a mistake"."""
    start: int | None = None
    end: int | None = None
    complement = False
    for child in after:
        if child.dep_ in ("dobj", "oprd", "ccomp", "xcomp") or (
            child.dep_ == "prep" and child.lower_ in ("as", "for", "to", "with")
        ):
            if start is None:
                start = child.left_edge.i
            end = _right(page, child)
            complement = complement or child.dep_ in ("oprd", "ccomp") or child.lower_ == "as"
    if start is None or end is None:
        return []
    if complement or any(page.inside[i] >= 0 for i in range(start, end)):
        return [(max(start, verb.i + 1), end)]
    return []


def _noun(page: Page, noun: Token) -> list[Range]:
    """Return the clause that a noun announces: "his claim that …"."""
    for child in noun.children:
        if child.i > noun.i and child.dep_ in ("acl", "ccomp", "relcl"):
            mark = [one for one in child.children if one.dep_ == "mark" and one.lower_ == "that"]
            if mark:
                return [_subtree(page, child, noun)]
    return []


def _infinitive(token: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children)


def _to_of(token: Token) -> int:
    for child in token.children:
        if child.dep_ == "aux" and child.lower_ == "to":
            return int(child.i)
    return int(token.i)


def _subtree(page: Page, token: Token, head: Token) -> Range:
    start = max(token.left_edge.i, head.i + 1)
    return start, _right(page, token)


def _right(page: Page, token: Token) -> int:
    last = page.paragraph_tokens(page.paragraph_at(token.idx))[1]
    return min(int(token.right_edge.i) + 1, last)


def _chunk(page: Page, verb: Token) -> Range:
    """Return the attribution itself: "the minister said on Monday"."""
    members = {verb.i}
    subject = own_subject(verb)
    for child in verb.children:
        if child.dep_ in _OF_CHUNK and (
            child.dep_ not in ("advmod", "prep") or child.i > verb.i - 3
        ):
            members.update(range(child.left_edge.i, child.right_edge.i + 1))
    start = end = verb.i
    low = subject.left_edge.i if subject is not None and subject.i < verb.i else verb.i
    while (
        start - 1 >= 0
        and (start - 1 in members)
        and not (page.doc[start - 1].text in ",;:" and start - 1 < low)
    ):
        start -= 1
    while end + 1 < len(page.doc) and end + 1 in members:
        end += 1
    return start, end + 1


def _according_chunk(token: Token) -> Range:
    source = according_source(token)
    end = source.right_edge.i + 1 if source is not None else token.right_edge.i + 1
    return token.i, end


def _around(
    page: Page, head: Token, chunk: Range, words: CueWords, *, clause: bool = False
) -> list[Range]:
    """Return the sentence around an attribution that stands after, in, or before it.

    "Prices will rise, the minister said." and "The price, she said, is too high."; with `clause`
    also "According to the survey, wages will fall."
    """
    start, end = page.stop_before(head.i), page.stop_after(head.i)
    doc = page.doc
    before = doc[chunk[0] - 1] if chunk[0] > start else None
    after = doc[chunk[1]] if chunk[1] < end else None
    closes = after is None or after.text in _BREAKS or after.is_space
    if before is not None and before.lower_ == "as" and closes and after is not None:
        before = None if chunk[0] - 1 == start else before
        clause = True
    if not closes and not clause:
        return []
    if before is None:
        if clause and after is not None and after.text == ",":
            right = (chunk[1] + 1, _clause_end(page, chunk[1] + 1, end, words))
            return [right] if _has_verb(page, right) else []
        return []
    closed = page.piece_closed_by(before.i)
    if closed is not None and is_utterance(page, page.pieces.index(closed)):
        return []
    if before.text not in (",", "-", "--") and closed is None and not clause:
        return []
    if clause and doc[start].lower_ in ("that", "because") and chunk[0] - start <= 2:
        return []
    left, right = (start, chunk[0]), (chunk[1], chunk[1])
    if _all_inside(page, left):
        return []
    if before.text in (",", "-", "--") and doc[before.i - 1].lower_ in _JOINING:
        return []
    follows = after is not None and after.text in (",", "-", "--")
    if follows and not _starts_report(page, chunk[1] + 1, words):
        cut = _clause_end(page, chunk[1] + 1, end, words)
        if clause:
            cut = _coordinate(page, chunk[1], cut)
        right = (chunk[1] + 1, cut)
    pieces = [piece for piece in (left, right) if piece[0] < piece[1]]
    if not any(_has_verb(page, piece) for piece in pieces):
        return []
    return pieces


def _has_verb(page: Page, one: Range) -> bool:
    """Tell whether a range holds a finite verb: "on Thursday" is no content."""
    return any(
        page.doc[index].tag_ in ("VBD", "VBZ", "VBP", "MD") and page.doc[index].dep_ != "relcl"
        for index in range(*one)
    )


def _coordinate(page: Page, start: int, end: int) -> int:
    """Cut what is a clause of its own after ", according to …, but …"."""
    following = page.doc[start + 1] if start + 1 < end else None
    if following is not None and following.dep_ == "cc":
        return start
    return end


def _all_inside(page: Page, one: Range) -> bool:
    """Tell whether a range holds nothing but marked words."""
    return not any(page.inside[index] < 0 and page.doc[index].is_alpha for index in range(*one))


def _starts_report(page: Page, index: int, words: CueWords) -> bool:
    """Tell whether another report starts here: ", adding that …", ", but he said …"."""
    doc = page.doc
    for position in range(index, min(index + 7, len(doc))):
        token = doc[position]
        if token.lower_ == "according":
            return True
        if token.tag_.startswith("VB"):
            if token.lemma_ in ("do", "have") and position + 1 < len(doc):
                continue
            return token.lemma_.lower() in words.verbs
        if token.tag_ not in _LEADING_TAGS:
            return False
    return False


def _clause_end(page: Page, start: int, end: int, words: CueWords) -> int:
    for index in range(start, end):
        if (
            page.doc[index].text == ","
            and page.inside[index] < 0
            and _starts_report(page, index + 1, words)
        ):
            return index
    return end


def _trim(page: Page, one: Range, cue: Cue, words: CueWords) -> Range:
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
    for index in range(start + 2, end):
        if page.inside[index] >= 0:
            continue
        token = doc[index]
        if token.text in (",", "-", "--") and index + 1 < end:
            if _starts_report(page, index + 1, words) and _own_report(doc[index + 1], cue, words):
                end = index
                break
        elif token.dep_ == "cc" and index + 1 < end and _next_deed(doc[index + 1], cue, words):
            end = index
            break
    while start < end and (doc[start].is_space or doc[start].text in (",", ";", ":", "-", "--")):
        start += 1
    while start < end and (doc[end - 1].is_space or doc[end - 1].text in _BREAKS):
        if doc[end - 1].text in ".!?" and page.inside[end - 1] >= 0:
            break
        end -= 1
    return start, end


def _whole_sentence(page: Page, cue: Cue, start: int, end: int) -> int:
    """Go on to the end of the sentence where the parser ended it too early."""
    if cue.kind == "noun" or start < cue.head.i or end >= len(page.doc):
        return end
    if not page.doc[end].is_sent_start or page.ends_sentence(end - 1):
        return end
    if page.doc[end - 1].text in (".", "!", "?") and page.inside[end - 1] < 0:
        return end
    return page.stop_after(end)


def _own_report(token: Token, cue: Cue, words: CueWords) -> bool:
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


def _next_deed(token: Token, cue: Cue, words: CueWords) -> bool:
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
        if following.tag_ not in ("RB",):
            return False
    return False
