"""Occasions in a text: summits, wars and anniversaries that the reference knows.

A summit of a series ("the NATO summit in Vilnius") is the one that fits its place, its year and
the time that the sentence looks at; where none fits, or more than one, it stays without a date.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Doc, Span, Token

from briefing.extraction.times.calendar import OutOfCalendar, Period, make_date
from briefing.extraction.times.readings import Direction
from briefing.extraction.times.tense import direction_of_verb, verb_of
from briefing.extraction.times.words import Words, lexicon, number, ordinal
from briefing.reference.countries import countries
from briefing.reference.occasions import Named, Occasion, Series, index

_AHEAD_OF = frozenset(("ahead", "before"))
_YEAR_REACH = timedelta(days=500)
"""How far an occasion without a year may lie from the article's date."""


@dataclass(frozen=True, slots=True)
class Found:
    """An occasion that the text names.

    Attributes:
        span: The words that name it, its place and year not included.
        named: The occasion, or the series when it is not known which one of it.
        direction: Where the sentence looks.
        places: The places that the text gives, in lower case.
        year: The year that the text gives.
    """

    span: Span
    named: Named
    direction: Direction
    places: tuple[str, ...] = ()
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Anniversary:
    """An anniversary in the text: what is counted from, and the day it gives."""

    span: Span
    occasion: Occasion
    count: int
    day: date
    direction: Direction

    @property
    def working(self) -> str:
        """The account of the day."""
        verb = {
            "founding": "founded",
            "state": "founded",
            "agreement": "signed",
            "war": "began",
        }.get(self.occasion.kind, "happened")
        begin = say(self.occasion.begin)
        return f"{verb} {begin} (reference) + {self.count} years = {say(self.day)}"


def say(day: date) -> str:
    """Write a day as "4 April 1949"."""
    return f"{day.day} {day:%B} {day.year:04}"


def named_in(doc: Doc, words: Words) -> list[Found]:
    """Return the occasions that the text names, in order, none inside another."""
    names = index()
    found: list[Found] = []
    position = 0
    while position < len(words.lower):
        entry = _longest(names.get(words.lower[position], ()), words, position)
        if entry is None:
            position += 1
            continue
        length, named = entry
        span = doc.char_span(
            words.starts[position],
            words.ends[position + length - 1],
            alignment_mode="expand",
        )
        if span is not None and _written_as_name(span, named):
            places = _places_of(span)
            found.append(Found(span, named, direction_of(span.root), places, _year_of(span)))
        position += length
    return found


def _longest(
    entries: Iterable[tuple[tuple[str, ...], Named]], words: Words, position: int
) -> tuple[int, Named] | None:
    for name, named in entries:
        if tuple(words.lower[position : position + len(name)]) == name:
            return len(name), named
    return None


def _written_as_name(span: Span, named: Named) -> bool:
    """Say whether the words are written with a capital where the name has one."""
    text = span.text
    return any(
        text == name or (len(name.split()) > 1 and text.casefold() == name.casefold())
        for name in named.names
    )


def direction_of(root: Token) -> Direction:
    """Return where an occasion's noun looks: "the upcoming summit", "ahead of the summit"."""
    lefts = {child.lower_ for child in root.lefts}
    if lefts & lexicon().tense["ahead"]:
        return "future"
    if lefts & lexicon().tense["behind"]:
        return "past"
    for above in (root.head, root.head.head):
        if above.lower_ in _AHEAD_OF or (above.lower_ == "of" and above.head.lower_ == "ahead"):
            return "future"
    if root.head.lower_ in ("after", "since", "following"):
        return "past"
    if root.head.lower_ in ("for", "to", "at") and root.head.head.lower_ in ("visit", "trip"):
        return direction_of(root.head.head)
    verb = verb_of(root)
    return direction_of_verb(verb) if verb is not None else "open"


def _places_of(span: Span) -> tuple[str, ...]:
    """Return the places that hang on an occasion's noun: "… summit in Vilnius, Lithuania"."""
    found: list[str] = []
    doc = span.doc
    position = span.end
    if position < len(doc) and doc[position].lower_ in ("in", "at"):
        found += _name_at(doc, position + 1)
    for ancestor in (span.root, span.root.head, span.root.head.head):
        for child in ancestor.children:
            if child.lower_ == "in" and child.i >= ancestor.i - 12:
                for place in child.children:
                    if place.ent_type_ in ("GPE", "LOC", "FAC"):
                        found += _name_at(doc, place.left_edge.i)
        if ancestor.lower_ in ("visit", "trip"):
            for child in ancestor.children:
                if child.lower_ == "to":
                    for place in child.children:
                        found += _name_at(doc, place.left_edge.i)
    before = span.start - 1
    if before >= 0 and doc[before].ent_type_ in ("GPE", "LOC"):
        found.append(doc[before].lower_)
    return tuple(dict.fromkeys(found))


