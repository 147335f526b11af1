"""The buttons that take the map away: as a picture, and as a graph."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from briefing.export.graphml import relations_graphml
from briefing.map.finding import finding
from briefing.map.pictures import PICTURES, Look
from briefing.map.svg import Words
from briefing.wording import headings
from briefing.wording.notices import GRAPH
from briefing.wording.words import cell_value, count
from components.browser_side import page_marking


def words_for(relations: pd.DataFrame, *notes: str) -> Words:
    """Return what stands around a picture: its finding, where it is from, notes, the marking."""
    articles = relations.drop_duplicates("article_id")
    title = cell_value(articles["title"].iloc[0]) if len(articles) == 1 else None
    source = f"From “{title}”." if title else f"From {count(len(articles), 'article')}."
    return Words(finding(relations), (source, *notes), page_marking())


def picture_downloads(relations: pd.DataFrame, look: Look, *, key: str) -> None:
    """Draw a button for each kind of picture; the picture is made when it is clicked.

    Args:
        relations: The rows that the map draws.
        look: How the map is set.
        key: Unique on the page.
    """
    with st.container(horizontal=True, key=f"{key}-pictures"):
        for kind, (mime, draw) in PICTURES.items():
            st.download_button(
                f"Map as {kind}",
                data=partial(draw, relations, look),
                file_name=f"map.{kind.lower()}",
                mime=mime,
                key=f"{key}-{kind.lower()}",
                icon=":material/download:",
                type="tertiary",
                on_click="ignore",
            )


def graph_download(relations: pd.DataFrame, *, key: str) -> None:
    """Draw the button for GraphML.

    Args:
        relations: Rows of `queries.relations`.
        key: Unique on the page.
    """
    marking = page_marking()
    about = ((headings.MARKING, marking),) if marking else ()
    st.download_button(
        "Download as GraphML",
        data=partial(relations_graphml, relations, about),
        file_name="relations.graphml",
        mime="application/graphml+xml",
        key=f"{key}-graphml",
        icon=":material/hub:",
        type="tertiary",
        on_click="ignore",
        help=GRAPH,
    )
