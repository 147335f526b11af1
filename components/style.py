"""The look of figures, in the reader's theme; words and colours are briefing.wording.signs'."""

from __future__ import annotations

import streamlit as st
from plotly.graph_objs.layout import Template

from briefing.wording.signs import QUADS, SANS


def is_dark() -> bool:
    """Say whether the reader's theme is dark."""
    return st.context.theme.type == "dark"


def figure_theme(*, dark: bool | None = None) -> Template:
    """Return the Plotly template of the app: transparent ground, quiet grid, theme's ink.

    Args:
        dark: Whether the ground is dark; the reader's theme when None.
    """
    dark = is_dark() if dark is None else dark
    ink, line = ("#E8EAED", "#4A5160") if dark else ("#1B2330", "#D3D8E0")
    axis = {
        "gridcolor": line,
        "linecolor": line,
        "zerolinecolor": line,
        "automargin": True,
        "title": {"font": {"color": ink}},
        "tickfont": {"color": ink},
    }
    return Template(
        layout={
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"color": ink, "size": 13, "family": SANS},
            "colorway": [quad.colour for quad in QUADS.values()] + ["#009E73", "#CC79A7"],
            "xaxis": axis,
            "yaxis": axis,
            "legend": {"font": {"color": ink}, "bgcolor": "rgba(0,0,0,0)"},
            "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
            "hoverlabel": {
                "bgcolor": "#11151C" if dark else "#FFFFFF",
                "bordercolor": line,
                "font": {"color": ink},
            },
            "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": ink},
        }
    )
