"""What verbs of saying and thinking make of what they tell."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.extraction.doc import mention_at
from briefing.extraction.grammar_words import COMPLEMENT_CLAUSES, DONE_TO, NOMINAL, SUBJECTS, VERBAL
from briefing.extraction.rules import rule
from briefing.extraction.standing.clauses import (
    came_to_nothing,
    is_clause,
    negative,
    parted,
    verb_of_preposition,
)
from briefing.extraction.standing.effects import DENIED, EXPECTED, POSSIBLE, Effect, Step
from briefing.extraction.standing.holders import holders_of, names_of, subjects_of
from briefing.extraction.standing.signs import (
    infinitive,
    lemma_of,
    negated,
    of_none,
    own_finite,
    passive,
    perfect,
)
from briefing.extraction.standing.stances import noun_stance, of_stance, reporting_word, stance_of
from briefing.reference.speakers import speaker_nouns
from briefing.reference.standing import standing_words


@rule(
    example="Nobody believes that the navy attacked.",
    counter_example="Everybody believes that the navy attacked.",
)
def held_by_nobody(step: Step) -> Effect | None:
    """What nobody says or believes is nobody's claim, and is told as not so."""
    if not is_clause(step) or reporting_word(step.head) is None:
        return None
    subjects = [
        one
        for one in subjects_of(step.head)
        if one.dep_ in (*SUBJECTS, "pobj", "amod") or one.lower_ == "nothing"
    ]
    if not any(of_none(one) or _rhetorical(one) for one in subjects):
        return None
    if any(c.lower_ in ("whether", "if") for c in step.node.children):
        return Effect(POSSIBLE, reaches=False)
    stance = stance_of(step.head)
    if stance in ("denies", "doubts", "vouches"):
        return Effect(vouched=True, reaches=False)
    return Effect(flips=True, reaches=False)


def _rhetorical(subject: Token) -> bool:
    """Read "Who would believe that …?"."""
    return (
        subject.lower_ == "who"
        and any(c.tag_ == "MD" for c in subject.head.children)
        and any(t.text == "?" for t in subject.sent)
    )


@rule(
    example="The minister does not think that the navy attacked.",
    counter_example="The minister thinks that the navy did not attack.",
)
def thought_not(step: Step) -> Effect | None:
    """Not to think that it is so is to think that it is not."""
    if not is_clause(step) or not negative(step.head):
        return None
    if (
        lemma_of(step.head) not in standing_words()["telling"]["thinking"]
        or reporting_word(step.head) is None
    ):
        return None
    return Effect(flips=True, claimed=True, holders=holders_of(step.head), reaches=False)


@rule(
    example="The minister did not say that the navy attacked.",
    counter_example="The minister said that the navy attacked.",
)
def not_said(step: Step) -> Effect | None:
    """What was not said, confirmed or denied stays open; what was not known or shown is so."""
    if not is_clause(step) or not negative(step.head):
        return None
    word = reporting_word(step.head)
    if word is None:
        return None
    if word.stance == "vouches":
        return Effect(vouched=True, reaches=False)
    return Effect(POSSIBLE, reaches=False)


@rule(
    example="Lima accused Quito of arming the rebels.",
    counter_example="Lima praised Quito for arming the rebels.",
)
def accused_of(step: Step) -> Effect | None:
    """What somebody is accused or suspected of is a claim."""
    verb = verb_of_preposition(step)
    if verb is None:
        return None
    words, lemma = standing_words()["attributed"], lemma_of(verb)
    if lemma not in words["accusing"] or step.node.lower_ not in ("of", "for", "with", "over"):
        return None
    gerund = any(child.dep_ == "pcomp" for child in step.node.children)
    if lemma in words["blaming"] and not gerund:
        return Effect(reaches=False)
    return Effect(claimed=True, holders=holders_of(verb), reaches=False)


@rule(
    example="The general boasts of having sunk the ship.",
    counter_example="The general disapproves of sinking the ship.",
)
def told_of(step: Step) -> Effect | None:
    """What somebody boasts, speaks or complains of having done is what he says."""
    if (
        step.dep != "prep"
        or step.head.pos_ not in VERBAL
        or step.node.lower_ not in ("of", "about", "to")
    ):
        return None
    if not any(c.dep_ == "pcomp" for c in step.node.children):
        return None
    word = reporting_word(step.head)
    if word is None or word.stance != "claims" or negated(step.head):
        return None
    return Effect(claimed=True, holders=holders_of(step.head), reaches=False)


@rule(
    example="Lima condemned Quito for arming the rebels.",
    counter_example="Lima accused Quito of arming the rebels.",
)
def taken_for_fact(step: Step) -> Effect | None:
    """What is condemned, praised or thanked for is taken for a fact."""
    head = step.head
    if head.pos_ not in VERBAL:
        return None
    lemma = lemma_of(head)
    if lemma not in standing_words()["telling"]["fact_behind"]:
        return None
    if step.dep == "prep" and step.node.lower_ in ("for", "over", "after", "at", "about"):
        return Effect(reaches=False)
    if step.dep == "dobj" and step.node.pos_ == "NOUN" and noun_stance(step.node) is None:
        return Effect(reaches=False)
    return None


