"""What stands beside an event's clause: "according to", a speaker, a question, a headline."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from briefing.extraction.doc import mention_of, text_of
from briefing.extraction.facts import Quote
from briefing.extraction.grammar_words import FINITE, NOMINAL, SUBJECTS, VERBAL
from briefing.extraction.rules import Rule, rule
from briefing.extraction.standing.effects import EXPECTED, POSSIBLE, Effect
from briefing.extraction.standing.holders import holders_of, names_of
from briefing.extraction.standing.signs import infinitive, lemma_of
from briefing.extraction.standing.stances import noun_stance, reporting_word
from briefing.reference.reporting import reporting
from briefing.reference.speakers import speaker_nouns
from briefing.reference.standing import standing_words


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event stands.

    Attributes:
        token: Its word.
        told_at: The word that must lie inside a quotation for the quotation's speaker to hold it.
        own: Whether only what stands at the event's own predicate is asked.
        vouched: Whether the article itself vouches for the event's clause: "revealed that".
    """

    token: Token
    told_at: Token
    own: bool
    vouched: bool = False


@rule(
    example="According to the minister, the navy attacked.",
    counter_example="The navy attacked according to plan.",
)
def according_to(place: Place) -> Effect | None:
    """What is told "according to" somebody is that one's claim."""
    for other in place.token.sent:
        if other.lower_ not in ("according", "per") or other.i == place.token.i:
            continue
        if not (_governs(other.head, place.token) or _same_clause(other, place.token)):
            continue
        for obj in _objects(other):
            if lemma_of(obj) in standing_words()["attributed"]["no_sources"]:
                continue
            return Effect(claimed=True, holders=tuple(names_of(obj)))
    return None


def _objects(word: Token) -> list[Token]:
    if word.lower_ == "per":
        aside = word.i > 0 and word.nbor(-1).text in (",", "(", "–", "—")
        return [
            c for c in word.children if c.dep_ == "pobj" and (aside or c.tag_ in ("NNP", "NNPS"))
        ]
    return [obj for child in word.children for obj in child.children if obj.dep_ == "pobj"]


def _governs(head: Token, token: Token) -> bool:
    return head.i == token.i or head.is_ancestor(token)


def _same_clause(word: Token, token: Token) -> bool:
    """Say whether "according to" opens or ends the sentence and hangs on another word of it."""
    sent = token.sent
    opening = all(t.is_space or t.is_punct for t in sent.doc[sent.start : word.i])
    return opening and word.head.is_ancestor(token)


@rule(
    example="In the minister's view, the navy attacked.",
    counter_example="In the minister's car, the navy attacked.",
)
def in_the_view_of(place: Place) -> Effect | None:
    """What is so in somebody's view or by his account is his claim."""
    views = standing_words()["attributed"]["views"]
    for noun in place.token.sent:
        if noun.lower_ not in views or noun.dep_ != "pobj" or place.own:
            continue
        prep = noun.head
        if prep.lower_ not in ("in", "to", "by", "on", "from"):
            continue
        if not _governs(prep.head, place.token) or prep.head.is_ancestor(noun) is False:
            continue
        holders = [child for child in noun.children if child.dep_ == "poss"]
        for child in noun.children:
            if child.lower_ in ("of", "by") and child.dep_ == "prep":
                holders += [obj for obj in child.children if obj.dep_ == "pobj"]
        if holders and not _between(noun, place.token):
            return Effect(claimed=True, holders=tuple(names_of(holders[0])))
    return None


def _between(noun: Token, token: Token) -> bool:
    return noun == token or noun.is_ancestor(token)


