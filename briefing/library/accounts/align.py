"""Two wordings of one quotation, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from briefing.library.accounts.model import Span
from briefing.reference.spelling import british

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_SHORT = {"’ll": " will", "’re": " are", "’ve": " have", "n’t": " not", "’m": " am"}
_LEFT_OUT = re.compile(r"…|\.\.\.|\[")

_SMALL = {"a", "an", "the", "that"}
"""Words whose presence alone is no other wording."""

_SHARED = 6
"""So many words must be the same, so that it is one quotation."""

_LEAST = 0.6
"""So much of what both have, from the first word that they share to the last, must be the same."""

_FEW = 3
"""So many words at an end, where the other has as few in their place, are another wording of it; of
more, the one only quotes what the other does not.
"""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where two wordings of one quotation differ, as spans of the one and of the other."""

    one: tuple[Span, ...]
    other: tuple[Span, ...]


def same_quotation(one: str, other: str) -> Alignment | None:
    """Compare two quotations; return where they differ, nothing at all where the words agree.

    What only the one goes on to quote, spelling, signs and capitals are no difference, nor is what
    a reporter left out (“…”) or put in brackets.

    Returns:
        None where they are not the same quotation.
    """
    first, second = _words(one), _words(other)
    matcher = SequenceMatcher(
        None, [word for word, _ in first], [word for word, _ in second], autojunk=False
    )
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    shared = sum(block.size for block in blocks)
    if shared < _SHARED:
        return None
    width = max(
        blocks[-1].a + blocks[-1].size - blocks[0].a, blocks[-1].b + blocks[-1].size - blocks[0].b
    )
    if shared < _LEAST * width:
        return None
    ones: list[Span] = []
    others: list[Span] = []
    for before, after in pairwise(blocks):
        gap = _between(one, first, before.a + before.size, after.a)
        other_gap = _between(other, second, before.b + before.size, after.b)
        if any(map(_left_out, (_part(one, gap), _part(other, other_gap)))):
            continue
        here = first[before.a + before.size : after.a], second[before.b + before.size : after.b]
        if all(word in _SMALL for words in here for word, _ in words):
            continue
        ones += _marked(first, before.a + before.size, after.a)
        others += _marked(second, before.b + before.size, after.b)
    ends = (
        (0, blocks[0].a, 0, blocks[0].b),
        (blocks[-1].a + blocks[-1].size, len(first), blocks[-1].b + blocks[-1].size, len(second)),
    )
    for begin, end, other_begin, other_end in ends:
        around = _around(one, first, begin, end), _around(other, second, other_begin, other_end)
        if any(map(_left_out, around)):
            continue
        if 0 < end - begin <= _FEW and 0 < other_end - other_begin <= _FEW:
            ones += _marked(first, begin, end)
            others += _marked(second, other_begin, other_end)
    return Alignment(tuple(sorted(ones)), tuple(sorted(others)))


def long_enough_to_compare(text: str) -> bool:
    """Say whether a quotation has so many words that another wording of it would be known."""
    return len(_words(text)) >= _SHARED


def _words(text: str) -> list[tuple[str, Span]]:
    """Return each word in the form that is compared, with its place; “don’t” is two."""
    found: list[tuple[str, Span]] = []
    for match in _WORD.finditer(text):
        word = match[0].casefold().replace("'", "’")
        word = {"can’t": "can not", "won’t": "will not"}.get(word, word)
        for ending, whole in _SHORT.items():
            word = word.replace(ending, whole) if word.endswith(ending) else word
        found += [(british(part), match.span()) for part in word.split()]
    return found


def _between(text: str, words: list[tuple[str, Span]], first: int, last: int) -> Span:
    """Return the span from the word before `first` to the one at `last`."""
    start = words[first - 1][1][1] if first else 0
    return start, words[last][1][0] if last < len(words) else len(text)


def _around(text: str, words: list[tuple[str, Span]], first: int, last: int) -> str:
    """Return what stands from the word before `first` to the one at `last`, or to an end."""
    return _part(text, _between(text, words, first, last))


def _part(text: str, span: Span) -> str:
    return text[span[0] : span[1]]


def _left_out(text: str) -> bool:
    return bool(_LEFT_OUT.search(text))


def _marked(words: list[tuple[str, Span]], first: int, last: int) -> list[Span]:
    return [(words[first][1][0], words[last - 1][1][1])] if first < last else []
