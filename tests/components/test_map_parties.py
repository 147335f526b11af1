"""Who is on the map: countries, and organisations when they are asked for."""

from __future__ import annotations

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from briefing.map.left_out import left_out, left_out_in_short
from briefing.map.places import between_countries
from briefing.map.scene import pairs_in
from tests.map.relations import MK, VC, VK, mutual, relations, some


def test_relations_between_countries() -> None:
    rows = relations([("FRA", "alliance:nato", VC, "asserted"), ("FRA", "DEU", VK, "asserted")])
    assert between_countries(rows).tolist() == [False, True]
    assert not between_countries(rows.iloc[:0]).any()


def _page(focus: str | None) -> None:
    from components.map import relations_map
    from tests.map.relations import VC, VK, relations, rows_of

    rows = relations([("FRA", "alliance:nato", VC, "asserted"), ("FRA", "DEU", VK, "asserted")])
    rows["target_name"] = ["NATO", "Germany"]
    relations_map(
        rows,
        focus=focus,
        rows_of=rows_of(rows),
        source_of=lambda _: (1, None),
        key="map",
        on_choose=print,
    )


def _drawn(app: AppTest) -> str:
    return str(app.get("plotly_chart")[0].proto.spec)


def test_organisations_are_drawn_only_when_asked_for() -> None:
    app = AppTest.from_function(_page, args=(None,)).run()
    assert "NATO" not in _drawn(app)
    notes = "\n".join(caption.value for caption in app.caption)
    assert "1 relation with organisations or regions" in notes
    app.toggle(key="organisations").set_value(True).run()
    assert not app.exception
    assert "NATO" in _drawn(app)
    assert not any("organisations or regions" in caption.value for caption in app.caption)


@pytest.mark.parametrize(("address", "asked"), [({}, False), ({"organisations": "true"}, True)])
def test_address_holds_whether_organisations_are_drawn(address, asked) -> None:
    app = AppTest.from_function(_page, args=(None,))
    for name, value in address.items():
        app.query_params[name] = value
    app.run()
    assert app.toggle(key="organisations").value is asked


def test_focus_on_an_organisation_draws_it() -> None:
    app = AppTest.from_function(_page, args=("alliance:nato",)).run()
    assert "NATO" in _drawn(app)


def test_pairs_that_are_not_drawn_are_counted() -> None:
    rows = relations([("FRA", "DEU", VK, "asserted"), ("FRA", "ESP", VK, "asserted")])
    few = rows.iloc[:1]
    assert left_out(rows, rows, few) == ("Drawn: 1 of 2 pairs, those with the most relations.",)
    assert left_out(rows, rows, few, focus="FRA") == (
        "Drawn: 1 of 2 pairs, those of France first, then those with the most relations.",
    )
    assert left_out_in_short(rows, rows, few) == (
        "Drawn: 1 of 2 pairs, those with the most relations. Not drawn: 1 relation."
    )
    assert left_out_in_short(rows, rows, rows) == ""


def _many() -> None:
    from components.map import relations_map
    from tests.map.relations import rows_of, some

    rows = some("FRA DEU ESP ITA POL CZE AUT GRC NOR SWE", 60)
    relations_map(
        rows, rows_of=rows_of(rows), source_of=lambda _: (1, None), key="map", on_choose=print
    )


def test_a_dozen_pairs_are_drawn_until_all_are_asked_for() -> None:
    app = AppTest.from_function(_many).run()
    few = _drawn(app)
    total = pairs_in(some("FRA DEU ESP ITA POL CZE AUT GRC NOR SWE", 60))
    line = f" 12 of {total} pairs, those with the most relations"
    assert any(line in caption.value for caption in app.caption)
    assert app.toggle(key="pairs").label == f"All {total} pairs"
    app.toggle(key="pairs").set_value(True).run()
    assert not app.exception
    assert not any(line in caption.value for caption in app.caption)
    assert len(_drawn(app)) > len(few)


def test_map_is_the_same_chart_when_the_page_runs_again() -> None:
    """Else a first click would lose zoom and choice."""
    st.cache_data.clear()
    app = AppTest.from_function(_many).run()
    first = app.get("plotly_chart")[0].proto.id
    app.run()
    assert app.get("plotly_chart")[0].proto.id == first


def test_what_is_left_out_is_counted_by_reason() -> None:
    rows = mutual([("FRA", "alliance:nato", MK, "asserted"), ("FRA", "DEU", VK, "asserted")])
    between = rows[between_countries(rows)]
    assert left_out(rows, between, between) == (
        "Not drawn: 1 relation with organisations or regions (alliance:nato).",
    )
    nowhere = relations([("FRA", "organisation:none", VC, "asserted")])
    assert left_out(nowhere, nowhere, nowhere.iloc[:0]) == (
        "Not drawn: 1 relation: organisation:none has no place on the map. "
        "They are in the matrix, the network and the table.",
    )
    assert left_out(rows.iloc[:0], rows.iloc[:0], rows.iloc[:0]) == ()
