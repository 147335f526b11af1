"""Possible readings on the pages: apart, under their number, each with its reason and its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from briefing.library import Library, schema, tallies
from briefing.library.store import library_path
from tests.pages.conftest import OpenPage
from tests.pages.sample import NEWS, news_facts
from tests.pages.test_relations import plain, texts

LOW = {"certainty": "low", "certainty_reason": "The verb is ambiguous: “entered” *now*."}


@dataclass(frozen=True)
class Change:
    """What stands in the library otherwise than the sample has it."""

    table: sa.Table
    key: str
    values: dict[str, Any]


RELATION = Change(schema.relations, news_facts()["denied"], LOW)
EVENT = Change(schema.events, news_facts()["event"], LOW)


def change(made: Change) -> None:
    key = made.table.c[schema.FACT_KEYS[made.table.name]]
    with Library(library_path()) as library, library.writing() as connection:
        connection.execute(made.table.update().where(key == made.key).values(made.values))
        tallies.refresh(
            connection, list(connection.scalars(sa.select(schema.articles.c.article_id)))
        )
        version = schema.state.c.name == "version"
        connection.execute(
            schema.state.update().where(version).values(value=schema.state.c.value + 1)
        )


def waiting(app: AppTest) -> list[str]:
    return [item.label for item in app.expander if item.label.startswith("Possible")]


def captions(app: AppTest) -> str:
    return plain("\n".join(item.value for item in app.caption))


@pytest.mark.parametrize(
    ("page", "made"),
    [("relations", RELATION), ("timeline", EVENT), ("article", RELATION), ("article", EVENT)],
    ids=["relations", "timeline", "article, relation", "article, event"],
)
def test_possible_readings_wait_under_their_number_with_their_reason(
    open_page: OpenPage, page: str, made: Change
) -> None:
    assert waiting(open_page(page)) == []
    change(made)
    app = open_page(page, **({"open": NEWS.article_id} if page == "article" else {}))
    assert waiting(app) == ["Possible readings (1)"]
    assert plain(LOW["certainty_reason"]) in captions(app)


def test_a_possible_relation_is_not_among_the_others(open_page: OpenPage) -> None:
    change(RELATION)
    app = open_page("relations", view="Table")
    assert app.dataframe[0].value["Id"].tolist() == [news_facts()["relation"]]


def test_only_possible_relations_are_still_to_be_seen(open_page: OpenPage) -> None:
    for key in ("relation", "denied"):
        change(Change(schema.relations, news_facts()[key], LOW))
    app = open_page("relations")
    assert plain(app.title[0].value) == "No relations found"
    assert waiting(app) == ["Possible readings (2)"]


def test_the_evidence_says_how_sure_it_is_and_why(open_page: OpenPage) -> None:
    shown = texts(open_page("relations"))
    assert "High certainty" in shown
    assert "Both are named in the clause." in shown


def test_what_only_the_trained_reader_read_says_so(open_page: OpenPage) -> None:
    said = "Read by the trained reader, not by the grammar rules."
    assert said not in captions(open_page("relations"))
    change(Change(schema.relations, news_facts()["relation"], {"basis": "reader"}))
    assert said in captions(open_page("relations"))
