"""The buttons that take the map away: as a picture, and as a graph."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from briefing.export.graphml import relations_graphml
from briefing.map.finding import finding
from briefing.map.pictures import PICTURES, Look
from briefing.map.svg import Words
from briefing.wording import headings
from briefing.wording.notices import GRAPH
from briefing.wording.words import count
from components.browser_side import page_marking
from components.take_away import take_away

SourceOf = Callable[[bool], tuple[int, str | None]]
"""Says how many articles relations are from, those between countries alone or all, and the title
of the only one."""


def words_for(relations: pd.DataFrame, *notes: str) -> Words:
    """Return what stands around a picture: its finding, notes, the marking."""
    return Words(finding(relations), notes, page_marking())


def source_words(articles: int, title: str | None) -> str:
    """Say from how many articles a picture is; the title of the only one, where it has one."""
    return f"From “{title}”." if title else f"From {count(articles, 'article')}."


def picture_downloads(
    relations: pd.DataFrame,
    look: Look,
    words: Words,
    source_of: Callable[[], tuple[int, str | None]],
    *,
    key: str,
) -> None:
    """Draw a button for each kind of picture; the picture is made when it is clicked.

    Args:
        relations: The rows that the map draws.
        look: How the map is set.
        words: What stands around the picture.
        source_of: Says how many articles the relations are from, and the title of the only one.
        key: Unique on the page.
    """

    def made(draw: Callable[[pd.DataFrame, Look], str | bytes]) -> str | bytes:
        around = replace(words, notes=(source_words(*source_of()), *words.notes))
        return draw(relations, replace(look, words=around))

    with st.container(horizontal=True, key=f"{key}-pictures"):
        for kind, (mime, draw) in PICTURES.items():
            take_away(
                f"Map as {kind}",
                partial(made, draw),
                file_name=f"map.{kind.lower()}",
                mime=mime,
                key=f"{key}-{kind.lower()}",
            )


def graph_download(every: Callable[[], pd.DataFrame], *, key: str) -> None:
    """Draw the button for GraphML.

    Args:
        every: Finds the rows of `queries.relations`, when it is clicked.
        key: Unique on the page.
    """
    marking = page_marking()
    about = ((headings.MARKING, marking),) if marking else ()
    take_away(
        "Download as GraphML",
        lambda: relations_graphml(every(), about),
        file_name="relations.graphml",
        mime="application/graphml+xml",
        key=f"{key}-graphml",
        icon=":material/hub:",
        help=GRAPH,
    )
