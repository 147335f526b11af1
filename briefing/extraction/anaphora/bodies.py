"""It, its and they to countries and organisations, where only one can be meant."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from spacy.tokens import Doc, Token

from briefing.extraction.anaphora.reasons import traced, where_before
from briefing.extraction.anaphora.salience import SUBJECTS
from briefing.extraction.facts import Entity, Mention

_KINDS = ("country", "organisation", "alliance")


def impersonal(
    doc: Doc,
    mentions: Sequence[Mention],
    entities: Mapping[str, Entity],
    verbs: Container[str],
) -> list[Mention]:
    """Return a mention for each it, its and they that clearly means a body or a country.

    "Its": the subject of the clause, or the only one named in the sentence. "It said": the
    subject of the sentence before. "They": two that are joined as the subject before.

    Args:
        doc: The Doc.
        mentions: What is named.
        entities: By id.
        verbs: The reporting verbs.
    """
    heads: dict[int, Mention] = {}
    for mention in mentions:
        if entities[mention.entity_id].kind in _KINDS and mention.form != "demonym":
            heads.setdefault(mention.head, mention)
    subjects: list[Mention] = []
    found: list[Mention] = []
    for sent in doc.sents:
        for token in sent:
            if token.tag_ not in ("PRP", "PRP$"):
                continue
            word = token.lower_
            meant: Sequence[Mention] = ()
            reason = ""
            if word == "its":
                meant, reason = _its(token, heads)
            elif token.dep_ != "nsubj" or token.head != sent.root:
                continue
            elif word == "it" and len(subjects) == 1 and token.head.lemma_.lower() in verbs:
                meant = subjects
                reason = f"Named as the only subject {where_before(1)}."
            elif word == "they" and len(subjects) == 2:
                meant = subjects
                reason = f"One of the two that are subject together {where_before(1)}."
            found += [
                Mention(
                    one.entity_id,
                    token.idx,
                    token.idx + len(token),
                    token.i,
                    "pronoun",
                    antecedent=traced(one, reason),
                )
                for one in meant
            ]
        subjects = _subjects(sent.root, heads)
    return found


def _subjects(root: Token, heads: Mapping[int, Mention]) -> list[Mention]:
    """Return the bodies that are the subject of a sentence, none if one of them is none."""
    for child in root.children:
        if child.dep_ in SUBJECTS:
            joined = [child, *child.conjuncts]
            found = [heads[token.i] for token in joined if token.i in heads]
            return found if len(found) == len(joined) else []
    return []


def _its(token: Token, heads: Mapping[int, Mention]) -> tuple[Sequence[Mention], str]:
    """Return whose it is, and why."""
    current = token.head
    for _ in range(6):
        for child in current.children:
            if child.dep_ in SUBJECTS and child.i < token.i and not child.is_ancestor(token):
                mention = heads.get(child.i)
                if mention is not None and not list(child.conjuncts):
                    return (mention,), f"The subject of “{current.text}” in the same sentence."
        if current.dep_ == "ROOT" or current.head == current:
            break
        current = current.head
    start = token.sent.start
    named = {
        heads[index].entity_id: heads[index] for index in range(start, token.i) if index in heads
    }
    if len(named) != 1:
        return (), ""
    return (
        tuple(named.values()),
        "The only country or organisation named before it in the same sentence.",
    )
