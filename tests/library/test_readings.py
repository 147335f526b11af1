"""Possible readings: kept, listed by themselves, and nowhere drawn, counted or printed."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefing.brief.make import Request, make_brief
from briefing.library import Filter, Library, queries
from briefing.library.reviews.keeping import decide
from briefing.map.small_map import small_map_of
from briefing.tables import Tables
from tests.library.conftest import HARBOUR, harbour

LOW = {"certainty": "low", "certainty_reason": "The verb is ambiguous: “sent”."}
OF_NORWAY = Filter(countries=("NOR",))


def with_low(tmp_path: Path, number: int | None) -> Library:
    """Make a library of one article: a warning, a denied deed, a meeting; one of them is low."""
    harbour().tables()  # names the entities of the mentions
    rows = copy.deepcopy(harbour().rows)
    facts = [*rows["relations"], *rows["events"]]
    if number is not None:
        facts[number].update(LOW)
    library = Library(tmp_path / "library.sqlite")
    library.add(HARBOUR, Tables.from_rows(rows))
    return library


@pytest.fixture
def low_relation(tmp_path: Path) -> Iterator[Library]:
    with with_low(tmp_path, 1) as library:
        yield library


@pytest.fixture
def low_event(tmp_path: Path) -> Iterator[Library]:
    with with_low(tmp_path, 2) as library:
        yield library


def triggers(library: Library, **more: Any) -> list[str]:
    return list(queries.relations(library, Filter(), **more)["trigger"])


def test_a_possible_relation_waits_in_a_list_of_its_own(low_relation: Library) -> None:
    assert triggers(low_relation) == ["warned"]
    assert triggers(low_relation, readings="possible") == ["sent"]
    assert triggers(low_relation, readings="all") == ["warned", "sent"]


def test_a_possible_event_waits_in_a_list_of_its_own(low_event: Library) -> None:
    assert queries.events(low_event, Filter()).empty
    (waiting,) = queries.events(low_event, Filter(), readings="possible")["certainty_reason"]
    assert waiting == LOW["certainty_reason"]


@pytest.mark.parametrize("flt", [Filter(), OF_NORWAY], ids=["kept", "counted"])
def test_possible_relations_are_not_counted(low_relation: Library, flt: Filter) -> None:
    figures = queries.figures(low_relation, flt)
    assert (figures.conflict, figures.cooperation) == (1, 0)
    assert queries.pairs(low_relation, flt)["relations"].sum() == 1
    assert queries.balance(low_relation, flt)["relations"].tolist() == [1, 1]
    assert queries.articles(low_relation)["relations"].tolist() == [1]


@pytest.mark.parametrize("flt", [Filter(), OF_NORWAY], ids=["kept", "counted"])
def test_possible_events_are_not_counted(low_event: Library, flt: Filter) -> None:
    assert queries.figures(low_event, flt).upcoming == 0
    assert queries.articles(low_event)["events"].tolist() == [0]


@pytest.mark.parametrize(("number", "facts"), [(None, (4, 6)), (0, (3, 5)), (2, (4, 5))])
def test_who_takes_part_counts_certain_facts(
    tmp_path: Path, number: int | None, facts: tuple[int, int]
) -> None:
    with with_low(tmp_path, number) as library:
        options = queries.country_options(library, Filter()).set_index("country")["facts"]
        assert (options["ISL"], options["NOR"]) == facts


def test_possible_relations_are_not_drawn_or_printed(low_relation: Library) -> None:
    assert list(small_map_of(low_relation, Filter()).drawn["trigger"]) == ["warned"]
    brief = make_brief(low_relation, Request(made=date(2023, 4, 20)))
    assert [item.trigger for item in brief.relations.items] == ["warned"]
    assert list(brief.relation_rows["trigger"]) == ["warned"]


def test_possible_events_are_not_printed(low_event: Library) -> None:
    brief = make_brief(low_event, Request(made=date(2023, 4, 20)))
    assert (brief.timeline.items, brief.coming_up.items) == ((), ())


def test_possible_readings_are_in_files_of_rows_with_their_reason(low_relation: Library) -> None:
    found = queries.whole(low_relation, Filter())["relations"].set_index("trigger")
    assert found["certainty"].to_dict() == {"warned": "high", "sent": "low"}
    assert found.loc["sent", "certainty_reason"] == LOW["certainty_reason"]


def test_the_article_marks_no_possible_reading(low_relation: Library) -> None:
    (waiting,) = queries.relations(low_relation, Filter(), readings="possible")["relation_id"]
    for asked in (queries.facts_at, queries.spans):
        assert waiting not in set(asked(low_relation, HARBOUR.article_id)["fact_id"])
    assert queries.fact(low_relation, waiting)["row"]["certainty"] == "low"


@pytest.mark.parametrize(
    ("decided", "shown"),
    [
        ([("confirmed", {})], True),
        ([("corrected", {"field": "quad", "value": "material-cooperation"})], True),
        ([("rejected", {})], False),
        ([("confirmed", {}), ("rejected", {})], False),
        ([("rejected", {}), ("confirmed", {})], True),
    ],
)
def test_a_person_can_take_a_possible_reading_over(
    low_relation: Library, decided: list[tuple[Any, dict[str, str]]], shown: bool
) -> None:
    (waiting,) = queries.relations(low_relation, Filter(), readings="possible")["relation_id"]
    for verdict, more in decided:
        decide(low_relation, waiting, verdict, "Ana", **more)
    assert triggers(low_relation) == (["warned", "sent"] if shown else ["warned"])
    assert triggers(low_relation, readings="possible") == []
