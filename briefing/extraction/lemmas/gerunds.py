"""Words in "-ing" that are nouns though a tagger takes them for verbs: "the shelling of Oslo"."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.extraction.grammar_words import ATTRIBUTES

_DETERMINING = ATTRIBUTES | {"det", "poss"}
_PLACES = ("nsubj", "nsubjpass", "pobj", "dobj", "attr", "conj")
_BEHIND = ("of", "between")


def is_noun(token: Token) -> bool:
    """Say whether a word in "-ing" stands as a noun: with "the" or "Danish", or before "of"."""
    if token.tag_ != "VBG" or token.dep_ not in _PLACES:
        return False
    if any(child.dep_ in ("dobj", "aux", "auxpass", "nsubj") for child in token.children):
        return False
    if any(child.dep_ in _DETERMINING and child.i < token.i for child in token.children):
        return True
    return token.i + 1 < len(token.doc) and token.nbor(1).lower_ in _BEHIND