def _name_at(doc: Doc, start: int) -> list[str]:
    """Return the place's name that begins at a token, and each longer reading of it."""
    end = start
    if end < len(doc) and doc[end].lower_ == "the":
        end += 1
    first = end
    while end < len(doc) and (doc[end].pos_ == "PROPN" or doc[end].text[:1].isupper()):
        end += 1
    if first == end or doc[first].ent_type_ in ("DATE", "TIME"):
        return []
    name = doc[first:end].text.lower()
    return [name.removesuffix("'s")]


def _year_of(span: Span) -> int | None:
    """Return the year written beside an occasion: "the 2023 summit", "the summit in 2023"."""
    doc = span.doc
    for position in (span.start - 1, span.start, span.end):
        if 0 <= position < len(doc):
            text = doc[position].text
            if len(text) == 4 and text.isdecimal() and "1100" <= text <= "2199":
                return int(text)
    for child in span.root.subtree:
        if len(child.text) == 4 and child.text.isdecimal() and child.dep_ in ("pobj", "nummod"):
            return int(child.text)
    return None


def choose(
    found: Found,
    first: date | None,
    last: date | None,
    stretch: tuple[date, date] | None = None,
) -> Occasion | None:
    """Return the occasion that a name means, for an article written between two days.

    Args:
        found: What the text says.
        first: The first day on which the article may have been written, if known.
        last: The last such day, if known.
        stretch: The first and last day of the date that stands beside the name, if one does.

    Returns:
        The one that fits, or None when none fits or more than one does.
    """
    if isinstance(found.named, Occasion):
        return found.named
    candidates = candidates_of(found)
    if stretch is not None:
        fitting = [
            item
            for item in candidates
            if item.begin <= stretch[1] and stretch[0] <= (item.end or item.begin)
        ]
        if len(fitting) == 1:
            return fitting[0]
    if found.year is not None:
        candidates = [item for item in candidates if item.begin.year == found.year]
        return candidates[0] if len(candidates) == 1 else None
    if first is not None and last is not None and first == last:
        return _nearest(candidates, found, first)
    if first is None and last is None:
        return None
    if found.direction == "future":
        candidates = [
            item
            for item in candidates
            if (first is None or (item.end or item.begin) >= first)
            and (last is None or item.begin >= last or item.begin - last > -_YEAR_REACH)
        ]
        if last is not None:
            candidates = [item for item in candidates if item.begin - last <= _YEAR_REACH]
    elif found.direction == "past":
        candidates = [item for item in candidates if last is None or item.begin <= last]
        if first is not None:
            candidates = [item for item in candidates if first - item.begin <= _YEAR_REACH]
    return candidates[0] if len(candidates) == 1 else None


def candidates_of(found: Found) -> list[Occasion]:
    """Return the occasions of a series that fit the places and the year that the text gives."""
    if isinstance(found.named, Occasion):
        return [found.named]
    fitting = [item for item in found.named.occasions if _at(item, found.places)]
    if found.year is not None:
        fitting = [item for item in fitting if item.begin.year == found.year]
    return fitting


def _at(occasion: Occasion, places: tuple[str, ...]) -> bool:
    """Say whether an occasion's place is among those of the text; any place fits no place."""
    if not places:
        return True
    country = countries().get(occasion.country or "")
    own = {place.casefold() for place in occasion.places}
    if country is not None:
        own |= {country.name.casefold(), *(alias.casefold() for alias in country.aliases)}
    return any(
        place == name or place.startswith((f"{name},", f"{name} "))
        for place in places
        for name in own
    )


def _nearest(candidates: list[Occasion], found: Found, day: date) -> Occasion | None:
    """Return the next or the last occasion as seen from the article's date."""
    ahead = [item for item in candidates if (item.end or item.begin) >= day]
    behind = [item for item in candidates if item.begin <= day]
    ahead = [item for item in ahead if item.begin - day <= _YEAR_REACH]
    if not found.places:
        behind = [item for item in behind if day - (item.end or item.begin) <= _YEAR_REACH]
    if found.direction == "future":
        return ahead[0] if ahead else None
    if found.direction == "past":
        return behind[-1] if behind else None
    near = sorted(
        {*ahead[:1], *behind[-1:]}, key=lambda item: (abs((item.begin - day).days), item.begin)
    )
    if near and (found.places or abs((near[0].begin - day).days) <= 45):
        return near[0]
    return None


def anniversaries_in(doc: Doc, words: Words) -> list[Anniversary]:
    """Return the anniversaries whose occasion the reference knows.

    "the 30th anniversary of Ukraine's independence", "the alliance's 75th anniversary" (only
    where the alliance is named), "75 years after the founding of …".
    """
    found = []
    for position, word in enumerate(words.lower):
        if word in ("anniversary", "birthday", "anniversaries"):
            anniversary = _anniversary(doc, words, position)
            if anniversary is not None:
                found.append(anniversary)
    return found


_ROUND = {"centennial": 100, "centenary": 100, "bicentennial": 200}
_LEADS = frozenset(("of", "the", "'s", "'", "its", "signing", "founding", "establishment"))


