"""The bottom line: sentences of the articles themselves, each with its way back."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from briefing.tables import fact_id, records
from briefing.wording.sources import Source
from briefing.wording.stories import sentence_words, story_line
from briefing.wording.words import shorten
from components.escaping import escape_html, escape_markdown
from components.evidence import serif
from components.facts import caption, open_in_article

_TITLE = 60
"""Signs of a title in a link."""


def gist(
    sentences: pd.DataFrame, sources: Mapping[str, Source] | None = None, *, key: str = "gist"
) -> None:
    """Draw the sentences that were picked, as the article has them, without datelines.

    Args:
        sentences: Rows of `queries.gist`.
        sources: Of several articles the source of each, by id: when and by whom each story is told
            is said then, and its link is named by the article. None where there is but one.
        key: Unique on the page.
    """
    for number, row in enumerate(records(sentences)):
        sentence = fact_id(row["article_id"], "s", int(row["start"]), int(row["end"]))
        link = "Sentence in the article"
        if sources:
            link = escape_markdown(shorten(sources[row["article_id"]].name, _TITLE))
        with st.container(gap=None, key=f"{key}-{number}"):
            st.html(serif(escape_html(sentence_words(row)), size="1rem"))
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                if sources:
                    caption(story_line(row))
                open_in_article(sentence, key=f"{key}-{number}-open", label=link)


def source_html(source: Source | None) -> str:
    """Build the line that names where words come from; nothing where that goes without saying."""
    if source is None:
        return ""
    return f'<div style="font-size:.85rem;opacity:.75">{escape_html(source.line)}</div>'
