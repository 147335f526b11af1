"""People: the names that the model or a title shows, one person over the variants of a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from briefing.extraction.actors.kinds import is_role_word, may_stand_alone
from briefing.extraction.actors.model import Found, Person, Taken
from briefing.extraction.actors.named_again import is_other, named_again
from briefing.extraction.actors.roles import (
    Role,
    country_after,
    country_of_tokens,
    role_apposed,
    role_before,
)
from briefing.extraction.actors.surroundings import Surroundings
from briefing.extraction.facts import Entity
from briefing.reference.gazetteer import Match
from briefing.reference.genders import Gender
from briefing.reference.genders import genders as genders_data
from briefing.reference.leaders import leader_country, leader_named
from briefing.reference.name_words import name_words
from briefing.tables import slug

_ABBREVIATION = 4
"""Capitals of so many letters are left as they are: JFK."""


def people(
    matches: Sequence[Match],
    spans: Sequence[Span],
    named: Taken,
    elsewhere: Mapping[int, str],
    around: Surroundings,
) -> list[Found]:
    """Return a mention for each span, and for each later use of a known surname.

    "Ghanaian President Jane Doe … Doe … Ms Doe" are one person; the fullest name is shown. What is
    `named` already is nobody's surname.
    """
    doc = around.doc
    country_tokens = country_of_tokens(doc, matches, elsewhere)
    every = [_role(doc, span, country_tokens) for span in spans]
    spans, roles, persons = _somebody(spans, every, around.lower)
    persons = _statesmen(persons, roles)
    persons = _with_countries(persons, spans, roles)
    found = [
        _mention(span, role, person)
        for span, role, person in zip(spans, roles, persons, strict=True)
    ]
    again = named_again(around, found, persons, named, country_tokens)
    wider = Taken(again)
    kept = [item for item in found if not wider.overlaps(item.start, item.end)]
    return sorted([*kept, *again], key=lambda item: item.start)


def _somebody(
    spans: Sequence[Span], roles: Sequence[Role | None], lower: Collection[str]
) -> tuple[list[Span], list[Role | None], list[Person]]:
    """Leave out single words that are nobody's name; see `may_stand_alone`."""
    persons = _cluster(spans)
    alone: dict[str, list[int]] = {}
    for number, person in enumerate(persons):
        if len(person.words) == 1:
            alone.setdefault(person.entity.entity_id, []).append(number)
    if not alone:
        return list(spans), list(roles), persons
    nobody: set[int] = set()
    for numbers in alone.values():
        own = [role for number in numbers if (role := roles[number]) is not None]
        titled = any(role.honorific for role in own) or (
            bool(own) and not is_role_word(spans[numbers[0]].text)
        )
        if not titled and not may_stand_alone([spans[number] for number in numbers], lower):
            nobody.update(numbers)
    kept = [number for number in range(len(spans)) if number not in nobody]
    return (
        [spans[number] for number in kept],
        [roles[number] for number in kept],
        [persons[number] for number in kept],
    )


def _statesmen(persons: Sequence[Person], roles: Sequence[Role | None]) -> list[Person]:
    """Give heads of state and government their names: "President Obama" is Barack Obama."""
    named: dict[str, Entity] = {}
    for person, role in zip(persons, roles, strict=True):
        if role is None or len(person.words) > 1:
            continue
        if role.text.lower() in name_words().state_titles:
            full = leader_named(person.words[0])
            if full is not None:
                named[person.entity.entity_id] = Entity(f"person:{slug(full)}", "person", full)
    return [
        replace(person, entity=named.get(person.entity.entity_id, person.entity))
        for person in persons
    ]


def _role(doc: Doc, span: Span, country_tokens: Sequence[str | None]) -> Role | None:
    """Read the role of a name; a rank gets its country from the office beside it.

    "Ghana's army chief, General John Doe": the role is General, the country Ghana.
    """
    before = role_before(doc, span.start, country_tokens)
    if before is None:
        return role_apposed(doc, span, country_tokens)
    if before.country is None:
        beside = role_apposed(doc, doc[before.start : span.end], country_tokens)
        if beside is not None and before.honorific:
            return beside
        if beside is not None:
            return replace(before, country=beside.country)
        if not before.honorific:
            return replace(before, country=country_after(doc, span.end, country_tokens))
    return before


def _words(span: Span) -> tuple[str, ...]:
    return tuple(token.text for token in span if token.text not in ("-", "'", ",", '"'))


def _cluster(spans: Sequence[Span]) -> list[Person]:
    """Give each span its person: the fullest earlier or later name that holds its words."""
    full = _Known()
    genders = _genders(spans)
    uses = Counter((_words(span), _shown(span)) for span in spans)
    names = sorted(uses, key=lambda item: (-len(item[0]), -uses[item]))
    for words, shown in names:
        if len(words) > 1 and _holder(words, full.sharing(words)) is None:
            full.add(Person(Entity(f"person:{slug(shown)}", "person", shown), words))
    result: list[Person] = []
    recent: dict[int, int] = {}
    for number, span in enumerate(spans):
        words = _words(span)
        said = _titled(span)
        fits = [
            item
            for item in full.sharing(words)
            if not is_other(said, genders.get(item.entity.entity_id))
        ]
        used = sorted(
            (item for item in fits if id(item) in recent), key=lambda item: -recent[id(item)]
        )
        person = _holder(words, used) or _holder(words, fits)
        if person is None:
            shown = _shown(span)
            person = Person(Entity(f"person:{slug(shown)}", "person", shown), words)
            full.add(person)
        if said is not None:
            genders.setdefault(person.entity.entity_id, said)
        result.append(person)
        recent[id(person)] = number
    return _one_id(result)


