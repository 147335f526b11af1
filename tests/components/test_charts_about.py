"""The heat map of who speaks about whom."""

from __future__ import annotations

import pandas as pd

from components.charts.about import build_about, describe_about


def _about(*rows: tuple[str, str, str, str, int]) -> pd.DataFrame:
    columns = ["speaker_id", "speaker", "country", "country_name", "quotes"]
    return pd.DataFrame(rows, columns=columns)


ROWS = (
    ("person:a", "Ann", "CHL", "Chile", 1),
    ("person:a", "Ann", "PER", "Peru", 4),
    ("person:b", "Bo", "PER", "Peru", 2),
)


def test_rows_and_columns_are_ordered_by_quotations() -> None:
    figure = build_about(_about(*ROWS))
    assert [name.strip() for name in figure.layout.yaxis.ticktext] == ["Ann", "Bo"]
    assert list(figure.layout.xaxis.ticktext) == ["Peru", "Chile"]
    assert [list(row) for row in figure.data[0].z] == [[4, 1], [2, None]]


def test_each_cell_gives_back_its_speaker_and_country() -> None:
    figure = build_about(_about(*ROWS))
    cells = {
        tuple(pair): text
        for pair, text in zip(figure.data[1].customdata, figure.data[1].text, strict=True)
    }
    assert cells == {
        ("person:a", "PER"): "4",
        ("person:a", "CHL"): "1",
        ("person:b", "PER"): "2",
    }


def test_a_click_does_not_fade_the_rest() -> None:
    marks = build_about(_about(*ROWS)).data[1]
    assert marks.selected.marker.opacity == marks.unselected.marker.opacity == 0


def test_limits_keep_the_most() -> None:
    figure = build_about(_about(*ROWS), speakers=1, countries=1)
    assert [list(row) for row in figure.data[0].z] == [[4]]


def test_a_speaker_of_whom_no_cell_would_be_drawn_has_no_row() -> None:
    figure = build_about(_about(*ROWS, ("person:c", "Cy", "BOL", "Bolivia", 1)), countries=1)
    assert [name.strip() for name in figure.layout.yaxis.ticktext] == ["Ann", "Bo"]


def test_two_speakers_of_one_name_stay_two_rows() -> None:
    figure = build_about(
        _about(("person:a", "Kim", "PER", "Peru", 1), ("person:b", "Kim", "PER", "Peru", 2))
    )
    assert len(figure.data[0].z) == 2


def test_empty() -> None:
    assert describe_about(_about()) == "No quotation mentions a country."
    assert len(build_about(_about()).data[1].x) == 0


def test_finding() -> None:
    assert describe_about(_about(*ROWS)) == "Ann speaks most about Peru: 4 quotations"
