"""The bars of who speaks."""

from __future__ import annotations

import pandas as pd

from components.charts.speakers import build_speakers, describe_speakers


def _speaks(*rows: tuple[str, str, int, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["entity_id", "name", "quotes", "verbatim_words"])


def test_longest_bar_comes_first() -> None:
    figure = build_speakers(
        _speaks(("person:a", "Ann", 1, 0), ("person:b", "Bo", 5, 12), ("person:c", "Cy", 3, 1))
    )
    bars = figure.data[0]
    assert list(bars.x) == [5, 3, 1]
    assert list(bars.customdata) == ["person:b", "person:c", "person:a"]
    assert figure.layout.yaxis.autorange == "reversed"


def test_limit_keeps_those_who_speak_most() -> None:
    rows = [(f"person:{n}", f"P{n}", n, 0) for n in range(1, 10)]
    figure = build_speakers(_speaks(*rows), limit=3)
    assert list(figure.data[0].customdata) == ["person:9", "person:8", "person:7"]


def test_names_are_escaped() -> None:
    figure = build_speakers(_speaks(("person:x", "<i>X</i>", 1, 0)))
    assert "<i>" not in figure.to_json().replace("\\u003c", "<")


def test_empty_is_a_figure_without_bars() -> None:
    assert len(build_speakers(_speaks()).data[0].x) == 0
    assert describe_speakers(_speaks()) == "No quotations."


def test_description_names_who_is_quoted_most() -> None:
    words = describe_speakers(_speaks(("person:a", "Ann", 1, 0), ("person:b", "Bo", 5, 12)))
    assert words == "2 speakers; Bo is quoted most, 5 quotations."
