"""What governing words make of an event: ordered rules, of which the first that applies counts."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.extraction.doc import mention_of
from briefing.extraction.rules import Rule, rule
from briefing.extraction.standing.effects import Effect, Step
from briefing.extraction.standing.holders import holders_of, names_of, subjects_of
from briefing.extraction.standing.signs import (
    SUBJECTS,
    VERBAL,
    copular,
    has,
    infinitive,
    lemma_of,
    negated,
    of_none,
    own_finite,
    passive,
    perfect,
    supposed,
)
from briefing.extraction.standing.stances import noun_stance, reporting_word, stance_of
from briefing.reference.speakers import speaker_nouns
from briefing.reference.standing import standing_words

CLAUSES = ("ccomp", "xcomp", "csubj", "csubjpass", "acl", "advcl", "pcomp", "parataxis")
_THINKING = frozenset(
    [
        "think",
        "believe",
        "expect",
        "suppose",
        "imagine",
        "reckon",
        "consider",
        "feel",
        "intend",
        "want",
        "plan",
        "agree",
        "see",
        "anticipate",
        "foresee",
        "recall",
        "remember",
    ]
)
"""Verbs whose "not" belongs to what is thought: "does not think it sank" thinks that it did not."""

_FACT_BEHIND = frozenset(
    [
        "condemn",
        "criticise",
        "criticize",
        "denounce",
        "deplore",
        "praise",
        "thank",
        "applaud",
        "commend",
        "congratulate",
        "apologise",
        "apologize",
        "forgive",
        "punish",
        "fine",
        "jail",
        "sentence",
        "convict",
        "reward",
        "decorate",
        "honour",
        "honor",
        "welcome",
        "celebrate",
        "regret",
        "mourn",
        "mark",
        "commemorate",
        "remember",
        "recall",
        "protest",
        "decry",
        "slam",
        "blast",
        "lament",
        "hail",
        "salute",
        "honor",
        "resent",
        "rue",
    ]
)
"""Verbs that take it for a fact: "praised Chad for freeing them", "condemned the raid"."""

_TRANSPARENT = frozenset(
    [
        "manage",
        "help",
        "continue",
        "begin",
        "start",
        "go",
        "proceed",
        "rush",
        "force",
        "compel",
        "oblige",
        "allow",
        "let",
        "make",
        "get",
        "lead",
        "cause",
        "enable",
        "bother",
        "happen",
        "come",
        "cease",
        "stop",
        "finish",
        "see",
        "watch",
        "use",
        "keep",
        "stay",
        "choose",
        "deign",
        "hasten",
        "live",
        "wind",
        "end",
        "remember",
        "dare",
        "have",
        "need",
        "use",
        "be",
    ]
)
"""Verbs whose infinitive or gerund did happen, where they did: "managed to leave"."""


_SUPPOSING = ("suppose", "imagine", "assume", "picture", "envision")

_SAYS_A_CLAIM = frozenset(
    [
        "make",
        "issue",
        "publish",
        "write",
        "release",
        "repeat",
        "bring",
        "file",
        "drop",
        "face",
        "hear",
        "read",
        "share",
        "circulate",
        "commission",
        "submit",
        "present",
        "receive",
        "get",
        "have",
        "send",
        "see",
        "spread",
        "hold",
        "find",
        "want",
        "need",
        "use",
    ]
)
"""Verbs whose object a claim is: "the statement that Chad issued" tells no content."""


def _kinds(*names: str) -> frozenset[str]:
    return frozenset(names)


_STANCES = {
    "fears": _kinds("possible"),
    "doubts": _kinds("possible"),
    "expects": _kinds("expected"),
    "proposes": _kinds("possible"),
}


def _of_stance(step: Step, stance: str, holders: tuple[str, ...], *, flips: bool = False) -> Effect:
    """Make the effect of a word that says or thinks its clause."""
    if stance == "vouches":
        return Effect(vouched=True, reaches=False)
    if stance == "denies":
        return Effect(_kinds("denied"), deniers=holders, reaches=False)
    if stance == "imagines" and not _merely_thinks(step.head):
        if lemma_of(step.head) in _SUPPOSING:
            return Effect(_kinds("possible"), reaches=False)
        return Effect(flips=True, reaches=False)
    if stance == "expects" and _past_clause(step.node):
        return Effect(flips=flips, holders=holders, claimed=True, reaches=False)
    return Effect(
        _STANCES.get(stance, frozenset()),
        flips=flips,
        holders=holders,
        claimed=True,
        reaches=False,
    )


def _merely_thinks(verb: Token) -> bool:
    """Say whether somebody supposes it to be so: "officers suppose that", not "suppose that"."""
    return lemma_of(verb) in _SUPPOSING and any(
        c.dep_ in SUBJECTS and c.i < verb.i for c in verb.children
    )


def _past_clause(clause: Token) -> bool:
    """Say whether a clause tells what is over: "swears that it paid"."""
    if clause.tag_ == "VBD":
        return True
    helpers = {c.lower_ for c in clause.children if c.dep_ in ("aux", "auxpass")}
    return bool(helpers & {"has", "have", "had", "was", "were", "did"}) and not helpers & {
        "will", "would", "may", "might", "could", "to",
    }  # fmt: skip


def _is_clause(step: Step) -> bool:
    """Say whether a node is a finite clause that its head may tell: "said it sank"."""
    node, head = step.node, step.head
    if infinitive(node):
        return False
    if step.dep == "ccomp":
        return node.i > head.i or not _parted(node, head)
    if step.dep == "advcl":
        return _that(node)
    return step.dep in ("xcomp", "parataxis") and own_finite(node) and not _parted(node, head)


def _that(clause: Token) -> bool:
    """Say whether "that" opens a clause, and not "so that" or "now that"."""
    mark = next((c for c in clause.children if c.dep_ == "mark" and c.lower_ == "that"), None)
    if mark is None or mark.i == 0:
        return False
    return mark.nbor(-1).lower_ not in ("so", "now", "such", "given", "provided", "except")


def _parted(node: Token, head: Token) -> bool:
    """Say whether a colon, semicolon or dash stands between a clause and a verb behind it."""
    between = node.doc[node.i : head.i]
    return any(t.text in (":", ";", "--") for t in between)


def _negative(verb: Token) -> bool:
    """Say whether a verb is negated, or nobody does it: "neither confirmed nor denied"."""
    if negated(verb):
        return True
    joined = verb.head if verb.dep_ == "conj" else verb
    return any(
        c.lower_ in ("neither", "nor") and c.dep_ in ("cc", "preconj") for c in joined.children
    )


@rule(
    example="Nobody believes that the navy attacked.",
    counter_example="Everybody believes that the navy attacked.",
)
def held_by_nobody(step: Step) -> Effect | None:
    """What nobody says or believes is nobody's claim, and is told as not so."""
    if not _is_clause(step) or reporting_word(step.head) is None:
        return None
    subjects = [
        one
        for one in subjects_of(step.head)
        if one.dep_ in (*SUBJECTS, "pobj", "amod") or one.lower_ == "nothing"
    ]
    if not any(of_none(one) or _rhetorical(one) for one in subjects):
        return None
    if any(c.lower_ in ("whether", "if") for c in step.node.children):
        return Effect(_kinds("possible"), reaches=False)
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
    if not _is_clause(step) or not _negative(step.head):
        return None
    if lemma_of(step.head) not in _THINKING or reporting_word(step.head) is None:
        return None
    return Effect(flips=True, claimed=True, holders=holders_of(step.head), reaches=False)


