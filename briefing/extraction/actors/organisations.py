"""Organisations that the model finds, and abbreviations introduced in brackets."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence

from spacy.tokens import Doc, Span

from briefing.extraction.actors.kinds import is_body, is_notion, without_opening
from briefing.extraction.actors.model import Found, Taken, slug, trimmed
from briefing.extraction.actors.roles import title_kind
from briefing.extraction.actors.surroundings import Surroundings
from briefing.extraction.facts import Entity
from briefing.reference.name_words import name_words
from briefing.reference.organisations import find_organisation
from briefing.reference.roles import role_words, titles

_SMALL = frozenset(
    ("of", "the", "for", "and", "in", "on", "to", "de", "&", "with", "at", "against", "by", "from")
)
_PLACES = ("GPE", "FAC", "LOC")
_NEAR = 100
"""Names further away than so many characters are not beside an organisation's name."""


def organisations_in(around: Surroundings, known: Sequence[Found], home: str | None) -> list[Found]:
    """Return the organisations that the reference does not know.

    "The Foreign Ministry of Ghana", "Acme Corp". One that holds a country's name or follows its
    possessive belongs to that country.
    """
    taken = Taken(item for item in known if item.form != "demonym")
    ordered = sorted(known, key=lambda item: item.start)
    starts = [item.start for item in ordered]
    found: list[Found] = []
    text = around.text
    persons = [item.entity for item in known if item.entity.kind == "person"]
    somebody = {name: item for item in persons for name in (item.name, item.name.split()[-1])}
    for ent in around.ents:
        if ent.label_ != "ORG" and not _mistaken(ent):
            continue
        whole = trimmed(_proper_part(ent))
        span = None if whole is None else _whole_name(whole)
        if span is None or not _is_name(span) or _is_no_body(span, around.lower):
            continue
        low = bisect_left(starts, span.start_char - _NEAR)
        near = ordered[low : bisect_left(starts, span.end_char + _NEAR)]
        if any((item.start, item.end) == (span.start_char, span.end_char) for item in near):
            continue
        if taken.overlaps(span.start_char, span.end_char) and not _wider(span, near):
            continue
        if span.text in somebody:
            form = "short-name" if len(span) == 1 else "name"
            found.append(Found(span.start_char, span.end_char, somebody[span.text], form))
            continue
        country = _country(span, text, near)
        if country is None and ent.label_ in _PLACES:
            country = home
        name = " ".join(span.text.split())
        item = find_organisation(name)
        if item is not None:
            entity = Entity(item.entity_id, item.kind, item.name, item.acts_for, item.wikidata)
        else:
            entity = Entity(_id(name, country), "organisation", name, country)
        found.append(Found(span.start_char, span.end_char, entity, "name"))
    return found


def _mistaken(ent: Span) -> bool:
    """Tell whether the model takes a body for a place, or a company for a person."""
    if ent.label_ in _PLACES:
        return is_body(ent)
    return ent.label_ == "PERSON" and len(ent) > 1 and ent[-1].text in name_words().companies


def _proper_part(ent: Span) -> Span:
    """Leave out what the model runs over: "LIMA The Acme Corp (AC" is "Acme Corp"."""
    for token in ent:
        if token.text == "The" and token.i > ent.start and ent[0].is_upper:
            return _proper_part(ent.doc[token.i : ent.end])
        dash = token.text == "-" and token.whitespace_ and ent.doc[token.i - 1].whitespace_
        if token.i > ent.start and (token.text == "(" or dash):
            return ent.doc[ent.start : token.i]
    return ent


def _whole_name(span: Span) -> Span:
    """Take a name as a reader does.

    "Beyond" is no part of "Beyond Cedar Bank", "to" none of "Air Cedar to"; "Committee for a Fair
    Budget" is one name, though the model stops before "a".
    """
    doc = span.doc
    span = without_opening(span)
    start, end = span.start, span.end
    if end > start + 1 and doc[end - 1].lower_ in ("of", "for", "on"):
        after = doc[end : end + 2]
        joined = len(after) == 2 and after[0].lower_ in ("a", "an", "the")
        if joined and after[1].text.istitle():
            end += 1
            while end < len(doc) and doc[end].text.istitle() and doc[end].is_alpha:
                end += 1
    while end > start + 1 and doc[end - 1].lower_ in _SMALL:
        end -= 1
    return doc[start:end]


