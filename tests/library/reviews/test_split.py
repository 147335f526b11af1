"""Mentions that were read for the wrong one are given to another, and facts follow them."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from briefing.errors import ReviewError
from briefing.library import Filter, Library, queries
from briefing.library.reviews.exchange import export_reviews, import_reviews
from briefing.library.reviews.keeping import decide, redo, undo
from briefing.library.reviews.parting import split_mentions, split_name
from briefing.library.reviews.reading import reading_of
from briefing.tables import Tables
from tests.library.conftest import CANAL, HARBOUR, canal, harbour

LUND, NEWS = "person:ida-lund", "organisation:harbour-news"
OTHER = "person:per-lund"


def _mentions(library: Library, words: str, article: str) -> list[str]:
    rows = queries.mentions(library, Filter(articles=(article,)))
    return [str(row["mention_id"]) for row in rows.to_dict("records") if row["text"] == words]


def _said(library: Library) -> dict[str, str | None]:
    rows = queries.quotes(library, Filter()).to_dict("records")
    return {row["text"]: row["speaker_id"] for row in rows}


def _state(library: Library) -> dict[str, list[str]]:
    whole = queries.whole(library, Filter())
    return {
        name: sorted(map(str, frame.to_dict("records")))
        for name, frame in whole.items()
        if name not in ("reviews", "entities", "articles")
    }


def _spoken_tables() -> Tables:
    """Return the rows of the harbour's article with the surname as speaker."""
    rows = copy.deepcopy(harbour().rows)
    start = HARBOUR.text.index("Lund told")
    for row in rows["quotes"]:
        if row["kind"] == "direct":
            row |= {
                "speaker": "Lund",
                "speaker_start": start,
                "speaker_end": start + 4,
                "speaker_form": "short-name",
            }
    return Tables.from_rows(rows)


@pytest.fixture
def spoken(library: Library) -> Library:
    """Hold the harbour's article with its direct quotation said by the bare surname."""
    library.replace(HARBOUR, _spoken_tables())
    return library


def test_a_surname_is_somebody_else_in_the_whole_library(spoken: Library) -> None:
    before = _state(spoken)
    split_name(spoken, LUND, "Lund", "Per  Lund", "Ana")
    named = queries.mentions(spoken, Filter(), OTHER)
    assert set(named["text"]) == {"Lund"}
    assert set(named["article_id"]) == {HARBOUR.article_id, CANAL.article_id}
    said = _said(spoken)
    assert said["We will not accept it,"] == OTHER
    assert said["that its fleet was too large"] == LUND
    assert said["praised the agreement"] == OTHER
    assert len(queries.quotes(spoken, Filter(speakers=(OTHER,)))) == 2
    claimed = queries.relations(spoken, Filter(articles=(CANAL.article_id,)))
    assert set(claimed["attributed_to"]) == {OTHER}
    undo(spoken, LUND, "Ana")
    assert _state(spoken) == before
    redo(spoken, LUND, "Ana")
    assert _said(spoken)["praised the agreement"] == OTHER


def test_it_holds_of_articles_that_are_added_later(library: Library, tmp_path: Path) -> None:
    split_name(library, LUND, "Lund", "Per Lund", "Ana")
    pack = tmp_path / "pack.jsonl"
    export_reviews(library, pack)
    with Library(tmp_path / "other.sqlite") as other:
        other.add(HARBOUR, harbour().tables())
        assert import_reviews(other, pack) == (1, [])
        other.add(CANAL, canal().tables())
        assert _said(other)["praised the agreement"] == OTHER
        assert _state(other) == _state(library)


def test_mentions_of_one_article_are_given_away_and_come_back_at_once(spoken: Library) -> None:
    before = _state(spoken)
    mentions = _mentions(spoken, "Lund", HARBOUR.article_id)
    mentions += _mentions(spoken, "Ida Lund", HARBOUR.article_id)
    done = split_mentions(spoken, mentions, "Per Lund", "Ana", note="Her brother")
    said = _said(spoken)
    assert (said["We will not accept it,"], said["praised the agreement"]) == (OTHER, LUND)
    assert said["that its fleet was too large"] == OTHER, "nobody else of that name is left there"
    spoken.replace(HARBOUR, _spoken_tables())
    assert _said(spoken) == said
    undo(spoken, done, "Ana")
    assert _state(spoken) == before
    redo(spoken, done, "Ana")
    assert _said(spoken) == said


def test_a_pronoun_goes_with_the_name_that_it_was_traced_to(library: Library) -> None:
    rows = copy.deepcopy(harbour().rows)
    start, at = HARBOUR.text.index("Lund told"), HARBOUR.text.index("its fleet")
    pronoun: dict[str, Any] = {
        **rows["mentions"][4],
        "mention_id": f"{HARBOUR.article_id}.m.{at}-{at + 3}.{LUND}",
        "start": at,
        "end": at + 3,
        "text": "its",
        "form": "pronoun",
        "sentence": 1,
    }
    rows["mentions"].append(pronoun)
    rows["antecedents"].append(
        {
            "article_id": HARBOUR.article_id,
            "mention_id": pronoun["mention_id"],
            "start": start,
            "end": start + 4,
            "reason": "The last one named.",
        }
    )
    library.replace(HARBOUR, Tables.from_rows(rows))
    split_mentions(library, _mentions(library, "Lund", HARBOUR.article_id), "Per Lund", "Ana")
    assert pronoun["mention_id"] in set(queries.mentions(library, Filter(), OTHER)["mention_id"])


def test_an_organisation_that_is_a_person_and_one_that_is_dropped(library: Library) -> None:
    (mention,) = _mentions(library, "Harbour News", HARBOUR.article_id)
    split_mentions(library, [mention], LUND, "Ana")
    assert reading_of(library, mention).machine["entity_id"] == NEWS
    decide(library, mention, "confirmed", "Ben")
    library.remove(CANAL.article_id)
    undo(library, mention, "Ben")
    undo(library, mention, "Ana")
    assert set(queries.mentions(library, Filter(), NEWS)["mention_id"]) == {mention}


def test_one_whom_no_row_names_any_more_can_come_back(library: Library) -> None:
    mentions = _mentions(library, "Lund", HARBOUR.article_id)
    mentions += _mentions(library, "Ida Lund", HARBOUR.article_id)
    done = split_mentions(library, mentions, "Per Lund", "Ana")
    library.remove(CANAL.article_id)
    undo(library, done, "Ana")
    assert set(queries.mentions(library, Filter(), LUND)["mention_id"]) == set(mentions)


@pytest.mark.parametrize("to", [LUND, "Ida Lund", "person:nobody", " "])
def test_what_cannot_be_split_is_refused(library: Library, to: str) -> None:
    mentions = _mentions(library, "Lund", CANAL.article_id)
    with pytest.raises(ReviewError):
        split_mentions(library, mentions, to, "Ana")
    with pytest.raises(ReviewError):
        split_name(library, LUND, "Lund", to, "Ana")
    with pytest.raises(ReviewError, match="country"):
        split_name(library, "country:NOR", "Norway", "Per Lund", "Ana")
    with pytest.raises(ReviewError, match="Choose the mentions"):
        split_mentions(library, [], "Per Lund", "Ana")