@rule(
    example="Did the navy attack the port?",
    counter_example="Why did the navy attack the port?",
)
def asked(place: Place) -> Effect | None:
    """What a question asks is open; "why" and "when" take it for a fact."""
    sent = place.token.sent
    ends = (t for t in sent.doc[place.token.i : sent.end] if t.text in (".", "!", "?"))
    end = next(ends, None)
    if end is None or end.text != "?" or place.own:
        return None
    words = _question(place.token, end)
    if not words or any(t.tag_ in ("WRB", "WP", "WP$", "WDT") for t in words[:3]):
        return None
    first_verb = next((t for t in words if t.pos_ in VERBAL), None)
    asking = first_verb is not None and words.index(first_verb) < 2
    if not asking and sent.root not in (place.token, place.token.head):
        return None
    answer = _answer(end) if asking else None
    return Effect(POSSIBLE) if answer is None else answer


def _question(token: Token, end: Token) -> list[Token]:
    """Return the words of the question that a word stands in, from its mark or colon on."""
    doc, start = token.doc, token.sent.start
    opened = [t.i + 1 for t in doc[start : token.i] if t.is_quote or t.text in (":", ";")]
    return [t for t in doc[max((start, *opened)) : end.i] if t.is_alpha]


def _answer(mark: Token) -> Effect | None:
    """Return what the words behind a question mark make of it: "No", "It did", None for nothing."""
    word = next((t for t in mark.doc[mark.i + 1 : mark.i + 6] if t.is_alpha), None)
    if word is None:
        return None
    if word.lower_ in ("no", "never", "hardly"):
        return Effect(flips=True)
    return Effect() if word.lower_ in ("yes", "indeed") or _answers(word) else None


def _answers(word: Token) -> bool:
    """Say whether a sentence is only "It did." or "They have."."""
    sent = [t for t in word.sent if not t.is_space]
    return (
        len(sent) <= 4
        and word.pos_ == "PRON"
        and any(t.lower_ in ("did", "has", "have", "is", "was", "does", "will") for t in sent)
    )


@rule(
    example="The court told Chad to pay, which it did in May.",
    counter_example="The court told Chad to pay, which it resented.",
)
def which_it_did(place: Place) -> Effect | None:
    """What was ordered or promised, "which it did", happened."""
    doc, sent = place.token.doc, place.token.sent
    for token in doc[place.token.i + 1 : sent.end]:
        if token.lower_ not in ("which", "as") or token.i + 2 >= sent.end:
            continue
        after = [t.lower_ for t in doc[token.i + 1 : token.i + 4]]
        if after[0] in ("it", "they", "he", "she", "we") and "did" in after[1:]:
            return Effect(settles=True)
    return None


@rule(
    example="Chad broke truce with Niger: African Union",
    counter_example="Chad broke its word: the truce with Niger ended.",
)
def headline_source(place: Place) -> Effect | None:
    """A headline's source behind its colon or dash, or before it, claims the rest."""
    if place.own or not _in_headline(place.token):
        return None
    sent, at = place.token.sent, place.token.i
    for mark in (t for t in sent if t.text in (":", "-", "–", "—", "--")):
        before = [t for t in sent if t.i < mark.i and not t.is_space]
        after = [t for t in sent if t.i > mark.i and not t.is_space]
        if at < mark.i and _is_source(after):
            return Effect(claimed=True, holders=(_said(after),))
        if at > mark.i and mark.text == ":" and _is_source(before):
            return Effect(claimed=True, holders=(_said(before),))
    return None


def _in_headline(token: Token) -> bool:
    """Say whether a word stands in the title, or in a sentence without a mark at its end."""
    article = token.doc._.article
    if article is not None and token.idx < article.title_end:
        return True
    return not any(t.text in (".", "!", "?") for t in token.sent)


def _said(tokens: list[Token]) -> str:
    doc = tokens[0].doc
    return text_of(doc[tokens[0].i : tokens[-1].i + 1]).strip(" .,;:")


