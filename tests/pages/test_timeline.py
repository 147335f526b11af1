from __future__ import annotations

from tests.pages.conftest import OpenPage


def texts(app) -> str:
    """Return all that is written on the page, without the escapes."""
    kinds = ("title", "subheader", "caption", "markdown")
    shown = [item.value for kind in kinds for item in app.get(kind)]
    return plain("\n".join([*shown, *(item.value for item in app.html)]))


def plain(text: str) -> str:
    return text.replace("\\", "").replace("\u2060", "")


def test_timeline_opens_with_what_is_next(open_page: OpenPage) -> None:
    app = open_page("timeline")
    assert plain(app.title[0].value) == "Next: Talks in Oslo, 3 May 2023"
    shown = texts(app)
    assert "3 May 2023" in shown
    assert "Norway" in shown
    assert next(item.label for item in app.get("download_button")) == "Add to calendar"


def test_timeline_draws_the_chart_and_lists_every_event_in_order(open_page: OpenPage) -> None:
    app = open_page("timeline")
    assert len(app.get("plotly_chart")) == 1
    shown = texts(app)
    assert (
        shown.index("**1998**")
        < shown.index("**Article: 20 April 2023**")
        < shown.index("**May 2023**")
    )


def test_timeline_shows_the_working_of_what_was_worked_out(open_page: OpenPage) -> None:
    app = open_page("timeline")
    assert any("1998 as it stands" in item.value for item in app.text)


def test_timeline_table_holds_every_event(open_page: OpenPage) -> None:
    app = open_page("timeline", order="Table")
    table = app.dataframe[0].value
    assert table["Event"].tolist() == ["Treaty signed", "Talks in Oslo"]
    assert table["How the date is known"].tolist() == ["Date worked out", "Date in the article"]


def test_timeline_lanes_and_brush_can_be_chosen(open_page: OpenPage) -> None:
    app = open_page("timeline", lanes="By kind")
    assert app.segmented_control(key="lanes").value == "kind"
    app.toggle(key="timeline-brush").set_value(True).run()
    assert not app.exception


def test_timeline_filter_that_leaves_nothing_says_so_and_leads_out(open_page: OpenPage) -> None:
    app = open_page("timeline", country="PER")
    assert "2 without it" in texts(app)
    app.button(key="empty-0").click().run()
    assert not app.exception
    assert "Talks in Oslo" in app.title[0].value
