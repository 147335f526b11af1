"""What a web page's own data and marks say of its article."""

from __future__ import annotations

import json

import pytest

from briefing.article import Article
from briefing.reading import read_upload
from tests.reading import made

WORDS = f"<p>{made.FIRST}</p><p>{made.SECOND}</p>"
ARTICLE = "itemscope itemtype='https://schema.org/NewsArticle'"
HEADLINE = f"<h2 itemprop='headline'>{made.TITLE}</h2>"
OUTLET = "<span itemprop='publisher' itemscope><meta itemprop='name' content='Bay News'></span>"
DAY = "<meta itemprop='datePublished' content='2021-05-03'>"
TEASER = (
    f"<div {ARTICLE}><b itemprop='headline'>Ghana opens a port</b>"
    "<i itemprop='publisher'>Gold Post</i></div>"
)


def _read(body: str, head: str = "") -> Article:
    page = f"<html><head><title>Home</title>{head}</head><body>{body}</body></html>"
    (article,) = read_upload(page.encode(), "page.html")
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize(
    "body",
    [
        f"<div {ARTICLE}>{HEADLINE}{OUTLET}{DAY}<div itemprop='articleBody'>{WORDS}</div></div>",
        f"<article>{HEADLINE}{OUTLET}{DAY}{WORDS}</article>",
        f"<article {ARTICLE}>{HEADLINE}<p>By Tom Abbey for <b itemprop='publisher'>Bay News</b></p>"
        f"<time itemprop='datePublished' datetime='2021-05-03'>Monday</time>{WORDS}</article>",
        f"{TEASER}<div {ARTICLE}>{HEADLINE}{OUTLET}{DAY}{WORDS}{TEASER}</div>",
    ],
)
def test_marked_elements_give_title_outlet_and_day(body: str) -> None:
    article = _read(body)
    assert (article.title, article.source) == (made.TITLE, "Bay News")
    assert (article.published, article.published_basis) == ("2021-05-03", "stated")


def test_data_of_the_page_go_before_its_marks() -> None:
    data = {"@type": "NewsArticle", "headline": made.TITLE, "publisher": {"name": "Bay Times"}}
    head = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    article = _read(f"<div {ARTICLE}>{HEADLINE}{OUTLET}{DAY}{WORDS}</div>", head)
    assert (article.source, article.published) == ("Bay Times", "2021-05-03")


@pytest.mark.parametrize(
    ("data", "times", "warned"),
    [
        ({"isAccessibleForFree": False}, 1, True),
        ({"isAccessibleForFree": "False"}, 1, True),
        ({"isAccessibleForFree": "http://schema.org/False"}, 1, True),
        ({"isAccessibleForFree": False, "wordCount": 900}, 8, True),
        ({"isAccessibleForFree": False, "wordCount": 30}, 1, False),
        ({"isAccessibleForFree": False}, 8, False),
        ({"isAccessibleForFree": True}, 1, False),
        ({}, 1, False),
    ],
)
def test_the_beginning_of_what_is_not_free_is_told(
    data: dict[str, object], times: int, warned: bool
) -> None:
    whole = {"@type": "NewsArticle", "headline": made.TITLE, **data}
    head = f"<script type='application/ld+json'>{json.dumps(whole)}</script>"
    words = "".join(f"<p>{number}: {made.FIRST} {made.SECOND}</p>" for number in range(times))
    article = _read(f"<article><h1>{made.TITLE}</h1>{words}</article>", head)
    assert any("Only the beginning" in note for note in article.notes) == warned
