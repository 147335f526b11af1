"""Stories: articles grouped by the event that they tell of, from the pairs that are alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from briefing.library.stories.copies import Pair
from briefing.library.stories.topics import NEAR

_MEMBERS = 4
"""A newcomer is compared with so many of a story at most."""

_ENOUGH = 0.6
"""How much of what makes two articles near a newcomer must share with a story as a whole."""


def grouped(
    days: Sequence[int | None], copies: Iterable[Pair], near: Iterable[Pair]
) -> list[list[int]]:
    """Group articles into stories.

    In the order of their days, each joins the story that it is most like, or begins one. A
    near-copy joins its original's. A follow-up must be like several of a story, where it has
    several, so that one article that names everybody does not join two stories.

    Args:
        days: The day of each article as a number, None where it is not known.
        copies: Pairs of near-copies, by their places among the articles.
        near: Pairs that are about one event.

    Returns:
        The places of each story's articles, the newest first, those without a date last.
    """
    is_copy: dict[int, set[int]] = defaultdict(set)
    alike: dict[int, dict[int, float]] = defaultdict(dict)
    for pair in copies:
        is_copy[pair.one].add(pair.other)
        is_copy[pair.other].add(pair.one)
    for pair in near:
        alike[pair.one][pair.other] = alike[pair.other][pair.one] = pair.share
    order = sorted(range(len(days)), key=lambda at: (days[at] is None, days[at] or 0, at))
    story_of: dict[int, int] = {}
    stories: list[list[int]] = []
    for at in order:
        best = _best(at, story_of, stories, is_copy[at], alike[at])
        if best is None:
            best = len(stories)
            stories.append([])
        stories[best].append(at)
        story_of[at] = best
    return [
        sorted(story, key=lambda at: (days[at] is None, -(days[at] or 0), -at)) for story in stories
    ]


def _best(
    at: int,
    story_of: dict[int, int],
    stories: Sequence[Sequence[int]],
    copies: Iterable[int],
    alike: dict[int, float],
) -> int | None:
    """Return the story that an article joins, None where it begins one."""
    there = sorted(story_of[other] for other in copies if other in story_of)
    if there:
        return there[0]
    shared: dict[int, float] = defaultdict(float)
    for other, share in sorted(alike.items()):
        if other in story_of:
            shared[story_of[other]] += share
    strength = {
        story: total / min(len(stories[story]), _MEMBERS) for story, total in shared.items()
    }
    fit = [story for story, found in strength.items() if found >= NEAR * _ENOUGH]
    return max(fit, key=lambda story: (strength[story], -story), default=None)
