"""Puts parties to an act: who does it to whom, or who are in it together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from briefing.extraction.relations.arguments import (
    deep_slot,
    is_passive,
    noun_subjects,
    slot,
    subjects,
    surface_subjects,
)
from briefing.extraction.relations.chain import VERBAL, Act
from briefing.extraction.relations.lexicon import entries, operators
from briefing.extraction.relations.requests import addressees
from briefing.extraction.relations.who import (
    Actor,
    across_border,
    all_actors,
    before_noun,
    pobjs,
)
from briefing.reference.verbs import verbs

TALKING = ("consult", "negotiate")
ANSWERED = ("demand", "agree", "accuse", "threaten", "host")
"""What one side says and the other can reject: the target is who said it."""

BORDERING = ("mobilise", "sanction", "concede")
"""Classes of acts that are done at a border: to the one beyond it."""

ABOUT_OTHERS = ("refuse", "promise", "plan", "prepare", "demand", "instruct", "deny")
"""Operators over another's act: "rejected Dutch mediation" is towards the Dutch."""

Pair = tuple[Actor, Actor]


def pairs_of(act: Act) -> Iterator[Pair]:
    """Yield (source, target) of an act; of a mutual one both ways. One end is a country."""
    for source, target in _directed(act):
        if source.code == target.code or (source.country is None and target.country is None):
            continue
        yield source, target
        if act.event.symmetric and not _one_sided(act):
            yield target, source


def _one_sided(act: Act) -> bool:
    """Say whether one side acts upon what is mutual: "Peru broadened its ties with Chile"."""
    return act.base.name == "ties" and (bool(act.chain) or act.core.pos_ in VERBAL)


def _directed(act: Act) -> Iterator[Pair]:
    sources = _sources(act)
    if act.has("deserve"):
        yield from _product(_speakers(act), sources)
        return
    if act.has("undergo"):
        # "the plan drew protests from Oslo": the act is towards the subject.
        yield from _product(_from(act), sources)
        return
    answered = _answered(act)
    if answered:
        yield from _product(sources, answered)
        return
    said = _own_agents(act.core) if act.core.pos_ not in VERBAL and act.chain else []
    undone = act.event.name in ("reject", "reduce")
    if said and sources and act.base.name in ANSWERED and not undone:
        # "Oslo considered Bergen's request": the request is Bergen's, and to Oslo.
        yield from _product(said, sources)
        return
    if act.base.symmetric and act.core.pos_ not in VERBAL:
        yield from _mutual(act, sources)
        return
    known = {actor.code for actor in sources}
    targets = [actor for actor in _targets(act, sources) if actor.code not in known]
    if act.base.reverse:
        sources, targets = targets, sources
    if not targets and _each_other(act) and not is_passive(act.core):
        yield from _each(sources)
        return
    yield from _product(sources, targets)


def _each_other(act: Act) -> bool:
    """Say whether a plural subject does it to each other: "Peru and Chile met", "agreed to"."""
    return "both" in act.entry.slots or act.event.name in ("agree", "ceasefire")


def _mutual(act: Act, sources: list[Actor]) -> Iterator[Pair]:
    """Pair the two sides of a noun for what is mutual: "talks between", "X's ties with Y".

    The members of one side are not paired: "Chad's ties with Mali and Togo" says nothing of the
    other two.
    """
    core = act.core
    words = [core, *(link.token for link in act.chain)]
    own = _own_agents(core)
    between = [a for name in _between(act) for w in words for a in all_actors(slot(w, name))]
    names = ("with", *(n for n in act.entry.slots if n in ("to", "of", "in") and not between))
    right = [a for name in names for w in words for a in all_actors(slot(w, name))]
    partakers = list(partaking(core)) if act.event.name in TALKING else []
    if partakers:
        yield from partakers
    elif between and sources and not act.event.symmetric:
        yield from _product(sources, between)
    elif between:
        yield from _each(between)
    elif right:
        yield from _product(own or sources, right)
    elif own and sources and {a.code for a in own} != {a.code for a in sources}:
        yield from _product(sources, own)
    elif act.event.symmetric or act.event.name in ("agree", "reject", "reduce", "discord"):
        yield from _each(own if len(own) > 1 else sources)


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
    yield from _product(holders, company)
    if holders:
        yield from _product(holders + company, _body(core))


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


def _product(sources: list[Actor], targets: list[Actor]) -> Iterator[Pair]:
    yield from ((source, target) for source in sources for target in targets)


def _each(group: list[Actor]) -> Iterator[Pair]:
    members = list({actor.code: actor for actor in group}.values())
    yield from ((one, other) for one in members for other in members if one.code != other.code)


def _sources(act: Act) -> list[Actor]:
    for link in reversed(act.chain):
        found = _acting(_subject_actors(link.token, link.governed))
        if found:
            return found
    if act.core.pos_ in VERBAL or act.core.pos_ == "ADJ":
        return _acting(_subject_actors(act.core, None))
    if act.core.dep_ == "attr" and not act.chain:
        return _acting(_subject_actors(act.core, None))  # "Peru is an ally of Chile"
    return _own_agents(act.core)


def _acting(actors: list[Actor]) -> list[Actor]:
    """Leave out a town as the subject itself: it is its police that act, or its people."""
    return [actor for actor in actors if not (actor.place and actor.country)]


