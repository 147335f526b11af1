"""Who speaks: the noun phrase as written and the entity behind it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from briefing.extraction.coreference.nations import nation_of
from briefing.extraction.coreference.salience import is_person_noun, named_by
from briefing.extraction.doc import mention_at, mention_of, mentions_at
from briefing.extraction.facts import Mention
from briefing.reference.speakers import SpeakerNouns

_LONGEST = 18
_REACH = 16
_STOPS = {"VERB", "AUX", "ADP", "SCONJ"}
_BEFORE = {
    "det",
    "predet",
    "compound",
    "amod",
    "nmod",
    "poss",
    "nummod",
    "quantmod",
    "preconj",
    "advmod",
    "appos",
    "npadvmod",
}
_INNER = ("pobj", "compound", "poss", "nmod", "amod", "appos", "npadvmod")
_CLAUSES = ("relcl", "acl", "advcl")
_VOICES = {"PERSON", "ORG", "GPE", "NORP"}
_SEVERAL = {"many", "some", "others", "most", "several", "few", "both", "those", "dozens"}
_PRONOUNS = {"he", "she", "they", "it", "i", "we", "you", "who", "which", "that", "this"}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks.

    Attributes:
        head: Head of the noun phrase.
        start: First token of it.
        end: End of it, exclusive.
        form: One of `tables.MENTION_FORMS`.
        mentions: The mentions in it that speak: several for "both France and Spain".
    """

    head: Token
    start: int
    end: int
    form: str
    mentions: tuple[Mention, ...]


def can_speak(head: Token, nouns: SpeakerNouns) -> bool:
    """Tell whether a noun phrase is somebody, or something written, that can say something.

    "The minister welcomed the deal": yes. "The fall in prices highlights the risk": no.
    """
    if head.tag_ in ("PRP", "WP"):
        return head.lower_ not in ("it", "what", "which")
    if head.ent_type_ in _VOICES or mention_of(head) is not None:
        return True
    if head.pos_ == "PROPN" or head.like_num:
        return True
    if head.tag_ in ("WDT", "DT") and head.head.dep_ in ("relcl", "acl"):
        antecedent = head.head.head
        return antecedent.lemma_.lower() in nouns or antecedent.ent_type_ in _VOICES
    return head.lemma_.lower() in nouns or head.lower_ in _SEVERAL


def phrase_of(head: Token) -> tuple[int, int]:
    """Return the token range of a noun phrase without the clauses that hang on it."""
    doc, start = head.doc, _phrase_start(head)
    end = _phrase_end(head, start)
    while end > head.i + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    opened = [token.text for token in doc[start:end]]
    if end < len(doc) and doc[end].text == ")" and opened.count("(") > opened.count(")"):
        end += 1
    return start, end


def _phrase_start(head: Token) -> int:
    doc = head.doc
    start = min([head.i, *(it.left_edge.i for it in head.lefts if it.dep_ in _BEFORE)])
    broken = [index + 1 for index in range(start, head.i) if _breaks_off(doc[index])]
    start = max([start, *broken])
    while start < head.i and (doc[start].is_punct or doc[start].is_space):
        start += 1
    return int(start)


def _phrase_end(head: Token, start: int) -> int:
    """Return where a noun phrase ends: before a clause, or a phrase that a comma parts from it."""
    end = head.i + 1
    for child in head.rights:
        if child.dep_ in ("case", "punct"):
            continue
        between = head.doc[end : child.left_edge.i]
        parted = child.dep_ == "prep" and child.nbor(-1).text == ","
        parted = parted or any(it.text in (":", ";") for it in between)
        if parted or child.dep_ in _CLAUSES or child.right_edge.i + 1 - start > _LONGEST:
            break
        end = child.right_edge.i + 1
    return int(end)


def _breaks_off(token: Token) -> bool:
    """Tell whether a noun phrase cannot go on over a sign: "OSLO - The envoy", a new line.

    The hyphens of "Jean-Paul Moreau" and "a top-ranking official" do not part them.
    """
    if token.text == "-":
        return token.i > 0 and bool(token.nbor(-1).whitespace_ or token.whitespace_)
    return token.text in ("--", ":", ";") or (token.is_space and "\n" in token.text)


def resolve(head: Token, cue: Token | None = None) -> Speaker:
    """Find the entity behind a noun phrase.

    Args:
        head: Head of the noun phrase.
        cue: The cue, which the parser may have taken for a part of the phrase.
    """
    start, end = phrase_of(head)
    if cue is not None and start <= cue.i < head.i:
        start = cue.i + 1
    if head.dep_ == "poss":
        end = head.i + 1
    mentions = []
    for one in [head, *head.conjuncts]:
        if start <= one.i < end:
            mentions += _mentions_of(one)
    if not mentions:
        mentions = _beside(head, end) or _antecedent(head)
    form = _form(head)
    if mentions and form != "pronoun":
        form = mentions[0].form
    if not mentions and _is_relative(head):
        start, form = phrase_of(head.head.head)[0], "description"
    nation = nation_of(head) if not mentions else None
    if nation is not None:
        mentions, form = [nation], "government"
    return Speaker(head, start, end, form, tuple(dict.fromkeys(mentions)))


def _mentions_of(token: Token) -> list[Mention]:
    """Return the mentions at a token: two where "both sides" means two."""
    found = mentions_at(token)
    if found and found[0].entity_id.startswith("country:") and _is_named_after(token, found[0]):
        return []
    return found


def _is_named_after(token: Token, country: Mention) -> bool:
    """Tell whether a country only ends the name of a body: "Environment Canada"."""
    before = token.nbor(-1) if token.i else None
    if before is None or country.form != "name" or country.start != token.idx:
        return False
    named = before.dep_ == "compound" and before.tag_ == "NNP" and before.head == token
    return named and before.ent_type_ in ("", "ORG") and before.is_title


def _beside(head: Token, end: int) -> list[Mention]:
    """Return the name that stands in apposition: "its president, Jane Doe".

    Nobody in "a spokesman for the president, Jane Doe": it may be the name of either.
    """
    for one in head.subtree:
        if not (head.i < one.i < end and one.dep_ == "appos" and named_by(one) == head):
            continue
        mention = mention_at(one)
        if mention is not None:
            between = head.doc[head.i + 1 : one.left_edge.i]
            either = any(it.dep_ == "pobj" and is_person_noun(it) for it in between)
            return [] if either else [mention]
    return []


def _antecedent(head: Token) -> list[Mention]:
    """Return whom "who" means: "the envoy, Anna Berg, who said …"."""
    clause = head.head
    if head.tag_ not in ("WP", "WDT") or clause.dep_ != "relcl":
        return []
    for one in (clause.head, *(it for it in clause.head.children if it.dep_ == "appos")):
        mention = mention_at(one)
        if mention is not None:
            return [mention]
    return []


def _is_relative(head: Token) -> bool:
    """Tell whether "who" stands behind its noun, which says better who speaks."""
    relative = head.tag_ in ("WP", "WDT") and head.head.dep_ == "relcl"
    return relative and 0 < head.i - head.head.head.i <= _LONGEST


def _form(head: Token) -> str:
    if head.lower_ in _PRONOUNS or head.tag_ in ("PRP", "WP", "PRP$"):
        return "pronoun"
    return "name" if head.pos_ == "PROPN" else "description"
