"""Short titles of events: who does what, in the article's own words and their order.

A title is put together from whole pieces of the clause (subject, verb, object, complements), the
weightiest first, so that it never breaks off inside one. Where the subject is a pronoun, the words
that it was traced to stand for it in square brackets, as an editor sets them; where it was not
traced, nobody can say who it is, and there is no title.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from briefing.extraction.doc import mention_at
from briefing.extraction.events.clauses import (
    HELPERS,
    OBJECTS,
    SUBJECTS,
    carried,
    governors,
    has_subject,
    object_before,
    subjects_of,
)
from briefing.reference.event_words import event_words

LONGEST = 14
"""Most words in a title."""

_INSIDE_NOUN = frozenset(("compound", "amod", "nummod", "poss", "case", "nmod", "quantmod", "neg"))
_CORE = frozenset(("compound", "nummod", "poss", "case", "nmod", "quantmod"))
_ADDRESS = re.compile(
    r"(?:[A-Z]\.){2,3}|H[MREH]H?|Excellency|Highness|Majesty|Eminence|Holiness|Grace|Honou?r"
)
_EMPTY_TAGS = frozenset(("PRP", "EX", "WP", "WDT", "DT"))

Piece = tuple[int, list[Token]]
"""Some words that belong together, and their rank: the lower, the weightier."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title and the words of the event that it is made of, in order."""

    text: str
    tokens: tuple[Token, ...]


def title_of(head: Token, leave_out: Collection[int]) -> Title | None:
    """Return a title for the event that `head` tells, None where none can be said.

    "On Friday, the Spanish king **visited** a school in Lima, where he was cheered" gives "Spanish
    king visited a school in Lima"; "She **arrived** in Lima", of a minister Silva, "[Silva] arrived
    in Lima"; "It **arrived**", of nothing known, none.

    Args:
        head: The verb or noun of the event.
        leave_out: Token indexes that do not belong in a title: the time expressions.
    """
    if head.pos_ in ("VERB", "AUX"):
        return _of_verb(head, leave_out)
    verb = carried(head)
    if verb is not None and head.dep_ == "dobj" and verb.lemma_.lower() in event_words().light:
        whole = _of_verb(verb, leave_out)  # "Fiji and Tonga will hold talks in Suva"
        if whole is not None:
            return whole
    title = _of_noun(head, leave_out)
    if title is not None and sum(token.dep_ != "det" for token in title.tokens) > 1:
        return title
    verb = verb or _holding(head)
    return _of_verb(verb, leave_out) if verb is not None else None


def _holding(noun: Token) -> Token | None:
    """Return the verb that says of a noun that it is held: "a summit **held** in Oslo"."""
    light = event_words().light
    clauses = (child for child in noun.rights if child.dep_ in ("acl", "relcl"))
    return next((verb for verb in clauses if verb.lemma_.lower() in light), None)


def phrase_of(head: Token, leave_out: Collection[int]) -> Title | None:
    """Return the words around a head that makes no title of its own: "killing 12 civilians".

    Its objects and complements go with it, as far as a title may be long. So do those of a verb
    whose subject nobody can name: "it sent two envoys home" gives "Sent two envoys home".

    Args:
        head: The verb or noun of the event.
        leave_out: Token indexes that do not belong in a title: the time expressions.
    """
    if head.pos_ in ("VERB", "AUX"):
        told = {child.dep_ for child in head.children}
        bare = not told & {*OBJECTS, "xcomp", "ccomp", "agent", "prep"}
        if bare or "auxpass" in told or (told & {*SUBJECTS, "aux"} and not told & {*OBJECTS}):
            return None
        tokens = _chosen(list(_verb_pieces(head)), leave_out, head)
        tokens = [
            token
            for token in tokens
            if token.i >= head.i or (head.is_ancestor(token) and token.tag_ != "TO")
        ]
    else:
        tokens = _chosen(list(_noun_pieces(head, 0)), leave_out, head)
    if sum(token.is_alpha for token in tokens) < 2:
        return None
    return Title(_text(head.doc, tokens, {}), tuple(tokens))


