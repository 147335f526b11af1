"""Finds names of people, and the words that tell who they are, in any text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from briefing.library.functions import PLAIN_LETTERS

Span = tuple[int, int]
Value = TypeVar("Value")

PARTICIPANT = "a participant"
"""What a speaker under the rule is called."""

_LIKE_LETTERS = str.maketrans(
    {
        **PLAIN_LETTERS,
        **{letter.upper(): plain.capitalize() for letter, plain in PLAIN_LETTERS.items()},
        "ß": "ss",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        **dict.fromkeys("‐‑‒–—", "-"),
    }
)

_PARTICLES = """
a abu al an and bin bint da das de del della den der di do dos du el ibn ii iii iv jr la le lo
mac mc of san sr st the und van vom von y zu zum zur
baron baroness count countess dame dr hon king lady lord madam miss mr mrs ms mx president
prince princess prof professor queen rev reverend sheikh sir
"""
_NO_NAMES = frozenset(_PARTICLES.split())
"""Words in a name that tell nobody apart."""

_ENGLISH = """
april art august bank banks bill bird bishop black brown bush case cash chase christian
cook day dean duke earl ernest faith field fish fox frank good grace grant gray green hill
hope hunt june king lake lamb law little long love major mark marsh may miles minor moon
noble page park parks penny pope post power price reading rice rich rose sharp short stone
sue summer swift walker white will wise wolf wood woods young
"""
_WORDS_TOO = frozenset(_ENGLISH.split())
"""Names that are English words too: where they have no capital, they are these."""

_MONTHS = frozenset(("april", "august", "june", "may"))
_LONG = 4
"""So many letters of a name are known in any case, in forms of it and inside other words."""

_FORMS = r"(?:s|ian|ians|ism|ist|ists|ite|ites|esque|mania|nomics)?"
_TITLES = """
mr mrs ms miss mx dr sir dame lord lady prof professor rev hon president minister chancellor
premier ambassador secretary senator general colonel king queen prince princess pope sheikh judge
chairman chairwoman governor mayor
"""
_FIRST = "the a an former ex then late acting prime foreign vice deputy"
_JOINED = "von van der den de del della di da dos du la le el al bin ibn abu"
_WORDS_BEFORE = "|".join(f"{_TITLES} {_FIRST} {_JOINED}".split())
_BEFORE = re.compile(
    rf"(?:\b(?:{_WORDS_BEFORE})\b\.?[\s-]+|\b(?-i:[A-Z])\.[\s-]*)+$", re.IGNORECASE
)
_ARTICLES = frozenset(("a", "an", "and", "of", "the"))
_BETWEEN = re.compile(
    rf"[\s,'()-]{{0,3}}(?:(?:[A-Z]\.?|{'|'.join(sorted(_NO_NAMES - _ARTICLES))})"
    r"[\s.'-]+)*",
    re.IGNORECASE,
)
_NOT_PLAIN = re.compile(r"[@#_/\\\d]|\w\.\w|[a-z][A-Z]")


class Names:
    """Names of people, and other words that tell who somebody is.

    Args:
        names: Names in full, or as they were written: each word of them counts by itself.
        phrases: Other words; these count as a whole, in any case.
    """

    def __init__(self, names: Iterable[str], phrases: Iterable[str] = ()) -> None:
        words = {word for name in names for word in _words_of(name)}
        self._long = {word.casefold() for word in words if len(word) >= _LONG}
        inside = sorted(self._long - _WORDS_TOO, key=len, reverse=True)
        self._inside = re.compile("|".join(map(re.escape, inside)), re.IGNORECASE)
        self._any = bool(inside)
        any_case = [rf"{re.escape(each)}{_FORMS}" for each in inside]
        capital = [
            re.escape(form)
            for word in sorted(words)
            if word.casefold() not in self._long or word.casefold() in _WORDS_TOO
            for form in dict.fromkeys((word[:1].upper() + word[1:], word.upper()))
        ]
        whole = [_joined(name) for name in names]
        said = [_loose(phrase) for phrase in phrases if phrase.strip()]
        ways = [f"(?i:{each})" for each in (*filter(None, whole), *said, *any_case)] + capital
        self._pattern = re.compile(rf"(?<![^\W_])(?:{'|'.join(ways)})(?![^\W_])") if ways else None

    def __bool__(self) -> bool:
        return self._pattern is not None

    def spans(self, text: str) -> list[Span]:
        """Return where a text has any of them, in order; what stands side by side is one."""
        if self._pattern is None:
            return []
        folded, places = _folded(text)
        found = [
            match.span()
            for match in self._pattern.finditer(folded)
            if not _is_a_date(folded, match)
        ]
        if self._any:
            for token in re.finditer(r"\S+", folded):
                bare = token[0].strip(".,;:!?()[]\"'“”«»…-")
                if _NOT_PLAIN.search(bare) and self._inside.search(bare):
                    start = token.start() + token[0].index(bare)
                    found.append((start, start + len(bare)))
        return joined_up(text, [(places[start], _end(places, end)) for start, end in found])

    def are_in(self, text: str) -> bool:
        """Say whether a text has any of them."""
        return bool(self.spans(text))

    def without(self, text: str) -> str:
        """Return a text in which each is “a participant”."""
        parts, last = [], 0
        for start, end in self.spans(text):
            parts += [text[last:start], participant(text, start)]
            last = end
        return "".join([*parts, text[last:]]) if parts else text

    def out_of(self, value: Value) -> Value:
        """Return a value, such as a data class or what JSON holds, with all its texts without them.

        A text that is an address goes altogether.
        """
        made: Any = value
        if isinstance(value, str):
            made = "" if "://" in value and self.are_in(value) else self.without(value)
        elif isinstance(value, dict):
            made = {self.out_of(key): self.out_of(each) for key, each in value.items()}
        elif isinstance(value, list | tuple):
            made = type(value)(map(self.out_of, value))
        elif is_dataclass(value) and not isinstance(value, type):
            held = {each.name: getattr(value, each.name) for each in fields(value) if each.init}
            changed = {name: self.out_of(each) for name, each in held.items()}
            other = {name: each for name, each in changed.items() if each != held[name]}
            made = replace(value, **other) if other else value
        return cast("Value", made)


def participant(text: str, start: int) -> str:
    """Return how somebody under the rule is called at a place of a text."""
    before = text[:start].rstrip(" \t\"'“”‘’«(")
    opens = not before or before[-1] in ".!?\n"
    return PARTICIPANT.capitalize() if opens and text[start : start + 1] != "@" else PARTICIPANT


def joined_up(text: str, spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, one where they touch, with the honorific or article before each."""
    found: list[Span] = []
    for start, end in sorted(spans):
        before = _BEFORE.search(text[max(0, start - 60) : start])
        if before is not None:
            start -= len(before[0])
        if found and (start <= found[-1][1] or _is_between(text[found[-1][1] : start])):
            found[-1] = min(found[-1][0], start), max(found[-1][1], end)
        else:
            found.append((start, end))
    return found


