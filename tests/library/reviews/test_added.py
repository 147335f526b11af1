"""What a person adds is a fact like any other, and is kept like any other decision."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from briefing.brief.verify import verify_tables
from briefing.errors import FactIsThereError, ReviewError
from briefing.library import Filter, Library, queries
from briefing.library.reviews.exchange import export_reviews, import_reviews
from briefing.library.reviews.keeping import adrift, can_redo, correct, decide, redo, undo
from briefing.library.reviews.missed import add
from briefing.library.reviews.reading import reading_of
from briefing.tables import Tables
from briefing.wording.reviews import found_words
from tests.library.conftest import CANAL, HARBOUR, canal, harbour

QUOTE = {"speaker_id": "person:ida-lund", "act": "demands", "kind": "indirect"}
EVENT = {
    "title": "Fleet counted",
    "date": "2023-04-11",
    "tense": "past",
    "standing": "asserted",
    "status": "firm",
}
RELATION = {
    "source": "NOR",
    "target": "ISL",
    "quad": "verbal-conflict",
    "standing": "asserted",
}
FIELDS: dict[str, dict[str, str | None]] = {
    "quotes": {**QUOTE},
    "events": {**EVENT},
    "relations": {**RELATION},
}
WORDS = {
    "quotes": "questions Iceland over fishing fleet",
    "events": "its fleet was too large",
    "relations": "questions",
}
KEYS = {"quotes": "quote_id", "events": "event_id", "relations": "relation_id"}


def _span(words: str, text: str = HARBOUR.text) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def _add(library: Library, record: Any, who: str = "Ana", **more: Any) -> str:
    fields = {**FIELDS[record], **more}
    return add(library, HARBOUR.article_id, record, _span(WORDS[record]), fields, who)


def _rows(library: Library, record: str, flt: Filter | None = None) -> dict[str, Any]:
    frame = getattr(queries, record)(library, flt or Filter())
    return {row[KEYS[record]]: row for row in frame.to_dict("records")}


def _whole(library: Library) -> dict[str, list[str]]:
    whole = queries.whole(library, Filter())
    return {
        name: sorted(map(str, frame.to_dict("records")))
        for name, frame in whole.items()
        if name != "reviews"
    }


@pytest.mark.parametrize("record", list(FIELDS))
def test_what_is_added_stands_with_its_words_and_its_mark(library: Library, record: Any) -> None:
    before = _whole(library)
    fact = _add(library, record)
    row = _rows(library, record)[fact]
    words = row.get("text") or row["trigger"]
    assert words == WORDS[record]
    assert HARBOUR.text[row["start"] : row["end"]] == words
    assert found_words(row).startswith("Added by Ana, ")
    assert fact in _rows(library, record, Filter(checked_only=True))
    assert fact in set(queries.facts_at(library, HARBOUR.article_id)["fact_id"])
    assert queries.reviewed(library, Filter()).reviewers == ("Ana",)
    undo(library, fact, "Ana")
    assert _whole(library) == before
    assert can_redo(library, fact)
    redo(library, fact, "Ana")
    assert fact in _rows(library, record)


def test_an_added_quotation_is_found_by_its_speaker_and_whom_it_names(library: Library) -> None:
    fact = _add(library, "quotes", speaker_id="Jón Ás")
    assert fact in _rows(library, "quotes", Filter(speakers=("person:jon-as",)))
    assert fact in _rows(library, "quotes", Filter(countries=("ISL",)))
    assert _rows(library, "quotes")[fact]["speaker_name"] == "Jón Ás"


def test_an_added_event_is_dated_by_staff_and_a_relation_counts(library: Library) -> None:
    event = _add(library, "events")
    row = _rows(library, "events")[event]
    assert (row["basis"], row["earliest"], row["title"]) == ("given", "2023-04-11", EVENT["title"])
    before = len(queries.relations(library, Filter()))
    span = _span("fishing fleet")
    fact = add(library, HARBOUR.article_id, "relations", span, {**RELATION}, "Ana", both_ways=True)
    rows = _rows(library, "relations")
    assert len(rows) == before + 2
    assert rows[fact]["basis"] == "given"
    undo(library, fact, "Ana")
    assert len(queries.relations(library, Filter())) == before


@pytest.mark.parametrize("record", list(FIELDS))
def test_what_is_added_outlasts_another_reading_and_the_article(
    library: Library, record: Any
) -> None:
    fact = _add(library, record)
    before = _whole(library)
    library.replace(HARBOUR, harbour().tables())
    assert _whole(library)[record] == before[record]
    library.remove(HARBOUR.article_id)
    assert fact not in _rows(library, record)
    library.add(HARBOUR, harbour().tables())
    assert fact in _rows(library, record)


def test_what_a_later_reading_finds_too_stands_once(library: Library) -> None:
    fact = _add(library, "quotes")
    rows = copy.deepcopy(harbour().rows)
    for name in ("quotes", "fragments", "involvements"):
        for row in rows[name]:
            for key in ("quote_id", "fact_id"):
                if row.get(key) == rows["quotes"][0]["quote_id"] and name != "quotes":
                    row[key] = fact + "x"
    start, end = _span(WORDS["quotes"])
    rows["quotes"][0] |= {
        "quote_id": fact + "x",
        "start": start + 1,
        "end": end,
        "text": HARBOUR.text[start + 1 : end],
    }
    library.replace(HARBOUR, Tables.from_rows(rows))
    assert fact in _rows(library, "quotes")
    assert fact + "x" not in _rows(library, "quotes")
    undo(library, fact, "Ana")
    assert fact + "x" in _rows(library, "quotes")


def test_others_confirm_correct_and_reject_what_was_added(library: Library) -> None:
    fact = _add(library, "quotes")
    decide(library, fact, "confirmed", "Ben")
    held = reading_of(library, fact).held
    assert held is not None
    assert (held.verdict, held.reviewer, dict(held.fields)) == ("added", "Ana", {})
    decide(library, fact, "corrected", "Ben", field="act", value="urges")
    reading = reading_of(library, fact)
    assert reading.held is not None
    assert dict(reading.held.fields) == {"act": "urges"}
    assert [(each.reviewer, dict(each.fields)) for each in reading.held.others] == [
        ("Ana", {"act": "demands"})
    ]
    assert (reading.added, reading.machine["act"]) == (True, "demands")
    assert _rows(library, "quotes")[fact]["act"] == "urges"
    decide(library, fact, "rejected", "Ben")
    assert fact not in _rows(library, "quotes")
    undo(library, fact, "Ben")
    assert _rows(library, "quotes")[fact]["act"] == "urges"


def test_what_was_taken_back_is_not_decided_on(library: Library) -> None:
    fact = _add(library, "events")
    undo(library, fact, "Ana")
    with pytest.raises(ReviewError, match="Redo"):
        decide(library, fact, "confirmed", "Ben")
    assert queries.reviewed(library, Filter()).reviewed == 0


def test_what_is_there_or_was_rejected_is_not_added_again(library: Library) -> None:
    fact = _add(library, "quotes")
    with pytest.raises(FactIsThereError) as there:
        _add(library, "quotes", "Ben")
    assert there.value.fact_id == fact
    (read,) = _rows(library, "events").values()
    span = (int(read["start"]), int(read["end"]))
    with pytest.raises(FactIsThereError, match="already"):
        add(library, HARBOUR.article_id, "events", span, {**EVENT}, "Ana")
    decide(library, read["event_id"], "rejected", "Ana")
    with pytest.raises(FactIsThereError, match="rejected") as gone:
        add(library, HARBOUR.article_id, "events", span, {**EVENT}, "Ana")
    assert gone.value.fact_id == read["event_id"]


@pytest.mark.parametrize(
    ("record", "span", "fields"),
    [
        ("quotes", (5, 5), QUOTE),
        ("quotes", (0, 9), {**QUOTE, "kind": "direct"}),
        ("quotes", (0, 9), {**QUOTE, "act": "sings"}),
        ("quotes", (0, 9), {"act": "says"}),
        ("events", (0, 9), {**EVENT, "date": "May"}),
        ("events", (0, 9), {**EVENT, "title": " "}),
        ("relations", (0, 9), {**RELATION, "target": "NOR"}),
        ("relations", (0, 9), {**RELATION, "target": "XYZ"}),
        ("entities", (0, 9), {}),
    ],
)
def test_what_cannot_be_added_is_refused(
    library: Library, record: Any, span: tuple[int, int], fields: dict[str, str | None]
) -> None:
    with pytest.raises(ReviewError):
        add(library, HARBOUR.article_id, record, span, fields, "Ana")
    with pytest.raises(ReviewError, match="name"):
        add(library, HARBOUR.article_id, "quotes", (0, 9), {**QUOTE}, " ")
    with pytest.raises(ReviewError, match="library"):
        add(library, "a000000000000", "quotes", (0, 9), {**QUOTE}, "Ana")


def test_additions_go_to_another_library(library: Library, tmp_path: Path) -> None:
    facts = [_add(library, record, speaker_id="Jón Ás") for record in ("quotes",)]
    facts += [_add(library, record) for record in ("events", "relations")]
    decide(library, facts[0], "corrected", "Ben", field="act", value="urges")
    pack = tmp_path / "pack.jsonl"
    assert export_reviews(library, pack) == 4
    with Library(tmp_path / "other.sqlite") as other:
        other.add(HARBOUR, harbour().tables())
        other.add(CANAL, canal().tables())
        assert import_reviews(other, pack) == (4, [])
        assert _whole(other)["quotes"] == _whole(library)["quotes"]
        assert _whole(other)["involvements"] == _whole(library)["involvements"]


@pytest.mark.parametrize(
    "change",
    [
        {"value": "{}"},
        {"value": "nonsense"},
        {"value": "[" * 10_000},
        {"words": "other"},
        {"start": 1, "end": 7},
        {"record": "entities"},
        {"field": "act"},
        {"fact_id": "x"},
    ],
)
def test_an_addition_that_is_none_costs_its_line(
    library: Library, tmp_path: Path, change: dict[str, Any]
) -> None:
    _add(library, "relations")
    pack = tmp_path / "pack.jsonl"
    export_reviews(library, pack)
    line = json.loads(pack.read_text("utf-8")) | change
    pack.write_text(json.dumps(line), "utf-8")
    with Library(tmp_path / "other.sqlite") as other:
        new, faults = import_reviews(other, pack)
        other.add(HARBOUR, harbour().tables())
    assert (new, len(faults)) == (0, 1)


def test_an_addition_whose_words_are_gone_is_listed(library: Library, tmp_path: Path) -> None:
    fact = _add(library, "events")
    pack = tmp_path / "pack.jsonl"
    export_reviews(library, pack)
    line = json.loads(pack.read_text("utf-8"))
    line["words"] = "x" * len(line["words"])
    line["review_id"] = "other"
    pack.write_text(json.dumps(line), "utf-8")
    with Library(tmp_path / "other.sqlite") as other:
        other.add(HARBOUR, harbour().tables())
        assert import_reviews(other, pack) == (1, [])
        assert [each.fact_id for each in adrift(other)] == [fact]
        assert fact not in _rows(other, "events")


SAID = "We will not accept it"
"""Words between marks in the harbour's article."""


