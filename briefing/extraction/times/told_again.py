"""What an article names once and then speaks of: "the Lisbon earthquake … the quake"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from briefing.extraction.times.occasions import Found, direction_of
from briefing.reference.occasions import Occasion

_CALLED = {
    "attack": (
        "attack",
        "assault",
        "bombing",
        "blast",
        "shooting",
        "massacre",
        "rampage",
        "atrocity",
        "killing",
        "assassination",
    ),
    "coup": ("coup", "takeover", "putsch"),
    "coup-attempt": ("coup", "putsch"),
    "disaster": (
        "earthquake",
        "quake",
        "tsunami",
        "hurricane",
        "typhoon",
        "cyclone",
        "disaster",
        "fire",
        "flood",
    ),
    "accident": ("crash", "accident", "explosion", "disaster", "spill", "sinking"),
    "strike": ("strike", "raid", "airstrike"),
}
"""Nouns that a happening goes by, once it was named."""

_ATTEMPT = "attempt"
_KNOWN = frozenset(("the", "this", "that", "these", "those"))
_OWN = frozenset(("amod", "compound", "poss", "nmod", "prep", "relcl", "acl", "appos"))
_PLAIN = frozenset(("failed", "attempted", "abortive", "deadly", "terrorist", "terror", "military"))


def told_again(doc: Doc, named: Sequence[Found]) -> list[Found]:
    """Return where the article speaks of a happening that it names elsewhere, in order.

    For "the coup attempt" and "last month's failed coup" beside "Turkey's failed coup". Not for
    "the attack in Lyon", which has a place of its own, nor where two happenings of a kind are
    named.

    Args:
        doc: The parsed article.
        named: The occasions that it names.
    """
    by_kind: dict[str, set[Occasion]] = {}
    for found in named:
        if isinstance(found.named, Occasion) and found.named.happening in _CALLED:
            by_kind.setdefault(found.named.happening, set()).add(found.named)
    taken = {token.i for found in named for token in found.span}
    again = []
    for happening, occasions in by_kind.items():
        if len(occasions) == 1:
            (occasion,) = occasions
            for span in _spoken_of(doc, _CALLED[happening]):
                if taken.isdisjoint(token.i for token in span):
                    taken |= {token.i for token in span}
                    again.append(Found(span, occasion, direction_of(span.root)))
    return sorted(again, key=lambda found: found.span.start)


def _spoken_of(doc: Doc, nouns: Sequence[str]) -> Iterator[Span]:
    for token in doc:
        if token.pos_ not in ("NOUN", "PROPN") or token.lemma_.lower() not in nouns:
            continue
        root = token
        if token.dep_ == "compound" and token.head.lemma_.lower() == _ATTEMPT:
            root = token.head
        if _is_that_one(root):
            yield doc[min(token.i, root.i) : root.i + 1]


def _is_that_one(root: Token) -> bool:
    """Say whether a noun stands for what is known already, without words that make it another."""
    children = list(root.children)
    return any(map(_points_back, children)) and not any(map(_makes_another, children))


def _points_back(child: Token) -> bool:
    dated = child.dep_ == "poss" and child.ent_type_ == "DATE"
    return child.lower_ in _KNOWN or dated


def _makes_another(child: Token) -> bool:
    if child.lower_ in _PLAIN or _points_back(child):
        return False
    if child.dep_ == "compound" and child.lemma_.lower() in _CALLED["coup"]:
        return False
    return child.dep_ in _OWN
