"""From a Doc to what the trained reader holds of its words."""

from __future__ import annotations

from spacy.tokens import Doc

from briefing.extraction.event_reader.encoder import Held, held
from briefing.extraction.event_reader.windows import Dated, lies
from briefing.extraction.facts import Published


def dated_in(doc: Doc) -> list[Dated]:
    """Return the time expressions of a Doc with where each lies from the article's day."""
    published: Published = doc._.published
    return [
        Dated(time.start, time.end, lies(time.earliest, time.latest, published.date))
        for time in doc._.times or ()
    ]


def sentences_of(doc: Doc) -> list[tuple[int, int]]:
    """Return first and last offset of each sentence."""
    return [(sent.start_char, sent.end_char) for sent in doc.sents]


def held_in(doc: Doc) -> dict[int, Held]:
    """Return what the trained reader holds of each word of a Doc, by the word's number.

    The dates of an answer are numbers of `doc._.times`.
    """
    found = held(doc.text, sentences_of(doc), dated_in(doc))
    return {token.i: found[token.idx] for token in doc if token.idx in found}
