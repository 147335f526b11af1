"""Headlines in title case, written as the sentences that they are: the model reads these.

"Australia Condemns Chinese Naval Drills" is read as "Australia condemns Chinese naval drills"; in
title case the model takes verbs and nouns for names. What is shown stays as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from itertools import pairwise

from briefing.reference.gazetteer import gazetteer
from briefing.reference.genders import genders
from briefing.reference.headlines import HeadlineWords, headline_words
from briefing.reference.leaders import leader_surname
from briefing.reference.places import places_named
from briefing.reference.roles import titles
from briefing.reference.time_names import time_names

IsWord = Callable[[str, Collection[str]], bool]
"""Tells whether a word in lower case is in the language's word list, as one of some classes."""

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_LONG = 4
_FEWEST = 3
_SHARE = 0.8
_OPENING = tuple(':;"?!.-')
_ENDINGS = re.compile(r"['’](?:s|re|ve|ll|d|t)$")

_ANY = ("noun", "verb", "adj", "adv")
_NO_NOUN = ("verb", "adj", "adv")
_STATES = ("country", "alliance")
_NAMES = (*_STATES, "place", "organisation", "occasion")
"""Kinds whose names keep their capitals."""

_LARGE = 500_000
"""Inhabitants of a city whose name is rather its own than the noun spelt alike."""


def in_title_case(line: str) -> bool:
    """Say whether a line is in title case, as in "Minister Warns Rival Over Border Deal"."""
    words: list[str] = _WORD.findall(line)
    long = [word for word in words if len(word) >= _LONG]
    if len(words) < _FEWEST or not long or line.isupper():
        return False
    return sum(word[0].isupper() for word in long) >= _SHARE * len(long)


def is_headline(line: str) -> bool:
    """Say whether a line is a headline in title case, where capitals tell nothing."""
    line = line.rstrip()
    return not line.endswith((".", "!", "?")) and in_title_case(line)


def as_sentence(title: str, body: str, is_word: IsWord) -> str:
    """Write the words of a title in lower case that are no names, as they stand in a sentence.

    What the body writes with a capital inside its sentences is a name, and stays; "Mayor Burns
    Meets" has one verb.

    Args:
        title: A title in title case.
        body: What follows it.
        is_word: Whether a word in lower case is one of the language's, and not only a name.
    """
    words = headline_words()
    names = _names_in(title)
    signs = list(title)
    before = ""
    found = list(_WORD.finditer(title))
    for number, match in enumerate(found):
        word = match.group()
        lower = word.lower().replace("’", "'")
        opens = not number or title[: match.start()].rstrip()[-1:] in _OPENING
        after = found[number + 1].group() if number + 1 < len(found) else ""
        capital = word[0].isupper() and word[1:].replace("’", "'") == lower[1:]
        if capital and not opens and match.start() not in names:
            verb = _is_verb(lower, before, after.lower(), words)
            named = before in titles() and {lower, after.lower()} <= words.inflected
            if not named and _is_small(word, after, body, is_word, words, verb=verb):
                signs[match.start()] = word[0].lower()
        before = lower
    return "".join(signs)


def with_and(title: str) -> str:
    """Write "Egypt, Sudan reject plan" as "Egypt& Sudan reject plan": the comma means "and".

    The same length, so that offsets hold; "and" would be longer.

    Args:
        title: A headline as a sentence.
    """
    words = headline_words()
    found = [match for match in gazetteer().matches(title) if match.names[0].kind in _STATES]
    for first, last in pairwise(found):
        after = title[last.end :].split(maxsplit=1)
        verb = bool(after) and (after[0] == "to" or after[0] in words.base)
        if verb and title[first.end : last.start] == ", ":
            title = f"{title[: first.end]}& {title[last.start :]}"
    return title


def _is_verb(word: str, before: str, after: str, words: HeadlineWords) -> bool:
    """Say whether a word is a verb where it stands: "Warns Rival", "to Meet", "Ministers Vow"."""
    return (word in words.inflected and after not in words.inflected) or (
        word in words.base and (before in words.before_base or _is_plural(before, words))
    )


def _is_plural(word: str, words: HeadlineWords) -> bool:
    """Say whether a verb in its base form may follow: "Ministers Vow", but not "Warns Rival"."""
    return word.endswith("s") and word not in words.inflected and word not in words.small


def _is_small(
    word: str, after: str, body: str, is_word: IsWord, words: HeadlineWords, *, verb: bool
) -> bool:
    """Say whether a sentence would write a word with a small letter."""
    bare = _ENDINGS.sub("", word)
    lower = bare.lower()
    if word.lower().replace("’", "'") in words.small:
        return True
    capitals, small = _written(bare, body)
    if capitals or small:
        return small >= capitals
    if verb:
        return True
    if lower in time_names() or not is_word(lower, _ANY):
        return False
    if leader_surname(lower) and not is_word(lower, _NO_NOUN):
        return False
    if lower in genders().names and after[:1].isupper() and not is_word(after.lower(), _ANY):
        return False
    weight = max(places_named(bare).values(), default=0)
    return is_word(lower, _NO_NOUN) or weight < _LARGE


def _written(word: str, body: str) -> tuple[int, int]:
    """Return how often a body writes a word with a capital inside a sentence, and in lower case."""
    capital = re.findall(rf"[\w,)] {re.escape(word)}\b", body)
    small = re.findall(rf"\b{re.escape(word.lower())}\b", body)
    return len(capital), len(small)


def _names_in(title: str) -> set[int]:
    """Return where the words of names begin that the reference knows: countries, bodies, seas."""
    found = set()
    for match in gazetteer().matches(title):
        if match.names[0].kind in _NAMES:
            found |= {match.start + word.start() for word in _WORD.finditer(match.text)}
    return found