def _is_source(tokens: list[Token]) -> bool:
    """Say whether words name who says it: a few names, or a noun that speaks."""
    if len(tokens) > 6 or any(t.pos_ in VERBAL for t in tokens):
        return False
    last = next((t for t in reversed(tokens) if t.is_alpha), None)
    if last is None:
        return False
    root = tokens[0].doc[tokens[0].i : tokens[-1].i + 1].root
    named = mention_of(root) is not None and all(
        t.pos_ in ("PROPN", "ADP", "DET", "ADJ", "PUNCT", "PART") for t in tokens
    )
    sources = standing_words()["attributed"]["sources"]
    speaks = lemma_of(last) in speaker_nouns() or last.lower_ in sources
    return (named and any(t.pos_ == "PROPN" for t in tokens)) or speaks


@rule(
    example="Chad to free two officers on Monday",
    counter_example="Chad asked to free two officers on Monday.",
)
def headline_infinitive(place: Place) -> Effect | None:
    """An infinitive in place of a headline's verb is what will be."""
    token = place.token
    if place.own or not infinitive(token) or token.tag_ != "VB":
        return None
    sent = token.sent
    verbs = [t for t in sent if t.tag_ in FINITE]
    if any(t.i < token.i or reporting_word(t) is None for t in verbs):
        return None
    named = any(c.dep_ in SUBJECTS for c in token.children) or token.head.pos_ in ("PROPN", "NOUN")
    return Effect(EXPECTED) if named else None


@rule(
    example="“The navy attacked,” said the minister.",
    counter_example="The navy attacked, and the minister spoke.",
)
def quoted(place: Place) -> Effect | None:
    """What stands in a quotation is its speaker's claim."""
    token = place.told_at
    doc = token.doc
    for quote in doc._.quotes or ():
        if not quote.start <= token.idx < quote.end or quote.act == "declines-to-comment":
            continue
        marked = any(f.verbatim and f.start <= token.idx < f.end for f in quote.fragments)
        if not marked and (place.vouched or not _is_clause(doc, quote)):
            return None
        if quote.speaker_id is not None:
            return Effect(claimed=True, holders=(quote.speaker_id,))
        if quote.speaker_start is not None:
            span = doc.char_span(quote.speaker_start, quote.speaker_end, alignment_mode="expand")
            if span is not None:
                return Effect(claimed=True, holders=tuple(names_of(span.root))[:1])
        return Effect(claimed=True)
    return None


def _is_clause(doc: Doc, quote: Quote) -> bool:
    """Say whether what is reported is a clause: not "condemned the raid that shook the town"."""
    span = doc.char_span(quote.start, quote.end, alignment_mode="expand")
    return span is not None and span.root.pos_ in VERBAL and quote.act != "condemns"


@rule(
    example="In the novel, the navy attacks the port.",
    counter_example="In the port, the navy attacks the rebels.",
)
def in_fiction(place: Place) -> Effect | None:
    """What happens in a novel, a drill or a dream did not happen."""
    token, words = place.token, standing_words()["fiction"]
    if place.own:
        return None
    if _imagine(token):
        return Effect(POSSIBLE)
    for noun in token.sent:
        if noun == token or noun.pos_ not in NOMINAL or lemma_of(noun) not in words["nouns"]:
            continue
        phrase = _phrase_over(noun, token)
        if phrase is not None:
            return None if phrase.is_ancestor(token) else Effect(flips=True)
        shown = noun.dep_ == "nsubj" and lemma_of(noun.head) in words["verbs"]
        below = noun.head.is_ancestor(token) and noun.i < token.i and not noun.is_ancestor(token)
        if shown and below:
            return Effect(flips=True)
    return None


def _imagine(token: Token) -> bool:
    """Say whether the sentence tells the reader to imagine it: "Imagine the navy attacking"."""
    root = token.sent.root
    bare = root.tag_ == "VB" and not any(c.dep_ in SUBJECTS | {"aux"} for c in root.children)
    return bare and root != token and lemma_of(root) in standing_words()["fiction"]["imagining"]


