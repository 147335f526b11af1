"""The signs at single words: "not", "may", "almost", "alleged", and what they reach."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.extraction.doc import is_negated
from briefing.extraction.grammar_words import (
    ARTICLES,
    ATTRIBUTES,
    AUXILIARIES,
    FINITE,
    INTRODUCING,
    NOMINAL,
    SUBJECTS,
    SUPPOSING_MODALS,
    VERBAL,
)
from briefing.extraction.standing.effects import ATTRIBUTED, EXPECTED, POSSIBLE
from briefing.reference.standing import standing_words

STATES = ("in", "at", "under", "on", "of")
"""Prepositions behind "is" that say how something is: "is under attack"."""

INDEFINITE = INTRODUCING - {"one", "some"}
"""Words before a noun that make it one of which nothing was told yet."""


def lemma_of(token: Token) -> str:
    """Return a word's base form in lower case; briefing_lemmas has mended it."""
    return token.lemma_.lower()


def has(token: Token, words: frozenset[str]) -> bool:
    """Say whether a word, as written or by its lemma, is one of some words.

    Args:
        token: The word.
        words: In lower case.
    """
    return token.lower_ in words or lemma_of(token) in words


def negated(node: Token, through: Token | None = None) -> bool:
    """Say whether a word's clause or noun phrase is negated at the word itself.

    "did not sail", "no longer sails", "no ship sailed", "nor will it sail", "at no point did it
    sail", "hardly sailed", "almost sailed", "took no step"; not "not only sailed", "not until
    Friday did it sail", "lost no time in sailing".

    Args:
        node: The word.
        through: The child that the way came from, whose own "no" has been read already.
    """
    return (
        any(negates(child) for child in node.children if child != through)
        or _by_object(node, through)
        or almost(node)
    )


def may(node: Token) -> bool:
    """Say whether a verb is one that may be, so that "not" leaves it open: "may not sail"."""
    modals = ("may", "might", "must", "should")
    return any(child.dep_ == "aux" and child.lower_ in modals for child in node.children)


_NEGATING = frozenset(("neg", "advmod", "preconj", "cc", "prep", "det", "amod", "nummod")) | (
    AUXILIARIES | SUBJECTS
)
"""Dependencies of words that can negate what they hang on."""


def negates(child: Token) -> bool:
    """Say whether a child negates the word that it hangs on."""
    dep = child.dep_
    if dep not in _NEGATING:
        return False
    if _focused(child) or _until(child) or _of_all(child) or _of_number(child):
        return False
    if dep == "neg":
        return True
    if dep in AUXILIARIES:
        # "did not get paid": the "not" may hang on an auxiliary.
        return any(word.dep_ == "neg" and not _focused(word) for word in child.children)
    if dep in SUBJECTS:
        return of_none(child)
    if dep in ("advmod", "preconj", "cc"):
        return _by_adverb(child)
    if dep == "prep":
        return _fronted(child)
    determiners = standing_words()["negation"]["determiners"]
    return dep in ("det", "amod", "nummod") and child.lower_ in determiners


def _by_adverb(child: Token) -> bool:
    """Read "no longer", "not once", "hardly", "never", "neither"."""
    words, lower, dep = standing_words()["negation"], child.lower_, child.dep_
    if dep == "advmod" and lower in ("longer", "more"):
        return any(word.lower_ == "no" for word in child.children)
    if dep == "advmod" and lower in ("once", "ever"):
        return any(word.lower_ == "not" and word.i < child.i for word in child.children)
    if lower in words["scarcely"]:
        of_noun = child.i + 1 < len(child.doc) and child.nbor(1).lower_ in ARTICLES
        return not (of_noun or _just_when(child) or has(child.head, words["achieved"]))
    return lower in words["adverbs"] and (dep != "cc" or child.i < child.head.i)


def of_none(subject: Token) -> bool:
    """Say whether a subject is nobody: "no ship", "neither side", "none of them", "few"."""
    words = standing_words()["negation"]
    lower = subject.lower_
    if lower in words["pronouns"]:
        return True
    kinds = ("det", "preconj", "cc", "amod", "neg", "nummod", "advmod", "quantmod", "appos")
    own = [child for child in subject.children if child.dep_ in kinds]
    article = any(child.lower_ in ("a", "the", "these", "those", "quite") for child in own)
    if lower in words["few"] or any(child.lower_ in words["few"] for child in own):
        return not article
    if any(child.lower_ in words["determiners"] for child in own):
        return not any(t.lower_ in words["idle"] for t in subject.lefts)
    first = subject.left_edge
    opening = [t.lower_ for t in subject.doc[first.i : min(first.i + 3, subject.i + 1)]]
    if opening[:1] == ["not"] and opening[1:2] and opening[1] in ("one", "a", "even", "any"):
        return True
    return opening == ["hardly", "a", opening[-1]] or (
        first.lower_ in ("hardly", "scarcely", "virtually", "almost") and _none_in(subject)
    )