@pytest.mark.parametrize(
    ("words", "kind", "taken", "fragments"),
    [
        ("We will not accept", "direct", "We will not accept", [True]),
        ("“We will not accept it,” Lund told", "direct", "We will not accept it,", [True]),
        ("We will not accept it,” Lund told Harbour News", "mixed", None, [True, False]),
        ("We  will\nnot accept", "indirect", "We will not accept", [False]),
    ],
)
def test_the_words_and_the_kind_of_a_quotation_are_corrected(
    library: Library, words: str, kind: str, taken: str | None, fragments: list[bool]
) -> None:
    quotes = _rows(library, "quotes")
    (fact,) = [key for key, row in quotes.items() if row["kind"] == "direct"]
    correct(library, fact, {"kind": kind, "text": words}, "Ana")
    for _ in range(2):
        row = _rows(library, "quotes")[fact]
        assert row["text"] == (taken or words)
        assert row["kind"] == kind
        assert [each[2] for each in row["fragments"]] == fragments
        assert HARBOUR.text[row["start"] : row["end"]] == row["text"]
        verify_tables(queries.whole(library, Filter()))
        library.replace(HARBOUR, harbour().tables())
    assert reading_of(library, fact).machine["text"] == "We will not accept it,"


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"text": "We shall not accept it"}, "do not stand"),
        ({"text": "told Harbour News"}, "quotation marks"),
        ({"text": "will not accept"}, "quotation marks"),
        ({"text": " "}, "No words"),
        ({"kind": "unsettled"}, "cannot be chosen"),
    ],
)
def test_words_that_are_not_the_articles_are_refused(
    library: Library, values: dict[str, str | None], told: str
) -> None:
    (fact,) = [key for key, row in _rows(library, "quotes").items() if row["kind"] == "direct"]
    with pytest.raises(ReviewError, match=told):
        correct(library, fact, values, "Ana")
    paraphrase = next(k for k, row in _rows(library, "quotes").items() if row["kind"] == "indirect")
    with pytest.raises(ReviewError, match="quotation marks"):
        correct(library, paraphrase, {"kind": "direct"}, "Ana")


