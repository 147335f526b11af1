"""Puts parties to an act: who does it to whom, or who are in it together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from briefing.extraction.grammar_words import CONDITIONAL, VERBAL
from briefing.extraction.relations.agents import implied_agents, own_agents
from briefing.extraction.relations.arguments import (
    accused_of,
    deep_slot,
    is_passive,
    noun_subjects,
    slot,
    subjects,
    surface_subjects,
)
from briefing.extraction.relations.chain import Act
from briefing.extraction.relations.elsewhere import (
    SUPPORTING,
    enjoyed,
    given_cause,
    given_to,
    host_of_envoy,
    judged_clauses,
    on_its_way,
    victim,
)
from briefing.extraction.relations.judging import called, doers
from briefing.extraction.relations.lexicon import operators
from briefing.extraction.relations.mutual import Pair, each, mutual, product, sides
from briefing.extraction.relations.private import for_no_state
from briefing.extraction.relations.requests import addressees
from briefing.extraction.relations.signs import condemned, victims
from briefing.extraction.relations.who import Actor, across_border, all_actors

SWAPPING = ("exchange", "trade", "swap")
SHARED = ("ceasefire", "agree", "retreat", "supply", "concede", "negotiate", "mobilise")
HAVING = ("have", "be", "maintain", "keep", "enjoy")
ANSWERED = ("demand", "agree", "accuse", "threaten", "host")
"""What one side says and the other can reject: the target is who said it."""

ANSWERING = ("sever", "reduce", "sanction", "accuse", "reject")
"""Classes of acts that may be told by what they answer: "recalled its envoy over the raid"."""


JUDGING = ("accuse", "praise", "endorse")

TALKED = ("consult", "negotiate", "visit", "sign", "phone", "cooperate")
FRONTED = ("in", "on", "during", "under", "after", "at", "following", "ahead")
"""Prepositions of what a subject takes part in: "under a pact with Chad, Mali will"."""

UNDOING = ("reject", "reduce", "sever")
"""Classes of acts that turn down or take back what there was."""

BORDERING = ("mobilise", "sanction", "concede", "protest", "retreat")
"""Classes of acts that are done at a border: to the one beyond it."""

ABOUT_OTHERS = frozenset(
    ("refuse", "promise", "grant", "yield", "plan", "prepare", "demand", "instruct", "deny")
)
"""Operators over another's act: "rejected Dutch mediation" is towards the Dutch."""


def pairs_of(act: Act) -> Iterator[Pair]:
    """Yield (source, target) of an act; of a mutual one both ways. One end is a country."""
    for source, target in _directed(act):
        if source.code == target.code or (source.country is None and target.country is None):
            continue
        if for_no_state(act, source, target):
            sentence = act.core.sent.start
            act.core.doc._.set_aside.add((sentence, frozenset((source.code, target.code))))
            continue
        yield source, target
        if act.event.symmetric and not _one_sided(act):
            yield target, source


def _one_sided(act: Act) -> bool:
    """Say whether one side acts upon what is mutual: "Peru broadened its ties with Chile".

    A guest visits and a host receives: "Peru hosted Chile's king" has one arrow.
    """
    if act.event.one_sided:
        return True
    acted = any(link.token.lemma_ not in HAVING for link in act.chain)
    return act.base.name == "ties" and (acted or act.core.pos_ in VERBAL)


def _directed(act: Act) -> Iterator[Pair]:
    sources = sources_of(act)
    if act.has("deserve"):
        yield from product(_speakers(act), sources)
        return
    if act.has("undergo"):
        if act.core.pos_ in VERBAL:
            return  # "won praise from Oslo for freeing them"
        # "the plan drew protests from Oslo": the act is towards the subject.
        yield from product(_from(act), sources)
        return
    answered = _answered(act)
    if answered:
        yield from product(sources, answered)
        return
    backers = enjoyed(act)
    if backers:
        yield from product(backers, all_actors(surface_subjects(act.core.head)))
        return
    given = given_to(act)
    if given:
        yield from product(sources, given)
        return
    said = own_agents(act.core) if act.core.pos_ not in VERBAL and act.chain else []
    undone = act.event.name in UNDOING
    others = {a.code for a in said} != {a.code for a in sources}
    if said and sources and others and act.base.name in ANSWERED and not undone:
        # "Oslo considered Bergen's request": the request is Bergen's, and to Oslo.
        yield from product(said, sources)
        return
    if act.base.symmetric and act.core.pos_ not in VERBAL:
        yield from mutual(act, sources)
        return
    known = {actor.code for actor in sources}
    targets = [actor for actor in _targets(act, sources) if actor.code not in known]
    if act.base.reverse and act.event.name == act.base.name:
        # "stopped buying oil from Chad" is done to Chad, "bought oil" is what Chad gave
        sources, targets = targets, sources
    both = sides(act) if not sources else []
    if len(both) > 1:
        yield from each(both)
        return
    if not targets and _each_other(act) and not is_passive(act.core):
        yield from each(sources)
        return
    yield from product(sources, targets)