def _phrase_over(noun: Token, token: Token) -> Token | None:
    """Return the preposition of "In the novel, …" where it is of the event's clause."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "on", "during", "of"):
        return None
    above = noun.head.head
    taken = {
        lemma_of(above),
        *(lemma_of(child) for child in above.children if child.dep_ == "dobj"),
    }
    if taken & standing_words()["fiction"]["taking_part"]:
        return None
    inside, top = noun.head, noun.head.head
    while top.dep_ in ("pobj", "prep", "npadvmod") and top.head != top:
        inside, top = top, top.head
    fronted = inside.i < token.i or inside.lower_ == "in"
    within = inside.lower_ in ("in", "on", "during") and _governs(top, token)
    return inside if fronted and within else None


@rule(
    example="Chad's blockade of the port a hoax",
    counter_example="Chad's blockade of the port a success",
)
def headline_hoax(place: Place) -> Effect | None:
    """A headline without a verb that ends in "a hoax" says that it is not so."""
    sent = place.token.sent
    if place.own or any(t.pos_ in VERBAL for t in sent):
        return None
    words = [t for t in sent if t.is_alpha]
    if len(words) < 3 or words[-1] == place.token:
        return None
    return (
        Effect(flips=True) if words[-1].lower_ in standing_words()["denied"]["worthless"] else None
    )


@rule(
    example="The envoy was blunt and put it simply: the navy attacked.",
    counter_example="The envoy gave two reasons: the navy attacked.",
)
def before_colon(place: Place) -> Effect | None:
    """What stands behind a colon after a verb of saying is what its subject says."""
    sent, doc = place.token.sent, place.token.doc
    colon = next((t for t in sent if t.text == ":" and t.i < place.token.i), None)
    if colon is None or place.own:
        return None
    for verb in doc[sent.start : colon.i]:
        if verb.pos_ not in VERBAL:
            continue
        word = reporting_word(verb)
        puts = lemma_of(verb) == "put" and any(
            c.lower_ in ("it", "things", "matters") for c in verb.children
        )
        if not puts and (word is None or "quote" not in word.frames or word.stance != "claims"):
            continue
        if any(c.dep_ in ("ccomp", "dobj") and c.i < colon.i and not puts for c in verb.children):
            continue
        holders = holders_of(verb)
        if holders:
            return Effect(claimed=True, holders=holders)
    return None


def _is_claim(noun: Token) -> bool:
    """Say whether a noun is one for a claim, also where it was taken for a name: "Reports"."""
    word = reporting().nouns.get(noun.lower_.removesuffix("s"))
    return noun_stance(noun) == "claims" or (word is not None and word.stance == "claims")


@rule(
    example="In Lima, reports that Chad will attack Niger are false, a minister said.",
    counter_example="In Lima, reports that Chad will attack Niger are many, he said.",
)
def report_called_false(place: Place) -> Effect | None:
    """A report that is called false is, also where the parser ties it to a dateline."""
    if place.own:
        return None
    doc, sent, token = place.token.doc, place.token.sent, place.token
    worthless = standing_words()["denied"]["worthless"]
    for that in doc[sent.start + 1 : token.i]:
        if that.lower_ != "that" or not _is_claim(that.nbor(-1)):
            continue
        for verb in doc[token.i + 1 : sent.end - 1]:
            if verb.lower_ in ("that", "which", "who", "said") or verb.text in (";", ":"):
                break
            if lemma_of(verb) != "be" or verb.pos_ not in VERBAL:
                continue
            lost = not any(c == that.nbor(-1) for c in verb.children)
            if lost and verb.nbor().lower_ in worthless:
                return Effect(frozenset(("denied",)))
            break
    return None


RULES: tuple[Rule[[Place], Effect], ...] = (
    according_to,
    in_the_view_of,
    asked,
    which_it_did,
    headline_source,
    headline_infinitive,
    quoted,
    in_fiction,
    headline_hoax,
    report_called_false,
    before_colon,
)
"""All that apply count."""
