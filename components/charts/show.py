"""Showing a chart: the app's look, and what a click on it does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from components.style import figure_theme


def show(figure: go.Figure, *, key: str, choose: Callable[[Any], None], alt: str) -> None:
    """Show a figure in the reader's theme.

    Args:
        figure: What a `build_…` made.
        key: Unique on the page.
        choose: Called with the customdata of the point that was clicked, before the page runs
            again: a filter's widgets can only be set before they are drawn.
        alt: The figure's finding, for those who do not see it.
    """

    def callback() -> None:
        points = clicked(st.session_state.get(key))
        if points:
            choose(points[0])

    st.plotly_chart(
        themed(figure, figure_theme()),
        key=key,
        on_select=callback,
        selection_mode="points",
        theme=None,
        config={"displayModeBar": False},
        alt=alt,
    )


def themed(figure: go.Figure, template: go.layout.Template) -> go.Figure:
    """Return the figure in a theme, its words in the theme's ink whatever is clicked.

    Plotly fades the words of all points but the clicked one unless told the same colour thrice.
    """
    ink = {"textfont": {"color": template.layout.font.color}}
    return (
        go.Figure(figure)
        .update_layout(template=template)
        .update_traces(
            {**ink, "selected": ink, "unselected": ink},
            selector=lambda trace: trace.type == "scatter" and trace.text is not None,
        )
    )


def clicked(event: Mapping[str, Any] | None) -> list[Any]:
    """Return the customdata of the points that a chart's event holds.

    The event may lack any of its keys after a click, so each is read with a default.
    """
    selection = (event or {}).get("selection") or {}
    return [
        point["customdata"]
        for point in selection.get("points") or ()
        if point.get("customdata") is not None
    ]
