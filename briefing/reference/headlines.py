"""Words by which a title in title case is read as a sentence: headlines.toml and two others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from briefing.reference.files import toml
from briefing.reference.reporting import quoting
from briefing.reference.verbs import verbs

_VOWELS = "aeiou"
_HISSING = ("s", "x", "z", "ch", "sh", "o")
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class HeadlineWords:
    """Words in lower case.

    Attributes:
        small: Prepositions, conjunctions, the article.
        before_base: After these a verb stands in its base form.
        base: Verbs that say or do something to somebody, base form.
        inflected: Their other regular forms: "warns", "warning", "warned".
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
    base = frozenset(lemma for lemma in lemmas if len(lemma) >= _SHORTEST and lemma.isalpha())
    inflected = frozenset(form for lemma in base for form in inflections(lemma))
    return HeadlineWords(
        frozenset(words["small_words"]), frozenset(words["before_base_form"]), base, inflected
    )


def inflections(lemma: str) -> tuple[str, str, str]:
    """Return the regular forms of a verb: "deny": "denies", "denying", "denied"."""
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return f"{lemma[:-1]}ies", f"{lemma}ing", f"{lemma[:-1]}ied"
    third = f"{lemma}es" if lemma.endswith(_HISSING) else f"{lemma}s"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return third, f"{lemma[:-1]}ing", f"{lemma}d"
    short = len(lemma) <= 4 and lemma[-1] not in "aeiouwxy" and lemma[-2] in _VOWELS
    stem = lemma + lemma[-1] if short and lemma[-3] not in _VOWELS else lemma
    return third, f"{stem}ing", f"{stem}ed"
