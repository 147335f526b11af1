"""Who speaks: the noun phrase as written and the entity behind it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from briefing.extraction.coreference.nations import nation_of
from briefing.extraction.coreference.salience import is_person_noun, named_by
from briefing.extraction.doc import mention_of
from briefing.extraction.facts import Mention
from briefing.extraction.quotes.cues import (
    Cue,
    according_source,
    agent_of,
    is_free,
    is_passive,
    subject_of,
)
from briefing.extraction.quotes.page import Page
from briefing.reference.reporting import quoting
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


def speaker_of(page: Page, cue: Cue, nouns: SpeakerNouns) -> Token | None:
    """Return the head of who speaks with a cue."""
    verb = cue.head
    if cue.kind == "according":
        return according_source(verb)
    if cue.kind == "noun":
        return _owner(verb)
    if is_passive(verb) and "as-saying" not in cue.word.frames:
        return agent_of(verb)
    found = _of_outer_report(verb) or _cited(verb) or subject_of(verb)
    if found is not None and found.i < page.sentence_start(found.i) <= verb.i:
        found = _after_dateline(page, verb) or found
    if found is None or (page.inside[found.i] >= 0 and page.inside[verb.i] < 0):
        found = _beside_verb(page, cue)
    if found is not None and found.lemma_.lower() in nouns.documents:
        return _issuer(found) or found
    return found


def _cited(verb: Token) -> Token | None:
    """Return who is quoted: "Berg quoted Lund as saying that …" has Lund's words."""
    citing = verb.head.head
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as" or is_passive(citing):
        return None
    return next((it for it in citing.children if it.dep_ == "dobj" and it.i < verb.i), None)


def _of_outer_report(verb: Token) -> Token | None:
    """Return whose words go on in a participle that the parser hung on what is said.

    "Berg said Norway fired on the boats, calling it a mistake": Berg. Not so where what is said
    is speech of its own: "Berg said Lund had denied it, calling it a lie".
    """
    inner = verb.head
    if verb.dep_ != "advcl" or not is_free(verb) or inner.dep_ != "ccomp":
        return None
    if inner.i > verb.i or inner.head.i > inner.i:
        return None
    verbs = quoting().verbs
    outer = verbs.get(inner.head.lemma_.lower())
    if outer is None or "that" not in outer.frames or inner.lemma_.lower() in verbs:
        return None
    return subject_of(inner.head)


def _after_dateline(page: Page, verb: Token) -> Token | None:
    """Return who follows a dateline that the parser took for the subject.

    "OSLO (Wire) - The minister said": the minister.
    """
    begin = page.sentence_start(verb.i)
    for index in range(verb.i - 1, begin - 1, -1):
        token = page.doc[index]
        if _names(token) and (token.dep_ not in _INNER or token.head.i < begin):
            return token
    return None


def _issuer(document: Token) -> Token | None:
    """Return who put a document out: "the bank issued a statement saying …"."""
    verb = document.head
    if document.dep_ == "nsubj" and verb.tag_ == "VBG" and verb.dep_ == "ccomp":
        return subject_of(verb.head)
    if document.dep_ == "pobj":
        verb = verb.head
    elif document.dep_ != "dobj":
        return None
    return subject_of(verb) if verb.pos_ in ("VERB", "AUX") else None


def _beside_verb(page: Page, cue: Cue) -> Token | None:
    """Return the noun phrase next to a cue that the parser gave no subject: "…," read one."""
    verb, doc = cue.head, page.doc
    closes = verb.i > 0 and page.piece_closed_by(verb.i - 1) is not None
    if verb.tag_ not in ("VBD", "VBZ", "VBP") and not closes:
        return None
    told = range(verb.i + 1, min(verb.i + 6, len(doc)))
    for index in () if "addressee" in cue.word.frames else told:
        if page.inside[index] >= 0 or doc[index].is_punct or doc[index].pos_ in _STOPS:
            break
        if _names(doc[index]) or doc[index].pos_ == "NUM":
            return _whole(doc[index])
    for index in range(verb.i - 1, max(verb.i - _REACH, 0), -1):
        if page.inside[index] >= 0 or page.ends_sentence(index):
            break
        if page.piece_closed_by(index) is not None:
            after = next((one for one in doc[index + 1 : verb.i] if _names(one)), None)
            return _whole(after) if after is not None else None
    before = doc[verb.i - 1] if verb.i else None
    if before is not None and page.inside[before.i] < 0 and _names(before):
        return before
    return None