@rule(
    example="The navy is said to have attacked.",
    counter_example="The navy is proud to have attacked.",
)
def said_to(step: Step) -> Effect | None:
    """A passive verb of saying tells it of its subject: "is said to have", "is alleged to"."""
    head = step.head
    if head.pos_ not in VERBAL or not (passive(head) or _bare_participle(head)):
        return None
    told = step.dep in ("oprd", "acomp", "ccomp") and step.node.tag_ == "VBN"  # "feared drowned"
    late = step.dep == "advcl" and perfect(step.node) and infinitive(step.node)
    if step.dep != "xcomp" and not (told or late):
        return None
    stance = stance_of(head)
    if lemma_of(head) in ("suppose", "mean") and not perfect(step.node):
        if step.own:
            return Effect(POSSIBLE)
        return Effect(EXPECTED, flips=came_to_nothing(head, step.node))
    if stance is None:
        return None
    if stance in ("proposes",) or (stance == "claims" and not _telling(step)):
        return None
    if stance == "expects" and negated(head):
        return Effect(flips=True, kinds=EXPECTED, reaches=False)
    return of_stance(step, stance, _agents(head), flips=negated(head) and stance == "claims")


def _bare_participle(verb: Token) -> bool:
    """Say whether a participle describes a noun: "the photograph said to show a raid"."""
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl", "relcl")


def _agents(verb: Token) -> tuple[str, ...]:
    return tuple(
        name
        for child in verb.children
        if child.dep_ == "agent"
        for obj in child.children
        if obj.dep_ == "pobj"
        for name in names_of(obj)
    )


def _telling(step: Step) -> bool:
    """Say whether a passive tells of its subject, and does not order it: "was told to leave"."""
    return lemma_of(step.head) not in standing_words()["telling"]["ordering"]


@rule(
    example="Officers claim to have sunk the ship.",
    counter_example="Officers managed to sink the ship.",
)
def claims_to(step: Step) -> Effect | None:
    """Who claims to have done it says so of himself."""
    head, node = step.head, step.node
    if step.dep not in COMPLEMENT_CLAUSES or head.pos_ not in VERBAL or is_clause(step):
        return None
    if not (infinitive(node) or node.tag_ == "VBG"):
        return None
    word = reporting_word(head)
    if word is None or lemma_of(head) in standing_words()["telling"]["transparent"]:
        return None
    if word.stance == "claims":
        return _said_of_oneself(step)
    if word.stance == "denies":
        return Effect(DENIED, deniers=holders_of(head), reaches=False)
    return Effect(flips=True, reaches=False) if word.stance == "imagines" else None


def _said_of_oneself(step: Step) -> Effect:
    """Read "claims to have sunk it", "told them to sink it", "threatened to sink it"."""
    head, node = step.head, step.node
    bare = infinitive(node) and not perfect(node)
    if bare and (passive(head) or any(c.dep_ == "dobj" and c.i > head.i for c in head.children)):
        return Effect(POSSIBLE, reaches=False)
    done = perfect(node) or node.tag_ == "VBG"
    if done or lemma_of(head) in standing_words()["telling"]["professing"]:
        return Effect(claimed=True, holders=holders_of(head), reaches=False)
    return Effect(EXPECTED, reaches=False)


@rule(
    example="The minister said that the navy attacked.",
    counter_example="The navy attacked.",
)
def told_by_verb(step: Step) -> Effect | None:
    """A verb of saying or thinking has the clause; its subject holds it."""
    if not is_clause(step) or step.head.pos_ not in VERBAL:
        return None
    word = reporting_word(step.head)
    if word is None:
        return None
    if any(
        c.tag_ == "WRB" and c.lower_ in ("why", "when", "where", "how") for c in step.node.children
    ):
        return Effect(vouched=True, reaches=False)  # "asked why it sank"
    return of_stance(step, word.stance, holders_of(step.head))


@rule(
    example="A report by the Red Cross lists nine raids.",
    counter_example="A shop by the Red Cross sells nine raids.",
)
def held_in_document(step: Step) -> Effect | None:
    """What a document or a claim lists or describes is what it claims."""
    words = standing_words()["attributed"]
    verb = step.head
    if step.dep == "pobj" and verb.dep_ == "prep" and verb.lower_ in ("of", "to", "about"):
        verb = verb.head
    elif step.dep not in DONE_TO:
        return None
    if verb.pos_ not in VERBAL or lemma_of(verb) not in words["listing"] or negated(verb):
        return None
    subjects = subjects_of(verb)
    documents = speaker_nouns().documents
    told = [one for one in subjects if lemma_of(one) in documents or noun_stance(one) == "claims"]
    reported = (
        lemma_of(verb) in standing_words()["telling"]["reporting"] and step.node.pos_ == "NOUN"
    )
    if (told or (reported and subjects)) and step.node.pos_ in NOMINAL:
        return Effect(claimed=True, holders=holders_of(verb), reaches=False)
    return None


@rule(
    example="The minister harrumphed that the navy had attacked.",
    counter_example="The result meant that the navy had attacked.",
)
def told_by_unlisted(step: Step) -> Effect | None:
    """A clause under any other verb whose subject is a person or body is that one's word."""
    head = step.head
    if step.dep != "ccomp" or head.pos_ != "VERB" or not own_finite(step.node):
        return None
    words = standing_words()["telling"]
    if lemma_of(head) in words["transparent"] | words["causing"]:
        return None
    marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in step.node.children)
    before = step.node.i < head.i and not parted(step.node, head)
    if not (marked or before):
        return None
    subjects = [one for one in subjects_of(head) if one.dep_ in (*SUBJECTS, "pobj")]
    if any(_speaks(one) for one in subjects):
        return Effect(claimed=True, holders=holders_of(head), reaches=False)
    return None


def _speaks(token: Token) -> bool:
    """Say whether a subject can say something: a person, a body, a country, "he"."""
    mention = mention_at(token)
    if mention is not None:
        return mention.entity_id.split(":")[0] in (
            "person",
            "organisation",
            "alliance",
            "country",
            "place",
        )
    if token.lower_ in ("he", "she", "they", "we", "i", "who"):
        return True
    return lemma_of(token) in speaker_nouns()
