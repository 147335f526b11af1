"""What is taken from a page has the marking that stands at its head."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
import streamlit as st

from components import timeline
from components.browser_side import mark_page
from components.map.downloads import graph_download, words_for
from tests.map.relations import SETS


def test_calendar_graph_and_picture_have_the_marking_of_the_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: list[Callable[[], bytes]] = []
    marked: list[str] = []

    def calendar(rows: Any, *, marking: str) -> bytes:
        marked.append(marking)
        return b""

    monkeypatch.setattr(st, "download_button", lambda *words, data, **rest: given.append(data))
    monkeypatch.setattr(timeline, "to_calendar", calendar)
    event = {"earliest": "2031-05-04", "latest": None, "standing": "asserted", "status": "firm"}
    mark_page("SECRET")
    try:
        assert words_for(SETS["two"]).marking == "SECRET"
        graph_download(lambda: SETS["two"], key="graph")
        timeline.calendar_button(pd.DataFrame([event]), key="calendar")
    finally:
        st.session_state.clear()
    graph, dates = given
    assert b"SECRET" in graph()
    dates()
    assert marked == ["SECRET"]
