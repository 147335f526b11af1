"""Cities, provinces and facilities, and the country that each lies in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc

from briefing.extraction.actors.government import means_government
from briefing.extraction.actors.model import Found, Taken, slug, span_at, trimmed
from briefing.extraction.actors.toponyms import Toponym
from briefing.extraction.actors.where import Atlas
from briefing.extraction.facts import Entity
from briefing.reference.place_cues import place_cues
from briefing.reference.places import places_named


def places_in(
    doc: Doc,
    toponyms: Mapping[str, Sequence[Toponym]],
    atlas: Atlas,
    known: Sequence[Found],
) -> list[Found]:
    """Return the places that the reference's own names do not cover."""
    taken = Taken(item for item in known if item.entity.kind != "organisation")
    found: list[Found] = []
    for name, occurrences in toponyms.items():
        country = atlas.country(name)
        found.extend(
            _place(doc, item.start, item.end, name, country)
            for item in occurrences
            if not taken.overlaps(item.start, item.end)
        )
    found.sort(key=lambda item: item.start)
    more = list(_seen_by_model(doc, [*known, *found], atlas))
    return sorted([*found, *more], key=lambda item: item.start)


def _place(doc: Doc, start: int, end: int, name: str, country: str | None) -> Found:
    literal = not means_government(span_at(doc, start, end))
    entity = Entity(place_id(name, country), "place", name, country)
    return Found(start, end, entity, "name", literal=literal)


def _seen_by_model(doc: Doc, known: Sequence[Found], atlas: Atlas) -> Iterator[Found]:
    """Yield what the model sees as a place and no list holds: "the villages of Foo and Bar".

    It lies where the nearest place before it in the sentence lies, else in the article's country.
    """
    taken = Taken(known)
    cues = place_cues()
    located = [item for item in known if item.entity.country and item.entity.kind == "place"]
    for ent in doc.ents:
        venue = ent.label_ in ("ORG", "PERSON") and ent[-1].text in cues.venues and len(ent) > 1
        if ent.label_ not in ("GPE", "LOC", "FAC") and not venue:
            continue
        span = trimmed(ent)
        if span is None or taken.overlaps(span.start_char, span.end_char):
            continue
        if not any(token.text[:1].isupper() for token in span):
            continue
        name = " ".join(span.text.split())
        country = atlas.stated_at(span.end_char)
        if country is None and (
            ent.label_ == "GPE" or venue or name.split(" ")[-1] in cues.areas | cues.facilities
        ):
            sentence = span.sent
            near = [
                item.entity.country
                for item in located
                if sentence.start_char <= item.start < span.start_char
            ]
            country = near[-1] if near else atlas.dominant()
        yield _place(doc, span.start_char, span.end_char, name, country)


def place_id(name: str, country: str | None) -> str:
    """Name a place; namesakes of the best known are told from it by their country."""
    options = places_named(name)
    if country is None or (options and country == max(options, key=lambda code: options[code])):
        return f"place:{slug(name)}"
    return f"place:{slug(name)}-{country.lower()}"
