"""A country's government by a noun: "the Norwegian government", "the government of Norway"."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.extraction.doc import entity_at, mention_at
from briefing.extraction.facts import Mention
from briefing.extraction.grammar_words import NOUN_MODIFIERS
from briefing.reference.descriptions import descriptions


def nation_of(noun: Token) -> Mention | None:
    """Return the mention of the country whose government a noun means, if it does.

    "The Norwegian government": Norway. "The Norwegian regional government" is another body, and
    "Lund's government" names no country.
    """
    if noun.lemma_.lower() not in descriptions().government:
        return None
    naming = [child for child in noun.children if child.dep_ in NOUN_MODIFIERS]
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            naming += [it for it in child.children if it.dep_ == "pobj"]
    if len(naming) != 1:
        return None
    entity = entity_at(naming[0])
    return mention_at(naming[0]) if entity is not None and entity.kind == "country" else None
