"""What a cue governs: the clause, phrase or infinitive that the grammar hangs on it."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.extraction.doc import is_negated
from briefing.extraction.quotes.cues import Cue, is_passive, own_subject
from briefing.extraction.quotes.page import Page
from briefing.extraction.quotes.spans import (
    FINITE,
    Range,
    from_to,
    is_infinitive,
    right_of,
    subtree,
)
from briefing.extraction.quotes.speaking import MAKING
from briefing.extraction.quotes.utterances import is_utterance
from briefing.reference.reporting import quoting

_OPENING = ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM", "SYM")
_FAR = 16
_NEAR = 2
_RELATIVES = ("which", "what", "that", "who", "whom")


def clause_of(page: Page, cue: Cue) -> list[Range]:
    """Return the clause that a verb governs: "said that …", "asked whether …"."""
    verb, frames = cue.head, cue.word.frames
    children = list(verb.children)
    if not frames & {"that", "question", "out-that"}:
        return []
    if "out-that" in frames and not any(child.dep_ == "prt" for child in children):
        return []
    for child in children:
        if child.i > verb.i and child.dep_ == "ccomp" and _is_clause(child):
            one = _with_lost_subject(page, cue, subtree(page, child, verb))
            one = _after_own_words(page, cue, one)
            return with_relative(verb, _with_later_tense(page, verb, one))
    for child in children:
        deed = child.i > verb.i and child.dep_ == "xcomp" and child.tag_ == "VBG"
        if deed and any(token.tag_ in FINITE for token in child.subtree):
            return [subtree(page, child, verb)]
    announced = _announced(page, verb)
    return [_after_own_words(page, cue, announced)] if announced is not None else []


def _after_own_words(page: Page, cue: Cue, one: Range) -> Range:
    """Cut the words that belong to the cue: the "it clear" of "made it clear that prices fell"."""
    own = {"it", *cue.word.lemma.split()[1:]}
    start, end = one
    while len(own) > 1 and start < end and page.doc[start].lower_ in own:
        start += 1
    return start, end


def _with_lost_subject(page: Page, cue: Cue, one: Range) -> Range:
    """Add the subject that the parser took for the cue's object.

    "She explained two visits a week are the rule": not only "are the rule".
    """
    start = cue.head.i + 1
    if page.doc[one[0]].tag_ not in FINITE or one[0] == start or "person" in cue.word.frames:
        return one
    between = page.doc[start : one[0]]
    if any(it.is_punct or it.tag_ in FINITE or page.inside[it.i] >= 0 for it in between):
        return one
    subject = any(it.dep_ == "dobj" and it.head == cue.head for it in between)
    return (start, one[1]) if subject else one


def _is_clause(token: Token) -> bool:
    """Tell whether a complement is a clause with a finite verb: not "reported him missing"."""
    if is_infinitive(token):
        return False
    whom = own_subject(token) if token.tag_ == "VBG" else None
    if whom is not None and whom.tag_ == "PRP" and whom.i + 1 == token.i:
        return False
    return token.tag_.startswith("VB") or any(one.tag_ in FINITE for one in token.subtree)


def announced_by_noun(page: Page, cue: Cue) -> list[Range]:
    """Return the clause that a noun announces: "his claim that …"."""
    noun = cue.head
    for child in noun.children:
        clause = child.i > noun.i and child.dep_ in ("acl", "ccomp", "relcl")
        if clause and any(it.dep_ == "mark" and it.lower_ == "that" for it in child.children):
            return [subtree(page, child, noun)]
        if clause and "inf" in cue.word.frames and is_infinitive(child):
            return [from_to(page, child)]
    return []


def relative_of(verb: Token) -> Range | None:
    """Return the relative word that a clause is about: "taxes, which he said would fall"."""
    if verb.dep_ not in ("relcl", "ccomp", "pcomp", "csubj", "nsubj", "pobj"):
        return None
    first = verb.left_edge
    if first.lower_ not in _RELATIVES or first.i >= verb.i:
        return None
    subject = own_subject(verb)
    if subject is None or subject.left_edge.i <= first.i:
        return None
    return first.i, first.i + 1


def up_to_marks(page: Page, cue: Cue) -> list[Range]:
    """Return what somebody is called or accused of in marks, where the parser lost the tie.

    "He called the court's ruling on Monday "childish"", "accused the firm, the largest of the
    port, of being "careless"".
    """
    verb, doc = cue.head, page.doc
    if not cue.word.frames & {"as", "of"} or is_passive(verb) or verb.tag_ == "VBN":
        return []
    start = verb.i + 1
    end = min(start + _FAR, page.stop_after(verb.i))
    for index in range(start, end):
        token = doc[index]
        number = page.inside[index]
        if number >= 0:
            piece = page.pieces[number]
            if is_utterance(page, number) or index - start < _NEAR:
                return []
            return [(start, page.token_at(piece.end - 1) + 1)]
        if token.tag_ in FINITE or token.text in (";", ":"):
            return []
        if token.text == "," and index + 1 < end and doc[index + 1].tag_ == "VBG":
            return []
        if "of" in cue.word.frames and token.lower_ == "of" and token.head == verb:
            start = index
    return []


def bare_clause(page: Page, cue: Cue) -> list[Range]:
    """Return the clause after a cue whose verb the parser tied elsewhere.

    "The firm said families of people hurt by the gas file lawsuits": the rest of the sentence, as
    it has a subject and a finite verb.
    """
    verb = cue.head
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBG") or is_negated(verb) or is_passive(verb):
        return []
    if "bare" not in cue.word.frames or page.piece_closed_by(verb.i - 1) is not None:
        return []
    start, end = verb.i + 1, page.stop_after(verb.i)
    if start >= end or page.doc[start].pos_ not in _OPENING or page.inside[start] >= 0:
        return []
    named = False
    for token in page.doc[start:end]:
        if page.inside[token.i] >= 0 or token.text in (",", ";", ":", "-", "--"):
            return []
        if token.tag_ in FINITE and token.dep_ not in ("relcl", "advcl"):
            return [(start, end)] if named else []
        named = named or token.pos_ in ("NOUN", "PROPN", "PRON")
    return []


def with_relative(verb: Token, one: Range) -> list[Range]:
    """Put the relative word before what is said of it: "taxes, which he said would fall"."""
    relative = relative_of(verb)
    return [one] if relative is None else [relative, one]


def _with_later_tense(page: Page, verb: Token, one: Range) -> Range:
    """Add a clause that the parser tied to the cue though its tense is the content's.

    "told the paper that polls could be wrong, and have been for years": the second verb is no
    deed of the speaker's.
    """
    if verb.tag_ != "VBD":
        return one
    for child in verb.children:
        if child.dep_ != "conj" or child.i < one[1] or own_subject(child) is not None:
            continue
        verbs = [it for it in (*child.lefts, child) if it.tag_.startswith(("VB", "MD"))]
        leading = verbs[0] if verbs else child
        if leading.tag_ in FINITE and leading.tag_ != "VBD":
            return one[0], right_of(page, child)
    return one


def _is_of_others(noun: Token, verb: Token) -> bool:
    """Tell whether a verb is about a statement that others make: "answered claims that"."""
    claims = noun.lemma_.lower() in quoting().nouns and verb.lemma_.lower() not in MAKING
    return claims and not any(it.dep_ == "poss" for it in noun.children)


def _announced(page: Page, verb: Token) -> Range | None:
    """Find the that-clause that the parser hung on a noun: "alleged in the suit that …"."""
    doc = page.doc
    edge = verb.right_edge.i
    for index in range(verb.i + 1, min(verb.i + 14, edge + 1)):
        token = doc[index]
        if page.inside[index] >= 0 or token.text in (",", ":", ";"):
            return None
        if token.lower_ == "that" and token.dep_ == "mark":
            noun = token.head.head
            told = noun.dep_ == "dobj" and noun.head == verb and noun.i < token.i
            if told and _is_of_others(noun, verb):
                return None
            start = noun.left_edge.i if told and noun.ent_type_ != "PERSON" else token.i
            return start, right_of(page, token.head)
        if token.pos_ == "VERB":
            return None
    return None
