"""Follow-ups: which articles are about one event, by whom and what they name, and when.

An article's topic is a small bag of features: those who are named most, the words of its title and
first sentences, the days of its events. Two articles are near when they share many that few
others have.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from briefing.library.bottom_line.stems import stems
from briefing.library.stories.copies import Pair
from briefing.reference.countries import countries

NEAR = 0.28
"""Articles as alike as this are about one event."""

_SHARED = 4
"""So many features must be shared, so that no single name makes a story."""

_WINDOW = 10
"""Days that may lie between two articles of a story that are neighbours in time."""

_UNDATED = 0.36
"""How alike articles must be of which one has no date."""

_MOST = 40
"""Features of one topic at most, the weightiest."""

_RARE, _SHARE = 60, 0.02
"""What more articles than these, or than this share of them, have tells of no event."""

_RECORD = np.dtype([("feature", "<u4"), ("weight", "<f4")])


@dataclass(frozen=True, slots=True)
class Named:
    """Whom an article names.

    Attributes:
        entity_id: Who or what.
        mentions: How often.
        first: The offset of the first mention.
    """

    entity_id: str
    mentions: int
    first: int


def topic(
    title: str, opening: str, named: Iterable[Named], days: Iterable[str], title_end: int = 0
) -> bytes:
    """Return the topic of an article.

    Args:
        title: Its title.
        opening: Its first sentences.
        named: Whom it names.
        days: The ISO days of its events.
        title_end: Where its title ends; who is named before it counts most.
    """
    weights: dict[str, float] = {}

    def add(feature: str, weight: float) -> None:
        weights[feature] = max(weight, weights.get(feature, 0.0))

    of_countries = _stems_of_countries()
    for stem in stems(opening):
        add(f"w:{stem}", 0.0 if stem in of_countries else 0.6)
    for stem in stems(title):
        add(f"w:{stem}", 0.0 if stem in of_countries else 1.0)
    for one in named:
        chief = one.first < title_end or one.mentions >= 3
        weight = 1.3 if chief else 1.0 if one.mentions == 2 else 0.6
        add(f"e:{one.entity_id}", weight * (0.5 if one.entity_id.startswith("country:") else 1.0))
    for day in days:
        add(f"d:{day}", 0.8)
    best = sorted(
        ((key, weight) for key, weight in weights.items() if weight),
        key=lambda item: (-item[1], item[0]),
    )[:_MOST]
    hashed = {zlib.crc32(feature.encode()): weight for feature, weight in best}
    return np.array(sorted(hashed.items()), dtype=_RECORD).tobytes()


@cache
def _stems_of_countries() -> frozenset[str]:
    """Return the stems of countries' names, which are features as countries already."""
    return frozenset(
        stem
        for country in countries().values()
        for name in (country.name, *country.demonyms)
        for stem in stems(name)
    )


def near_topics(topics: Sequence[bytes], days: Sequence[int | None]) -> list[Pair]:
    """Return the pairs of articles that are about one event, in their order.

    Args:
        topics: Of each article, as `topic` gives it.
        days: The day of each as a number, None where it is not known.
    """
    records = [np.frombuffer(held, _RECORD) for held in topics]
    sizes = np.array([len(held) for held in records])
    if len(records) < 2 or not sizes.sum():
        return []
    whose = np.repeat(np.arange(len(records)), sizes)
    every = np.concatenate(records)
    order = np.lexsort((whose, every["feature"]))
    features, whose = every["feature"][order], whose[order]
    weights = every["weight"][order].astype(np.float64)
    starts = np.flatnonzero(np.concatenate(([True], features[1:] != features[:-1])))
    often = np.diff(np.concatenate((starts, [len(features)])))
    spread = np.repeat(often, often)
    number = len(records)
    weights *= np.log((number + 20) / (spread + 1)) / np.log(number + 20)
    rare = max(_RARE, int(_SHARE * number))
    weights[spread > rare] = 0.0
    lengths = np.sqrt(np.bincount(whose, weights**2, minlength=number))
    when = np.array([np.nan if day is None else float(day) for day in days])
    sharing = (spread > 1) & (spread <= rare)
    if not sharing.any():
        return []
    pairs, products = _sharing(features[sharing], whose[sharing], weights[sharing], when)
    return _alike(pairs, products, lengths, when)


def _sharing(
    features: npt.NDArray[np.uint32],
    whose: npt.NDArray[np.int64],
    weights: npt.NDArray[np.float64],
    when: npt.NDArray[np.float64],
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """Return the pairs of articles near in time that share a feature, and what it weighs in both.

    Args:
        features: Features that several articles have, one row an article.
        whose: The articles.
        weights: What each feature weighs in its article.
        when: The day of each article, NaN where it is not known: near to every day.
    """
    day = when[whose]
    order = np.lexsort((whose, day, features))  # the undated last
    features, whose = features[order], whose[order]
    weights, day = weights[order], day[order]
    undated = np.isnan(day)
    found: list[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]] = []
    at, step = np.flatnonzero(~undated), 1
    while len(at):  # each with the next but `step`, as long as that is near
        at = at[at + step < len(day)]
        at = at[(features[at + step] == features[at]) & (day[at + step] - day[at] <= _WINDOW)]
        found.append((at, at + step))
        step += 1
    for place in np.flatnonzero(undated):
        first = np.searchsorted(features, features[place])
        others = np.arange(first, place)
        found.append((others, np.full(len(others), place)))
    one, other = (np.concatenate([pair[side] for pair in found]) for side in (0, 1))
    # In the order of the features, so that sums do not depend on how pairs were found.
    order = np.argsort(features[one], kind="stable")
    one, other = one[order], other[order]
    both = np.sort(np.stack((whose[one], whose[other])), axis=0)
    return both, weights[one] * weights[other]


def _alike(
    both: npt.NDArray[np.int64],
    product: npt.NDArray[np.float64],
    lengths: npt.NDArray[np.float64],
    when: npt.NDArray[np.float64],
) -> list[Pair]:
    wide = np.int64(len(lengths))
    keys, place, shared = np.unique(
        both[0] * wide + both[1], return_inverse=True, return_counts=True
    )
    ones, others = keys // wide, keys % wide
    alike = np.bincount(place, product) / np.maximum(lengths[ones] * lengths[others], 1e-9)
    apart = np.abs(when[ones] - when[others])
    undated = np.isnan(apart)
    near = np.where(undated, alike >= _UNDATED, alike >= NEAR)
    return [
        Pair(int(ones[at]), int(others[at]), round(float(alike[at]), 3))
        for at in np.flatnonzero(near & (shared >= _SHARED))
    ]