@rule(
    example="The minister did not say that the navy attacked.",
    counter_example="The minister said that the navy attacked.",
)
def not_said(step: Step) -> Effect | None:
    """What was not said, confirmed or denied stays open; what was not known or shown is so."""
    if not _is_clause(step) or not _negative(step.head):
        return None
    word = reporting_word(step.head)
    if word is None:
        return None
    if word.stance == "vouches":
        return Effect(vouched=True, reaches=False)
    return Effect(_kinds("possible"), reaches=False)


@rule(
    example="It is not true that the navy attacked.",
    counter_example="It was late when the navy attacked.",
)
def predicate_of_clause(step: Step) -> Effect | None:
    """An adjective or noun behind "is" says what the clause is: false, likely, a claim."""
    if step.dep not in ("ccomp", "csubj", "csubjpass", "advcl", "acl", "xcomp", "relcl", "nsubj"):
        return None
    head = step.head
    if head.pos_ == "ADJ" and lemma_of(head.head) == "be" and head.dep_ == "acomp":
        word, verb = head, head.head
    elif lemma_of(head) == "be":
        said = [c for c in head.children if c.dep_ in ("acomp", "attr", "oprd") and c != step.node]
        if not said or (step.dep in ("nsubj", "relcl", "acl") and step.node.pos_ not in VERBAL):
            return None
        word, verb = said[0], head
    else:
        return None
    if step.dep != "advcl" and any(c.tag_ == "WRB" for c in step.node.children):
        return Effect(vouched=True, reaches=False)  # "Why it sank is unclear"
    subject = next((c for c in verb.children if c.dep_ in (*SUBJECTS, "expl")), None)
    about_it = subject is None or subject.lower_ == "it" or step.dep == "csubj"
    if not about_it or (step.dep == "xcomp" and word.pos_ != "ADJ"):
        return None
    return _predicated(word, verb)


@rule(
    example="It is untrue, the minister insists, that the navy attacked.",
    counter_example="It is late, the minister insists, and the navy attacked.",
)
def untrue_aside(step: Step) -> Effect | None:
    """What somebody calls untrue in an aside, before the clause itself, he denies."""
    told = step.dep == "ccomp" and step.node.left_edge.lower_ == "that"
    if not told or step.head.dep_ not in ("parataxis", "ccomp"):
        return None
    above = step.head.head
    if lemma_of(above) != "be" or above.i > step.head.i:
        return None
    if any(
        c.dep_ == "acomp" and (c.lower_ in standing_words()["denied"]["worthless"])
        for c in above.children
    ):
        return Effect(_kinds("denied"), deniers=holders_of(step.head), reaches=False)
    return None


def _predicated(word: Token, verb: Token) -> Effect | None:
    words, lower = standing_words(), word.lower_
    turned = negated(verb)
    if lower in words["denied"]["worthless"] or stance_of(word) == "denies":
        return Effect(reaches=False) if turned else Effect(flips=True, reaches=False)
    if lower == "true" or lower == "case":
        return Effect(flips=turned, reaches=False)
    stance = stance_of(word)
    if stance == "doubts" or lower in words["possible"]["adjectives"]:
        return Effect(_kinds("possible"), reaches=False)
    if stance == "expects" or lower in words["expected"]["adjectives"]:
        return Effect(_kinds("expected"), reaches=False)
    if stance == "vouches":
        return Effect(_kinds("possible") if turned else frozenset(), reaches=False)
    if lower in ("clear", "certain", "sure", "evident", "obvious", "known", "proven", "doubt"):
        return Effect(_kinds("possible") if turned else frozenset(), reaches=False)
    if stance == "claims" and word.pos_ in ("NOUN", "ADJ"):
        return Effect(claimed=True, reaches=False)
    return None


@rule(
    example="The claim is that the navy attacked.",
    counter_example="The result is that the navy attacked.",
)
def named_by_subject(step: Step) -> Effect | None:
    """The subject says what the clause behind "is" is: a claim, a fear, a plan."""
    if step.dep not in ("ccomp", "attr", "xcomp") or lemma_of(step.head) != "be":
        return None
    subject = next((c for c in step.head.children if c.dep_ in SUBJECTS), None)
    if subject is None or step.node.pos_ not in VERBAL:
        return None
    stance = noun_stance(subject)
    if stance is None or stance == "vouches":
        return None
    return _of_stance(step, stance, _owners(subject))


@rule(
    example="The story that the navy attacked was refuted.",
    counter_example="The story that the navy attacked was repeated.",
)
def claim_dismissed(step: Step) -> Effect | None:
    """A claim is dismissed: "rejected claims that it sank", "reports that it sank are false"."""
    words = standing_words()["denied"]
    node, head = step.node, step.head
    if lemma_of(node) not in words["claims"] and noun_stance(node) != "claims":
        return None
    if not any(child.dep_ in ("acl", "prep", "relcl", "ccomp", "appos") for child in node.children):
        return None
    if step.dep in ("nsubj", "nsubjpass") and lemma_of(head) in ("be", "prove", "turn", "remain"):
        said = [
            c for c in head.subtree if c.i > head.i and c.dep_ in ("acomp", "attr", "oprd", "pobj")
        ]
        if any(c.lower_ in words["worthless"] or stance_of(c) == "denies" for c in said[:3]):
            return None if negated(head) else Effect(_kinds("denied"), reaches=False)
        if any(c.lower_ in ("true", "correct", "right", "accurate", "founded") for c in said[:3]):
            return None if negated(head) else Effect(settles=True, reaches=False)
        return None
    named = f"{lemma_of(head)} {_particle(head)}".strip()
    dismissing = (
        lemma_of(head) in words["dismissing"]
        or named in words["dismissing"]
        or stance_of(head) == "denies"
    )
    if step.dep == "pobj" and f"{lemma_of(head.head)} {head.lower_}" in words["dismissing_by"]:
        return Effect(_kinds("denied"), deniers=holders_of(head.head), reaches=False)
    if step.dep == "pobj" and head.lower_ == "as":
        verb = head.head
        if lemma_of(verb) in words["dismissing"]:
            return Effect(_kinds("denied"), deniers=holders_of(verb), reaches=False)
        return None
    if step.dep in ("dobj", "nsubjpass", "nsubj") and head.pos_ in VERBAL:
        called = lemma_of(head) in words["calling"] and any(
            c.lower_ in words["worthless"] for c in head.subtree if c.i > node.i
        )
        if step.dep == "nsubj" and not passive(head):
            return None
        if (dismissing or called) and not negated(head):
            return Effect(_kinds("denied"), deniers=holders_of(head), reaches=False)
    return None


