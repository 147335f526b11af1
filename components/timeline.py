"""The list of the Timeline page: its cards, its table, and its events for a calendar."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import groupby

import pandas as pd
import streamlit as st

from briefing.export.calendar import to_calendar
from briefing.reference.countries import country_name
from briefing.tables import NOT_SO, OFF, Row, records
from briefing.wording import columns
from briefing.wording.dates import when_of
from briefing.wording.reviews import found_words
from briefing.wording.signs import CERTAINTIES, EVENT_BASES
from briefing.wording.standing import held_of, said
from briefing.wording.words import cell_value, count
from components.browser_side import page_marking
from components.escaping import escape_html
from components.event_certainty import differing_dates, other_date, perhaps_badge
from components.facts import event_card
from components.screen import screen
from components.take_away import take_away
from components.timeline_groups import Group, told
from components.working import working

A_PAGE, A_PAGE_NARROW = 20, 10
"""Events on one page of the list, and on a phone."""


OWN_TOGETHER = 6
"""Most articles' own dates that stand together without an event between them."""


def page_size() -> int:
    """Return how many events stand on one page of the list on the reader's screen."""
    return A_PAGE_NARROW if screen().narrow else A_PAGE


def event_list(
    found: Iterable[Group],
    evidence: Sequence[str],
    others: Mapping[str, Sequence[Row]],
    *,
    key: str,
) -> None:
    """Draw the list in order, with the articles' own date between past and future.

    Args:
        found: The groups.
        evidence: Why the date of the only article was inferred; empty when it was not.
        others: Events of other articles that date the same thing differently, by event.
        key: Unique on the page.
    """
    number = 0
    for own, part in groupby(found, key=lambda group: group.own):
        together = list(part)
        if own:
            words = own_dates([group.heading for group in together])
            with st.container(
                horizontal=True, vertical_alignment="center", key=f"{key}-own-{number}"
            ):
                st.markdown(":material/article:", width="content")
                st.html("".join(map(heading_html, words)), width="content")
                if evidence:
                    working("\n".join(evidence), of=words[0], key=f"{key}-why-{number}")
        else:
            for group in together:
                st.html(heading_html(group.heading))
                for row in group.rows:
                    marked_card(row, others, key=f"{key}-{row['event_id']}")
        number += len(together)


def own_dates(headings: Sequence[str]) -> list[str]:
    """Return the headings of articles' own dates that stand together: of many the ends alone.

    Args:
        headings: All of them, in order.
    """
    if len(headings) <= OWN_TOGETHER:
        return list(headings)
    return [headings[0], f"and {count(len(headings) - 2, 'more article date')}", headings[-1]]


def heading_html(words: str) -> str:
    """Build the heading of a group, escaped, which a screen reader can jump to."""
    return (
        f'<h3 style="margin:0;padding:0;font-size:1rem;font-weight:650">{escape_html(words)}</h3>'
    )


def marked_card(row: Row, others: Mapping[str, Sequence[Row]], *, key: str) -> None:
    """Draw an event with the marks of what is not certain about it.

    Args:
        row: A row of `queries.events`.
        others: Events of other articles that date the same thing differently, by event.
        key: Unique on the page.
    """

    def marks() -> None:
        perhaps_badge(row)
        differing_dates(others.get(row["event_id"], ()), key=key)

    event_card(row, key=key, more=marks)


def calendar_button(events: pd.DataFrame, *, key: str) -> None:
    """Draw the button that downloads all dated events as one calendar file, but what is not so.

    Args:
        events: Rows of `queries.events`; nothing is drawn when none belongs in a calendar.
        key: Unique on the page.
    """
    not_so = events["standing"].isin(NOT_SO) & ~events["status"].isin(OFF)
    dated = events[(events["earliest"].notna() | events["latest"].notna()) & ~not_so]
    if len(dated):
        take_away(
            f"{count(len(dated), 'dated event')} for a calendar (.ics)",
            partial(_calendar, dated, page_marking()),
            file_name="events.ics",
            mime="text/calendar",
            icon=":material/calendar_add_on:",
            key=key,
        )


def _calendar(dated: pd.DataFrame, marking: str) -> bytes:
    return to_calendar(records(dated), marking=marking)


def as_table(events: pd.DataFrame, others: Mapping[str, Sequence[Row]]) -> pd.DataFrame:
    """Return events in words, for the table and its file.

    Args:
        events: Rows of `queries.events`.
        others: Events of other articles that date the same thing differently, by event.
    """
    rows = records(events)
    return (
        pd.DataFrame(
            {
                "Date": [when_of(r) for r in rows],
                "Event": events["title"],
                "Kind": events["kind"],
                columns.PAST_OR_UPCOMING: ["" if told(r) == "denied" else r["tense"] for r in rows],
                columns.HOW_DATED: [EVENT_BASES[basis].word for basis in events["basis"]],
                "Working": events["working"],
                columns.HOW_CERTAIN: [said(held_of(r)) for r in rows],
                columns.CERTAINTY: [CERTAINTIES[r["certainty"]].word for r in rows],
                columns.WHY_CERTAIN: events["certainty_reason"],
                columns.CHECKED: [found_words(r) for r in rows],
                "Other dates": [
                    "; ".join(map(other_date, others.get(r["event_id"], ()))) for r in rows
                ],
                "Place": [
                    country_name(c) if cell_value(c) else None for c in events["place_country"]
                ],
                columns.COUNTRIES: [
                    ", ".join(country_name(c) for c in codes) for codes in events["countries"]
                ],
                columns.SENTENCE: events["sentence_text"],
                columns.ARTICLE: events["title_article"],
                "Earliest": events["earliest"],
                "Latest": events["latest"],
                "Date (EDTF)": events["date"],
                "Id": events["event_id"],
            }
        )
        .reset_index(drop=True)
        .fillna("")
    )
