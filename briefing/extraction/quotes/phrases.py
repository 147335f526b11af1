"""The phrase that a verb reports, where no clause tells it: "vowed to …", "called him a fool"."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.extraction.doc import is_negated
from briefing.extraction.quotes.cues import Cue, is_passive, own_subject
from briefing.extraction.quotes.governed import with_relative
from briefing.extraction.quotes.page import Page
from briefing.extraction.quotes.spans import Range, from_to, is_infinitive, right_of, subtree
from briefing.extraction.rules import Rule, first, rule
from briefing.reference.reporting import reporting
from briefing.reference.speakers import speaker_nouns

_PREPOSITIONS = frozenset({"to", "for", "about", "against", "of"})


@rule(
    example="The company did not respond to a request for comment.",
    counter_example="The company responded to a request for comment.",
)
def left_unanswered(page: Page, cue: Cue) -> list[Range] | None:
    """What somebody gives no answer to: "did not respond to a request"."""
    if not is_negated(cue.head) or "answer" not in cue.word.frames:
        return None
    for child in _after(cue):
        if child.dep_ == "prep" and child.lower_ in ("to", "on", "about"):
            return [(child.i + 1, right_of(page, child))]
    return []


@rule(
    example="The president vowed to close the border.",
    counter_example="The president vowed that the border would close.",
)
def infinitive(page: Page, cue: Cue) -> list[Range] | None:
    """A deed that somebody promises, or is urged to: "vowed to leave"."""
    frames = cue.word.frames
    if not frames & {"inf", "inf-person", "inf-whom"}:
        return None
    for child in _after(cue):
        if child.dep_ in ("xcomp", "ccomp") and is_infinitive(child):
            start, end = from_to(page, child)
            return [(_whom(cue.head, child, start) if "inf-whom" in frames else start, end)]
    return None


@rule(
    example="The minister declined to comment on the deal.",
    counter_example="The minister declined to attend the talks.",
)
def comment_declined(page: Page, cue: Cue) -> list[Range] | None:
    """What somebody does not comment on: "declined to comment on the deal"."""
    for child in _after(cue) if "inf-comment" in cue.word.frames else ():
        if child.dep_ == "xcomp" and _comments(child):
            start = child.i + 1
            about = start < len(page.doc) and page.doc[start].lower_ in ("on", "about")
            return [(start + 1 if about else start, right_of(page, child))]
    return None


@rule(
    example="The minister admitted taking the money.",
    counter_example="The minister admitted him taking the money.",
)
def gerund(page: Page, cue: Cue) -> list[Range] | None:
    """A deed in -ing that somebody owns to or denies: "admitted taking the money"."""
    for child in _after(cue) if "ing" in cue.word.frames else ():
        if child.dep_ in ("xcomp", "pcomp", "ccomp") and child.tag_ == "VBG":
            whom = own_subject(child)
            if whom is None or whom.tag_ != "PRP":
                return [subtree(page, child, cue.head)]
    return None


@rule(
    example="The senator called the treaty a gift to smugglers.",
    counter_example="The senator called the king on Monday.",
)
def named(page: Page, cue: Cue) -> list[Range] | None:
    """What somebody is called: "called him a fool", "what he described as a mistake"."""
    verb = cue.head
    parts = [child for child in _after(cue) if _is_naming(child)] if _may_name(cue) else []
    if not parts:
        return None
    start = max(parts[0].left_edge.i, verb.i + 1)
    end = right_of(page, parts[-1])
    complement = any(it.dep_ in ("oprd", "ccomp") or it.lower_ == "as" for it in parts)
    if not complement and not _holds_marks(page, (start, end)):
        return None
    return with_relative(verb, (start, end))


@rule(
    example="The minister praised the quick response.",
    counter_example="The minister recalled its ambassador to Moscow.",
)
def object_of_saying(page: Page, cue: Cue) -> list[Range] | None:
    """What is praised or announced, where that is more than a word; who is recalled is no words."""
    if "object" not in cue.word.frames or _is_of_people(cue):
        return None
    objects = [_with_marked_reason(page, cue, child) for child in _objects(cue)]
    return objects[:1] if objects and objects[0][1] - objects[0][0] > 1 else None


@rule(
    example="The ministers agreed a “historic pact” on fishing.",
    counter_example="The ministers agreed a pact on fishing.",
)
def object_in_marks(page: Page, cue: Cue) -> list[Range] | None:
    """What marks show to be words: "agreed a “historic pact”"."""
    for child in _objects(cue) if "object-weak" in cue.word.frames else ():
        one = _with_marked_reason(page, cue, child)
        if _holds_marks(page, one):
            return [one]
    return None


@rule(
    example="The minister blamed the crash on the pilots.",
    counter_example="The pilots were blamed on Monday.",
)
def blamed(page: Page, cue: Cue) -> list[Range] | None:
    """What is blamed on whom."""
    for child in _objects(cue) if "object-on" in cue.word.frames else ():
        start, end = subtree(page, child, cue.head)
        later = [it for it in _after(cue) if it.dep_ == "prep" and it.i > child.i]
        return [(start, max([end, *(right_of(page, it) for it in later)]))]
    return None


@rule(
    example="The minister assured safe passage to the ships.",
    counter_example="The minister assured Norway.",
)
def thing_assured(page: Page, cue: Cue) -> list[Range] | None:
    """What somebody is assured of, where it is no person and no body."""
    for child in _objects(cue) if "thing" in cue.word.frames else ():
        if child.pos_ == "NOUN" and not child.ent_type_:
            return [subtree(page, child, cue.head)]
    return None


@rule(
    example="The party called for new elections.",
    counter_example="The party called off the talks for new elections.",
)
def behind_preposition(page: Page, cue: Cue) -> list[Range] | None:
    """What stands behind the preposition that goes with the verb: "called for new elections"."""
    for child in _after(cue):
        if child.dep_ == "prt":
            return None
        if child.dep_ == "prep" and child.lower_ in cue.word.frames & _PREPOSITIONS:
            return [] if is_passive(cue.head) else [subtree(page, child, cue.head)]
    return None


@rule(
    example="The president called on both sides to stop.",
    counter_example="The president called on the king.",
)
def called_on(page: Page, cue: Cue) -> list[Range] | None:
    """What somebody is called on to do, and who: "called on both sides to stop"."""
    for child in _after(cue) if "on-inf" in cue.word.frames else ():
        if child.dep_ == "prep" and child.lower_ in ("on", "upon"):
            deed = _deed_on(child)
            return [(child.i + 1, right_of(page, deed))] if deed is not None else None
    return None


RULES: tuple[Rule[[Page, Cue], list[Range]], ...] = (
    left_unanswered,
    infinitive,
    comment_declined,
    gerund,
    named,
    object_of_saying,
    object_in_marks,
    blamed,
    thing_assured,
    behind_preposition,
    called_on,
)


def phrase_of(page: Page, cue: Cue) -> list[Range]:
    """Return the phrase that a verb reports, by the first rule that applies."""
    return first(RULES, page, cue) or []


def _after(cue: Cue) -> list[Token]:
    return [child for child in cue.head.children if child.i > cue.head.i]


def _objects(cue: Cue) -> list[Token]:
    return [child for child in _after(cue) if child.dep_ == "dobj"]


def _holds_marks(page: Page, one: Range) -> bool:
    return any(page.inside[index] >= 0 for index in range(*one))


def _is_of_people(cue: Cue) -> bool:
    """Tell whether somebody is announced or recalled, rather than praised or condemned."""
    judges = cue.word.act in ("praises", "condemns", "denies")
    people = speaker_nouns().people
    return not judges and any(
        it.ent_type_ == "PERSON" or it.lemma_.lower() in people for it in _objects(cue)
    )


def _with_marked_reason(page: Page, cue: Cue, thing: Token) -> Range:
    """Return an object and, where it holds marks, what it is for: "thanked him for “help”"."""
    start, end = subtree(page, thing, cue.head)
    for child in _after(cue):
        if child.dep_ == "prep" and child.i == end:
            reason = right_of(page, child)
            return (start, reason) if _holds_marks(page, (end, reason)) else (start, end)
    return start, end


def _comments(verb: Token) -> bool:
    """Tell whether a verb is what one declines to do who says nothing: "declined to comment"."""
    word = reporting().verbs.get(verb.lemma_.lower())
    return word is not None and "comment" in word.frames


def _whom(verb: Token, deed: Token, start: int) -> int:
    """Return where the one begins whom a deed is for: "urged both sides to stop"."""
    for child in (*verb.children, *deed.children):
        if child.dep_ in ("dobj", "nsubj", "dative") and verb.i < child.i < start:
            return min(start, child.left_edge.i)
    return start


def _may_name(cue: Cue) -> bool:
    """Tell whether a verb names something: not the "called" of "a town called Lom"."""
    return "as" in cue.word.frames and not (cue.head.dep_ == "acl" and cue.head.tag_ == "VBN")


def _is_naming(child: Token) -> bool:
    if child.dep_ == "xcomp" and is_infinitive(child):
        return False
    prepositional = child.dep_ == "prep" and child.lower_ in ("as", "for", "to", "with")
    return prepositional or child.dep_ in ("dobj", "oprd", "ccomp", "xcomp")


def _deed_on(preposition: Token) -> Token | None:
    """Return the infinitive that goes with "called on somebody"."""
    for child in preposition.head.children:
        later = child.dep_ in ("xcomp", "advcl", "ccomp") and child.i > preposition.i
        if later and is_infinitive(child):
            return child
    for child in preposition.children:
        for verb in child.children:
            if verb.dep_ in ("acl", "relcl", "xcomp") and is_infinitive(verb):
                return verb
    return None
