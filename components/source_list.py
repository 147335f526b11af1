"""What a briefing rests on: its articles with outlet, day, author, link, facts, and the grades."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pandas as pd
import streamlit as st

from briefing.access import Action
from briefing.library.source_grades import Graded
from briefing.tables import records
from briefing.wording import columns, headings
from briefing.wording.grades import GRADE_HELP, grade_words
from briefing.wording.sources import OUTLET_UNKNOWN, Source
from briefing.wording.words import cell_value
from components.cache import can
from components.checking import name_field
from components.escaping import escape_markdown
from components.facts import ARTICLE_PAGE
from components.source_grade import grade_form
from components.table import data_table

_AT_ONCE = 50
"""With more articles the list is drawn when it is opened."""

_ROW = 35
_ROWS = 12


def build_source_list(articles: pd.DataFrame, sources: Mapping[str, Source]) -> pd.DataFrame:
    """Build the rows of the list, one an article, by outlet and then in the order given.

    Args:
        articles: Rows of `queries.in_view`.
        sources: The source of each, by its id.
    """
    rows = sorted(
        records(articles),
        key=lambda row: (not cell_value(row["source"]), str(row["source"]).casefold()),
    )
    named = [sources[row["article_id"]] for row in rows]
    return pd.DataFrame(
        {
            "Outlet": [source.outlet or OUTLET_UNKNOWN for source in named],
            "Graded": [grade_words(source.grade) if source.grade else "" for source in named],
            columns.ARTICLE: [source.name for source in named],
            columns.PUBLISHED: [source.dated for source in named],
            "Author": [cell_value(row["author"]) or "" for row in rows],
            "Facts": [int(row["quotes"] + row["events"] + row["relations"]) for row in rows],
            "Address": [cell_value(row["url"]) or "" for row in rows],
            "Id": [row["article_id"] for row in rows],
        }
    )


def source_list(
    articles: pd.DataFrame,
    sources: Mapping[str, Source],
    grades: Callable[[Sequence[str]], Mapping[str, Graded]],
) -> None:
    """Draw the list, folded, and below it the form of the outlets' grades.

    Args:
        articles: Rows of `queries.in_view`.
        sources: The source of each, by its id.
        grades: Finds the grades of outlets, by their names.
    """
    later = len(articles) > _AT_ONCE
    box = st.expander(
        f"{headings.SOURCES} ({len(articles):,})",
        key="sources",
        on_change="rerun" if later else "ignore",
    )
    if later and not box.open:
        return
    with box:
        frame = build_source_list(articles, sources)
        chosen = data_table(
            frame,
            name="sources",
            facts=False,
            key="source-list",
            height=_ROW * (min(len(frame), _ROWS) + 1) + 2,
            column_config={
                "Outlet": st.column_config.TextColumn(width=130, pinned=True),
                "Graded": st.column_config.TextColumn(help=GRADE_HELP, width=150),
                columns.ARTICLE: st.column_config.TextColumn(width=300),
                columns.PUBLISHED: st.column_config.TextColumn(width=180),
                "Facts": st.column_config.NumberColumn(
                    help="Quotations, events and relations in the article", width=60
                ),
                "Id": None,
            },
            on_select="rerun",
            selection_mode="single-row",
        )["selection"]["rows"]
        if chosen and chosen[0] < len(frame):
            row = frame.iloc[chosen[0]]
            st.page_link(
                ARTICLE_PAGE,
                label=f"Open “{escape_markdown(row[columns.ARTICLE])}”",
                icon=":material/article:",
                query_params={"open": row["Id"]},
            )
        else:
            st.caption("Choose a row to open its article.")
        outlets = sorted(
            {source.outlet for source in sources.values() if source.outlet}, key=str.casefold
        )
        if outlets and can(Action.CORRECT):
            with st.popover("Grade an outlet", icon=":material/grade:", key="grade"):
                name_field()
                grade_form(outlets, grades(outlets), key="sources-grade")
