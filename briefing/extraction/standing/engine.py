"""The standing of the clause or noun that a word heads.

The words are read outward from the event, as negspacy and medspacy's ConText do with windows of
words, here along the syntax: each governing word can negate, deny, condition or attribute.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from briefing.extraction.doc import mention_of, text_of
from briefing.extraction.facts import Standing
from briefing.extraction.standing.signs import (
    SUBJECTS,
    VERBAL,
    adjective,
    conditions,
    copular,
    dismissed,
    lemma_of,
    negates,
    past_perfect,
    reaches,
    supposed,
    supposed_by,
    told_of,
    undoes,
    undone,
)
from briefing.reference.standing import standing_words

PRIORITY = ("denied", "negated", "conditional", "possible", "expected", "attributed")
"""When several hold, the first one here is the standing; the fields keep the rest."""


@dataclass(slots=True)
class _Signs:
    token: Token
    own: bool = False
    kinds: set[str] = field(default_factory=set)
    attributed_to: str | None = None
    denied_by: list[str] = field(default_factory=list)
    condition: str | None = None


def standing_of(
    token: Token,
    *,
    own: bool = False,
    ignore: frozenset[str] = frozenset(),
    told_at: Token | None = None,
) -> Standing:
    """Return the standing of the clause or noun that `token` heads.

    Args:
        token: The verb or noun of the event, such as the root of a given span.
        own: Only what stands at the word itself, as TimeML's MODALITY and POLARITY are annotated:
            "may decide to leave" makes the deciding possible; the leaving is left as it is.
        ignore: Standings not to consider, where the caller has taken them into account.
        told_at: The word that must lie inside a quotation for it to be the speaker's claim; the
            event's own by default.

    "Oslo may send ships" is possible, "Oslo did not send ships" negated, "Oslo denied sending
    ships" denied by Oslo, "Oslo said Bergen sent ships" attributed to Oslo, "Oslo will send ships
    if asked" conditional.
    """
    signs = _Signs(token, own)
    node, through = token, token
    steps = 0
    direct = True
    while steps < 12:
        _own_words(node, through, signs, direct=direct)
        head = node.head
        if head == node:
            break
        if own and direct and not copular(node, head):
            direct = False
        direct = _governed(node, head, signs, direct=direct)
        through, node = node, head
        steps += 1
    _sentence(token, signs)
    _quoted(token if told_at is None else told_at, signs)
    for kind in PRIORITY:
        if kind in signs.kinds - ignore:
            name = kind
            break
    else:
        name = "asserted"
    if name == "denied" and signs.attributed_to in signs.denied_by:
        signs.attributed_to = None
    elif name == "denied" and signs.attributed_to:
        name = "disputed"
    return Standing(
        name,
        signs.attributed_to,
        "; ".join(dict.fromkeys(signs.denied_by)) or None,
        signs.condition,
    )


def weaker(one: Standing, other: Standing) -> Standing:
    """Return the standing that claims less, with what either of them says beside it."""
    ranks = ("disputed", *PRIORITY, "asserted")
    first, second = sorted((one, other), key=lambda standing: ranks.index(standing.standing))
    return Standing(
        first.standing,
        first.attributed_to or second.attributed_to,
        first.denied_by or second.denied_by,
        first.condition or second.condition,
    )


def _own_words(node: Token, through: Token, signs: _Signs, *, direct: bool) -> None:
    """Read negation, auxiliaries, adverbs and determiners that stand at one word."""
    words = standing_words()
    if node.dep_ == "conj" and direct:
        between = (child for child in node.head.children if child.dep_ == "cc")
        if any(child.lower_ == "nor" and child.i < node.i for child in between):
            signs.kinds.add("negated")
    for child in node.children:
        lower = child.lower_
        earlier = through.dep_ == "conj" and child.i < through.i
        if child.dep_ == "advcl" and child != through and not earlier:
            _condition(child, signs, direct=direct)
        if not direct:
            continue
        if negates(child) and (node == signs.token or not undone(node)):
            signs.kinds.add("negated")
        if lower == "whether" and child.dep_ in ("mark", "advmod") and not signs.own:
            signs.kinds.add("possible")
        if child.dep_ == "aux":
            if lower in words["possible"]["modals"]:
                signs.kinds.add("possible")
            elif lower in words["expected"]["modals"]:
                signs.kinds.add("expected")
        elif child.dep_ in ("advmod", "amod"):
            for kind, lists in (
                ("possible", ("adverbs", "adjectives")),
                ("expected", ("adjectives",)),
                ("attributed", ("adverbs", "adjectives")),
            ):
                if any(lower in words[kind][name] for name in lists):
                    signs.kinds.add(kind)
    if direct and node.pos_ in VERBAL:
        found = conditions(node)
        if found is not None and found != through and not found.is_ancestor(signs.token):
            signs.kinds.add("conditional")
            signs.condition = signs.condition or _words(found)
        _viewed(node, signs)
    if node.dep_ in ("advcl", "relcl", "ROOT") and (not signs.own or past_perfect(node)):
        for child in node.children:
            if _opens_condition(child):
                signs.kinds.add("conditional")
                signs.condition = signs.condition or _words(node)


def _viewed(verb: Token, signs: _Signs) -> None:
    """Read "in the minister's view"."""
    for prep in verb.children:
        if prep.dep_ == "prep" and prep.lower_ in ("in", "to"):
            for noun in prep.children:
                if noun.lower_ in standing_words()["attributed"]["views"]:
                    holders = [child for child in noun.children if child.dep_ == "poss"]
                    if holders:
                        signs.kinds.add("attributed")
                        who = next(iter(_names(holders[0])))
                        signs.attributed_to = signs.attributed_to or who


def _condition(clause: Token, signs: _Signs, *, direct: bool) -> None:
    """Take an if-clause that hangs on the event's own clause: "will leave unless …"."""
    if direct and any(_opens_condition(child) for child in clause.children):
        signs.kinds.add("conditional")
        signs.condition = signs.condition or _words(clause)


