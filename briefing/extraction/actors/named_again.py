"""Later uses of a person's names that the model misses or takes for something else.

"President Ana Rojas Vega … Rojas said … Rojas Vega added … Ana Rojas Vega left": one person.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from briefing.extraction.actors import weights
from briefing.extraction.actors.kinds import is_persons_verb
from briefing.extraction.actors.model import Found, Person, Taken
from briefing.extraction.actors.roles import role_before, title_before, title_kind
from briefing.extraction.actors.surroundings import Surroundings
from briefing.extraction.grammar_words import FINITE, SUBJECTS
from briefing.reference.genders import Gender
from briefing.reference.genders import genders as genders_data
from briefing.reference.place_cues import place_cues
from briefing.reference.places import places_named
from briefing.reference.roles import role_words
from briefing.reference.time_names import time_names

_INITIALS = 2
"""A surname that is looked for alone has more letters: "Xi" is found where the model sees it."""


def named_again(
    around: Surroundings,
    found: Sequence[Found],
    persons: Sequence[Person],
    named: Taken,
    country_tokens: Sequence[str | None],
) -> list[Found]:
    """Return the mentions by full name, surnames or one of them that are not `found` yet.

    Some hold one that was found: "Rojas Vega", where the model saw Vega. What is `named` already is
    nobody's name.
    """
    taken = Taken(found)
    names = _names(persons)
    longest: dict[str, int] = {}
    for words in names:
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    doc = around.doc
    more: list[Found] = []
    position = 0
    while position < len(doc):
        length = _length_at(around.words, position, names, longest)
        if not length:
            position += 1
            continue
        person = names[_key(around.words[position : position + length])]
        start, end = doc[position].idx, doc[position + length - 1].idx
        end += len(doc[position + length - 1])
        free = not named.overlaps(start, end) and (
            not taken.overlaps(start, end) or _widens(start, end, person, found)
        )
        if free and _may_be(doc, position, position + length, person):
            role = role_before(doc, position, country_tokens)
            text = None if role is None or role.honorific else role.text
            form = "name" if length == len(person.words) else "short-name"
            more.append(Found(start, end, person.entity, form, text))
        position += length
    return more


def _widens(start: int, end: int, person: Person, found: Sequence[Found]) -> bool:
    """Tell whether words hold more of a name than was found of it: "Rojas |Vega|"."""
    inner = [item for item in found if start <= item.start and item.end <= end]
    return bool(inner) and all(
        item.entity == person.entity and item.end - item.start < end - start for item in inner
    )


def _names(persons: Sequence[Person]) -> dict[tuple[str, ...], Person]:
    """Map what somebody may be called to the person: the last names first, where two are alike."""
    names: dict[tuple[str, ...], Person] = {}
    full = [person for person in persons if len(person.words) > 1]
    for person in full:
        for part in _parts(person.words):
            names.setdefault(_key(part), person)
    particles = role_words().particles
    for last in (True, False):
        for person in full:
            own = (person.words[-1], person.words[0]) if last else person.words[1:-1]
            for word in own:
                if len(word) > _INITIALS and word.isalpha() and word.lower() not in particles:
                    names.setdefault(_key((word,)), person)
    return names


def _parts(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield a full name, and what is left of it without names at either end: "Rojas Vega"."""
    yield words
    for begin in range(len(words)):
        for stop in range(begin + 2, len(words) + 1):
            yield words[begin:stop]


def _key(words: Sequence[str]) -> tuple[str, ...]:
    """Return words as they are looked up; "Dos Santos" opens a sentence, "dos Santos" does not."""
    particles = role_words().particles
    return tuple(word.lower() if word.lower() in particles else word for word in words)


def _length_at(
    words: Sequence[str],
    position: int,
    names: Collection[tuple[str, ...]],
    longest: Mapping[str, int],
) -> int:
    most = longest.get(words[position]) or longest.get(words[position].lower(), 0)
    for length in range(min(most, len(words) - position), 0, -1):
        if _key(words[position : position + length]) in names:
            return length
    return 0


def _may_be(doc: Doc, start: int, end: int, person: Person) -> bool:
    """Tell whether words are the person's name here: not "in Vargas", nor "Vargas County"."""
    before = doc[start - 1] if start else None
    after = doc[end] if end < len(doc) else None
    said = genders_data().titles.get(before.lower_) if before is not None else None
    if is_other(said, genders_data().names.get(person.words[0].lower())):
        return False
    if end - start == 1 and doc[start].lower_ in time_names() and not _is_told_of(doc[start]):
        return False
    if end - start == 1 and before is not None and places_named(doc[start].text):
        placed = place_cues().before.get(before.lower_, 0.0) >= weights.ENOUGH
        if placed and doc[start].text not in (person.words[0], person.words[-1]):
            return False
    return _stands_alone(before) and _stands_alone(after)


def _is_told_of(token: Token) -> bool:
    """Tell whether a month's or a weekday's name is somebody's: "Mrs May", "May said"."""
    doc = token.doc
    if title_before(doc, token.i) is not None:
        return True
    if token.dep_ == "pobj":
        return False  # "the accord of March failed"
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    verb = token.head if token.dep_ in SUBJECTS else after
    return verb is not None and verb.tag_ in FINITE and is_persons_verb(verb)


def is_other(one: Gender | None, another: Gender | None) -> bool:
    """Tell whether two cannot be one: "Mr. Weber" is not Hillary Weber, but her husband."""
    return one is not None and another is not None and one != another


def _stands_alone(neighbour: Token | None) -> bool:
    """Tell whether the word beside a name is no part of a longer one: a title or a verb is none."""
    text = "" if neighbour is None else neighbour.text
    if not text[:1].isupper() or not text.isalpha():
        return True
    return title_kind(text) is not None or text.lower() in role_words().headline_verbs