def _none_in(subject: Token) -> bool:
    return any(t.lower_ in ("no", "any", "anyone", "anybody", "none") for t in subject.subtree)


def _focused(child: Token) -> bool:
    """Say whether "not" only opens "not only … but": "not only attacked but looted"."""
    words = standing_words()["negation"]["focus"]
    if any(word.lower_ in words for word in child.children):
        return True
    following = child.nbor(1) if child.i + 1 < len(child.doc) else None
    if child.lower_ not in ("not", "n't") or following is None:
        return False
    if following.lower_ == "but":
        return True  # "could not but agree"
    return following.lower_ in words and following.head in (child.head, child)


def _until(child: Token) -> bool:
    """Say whether "not" belongs to a time: "not until Friday did it sail", "did not sail until"."""
    if child.lower_ not in ("not", "n't", "never"):
        return False
    if child.i + 1 < len(child.doc) and child.nbor(1).lower_ in ("until", "till"):
        return True
    verb = child.head
    if not any(c.lower_ == "did" for c in verb.children if c.dep_ in AUXILIARIES):
        return False
    inside = [verb, *(c for c in verb.children if c.dep_ in ("ccomp", "xcomp", "dobj", "prt"))]
    return any(
        word.lower_ in ("until", "till") and word.i > verb.i
        for node in inside
        for c in node.children
        for word in (c, *(c.children if c.dep_ == "advcl" else ()))
        if word.dep_ in ("prep", "mark")
    )


def _of_all(child: Token) -> bool:
    """Say whether "not" is only of "all": "All the ships did not leave at once"."""
    if child.dep_ != "neg":
        return False
    subject = next((c for c in child.head.children if c.dep_ in SUBJECTS), None)
    return subject is not None and subject.left_edge.lower_ in ("all", "every", "both")


def _of_number(child: Token) -> bool:
    """Say whether "not" is only of a number: "did not send forty tanks but thirty"."""
    if child.lower_ not in ("not", "n't"):
        return False
    after = [t for t in child.doc[child.i + 1 : child.sent.end] if not t.is_space]
    but = next((n for n, t in enumerate(after) if t.lower_ == "but"), None)
    if but is None or but + 1 >= len(after) or but > 6:
        return False
    return after[but + 1].like_num and any(t.like_num for t in after[:but])


def _just_when(adverb: Token) -> bool:
    """Say whether "hardly" tells a time: "had hardly sailed when it sank"."""
    verb = adverb.head
    return any(c.lower_ == "had" for c in verb.children) and any(
        t.lower_ in ("when", "before", "than") for t in verb.sent if t.i > verb.i
    )


def _fronted(prep: Token) -> bool:
    """Read "at no point", "under no circumstances", "in no way"."""
    words = standing_words()["negation"]
    return any(
        obj.dep_ == "pobj"
        and lemma_of(obj) in words["fronted"]
        and any(c.lower_ in words["determiners"] for c in obj.children)
        for obj in prep.children
    )


def _by_object(verb: Token, through: Token | None) -> bool:
    """Read "took no step", "gave no aid"; not "lost no time", "no fewer than six"."""
    if verb.pos_ not in VERBAL:
        return False
    words = standing_words()["negation"]
    for child in verb.children:
        if child == through:
            continue
        if child.dep_ in ("dobj", "attr", "nsubjpass") and child.i > verb.i:
            if lemma_of(child) in words["idle"] or child.lower_ in words["idle"]:
                continue
            if any(c.dep_ == "det" and c.lower_ == "no" for c in child.children):
                return not _excepted(child)
            if child.lower_ in words["pronouns"]:
                return not _excepted(child)
    return False


def _excepted(noun: Token) -> bool:
    """Say whether "no" leaves something: "no step other than a toll", "nothing but trouble"."""
    after = [t.lower_ for t in noun.doc[noun.i + 1 : noun.right_edge.i + 8]]
    return "except" in after or "other" in after or "but" in after[:2]


def almost(verb: Token) -> bool:
    """Say whether something nearly happened: "almost signed", but not "almost doubled"."""
    if verb.pos_ not in VERBAL or lemma_of(verb) in standing_words()["approximation"]["degrees"]:
        return False
    words = standing_words()["approximation"]["adverbs"]
    return any(
        child.dep_ == "advmod" and child.lower_ in words and child.i < verb.i
        for child in verb.children
    )


