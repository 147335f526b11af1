"""What the clause makes of an act: whether it is for or against somebody, of words or deeds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from briefing.extraction.doc import entity_at, mention_at, mention_of
from briefing.extraction.grammar_words import NOMINAL, SUBJECTS, VERBAL
from briefing.extraction.relations.agents import own_agents
from briefing.extraction.relations.arguments import is_passive, slot, subjects
from briefing.extraction.relations.chain import Act
from briefing.extraction.relations.lexicon import entries
from briefing.extraction.relations.requests import DEMAND, addressees
from briefing.extraction.relations.who import Actor, all_actors
from briefing.extraction.rules import first, rule
from briefing.reference.verbs import verbs

STATES = ("name", "short-name", "capital", "government")
"""Forms of a country's mention by which it is the state that acts."""

HARM = ("assault", "coerce", "protest", "mobilise")
VICTIMS = (("on", "against", "at"), ("of", "in"))
"""Where the victim of a deed stands: "the attack of Chad on Niger" was on Niger."""
COPULAS = ("be", "remain", "become", "turn", "grow", "stay", "get", "look")
SPOILABLE = ("ties", "cooperate", "consult", "negotiate", "sign")
FRIENDLY = (
    "sign",
    "ties",
    "agree",
    "consult",
    "visit",
    "host",
    "mediate",
    "negotiate",
    "cooperate",
    "aid",
    "supply",
    "endorse",
    "recognise",
    "praise",
)
"""Classes of acts that one asks a friend for."""

REASONS = ("over", "for", "as", "about")


@dataclass(frozen=True, slots=True)
class Stated:
    """An act with one pair of its parties."""

    act: Act
    source: Actor
    target: Actor

    @property
    def core(self) -> Token:
        """The word of the act."""
        return self.act.core


def signed(act: Act, source: Actor, target: Actor) -> Act | None:
    """Return the act as its clause has it, None where it is none towards the target.

    Args:
        act: As the lexicon and the governing words make it.
        source: Who acts.
        target: Towards whom.
    """
    name = first(RULES, Stated(act, source, target))
    if name is None:
        return act
    return None if name == NOTHING else replace(act, event=verbs().classes[name])


NOTHING = "-"
"""What a rule answers where the words say nothing of the two."""


@rule(
    example="Chad protested against the plans of Niger.",
    counter_example="Chadians protested against the plans of Niger.",
)
def protest_of_a_state(stated: Stated) -> str | None:
    """A state that protests does it in words, its people in the street."""
    act = stated.act
    if act.event.name != "protest" or act.core.lemma_ != "protest" or act.chain:
        return None
    source = stated.core.doc[stated.source.token]
    mention = mention_at(source)
    if mention is None or mention.form not in STATES:
        return None
    return "accuse" if source.dep_ in ("nsubj", "poss") else None


@rule(
    example="Chad told the ambassador of Niger to pack his bags.",
    counter_example="Chad told the ambassador of Niger to wait.",
)
def sent_home(stated: Stated) -> str | None:
    """A diplomat who is asked to leave is expelled."""
    act = stated.act
    if act.event.name != "demand" or not _sent_away(act):
        return None
    asked = [obj for word in _words(act) for obj in slot(word, "obj")]
    return "sever" if any(o.lemma_.lower() in verbs().spoken["diplomats"] for o in asked) else None


@rule(
    example="Chad does not let ships from Niger through.",
    counter_example="Chad will not let the soldiers from Niger go.",
)
def not_let_through(stated: Stated) -> str | None:
    """Not to let somebody's goods or people in or through is a restriction."""
    act = stated.act
    if not act.refused or act.core.lemma_ not in ("let", "allow", "permit", "admit"):
        return None
    ways = {word.lower_ for word in act.core.subtree}
    return "sanction" if ways & verbs().spoken["ways"] else None


@rule(
    example="Chad asked Niger for help.",
    counter_example="Chad demanded an apology from Niger.",
)
def asking_politely(stated: Stated) -> str | None:
    """To ask, appeal or invite is no conflict, whatever is asked for."""
    if stated.act.event.name != "demand":
        return None
    words = verbs().asking
    asking = {word.lemma_.lower() for word in _words(stated.act)}
    if asking & words["pressing"] or _sent_away(stated.act):
        return None
    return "appeal" if asking & words["polite"] else None