def _of_verb(verb: Token, leave_out: Collection[int]) -> Title | None:
    if not has_subject(verb):
        return None
    subjects = [token for token in subjects_of(verb) if token.i not in leave_out]
    if not subjects and verb.dep_ == "conj":
        subjects = [token for token in subjects_of(verb.head) if token.i not in leave_out]
    named: dict[int, str] = {}
    for subject in subjects:
        if subject.tag_ in _EMPTY_TAGS:
            words = _antecedent(subject)
            if words is None:
                return None
            named[subject.i] = words
        elif not _owner_is_known(subject, named):
            return None
    pieces = [*_subject_pieces([*subjects, *object_before(verb)]), *_verb_pieces(verb)]
    tokens = _chosen(pieces, leave_out, verb)
    told = {child.dep_ for child in tokens if child.head.i == verb.i}
    bare = not told & {*OBJECTS, "ccomp", "xcomp", "nsubjpass", "agent"}
    if not subjects or (bare and event_words().verbs.get(verb.lemma_.lower()) == "announcement"):
        return None
    return Title(_text(verb.doc, tokens, named), tuple(tokens))


def _of_noun(noun: Token, leave_out: Collection[int]) -> Title | None:
    named: dict[int, str] = {}
    tokens = _chosen(list(_noun_pieces(noun, 0)), leave_out, noun)
    if not _owner_is_known(noun, named) and len(tokens) < 3:
        return None
    return Title(_text(noun.doc, tokens, named), tuple(tokens))


def _owner_is_known(noun: Token, named: dict[int, str]) -> bool:
    """Say whether "its launch" tells whose; if it was traced, note the words for `named`."""
    owner = next((child for child in noun.children if child.tag_ == "PRP$"), None)
    if owner is None:
        return True
    words = _antecedent(owner)
    if words is not None:
        named[owner.i] = words
    return words is not None


def _antecedent(pronoun: Token) -> str | None:
    """Return the article's words that a pronoun was traced to."""
    mention = mention_at(pronoun)
    if mention is None or mention.antecedent is None:
        thing = _thing_above(pronoun)
        return None if thing is None else _words_of(thing)
    text = _article(pronoun.doc)
    return " ".join(text[mention.antecedent.start : mention.antecedent.end].split())


def _words_of(noun: Token) -> str:
    """Return a noun with what stands before it, in the article's words."""
    text = _article(noun.doc)[noun.left_edge.idx : noun.idx + len(noun)]
    return " ".join(text.split())


def _thing_above(pronoun: Token) -> Token | None:
    """Return what "it" is in "the **waiver** could be used before it lapses"."""
    clause = pronoun.head
    if pronoun.lower_ != "it" or pronoun.dep_ not in SUBJECTS or clause.dep_ != "advcl":
        return None
    marks = {child.lower_ for child in clause.children if child.dep_ in ("mark", "advmod")}
    if not marks & {"after", "before", "once", "until", "when"} or clause.i < clause.head.i:
        return None
    things = [child for child in clause.head.children if child.dep_ in ("nsubj", "nsubjpass")]
    named = len(things) == 1 and things[0].tag_ == "NN" and not things[0].ent_type_
    return things[0] if named else None


def _subject_pieces(subjects: list[Token]) -> Iterator[Piece]:
    for subject in subjects:
        for rank, piece in _noun_pieces(subject, 0):
            yield (0 if rank == 0 else rank + 2), piece


