"""Who speaks how much about whom: speakers down, countries across."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from briefing.tables import records
from briefing.wording.notices import NO_COUNTRY_QUOTED
from briefing.wording.words import count
from components.charts.labels import escape_label
from components.charts.show import show
from components.table import data_table

GREY = "118,118,118"
"""The neutral colour, as the numbers that a see-through fill needs."""

SPEAKERS, COUNTRIES = 8, 5
"""How many are drawn, in a column at a page's side."""

ROWS = 500
"""Most rows of the table: what is sent to the browser stays small."""

CELL = 34
"""Height of one row, in pixels."""


def build_about(
    about: pd.DataFrame, *, speakers: int = SPEAKERS, countries: int = COUNTRIES
) -> go.Figure:
    """Draw one cell for a speaker and a country, as dark as there are quotations.

    The fill is see-through, so the numbers in the theme's own text colour stay readable in the
    light and in the dark theme.

    Args:
        about: `speaker_id, speaker, country, country_name, quotes`, one row a pair.
        speakers: How many speakers to draw, those who speak most about these countries first.
        countries: How many countries to draw, likewise.
    """
    columns = _most(about, ["country", "country_name"], countries)
    shown = about[about["country"].isin([country for country, _ in columns])]
    rows = _most(shown, ["speaker_id", "speaker"], speakers)
    shown = shown[shown["speaker_id"].isin([speaker for speaker, _ in rows])]
    number = {
        (str(row["speaker_id"]), str(row["country"])): int(row["quotes"]) for row in records(shown)
    }
    grid = [[number.get((s, c)) for c, _ in columns] for s, _ in rows]
    figure = go.Figure(
        go.Heatmap(
            z=grid,
            xgap=3,
            ygap=3,
            zmin=0,
            colorscale=[[0, f"rgba({GREY},0.10)"], [1, f"rgba({GREY},0.62)"]],
            showscale=False,
            hoverinfo="skip",
        )
    )
    cells = [
        (x, y, s, c, count(number[s, c], "quotation"), sname, cname, number[s, c])
        for y, (s, sname) in enumerate(rows)
        for x, (c, cname) in enumerate(columns)
        if (s, c) in number
    ]
    figure.add_trace(
        go.Scatter(
            x=[cell[0] for cell in cells],
            y=[cell[1] for cell in cells],
            mode="markers+text",
            text=[str(cell[7]) for cell in cells],
            customdata=[[cell[2], cell[3]] for cell in cells],
            hovertext=[
                f"<b>{escape_label(c[5])}</b> about {escape_label(c[6])}<br>{c[4]}" for c in cells
            ],
            hoverinfo="text",
            marker={"size": CELL - 4, "symbol": "square", "opacity": 0},
            selected={"marker": {"opacity": 0}},
            unselected={"marker": {"opacity": 0}},
        )
    )
    figure.update_xaxes(
        tickvals=list(range(len(columns))),
        ticktext=[escape_label(name, 14) for _, name in columns],
        side="top",
        ticklabeloverflow="allow",
        range=[-0.5, len(columns) - 0.5],
        tickangle=-40 if _crowded(columns) else 0,
        automargin=True,
        showgrid=False,
        zeroline=False,
        fixedrange=True,
    )
    figure.update_yaxes(
        tickvals=list(range(len(rows))),
        ticktext=[escape_label(name, 18) + "  " for _, name in rows],
        range=[len(rows) - 0.5, -0.5],
        automargin=True,
        showgrid=False,
        zeroline=False,
        fixedrange=True,
    )
    figure.update_layout(
        height=CELL * max(len(rows), 1) + (96 if _crowded(columns) else 44),
        margin={
            "l": 4,
            "r": 34 if _crowded(columns) else 4,
            "t": 84 if _crowded(columns) else 8,
            "b": 4,
        },
        showlegend=False,
        dragmode=False,
    )
    return figure


def about_chart(about: pd.DataFrame, *, key: str, on_choose: Callable[[str, str], None]) -> None:
    """Show who speaks about whom.

    Args:
        about: As in `build_about`.
        key: Unique on the page.
        on_choose: Called with the speaker's id and the country of the cell that was clicked,
            before the next run.
    """
    show(
        build_about(about),
        key=key,
        choose=lambda cell: on_choose(str(cell[0]), str(cell[1])),
        alt=describe_about(about),
    )


def about_table(about: pd.DataFrame, *, key: str) -> None:
    """Show the rows of the chart, those that it has no room for included, the largest first."""
    if len(about) > ROWS:
        st.caption(f"The {ROWS} pairs with the most quotations, of {len(about):,}.")
    data_table(
        about[["speaker", "country_name", "quotes"]]
        .head(ROWS)
        .rename(columns={"speaker": "Speaker", "country_name": "About", "quotes": "Quotations"}),
        name="who speaks about whom",
        key=key,
    )


def describe_about(about: pd.DataFrame) -> str:
    """Say as a finding who speaks most about whom."""
    if about.empty:
        return NO_COUNTRY_QUOTED
    top = about.sort_values(
        ["quotes", "speaker", "country_name"], ascending=[False, True, True]
    ).iloc[0]
    number = int(top["quotes"])
    return f"{top['speaker']} speaks most about {top['country_name']}: {count(number, 'quotation')}"


def _crowded(columns: list[tuple[str, str]]) -> bool:
    """Say whether the names across would run into one another in the page's side column."""
    return max((len(name) for _, name in columns), default=0) * 8 > 220 / max(len(columns), 1)


def _most(about: pd.DataFrame, by: list[str], limit: int) -> list[tuple[str, str]]:
    """Return (id, name) of those with most quotations, by name where they have as many."""
    totals = about.groupby(by)["quotes"].sum().reset_index()
    totals = totals.sort_values(["quotes", by[1]], ascending=[False, True]).head(limit)
    return [(str(row[by[0]]), str(row[by[1]])) for row in records(totals)]