def _each_other(act: Act) -> bool:
    """Say whether a plural subject does it to each other: "Peru and Chile met", "agreed to"."""
    if "both" in act.entry.slots:
        return True
    if any(link.token.lemma_ in SWAPPING for link in act.chain):
        return True  # "exchanged accusations"
    composed = act.core.pos_ not in VERBAL or bool(act.chain)
    mutual_act = act.base.symmetric or act.base.name in SHARED
    return composed and mutual_act and act.event.name in ("agree", "ceasefire")


def sources_of(act: Act) -> list[Actor]:
    """Return who does an act, by its words."""
    for link in reversed(act.chain):
        found = _acting(_subject_actors(link.token, link.governed))
        if found:
            return found
    if act.core.pos_ in VERBAL or act.core.pos_ == "ADJ":
        return _acting(_subject_actors(act.core, None)) or implied_agents(act) or host_of_envoy(act)
    if act.core.dep_ == "attr" and not act.chain:
        return _acting(all_actors(surface_subjects(act.core.head)))  # "Peru is Chile's ally"
    own = own_agents(act.core) or all_actors(accused_of(act.core))
    if not own and act.event.verbal and act.event.name != "demand":
        own = all_actors(slot(act.core, "from"))
    if not own and act.event.name == "demand":
        own = all_actors(slot(act.core, "from")) if "from" not in act.entry.slots else []
    if not own and on_its_way(act.core):
        own = all_actors(slot(act.core.head, "from"))
    if not own and act.base.name in TALKED and act.core.head.lower_ in FRONTED:
        verb = act.core.head.head  # "on a visit to Chile, Peru's president sang"
        return _acting(all_actors(surface_subjects(verb))) if verb.pos_ in VERBAL else []
    return own


def _acting(actors: list[Actor]) -> list[Actor]:
    """Leave out a town as the subject itself: it is its police that act, or its people."""
    return [actor for actor in actors if not (actor.place and actor.country)]


def _subject_actors(token: Token, governed: Token | None) -> list[Actor]:
    if token.pos_ in VERBAL:
        if governed is not None and governed.dep_ != "nsubjpass":
            return _subjects_only(surface_subjects(token))
        return _subjects_only(subjects(token))
    if token.pos_ == "ADJ":
        if token.dep_ in ("amod", "acl") and token.i > token.head.i:
            # "trained hackers capable of raiding Chad"
            return all_actors([token.head]) or all_actors(noun_subjects(token.head))
        return all_actors(surface_subjects(token.head)) if token.dep_ in ("acomp", "xcomp") else []
    return own_agents(token) or all_actors(slot(token, "of")) or all_actors(noun_subjects(token))


def _subjects_only(tokens: list[Token]) -> list[Actor]:
    found = all_actors(tokens)
    heads = {token.i for token in tokens} | {c.i for t in tokens for c in t.conjuncts}
    return [a if a.token in heads else replace(a, place=False) for a in found]


def _answered(act: Act) -> list[Actor]:
    """Return who gets an answer: "rejected Oslo's demand", "accepted an invitation from Oslo"."""
    core = act.core
    answers = act.event.name in UNDOING or any(
        act.has(name) for name in ("promise", "grant", "yield")
    )
    if not answers or act.base.name not in ANSWERED or core.pos_ in VERBAL:
        return []
    return _from(act)