def own_kinds(node: Token) -> set[str]:
    """Read the modals, adverbs and adjectives at one word: possible, expected, attributed."""
    kinds: set[str] = set()
    for child in node.children:
        modal = child.tag_ == "MD" and child.dep_ in ("ROOT", "ccomp")
        if child.dep_ == "aux" or modal:
            kinds |= _of_modal(child.lower_, node)
        elif child.lower_ == "called" and child.i and child.nbor(-1).lower_ in ("-", "so"):
            kinds.add("attributed")  # "the so-called withdrawal"
        elif _set_for(child, node):
            kinds.add("expected")
        elif _describes(child, node):
            kinds |= _of_modifier(child.lower_)
    return kinds


def _of_modal(modal: str, verb: Token) -> frozenset[str]:
    """Return what a modal makes of its verb: "may sail", "will sail", "must have sailed"."""
    words = standing_words()
    if modal == "must" and perfect(verb):
        return ATTRIBUTED  # somebody's conclusion
    if modal in ("should", "ought") and perfect(verb):
        return frozenset()  # it did not: see `unmet`
    if modal in words["possible"]["modals"]:
        return POSSIBLE
    return EXPECTED if modal in words["expected"]["modals"] else frozenset()


def _of_modifier(lower: str) -> set[str]:
    """Return what an adverb or adjective makes of its word: "possibly", "alleged"."""
    words = standing_words()
    lists = {
        "possible": words["possible"]["adverbs"] | words["possible"]["adjectives"],
        "expected": words["expected"]["adjectives"],
        "attributed": words["attributed"]["adverbs"] | words["attributed"]["adjectives"],
    }
    return {kind for kind, own in lists.items() if lower in own}


def _set_for(child: Token, noun: Token) -> bool:
    """Say whether what follows a noun sets it for a time: "a report due on Monday"."""
    if noun.pos_ not in NOMINAL or child.i < noun.i:
        return False
    if child.dep_ not in ("acl", "amod", "relcl"):
        return False
    helped = any(c.dep_ in SUBJECTS | {"aux"} for c in child.children)
    return child.lower_ in standing_words()["expected"]["set_for"] and not helped


def _describes(child: Token, node: Token) -> bool:
    """Say whether a child is an adverb or adjective of a word, and not of the time: "next"."""
    if child.dep_ not in ATTRIBUTES | {"advmod"}:
        return False
    if child.dep_ == "compound" and node.pos_ not in NOMINAL:
        return False
    if child.lower_ in standing_words()["expected"]["not_before_noun"]:
        return False
    return child.i < node.i or child.dep_ == "advmod"


def unmet(verb: Token) -> bool:
    """Say whether a verb tells what was not done: "should have sailed", "could have but"."""
    if not perfect(verb):
        return False
    modals = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if modals & {"should", "ought"} or ("would" in modals and verb.dep_ == "relcl"):
        return True
    turned = any(
        c.dep_ == "cc" and c.lower_ in ("but", "yet") and c.nbor(1).lower_ != "for"
        for c in verb.children
        if c.i + 1 < len(c.doc)
    )
    return bool(modals & {"could", "would", "might"}) and turned


def unreal(noun: Token) -> bool:
    """Say whether an adjective makes a noun no happening: "a foiled raid".

    "The supposed raid was a power cut" tells that there was none.
    """
    words = standing_words()
    if noun.dep_ == "nsubj" and lemma_of(noun.head) == "be":
        named = any(c.dep_ == "attr" and c.pos_ == "NOUN" for c in noun.head.children)
        if named and any(c.lower_ in words["attributed"]["unmasking"] for c in noun.children):
            return True
    return noun.pos_ in NOMINAL and any(
        child.dep_ in ATTRIBUTES
        and child.lower_ in words["negation"]["adjectives"]
        and child.i < noun.i
        for child in noun.children
    )


def supposed(noun: Token) -> bool:
    """Say whether a noun is only supposed: "a raid would anger Oslo", but not "the raid would".

    So is what would follow or be met: "would lead to a raid", "could face a raid or a siege".
    """
    if noun.dep_ == "conj" and noun.head.pos_ == "NOUN" and not definite(noun):
        noun = noun.head
    if not any(child.lower_ in INDEFINITE for child in noun.children):
        return False
    verb = noun.head
    modals = SUPPOSING_MODALS
    if noun.dep_ == "pobj":
        verb = verb.head
    elif noun.dep_ == "nsubj":
        modals = frozenset(("would", "'d"))
    elif noun.dep_ != "dobj":
        return False
    return any(child.dep_ == "aux" and child.lower_ in modals for child in verb.children)


def definite(noun: Token, *, introducing: frozenset[str] = INDEFINITE) -> bool:
    """Say whether a determiner or an owner makes a noun one that is known: "the raid".

    Args:
        noun: The noun.
        introducing: The determiners that do not.
    """
    return any(
        child.dep_ in ("det", "poss") and child.lower_ not in introducing for child in noun.children
    )