@rule(
    example="Lima denied any raid on Quito.",
    counter_example="Lima denied entry to Quito's envoy.",
)
def deed_denied(step: Step) -> Effect | None:
    """A happening that somebody denies: "denied the raid", "disputes any link"."""
    if step.dep not in ("dobj", "nsubjpass") or step.node.pos_ != "NOUN":
        return None
    words = standing_words()["denied"]
    word = reporting_word(step.head)
    if word is None or word.act != "denies" or lemma_of(step.head) in (*words["calling"], "rule"):
        return None
    if lemma_of(step.node) in words["refused"] or negated(step.head):
        return None
    if step.head.dep_ == "pcomp" and step.head.head.lower_ == "without":
        return None
    if lemma_of(step.head) in words["dismissing"] and lemma_of(step.head) not in words["disputing"]:
        return None
    return Effect(_kinds("denied"), deniers=holders_of(step.head), reaches=False)


@rule(
    example="There is no evidence that the navy attacked.",
    counter_example="There is evidence that the navy attacked.",
)
def without_evidence(step: Step) -> Effect | None:
    """What there is no evidence of, or nothing in, is told as not so."""
    words = standing_words()["negation"]
    head = step.head
    if head.pos_ not in ("NOUN", "PRON", "PROPN") or step.dep not in (
        "acl", "prep", "relcl", "ccomp", "advcl", "appos",
    ):  # fmt: skip
        return None
    if lemma_of(head) in ("doubt", "question", "secret", "denying"):
        return None
    none = any(c.lower_ in words["determiners"] and c.dep_ in ("det", "neg") for c in head.children)
    scant = any(c.lower_ in ("little", "scant", "scarce", "insufficient") for c in head.children)
    said_scant = lemma_of(head.head) == "be" and any(
        c.lower_ in ("scant", "thin", "weak", "lacking", "scarce", "inconclusive")
        for c in head.head.children
        if c.dep_ == "acomp"
    )
    if noun_stance(head) is None and lemma_of(head) not in ("evidence", "proof", "sign", "truth"):
        return None
    if head.dep_ == "pobj" and head.head.lower_ in ("in", "to", "behind", "for"):
        held = head.head.head
        if held.lower_ == "nothing" or any(c.lower_ == "no" for c in held.children):
            return Effect(flips=True, reaches=False)
    if step.dep == "prep" and not step.reaching:
        return None
    if none:
        return Effect(flips=True, reaches=False)
    if scant or said_scant:
        return Effect(_kinds("possible"), reaches=False)
    verb = head.head
    found_none = head.dep_ in ("dobj", "attr", "nsubj", "nsubjpass") and verb.pos_ in VERBAL
    if found_none and lemma_of(head) in ("evidence", "proof", "sign", "truth", "trace"):
        if negated(verb):
            return Effect(flips=True, reaches=False)
    return None


@rule(
    example="There is no doubt that the navy attacked.",
    counter_example="There is news that the navy attacked.",
)
def beyond_doubt(step: Step) -> Effect | None:
    """What there is no doubt of is told as so."""
    head = step.head
    if head.pos_ != "NOUN" or lemma_of(head) not in ("doubt", "question", "denying", "secret"):
        return None
    if step.dep in ("acl", "prep", "relcl", "ccomp", "advcl"):
        if any(c.lower_ in ("no", "little") for c in head.children) or negated(head.head):
            return Effect(vouched=True, reaches=False)
        if lemma_of(head) == "secret":
            return None
        return Effect(_kinds("possible"), reaches=False)
    return None


@rule(
    example="Reports that the navy attacked reached the town.",
    counter_example="The ship that the navy attacked sank.",
)
def told_by_noun(step: Step) -> Effect | None:
    """A noun of saying or thinking has the event: "the claim that", "a plan to", "a report of"."""
    head = step.head
    if head.pos_ not in ("NOUN", "PROPN") or step.dep not in (
        "acl",
        "prep",
        "advcl",
        "relcl",
        "ccomp",
    ):
        return None
    if step.dep == "relcl" and not _content(step.node):
        return None
    if step.dep == "prep" and step.node.lower_ not in (
        "of",
        "for",
        "about",
        "on",
        "against",
        "to",
        "over",
    ):
        return None
    words = standing_words()
    lemma = lemma_of(head)
    if step.dep in ("acl", "prep") and lemma in words["negation"]["nouns"]:
        return Effect(flips=True)
    if head.dep_ == "pobj" and head.head.lower_ in ("on", "under", "in"):
        if lemma in words["conditional"]["nouns"] and step.node.pos_ in VERBAL:
            return Effect(_kinds("conditional"), condition=step.node, reaches=False)
    if head.dep_ == "pobj" and head.head.lower_ == "with" and head.head.head.pos_ in VERBAL:
        verb = head.head.head  # "noted with concern that"
        if reporting_word(verb) is not None and step.node.pos_ in VERBAL:
            return Effect(claimed=True, holders=holders_of(verb), reaches=False)
    stance = noun_stance(head)
    participle = (
        step.dep == "acl" and step.node.tag_ in ("VBN", "VBG") and not infinitive(step.node)
    )
    if participle and not any(c.dep_ == "mark" for c in step.node.children):
        return None
    if lemma == "case" and lemma_of(head.head) == "be" and step.dep in ("acl", "relcl", "ccomp"):
        return Effect(flips=negated(head.head), reaches=False)
    if stance == "claims" and any(
        c.dep_ == "amod" and c.lower_ in words["denied"]["worthless"] for c in head.children
    ):
        return Effect(flips=True, reaches=False)
    gerund = step.dep == "prep" and any(c.dep_ == "pcomp" for c in step.node.children)
    if gerund and lemma in ("idea", "notion", "thought", "concept", "prospect"):
        return Effect(_kinds("possible"), reaches=False)
    if stance is not None and not (step.dep == "prep" and _whose(step, stance)):
        if stance == "expects" and step.dep == "prep" and step.node.lower_ in ("of", "on"):
            if lemma_of(head.head) in words["expected"]["dashing"]:
                return Effect(flips=True, reaches=False)
            ahead = lemma in words["expected"]["nouns"]
            return Effect(_kinds("expected" if ahead else "possible"))
        return _of_stance(step, stance, _owners(head))
    if lemma in words["possible"]["nouns"] and step.reaching:
        return Effect(_kinds("possible"))
    if (
        lemma in words["expected"]["nouns"]
        and step.reaching
        and (step.dep == "acl" or step.node.lower_ == "for")
    ):
        return Effect(_kinds("expected"))
    return None


