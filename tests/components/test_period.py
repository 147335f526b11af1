"""The slider over the articles' dates."""

from __future__ import annotations

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from components.period import choice_within, dates_of

DATES = ["2023-03-01", "2023-04-12", "2023-05-20"]


def test_dates_are_each_there_once_in_order() -> None:
    facts = pd.DataFrame({"published": ["2023-05-20", None, "2023-03-01", "2023-05-20"]})
    assert dates_of(facts) == ["2023-03-01", "2023-05-20"]


@pytest.mark.parametrize(
    ("held", "left"),
    [
        (("2023-01-01", "2023-04-30"), ("2023-03-01", "2023-04-12")),
        (("2023-04-12", "2023-04-12"), ("2023-04-12", "2023-04-12")),
        (("2020-01-01", "2021-01-01"), None),
        ("2023-04-12", None),
        (None, None),
    ],
)
def test_choice_over_other_dates_is_cut_to_these(held, left) -> None:
    assert choice_within(held, DATES) == left


def _page(dates: list[str | None]) -> None:
    import pandas as pd
    import streamlit as st

    from components.period import period_slider

    frame = pd.DataFrame({"articles": 1, "published": dates})
    st.session_state["found"] = period_slider(frame)


@pytest.mark.parametrize("dates", [["2023-03-01", "2023-03-01"], ["2023-03-01", None]])
def test_one_date_has_no_slider(dates) -> None:
    app = AppTest.from_function(_page, args=(dates,)).run()
    assert not app.select_slider
    assert app.session_state["found"] is None


def test_whole_period_leaves_everything_in() -> None:
    app = AppTest.from_function(_page, args=([*DATES, None],)).run()
    assert app.session_state["found"] is None
    app.select_slider(key="choose-period").set_value(("2023-04-12", "2023-05-20")).run()
    assert app.session_state["found"] == ("2023-04-12", "2023-05-20")


def test_address_holds_the_period() -> None:
    app = AppTest.from_function(_page, args=(DATES,))
    app.query_params["period"] = ["1 March 2023", "12 April 2023"]
    app.run()
    assert app.session_state["found"] == ("2023-03-01", "2023-04-12")


def test_choice_of_other_articles_does_not_fail() -> None:
    app = AppTest.from_function(_page, args=(DATES,))
    app.session_state["choose-period"] = ("2020-01-01", "2023-04-30")
    app.run()
    assert not app.exception
    assert app.session_state["found"] == ("2023-03-01", "2023-04-12")
