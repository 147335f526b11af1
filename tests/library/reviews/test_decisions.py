"""What a person decides holds in every answer, and can be taken back."""

from __future__ import annotations

import copy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from briefing.article import Article
from briefing.errors import ReviewError
from briefing.library import Filter, Library, queries
from briefing.library.reviews.decision import bounds_of
from briefing.library.reviews.exchange import (
    export_reviews,
    import_reviews,
    read_pack,
    waiting_decisions,
)
from briefing.library.reviews.keeping import adrift, correct, decide, decisions_of, redo, undo
from briefing.library.reviews.reading import reading_of
from briefing.tables import Tables
from tests.library.conftest import CANAL, HARBOUR, canal, harbour


def _id(frame: pd.DataFrame, key: str, **wanted: Any) -> str:
    for name, value in wanted.items():
        frame = frame[frame[name] == value]
    (found,) = frame[key]
    return str(found)


@pytest.fixture
def verbatim(library: Library) -> str:
    return _id(queries.quotes(library, Filter()), "quote_id", kind="direct")


@pytest.fixture
def meeting(library: Library) -> str:
    return _id(queries.events(library, Filter()), "event_id")


@pytest.fixture
def warning(library: Library) -> str:
    return _id(queries.relations(library, Filter()), "relation_id", trigger="warned")


def _tables(library: Library) -> dict[str, list[dict[str, Any]]]:
    return {
        name: sorted(frame.to_dict("records"), key=str)
        for name, frame in queries.whole(library, Filter()).items()
        if name != "reviews"
    }


def test_a_corrected_speaker_is_the_speaker_everywhere(library: Library, verbatim: str) -> None:
    decide(library, verbatim, "corrected", "Ana", field="speaker_id", value="country:ISL")
    row = queries.quotes(library, Filter(speakers=("country:ISL",))).set_index("quote_id")
    assert row.loc[verbatim, "speaker_name"] == "Iceland"
    assert row.loc[verbatim, "speaker_names"] == ("Iceland",)
    theirs = queries.quotes(library, Filter(speakers=("person:ida-lund",)))
    assert verbatim not in set(theirs["quote_id"])
    spoken = queries.speaks(library, Filter()).set_index("name")["quotes"]
    assert spoken.to_dict() == {"Iceland": 2, "Ida Lund": 2}
    assert reading_of(library, verbatim).machine["speaker_id"] == "person:ida-lund"


def test_a_speaker_whom_the_reading_does_not_know_is_added(library: Library, verbatim: str) -> None:
    decide(library, verbatim, "corrected", "Ana", field="speaker_id", value="Jón  Ás")
    row = queries.quotes(library, Filter()).set_index("quote_id").loc[verbatim]
    assert (row["speaker_id"], row["speaker_name"]) == ("person:jon-as", "Jón Ás")
    undo(library, verbatim, "Ana")
    assert "person:ida-lund" in set(queries.quotes(library, Filter())["speaker_id"])


def test_a_quotation_can_be_left_without_a_speaker(library: Library, verbatim: str) -> None:
    decide(library, verbatim, "corrected", "Ana", field="speaker_id", value=None)
    row = queries.quotes(library, Filter()).set_index("quote_id").loc[verbatim]
    assert row["speaker_name"] is None
    assert row["speaker_names"] == ()


def test_a_date_that_staff_give_says_so(library: Library, meeting: str) -> None:
    decide(library, meeting, "corrected", "Ana", field="date", value="2023-06-02")
    row = queries.events(library, Filter(earliest="2023-06-02", latest="2023-06-02")).iloc[0]
    assert (row["earliest"], row["latest"], row["precision"]) == ("2023-06-02",) * 2 + ("day",)
    assert row["basis"] == "given"


def test_a_relation_that_goes_the_other_way(library: Library, warning: str) -> None:
    decide(library, warning, "corrected", "Ana", field="source", value="PAN")
    rows = queries.relations(library, Filter(countries=("PAN",)))
    assert ("PAN", "ISL") in set(zip(rows["source"], rows["target"], strict=True))


