"""From words to the country or body they stand for: "Russian forces", "a court in Istanbul"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from briefing.extraction.doc import entities_at, entity_at, mention_at, mention_of
from briefing.extraction.facts import Quote
from briefing.extraction.grammar_words import (
    ATTRIBUTES,
    FIRST_PERSON_PLURAL,
    NOMINAL,
    NOUN_MODIFIERS,
    OBJECTS,
    PERSONAL,
    POSSESSIVES,
    RELATIVES,
    SUBJECTS,
    VERBAL,
)
from briefing.extraction.relations.lexicon import entries
from briefing.extraction.relations.modifiers import (
    dateline,
    hyphenated,
    in_headline,
    inside_name,
    is_office,
    placed,
    struck,
)
from briefing.reference.event_words import event_words
from briefing.reference.organisations import organisations
from briefing.reference.places import regions
from briefing.reference.verbs import verbs

ACTOR_KINDS = ("country", "person", "organisation", "alliance", "place")
NO_ACTORS = ("media", "company", "non-governmental")
BODIES = ("international", "armed group")
LOCATED = ("in", "inside", "near", "outside", "around", "across")
ELSEWHERE = ("consult", "negotiate", "visit", "host", "assault", "coerce")
"""Acts that are not of the place where they are."""

SIDES = ("to", "with")
BELONGS = ("of", "from", "by")
TOLD_OF = (PERSONAL | POSSESSIVES) - {"you", "my", "our", "your"}
"""Pronouns that may stand for the subject of the clause above: "Ghana said it would join"."""
JOINING = ("of", "for", "the", "and", "de", "in")
"""Words in lower case that a body's name may hold."""

NOUN_PARTS = NOUN_MODIFIERS | {"conj"}


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is meant: `code` is alpha-3, or the entity id of one that is no country.

    `place` tells that a place itself is named, which acts only through its people; `private` that
    it is a firm, a club or the like; `holder` is the noun through which somebody acts: the tourist
    of "a Danish tourist".
    """

    code: str
    entity_id: str
    country: str | None
    token: int
    place: bool = False
    private: bool = False
    holder: int | None = None


def actors_of(token: Token, *, depth: int = 0) -> list[Actor]:
    """Return who a noun phrase stands for, each member of a list by itself.

    "Kenya, Ghana and Benin protested" has three; "Danish and Dutch ships" has two.
    """
    found: dict[str, Actor] = {}
    for member in _members(token):
        for actor in _of_one(member, depth):
            by = actor.holder if member.pos_ == "PRON" and actor.holder is not None else member.i
            found.setdefault(actor.code, replace(actor, holder=by))
    return list(found.values())


def _members(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ"):
            yield from _members(child)
        elif child.dep_ == "appos" and any(c.dep_ == "conj" for c in child.children):
            # "Chad, Mali, Togo and Benin": the parser takes the second one for an apposition.
            yield from _members(child)


def named(token: Token) -> Actor | None:
    """Return the actor whose mention `token` is part of, None for none.

    Media and companies do not act for their country; of what belongs to no country only bodies
    that the reference knows and regions with a people of their own are on a map. The "ethnic
    Russian voters" of Latvia are not Russia.
    """
    doc = token.doc
    number = mention_of(token)
    if number is None:
        return None
    mention, entity = doc._.mentions[number], entity_at(token)
    if entity is None or entity.kind not in ACTOR_KINDS or inside_name(token):
        return None
    if _inside_body(token, number):
        return None
    if mention.form == "demonym" and token.i:
        if token.nbor(-1).lower_ == "ethnic" or _came_from(token):
            return None
        home = _lives_in(token)
        if home is not None:
            return home
    known = organisations().get(entity.entity_id)
    if known is not None and known.category in NO_ACTORS:
        return None
    person_or_body = entity.kind in ("person", "organisation")
    if (
        entity.country is None
        and person_or_body
        and (known is None or known.category not in BODIES)
    ):
        return None
    if entity.country is None and entity.kind == "place":
        region = regions().get(entity.entity_id)
        if region is None or not region.demonyms:
            return None
    code = entity.country or entity.entity_id
    place = entity.kind == "place" and mention.literal
    private = entity.kind == "organisation" and known is None and not is_office(entity.name)
    return Actor(code, entity.entity_id, entity.country, token.i, place, private)


def _inside_body(token: Token, number: int) -> bool:
    """Say whether a name stands in that of a firm or club: the Oslo of "Oslo Chess Academy"."""
    doc = token.doc
    inner = doc._.mentions[number]
    if not inner.entity_id.startswith(("country:", "place:")):
        return False
    for outer in doc._.mentions[max(0, number - 3) : number + 3]:
        entity = doc._.entities.get(outer.entity_id)
        if outer.start > inner.start or outer.end < inner.end:
            continue
        if entity is None or entity.kind != "organisation":
            continue
        if any(word.islower() and word not in JOINING for word in entity.name.split()):
            continue  # the model ran on: "Bergen with Norway"
        known = organisations().get(entity.entity_id)
        private = not is_office(entity.name) if known is None else known.category in NO_ACTORS
        if private and not in_headline(token):
            return True
    return False


def _came_from(token: Token) -> bool:
    """Say whether a word tells a people's origin alone: the "Cuban" of "Cuban Americans"."""
    return token.i + 1 < len(token.doc) and token.nbor(1).lower_ in verbs().settlers


