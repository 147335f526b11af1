"""What was said that matters most: a few quotations, large."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from briefing.tables import records
from briefing.wording.signs import ACTS
from briefing.wording.sources import Source
from briefing.wording.speakers import traced_words
from briefing.wording.verbatim import markup, pieces
from briefing.wording.words import shorten
from components.evidence import serif
from components.facts import caption, open_in_article
from components.gist import source_html
from components.one_account import one_account_badge
from components.quotation import speaker_html
from components.review_mark import check_link, review_mark
from components.three_marks import three_marks


def key_quotations(
    quotes: pd.DataFrame,
    sources: Mapping[str, Source],
    texts: Mapping[str, str],
    *,
    single: frozenset[str] = frozenset(),
    key: str = "said",
) -> None:
    """Draw quotations in large serif letters, each with speaker, what it is, and the link.

    Args:
        quotes: Rows of `queries.weightiest`.
        sources: The source to name under a quotation, by article; empty where there is but one.
        texts: The text of each article by id, which decides what may stand in marks.
        single: The facts that one account alone tells.
        key: Unique on the page.
    """
    for number, row in enumerate(records(quotes)):
        parts = pieces(row["fragments"], texts[row["article_id"]])
        with st.container(gap="xsmall", key=f"{key}-{number}"):
            source = source_html(sources.get(row["article_id"]))
            st.html(serif(markup(parts), size="1.1rem") + source)
            with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
                st.html(speaker_html(row), width="content")
                act = ACTS[row["act"]]
                three_marks(row)
                if row["act"] != "says":
                    st.badge(act.word, icon=act.icon, color=act.badge)
                caption(traced_words(row))
                one_account_badge(str(row["quote_id"]), single)
                review_mark(row)
                open_in_article(
                    row["quote_id"], key=f"{key}-{number}-open", label="Quotation in the article"
                )
                check_link(
                    row["quote_id"], key=f"{key}-{number}", words=shorten(str(row["text"]), 80)
                )