def test_what_is_rejected_is_in_no_answer_and_can_come_back(library: Library, warning: str) -> None:
    before = _tables(library)
    decide(library, warning, "rejected", "Ana", note="She praised them.")
    assert warning not in set(queries.relations(library, Filter())["relation_id"])
    assert warning not in set(queries.whole(library, Filter())["involvements"]["fact_id"])
    found = queries.reviewed(library, Filter())
    assert (found.reviewed, found.rejected) == (0, 1)
    assert warning in set(queries.whole(library, Filter())["reviews"]["fact_id"])
    elsewhere = Filter(articles=(CANAL.article_id,))
    assert warning not in set(queries.whole(library, elsewhere)["reviews"]["fact_id"])
    reading = reading_of(library, warning)
    assert reading.now is None
    assert reading.machine["trigger"] == "warned"
    assert reading.held is not None
    assert reading.held.note == "She praised them."
    undo(library, warning, "Ana")
    assert _tables(library) == before


def test_what_the_same_words_say_both_ways_is_decided_once(library: Library) -> None:
    rows = queries.relations(library, Filter())
    there = _id(rows, "relation_id", trigger="signed", source="PAN")
    back = _id(rows, "relation_id", trigger="signed", source="NOR")
    decide(library, there, "rejected", "Ana")
    assert {there, back}.isdisjoint(queries.relations(library, Filter())["relation_id"])
    undo(library, back, "Ana")
    assert {there, back} <= set(queries.relations(library, Filter())["relation_id"])


def test_undo_and_redo_go_step_by_step(library: Library, verbatim: str) -> None:
    for act in ("warns", "demands"):
        decide(library, verbatim, "corrected", "Ana", field="act", value=act)

    def act() -> Any:
        return queries.quotes(library, Filter()).set_index("quote_id").loc[verbatim, "act"]

    seen = [act()]
    for step in (undo, undo, undo, redo, redo, redo, undo):
        step(library, verbatim, "Ana")
        seen.append(act())
    assert seen == ["demands", "warns", "says", "says", "warns", "demands", "demands", "warns"]
    decide(library, verbatim, "corrected", "Ana", field="act", value="urges")
    assert redo(library, verbatim, "Ana") is None
    assert len(decisions_of(library, verbatim)) == 8, "nothing is lost"


def test_two_people_who_differ_are_both_shown(library: Library, verbatim: str) -> None:
    decide(library, verbatim, "corrected", "Ana", field="act", value="warns")
    decide(library, verbatim, "corrected", "Ben", field="act", value="urges")
    held = reading_of(library, verbatim).held
    assert held is not None
    assert (held.reviewer, held.fields) == ("Ben", {"act": "urges"})
    (other,) = held.others
    assert (other.reviewer, other.fields) == ("Ana", {"act": "warns"})
    decide(library, verbatim, "corrected", "Ana", field="act", value="urges")
    held = reading_of(library, verbatim).held
    assert held is not None
    assert held.others == ()


@pytest.mark.parametrize(
    ("verdict", "more"),
    [
        ("corrected", {"field": "act", "value": "sings"}),
        ("corrected", {"field": "text", "value": "other words"}),
        ("corrected", {}),
        ("confirmed", {"field": "act"}),
        ("withdrawn", {}),
    ],
)
def test_what_cannot_be_decided_is_refused(
    library: Library, verbatim: str, verdict: Any, more: dict[str, str]
) -> None:
    with pytest.raises(ReviewError):
        decide(library, verbatim, verdict, "Ana", **more)
    assert decisions_of(library, verbatim) == []


def test_a_decision_needs_a_name_and_a_fact(library: Library, verbatim: str) -> None:
    with pytest.raises(ReviewError, match="name"):
        decide(library, verbatim, "confirmed", "  ")
    for nothing in ("x.q.1-2", "nonsense", "person:nobody"):
        with pytest.raises(ReviewError):
            decide(library, nothing, "confirmed", "Ana")


@pytest.mark.parametrize(
    ("value", "bounds"),
    [
        ("2024", ("2024-01-01", "2024-12-31", "year")),
        ("2024-02", ("2024-02-01", "2024-02-29", "month")),
        ("2024-07-09", ("2024-07-09", "2024-07-09", "day")),
        ("2024-07-09/2024-07-11", ("2024-07-09", "2024-07-11", "interval")),
        ("9 July 2024", None),
        ("2024-13", None),
        ("2024-07-11/2024-07-09", None),
        ("2024/2025/2026", None),
    ],
)
def test_dates_that_staff_write(value: str, bounds: tuple[str, str, str] | None) -> None:
    if bounds is None:
        with pytest.raises(ReviewError):
            bounds_of(value)
    else:
        assert bounds_of(value) == bounds


