"""Occasions in a text: summits, wars and anniversaries that the reference knows.

A summit of a series ("the NATO summit in Vilnius") is the one that fits its place, its year and
the time that the sentence looks at; where none fits, or more than one, it stays without a date.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Doc, Span, Token

from briefing.extraction.times.readings import Direction
from briefing.extraction.times.tense import direction_of_verb, verb_of
from briefing.extraction.times.words import Words, lexicon
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


def say(day: date) -> str:
    """Write a day as "4 April 1949"."""
    return f"{day.day} {day:%B} {day.year:04}"


def named_in(doc: Doc, words: Words) -> list[Found]:
    """Return the occasions that the text names, in order, none inside another."""
    names = index()
    found: list[Found] = []
    position = 0
    while position < len(words.lower):
        entry = longest(names.get(words.lower[position], ()), words, position)
        if entry is None:
            position += 1
            continue
        length, named = entry
        span = doc.char_span(
            words.starts[position],
            words.ends[position + length - 1],
            alignment_mode="expand",
        )
        if (
            span is not None
            and _written_as_name(span, named)
            and _is_held(span, named)
            and not _is_new(span, named)
        ):
            places = _places_of(span)
            found.append(Found(span, named, direction_of(span.root), places, _year_of(span)))
        position += length
    return found


def longest(
    entries: Iterable[tuple[tuple[str, ...], Named]], words: Words, position: int
) -> tuple[int, Named] | None:
    """Return the first of the names that stands at a word, and how many words of the text it has.

    An article may stand inside: "fall of the Berlin Wall" is the name "fall of Berlin Wall".
    """
    for name, named in entries:
        length = _length_of(name, words.lower, position)
        if length:
            return length, named
    return None


def _length_of(name: tuple[str, ...], lower: Sequence[str], position: int) -> int:
    """Return how many words of the text a name has where it stands at one, else 0."""
    at = position
    for word in name:
        if at > position and at < len(lower) and lower[at] == "the" != word:
            at += 1
        if at >= len(lower) or lower[at] != word:
            return 0
        at += 1
    return at - position


def _written_as_name(span: Span, named: Named) -> bool:
    """Say whether the words are written with a capital where the name has one."""
    text = span.text
    return len(text.split()) > 1 or any(text == name for name in named.names)


def _is_held(span: Span, named: Named) -> bool:
    """Say whether the meeting is meant, where its name is also that of a body.

    "at the UN General Assembly", "the Assembly opens"; not "a resolution of the Assembly".
    """
    if named.kind != "assembly":
        return True
    root = span.root
    if root.dep_ == "nsubj":
        return root.head.lemma_.lower() in lexicon().tense["scheduled"]
    return root.dep_ == "pobj" and root.head.lower_ in lexicon().tense["held"]


_NEW = frozenset(("a", "an", "another", "any", "no", "similar", "new", "fresh", "every", "future"))


def _is_new(span: Span, named: Named) -> bool:
    """Say whether something of a kind is told, and not what the reference knows.

    "after the Lisbon earthquake"; not "a Lisbon earthquake" nor "another Lisbon earthquake".
    """
    if isinstance(named, Series) or not named.happening:
        return False
    return any(child.lower_ in _NEW for child in (*span.root.lefts, *span[0].lefts))


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
        return None if _is_older(last, found.named) else found.named
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


def _is_older(last: date | None, occasion: Occasion) -> bool:
    """Say whether an article was written before something that nobody could know of."""
    return bool(occasion.happening) and last is not None and last < occasion.begin


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
