"""Whether a sentence stands alone: it is whole, is of the story, and leans on none before it."""

from __future__ import annotations

import re

from briefing.reference.bottom_line import bottom_line_words

_MARKS = re.compile(r"[\s\"“”„'‘’«»(\[`•*·–—-]+")
_FIRST = re.compile(r"[\w’']+")
_SHORTEST = 30
_FEWEST = 5
_LONGEST = 600
_END = re.compile(r"[.!…][\"”’')\]»]*$")
_CUT = re.compile(r"(?:\b(?:Hon|Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|St|No|H\.E)\.|…|\.\.\.)[\"”’']?$")


def is_whole(text: str) -> bool:
    """Say whether a text is a whole sentence of the story: no heading, fragment, caption, offer.

    Args:
        text: The sentence, without a dateline.
    """
    text = " ".join(text.split())
    if not _SHORTEST <= len(text) <= _LONGEST or len(text.split()) < _FEWEST:
        return False
    if not _END.search(text) or _CUT.search(text):
        return False
    if not _balanced(text):
        return False
    start = _MARKS.match(text)
    opening = text[start.end() if start else 0 :]
    if not opening or opening[0].islower():
        return False
    return not bottom_line_words().no_story.match(opening)


def leans(text: str) -> bool:
    """Say whether a sentence opens with what only the sentences before it explain."""
    words = bottom_line_words()
    text = " ".join(text.split())
    start = _MARKS.match(text)
    opening = text[start.end() if start else 0 :]
    first = _FIRST.match(opening)
    if first is None:
        return True
    word = first[0].casefold().replace("’", "'")
    plain = word.split("'")[0]
    if plain in words.pointing or plain in words.joining:
        return True
    if plain in words.joining_before_comma and opening[first.end() : first.end() + 1] == ",":
        return True
    return words.pointing_words.match(opening) is not None


def _balanced(text: str) -> bool:
    """Say whether every quotation mark and bracket of a text has its other one."""
    pairs = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"), ("``", "''"))
    if any(text.count(one) != text.count(other) for one, other in pairs):
        return False
    return text.count('"') % 2 == 0
