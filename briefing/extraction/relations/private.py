"""Who acts or suffers for no state: private people, firms, clubs, works, teams, outlaws.

"A Danish tourist praised Peru" is no word of Denmark's. What a state does to somebody's nationals
is done to that state: "Peru jailed a Danish tourist"; what it says of one of them is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from briefing.extraction.actors.roles import title_kind
from briefing.extraction.doc import entity_at, mention_at
from briefing.extraction.grammar_words import (
    ATTRIBUTES,
    INTRODUCING,
    NOMINAL,
    NOUN_MODIFIERS,
)
from briefing.extraction.relations.chain import Act
from briefing.extraction.relations.signs import condemned
from briefing.extraction.relations.who import Actor, pobjs
from briefing.extraction.rules import Rule, first, rule
from briefing.reference.private import private
from briefing.reference.roles import STATE_OFFICES

_SCORE = re.compile(r"\b(?:beat|crushed|drew|lost|thrashed|won)\b[^.;]*?\b\d{1,2}[-–]\d{1,2}\b")
GROUPS = ("band", "couple", "delegation", "group", "number", "pair", "party", "team", "trio")
"""Nouns of several people: "a pair of pensioners"."""

SPOKEN = ("ACCUSE", "AGREE", "CONSULT", "SUPPORT")
"""Types of acts that are towards a state only where its own people are meant."""

VERBAL_ACTS = ("verbal-cooperation", "verbal-conflict")


def for_no_state(act: Act, source: Actor, target: Actor) -> bool:
    """Say whether an act between two is none between states."""
    return first(RULES, act, source, target) is not None


@rule(
    example="A Danish tourist praised Peru.",
    counter_example="A Danish minister praised Peru.",
)
def private_person_acts(act: Act, source: Actor, target: Actor) -> bool:
    """Leave out what private people do; a crowd's protest and helpers' help are their country's."""
    noun = _holder(act, source)
    if not _is_private(noun):
        return False
    lemma = noun.lemma_.lower()
    words = private()
    if act.event.event_type == "PROTEST" and lemma in words.crowds:
        return False
    helps = act.event.quad == "material-cooperation" and noun.tag_ == "NNS"
    return not (helps and lemma in words.helpers)


@rule(
    example="A crowd of Georgians condemned Russia.",
    counter_example="Georgian protesters burned a Russian flag.",
)
def crowd_speaks(act: Act, source: Actor, target: Actor) -> bool:
    """Leave out what a crowd says or does, except its protest and the violence of one."""
    lemma = _holder(act, source).lemma_.lower()
    if act.event.event_type == "PROTEST" or lemma not in private().crowds:
        return False
    return act.event.quad != "material-conflict" or lemma not in private().marchers


@rule(
    example="The Danish brewer sued Peru.",
    counter_example="The Danish state gas company cut supplies to Peru.",
)
def firm_acts(act: Act, source: Actor, target: Actor) -> bool:
    """Leave out what firms and named bodies do, except those of a state."""
    noun = _holder(act, source)
    words = private()
    firm = noun.lemma_.lower() in words.firms and not _has(noun, words.public)
    return firm or source.private


@rule(
    example="The Danish press condemned Peru.",
    counter_example="The Danish parliament condemned Peru.",
)
def body_acts(act: Act, source: Actor, target: Actor) -> bool:
    """Leave out what papers, clubs, schools and the like do, and what works of art say."""
    lemma = _holder(act, source).lemma_.lower()
    return lemma in private().bodies or lemma in private().works


@rule(
    example="The Danish opposition leader condemned Peru.",
    counter_example="The Danish leader condemned Peru.",
)
def opposition_acts(act: Act, source: Actor, target: Actor) -> bool:
    """Leave out what candidates and the opposition do: they speak for themselves."""
    noun = _holder(act, source)
    return _of_a_kind(noun, private().opposition) or _has(noun, private().opposing)


@rule(
    example="The former Danish president praised Peru.",
    counter_example="The new Danish president praised Peru.",
)
def former_official_speaks(act: Act, source: Actor, target: Actor) -> bool:
    """Leave out what people say whose office is over."""
    noun = _holder(act, source)
    return act.event.quad in VERBAL_ACTS and _has(noun, private().former)


@rule(
    example="Malian rebels thanked Niger.",
    counter_example="Malian rebels shelled a town in Niger.",
)
def rebel_speaks(act: Act, source: Actor, target: Actor) -> bool:
    """Leave out what rebels say, and their help; their attacks on another country are told."""
    return act.event.quad != "material-conflict" and _of_a_kind(
        _holder(act, source), private().rebels
    )


