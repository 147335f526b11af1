"""Speakers set before a colon: headlines ("Minister: No deal yet") and transcripts ("Q: Why?")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from briefing.extraction.quotation.page import Page

_LONGEST = 7
_LABEL = re.compile(r"(?:Q|A|QUESTION|ANSWER|Question|Answer|Report|Poll|Study|Survey|Sources?)$")
_FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Labelled:
    """A paragraph, or the rest of one, that a label gives to a speaker.

    Attributes:
        speaker: Head of the label.
        colon: The colon's token.
        start: First token of the content.
        end: Its end.
    """

    speaker: Token
    colon: Token
    start: int
    end: int


def labelled(page: Page) -> Iterator[Labelled]:
    """Yield the paragraphs that open with a speaker and a colon."""
    for number, (start, end) in enumerate(page.paragraphs):
        cut = page.text.find(":", start, min(end, start + 60))
        if cut < 0 or page.text[cut + 1 : cut + 2] not in (" ", "\n", "\xa0"):
            continue
        first, last = page.paragraph_tokens(number)
        colon = page.token_at(cut)
        if not first < colon < last - _FEWEST_WORDS or page.doc[colon].text != ":":
            continue
        speaker = _speaker(page, first, colon)
        if speaker is None:
            continue
        yield Labelled(speaker, page.doc[colon], colon + 1, last)


def _speaker(page: Page, first: int, colon: int) -> Token | None:
    """Return the head of a label that names somebody who can speak, else None."""
    doc = page.doc
    while first < colon and (doc[first].is_punct or page.inside[first] >= 0):
        if page.inside[first] >= 0:
            first += 1
            continue
        first += 1
    tokens = [token for token in doc[first:colon] if not token.is_space]
    if not tokens or len(tokens) > _LONGEST:
        return None
    if any(token.text in '.!?,;"' or token.tag_.startswith(("VB", "MD")) for token in tokens):
        return None
    if len(tokens) == 1 and _LABEL.match(tokens[0].text):
        return tokens[0]
    named = [token for token in tokens if token.ent_type_ in ("PERSON", "ORG", "NORP")]
    proper = all(token.pos_ == "PROPN" or token.text == "'s" for token in tokens)
    if named and (tokens[-1].ent_type_ or tokens[-1].pos_ in ("NOUN", "PROPN")):
        return tokens[-1]
    return tokens[-1] if proper and len(tokens) <= 3 else None
