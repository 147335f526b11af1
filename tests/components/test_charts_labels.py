"""Labels carry an article's words as words, whatever these contain."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest

from components.charts.labels import escape_label
from components.charts.show import clicked, themed


def test_safe_leaves_no_markup() -> None:
    assert escape_label("<b>Ann</b> & Co") == "&lt;b&gt;Ann&lt;/b&gt; &amp; Co"
    assert escape_label("AT&T and the rest", 9) == "AT&amp;T…"


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (None, []),
        ({}, []),
        ({"selection": {}}, []),
        ({"selection": {"points": [{"x": 1}]}}, []),
        ({"selection": {"points": [{"customdata": "person:ann"}]}}, ["person:ann"]),
        ({"selection": {"points": [{"customdata": ["a", "b"]}]}}, [["a", "b"]]),
    ],
)
def test_clicked_reads_what_is_there(event: dict[str, object] | None, expected: list) -> None:
    assert clicked(event) == expected


def test_a_click_does_not_fade_words() -> None:
    figure = go.Figure(go.Scatter(x=[1], y=[1], mode="text", text=["Peru"]))
    words = themed(figure, go.layout.Template(layout={"font": {"color": "#123456"}})).data[0]
    assert words.selected.textfont.color == words.unselected.textfont.color == "#123456"
