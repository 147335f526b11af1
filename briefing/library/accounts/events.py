"""The same event on other days, or with other numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from briefing.library.accounts.figures import Figure, figures_in
from briefing.library.accounts.model import Difference, Told
from briefing.library.bottom_line.stems import stems
from briefing.wording.dates import when

_ALIKE = 0.6
"""Titles that share so much of their stems name the same event."""

_STEMS = 3
"""So many stems a title must have, so that it names one event: “Talks” names many."""


@dataclass(frozen=True, slots=True)
class Happening:
    """An event as one article tells it.

    Attributes:
        fact_id: The event.
        article_id: Its article.
        title: Its title.
        kind: Its kind.
        occasion: The id of its occasion.
        place: The country where it is.
        earliest: The first day on which it may be; None for an open one.
        latest: The last day, likewise.
        date: Its date, as the tables have it.
        precision: How precise that is.
        sure: Whether the article's own day, where the date rests on it, is known.
        text: Its sentence.
        start: Where its own words begin in `text`.
        end: Where they end.
    """

    fact_id: str
    article_id: str
    title: str
    kind: str
    occasion: str | None
    place: str | None
    earliest: str | None
    latest: str | None
    date: str | None
    precision: str
    sure: bool
    text: str
    start: int
    end: int


def dated_differently(happenings: Sequence[Happening]) -> list[Difference]:
    """Return the events of one story that two articles put on different days.

    An article that itself gives several days for what goes by one name names several events, so
    nothing is said of it.
    """
    dated = [one for one in happenings if one.sure and one.earliest and one.latest]
    found: dict[tuple[str, str], Difference] = {}
    for one, other in _same_event(dated):
        if not _apart(one, other) or _repeated(one, dated) or _repeated(other, dated):
            continue
        days = min(str(one.date), str(other.date)), max(str(one.date), str(other.date))
        found.setdefault(days, Difference("date", one.title, _told(one), _told(other)))
    return list(found.values())


def numbered_differently(happenings: Sequence[Happening]) -> list[Difference]:
    """Return the events of one story for which two articles give numbers that cannot both be."""
    figures = {one.fact_id: figures_in(one.text, one.start, one.end) for one in happenings}
    given: dict[tuple[str, str], set[float]] = defaultdict(set)
    for one in happenings:
        for figure in figures[one.fact_id]:
            given[one.article_id, figure.of].add(figure.least)
    found: dict[tuple[str, float, float], Difference] = {}
    for one, other in _same_event(happenings):
        if _apart(one, other):
            continue
        for first, second in _of_one_thing(figures[one.fact_id], figures[other.fact_id]):
            alone = all(len(given[each.article_id, first.of]) == 1 for each in (one, other))
            if alone and first.excludes(second):
                low, high = sorted((first.least, second.least))
                told = _told(one, first), _told(other, second)
                found.setdefault((first.of, low, high), Difference("number", one.title, *told))
    return list(found.values())


def same_event(one: Happening, other: Happening) -> bool:
    """Say whether two articles tell of the same event, by occasion, or by title, kind and place."""
    if one.occasion and other.occasion:
        return one.occasion == other.occasion
    if one.kind != other.kind or (one.place and other.place and one.place != other.place):
        return False
    first, second = _stems(one.title), _stems(other.title)
    shared = len(first & second)
    return shared >= _STEMS and shared >= _ALIKE * len(first | second)


def is_telling(event: Happening) -> bool:
    """Say whether an event has a day, and a title by which another account would be known."""
    return bool(event.date) and (bool(event.occasion) or len(_stems(event.title)) >= _STEMS)


def perhaps_the_same(one: Happening, other: Happening) -> bool:
    """Say whether two articles may tell of the same event, so that neither tells it alone."""
    both = one.kind == other.kind and one.earliest and other.earliest
    return same_event(one, other) or bool(both and not _apart(one, other))


def _stems(title: str) -> set[str]:
    return {stem for stem in stems(title) if not stem.isdigit()}


def _same_event(happenings: Iterable[Happening]) -> Iterator[tuple[Happening, Happening]]:
    for one, other in combinations(happenings, 2):
        if one.article_id != other.article_id and same_event(one, other):
            yield one, other


def _repeated(event: Happening, among: Iterable[Happening]) -> bool:
    return any(
        other.article_id == event.article_id and _apart(event, other) and same_event(event, other)
        for other in among
    )


def _apart(one: Happening, other: Happening) -> bool:
    """Say whether no day is in both."""
    return _before(one, other) or _before(other, one)


def _before(one: Happening, other: Happening) -> bool:
    return bool(one.latest and other.earliest and one.latest < other.earliest)


def _told(event: Happening, figure: Figure | None = None) -> Told:
    marks = ((figure.start, figure.end),) if figure else ()
    value = when(event.date, event.precision, event.earliest, event.latest)
    return Told(event.fact_id, event.article_id, event.text, marks, value=value)


def _of_one_thing(ones: Iterable[Figure], others: Iterable[Figure]) -> Iterator[tuple[Figure, ...]]:
    second = {figure.of: figure for figure in others}
    for figure in ones:
        if figure.of in second:
            yield figure, second[figure.of]
