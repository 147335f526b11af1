"""Organisations that the model finds, and abbreviations introduced in brackets."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from briefing.extraction.actors.kinds import is_body, is_notion, without_opening
from briefing.extraction.actors.model import Found, Taken, trimmed
from briefing.extraction.actors.roles import MISTER, title_kind
from briefing.extraction.actors.surroundings import Surroundings
from briefing.extraction.facts import Entity
from briefing.extraction.grammar_words import ARTICLES
from briefing.extraction.rules import Rule, first, rule
from briefing.reference.ambiguous import ambiguous
from briefing.reference.countries import find_country
from briefing.reference.name_words import name_words
from briefing.reference.organisations import find_organisation
from briefing.reference.roles import role_words, titles
from briefing.tables import slug

_SMALL = frozenset(
    ("of", "the", "for", "and", "in", "on", "to", "de", "&", "with", "at", "against", "by", "from")
)
_PLACES = ("GPE", "FAC", "LOC")
_LONGEST = 12
"""Names of bodies have no more tokens than this (set by hand): a longer find is a clause."""
_NEAR = 100
"""Names further away than so many characters are not beside another (set by hand)."""
_LONGEST_ABBREVIATION = 8
_BRACKETS = _LONGEST_ABBREVIATION + 6
"""Signs of an abbreviation in brackets, a blank and marks included (set by hand)."""


def organisations_in(around: Surroundings, known: Sequence[Found], home: str | None) -> list[Found]:
    """Return the organisations that the reference does not know.

    "The Foreign Ministry of Ghana", "Acme Corp". One that holds a country's name or follows its
    possessive belongs to that country.
    """
    taken = Taken(item for item in known if item.form != "demonym")
    ordered = sorted(known, key=lambda item: item.start)
    starts = [item.start for item in ordered]
    persons = [item.entity for item in known if item.entity.kind == "person"]
    somebody = {name: item for item in persons for name in (item.name, item.name.split()[-1])}
    found: list[Found] = []
    for ent in around.ents:
        span = _body_in(ent, around)
        if span is None:
            continue
        low = bisect_left(starts, span.start_char - _NEAR)
        near = ordered[low : bisect_left(starts, span.end_char + _NEAR)]
        if _is_found_already(span, near, taken):
            continue
        entity = somebody.get(span.text) or _entity(ent, span, around.text, near, home)
        form = "short-name" if entity.kind == "person" and len(span) == 1 else "name"
        found.append(Found(span.start_char, span.end_char, entity, form))
    return found


def _body_in(ent: Span, around: Surroundings) -> Span | None:
    """Return the name of a body in what the model takes for one name; None where there is none."""
    if ent.label_ != "ORG" and not _mistaken(ent):
        return None
    whole = trimmed(_proper_part(ent))
    span = None if whole is None else _whole_name(whole)
    return None if span is None or first(RULES, span, around) else span


def _is_found_already(span: Span, near: Sequence[Found], taken: Taken) -> bool:
    if any((item.start, item.end) == (span.start_char, span.end_char) for item in near):
        return True
    return taken.overlaps(span.start_char, span.end_char) and not _wider(span, near)


def _entity(ent: Span, span: Span, text: str, near: Sequence[Found], home: str | None) -> Entity:
    country = _country(span, text, near)
    if country is None and ent.label_ in _PLACES:
        country = home
    name = " ".join(span.text.split())
    item = find_organisation(name)
    if item is not None and country in (None, item.acts_for):
        return Entity(item.entity_id, item.kind, item.name, item.acts_for, item.wikidata)
    return Entity(_id(name, country), "organisation", name, country)


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
        joined = len(after) == 2 and after[0].lower_ in ARTICLES
        if joined and after[1].text.istitle():
            end += 1
            while end < len(doc) and doc[end].text.istitle() and doc[end].is_alpha:
                end += 1
    while end > start + 1 and doc[end - 1].lower_ in _SMALL:
        end -= 1
    return doc[start:end]


@rule(example="Brexit shook Lisbon.", counter_example="Brexit Alliance leaders met in Lisbon.")
def notion(span: Span, around: Surroundings) -> bool:
    """Refuse a people, a faith, an illness, a feast or the like, and a title that stands alone."""
    return is_notion(span.text) or span.text.lower() in titles()


@rule(
    example="The Property is in Peru; the property was sold by the owner.",
    counter_example="Oxfam is in Peru, and the charity was praised.",
)
def word_of_this_article(span: Span, around: Surroundings) -> bool:
    """Refuse a single word that the article writes in lower case as well."""
    return len(span) == 1 and not span.text.isupper() and span.text.lower() in around.lower


@rule(
    example="Medina Approves Treaties to Protect Borders.",
    counter_example="Medina Bank approves treaties.",
)
def headline(span: Span, around: Surroundings) -> bool:
    """Refuse what runs on over a headline's verb."""
    verbs = role_words().headline_verbs - _SMALL
    return any(token.lower_ in verbs for token in _letters(span)[1:])