def _lives_in(token: Token) -> Actor | None:
    """Return where a people lives that two words name: "Bosnian Serbs" are people of Bosnia.

    It is the other way round for those who came: "Cuban Americans" are Americans.
    """
    if token.lower_ in verbs().settlers:
        return None
    before = mention_at(token.nbor(-1))
    if before is None or before.form != "demonym":
        return None
    home = named(token.nbor(-1))
    return home if home is not None and home.country is not None else None


def antecedent(token: Token) -> Token | None:
    """Return the noun that a relative pronoun stands for: "the jets that bombed the port"."""
    if token.lower_ not in RELATIVES or token.pos_ not in ("PRON", "SCONJ", "DET"):
        return None
    verb = token.head
    while verb.dep_ in ("conj", "xcomp", "aux", "prep", "pobj") and verb.head != verb:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else None


def _of_one(token: Token, depth: int) -> list[Actor]:
    if depth > 4:
        return []
    actor = named(token)
    if actor is not None and _is_own(token):
        if actor.country is None and not actor.code.startswith("alliance:"):
            return [a for a in _modifiers(token, depth) if a.country] or [actor]
        return _residents(token, depth) or [actor, *_beside(token, actor)]
    noun = antecedent(token)
    if noun is not None:
        return actors_of(noun, depth=depth + 1)
    if token.pos_ == "PRON":
        return _spoken_of(token, depth)
    return _modifiers(token, depth)


def _beside(token: Token, actor: Actor) -> list[Actor]:
    """Return the other country that the same words mean: "the two Koreas", "both countries"."""
    mention = mention_at(token)
    if mention is None or mention.form not in ("description", "pronoun"):
        return []
    noun = token.head.head if token.head.lower_ in ("between", "among") else token
    if noun.dep_ not in ("nsubj", "nsubjpass", "poss") and not _asked(token):
        return []  # "under a pact between the two countries" is no news
    return [
        Actor(entity.country, entity.entity_id, entity.country, token.i)
        for entity in entities_at(token)
        if entity.country is not None and entity.country != actor.code
    ]


def _asked(token: Token) -> bool:
    """Say whether a word is whom somebody turns to: "urged both sides", "appealed to them"."""
    if token.dep_ in OBJECTS:
        return True
    return (
        token.dep_ == "pobj"
        and token.head.lower_ in ("against", "on", "to", "with")
        and token.head.head.pos_ in VERBAL
    )


def _residents(token: Token, depth: int) -> list[Actor]:
    """Take "the Turks of Cyprus" for people of Cyprus, and not for Turkey."""
    if token.tag_ not in ("NNPS", "NNS"):
        return []
    return [
        actor
        for child in token.children
        if child.dep_ == "prep" and child.lower_ in ("of", "in")
        for obj in pobjs(child)
        for actor in actors_of(obj, depth=depth + 1)
    ]


def _is_own(token: Token) -> bool:
    """Say whether the mention names the noun phrase itself, not only a part of a compound."""
    return token.dep_ != "npadvmod"


