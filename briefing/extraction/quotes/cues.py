"""Where speech is reported: the cues, and who the grammar says is speaking."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from briefing.extraction.doc import mention_of
from briefing.extraction.lemmas.lookup import reporting_verb
from briefing.reference.reporting import Reporting, ReportingWord
from briefing.reference.speakers import SpeakerNouns, speaker_nouns

_NOMINAL = {"PROPN", "NOUN", "PRON"}
SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
_CONTROLLING = ("urge", "ask", "tell", "force", "allow", "lead", "prompt", "cause", "push", "get")
_CLIMBS = (
    "conj",
    "xcomp",
    "advcl",
    "pcomp",
    "prep",
    "dep",
    "ccomp",
    "acl",
    "parataxis",
    "acomp",
)
_SEVERAL = {"many", "some", "others", "most", "several", "few"}
_IN_THE = ["in", "the"]
_ATTRIBUTION = ReportingWord("according", "says", frozenset({"quote"}))


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that reports speech.

    Attributes:
        head: The verb, noun or "according" (of "in the words of", the noun).
        word: What the reference says of it.
        kind: "verb", "noun" or "according".
    """

    head: Token
    word: ReportingWord
    kind: str


def cues_in(tokens: Iterable[Token], words: Reporting) -> Iterator[Cue]:
    """Yield every token that can report speech, in order."""
    verbs, nouns = words.verbs, words.nouns
    for token in tokens:
        tag = token.tag_
        if tag.startswith("VB") or (token.pos_ == "VERB"):
            word = reporting_verb(token, verbs)
            if word is not None:
                yield Cue(token, word, "verb")
            elif _attributes(token):
                yield Cue(token, _ATTRIBUTION, "according")
        elif _attributes(token):
            yield Cue(token, _ATTRIBUTION, "according")
        elif tag in ("NN", "NNS"):
            word = nouns.get(token.lemma_.lower())
            if word is not None:
                yield Cue(token, word, "noun")


def _to(token: Token) -> Token | None:
    """Return the object of "according to"."""
    return _object_of(token, "to")


def _object_of(token: Token, preposition: str) -> Token | None:
    for child in token.children:
        if child.lower_ == preposition:
            for grandchild in child.children:
                if grandchild.dep_ == "pobj":
                    return grandchild
    return None


def _attributes(token: Token) -> bool:
    """Tell whether a token is that of "according to" or "in the words of"."""
    return (token.lower_ == "according" and _to(token) is not None) or _in_the_words_of(token)


def _in_the_words_of(token: Token) -> bool:
    """Tell whether a token is the noun of "in the words of the envoy, …"."""
    if token.lower_ != "words" or token.i < len(_IN_THE):
        return False
    before = [word.lower_ for word in token.doc[token.i - len(_IN_THE) : token.i]]
    return before == _IN_THE and _object_of(token, "of") is not None


def according_source(token: Token) -> Token | None:
    """Return who or what "according to" or "in the words of" names."""
    return _object_of(token, "of") if token.lower_ == "words" else _to(token)


def according_start(token: Token) -> int:
    """Return the index of the first word of an attribution: "according", or the "in" of "words"."""
    return token.i - len(_IN_THE) if token.lower_ == "words" else token.i


def own_subject(verb: Token) -> Token | None:
    """Return the verb's own subject; "many" of "many argue", too, which the parser may miss.

    Of two it is the nearer one: "The plan, Weber said on Sunday, could fail".
    """
    found = None
    for child in verb.children:
        if child.dep_ in SUBJECTS and (found is None or (child.i < verb.i and _is_parted(child))):
            found = child
    if found is not None:
        return found
    before = verb.nbor(-1) if verb.i else None
    quantity = before is not None and before.dep_ == "amod" and before.head == verb
    return before if quantity and before is not None and before.lower_ in _SEVERAL else None


def _is_parted(noun: Token) -> bool:
    """Tell whether a subject is one by itself: a person, or first after a comma or on a line."""
    if noun.tag_ == "PRP" or noun.ent_type_ == "PERSON":
        return True
    before = noun.left_edge.nbor(-1) if noun.left_edge.i else None
    return before is not None and (before.text == "," or "\n" in before.text)


def subject_of(verb: Token, *, steps: int = 5) -> Token | None:
    """Return who does what a verb says, also where the grammar leaves the subject out.

    "The minister resigned, saying that …": the minister; "She declined to say": she;
    "France and Spain met and agreed that …": France and Spain; "a letter saying": the letter.
    """
    current = verb
    for _ in range(steps):
        found = own_subject(current)
        if found is not None and found.dep_ != "csubj" and not _has_to_say(current, found):
            return found
        dep, head = current.dep_, current.head
        if dep == "acl" and is_free(current):
            above = _verb_above(head)
            if above is not None:
                current = above
                continue
        if dep == "pcomp":
            person = _doer_of(head)
            if person is not None:
                return person
        if dep == "prep" and head.dep_ == "dobj":
            current = head.head
            continue
        if dep in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN", "PRON"):
            return head
        if dep in _CLIMBS:
            if dep == "conj":
                head = _goes_with(current, head)
            if dep == "xcomp":
                person = _controller(head)
                if person is not None:
                    return person
            current = head
            continue
        break
    return _fronted(verb)