def _is_between(words: str) -> bool:
    return "\n" not in words and _BETWEEN.fullmatch(words) is not None


def _words_of(name: str) -> Iterator[str]:
    folded, _ = _folded(name)
    for word in re.findall(r"[^\W_]+", folded.replace("'s ", " ")):
        if len(word) > 1 and word.casefold() not in _NO_NAMES and not word.isdigit():
            yield word


def _joined(name: str) -> str:
    """Return the pattern of a whole name, however its words are written together."""
    words = list(_words_of(name))
    return r"[\s.'_-]*".join(map(re.escape, words)) if len(words) > 1 else ""


def _loose(phrase: str) -> str:
    folded, _ = _folded(" ".join(phrase.split()))
    return r"[\s-]+".join(re.escape(word) for word in re.split(r"[\s-]+", folded) if word)


def _is_a_date(text: str, match: re.Match[str]) -> bool:
    """Say whether a name that is a month too stands for the month: beside a number."""
    if match[0].casefold() not in _MONTHS:
        return False
    if re.match(r"\.?,?\s+\d", text[match.end() :]):
        return True
    before = text[: match.start()]
    return re.search(r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?$", before) is not None


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """Return a text without accents and signs that are not seen, and each letter's place in it."""
    if text.isascii():
        return text, range(len(text))
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        plain = letter.translate(_LIKE_LETTERS)
        for part in unicodedata.normalize("NFKD", plain):
            if not unicodedata.combining(part) and unicodedata.category(part) != "Cf":
                letters.append(part)
                places.append(place)
    return "".join(letters), places


def _end(places: Sequence[int], end: int) -> int:
    return places[end - 1] + 1


def moved(spans: Sequence[Span], lengths: Sequence[int], place: int, *, end: bool = False) -> int:
    """Return where a place of a text is, once spans of it were put in another form.

    Args:
        spans: The spans of the text as it was.
        lengths: How long each is now.
        place: A place in the text as it was.
        end: Whether something ends there, so that a span that it lies in is whole in it.
    """
    shift = 0
    at = bisect_left([start for start, _ in spans], place)
    for (start, last), length in zip(spans[:at], lengths, strict=False):
        if place < last or (end and place <= last):
            return start + shift + (length if end else 0)
        shift += length - (last - start)
    return place + shift