@rule(
    example="Somali pirates seized a Danish ship.",
    counter_example="Somali soldiers seized a Danish ship.",
)
def outlaw_acts(act: Act, source: Actor, target: Actor) -> bool:
    """Leave out what gangs and pirates do."""
    return _of_a_kind(_holder(act, source), private().outlaws)


@rule(
    example="The mayor of Bergen condemned Peru.",
    counter_example="The government of Norway condemned Peru.",
)
def town_acts(act: Act, source: Actor, target: Actor) -> bool:
    """Leave out what mayors do, and the police or the governor of a town or region."""
    noun = _holder(act, source)
    if _of_a_kind(noun, private().local):
        return True
    return noun.lemma_.lower() in private().shared and _is_regional(noun)


@rule(
    example="A Danish lawmaker condemned Hungary.",
    counter_example="Danish lawmakers condemned Hungary.",
)
def single_lawmaker_speaks(act: Act, source: Actor, target: Actor) -> bool:
    """Leave out what one of many lawmakers says: parliament has not said it."""
    noun = _holder(act, source)
    one = any(child.lower_ in INTRODUCING for child in noun.children)
    return one and act.event.quad in VERBAL_ACTS and noun.lemma_.lower() in private().lawmakers


@rule(
    example="Two wolves from Norway attacked sheep in Sweden.",
    counter_example="Two soldiers from Norway attacked a post in Sweden.",
)
def nature_acts(act: Act, source: Actor, target: Actor) -> bool:
    """Leave out what animals, illnesses, weather and fire do."""
    return _holder(act, source).lemma_.lower() in private().nature


@rule(
    example="In the film, Swedish troops attacked Norway.",
    counter_example="Swedish troops attacked Norway in 1718.",
)
def in_a_story(act: Act, source: Actor, target: Actor) -> bool:
    """Leave out what a novel, a film or a game tells, or is about."""
    above = act.top
    while above.dep_ in ("pobj", "pcomp", "prep", "conj", "acl", "relcl") and above.head != above:
        above = above.head
        if above.pos_ == "NOUN" and above.lemma_.lower() in private().works:
            return True
    return any(
        prep.lower_ == "in" and prep.dep_ == "prep" and _opens_a_story(prep)
        for prep in act.core.sent
    )


@rule(
    example="Norway crushed Peru in the semi-final.",
    counter_example="Norway crushed Peru in the war.",
)
def in_a_game(act: Act, source: Actor, target: Actor) -> bool:
    """Leave out what teams do, unless an office says that it is the state."""
    return _of_sport(act.core.sent) and not _official(_holder(act, source))


@rule(
    example="Norway blamed a Danish chef.",
    counter_example="Norway blamed a Danish minister.",
)
def private_person_is_spoken_of(act: Act, source: Actor, target: Actor) -> bool:
    """Leave out what is said of or to private people, firms and bodies of another country."""
    if act.event.event_type not in SPOKEN or act.core.lemma_.lower() in private().judging:
        return False
    noun = _holder(act, target)
    if any(noun in deed.subtree for deed in condemned(act)):
        return False  # "denounced the bombing of a mosque in Mali"
    words = private()
    lemma = noun.lemma_.lower()
    return target.private or _is_private(noun) or lemma in words.bodies | words.works


@rule(
    example="Peruvian police arrested a Dane for theft.",
    counter_example="Peruvian police arrested a Dane for spying.",
)
def everyday_crime(act: Act, source: Actor, target: Actor) -> bool:
    """Leave out who is caught or sentenced for an everyday crime."""
    words = private()
    if act.core.pos_ != "VERB" or act.core.lemma_.lower() not in words.judging:
        return False
    if act.core.lemma_.lower() == "fine" and _is_private(_holder(act, target)):
        return True
    return any({token.lemma_.lower(), token.lower_} & words.crimes for token in act.core.sent)


RULES: tuple[Rule[[Act, Actor, Actor], bool], ...] = (
    private_person_acts,
    crowd_speaks,
    firm_acts,
    body_acts,
    opposition_acts,
    former_official_speaks,
    rebel_speaks,
    outlaw_acts,
    town_acts,
    single_lawmaker_speaks,
    nature_acts,
    in_a_story,
    in_a_game,
    private_person_is_spoken_of,
    everyday_crime,
)


