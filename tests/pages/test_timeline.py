from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from components import coming_up
from tests.pages.conftest import OpenPage
from tests.pages.dated import make_dated_library


def texts(app) -> str:
    """Return all that is written on the page, without the escapes."""
    kinds = ("title", "header", "caption", "markdown", "html")
    shown = [item.value for kind in kinds for item in app.get(kind)]
    return plain("\n".join(shown))


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
        shown.index(">1998</h3>")
        < shown.index(">Article: 20 April 2023</h3>")
        < shown.index(">May 2023</h3>")
    )


def test_timeline_shows_the_working_of_what_was_worked_out(open_page: OpenPage) -> None:
    app = open_page("timeline")
    assert any("1998 as it stands" in item.value for item in app.text)


def test_timeline_table_holds_every_event(open_page: OpenPage) -> None:
    app = open_page("timeline", order="Table")
    table = app.dataframe[0].value
    assert table["Event"].tolist() == ["Treaty signed", "Talks in Oslo"]
    assert table["How the date is known"].tolist() == ["Date calculated", "Date in the article"]


def test_timeline_lanes_and_brush_can_be_chosen(open_page: OpenPage) -> None:
    app = open_page("timeline", lanes="By kind")
    assert app.segmented_control(key="choose-lanes").value == "kind"
    app.toggle(key="timeline-brush").set_value(True).run()
    assert not app.exception


def test_timeline_filter_that_leaves_nothing_says_so_and_leads_out(open_page: OpenPage) -> None:
    app = open_page("timeline", country="PER")
    assert "2 without it" in texts(app)
    app.button(key="empty-0").click().run()
    assert not app.exception
    assert "Talks in Oslo" in app.title[0].value


def test_timeline_and_briefing_lead_with_what_surely_lies_ahead(
    data_dir: Path, open_page: OpenPage, on_day: Callable[[str], None]
) -> None:
    on_day("2031-05-05")
    make_dated_library(data_dir / "library.sqlite", bounds=("2031-01-01", "2031-04-30"))
    app = open_page("timeline")
    assert plain(app.title[0].value) == "Next: Talks in Lima, 12 May 2031 – possible (“may”)"
    shown = texts(app)
    assert "May have passed" in shown
    assert ">March 2031, before or after the article was written</h3>" in shown
    heading = "Upcoming when this was written (in 2031, before 1 May, inferred)"
    assert heading in shown
    assert any("1931 + 100 years" in item.value for item in app.text)
    briefing = open_page(cover="all")
    assert heading in texts(briefing)
    first = [item.value for item in briefing.html if "Talks" in item.value or "Vote" in item.value]
    assert "Talks in Lima" in first[0]


def test_what_is_past_by_today_stands_behind_in_grey_and_says_so(
    data_dir: Path, open_page: OpenPage, on_day: Callable[[str], None]
) -> None:
    on_day("2031-05-13")
    make_dated_library(data_dir / "library.sqlite")
    app = open_page("timeline")
    cards = [item.value for item in app.html if "font-size:1.15rem" in item.value]
    assert "19 May 2031" in cards[0]
    past = [card for card in cards if "opacity:.68" in card]
    assert cards[-len(past) :] == past
    assert len(past) == 3
    shown = texts(app)
    assert shown.count("Now past") == 6  # on the cards and in the list
    assert "Upcoming when each article was written; each row gives the day" in shown
    assert "upcoming as of 2 April 2031" in shown
    assert "upcoming as of 3 April 2031" in shown
    assert "“now past” are counted from today, 13 May 2031." in shown
    on_day("2034-01-01")
    title = plain(open_page("timeline").title[0].value)
    assert title.startswith("All upcoming dates have passed, the last: ")
    shown = texts(open_page(cover="all"))
    assert shown.count("Now past") == 3


@pytest.mark.parametrize(
    ("within", "titles"),
    [
        ("14 days", ["Talks in Lima"]),
        ("365 days", ["Talks in Lima"]),
        ("All", ["Talks in Lima", "Census", "Centenary of the port", "Vote"]),
    ],
)
def test_timeline_looks_as_far_ahead_as_asked(
    data_dir: Path,
    open_page: OpenPage,
    on_day: Callable[[str], None],
    within: str,
    titles: list[str],
) -> None:
    on_day("2031-05-05")
    make_dated_library(data_dir / "library.sqlite", bounds=("2031-01-01", "2031-04-30"))
    app = open_page("timeline", ahead=within)
    cards = [item.value for item in app.html if "font-size:1.15rem" in item.value]
    assert len(cards) == len(titles)
    assert all(title in card for title, card in zip(titles, cards, strict=True))
    assert ("under “All”" in texts(app)) == (within != "All")


