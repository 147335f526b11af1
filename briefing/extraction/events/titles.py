"""Short titles of events, made of the article's own words in their order."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Token

from briefing.reference.event_words import event_words

LONGEST = 14
"""Most words in a title."""

_INSIDE_NOUN = frozenset(("compound", "amod", "nummod", "poss", "case", "nmod", "quantmod", "neg"))
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_OBJECTS = ("dobj", "attr", "oprd", "dative")
_HELPERS = ("aux", "auxpass", "neg", "prt")


def title_of(head: Token, leave_out: Collection[int]) -> tuple[str, list[Token]]:
    """Return a title for the event that `head` tells, and its words.

    "On Friday, the Spanish king **visited** a school in Lima, where he was cheered" gives "the
    Spanish king visited a school in Lima".

    Args:
        head: The verb or noun of the event.
        leave_out: Token indexes that do not belong in a title: the time expressions.
    """
    verbal = head.pos_ in ("VERB", "AUX")
    wanted = _clause(head) if verbal else _noun(head, depth=2)
    kept = {token.i: token for token in wanted if token.i not in leave_out}
    for token in list(kept.values()):
        kept |= _joined(token)
    chosen = sorted({head.i: head, **kept}.items())
    tokens = _trimmed([token for _, token in chosen], head)
    return _text(head.doc, tokens), tokens


def _joined(token: Token) -> dict[int, Token]:
    """Return what is joined to a word by hyphens: "take" of "winner-take-all"."""
    found: dict[int, Token] = {}
    doc = token.doc
    for step in (1, -1):
        here = token
        while 0 <= here.i + step < len(doc):
            beside = doc[here.i + step]
            left = here if step == 1 else beside
            if left.whitespace_ or "-" not in (here.text, beside.text) or beside.is_space:
                break
            found[beside.i] = beside
            here = beside
    return found


def _noun(head: Token, depth: int) -> Iterator[Token]:
    """Yield a noun with what stands before it and its short complements."""
    yield head
    for child in head.children:
        if child.dep_ in _INSIDE_NOUN and child.i < head.i:
            yield from _inside(child)
        elif child.dep_ == "case":
            yield child
        elif (
            child.dep_ == "prep"
            and child.lower_ in event_words().prepositions
            and depth
            and child.i > head.i
        ):
            yield from _preposition(child, depth - 1)
        elif child.dep_ == "appos" and depth == 2 and child.i == head.i + 1:
            yield from _noun(child, 0)
        elif child.dep_ in ("conj", "cc") and depth < 2 and child.i - head.i <= 8:
            if child.dep_ == "cc":
                yield child
            else:
                yield from _noun(child, 0)


def _inside(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ in (*_INSIDE_NOUN, "punct", "advmod", "conj", "cc") and child.text != ",":
            yield from _inside(child)


def _preposition(preposition: Token, depth: int) -> Iterator[Token]:
    objects = [child for child in preposition.children if child.dep_ in ("pobj", "pcomp")]
    if not objects:
        return
    yield preposition
    for thing in objects:
        if thing.dep_ == "pobj":
            yield from _noun(thing, depth)
            for child in thing.children:
                if child.dep_ == "det" and child.lower_ in ("the", "a", "an"):
                    yield child


def has_subject(verb: Token) -> bool:
    """Say whether a verb has a subject in the sentence."""
    return bool(subjects_of(verb))


def subjects_of(verb: Token, depth: int = 0) -> list[Token]:
    """Return who or what does it: the verb's own subject, or that of the verb above it."""
    own = [child for child in verb.children if child.dep_ in _SUBJECTS]
    if own:
        relative = own[0].tag_ in ("WDT", "WP") and verb.dep_ == "relcl"
        return [verb.head] if relative else own
    if verb.dep_ in ("relcl", "acl"):
        return [verb.head] if verb.head.pos_ in ("NOUN", "PROPN") else []
    above = verb.head
    if verb.dep_ in ("conj", "xcomp", "advcl", "pcomp") and depth < 3 and above.i != verb.i:
        if above.pos_ == "ADP":
            above = above.head
        if above.pos_ in ("VERB", "AUX"):
            return subjects_of(above, depth + 1)
    return []


def _clause(verb: Token) -> Iterator[Token]:
    """Yield a verb with its subject, helpers, objects and first complements."""
    yield verb
    if verb.dep_ == "xcomp" and verb.head.pos_ in ("VERB", "AUX", "ADJ"):
        yield verb.head
        yield from (child for child in verb.head.children if child.dep_ in _HELPERS)
    for subject in subjects_of(verb):
        yield from _noun(subject, 1)
    for child in verb.children:
        if child.dep_ in _HELPERS:
            yield child
        elif child.dep_ in _OBJECTS:
            yield from _noun(child, 1)
            yield from (token for token in child.children if token.dep_ == "det")
        elif child.dep_ in ("prep", "agent") and child.i > verb.i:
            if child.lower_ in event_words().prepositions:
                yield from _preposition(child, 1)
        elif child.dep_ == "ccomp" and child.i > verb.i and child.pos_ in ("VERB", "AUX"):
            for subject in child.children:
                if subject.dep_ in _SUBJECTS:
                    yield from _noun(subject, 0)
            yield from _clause_of_complement(child)
        elif child.dep_ == "xcomp" and child.i > verb.i and child.tag_ in ("VB", "VBG", "JJ", "NN"):
            yield from _clause_of_complement(child)


def _clause_of_complement(verb: Token) -> Iterator[Token]:
    yield verb
    for child in verb.children:
        if child.dep_ in _HELPERS:
            yield child
        elif child.dep_ in _OBJECTS:
            yield from _noun(child, 1)
        elif (
            child.dep_ == "prep" and child.lower_ in event_words().prepositions and child.i > verb.i
        ):
            yield from _preposition(child, 0)


def _trimmed(tokens: list[Token], head: Token) -> list[Token]:
    """Cut a title at its longest, and drop a preposition or conjunction that ends it."""
    place = next((number for number, token in enumerate(tokens) if token.i == head.i), 0)
    end = max(LONGEST, place + 1)
    start = max(0, place - LONGEST + 4)
    tokens = tokens[start:end]
    while (
        len(tokens) > 1
        and tokens[-1].i != head.i
        and (
            tokens[-1].pos_ in ("ADP", "CCONJ", "DET", "PUNCT", "PART", "SCONJ")
            or tokens[-1].dep_ in ("compound", "amod", "nummod")
        )
    ):
        if tokens[-1].dep_ == "prt":
            break
        tokens.pop()
    while len(tokens) > 1 and tokens[0].i != head.i and tokens[0].pos_ in ("PUNCT", "CCONJ", "ADP"):
        tokens.pop(0)
    return tokens


def _text(doc: Doc, tokens: list[Token]) -> str:
    """Join words as the article writes them; what is left out between two leaves one space."""
    article = doc._.article
    text: str = article.text if article is not None else doc.text
    parts: list[str] = []
    for position, token in enumerate(tokens):
        parts.append(text[token.idx : token.idx + len(token)])
        following = tokens[position + 1] if position + 1 < len(tokens) else None
        if following is None:
            break
        if following.i == token.i + 1 and not token.whitespace_:
            continue
        listed = following.dep_ == "conj" and doc[token.i + 1].text == ","
        parts.append(", " if listed else " ")
    return " ".join("".join(parts).split())