def _holder(act: Act, actor: Actor) -> Token:
    """Return the noun through which somebody acts: the tourist of "a Danish tourist".

    A country's own name before a noun ("when Chile angered traders") is a slip of the parser.
    """
    doc = act.core.doc
    own = doc[actor.token]
    country = actor.entity_id.startswith("country:") and own.tag_ == "NNP"
    slip = country and own.dep_ in ATTRIBUTES and own.head.tag_ == "NNS"
    return own if slip or actor.holder is None else doc[actor.holder]


def _described(noun: Token) -> Iterator[Token]:
    """Yield a noun and those that say what it is: "Ann Lund, a Danish singer", "singer Lund"."""
    yield noun
    if noun.lemma_.lower() in GROUPS:
        yield from (o for child in noun.children if child.lower_ == "of" for o in pobjs(child))
    for child in noun.children:
        named = noun.pos_ == "PROPN" and child.dep_ in ATTRIBUTES and child.pos_ in NOMINAL
        if child.dep_ == "appos" or named:
            yield child


def _is_private(noun: Token) -> bool:
    """Say whether a noun is a private person's, or one of a people: "a Dane", "two Danes"."""
    mention = mention_at(noun)
    if mention is not None and mention.form == "description":
        return False  # "the visitor", who came for Chad
    roles = _roles(noun)
    if roles:
        return not any(_is_office(role) for role in roles) and any(
            _last_word(role) in private().people for role in roles
        )
    if _official(noun):
        return False
    return any(_lemma(one) in private().people or _is_national(one) for one in _described(noun))


def _is_national(noun: Token) -> bool:
    mention = mention_at(noun)
    if mention is None or mention.form != "demonym" or noun.pos_ not in NOMINAL:
        return False
    return any(
        child.lower_ in INTRODUCING or child.dep_ == "nummod" or child.lower_ == "several"
        for child in noun.children
    )


def _is_regional(noun: Token) -> bool:
    """Say whether a town or region stands beside an office: "Boston police", "Texas's governor"."""
    beside = [child for child in noun.children if child.dep_ in NOUN_MODIFIERS]
    beside += [o for child in noun.children if child.lower_ == "of" for o in pobjs(child)]
    for token in beside:
        mention, entity = mention_at(token), entity_at(token)
        if mention is None or mention.form not in ("name", "short-name") or not mention.literal:
            continue
        if entity is not None and entity.kind == "place" and entity.country is not None:
            return True
    return False


def _lemma(token: Token) -> str:
    lemma = token.lemma_.lower()
    return lemma.removesuffix("s") if token.tag_ == "NNPS" else lemma


def _of_a_kind(noun: Token, words: frozenset[str]) -> bool:
    roles = _roles(noun)
    if any(set(role.split()) & words for role in roles):
        return True
    return any(_lemma(one) in words for one in _described(noun))


def _has(noun: Token, words: frozenset[str]) -> bool:
    """Say whether a word beside a noun is one of these: "the |opposition| leader"."""
    if any(set(role.replace("-", " ").split()) & words for role in _roles(noun)):
        return True
    return any(
        word.lower_ in words
        for one in _described(noun)
        for child in one.lefts
        if child.dep_ != "poss"
        for word in child.subtree
    )


def _roles(noun: Token) -> list[str]:
    """Return in lower case the roles that the article gives to whoever a word names."""
    named = mention_at(noun)
    if named is None or not named.entity_id.startswith("person:"):
        return []
    return [
        mention.role.lower()
        for mention in noun.doc._.mentions
        if mention.entity_id == named.entity_id and mention.role
    ]


def _is_office(role: str) -> bool:
    return any(title_kind(word) in STATE_OFFICES for word in role.split())


def _last_word(role: str) -> str:
    """Return the noun of a role: "writer" of "writer from Oslo"."""
    words = role.split()
    ends = (at for at, word in enumerate(words) if at and word in ("of", "for", "in", "at", "from"))
    return words[next(ends, len(words)) - 1] if words else ""


def _official(noun: Token) -> bool:
    """Say whether a noun is an office's holder: "the minister", "Minister Ann Lund"."""
    return any(title_kind(one.lemma_) in STATE_OFFICES for one in _described(noun)) or any(
        _is_office(role) for role in _roles(noun)
    )


def _opens_a_story(prep: Token) -> bool:
    return any(
        child.dep_ == "pobj" and child.lemma_.lower() in private().settings
        for child in prep.children
    )


def _of_sport(sent: Span) -> bool:
    words = private()
    if any(token.lemma_.lower() in words.sport for token in sent):
        return True
    text = sent.text.lower()
    return any(phrase in text for phrase in words.sport_phrases) or bool(_SCORE.search(text))