def _names(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN", "PRON") and token.ent_type_ not in ("DATE", "TIME")


def _whole(token: Token) -> Token:
    """Climb from the first noun of a noun phrase to its head."""
    while token.dep_ in ("compound", "nmod", "amod", "poss", "nummod") and token.head.i > token.i:
        token = token.head
    return token


def _owner(noun: Token) -> Token | None:
    """Return whose statement it is: "his claim that", "a warning by the bank that"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "of"):
            for grandchild in child.children:
                if grandchild.dep_ == "pobj":
                    return grandchild
    verb = noun.head
    if noun.dep_ in ("dobj", "attr") and verb.pos_ in ("VERB", "AUX"):
        return subject_of(verb)
    if noun.dep_ == "pobj" and verb.head.pos_ == "VERB":
        return subject_of(verb.head)
    return None


def phrase_of(head: Token) -> tuple[int, int]:
    """Return the token range of a noun phrase without the clauses that hang on it."""
    start, end = head.i, head.i + 1
    for child in head.children:
        if child.i < head.i:
            if child.dep_ in _BEFORE:
                start = min(start, child.left_edge.i)
            continue
        if child.dep_ == "prep" and child.nbor(-1).text == ",":
            break
        if child.dep_ in ("relcl", "acl", "punct", "case", "advcl"):
            if child.dep_ == "case":
                continue
            if child.dep_ != "punct":
                break
            continue
        if child.right_edge.i + 1 - start > _LONGEST:
            break
        end = child.right_edge.i + 1
    doc = head.doc
    for index in range(head.i - 1, start - 1, -1):
        if _breaks_off(doc[index]):
            start = index + 1
            break
    while end > head.i + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    opened = [token.text for token in doc[start:end]]
    if end < len(doc) and doc[end].text == ")" and opened.count("(") > opened.count(")"):
        end += 1
    while start < head.i and (doc[start].is_punct or doc[start].is_space):
        start += 1
    return start, end


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
    nation = nation_of(head) if not mentions else None
    if nation is not None:
        mentions, form = [nation], "government"
    return Speaker(head, start, end, form, tuple(dict.fromkeys(mentions)))


def _mentions_of(token: Token) -> list[Mention]:
    """Return the mentions at a token: two where "both sides" means two."""
    number = mention_of(token)
    if number is None:
        return []
    mentions: list[Mention] = token.doc._.mentions
    first = mentions[number]
    if first.entity_id.startswith("country:") and _is_named_after(token, first):
        return []
    return [
        one
        for one in mentions[number : number + 3]
        if (one.start, one.end) == (first.start, first.end)
    ]


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
        number = mention_of(one)
        if number is not None:
            between = head.doc[head.i + 1 : one.left_edge.i]
            either = any(it.dep_ == "pobj" and is_person_noun(it) for it in between)
            return [] if either else [head.doc._.mentions[number]]
    return []


def _antecedent(head: Token) -> list[Mention]:
    """Return whom "who" means: "the envoy, Anna Berg, who said …"."""
    clause = head.head
    if head.tag_ not in ("WP", "WDT") or clause.dep_ != "relcl":
        return []
    for one in (clause.head, *(it for it in clause.head.children if it.dep_ == "appos")):
        number = mention_of(one)
        if number is not None:
            return [head.doc._.mentions[number]]
    return []


def _form(head: Token) -> str:
    if head.lower_ in _PRONOUNS or head.tag_ in ("PRP", "WP", "PRP$"):
        return "pronoun"
    return "name" if head.pos_ == "PROPN" else "description"
