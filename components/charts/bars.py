"""Horizontal bars, longest first: the plainest way to say who or what there is most of."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from briefing.wording.signs import NEUTRAL
from components.charts.labels import escape_label

BAR = 26
"""Height of one bar with its gap, in pixels."""


def build_bars(
    frame: pd.DataFrame, *, label: str, value: str, identity: str, hover: Sequence[str]
) -> go.Figure:
    """Draw one bar a row, in the frame's order from the top, its number at its end.

    Args:
        frame: The rows.
        label: Column of the words beside the bar.
        value: Column of the bar's length.
        identity: Column that a click gives back.
        hover: One card for each row, escaped.
    """
    places = list(range(len(frame)))
    values = [int(number) for number in frame[value]]
    figure = go.Figure(
        go.Bar(
            x=values,
            y=places,
            orientation="h",
            text=[f"{number:,}" for number in values],
            textposition="outside",
            cliponaxis=False,
            marker={"color": NEUTRAL},
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
            customdata=[str(key) for key in frame[identity]],
            hovertext=list(hover),
            hoverinfo="text",
        )
    )
    figure.update_yaxes(
        tickvals=places,
        ticktext=[escape_label(str(name), 26) + "  " for name in frame[label]],
        autorange="reversed",
        automargin=True,
        showgrid=False,
        zeroline=False,
        fixedrange=True,
    )
    figure.update_xaxes(visible=False, fixedrange=True, rangemode="tozero")
    figure.update_layout(
        height=BAR * max(len(frame), 1) + 16,
        margin={"l": 4, "r": 36, "t": 4, "b": 4},
        bargap=0.35,
        showlegend=False,
        dragmode=False,
    )
    return figure
