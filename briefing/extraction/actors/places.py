"""Cities and provinces, and the country that each lies in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import log10

from spacy.tokens import Doc, Span

from briefing.extraction.actors.government import means_government
from briefing.extraction.actors.model import Found, Taken, capitalised_runs, slug, trimmed
from briefing.extraction.facts import Entity
from briefing.reference.ambiguous import ambiguous
from briefing.reference.places import places_named

_IN = frozenset(("in", "at", "near", "outside"))
_BIG = 150_000
"""A city of so many people is found without a preposition or the model's help."""
_TOWN = 5_000
"""A town of so many people is found after a preposition of place."""


def places_in(doc: Doc, known: Sequence[Found]) -> list[Found]:
    """Return the cities and provinces that no other part has taken."""
    taken = Taken(known)
    counts = Counter(
        item.entity.country
        for item in known
        if item.entity.country and item.entity.kind in ("country", "place")
    )
    spans = sorted(_candidates(doc, taken), key=lambda span: (span.start, -span.end))
    readings: dict[str, str | None] = {}
    found: list[Found] = []
    end = -1
    for span in spans:
        if span.start_char < end:
            continue
        name = " ".join(span.text.split())
        stated = _stated(doc, span, known)
        options = places_named(name) or places_named(name.title() if name.isupper() else name)
        if stated is None and not options and span.label_ not in ("GPE", "LOC"):
            continue
        country = stated or readings.get(name) or _likeliest(options, counts)
        readings.setdefault(name, country)
        end = span.end_char
        shown = name.title() if name.isupper() and len(name) > 3 else name
        entity = Entity(_id(shown, country), "place", shown, country)
        literal = not means_government(doc[span.start : span.end])
        found.append(Found(span.start_char, span.end_char, entity, "name", literal=literal))
    return found


def _candidates(doc: Doc, taken: Taken) -> Iterator[Span]:
    for ent in doc.ents:
        if ent.label_ not in ("GPE", "LOC", "FAC"):
            continue
        span = trimmed(ent)
        if (
            span is not None
            and not taken.overlaps(span.start_char, span.end_char)
            and any(token.text[:1].isupper() for token in span)
        ):
            yield Span(doc, span.start, span.end, label=ent.label_)
    for run in capitalised_runs(doc):
        if not taken.overlaps(run.start_char, run.end_char) and _is_city(doc, run):
            yield run


def _is_city(doc: Doc, run: Span) -> bool:
    name = run.text
    people = max(places_named(name).values(), default=0)
    if run.start and doc[run.start - 1].lower_ in _IN:
        return people >= _TOWN or (people > 0 and len(run) > 1)
    return (
        people >= _BIG
        and name not in ambiguous().common_words
        and run.root.pos_ == "PROPN"
        and run.root.ent_type_ not in ("PERSON", "ORG")
    )


def _stated(doc: Doc, span: Span, known: Sequence[Found]) -> str | None:
    """Return the country or state named right after a place: "Paris, Texas", "Lima, Peru"."""
    for item in known:
        if item.start < span.end_char:
            continue
        if item.start - span.end_char > 4:
            return None
        gap = doc.text[span.end_char : item.start]
        if gap in (", ", " (", " in ") and item.entity.kind in ("country", "place"):
            return item.entity.country
    return None


def _likeliest(options: Mapping[str, int], counts: Counter[str]) -> str | None:
    """Weigh how large a place of the name is against which countries the article names."""
    total = sum(counts.values()) or 1

    def score(country: str) -> float:
        named = 2.0 + 2.0 * counts[country] / total if counts[country] else 0.0
        return log10(options[country] + 10) + named

    return max(options, key=score) if options else None


def _id(name: str, country: str | None) -> str:
    """Name a place; namesakes of the best known are told from it by their country."""
    options = places_named(name)
    if not options or country is None:
        return f"place:{slug(name)}"
    largest = max(options, key=lambda code: options[code])
    return f"place:{slug(name)}" if country == largest else f"place:{slug(name)}-{country.lower()}"
