"""What components ask of a Doc: whose mention a word is part of, and the article's own words."""

from __future__ import annotations

from spacy.tokens import Span, Token

from briefing.article import Article


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


def text_of(span: Span) -> str:
    """Return the article's own words at a span: the Doc holds the straightened ones."""
    article: Article | None = span.doc._.article
    if article is None:
        return str(span.text)
    return article.text[span.start_char : span.end_char]
