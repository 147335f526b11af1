"""A briefing that is kept: chosen facts in their order, the author's words, the frozen copy."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest

from briefing.brief import Brief, Request, make_brief
from briefing.brief.content import Listed
from briefing.brief.frozen import brief_of, frozen_text
from briefing.brief.kept import Kept
from briefing.brief.storage import (
    every_briefing,
    filter_for,
    free_title,
    lock_kept,
    make_kept,
    open_briefing,
    save_kept,
)
from briefing.errors import KeptError
from briefing.library import Filter, Library, briefings, queries
from tests.pages.sample import news_facts

MADE = date(2031, 5, 4)
VISIT = Kept(
    title="Visit to Oslo",
    purpose="Decide whether to raise the fleet",
    meeting="2031-05-06",
    audience="The minister",
    author="A. Desk",
    bottom_line=("Talks will probably continue.",),
    notes=("Ask about the catch.",),
    marking="TLP:GREEN",
)


def _made(library: Library, kept: Kept) -> Brief:
    return make_brief(library, Request(filter_for(library, kept, kept.flt), MADE, kept=kept))


def test_what_is_kept_comes_back_as_it_was(library: Library) -> None:
    kept = replace(VISIT, flt=Filter(countries=("NOR",)), facts=("a", "b"))
    made = make_kept(library, kept)
    found = open_briefing(library, made)
    assert (found.kept, found.number, found.frozen) == (kept, 1, None)
    assert save_kept(library, made, replace(kept, notes=()), 1) == 2
    assert [each.kept.notes for each in every_briefing(library)[0]] == [()]
    assert free_title(library, "Visit to Oslo") == "Visit to Oslo (2)"


def test_a_briefing_of_another_version_is_named_and_costs_no_other(library: Library) -> None:
    make_kept(library, VISIT)
    briefings.make(library, "Of tomorrow", '{"title": 3}')
    opened, unread = every_briefing(library)
    assert [each.kept for each in opened] == [VISIT]
    (sentence,) = unread
    assert "“Of tomorrow”" in sentence
    assert "use that version" in sentence


def test_a_brief_carries_the_words_of_its_author(library: Library) -> None:
    brief = _made(library, VISIT)
    assert (brief.title, brief.marking, brief.own) == ("Visit to Oslo", "TLP:GREEN", VISIT)
    assert brief.bottom_line == (), "the author's stands in the place of the picked sentences"
    assert _made(library, replace(VISIT, bottom_line=())).bottom_line


def test_the_marking_of_a_briefing_is_never_below_its_articles(library: Library) -> None:
    article = news_facts()["quote"].split(".")[0]
    with library.writing() as connection:
        from briefing.library.markings import mark

        mark(connection, [article], "TLP:RED")
    assert _made(library, VISIT).marking == "TLP:RED"


def test_only_the_chosen_facts_are_in_it_and_in_their_order(library: Library) -> None:
    every = queries.quotes(library, Filter())["quote_id"].tolist()
    facts = (*reversed(every), news_facts()["event"])
    brief = _made(library, Kept(title="Visit", facts=facts))
    assert [said.at.fact_id for said in brief.key_quotations] == list(reversed(every))
    assert [said.at.fact_id for said in brief.quotations.items] == list(reversed(every))
    assert [told.at.fact_id for told in brief.timeline.items] == [news_facts()["event"]]
    assert not brief.relations.items
    assert len(brief.relation_rows) == 0
    assert f"Chosen by the author: {len(facts)} facts" in brief.filter_words


def test_chosen_facts_narrow_every_table_and_what_it_rests_on(library: Library) -> None:
    facts = news_facts()
    flt = filter_for(library, Kept(facts=(facts["event"],)), Filter())
    tables = queries.whole(library, flt)
    assert [len(tables[name]) for name in ("articles", "quotes", "events", "relations")] == [
        *(1, 0, 1, 0)
    ]
    assert queries.scope(library, flt).shown == 1
    assert queries.figures(library, flt).quotations == 0


def test_chosen_facts_that_are_gone_are_counted_and_others_stand(library: Library) -> None:
    facts = news_facts()
    gone = facts["event"].rsplit(".", 1)[0] + ".9000-9010"
    brief = _made(library, Kept(title="Visit", facts=(gone, facts["quote"])))
    assert "Chosen by the author: 1 fact; 1 more no longer shown" in brief.filter_words


@pytest.mark.parametrize(("shift", "is_found"), [((0, 4), True), ((0, 90), False)])
def test_a_chosen_fact_is_found_by_its_words_after_another_reading(
    library: Library, shift: tuple[int, int], is_found: bool
) -> None:
    quote = news_facts()["quote"]
    article, letter, span = quote.split(".")
    start, end = (int(at) + more for at, more in zip(span.split("-"), shift, strict=True))
    found = queries.chosen(library, (f"{article}.{letter}.{start}-{end}",))
    assert found.ids == ((quote,) if is_found else ())
    assert found.gone == (not is_found)


def _without_excel(said: Any) -> Any:
    """Return what a briefing says as its frozen copy says it, of which no Excel file is made."""
    return replace(said, in_excel=False) if isinstance(said, Listed) else said


def test_a_locked_briefing_says_what_it_said(library: Library) -> None:
    brief = _made(library, VISIT)
    made = make_kept(library, VISIT)
    lock_kept(library, made, brief, 1)
    with library.writing() as connection:
        connection.exec_driver_sql("DELETE FROM quotes")
    frozen = open_briefing(library, made).frozen
    assert frozen is not None
    names = [name for name in Brief.__slots__ if not name.endswith("_rows") and name != "texts"]
    assert {name: getattr(frozen, name) for name in names} == {
        name: _without_excel(getattr(brief, name)) for name in names
    }
    for name in ("relation_rows", "event_rows", "article_rows"):
        pd.testing.assert_frame_equal(getattr(frozen, name), getattr(brief, name))


def test_the_rows_of_a_full_brief_are_frozen_as_they_were(sample_brief: Brief) -> None:
    again = brief_of(frozen_text(sample_brief))
    for name in ("relation_rows", "event_rows", "article_rows"):
        pd.testing.assert_frame_equal(getattr(again, name), getattr(sample_brief, name))


@pytest.mark.parametrize("text", ["[]", "{}", '{"format": 99}', "no JSON"])
def test_a_frozen_copy_of_another_version_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(KeptError, match="another version"):
        brief_of(text)


def test_any_number_of_facts_can_be_chosen(library: Library) -> None:
    gone = tuple(f"a0.q.{start}-{start + 5}" for start in range(40_000))
    flt = Filter(facts=(*gone, news_facts()["quote"]))
    assert queries.scope(library, flt).shown == 1
    assert queries.marking_of_view(library, flt) == ""
    assert len(queries.whole(library, flt)["quotes"]) == 1