def own_finite(verb: Token) -> bool:
    """Say whether a verb has its own tense, so that a neighbour's auxiliary is not its own."""
    if verb.tag_ in FINITE - {"MD"}:
        return True
    return any(
        child.dep_ in AUXILIARIES and child.lower_ != "to" and child.i < verb.i
        for child in verb.children
    )


def reaches(node: Token, head: Token) -> bool:
    """Say whether what stands at the governing word holds for the event too.

    "did not attack and occupy": the "not" holds for both; "did not attack and has left": it does
    not.

    Args:
        node: The word on the way outward from the event.
        head: The word that governs it.
    """
    dep, words = node.dep_, standing_words()["carrying"]
    if dep == "conj":
        return _shares(node, head)
    if dep == "dobj" or (dep == "nsubjpass" and node.pos_ == "NOUN"):
        lemma = lemma_of(head)
        return lemma in words["light"] or (lemma in words["light_if_new"] and not definite(node))
    if dep == "ccomp" and lemma_of(head) in words["causing"] and node.tag_ in ("VB", "VBG", "VBN"):
        return not any(c.dep_ == "mark" for c in node.children)
    if dep == "nsubj":
        happening = standing_words()["negation"]["happening"]
        return lemma_of(head) in happening or (lemma_of(head) == "take" and _place(head))
    if dep == "prep":
        return _carries(head, node)
    return dep in ("xcomp", "acomp", "attr", "oprd", "pobj", "acl", "pcomp", "aux")


def _shares(node: Token, head: Token) -> bool:
    """Say whether a joined word has no subject or tense of its own, and no "but" before it."""
    if any(child.dep_ in SUBJECTS for child in node.children):
        return False
    return not (node.pos_ in VERBAL and own_finite(node)) and not _contrasted(node, head)


def _carries(head: Token, prep: Token) -> bool:
    """Read "is under attack", "ready for a raid", "may resort to a blockade"."""
    if prep.lower_ in STATES and lemma_of(head) == "be":
        return True
    if head.pos_ == "ADJ" or prep.lower_ == "of":
        return True
    words = standing_words()["carrying"]
    carried = prep.lower_ in ("to", "into", "with", "against", "on", "for")
    return carried and lemma_of(head) in words["light"] | words["by_preposition"]


def _place(verb: Token) -> bool:
    return any(c.dep_ == "dobj" and c.lower_ in ("place", "effect") for c in verb.children)


def _contrasted(node: Token, head: Token) -> bool:
    """Say whether "but" joins what is so to what is not: "not the town but the port"."""
    between = [c for c in head.children if c.dep_ == "cc" and head.i < c.i < node.i]
    return any(c.lower_ in ("but", "yet") for c in between)


def copular(node: Token, head: Token) -> bool:
    """Say whether head and event are one predicate: "is no longer clear", "is going to leave".

    Args:
        node: The event's word, or the one below the head on the way to it.
        head: The word that governs it.
    """
    if node.dep_ in ("attr", "acomp"):
        return lemma_of(head) == "be"
    if node.dep_ == "pobj":
        return head.lower_ in STATES and lemma_of(head.head) == "be"
    if (
        node.dep_ in ("xcomp", "ccomp")
        and lemma_of(head) in standing_words()["carrying"]["raising"]
    ):
        return True
    if node.dep_ == "ccomp" and node.pos_ in ("ADJ", "NOUN", "ADV"):
        return True  # "would make the money worthless" is a clause without a verb
    if node.dep_ == "xcomp":
        return head.lower_ in ("possible", "impossible")
    if node.dep_ == "dobj":
        return lemma_of(head) == "have"
    return node.dep_ == "prep" and lemma_of(head) == "be" and node.lower_ in STATES


def undone(verb: Token) -> bool:
    """Say whether a verb's "not" makes its infinitive a fact: "did not hesitate to attack"."""
    words = standing_words()["negation"]
    return lemma_of(verb) in words["inverse"] | words["verbs"] and is_negated(verb)


def infinitive(verb: Token) -> bool:
    """Say whether a verb is a "to"-infinitive."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def perfect(verb: Token) -> bool:
    """Say whether a verb is perfect: "to have sunk", "would have sunk"."""
    return verb.tag_ == "VBN" and any(
        child.dep_ == "aux" and child.lower_ in ("have", "'ve") for child in verb.children
    )


def past_perfect(verb: Token) -> bool:
    """Say whether an if-clause is against the facts: "if it had been asked"."""
    return any(child.dep_ in AUXILIARIES and child.lower_ == "had" for child in verb.children)


def passive(verb: Token) -> bool:
    """Say whether a verb is passive."""
    return any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)