def _again(library: Library, change: Any) -> None:
    rows = copy.deepcopy(harbour().rows)
    change(rows)
    library.replace(HARBOUR, Tables.from_rows(rows))


def test_decisions_hold_after_another_reading(library: Library, verbatim: str) -> None:
    decide(library, verbatim, "corrected", "Ana", field="act", value="threatens")
    _again(library, lambda rows: None)
    row = queries.quotes(library, Filter()).set_index("quote_id").loc[verbatim]
    assert row["act"] == "threatens"


def test_words_that_are_cut_otherwise_are_the_same_fact(library: Library, verbatim: str) -> None:
    decide(library, verbatim, "corrected", "Ana", field="act", value="threatens")

    def shorter(rows: dict[str, list[dict[str, Any]]]) -> None:
        for name in ("quotes", "fragments", "involvements"):
            for row in rows[name]:
                for key in ("quote_id", "fact_id"):
                    if row.get(key) == verbatim:
                        row[key] = verbatim + "x"
                        if "end" in row:
                            row["end"] -= 1
                        if "text" in row:
                            row["text"] = row["text"][:-1]

    _again(library, shorter)
    row = queries.quotes(library, Filter()).set_index("quote_id").loc[verbatim + "x"]
    assert row["act"] == "threatens"
    assert adrift(library) == []


def test_decisions_on_words_that_are_read_no_more_are_listed(
    library: Library, meeting: str
) -> None:
    decide(library, meeting, "confirmed", "Ana")

    def without(rows: dict[str, list[dict[str, Any]]]) -> None:
        rows["events"].clear()

    _again(library, without)
    assert [each.words for each in adrift(library)] == ["meet in Oslo"]
    _again(library, lambda rows: None)
    assert adrift(library) == []
    assert queries.reviewed(library, Filter()).reviewed == 1


def test_decisions_survive_the_removal_of_their_article(library: Library, verbatim: str) -> None:
    decide(library, verbatim, "rejected", "Ana")
    library.remove(HARBOUR.article_id)
    library.add(HARBOUR, harbour().tables())
    assert verbatim not in set(queries.quotes(library, Filter())["quote_id"])


def test_an_entity_is_corrected_for_the_whole_library(library: Library) -> None:
    decide(library, "person:ida-lund", "corrected", "Ana", field="name", value="Ida Lund-Berg")
    decide(library, "person:ida-lund", "corrected", "Ana", field="country", value="ISL")
    names = set(queries.quotes(library, Filter())["speaker_name"])
    assert "Ida Lund-Berg" in names
    countries = (
        dict(queries.options(library, Filter()).countries.itertuples(index=False))
        if False
        else None
    )
    assert countries is None
    library.remove(CANAL.article_id)
    library.remove(HARBOUR.article_id)
    library.add(CANAL, canal().tables())
    assert set(queries.quotes(library, Filter())["speaker_name"]) == {"Ida Lund-Berg"}
    undo(library, "person:ida-lund", "Ana")
    undo(library, "person:ida-lund", "Ana")
    row = queries.quotes(library, Filter()).iloc[0]
    assert (row["speaker_name"], row["speaker_country"]) == ("Ida Lund", "NOR")


def test_the_details_of_an_article_are_staffs_and_outlast_another_reading(
    library: Library,
) -> None:
    key, told = HARBOUR.article_id, ["The end of the page is missing."]
    library.remove(key)
    library.add(replace(HARBOUR, notes=tuple(told)), harbour().tables())
    decide(library, key, "corrected", "Ana", field="source", value="The Harbour News")
    decide(library, key, "corrected", "Ana", field="url", value="https://harbour.example/fleet")
    for _ in range(2):
        row = library.article(key).row
        assert (row["source"], row["url"]) == (
            "The Harbour News",
            "https://harbour.example/fleet",
        )
        assert reading_of(library, key).machine["source"] == "Harbour News"
        assert list(library.article(key).article.notes) == told
        assert key in set(queries.whole(library, Filter())["reviews"]["fact_id"])
        library.replace(library.article(key).article, harbour().tables())
    with pytest.raises(ReviewError, match="https"):
        decide(library, key, "corrected", "Ana", field="url", value="javascript:alert(1)")
    for _ in range(2):
        undo(library, key, "Ana")
    row = library.article(key).row
    assert (row["source"], row["url"]) == ("Harbour News", None)