@pytest.mark.parametrize("record", ["events", "relations"])
def test_who_claims_an_added_fact_is_said(library: Library, record: Any) -> None:
    fact = _add(library, record, attributed_to="person:ida-lund")
    row = _rows(library, record)[fact]
    assert (row["standing"], row["attributed_to_name"]) == ("attributed", "Ida Lund")
    correct(library, fact, {"attributed_to": "The harbour master"}, "Ben")
    assert _rows(library, record)[fact]["attributed_to_name"] == "The harbour master"
    correct(library, fact, {"attributed_to": None}, "Ben")
    row = _rows(library, record)[fact]
    assert row["standing"] == "asserted", "the article says it itself"
    undo(library, fact, "Ben")
    assert _rows(library, record)[fact]["standing"] == "attributed"


def test_who_claims_what_the_program_read_can_be_corrected(library: Library) -> None:
    row = queries.relations(library, Filter()).iloc[0]
    fact = str(row["relation_id"])
    correct(library, fact, {"attributed_to": "person:ida-lund"}, "Ben")
    now = _rows(library, "relations")[fact]
    assert (now["standing"], now["attributed_to_name"]) == ("attributed", "Ida Lund")
    undo(library, fact, "Ben")
    assert _rows(library, "relations")[fact]["standing"] == row["standing"]
