"""Which of those named before is meant: salience after Lappin and Leass (1994).

Each mention lends its entity weight: more as a subject than as an object, more the later it
stands; the weight halves from sentence to sentence. A pronoun takes the heaviest entity that it
agrees with and that the grammar allows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from briefing.extraction.facts import Mention
from briefing.extraction.grammar_words import SUBJECTS
from briefing.reference.reporting import ReportingWord
from briefing.reference.speakers import speaker_nouns

_SUBJECT = 80.0
_INNER_SUBJECT = 60.0
_OBJECT = 50.0
_OTHER = 35.0
_POSSESSIVE = 45.0
_RECENCY = 100.0
_TITLE = 0.5
_QUOTED = 0.35
_DECAY = 0.5
_PARALLEL = 35.0
_FORGOTTEN = 4.0
_SPEAKS = 40.0
_ASKED = 130.0
_OPENING = 75.0


@dataclass(slots=True)
class Salience:
    """The weights of the entities as the reading goes on."""

    weights: dict[str, float] = field(default_factory=dict)
    last: dict[str, Mention] = field(default_factory=dict)
    last_sentence: dict[str, int] = field(default_factory=dict)
    spoke: dict[str, int] = field(default_factory=dict)

    def next_sentence(self) -> None:
        """Let everything fade by a sentence."""
        self.weights = {
            entity: weight * _DECAY
            for entity, weight in self.weights.items()
            if weight * _DECAY > _FORGOTTEN
        }

    def see(
        self,
        doc: Doc,
        mention: Mention,
        sentence: int,
        *,
        quoted: bool = False,
        speaks: bool = False,
    ) -> None:
        """Count a mention; whoever speaks, or is asked, is likely to go on speaking."""
        head = doc[mention.head]
        opening = _OPENING if opens_sentence(mention, head) else 0.0
        weight = _RECENCY + max(role_weight(head), opening)
        if speaks:
            weight += _ASKED if head.dep_ not in SUBJECTS else _SPEAKS
            self.spoke[mention.entity_id] = sentence
        if quoted:
            weight *= _QUOTED
        held = self.weights.get(mention.entity_id, 0.0)
        self.weights[mention.entity_id] = max(held, weight) + min(held, weight) * 0.3
        self.last[mention.entity_id] = mention
        self.last_sentence[mention.entity_id] = sentence


def opens_sentence(mention: Mention, head: Token) -> bool:
    """Tell whether a name opens its sentence: its topic, whatever the parser says."""
    first = head.sent.start
    doc = head.doc
    while first < head.i and (doc[first].is_space or doc[first].is_punct):
        first += 1
    return mention.start <= doc[min(first + 1, len(doc) - 1)].idx


def role_weight(head: Token) -> float:
    """Return what the grammatical role of a mention is worth."""
    share = 1.0
    while head.dep_ in ("conj", "appos") and head.head != head:
        head = named_by(head) if head.dep_ == "appos" else head.head
        share *= 0.8
    dep = head.dep_
    if dep in SUBJECTS or dep == "csubj":
        return share * (_SUBJECT if head.head.dep_ in ("ROOT", "conj") else _INNER_SUBJECT)
    if dep == "poss":
        return share * _POSSESSIVE
    if dep in ("dobj", "attr", "dative"):
        return share * _OBJECT
    return share * _OTHER


def named_by(token: Token) -> Token:
    """Return the noun that a name in apposition names.

    "The head of the harbour unit, Paul Weber, said": the head, though the parser may say the unit.
    Not so where somebody stands nearer: "a spokesman for the president, Jan Novak".
    """
    noun = token.head
    if token.ent_type_ != "PERSON" or noun.dep_ not in ("pobj", "conj"):
        return noun
    above = noun
    while above.dep_ in ("pobj", "prep", "conj") and above.head != above:
        if is_person_noun(above):
            return noun
        above = above.head
    fits = is_person_noun(above) and above.i < noun.i
    return above if fits and noun.ent_type_ != "PERSON" else noun


def is_person_noun(token: Token) -> bool:
    """Tell whether a common noun is that of a person: "head", "envoy"."""
    return token.pos_ == "NOUN" and token.lemma_.lower() in speaker_nouns().people


def speaks(token: Token, verbs: Mapping[str, ReportingWord]) -> bool:
    """Tell whether a noun or pronoun is who speaks with a reporting verb, or who is asked."""
    current = named_by(token) if token.dep_ == "appos" else token
    while current.dep_ in ("conj", "appos") and current.head != current:
        current = current.head
    verb = current.head
    if current.dep_ == "nsubj":
        return verb.lemma_.lower() in verbs
    asked = verbs.get(verb.lemma_.lower())
    if asked is None or current.dep_ not in ("dobj", "dative", "nsubjpass"):
        return False
    return asked.act == "asks" or "as-saying" in asked.frames


def parallel_bonus(pronoun: Token, antecedent: Token) -> float:
    """Return what it is worth that two stand in the same role."""
    if pronoun.dep_ in SUBJECTS and antecedent.dep_ in SUBJECTS:
        return _PARALLEL
    return _PARALLEL / 2 if pronoun.dep_ == antecedent.dep_ else 0.0


def governors(pronoun: Token) -> list[Token]:
    """Return the names that a pronoun leans on: "Smith said he", "Smith and his staff"."""
    found: list[Token] = []
    if pronoun.dep_ == "poss" and pronoun.head.dep_ == "conj":
        found.append(pronoun.head.head)
    clause = pronoun if pronoun.dep_ in SUBJECTS else None
    if clause is not None and clause.head.dep_ == "ccomp":
        found += [
            child
            for child in clause.head.head.children
            if child.dep_ in SUBJECTS and child.i < pronoun.i
        ]
    return found


def excluded(pronoun: Token, antecedent: Token) -> bool:
    """Tell whether the grammar forbids that a pronoun means a name of the same sentence.

    "Smith praised him": him is not Smith. "Smith praised his staff": his may be.
    """
    if antecedent.is_ancestor(pronoun) and pronoun.dep_ != "poss" and antecedent.pos_ != "VERB":
        return pronoun.head == antecedent
    if pronoun.dep_ == "poss":
        return pronoun.head == antecedent
    verb, other = _clause(pronoun), _clause(antecedent)
    return verb is not None and verb == other and pronoun.tag_ != "PRP$"


def _clause(token: Token) -> Token | None:
    """Return the verb whose argument a token is, prepositions left out."""
    current = token
    while current.dep_ in ("conj", "appos"):
        if current.head == current:
            break
        current = current.head
    for _ in range(4):
        head = current.head
        if current.dep_ in ("nsubj", "nsubjpass", "dobj", "dative", "agent", "attr"):
            return head
        if current.dep_ in ("pobj", "prep"):
            current = head
            continue
        return None
    return None
