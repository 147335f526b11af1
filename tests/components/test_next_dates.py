"""What comes up: in words, and what is ahead first."""

from __future__ import annotations

import pandas as pd

from components.next_dates import ahead_first, line_html
from components.sources import newest


def _events(*dates: tuple[str | None, str | None]) -> pd.DataFrame:
    return pd.DataFrame(dates, columns=["earliest", "latest"])


def test_what_has_begun_and_what_has_no_date_come_after_what_is_ahead() -> None:
    events = _events(("1928-01-01", None), (None, None), ("2024-07-09", "2024-07-11"))
    assert list(ahead_first(events, "2024-07-01").index) == [2, 0, 1]
    assert list(ahead_first(events, None).index) == [0, 2, 1]


def test_nothing_ahead() -> None:
    assert ahead_first(_events(), "2024-07-01").empty


def test_a_line_says_date_title_and_country() -> None:
    row = {
        "date": "2023-05-03",
        "precision": "day",
        "earliest": "2023-05-03",
        "latest": "2023-05-03",
        "title": "Talks & <tea>",
        "place_country": "NOR",
    }
    assert line_html(row) == "<b>3 May 2023</b> · Talks &amp; &lt;tea&gt; · Norway"
    undated = row | {"date": None, "precision": "unknown", "earliest": None, "latest": None}
    assert line_html(undated) == "Talks &amp; &lt;tea&gt; · Norway"


def test_newest_article_by_its_own_date_or_its_first_possible_day() -> None:
    articles = pd.DataFrame(
        {
            "published": ["2023-04-20", None, None],
            "published_earliest": [None, "2024-01-01", None],
        }
    )
    assert newest(articles) == "2024-01-01"
    assert newest(articles.iloc[2:]) is None
