"""What a presenter does to a plan: each change makes a new plan of an old one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefing.deck.arrange import OWN
from briefing.deck.build import SHORT
from briefing.deck.plan import Choice, Plan


def moved(plan: Plan, key: str, by: int) -> Plan:
    """Move a slide earlier (-1) or later (1); past the ends it stays where it is."""
    choices = list(plan.choices)
    at = _place(plan, key)
    choices.insert(min(max(at + by, 0), len(choices) - 1), choices.pop(at))
    return replace(plan, choices=tuple(choices))


def shown(plan: Plan, key: str, *, on: bool) -> Plan:
    """Show a slide, or hide it."""
    return _changed(plan, key, shown=on)


def with_lines(plan: Plan, key: str, text: str) -> Plan:
    """Give a slide the presenter's lines, one a line of the text."""
    return _changed(plan, key, own=_lines(text))


def with_notes(plan: Plan, key: str, text: str) -> Plan:
    """Give a slide the presenter's notes, a paragraph a line of the text."""
    return _changed(plan, key, notes=_lines(text))


def with_heading(plan: Plan, key: str, heading: str) -> Plan:
    """Give the presenter's own slide a heading."""
    return _changed(plan, key, heading=" ".join(heading.split()))


def added(plan: Plan, key: str, after: str) -> Plan:
    """Add a slide that is offered after another; at the end where that is not there."""
    return _inserted(plan, Choice(key), after)


def with_presenter_slide(plan: Plan, after: str) -> tuple[Plan, str]:
    """Add a slide of the presenter's own after another; return its key too."""
    taken = {choice.key for choice in plan.choices}
    number = 1
    while f"{OWN}{number}" in taken:
        number += 1
    key = f"{OWN}{number}"
    return _inserted(plan, Choice(key, heading="New slide"), after), key


def without_slide(plan: Plan, key: str) -> Plan:
    """Take a slide out of the plan that was added to it."""
    return replace(plan, choices=tuple(each for each in plan.choices if each.key != key))


def in_full(plan: Plan) -> Plan:
    """Show every slide that there is."""
    return replace(plan, full=True)


def in_short(plan: Plan) -> Plan:
    """Show the few slides that say most, and those with words of the presenter."""
    kept = (
        each
        for each in plan.choices
        if each.key in SHORT or each.key.startswith(OWN) or each.own or each.notes
    )
    return Plan(tuple(kept))


def _changed(plan: Plan, key: str, **values: object) -> Plan:
    return replace(plan, choices=_with(plan.choices, key, values))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (" ".join(line.split()) for line in text.splitlines())))


def _with(choices: Iterable[Choice], key: str, values: dict[str, object]) -> tuple[Choice, ...]:
    return tuple(
        replace(choice, **values) if choice.key == key else choice  # type: ignore[arg-type]
        for choice in choices
    )


def _inserted(plan: Plan, choice: Choice, after: str) -> Plan:
    choices = list(plan.choices)
    place = _place(plan, after)
    choices.insert(place + 1, choice)
    return replace(plan, choices=tuple(choices))


def _place(plan: Plan, key: str) -> int:
    keys = [choice.key for choice in plan.choices]
    return keys.index(key) if key in keys else len(keys) - 1
