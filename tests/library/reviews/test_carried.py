"""What people decided on an article holds of its newer version, where the words are the same."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from briefing.article import Article
from briefing.library import Filter, Library, queries
from briefing.library.newest import settle
from briefing.library.purge import doomed_article, purge
from briefing.library.reviews.exchange import export_reviews, import_reviews
from briefing.library.reviews.keeping import adrift, correct, decide, undo
from briefing.library.reviews.missed import add as add_missed
from briefing.library.reviews.words_in import same_place
from tests.library.stories import add, article_on

EVERYTHING = Filter()
SAID, MEETS = "The post will open as planned,", "The ministers of Ghana and Togo meet in Aflao"
PRAISED = "Ama Koffi praised Ghana"
ASKED = "asked for a second lane"
_BODY = (
    f"{PRAISED} for the new border post at Aflao, which took two years.",
    f"“{SAID}” Ama Koffi told reporters in Lomé on Thursday.",
    f"{MEETS} on 20 May 2031, both sides said.",
    f"Hauliers {ASKED} at the crossing.",
)


def _version(*body: str) -> Article:
    return article_on("Togo and Ghana on the border", "2031-05-02", "The Echo", *body)


OLD = _version(*_BODY)
LONGER = _version("Updates with the time of the meeting.", *_BODY)
WITHOUT = _version(_BODY[0], "The post will open late, Ama Koffi said.", _BODY[2])


def _add(library: Library, article: Article) -> None:
    add(
        library,
        article,
        [(SAID, "Ama Koffi", "says")] if SAID in article.text else [],
        [(MEETS, "2031-05-20")],
        [(PRAISED, "Ama Koffi", "GHA", "SUPPORT", "verbal-cooperation")],
    )
    settle(library, article.article_id)


def _ids(library: Library) -> tuple[str, str, str]:
    return (
        queries.quotes(library, EVERYTHING).quote_id.iloc[0],
        queries.events(library, EVERYTHING).event_id.iloc[0],
        queries.relations(library, EVERYTHING).relation_id.iloc[0],
    )


def _decide(library: Library) -> None:
    quote, event, relation = _ids(library)
    correct(library, quote, {"speaker_id": "Efua Sarpong"}, "Ana", note="Heard it.")
    correct(library, event, {"date": "2031-05-22"}, "Ben")
    decide(library, relation, "rejected", "Ana")
    start = OLD.text.index(ASKED)
    fields: Mapping[str, str | None] = {"speaker_id": "Yaa Osei", "act": "asks", "kind": "indirect"}
    add_missed(library, OLD.article_id, "quotes", (start, start + len(ASKED)), fields, "Ben")


def _holding(library: Library) -> dict[str, Any]:
    quotes = queries.quotes(library, EVERYTHING)
    return {
        "speakers": dict(zip(quotes.text, quotes.speaker_name, strict=True)),
        "dates": list(queries.events(library, EVERYTHING).date),
        "relations": len(queries.relations(library, EVERYTHING)),
        "by": sorted(queries.decided(library, EVERYTHING).reviewer),
    }


DECIDED = {
    "speakers": {SAID: "Efua Sarpong", ASKED: "Yaa Osei"},
    "dates": ["2031-05-22"],
    "relations": 0,
    "by": ["Ana", "Ana", "Ben", "Ben"],
}


def test_decisions_hold_of_a_newer_version(empty_library: Library) -> None:
    _add(empty_library, OLD)
    _decide(empty_library)
    assert _holding(empty_library) == DECIDED
    before = queries.decided(empty_library, EVERYTHING)
    _add(empty_library, LONGER)
    assert _holding(empty_library) == DECIDED
    assert adrift(empty_library) == []
    after = queries.decided(empty_library, EVERYTHING)
    assert set(after["at"]) == set(before["at"])
    settle(empty_library, LONGER.article_id)
    assert _holding(empty_library) == DECIDED


def test_words_that_are_gone_are_listed_and_hold_when_they_come_back(
    empty_library: Library,
) -> None:
    _add(empty_library, OLD)
    _decide(empty_library)
    _add(empty_library, WITHOUT)
    assert _holding(empty_library)["dates"] == DECIDED["dates"]
    assert {(each.words, each.reviewer, each.note) for each in adrift(empty_library)} == {
        (SAID, "Ana", "Heard it."),
        (ASKED, "Ben", None),
    }
    _add(empty_library, LONGER)
    assert _holding(empty_library) == DECIDED


def test_undo_works_in_the_newer_version(empty_library: Library) -> None:
    _add(empty_library, OLD)
    _decide(empty_library)
    _add(empty_library, LONGER)
    quotes = queries.quotes(empty_library, EVERYTHING).set_index("text").quote_id
    undo(empty_library, quotes[SAID], "Ana")
    assert _holding(empty_library)["speakers"][SAID] == "Ama Koffi"
    _add(empty_library, _version(*_BODY, "More follows."))
    assert _holding(empty_library)["speakers"][SAID] == "Ama Koffi", "as it was in the last one"
    assert _holding(empty_library)["dates"] == DECIDED["dates"]


def test_a_pack_on_an_older_version_holds_of_the_newer_one_and_is_taken_once(
    empty_library: Library, tmp_path: Path
) -> None:
    _add(empty_library, OLD)
    _decide(empty_library)
    pack = tmp_path / "reviews.jsonl"
    export_reviews(empty_library, pack)
    with Library(tmp_path / "other.sqlite") as other:
        _add(other, LONGER)
        import_reviews(other, pack)
        _add(other, OLD)
        assert _holding(other) == DECIDED
        both = tmp_path / "both.jsonl"
        export_reviews(other, both)
        _add(empty_library, LONGER)
        assert import_reviews(empty_library, both) == (0, [])
    _add(empty_library, WITHOUT)
    export_reviews(empty_library, both)
    with Library(tmp_path / "third.sqlite") as third:
        assert import_reviews(third, both)[1] == []


def test_details_of_an_article_hold_unless_the_newer_version_has_others(
    empty_library: Library,
) -> None:
    _add(empty_library, OLD)
    correct(empty_library, OLD.article_id, {"title": "The border post"}, "Ana")
    _add(empty_library, LONGER)
    assert empty_library.article(LONGER.article_id).row["title"] == "The border post"
    other = article_on("Post at Aflao is late", "2031-05-02", "The Echo", *_BODY, "More follows.")
    _add(empty_library, other)
    assert empty_library.article(other.article_id).row["title"] == "Post at Aflao is late"
    assert [each.value for each in adrift(empty_library)] == ["The border post"]


def test_a_purge_takes_the_words_of_an_older_version_out(empty_library: Library) -> None:
    _add(empty_library, OLD)
    _decide(empty_library)
    _add(empty_library, WITHOUT)
    assert len(adrift(empty_library)) == 2
    purge(empty_library, doomed_article(empty_library, OLD.article_id))
    assert adrift(empty_library) == []
    assert _holding(empty_library)["dates"] == DECIDED["dates"]


@pytest.mark.parametrize(
    ("old", "new", "words", "found"),
    [
        ("Peru warned Chile over its fleet.", "Peru warned Chile over its fleet.", "warned", 5),
        (
            "Peru warned Chile over its fleet.",
            "Late: Peru warned Chile over its fleet.",
            "warned",
            11,
        ),
        ("Peru warned Chile over its fleet.", "Cuba warned Spain about a debt.", "warned", None),
        ("Peru warned Chile over its fleet.", "", "warned", None),
        ("Yes, he said in Lima. Yes, she said in Quito.", "Yes, she said in Quito.", "Yes", None),
        (
            "They will meet in Quito on the third of May.",
            "Old plans fell. They will meet in Quito on the third of May. No more.",
            "They will meet in Quito on the third of May.",
            16,
        ),
        (
            "He left. They will meet in Quito on the third of May, he said.",
            "They will meet in Quito on the third of June, he said.",
            "They will meet in Quito on the third of May",
            None,
        ),
        ("No.", "No.", "No", 0),
    ],
)
def test_the_same_words_are_found_among_the_same_neighbours(
    old: str, new: str, words: str, found: int | None
) -> None:
    start = old.index(words)
    place = same_place(old, new, start, start + len(words))
    assert place == (None if found is None else (found, found + len(words)))
