"""The words that say how one country acts towards another: classes, operators, composition."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefing.errors import ReferenceDataError
from briefing.reference.files import toml
from briefing.reference.spelling import british, lemmas

_WORD = re.compile(r"[a-z]+")
POS_FIELDS = {"verbs": "verb", "nouns": "noun", "adjs": "adj"}


@dataclass(frozen=True, slots=True)
class EventClass:
    """One kind of act.

    Attributes:
        name: Key in data/reference/verbs.toml.
        event_type: PLOVER event type.
        quad: PLOVER quad class, as in `tables.QUADS`.
        tone: CAMEO-Goldstein value, −10 to +10.
        symmetric: Both take part alike, so both directions hold.
        one_sided: Both take part, but one side acts: a guest visits, a host receives.
        reverse: The one that the words say acts is the one acted upon ("bought arms from").
        of_agent: "of" after its noun names who acts ("the withdrawal of Dutch troops").
        softened: Class that it is instead where one of `softened_by` stands by.
        softened_by: Lemmas.
    """

    name: str
    event_type: str
    quad: str
    tone: float
    symmetric: bool = False
    reverse: bool = False
    of_agent: bool = False
    softened: str = ""
    softened_by: frozenset[str] = frozenset()
    one_sided: bool = False

    @property
    def verbal(self) -> bool:
        """Say whether the act is one of words only."""
        return self.quad.startswith("verbal")


@dataclass(frozen=True, slots=True)
class Entry:
    """One word of a class or of an operator.

    Attributes:
        name: The class or the operator.
        lemma: Of the word itself.
        particles: Further words: they follow a verb ("carry out") and go before a noun
            ("air strike", whose lemma is "strike").
        slots: Where the one acted upon stands, in order: "obj" or a preposition.
        objects: Lemmas of which one must be the verb's object ("open +embassy").
        subjects: Lemmas of which one must be the verb's subject ("arrive ^troop").
    """

    name: str
    lemma: str
    particles: tuple[str, ...] = ()
    slots: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()

    @property
    def weight(self) -> int:
        """How particular the entry is: the most particular one that fits a text is taken."""
        return len(self.particles) + 2 * bool(self.objects or self.subjects)


@dataclass(frozen=True, slots=True)
class Verbs:
    """The whole file; `entries` and `operators` are keyed on (part of speech, lemma).

    `table` says what an operator makes of a class, by its name or by its quad class. `no_actors`
    are nouns that a nationality describes without making them act ("Dutch lessons"), `relational`
    ones where it names the other side ("a Dutch ally"), `opposite` ones where "his" does not,
    `settlers` peoples whose origin the word before tells ("Cuban Americans"). `obliging` are the
    words of "said that it must", `partaking` of "its role, alongside", `at_home` those of what only
    a state does in its country ("expelled from"), `sport` the verbs that are no act in a sentence
    with a word of sport ("beat Chad in the final"). `asking` tells an appeal from a demand,
    `spoken` an attack in words from one with arms, `bodiless` are nouns that cannot be assaulted,
    `spoilt` words of bad relations, `clubs` what one leaves as a member, `naming` good and bad
    words for another and verbs that claim that another did harm, `answering` nouns that take up
    what was told before, `documents` what one writes.
    """

    classes: Mapping[str, EventClass]
    entries: Mapping[tuple[str, str], tuple[Entry, ...]]
    operators: Mapping[tuple[str, str], tuple[Entry, ...]]
    table: Mapping[str, Mapping[str, str]]
    no_actors: frozenset[str]
    relational: frozenset[str]
    settlers: frozenset[str]
    opposite: frozenset[str]
    obliging: Mapping[str, frozenset[str]]
    partaking: Mapping[str, frozenset[str]]
    at_home: Mapping[str, frozenset[str]]
    sport: Mapping[str, frozenset[str]]
    asking: Mapping[str, frozenset[str]]
    spoken: Mapping[str, frozenset[str]]
    bodiless: Mapping[str, frozenset[str]]
    spoilt: frozenset[str]
    clubs: frozenset[str]
    naming: Mapping[str, frozenset[str]]
    answering: Mapping[str, frozenset[str]]
    documents: frozenset[str]

    def compose(self, operator: str, act: EventClass) -> EventClass | None:
        """Return what an operator makes of an act: "refused" of "to cooperate" is a rejection.

        None when the whole says nothing of how the two stand ("refused to criticise").
        """
        row = self.table[operator]
        result = row.get(act.name) or row[act.quad]
        if result == "=":
            return act
        return None if result == "-" else self.classes[result]


def _entry(
    words: str, pos: str, name: str, slots: tuple[str, ...], named: Mapping[str, list[str]]
) -> Entry:
    """Read "send +troop|warship @to,into" or "carry out"; see the file's own head."""
    text, _, own = words.partition("@")
    text = _WORD.sub(lambda found: british(found.group()), text)
    text, _, subjects = text.partition("^")
    text, _, objects = text.partition("+")
    first, *rest = text.split()
    lemma, particles = (first, rest) if pos != "noun" else (text.split()[-1], [first, *rest][:-1])
    return Entry(
        name,
        lemma,
        tuple(particles),
        tuple(own.split(",")) if own else slots,
        tuple(_spelt_out(objects.strip(), named)),
        tuple(_spelt_out(subjects.strip(), named)),
    )