def test_a_corrected_title_is_shown_and_the_article_stays_the_one_that_was_read(
    library: Library,
) -> None:
    key = HARBOUR.article_id
    decide(library, key, "corrected", "Ana", field="title", value="Norway and Iceland")
    for _ in range(2):
        assert library.article(key).row["title"] == "Norway and Iceland"
        assert library.article(key).article == HARBOUR
        assert list(queries.titles(library, [key])["title"]) == ["Norway and Iceland"]
        library.replace(library.article(key).article, harbour().tables())
    with pytest.raises(ReviewError, match="Nothing is written"):
        decide(library, key, "corrected", "Ana", field="title", value=" ")
    undo(library, key, "Ana")
    assert library.article(key).row["title"] == HARBOUR.title


def test_two_names_of_one_are_merged_everywhere_and_taken_apart_again(
    library: Library, verbatim: str
) -> None:
    before = _tables(library)
    decide(library, verbatim, "corrected", "Ana", field="speaker_id", value="Lund")
    decide(library, "person:lund", "corrected", "Ana", field="same_as", value="person:ida-lund")
    spoken = queries.speaks(library, Filter()).set_index("name")["quotes"]
    assert spoken.to_dict() == {"Iceland": 1, "Ida Lund": 3}
    assert "person:lund" in set(queries.whole(library, Filter())["reviews"]["fact_id"])
    news = "organisation:harbour-news"
    decide(library, news, "corrected", "Ben", field="same_as", value="person:ida-lund")
    mentioned = queries.mentions(library, Filter(), "person:ida-lund")["text"]
    assert "Harbour News" in set(mentioned)
    library.replace(HARBOUR, harbour().tables())
    assert queries.mentions(library, Filter(), news).empty
    for fact in (news, "person:lund", verbatim):
        undo(library, fact, "Ana")
    library.replace(HARBOUR, harbour().tables())
    after = _tables(library)
    for name in set(before) - {"articles", "entities"}:
        assert after[name] == before[name], name


@pytest.mark.parametrize("value", ["person:ida-lund", "person:nobody", "Ida"])
def test_what_cannot_be_merged_is_refused(library: Library, value: str) -> None:
    with pytest.raises(ReviewError):
        decide(library, "person:ida-lund", "corrected", "Ana", field="same_as", value=value)
    with pytest.raises(ReviewError, match="country"):
        decide(library, "country:NOR", "corrected", "Ana", field="same_as", value="country:ISL")


def test_decisions_go_to_another_library_once(
    library: Library, verbatim: str, warning: str, tmp_path: Path
) -> None:
    decide(library, verbatim, "corrected", "Ana", field="speaker_id", value="Jón Ás")
    decide(library, warning, "rejected", "Ben", note="No")
    undo(library, warning, "Ben")
    correct(library, HARBOUR.article_id, {"title": "Fish"}, "Ana")
    pack = tmp_path / "reviews.jsonl"
    assert export_reviews(library, pack) == 4
    with Library(tmp_path / "other.sqlite") as other:
        assert import_reviews(other, pack) == (4, [])
        other.add(HARBOUR, harbour().tables())
        other.add(CANAL, canal().tables())
        assert _tables(other)["quotes"] == _tables(library)["quotes"]
        assert other.article(HARBOUR.article_id).row["title"] == "Fish"
        assert import_reviews(other, pack) == (0, [])
        assert export_reviews(other, tmp_path / "back.jsonl") == 4
    assert (tmp_path / "back.jsonl").read_bytes() == pack.read_bytes()


