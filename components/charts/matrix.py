"""Who towards whom: a cell for each pair, with what goes well above what goes badly."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from briefing.library.mutual import how_many, numbers, once
from briefing.map.colours import FILL_WORDS, fill_colours
from briefing.map.scene import fill_of, names_of, parties
from briefing.tables import Row, records
from briefing.wording.names import countries_and_bodies
from briefing.wording.words import count
from components.charts.labels import escape_label
from components.map.selection import OnChoose, telling
from components.screen import screen
from components.style import figure_theme, is_dark

LIMIT, LIMIT_NARROW = 16, 6
"""Most parties drawn down and across, on a desk and on a phone; the table has all."""

_CELL = 40
"""Most pixels from a cell to the next."""

_BESIDE = 150
"""Pixels that names take from the width."""


def cells(relations: pd.DataFrame) -> pd.DataFrame:
    """Count relations by pair: `source, target, cooperation, conflict, tone`."""
    number = numbers(relations)
    rows = relations[["source", "target", "tone"]].assign(
        number=number,
        cooperation=number * relations["quad"].str.endswith("cooperation").astype(int),
        conflict=number * relations["quad"].str.endswith("conflict").astype(int),
    )
    found = rows.groupby(["source", "target"], as_index=False, sort=True).sum()
    found["tone"] = found["tone"] / found["number"]
    return found.drop(columns="number")


def build_matrix(
    relations: pd.DataFrame,
    *,
    focus: str | None = None,
    dark: bool = False,
    limit: int = LIMIT,
    width: int = 800,
) -> go.Figure:
    """Draw the relations of countries: from those down to those across.

    A cell says how many relations are cooperation (↑) and how many conflict (↓); its colour is
    the balance of their tone.

    Args:
        relations: Rows of `queries.relations`.
        focus: A country whose row and column stand out; other cells fade.
        dark: Whether the ground is dark.
        limit: Most parties, those with most relations.
        width: Pixels that the figure will have, about: cells are smaller where they are many.
    """
    codes, names = list(parties(relations))[:limit], names_of(relations)
    sources = [code for code in codes if (relations["source"] == code).any()]
    targets = [code for code in codes if (relations["target"] == code).any()]
    pitch = max(18, min(_CELL, (width - _BESIDE) // max(len(targets), 4)))
    found = cells(relations)
    found = found[found["source"].isin(sources) & found["target"].isin(targets)]
    ink = figure_theme(dark=dark).layout.font.color
    colours = fill_colours(dark=dark)
    drawn = [
        (row, focus is not None and focus not in (row["source"], row["target"]))
        for row in records(found)
    ]
    figure = go.Figure(_grid(len(targets), len(sources), pitch, dark))
    for faded in (False, True):
        part = [row for row, is_faded in drawn if is_faded is faded]
        if not part:
            continue
        opacity = 0.25 if faded else 1.0
        steady = {"marker": {"opacity": opacity}, "textfont": {"color": ink}}
        figure.add_trace(
            go.Scatter(
                x=[targets.index(row["target"]) for row in part],
                y=[sources.index(row["source"]) for row in part],
                mode="markers+text",
                text=[_text(row["cooperation"], row["conflict"]) for row in part],
                textfont={"color": ink, "size": 13 if pitch > 32 else 10},
                marker={
                    "symbol": "square",
                    "size": pitch - pitch // 8,
                    "color": [colours[fill_of(row["tone"])] for row in part],
                    "opacity": opacity,
                },
                selected=steady,
                unselected=steady,
                customdata=[f"arc|{row['source']}|{row['target']}" for row in part],
                hovertext=[_hover(row, names) for row in part],
                hovertemplate="%{hovertext}<extra></extra>",
                name="relations",
            )
        )
    axis = {"showgrid": False, "zeroline": False, "fixedrange": True, "automargin": True}
    figure.update_layout(
        template=figure_theme(dark=dark),
        height=pitch * len(sources) + 150,
        margin={"l": 4, "r": 70 if len(targets) > 3 else 12, "t": 8, "b": 8},
        showlegend=False,
        dragmode=False,
        hovermode="closest",
        clickmode="event+select",
    )
    figure.update_xaxes(
        **axis,
        side="top",
        tickvals=list(range(len(targets))),
        ticktext=[escape_label(names[code], 18) for code in targets],
        tickangle=-40 if len(targets) > 3 else 0,
        range=[-0.5, max(len(targets), 4) - 0.5],
        title={"text": "towards", "standoff": 8},
    )
    figure.update_yaxes(
        **axis,
        tickvals=list(range(len(sources))),
        ticktext=[escape_label(names[code], 22) + "  " for code in sources],
        range=[len(sources) - 0.5, -0.5],
    )
    return figure


def relations_matrix(
    relations: pd.DataFrame, *, focus: str | None = None, key: str, on_choose: OnChoose
) -> None:
    """Show the matrix with its key.

    Args:
        relations: Rows of `queries.relations`.
        focus: A country whose row and column stand out.
        key: Unique on the page.
        on_choose: Called with what was clicked.
    """
    limit = LIMIT_NARROW if screen().narrow else LIMIT
    st.plotly_chart(
        build_matrix(
            relations, focus=focus, dark=is_dark(), limit=limit, width=screen().wide(0.62)
        ),
        key=key,
        on_select=telling(on_choose, key),
        selection_mode="points",
        config={"displayModeBar": False},
        alt=f"Relations, row to column: {count(how_many(once(relations)), 'relation')}; "
        "the same rows are in the table",
    )
    words = ", ".join(FILL_WORDS.values())
    st.caption(
        "Read from row to column. ↑ cooperation, ↓ conflict; the colour shows the balance, from "
        f"orange to blue: {words}."
    )
    more = len(parties(relations)) - limit
    if more > 0:
        st.caption(f"{countries_and_bodies(more)} with fewer relations: see the table.")


def _text(cooperation: int, conflict: int) -> str:
    """Write both counts one above the other: side by side they run into the next cell."""
    return "<br>".join(
        f"{sign}{number}" for sign, number in (("↑", cooperation), ("↓", conflict)) if number
    )


def _hover(row: Row, names: dict[str, str]) -> str:
    source, target = escape_label(names[row["source"]]), escape_label(names[row["target"]])
    return (
        f"<b>{source} → {target}</b><br>"
        f"{row['cooperation']} of cooperation, {row['conflict']} of conflict<br>"
        f"balance: {FILL_WORDS[fill_of(row['tone'])]}"
    )


def _grid(columns: int, rows: int, pitch: int, dark: bool) -> go.Scatter:
    """Draw the empty cells, so that the eye keeps its row and column."""
    hidden = {"marker": {"opacity": 1.0}}
    return go.Scatter(
        x=[column for _row in range(rows) for column in range(columns)],
        y=[row for row in range(rows) for _column in range(columns)],
        mode="markers",
        marker={
            "symbol": "square",
            "size": pitch - pitch // 8,
            "color": "#1C222C" if dark else "#F4F6F8",
            "opacity": 1.0,
        },
        selected=hidden,
        unselected=hidden,
        hoverinfo="skip",
        name="none",
    )
