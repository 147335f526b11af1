"""Whether a sentence's own words leave an event open: "may", "is expected", "postponed".

A calendar marks such an event tentative. The words alone are read, so that it costs nothing where
the rows are shown; where they could be said of something else, the cautious answer wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from briefing.reference.calendar_words import calendar_words

_BORDER = re.compile(r"[,;:()“”\"—–\n]|\s-\s|``|''|\.\s")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def tentative_word(sentence: str, start: int, end: int, tense: str = "upcoming") -> str | None:
    """Return the word that leaves an event open, as the sentence has it; None when it is firm.

    "The two leaders may meet in Oslo on 3 June": may. "A vote is planned for June": planned. But in
    "They may meet after the vote on 3 June" the vote is firm.

    Args:
        sentence: The sentence.
        start: Where the event begins in it.
        end: Where it ends in it.
        tense: The event's: past, ongoing or upcoming.
    """
    words = calendar_words()
    opening = words.past if tense == "past" else words.open_words
    before = list(_words(_BORDER.split(sentence[:start])[-1]))
    reaching = takewhile(lambda word: word.lower() not in words.stops_before, reversed(before))
    for word in [*reaching, *_words(sentence[start:end])]:
        if _opens(word, opening):
            return word
    after = _BORDER.split(sentence[end:], maxsplit=1)[0]
    return _said_after(after, opening)


def bare_title(title: str) -> str:
    """Return a title without what "Next:" says already: "Upcoming vote in Peru", "Vote in Peru"."""
    first, _, rest = " ".join(title.split()).partition(" ")
    if not rest or first.lower() not in calendar_words().ahead:
        return " ".join(title.split())
    return rest[:1].upper() + rest[1:]


def _said_after(clause: str, opening: Iterable[str]) -> str | None:
    words = calendar_words()
    for match in _WORD.finditer(clause):
        word = match[0]
        if word.lower() in words.stops_after:
            return None
        if not _opens(word, opening):
            continue
        rest = clause[match.end() :].split()
        modal = word in ("may", "might", "could")
        if word.lower() in words.off or not (modal or rest[:1] == ["to"]):
            return word
        verb = " ".join(rest[0 if modal else 1 :])
        if any(re.match(rf"(?:not |still )?{held}\b", verb) for held in words.held):
            return word
    return None


def _opens(word: str, opening: Iterable[str]) -> bool:
    # With a capital, May is the month.
    return word != "May" and word.lower() in opening


def _words(text: str) -> Iterator[str]:
    return (match[0] for match in _WORD.finditer(text))
