"""An article's own date: how it is known, and a way to give it instead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from briefing.access import Action
from briefing.errors import BriefingError
from briefing.reading.dates import FIRST_DAY, LAST_DAY
from briefing.tables import Row
from briefing.wording.controls import DAY_FORM
from briefing.wording.dates import published
from briefing.wording.words import cell_value
from components.cache import can, library
from components.escaping import escape_markdown

_HOW = {
    "stated": "The document states this date.",
    "given": "This date was given by a person, not by the document.",
    "inferred": "The document has no date. The program inferred it from what it says:",
    "unknown": "The document has no date, and nothing in it shows when it was written.",
}


def published_date(article_id: str, row: Row, evidence: Sequence[str]) -> None:
    """Draw a button that opens how the date is known and where another can be given.

    Args:
        article_id: The article.
        row: Its row of table `articles`.
        evidence: What the program inferred the date from, a sentence each.
    """
    basis = row["published_basis"]
    said = published(row["published"], basis, row["published_earliest"], row["published_latest"])
    with st.popover("Date", icon=":material/calendar_month:", key=f"date-{article_id}"):
        st.markdown(escape_markdown(said[:1].upper() + said[1:]))
        st.caption(_HOW[basis])
        for line in evidence if basis == "inferred" else ():
            st.text(f"• {line}")
        if not can(Action.READ_AGAIN):
            return
        with st.form(f"give-{article_id}", border=False):
            held = _day(row["published"])
            given = st.date_input(
                "Published on",
                value=held if held and FIRST_DAY <= held <= LAST_DAY else None,
                min_value=FIRST_DAY,
                max_value=LAST_DAY,
                format=DAY_FORM,
                help="The article is read again with this date: dates such as “next week” follow.",
            )
            if st.form_submit_button("Use this date", icon=":material/edit_calendar:") and given:
                _give(article_id, given)


def _day(published: object) -> date | None:
    held = cell_value(published)
    return date.fromisoformat(str(held)) if held else None


def _give(article_id: str, given: date) -> None:
    from briefing.library.ingest import give_date

    try:
        with st.spinner("Reading the article again with this date…"):
            give_date(library(), article_id, given.isoformat())
    except BriefingError as error:
        st.error(escape_markdown(str(error)))
        return
    st.toast("The article was read again with this date.")
    st.rerun()
