"""Puts actors to acts: the relations of a Doc."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from briefing.extraction.facts import Party, Relation
from briefing.extraction.relations.arguments import (
    is_passive,
    noun_subjects,
    slot,
    subjects,
    surface_subjects,
)
from briefing.extraction.relations.chain import VERBAL, Act, acts_of
from briefing.extraction.relations.lexicon import entries
from briefing.extraction.relations.who import Actor, actors_of, named, pobjs
from briefing.extraction.standing import standing_of
from briefing.reference.verbs import Entry, verbs

DEMAND = Entry("demand", "say", (), ("obj",))
"""What "said that Togo must pay" is, whatever the verb of saying."""


def relations_in(doc: Doc) -> list[Relation]:
    """Return every relation that the words of a Doc state, in reading order."""
    found: dict[tuple[str, str, str, int], Relation] = {}
    for sent in doc.sents:
        if sum(named(token) is not None for token in sent) == 0:
            continue
        for act, source, target in _stated(sent):
            relation = _relation(act, source, target)
            key = (relation.source, relation.target, relation.event_type, sent.start)
            found.setdefault(key, relation)
    return sorted(found.values(), key=lambda relation: relation.trigger_start)


def _stated(sent: Span) -> Iterator[tuple[Act, Actor, Actor]]:
    """Yield acts with their pairs; a word whose meaning another act took up says no more itself."""
    acts = [act for token in sent for act in (*acts_of(token), *_obliging(token))]
    acts.sort(key=lambda act: -len(act.chain))
    taken: set[int] = set()
    for act in acts:
        if act.core.i in taken or _asked(act):
            continue
        pairs = list(_pairs(act))
        if not pairs:
            continue
        taken.update((act.core.i, *(link.token.i for link in act.chain)))
        for source, target in pairs:
            yield act, source, target


def _obliging(token: Token) -> Iterator[Act]:
    speaker = obliged(token)
    if speaker is not None:
        demand = verbs().classes["demand"]
        yield Act(speaker, DEMAND, (speaker,), demand, demand, ())


def _asked(act: Act) -> bool:
    """Say whether the act is only what somebody is asked to do: the asking is what was done."""
    for link in act.chain:
        if link.operator not in ("demand", "instruct"):
            continue
        if addressees(link.token, link.governed):
            return True
        if any(child.dep_ in ("nsubj", "nsubjpass") for child in link.governed.children):
            return True
    words = (act.core, *(link.token for link in act.chain))
    return any(_requested(word) for word in words if word.pos_ in VERBAL)


def _requested(verb: Token) -> bool:
    """Say whether a verb tells what was asked for: "called on Chad to sign", "must sign"."""
    speaker = obliged(verb)
    if speaker is not None and addressees(speaker):
        return True
    head = verb.head
    if verb.dep_ in ("advcl", "xcomp", "ccomp", "acl"):
        if any(entry.name == "demand" for entry, _ in entries(head)):
            return bool(addressees(head))
        if verb.dep_ == "ccomp":
            return any(
                child.dep_ == "dobj" and any(e.name == "demand" for e, _ in entries(child))
                for child in head.children
            )
    return False


def obliged(verb: Token) -> Token | None:
    """Return the one who says that another must do something: "Ghana said that Togo must pay"."""
    words = verbs().obliging
    if verb.pos_ not in VERBAL or verb.dep_ != "ccomp":
        return None
    if verb.head.lemma_.lower() not in words["verbs"] or verb.lemma_.lower() in words["verbs"]:
        return None
    must = any(child.dep_ == "aux" and child.lower_ in words["words"] for child in verb.children)
    return verb.head if must or (verb.lemma_ in ("need", "have") and _infinitive(verb)) else None


def _infinitive(verb: Token) -> bool:
    return any(child.dep_ == "xcomp" and child.tag_ == "VB" for child in verb.children)


def addressees(word: Token, governed: Token | None = None) -> list[Actor]:
    """Return who is asked: "urged Chad to sign", "demanded that Chad sign", "a call on Chad"."""
    found = _all(obj for obj in slot(word, "obj") if obj is not governed)
    for child in word.children:
        if child.dep_ in ("ccomp", "xcomp"):
            found = found or _all(c for c in child.children if c.dep_ in ("nsubj", "nsubjpass"))
        elif child.dep_ == "prep" and child.lower_ in ("on", "upon", "to"):
            found = found or _all(obj for obj in pobjs(child) if obj is not governed)
    return found


def _pairs(act: Act) -> Iterator[tuple[Actor, Actor]]:
    for source, target in _directed(act):
        if source.code == target.code or (source.country is None and target.country is None):
            continue
        yield source, target
        if act.event.symmetric and not (act.base.name == "ties" and act.chain):
            yield target, source


def _directed(act: Act) -> Iterator[tuple[Actor, Actor]]:
    sources = _sources(act)
    if act.base.symmetric and act.core.pos_ not in VERBAL:
        group = _participants(act)
        if sources and group and (act.base.name == "ties" or not act.event.symmetric):
            yield from ((source, target) for source in sources for target in group)
            return
        known = {actor.code for actor in group}
        yield from _each(group + [a for a in sources if a.code not in known], both=True)
        return
    known = {actor.code for actor in sources}
    targets = [actor for actor in _targets(act, sources) if actor.code not in known]
    if act.base.reverse:
        sources, targets = targets, sources
    if not targets and act.base.symmetric and not is_passive(act.core):
        yield from _each(sources, both=True)
        return
    yield from ((source, target) for source in sources for target in targets)


def _each(group: list[Actor], *, both: bool) -> Iterator[tuple[Actor, Actor]]:
    for number, one in enumerate(group):
        for other in group[number + 1 :]:
            yield one, other
            if both:
                yield other, one


def _sources(act: Act) -> list[Actor]:
    for link in reversed(act.chain):
        found = _subject_actors(link.token, link.governed)
        if found:
            return found
    if act.core.pos_ in VERBAL or not act.chain:
        return _subject_actors(act.core, None)
    return _own_agents(act.core)


def _subject_actors(token: Token, governed: Token | None) -> list[Actor]:
    if token.pos_ in VERBAL:
        if governed is not None and governed.dep_ != "nsubjpass":
            return _all(surface_subjects(token))
        return _all(subjects(token))
    if token.pos_ == "ADJ":
        return _all(surface_subjects(token.head)) if token.dep_ in ("acomp", "xcomp") else []
    return _own_agents(token) or _all(noun_subjects(token))


def _own_agents(noun: Token) -> list[Actor]:
    own = [c for c in noun.children if c.dep_ in ("poss", "amod", "compound", "nmod")]
    found = _all(c for c in own if c.dep_ == "poss")
    found = found or [a for c in own if (a := named(c)) is not None]
    return found or _all(o for c in noun.children if c.lower_ == "by" for o in pobjs(c))


def _participants(act: Act) -> list[Actor]:
    core = act.core
    found = _own_agents(core)
    words = [core, *(link.token for link in act.chain)]
    for name in ("between", "with", "among", "of", "to"):
        if name in act.entry.slots or name in ("between", "with", "among"):
            found += [actor for word in words for actor in _all(slot(word, name))]
    return list({actor.code: actor for actor in found}.values())


def _targets(act: Act, sources: list[Actor]) -> list[Actor]:
    core = act.core
    if act.event.name == "demand" and core.pos_ in VERBAL:
        found = addressees(core)
        if found:
            return found
    if act.event.name == "reject" and act.base.name in ("demand", "agree"):
        found = _own_agents(core) or _all(o for p in ("from", "by") for o in slot(core, p))
        if found:
            return found
    if act.chain and core.pos_ not in VERBAL:
        known = {actor.code for actor in sources}
        found = [actor for actor in _own_agents(core) if actor.code not in known]
        if found and not act.has("do"):
            return found
    words = [core, *(link.token for link in act.chain)]
    for name in act.entry.slots:
        for word in words:
            if name == "obj" and word is not core:
                continue
            found = _all(slot(word, name))
            if found:
                return found
        if name != "obj" and core.pos_ in VERBAL:
            for obj in slot(core, "obj"):
                found = _all(slot(obj, name))
                if found:
                    return found
    for child in core.children:
        if child.dep_ == "conj" and child.pos_ in VERBAL and not _objects_of(core):
            for name in act.entry.slots:
                for word in (child, *slot(child, "obj")):
                    found = _all(slot(word, name))
                    if found:
                        return found
    return []


def _objects_of(verb: Token) -> bool:
    return any(child.dep_ in ("dobj", "prep") for child in verb.children)


def _all(tokens: Iterator[Token] | list[Token]) -> list[Actor]:
    found: dict[str, Actor] = {}
    for token in tokens:
        for actor in actors_of(token):
            found.setdefault(actor.code, actor)
    return list(found.values())


def _relation(act: Act, source: Actor, target: Actor) -> Relation:
    doc = act.core.doc
    trigger = sorted(
        {*(t.i for t in act.tokens), *(t.i for link in act.chain for t in link.tokens)}
    )
    first, last = doc[trigger[0]], doc[trigger[-1]]
    sent = act.core.sent
    inside = [
        *trigger,
        *(i for i in (source.token, target.token) if sent.start <= i < sent.end),
    ]
    start, end = doc[min(inside)], doc[max(inside)]
    return Relation(
        source=source.code,
        target=target.code,
        start=start.idx,
        end=end.idx + len(end),
        trigger_start=first.idx,
        trigger_end=last.idx + len(last),
        event_type=act.event.event_type,
        quad=act.event.quad,
        tone=act.event.tone,
        standing=standing_of(act.core),
        parties=(
            Party(source.entity_id, source.country, "source"),
            Party(target.entity_id, target.country, "target"),
        ),
    )
