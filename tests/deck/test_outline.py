"""The outline: the usual slides, and what a presenter's plan makes of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefing.brief import Brief, Limits, Listed, Request, make_brief
from briefing.deck import Choice, ListBody, Outline, Plan, TitleBody, edit, outline, slides
from briefing.deck.fit import fits
from briefing.deck.show import MapLook, draw, evidence, make_show, picture_spaces
from briefing.deck.slide import quotations_of
from briefing.library import Filter, Library
from briefing.wording.verbatim import Piece

MADE = date(2031, 5, 4)


@pytest.fixture
def brief(library: Library) -> Brief:
    return make_brief(library, Request(made=MADE))


def _keys(found: Outline) -> list[str]:
    return [entry.key for entry in found.entries]


def test_a_deck_is_the_few_slides_that_say_most_each_on_one_screen(brief: Brief) -> None:
    shown = slides(brief)
    order = [
        "title",
        "bottom-line",
        "coming-up",
        "quotations",
        "claims",
        "map",
        "voices",
        "sources",
    ]
    assert [slide.name for slide in shown] == [
        name for name in order if name != "claims" or brief.claims.total
    ]
    last = shown[-1].body
    assert isinstance(last, ListBody)
    assert last.lines[-1].words == brief.verified


def test_all_slides_are_there_on_request_and_the_few_come_back(brief: Brief) -> None:
    few = outline(brief)
    every = outline(brief, edit.in_full(few.plan))
    assert set(_keys(few)) < set(_keys(every))
    kinds = {slide.kind for slide in every.slides}
    assert {"timeline", "events", "relation"} <= kinds
    assert every == outline(brief, Plan(full=True))
    assert outline(brief, edit.in_short(every.plan)) == few


def test_slides_with_words_of_the_presenter_stay_in_a_short_deck(brief: Brief) -> None:
    plan = edit.with_notes(outline(brief, Plan(full=True)).plan, "timeline", "Show the gap.")
    found = outline(brief, edit.in_short(plan))
    assert "timeline" in _keys(found)
    assert "events" not in _keys(found)


def test_usual_slides_that_a_plan_does_not_name_stand_where_they_usually_do(brief: Brief) -> None:
    plan = Plan((Choice("title"), Choice("map"), Choice("own:1", heading="Ask"), Choice("sources")))
    assert _keys(outline(brief, plan)) == [
        "title",
        "bottom-line",
        "coming-up",
        "quotations",
        "map",
        "voices",
        "own:1",
        "sources",
    ]


def test_long_lists_are_cut_to_one_screen_and_counted(brief: Brief) -> None:
    item = (brief.coming_up.items or brief.timeline.items)[0]
    many = replace(brief, coming_up=Listed((item,) * 12, 15))
    (few,) = (slide for slide in slides(many) if slide.kind == "coming-up")
    assert isinstance(few.body, ListBody)
    listed = sum(line.article for line in few.body.lines)
    assert 1 < listed < 12
    assert any(line.words == f"{listed} of 15 dates, nearest first." for line in few.body.lines)
    whole = [s for s in slides(many, Plan(full=True)) if s.kind == "coming-up"]
    assert sum(len(slide.evidence) for slide in whole) == 12


def test_three_quotations_stand_on_one_slide_one_of_each_speaker_first(brief: Brief) -> None:
    said = brief.key_quotations[0]
    names = ("Ana", "Ana", "Ana", "Bo", "Cy")
    key = tuple(
        replace(said, speaker=name, at=replace(said.at, fact_id=f"a.q.{at}"))
        for at, name in enumerate(names)
    )
    every = slides(replace(brief, key_quotations=key), Plan(full=True))
    first = next(slide for slide in every if slide.key == "quotations")
    assert [each.speaker for each in quotations_of(first)] == ["Ana", "Bo", "Cy"]
    rest = next(slide for slide in every if slide.key == "quotations-more")
    assert [each.speaker for each in quotations_of(rest)] == ["Ana", "Ana"]


def test_a_quotation_too_long_to_stand_with_others_gives_way(brief: Brief) -> None:
    said = brief.key_quotations[0]
    long = replace(said, pieces=(Piece("The port stays closed until they answer us. " * 60, True),))
    shown = slides(replace(brief, key_quotations=(long, *brief.key_quotations)))
    (slide,) = (slide for slide in shown if slide.kind == "quotations")
    assert long not in quotations_of(slide)
    alone = [s for s in slides(replace(brief, key_quotations=(long,))) if s.kind == "quotations"]
    assert len(alone) > 1


def test_every_slide_fits_and_goes_by_a_name_of_its_own(brief: Brief) -> None:
    found = slides(brief, Plan(full=True))
    assert all(fits(slide) for slide in found)
    assert len({slide.name for slide in found}) == len(found)


def test_a_plan_orders_and_hides(brief: Brief) -> None:
    plan = Plan((Choice("sources"), Choice("title", shown=False)))
    found = outline(brief, plan)
    assert _keys(found)[:2] == ["sources", "title"]
    assert len(found.entries) == len(outline(brief).entries)
    assert found.slides[0].kind == "sources"
    assert "title" not in {slide.kind for slide in found.slides}


def test_a_plan_of_an_outline_makes_the_same_outline(brief: Brief) -> None:
    found = outline(brief)
    assert outline(brief, found.plan) == found


def test_own_lines_and_own_slides_are_the_presenters(brief: Brief) -> None:
    plan = Plan(
        (
            Choice("own:1", heading=" To  ask ", own=("When does the port open?", "  ")),
            Choice("title", own=("For the minister",)),
        )
    )
    first, second, *_ = slides(brief, plan)
    assert (first.kind, first.heading, first.own) == (
        "own",
        "To ask",
        ("When does the port open?",),
    )
    assert second.own == ("For the minister",)
    assert isinstance(second.body, TitleBody)


def test_other_quotations_and_relations_may_be_added(library: Library) -> None:
    brief = make_brief(library, Request(made=MADE, limits=Limits(key_quotations=1)))
    offered = outline(brief).offered
    assert offered
    found = outline(brief, Plan((Choice(offered[0].key),)))
    assert found.entries[0].slides[0].heading == offered[0].heading
    assert not found.entries[0].usual
    assert offered[0].key not in {slide.key for slide in found.offered}


def test_planned_slides_that_are_gone_are_counted(brief: Brief) -> None:
    found = outline(brief, Plan((Choice("q:gone"), Choice("title"))))
    assert found.gone == 1
    assert _keys(found) == _keys(outline(brief))


def test_a_filter_that_leaves_nothing_says_so_on_one_slide(library: Library) -> None:
    brief = make_brief(library, Request(flt=Filter(words="zeppelin"), made=MADE))
    (only,) = slides(brief)
    assert isinstance(only.body, TitleBody)
    assert only.body.narrowed == "Nothing matches the filter: Words: “zeppelin”"
    assert make_show(brief, (only,), {}).screens[0].evidence == ()


def test_evidence_is_each_sentence_once_with_its_source(brief: Brief) -> None:
    for slide in slides(brief, Plan(full=True)):
        lines = [
            line
            for screen in evidence(slide, brief)
            if isinstance(screen.body, ListBody)
            for line in screen.body.lines
        ]
        said = [line.words for line in lines]
        assert len(set(said)) == len(said)
        assert {at.sentence for at in slide.evidence} == set(said)
        assert all(line.note for line in lines)
        assert all(fits(screen) for screen in evidence(slide, brief))


def test_a_date_that_was_worked_out_shows_its_working(brief: Brief) -> None:
    item = replace(
        brief.coming_up.items[0] if brief.coming_up.items else brief.timeline.items[0],
        basis="computed",
        working="three days after 2 May 2031",
    )
    with_it = replace(brief, coming_up=replace(brief.coming_up, items=(item,), total=3))
    slide = next(slide for slide in slides(with_it) if slide.kind == "coming-up")
    assert isinstance(slide.body, ListBody)
    assert "calculated: three days after 2 May 2031" in slide.body.lines[0].note
    assert slide.body.lines[1].words == "1 of 3 dates, nearest first."


def test_drawings_come_in_the_themes_that_were_asked_for(brief: Brief) -> None:
    every = slides(brief, Plan(full=True))
    drawings = draw(brief, picture_spaces(every), MapLook(organisations=True), themes=("dark",))
    assert set(drawings) == {slide.name for slide in every if slide.kind in ("map", "timeline")}
    for drawing in drawings.values():
        assert list(drawing.svg) == ["dark"]
        assert drawing.svg["dark"].startswith("<svg")
        assert drawing.alt


def test_the_sources_are_those_that_stand_on_slides(brief: Brief) -> None:
    said = brief.key_quotations[0].at
    keys = [slide.key for slide in slides(brief)]
    hidden = (Choice(key, shown=key in ("map", "sources")) for key in keys)
    plan = Plan((Choice(f"q:{said.fact_id}"), *hidden))
    last = slides(brief, plan)[-1].body
    assert isinstance(last, ListBody)
    assert [line.lead for line in last.lines] == [f"{said.number}", ""]
    further = len(brief.sources) - 1
    assert further == 1
    assert "1 further article behind the map and the timeline" in last.lines[-1].note
