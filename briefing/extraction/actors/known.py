"""Names that the reference knows, read in their context."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from spacy.tokens import Doc, Span

from briefing.extraction.actors import weights
from briefing.extraction.actors.evidence import is_setting
from briefing.extraction.actors.government import means_government
from briefing.extraction.actors.lookalikes import RULES
from briefing.extraction.actors.model import Found, span_at
from briefing.extraction.actors.places import place_id
from briefing.extraction.actors.roles import is_surname
from briefing.extraction.actors.surroundings import Surroundings
from briefing.extraction.actors.where import Atlas
from briefing.extraction.facts import Entity
from briefing.extraction.rules import first
from briefing.reference.ambiguous import ambiguous
from briefing.reference.countries import countries
from briefing.reference.gazetteer import Match, Name
from briefing.reference.name_words import name_words
from briefing.reference.nouns import nouns
from briefing.reference.organisations import organisations
from briefing.reference.place_cues import place_cues
from briefing.reference.places import regions
from briefing.tables import slug


def known_names(
    doc: Doc,
    matches: Sequence[Match],
    people: Sequence[Span],
    elsewhere: Mapping[int, str],
    atlas: Atlas,
    around: Surroundings,
) -> Iterator[Found]:
    """Yield what the reference knows, except where the name is part of a person's.

    "Jordan" is a country in "in Jordan" and no country in "Michael Jordan"; a demonym before a
    person ("French President") stands. Names in `elsewhere` mean their namesakes there.
    """
    inside = {token.i for span in people if len(span) > 1 for token in span}
    given = {word.text for span in people if len(span) > 1 for word in (span[0], span[-1])}
    given |= {span.text for span in people if is_surname(span)}
    shops = {match.text for match in matches if _shop(match, around)}
    for match in matches:
        if match.text in shops and not _placed(match, around):
            continue
        span = span_at(doc, match.start, match.end)
        if any(token.i in inside for token in span):
            continue
        if first(RULES, span, match, around) is not None:
            continue
        if match.text in given and _is_person(match, atlas, around):
            continue
        name = match.names[0]
        paper = _paper(match, around)
        if paper is not None:
            yield paper
        elif name.form in ("name", "capital") and match.start in elsewhere:
            yield _namesake(match, elsewhere[match.start])
        else:
            yield from _read(match, span, around)


def _is_person(match: Match, atlas: Atlas, around: Surroundings) -> bool:
    """Tell whether a country's name that is somebody's in this article means that person.

    "Chad Miller … Chad was late", unless the article speaks of Chadians or of N'Djamena as well.
    """
    name = match.names[0]
    if name.kind not in ("country", "place") or name.country is None:
        return False
    before = around.before(match.start)
    if before is not None and before.lower_ in place_cues().before:
        return False
    return not atlas.without(match.text)[name.country]


def _paper(match: Match, around: Surroundings) -> Found | None:
    """Read a place's name with a capital article as a paper's: "told The Atlantic"."""
    known = ambiguous().after_the.get(match.text)
    before = around.before(match.start)
    if known is None or before is None or before.text != "The" or before.is_sent_start:
        return None
    item = organisations()[known]
    entity = Entity(item.entity_id, item.kind, item.name, item.acts_for, item.wikidata)
    return Found(match.start, match.end, entity, "name")


def _shop(match: Match, around: Surroundings) -> bool:
    """Tell whether a country's name is a shop's: "the supermarket Iceland"."""
    if match.names[0].form != "name" or match.names[0].kind != "country":
        return False
    before = around.before(match.start)
    return before is not None and before.lower_ in name_words().shops


def _placed(match: Match, around: Surroundings) -> bool:
    """Tell whether a preposition of place stands before a name: "in Iceland"."""
    before = around.before(match.start)
    return before is not None and place_cues().before.get(before.lower_, 0.0) >= weights.ENOUGH


def _namesake(match: Match, country: str) -> Found:
    text = match.text
    region = ambiguous().namesake_regions.get(f"{text}/{country}")
    if region is not None:
        item = regions()[region]
        entity = Entity(item.entity_id, "place", item.name, item.country)
    else:
        shown = text.title() if text.isupper() else text
        entity = Entity(place_id(shown, country), "place", shown, country)
    return Found(match.start, match.end, entity, "name")


def _read(match: Match, span: Span, around: Surroundings) -> Iterator[Found]:
    name = match.names[0]
    if name.form == "capital":
        yield _capital(match, span, name, around)
        return
    literal = name.form in ("name", "short-name")
    if name.kind == "country" and literal:
        literal = not means_government(span)
    yield Found(match.start, match.end, _entity(name), name.form, literal=literal)


def _capital(match: Match, span: Span, name: Name, around: Surroundings) -> Found:
    text = match.text
    if not is_setting(around.text, match.start, match.end) and means_government(span):
        other = ambiguous().metonyms.get(text)
        if other is not None:
            item = organisations()[other]
            entity = Entity(item.entity_id, item.kind, item.name, item.acts_for, item.wikidata)
            return Found(match.start, match.end, entity, "name", literal=False)
        return Found(match.start, match.end, _entity(name), "government", literal=False)
    shown = _capital_shown(text)
    place = Entity(f"place:{slug(shown)}", "place", shown, name.country)
    return Found(match.start, match.end, place, "capital")


@cache
def _capital_shown(text: str) -> str:
    """Return one name for the variants of a capital: "KYIV" and "Kyiv" are one."""
    for item in countries().values():
        for capital in item.capitals:
            if capital.casefold() == text.casefold():
                return ambiguous().same_city.get(capital, capital)
    return text


@cache
def _entity(name: Name) -> Entity:
    if name.kind == "country":
        item = countries()[name.country or ""]
        return Entity(name.entity_id, "country", item.name, item.alpha3, item.wikidata)
    if name.kind == "place":
        region = regions()[name.entity_id]
        return Entity(name.entity_id, "place", region.name, region.country)
    if name.kind in ("weapon", "agreement"):
        return Entity(name.entity_id, name.kind, nouns()[name.entity_id].name)
    organisation = organisations()[name.entity_id]
    return Entity(
        name.entity_id,
        organisation.kind,
        organisation.name,
        organisation.acts_for,
        organisation.wikidata,
    )