def _spelt_out(words: str, named: Mapping[str, list[str]]) -> Iterator[str]:
    """Spell out "*military|presence": a star stands for a list of [groups]."""
    for word in filter(None, words.split("|")):
        yield from lemmas(named[word[1:]]) if word.startswith("*") else (word,)


def _entries(
    groups: Mapping[str, Mapping[str, Any]], named: Mapping[str, list[str]]
) -> dict[tuple[str, str], tuple[Entry, ...]]:
    found: dict[tuple[str, str], list[Entry]] = {}
    for name, group in groups.items():
        slots = tuple(group.get("slots", ()))
        for field, pos in POS_FIELDS.items():
            for words in group.get(field, ()):
                entry = _entry(words, pos, name, slots, named)
                listed = found.setdefault((pos, entry.lemma), [])
                if entry not in listed:
                    listed.append(entry)
    # The more particular entries are tried first.
    return {
        key: tuple(sorted(entries, key=lambda entry: -entry.weight))
        for key, entries in found.items()
    }


def _lists(group: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    return {name: lemmas(words) for name, words in group.items()}


@cache
def verbs() -> Verbs:
    """Load data/reference/verbs.toml once.

    Raises:
        ReferenceDataError: The file, or a field of a class, is missing.
    """
    data = toml("verbs.toml")
    try:
        classes = {
            name: EventClass(
                name,
                group["event_type"],
                group["quad"],
                float(group["tone"]),
                bool(group.get("symmetric", False)),
                bool(group.get("reverse", False)),
                bool(group.get("of_agent", False)),
                group.get("softened", ""),
                lemmas(group.get("softened_by", ())),
                bool(group.get("one_sided", False)),
            )
            for name, group in data["classes"].items()
        }
        return Verbs(
            classes,
            _entries(data["classes"], data["groups"]),
            _entries(data["operators"], data["groups"]),
            data["compose"],
            lemmas(data["people"]["no_actors"]),
            lemmas(data["people"]["relational"]),
            lemmas(data["people"]["settlers"]),
            lemmas(data["people"]["opposite"]),
            _lists(data["obliging"]),
            _lists(data["partaking"]),
            _lists(data["at_home"]),
            _lists(data["sport"]),
            _lists(data["asking"]),
            _lists(data["spoken"]),
            _lists(data["bodiless"]),
            lemmas(data["spoilt"]["words"]),
            lemmas(data["clubs"]["words"]),
            _lists(data["naming"]),
            _lists(data["answering"]),
            lemmas(data["documents"]["words"]),
        )
    except KeyError as error:
        raise ReferenceDataError(f"verbs.toml: {error} is missing.") from error
