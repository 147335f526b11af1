"""Is a name a person's or a body's? What it and its sentence say, against the model's guess."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from briefing.extraction.actors.roles import title_before, title_kind
from briefing.extraction.grammar_words import ARTICLES, PERSONAL_RELATIVES, SUBJECTS, VERBAL
from briefing.reference.genders import genders
from briefing.reference.leaders import leader_country, leader_surname
from briefing.reference.name_words import is_illness, name_words
from briefing.reference.place_cues import place_cues
from briefing.reference.reporting import quoting
from briefing.reference.roles import role_words
from briefing.reference.time_names import time_names

_MIXED = ("Mc", "Mac", "De", "Di", "Le", "La", "Du", "Van", "Fitz", "O'", "D'")
_SHORT_CAPITALS = 5
"""One word of so many capitals is an abbreviation, unless it is a given name (set by hand)."""
_INITIALS = 2
"""Words of so many letters may be initials: JP, DJ."""
_FULL_NAME = 3
"""Names of more words than this are seldom a person's where the model sees none (set by hand)."""
_ZONES = (" daylight time", " mean time", " standard time", " summer time")
_NUMERAL = re.compile("[IVX]+")


def is_thing(span: Span) -> bool:
    """Tell whether the words show that a name is nobody's: "Cedar Store", "H7N2", "VoIP"."""
    if len(span) > 1 and (_opens_like_a_thing(span) or _ends_like_a_thing(span)):
        return True
    if len(span) > 1 and is_notion(span.text):
        return True
    letters = [token.text for token in span if token.is_alpha and len(token) > _INITIALS]
    acronym = any(word.isupper() and not _NUMERAL.fullmatch(word) for word in letters)
    if acronym and any(word.istitle() for word in letters):
        return True  # "Young DKP"
    return any(_odd(token.text) for token in span)


def _opens_like_a_thing(span: Span) -> bool:
    first = span[0].text
    return first in name_words().thing_openings or first in place_cues().openings


def _ends_like_a_thing(span: Span) -> bool:
    """Tell whether a name ends as bodies', sites' and things' do; "Anna Power" is somebody."""
    words, cues = name_words(), place_cues()
    last = span[-1].text
    given = len(span) == 2 and is_given(span[0].text)
    if given and (last in cues.facilities or last in words.also_surnames):
        return last in cues.venues
    return (
        last in words.thing_endings
        or last in words.bodies
        or last in words.made_bodies
        or last in words.companies
        or last in cues.venues
        or last in cues.facilities
    )


def is_notion(name: str) -> bool:
    """Tell whether a name is a people's, a faith's, an illness's, a feast's or the like."""
    words = name_words()
    low = name.lower()
    return (
        name in words.peoples
        or name in words.not_bodies
        or is_illness(name)
        or low in time_names()
        or low.endswith(_ZONES)
        or (name.istitle() and " " not in name and low.endswith(words.idea_endings))
    )


def _odd(word: str) -> bool:
    """Tell whether a word has figures or capitals inside it, as brands have: "iTunes"."""
    if any(sign.isdigit() for sign in word):
        return True
    if not word.isalpha() or word.startswith(_MIXED) or word.casefold() in genders().names:
        return False
    return any(before.islower() and sign.isupper() for before, sign in pairwise(word))


def may_stand_alone(spans: Sequence[Span], lower: Collection[str]) -> bool:
    """Tell whether a single word that no full name explains is a person's name.

    The model takes many a brand, breed or headline word for a person. A given name, a statesman's
    surname, a title or a person's doing ("Okoro said") tells that it is one.
    """
    name = spans[0].text
    if name.lower() in lower or is_role_word(name):
        return False
    if is_notion(name):
        return False
    if name.isupper() and len(name) <= _SHORT_CAPITALS and len(name.strip(".")) > 1:
        return name.casefold() in genders().names and len(name) > _INITIALS
    for span in spans:
        token = span[0]
        before = token.nbor(-1) if token.i else None
        if token.tag_ in ("NNPS", "NNS") or (before is not None and before.lower_ in ARTICLES):
            return False
    if name.casefold() in genders().names or leader_surname(name):
        return True
    return any(acts_as_person(span) or _age_follows(span) for span in spans)


