"""The day of a web page: what its elements say, however the page is built."""

from __future__ import annotations

import pytest

from briefing.article import Article
from briefing.reading import read_upload
from tests.reading import made

_THIRD = (
    "Ships had waited outside the bay since Friday, when the wind tore down the light at the head "
    "of the eastern pier and two fishing boats ran aground near the lifeboat station."
)
_PUBLISHED = "<time datetime='2022-05-03T10:00'>3 May 2022</time>"
_UPDATED = "<time datetime='2022-05-05T10:00'>5 May 2022</time>"


def _page(head: str, *, between: str = "", around: str = "article") -> Article:
    words = "".join(f"<p>{one}</p>" for one in (made.FIRST, made.SECOND, _THIRD))
    parts = (f"<h1>{made.TITLE}</h1>", head, words)
    page = f"<html><body><{around}>{between.join(parts)}</{around}></body></html>"
    (article,) = read_upload(page.encode(), "page.html")
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize("between", ["", "\n"], ids=["without blanks", "line breaks"])
@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("<time>09/07/2024</time>", None),
        ("<time>09-07-2024</time>", None),
        ("<time>09/07/2024 10:15</time>", None),
        ("<span class='post-date'>09/07/2024</span>", None),
        ("<span class='post-date'>Posted on 9/7/24</span>", None),
        ("<time>19/07/2024</time>", "2024-07-19"),
        ("<time>09.07.2024</time>", "2024-07-09"),
        ("<time>9 July 2024</time>", "2024-07-09"),
        ("<time datetime='2024-09-07'>09/07/2024</time>", "2024-09-07"),
    ],
)
def test_digits_with_two_readings_are_left_open_on_any_page(
    head: str, day: str | None, between: str
) -> None:
    article = _page(head, between=between)
    assert article.published == day
    assert any("was left out" in note for note in article.notes) == (day is None)


@pytest.mark.parametrize("around", ["article", "div"])
@pytest.mark.parametrize(
    ("head", "day"),
    [
        (f"<p>Updated {_UPDATED}</p><p>Published {_PUBLISHED}</p>", "2022-05-03"),
        (f"<p>Published {_PUBLISHED}</p><p>Updated {_UPDATED}</p>", "2022-05-03"),
        (f"<div>Last updated: {_UPDATED} | First published: {_PUBLISHED}</div>", "2022-05-03"),
        (f"<p><b>Updated</b> {_UPDATED}<br><b>Posted</b> {_PUBLISHED}</p>", "2022-05-03"),
        (f"<p>Updated: <b>{_UPDATED}</b></p><p>Published: <b>{_PUBLISHED}</b></p>", "2022-05-03"),
        (
            f"<div><i>Updated</i>: {_UPDATED}</div><div>First posted {_PUBLISHED}</div>",
            "2022-05-03",
        ),
        (f"<p>Updated {_UPDATED}</p>", "2022-05-05"),
        (f"<p>{_PUBLISHED}</p>", "2022-05-03"),
    ],
)
def test_day_of_publication_goes_before_that_of_an_update(head: str, day: str, around: str) -> None:
    article = _page(head, around=around)
    assert article.published == day
    assert article.text == f"{made.TITLE}\n\n{made.FIRST}\n\n{made.SECOND}\n\n{_THIRD}"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (
            "<time class='updated' datetime='2022-05-05'>5 May</time>"
            "<time class='published' datetime='2022-05-03'>3 May</time>",
            "2022-05-03",
        ),
        (f"{_UPDATED}<aside>Related: published {_PUBLISHED}</aside>", "2022-05-05"),
        (f"<p>Posted {_UPDATED}</p><p>Published {_PUBLISHED}</p>", "2022-05-05"),
        ("<time>5 May 2022</time><p>The talks of 05/07/2022 and 05/05/2022.</p>", "2022-05-05"),
        ("<time>9 July 2022</time><p>The talks of 09/07/2022 were short.</p>", "2022-07-09"),
    ],
)
def test_another_time_of_the_page_is_not_its_day(head: str, day: str) -> None:
    assert _page(head).published == day
