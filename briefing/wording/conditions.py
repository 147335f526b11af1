"""On what a relation depends, in the article's words, so that no “if” is said twice."""

from __future__ import annotations

from briefing.reference.standing import standing_words

_FIRST = 3
"""Among so many words a clause shows that it is one: “but only if”, “on condition that”."""


def condition_words(condition: str) -> str:
    """Say on what something depends: "if it rains", but "depends on: the weather".

    Args:
        condition: A clause that says “if” itself, or the words for a thing.
    """
    words = condition.casefold().split()[:_FIRST]
    conditional = standing_words()["conditional"]
    opening = conditional["marks"] | conditional["participles"] | conditional["nouns"] | {"long"}
    opens = any(word in opening for word in words) or words[:1] in (["had"], ["were"], ["without"])
    return condition if opens else f"depends on: {condition}"