def _content(clause: Token) -> bool:
    """Say whether a clause is what a noun says, though parsed as one that describes it.

    "A statement that Chad had defaulted", but "a statement that Chad had issued".
    """
    that = next((c for c in clause.children if c.lower_ == "that"), None)
    if that is None or not any(c.dep_ in SUBJECTS and c != that for c in clause.children):
        return False
    if that.dep_ == "mark":
        return True
    if that.tag_ == "IN" or any(c.dep_ == "dobj" and c != that for c in clause.children):
        return True
    return lemma_of(clause) not in _SAYS_A_CLAIM and reporting_word(clause) is None


def _whose(step: Step, stance: str) -> bool:
    """Say whether what follows "of" only tells whose word it is, or what it is about."""
    if step.node.lower_ in ("about", "over") and stance != "claims":
        return False
    if stance == "vouches":
        return True
    objects = [c for c in step.node.children if c.dep_ in ("pobj", "pcomp")]
    if step.node.lower_ in ("on", "to", "against") and stance == "claims":
        return True
    return any(mention_of(c) is not None and c.pos_ == "PROPN" for c in objects)


def _owners(noun: Token) -> tuple[str, ...]:
    """Return whose claim a noun tells: "Lima's claim", "the claim by Lima", "a UN report"."""
    for child in noun.children:
        if child.dep_ == "poss" and child.lower_ not in ("its", "their", "his", "her"):
            return tuple(names_of(child))
        if child.dep_ == "poss" and mention_of(child) is not None:
            return tuple(names_of(child))
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            found = [name for obj in child.children if obj.dep_ == "pobj" for name in names_of(obj)]
            if found:
                return tuple(found)
    for child in noun.children:
        if child.dep_ in ("amod", "compound", "nmod") and mention_of(child) is not None:
            return tuple(names_of(child))
    verb = noun.head
    if (
        noun.dep_ == "dobj"
        and verb.pos_ in VERBAL
        and lemma_of(verb) in ("make", "repeat", "raise", "have")
    ):
        return holders_of(verb)
    return ()


@rule(
    example="The inquiry cleared the navy of attacking the town.",
    counter_example="The inquiry accused the navy of attacking the town.",
)
def cleared_of(step: Step) -> Effect | None:
    """Who is cleared of it did not do it, says the one that clears."""
    verb = _verb_of_preposition(step)
    if verb is None or step.node.lower_ not in ("of", "from"):
        return None
    if lemma_of(verb) not in standing_words()["denied"]["clearing"]:
        return None
    if negated(verb):
        return Effect(claimed=True, reaches=False)
    return Effect(_kinds("denied"), deniers=holders_of(verb), reaches=False)


@rule(
    example="Lima accused Quito of arming the rebels.",
    counter_example="Lima praised Quito for arming the rebels.",
)
def accused_of(step: Step) -> Effect | None:
    """What somebody is accused or suspected of is a claim."""
    verb = _verb_of_preposition(step)
    if verb is None:
        return None
    words, lemma = standing_words()["attributed"], lemma_of(verb)
    if lemma not in words["accusing"] or step.node.lower_ not in ("of", "for", "with", "over"):
        return None
    gerund = any(child.dep_ == "pcomp" for child in step.node.children)
    if lemma in words["blaming"] and not gerund:
        return Effect(reaches=False)
    return Effect(claimed=True, holders=holders_of(verb), reaches=False)


def _verb_of_preposition(step: Step) -> Token | None:
    """Return the verb of "accused Chad of …", also where the parser hangs "of" on Chad."""
    if step.dep not in ("prep", "agent"):
        return None
    if step.head.pos_ in VERBAL:
        return step.head
    if step.head.dep_ in ("dobj", "nsubjpass", "oprd", "attr") and step.head.head.pos_ in VERBAL:
        return step.head.head
    return None


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
    if lemma not in _FACT_BEHIND:
        return None
    if step.dep == "prep" and step.node.lower_ in ("for", "over", "after", "at", "about"):
        return Effect(reaches=False)
    if step.dep == "dobj" and step.node.pos_ == "NOUN" and noun_stance(step.node) is None:
        return Effect(reaches=False)
    return None


@rule(
    example="Once Chad has repaid the loan, Niger will return the wagons.",
    counter_example="Once Chad had repaid the loan, Niger returned the wagons.",
)
def awaited(step: Step) -> Effect | None:
    """What has to come first is still ahead: "once it has repaid", "before the house has voted"."""
    if step.dep != "advcl" or step.own or step.node.tag_ == "VBD":
        return None
    words = standing_words()["expected"]
    marks = {c.lower_ for c in step.node.children if c.dep_ in ("mark", "advmod")}
    if not marks & words["marks"] or any(c.lower_ == "had" for c in step.node.children):
        return None
    ahead = any(
        c.lower_ in words["modals"]
        or c.lower_ in ("can", "may", "would", "could", "must", "should")
        for c in step.head.children
        if c.dep_ == "aux"
    )
    return Effect(_kinds("expected"), reaches=False) if ahead else None


