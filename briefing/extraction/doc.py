"""What components ask of a Doc: whose mention a word is part of, and the article's own words."""

from __future__ import annotations

from spacy.tokens import Span, Token

from briefing.article import Article
from briefing.extraction.facts import Entity, Mention

_TOGETHER = 4
"""Mentions of the same words stand so near to each other in the list."""


def mention_of(token: Token) -> int | None:
    """Return the index in `doc._.mentions` of the mention that `token` is part of, or None.

    The map is made anew when the number of mentions has changed.
    """
    doc = token.doc
    mentions = doc._.mentions or []
    cached = doc.user_data.get("briefing_mention_map")
    if cached is None or cached[0] != len(mentions):
        index: dict[int, int] = {}
        # The shortest first: in "the invasion of Georgia", Georgia is the country.
        by_length = sorted(enumerate(mentions), key=lambda pair: pair[1].end - pair[1].start)
        for number, mention in by_length:
            span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
            for inner in span or ():
                index.setdefault(inner.i, number)
        cached = (len(mentions), index)
        doc.user_data["briefing_mention_map"] = cached
    found: dict[int, int] = cached[1]
    return found.get(token.i)


def mention_at(token: Token) -> Mention | None:
    """Return the mention that `token` is part of."""
    number = mention_of(token)
    found: Mention | None = None if number is None else token.doc._.mentions[number]
    return found


def entity_at(token: Token) -> Entity | None:
    """Return the entity whose mention `token` is part of."""
    mention = mention_at(token)
    entities: dict[str, Entity] = token.doc._.entities or {}
    return None if mention is None else entities.get(mention.entity_id)


def mentions_at(token: Token) -> list[Mention]:
    """Return every mention of the words that `token` is part of: "both sides" is two."""
    number = mention_of(token)
    if number is None:
        return []
    mentions: list[Mention] = token.doc._.mentions
    words = (mentions[number].start, mentions[number].end)
    near = mentions[max(0, number - _TOGETHER) : number + _TOGETHER + 1]
    return [one for one in near if (one.start, one.end) == words]


def entities_at(token: Token) -> list[Entity]:
    """Return the entities that the words mean which `token` is part of."""
    entities: dict[str, Entity] = token.doc._.entities or {}
    return [entities[one.entity_id] for one in mentions_at(token) if one.entity_id in entities]


def text_of(span: Span) -> str:
    """Return the article's own words at a span: the Doc holds the straightened ones."""
    article: Article | None = span.doc._.article
    if article is None:
        return str(span.text)
    return article.text[span.start_char : span.end_char]


def is_negated(word: Token) -> bool:
    """Return whether "not" or "never" hangs on a word."""
    return any(child.dep_ == "neg" for child in word.children)
