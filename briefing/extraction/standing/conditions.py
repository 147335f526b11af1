"""Conditions: if-clauses, "had it …", "in case of", "without a truce it would"."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.extraction.grammar_words import SUBJECTS, SUPPOSING_MODALS, VERBAL
from briefing.extraction.standing.signs import lemma_of, past_perfect, perfect
from briefing.reference.standing import standing_words


def condition_at(
    node: Token, through: Token, token: Token, *, reaching: bool, linked: bool, own: bool
) -> Token | None:
    """Return the head of a condition that a word on the way has or is, None for none.

    Args:
        node: The word on the way.
        through: The word that the way came from.
        token: The event's own word.
        reaching: Whether what stands at the node still holds for the event.
        linked: Whether the node's clause, or one joined to it, is still the event's own.
        own: Whether only the event's own predicate is asked.
    """
    if reaching:
        for child in node.children:
            later = not (through.dep_ == "conj" and child.i < through.i)
            if child.dep_ == "advcl" and child != through and later and opens_condition(child):
                return child
        if node.pos_ in VERBAL:
            found = hanging(node)
            if found is not None and found != through and not found.is_ancestor(token):
                return found
    is_clause = node.dep_ in ("advcl", "relcl", "ROOT", "ccomp", "dep", "pcomp", "parataxis")
    asked = is_clause and linked and (not own or past_perfect(node))
    if asked and (_is_condition(node) or inverted(node)):
        return node
    if not own and _of_case(node):
        return node
    return None


def counterfactual(node: Token, condition: Token) -> bool:
    """Say whether a condition was not met, so that what hangs on it did not come.

    "Had it been paid, it would have sailed": it was not paid and did not sail.

    Args:
        node: The word that has or is the condition.
        condition: The head of the condition.
    """
    if node == condition:
        return past_perfect(node) and (inverted(node) or _is_condition(node))
    would = any(c.dep_ == "aux" and c.lower_ in SUPPOSING_MODALS for c in node.children)
    return would and perfect(node)


def _is_condition(clause: Token) -> bool:
    return any(child.dep_ in ("mark", "advmod") and _opens(child) for child in clause.children)


def opens_condition(clause: Token) -> bool:
    """Say whether a clause is what another one hangs on; "even if it rains" only concedes."""
    return any(
        _opens(child) and not _concedes(child) and child.lower_ != "lest"
        for child in clause.children
        if child.dep_ in ("mark", "advmod")
    )


def _opens(mark: Token) -> bool:
    return mark.lower_ in standing_words()["conditional"]["marks"] and (
        mark.dep_ == "mark" or mark.lower_ in ("if", "unless", "whenever")
    )


def _concedes(mark: Token) -> bool:
    words = standing_words()["conditional"]["conceding"]
    return mark.i > 0 and mark.nbor(-1).lower_ in words


def hanging(verb: Token) -> Token | None:
    """Return what a clause hangs on when it is no if-clause, None for nothing.

    "in case of a raid", "on condition that it holds", "provided that it holds", "as long as it
    holds", "had it held", "without a truce, it would".
    """
    supposing = any(
        child.dep_ == "aux" and child.lower_ in SUPPOSING_MODALS for child in verb.children
    )
    ahead = supposing or any(child.lower_ in ("will", "shall") for child in verb.children)
    past = verb.tag_ in ("VBD", "VBN") and not ahead
    for child in verb.children:
        if _conditional(child) and not past:
            return child
        if ahead and child.dep_ == "prep" and child.lower_ in ("without", "absent"):
            return child
        if supposing and child.lower_ == "but" and child.nbor(1).lower_ == "for":
            return child
    return None


def _conditional(child: Token) -> bool:
    words = standing_words()["conditional"]
    if child.dep_ == "prep" and child.lower_ in ("in", "on", "under"):
        return any(
            obj.dep_ == "pobj" and lemma_of(obj) in words["nouns"] and list(obj.children)
            for obj in child.children
        )
    if child.lower_ in words["participles"]:
        return any(clause.dep_ in ("ccomp", "pobj", "advcl") for clause in child.children)
    if child.lower_ == "long":
        return any(clause.dep_ == "advcl" for clause in child.children)
    return child.dep_ in ("advcl", "ccomp", "conj", "parataxis") and inverted(child)


def inverted(clause: Token) -> bool:
    """Say whether a clause is an if-clause by its order: "should it fail", "had it failed"."""
    opening = next(
        (c for c in clause.children if c.lower_ in ("should", "had", "were") and c.i < clause.i),
        clause if clause.lower_ in ("should", "had", "were") else None,
    )
    if opening is None or clause.sent[-1].text == "?":
        return False
    subject = any(c.dep_ in SUBJECTS and c.i > opening.i for c in clause.children)
    start = opening.i == clause.sent.start or opening.nbor(-1).text in (",", ";", ":", "—", "that")
    return subject and start


def _of_case(node: Token) -> bool:
    """Read "in the event of an attack": the attack is what is supposed."""
    if node.dep_ != "pobj" or node.head.lower_ != "of":
        return False
    words = standing_words()["conditional"]["nouns"]
    noun = node.head.head
    return lemma_of(noun) in words and noun.dep_ == "pobj" and noun.head.lower_ in ("in", "on")