def _subject_actors(token: Token, governed: Token | None) -> list[Actor]:
    if token.pos_ in VERBAL:
        if governed is not None and governed.dep_ != "nsubjpass":
            return _subjects_only(surface_subjects(token))
        return _subjects_only(subjects(token))
    if token.pos_ == "ADJ":
        return all_actors(surface_subjects(token.head)) if token.dep_ in ("acomp", "xcomp") else []
    return _own_agents(token) or all_actors(noun_subjects(token))


def _subjects_only(tokens: list[Token]) -> list[Actor]:
    found = all_actors(tokens)
    heads = {token.i for token in tokens} | {c.i for t in tokens for c in t.conjuncts}
    return [a if a.token in heads else replace(a, place=False) for a in found]


def _answered(act: Act) -> list[Actor]:
    """Return who gets an answer: "rejected Oslo's demand", "accepted an invitation from Oslo"."""
    core = act.core
    answers = act.event.name in ("reject", "reduce") or act.has("promise")
    if not answers or act.base.name not in ANSWERED or core.pos_ in VERBAL:
        return []
    return _from(act)


def _from(act: Act) -> list[Actor]:
    """Return whose act a noun is: "Oslo's", "from Oslo", "by Oslo"."""
    words = [act.core, *(link.token for link in act.chain)]
    return _own_agents(act.core) or all_actors(
        obj for name in ("from", "by") for word in words for obj in slot(word, name)
    )


def _speakers(act: Act) -> list[Actor]:
    """Return who says that something deserves it: "Oslo said that the raid warrants protest"."""
    verb = act.top
    while verb.dep_ in ("ccomp", "conj") and verb.head != verb:
        verb = verb.head
        found = all_actors(surface_subjects(verb)) if verb.pos_ in VERBAL else []
        if found:
            return found
    return []


def _own_agents(noun: Token) -> list[Actor]:
    """Return who stands before a noun or behind "by": "Chad's", "Chadian", "the Chad-Mali"."""
    found = all_actors(c for c in noun.children if c.dep_ == "poss")
    found = found or before_noun(noun)
    if not found and any(verbs().classes[entry.name].of_agent for entry, _ in entries(noun)):
        found = all_actors(slot(noun, "of"))
    return found or all_actors(o for c in noun.children if c.lower_ == "by" for o in pobjs(c))


def _targets(act: Act, sources: list[Actor]) -> list[Actor]:
    core = act.core
    if act.event.name == "demand" and core.pos_ in VERBAL:
        found = addressees(core)
        if found:
            return found
    if act.event.name == "demand" and act.base.of_agent and core.pos_ not in VERBAL:
        found = _own_agents(core) or all_actors(slot(core, "of"))
        if found:
            return found
    if act.chain and core.pos_ not in VERBAL:
        known = {actor.code for actor in sources}
        found = [actor for actor in _own_agents(core) if actor.code not in known]
        if found and any(act.has(name) for name in ABOUT_OTHERS):
            return found
    bodies: list[Actor] = []
    for found in _in_slots(act):
        if any(actor.country for actor in found):
            return found
        bodies = bodies or found
    return bodies


def _in_slots(act: Act) -> Iterator[list[Actor]]:
    """Yield what stands in each slot, the act's own first; a country there goes before a body."""
    core = act.core
    words = [core, *(link.token for link in act.chain)]
    words += [c for c in core.children if c.dep_ == "acl" and c.tag_ == "VBN"]
    shared = [
        c for c in core.children if c.dep_ == "conj" and c.pos_ in VERBAL and not _objects_of(core)
    ]
    for name in act.entry.slots:
        for word in words:
            if name != "obj" or word == core:
                yield _there(act, slot(word, name))
        if name != "obj" and core.pos_ in VERBAL:
            for obj in slot(core, "obj"):
                yield _there(act, deep_slot(obj, name))
    for verb in shared:
        for name in act.entry.slots:
            for word in (verb, *slot(verb, "obj")):
                yield all_actors(slot(word, name))
    yield _threatened(act)


def _there(act: Act, objects: Iterator[Token]) -> list[Actor]:
    """Return who is meant by an object; by a border, for forces and closures, who is beyond it."""
    found: dict[str, Actor] = {}
    for obj in objects:
        beyond = across_border(obj) if act.base.name in BORDERING else []
        for actor in beyond or all_actors([obj]):
            found.setdefault(actor.code, actor)
    return list(found.values())


def _threatened(act: Act) -> list[Actor]:
    """Find whom a threat or refusal is about in what is threatened or refused, or its condition.

    "threatened to close the strait off Oman", "threatened a strike unless Oman pays".
    """
    if act.event.name not in ("threaten", "reject"):
        return []
    words = [act.core, *(link.token for link in act.chain)]
    if not {"refuse", "threaten"} & set(operators(act.core, "xcomp")) and not act.chain:
        return []
    for clause in (c for word in words for c in word.children if c.dep_ == "xcomp"):
        for name in ("obj", "against", "on", "to", "with", "from", "in"):
            found = all_actors(slot(clause, name)) or all_actors(
                o for obj in slot(clause, "obj") for o in deep_slot(obj, name)
            )
            if found:
                return found
    if act.event.name == "threaten":
        for verb in [*words, *(c for word in words for c in word.children if c.dep_ == "xcomp")]:
            for clause in verb.children:
                marks = {c.lower_ for c in clause.children if c.dep_ == "mark"}
                if clause.dep_ == "advcl" and marks & {"if", "unless"}:
                    return all_actors(c for c in clause.children if c.dep_ == "nsubj")
    return []


def _objects_of(verb: Token) -> bool:
    return any(child.dep_ in ("dobj", "prep") for child in verb.children)
