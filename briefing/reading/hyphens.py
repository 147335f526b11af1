"""Words that are divided at the end of a line: joined, or with the hyphen that is their own."""

from __future__ import annotations

import re
from functools import cache

from briefing.reference import files

_DIVIDED = re.compile(
    r"(?P<first>[^\W\d_]+(?:['’-][^\W\d_]+)*)(?:-|\u00ad|\u2010|\ufffe)[ \t]*\n[ \t]*"
    r"(?P<second>[^\W\d_]+)"
)
_BREAK = re.compile(r"[-\u00ad\u2010\ufffe][ \t]*\n")
_LAST = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*$")
_FIRST = re.compile(r"[^\W\d_]+")


def join_divided(text: str) -> tuple[str, int]:
    """Join the words that are divided at the ends of lines, and count them.

    "Rus-⏎sia" becomes "Russia"; "well-⏎known" keeps its hyphen, as does "pre-⏎ and post-war".
    """
    count = 0
    known: set[str] | None = None
    if not _BREAK.search(text):
        return text, 0

    def replaced(match: re.Match[str]) -> str:
        nonlocal count, known
        first, second = match["first"], match["second"]
        if second in _lists().loose:  # "two- ⏎ or three-day": the first part stands for itself
            return match[0]
        if known is None:
            known = words_of(text)
        count += 1
        return f"{first}-{second}" if _own_hyphen(first, second, known) else f"{first}{second}"

    return _DIVIDED.sub(replaced, text), count


def joined(before: str, after: str, known: set[str]) -> str:
    """Join a line that ends in a divided word, without its hyphen, with the next line.

    `known` are the words of the whole text (`words_of`), which tell how the word is written.
    """
    one, two = _LAST.search(before), _FIRST.match(after)
    if one is None or two is None:
        return f"{before}-{after}"
    if two[0] in _lists().loose:
        return f"{before}- {after}"
    own = _own_hyphen(one[0], two[0], known)
    return f"{before}{'-' if own else ''}{after}"


def _own_hyphen(first: str, second: str, known: set[str]) -> bool:
    """Say whether a word has a hyphen where it is divided."""
    whole, hyphened = f"{first}{second}".casefold(), f"{first}-{second}".casefold()
    if (hyphened in known) != (whole in known):
        return hyphened in known
    if second[:1].isupper():  # "Anglo-⏎American", "Al-⏎Sisi"
        return True
    last = first.rpartition("-")[2].casefold()
    lists = _lists()
    return last in lists.firsts or second.casefold() in lists.seconds


def words_of(text: str) -> set[str]:
    """Return the words of a text in small letters, those with hyphens whole."""
    return {word.casefold() for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)}


class _Lists:
    def __init__(self) -> None:
        data = files.toml("hyphens.toml")
        self.firsts = frozenset(data["firsts"])
        self.seconds = frozenset(data["seconds"])
        self.loose = frozenset(data["loose"])


@cache
def _lists() -> _Lists:
    return _Lists()
