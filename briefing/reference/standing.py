"""The words that say whether something is told as a fact, a claim, a possibility or a denial."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from briefing.errors import ReferenceDataError
from briefing.reference.files import toml
from briefing.reference.spelling import lemmas

Words = Mapping[str, frozenset[str]]


@cache
def standing_words() -> Mapping[str, Words]:
    """Load data/reference/standing.toml once: `standing_words()["denied"]["verbs"]`.

    Raises:
        ReferenceDataError: The file is missing or one of its lists is no list of words.
    """
    data = toml("standing.toml")
    try:
        return {
            name: {kind: lemmas(words) for kind, words in group.items()}
            for name, group in data.items()
        }
    except (AttributeError, TypeError) as error:
        raise ReferenceDataError(f"standing.toml: {error}.") from error
