"""The outline: the usual slides, and what a presenter's plan makes of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefing.brief import Brief, Limits, Request, make_brief
from briefing.deck import Choice, ListBody, Outline, Plan, TitleBody, outline, slides
from briefing.deck.fit import fits
from briefing.deck.show import MapLook, draw, evidence, make_show, picture_spaces
from briefing.library import Filter, Library

MADE = date(2031, 5, 4)


@pytest.fixture
def brief(library: Library) -> Brief:
    return make_brief(library, Request(made=MADE))


def _keys(found: Outline) -> list[str]:
    return [entry.key for entry in found.entries]


def test_the_usual_order_begins_with_the_title_and_ends_with_the_sources(brief: Brief) -> None:
    kinds = list(dict.fromkeys(slide.kind for slide in slides(brief)))
    order = ["title", "bottom-line", "quotation", "coming-up", "timeline", "map", "relation"]
    assert [kind for kind in order if kind in kinds] == kinds[
        : len(kinds) - 1 - ("claims" in kinds)
    ]
    assert kinds[-1] == "sources"
    last = slides(brief)[-1].body
    assert isinstance(last, ListBody)
    assert last.lines[-1].words == brief.verified


def test_every_slide_fits_and_goes_by_a_name_of_its_own(brief: Brief) -> None:
    found = slides(brief)
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
    for slide in slides(brief):
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
    assert "worked out: three days after 2 May 2031" in slide.body.lines[0].note
    assert slide.body.lines[1].words == "1 of 3 dates, the nearest first."


def test_drawings_come_in_the_themes_that_were_asked_for(brief: Brief) -> None:
    drawings = draw(
        brief, picture_spaces(slides(brief)), MapLook(organisations=True), themes=("dark",)
    )
    assert set(drawings) == {
        slide.name for slide in slides(brief) if slide.kind in ("map", "timeline")
    }
    for drawing in drawings.values():
        assert list(drawing.svg) == ["dark"]
        assert drawing.svg["dark"].startswith("<svg")
        assert drawing.alt


def test_the_sources_are_those_that_stand_on_slides(brief: Brief) -> None:
    keys = [slide.key for slide in slides(brief)]
    only = next(slide for slide in slides(brief) if slide.kind == "quotation")
    plan = Plan(
        tuple(Choice(key, shown=key in (only.key, "map", "sources")) for key in dict.fromkeys(keys))
    )
    last = slides(brief, plan)[-1].body
    assert isinstance(last, ListBody)
    assert [line.lead for line in last.lines] == [f"{only.evidence[0].number}", ""]
    further = len(brief.sources) - 1
    assert further == 1
    assert "1 further article behind the map and the timeline" in last.lines[-1].note
