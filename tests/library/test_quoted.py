"""Who is quoted how much, and quotations in the order of their speakers."""

from __future__ import annotations

import pytest

from briefing.article import Article
from briefing.library import Filter, Library, queries
from briefing.tables import Tables
from tests.library.conftest import Rows

DOCK = Article(
    title="Dock",
    title_end=4,
    text="Dock\n\nLund said one. Officials said two. Norway and Iceland said three. officials said "
    "four. Iceland said five. Somebody says six. Iceland said seven.",
    published="2022-01-02",
    published_basis="stated",
)
LATER = Article(
    title="Later",
    title_end=5,
    text="Later\n\nIceland said eight.",
    published="2021-01-02",
    published_basis="stated",
)


def article(made: Article, said: list[tuple[str, str | None, str | None, str]]) -> Tables:
    """Make an article's rows from (words, speaker's id, as written, kind)."""
    rows = Rows(made, [(0, made.title), (1, made.text[len(made.title) + 2 :])])
    for name in ("country:NOR", "country:ISL", "person:ida-lund"):
        rows.mention(made.title, name)
    for words, speaker, written, kind in said:
        rows.quote(words, kind, "says", speaker or "")
        quote, parts = rows.rows["quotes"][-1], rows.rows["involvements"]
        quote["speaker"] = written
        if speaker is None:
            quote["speaker_id"] = None
            parts.pop()
        elif written == "Norway and Iceland":
            rows.involve(quote["quote_id"], ("country:ISL", None, "speaker"))
    return rows.tables()


@pytest.fixture
def dock(empty_library: Library) -> Library:
    said = [
        ("one", "person:ida-lund", "Lund", "direct"),
        ("two", None, "Officials", "indirect"),
        ("three", "country:NOR", "Norway and Iceland", "indirect"),
        ("four", None, "officials", "indirect"),
        ("five", "country:ISL", "Iceland", "direct"),
        ("six", None, None, "indirect"),
        ("seven", "country:ISL", "Iceland", "indirect"),
    ]
    empty_library.add(DOCK, article(DOCK, said))
    empty_library.add(LATER, article(LATER, [("eight", "country:ISL", "Iceland", "indirect")]))
    return empty_library


def words(library: Library, order: str, **more: object) -> list[str]:
    options = {"limit": 20, **more}
    return queries.quotes_in_order(library, Filter(), order=order, **options)["text"].tolist()


def test_who_is_quoted_most_comes_first_and_nobody_named_last(dock: Library) -> None:
    found = queries.quoted(dock, Filter())
    assert [tuple(row) for row in found[["name", "written", "quotes", "verbatim"]].to_numpy()] == [
        ("Iceland", "Iceland", 3, 1),
        (None, "officials", 2, 0),
        ("Iceland and Norway", "Norway and Iceland", 1, 0),
        ("Ida Lund", "Lund", 1, 1),
        (None, None, 1, 0),
    ]


def test_quotations_by_speaker_over_time_and_in_order(dock: Library) -> None:
    by_speaker = ["five", "seven", "eight", "two", "four", "three", "one", "six"]
    assert words(dock, "speaker") == by_speaker
    assert words(dock, "time")[:3] == ["eight", "five", "seven"]
    assert words(dock, "text") == [
        "one", "two", "three", "four", "five", "six", "seven", "eight",
    ]  # fmt: skip
    assert words(dock, "speaker", limit=2, offset=1) == ["seven", "eight"]


@pytest.mark.parametrize("order", ["speaker", "time", "text"])
def test_pages_without_a_filter_are_those_of_all_articles_by_name(
    dock: Library, order: str
) -> None:
    named = Filter(articles=(DOCK.article_id, LATER.article_id))
    every = queries.quotes_in_order(dock, named, order=order, limit=20)
    columns = ["quote_id", "speaker_key"]
    for size in (1, 2, 3, 5):
        pages = [
            queries.quotes_in_order(dock, Filter(), order=order, limit=size, offset=first)[columns]
            for first in range(0, len(every) + size, size)
        ]
        rows = [row for page in pages for row in page.itertuples(index=False, name=None)]
        assert rows == list(every[columns].itertuples(index=False, name=None))


def test_rows_are_those_of_quotes(dock: Library) -> None:
    rows = queries.quotes_in_order(dock, Filter(), order="text", limit=20)
    assert rows.columns[0] == "speaker_key"
    assert rows.columns[1:].tolist() == queries.quotes(dock, Filter()).columns.tolist()
    assert rows["speaker_names"].iloc[2] == ("Norway", "Iceland")


def test_choices_narrow_who_is_quoted(dock: Library) -> None:
    assert queries.quoted(dock, Filter(), ("direct",))["quotes"].tolist() == [1, 1]
    found = queries.quoted(dock, Filter(), speaking=("NOR",))
    assert set(found["name"]) == {"Ida Lund", "Iceland and Norway"}
    assert words(dock, "text", kinds=("direct",)) == ["one", "five"]


def test_counts_of_each_choice(library: Library) -> None:
    counts = queries.quote_counts(library, Filter())
    found = {
        field: dict(zip(rows["value"], rows["quotes"], strict=True))
        for field, rows in counts.groupby("field")
    }
    everything = queries.quotes(library, Filter())
    assert found["kind"] == everything["kind"].value_counts().to_dict()
    assert found["act"] == everything["act"].value_counts().to_dict()
    assert found["speaking"] == everything["speaker_country"].value_counts().to_dict()
    assert found["about"] == everything["about"].explode().value_counts().to_dict()


def test_nobody_is_quoted_in_an_empty_library(empty_library: Library) -> None:
    assert queries.quoted(empty_library, Filter()).empty
    assert queries.quote_counts(empty_library, Filter()).empty
    assert queries.quotes_in_order(empty_library, Filter(), order="speaker", limit=5).empty
