"""Puts the parts together: one list of mentions, one entity for each id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from briefing.extraction.actors.known import known_names
from briefing.extraction.actors.model import Found, Taken, span_at
from briefing.extraction.actors.namesakes import namesakes
from briefing.extraction.actors.organisations import abbreviated, organisations_in
from briefing.extraction.actors.people import people
from briefing.extraction.actors.person_names import person_spans
from briefing.extraction.actors.places import places_in
from briefing.extraction.actors.surroundings import Surroundings
from briefing.extraction.actors.toponyms import toponyms
from briefing.extraction.actors.where import Atlas
from briefing.extraction.facts import Entity, Mention
from briefing.reference.ambiguous import ambiguous
from briefing.reference.countries import country
from briefing.reference.gazetteer import Match, gazetteer


def gather(doc: Doc) -> tuple[dict[str, Entity], list[Mention]]:
    """Return the entities by id and the mentions in reading order.

    A mention inside a longer one follows it: "US Senate" (an organisation), then "US".
    """
    matches = list(gazetteer().matches(doc.text))
    around = Surroundings(doc)
    names = toponyms(matches, around)
    atlas = Atlas(around, matches, names)
    cities = Taken()
    for found_places in names.values():
        for item in found_places:
            cities.add(item.start, item.end)
    spans = person_spans(doc, matches, cities, around)
    matches = [match for match in matches if not cities.overlaps(match.start, match.end)]
    elsewhere = namesakes(matches, atlas, around)
    atlas.reread(elsewhere)
    known = [
        *known_names(doc, matches, spans, elsewhere, atlas, around),
        *_pairs(doc.text),
        *_combining_forms(doc.text, matches),
    ]
    persons = people(matches, spans, Taken(known), elsewhere, around)
    taken = Taken(persons)
    known = [item for item in known if not taken.overlaps(item.start, item.end)]
    places = places_in(doc, names, atlas, around, [*known, *persons])
    organisations = organisations_in(around, [*known, *persons, *places], atlas.dominant())
    found = _without_doubles(abbreviated(doc, [*known, *persons, *organisations, *places]))
    return _entities(found), [_mention(doc, item) for item in found]


def _pairs(text: str) -> Iterator[Found]:
    """Find words that mean two countries at once: "the two Koreas"."""
    for words, codes in ambiguous().pairs.items():
        start = text.find(words)
        while start >= 0:
            for code in codes:
                yield _of_country(start, start + len(words), code, "description")
            start = text.find(words, start + 1)


def _combining_forms(text: str, matches: Iterable[Match]) -> Iterator[Found]:
    """Find a country's form before a hyphen and another country's demonym: "Sino-Indian"."""
    forms = ambiguous().combining_forms
    for match in matches:
        name = match.names[0]
        if name.kind != "country" or name.form != "demonym":
            continue
        for form, code in forms.items():
            start = match.start - len(form) - 1
            whole = start >= 0 and not text[max(0, start - 1) : start].isalnum()
            if whole and text.startswith(f"{form}-", start) and code != name.country:
                yield _of_country(start, start + len(form), code, "demonym")


def _of_country(start: int, end: int, code: str, form: str) -> Found:
    item = country(code)
    entity = Entity(f"country:{code}", "country", item.name, code, item.wikidata)
    return Found(start, end, entity, form, literal=False)


def _without_doubles(found: Iterable[Found]) -> list[Found]:
    """Sort, the longer first at one place, and keep one mention of an entity at a place."""
    ordered = sorted(found, key=lambda item: (item.start, -item.end))
    seen: set[tuple[int, int, str]] = set()
    result: list[Found] = []
    for item in ordered:
        key = (item.start, item.end, item.entity.entity_id)
        if key not in seen:
            seen.add(key)
            result.append(item)
    return result


def _entities(found: Iterable[Found]) -> dict[str, Entity]:
    entities: dict[str, Entity] = {}
    for item in found:
        known = entities.get(item.entity.entity_id)
        if known is None or (known.country is None and item.entity.country is not None):
            entities[item.entity.entity_id] = item.entity
    return entities


def _mention(doc: Doc, item: Found) -> Mention:
    return Mention(
        entity_id=item.entity.entity_id,
        start=item.start,
        end=item.end,
        head=span_at(doc, item.start, item.end).root.i,
        form=item.form,
        role=item.role,
        literal=item.literal,
    )
