"""Whose claim it is: the words or the entity that a reader could print as a claimant or denier."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from briefing.extraction.doc import mention_at, mention_of, text_of
from briefing.extraction.facts import Mention
from briefing.extraction.grammar_words import NOMINAL, RELATIVES, SEVERAL, SUBJECTS, VERBAL
from briefing.extraction.standing.signs import lemma_of
from briefing.reference.standing import standing_words

_RELATIVE = (RELATIVES - {"whose"}) | {"what"}
"""Words that stand for the noun before them, or for what a clause tells."""

_SOME = (SEVERAL - {"both", "dozens", "hundreds", "thousands"}) | {"none"}
"""Words that the parser may take for no subject: "Few doubt it"."""

_INSIDE = (
    "det",
    "amod",
    "compound",
    "poss",
    "nummod",
    "nmod",
    "case",
    "punct",
    "quantmod",
    "advmod",
)
_STEPS = 5
"""Verbs outward that may share one subject."""

_SHARING = frozenset(("advcl", "ccomp", "conj", "dep", "parataxis", "pcomp", "prep", "xcomp"))
"""Dependencies of words whose subject the word above may have."""

_LONGEST = 9
"""Words of a source phrase; longer ones are cut at the noun that they hang on."""


def holders_of(verb: Token) -> tuple[str, ...]:
    """Return who says what a verb says: entity ids, else the article's words; () for nobody.

    "The minister denied and Lima rejected it": each verb has its own. "Asked by Lima, Quito said":
    Quito.
    """
    return tuple(name for token in subjects_of(verb) for name in names_of(token))


def subjects_of(verb: Token) -> list[Token]:
    """Return the tokens of a verb's subjects, also where a verb before has them.

    Args:
        verb: The verb; who does a passive is behind its "by".
    """
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        agents = [obj for c in verb.children if c.dep_ == "agent" for obj in c.children]
        return [obj for obj in agents if obj.dep_ == "pobj"]
    node = verb
    for _ in range(_STEPS):
        own = _own_subjects(node)
        if own:
            return own
        if node.dep_ == "ROOT":
            return _fronted(node)
        if node.dep_ not in _SHARING:
            return []
        node = node.head
    return []


def _own_subjects(verb: Token) -> list[Token]:
    """Return a verb's own subjects, the noun that it describes among them."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    if own:
        return own
    some = [c for c in verb.children if c.dep_ == "amod" and c.lower_ in _SOME and c.i < verb.i]
    if some:
        return some
    of_noun = verb.dep_ == "acl" and verb.head.pos_ in NOMINAL
    return [verb.head] if of_noun or verb.dep_ == "relcl" else []


def _fronted(verb: Token) -> list[Token]:
    """Return the noun before an inverted verb of saying: "said the minister"."""
    return [child for child in verb.children if child.dep_ == "dobj" and child.i == verb.i + 1]


def names_of(token: Token) -> Iterator[str]:
    """Yield the names of a noun and of those joined to it; nothing for words that name nobody.

    Args:
        token: The noun's head, or a relative pronoun that stands for it.
    """
    above = _above(token) if token.dep_ in SUBJECTS and token.lower_ in _RELATIVE else None
    if above is not None:
        yield from names_of(above)
        return
    mention = mention_at(token)
    if mention is not None:
        if mention.head == token.i or _covers(mention, token):
            yield mention.entity_id
    elif token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "PRON") and not _nameless(token):
        yield phrase_of(token)
    for child in token.children:
        if child.dep_ == "conj":
            yield from names_of(child)


def _covers(mention: Mention, token: Token) -> bool:
    return mention.start <= token.idx < mention.end


def _above(relative: Token) -> Token | None:
    """Return the noun that a relative pronoun stands for."""
    clause = relative.head
    for _ in range(3):
        if clause.dep_ == "relcl":
            return clause.head
        if clause.dep_ not in ("conj", "xcomp"):
            return None
        clause = clause.head
    return None


def _nameless(token: Token) -> bool:
    words = standing_words()
    if token.lower_ in words["attributed"]["nameless"]:
        return True
    return any(
        child.dep_ in ("det", "amod", "nummod") and child.lower_ in words["negation"]["determiners"]
        for child in token.children
    )


def phrase_of(noun: Token) -> str:
    """Return a noun with what describes it, without clauses: "Residents of the old town"."""
    doc = noun.doc
    start = end = noun.i
    for child in noun.lefts:
        if child.dep_ in _INSIDE and not child.is_punct:
            start = min(start, child.left_edge.i)
    for child in noun.rights:
        inner = list(child.subtree)
        plain = not any(t.pos_ in VERBAL or t.is_punct or t.is_space for t in inner)
        if child.dep_ == "prep" and plain and inner[-1].i - start < _LONGEST:
            end = max(end, inner[-1].i)
        elif child.dep_ != "conj":
            break
    if end - start >= 2 * _LONGEST:
        start = noun.i
    return text_of(doc[start : end + 1]).strip(" ,;.:“”\"'‘’")


def owners(noun: Token) -> tuple[str, ...]:
    """Return whose claim a noun tells: "Lima's claim", "the claim by Lima", "a UN report"."""
    for child in noun.children:
        if child.dep_ == "poss" and child.lower_ not in ("its", "their", "his", "her"):
            return tuple(names_of(child))
        if child.dep_ == "poss" and mention_of(child) is not None:
            return tuple(names_of(child))
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            found = [name for obj in child.children if obj.dep_ == "pobj" for name in names_of(obj)]
            if found:
                return tuple(found)
    for child in noun.children:
        if child.dep_ in ("amod", "compound", "nmod") and mention_of(child) is not None:
            return tuple(names_of(child))
    verb = noun.head
    if (
        noun.dep_ == "dobj"
        and verb.pos_ in VERBAL
        and lemma_of(verb) in standing_words()["telling"]["claim_is_made"]
    ):
        return holders_of(verb)
    return ()
