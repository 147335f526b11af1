"""What every hand-out says of itself: what it covers, the filter, what made it, who reviewed it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from briefing.library import Filter, Library
from briefing.library.queries import Reviewed
from briefing.library.queries.named import names_of_entities
from briefing.reference.countries import country_name
from briefing.version import VERSION
from briefing.wording.dates import between, day
from briefing.wording.sources import Source
from briefing.wording.speakers import joined
from briefing.wording.words import count

NO_FILTER = "No filter: everything in the articles"
"""What stands for the filter where nothing narrows."""

_NAMED = 4
"""So many articles of a filter are named; more are counted."""


def title_words(sources: Mapping[str, Source]) -> str:
    """Name a brief: by its article, or by how many there are.

    Args:
        sources: The sources of the articles under the filter, by id.
    """
    if len(sources) == 1:
        return next(iter(sources.values())).name
    return f"Briefing on {len(sources):,} articles" if sources else "Briefing"


def scope_words(articles: pd.DataFrame, sources: Mapping[str, Source]) -> str:
    """Say what a brief covers: outlet and date of one article, number and days of several.

    Args:
        articles: Rows of `queries.articles` under the filter.
        sources: Their sources by id.
    """
    if len(sources) == 1:
        return next(iter(sources.values())).line
    if not sources:
        return "No article"
    days = sorted(articles["published"].dropna())
    dated = f"published {between(days[0], days[-1])}" if days else "no date of publication known"
    undated = len(articles) - len(days)
    parts = [count(len(articles), "article"), dated]
    if days and undated:
        parts.append(f"{undated:,} without a stated date")
    return " · ".join(parts)


def filter_words(library: Library, flt: Filter, sources: Mapping[str, Source]) -> tuple[str, ...]:
    """Say what narrows, a part a field: ("Countries: Peru or Chile", "Words: “port”")."""
    found: list[str] = []
    if flt.countries:
        found.append(f"Countries: {_or(country_name(code) for code in flt.countries)}")
    if flt.speakers:
        names = names_of_entities(library, flt.speakers)
        found.append(f"Speakers: {_or(names.get(key, key) for key in flt.speakers)}")
    if flt.articles:
        titles = [sources[key].quoted for key in flt.articles if key in sources]
        named = len(titles) <= _NAMED
        found.append(f"Articles: {_or(titles) if named else f'{len(titles):,} chosen'}")
    if flt.earliest and flt.latest:
        found.append(f"Period: {between(flt.earliest, flt.latest)}")
    elif flt.earliest:
        found.append(f"Period: from {day(flt.earliest)}")
    elif flt.latest:
        found.append(f"Period: until {day(flt.latest)}")
    if flt.words:
        found.append(f"Words: “{flt.words}”")
    return tuple(found)


def program(articles: pd.DataFrame) -> str:
    """Say what extracted the rows: the program's version and the versions that read."""
    read = sorted(set(articles["reader_version"].dropna()))
    return f"Briefing {VERSION}" + (f" (read by {joined('; '.join(read))})" if read else "")


def technical_words(program: str) -> str:
    """Say how the rows came about, for the last line of a file.

    Args:
        program: What extracted the rows, as `program` says it.
    """
    return f"Machine-extracted by {program}."


def review_words(found: Reviewed) -> str:
    """Say who reviewed how much of it, or that nobody did."""
    if not found.reviewed:
        return "Found by software, not yet checked by staff"
    who = joined("; ".join(found.reviewers))
    checked = f"{found.reviewed:,} of {count(found.facts, 'fact')} checked by {who}"
    return f"Found by software; {checked}"


def _or(names: Iterable[str]) -> str:
    return " or ".join(names)