def _from(act: Act) -> list[Actor]:
    """Return whose act a noun is: "Oslo's", "from Oslo", "by Oslo"."""
    words = [act.core, *(link.token for link in act.chain)]
    return own_agents(act.core) or all_actors(
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


def _targets(act: Act, sources: list[Actor]) -> list[Actor]:
    core = act.core
    if act.event.name == "demand" and (core.pos_ in VERBAL or not act.chain):
        found = addressees(core)
        if found:
            return found
    if act.event.name == "demand" and act.base.of_agent and core.pos_ not in VERBAL:
        found = own_agents(core) or all_actors(slot(core, "of"))
        if found:
            return found
    if act.chain and core.pos_ not in VERBAL:
        known = {actor.code for actor in sources}
        found = [actor for actor in own_agents(core) if actor.code not in known]
        if found and any(act.has(name) for name in ABOUT_OTHERS):
            return found
    bodies: list[Actor] = []
    acting = {actor.code for actor in sources}
    for slotted in _in_slots(act):
        found = [actor for actor in slotted if actor.code not in acting]
        if any(actor.country for actor in found):
            return found
        bodies = bodies or found
    if act.base.name == "mediate" and not bodies:
        # "mediate in the conflict between Mali and Niger"
        objects = [o for name in act.entry.slots for o in slot(core, name)]
        return all_actors(o for obj in objects for o in deep_slot(obj, "between"))
    return bodies


def _in_slots(act: Act) -> Iterator[list[Actor]]:
    """Yield what stands in each slot, the act's own first; a country there goes before a body."""
    core = act.core
    words = [core, *act.tokens, *(link.token for link in act.chain)]
    words = list(dict.fromkeys(words))
    words += [c for c in core.children if c.dep_ == "acl" and c.tag_ == "VBN"]
    shared = [
        c for c in core.children if c.dep_ == "conj" and c.pos_ in VERBAL and not _objects_of(core)
    ]
    judged = {"called": called, "doers": doers}
    for name in act.entry.slots:
        if name in judged:
            yield all_actors(judged[name](core))
            continue
        for word in words:
            if name != "obj" or word == core:
                yield _there(act, slot(word, name))
        if name != "obj":
            for obj in (o for inner in _inside(core) for o in slot(core, inner)):
                yield _there(act, deep_slot(obj, name))
    for verb in shared:
        for name in act.entry.slots:
            for word in (verb, *slot(verb, "obj")):
                yield all_actors(slot(word, name))
    yield _threatened(act)
    if act.base.name in SUPPORTING and core.dep_ == "pobj" and core.head.lower_ == "with":
        verb = core.head.head  # "with Chad's support, Mali joined"
        yield all_actors(surface_subjects(verb)) if verb.pos_ in VERBAL else []
    if core.dep_ == "attr" and core.lemma_.endswith(("er", "or")):
        yield own_agents(core)  # "Chad is Mali's main supplier"
    yield victim(core)
    if on_its_way(core):
        yield all_actors(o for name in ("to", "obj") for o in slot(core.head, name) if o != core)
    if act.event.name in JUDGING:
        yield all_actors(judged_clauses(core))
    if act.event.name == "accuse":
        for deed in condemned(act):
            yield victims(deed)
    if act.event.quad.endswith("conflict") and act.event.name in ANSWERING:
        yield given_cause(act)


def _inside(core: Token) -> tuple[str, ...]:
    """Return where one who is acted upon may stand deeper: "sent tons of rice to Chad".

    Of a noun: "a gift of ten lorries to Chad", "its exit from the pact with Chad".
    """
    return ("obj",) if core.pos_ in VERBAL else ("of", "from")


def _there(act: Act, objects: Iterator[Token]) -> list[Actor]:
    """Return who is meant by an object; by a border, for forces and closures, who is beyond it."""
    found: dict[str, Actor] = {}
    for obj in objects:
        if obj.dep_ == "pcomp" and act.base.name == "threaten":
            continue  # "warned against scrapping the pact with Chad": Chad is not warned
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
                if clause.dep_ == "advcl" and marks & CONDITIONAL:
                    return all_actors(c for c in clause.children if c.dep_ == "nsubj")
    return []


def _objects_of(verb: Token) -> bool:
    return any(child.dep_ in ("dobj", "prep") for child in verb.children)
