"""Which words name people: the model's finds put right, titles, ages and offices beside names."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from spacy.tokens import Doc, Span, Token

from briefing.extraction.actors.kinds import (
    is_given,
    is_thing,
    named_like_person,
    without_opening,
)
from briefing.extraction.actors.model import Taken, trimmed
from briefing.extraction.actors.roles import (
    MISTER,
    is_surname,
    last_of_titles,
    title_before,
    title_kind,
)
from briefing.extraction.actors.surroundings import Surroundings
from briefing.extraction.grammar_words import ARTICLES, NOMINAL, VERBAL
from briefing.reference.gazetteer import Match
from briefing.reference.roles import role_words

_LONGEST = 10
"""Names of the reference have no more words than this."""
_TOKENS = 6
_AFTER_TITLE = 5
_DESCRIBED = 4
"""Tokens of a name at most: where the model has begun it, after a title, before a description."""
_DESCRIPTION = 8
"""So many tokens after a name are read for an age or an office. All four were set by hand."""


def person_spans(
    doc: Doc, matches: Sequence[Match], cities: Taken, around: Surroundings
) -> list[Span]:
    """Return the spans that name people, in order, without titles.

    From the model's PERSON entities, from titles before capitalised names, and from a role or an
    age after a name that the model takes for an organisation: "Jane Doe, 61, said". A name that
    the reference knows for a country, an organisation or a region is none.
    """
    known = _known_spans(doc, matches)
    spans = _of_the_model(doc, matches, known, cities, around)
    for named in _after_titles(around, known, cities, spans.keys()):
        spans[named.start] = named
    return _apart(spans.values())


def _of_the_model(
    doc: Doc,
    matches: Sequence[Match],
    known: dict[int, int],
    cities: Taken,
    around: Surroundings,
) -> dict[int, Span]:
    """Return by first token what the model takes for people, or for bodies and places in error."""
    demonyms = {match.end for match in matches if match.names[0].form == "demonym"}
    names = {ent.text for ent in around.ents if ent.label_ == "PERSON"}
    parts = {tuple(name.split()[-2:]) for name in names if len(name.split()) > 2}
    spans: dict[int, Span] = {}
    for found in around.ents:
        ent = _with_given_name(doc, found)
        if not _is_somebody(doc, ent, names, parts):
            continue
        for span in _names_in(doc, ent, known):
            people = span.end_char in demonyms and not is_given(span[0].text)
            if not (people or _is_city(span, cities) or is_thing(span)):
                spans[span.start] = span
    return spans


def _after_titles(
    around: Surroundings, known: dict[int, int], cities: Taken, found: Collection[int]
) -> list[Span]:
    """Return the names after titles that the model passes over: "Minister |Doe| said"."""
    last = last_of_titles()
    named: list[Span] = []
    for position, word in enumerate(around.words[:-1], start=1):
        if word.lower() in last and position not in found:
            span = _name_after_title(around.doc, position, known)
            if span is not None and not _is_city(span, cities):
                named.append(span)
    return named


def _apart(spans: Collection[Span]) -> list[Span]:
    """Return spans in order, none inside another; "Okoro-Vega talks" are of two people."""
    single = {token.text for span in spans if "-" not in span.text for token in span}
    found: list[Span] = []
    for span in sorted(spans, key=lambda item: (item.start, -item.end)):
        pair = span.text.split("-")
        two = len(pair) == 2 and single.issuperset(pair)
        if not two and (not found or span.start >= found[-1].end):
            found.append(span)
    return found


def _is_somebody(
    doc: Doc, ent: Span, names: Collection[str], parts: Collection[tuple[str, ...]]
) -> bool:
    """Tell whether the model takes a name for a person's, or for another's in error."""
    if ent.label_ == "GPE":
        given = len(ent) > 1 and is_given(ent[0].text)
        return named_like_person(doc, ent, names) or (given and _office_follows(doc, ent))
    if ent.label_ != "ORG":
        return ent.label_ == "PERSON"
    return (
        ent.text in names
        or tuple(ent.text.split()) in parts
        or _described_as_person(doc, ent)
        or named_like_person(doc, ent, names)
    )


def _with_given_name(doc: Doc, ent: Span) -> Span:
    """Add a given name that the model leaves outside what it takes for a place: Ana |Petrova|."""
    before = doc[ent.start - 1] if ent.start and len(ent) == 1 else None
    if before is None or ent.label_ != "GPE" or before.ent_type_ or not before.text.istitle():
        return ent
    return Span(doc, before.i, ent.end, label=ent.label) if is_given(before.text) else ent


def _described_as_person(doc: Doc, ent: Span) -> bool:
    """Tell whether an age or a title follows: "Doe, 61,", "Jane Doe, an analyst at"."""
    if not all(token.text.istitle() and token.is_alpha for token in ent) or len(ent) > _DESCRIBED:
        return False
    after = doc[ent.end : ent.end + _DESCRIPTION]
    if len(after) < 3 or after[0].text != ",":
        return False
    if after[1].is_digit and len(after[1]) == 2 and after[2].text == ",":
        return True
    for token in after[1:]:
        if token.is_punct or token.pos_ == "VERB":
            return False
        if title_kind(token.text) in ("head", "minister"):
            return True
        if title_kind(token.text) is not None:
            return len(ent) > 1 and after[1].lower_ in ARTICLES and _is_somebodys(token)
    return False


def _office_follows(doc: Doc, name: Span) -> bool:
    """Tell whether an office stands behind a name and a comma: "Ana Petrova, head of the port"."""
    after = doc[name.end : name.end + _AFTER_TITLE]
    if len(after) < 2 or after[0].text != ",":
        return False
    head = None
    for token in after[1:]:
        if token.pos_ in NOMINAL:
            head = token
        elif head is not None or token.is_punct or token.pos_ in VERBAL:
            break
    return head is not None and title_kind(head.text) is not None


def _is_somebodys(title: Token) -> bool:
    """Tell whether a title is a person's alone: "an analyst at", not "adviser", "analyst group"."""
    following = title.nbor(1) if title.i + 1 < len(title.doc) else None
    if following is not None and (following.pos_ in NOMINAL or following.text == "-"):
        return False
    return title.lower_ not in role_words().also_of_bodies