def _is_no_body(span: Span, lower: Collection[str]) -> bool:
    """Tell whether a name is a people's, a disease's or a word's: "Latinos", "DUI", "Property"."""
    if is_notion(span.text) or span.text.lower() in titles():
        return True
    return len(span) == 1 and not span.text.isupper() and span.text.lower() in lower


def _is_name(span: Span) -> bool:
    words = [token for token in span if token.is_alpha]
    if not words:
        return False
    roles = role_words()
    if any(token.lower_ in roles.headline_verbs - _SMALL for token in words[1:]):
        return False
    if title_kind(words[0].text) is not None and (len(words) == 1 or words[1].lower_ == "of"):
        return False  # an office: "Governor of Nairobi"
    after = span.doc[span.end] if span.end < len(span.doc) else None
    if words[-1].lower_ in roles.portfolios and after is not None and title_kind(after.text):
        return False  # part of an office: "Kenyan Economy Secretary"
    first = span.doc[span.start - 1] if span.start else None
    if len(words) == 1 and words[0].is_upper and first is not None and first.like_num:
        return False  # a unit: "80 MW"
    if len(words) == 1 and words[0].lower_ in roles.modifiers | roles.portfolios:
        return False
    return (
        any(token.text[:1].isupper() for token in words)
        and any(token.pos_ == "PROPN" for token in words)
        and len(span) <= 12
    )


def _wider(span: Span, near: Sequence[Found]) -> bool:
    """Tell whether a name only begins with a country's: "Ghana Revenue Authority"."""
    inner = [item for item in near if item.start < span.end_char and span.start_char < item.end]
    return (
        len(span) > 1
        and all(item.entity.kind in ("country", "place") for item in inner)
        and all(span.start_char <= item.start and item.end <= span.end_char for item in inner)
    )


def _country(span: Span, text: str, near: Sequence[Found]) -> str | None:
    start, end = span.start_char, span.end_char
    for item in near:
        if item.entity.country is None or item.entity.kind not in ("country", "place"):
            continue
        gap = text[item.end : start]
        if start <= item.start and item.end <= end:
            return item.entity.country
        if item.end <= start and gap in ("'s ", " ", "' ", "s' "):
            return item.entity.country
        after = text[end : item.start]
        if item.start >= end and after in (" of ", " of the "):
            return item.entity.country
    return None


def _id(name: str, country: str | None) -> str:
    """Name an organisation; one of a general name is told from its namesakes by its country."""
    words = [word.lower() for word in name.split()]
    general = role_words().modifiers | role_words().portfolios | _SMALL
    base = f"organisation:{slug(name)}"
    if country and all(word in general for word in words):
        return f"{base}-{country.lower()}"
    return base


def abbreviations(text: str, found: Sequence[Found]) -> dict[str, Entity]:
    """Return the abbreviations that the article introduces in brackets.

    "Ghana Revenue Authority (GRA)" makes GRA that authority wherever the article says it,
    whatever else goes by these letters.
    """
    short: dict[str, Entity] = {}
    for item in found:
        if item.entity.kind not in ("organisation", "alliance"):
            continue
        rest = text[item.end : item.end + 14]
        if not rest.startswith(" (") or ")" not in rest:
            continue
        letters = rest[2:].split(")")[0].strip("\"' ")
        proper = 2 <= len(letters) <= 8 and letters[:1].isupper() and letters.isalnum()
        if proper and _abbreviates(letters, text[item.start : item.end]):
            short.setdefault(letters, item.entity)
    return short


def abbreviated(doc: Doc, found: Sequence[Found]) -> list[Found]:
    """Return the mentions with the introduced abbreviations read as what they stand for."""
    short = abbreviations(doc.text, found)
    if not short:
        return list(found)
    places = [
        (token.idx, token.idx + len(token), short[token.text])
        for token in doc
        if token.text in short
    ]
    spots = {(start, end) for start, end, _ in places}
    kept = [item for item in found if (item.start, item.end) not in spots]
    taken = Taken(item for item in kept if item.entity.kind not in ("country", "place"))
    kept.extend(
        Found(start, end, entity, "short-name")
        for start, end, entity in places
        if not taken.overlaps(start, end)
    )
    return kept


def _abbreviates(letters: str, name: str) -> bool:
    """Tell whether the letters stand in order in the name, the first at its beginning."""
    rest = iter(name.lower())
    wanted = [letter for letter in letters.lower() if letter.isalpha()]
    return (
        bool(wanted)
        and name.lower().lstrip().startswith(wanted[0])
        and all(any(letter == other for other in rest) for letter in wanted)
    )
