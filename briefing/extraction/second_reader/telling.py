"""Which word of a sentence tells what one country does to another: it has the row's standing."""

from __future__ import annotations

from itertools import product

from spacy.tokens import Span, Token

from briefing.extraction.doc import entities_at, mention_at
from briefing.extraction.grammar_words import VERBAL

TELLING = (*VERBAL, "NOUN", "ADJ")


def tokens_of(sent: Span, code: str) -> list[Token]:
    """Return the head words of a sentence's mentions that mean a country."""
    found: dict[int, Token] = {}
    for token in sent:
        mention = mention_at(token)
        if mention is not None and any(one.country == code for one in entities_at(token)):
            head = sent.doc[mention.head]
            found[head.i] = head if sent.start <= head.i < sent.end else token
    return list(found.values())


def telling_words(sent: Span, source: str, target: str) -> list[Token]:
    """Return the words by which the syntax joins two countries, the likeliest first.

    "Kenya told Somali envoys to leave": told. "Kenyan guns fired at Somali posts": fired. "Talks
    between Kenya and Somalia": talks, and not Kenya, on which Somalia hangs. Then the words below
    it on the way to the target and to the source; the sentence's own root comes last.
    """
    ways = [
        (*_joined(one, other), one.i, other.i)
        for one, other in product(tokens_of(sent, source), tokens_of(sent, target))
        if one != other
    ]
    if not ways:
        return [sent.root]
    doc = sent.doc
    _, at, one, other = min(ways, key=lambda way: (way[0], way[2], way[3]))
    word = doc[at]
    while word.head != word and not _tells(word):
        word = word.head
    below = [
        token
        for end in (other, one)
        for token in reversed([doc[end], *doc[end].ancestors])
        if word.is_ancestor(token) and _tells(token)
    ]
    return list(dict.fromkeys([word, *below, sent.root]))


def _tells(word: Token) -> bool:
    return word.pos_ in TELLING and mention_at(word) is None


def _joined(one: Token, other: Token) -> tuple[int, int]:
    """Return how many steps lead from one word to the other, and where the ways meet."""
    up = {token.i: steps for steps, token in enumerate([one, *one.ancestors])}
    for steps, token in enumerate([other, *other.ancestors]):
        if token.i in up:
            return steps + up[token.i], token.i
    return len(one.doc), one.sent.root.i