def _is_city(span: Span, cities: Taken) -> bool:
    """Tell whether a name is, or begins with, a place's: "Leeds", "Leeds Mayor"."""
    return cities.overlaps(span.start_char, span.start_char + 1)


def _known_spans(doc: Doc, matches: Sequence[Match]) -> dict[int, int]:
    """Map the first token of each reference name to the token after its last."""
    known: dict[int, int] = {}
    for match in matches:
        if match.names[0].kind in ("weapon", "agreement") and match.text.islower():
            continue
        span = doc.char_span(match.start, match.end, alignment_mode="expand")
        if span is not None:
            known[span.start] = span.end
    return known


def _names_in(doc: Doc, ent: Span, known: dict[int, int]) -> list[Span]:
    """Return the person's name in what the model takes for one; none where it is another's."""
    span = trimmed(ent)
    if span is None:
        return []
    span = without_opening(span)
    start = _after_opening_role(doc, span.start, span.end, known)
    end = _grown(doc, start, _before_closing_signs(doc, start, span.end), known)
    end = _where_a_name_ends(doc, start, end)
    if start >= end or _lies_in_a_known_name(start, end, known):
        return []
    if not doc[start].text.istitle() and known.get(start, end + 1) <= end:
        return []  # names of countries are part of people's names, but after a given name
    return [doc[start:end]]


def _after_opening_role(doc: Doc, start: int, end: int, known: dict[int, int]) -> int:
    """Skip an office before a name: "Ghana's" and "Deputy" of "Ghana's Deputy Premier Doe"."""
    while start < end:
        whose = start in known and known[start] < end
        if whose and (_role_follows(doc, known[start]) or doc[start].tag_ == "NNPS"):
            start = known[start]
        elif start + 1 < end and _role_follows(doc, start):
            start += 1
        else:
            break
    return start


def _before_closing_signs(doc: Doc, start: int, end: int) -> int:
    while end > start and (
        doc[end - 1].lower_ in ("'s", "'", "-") or doc[end - 1].is_space or doc[end - 1].is_punct
    ):
        end -= 1
    return end


def _where_a_name_ends(doc: Doc, start: int, end: int) -> int:
    """Cut off what the model runs on over: "Doe Says", "Doe; Smith"."""
    words = role_words()
    for position in range(start, end):
        token = doc[position]
        if position > start and token.lower_ in words.headline_verbs and not _is_may(token):
            return position
        if not (
            (position > start and doc[position - 1].text == "-")
            or token.text[:1].isupper()
            or token.lower_ in words.particles
            or token.text in "-'."
        ):
            return position
    return end


