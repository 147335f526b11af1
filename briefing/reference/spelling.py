"""One spelling a word: the British one, which every list of words and every lemma is held in."""

from __future__ import annotations

import re
from functools import cache

from briefing.reference.files import toml

_IZE = re.compile(r"(?<=[a-z]{2})(iz|yz)(e|es|ed|ing|er|ers|ation|ations)$")
_BRITISH = {"iz": "is", "yz": "ys"}


@cache
def _words() -> tuple[dict[str, str], frozenset[str]]:
    lists = toml("spelling.toml")
    return dict(lists["american"]), frozenset(lists["always_z"]["words"])


@cache
def british(word: str) -> str:
    """Return a lemma in its British spelling: "emphasize" is "emphasise", "rumor" is "rumour".

    What has one spelling only stays as it is: "seize", "prize", "senator".
    """
    american, always_z = _words()
    if word in american:
        return american[word]
    if word in always_z:
        return word
    return _IZE.sub(lambda found: _BRITISH[found.group(1)] + found.group(2), word)


@cache
def spellings(word: str) -> tuple[str, ...]:
    """Return every spelling of a British lemma, itself first: "emphasise", "emphasize"."""
    american, always_z = _words()
    others = [one for one, other in american.items() if other == word]
    other = re.sub(r"([iy])se$", r"\1ze", word)
    if other != word and other not in always_z and british(other) == word:
        others.append(other)
    return (word, *others)