@rule(
    example="Instead of attacking, the navy withdrew.",
    counter_example="Before attacking, the navy withdrew.",
)
def in_place_of(step: Step) -> Effect | None:
    """What something is done instead of, or without, did not happen."""
    words = standing_words()["negation"]
    node, head = step.node, step.head
    if step.dep in ("pcomp", "pobj") and head.lower_ in words["prepositions"]:
        return Effect(flips=True, reaches=False)
    if (
        step.dep in ("pcomp", "pobj", "prep", "advcl", "cc")
        and head.i
        and (f"{head.nbor(-1).lower_} {head.lower_}" in words["pairs"])
    ):
        return Effect(flips=True, reaches=False)
    if (
        step.dep in ("pcomp", "pobj")
        and head.dep_ == "prep"
        and (
            f"{head.head.lower_} {head.lower_}" in words["pairs"]
            and head.head.pos_ in ("ADV", "ADP", "SCONJ", "ADJ", "NOUN")
        )
    ):
        return Effect(flips=True, reaches=False)
    before = [t.lower_ for t in node.doc[max(node.left_edge.i - 3, 0) : node.i]]
    if (
        step.dep in ("conj", "advcl", "prep", "pcomp", "xcomp", "ccomp", "dep")
        and node.pos_ in VERBAL
    ):
        joined = " ".join(before)
        if any(
            joined.endswith(pair)
            for pair in (
                "rather than",
                "instead of",
                "let alone",
                "much less",
                "far from",
                "still less",
            )
        ):
            return Effect(flips=True, reaches=False)
    return None


@rule(
    example="The navy came close to attacking.",
    counter_example="The navy came to attack.",
)
def close_to(step: Step) -> Effect | None:
    """What somebody came close to, or within an inch of, did not happen."""
    if step.dep not in ("pcomp", "pobj", "xcomp"):
        return None
    prep = step.head
    if prep.lower_ not in ("to", "of") or prep.dep_ not in ("prep", "aux"):
        return None
    word = prep.head
    close = standing_words()["approximation"]["close"]
    if lemma_of(word) not in close and word.lower_ not in close:
        return None
    if prep.lower_ == "to" and word.lower_ not in ("close", "near", "closer", "nearer"):
        return None
    verb = word.head if word.head.pos_ in VERBAL else word.head.head
    if lemma_of(verb) in ("come", "be", "bring", "stand", "get", "go", "push", "edge", "teeter"):
        past = verb.tag_ in ("VBD", "VBN")
        return (
            Effect(flips=True, reaches=False) if past else Effect(_kinds("possible"), reaches=False)
        )
    return None


@rule(
    example="The navy is said to have attacked.",
    counter_example="The navy is proud to have attacked.",
)
def said_to(step: Step) -> Effect | None:
    """A passive verb of saying tells it of its subject: "is said to have", "is alleged to"."""
    head = step.head
    if (
        step.dep != "xcomp"
        or head.pos_ not in VERBAL
        or not (passive(head) or _bare_participle(head))
    ):
        return None
    stance = stance_of(head)
    if lemma_of(head) in ("suppose", "mean") and not perfect(step.node):
        if step.own:
            return Effect(_kinds("possible"))
        return Effect(_kinds("expected"), flips=_came_to_nothing(head, step.node))
    if stance is None:
        return None
    if stance in ("proposes",) or (stance == "claims" and not _telling(step)):
        return None
    if stance == "expects" and negated(head):
        return Effect(flips=True, kinds=_kinds("expected"), reaches=False)
    return _of_stance(step, stance, _agents(head), flips=negated(head) and stance == "claims")


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
    return lemma_of(step.head) not in ("tell", "ask", "order", "advise", "warn", "urge")


@rule(
    example="Officers claim to have sunk the ship.",
    counter_example="Officers managed to sink the ship.",
)
def claims_to(step: Step) -> Effect | None:
    """Who claims to have done it says so of himself."""
    head = step.head
    if step.dep not in ("xcomp", "ccomp") or head.pos_ not in VERBAL or _is_clause(step):
        return None
    if not (infinitive(step.node) or step.node.tag_ == "VBG"):
        return None
    word = reporting_word(head)
    if word is None or lemma_of(head) in _TRANSPARENT:
        return None
    if word.stance == "claims" and (
        perfect(step.node) or step.node.tag_ == "VBG" or infinitive(step.node)
    ):
        ordering = any(c.dep_ == "dobj" and c.i > head.i for c in head.children) or passive(head)
        if ordering and infinitive(step.node) and not perfect(step.node):
            return Effect(_kinds("possible"), reaches=False)
        stated = (
            perfect(step.node)
            or step.node.tag_ == "VBG"
            or lemma_of(head) in ("claim", "profess", "purport")
        )
        if not stated:
            return Effect(_kinds("expected"), holders=(), reaches=False)
        return Effect(claimed=True, holders=holders_of(head), reaches=False)
    if word.stance == "denies":
        return Effect(_kinds("denied"), deniers=holders_of(head), reaches=False)
    if word.stance == "imagines":
        return Effect(flips=True, reaches=False)
    return None


@rule(
    example="Assuming that the weather holds, the ship will sail.",
    counter_example="Knowing that the weather holds, the ship will sail.",
)
def supposing(step: Step) -> Effect | None:
    """What "assuming that" or "provided that" supposes is a condition."""
    words = standing_words()["conditional"]["participles"]
    if step.head.lower_ not in words or step.dep not in ("ccomp", "pcomp", "advcl"):
        return None
    if any(c.dep_ in (*SUBJECTS, "aux") for c in step.head.children):
        return None
    return Effect(_kinds("conditional"), condition=step.node, reaches=False)


@rule(
    example="The minister said that the navy attacked.",
    counter_example="The navy attacked.",
)
def told_by_verb(step: Step) -> Effect | None:
    """A verb of saying or thinking has the clause; its subject holds it."""
    if not _is_clause(step) or step.head.pos_ not in VERBAL:
        return None
    word = reporting_word(step.head)
    if word is None:
        return None
    if any(
        c.tag_ == "WRB" and c.lower_ in ("why", "when", "where", "how") for c in step.node.children
    ):
        return Effect(vouched=True, reaches=False)  # "asked why it sank"
    return _of_stance(step, word.stance, holders_of(step.head))


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
    elif step.dep not in ("dobj", "nsubjpass"):
        return None
    if verb.pos_ not in VERBAL or lemma_of(verb) not in words["listing"] or negated(verb):
        return None
    subjects = subjects_of(verb)
    documents = speaker_nouns().documents
    told = [one for one in subjects if lemma_of(one) in documents or noun_stance(one) == "claims"]
    reported = lemma_of(verb) in ("report", "allege", "claim") and step.node.pos_ == "NOUN"
    if (told or (reported and subjects)) and step.node.pos_ in ("NOUN", "PROPN"):
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
    if lemma_of(head) in _TRANSPARENT | {"ensure", "mean", "cause", "require", "be"}:
        return None
    marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in step.node.children)
    before = step.node.i < head.i and not _parted(step.node, head)
    if not (marked or before):
        return None
    subjects = [one for one in subjects_of(head) if one.dep_ in (*SUBJECTS, "pobj")]
    if any(_speaks(one) for one in subjects):
        return Effect(claimed=True, holders=holders_of(head), reaches=False)
    return None


