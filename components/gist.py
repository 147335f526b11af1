"""The bottom line: sentences of the article itself, each with its way back."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from briefing.tables import fact_id, records
from briefing.wording.sources import Source
from components.escaping import escape_html
from components.evidence import serif
from components.facts import open_in_article


def gist(sentences: pd.DataFrame, sources: Mapping[str, Source], *, key: str = "gist") -> None:
    """Draw the sentences that were picked, as the article has them.

    Args:
        sentences: Rows of `queries.gist`.
        sources: The source to name under a sentence, by article; empty where there is but one.
        key: Unique on the page.
    """
    for number, row in enumerate(records(sentences)):
        with st.container(
            horizontal=True,
            wrap=False,
            gap="small",
            vertical_alignment="bottom",
            key=f"{key}-{number}",
        ):
            words = serif(escape_html(" ".join(row["text"].split())), size="1rem")
            st.html(words + source_html(sources.get(row["article_id"])))
            sentence = fact_id(row["article_id"], "s", int(row["start"]), int(row["end"]))
            open_in_article(sentence, key=f"{key}-{number}-open", brief=True)


def source_html(source: Source | None) -> str:
    """Build the line that names where words come from; nothing where that goes without saying."""
    if source is None:
        return ""
    return f'<div style="font-size:.85rem;opacity:.75">{escape_html(source.line)}</div>'
