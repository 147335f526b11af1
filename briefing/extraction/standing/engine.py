"""The standing of the clause or noun that a word heads: asserted, claimed, denied, open.

The words are read outward from the event, as negspacy and medspacy's ConText do with windows of
words, here along the syntax. At each word its own signs are read as long as they reach the event
(signs.py), then what the governing word makes of it (governing.py), then what stands
beside the sentence's clauses (beside.py), then what later sentences say of it (reactions.py).
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from briefing.extraction.doc import text_of
from briefing.extraction.facts import Standing
from briefing.extraction.grammar_words import SUBJECTS, VERBAL
from briefing.extraction.rules import first
from briefing.extraction.standing.beside import RULES as BESIDE
from briefing.extraction.standing.beside import Place
from briefing.extraction.standing.conditions import condition_at, counterfactual
from briefing.extraction.standing.effects import Effect, Reading, Step
from briefing.extraction.standing.governing import RULES as GOVERNING
from briefing.extraction.standing.reactions import reacted
from briefing.extraction.standing.signs import (
    copular,
    infinitive,
    lemma_of,
    may,
    negated,
    negates,
    own_finite,
    own_kinds,
    passive,
    reaches,
    unmet,
    unreal,
)
from briefing.reference.standing import standing_words

PRIORITY = ("denied", "negated", "conditional", "possible", "expected", "attributed")
"""When several hold, the first one here is the standing; the fields keep the rest."""

LONGEST = 14
"""Steps outward; sentences of news seldom nest deeper."""


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
    reading = Reading()
    vouched = _outward(token, reading, own=own)
    for rule in BESIDE:
        effect = rule(Place(token, told_at or token, own, vouched))
        if effect is not None:
            reading.take(effect)
    if not own:
        for effect in reacted(token, reading):
            reading.take(effect)
    return _settled(reading, ignore)


def _outward(token: Token, reading: Reading, *, own: bool) -> bool:
    """Read from word to governing word; say whether the article vouches for the event's clause."""
    way = _Way(token, token)
    for _ in range(LONGEST):
        _at(way, token, reading, own=own)
        node = way.node
        head = _governor(node)
        if head == node:
            break
        if own and not copular(node, head):
            way.reaching = False
        if _belongs_above(node, head):
            way.reaching = way.linked = False
            if head.head == head:
                break
            way.through, way.node = head, head.head
            continue
        step = Step(node, head, token, way.reaching, own, open=bool(reading.kinds))
        beyond = way.vouched or (own and not way.reaching)
        effect = None if beyond else first(GOVERNING, step)
        within = _taken(effect, way, reading, within=reaches(node, head))
        way.reaching = way.reaching and within
        way.linked = way.linked and (within or node.dep_ == "conj")
        way.relative = way.relative or (node.dep_ == "relcl" and effect is None)
        way.through, way.node = node, head
    return way.vouched


def _taken(effect: Effect | None, way: _Way, reading: Reading, *, within: bool) -> bool:
    """Take what a governing word says; say whether what stands at it holds for the event.

    Args:
        effect: What it says, if anything.
        way: How far the way has come.
        reading: What has been read.
        within: Whether it holds by the grammar alone.
    """
    if effect is None:
        way.aside = way.aside or not (within or way.node.dep_ == "conj")
        return within
    if not way.aside:
        reading.take(effect)
        way.vouched = effect.vouched
    elif effect.claimed and way.node.pos_ in VERBAL and not way.relative:
        reading.claim(effect.holders)
    if effect.reaches is not None:
        return effect.reaches
    way.aside = way.aside or not within
    return within


def _governor(node: Token) -> Token:
    """Return the word that governs another, past a participle that was taken for the main verb.

    "The talks planned for June were called off": not "planned".
    """
    head = node.head
    if node.dep_ not in SUBJECTS or head.tag_ not in ("VBD", "VBN") or passive(head):
        return head
    if any(c.dep_ in ("dobj", "cc", "aux", "ccomp", "xcomp") for c in head.children):
        return head
    later = (c for c in head.children if c.dep_ in ("conj", "ccomp", "dep") and passive(c))
    return next(later, head)


