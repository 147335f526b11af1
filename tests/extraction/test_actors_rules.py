"""Rules of actors/: each applies to the sentence it is for, and not to the one it is not for."""

from __future__ import annotations

import pytest

from briefing.extraction.actors import lookalikes, organisations
from briefing.extraction.rules import Rule, counting
from tests.conftest import ReadText

RULES = (*lookalikes.RULES, *organisations.RULES)


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_a_rule_applies_to_its_example_alone(read_text: ReadText, rule: Rule[..., object]) -> None:
    with counting() as applied:
        read_text(rule.example)
    assert applied[rule.name]
    with counting() as applied:
        read_text(rule.counter_example)
    assert not applied[rule.name]
