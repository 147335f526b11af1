"""Which dates of another clause or noun are an event's too, and which are not.

A date hangs on the nearest verb or noun (heads.py), and the trained reader may move it
(weighing.py). The rules here say what the grammar knows better than either.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from spacy.tokens import Token

from briefing.extraction.events.clauses import SUBJECTS
from briefing.extraction.events.heads import Draft
from briefing.extraction.grammar_words import AUXILIARIES
from briefing.extraction.rules import first, rule
from briefing.extraction.times.reading import Anchored
from briefing.extraction.times.readings import Fixed
from briefing.extraction.times.tense import is_offered, verb_of
from briefing.extraction.times.words import lexicon
from briefing.reference.event_words import event_words

_HELD_AT = ("at", "during", "in")
_MARGINS = ("margin", "margins", "sideline", "sidelines", "fringe", "fringes")
_HOLDING = frozenset(("was", "were", "is", "are", "to", "be", "will", "has", "have", "been"))
_MEANWHILE = ("as", "when", "while")
_RANKED = ("JJS", "RBS")
_ORDINAL = ("first", "second", "third", "fourth", "fifth", "last", "only", "latest", "such")
_MAKES_USE = ("use", "exploit", "take", "seize")
_DISPOSED = ("willing", "unwilling", "reluctant")


# What is no date of an event.


@rule(
    example="The King will visit Madrid on 4 May, the first such trip since 2011.",
    counter_example="The King has been on a trip through Spain since 2011.",
)
def compared_with(entry: Anchored) -> bool:
    """Take "the first since 2011" and "the worst in a decade" for a comparison, and no date."""
    preposition = entry.token.head
    if preposition.lower_ not in ("since", "in", "for") or preposition.dep_ != "prep":
        return False
    if preposition.lower_ != "since" and not isinstance(entry.reading.meaning, Fixed):
        return False
    noun = preposition.head
    while noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head  # "the third attack of its kind since January"
    return noun.pos_ in ("NOUN", "PROPN") and _is_ranked(noun)


def _is_ranked(noun: Token) -> bool:
    return any(
        child.i < noun.i
        and (child.tag_ in _RANKED or child.lower_ in _ORDINAL or child.ent_type_ == "ORDINAL")
        for child in noun.children
    )


@rule(
    example="Customs officers seized two trucks at a depot that was built in 2019.",
    counter_example="Peru and Chile signed an accord at a summit that was held in 2019.",
)
def of_its_own_clause(entry: Anchored, head: Token) -> bool:
    """Leave a date to the relative clause or the participle that it stands in."""
    verb = verb_of(entry.token)
    if verb is None or verb.i == head.i or not head.is_ancestor(verb) or head.pos_ != "VERB":
        return False
    if verb.dep_ in ("relcl", "acl"):
        return not _carries(verb)
    if verb.dep_ != "advcl" or verb.lemma_ == "be":
        return False  # "before this decade is over" is a date of the main clause
    marks = {child.lower_ for child in verb.children if child.dep_ in ("mark", "advmod")}
    if verb.tag_ == "VBN" and not marks:
        return verb.i > head.i
    return bool(marks & {"after", "before", "since", "until", "because", "although", "though"})


@rule(
    example="The Prime Minister of Armenia offered talks in May.",
    counter_example="The Prime Minister of Armenia opened talks in May.",
)
def of_what_is_offered(entry: Anchored, head: Token) -> bool:
    """Leave a date ahead to what is offered or invited to, and not to the invitation."""
    if head.pos_ != "VERB" or head.lemma_.lower() not in lexicon().tense["offered"]:
        return False
    return entry.direction == "future" and is_offered(entry.token)


def _carries(verb: Token) -> bool:
    """Say whether a clause only says that the event before it is held: "a summit **held** in"."""
    words = event_words()
    light = verb.lemma_.lower() in words.light
    return light and (verb.lemma_ != "open" or verb.head.lemma_.lower() in words.nouns)


# What is an event's date too.


@rule(
    example="Four accords were signed by Peru and Chile during the visit on 2 March.",
    counter_example="Peru and Chile signed four accords over the attack on 2 March.",
)
def happened_at_it(head: Token, noun: Token) -> bool:
    """Give a verb the date of the meeting, visit or attack at, during or in which it happens."""
    if head.pos_ != "VERB":
        return False
    preposition = noun.head
    if preposition.lower_ == "of" and preposition.head.lower_ in _MARGINS:
        preposition = preposition.head.head
    elif preposition.lower_ not in _HELD_AT:
        return False
    above = preposition.head
    if preposition.dep_ != "prep":
        return False
    return above.i == head.i or (
        above.head.i == head.i and above.dep_ in ("dobj", "pobj", "nsubjpass", "advmod")
    )


@rule(
    example="Police arrested forty students on Friday while the King of Spain visited Rabat.",
    counter_example="Police arrested forty students on Friday after the King visited Rabat.",
)
def at_the_same_time(head: Token, entries: Sequence[Anchored]) -> list[Anchored] | None:
    """Give a clause with "as", "when" or "while" and its main clause one date, if both are past."""
    if head.pos_ != "VERB" or not _is_past(head):
        return None
    for other in (head.head, *head.children):
        inner, outer = (head, other) if other.i == head.head.i else (other, head)
        if inner.i == outer.i or inner.dep_ != "advcl" or inner.head.i != outer.i:
            continue
        marks = {child.lower_ for child in inner.children if child.dep_ in ("mark", "advmod")}
        if not marks & set(_MEANWHILE) or not (_is_past(inner) and _is_past(outer)):
            continue
        found = list(own_days(other, entries))
        if found:
            return found
    return None


def own_days(verb: Token, entries: Sequence[Anchored]) -> Iterator[Anchored]:
    """Yield the dates that hang right on a verb: "**on Friday**", "**last week**"."""
    for entry in entries:
        token = entry.token
        above = token.head if token.dep_ != "pobj" else token.head.head
        days = entry.time.earliest is not None and not isinstance(entry.reading.meaning, Fixed)
        plain = token.dep_ == "npadvmod" or token.head.lower_ in ("on", "in", "at", "during")
        if above.i == verb.i and days and plain and entry.time.type != "SET":
            yield entry


def _is_past(verb: Token) -> bool:
    helpers = {child.lower_ for child in verb.children if child.dep_ in AUXILIARIES}
    return (verb.tag_ == "VBD" and not helpers) or (
        verb.tag_ == "VBN" and helpers in ({"was"}, {"were"})
    )


# What is no event of its own.


@rule(
    example="The second reading of the defence law is fixed for 11 April.",
    counter_example="The council set up a committee for defence on 11 April.",
)
def only_sets_the_day(draft: Draft, found: Mapping[int, Draft]) -> bool:
    """Leave out "is set for 11 December" where what is set is an event with that date."""
    verb = draft.head
    if verb.lemma_.lower() not in lexicon().tense["listed"] or draft.occasion is not None:
        return False
    if not any(child.lower_ == "for" for child in verb.children):
        return False
    return any(
        child.dep_ in SUBJECTS and child.i in found and found[child.i].entries
        for child in verb.children
    )


@rule(
    example="Ministers reviewed what was done since the fifth meeting of the River Commission, "
    "which took place in Vienna in November 2024.",
    counter_example="Ministers reviewed the meeting, which took two days in November 2024.",
)
def only_says_held(draft: Draft, found: Mapping[int, Draft]) -> bool:
    """Leave out "which took place" where what took place is an event itself."""
    verb = draft.head
    if verb.dep_ not in ("relcl", "acl") or not _carries(verb) or draft.occasion is not None:
        return False
    helpers = {child.lower_ for child in verb.children if child.dep_ in (*AUXILIARIES, "neg")}
    if helpers - _HOLDING:
        return False  # "which should have taken place" says that it did not
    own = any(child.dep_ == "nsubj" and child.tag_ != "WDT" for child in verb.children)
    things = [child for child in verb.children if child.dep_ == "dobj"]
    return not own and verb.head.i in found and all(one.lower_ == "place" for one in things)


@rule(
    example="Spain's King will visit Lima on 4 May, the first such trip since 2011.",
    counter_example="The first trip of the King to Lima will be in May.",
)
def said_of_another(draft: Draft, found: Mapping[int, Draft]) -> bool:
    """Leave out "the first such trip since 2011", which only says of what rank a happening is."""
    noun = draft.head
    if noun.pos_ != "NOUN" or draft.occasion is not None or not _is_ranked(noun):
        return False
    such = any(child.lower_ == "such" for child in noun.children)
    left = noun.left_edge.i
    behind = left > noun.sent.start and noun.doc[left - 1].text in (",", "–", "—")
    compares = any(child.lower_ in ("since", "in", "for", "of") for child in noun.rights)
    return behind and (such or compares) and noun.dep_ in ("appos", "dobj", "npadvmod", "attr")


@rule(
    example="The general of Togo was willing to release the hostages in exchange for fuel.",
    counter_example="The general of Togo agreed to release the hostages in exchange for fuel.",
)
def only_disposed(draft: Draft, found: Mapping[int, Draft]) -> bool:
    """Leave out what somebody is only willing to do, without a date."""
    above = draft.head.head
    return (
        draft.head.dep_ == "xcomp"
        and above.lower_ in _DISPOSED
        and above.dep_ in ("acomp", "conj")
        and not draft.entries
    )


@rule(
    example="The envoy intends to take advantage of his visit to Oslo to present the treaty.",
    counter_example="The envoy intends to speak of his visit to Oslo.",
)
def only_made_use_of(draft: Draft, found: Mapping[int, Draft]) -> bool:
    """Leave out a visit that somebody means to make use of: it is not told as one to come."""
    noun = draft.head
    if noun.pos_ != "NOUN" or draft.entries or draft.occasion is not None:
        return False
    if not any(child.dep_ == "poss" for child in noun.children):
        return False
    above = noun.head
    if above.lower_ == "of" and noun.dep_ == "pobj":
        verb = above.head
        if verb.lower_ == "advantage":
            return True
        return verb.lemma_ == "take" and any(c.lower_ == "advantage" for c in verb.children)
    return noun.dep_ == "dobj" and above.lemma_ in _MAKES_USE and above.dep_ == "xcomp"


NO_EVENT = (only_sets_the_day, only_says_held, said_of_another, only_disposed, only_made_use_of)


def without_empty(found: dict[int, Draft]) -> dict[int, Draft]:
    """Return the drafts without those that are no events of their own."""
    return {number: one for number, one in found.items() if first(NO_EVENT, one, found) is None}


def share(found: Mapping[int, Draft], entries: Sequence[Anchored]) -> None:
    """Give drafts without a date that of what happens at the same time."""
    dated: Collection[int] = {number for number, draft in found.items() if draft.entries}
    for number, draft in found.items():
        if number not in dated and draft.occasion is None:
            draft.entries = at_the_same_time(draft.head, entries) or []


RULES = (
    compared_with,
    of_its_own_clause,
    of_what_is_offered,
    happened_at_it,
    at_the_same_time,
    *NO_EVENT,
)
