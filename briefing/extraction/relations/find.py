"""Puts actors to acts: the relations of a Doc."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from briefing.extraction.facts import Party, Relation
from briefing.extraction.relations.arguments import slot, subjects, surface_subjects
from briefing.extraction.relations.chain import VERBAL, Act, act_of
from briefing.extraction.relations.who import Actor, actors_of, named, pobjs
from briefing.extraction.standing import standing_of


def relations_in(doc: Doc) -> list[Relation]:
    """Return every relation that the words of a Doc state, in reading order."""
    found: dict[tuple[str, str, str, int], Relation] = {}
    for sent in doc.sents:
        if not any(named(token) for token in sent):
            continue
        consumed: set[int] = set()
        acts = [act for token in sent if (act := act_of(token)) is not None]
        for act in acts:
            consumed.update(link.token.i for link in act.chain)
        for act in acts:
            if act.core.i in consumed and not act.chain:
                continue
            for relation in _relations(act):
                key = (relation.source, relation.target, relation.event_type, sent.start)
                found.setdefault(key, relation)
    return list(found.values())


def _relations(act: Act) -> Iterator[Relation]:
    for source, target in _pairs(act):
        if source.code == target.code or (source.country is None and target.country is None):
            continue
        yield _relation(act, source, target)
        if act.event.symmetric:
            yield _relation(act, target, source)


def _pairs(act: Act) -> Iterator[tuple[Actor, Actor]]:
    if act.base.symmetric and act.core.pos_ not in VERBAL:
        group = _participants(act)
        sources = _sources(act) if act.chain else []
        if act.chain and not act.event.symmetric:
            for source in sources:
                for target in group:
                    yield source, target
            return
        group += [a for a in sources if a.code not in {b.code for b in group}]
        for number, one in enumerate(group):
            for other in group[number + 1 :]:
                yield one, other
        return
    sources = _sources(act)
    targets = _targets(act)
    if act.base.reverse:
        sources, targets = targets, sources
    if not targets and len(sources) > 1 and (act.event.symmetric or act.base.symmetric):
        for number, one in enumerate(sources):
            for other in sources[number + 1 :]:
                yield one, other
        return
    for source in sources:
        for target in targets:
            yield source, target


def _sources(act: Act) -> list[Actor]:
    core = act.core
    if core.pos_ not in VERBAL and not act.has("demand"):
        own = _own_agents(core)
        if own:
            return own
    for link in reversed(act.chain):
        found = _subject_actors(link.token)
        if found:
            return found
    return _subject_actors(core) if core.pos_ in VERBAL or not act.chain else []


def _subject_actors(token: Token) -> list[Actor]:
    if token.pos_ in VERBAL:
        return _all(subjects(token))
    if token.pos_ == "ADJ":
        return _all(surface_subjects(token.head)) if token.dep_ in ("acomp", "xcomp") else []
    return _own_agents(token) or _all(surface_subjects(token))


def _own_agents(noun: Token) -> list[Actor]:
    own = [c for c in noun.children if c.dep_ in ("poss", "amod", "compound", "nmod")]
    found = _all(c for c in own if c.dep_ == "poss")
    found = found or [a for c in own if (a := named(c)) is not None]
    return found or _all(o for c in noun.children if c.lower_ == "by" for o in pobjs(c))


def _participants(act: Act) -> list[Actor]:
    core = act.core
    found = _own_agents(core)
    for name in ("between", "with", "among", "of", "to"):
        if name in act.entry.slots or name in ("between", "with", "among"):
            found += _all(slot(core, name))
            for link in act.chain:
                found += _all(slot(link.token, name))
    return list({actor.code: actor for actor in found}.values())


def _targets(act: Act) -> list[Actor]:
    core = act.core
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
        if child.dep_ == "ccomp" and act.event.name == "demand":
            return _all(surface_subjects(child))
    return []


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
