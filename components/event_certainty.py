"""Marks beside an event: perhaps past, left open by its words, dated differently elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from briefing.certainty import certainty_of
from briefing.tables import Row
from briefing.wording.dates import when
from briefing.wording.signs import Sign
from briefing.wording.words import cell_value
from components.escaping import escape_markdown
from components.facts import open_in_article

PERHAPS = (
    "The article speaks of it as ahead, but does not say when it was written: "
    "the date may have been past by then."
)

CERTAINTIES = {
    "tentative": Sign("Not firm", ":material/help:"),
    "cancelled": Sign("Cancelled", ":material/cancel:", "red"),
    "postponed": Sign("Postponed", ":material/update:", "orange"),
}
"""What the words of a sentence say of an event that is not firm."""

_HELP = {
    "tentative": "The sentence leaves it open whether or when it takes place: “{}”. "
    "A calendar marks it tentative.",
    "cancelled": "The sentence says so: “{}”. A calendar marks it cancelled.",
    "postponed": "The sentence says so: “{}”. The day shown is the one before; "
    "a calendar marks it tentative.",
}


def perhaps_word(row: Row) -> str:
    """Say how an event that may be past lies to its article: in the same year, if it does.

    Args:
        row: A row of `briefing.library.ahead.ahead` whose surety is perhaps.
    """
    days = (row["earliest"], row["latest"], row["written_earliest"], row["written_latest"])
    years = {str(day)[:4] for day in days if cell_value(day) is not None}
    both = (
        cell_value(row["written_earliest"]) is not None
        and cell_value(row["written_latest"]) is not None
    )
    return "Same year, perhaps past" if both and len(years) == 1 else "Perhaps past"


def certainty_badges(row: Row) -> None:
    """Draw what keeps an event from being certain: its date may be past, its words leave it open.

    Args:
        row: A row of `queries.events` or of `briefing.library.ahead.ahead`.
    """
    if row.get("surety") == "perhaps":
        st.badge(perhaps_word(row), icon=":material/hourglass_empty:", color="gray", help=PERHAPS)
    found = certainty_of(row)
    if found.level == "firm":
        return
    sign = CERTAINTIES[found.level]
    tentative = found.level == "tentative"
    st.badge(
        escape_markdown(f"{sign.word}: “{found.word}”" if tentative else sign.word),
        icon=sign.icon,
        color=sign.badge,
        help=escape_markdown(_HELP[found.level].format(found.word)),
    )


def certainty_words(row: Row) -> str:
    """Say how firm an event is by its sentence, for a table: "cancelled (“called off”)".

    Args:
        row: A row of `queries.events`.
    """
    found = certainty_of(row)
    return "" if found.level == "firm" else f"{CERTAINTIES[found.level].word} (“{found.word}”)"


def differing_dates(others: Sequence[Row], *, key: str) -> None:
    """Draw a mark that opens what other articles give as the date of the same thing.

    Args:
        others: Rows of `queries.events`; nothing is drawn when there are none.
        key: Unique on the page.
    """
    if not others:
        return
    with st.popover("Dates differ", icon=":material/rule:", type="tertiary", key=f"{key}-differ"):
        st.caption("The same thing has another date elsewhere:")
        for number, other in enumerate(others):
            st.text(other_date(other))
            open_in_article(other["event_id"], key=f"{key}-differ-{number}")


def other_date(row: Row) -> str:
    """Say another article's date: "3 June 2031 in “Peru votes”"."""
    date_words = when(row["date"], row["precision"], row["earliest"], row["latest"])
    title = cell_value(row["title_article"])
    return f"{date_words} in " + (f"“{title}”" if title else "an untitled article")