def _speaks(token: Token) -> bool:
    """Say whether a subject can say something: a person, a body, a country, "he"."""
    number = mention_of(token)
    if number is not None:
        entity = token.doc._.mentions[number].entity_id
        return entity.split(":")[0] in ("person", "organisation", "alliance", "country", "place")
    if token.lower_ in ("he", "she", "they", "we", "i", "who"):
        return True
    return lemma_of(token) in speaker_nouns()


@rule(
    example="The navy failed to attack.",
    counter_example="The navy managed to attack.",
)
def failed_to(step: Step) -> Effect | None:
    """What somebody failed or refused to do, or was kept from, did not happen."""
    words = standing_words()["negation"]
    head, dep = step.head, step.dep
    if head.pos_ not in VERBAL:
        return None
    lemma = lemma_of(head)
    if (
        dep in ("xcomp", "pcomp")
        and lemma == "have"
        and any(c.lower_ == "yet" for c in head.children)
    ):
        return None if step.own else Effect(flips=True, reaches=False)
    if dep in ("xcomp", "ccomp") and lemma in words["inverse"] and negated(head):
        return Effect(reaches=False)
    if dep == "xcomp" and lemma in words["verbs"]:
        return Effect(flips=True)
    if dep == "prep" and f"{lemma} {step.node.lower_}" in words["turning"]:
        return None if negated(head) else Effect(flips=True, reaches=False)
    if dep == "prep" and step.node.lower_ == "from" and lemma in words["keeping"]:
        return Effect(reaches=False) if negated(head) else Effect(flips=True)
    return None


@rule(
    example="The general ruled out an attack.",
    counter_example="The general ordered an attack.",
)
def undone(step: Step) -> Effect | None:
    """What is averted, ruled out or called off does not happen."""
    head = step.head
    garden = step.dep == "nsubj" and step.head != step.node.head
    gerund = step.dep == "advcl" and step.node.tag_ == "VBG" and step.node.i > head.i
    if head.pos_ not in VERBAL or not (
        step.dep in ("dobj", "nsubjpass", "xcomp", "nsubj", "pobj") or gerund
    ):
        return None
    if step.dep == "pobj" or (
        step.dep == "nsubj" and not (garden or _gone(head) or _called_off(head))
    ):
        return None
    words = standing_words()
    lemma = lemma_of(head)
    named = f"{lemma} {_particle(head)}".strip()
    off = words["off"]
    if named in ("rule out", "exclude", "preclude") and negated(head):
        return Effect(_kinds("possible"), reaches=False)
    ended = named in off["cancelling"] and named not in ("rule out", "veto")
    if lemma_of(step.node) in off["lasting"] and ended:
        return Effect(reaches=False)
    if lemma == "miss" and lemma_of(step.node) in ("deadline", "target", "date"):
        return Effect(flips=True)
    attempted = lemma_of(step.node) in ("attempt", "plot", "bid", "effort", "scheme", "plan")
    if step.node == step.token and attempted and lemma in words["negation"]["undoing"]:
        return Effect(reaches=False)
    if (
        (step.dep == "nsubj" and not garden)
        or named in off["cancelling"]
        or lemma in words["negation"]["undoing"]
    ):
        if step.dep in ("xcomp", "advcl") and lemma not in (
            "rule", "avoid", "escape", "avert", "prevent", "cancel",
        ):  # fmt: skip
            return None
        if (
            lemma in ("drop", "abandon", "veto", "annul", "revoke", "rescind")
            and step.node.pos_ == "NOUN"
        ):
            if noun_stance(step.node) is not None or step.token != step.node:
                return None
            if lemma in ("annul", "revoke", "rescind", "abandon", "drop") and not step.open:
                return None
        if named == "rule out" and step.dep in ("dobj", "xcomp", "nsubjpass"):
            return Effect(flips=True, reaches=True)
        return Effect(flips=True, reaches=True)
    if step.dep == "xcomp" and lemma == "rule" and _particle(head) == "out":
        return Effect(flips=True, reaches=True)
    return None


def _called_off(verb: Token) -> bool:
    """Say whether a headline leaves out "was", or its parse took it for no passive: "called off"."""
    if any(c.dep_ == "dobj" for c in verb.children) or verb.tag_ not in ("VBN", "VBD"):
        return False
    return f"{lemma_of(verb)} {_particle(verb)}".strip() in standing_words()["off"]["cancelling"]


def _particle(verb: Token) -> str:
    return next(
        (
            c.lower_
            for c in verb.children
            if c.dep_ == "prt"
            or (c.dep_ == "advmod" and c.lower_ in ("aside", "off", "back", "away"))
        ),
        "",
    )


def _gone(verb: Token) -> bool:
    """Say whether a verb tells of its subject that it came to nothing: "fell through"."""
    off = standing_words()["off"]
    named = f"{lemma_of(verb)} {_particle(verb)}".strip()
    if named in off["collapsing"]:
        return True
    after = [
        c for c in verb.children if c.dep_ in ("advmod", "prep", "acomp", "attr") and c.i > verb.i
    ]
    if lemma_of(verb) == "fall":
        return any(c.lower_ in ("through", "apart", "flat") for c in after)
    if lemma_of(verb) == "be":
        if any(c.lower_ == "off" and not list(c.children) for c in after):
            return True
        return any(
            c.lower_ == "off" and any(o.lower_ in off["tables"] for o in c.children) for c in after
        ) or any(
            c.dep_ == "attr" and c.lower_ in standing_words()["denied"]["worthless"] for c in after
        )
    return False


@rule(
    example="The visit is in doubt.",
    counter_example="The visit is in May.",
)
def in_doubt(step: Step) -> Effect | None:
    """What is in doubt or hangs in the balance is open."""
    head = step.head
    if step.dep not in (*SUBJECTS, "dobj") or head.pos_ not in VERBAL:
        return None
    open_words = standing_words()["off"]["open"]
    for prep in head.children:
        if prep.dep_ == "prep" and prep.lower_ in ("in", "into", "under", "up"):
            if any(o.lower_ in open_words for o in prep.subtree if o.dep_ == "pobj"):
                return Effect(_kinds("possible"))
    if step.dep in SUBJECTS and lemma_of(head) in (
        "be",
        "remain",
        "look",
        "seem",
        "appear",
        "become",
    ):
        words = standing_words()
        for child in head.children:
            if child.dep_ in ("acomp", "oprd") and child.i > head.i:
                if stance_of(child) == "doubts" or child.lower_ in (
                    "possible",
                    "likely",
                    "unlikely",
                    "uncertain",
                    "doubtful",
                    "conceivable",
                    "unconfirmed",
                ):
                    return Effect(_kinds("possible"), reaches=False)
                if child.lower_ in words["expected"]["adjectives"] and child.lower_ not in (
                    "ready",
                    "sure",
                    "certain",
                    "next",
                    "future",
                ):
                    return Effect(_kinds("expected"))
    return None