def _verb_pieces(verb: Token) -> Iterator[Piece]:
    """Yield a verb with its helpers, what governs it, its objects and its complements."""
    words = event_words()
    core = [verb, *_turning(verb)]
    for above in governors(verb):
        core += [above, *_turning(above)]
        core += [child for child in above.children if child.dep_ in HELPERS]
        for child in above.children:
            if child.dep_ in OBJECTS and child.i < verb.i and above.pos_ == "VERB":
                core += _with_article(child, list(_inside(child)))
    core += [child for child in verb.children if child.dep_ in HELPERS]
    yield 0, core
    for child in verb.children:
        if child.dep_ in OBJECTS:
            for rank, piece in _noun_pieces(child, 0):
                yield rank + 1, _with_article(child, piece) if rank == 0 else piece
        elif child.dep_ == "agent" or (
            child.dep_ == "prep" and child.i > verb.i and child.lower_ in words.prepositions
        ):
            for rank, piece in _preposition(child):
                yield (1 if child.dep_ == "agent" else 3) + rank, piece
        elif child.dep_ in ("xcomp", "ccomp") and child.i > verb.i and _is_told(child):
            yield from _complement(child)


def _is_told(verb: Token) -> bool:
    return verb.pos_ in ("VERB", "AUX") or verb.tag_ in ("JJ", "NN")


def _complement(verb: Token) -> Iterator[Piece]:
    """Yield "to win an order" and "prices will rise" as one piece, without what is far off."""
    piece = [verb, *_turning(verb)]
    for child in verb.children:
        if child.dep_ in HELPERS:
            piece.append(child)
        elif child.dep_ in ("nsubj", "nsubjpass") or child.dep_ in OBJECTS:
            for rank, inner in _noun_pieces(child, 1):
                if rank <= 1:
                    piece += _with_article(child, inner) if rank == 0 else inner
    yield 2, piece
    for child in verb.children:
        near = child.dep_ == "prep" and child.i > verb.i
        if near and child.lower_ in event_words().prepositions:
            for rank, inner in _preposition(child):
                yield 4 + rank, inner


def _noun_pieces(noun: Token, depth: int) -> Iterator[Piece]:
    """Yield a noun with what belongs to it, then its adjectives, then each complement."""
    core = [noun, *_turning(noun)]
    adjectives: list[Token] = []
    for child in noun.children:
        if child.dep_ in _INSIDE_NOUN and child.i < noun.i:
            if child not in core:
                (core if child.dep_ in _CORE else adjectives).extend(_inside(child))
        elif child.dep_ == "case" or (child.i == noun.i + 1 and child.text.isdecimal()):
            core.append(child)
        elif child.dep_ in ("appos", "npadvmod") and _is_address(noun, child):
            core.extend(child.subtree)
    yield 0, core
    if adjectives:
        yield 1, adjectives
    for child in noun.children:
        if child.i <= noun.i or depth > 1:
            continue
        if child.dep_ == "prep" and child.lower_ in event_words().prepositions:
            for rank, piece in _preposition(child, depth):
                yield 1 + rank, piece
        elif child.dep_ == "conj" and child.i - noun.i <= 8 and child.pos_ in ("NOUN", "PROPN"):
            links = [word for word in noun.children if word.dep_ == "cc" and word.i < child.i]
            for rank, piece in _noun_pieces(child, 2):
                if rank == 0:
                    yield 1, [*links, *piece]
                    yield from ((2, inner) for _, inner in _more_joined(child))


def _is_address(noun: Token, office: Token) -> bool:
    """Say whether a noun is a form of address before an office: "H.E. the President"."""
    return office.left_edge.i == noun.i + 1 and _ADDRESS.fullmatch(noun.text) is not None


def _turning(word: Token) -> Iterator[Token]:
    """Yield what a word cannot go without, as it would say something else.

    "**almost** left", "**no longer** patrols", "**alleged** attack", "**no** talks".
    """
    turning = event_words().turning
    for child in word.lefts:
        if child.dep_ in ("advmod", "amod", "det", "preconj") and any(
            token.lower_ in turning for token in child.subtree
        ):
            yield from (token for token in child.subtree if not token.is_space)


