"""Cities, provinces and facilities, and the country that each lies in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from spacy.tokens import Doc, Span

from briefing.extraction.actors.government import means_government
from briefing.extraction.actors.kinds import is_body, is_given
from briefing.extraction.actors.model import Found, Taken, span_at, trimmed
from briefing.extraction.actors.surroundings import Surroundings
from briefing.extraction.actors.toponyms import Toponym
from briefing.extraction.actors.where import Atlas
from briefing.extraction.facts import Entity
from briefing.reference.countries import countries
from briefing.reference.place_cues import place_cues
from briefing.reference.places import is_word, places_named
from briefing.tables import slug

_PLACES = ("GPE", "LOC", "FAC")
_PARTS_OF_THE_WORLD = ("East", "North", "South", "West")
"""What the model sees as a place of this name is one: "accused the West"."""


def places_in(
    doc: Doc,
    toponyms: Mapping[str, Sequence[Toponym]],
    atlas: Atlas,
    around: Surroundings,
    known: Sequence[Found],
) -> list[Found]:
    """Return the places that the reference's own names do not cover."""
    taken = Taken(item for item in known if item.entity.kind != "organisation")
    found: list[Found] = []
    for name, occurrences in toponyms.items():
        country = atlas.country(name)
        options = places_named(name)
        found.extend(
            _place(doc, item.start, item.end, name, atlas.stated_at(item.end, options) or country)
            for item in occurrences
            if not taken.overlaps(item.start, item.end) and not _surname(doc, item.start)
        )
    found.sort(key=lambda item: item.start)
    more = list(_seen_by_model(doc, [*known, *found], atlas, around))
    return sorted([*found, *more], key=lambda item: item.start)


def _surname(doc: Doc, start: int) -> bool:
    """Tell whether a name is a person's, like a town's: "Kenji Toyota, the envoy, said"."""
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    if span is None or span.start == 0:
        return False
    before = doc[span.start - 1]
    return (
        before.pos_ == "PROPN"
        and before.ent_type_ not in ("GPE", "LOC", "FAC")
        and is_given(before.text)
    )


def _place(doc: Doc, start: int, end: int, name: str, country: str | None) -> Found:
    literal = not means_government(span_at(doc, start, end))
    entity = Entity(place_id(name, country), "place", name, country)
    return Found(start, end, entity, "name", literal=literal)


def _seen_by_model(
    doc: Doc, known: Sequence[Found], atlas: Atlas, around: Surroundings
) -> Iterator[Found]:
    """Yield what the model sees as a place and no list holds: "the villages of Foo and Bar".

    It lies where the nearest place before it in the sentence lies, else in the article's country.
    """
    taken = Taken(known)
    located = [item for item in known if item.entity.country and item.entity.kind == "place"]
    for ent in around.ents:
        for span in _parts(ent) if _seen_as_place(ent) else ():
            if taken.overlaps(span.start_char, span.end_char):
                continue
            if not _is_name(span, around) or is_body(span):
                continue
            country = atlas.stated_at(span.end_char)
            certain = ent.label_ not in _PLACES or _made_like_a_place(span)
            if country is None and not (certain or _stands_as_place(span, around)):
                continue
            if country is None and (certain or ent.label_ == "GPE"):
                country = _country_near(span, located) or atlas.dominant()
            name = " ".join(span.text.split())
            yield _place(doc, span.start_char, span.end_char, name, country)


def _seen_as_place(ent: Span) -> bool:
    """Tell whether the model takes a name for a place, or a venue for a body or a person."""
    if ent.label_ in _PLACES:
        return True
    return ent.label_ in ("ORG", "PERSON") and len(ent) > 1 and ent[-1].text in place_cues().venues


def _made_like_a_place(span: Span) -> bool:
    """Tell whether the first or the last word makes a place of a name: "Cape Doe", "Doe Bay"."""
    cues = place_cues()
    words = span.text.split()
    return words[-1] in cues.areas or words[-1] in cues.facilities or words[0] in cues.openings


def _parts(ent: Span) -> Iterator[Span]:
    """Yield the names in what the model takes for one: "Foo, Bar" are two."""
    start = ent.start
    for token in ent:
        if token.text in (",", ";", "/") or token.is_space:
            part = trimmed(ent.doc[start : token.i]) if token.i > start else None
            if part is not None:
                yield part
            start = token.i + 1
    last = trimmed(ent.doc[start : ent.end]) if start < ent.end else None
    if last is not None:
        yield last


def _is_name(span: Span, around: Surroundings) -> bool:
    """Refuse words, what has no capital or has signs in it, or stands in lower case as well."""
    if not any(token.text[:1].isupper() for token in span):
        return False
    if is_word(span.text) and span.text not in _PARTS_OF_THE_WORLD:
        return False
    if any(sign.isdigit() or sign in "*@#%=+_<>|[]{}" for sign in span.text):
        return False
    return len(span) > 1 or span.text.lower() not in around.lower


def _stands_as_place(span: Span, around: Surroundings) -> bool:
    """Tell whether the words before a name put it on a map: "in Foo", "Bar and Foo"."""
    before = around.before(span.start_char)
    if before is None:
        return False
    return before.lower_ in place_cues().before or before.text in ("and", "or", ",", "(")


def _country_near(span: Span, located: Sequence[Found]) -> str | None:
    """Return the country of the nearest place before a name in its sentence."""
    begin = span.sent.start_char
    near = [item.entity.country for item in located if begin <= item.start < span.start_char]
    return near[-1] if near else None


def place_id(name: str, country: str | None) -> str:
    """Name a place; namesakes of a capital, or of the largest, are told by their country."""
    options = places_named(name)
    home = _capitals().get(name)
    if home is None and options:
        home = max(options, key=lambda code: options[code])
    if country is None or country == home:
        return f"place:{slug(name)}"
    return f"place:{slug(name)}-{country.lower()}"


@cache
def _capitals() -> dict[str, str]:
    return {name: item.alpha3 for item in countries().values() for name in item.capitals}
