"""Who tells a story, what a page rests on, what changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.library.queries import Coverage, Story
from briefing.wording.stories import changed_words, coverage_words, sentence_words, told_by


@pytest.mark.parametrize(
    ("articles", "outlets", "expected"),
    [
        (1, ("Echo",), "Echo"),
        (3, ("Echo",), "Echo · 3 articles"),
        (3, ("Echo", "Post", "Wire"), "3 outlets: Echo, Post, Wire"),
        (7, ("Echo", "Post"), "2 outlets: Echo, Post · 7 articles"),
        (4, ("Echo", "Post", "Wire", "Star"), "4 outlets, including Echo and Post"),
        (1, (), "Outlet not stated"),
        (2, (), "2 articles"),
    ],
)
def test_story_says_who_tells_it(articles: int, outlets: tuple[str, ...], expected: str) -> None:
    assert told_by(articles, outlets) == expected


COVERS = Coverage(3, 40, "2026-03-02", "2026-03-09", 1, unsure=False)


@pytest.mark.parametrize(
    ("found", "last", "expected"),
    [
        (
            COVERS,
            False,
            "3 of 40 articles · published 2–9 March 2026 · 1 undated · as of 1 May 2026",
        ),
        (
            replace(COVERS, articles=40, undated=0, unsure=True),
            False,
            "40 articles · published 2–9 March 2026, partly inferred · as of 1 May 2026",
        ),
        (
            replace(COVERS, first=None, last=None, undated=3),
            False,
            "3 of 40 articles · publication date unknown · as of 1 May 2026",
        ),
        (
            replace(COVERS, articles=1),
            True,
            "1 of 40 articles, the one added last · as of 1 May 2026",
        ),
        (Coverage(1, 1, None, None, 1, unsure=False), False, "1 article · as of 1 May 2026"),
    ],
)
def test_page_says_which_articles_of_how_many_of_what_period_from_which_day(
    found: Coverage, last: bool, expected: str
) -> None:
    assert coverage_words(found, "2026-05-01", last=last) == expected


def _story(*added: str) -> Story:
    return Story(tuple(map(str, range(len(added)))), (), None, None, added)


@pytest.mark.parametrize(
    ("stories", "expected"),
    [
        ([_story("2026-03-01"), _story("2026-03-01")], ""),
        (
            [_story("2026-03-04", "2026-03-01"), _story("2026-03-04"), _story("2026-03-02")],
            "Added on 4 March 2026: 1 new story, 1 story updated",
        ),
        ([_story("2026-03-01"), _story("2026-03-04")], "Added on 4 March 2026: 1 new story"),
    ],
)
def test_what_changed_is_what_came_on_the_last_day(stories: list[Story], expected: str) -> None:
    assert changed_words(stories) == expected


def test_sentence_is_shown_without_its_dateline_on_one_line() -> None:
    row = {"text": "ACCRA -- Ghana opened\na bridge.", "dateline": 9}
    assert sentence_words(row) == "Ghana opened a bridge."