class _Known:
    """Persons in the order in which they were found, each looked up by the words of its name.

    A list of a thousand names would take a million comparisons otherwise.
    """

    def __init__(self) -> None:
        self._by_word: dict[str, list[Person]] = {}

    def add(self, person: Person) -> None:
        """Take a person in."""
        for word in dict.fromkeys(_low(person.words)) or ("",):
            self._by_word.setdefault(word, []).append(person)

    def sharing(self, words: tuple[str, ...]) -> list[Person]:
        """Return those who may hold these words: all that hold the first and the last of them."""
        low = _low(words) or [""]
        return min((self._by_word.get(word, []) for word in (low[0], low[-1])), key=len)


def _titled(span: Span) -> Gender | None:
    """Return what the title of a name says: "Mr. Weber" is a man."""
    for index in (span.start, span.start - 1):
        if index >= 0:
            said = genders_data().titles.get(span.doc[index].lower_)
            if said is not None:
                return said
    return None


def _genders(spans: Sequence[Span]) -> dict[str, Gender]:
    """Return which of those named in full are men and which women: titles, then given names."""
    found: dict[str, Gender] = {}
    for span in spans:
        words = _words(span)
        given = genders_data().names.get(words[0].lower()) if len(words) > 1 else None
        said = _titled(span) or given
        if said is not None and len(words) > 1:
            found.setdefault(f"person:{slug(_shown(span))}", said)
    return found


def _one_id(persons: Sequence[Person]) -> list[Person]:
    """Leave middle initials out of ids, so that articles agree: "Eva K. Berg" is Eva Berg.

    Not where that makes two people of this article one.
    """
    short = {
        person.entity.entity_id: f"person:{slug(_without_initials(person.entity.name))}"
        for person in persons
    }
    uses = Counter(short.values())
    return [
        replace(person, entity=replace(person.entity, entity_id=short[person.entity.entity_id]))
        if uses[short[person.entity.entity_id]] == 1
        else person
        for person in persons
    ]


def _without_initials(name: str) -> str:
    """Drop one initial between given name and surname; statesmen are listed with theirs."""
    words = name.split()
    if len(words) != 3 or not (len(words[1]) == 2 and words[1].endswith(".")):
        return name
    return name if leader_country(tuple(words)) is not None else f"{words[0]} {words[2]}"


def _shown(span: Span) -> str:
    text = " ".join(span.text.split())
    return text.title() if text.isupper() and len(text) > _ABBREVIATION else text


def _holder(words: tuple[str, ...], persons: Sequence[Person]) -> Person | None:
    """Return the person whose name holds these words as surname, given name or in full."""
    low = _low(words)
    for part in (slice(-1, None), slice(0, 1), slice(1, -1)):
        for person in persons:
            theirs = _low(person.words)
            if low == theirs or (len(low) == 1 and low[0] in theirs[part]):
                return person
            if len(low) > 1 and len(low) <= len(theirs) and _in_order(low, theirs):
                return person
    return None


def _low(words: tuple[str, ...]) -> list[str]:
    return [word.casefold() for word in words]


def _in_order(low: list[str], theirs: list[str]) -> bool:
    """Tell whether the shorter name is a part of the longer, or leaves out only middle names."""
    if any(theirs[begin : begin + len(low)] == low for begin in range(len(theirs))):
        return True
    if low[-1] != theirs[-1] and low[0] != theirs[0]:
        return False
    rest = iter(theirs)
    return all(any(word == other for other in rest) for word in low)


def _with_countries(
    persons: Sequence[Person], spans: Sequence[Span], roles: Sequence[Role | None]
) -> list[Person]:
    countries: dict[str, str] = {}
    for person, role in zip(persons, roles, strict=True):
        if role is not None and role.country is not None:
            countries.setdefault(person.entity.entity_id, role.country)
    for person, role in zip(persons, roles, strict=True):
        title = "" if role is None else role.text
        known = leader_country(person.words, title)
        if known is None and len(person.words) > 2:
            known = leader_country((person.words[0], person.words[-1]))
        if known is not None:
            countries.setdefault(person.entity.entity_id, known)
    return [
        Person(replace(person.entity, country=countries.get(person.entity.entity_id)), person.words)
        for person in persons
    ]


def _mention(span: Span, role: Role | None, person: Person) -> Found:
    text = None if role is None or role.honorific else " ".join(role.text.split())
    form = "name" if len(_words(span)) > 1 or len(person.words) == 1 else "short-name"
    return Found(span.start_char, span.end_char, person.entity, form, text)