def _has_to_say(verb: Token, subject: Token) -> bool:
    """Tell whether a subject is only what somebody has to say: "Weber had this to say"."""
    return subject.lower_ in ("this", "that") and verb.tag_ == "VB" and verb.head.lemma_ == "have"


def is_free(verb: Token) -> bool:
    """Tell whether a participle stands after a comma: "told a rally, saying that …"."""
    return verb.tag_ == "VBG" and verb.i > 0 and verb.nbor(-1).text == ","


def _verb_above(noun: Token) -> Token | None:
    """Return the verb whose object, or object's object, a noun is."""
    current = noun
    for _ in range(4):
        if current.dep_ in ("dobj", "pobj", "prep", "dative", "attr") and current.head != current:
            current = current.head
            if current.pos_ == "VERB":
                return current
        else:
            return None
    return None


def _goes_with(verb: Token, head: Token) -> Token:
    """Return the verb above that a speaker's next verb goes with, else the one it is joined to.

    "Analysts fear that the bank has waited and warn …": "warn" goes with "fear", not "waited".
    "The bank denies claims that Peru paid and has called them absurd": "called" with "denies".
    """
    above = head.head
    if head.dep_ in ("acl", "relcl") and finite_tag(head) == "VBD" and above.head.pos_ == "VERB":
        return above.head if finite_tag(above.head) == finite_tag(verb) != "VBD" else head
    if head.dep_ != "ccomp" or head.tag_ == verb.tag_ or not _is_alike(above, verb):
        return head
    while above.dep_ == "ccomp" and _is_alike(above.head, verb):
        above = above.head
    return above


def _is_alike(verb: Token, other: Token) -> bool:
    return verb.tag_ == other.tag_ or finite_tag(verb) == finite_tag(other)


def _fronted(verb: Token) -> Token | None:
    """Return the noun phrase that opens the sentence, where the parser lost it as a subject.

    "Lee, in written answers to the agency, declared that …": Lee.
    """
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i == 0 or verb.nbor(-1).text != ",":
        return None
    doc = verb.doc
    start = verb.sent.start
    while start < verb.i and (doc[start].is_space or doc[start].is_punct):
        start += 1
    for index in range(start, min(start + 8, verb.i)):
        token = doc[index]
        if token.text == ",":
            head = doc[index - 1] if index > start else None
            if head is None or not (head.pos_ in _NOMINAL or mention_of(head) is not None):
                return None
            return head
        if token.pos_ in ("VERB", "AUX", "ADP", "SCONJ"):
            return None
    return None


def _controller(head: Token) -> Token | None:
    """Return the object that acts in an infinitive: "urged them to say", "led some to say"."""
    if own_subject(head) is not None and head.lemma_ in _CONTROLLING:
        for child in head.children:
            if child.dep_ == "dobj":
                return child
    return None


def finite_tag(verb: Token) -> str:
    """Return the tag of the part of a verb that shows its tense: the "has" of "has called"."""
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass") and child.tag_ in ("VBZ", "VBP", "VBD", "MD"):
            return str(child.tag_)
    return str(verb.tag_)


def _doer_of(preposition: Token) -> Token | None:
    """Return whose deed stands behind a preposition: "criticised India for refusing to …": India.

    It is the object before it, where that is a person, a body or a country.
    """
    if preposition.lower_ not in ("for", "of", "from", "into"):
        return None
    above = preposition.head
    nouns = speaker_nouns()
    objects = [it for it in above.rights if it.dep_ == "dobj" and it.i < preposition.i]
    for one in [above] if above.dep_ == "dobj" else objects:
        named = one.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or one.tag_ == "PRP"
        if named or one.lemma_.lower() in nouns.people | nouns.groups:
            return one
    return None


def is_passive(verb: Token) -> bool:
    """Tell whether the verb is passive: "was told"."""
    return any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)


def agent_of(verb: Token) -> Token | None:
    """Return who acts in a passive: "was warned by the minister"."""
    for child in verb.children:
        if child.dep_ == "agent":
            for grandchild in child.children:
                if grandchild.dep_ == "pobj":
                    return grandchild
    return None


def asks_for_anonymity(cue: Cue, nouns: SpeakerNouns) -> bool:
    """Tell whether somebody only asks not to be named: "an official who asked not to be named"."""
    return cue.kind == "verb" and any(
        child.dep_ in ("xcomp", "ccomp")
        and child.lemma_.lower() in nouns.anonymity
        and is_passive(child)
        for child in cue.head.children
    )
