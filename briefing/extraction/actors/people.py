"""People: the names that the model or a title shows, one person over the variants of a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span

from briefing.extraction.actors.model import Found, Taken, slug, trimmed
from briefing.extraction.actors.roles import (
    Role,
    country_of_tokens,
    role_apposed,
    role_before,
    title_before,
    title_kind,
)
from briefing.extraction.facts import Entity
from briefing.reference.gazetteer import Match
from briefing.reference.roles import role_words


@dataclass(frozen=True, slots=True)
class Person:
    """A person over the names in this article."""

    entity: Entity
    words: tuple[str, ...]


def person_spans(doc: Doc, matches: Sequence[Match], cities: Taken) -> list[Span]:
    """Return the spans that name people, in order, without titles.

    From the model's PERSON entities, from titles before capitalised names, and from a role or an
    age after a name that the model takes for an organisation: "Jane Doe, 61, said". A name that
    the reference knows for a country, an organisation or a region is none.
    """
    known = _known_spans(doc, matches)
    spans: dict[int, Span] = {}
    for ent in doc.ents:
        if ent.label_ == "PERSON" or (ent.label_ == "ORG" and _described_as_person(doc, ent)):
            for span in _names_in(doc, ent, known):
                if not _is_city(span, cities):
                    spans[span.start] = span
    for position in range(1, len(doc)):
        if title_before(doc, position) is None or position in spans:
            continue
        named = _name_after_title(doc, position, known)
        if named is not None and not _is_city(named, cities):
            spans[named.start] = named
    found: list[Span] = []
    for span in sorted(spans.values(), key=lambda item: (item.start, -item.end)):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return found


def _described_as_person(doc: Doc, ent: Span) -> bool:
    """Tell whether an age or a statesman's title follows: "Doe, 61,", "Jane Doe, premier of"."""
    if not all(token.text.istitle() and token.is_alpha for token in ent) or len(ent) > 4:
        return False
    after = doc[ent.end : ent.end + 8]
    if len(after) < 3 or after[0].text != ",":
        return False
    if after[1].is_digit and len(after[1]) == 2 and after[2].text == ",":
        return True
    for token in after[1:]:
        if token.is_punct or token.pos_ == "VERB":
            return False
        if title_kind(token.text) in ("head", "minister"):
            return True
    return False


def _is_city(span: Span, cities: Taken) -> bool:
    """Tell whether a name is, or begins with, a place's: "Leeds", "Leeds Mayor"."""
    return cities.overlaps(span.start_char, span.start_char + 1)


def _known_spans(doc: Doc, matches: Sequence[Match]) -> dict[int, int]:
    """Map the first token of each reference name to the token after its last."""
    known: dict[int, int] = {}
    for match in matches:
        span = doc.char_span(match.start, match.end, alignment_mode="expand")
        if span is not None:
            known[span.start] = span.end
    return known


def _names_in(doc: Doc, ent: Span, known: dict[int, int]) -> list[Span]:
    span = trimmed(ent)
    if span is None:
        return []
    start, end = span.start, span.end
    moved = True
    while moved and start < end:
        moved = False
        if start in known and known[start] < end and _role_follows(doc, known[start]):
            start, moved = known[start], True
        elif start + 1 < end and _role_follows(doc, start):
            start, moved = start + 1, True
    while end > start and (
        doc[end - 1].lower_ in ("'s", "'", "-") or doc[end - 1].is_space or doc[end - 1].is_punct
    ):
        end -= 1
    end = _grown(doc, start, end, known)
    for position in range(start, end):  # the model runs on: "Doe Says", "Doe; Smith"
        token = doc[position]
        if position > start and token.lower_ in role_words().headline_verbs:
            end = position
            break
        if not (
            token.text[:1].isupper()
            or token.lower_ in role_words().particles
            or token.text in "-'."
        ):
            end = position
            break
    if start >= end or any(
        first <= start and end <= last for first, last in known.items() if last > start
    ):
        return []
    if any(position in known and known[position] <= end for position in range(start, end)):
        # Names of countries are part of people's names, but only after a given name.
        first = next(position for position in range(start, end) if position in known)
        if first == start and not doc[start].text.istitle():
            return []
    return [doc[start:end]]


def _grown(doc: Doc, start: int, end: int, known: dict[int, int]) -> int:
    """Add the words of a name that the model stopped short of: "Jan van der" + "Berg"."""
    if start >= end or (start > 0 and doc[start].is_sent_start and doc[start].is_stop):
        return end
    while end < len(doc) and end - start < 6 and end not in known:
        token = doc[end]
        if not (token.text.istitle() and token.is_alpha and token.pos_ == "PROPN"):
            break
        open_end = doc[end - 1].lower_ in role_words().particles
        if token.ent_type_ not in ("", "PERSON") and not open_end:
            break
        if title_kind(token.text) is not None:
            break
        end += 1
    return end


def _role_follows(doc: Doc, position: int) -> bool:
    words = role_words()
    token = doc[position]
    return title_kind(token.text) is not None or token.lower_ in words.modifiers | words.portfolios


