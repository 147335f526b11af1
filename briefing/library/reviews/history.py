"""What holds of a fact after all that people decided on it, and who decided otherwise."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from briefing.library.reviews.decision import Decision, is_correctable


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody whose decision on a fact differs from the one that holds.

    Attributes:
        reviewer: Who.
        verdict: What they decided.
        fields: What they corrected.
        at: When, in UTC, ISO.
    """

    reviewer: str
    verdict: str
    fields: Mapping[str, str | None]
    at: str


@dataclass(frozen=True, slots=True)
class Held:
    """What holds of a fact.

    Attributes:
        verdict: confirmed, corrected, rejected or added; what was added stays so until rejected.
        fields: The corrected values; of what was added those that were corrected since.
        reviewer: Who decided last; of what was added who added it.
        at: When, in UTC, ISO.
        note: Their reason.
        others: Those who decided otherwise.
    """

    verdict: str
    fields: Mapping[str, str | None]
    reviewer: str
    at: str
    note: str | None = None
    others: tuple[Other, ...] = ()


@dataclass(slots=True)
class _Sum:
    verdict: str | None = None
    fields: dict[str, str | None] = field(default_factory=dict)
    last: Decision | None = None
    added: Decision | None = None

    def take(self, decision: Decision) -> None:
        self.last = decision
        self.verdict = decision.verdict
        if decision.verdict == "added":
            self.added = decision
            self.fields = fields_of(decision)
        if decision.verdict == "corrected" and is_correctable(decision.record, decision.field):
            self.fields[decision.field] = decision.value


def fields_of(decision: Decision) -> dict[str, str | None]:
    """Return the fields that a fact was given by the decision that added it."""
    found: dict[str, str | None] = json.loads(decision.value or "{}")
    return found


def in_force(decisions: Sequence[Decision]) -> list[Decision]:
    """Return the decisions that nobody took back, in order.

    A withdrawal takes back the decision it names, also another withdrawal, whose decision then
    stands again.
    """
    taken_back: set[str] = set()
    left: list[Decision] = []
    for decision in reversed(decisions):
        if decision.review_id in taken_back:
            continue
        if decision.verdict == "withdrawn":
            taken_back.add(decision.value or "")
        else:
            left.append(decision)
    return left[::-1]


def held(decisions: Sequence[Decision]) -> Held | None:
    """Return what holds of one fact after the decisions on it, given in order; None for nothing.

    The latest wins, field by field; whoever confirms a corrected fact confirms it as corrected.
    """
    standing = in_force(decisions)
    total = _sum(standing)
    if total.verdict is None or total.last is None:
        return None
    given = fields_of(total.added) if total.added is not None else {}
    fields = {
        name: value
        for name, value in total.fields.items()
        if name not in given or given[name] != value
    }
    verdict, last = total.verdict, total.last
    if verdict != "rejected" and total.added is not None:
        verdict, last = "added", total.added
    elif verdict != "rejected" and fields:
        verdict = "corrected"
    reviewers = dict.fromkeys(decision.reviewer for decision in standing)
    alone = {who: _sum(each for each in standing if each.reviewer == who) for who in reviewers}
    confirmed = _confirmed(standing)
    for who, fields_then in confirmed.items():
        alone[who].fields = fields_then
    others = tuple(
        Other(who, str(theirs.verdict), MappingProxyType(_own(theirs, total)), theirs.last.at)
        for who, theirs in alone.items()
        if theirs.last is not None
        and who != total.last.reviewer
        and (_differs(theirs, total) or confirmed.get(who, total.fields) != total.fields)
    )
    if verdict == "rejected":
        fields = {}
    return Held(verdict, MappingProxyType(fields), last.reviewer, last.at, last.note, others)


def _own(theirs: _Sum, total: _Sum) -> dict[str, str | None]:
    """Return what somebody has in fields; of what was added only where it came out otherwise."""
    if total.added is None:
        return theirs.fields
    return {name: value for name, value in theirs.fields.items() if total.fields[name] != value}


def _sum(decisions: Iterable[Decision]) -> _Sum:
    total = _Sum()
    for decision in decisions:
        total.take(decision)
    return total


def _confirmed(standing: Iterable[Decision]) -> dict[str, dict[str, str | None]]:
    """Return the corrected fields with which each confirmed a fact, of those who did so last."""
    found: dict[str, dict[str, str | None]] = {}
    total = _Sum()
    for decision in standing:
        total.take(decision)
        if decision.verdict == "confirmed":
            found[decision.reviewer] = dict(total.fields)
        else:
            found.pop(decision.reviewer, None)
    return found


def _differs(theirs: _Sum, total: _Sum) -> bool:
    if (theirs.verdict == "rejected") != (total.verdict == "rejected"):
        return True
    return any(total.fields.get(name) != value for name, value in theirs.fields.items())
