"""Long lists a page at a time."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def _script(total: int) -> None:
    import pandas as pd
    import streamlit as st

    from components.paging import page_rows, pager

    part = page_rows(pd.DataFrame({"n": range(total)}), 10, key="p")
    st.text(",".join(str(number) for number in part["n"]))
    pager(total, 10, "row", key="p")


def test_first_page_and_how_many_there_are() -> None:
    app = AppTest.from_function(_script, args=(25,)).run()
    assert app.text[0].value == "0,1,2,3,4,5,6,7,8,9"
    assert app.caption[0].value == "25 rows, 10 a page"


def test_a_list_of_one_page_has_no_pager() -> None:
    app = AppTest.from_function(_script, args=(10,)).run()
    assert not app.get("pagination")


def test_a_page_that_is_no_more_becomes_the_last() -> None:
    app = AppTest.from_function(_script, args=(25,))
    app.session_state["p"] = 9
    app.run()
    assert not app.exception
    assert app.text[0].value == "20,21,22,23,24"
