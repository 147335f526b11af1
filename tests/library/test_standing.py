"""What a quotation holds that its speaker does not plainly claim."""

from __future__ import annotations

from briefing.library import Filter, Library, queries
from tests.library.conftest import HARBOUR, harbour


def test_relations_inside_a_quotation_have_their_standing(library: Library) -> None:
    ids = queries.quotes(library, Filter())["quote_id"].tolist()
    found = queries.standings_within(library, ids)
    assert found["standing"].tolist() == ["denied"]
    row = found.iloc[0]
    assert (row["source_name"], row["target_name"]) == ("Iceland", "Norway")
    assert row["denied_by_name"] == "Iceland"
    assert row["quote_id"].startswith(HARBOUR.article_id)
    assert harbour().rows["relations"]


def test_no_quotation_has_no_standing(library: Library) -> None:
    found = queries.standings_within(library, [])
    assert found.empty
    assert "denied_by_name" in found