def _opens_condition(mark: Token) -> bool:
    """Say whether a word opens an if-clause; "even if it rains" only concedes."""
    words = standing_words()["conditional"]
    if mark.dep_ != "mark" or mark.lower_ not in words["marks"]:
        return False
    return mark.i == 0 or mark.nbor(-1).lower_ not in words["conceding"]


def _governed(node: Token, head: Token, signs: _Signs, *, direct: bool) -> bool:
    """Read the governing word; say whether its own negation and modals still reach the event."""
    words = standing_words()
    lemma, dep = lemma_of(head), node.dep_
    if dismissed(node, head):
        signs.kinds.add("denied")
        signs.denied_by += _who(head)
        return False
    if head.pos_ in VERBAL and dep in (
        "ccomp",
        "xcomp",
        "dobj",
        "prep",
        "pcomp",
        "oprd",
        "nsubjpass",
    ):
        if lemma in words["denied"]["verbs"] and dep != "nsubjpass":
            signs.kinds.add("denied")
            signs.denied_by += _who(head)
            return False
        if lemma in words["conditional"]["verbs"] and dep == "dobj":
            _linked(head, signs)
        if direct and undoes(node, head, own=signs.own):
            signs.kinds.add("negated")
        if dep in ("ccomp", "xcomp") and direct:
            signs.kinds |= supposed_by(node, head, own=signs.own)
        elif direct and dep in ("dobj", "nsubjpass") and lemma in words["expected"]["arranging"]:
            signs.kinds.add("expected")
        elif direct and node.lower_ == "for" and lemma in words["possible"]["seeking"]:
            signs.kinds.add("possible")
        if dep == "xcomp" and lemma in words["attributed"]["verbs"] and told_of(head):
            _attribute(head, signs)
            return False
        if dep == "ccomp" and lemma in words["attributed"]["verbs"]:
            _attribute(head, signs)
            return False
        if dep == "prep" and lemma in words["attributed"]["accusing"]:
            _attribute(head, signs)
            return False
    of_object = dep == "prep" and head.dep_ == "dobj" and node.lower_ == "of"
    if of_object and head.head.lemma_.lower() in words["attributed"]["accusing"]:
        # "accused Chad of arming rebels": the parser may hang "of" on Chad.
        _attribute(head.head, signs)
        return False
    if head.pos_ == "ADJ" and dep in ("xcomp", "ccomp", "prep") and direct:
        if lemma in words["possible"]["adjectives"]:
            signs.kinds.add("possible")
        elif lemma in words["expected"]["adjectives"]:
            signs.kinds.add("expected")
    if head.pos_ == "NOUN" and dep in ("acl", "prep", "advcl") and direct:
        for kind in ("denied", "negated", "possible", "expected", "attributed"):
            if lemma in words[kind]["nouns"]:
                signs.kinds.add(kind)
                break
    if node == signs.token and supposed(node):
        signs.kinds.add("possible")
    if dep == "pobj" and head.lower_ in words["negated"]["prepositions"]:
        signs.kinds.add("negated")
    if dep == "pcomp" and head.lower_ in words["negated"]["prepositions"]:
        signs.kinds.add("negated")
    if dep == "prep" and head.lower_ == "short" and node.lower_ == "of":
        signs.kinds.add("negated")
    if lemma in words["conditional"]["verbs"] and dep in (*SUBJECTS, "csubj") and direct:
        _linked(head, signs)
    if dep in SUBJECTS and direct and adjective(head, "conditional"):
        _linked(head, signs)
    return direct and reaches(node, head)