def _spoken_of(token: Token, depth: int) -> list[Actor]:
    """Resolve a pronoun that has no mention: "Ghana said it would join" is about Ghana.

    Between quotation marks "we" is the speaker's side, and "they" is not.
    """
    quote = _quote_of(token)
    if quote is not None:
        return _speakers_side(token, quote) if token.lower_ in FIRST_PERSON_PLURAL else []
    if token.lower_ not in TOLD_OF:
        return []
    verb = token.head
    if verb.pos_ == "ADP":
        verb = verb.head
    own = token.dep_ in SUBJECTS
    if not own and (
        token.dep_ not in ("dobj", "pobj", "dative")
        or not any(child.dep_ in SUBJECTS for child in verb.children)
    ):
        return []  # of objects, only "Ghana said Togo had attacked it" is sure
    while verb.dep_ == "conj":
        verb = verb.head
    if verb.dep_ in ("ccomp", "advcl") and verb.head.pos_ in VERBAL:
        for child in verb.head.children:
            if child.dep_ in SUBJECTS and child.i != token.i:
                return actors_of(child, depth=depth + 1)
    return []


def _quote_of(token: Token) -> Quote | None:
    """Return the quotation between whose marks a word stands."""
    return next(
        (
            quote
            for quote in token.doc._.quotes or ()
            for part in quote.fragments
            if part.verbatim and part.start <= token.idx < part.end
        ),
        None,
    )


def _speakers_side(token: Token, quote: Quote) -> list[Actor]:
    """Return whom "we" means between marks: the country of the official who speaks."""
    doc = token.doc
    entity = doc._.entities.get(quote.speaker_id or "")
    if entity is None or entity.country is None:
        return []
    named = [one.head for one in doc._.mentions if one.entity_id == entity.entity_id]
    near = min(named, key=lambda head: abs(head - token.i), default=None)
    return [Actor(entity.country, entity.entity_id, entity.country, token.i, holder=near)]


def _modifiers(token: Token, depth: int) -> list[Actor]:
    """Find the actor a common noun belongs to, the closest kind of link first.

    A country further off goes before a body that is none: "a militia camp in Chad" is in Chad.
    """
    bodies: list[Actor] = _doers(token)
    if any(actor.country for actor in bodies):
        return bodies
    kinds: tuple[str, ...] = ("appos", "poss", "amod", "of", "in", "acl")
    if token.lemma_.lower() in verbs().relational:
        kinds = kinds[:1]  # "a Dutch ally, Oman" is Oman
    elif token.lemma_.lower() in verbs().opposite:
        kinds = ("appos", "amod", "of", "in", "poss")  # "met his Danish counterpart, Ann Lund"
    elif token.pos_ == "NOUN" and _is_where_it_is(token):
        kinds = tuple(kind for kind in kinds if kind != "in")
    elif token.pos_ == "PROPN" and _is_person(token):
        kinds = kinds[:-2]  # "met Ann Lund in Rome": she is no Italian
    for kind in kinds:
        found: list[Actor] = []
        for child in token.children:
            found += _by(kind, child, depth)
        if any(a.country and not a.entity_id.startswith("organisation:") for a in found):
            return found
        bodies = bodies or found
    return bodies


def _is_where_it_is(noun: Token) -> bool:
    """Say whether a deed or disaster is not of its place: "an attack", "a fire in Oslo"."""
    return noun.lemma_.lower() in event_words().harmful or any(
        entry.name in ELSEWHERE for entry, _ in entries(noun)
    )


def _is_person(token: Token) -> bool:
    entity = entity_at(token)
    return entity is not None and entity.kind == "person"


