"""What an archive is, in words, and the list of the articles that were found in it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from briefing.archive import About, Found
from briefing.reference.countries import country_name
from briefing.version import is_this
from briefing.wording import columns
from briefing.wording.dates import day, published
from briefing.wording.sources import OUTLET_UNKNOWN
from briefing.wording.words import count
from components.articles_table import table_key, ticked_rows
from components.escaping import escape_markdown
from components.titles import title_of

A_PAGE = 25
"""Articles of the list at once."""

_ROWS = 12
"""Of these in view, so that what stands below stays near."""

_NAMED = 4
"""Speakers and countries that are named in a row; the others are counted."""

_FAULTS = 3
"""Parts left out that are told one by one."""


def finding(about: About, number: int) -> str:
    """Say how many articles were found: "128 of 20,000 articles in the archive"."""
    total = count(about.articles, "article")
    return f"{total} in the archive" if number == about.articles else f"{number:,} of {total}"


def about_line(about: About) -> str:
    """Say what an archive is: its folder, months, undated articles, and what read it."""
    parts = [str(about.folder)]
    if about.first and about.last:
        months = [
            f"{date.fromisoformat(f'{month}-01'):%B %Y}" for month in (about.first, about.last)
        ]
        parts.append(" to ".join(dict.fromkeys(months)))
    if about.undated:
        parts.append(f"{count(about.undated, 'article')} without a day")
    if about.failed:
        parts.append(f"{about.failed:,} could not be read")
    ours = [version for version in about.versions if is_this(version)]
    if ours:
        parts.append(f"read by version and model {', '.join(ours)}")
    return " · ".join(parts)


def warnings(about: About) -> None:
    """Draw a sentence for each part that is left out, and for articles of another version."""
    for fault in about.faults[:_FAULTS]:
        st.warning(escape_markdown(fault), icon=":material/warning:")
    if len(about.faults) > _FAULTS:
        more = count(len(about.faults) - _FAULTS, "more part")
        st.warning(f"{more} cannot be read and are left out.", icon=":material/warning:")
    for version, number in about.versions.items():
        if not is_this(version):
            st.info(
                escape_markdown(
                    f"{count(number, 'article')} {'was' if number == 1 else 'were'} read by "
                    f"another version of the program ({version}); what is copied of these is read "
                    "again."
                ),
                icon=":material/history:",
            )


def archive_list(found: Sequence[Found], there: Collection[str]) -> list[str]:
    """Draw the articles of a page; return the ids of those that are ticked.

    Args:
        found: The articles.
        there: Ids of those that the library has.
    """
    frame = build_list(found, there)
    ids = [each.article_id for each in found]
    return ticked_rows(
        frame,
        ids,
        name="articles of the archive",
        key=table_key(ids, "archive"),
        column_config={
            columns.ARTICLE: st.column_config.TextColumn(width=320),
            "Outlet": st.column_config.TextColumn(width=110),
            columns.PUBLISHED: st.column_config.TextColumn(width=144),
            "Who speaks": st.column_config.TextColumn(width=210),
            "Countries": st.column_config.TextColumn(width=190),
            "Quotations": st.column_config.NumberColumn(width=86),
            "Events": st.column_config.NumberColumn(width=60),
            "Relations": st.column_config.NumberColumn(width=76),
            "In the library": st.column_config.CheckboxColumn(width=96),
        },
        rows=_ROWS,
    )


def build_list(found: Sequence[Found], there: Collection[str]) -> pd.DataFrame:
    """Build the rows of the list, one an article."""
    return pd.DataFrame(
        {
            columns.ARTICLE: [title_of(each.title, each.opening) for each in found],
            "Outlet": [each.source or OUTLET_UNKNOWN for each in found],
            columns.PUBLISHED: [_dated(each) for each in found],
            "Who speaks": [_some(each.speakers) for each in found],
            "Countries": [_some([country_name(code) for code in each.countries]) for each in found],
            "Quotations": [each.quotes for each in found],
            "Events": [each.events for each in found],
            "Relations": [each.relations for each in found],
            "In the library": [each.article_id in there for each in found],
        }
    )


def _dated(found: Found) -> str:
    if found.published is not None:
        return day(found.published)
    said = published(None, None, found.published_earliest, found.published_latest)
    said = said.removeprefix("published ").removesuffix(", inferred")
    return said[:1].upper() + said[1:]


def _some(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