@pytest.mark.parametrize(
    "line",
    ["{", "[]", '{"review_id": "x"}', '{"start": 1e999}', '"a"', "{" * 100_000],
)
def test_a_line_that_is_no_review_costs_that_line(
    library: Library, verbatim: str, tmp_path: Path, line: str
) -> None:
    decide(library, verbatim, "confirmed", "Ana")
    pack = tmp_path / "reviews.jsonl"
    export_reviews(library, pack)
    undo(library, verbatim, "Ana")
    pack.write_text(f"{line}\n{pack.read_text('utf-8').replace('Ana', 'Ben')}", "utf-8")
    with Library(tmp_path / "other.sqlite") as other:
        new, (fault,) = import_reviews(other, pack)
    assert new == 1
    assert fault.startswith("Line 1 was left out: ")


def test_a_file_that_is_none_of_reviews_is_refused(library: Library, tmp_path: Path) -> None:
    with pytest.raises(ReviewError, match="cannot be read"):
        import_reviews(library, tmp_path / "missing.jsonl")


def test_articles_keep_their_words(library: Library, verbatim: str) -> None:
    decide(library, verbatim, "corrected", "Ana", field="speaker_id", value="country:ISL")
    article: Article = library.article(HARBOUR.article_id).article
    row = queries.quotes(library, Filter()).set_index("quote_id").loc[verbatim]
    assert article.text[row["start"] : row["end"]] == row["text"]


def test_every_decision_can_be_reached(library: Library) -> None:
    quotes = list(queries.quotes(library, Filter())["quote_id"])
    for fact in quotes:
        decide(library, fact, "rejected", "Ana")
    assert queries.number_decided(library, Filter()) == len(quotes)
    pages = [
        list(queries.decided(library, Filter(), limit=3, offset=before)["fact_id"])
        for before in range(0, len(quotes), 3)
    ]
    assert sorted(fact for page in pages for fact in page) == sorted(quotes)
    (other,) = [key for key in queries.articles(library)["article_id"] if key != HARBOUR.article_id]
    flt = Filter(articles=(other,))
    assert queries.number_decided(library, flt) == len(queries.decided(library, flt))


@pytest.mark.parametrize(
    ("decided", "differ"),
    [
        ([("Ana", "confirmed"), ("Ben", "act")], [("Ana", "confirmed", {})]),
        ([("Ana", "confirmed"), ("Ben", "rejected")], [("Ana", "confirmed", {})]),
        ([("Ben", "act"), ("Ana", "confirmed")], []),
        (
            [("Ana", "kind"), ("Cleo", "confirmed"), ("Ben", "act")],
            [("Cleo", "confirmed", {"kind": "indirect"})],
        ),
        ([("Ana", "confirmed"), ("Ben", "act"), ("Ana", "confirmed")], []),
        ([("Ana", "confirmed"), ("Ben", "confirmed")], []),
    ],
)
def test_who_confirmed_what_another_changed_later_differs(
    library: Library,
    verbatim: str,
    decided: list[tuple[str, Any]],
    differ: list[tuple[str, str, dict[str, str]]],
) -> None:
    values = {"act": "warns", "kind": "indirect"}
    for who, what in decided:
        if what in values:
            correct(library, verbatim, {what: values[what]}, who)
        else:
            decide(library, verbatim, what, who)
    holds = reading_of(library, verbatim).held
    assert holds is not None
    assert [(each.reviewer, each.verdict, each.fields) for each in holds.others] == differ


def _fields(library: Library, fact: str) -> dict[str, str | None]:
    holds = reading_of(library, fact).held
    return dict(holds.fields) if holds is not None else {}


def test_one_undo_takes_back_one_saving_and_one_redo_brings_it_back(
    library: Library, meeting: str
) -> None:
    correct(library, meeting, {"standing": "possible"}, "Ana")
    both = {"title": "Talks", "date": "2023-06"}
    correct(library, meeting, both, "Ana")
    for _ in range(2):
        undo(library, meeting, "Ana")
        assert _fields(library, meeting) == {"standing": "possible"}
        redo(library, meeting, "Ben")
        assert _fields(library, meeting) == {"standing": "possible", **both}
    undo(library, meeting, "Ana")
    undo(library, meeting, "Ana")
    assert _fields(library, meeting) == {}


