"""Speakers set before a colon: headlines ("Minister: No deal yet") and transcripts ("Q: Why?")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spacy.tokens import Token

from briefing.extraction.quotes.page import Page
from briefing.reference.speakers import SpeakerNouns

_LONGEST = 7
_LABEL = re.compile(r"(?:Q|A|QUESTION|ANSWER|Question|Answer|Report|Poll|Study|Survey|Sources?)$")
_FEWEST_WORDS = 3
_LONG = 45
_TRANSCRIPT = 4
_REACH = 60
_NO_NOUNS = ("ADJ", "ADV", "INTJ", "VERB")
_NAMED_AGAIN = 2


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


def labelled(page: Page, nouns: SpeakerNouns) -> list[Labelled]:
    """Return the paragraphs that open with a speaker and a colon.

    A long paragraph counts only in a transcript, where a speech also goes on over the paragraphs
    up to the next label.
    """
    found: dict[int, Labelled] = {}
    for number in range(len(page.paragraphs)):
        label = _label(page, number, nouns)
        if label is not None:
            found[number] = label
    if len(found) < _TRANSCRIPT:
        return [label for label in found.values() if label.end - label.start <= _LONG]
    numbers = sorted(found)
    spoken = []
    for number, following in zip(numbers, [*numbers[1:], None], strict=True):
        label = found[number]
        if following is not None and _LABEL.match(label.speaker.text):
            label = replace(label, end=page.paragraph_tokens(following - 1)[1])
        spoken.append(label)
    return spoken


def _label(page: Page, number: int, nouns: SpeakerNouns) -> Labelled | None:
    start, end = page.paragraphs[number]
    cut = page.text.find(":", start, min(end, start + _REACH))
    if cut < 0 or page.text[cut + 1 : cut + 2] not in (" ", "\n", "\xa0"):
        return None
    first, last = page.paragraph_tokens(number)
    colon = page.token_at(cut)
    if not first < colon or page.doc[colon].text != ":":
        return None
    words = [token for token in page.doc[colon + 1 : last] if token.is_alpha]
    if len(words) < _FEWEST_WORDS or page.text[cut + 1 :].lstrip().startswith("@"):
        return None
    label = page.text[start:cut].strip("\"'“”‘’ ").lower().removeprefix("the ")
    if label in nouns.no_labels or label.split(" ")[-1] in nouns.no_labels:
        return None
    speaker = _speaker(page, first, colon, headline=number == 0)
    if speaker is None or (" " not in label and _is_teaser(page, speaker)):
        return None
    return Labelled(speaker, page.doc[colon], colon + 1, last)


def _is_teaser(page: Page, word: Token) -> bool:
    """Tell whether a word before a colon only calls: "Shocking: Minister resigns".

    It is no noun, and the article does not write it again as it does a name.
    """
    return word.pos_ in _NO_NOUNS and page.text.count(word.text) < _NAMED_AGAIN


def _speaker(page: Page, first: int, colon: int, *, headline: bool) -> Token | None:
    """Return the head of a label that names somebody who can speak, else None."""
    doc = page.doc
    tokens = [token for token in doc[first:colon] if not token.is_space and not token.is_quote]
    if not tokens or len(tokens) > _LONGEST:
        return None
    if any(token.text in ".!?,;()" or token.tag_.startswith(("VB", "MD")) for token in tokens):
        return tokens[-1] if headline and len(tokens) == 1 and tokens[0].is_title else None
    if len(tokens) == 1 and _LABEL.match(tokens[0].text):
        return tokens[0]
    named = [token for token in tokens if token.ent_type_ in ("PERSON", "ORG", "NORP")]
    if named and (tokens[-1].ent_type_ or tokens[-1].pos_ in ("NOUN", "PROPN")):
        return tokens[-1]
    proper = all(token.pos_ == "PROPN" or token.text == "'s" for token in tokens)
    if proper and len(tokens) <= 3:
        return tokens[-1]
    label = page.text[tokens[0].idx : tokens[-1].idx + len(tokens[-1])]
    if label.isupper() and page.text.count(f"\n{label}:") > 1:
        return tokens[-1]
    capital = all(token.text[0].isupper() or token.text == "'s" for token in tokens)
    return tokens[-1] if headline and capital and len(tokens) <= 4 else None
