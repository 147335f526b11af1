"""Speakers set before a colon: headlines ("Minister: No deal yet") and transcripts ("Q: Why?")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spacy.tokens import Token

from briefing.extraction.quotes.page import Page
from briefing.extraction.rules import Rule, rule
from briefing.extraction.rules import first as first_of
from briefing.reference.speakers import SpeakerNouns

_LONGEST = 7
_TURNS = re.compile(r"(?:Q|A|QUESTION|ANSWER|Question|Answer)$")
_DOCUMENTS = re.compile(r"(?:Report|Poll|Study|Survey|Sources?)$")
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
        speaker: Head of the label; None for "Q" and "A", which name nobody.
        colon: The colon's token.
        start: First token of the content.
        end: Its end.
    """

    speaker: Token | None
    colon: Token
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before the first colon of a paragraph.

    Attributes:
        page: The page.
        tokens: Its words, marks left out.
        headline: It opens the article.
    """

    page: Page
    tokens: list[Token]
    headline: bool

    @property
    def last(self) -> Token:
        """The last word, which is the head of a name."""
        return self.tokens[-1]

    @property
    def words(self) -> str:
        """The words as the article has them."""
        return self.page.text[self.tokens[0].idx : self.last.idx + len(self.last)]

    @property
    def capital(self) -> bool:
        """Every word has a capital."""
        return all(it.text[0].isupper() or it.text == "'s" for it in self.tokens)


@dataclass(frozen=True, slots=True)
class Named:
    """Whom a label names: the head of the name, or nobody."""

    head: Token | None


@rule(
    example="Q: Will you sign the treaty in May?\n\nThe minister left.",
    counter_example="Quarter: The port made a loss in May.",
)
def turn(label: Label) -> Named | None:
    """Q and A open the turns of an interview and name nobody."""
    single = len(label.tokens) == 1 and _TURNS.match(label.last.text)
    return Named(None) if single else None


@rule(
    example="Minister: Fuel will not get cheaper this year",
    counter_example="The port is full.\n\nMinister: Fuel will not get cheaper this year",
)
def one_word_headline(label: Label) -> Named | None:
    """A headline of one word and a colon names who says it, whatever the tagger makes of it."""
    single = label.headline and len(label.tokens) == 1 and label.last.is_title
    return Named(label.last) if single else None


@rule(
    example="He left the hall early: The talks had failed by then.",
    counter_example="Ministers: The talks had failed by then.",
)
def is_sentence(label: Label) -> Named | None:
    """What holds a verb, an adverb or a sign is a part of a sentence and no name."""
    part = any(
        it.text in ".!?,;()" or it.tag_.startswith(("VB", "MD", "RB")) for it in label.tokens
    )
    return Named(None) if part else None


@rule(
    example="The port is full.\n\nStudy: Fuel will not get cheaper this year",
    counter_example="The port is full.\n\nTable: Fuel prices of the year in euros",
)
def document(label: Label) -> Named | None:
    """A report or a poll says what follows."""
    single = len(label.tokens) == 1 and _DOCUMENTS.match(label.last.text)
    return Named(label.last) if single else None


@rule(
    example="The port is full.\n\nHarbour master Anna Berg: Fuel will not get cheaper",
    counter_example="The port is full.\n\nOther news: Fuel will not get cheaper",
)
def with_name(label: Label) -> Named | None:
    """A person, a body or a people speaks for itself."""
    named = any(it.ent_type_ in ("PERSON", "ORG", "NORP") for it in label.tokens)
    noun = label.last.ent_type_ or label.last.pos_ in ("NOUN", "PROPN")
    return Named(label.last) if named and noun else None


@rule(
    example="The port is full.\n\nMinister: Fuel will not get cheaper this year",
    counter_example="The port is full.\n\nPrices: Fuel will not get cheaper this year",
)
def proper_name(label: Label) -> Named | None:
    """Up to three names in a row are somebody's."""
    proper = all(it.pos_ == "PROPN" or it.text == "'s" for it in label.tokens)
    return Named(label.last) if proper and len(label.tokens) <= 3 else None


@rule(
    example="It began.\n\nTHE CHAIR OF THE BOARD: We talk about fuel.\n\nBERG: Yes, we do that.\n\n"
    "THE CHAIR OF THE BOARD: What will fuel cost?",
    counter_example="It began.\n\nTHE CHAIR OF THE BOARD: We talk about fuel.\n\nBERG: Yes, we do.",
)
def capitals_again(label: Label) -> Named | None:
    """A label in capitals that comes again is that of a transcript."""
    again = label.words.isupper() and label.page.text.count(f"\n{label.words}:") > 1
    return Named(label.last) if again else None


@rule(
    example="Many Farmers: Fuel will not get cheaper this year",
    counter_example="The port is full.\n\nMany Farmers: Fuel will not get cheaper this year",
)
def capital_headline(label: Label) -> Named | None:
    """A few words with capitals before the colon of a headline are somebody's."""
    short = label.headline and label.capital and len(label.tokens) <= 4
    return Named(label.last) if short else None


RULES: tuple[Rule[[Label], Named], ...] = (
    turn,
    one_word_headline,
    is_sentence,
    document,
    with_name,
    proper_name,
    capitals_again,
    capital_headline,
)


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
        if following is not None and label.speaker is None:
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
    tokens = [it for it in page.doc[first:colon] if not it.is_space and not it.is_quote]
    if not tokens or len(tokens) > _LONGEST or page.text[cut + 1 :].lstrip().startswith("@"):
        return None
    label = Label(page, tokens, headline=number == 0)
    is_turn = _TURNS.match(label.words) is not None
    words = sum(token.is_alpha for token in page.doc[colon + 1 : last])
    if words < (1 if is_turn else _FEWEST_WORDS) or _is_announcement(label, nouns):
        return None
    named = first_of(RULES, label)
    if named is None or (named.head is None and not is_turn):
        return None
    return Labelled(named.head, page.doc[colon], colon + 1, last)


def _is_announcement(label: Label, nouns: SpeakerNouns) -> bool:
    """Tell whether a label announces something other than a speaker: "Photo:", "Shocking:".

    A single word that is no noun only calls, unless the article writes it again as it does a name.
    """
    words = label.words.lower().removeprefix("the ")
    if words in nouns.no_labels or words.split(" ")[-1] in nouns.no_labels:
        return True
    teaser = label.last.pos_ in _NO_NOUNS and label.page.text.count(label.last.text) < _NAMED_AGAIN
    return " " not in words and teaser and _TURNS.match(label.words) is None