@rule(
    example="The judge, Mr Justice Macallan, agreed.",
    counter_example="The Justice Ministry agreed.",
)
def honorific(span: Span, around: Surroundings) -> bool:
    """Refuse what begins with Mr, Mrs or Ms: it is somebody. "St. Anselm College" is a body."""
    return span[0].lower_.rstrip(".") in MISTER


@rule(
    example="He will be seen by a Justice of the Peace in Lagos.",
    counter_example="The Lagos Governors Forum spoke.",
)
def office(span: Span, around: Surroundings) -> bool:
    """Refuse an office: a title alone, or with "of" behind it."""
    words = _letters(span)
    if not words or title_kind(words[0].text) is None:
        return False
    return len(words) == 1 or words[1].lower_ == "of"


@rule(
    example="Interior Minister Eva Berg said so.",
    counter_example="The Interior Ministry said so.",
)
def portfolio_before_a_title(span: Span, around: Surroundings) -> bool:
    """Refuse a part of an office, whose title follows."""
    words = _letters(span)
    after = span.doc[span.end] if span.end < len(span.doc) else None
    return (
        bool(words)
        and words[-1].lower_ in role_words().portfolios
        and after is not None
        and title_kind(after.text) is not None
    )


@rule(
    example="The plant makes 80 MW and the Emirati owner wants more.",
    counter_example="The plant belongs to MW, and the Emirati owner wants more.",
)
def unit(span: Span, around: Surroundings) -> bool:
    """Refuse one word in capitals after a number."""
    words = _letters(span)
    before = span.doc[span.start - 1] if span.start else None
    return len(words) == 1 and words[0].is_upper and before is not None and before.like_num


@rule(example="Treasury was closed.", counter_example="They joined the Treasury Board.")
def word_of_an_office(span: Span, around: Surroundings) -> bool:
    """Refuse one word that stands in names of offices."""
    words, roles = _letters(span), role_words()
    return len(words) == 1 and words[0].lower_ in roles.modifiers | roles.portfolios


@rule(example="The club ac milan won.", counter_example="The club AC Milan won.")
def no_name(span: Span, around: Surroundings) -> bool:
    """Refuse what holds no capital or no proper noun, or is longer than names are."""
    words = _letters(span)
    return (
        len(span) > _LONGEST
        or not any(token.text[:1].isupper() for token in words)
        or not any(token.pos_ == "PROPN" for token in words)
    )


@rule(
    example="The Indo-Pakistani war ended.",
    counter_example="The Anglo-Irish Bank failed.",
)
def two_peoples(span: Span, around: Surroundings) -> bool:
    """Refuse two peoples with a hyphen, and what is between them."""
    joined = len(span) > 2 and span[1].text == "-"
    if not joined or span[0].text not in ambiguous().combining_forms:
        return False
    return not any(token.text[:1].isupper() for token in span[3:])


@rule(
    example="Egypt & Sudan reject the plan.",
    counter_example="Marks & Spencer rejects the plan.",
)
def two_countries(span: Span, around: Surroundings) -> bool:
    """Refuse two countries or peoples that a sign joins."""
    first, sign, last = span.text.partition("&")
    return bool(sign) and all(find_country(name.strip()) is not None for name in (first, last))


RULES: tuple[Rule[[Span, Surroundings], bool], ...] = (
    two_peoples,
    two_countries,
    notion,
    word_of_this_article,
    headline,
    honorific,
    office,
    portfolio_before_a_title,
    unit,
    word_of_an_office,
    no_name,
)


def _letters(span: Span) -> list[Token]:
    return [token for token in span if token.is_alpha]


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
        rest = text[item.end : item.end + _BRACKETS]
        if not rest.startswith(" (") or ")" not in rest:
            continue
        letters = rest[2:].split(")")[0].strip("\"' ")
        proper = (
            2 <= len(letters) <= _LONGEST_ABBREVIATION
            and letters[:1].isupper()
            and letters.isalnum()
        )
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
