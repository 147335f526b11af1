"""Words by which a title in title case is read as a sentence: headlines.toml and two others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from briefing.reference.files import toml
from briefing.reference.forms import forms_of
from briefing.reference.reporting import quoting
from briefing.reference.spelling import british, spellings
from briefing.reference.verbs import verbs

_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class HeadlineWords:
    """Words in lower case.

    Attributes:
        small: Prepositions, conjunctions, the article.
        before_base: After these a verb stands in its base form.
        base: Verbs that say or do something to somebody, base form.
        inflected: Their other forms: "warns", "warning", "warned".
    """

    small: frozenset[str]
    before_base: frozenset[str]
    base: frozenset[str]
    inflected: frozenset[str]


@cache
def headline_words() -> HeadlineWords:
    """Load the words once."""
    words = toml("headlines.toml")
    lemmas = {lemma for part, lemma in verbs().entries if part == "verb"}
    lemmas |= {lemma.split()[0] for lemma in quoting().verbs}
    base = frozenset(
        spelled
        for lemma in lemmas
        if len(lemma) >= _SHORTEST and lemma.isalpha()
        for spelled in spellings(british(lemma))
    )
    inflected = frozenset(form for lemma in base for form in forms_of(lemma).inflected)
    return HeadlineWords(
        frozenset(words["small_words"]), frozenset(words["before_base_form"]), base, inflected
    )
