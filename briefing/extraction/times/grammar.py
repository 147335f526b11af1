"""The grammar of time expressions: one pattern over words, one short reader of its groups.

Patterns are regular expressions over the names of word classes (see words.py): `last unit` is
"last week". The longest match wins; of equally long ones, the rule that stands first.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from briefing.extraction.times.calendar import OutOfCalendar
from briefing.extraction.times.readings import Edge, Meaning, Reading
from briefing.extraction.times.words import Words, lexicon, ordinal

_MACROS = {
    "NUM": "(?:(?:small|int|num|scale)(?:hyphen?(?:num|scale))*|year)",
    "NTH": "(?:(?:num hyphen)?ord)",
    "VAGUE": "(?:article?vague of?|heaps of)",
    "AMOUNT": "(?:NUM and article half|small small slash small|NUM|VAGUE|article scale|"
    "article? half article?|article)",
    "ABOUT": "(?:about|more than|at least|no more than)",
    "UNIT": "(?:unit|units)",
    "CALENDAR": "(?:calendar|whole)",
    "MONTH": "(?:month|mon stop?)",
    "DAY": "(?:weekday|wday stop?)",
    "YEAR": "(?:year|apos small)",
    "EDGE": "(?:(?:early|late|middle)hyphen?)",
    "REL": "(?:last|past|next|following|this|that)",
}
_NAME = re.compile(r"\(\?P<\w+>|\(\?P=\w+\)|[a-z_]{2,}")


@dataclass(frozen=True, slots=True)
class Hit:
    """A match of a rule: its words by group."""

    words: Words
    match: re.Match[str]
    rule: str
    priority: int

    def has(self, group: str) -> bool:
        """Say whether the rule has the group and it took part."""
        return group in self.match.re.groupindex and self.match[group] is not None

    def many(self, group: str) -> list[str]:
        """Return the group's words in lower case; none when it took no part."""
        if not self.has(group):
            return []
        start, end = self.match.span(group)
        return self.words.lower[start:end]

    @property
    def all(self) -> list[str]:
        """The words of the match in lower case."""
        start, end = self.match.span()
        return self.words.lower[start:end]

    def one(self, group: str) -> str:
        """Return the group's last word in lower case, or an empty string."""
        words = [word for word in self.many(group) if word not in ".,-"]
        return words[-1] if words else ""

    def sign_of(self, group: str) -> str:
        """Return the name of the class of the group's last word."""
        return _names()[self.match[group][-1]] if self.has(group) else ""

    def class_of(self, word: str) -> str:
        """Return the name of the class of a word, or an empty string."""
        return _names().get(lexicon().signs.get(word, ""), "")

    def starts_sentence(self) -> bool:
        """Say whether the match stands first in its sentence or paragraph."""
        return self.before() in ("", ".", "!", "?", '"', "'", ":") or self.before()[0] == "\n"

    def spaced_before(self) -> bool:
        """Say whether a space stands before the match: a dash and not a hyphen."""
        index = self.match.start()
        return index > 0 and self.words.ends[index - 1] < self.words.starts[index]

    def before(self, count: int = 1) -> str:
        """Return the word that stands `count` words before the match, in lower case."""
        index = self.match.start() - count
        return self.words.lower[index] if index >= 0 else ""

    def after(self, count: int = 1) -> str:
        """Return the word that stands `count` words after the match, in lower case."""
        index = self.match.end() + count - 1
        return self.words.lower[index] if index < len(self.words.lower) else ""

    @property
    def first(self) -> str:
        """The first word as written."""
        index = self.match.start()
        return self.words.text[self.words.starts[index] : self.words.ends[index]]

    def reading(
        self, meaning: Meaning, *, clock: str = "", edge: Edge = "", group: str | int = 0
    ) -> Reading:
        """Make the reading of the match, or of one group of it."""
        start, end = self.match.span(group)
        return Reading(
            start=self.words.starts[start],
            end=self.words.ends[end - 1],
            meaning=meaning,
            clock=clock,
            edge=edge,
            rule=self.rule,
            priority=self.priority,
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over the signs of words, and the function that reads a match."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[[Hit], tuple[Reading, ...]]


@cache
def _names() -> dict[str, str]:
    return {sign: name for name, sign in lexicon().names.items()}


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern over class names to one over their signs."""
    for _ in range(3):  # macros stand in macros
        for macro, meaning in _MACROS.items():
            pattern = re.sub(rf"\b{macro}\b", meaning, pattern)
    names = lexicon().names

    def sign(match: re.Match[str]) -> str:
        word = match.group()
        return word if word.startswith("(?") else names[word]

    return re.compile(_NAME.sub(sign, pattern).replace(" ", ""))


def readings(words: Words, rules: tuple[Rule, ...], heads: re.Pattern[str]) -> list[Reading]:
    """Return the expressions of a text in order, none overlapping another."""
    found: list[Reading] = []
    for start, end in _windows(words.signs, heads):
        found += _read(words, rules, start, end)
    return merged(found)


def merged(*several: list[Reading]) -> list[Reading]:
    """Return readings in order, of overlapping ones the longest, then the first rule's."""
    found = [reading for readings_ in several for reading in readings_]
    found.sort(key=lambda reading: (reading.start - reading.end, reading.priority))
    taken: list[Reading] = []
    for reading in found:
        place = bisect_right(taken, reading.start, key=lambda other: other.start)
        before = taken[place - 1].end if place else 0
        after = taken[place].start if place < len(taken) else reading.end
        if before <= reading.start and reading.end <= after:
            taken.insert(place, reading)
    return taken


def _windows(signs: str, heads: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield the stretches around words of time that are worth searching."""
    open_start, open_end = -1, -1
    for match in heads.finditer(signs):
        start, end = max(0, match.start() - 8), min(len(signs), match.end() + 8)
        if open_end >= 0 and start <= open_end:
            open_end = end
            continue
        if open_end >= 0:
            yield open_start, open_end
        open_start, open_end = start, end
    if open_end >= 0:
        yield open_start, open_end


def _read(words: Words, rules: tuple[Rule, ...], start: int, end: int) -> Iterator[Reading]:
    for priority, rule in enumerate(rules):
        position = start
        while match := rule.pattern.search(words.signs, position, end):
            position = match.start() + 1
            try:
                yield from rule.read(Hit(words, match, rule.name, priority))
            except OutOfCalendar:
                continue


def nth(hit: Hit, group: str) -> int | None:
    """Return the number of an ordinal group ("twenty-first")."""
    tens = 0
    for word in hit.many(group):
        value = ordinal(word)
        if value is not None:
            return tens + value
        tens = int(lexicon().values["num"].get(word, tens))
    return None