def _anniversary(doc: Doc, words: Words, position: int) -> Anniversary | None:
    count, first = _count_before(words, position)
    if count is None:
        return None
    after, end = _occasion_after(words, position)
    before, begin = (None, first) if after else _occasion_before(words, first)
    occasion = after or before
    if occasion is None:
        return None
    try:
        day = Period("year", make_date(occasion.begin.year, 1, 1)).shift(count).start
        day = (
            make_date(day.year, occasion.begin.month, min(occasion.begin.day, 28))
            if (occasion.begin.month == 2 and occasion.begin.day == 29)
            else make_date(day.year, occasion.begin.month, occasion.begin.day)
        )
    except OutOfCalendar:
        return None
    start = min(first, begin)
    span = doc.char_span(words.starts[start], words.ends[end], alignment_mode="expand")
    if span is None:
        return None
    head = doc.char_span(words.starts[position], words.ends[position], alignment_mode="expand")
    root = head.root if head is not None else span.root
    verb = verb_of(root)
    direction = direction_of_verb(verb) if verb is not None else "open"
    return Anniversary(span, occasion, count, day, direction)


def _count_before(words: Words, position: int) -> tuple[int | None, int]:
    """Return the number of "75th", "seventy-fifth" or "25-year" and where its words begin."""
    start = position - 1
    if start >= 0 and words.lower[start] in ("founding", "golden", "silver"):
        start -= 1
    if start < 0:
        return None, position
    count = ordinal(words.lower[start])
    if count is None and words.lower[start] in ("year", "years") and start >= 2:
        start -= 2 if words.lower[start - 1] == "-" else 1
        value = number([words.lower[start]])
        return (int(value), start) if value is not None and value >= 1 else (None, position)
    if count is None:
        return None, position
    tens = lexicon().values["num"]
    if start >= 2 and words.lower[start - 1] == "-" and words.lower[start - 2] in tens:
        count += int(tens[words.lower[start - 2]])
        start -= 2
    return (count if count >= 1 else None), start


def _occasion_after(words: Words, position: int) -> tuple[Occasion | None, int]:
    """Return the occasion of "anniversary of (the founding of) (the) …" and where it ends."""
    if position + 1 >= len(words.lower) or words.lower[position + 1] not in ("of", "since"):
        return None, position
    verb = ""
    for start in range(position + 2, min(position + 12, len(words.lower))):
        word = words.lower[start]
        if word in (".", ";", ",", "(", '"') or word[0] == "\n":
            break
        if word in ("independence", "liberation", "founding", "establishment", "creation", "end"):
            verb = word
        entry = _longest_occasion(words, start)
        if entry is not None:
            length, occasion = entry
            if occasion.kind == "state" and not _about_state(words, start, start + length, verb):
                continue
            if occasion.kind == "founding" and not _about_founding(words, position, start, verb):
                continue
            return occasion, _end_of_name(words, start + length - 1)
    return None, position


def _end_of_name(words: Words, end: int) -> int:
    """Return the end of "Ukraine's independence", where the name alone ends earlier."""
    if words.lower[end + 1 : end + 2] == ["'s"] and words.lower[end + 2 : end + 3] in (
        ["independence"],
        ["founding"],
        ["statehood"],
    ):
        return end + 2
    return end


def _longest_occasion(words: Words, start: int) -> tuple[int, Occasion] | None:
    entries = index(anniversaries=True).get(words.lower[start], ())
    matching = [
        (name, named) for name, named in entries if isinstance(named, Occasion) and not named.series
    ]
    entry = _longest(matching, words, start)
    if entry is None or not isinstance(entry[1], Occasion):
        return None
    text = words.text[words.starts[start] : words.ends[start + entry[0] - 1]]
    if entry[0] == 1 and text not in entry[1].names:
        return None
    return entry[0], entry[1]


def _about_state(words: Words, start: int, end: int, verb: str) -> bool:
    """Say whether the state's own founding is meant, and not something that it did."""
    after = words.lower[end] if end < len(words.lower) else ""
    if after in ("'s", "'"):
        following = words.lower[end + 1 : end + 3]
        return any(word in ("independence", "founding", "statehood") for word in following)
    names = {"people's", "republic", "federal"}
    return verb in ("independence", "founding", "establishment", "creation") or bool(
        names & set(words.lower[start:end])
    )


def _about_founding(words: Words, position: int, start: int, verb: str) -> bool:
    """Say whether the organisation itself has the anniversary: not "of talks with the UN"."""
    between = set(words.lower[position + 2 : start])
    return not between - {"the", "founding", "establishment", "creation", "of", "formation"}


def _occasion_before(words: Words, first: int) -> tuple[Occasion | None, int]:
    """Return the occasion of "NATO's 75th anniversary" and where it begins."""
    if first < 2 or words.lower[first - 1] not in ("'s", "'"):
        return None, first
    for start in range(max(0, first - 8), first - 1):
        entry = _longest_occasion(words, start)
        if entry is not None and start + entry[0] == first - 1:
            return entry[1], start
    return None, first


__all__ = ["Anniversary", "Found", "Series", "anniversaries_in", "choose", "named_in", "say"]
