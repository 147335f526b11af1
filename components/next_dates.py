"""The next dates in three short lines; the Timeline has the whole of it."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from briefing.reference.countries import country_name
from briefing.tables import Row, records
from briefing.wording.ahead import Outlook
from briefing.wording.dates import when_of
from briefing.wording.signs import EVENT_BASES
from briefing.wording.standing import held_of, note
from briefing.wording.words import cell_value, count
from components.escaping import escape_html
from components.event_certainty import perhaps_badge
from components.facts import caption, open_in_article
from components.held import standing_badges, title_html
from components.nearness import grey_if_past, nearness_badge
from components.one_account import one_account_badge
from components.review_mark import check_link, review_mark
from components.working import working, working_label


def next_dates(
    ahead: pd.DataFrame,
    looks: Outlook,
    *,
    total: int,
    query: Mapping[str, str] | None = None,
    single: frozenset[str] = frozenset(),
    key: str = "next",
) -> None:
    """Draw the events that come up first: date, what, where, how the date is known.

    Args:
        ahead: The first rows of `briefing.library.ahead.ahead`, which are drawn.
        looks: From which day they look.
        total: How many there are; the number of the others is said.
        query: What the link to the others takes along, such as the article.
        single: The facts that one account alone tells.
        key: Unique on the page.
    """
    caption(looks.heading)
    for number, row in enumerate(records(ahead)):
        if number:
            st.space("xsmall")
        with st.container(gap=None, key=f"{key}-{number}"):
            held = held_of(row)
            st.html(line_html(row))
            caption(" · ".join(filter(None, (looks.row(row), note(held)))))
            with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
                nearness_badge(row)
                basis = EVENT_BASES[row["basis"]]
                if cell_value(row["working"]):
                    working(
                        str(row["working"]),
                        of=str(row["title"]),
                        key=f"{key}-{number}-how",
                        label=working_label(row["basis"]),
                    )
                else:
                    st.badge(basis.word, icon=basis.icon, color=basis.badge)
                perhaps_badge(row)
                standing_badges(held)
                one_account_badge(str(row["event_id"]), single)
                review_mark(row)
                open_in_article(
                    row["event_id"], key=f"{key}-{number}-open", label=EVENT_BASES["stated"].word
                )
                check_link(row["event_id"], key=f"{key}-{number}", words=str(row["title"])[:80])
    more = total - len(ahead)
    if more > 0:
        st.page_link(
            "pages/timeline.py",
            label=f"{count(more, 'more date')} in the timeline",
            query_params=query,
        )


def line_html(row: Row) -> str:
    """Build date, title and country, escaped; in grey where it is past by now."""
    date = when_of(row)
    place = row["place_country"]
    where = f" · {escape_html(country_name(str(place)))}" if cell_value(place) else ""
    named = (
        f"<b>{escape_html(date)}</b> · "
        if cell_value(row["earliest"]) or cell_value(row["latest"])
        else ""
    )
    return grey_if_past(row, f"{named}{title_html(row['title'], held_of(row))}{where}")