def _is_may(token: Token) -> bool:
    """Tell whether "May" or "Will" is a surname: "Anna May said", not "Doe May Visit"."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return (
        token.text in ("May", "Will")
        and following is not None
        and following.tag_ in ("VBD", "VBZ", ",", ".", "POS")
    )


def _lies_in_a_known_name(start: int, end: int, known: dict[int, int]) -> bool:
    opening = range(max(0, start - _LONGEST), start + 1)
    return any(known.get(first, 0) >= end for first in opening)


def _grown(doc: Doc, start: int, end: int, known: dict[int, int]) -> int:
    """Add the words of a name that the model stopped short of: "Jan van der" + "Berg"."""
    if start >= end or (start > 0 and doc[start].is_sent_start and doc[start].is_stop):
        return end
    while end < len(doc) and end - start < _TOKENS:
        grown = _with_next(doc, start, end, known)
        if grown == end:
            break
        end = grown
    return end


def _with_next(doc: Doc, start: int, end: int, known: dict[int, int]) -> int:
    """Return where a name ends with its next part, or `end` where that is no part of it."""
    token, before = doc[end], doc[end - 1]
    inside = token.ent_iob_ == "I" and token.ent_type_ == before.ent_type_
    if end in known and not inside:
        return end
    if token.text == "-" and not before.whitespace_ and not token.whitespace_:
        joined = doc[end + 1] if end + 1 < len(doc) else None
        if joined is None or not _second_part(joined, first=end - start == 1):
            return end
        return end + 2  # a name in two parts: "Jean-Luc", "Min-ho"
    joint = _after_particles(doc, end)
    if joint > end:
        return joint
    return end + 1 if _goes_on(before, token, inside=inside) else end


def _goes_on(before: Token, token: Token, *, inside: bool) -> bool:
    """Tell whether a capitalised word is the next of a name: "Jane |Doe|", "Sarah |April| said"."""
    if not (token.text.istitle() and token.is_alpha and token.pos_ == "PROPN"):
        return False
    one_name = before.dep_ == "compound" and before.head == token
    if token.ent_type_ == "DATE" and one_name:
        return True
    entered = inside or before.lower_ in role_words().particles
    if token.ent_type_ not in ("", "PERSON") and not entered:
        return False
    return title_kind(token.text) is None


def _after_particles(doc: Doc, position: int) -> int:
    """Skip the particles that join two names: "Joana |dos Santos", "Ana |de la Cruz"."""
    particles = role_words().particles
    stop = position
    while stop < len(doc) and doc[stop].lower_ in particles and doc[stop].is_lower:
        stop += 1
    joined = stop > position and stop < len(doc) and doc[stop].pos_ == "PROPN"
    number = any(token.pos_ == "NUM" for token in doc[position:stop])  # "Doe ten Danes"
    return stop if joined and doc[stop].text.istitle() and not number else position


def _second_part(token: Token, *, first: bool) -> bool:
    """Tell whether a word after a hyphen is part of a name; "Doe-led" and "Doe-era" are not."""
    if token.text.istitle():
        return True
    return not first and token.is_lower and token.is_alpha and token.pos_ in ("PROPN", "NOUN")


def _role_follows(doc: Doc, position: int) -> bool:
    words = role_words()
    token = doc[position]
    return (
        title_kind(token.text) is not None
        or title_kind(token.text.removesuffix("s")) is not None
        or token.lower_ in words.modifiers | words.portfolios
    )


def _after_mister(doc: Doc, position: int) -> bool:
    """Tell whether the model takes for a body what Mr, Mrs or Ms opens: "Mr Justice |Doe|"."""
    while doc[position].ent_iob_ == "I":
        position -= 1
    return doc[position].lower_.rstrip(".") in MISTER


def _name_after_title(doc: Doc, position: int, known: dict[int, int]) -> Span | None:
    end = position
    if title_before(doc, position) is None:
        return None
    while end < len(doc) and end - position < _AFTER_TITLE:
        token = doc[end]
        good = token.text[:1].isupper() and (token.is_alpha or "." in token.text)
        joined = (
            (token.text in ("-", "'") or token.lower_ in role_words().particles)
            and end + 1 < len(doc)
            and doc[end + 1].text[:1].isupper()
            and end > position
        )
        if not (good or joined) or (
            end in known and end == position and not is_surname(doc[end : end + 1])
        ):
            break
        if title_kind(token.text) is not None or (
            token.ent_type_ in ("ORG", "DATE", "GPE", "NORP")
            and not _after_mister(doc, end)
            and not is_surname(doc[end : end + 1])
        ):
            break
        if token.pos_ not in ("PROPN", "NOUN", "PART", "PUNCT", "X", "ADP", "ADJ"):
            break
        end += 1
    if end == position or doc[position].pos_ != "PROPN":
        return None
    return doc[position:end]
