"""What comes up, in words."""

from __future__ import annotations

from components.next_dates import line_html


def test_a_line_says_date_title_and_country() -> None:
    row = {
        "date": "2023-05-03",
        "precision": "day",
        "earliest": "2023-05-03",
        "latest": "2023-05-03",
        "title": "Talks & <tea>",
        "place_country": "NOR",
        "standing": "expected",
        "tense": "upcoming",
    }
    assert line_html(row) == "<b>3 May 2023</b> · Talks &amp; &lt;tea&gt; · Norway"
    past = line_html(row | {"nearness": "past"})
    assert past == f'<div style="opacity:.68">{line_html(row)}</div>'
    undated = row | {"date": None, "precision": "unknown", "earliest": None, "latest": None}
    assert line_html(undated) == "Talks &amp; &lt;tea&gt; · Norway"


def test_a_line_is_drawn_as_the_event_stands() -> None:
    row = {
        "date": "2023-05-03",
        "precision": "day",
        "earliest": "2023-05-03",
        "latest": "2023-05-03",
        "title": "Talks",
        "place_country": None,
        "standing": "expected",
        "tense": "upcoming",
    }
    assert "dashed" in line_html(row | {"status": "tentative", "status_words": "may"})
    assert "line-through" in line_html(row | {"status": "cancelled"})
    assert "dotted" in line_html(row | {"standing": "denied"})
