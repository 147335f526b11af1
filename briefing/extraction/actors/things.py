"""Does a place's or a people's name, with the words around it, name a thing: "Spanish flu"?"""

from __future__ import annotations

import re

from briefing.reference.ambiguous import ambiguous
from briefing.reference.name_words import ends_an_illness

_NEXT = re.compile(r"(?:\s|-)(\w+)")
_FURTHER = re.compile(r"(?:\s|-)[a-zA-Z]+(?:\s|-)([a-z]+)")
_JOINT = re.compile(r"[\s-]")


def names_a_thing(text: str, end: int) -> bool:
    """Tell whether the words after a name make an illness or a language of it.

    "Spanish flu", "West Nile virus", "Japanese B encephalitis"; "Russian speakers",
    "Arabic-speaking".
    """
    following = _NEXT.match(text, end)
    if following is None:
        return False
    word = following[1]
    if word in ambiguous().language_words or ends_an_illness(word):
        return True
    further = _FURTHER.match(text, end)
    return further is not None and ends_an_illness(further[1])


def in_set_phrase(text: str, start: int, end: int) -> bool:
    """Tell whether a name is part of a set phrase that means neither: "Russian roulette"."""
    name = text[start:end].lower()
    for singular in (name, name.removesuffix("s")):
        for before, after in ambiguous().set_phrases.get(singular, ()):
            begin = start - len(before)
            stop = end + len(after)
            if begin < 0 or _JOINT.sub(" ", text[begin:start].lower()) != before:
                continue
            rest = text[stop : stop + 2].removeprefix("s") if after else text[stop : stop + 1]
            whole = not (begin and text[begin - 1].isalnum()) and not rest[:1].isalnum()
            if whole and _JOINT.sub(" ", text[end:stop].lower()) == after:
                return True
    return False
