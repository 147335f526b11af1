"""Personal pronouns to the people, organisations and countries that they mean."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from spacy.tokens import Doc, Token

from briefing.extraction.coreference.reasons import Grounds, person_reason, traced
from briefing.extraction.coreference.salience import (
    Salience,
    excluded,
    governors,
    is_person_noun,
    parallel_bonus,
    speaks,
)
from briefing.extraction.facts import Antecedent, Mention
from briefing.extraction.grammar_words import INTRODUCING, SUBJECTS
from briefing.reference.genders import Gender
from briefing.reference.reporting import ReportingWord

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
_UNNAMED = "unnamed:"
_SPEAKER = 60.0
_NEAR = 110.0
_TURN = 2
_ONESELF = 0.3
"""Who speaks says I, not he: weight of the speaker for a pronoun between the marks."""
_UNKNOWN = 0.6
"""Weight of somebody of whom nothing says whether he or she; more for the last to speak."""
_WENT_ON = 0.9
_CERTAIN = 2
"""Pronouns that show whether somebody unknown is he or she."""
_GAP = 4
"""Sentences without a mention after which a pronoun no longer reaches an entity."""


class _Candidate(NamedTuple):
    """One who may be meant: agrees in gender, and the grammar allows it."""

    score: float
    entity_id: str
    name: Token
    known: bool
    spoke: bool
    oneself: bool


def personal(
    doc: Doc,
    mentions: Sequence[Mention],
    genders: dict[str, Gender],
    inside: Sequence[int],
    verbs: Mapping[str, ReportingWord],
    nouns: Mapping[str, Gender],
    sent_by: Mapping[int, Mention],
) -> list[Mention]:
    """Return a mention for each he and she whose person is clear.

    Args:
        doc: The Doc.
        mentions: What is named, in reading order.
        genders: What is known of the people; what a pronoun shows is added.
        inside: For each token the marked words that it stands in, -1 for none.
        verbs: The reporting verbs.
        nouns: Nouns of a man or a woman.
        sent_by: For the head of "the delegate of Chad", whom nobody names, the mention of Chad:
            the pronoun is a mention of that country.
    """
    people = [one for one in mentions if one.entity_id.startswith("person:")]
    unnamed = _unnamed(doc, mentions, genders, nouns, verbs, inside, sent_by)
    senders = {f"{_UNNAMED}{head}": country for head, country in sent_by.items()}
    people = sorted([*people, *unnamed], key=lambda one: one.start)
    starts = [one.start for one in people]
    state = Salience()
    votes: dict[str, int] = {}
    found: list[Mention] = []
    position = 0
    for number, sent in enumerate(doc.sents):
        state.next_sentence()
        tellers = {
            one.entity_id
            for one in people[
                bisect_left(starts, sent.start_char) : bisect_left(starts, sent.end_char)
            ]
            if inside[one.head] < 0 and speaks(doc[one.head], verbs)
        }
        for index in range(sent.start, sent.end):
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
            meant = _antecedent(
                token,
                gender,
                state,
                genders,
                number,
                speaking=speaks(token, verbs),
                quoted=inside[index] >= 0,
                tellers=tellers if inside[index] >= 0 else set(),
            )
            if meant is None and inside[index] < 0:
                meant = _cataphor(token, ahead, gender, genders, sent.end)
            if meant is None:
                continue
            entity_id, antecedent = meant
            nobody = entity_id.startswith(_UNNAMED)
            if entity_id not in genders and not nobody:
                votes[entity_id] = votes.get(entity_id, 0) + (1 if gender == "m" else -1)
                if abs(votes[entity_id]) >= _CERTAIN:
                    genders[entity_id] = gender
            mention = Mention(
                entity_id,
                token.idx,
                token.idx + len(token),
                token.i,
                "pronoun",
                antecedent=antecedent,
            )
            state.see(
                doc,
                mention,
                number,
                quoted=inside[index] >= 0,
                speaks=speaks(token, verbs),
            )
            sender = senders.get(entity_id)
            if sender is not None:
                found.append(
                    replace(
                        mention,
                        entity_id=sender.entity_id,
                        antecedent=replace(antecedent, start=sender.start, end=sender.end),
                    )
                )
            elif not nobody:
                found.append(mention)
    return found


def _unnamed(
    doc: Doc,
    mentions: Sequence[Mention],
    genders: dict[str, Gender],
    nouns: Mapping[str, Gender],
    verbs: Mapping[str, ReportingWord],
    inside: Sequence[int],
    sent_by: Mapping[int, Mention],
) -> list[Mention]:
    """Return the speakers that nobody names, whom a pronoun may mean: then it means no name.

    "Judge Brown left. Her father said it was late. He added …": he is the father. "The minister"
    may be somebody named before; "a minister", "her father" and "one minister" are not.
    """
    named = {one.head for one in mentions}
    found: list[Mention] = []
    for token in doc:
        if token.tag_ != "NN" or token.dep_ != "nsubj" or inside[token.i] >= 0:
            continue
        if token.i in named or not (speaks(token, verbs) or token.i in sent_by):
            continue
        lemma = token.lemma_.lower()
        if lemma not in nouns and not is_person_noun(token) and token.i not in sent_by:
            continue
        new = token.i in sent_by or (
            any(child.dep_ == "poss" or child.lower_ in INTRODUCING for child in token.lefts)
            and not any(child.dep_ == "appos" for child in token.children)
        )
        if new:
            entity_id = f"{_UNNAMED}{token.i}"
            if lemma in nouns:
                genders[entity_id] = nouns[lemma]
            end = token.idx + len(token)
            found.append(Mention(entity_id, token.idx, end, token.i, "description"))
    return found


def _antecedent(
    pronoun: Token,
    gender: Gender,
    state: Salience,
    genders: dict[str, Gender],
    sentence: int,
    *,
    speaking: bool,
    quoted: bool,
    tellers: Container[str],
) -> tuple[str, Antecedent] | None:
    """Return the heaviest of those who agree and whom the grammar allows, and why.

    `tellers` are those who speak the words that the pronoun stands in: "He is late," Smith said.
    """
    fitting: list[_Candidate] = []
    ruled_out = False
    near = governors(pronoun)
    for entity_id, weight in state.weights.items():
        if sentence - state.last_sentence[entity_id] > _GAP or entity_id in tellers:
            continue
        known = genders.get(entity_id)
        if known is not None and known != gender:
            ruled_out = True
            continue
        name = pronoun.doc[state.last[entity_id].head]
        if name.sent == pronoun.sent and excluded(pronoun, name):
            continue
        since = sentence - state.spoke.get(entity_id, -9)
        spoke, oneself = speaking and since <= _GAP, quoted and since <= _TURN
        score = weight + parallel_bonus(pronoun, name)
        if name in near:
            score += _NEAR
        if spoke:
            score += _SPEAKER
        if oneself:
            score *= _ONESELF
        if known is None:
            score *= _WENT_ON if spoke and since == 1 else _UNKNOWN
        fitting.append(_Candidate(score, entity_id, name, known is not None, spoke, oneself))
    if not fitting:
        return None
    best = max(fitting, key=lambda one: one.score)
    mention = state.last[best.entity_id]
    leans = best.name in near
    governs = leans and pronoun.dep_ in SUBJECTS
    grounds = Grounds(
        mention=mention,
        distance=sentence - state.last_sentence[best.entity_id],
        fitting=len(fitting),
        known=best.known,
        all_known=all(one.known for one in fitting),
        ruled_out=ruled_out,
        governs=best.name.head.text if governs else None,
        joined=leans and not governs,
        spoke=best.spoke,
        not_oneself=not best.oneself and any(one.oneself for one in fitting),
    )
    return best.entity_id, traced(mention, person_reason(pronoun.doc, gender, grounds))


def _cataphor(
    pronoun: Token,
    ahead: Sequence[Mention],
    gender: Gender,
    genders: dict[str, Gender],
    end: int,
) -> tuple[str, Antecedent] | None:
    """Return who comes later in the sentence: "When he arrived, Smith said …"."""
    for mention in ahead[:3]:
        if mention.entity_id.startswith(_UNNAMED):
            continue
        head = pronoun.doc[mention.head]
        if mention.head >= end:
            return None
        if head.dep_ in SUBJECTS and head.head.is_ancestor(pronoun):
            known = genders.get(mention.entity_id)
            if known is None or known == gender:
                reason = (
                    f"Nobody before it fits; the subject of “{head.head.text}” later in the same "
                    "sentence, on which its clause depends."
                )
                return mention.entity_id, traced(mention, reason)
    return None
