"""One spelling a word: the British one, which every list of words and every lemma is held in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from briefing.reference.files import toml

_IZE = re.compile(r"(?<=[a-z]{2})(iz|yz)(e|es|ed|ing|er|ers|ation|ations)$")
_BRITISH = {"iz": "is", "yz": "ys"}


@cache
def _words() -> tuple[dict[str, str], tuple[str, ...]]:
    lists = toml("spelling.toml")
    return lists["american"] | lists["one_lemma"], tuple(lists["always_z"]["stems"])


@cache
def _always_s() -> frozenset[str]:
    return frozenset(toml("spelling.toml")["always_s"]["words"])


@cache
def british(word: str, *, name: bool = False) -> str:
    """Return a lemma in its British spelling: "emphasize" is "emphasise", "rumor" is "rumour".

    What has one spelling only stays as it is: "seize", "prize", "senator".

    Args:
        word: In lower case.
        name: It is part of a name: "Organization" has two spellings, "Schweizer" has one.
    """
    american, always_z = _words()
    if word in american:
        return american[word]
    if word.startswith(always_z) or (name and "ization" not in word):
        return word
    return _IZE.sub(lambda found: _BRITISH[found.group(1)] + found.group(2), word)


def lemmas(words: Iterable[str]) -> frozenset[str]:
    """Return a list's words as lemmas, each of its words in British spelling."""
    return frozenset(" ".join(british(part) for part in word.split()) for word in words)


@cache
def spellings(word: str) -> tuple[str, ...]:
    """Return every spelling of a British lemma, itself first: "emphasise", "emphasize"."""
    american, _ = _words()
    others = [one for one, other in american.items() if other == word]
    other = re.sub(r"([iy])se$", r"\1ze", word)
    if other != word and word not in _always_s() and british(other) == word:
        others.append(other)
    return (word, *others)
