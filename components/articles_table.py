"""The list of the library's articles: found by words and tags, sorted, and chosen from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any
from zlib import crc32

import pandas as pd
import streamlit as st

from briefing.tables import Row, records
from briefing.wording import columns
from briefing.wording.dates import as_day, published
from briefing.wording.grades import GRADE_HELP, grade_words
from briefing.wording.words import cell_value
from components.empty import empty
from components.screen import screen
from components.table import data_table
from components.titles import title_of

_ROWS = 12
"""Articles in view at once, so that what stands below stays near."""

_ROW = 35
"""Height of a row, in pixels."""

NEWEST = "Added, newest first"

FIND, TAGGED, ORDER = "find-articles", "tagged", "articles-order"
"""Keys of the choices above the list."""


def _published(row: Row) -> str | None:
    """Return the day that an article is sorted by: its own, else the last that it may be of."""
    days = (row["published"], row["published_latest"], row["published_earliest"])
    return next((str(day) for day in map(cell_value, days) if day), None)


def _words(text: object) -> tuple[bool, str]:
    plain = str(cell_value(text) or "").casefold()
    return (not plain, plain)


_ORDERS: Mapping[str, tuple[Callable[[Row], Any], bool]] = {
    NEWEST: (lambda row: row["place"], True),
    "Added, oldest first": (lambda row: row["place"], False),
    "Published, newest first": (lambda row: _published(row) or "", True),
    "Published, oldest first": (lambda row: _published(row) or "~", False),
    "Title, A to Z": (lambda row: _words(title_of(row["title"], row["opening"])), False),
    "Outlet, A to Z": (lambda row: _words(row["source"]), False),
}
"""What the list can be sorted by, and whether the last comes first; unknown days come last."""


def listed(
    articles: pd.DataFrame, *, words: str = "", tags: Sequence[str] = (), order: str = NEWEST
) -> pd.DataFrame:
    """Return the articles that hold all the words and have all the tags, in an order.

    Args:
        articles: Rows of `queries.articles`.
        words: Looked for in title or first words, outlet, author, address, marking and tags.
        tags: The tags.
        order: One of the orders that are offered.
    """
    wanted = words.casefold().split()
    rows = [
        {**row, "place": place}
        for place, row in enumerate(records(articles))
        if set(tags) <= set(row["tags"]) and all(word in _held(row) for word in wanted)
    ]
    key, last_first = _ORDERS[order]
    rows.sort(key=key, reverse=last_first)
    return articles.iloc[[row["place"] for row in rows]]


def _held(row: Row) -> str:
    names = ("title", "opening", "source", "author", "url", "marking")
    cells = (row[name] for name in names)
    return " ".join([*(str(cell_value(cell) or "") for cell in cells), *row["tags"]]).casefold()


def build_articles_table(articles: pd.DataFrame) -> pd.DataFrame:
    """Build the rows of the table from `queries.articles`, one an article, its id as index."""
    rows = records(articles)
    made: dict[str, list[Any]] = {
        "shown": [bool(row["shown"]) for row in rows],
        "title": [title_of(row["title"], row["opening"]) for row in rows],
        "outlet": [cell_value(row["source"]) or "" for row in rows],
        "grade": [grade_words(row["grade"]) if row["grade"] else "" for row in rows],
        "published": [as_day(row["published"]) for row in rows],
        "date_known": [_how_dated(row) for row in rows],
        "tags": [list(row["tags"]) for row in rows],
        "marking": [row["marking"] for row in rows],
        **{
            name: [row[name] for row in rows]
            for name in ("words", "entities", "quotes", "events", "relations")
        },
        "added": [date.fromisoformat(str(row["added"])[:10]) for row in rows],
        "author": [cell_value(row["author"]) or "" for row in rows],
        "url": [cell_value(row["url"]) or "" for row in rows],
        "reader_version": [row["reader_version"] for row in rows],
    }
    index = pd.Index([row["article_id"] for row in rows], name="article_id")
    days = {name: pd.Series(made.pop(name), index, dtype="object") for name in ("published",)}
    return pd.DataFrame(made, index).assign(**days)[list(_COLUMNS)]


def _how_dated(row: Row) -> str:
    if cell_value(row["published"]) is not None:
        return "Given by staff" if row["published_basis"] == "given" else "Stated"
    said = published(None, None, row["published_earliest"], row["published_latest"])
    said = said.removeprefix("published ").removesuffix(", inferred")
    return said[:1].upper() + said[1:]


_DAY = "D MMM YYYY"

_COLUMNS: dict[str, Any] = {
    "title": st.column_config.TextColumn("Title", width=300),
    "outlet": st.column_config.TextColumn("Outlet", width=96),
    "grade": st.column_config.TextColumn("Graded", help=GRADE_HELP, width=66),
    "published": st.column_config.DateColumn(columns.PUBLISHED, format=_DAY, width=96),
    "date_known": st.column_config.TextColumn(
        "Date known", help="Where the date is known from; without one, what bounds it", width=124
    ),
    "tags": st.column_config.ListColumn("Tags", width=100),
    "marking": st.column_config.TextColumn("Marking", width=110),
    "shown": st.column_config.CheckboxColumn(
        "Shown", help="Whether the pages show this article", width=62
    ),
    "words": st.column_config.NumberColumn("Words", format="localized", width=58),
    "quotes": st.column_config.NumberColumn("Quotations", width=86),
    "events": st.column_config.NumberColumn("Events", width=60),
    "relations": st.column_config.NumberColumn("Relations", width=76),
    "entities": st.column_config.NumberColumn("Entities", width=68),
    "added": st.column_config.DateColumn("Added", format=_DAY, width=96),
    "author": st.column_config.TextColumn("Author", width=110),
    "url": st.column_config.TextColumn("Address", width=110),
    "reader_version": None,  # for those who take the table along
}


def articles_table(articles: pd.DataFrame, tags: Mapping[str, int]) -> list[str]:
    """Draw the choices and the table; return the ids of the articles that are ticked.

    Args:
        articles: Rows of `queries.articles`.
        tags: Every tag with how many articles have it.
    """
    found = listed(articles, **_choices(tags))
    if found.empty:
        empty("No article of the library matches these choices.", key="none-listed")
        return []
    frame = build_articles_table(found)
    return ticked_rows(
        frame.reset_index(),
        list(frame.index),
        name="articles",
        key=table_key(list(frame.index)),
        column_config={"article_id": None, **_COLUMNS, **_narrow()},
        rows=_ROWS,
    )


def ticked_rows(
    frame: pd.DataFrame,
    ids: Sequence[str],
    *,
    name: str,
    key: str,
    column_config: Mapping[str, Any],
    rows: int,
) -> list[str]:
    """Draw a table whose rows can be ticked; return the ids of those that are.

    Args:
        frame: The rows.
        ids: The id of each.
        name: What they are.
        key: As `table_key` gives it.
        column_config: As in `st.dataframe`.
        rows: How many are in view at once.
    """
    more = 12 if len(frame) > rows else 2  # a part of the next row says that there are more
    height = _ROW * (min(len(frame), rows) + 1) + more
    event = data_table(
        frame,
        name=name,
        facts=False,
        key=key,
        column_config=column_config,
        on_select="rerun",
        selection_mode="multi-row",
        placeholder="",
        height=height,
    )
    return [ids[row] for row in event["selection"]["rows"] if row < len(ids)]


def table_key(ids: Sequence[str], name: str = "shelf") -> str:
    """Return the key of a table whose rows are ticked: another one as soon as its rows are others.

    Ticks go by a row's place; so none passes to an article that has taken the place of another.
    """
    return f"{name}-{crc32(' '.join(ids).encode()):08x}"


def _narrow() -> dict[str, Any]:
    if not screen().narrow:
        return {}
    return {"title": st.column_config.TextColumn("Title", width=190)}


def _choices(tags: Mapping[str, int]) -> dict[str, Any]:
    """Draw what is looked for, the tags and the order."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="list-choices"):
        words = st.text_input(
            "Find articles",
            key=FIND,
            type="search",
            placeholder="Words of title, outlet, author, tag",
            persist_state="session",
            width=300,
        )
        chosen: list[str] = []
        if tags:
            chosen = st.multiselect(
                "With the tags",
                list(tags),
                format_func=lambda tag: f"{tag} ({tags.get(tag, 0):,})",
                key=TAGGED,
                placeholder="Any",
                persist_state="session",
                width=300,
            )
        order = st.selectbox(
            "Sort by", list(_ORDERS), key=ORDER, persist_state="session", width=240
        )
    return {"words": words, "tags": [tag for tag in chosen if tag in tags], "order": order}
