"""What the second reader is asked about: the countries that a sentence names or means."""

from __future__ import annotations

from spacy.tokens import Span

from briefing.extraction.doc import entities_at, mention_of
from briefing.extraction.relations.modifiers import struck
from briefing.extraction.relations.who import named
from briefing.extraction.second_reader.marks import Marked


def marked_in(span: Span) -> list[Marked]:
    """Return the countries of a span, offsets in its own text, in reading order.

    Words that mean two countries ("the two sides") stand once, with both.
    """
    found: dict[tuple[int, int], list[str]] = {}
    forms: dict[tuple[int, int], str] = {}
    seen: set[int] = set()
    for token in span:
        number = mention_of(token)
        if number is None or number in seen:
            continue
        seen.add(number)
        actor = named(token)
        if actor is None or actor.country is None or actor.private or struck(token):
            continue
        mention = span.doc._.mentions[number]
        start = max(mention.start, span.start_char) - span.start_char
        end = min(mention.end, span.end_char) - span.start_char
        codes = found.setdefault((start, end), [])
        codes += [one.country for one in entities_at(token) if one.country]
        kind = span.doc._.entities[mention.entity_id].kind
        forms[start, end] = _form(mention.form, kind, span.text[start:end])
    return [
        Marked(start, end, forms[start, end], tuple(dict.fromkeys(codes)))
        for (start, end), codes in sorted(found.items())
        if codes
    ]


def _form(form: str, kind: str, words: str) -> str:
    """Return how words name a country; what is no name of it keeps its words."""
    if kind not in ("country", "place"):
        return "words"
    if form == "demonym":
        return "people" if words.endswith("s") and words[:1].isupper() else "demonym"
    if kind == "place" or form == "capital":
        return "capital"
    if form in ("name", "short-name"):
        return "name"
    return "words"
