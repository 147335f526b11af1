"""Who is on the map: countries, and organisations when they are asked for."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from briefing.map.left_out import left_out
from briefing.map.places import between_countries
from tests.map.relations import MK, VC, VK, mutual, relations


def test_relations_between_countries() -> None:
    rows = relations([("FRA", "alliance:nato", VC, "asserted"), ("FRA", "DEU", VK, "asserted")])
    assert between_countries(rows).tolist() == [False, True]
    assert not between_countries(rows.iloc[:0]).any()


def _page(focus: str | None) -> None:
    import streamlit as st

    from components.map import relations_map
    from tests.map.relations import VC, VK, relations

    rows = relations([("FRA", "alliance:nato", VC, "asserted"), ("FRA", "DEU", VK, "asserted")])
    rows["target_name"] = ["NATO", "Germany"]
    st.session_state["chosen"] = relations_map(rows, focus=focus, key="map")


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


def test_what_is_left_out_is_counted_by_reason() -> None:
    rows = mutual([("FRA", "alliance:nato", MK, "asserted"), ("FRA", "DEU", VK, "asserted")])
    assert left_out(rows, rows[between_countries(rows)]) == (
        "Not drawn: 1 relation with organisations or regions (alliance:nato).",
    )
    nowhere = relations([("FRA", "organisation:none", VC, "asserted")])
    assert left_out(nowhere, nowhere) == (
        "Not drawn: 1 relation: organisation:none has no place on a map. "
        "They are in the matrix, the network and the table.",
    )
    assert left_out(rows.iloc[:0], rows.iloc[:0]) == ()