@pytest.mark.parametrize(
    "ahead", ["2099-01-01T00:00:00.000+00:00", "9999-12-31T23:59:59.999+00:00", "soon"]
)
def test_what_is_decided_here_holds_over_a_clock_that_is_ahead(
    library: Library, verbatim: str, tmp_path: Path, ahead: str
) -> None:
    made = decide(library, verbatim, "rejected", "Ana")
    pack = tmp_path / "reviews.jsonl"
    export_reviews(library, pack)
    pack.write_text(pack.read_text("utf-8").replace(made.at, ahead), "utf-8")
    with Library(tmp_path / "other.sqlite") as other:
        other.add(HARBOUR, harbour().tables())
        import_reviews(other, pack)
        undo(other, verbatim, "Ben")
        assert reading_of(other, verbatim).held is None
        redo(other, verbatim, "Ben")
        decide(other, verbatim, "confirmed", "Ben")
        holds = reading_of(other, verbatim).held
        assert holds is not None
        assert holds.verdict == "confirmed"


def test_undo_reaches_a_fact_that_another_reading_cut_otherwise(
    library: Library, meeting: str
) -> None:
    decide(library, meeting, "rejected", "Ana")

    def longer(rows: dict[str, list[dict[str, Any]]]) -> None:
        for name in ("events", "involvements"):
            for row in rows[name]:
                for key in ("event_id", "fact_id"):
                    if row.get(key) == meeting:
                        row[key] = meeting + "x"

    _again(library, longer)
    assert len(decisions_of(library, meeting + "x")) == 1
    undo(library, meeting + "x", "Ben")
    assert reading_of(library, meeting + "x").held is None


def test_a_relation_with_itself_is_refused(library: Library, warning: str) -> None:
    row = reading_of(library, warning).machine
    with pytest.raises(ReviewError, match="Both sides are the same"):
        correct(library, warning, {"target": row["source"]}, "Ana")
    correct(library, warning, {"source": row["target"], "target": row["source"]}, "Ana")
    with pytest.raises(ReviewError, match="Both sides are the same"):
        correct(library, warning, {"source": row["source"]}, "Ana")


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\v", "\r", "\n", "\x1c"])
def test_a_reason_of_several_lines_goes_to_another_library(
    library: Library, verbatim: str, tmp_path: Path, sign: str
) -> None:
    decide(library, verbatim, "rejected", "Ana", note=f"One.{sign}Two.")
    pack = tmp_path / "reviews.jsonl"
    export_reviews(library, pack)
    with Library(tmp_path / "other.sqlite") as other:
        assert import_reviews(other, pack) == (1, [])
        (made,) = decisions_of(other, verbatim)
        assert made.note == f"One.{sign}Two."


def test_a_pack_says_how_many_wait_for_their_articles(
    library: Library, verbatim: str, tmp_path: Path
) -> None:
    decide(library, verbatim, "rejected", "Ana")
    correct(library, "person:ida-lund", {"name": "I. Lund"}, "Ana")
    pack = tmp_path / "reviews.jsonl"
    export_reviews(library, pack)
    with Library(tmp_path / "other.sqlite") as other:
        assert import_reviews(other, pack) == (2, [])
        assert waiting_decisions(other, read_pack(pack)) == waiting_decisions(other) == 1
        assert [each.words for each in adrift(other)] == ["Ida Lund"]
        other.add(HARBOUR, harbour().tables())
        assert (waiting_decisions(other), adrift(other)) == (0, [])
        assert verbatim not in set(queries.quotes(other, Filter())["quote_id"])


def test_the_filter_goes_by_a_corrected_country(library: Library) -> None:
    def found(code: str) -> int:
        flt = Filter(countries=(code,))
        quotes = queries.quotes(library, flt)
        theirs = quotes[quotes["speaker_id"] == "person:ida-lund"]
        return len(theirs)

    before = _tables(library)
    quotes = queries.quotes(library, Filter())
    number = int((quotes["speaker_id"] == "person:ida-lund").sum())
    correct(library, "person:ida-lund", {"country": "PER"}, "Ana")
    parts = queries.whole(library, Filter())["involvements"]
    theirs = parts[parts["entity_id"] == "person:ida-lund"]
    assert set(theirs["country"]) == {"PER"}
    assert found("PER") == number > 0
    library.replace(HARBOUR, harbour().tables())
    assert found("PER") == number
    undo(library, "person:ida-lund", "Ana")
    assert found("PER") == 0
    assert _tables(library)["involvements"] == before["involvements"]