@rule(
    example="Chad urged Niger to join the pact.",
    counter_example="Chad urged Niger to stop the raids.",
)
def urging_to_work_together(stated: Stated) -> str | None:
    """To urge somebody to help, talk or join is an appeal, to urge them to stop is a demand."""
    if stated.act.event.name != "demand":
        return None
    words, act = verbs().asking, stated.act
    asking = {word.lemma_.lower() for word in _words(act)}
    if asking & words["pressing"] or act.entry is DEMAND:
        return None
    wanted = [w for word in _words(act) for w in _wanted(word)]
    if any(word.lemma_.lower() in words["shared"] for word in wanted):
        return "appeal"
    return "appeal" if act.chain and act.base.name in FRIENDLY else None


@rule(
    example="Chad urged Niger and Mali to think again.",
    counter_example="Chad urged Niger to think again.",
)
def urging_both_sides(stated: Stated) -> str | None:
    """What is asked of several alike is asked of none of them as a foe."""
    act = stated.act
    if act.event.name != "demand":
        return None
    asking = {word.lemma_.lower() for word in _words(act)}
    if asking & verbs().asking["pressing"] or act.chain:
        return None
    return "appeal" if len({actor.code for actor in addressees(act.core)}) > 1 else None


@rule(
    example="Chad condemned the attack on the embassy of Niger.",
    counter_example="Chad condemned the attack by Niger.",
)
def sorrow_for_the_victim(stated: Stated) -> str | None:
    """Who condemns an attack on somebody stands by them."""
    act = stated.act
    if act.event.name != "accuse":
        return None
    for deed in condemned(act):
        if stated.target.code in {actor.code for actor in own_agents(deed)}:
            return None
        if stated.target.code in {actor.code for actor in victims(deed)}:
            return "endorse"
    return None


def condemned(act: Act) -> Iterator[Token]:
    """Yield the deeds that a verb of blame has as its object: "condemned the attack"."""
    for word in _words(act):
        objects = slot(word, "obj") if word.pos_ in VERBAL else slot(word, "of")
        for noun in objects:
            if noun.pos_ == "NOUN" and _harm(noun) and mention_of(noun) is None:
                yield noun


def victims(deed: Token) -> list[Actor]:
    """Return on whom a deed was done: "the attack on Chad", "the bombing of a school in Chad"."""
    for names in VICTIMS:
        found = {
            actor.code: actor
            for name in names
            for obj in slot(deed, name)
            for actor in all_actors([obj]) or all_actors(slot(obj, "in"))
        }
        if found:
            return list(found.values())
    return []


def _harm(noun: Token) -> bool:
    return any(entry.name in HARM for entry, _ in entries(noun))


@rule(
    example="The minister of Chad attacked Niger for its arrogance.",
    counter_example="The army of Chad attacked Niger.",
)
def attack_in_words(stated: Stated) -> str | None:
    """Officials attack in words, and so does who attacks a policy, or somebody for a thing."""
    act = stated.act
    if act.event.name not in ("assault", "coerce"):
        return None
    words = verbs().spoken
    core = act.core
    if {token.lower_ for token in _clause(act)} & words["verbal"]:
        return "accuse"
    if core.lemma_.lower() not in words["attacks"]:
        return None
    around = {token.lemma_.lower() for token in _clause(act)}
    if around & words["weapons"]:
        return None
    if around & words["speech"]:
        return "accuse"
    if core.pos_ not in VERBAL:
        return None
    if any(abstract(obj) for obj in slot(core, "obj")):
        return "accuse"
    if not is_passive(core) and any(_official(token) for token in subjects(core)):
        return "accuse"
    reasons = (obj for name in REASONS for obj in slot(core, name))
    return "accuse" if any(not _harm(noun) for noun in reasons) else None


@rule(
    example="Chad beat the record of Niger.",
    counter_example="Chad attacked the port of Niger.",
)
def no_violence(stated: Stated) -> str | None:
    """Nothing is assaulted that has no body: a forecast, a record, a deal, an illness."""
    act = stated.act
    if act.base.name not in ("assault", "coerce") or act.core.pos_ not in VERBAL:
        return None
    objects = [obj for obj in slot(act.core, "obj") if obj not in act.tokens]
    return NOTHING if objects and all(abstract(obj) for obj in objects) else None


@rule(
    example="Chad angered the Nigerien public.",
    counter_example="Chad angered the Nigerien government.",
)
def bystanders_moved(stated: Stated) -> str | None:
    """Who angers or pleases only critics, fans or voters does so to no state."""
    act = stated.act
    if not act.base.reverse or act.base.name not in ("anger", "please"):
        return None
    moved = [token.lemma_.lower() for token in slot(act.core, "obj")]
    return NOTHING if moved and set(moved) <= verbs().spoken["bystanders"] else None