def _name_after_title(doc: Doc, position: int, known: dict[int, int]) -> Span | None:
    end = position
    if title_kind(doc[position - 1].text) in (None,) and title_before(doc, position) is None:
        return None
    while end < len(doc) and end - position < 5:
        token = doc[end]
        good = token.text[:1].isupper() and (token.is_alpha or "." in token.text)
        joined = (
            (token.text in ("-", "'") or token.lower_ in role_words().particles)
            and end + 1 < len(doc)
            and doc[end + 1].text[:1].isupper()
            and end > position
        )
        if not (good or joined) or (end in known and end == position):
            break
        if title_kind(token.text) is not None or token.ent_type_ in ("ORG", "DATE", "GPE", "NORP"):
            break
        if token.pos_ not in ("PROPN", "NOUN", "PART", "PUNCT", "X", "ADP", "ADJ"):
            break
        end += 1
    if end == position or doc[position].pos_ != "PROPN":
        return None
    return doc[position:end]


def people(doc: Doc, matches: Sequence[Match], spans: Sequence[Span]) -> list[Found]:
    """Return a mention for each span, and for each later use of a known surname.

    "Ghanaian President Jane Doe … Doe … Ms Doe" are one person; the fullest name is shown.
    """
    country_tokens = country_of_tokens(doc, matches)
    roles = [_role(doc, span, country_tokens) for span in spans]
    persons = _cluster(spans)
    persons = _with_countries(persons, spans, roles)
    found = [
        _mention(span, role, person)
        for span, role, person in zip(spans, roles, persons, strict=True)
    ]
    found += _bare_surnames(doc, found, persons, matches, country_tokens)
    return sorted(found, key=lambda item: item.start)


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
    return before


def _words(span: Span) -> tuple[str, ...]:
    return tuple(token.text for token in span if token.text not in ("-", "'", ",", '"'))


def _cluster(spans: Sequence[Span]) -> list[Person]:
    """Give each span its person: the fullest earlier or later name that holds its words."""
    full: list[Person] = []
    names = sorted({(_words(span), _shown(span)) for span in spans}, key=lambda item: -len(item[0]))
    for words, shown in names:
        if len(words) > 1 and _holder(words, full) is None:
            full.append(Person(Entity(f"person:{slug(shown)}", "person", shown), words))
    result: list[Person] = []
    recent: list[Person] = []
    for span in spans:
        words = _words(span)
        person = _holder(words, recent) or _holder(words, full)
        if person is None:
            shown = _shown(span)
            person = Person(Entity(f"person:{slug(shown)}", "person", shown), words)
            full.append(person)
        result.append(person)
        recent = [person, *(item for item in recent if item is not person)]
    return result


def _shown(span: Span) -> str:
    text = " ".join(span.text.split())
    return text.title() if text.isupper() and len(text) > 4 else text


def _holder(words: tuple[str, ...], persons: Sequence[Person]) -> Person | None:
    """Return the person whose name holds these words as surname, given name or in full."""
    low = [word.casefold() for word in words]
    for part in (slice(-1, None), slice(0, 1), slice(1, -1)):
        for person in persons:
            theirs = [word.casefold() for word in person.words]
            if low == theirs or (len(low) == 1 and low[0] in theirs[part]):
                return person
            if len(low) > 1 and len(low) <= len(theirs) and _in_order(low, theirs):
                return person
    return None


def _in_order(low: list[str], theirs: list[str]) -> bool:
    """Tell whether the shorter name leaves out only middle names of the longer."""
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
    return [
        Person(replace(person.entity, country=countries.get(person.entity.entity_id)), person.words)
        for person in persons
    ]


def _mention(span: Span, role: Role | None, person: Person) -> Found:
    text = None if role is None or role.honorific else " ".join(role.text.split())
    form = "name" if len(_words(span)) > 1 or len(person.words) == 1 else "short-name"
    return Found(span.start_char, span.end_char, person.entity, form, text)


def _bare_surnames(
    doc: Doc,
    found: Sequence[Found],
    persons: Sequence[Person],
    matches: Sequence[Match],
    country_tokens: Sequence[str | None],
) -> list[Found]:
    """Find the surnames that the model missed or took for something else."""
    taken = Taken(found)
    by_surname: dict[str, Person] = {}
    for person in persons:
        if len(person.words) > 1:
            for word in (person.words[-1], person.words[0]):
                if len(word) > 2 and word not in by_surname:
                    by_surname[word] = person
    known = {position for match in matches for position in range(match.start, match.end)}
    more: list[Found] = []
    for token in doc:
        named = by_surname.get(token.text)
        if named is None or token.idx in known or taken.overlaps(token.idx, token.idx + 1):
            continue
        before = doc[token.i - 1] if token.i else None
        after = doc[token.i + 1] if token.i + 1 < len(doc) else None
        if token.text != named.words[-1] and not _alone(before, after):
            continue
        if not _alone(before, after):
            continue
        role = role_before(doc, token.i, country_tokens)
        text = None if role is None or role.honorific else role.text
        more.append(Found(token.idx, token.idx + len(token), named.entity, "short-name", text))
    return more


def _alone(before: object, after: object) -> bool:
    """Tell whether a word is no part of a longer capitalised name."""
    for token in (before, after):
        text = getattr(token, "text", "")
        if text[:1].isupper() and text.isalpha() and title_kind(text) is None:
            return False
    return True