@dataclass(slots=True)
class _Way:
    """How far the way outward has come.

    Attributes:
        node: The word that it is at.
        through: The word that it came from.
        reaching: Whether what stands at the node still holds for the event.
        linked: Whether the node's clause, or one joined to it, is still the event's own.
        aside: Whether the event stands in something that is taken for known: "the raid", "who …".
        relative: Whether a relative clause has been left.
        vouched: Whether the article itself vouches for it.
    """

    node: Token
    through: Token
    reaching: bool = True
    linked: bool = True
    aside: bool = False
    relative: bool = False
    vouched: bool = False


def _belongs_above(node: Token, head: Token) -> bool:
    """Say whether the parser joined a finite verb to a complement: "declared it unfit and left"."""
    if node.dep_ != "conj" or not own_finite(node) or head.dep_ not in ("ccomp", "xcomp", "pcomp"):
        return False
    if head.pos_ in VERBAL and (own_finite(head) or head.tag_ == node.tag_):
        return False
    return not infinitive(head) or node.tag_ in ("VBD", "VBZ")


def _at(way: _Way, token: Token, reading: Reading, *, own: bool) -> None:
    """Read what stands at one word on the way."""
    node, through = way.node, way.through
    if way.reaching:
        mended = node != token and _mended(node, through)
        unmet_here = unmet(node) and not own
        if (negated(node, through) and not mended) or unreal(node) or unmet_here:
            reading.negated = not reading.negated
        elif node.dep_ == "conj" and _after_nor(node):
            reading.negated = True
        if not unmet_here:
            reading.kinds |= own_kinds(node)
            reading.may = reading.may or may(node)
    if way.linked and not own and _whether(node):
        reading.kinds.add("possible")
    found = condition_at(node, through, token, reaching=way.reaching, linked=way.linked, own=own)
    if found is None:
        return
    if not own and counterfactual(node, found):
        reading.negated = not reading.negated
        reading.kinds.discard("possible")
        reading.may = False
    else:
        reading.kinds.add("conditional")
    reading.condition = reading.condition or found


def _whether(node: Token) -> bool:
    """Say whether "whether" opens a clause."""
    return any(c.lower_ == "whether" and c.dep_ in ("mark", "advmod") for c in node.children)


def _mended(verb: Token, through: Token) -> bool:
    """Say whether a verb's own "not" was read with what it governs: "did not fail to sink"."""
    words = standing_words()["negation"]
    return lemma_of(verb) in words["inverse"] and through.dep_ in ("xcomp", "ccomp")


def _after_nor(node: Token) -> bool:
    between = (child for child in node.head.children if child.dep_ == "cc")
    return any(child.lower_ == "nor" and child.i < node.i for child in between) and not any(
        negates(child) or child.dep_ == "mark" for child in node.children
    )


def _settled(reading: Reading, ignore: frozenset[str]) -> Standing:
    kinds = set(reading.kinds)
    if reading.negated:
        kinds.add("negated")
        if ("conditional" in kinds) or ("possible" in kinds and reading.may):
            kinds.discard("negated")  # "may not sail", "will not sail unless it is paid"
    if reading.claimed:
        kinds.add("attributed")
    name = next((kind for kind in PRIORITY if kind in kinds - ignore), "asserted")
    holder, deniers = reading.holder, list(dict.fromkeys(reading.deniers))
    if name == "denied" and not deniers and holder is not None:
        deniers = [holder]  # "reports that it sank are false, the minister said"
    if name == "denied" and holder in deniers:
        holder = None
    elif name == "denied" and reading.claimed and holder and deniers:
        name = "disputed"
    if name == "asserted":
        holder = None
    condition = reading.condition
    return Standing(
        name,
        holder,
        "; ".join(deniers) or None,
        None if condition is None else condition_words(condition),
    )


def condition_words(clause: Token) -> str:
    """Return the words of a condition as the article has them."""
    inside = [t for t in clause.subtree if not t.is_space]
    return text_of(clause.doc[inside[0].i : inside[-1].i + 1]).strip(" ,;.")


def weaker(one: Standing, other: Standing) -> Standing:
    """Return the standing that claims less, with what either of them says beside it."""
    ranks = ("disputed", *PRIORITY, "asserted")
    first_, second = sorted((one, other), key=lambda standing: ranks.index(standing.standing))
    return Standing(
        first_.standing,
        first_.attributed_to or second.attributed_to,
        first_.denied_by or second.denied_by,
        first_.condition or second.condition,
    )


__all__ = ["PRIORITY", "standing_of", "weaker"]
