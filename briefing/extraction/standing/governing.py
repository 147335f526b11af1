"""What governing words make of an event: ordered rules, of which the first that applies counts."""

from __future__ import annotations

from briefing.extraction.rules import Rule
from briefing.extraction.standing.ahead import awaited, in_doubt, on_purpose, only_supposed, planned
from briefing.extraction.standing.denying import (
    claim_dismissed,
    cleared_of,
    deed_denied,
    disputed_whether,
)
from briefing.extraction.standing.depending import depending, hung_upon, supposing
from briefing.extraction.standing.effects import Effect, Step
from briefing.extraction.standing.nouns import (
    beyond_doubt,
    hoped_for,
    on_grounds,
    told_by_noun,
    without_evidence,
)
from briefing.extraction.standing.predicates import (
    named_by_subject,
    predicate_of_clause,
    untrue_aside,
)
from briefing.extraction.standing.telling import (
    accused_of,
    claims_to,
    held_by_nobody,
    held_in_document,
    not_said,
    said_to,
    taken_for_fact,
    thought_not,
    told_by_unlisted,
    told_by_verb,
    told_of,
)
from briefing.extraction.standing.undoing import close_to, failed_to, in_place_of, undone

RULES: tuple[Rule[[Step], Effect], ...] = (
    held_by_nobody,
    thought_not,
    not_said,
    disputed_whether,
    untrue_aside,
    predicate_of_clause,
    named_by_subject,
    claim_dismissed,
    deed_denied,
    without_evidence,
    beyond_doubt,
    on_grounds,
    hoped_for,
    told_by_noun,
    cleared_of,
    accused_of,
    told_of,
    taken_for_fact,
    awaited,
    in_place_of,
    close_to,
    failed_to,
    undone,
    said_to,
    claims_to,
    supposing,
    told_by_verb,
    held_in_document,
    in_doubt,
    depending,
    hung_upon,
    planned,
    told_by_unlisted,
    on_purpose,
    only_supposed,
)
"""The first that applies at a step counts."""
