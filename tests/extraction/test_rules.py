"""Rules of reading: each applies in its own sentence, and not in its counter-sentence."""

from __future__ import annotations

from collections import Counter

import pytest

from briefing.extraction.rules import Rule, all_rules, counting, without
from briefing.extraction.standing.engine import standing_of
from tests.conftest import ReadText

RULES = all_rules()


def applied(read_text: ReadText, text: str) -> set[str]:
    """Return the rules that apply while a text is read, and the standing of each of its words."""
    with counting() as counter:
        for token in read_text(text, published="2025-03-14"):
            standing_of(token)
    return set(counter)


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.name)
def test_rule_applies_in_its_sentence_and_not_in_the_other(
    read_text: ReadText, one: Rule[..., object]
) -> None:
    assert one.name in applied(read_text, one.example)
    assert one.name not in applied(read_text, one.counter_example)


def test_rules_have_names_of_their_own_and_say_what_they_do() -> None:
    assert [name for name, times in Counter(one.name for one in RULES).items() if times > 1] == []
    assert [one.name for one in RULES if not one.meaning.endswith(".")] == []


def test_rule_switched_off_does_not_apply(read_text: ReadText) -> None:
    one = RULES[0]
    with without(one.name):
        assert one.name not in applied(read_text, one.example)
    assert one.name in applied(read_text, one.example)


def test_rule_that_is_unknown_cannot_be_switched_off() -> None:
    with pytest.raises(KeyError), without("no_such_rule"):
        pass
