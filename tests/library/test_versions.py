"""Versions of an article and copies by other outlets: found, and the newest is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefing.article import Article
from briefing.library import Library, queries
from briefing.library.newest import settle
from briefing.library.queries.versions import Alike
from briefing.library.stories.differences import Piece, differences
from briefing.wording.versions import alike_words
from tests.library.stories import BRIDGE, COPY, FOLLOW_UP, GRAIN, add

MORE = "\n\nTogo said on Wednesday that the tolls would be paid by cheque."
PAGE = "https://wire.example/bridge"


def _changed(article: Article, **fields: Any) -> Article:
    return replace(article, text=article.text + MORE, **fields)


def _titled(article: Article, title: str, **fields: Any) -> Article:
    """The article under another title."""
    text = title + article.text[article.title_end :]
    return replace(article, title=title, title_end=len(title), text=text, **fields)


def _added(library: Library, *articles: Article) -> list[Alike]:
    """Add articles as the pages do; return what the last one is like."""
    found: list[Alike] = []
    for article in articles:
        add(library, article)
        found = settle(library, article.article_id)
    return found


def _shown(library: Library) -> dict[str, bool]:
    articles = queries.articles(library)
    return dict(zip(articles["article_id"], articles["shown"], strict=True))


OTHER_TITLE = "Toll bridge opens at Aflao"


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (BRIDGE, _changed(BRIDGE), "version"),
        (BRIDGE, _changed(_titled(BRIDGE, OTHER_TITLE)), "version"),
        (BRIDGE, _titled(BRIDGE, OTHER_TITLE, published="2026-03-11"), "version"),
        (BRIDGE, _changed(BRIDGE, published="2026-03-30"), "copy"),
        (
            replace(BRIDGE, url=f"http://www.{PAGE[8:]}/?utm_source=mail"),
            _changed(_titled(BRIDGE, OTHER_TITLE), url=PAGE, published="2026-03-30", source=None),
            "version",
        ),
        (BRIDGE, replace(_changed(BRIDGE), source=None), "version"),
        (BRIDGE, _changed(_titled(BRIDGE, OTHER_TITLE), source=None), "copy"),
        (BRIDGE, COPY, "copy"),
        (BRIDGE, replace(GRAIN, url="http://[broken", source="Harbour Wire"), None),
        (replace(BRIDGE, url=PAGE), replace(GRAIN, url=PAGE), None),
        (BRIDGE, FOLLOW_UP, None),
    ],
    ids=[
        "more text",
        "another title, same day",
        "another title, next day",
        "weeks later",
        "same address",
        "outlet not known, same title",
        "outlet not known, another title",
        "another outlet",
        "another text",
        "another text at one address",
        "a follow-up",
    ],
)
def test_what_is_a_version_and_what_a_copy(
    empty_library: Library, one: Article, other: Article, kind: str | None
) -> None:
    found = _added(empty_library, one, other)
    assert [(each.article_id, each.kind) for each in found] == (
        [(one.article_id, kind)] if kind else []
    )
    hidden = [key for key, shown in _shown(empty_library).items() if not shown]
    assert hidden == ([one.article_id] if kind == "version" else [])


def test_an_older_version_that_is_added_later_is_kept_and_not_shown(
    empty_library: Library,
) -> None:
    newer = _changed(BRIDGE, published="2026-03-12")
    found = _added(empty_library, newer, BRIDGE)
    assert [each.newer for each in found] == [True]
    assert _shown(empty_library) == {newer.article_id: True, BRIDGE.article_id: False}
    assert alike_words(found).startswith(
        "An older version of “Ghana and Togo open Aflao bridge” (published 12 March 2026, added "
    )


def test_of_many_versions_the_newest_is_shown(empty_library: Library) -> None:
    versions = [replace(BRIDGE, text=BRIDGE.text + MORE * number) for number in range(3)]
    found = _added(empty_library, *versions)
    assert list(_shown(empty_library).values()) == [False, False, True]
    assert [each.article_id for each in found] == [
        versions[1].article_id,
        versions[0].article_id,
    ]
    assert "The pages show the new one; the older one stays" in alike_words(found)


def test_a_newer_version_has_the_tags_of_the_older(empty_library: Library) -> None:
    _added(empty_library, BRIDGE)
    empty_library.change_tags([BRIDGE.article_id], add=["Tolls"])
    _added(empty_library, _changed(BRIDGE), GRAIN)
    assert list(queries.articles(empty_library)["tags"]) == [("Tolls",), ("Tolls",), ()]


def test_a_newer_version_has_the_highest_marking_of_the_older(empty_library: Library) -> None:
    versions = [replace(BRIDGE, text=BRIDGE.text + MORE * number) for number in range(3)]
    _added(empty_library, *versions[:2])
    empty_library.mark([versions[0].article_id], "SECRET")
    empty_library.mark([versions[1].article_id], "OFFICIAL")
    _added(empty_library, versions[2], GRAIN)
    markings = ["SECRET", "OFFICIAL", "SECRET", ""]
    assert list(queries.articles(empty_library)["marking"]) == markings


def test_what_staff_showed_again_stays_shown(empty_library: Library) -> None:
    newer = _changed(BRIDGE)
    _added(empty_library, BRIDGE, newer)
    empty_library.show_or_hide([BRIDGE.article_id], shown=True)
    _added(empty_library, GRAIN)
    assert all(_shown(empty_library).values())
    found = queries.alike(empty_library, newer.article_id)
    assert alike_words(found).endswith("The pages show both.")


def test_a_copy_is_said_with_its_outlet(empty_library: Library) -> None:
    found = _added(empty_library, BRIDGE, COPY)
    assert alike_words(found) == (
        "Nearly the same text as “Ghana and Togo open Aflao bridge”, Harbour Wire: they count as "
        "one story."
    )


def test_an_article_that_is_not_there_is_like_nothing(empty_library: Library) -> None:
    assert queries.alike(empty_library, BRIDGE.article_id) == []


def test_differences_between_versions_are_those_of_their_words(empty_library: Library) -> None:
    newer = replace(BRIDGE, text=BRIDGE.text.replace("ten years", "eleven long years") + MORE)
    _added(empty_library, BRIDGE, newer)
    first, last = queries.version_differences(empty_library, BRIDGE.article_id, newer.article_id)
    assert [piece for piece in first if piece.kind != "both"] == [
        Piece("older", "ten"),
        Piece("newer", "eleven long"),
    ]
    assert last == (Piece("newer", MORE.strip()),)


@pytest.mark.parametrize(
    ("older", "newer", "changed"),
    [
        ("One.\n\nTwo.", "One.\nTwo.", []),
        ("One  day.", "One day.", []),
        ("", "New.", [(Piece("newer", "New."),)]),
        ("One.\nTwo.", "One.", [(Piece("older", "Two."),)]),
        (
            "It rained.",
            "It snowed.",
            [
                (
                    Piece("both", "It "),
                    Piece("older", "rained"),
                    Piece("newer", "snowed"),
                    Piece("both", "."),
                )
            ],
        ),
    ],
)
def test_lines_that_both_have_are_left_out(older: str, newer: str, changed: list[Any]) -> None:
    assert differences(older, newer) == changed


def test_a_very_long_line_is_compared_as_a_whole() -> None:
    (change,) = differences("a " * 2_000, "b " * 2_000)
    assert [piece.kind for piece in change] == ["older", "newer"]