def test_timeline_looks_from_the_day_of_the_only_article_that_looks_ahead(
    open_page: OpenPage,
) -> None:
    app = open_page("timeline", ahead="90 days")
    shown = texts(app)
    heading = "Upcoming when the only article that looks ahead was written (20 April 2023)"
    assert heading in shown
    assert heading in texts(open_page(cover="all"))
    assert "under “All”" not in shown


def test_timeline_works_out_anniversaries_when_asked(open_page: OpenPage) -> None:
    heading = "**Anniversaries, calculated**"
    app = open_page("timeline")
    assert heading not in texts(app)
    app.toggle(key="anniversaries").set_value(True).run()
    assert not app.exception
    shown = texts(app)
    assert heading in shown
    assert shown.index("Talks in Oslo") < shown.index(heading)
    assert "How far ahead" not in shown
    app = open_page("timeline", anniversaries="true", ahead="14 days")
    assert app.toggle(key="anniversaries").value
    assert "No anniversaries within 14 days" in texts(app)


def test_timeline_says_when_nothing_comes_in_time(
    data_dir: Path, open_page: OpenPage, on_day: Callable[[str], None]
) -> None:
    on_day("2031-05-21")
    make_dated_library(data_dir / "library.sqlite", bounds=("2031-01-01", "2031-05-20"))
    app = open_page("timeline", ahead="14 days")
    assert "Nothing within 14 days of 20 May 2031; 4 more under “All”" in texts(app)


def test_timeline_flags_dates_that_differ_between_articles(
    data_dir: Path, open_page: OpenPage
) -> None:
    make_dated_library(data_dir / "library.sqlite")
    app = open_page("timeline")
    told = [item.value for item in app.text]
    assert "19 May 2031 in “Port quarrel”" in told
    assert "12 May 2031 in “Port talks”" in told
    table = open_page("timeline", order="Table").dataframe[0].value
    other = dict(zip(table["Date"], table["Other dates"], strict=True))
    assert other["12 May 2031"] == "19 May 2031 in “Port quarrel”"
    assert other["20 April 2031"] == ""
    assert "Possible (“may”)" in table["How certain"].tolist()


def test_timeline_offers_all_dated_events_for_a_calendar(open_page: OpenPage) -> None:
    labels = [item.label for item in open_page("timeline").get("download_button")]
    assert "2 dated events for a calendar (.ics)" in labels


def test_timeline_period_presets_narrow_the_filter_and_follow_it(open_page: OpenPage) -> None:
    app = open_page("timeline")
    pills = app.pills(key="period-preset")
    assert pills.value == "All time"
    pills.set_value("From then on").run()
    assert app.session_state["choose-from"].isoformat() == "2023-04-20"
    assert app.session_state["choose-to"] is None
    assert app.pills(key="period-preset").value == "From then on"
    assert "Treaty signed" not in texts(app)
    app.pills(key="period-preset").set_value("All time").run()
    assert app.session_state["choose-from"] is None
    assert "Treaty signed" in texts(app)


def test_timeline_period_in_the_address_is_the_preset(open_page: OpenPage) -> None:
    app = open_page("timeline", **{"from": "2023-01-01", "to": "2023-12-31"})
    assert app.pills(key="period-preset").value == "All of 2023"


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        ((None, "2031-04-30"), "before 1 May 2031"),
        (("2031-04-01", None), "on or after 1 April 2031"),
    ],
)
@pytest.mark.parametrize("name", ["timeline", "briefing", "article"])
def test_pages_tell_a_date_with_one_bound(
    data_dir: Path, open_page: OpenPage, name: str, bounds, words: str
) -> None:
    make_dated_library(data_dir / "library.sqlite", bounds=bounds)
    shown = texts(open_page(name))
    assert f"published {words}, inferred" in shown.replace("Published", "published")
    assert "None" not in shown


def test_period_says_how_many_articles_without_a_date_are_included(
    data_dir: Path, open_page: OpenPage
) -> None:
    make_dated_library(data_dir / "library.sqlite", bounds=(None, None))
    period = {"from": "2031-01-01", "to": "2032-12-31"}
    assert "1 undated article is shown too" in texts(open_page("timeline", **period))
    assert "shown too" not in texts(open_page("timeline"))


def test_timeline_draws_many_folded_cards_when_they_are_opened(
    data_dir: Path,
    open_page: OpenPage,
    on_day: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    on_day("2031-05-05")
    make_dated_library(data_dir / "library.sqlite", bounds=("2031-01-01", "2031-04-30"))
    monkeypatch.setattr(coming_up, "DRAWN_FOLDED", 0)

    def cards() -> int:
        return sum("font-size:1.15rem" in item.value for item in app.html)

    app = open_page("timeline")
    assert (cards(), [box.label for box in app.expander]) == (3, ["1 more event"])
    app.session_state["ahead-cards-folded"] = True
    app.run()
    assert cards() == 4
