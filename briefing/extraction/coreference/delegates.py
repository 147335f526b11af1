"""Those who speak for a state without a name: "the representative of Chad said … She added"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from briefing.extraction.coreference.sides import Nations
from briefing.extraction.facts import Entity, Mention
from briefing.reference.descriptions import descriptions
from briefing.reference.roles import STATE_OFFICES, titles


def delegates(
    doc: Doc, mentions: Sequence[Mention], entities: Mapping[str, Entity], nations: Nations
) -> dict[int, Mention]:
    """Return the mention of its country for each office whose holder has no name, by its head word.

    "The delegate of Chad", "Chad's foreign minister". Not where the text names somebody of that
    country: the minister may be he.
    """
    named = {one.head for one in mentions}
    of_people = {
        entity.country
        for one in mentions
        if (entity := entities[one.entity_id]).kind == "person" and entity.country is not None
    }
    found: dict[int, Mention] = {}
    for token in doc:
        if token.tag_ != "NN" or token.dep_ != "nsubj" or token.i in named:
            continue
        lemma = token.lemma_.lower()
        if lemma not in descriptions().envoys and titles().get(lemma) not in STATE_OFFICES:
            continue
        if any(child.dep_ == "appos" for child in token.children):
            continue
        countries = nations.of(token)
        if len(countries) == 1 and entities[countries[0].entity_id].country not in of_people:
            found[token.i] = countries[0]
    return found
