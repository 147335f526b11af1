"""Finds the lexicon's words in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from briefing.extraction.grammar_words import COMPLEMENT_CLAUSES, DONE_TO, NOMINAL, SUBJECTS, VERBAL
from briefing.reference.standing import standing_words
from briefing.reference.verbs import Entry, verbs

CLAUSES = ("xcomp", "ccomp", "clause", "acl")
ASIDE = ("in", "at", "of", "about", "under")
"""Prepositions that tell where or of what, unless an operator lists them ("engage @in")."""

POS = {"VERB": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj", "AUX": "verb"}


def entries(token: Token) -> list[tuple[Entry, list[Token]]]:
    """Return the classes that a word belongs to, with the tokens that make the trigger."""
    return list(_found(token, operators=False))


def operators(token: Token, via: str) -> dict[str, list[Token]]:
    """Return the operators that a word is, with the tokens of each.

    Args:
        token: The governing word.
        via: How it governs: a dependency, or the preposition in between. An operator with
            prepositions of its own ("call @for") governs a noun through these only.
    """
    found: dict[str, list[Token]] = {}
    for entry, tokens in _found(token, operators=True):
        clause = via in CLAUSES and entry.name == "demand"
        aside = via in ASIDE and token.pos_ in VERBAL
        if (not entry.slots and not aside) or clause or via in entry.slots:
            found.setdefault(entry.name, tokens)
    return found


def dismisses(verb: Token) -> bool:
    """Say whether a verb calls its object worthless: "called the claims baseless"."""
    words = standing_words()["denied"]
    return verb.lemma_.lower() in words["calling"] and any(
        child.dep_ in ("oprd", "ccomp", "xcomp", "prep")
        and any(word.lower_ in words["worthless"] for word in child.subtree)
        for child in verb.children
    )


def _found(token: Token, *, operators: bool) -> Iterator[tuple[Entry, list[Token]]]:
    pos = POS.get(token.pos_)
    if pos is None:
        return
    table = verbs().operators if operators else verbs().entries
    most = -1
    classes: set[str] = set()
    if pos == "verb" and token.lemma_.lower() in verbs().sport["verbs"] and _in_sport(token):
        return
    for entry in _listed(table, pos, token):
        if entry.weight < most and entry.name not in classes:
            continue
        tokens = _with_particles(token, entry)
        if tokens is not None:
            most = max(most, entry.weight)
            classes.add(entry.name)
            yield entry, ([token.doc[token.i - 2], *tokens] if _is_co(token) else tokens)


def _in_sport(verb: Token) -> bool:
    """Say whether a sentence tells of a game: "beat Mali 3-1", "shot Mali out of the cup"."""
    words = verbs().sport["words"]
    return any(t.pos_ in NOMINAL and t.lemma_.lower() in words for t in verb.sent)


def _listed(
    table: Mapping[tuple[str, str], tuple[Entry, ...]], pos: str, token: Token
) -> tuple[Entry, ...]:
    """Look a word up by its lemma, with the "co-" that the tokeniser splits off."""
    lemma = token.lemma_.lower()
    return table.get((pos, f"co{lemma}" if _is_co(token) else lemma), ())


def _is_co(token: Token) -> bool:
    """Say whether a word has a "co-" before it, which the tokeniser splits off."""
    doc = token.doc
    return token.i >= 2 and doc[token.i - 1].text == "-" and doc[token.i - 2].lower_ == "co"


def _with_particles(token: Token, entry: Entry) -> list[Token] | None:
    if entry.objects and not _has_object(token, entry.objects):
        return None
    if entry.subjects and not _has_subject(token, entry.subjects):
        return None
    if not entry.particles:
        return None if _phrasal(token) else [token]
    doc = token.doc
    found: list[Token] = []
    if token.pos_ in NOMINAL:
        start = token.i - len(entry.particles)
        if start < 0:
            return None
        before = list(doc[start : token.i])
        if [word.lower_ for word in before] != list(entry.particles):
            return None
        return [*before, token]
    for particle in entry.particles:
        match = next(
            (c for c in token.children if c.i > token.i and particle in (c.lower_, c.lemma_)),
            None,
        )
        if match is None and found:
            # "took Chad to court": the court hangs on "to"
            match = next((c for c in found[-1].children if particle in (c.lower_, c.lemma_)), None)
        if match is None and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == particle:
            match = doc[token.i + 1]
        if match is None:
            return None
        found.append(match)
    return [token, *found]


def _phrasal(verb: Token) -> bool:
    """Say whether a verb means another thing with its particle: "broke down the walls"."""
    return verb.lemma_.lower() in verbs().obliging["phrasal"] and any(
        child.dep_ == "prt" for child in verb.children
    )


def _has_subject(verb: Token, words: tuple[str, ...]) -> bool:
    """Say whether a verb's subject is one of the words: "troops arrived"."""
    clause = verb.head if verb.pos_ == "ADJ" and verb.dep_ == "acomp" else verb
    for child in clause.children:
        if child.dep_ in SUBJECTS:
            heads = [child, *(o for c in child.children if c.lower_ == "of" for o in c.children)]
            if "person" in words and child.ent_type_ == "PERSON":
                return True
            return any(head.lemma_.lower() in words for head in heads)
    above = verb.head
    words_above = verbs().operators.get(("verb", above.lemma_.lower()), ())
    if verb.dep_ == "xcomp" and any(entry.name == "do" for entry in words_above):
        return _has_subject(above, words)  # "troops began leaving"
    return verb.dep_ in ("acl", "relcl") and verb.head.lemma_.lower() in words