def _by(kind: str, child: Token, depth: int) -> list[Actor]:
    if kind == "appos" and child.dep_ == "appos":
        return _of_one(child, depth + 1)
    if kind == "poss" and child.dep_ == "poss":
        return actors_of(child, depth=depth + 1)
    if kind == "amod" and child.dep_ in ("amod", "compound", "nmod", "nounmod"):
        if child.lower_ == "led":
            return [a for c in child.children if (a := named(c)) is not None]
        return _modifying(child)
    if kind in ("of", "in") and child.dep_ == "prep":
        words = BELONGS if kind == "of" else LOCATED
        serves = kind == "of" and child.lower_ == "for" and not entries(child.head)
        if child.lower_ == "of" and _suffered(child.head):
            return []
        if child.lower_ in words or serves:
            objects = [obj for obj in pobjs(child) if kind == "of" or not entries(obj)]
            found = [a for obj in objects for a in actors_of(obj, depth=depth + 1)]
            return [a for a in found if kind == "of" or a.country]  # "a pact in Asia"
    if kind == "acl" and child.pos_ == "ADJ" and child.i > child.head.i:
        # "soldiers loyal to Chad"
        return all_actors(o for c in child.children if c.lower_ == "to" for o in pobjs(c))
    if kind == "acl" and child.dep_ == "acl" and child.tag_ in ("VBN", "VBG"):
        return [
            a
            for prep in child.children
            if prep.dep_ == "prep"
            and (prep.lower_ in (*LOCATED, "from") or (prep.lower_ in SIDES and _sides_with(child)))
            for obj in pobjs(prep)
            for a in actors_of(obj, depth=depth + 1)
        ] or [
            a
            for agent in child.children
            if agent.dep_ == "agent"
            for obj in pobjs(agent)
            for a in actors_of(obj, depth=depth + 1)
        ]
    return []


def _sides_with(participle: Token) -> bool:
    """Say whether "to" and "with" name whose they are: "hackers linked to Chad", not "related"."""
    return participle.lemma_.lower() in verbs().obliging["siding"]


def _suffered(noun: Token) -> bool:
    """Say whether "of" names who suffers a deed: "the bombing of Oslo" is no act of Oslo's."""
    classes = (verbs().classes[entry.name] for entry, _ in entries(noun))
    return any(item.quad == "material-conflict" and not item.of_agent for item in classes)


def _doers(noun: Token) -> list[Actor]:
    """Return who did a deed: "the attack on its embassy by Danish police"."""
    if not entries(noun):
        return []
    return [
        actor
        for token in noun.subtree
        if token.lower_ == "by" and token.head.pos_ in NOMINAL
        for obj in pobjs(token)
        for actor in actors_of(obj, depth=2)
    ]


def _modifying(child: Token) -> list[Actor]:
    """Read "Danish" or "Danish and Dutch" before a noun, but not "pro-Danish", "Danish-built".

    In "Danish navy ship", "Danish Foreign Minister Ann Lund" and "the Chad-Mali border" it hangs
    on another word of the compound.
    """
    if child.head.lemma_.lower() in verbs().no_actors or dateline(child):
        return []
    found: dict[str, Actor] = {}
    parts = [child, *(t for c in child.children if c.dep_ in NOUN_PARTS for t in (c, *c.children))]
    for member in sorted(parts, key=lambda token: token.i):
        actor = None if hyphenated(member) else named(member)
        if actor is not None and not placed(member) and not struck(member):
            found.setdefault(actor.code, actor)
    return list(found.values())


def before_noun(noun: Token) -> list[Actor]:
    """Return every actor among the words before a noun that describe it."""
    found: dict[str, Actor] = {}
    for child in noun.children:
        if child.dep_ in ATTRIBUTES:
            for actor in _by("amod", child, 0):
                found.setdefault(actor.code, actor)
    return list(found.values())


def across_border(noun: Token) -> list[Actor]:
    """Return who is beyond a border: "its border with Chad", "the Chadian frontier"."""
    if noun.lemma_.lower() not in ("border", "frontier", "boundary"):
        return []
    beyond = all_actors(o for c in noun.children if c.lower_ == "with" for o in pobjs(c))
    return beyond or [actor for child in noun.children if (actor := named(child)) is not None]


def all_actors(tokens: Iterable[Token]) -> list[Actor]:
    """Return the actors of several noun phrases, each once."""
    found: dict[str, Actor] = {}
    for token in tokens:
        for actor in actors_of(token):
            found.setdefault(actor.code, actor)
    return list(found.values())


def pobjs(prep: Token) -> Iterator[Token]:
    """Yield what a preposition governs: "from within Chad" has one more on the way.

    Of what a sentence is about nothing is said yet: "On Chad, the ministers condemned the raid".
    """
    about = prep.lower_ in ("concerning", "on", "regarding") and prep.text.istitle()
    if about and prep.i < prep.head.i:
        return
    for child in prep.children:
        if child.dep_ in ("pobj", "pcomp"):
            yield child
        elif child.dep_ in ("prep", "conj") and child.pos_ == "ADP":
            yield from pobjs(child)
