"""Which reporting word a token is: a verb and its second word, a noun, an adjective, a phrase."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from spacy.tokens import Token

from briefing.reference.reporting import GAP, Reporting, ReportingPhrase, ReportingWord, reporting

_WIDEST_GAP = 4
_VERBAL = ("VERB", "AUX")


def reporting_word(token: Token) -> ReportingWord | None:
    """Return the reporting word that a token is, by its part of speech; None for another word.

    Phrases go first ("no evidence"), then verbs of two or more words, of which the token is the
    first ("pointed out", "made clear").
    """
    words = reporting()
    phrase = reporting_phrase(token, words)
    if phrase is not None:
        return phrase
    lemma = token.lemma_.lower()
    if token.pos_ in _VERBAL:
        return reporting_verb(token, words.verbs)
    if token.pos_ in ("NOUN", "PROPN"):
        return words.nouns.get(lemma)
    return words.adjectives.get(lemma) if token.pos_ == "ADJ" else None


def reporting_verb(token: Token, verbs: Mapping[str, ReportingWord]) -> ReportingWord | None:
    """Return the verb of `verbs` that a token is or begins, the longest first.

    "shot back", "called on", "let it be known"; the second word may stand after an empty "it"
    ("made it clear") and a particle after an object ("played the risk down").
    """
    lemma = token.lemma_.lower()
    if lemma not in _first_words():
        return verbs.get(lemma)
    doc = token.doc
    following = [word.lower_ for word in doc[token.i + 1 : token.i + 4]]
    for length in (3, 2, 1):
        if len(following) >= length:
            found = verbs.get(" ".join((lemma, *following[:length])))
            if found is not None:
                return found
    empty = bool(following) and following[0] == "it"
    for child in token.children:
        if child.i > token.i and (child.dep_ == "prt" or empty):
            found = verbs.get(f"{lemma} {child.lower_}")
            if found is not None:
                return found
    return verbs.get(lemma)


@cache
def _first_words() -> frozenset[str]:
    """Return the first words of verbs of several words."""
    return frozenset(lemma.split()[0] for lemma in reporting().verbs if " " in lemma)


def reporting_phrase(token: Token, words: Reporting) -> ReportingWord | None:
    """Return the phrase whose head a token is: "evidence" in "no evidence", "view" in "in a view".

    The words beside it must stand in their order; a gap takes up to four words.
    """
    for phrase in words.phrases.get(token.lemma_.lower(), ()):
        if _stands(phrase, token):
            return phrase.word
    return None


def _stands(phrase: ReportingPhrase, head: Token) -> bool:
    doc = head.doc
    before = [doc[i] for i in range(head.i - 1, head.sent.start - 1, -1)]
    after = [doc[i] for i in range(head.i + 1, head.sent.end)]
    return _fits(phrase.before[::-1], before) and _fits(phrase.after, after)


def _fits(words: Sequence[str], tokens: Sequence[Token]) -> bool:
    """Tell whether words stand at the start of `tokens`, gaps between them."""
    if not words:
        return True
    if words[0] == GAP:
        reach = range(1, min(_WIDEST_GAP, len(tokens)) + 1)
        return any(_fits(words[1:], tokens[skipped:]) for skipped in reach)
    if not tokens or words[0] not in (tokens[0].lower_, tokens[0].lemma_.lower()):
        return False
    return _fits(words[1:], tokens[1:])
