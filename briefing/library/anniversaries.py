"""Anniversaries that fall ahead, of what the articles at hand name: worked out, not said by them.

Counted are occasions of the reference calendar that the articles name (a treaty, a war, the
founding of an organisation) and events of the past that they date to the day. Of the latter, and
of the founding of states, only round numbers count: a calendar of every vote's first year would
hide what matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pandas as pd

from briefing.reference.occasions import Occasion, occasions
from briefing.tables import fact_id, records
from briefing.wording.dates import as_day
from briefing.wording.dates import day as day_words
from briefing.wording.words import count

COLUMNS = (
    "event_id",
    "uid",
    "article_id",
    "title",
    "title_article",
    "kind",
    "date",
    "earliest",
    "latest",
    "precision",
    "basis",
    "working",
    "tense",
    "standing",
    "attributed_to",
    "denied_by",
    "condition",
    "status",
    "place_country",
    "sentence_text",
    "from_day",
    "surety",
    "years",
)

_VERBS = {"founding": "founded", "state": "", "agreement": "signed", "war": "begun"}
"""What happened on the first day of an occasion, by its kind; these kinds have anniversaries."""

_PAST_KINDS = ("war", "attack", "agreement", "election", "disaster", "test", "life", "justice")
"""Kinds of events in articles whose day is remembered."""

_NAMED_KINDS = ("organisation", "alliance", "agreement", "country")


@dataclass(frozen=True, slots=True)
class _Remembered:
    """What has an anniversary, and the fact whose words name it."""

    key: str
    title: str
    first: date
    verb: str
    basis: str
    only_round: bool
    fact: str
    article: str
    title_article: str | None


def is_round(years: int) -> bool:
    """Say whether a number of years is one that is celebrated: 1, 5, 10, 20, 25, 30 … 75 … 100."""
    return years in (1, 5) or years % 10 == 0 or years % 25 == 0


def anniversaries(
    events: pd.DataFrame, named: pd.DataFrame, since: date, days: int
) -> pd.DataFrame:
    """Return the anniversaries that fall within some days, round numbers first, then by date.

    What an article itself tells as an anniversary of that day is left out.

    Args:
        events: Rows of `queries.events`.
        named: Rows of `queries.entities`.
        since: The day to count from.
        days: How many days ahead to look.

    Returns:
        Rows with what a card needs: `event_id` is the fact whose words name it, `uid` the
        anniversary's own id, `working` how it was worked out.
    """
    end = since + timedelta(days=min(days, (date.max - since).days))
    told = {row["earliest"] for row in records(events) if row["kind"] == "anniversary"}
    found: dict[tuple[str, int], dict[str, Any]] = {}
    for held in _remembered(events, named):
        for years, falls in _falls(held.first, since, end):
            if falls.isoformat() in told or (held.only_round and not is_round(years)):
                continue
            found.setdefault((held.key, years), _row(held, years, falls))
    order = sorted(
        found.values(), key=lambda row: (not is_round(row["years"]), row["from_day"], row["title"])
    )
    return pd.DataFrame(order, columns=list(COLUMNS))


def _remembered(events: pd.DataFrame, named: pd.DataFrame) -> Iterator[_Remembered]:
    """Yield what has an anniversary: occasions that are named, then events that are dated."""
    known = {key: held for key, held in occasions().items() if held.kind in (*_VERBS, "event")}
    by_name = {
        name.casefold(): held
        for held in known.values()
        for name in (held.name, *held.names)
        if held.kind in ("founding", "agreement")
    }
    for row in records(events):
        occasion = known.get(str(row["occasion_id"]))
        if occasion is not None:
            yield _of_occasion(occasion, row["event_id"], row["article_id"], row["title_article"])
    for row in records(named):
        occasion = _occasion_of(row, known, by_name)
        if occasion is not None:
            article = row["first_article_id"]
            fact = fact_id(article, "m", row["first_start"], row["first_end"], row["entity_id"])
            yield _of_occasion(occasion, fact, article, None)
    for row in records(events):
        first = _day_of(row)
        if first is not None:
            yield _Remembered(
                key=row["event_id"],
                title=" ".join(str(row["title"]).split()),
                first=first,
                verb="",
                basis="date from the article",
                only_round=True,
                fact=row["event_id"],
                article=row["article_id"],
                title_article=row["title_article"],
            )


def _occasion_of(
    row: Mapping[str, Any], known: Mapping[str, Occasion], by_name: Mapping[str, Occasion]
) -> Occasion | None:
    if row["kind"] not in _NAMED_KINDS:
        return known.get(row["entity_id"])
    if row["kind"] == "country":
        return known.get(f"occasion:state-{str(row['country']).lower()}")
    return by_name.get(str(row["name"]).casefold())


def _of_occasion(occasion: Occasion, fact: str, article: str, title: str | None) -> _Remembered:
    return _Remembered(
        key=occasion.occasion_id,
        title=occasion.name,
        first=occasion.begin,
        verb=_VERBS.get(occasion.kind, ""),
        basis="reference",
        only_round=occasion.kind == "state",
        fact=fact,
        article=article,
        title_article=title,
    )


def _day_of(row: Mapping[str, Any]) -> date | None:
    """Return the day of an event of the past that is remembered, where it is known to the day.

    Only what the article itself says is remembered, and not as what came of it elsewhere.
    """
    if row["tense"] != "past" or row["kind"] not in _PAST_KINDS or row["occasion_id"]:
        return None
    if row["standing"] != "asserted" or row["status"] != "firm":
        return None
    if row["precision"] != "day" or row["basis"] not in ("stated", "computed", "reference"):
        return None
    return as_day(row["earliest"])


def _falls(first: date, since: date, end: date) -> Iterable[tuple[int, date]]:
    """Yield the anniversaries of a day from one day to another: how many years, and when."""
    for year in range(max(since.year, first.year + 1), end.year + 1):
        leap_day = (first.month, first.day) == (2, 29) and not _is_leap(year)
        falls = date(year, 2, 28) if leap_day else first.replace(year=year)
        if since <= falls <= end:
            yield year - first.year, falls


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _row(held: _Remembered, years: int, falls: date) -> dict[str, Any]:
    number = f"{years}{_ending(years)}"
    since = f"{held.verb} {day_words(held.first.isoformat())}".strip()
    return {
        "event_id": held.fact,
        "uid": f"{held.key}.{falls.isoformat()}",
        "article_id": held.article,
        "title": f"{number} anniversary: {held.title}",
        "title_article": held.title_article,
        "kind": "anniversary",
        "date": falls.isoformat(),
        "earliest": falls.isoformat(),
        "latest": falls.isoformat(),
        "precision": "day",
        "basis": "computed",
        "working": f"{since} ({held.basis}) + {count(years, 'year')} "
        f"= {day_words(falls.isoformat())}",
        "tense": "upcoming",
        "standing": "asserted",
        "attributed_to": None,
        "denied_by": None,
        "condition": None,
        "status": "firm",
        "place_country": None,
        "sentence_text": None,
        "from_day": falls,
        "surety": "sure",
        "years": years,
    }


def _ending(number: int) -> str:
    """Return the ending of an ordinal: 1st, 2nd, 3rd, 11th."""
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