@rule(
    example="The aid depends on the truce.",
    counter_example="The aid is based on the truce.",
)
def depending(step: Step) -> Effect | None:
    """What depends on something, or is tied to it, is conditional."""
    words = standing_words()["conditional"]
    head = step.head
    if head.pos_ not in VERBAL or not step.reaching:
        return None
    lemma = lemma_of(head)
    is_tied = lemma in words["verbs"] and step.dep in (*SUBJECTS, "csubj", "csubjpass", "dobj")
    called = (
        step.dep in SUBJECTS
        and lemma == "be"
        and any(c.dep_ == "acomp" and c.lower_ in words["adjectives"] for c in head.children)
    )
    if not (is_tied or called):
        return None
    if lemma in ("rest", "hang", "turn") and step.node.pos_ in VERBAL:
        return None
    found = _what_it_hangs_on(head)
    if found is None or found.is_ancestor(step.token) or found == step.token:
        return None
    return Effect(_kinds("conditional"), condition=found)


@rule(
    example="The loan is conditional on the release of two reporters.",
    counter_example="The loan is based on the release of two reporters.",
)
def hung_upon(step: Step) -> Effect | None:
    """What something depends on is itself open."""
    words = standing_words()["conditional"]
    if step.dep != "prep" or step.node.lower_ not in words["prepositions"] or step.own:
        return None
    head = step.head
    called = [c for c in head.children if c.dep_ == "acomp"] if lemma_of(head) == "be" else [head]
    hangs = any(c.lower_ in words["adjectives"] and c.pos_ == "ADJ" for c in called)
    if hangs or lemma_of(head) in ("depend", "hinge"):
        return Effect(_kinds("conditional"), reaches=False)
    return None


def _what_it_hangs_on(verb: Token) -> Token | None:
    """Find what follows "depends on" or "tied to".

    The second "to" of "linked the sale of ships to Chad to the outcome" may be parsed as part of
    the object: the last one is the verb's.
    """
    prepositions = standing_words()["conditional"]["prepositions"]
    words = [verb, *(child for child in verb.children if child.dep_ == "acomp")]
    found = [c for w in words for c in w.children if c.dep_ == "prep" and c.lower_ in prepositions]
    if not found:
        inner = [t for c in verb.children if c.dep_ == "dobj" for t in c.subtree]
        found = [t for t in inner if t.lower_ == "to" and t.dep_ in ("prep", "dative")][1:]
    for prep in found[-1:]:
        for obj in prep.children:
            if obj.dep_ in ("pobj", "pcomp", "ccomp"):
                return obj
    return None


@rule(
    example="Whether the navy attacked is disputed.",
    counter_example="That the navy attacked is regretted.",
)
def disputed_whether(step: Step) -> Effect | None:
    """Whether it is so is disputed."""
    if step.dep not in ("csubj", "csubjpass", "nsubj", "nsubjpass", "ccomp", "advcl"):
        return None
    marked = any(c.lower_ == "whether" for c in step.node.children)
    if marked and lemma_of(step.head) in ("dispute", "contest", "disagree"):
        return Effect(_kinds("denied"), claimed=True, reaches=False)
    return None


@rule(
    example="The navy plans to attack.",
    counter_example="The navy began to attack.",
)
def planned(step: Step) -> Effect | None:
    """A verb or adjective looks ahead, or leaves it open: "plans to", "seems to", "is due to"."""
    words = standing_words()
    node, head, dep = step.node, step.head, step.dep
    lemma = lemma_of(head)
    if head.pos_ == "ADJ" and dep in ("xcomp", "ccomp", "prep", "acl", "advcl"):
        lower = head.lower_
        if not step.reaching:
            return None
        if lower in ("able", "free", "allowed") and _past(head):
            return Effect()
        if lower in words["possible"]["adjectives"]:
            return Effect(_kinds("possible"), reaches=False if lower == "unlikely" else None)
        if lower in words["expected"]["adjectives"]:
            return Effect(_kinds("expected"))
        return None
    if head.pos_ not in VERBAL or not step.reaching:
        return None
    if dep == "xcomp" or (dep == "ccomp" and infinitive(node)):
        return _infinitive_of(step, lemma)
    if (
        dep in ("dobj", "nsubjpass")
        and lemma in words["expected"]["arranging"]
        and not _particle(head)
    ):
        if lemma in ("announce", "set", "offer", "project") and not step.node.tag_.startswith("NN"):
            return None
        if lemma in ("announce",) and step.own:
            return None
        return Effect(_kinds("expected"))
    named = f"{lemma} {_particle(head)}".strip()
    if dep in ("dobj", "nsubjpass") and named in words["off"]["postponing"] and not step.own:
        if named not in ("suspend", "put on"):
            return Effect(_kinds("expected"))
        if lemma_of(node) not in words["off"]["lasting"]:
            return Effect(_kinds("possible"))
    if dep in ("dobj", "nsubjpass") and named in words["off"]["moving"] and not step.own:
        to_day = any(
            c.dep_ == "prep"
            and c.lower_ in ("to", "until", "from")
            and any(t.ent_type_ in ("DATE", "TIME") for t in c.subtree)
            for c in (*head.children, *node.children)
        )
        return Effect(_kinds("expected")) if to_day else None
    if dep in ("dobj", "nsubjpass") and lemma in words["possible"]["risking"] and not step.own:
        aimed = (
            "threaten",
            "urge",
            "demand",
            "propose",
            "suggest",
            "request",
            "recommend",
            "await",
        )
        fact = lemma not in aimed and _definite(node)
        return None if fact else Effect(_kinds("possible"))
    if dep == "prep" and node.lower_ == "for" and lemma in words["possible"]["seeking"]:
        return Effect(_kinds("possible"))
    return None


def _definite(noun: Token) -> bool:
    return any(
        c.dep_ in ("det", "poss") and c.lower_ not in ("a", "an", "any") for c in noun.children
    )


