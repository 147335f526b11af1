"""Stories and what a view rests on, in words: who tells a story, which articles, what changed."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.library.queries.coverage import Coverage
from briefing.library.queries.stories import Story
from briefing.tables import Row
from briefing.wording.dates import NO_DAY_OF_PUBLICATION, between, day, published, without_stated
from briefing.wording.sources import OUTLET_UNKNOWN
from briefing.wording.words import count

_NAMED = 3
"""So many outlets are named; of more the first ones."""


def told_by(articles: int, outlets: Sequence[str]) -> str:
    """Say who tells a story: "3 outlets: Echo, Post, Wire", "Echo · 2 articles".

    Args:
        articles: How many articles tell it.
        outlets: The outlets that are named, each once.
    """
    if not outlets:
        return OUTLET_UNKNOWN if articles == 1 else f"{count(articles, 'article')}"
    if len(outlets) == 1:
        who = outlets[0]
    elif len(outlets) <= _NAMED:
        who = f"{len(outlets)} outlets: {', '.join(outlets)}"
    else:
        who = f"{len(outlets)} outlets, including {outlets[0]} and {outlets[1]}"
    return f"{who} · {count(articles, 'article')}" if articles > len(outlets) else who


def dated(row: Row) -> str:
    """Say of what day the article of a row of `queries.gist` is: "9 July 2024".

    A day that was inferred says so; one that is not known too.
    """
    words = without_stated(
        published(row["published"], None, row["published_earliest"], row["published_latest"])
    )
    return words[0].upper() + words[1:]


def story_line(row: Row) -> str:
    """Say when and by whom a story is told: "9 July 2024 · 3 outlets: Echo, Post, Wire".

    Args:
        row: A row of `queries.gist`.
    """
    return f"{dated(row)} · {told_by(int(row['articles']), row['outlets'])}"


def sentence_words(row: Row) -> str:
    """Return the words of a row of `queries.gist` on one line, without its dateline."""
    return " ".join(str(row["text"])[int(row["dateline"]) :].split())


def coverage_words(found: Coverage, today: str, *, last: bool = False, only: str = "") -> str:
    """Say what a page rests on: "3 of 40 articles · 2–9 July 2024 · 1 undated · as of 1 May 2026".

    Args:
        found: What it rests on.
        today: The ISO day from which the page looks.
        last: Whether it is the one article that was added last, and not what a filter left.
        only: Outlet and date of the only article; "" for none. They go first where it was the last
            one, else the number does.
    """
    number = count(found.articles, "article")
    if found.articles < found.of:
        number = f"{found.articles:,} of {count(found.of, 'article')}"
    parts = [only, f"{number}, the one added last"] if last else [number, only]
    if found.articles > 1:
        parts.append(_period(found))
    parts.append(f"as of {day(today)}")
    return " · ".join(filter(None, parts))


def _period(found: Coverage) -> str:
    if found.first is None and found.last is None:
        return NO_DAY_OF_PUBLICATION
    words = f"published {between(found.first, found.last)}"
    if found.unsure:
        words += ", partly inferred"
    return f"{words} · {found.undated:,} undated" if found.undated else words


def changed_words(stories: Sequence[Story]) -> str:
    """Say what changed on the last day on which articles were added; "" where all came on one day.

    "Added on 28 November 2026: 2 new stories, 1 story updated".
    """
    days = {one for story in stories for one in story.added}
    if len(days) < 2:
        return ""
    last = max(days)
    new = sum(set(story.added) == {last} for story in stories)
    further = sum(last in story.added and set(story.added) != {last} for story in stories)
    parts = [count(new, "new story", "new stories")] if new else []
    if further:
        parts.append(f"{count(further, 'story', 'stories')} updated")
    return f"Added on {day(last)}: {', '.join(parts)}"
