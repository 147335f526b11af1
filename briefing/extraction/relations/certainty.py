"""How sure the grammar's reading of a relation is: by how its parties and its act were found.

Each rule is a doubt with its reason; the first that applies decides, the graver ones first. A
relation without a doubt is high: both parties named close to a word that has one plain meaning.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.extraction.doc import mention_at, text_of
from briefing.extraction.facts import Mention
from briefing.extraction.grammar_words import VERBAL
from briefing.extraction.relations.chain import Act
from briefing.extraction.relations.lexicon import entries
from briefing.extraction.relations.who import Actor
from briefing.extraction.rules import Rule, first, rule

Weighed = tuple[str, str]
"""One of `tables.CERTAINTIES`, and one plain sentence why."""

PLAIN = frozenset(
    [
        "accuse",
        "condole",
        "consult",
        "discord",
        "host",
        "mediate",
        "negotiate",
        "phone",
        "praise",
        "sanction",
        "visit",
    ]
)
"""Acts whose words seldom mean another one."""

SIDES = ("country", "person", "place")
"""Kinds of entities that stand for a country as such; a group or company may not."""

FAR = 15
"""Tokens from an act to a party that is still beside it."""


WISHES = frozenset(("appeal", "ask", "call"))
"""Verbs of demands that can as well be wishes."""


@dataclass(frozen=True, slots=True)
class Read:
    """A relation as it was read: the act, and who acts towards whom."""

    act: Act
    source: Actor
    target: Actor

    @property
    def ends(self) -> tuple[tuple[str, Actor], tuple[str, Actor]]:
        """Both parties, with the word for each."""
        return ("actor", self.source), ("one acted upon", self.target)

    def mention(self, actor: Actor) -> Mention | None:
        """The mention that an actor was found by."""
        return mention_at(self.act.core.doc[actor.token])

    def words(self, actor: Actor) -> str:
        """The article's words that an actor was found by."""
        doc, mention = self.act.core.doc, self.mention(actor)
        token = doc[actor.token]
        span = doc[token.i : token.i + 1]
        if mention is not None:
            span = doc.char_span(mention.start, mention.end, alignment_mode="expand") or span
        return " ".join(text_of(span).split())


def certainty_of(act: Act, source: Actor, target: Actor) -> Weighed:
    """Return how sure a relation's reading is, and why in one plain sentence.

    Args:
        act: The act.
        source: Who acts.
        target: Towards whom.
    """
    doubt = first(RULES, Read(act, source, target))
    return doubt if doubt is not None else ("high", "Both are named next to an unambiguous word.")


@rule(
    example="Chile called on Peru to free the fishermen.",
    counter_example="Chile demanded that Peru send a delegation.",
)
def wish_or_demand(read: Read) -> Weighed | None:
    """Doubt a demand whose verb can be a wish: "asked", "appealed"."""
    if read.act.event.name == "demand" and read.act.core.lemma_.lower() in WISHES:
        word = read.act.core.text
        return "low", f"The verb is ambiguous: “{word}” can be a demand or a request."
    return None


@rule(
    example="Israeli soldiers killed three Hezbollah fighters.",
    counter_example="Israeli soldiers killed three Lebanese civilians.",
)
def group_for_country(read: Read) -> Weighed | None:
    """Doubt a party that is a group of a country, which may not act for it."""
    for word, actor in read.ends:
        kind = actor.entity_id.partition(":")[0]
        if actor.country is not None and kind not in SIDES:
            return "low", f"The {word} is a group, “{read.words(actor)}”, and may not be the state."
    return None


@rule(
    example="Chile is preparing to attack Peru.",
    counter_example="Chile attacked Peru.",
)
def only_planned(read: Read) -> Weighed | None:
    """Doubt the class of what is only planned: whether words or acts is not clear."""
    if read.act.has("plan") or read.act.has("prepare"):
        return "low", "It is only planned; it is not clear whether it is words or an act."
    return None


@rule(
    example="After the meeting the two countries signed a pact. Chile and Peru met. "
    "The two countries agreed to cooperate.",
    counter_example="Chile agreed to cooperate with Peru.",
)
def found_by_reference(read: Read) -> Weighed | None:
    """Hold less sure a party found through a pronoun or a description."""
    for word, actor in read.ends:
        mention = read.mention(actor)
        if mention is None or mention.form not in ("pronoun", "description"):
            continue
        how = "a pronoun: " if mention.form == "pronoun" else ""
        return "moderate", f"The {word} was found through {how}“{read.words(actor)}”."
    return None


@rule(
    example="Chile, which has long had a small but busy embassy in the old town of the capital "
    "by the sea, praised Peru.",
    counter_example="Chile praised Peru.",
)
def far_off(read: Read) -> Weighed | None:
    """Hold less sure a party that is named far from the act."""
    for word, actor in read.ends:
        if abs(actor.token - read.act.core.i) > FAR:
            return "moderate", f"The {word}, “{read.words(actor)}”, is named far from the verb."
    return None


@rule(
    example="Chile refused to lift the ban on Peru.",
    counter_example="Chile praised Peru.",
)
def several_words(read: Read) -> Weighed | None:
    """Hold less sure an act whose sense several words make together."""
    if read.act.chain and read.act.event != read.act.base:
        return "moderate", "Its meaning comes from several words together."
    return None


@rule(
    example="Chile engaged Peru’s rebels.",
    counter_example="Chile praised Peru.",
)
def other_meanings(read: Read) -> Weighed | None:
    """Hold less sure an act whose word can mean another one."""
    core = read.act.core
    if read.act.base.name in PLAIN:
        return None
    kind = "verb" if core.pos_ in VERBAL else "word"
    if len({entry.name for entry, _ in entries(core)}) > 1:
        return "moderate", f"The {kind} is ambiguous: “{core.text}”."
    return "moderate", f"The {kind} “{core.text}” does not always mean an act between countries."


RULES: tuple[Rule[[Read], Weighed], ...] = (
    wish_or_demand,
    group_for_country,
    only_planned,
    found_by_reference,
    far_off,
    several_words,
    other_meanings,
)