def _past(adjective: Token) -> bool:
    verb = adjective.head
    return verb.tag_ == "VBD" and not any(c.tag_ == "MD" for c in verb.children)


def _infinitive_of(step: Step, lemma: str) -> Effect | None:
    words = standing_words()
    node, head = step.node, step.head
    is_to = infinitive(node)
    ready = head.lower_ in words["expected"]["adjectives"] and head.tag_ == "VBN"
    word = reporting_word(head)
    if lemma in words["possible"]["seeming"] and is_to:
        return Effect(_kinds("possible"))
    if lemma in words["possible"]["obliging"] and is_to and not step.own:
        done = lemma == "have" and (head.tag_ == "VBD" or _had(head))
        return Effect() if done else Effect(_kinds("possible"))
    if lemma == "be" and is_to and head.tag_ != "VB" and not step.own:
        unmet = perfect(node) and head.lower_ in ("was", "were")
        return Effect(_kinds("expected"), flips=unmet or _came_to_nothing(head, node))
    if not is_to:
        if lemma in (
            "consider",
            "contemplate",
            "mull",
            "weigh",
            "suggest",
            "propose",
            "recommend",
            "risk",
            "fear",
            "envisage",
            "advocate",
        ):
            return Effect(_kinds("possible"))
        if lemma in ("plan", "anticipate", "discuss"):
            return Effect(_kinds("expected"))
        return None
    of_another = any(c.dep_ in SUBJECTS for c in node.children) or any(
        c.dep_ == "dobj" for c in head.children
    )
    if of_another and lemma in ("want", "wish", "expect", "like", "mean", "intend"):
        return Effect(_kinds("expected" if lemma == "expect" else "possible"))
    if lemma in words["expected"]["verbs"] or ready:
        return Effect(_kinds("expected"), flips=_came_to_nothing(head, node))
    if word is not None and lemma not in _TRANSPARENT:
        kinds = _STANCES.get(word.stance)
        if kinds is not None:
            return Effect(kinds)
        if word.stance == "claims" and any(c.dep_ == "dobj" for c in head.children):
            return Effect(_kinds("possible"))
    return None


def _came_to_nothing(verb: Token, deed: Token) -> bool:
    """Say whether a plan of the past is followed by "but": "was to sail but did not"."""
    was = verb.lower_ in ("was", "were") or any(
        c.dep_ in ("aux", "auxpass") and c.lower_ in ("had", "was", "were") for c in verb.children
    )
    if not was:
        return False
    turned = any(c.dep_ == "cc" and c.lower_ in ("but", "yet") for c in verb.children)
    joined = [c for one in (verb, deed) for c in one.children if c.dep_ == "conj"]
    return turned or any(lemma_of(c) in ("do", "have", "be") and negated(c) for c in joined)


def _had(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in ("had", "have", "has") for c in verb.children)


@rule(
    example="Hopes fade for a release of the sailors.",
    counter_example="Sailors wait for a release of the ship.",
)
def hoped_for(step: Step) -> Effect | None:
    """What hopes fade or fears grow for is open."""
    if step.dep != "prep" or step.node.lower_ not in ("for", "of", "over", "about"):
        return None
    head = step.head
    subject = next((c for c in head.children if c.dep_ in SUBJECTS), None)
    if subject is None or noun_stance(subject) not in ("expects", "fears", "doubts"):
        return None
    if (
        lemma_of(subject) in standing_words()["expected"]["hopes"]
        or noun_stance(subject) != "expects"
    ):
        return Effect(_kinds("possible"), reaches=False)
    return None


@rule(
    example="They were held on suspicion of spying.",
    counter_example="They were held on the day of spying.",
)
def on_grounds(step: Step) -> Effect | None:
    """What somebody is held on suspicion or charges of is a claim; what is feared is open."""
    head = step.head
    if step.dep != "prep" or step.node.lower_ not in ("of", "that", "for"):
        return None
    words = standing_words()
    if head.dep_ == "pobj" and head.head.lower_ in ("on", "under", "over", "amid", "for", "in"):
        if head.lower_ in words["attributed"]["grounds"]:
            return Effect(claimed=True, reaches=False)
        if lemma_of(head) in words["possible"]["phrases"] and head.head.lower_ in (
            "for",
            "in",
            "under",
        ):
            return Effect(_kinds("possible"), reaches=False)
    return None


@rule(
    example="They sent ships to attack the port.",
    counter_example="They sent ships and attacked the port.",
)
def on_purpose(step: Step) -> Effect | None:
    """What something is done for lies ahead of it."""
    if step.dep not in ("advcl", "relcl", "acl") or not infinitive(step.node) or perfect(step.node):
        return None
    if step.head.pos_ not in (*VERBAL, "NOUN", "PROPN") or step.own:
        return None
    if any(c.dep_ in SUBJECTS for c in step.node.children) or lemma_of(step.head) in ("last",):
        return None
    idle = lemma_of(step.head) == "do" and negated(step.head)
    if idle or lemma_of(step.head) in standing_words()["negation"]["undoing"]:
        return Effect(flips=True, reaches=False)  # "did nothing to end it", "foiled a plot to"
    if step.dep in ("relcl", "acl") and any(
        c.tag_ in ("JJS",) or c.lower_ in ("first", "last", "only", "second", "third", "latest")
        for c in (*step.head.children, step.head)
    ):
        return None
    if step.node.i < step.head.i and step.dep == "advcl" and lemma_of(step.node) in ("be",):
        return None
    return Effect(_kinds("expected"), reaches=False)


@rule(
    example="A raid would anger Oslo.",
    counter_example="The raid angered Oslo.",
)
def only_supposed(step: Step) -> Effect | None:
    """A noun of which only "would" is said is supposed."""
    if step.node == step.token and supposed(step.node):
        return Effect(_kinds("possible"))
    return None


RULES: tuple[Rule[[Step], Effect], ...] = (
    held_by_nobody,
    thought_not,
    not_said,
    disputed_whether,
    untrue_aside,
    predicate_of_clause,
    named_by_subject,
    claim_dismissed,
    deed_denied,
    without_evidence,
    beyond_doubt,
    on_grounds,
    hoped_for,
    told_by_noun,
    cleared_of,
    accused_of,
    told_of,
    taken_for_fact,
    awaited,
    in_place_of,
    close_to,
    failed_to,
    undone,
    said_to,
    claims_to,
    supposing,
    told_by_verb,
    held_in_document,
    in_doubt,
    depending,
    hung_upon,
    planned,
    told_by_unlisted,
    on_purpose,
    only_supposed,
)
"""The first that applies at a step counts."""

__all__ = ["RULES", "copular", "has"]