def is_given(word: str) -> bool:
    """Tell whether a word is a given name."""
    return word.casefold() in genders().names


def is_role_word(name: str) -> bool:
    """Tell whether a word is part of offices or ends names of things: "Executive", "League"."""
    roles = role_words()
    low = name.lower()
    return (
        title_kind(name) is not None
        or low in roles.modifiers | roles.portfolios | roles.headline_verbs
        or name in name_words().thing_endings
        or name in name_words().bodies
        or name in name_words().made_bodies
    )


def acts_as_person(span: Span) -> bool:
    """Tell whether a name is the subject of a person's doing: "Okoro said", "Okoro, who lives"."""
    root = span.root
    if any(child.dep_ == "relcl" and _has_who(child) for child in root.children):
        return True
    if root.dep_ not in SUBJECTS:
        return False
    return root.head.pos_ in VERBAL and is_persons_verb(root.head)


def is_persons_verb(verb: Token) -> bool:
    """Tell whether a verb says what people do, and things seldom: "said", "resigned"."""
    return verb.lemma_ in quoting().verbs or verb.lemma_ in name_words().person_verbs


def _has_who(verb: Token) -> bool:
    return any(child.lower_ in PERSONAL_RELATIVES for child in verb.children)


def _age_follows(span: Span) -> bool:
    after = span.doc[span.end : span.end + 3]
    return (
        len(after) == 3
        and after[0].text == ","
        and after[1].text.isdigit()
        and len(after[1]) == 2
        and after[2].is_punct
    )


def named_like_person(doc: Doc, ent: Span, alone: Collection[str]) -> bool:
    """Tell whether what the model takes for an organisation is somebody: "Amina Yusuf said".

    The first word is a given name, and the sentence or a later use of the surname (`alone`)
    speaks of a person; "Morgan Stanley rose" is a company's.
    """
    words = [token for token in ent if not token.is_punct]
    if not 2 <= len(words) <= _FULL_NAME:
        return False
    if not all(
        token.text.istitle() and token.is_alpha for token in words if len(token) > _INITIALS
    ):
        return False
    if words[0].lower_ not in genders().names or is_thing(ent):
        return False
    if ent.start and doc[ent.start - 1].lower_ == "the":
        return False
    return (
        words[-1].text in alone
        or acts_as_person(ent)
        or _age_follows(ent)
        or title_before(doc, ent.start) is not None
        or leader_country(tuple(token.text for token in words)) is not None
        or _among_people(doc, ent)
    )


def _among_people(doc: Doc, ent: Span) -> bool:
    """Tell whether a name stands in a list of people: "Ali Khan, Amina Yusuf and Eva Berg"."""
    for near, after in ((ent.start - 1, ent.start - 2), (ent.end, ent.end + 1)):
        if not (0 < near < len(doc) and 0 <= after < len(doc)):
            continue
        if doc[near].lower_ in (",", "and") and doc[after].ent_type_ == "PERSON":
            return True
    return False


def without_opening(span: Span) -> Span:
    """Leave out the words that a sentence puts before a name: "Beyond" in "Beyond Washington"."""
    first = name_words().not_first
    start = span.start
    while start < span.end - 1 and span.doc[start].lower_ in first:
        start += 1
    return span.doc[start : span.end]


def is_body(span: Span) -> bool:
    """Tell whether a name's head noun makes it a body: "Cedar Law Center", "Board of Cedar".

    "Cedar Shopping Center" is a place, "Cedar School District" is none.
    """
    words = name_words()
    head = next((token for token in span if token.lower_ in ("of", "for") and token.i), None)
    last = span[-1] if head is None or head.i == span.start else span.doc[head.i - 1]
    if last.i == span.start and head is None:
        return False
    if last.text in words.bodies:
        return True
    return (
        last.text in words.made_bodies
        and last.i > span.start
        and span.doc[last.i - 1].text in words.body_makers
    )
