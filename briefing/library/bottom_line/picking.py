"""Which sentences of an article make its bottom line: the best, none that says the same again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.library.bottom_line.stems import stems

_SAME = 0.6
"""Sentences that share so much of the shorter one say the same."""

_AGAIN = 1.0
"""What a sentence loses for what it shares with those that are picked."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be picked.

    Attributes:
        number: Its place in the article.
        text: Its words.
        score: How much it says.
        alone: Whether it can be read without what stands before it.
    """

    number: int
    text: str
    score: float
    alone: bool


def pick(candidates: Sequence[Candidate], limit: int) -> list[Candidate]:
    """Pick the sentences of one article, in its order.

    Those that stand alone come first; where an article has too few of them, others fill up.

    Args:
        candidates: Its sentences.
        limit: How many at most.
    """
    found: list[Candidate] = []
    about: dict[int, frozenset[str]] = {
        one.number: frozenset(stems(one.text)) for one in candidates
    }
    for group in (
        [one for one in candidates if one.alone],
        [one for one in candidates if not one.alone],
    ):
        left = list(group)
        while left and len(found) < limit:
            shared = {
                one.number: max(
                    (_shared(about[one.number], about[x.number]) for x in found), default=0.0
                )
                for one in left
            }
            left = [one for one in left if shared[one.number] < _SAME]
            if not left:
                break
            best = max(left, key=lambda one: (one.score - _AGAIN * shared[one.number], -one.number))
            found.append(best)
            left.remove(best)
    return sorted(found, key=lambda one: one.number)


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    fewest = min(len(one), len(other))
    return len(one & other) / fewest if fewest else 1.0
