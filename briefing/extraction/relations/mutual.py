"""Pairs those who take part alike: "talks between", "ties with", "its role, alongside"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from briefing.extraction.grammar_words import SUBJECTS, VERBAL
from briefing.extraction.relations.agents import own_agents
from briefing.extraction.relations.arguments import deep_slot, slot
from briefing.extraction.relations.chain import Act
from briefing.extraction.relations.lexicon import entries
from briefing.extraction.relations.who import Actor, all_actors, before_noun, pobjs
from briefing.reference.verbs import verbs

TALKING = ("consult", "negotiate")

Pair = tuple[Actor, Actor]


def mutual(act: Act, sources: list[Actor]) -> Iterator[Pair]:
    """Pair the two sides of a noun for what is mutual: "talks between", "X's ties with Y".

    The members of one side are not paired: "Chad's ties with Mali and Togo" says nothing of the
    other two.
    """
    core = act.core
    words = [core, *(link.token for link in act.chain)]
    own = own_agents(core)
    if not own and core.dep_ in SUBJECTS and core.head not in words:
        words.append(core.head)  # "talks opened on Monday between Peru and Chile"
    between = [a for name in _between(act) for w in words for a in all_actors(slot(w, name))]
    if not between and not own and not all_actors(slot(core, "with")):
        # "an accord on customs between Peru and Chile" is theirs
        between = all_actors(_deep_between(core))
    names = ("with", *(n for n in act.entry.slots if n in ("to", "of", "in") and not between))
    nouns = words[:1] + [link.token for link in act.chain]
    right = [a for name in names for w in nouns for a in all_actors(slot(w, name))]
    right = right or all_actors(deep_slot(core, "with"))
    partakers = list(partaking(core)) if act.event.name in TALKING else []
    if partakers:
        yield from partakers
    elif between and sources and not act.event.symmetric:
        yield from product(sources, between)
    elif between:
        yield from each(between)
    elif right:
        yield from product(own or sources, right)
    elif own and sources and {a.code for a in own} - {a.code for a in sources}:
        yield from product(sources, own)
    elif (
        act.event.symmetric
        or act.event.name in ("agree", "discord")
        or (act.event.name in ("reject", "reduce", "sever") and len(sources) == 2)
    ):
        yield from each(own if len(own) > len(sources) else sources)


def _deep_between(core: Token) -> Iterator[Token]:
    for prep in core.children:
        if prep.dep_ == "prep" and prep.lower_ in ("on", "of", "about", "over"):
            for obj in pobjs(prep):
                if not entries(obj):
                    yield from slot(obj, "between")


def sides(act: Act) -> list[Actor]:
    """Return both sides of what a noun says: "fighting broke out between Peru and Chile"."""
    core = act.core
    if core.dep_ != "nsubj" or core.pos_ in VERBAL:
        return []
    words = (core, core.head)
    return [a for name in _between(act) for w in words for a in all_actors(slot(w, name))]


def _between(act: Act) -> tuple[str, ...]:
    """Return the words of "between" that the noun takes: talks have two sides, a mission one."""
    return ("between", "among") if "between" in act.entry.slots else ()


def partaking(core: Token) -> Iterator[Pair]:
    """Pair those who take part: "Peru's role in the talks, alongside Chile" has both of them.

    The one whose role it is takes part with each of its company, and all of them with the body
    whose talks they are ("the NATO talks", or "the talks" after "a NATO summit").
    """
    words = verbs().partaking
    noun = _role(core, words["nouns"])
    if noun is None:
        return
    holders = all_actors(c for c in noun.children if c.dep_ == "poss")
    preps = [c for c in noun.subtree if c.dep_ == "prep" and c.lower_ in words["prepositions"]]
    company = all_actors(obj for prep in preps for obj in pobjs(prep))
    yield from product(holders, company)
    if holders:
        yield from product(holders + company, _body(core))


def _role(core: Token, nouns: frozenset[str]) -> Token | None:
    """Return the noun of taking part that "in the talks" belongs to, or stands beside."""
    if core.dep_ != "pobj":
        return None
    node = core.head.head
    for _ in range(3):
        near = [node] if node.pos_ == "NOUN" else [c for c in node.children if c.dep_ == "nsubj"]
        found = next((noun for noun in near if noun.lemma_ in nouns), None)
        if found is not None or node.head == node:
            return found
        node = node.head
    return None


def _body(core: Token) -> list[Actor]:
    """Return the alliance or organisation whose talks they are, from up to three sentences back."""
    bodies = [actor for actor in before_noun(core) if actor.country is None]
    if bodies or not any(child.lower_ in ("the", "these") for child in core.children):
        return bodies
    doc = core.doc
    sentences = 0
    for token in reversed(doc[: core.i]):
        sentences += bool(token.is_sent_start)
        if sentences > 4:
            break
        if token.pos_ == "NOUN" and any(entry.name in TALKING for entry, _ in entries(token)):
            bodies = [actor for actor in before_noun(token) if actor.country is None]
            if bodies:
                return bodies
    return []


def product(sources: list[Actor], targets: list[Actor]) -> Iterator[Pair]:
    """Pair every source with every target."""
    yield from ((source, target) for source in sources for target in targets)


def each(group: list[Actor]) -> Iterator[Pair]:
    """Pair the members of a group with each other."""
    members = list({actor.code: actor for actor in group}.values())
    yield from ((one, other) for one in members for other in members if one.code != other.code)
