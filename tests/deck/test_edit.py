"""What a presenter does to a plan."""

from __future__ import annotations

import pytest

from briefing.deck import Choice, Plan, edit

PLAN = Plan((Choice("title"), Choice("map"), Choice("sources")))


def _keys(plan: Plan) -> list[str]:
    return [choice.key for choice in plan.choices]


@pytest.mark.parametrize(
    ("key", "by", "order"),
    [
        ("map", -1, ["map", "title", "sources"]),
        ("map", 1, ["title", "sources", "map"]),
        ("title", -1, ["title", "map", "sources"]),
        ("sources", 1, ["title", "map", "sources"]),
    ],
)
def test_a_slide_moves_and_stays_within_the_deck(key: str, by: int, order: list[str]) -> None:
    assert _keys(edit.moved(PLAN, key, by)) == order


def test_lines_are_kept_one_a_line_without_the_empty_ones() -> None:
    plan = edit.with_lines(PLAN, "map", " Ask  first.\n\n\tThen listen.")
    assert plan.choices[1].own == ("Ask first.", "Then listen.")
    assert edit.with_lines(plan, "map", "") == PLAN
    noted = edit.with_notes(PLAN, "map", " Point  at Chile.\n\nPause.")
    assert noted.choices[1].notes == ("Point at Chile.", "Pause.")
    assert noted.choices[1].own == ()


def test_own_slides_get_keys_of_their_own() -> None:
    plan, first = edit.with_presenter_slide(PLAN, "title")
    plan, second = edit.with_presenter_slide(plan, first)
    assert _keys(plan) == ["title", first, second, "map", "sources"]
    assert first != second
    assert edit.without_slide(edit.without_slide(plan, first), second) == PLAN


def test_a_slide_is_hidden_shown_and_added() -> None:
    hidden = edit.shown(PLAN, "map", on=False)
    assert [choice.shown for choice in hidden.choices] == [True, False, True]
    assert edit.shown(hidden, "map", on=True) == PLAN
    assert _keys(edit.added(PLAN, "q:1", "title")) == ["title", "q:1", "map", "sources"]
    assert _keys(edit.added(PLAN, "q:1", "gone")) == ["title", "map", "sources", "q:1"]


def test_only_the_own_slide_gets_the_heading() -> None:
    plan, key = edit.with_presenter_slide(PLAN, "title")
    changed = edit.with_heading(plan, key, "  Line   to take ")
    assert [choice.heading for choice in changed.choices] == ["", "Line to take", "", ""]
