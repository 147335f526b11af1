from __future__ import annotations

import pytest

from tests.pages.conftest import OpenPage
from tests.pages.sample import news_facts


def texts(app) -> str:
    """Return all that is written on the page, without the escapes."""
    kinds = ("title", "header", "caption", "markdown")
    shown = [item.value for kind in kinds for item in app.get(kind)]
    return plain("\n".join([*shown, *(item.value for item in app.html)]))


def plain(text: str) -> str:
    return text.replace("\\", "").replace("\u2060", "")


def charts(app) -> list[str]:
    return [item.proto.id for item in app.get("plotly_chart")]


def test_relations_opens_on_the_map_with_evidence_beside(open_page: OpenPage) -> None:
    app = open_page("relations")
    assert plain(app.title[0].value) == "Chile and Norway: 2 relations"
    assert len(charts(app)) == 1
    shown = texts(app)
    assert "warned" in shown
    assert "imply no opinion on the status" in shown


@pytest.mark.parametrize("view", ["Matrix", "Network"])
def test_relations_other_views_draw_the_same_rows(open_page: OpenPage, view) -> None:
    app = open_page("relations", view=view)
    assert len(charts(app)) == 1
    assert plain(app.title[0].value) == "Chile and Norway: 2 relations"


def test_relations_table_holds_every_relation_in_words(open_page: OpenPage) -> None:
    app = open_page("relations", view="Table")
    table = app.dataframe[0].value
    assert table["From"].tolist() == ["Norway", "Chile"]
    assert table["Id"].tolist() == [news_facts()["relation"], news_facts()["denied"]]
    assert table["Denied by"].tolist()[1] == "Chile"


def test_relations_choices_narrow_and_live_in_the_url(open_page: OpenPage) -> None:
    app = open_page("relations", view="Table")
    app.multiselect(key="choose-quad").set_value(["material-conflict"]).run()
    assert not app.exception
    assert app.dataframe[0].value["Kind of relation"].tolist() == ["Hostile acts"]
    app = open_page("relations", view="Table", standing="Denied or disputed")
    assert app.dataframe[0].value["How certain"].tolist() == ["Disputed"]


def test_relations_focus_keeps_what_touches_a_country(open_page: OpenPage) -> None:
    app = open_page("relations", view="Table")
    app.selectbox(key="choose-focus").set_value("CHL").run()
    assert not app.exception
    assert len(app.dataframe[0].value) == 2


def test_relations_choices_that_leave_nothing_say_so_and_lead_out(open_page: OpenPage) -> None:
    app = open_page("relations")
    app.multiselect(key="choose-quad").set_value(["verbal-cooperation"]).run()
    assert "2 before these choices" in texts(app)
    app.button(key="none-left-0").click().run()
    assert not app.exception
    assert len(charts(app)) == 1


def test_relations_filter_that_leaves_nothing_says_so_and_leads_out(open_page: OpenPage) -> None:
    app = open_page("relations", country="PER")
    assert plain(app.title[0].value) == "No relations found"
    assert "2 without it" in texts(app)
    app.button(key="empty-0").click().run()
    assert not app.exception
    assert plain(app.title[0].value) == "Chile and Norway: 2 relations"


def test_relations_says_what_is_claimed_and_denied(open_page: OpenPage) -> None:
    shown = texts(open_page("relations"))
    assert "entered Norwegian waters" in shown
    assert "<b>Chile</b>" in shown


def test_relations_mentioned_together_only_is_off_until_asked_for(open_page: OpenPage) -> None:
    app = open_page("relations")
    assert not app.toggle(key="together").value
    app.toggle(key="together").set_value(True).run()
    assert not app.exception
    table = app.dataframe[0].value
    assert table[["Country", "Other country"]].to_numpy().tolist() == [["Japan", "Peru"]]


def test_relations_map_shows_the_world_with_one_click(open_page: OpenPage) -> None:
    app = open_page("relations")
    before = charts(app)
    app.segmented_control(key="relations-map-view").set_value("World").run()
    assert not app.exception
    assert charts(app) != before


def test_relations_table_is_taken_away_as_csv_and_as_a_graph(open_page: OpenPage) -> None:
    app = open_page("relations", view="Table")
    labels = [button.proto.label for button in app.get("download_button")]
    assert labels == ["Download as CSV", "Download as GraphML"]


def test_relations_organisations_are_off_the_map_until_asked_for(open_page: OpenPage) -> None:
    app = open_page("relations")
    assert not app.toggle(key="organisations").value
    app = open_page("relations", organisations="true")
    assert app.toggle(key="organisations").value


def test_relations_link_may_hold_codes(open_page: OpenPage) -> None:
    app = open_page("relations", view="table", focus="CHL", standing="denied")
    assert not app.exception
    assert app.selectbox(key="choose-focus").value == "CHL"
    assert app.multiselect(key="choose-standing").value == ["denied"]
    assert app.dataframe[0].value["How certain"].tolist() == ["Disputed"]


def test_relations_panel_begins_with_the_focus(open_page: OpenPage) -> None:
    app = open_page("relations", focus="CHL")
    assert not app.exception
    assert "Chile" in [plain(item.value) for item in app.header]


@pytest.mark.parametrize("view", ["Map", "Matrix", "Network"])
def test_relations_link_opens_the_chosen_pair(open_page: OpenPage, view) -> None:
    app = open_page("relations", view=view, pair="CHL.NOR")
    assert not app.exception
    assert "Chile → Norway" in [plain(item.value) for item in app.header]
    app.button(key="evidence-forget").click().run()
    assert not app.exception
    assert "pair" not in app.query_params
    assert "The pair with the most relations" in texts(app)


@pytest.mark.parametrize("pair", ["CHL.PER", "XXX", "CHL.NOR.verbal-cooperation"])
def test_relations_link_to_a_pair_that_is_not_left_says_so(open_page: OpenPage, pair) -> None:
    app = open_page("relations", pair=pair)
    assert not app.exception
    assert "No relations match for" in texts(app)


@pytest.mark.parametrize(("most", "view"), [(8, "map"), (1, "matrix")])
def test_relations_of_many_countries_open_as_a_matrix(
    open_page: OpenPage, monkeypatch, most, view
) -> None:
    monkeypatch.setattr("briefing.map.places.MOST_ON_A_MAP", most)
    assert open_page("relations").segmented_control(key="choose-view").value == view
    assert open_page("relations", view="map").segmented_control(key="choose-view").value == "map"