def _linked(verb: Token, signs: _Signs) -> None:
    """Read "linked the sale to …" and "the sale depends on …".

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
        if prep.is_ancestor(signs.token):
            continue
        for obj in prep.children:
            if obj.dep_ in ("pobj", "pcomp", "ccomp"):
                signs.kinds.add("conditional")
                signs.condition = signs.condition or _words(obj)


def _attribute(verb: Token, signs: _Signs) -> None:
    """Note who says it; an "I" inside a quotation is left to the quotation's speaker."""
    signs.kinds.add("attributed")
    if signs.attributed_to is None:
        who = [name for name in _who(verb) if name.lower() not in ("i", "we")]
        signs.attributed_to = who[0] if who else None


def _who(verb: Token) -> list[str]:
    """Return who a verb's subjects are: entity ids, or the words."""
    node = verb
    for _ in range(4):
        own = [child for child in node.children if child.dep_ in ("nsubj", "agent")]
        if own:
            return [name for subject in own for name in _names(subject)]
        if node.dep_ not in ("conj", "xcomp", "advcl"):
            return []
        node = node.head
    return []


def _names(token: Token) -> Iterable[str]:
    if token.dep_ == "agent":
        for child in token.children:
            yield from _names(child)
        return
    number = mention_of(token)
    yield token.doc._.mentions[number].entity_id if number is not None else _words(token)
    for child in token.children:
        if child.dep_ == "conj":
            yield from _names(child)


def _words(token: Token) -> str:
    inside = [t for t in token.subtree if not t.is_space]
    span: Span = token.doc[inside[0].i : inside[-1].i + 1]
    return text_of(span).strip(" ,;.")


def _sentence(token: Token, signs: _Signs) -> None:
    """Read "according to …" and a speaker behind the clause: "…, the ministry said"."""
    for other in token.sent:
        if other.lower_ == "according" and other.i != token.i and _governs(other.head, token):
            signs.kinds.add("attributed")
            for child in other.children:
                for obj in child.children:
                    if signs.attributed_to is None and obj.dep_ == "pobj":
                        signs.attributed_to = next(iter(_names(obj)))


def _governs(head: Token, token: Token) -> bool:
    return head.i == token.i or head.is_ancestor(token)


def _quoted(token: Token, signs: _Signs) -> None:
    """Take the speaker of the quotation that the event stands in."""
    for quote in token.doc._.quotes or ():
        if quote.start <= token.idx < quote.end:
            signs.kinds.add("attributed")
            signs.attributed_to = signs.attributed_to or quote.speaker_id
            if signs.attributed_to is None and quote.speaker_start is not None:
                span = token.doc.char_span(
                    quote.speaker_start, quote.speaker_end, alignment_mode="expand"
                )
                signs.attributed_to = text_of(span) if span is not None else None
            return