@rule(
    example="Chad lashed out at Niger with air strikes.",
    counter_example="Chad lashed out at Niger with scorn.",
)
def answered_with_deeds(stated: Stated) -> str | None:
    """Who hits back with tariffs or rockets does more than speak."""
    act = stated.act
    if act.event.name != "accuse" or act.core.pos_ not in VERBAL:
        return None
    means = [entry.name for noun in slot(act.core, "with") for entry, _ in entries(noun)]
    return next((name for name in means if name in ("sanction", "sever", "assault")), None)


@rule(
    example="The strained ties between Chad and Niger are in the news.",
    counter_example="The close ties between Chad and Niger are in the news.",
)
def spoilt_ties(stated: Stated) -> str | None:
    """What is strained, frosty or at a low is no friendship."""
    act = stated.act
    if act.base.name not in SPOILABLE or act.event.quad != "verbal-cooperation":
        return None
    core, bad = act.core, verbs().spoilt
    said = [child for child in core.children if child.dep_ in ("amod", "acl")]
    if core.dep_ in SUBJECTS and core.head.lemma_ in COPULAS:
        said += [c for c in core.head.children if c.dep_ in ("acomp", "attr")]
        said += [o for c in core.head.children if c.lower_ in ("at", "in") for o in c.children]
        if core.head.head.lemma_ == "describe":
            said += core.head.head.children
    said += [c for word in said for c in word.children if c.dep_ in ("amod", "conj")]
    return (
        "discord"
        if any(word.lemma_.lower() in bad or word.lower_ in bad for word in said)
        else None
    )


@rule(
    example="Chad's withdrawal from the African Union is near.",
    counter_example="The departure of Chad's troops from Niger was a surprise.",
)
def leaving_a_club(stated: Stated) -> str | None:
    """Who leaves a union or a pact breaks with it; only troops retreat."""
    act = stated.act
    if act.event.name != "retreat" or act.chain:
        return None
    left = [o for name in ("from", "obj", "of") for o in slot(act.core, name)]
    club = any(word.lemma_.lower() in verbs().clubs for word in left)
    return "sever" if club or any(_is_body(word) for word in left) else None


def _is_body(word: Token) -> bool:
    entity = entity_at(word)
    return entity is not None and entity.kind in ("alliance", "organisation")


def abstract(noun: Token) -> bool:
    """Say whether a noun names what has no body: "forecast", "policy", "deal"."""
    if noun.pos_ != "NOUN" or mention_of(noun) is not None:
        return False
    words, lemma = verbs().bodiless, noun.lemma_.lower()
    if lemma in words["nouns"]:
        return True
    return lemma.endswith(tuple(words["endings"])) and lemma not in words["bodily"]


def _official(token: Token) -> bool:
    entity = entity_at(token)
    if entity is not None and entity.kind == "person":
        return True
    return token.lemma_.lower() in verbs().spoken["officials"]


def _words(act: Act) -> list[Token]:
    return [act.core, *act.tokens, *(link.token for link in act.chain)]


def _clause(act: Act) -> Iterator[Token]:
    """Yield the words of the act's own clause."""
    top = act.top if act.top.pos_ in VERBAL else act.top.head
    yield from _down(top)


def _down(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ not in ("conj", "advcl", "ccomp", "relcl", "parataxis"):
            yield from _down(child)


def _wanted(word: Token) -> Iterator[Token]:
    """Yield the words of what is asked for: the verb of "to join the pact", or "restraint"."""
    for child in word.children:
        if child.dep_ in ("xcomp", "ccomp", "advcl", "acl"):
            yield child
            yield from (c for c in child.children if c.dep_ in ("conj", "dobj", "acomp"))
            below = [c for c in child.children if c.dep_ in ("xcomp", "ccomp")]
            if child.lemma_ in ("be", "continue", "keep", "start", "begin", "consider", "resume"):
                yield from below
        elif child.dep_ == "prep" and child.lower_ in ("for", "to", "on"):
            yield from (c for c in child.children if c.pos_ in NOMINAL)
        elif child.dep_ == "dobj" and child.pos_ == "NOUN":
            yield child


def _sent_away(act: Act) -> bool:
    """Say whether somebody is asked to go: "asked the ambassador to leave"."""
    going = verbs().asking["leaving"]
    return any(w.lemma_.lower() in going for word in _words(act) for w in _wanted(word))


RULES = (
    protest_of_a_state,
    sent_home,
    not_let_through,
    asking_politely,
    urging_to_work_together,
    urging_both_sides,
    sorrow_for_the_victim,
    bystanders_moved,
    answered_with_deeds,
    attack_in_words,
    no_violence,
    spoilt_ties,
    leaving_a_club,
)
