"""Who takes part in an event, and where it happens."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from briefing.extraction.doc import entity_at, mention_at, mention_of
from briefing.extraction.facts import Mention, Party
from briefing.extraction.times.tense import verb_of
from briefing.reference.event_words import event_words
from briefing.reference.occasions import Occasion

_PLACES = frozenset(("country", "place"))


def countries_of(token: Token) -> set[str]:
    """Return the countries that stand directly with a verb or noun."""
    entities = token.doc._.entities
    found = {
        entity.country
        for mention in concerned(token)
        if (entity := entities.get(mention.entity_id)) is not None
    }
    return {country for country in found if country}


def concerned(token: Token) -> list[Mention]:
    """Return the mentions that stand directly with a verb or noun."""
    found = {}
    for child in near(token):
        mention = mention_at(child)
        if mention is not None and not mention.entity_id.startswith("occasion:"):
            found[mention.start] = mention
    return list(found.values())


def near(token: Token) -> Iterator[Token]:
    """Yield the words that stand directly with a verb or noun, in its own clause."""
    for child in token.children:
        if child.dep_ in ("relcl", "advcl", "ccomp", "conj", "parataxis", "acl"):
            continue
        yield child
        if child.dep_ in ("prep", "agent"):
            for thing in child.children:
                yield thing
                yield from (inner for inner in thing.children if inner.dep_ in ("conj", "compound"))
        elif child.dep_ in ("nsubj", "nsubjpass", "dobj", "poss", "compound", "amod"):
            yield from (inner for inner in child.children if inner.dep_ in ("conj", "compound"))


def parties_of(
    doc: Doc, tokens: list[Token], head: Token, occasion: Occasion | None
) -> tuple[Party, ...]:
    """Return who takes part and where, from the words of the title and the reference."""
    found: list[Party] = []
    indexes = dict.fromkeys(index for token in tokens if (index := mention_of(token)) is not None)
    indexes.update(
        dict.fromkeys(index for token in near(head) if (index := mention_of(token)) is not None)
    )
    for index in indexes:
        mention: Mention = doc._.mentions[index]
        entity = doc._.entities.get(mention.entity_id)
        if entity is None or entity.kind == "occasion":
            continue
        part = "place" if _is_place(doc, mention, head, entity.kind) else "participant"
        found.append(Party(entity.entity_id, entity.country, part))
    if (
        head.pos_ == "NOUN"
        and _is_visit(head)
        and not any(party.part == "participant" for party in found)
    ):
        found += _traveller(doc, head)
    if occasion is not None:
        named = {party.country for party in found}
        found += [
            Party(f"country:{code}", code, "participant")
            for code in occasion.parties
            if code not in named
        ]
    return tuple(dict.fromkeys(found))


def _is_visit(head: Token) -> bool:
    """Say whether a noun is a visit."""
    return event_words().nouns.get(head.lemma_.lower()) == "visit"


def _traveller(doc: Doc, head: Token) -> list[Party]:
    """Return who a visit is of where its own words do not say: the subject of the sentence."""
    verb = verb_of(head)
    while verb is not None:
        for child in verb.children:
            entity = entity_at(child) if child.dep_ in ("nsubj", "nsubjpass") else None
            if entity is not None and entity.kind in ("person", "country"):
                return [Party(entity.entity_id, entity.country, "participant")]
        above = verb_of(verb)
        verb = above if above is not None and above.i != verb.i else None
    return []


def _is_place(doc: Doc, mention: Mention, head: Token, kind: str) -> bool:
    """Say whether a country or place is where it happens: "in Oslo", "a visit to Oslo"."""
    token = doc[mention.head]
    if kind not in _PLACES or (not mention.literal and mention.form in ("demonym", "government")):
        return False
    above = token.head.lower_
    if token.dep_ == "pobj" and above in ("in", "at", "near", "inside", "across"):
        return True
    lemma = head.lemma_.lower()
    if lemma in ("visit", "trip", "travel", "tour", "arrive", "return"):
        own = above == "of" and token.head.head.i == head.i and head.pos_ == "NOUN"
        return above == "to" or own or (token.dep_ == "dobj" and head.pos_ == "VERB")
    if lemma in ("invasion", "invade", "occupation", "occupy"):
        return above == "of" or token.dep_ == "dobj"
    return False