def _more_joined(noun: Token) -> Iterator[Piece]:
    """Yield the further members of "France, Spain and Italy"."""
    for child in noun.children:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN"):
            links = [word for word in noun.children if word.dep_ == "cc"]
            core = [token for rank, piece in _noun_pieces(child, 2) if rank == 0 for token in piece]
            yield 1, [*links, *core]
            yield from _more_joined(child)


def _inside(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ in (*_INSIDE_NOUN, "punct", "advmod", "conj", "cc") and child.text != ",":
            yield from _inside(child)


def _with_article(noun: Token, piece: list[Token]) -> list[Token]:
    return [*piece, *(child for child in noun.children if child.dep_ == "det")]


def _preposition(preposition: Token, depth: int = 0) -> Iterator[Piece]:
    """Yield "in Lima", and then what hangs on its noun in turn: "near the port of Lima"."""
    for thing in preposition.children:
        if thing.dep_ == "pobj":
            for rank, piece in _noun_pieces(thing, depth + 1):
                if rank == 0:
                    yield 0, [preposition, *_with_article(thing, piece)]
                elif thing.i < max(token.i for token in piece) or rank == 1:
                    yield rank, piece
        elif thing.dep_ == "pcomp":
            objects = [child for child in thing.children if child.dep_ in OBJECTS]
            cores = [
                piece for child in objects for rank, piece in _noun_pieces(child, 2) if not rank
            ]
            yield 1, [preposition, thing, *(token for core in cores for token in core)]


def _chosen(pieces: list[Piece], leave_out: Collection[int], head: Token) -> list[Token]:
    """Return the words of the weightiest pieces that fit into a title together."""
    kept: dict[int, Token] = {head.i: head}
    for _, piece in sorted(pieces, key=lambda one: one[0]):
        words = {token.i: token for token in piece if token.i not in leave_out}
        lost = len({token.i for token in piece}) - len(words)
        alone = all(token.pos_ in ("ADP", "DET", "CCONJ", "PART") for token in words.values())
        hanging = piece[0].pos_ == "ADP" and lost and not _has_object(piece[0], words)
        if not words or alone or hanging:
            continue
        above = piece[0].head.i
        if piece[0].pos_ == "ADP" and above not in kept and above not in leave_out:
            continue
        for token in list(words.values()):
            words |= {i: joined for i, joined in _joined(token).items() if i not in leave_out}
        if len(kept.keys() | words.keys()) <= LONGEST or head.i in words:
            kept |= words
    tokens = [token for _, token in sorted(kept.items())]
    while (
        len(tokens) > 1 and tokens[-1].i != head.i and tokens[-1].pos_ in ("CCONJ", "DET", "PUNCT")
    ):
        tokens.pop()
    while (
        len(tokens) > 1 and tokens[0].i != head.i and tokens[0].pos_ in ("PUNCT", "CCONJ", "PART")
    ):
        tokens.pop(0)
    return tokens


def _has_object(preposition: Token, words: dict[int, Token]) -> bool:
    return any(
        child.dep_ in ("pobj", "pcomp") and child.i in words for child in preposition.children
    )


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


def _article(doc: Doc) -> str:
    article = doc._.article
    text: str = article.text if article is not None else doc.text
    return text


def _text(doc: Doc, tokens: list[Token], named: dict[int, str]) -> str:
    """Join words as the article writes them; what is left out between two leaves one space."""
    text = _article(doc)
    parts: list[str] = []
    for position, token in enumerate(tokens):
        word = text[token.idx : token.idx + len(token)]
        parts.append(f"[{named[token.i]}]" if token.i in named else word)
        following = tokens[position + 1] if position + 1 < len(tokens) else None
        if following is None:
            break
        if following.i == token.i + 1 and not token.whitespace_:
            continue
        listed = following.dep_ == "conj" and doc[token.i + 1].text == ","
        parts.append(", " if listed else " ")
    title = " ".join("".join(parts).split())
    first = title.split(" ", 1)[0]
    return title[:1].upper() + title[1:] if first.islower() else title
