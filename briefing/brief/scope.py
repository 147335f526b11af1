"""What every hand-out says of itself: what it covers, the filter, what made it, who reviewed it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from briefing.library import Filter, Library, queries
from briefing.library.queries import Reviewed
from briefing.library.queries.named import names_of_entities
from briefing.reference.countries import countries, country_name
from briefing.version import VERSION
from briefing.wording.controls import CHECKED_ONLY
from briefing.wording.dates import NO_DAY_OF_PUBLICATION, between, day
from briefing.wording.names import either
from briefing.wording.reviews import BY_SOFTWARE
from briefing.wording.sources import Source
from briefing.wording.sources import sources as sources_of
from briefing.wording.speakers import joined
from briefing.wording.words import count, shorten

NO_FILTER = "No filter: everything in the articles"
"""What stands for the filter where nothing narrows."""

_NAMED = 4
"""So many articles of a filter are named; more are counted."""

_IN_TITLE = 3
"""So many countries or speakers of a filter are named in a title; more are counted."""


def title_words(sources: Mapping[str, Source], about: str = "", of: int | None = None) -> str:
    """Name a brief: by its article, or by how many there are: "Briefing on 16 articles about Peru".

    Args:
        sources: The sources of the articles in view, by id.
        about: What the filter asks them for, as `about_words` says it.
        of: Of how many articles they are some; None where none was left out.
    """
    if len(sources) == 1:
        return next(iter(sources.values())).name
    rest = f", of {of:,}" if of else ""
    return f"Briefing on {len(sources):,} articles{about}{rest}" if sources else "Briefing"


def about_words(library: Library, flt: Filter) -> str:
    """Say what a filter asks articles for: " about Peru or Chile that quote or name Ana Ruiz".

    What nothing in the library goes by has no article, and is left out.
    """
    found = f" tagged {_or(f'“{tag}”' for tag in flt.tags[:_IN_TITLE])}" if flt.tags else ""
    if len(flt.tags) > _IN_TITLE:
        found = f" with any of {len(flt.tags):,} tags"
    named = [country_name(code) for code in flt.countries if code in countries()]
    if named:
        many = f"any of {len(named):,} countries"
        found += f" about {either(named) if len(named) <= _IN_TITLE else many}"
    named = list(names_of_entities(library, flt.speakers).values()) if flt.speakers else []
    if named:
        many = f"any of {len(named):,} speakers"
        found += f" that quote or name {_or(named) if len(named) <= _IN_TITLE else many}"
    if flt.words:
        found += f" with “{shorten(flt.words, 40)}”"
    return found


def scope_words(
    articles: pd.DataFrame, sources: Mapping[str, Source], of: int | None = None
) -> str:
    """Say what a brief covers: outlet and date of one article, number and days of several.

    Args:
        articles: Rows of `queries.articles` in view.
        sources: Their sources by id.
        of: Of how many articles they are some; None where none was left out.
    """
    if not sources:
        return f"None of {count(of, 'article')}" if of else "No articles"
    number = some_of(len(articles), of)
    if len(sources) == 1:
        line = next(iter(sources.values())).line
        return f"{number} · {line}" if of else line
    days = sorted(articles["published"].dropna())
    dated = f"published {between(days[0], days[-1])}" if days else NO_DAY_OF_PUBLICATION
    undated = len(articles) - len(days)
    parts = [number, dated]
    if days and undated:
        parts.append(f"{undated:,} without a stated date")
    return " · ".join(parts)


def some_of(number: int, of: int | None) -> str:
    """Say how many articles: "16 of 40 articles"; "1 article" where none was left out."""
    return f"{number:,} of {count(of, 'article')}" if of else count(number, "article")


def undated_words(flt: Filter, number: int) -> str:
    """Say what became of the undated articles: "18 undated articles are shown too"; "" for none.

    Args:
        flt: The filter.
        number: `queries.Scope.undated`.
    """
    done = "left out" if flt.dated_only else "shown too"
    are = "is" if number == 1 else "are"
    return f"{count(number, 'undated article')} {are} {done}" if number else ""


def filter_words(library: Library, flt: Filter, undated: int = 0) -> tuple[str, ...]:
    """Say what narrows, a part a field: ("Countries: Peru or Chile", "Words: “port”").

    Args:
        library: The library.
        flt: The filter.
        undated: How many undated articles its period shows too or leaves out.
    """
    found: list[str] = []
    if flt.countries:
        found.append(f"Countries: {_or(_countries(flt))}")
    if flt.speakers:
        found.append(f"Speakers: {_or(_speakers(library, flt))}")
    if flt.articles:
        named = len(flt.articles) <= _NAMED
        titles = _or(_titles(library, flt)) if named else f"{len(flt.articles):,} chosen"
        found.append(f"Articles: {titles}")
    if flt.tags:
        there = set(queries.tag_options(library, Filter())["tag"])
        found.append(f"Tags: {_or(tag if tag in there else _unknown(tag) for tag in flt.tags)}")
    told = undated_words(flt, undated)
    beside = f" ({told})" if told else ""
    if flt.earliest and flt.latest:
        found.append(f"Period: {between(flt.earliest, flt.latest)}{beside}")
    elif flt.earliest:
        found.append(f"Period: from {day(flt.earliest)}{beside}")
    elif flt.latest:
        found.append(f"Period: until {day(flt.latest)}{beside}")
    if flt.no_days:
        found.append(f"Period: {_or(f'“{text}”' for text in flt.no_days)} (not a date)")
    if flt.words:
        found.append(f"Words: “{flt.words}”")
    if flt.checked_only:
        found.append(CHECKED_ONLY)
    if flt.facts:
        found.append(chosen_words(queries.chosen(library, flt.facts)))
    if flt.ceiling:
        left_out, _ = queries.above_ceiling(library, flt)
        beside = f" ({count(left_out, 'article')} left out)" if left_out else ""
        found.append(f"Marked {flt.ceiling} at most{beside}")
    return tuple(found)


def chosen_words(chosen: queries.Chosen) -> str:
    """Say how many facts somebody chose, and how many of them are no longer there."""
    gone = f"; {chosen.gone:,} more no longer shown" if chosen.gone else ""
    return f"Chosen by the author: {count(len(chosen.ids), 'fact')}{gone}"


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
    rejected = f"{found.rejected:,} left out as wrong" if found.rejected else ""
    if not found.reviewed:
        words = "Found by software, not yet checked by staff"
        return f"{words}; {rejected}" if rejected else words
    who = joined("; ".join(found.reviewers))
    checked = f"{found.reviewed:,} of {count(found.facts, 'fact')} checked by {who}"
    return "; ".join(filter(None, (BY_SOFTWARE, checked, rejected)))


def _countries(flt: Filter) -> list[str]:
    return [country_name(code) if code in countries() else _unknown(code) for code in flt.countries]


def _speakers(library: Library, flt: Filter) -> list[str]:
    names = names_of_entities(library, flt.speakers)
    return [
        names.get(key) or (_NO_SPEAKER if key.startswith("person:") else _unknown(key))
        for key in flt.speakers
    ]


def _titles(library: Library, flt: Filter) -> list[str]:
    rows = queries.in_view(library, Filter(articles=flt.articles, ceiling=flt.ceiling))
    named = {key: source.quoted for key, source in sources_of(rows).items()}
    asked = flt.articles
    if flt.ceiling:  # what is left out has no title in the file
        asked = tuple(key for key in asked if key in named or not library.has(key))
    return [named.get(key) or _unknown(key) for key in asked]


_NO_SPEAKER = "a speaker who is not in the library"


def _unknown(text: str) -> str:
    """Say a value of the filter that nothing in the library goes by."""
    return f"“{text}” (not in the library)"


def _or(names: Iterable[str]) -> str:
    return " or ".join(names)
