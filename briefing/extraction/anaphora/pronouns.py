"""Personal pronouns to the people, organisations and countries that they mean."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from briefing.extraction.anaphora.salience import (
    Salience,
    excluded,
    governors,
    parallel_bonus,
    speaks,
)
from briefing.extraction.facts import Mention
from briefing.reference.genders import Gender

_HE: dict[str, Gender] = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
_SPEAKER = 60.0
_NEAR = 110.0
_TURN = 2
_ONESELF = 0.3
"""Who speaks says I, not he: weight of the speaker for a pronoun between the marks."""
_CERTAIN = 2
"""Pronouns that show whether somebody unknown is he or she."""
_GAP = 4
"""Sentences without a mention after which a pronoun no longer reaches an entity."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Which tokens stand between marks: index of the marked words, -1 outside."""

    inside: Sequence[int]


def personal(
    doc: Doc,
    mentions: Sequence[Mention],
    genders: dict[str, Gender],
    inside: Sequence[int],
    verbs: Container[str],
) -> list[Mention]:
    """Return a mention for each he and she whose person is clear.

    Args:
        doc: The Doc.
        mentions: What is named, in reading order.
        genders: What is known of the people; what a pronoun shows is added.
        inside: For each token the marked words that it stands in, -1 for none.
        verbs: The reporting verbs.
    """
    people = [one for one in mentions if one.entity_id.startswith("person:")]
    starts = [one.start for one in people]
    state = Salience()
    votes: dict[str, int] = {}
    found: list[Mention] = []
    position = 0
    for number, (first, end) in enumerate(_sentences(doc, inside)):
        state.next_sentence()
        for index in range(first, end):
            token = doc[index]
            while position < len(people) and people[position].start <= token.idx:
                one = people[position]
                state.see(
                    doc,
                    one,
                    number,
                    quoted=inside[one.head] >= 0,
                    speaks=speaks(doc[one.head], verbs),
                )
                position += 1
            gender = _HE.get(token.lower_)
            if gender is None or token.tag_ not in ("PRP", "PRP$"):
                continue
            ahead = people[bisect_left(starts, token.idx) :]
            entity_id = _antecedent(
                token,
                gender,
                state,
                genders,
                number,
                speaking=speaks(token, verbs),
                quoted=inside[index] >= 0,
            )
            if entity_id is None:
                entity_id = _cataphor(token, gender, ahead, genders, end)
            if entity_id is None:
                continue
            if entity_id not in genders:
                votes[entity_id] = votes.get(entity_id, 0) + (1 if gender == "m" else -1)
                if abs(votes[entity_id]) >= _CERTAIN:
                    genders[entity_id] = gender
            mention = Mention(entity_id, token.idx, token.idx + len(token), token.i, "pronoun")
            state.see(
                doc,
                mention,
                number,
                quoted=inside[index] >= 0,
                speaks=speaks(token, verbs),
            )
            found.append(mention)
    return found


def _sentences(doc: Doc, inside: Sequence[int]) -> list[tuple[int, int]]:
    """Return the sentences' token ranges."""
    return [(sent.start, sent.end) for sent in doc.sents]


def _antecedent(
    pronoun: Token,
    gender: Gender,
    state: Salience,
    genders: dict[str, Gender],
    sentence: int,
    *,
    speaking: bool,
    quoted: bool,
) -> str | None:
    best: str | None = None
    best_score = 0.0
    near = governors(pronoun)
    for entity_id, weight in state.weights.items():
        known = genders.get(entity_id)
        if known is not None and known != gender:
            continue
        last = state.last[entity_id]
        if sentence - state.last_sentence[entity_id] > _GAP:
            continue
        antecedent = pronoun.doc[last.head]
        if antecedent.sent == pronoun.sent and excluded(pronoun, antecedent):
            continue
        score = weight + parallel_bonus(pronoun, antecedent)
        if antecedent in near:
            score += _NEAR
        if speaking and sentence - state.spoke.get(entity_id, -9) <= _GAP:
            score += _SPEAKER
        if quoted and sentence - state.spoke.get(entity_id, -9) <= _TURN:
            score *= _ONESELF
        if known is None:
            score *= 0.6
        if score > best_score:
            best, best_score = entity_id, score
    return best


def _cataphor(
    pronoun: Token,
    gender: Gender,
    ahead: Sequence[Mention],
    genders: dict[str, Gender],
    end: int,
) -> str | None:
    """Return who comes later in the sentence: "When he arrived, Smith said …"."""
    for mention in ahead[:3]:
        head = pronoun.doc[mention.head]
        if mention.head >= end:
            return None
        if head.dep_ in ("nsubj", "nsubjpass") and head.head.is_ancestor(pronoun):
            known = genders.get(mention.entity_id)
            if known is None or known == gender:
                return mention.entity_id
    return None