def bare_name(token: Token) -> bool:
    """Say whether a name is the object though parsed as what somebody is called.

    "The king called President Ann Lund on Monday."
    """
    return (
        token.dep_ == "oprd"
        and token.ent_type_ == "PERSON"
        and not any(c.dep_ in ("dobj", "nsubjpass") for c in token.head.children)
    )


def _done_to(verb: Token) -> list[Token]:
    """Return the children of a verb with what is its object elsewhere: "the grain Chad sent"."""
    found = [*verb.children, *declared(verb)]
    missing = not any(c.dep_ in DONE_TO for c in verb.children)
    if missing and verb.dep_ == "relcl" and any(c.dep_ in SUBJECTS for c in verb.children):
        found.append(verb.head)
    return found


def declared(verb: Token) -> list[Token]:
    """Return who is declared unwelcome, where "persona" is parsed as a verb of their own."""
    return [
        subject
        for clause in verb.children
        if clause.dep_ in COMPLEMENT_CLAUSES and clause.lower_ == "persona"
        for subject in clause.children
        if subject.dep_ in SUBJECTS
    ]


def _named_as(verb: Token) -> bool:
    """Say whether a verb says what its object is: "called the minister a liar"."""
    named = any(child.dep_ == "dobj" for child in verb.children)
    return named and any(
        child.dep_ in ("oprd", "acomp")
        or (child.dep_ in COMPLEMENT_CLAUSES and not any(c.lower_ == "to" for c in child.children))
        for child in verb.children
    )


def _has_object(verb: Token, objects: tuple[str, ...]) -> bool:
    """Say whether a verb's object is one of the words: "opened an embassy", "embassies opened".

    "?" stands for any object, "!to" for an infinitive ("told Chad to leave").
    """
    if objects == ("!to",):
        return any(
            child.dep_ in ("xcomp", "ccomp", "advcl")
            and any(word.lower_ == "to" and word.dep_ == "aux" for word in child.children)
            for child in verb.children
        )
    if verb.pos_ == "NOUN":
        inner = (o for c in verb.children if c.lower_ == "of" for o in c.children)
        return any(head.lemma_.lower() in objects for o in inner for head in (o, *o.conjuncts))
    if "PERSON" in objects and _named_as(verb):
        return False
    for child in _done_to(verb):
        if child.dep_ in DONE_TO or bare_name(child) or child.head != verb:
            if "PERSON" in objects and child.ent_type_ == "PERSON":
                return True
            if "people" in objects and child.ent_type_ == "NORP" and child.pos_ != "ADJ":
                return True
            heads = [child, *child.conjuncts]
            heads += [o for h in heads for c in h.children if c.lower_ == "of" for o in c.children]
            if objects == ("?",) or any(head.lemma_.lower() in objects for head in heads):
                return True
    return False
