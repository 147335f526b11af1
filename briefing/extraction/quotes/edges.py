"""Where reported words end: what the parser broke off goes on, what others add is cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from briefing.extraction.quotes.cues import SUBJECTS, Cue, finite_tag, own_subject
from briefing.extraction.quotes.page import Page
from briefing.extraction.quotes.spans import (
    BREAKS,
    DASHES,
    FINITE,
    Range,
    has_finite_verb,
    right_of,
    starts_report,
)
from briefing.extraction.rules import Rule, first, rule
from briefing.reference.reporting import Reporting

_DANGLING = ("IN", "CC", "DT", "PRP$", "MD")
_CONTRASTING = ("while", "whereas", "compared")
_GOES_ON = {"and", "but", "or", "because", "if", "when", "while", "although", "unless", "until"}
_SIGNS = {",", *DASHES}
_PLURAL = ("he", "she", "they")


@dataclass(frozen=True, slots=True)
class Edge:
    """The end of reported words.

    Attributes:
        page: The page.
        cue: Their cue.
        start: Their first token.
        end: Their end, as far as the rules have brought it.
        words: The cues.
    """

    page: Page
    cue: Cue
    start: int
    end: int
    words: Reporting

    @property
    def behind_verb(self) -> bool:
        """They stand behind a verb of saying."""
        return self.cue.kind == "verb" and self.start >= self.cue.head.i

    @property
    def rest(self) -> int:
        """The end of the sentence."""
        return self.page.stop_after(self.end)


@dataclass(frozen=True, slots=True)
class Joint:
    """A comma, a dash or a closing mark inside reported words, and what follows it.

    Attributes:
        edge: The end of the words.
        index: The sign.
        quoted: It closes marked words.
    """

    edge: Edge
    index: int
    quoted: bool

    @property
    def first(self) -> Token:
        """The word behind the sign."""
        return self.edge.page.doc[self.index + 1]

    @property
    def second(self) -> Token:
        """The word after that."""
        return self.edge.page.doc[self.index + 2]


@rule(
    example="The minister told the Post in a note, “I do not want the help of the bank [my "
    "emphasis], as it is weak.”",
    counter_example="The minister says the bank will try to sell its ports in the U.S. It has none "
    "elsewhere.",
)
def whole_sentence(edge: Edge) -> int | None:
    """Words go on to the end of their sentence where the parser ended it too early."""
    page, end = edge.page, edge.end
    if edge.cue.kind == "noun" or edge.start < edge.cue.head.i or end >= len(page.doc):
        return None
    while end < len(page.doc) and page.doc[end].is_quote:
        end += 1
    if end >= len(page.doc) or not page.doc[end].is_sent_start:
        return None
    if any(page.ends_sentence(index) for index in range(edge.end - 1, end)):
        return None
    if page.doc[edge.end - 1].text.endswith(".") and page.doc[end].is_title:
        return None
    if page.paragraph_at(page.offsets[end]) != page.paragraph_at(page.offsets[edge.start]):
        return None
    return page.stop_after(end)


@rule(
    example="The court said on Monday that the opinion does not represent a legal decision, but a "
    "political declaration, and that it would not bind the state.",
    counter_example="The court said on Monday that the opinion is a legal decision, but that it "
    "would not bind the state.",
)
def other_half(edge: Edge) -> int | None:
    """What is said instead goes with what is denied: "no decision, but a declaration"."""
    doc, end = edge.page.doc, edge.end
    if not edge.behind_verb or end + 2 >= len(doc) or doc[end].text != ",":
        return None
    negated = any(it.dep_ == "neg" or it.lower_ in ("no", "not") for it in doc[edge.start : end])
    if not negated or doc[end + 1].lower_ not in ("but", "rather"):
        return None
    half = end + 2
    while half < edge.rest and doc[half].text not in BREAKS:
        half += 1
    return half if not has_finite_verb(edge.page, (end + 2, half)) else None


@rule(
    example="The minister said that he was “tired of it,” but that he would stay.",
    counter_example="The minister said that he was “tired of it,” but he would stay.",
)
def second_that(edge: Edge) -> int | None:
    """A second clause with "that" is said, too."""
    doc, position = edge.page.doc, edge.end
    while position < len(doc) and doc[position].text == ",":
        position += 1
    joined = position + 1 < len(doc) and doc[position].dep_ == "cc"
    that = joined and doc[position + 1].lower_ == "that" and doc[position + 1].tag_ == "IN"
    return edge.rest if that else None


@rule(
    example="The minister said the talks were over, and the town has to act.",
    counter_example="The minister said the talks were over, and the town had to act.",
)
def clause_in_present(edge: Edge) -> int | None:
    """A clause behind a comma is said where it holds now: the tale itself is in the past."""
    doc, end = edge.page.doc, edge.end
    if edge.cue.head.tag_ != "VBD" or end + 2 >= len(doc) or doc[end].text != ",":
        return None
    named = False
    for token in doc[end + 2 : end + 10] if doc[end + 1].lower_ in ("and", "but") else ():
        if edge.page.inside[token.i] >= 0 or token.is_punct:
            return None
        named = named or token.dep_ in SUBJECTS
        if token.tag_ in FINITE:
            return edge.rest if named and token.tag_ != "VBD" else None
    return None


@rule(
    example="The minister noted that the town is the only one to win a prize: it also won in May.",
    counter_example="The minister noted that the town is the only one to win. It also won in May.",
)
def explanation(edge: Edge) -> int | None:
    """What a colon explains is said, too."""
    page, end = edge.page, edge.end
    if page.doc[end].text != ":" or page.inside[end] >= 0 or page.doc[end + 1].is_space:
        return None
    plain = page.inside[end + 1] < 0 and not page.doc[end + 1].is_quote
    return edge.rest if plain else None


@rule(
    example="The minister said the plan was “careless,” but it broke no law.",
    counter_example="The minister said the plan was “careless” and left.",
)
def clause_joined(edge: Edge) -> int | None:
    """A clause that "and" or "because" joins is said, unless it is a deed or another report."""
    page, end = edge.page, edge.end
    if page.doc[end].lower_ not in _GOES_ON:
        return None
    if page.ends_sentence(end - 1) or starts_report(page, end, edge.words):
        return None
    return None if _is_next_deed(page.doc[end + 1], edge) else edge.rest


@rule(
    example="The minister proposed a tax of ten percent to help the ports.",
    counter_example="Those who said they agreed voted for it.",
)
def broken_off(edge: Edge) -> int | None:
    """Words go on where the parser broke them off: before their own verb, after a small word."""
    page, end = edge.page, edge.end
    if not edge.behind_verb or end >= len(page.doc):
        return None
    last, following = page.doc[end - 1], page.doc[end]
    if page.ends_sentence(end - 1) or page.inside[end - 1] >= 0 or page.inside[end] >= 0:
        return None
    head = edge.cue.head
    if following.is_punct or following.is_space or following.is_ancestor(head):
        return None
    inner = head.dep_ in ("acl", "relcl") or (head.tag_ == "VBG" and own_subject(head))
    if last.tag_ in _DANGLING or (following.tag_ in FINITE and not inner):
        return edge.rest
    if following.tag_ == "TO" and following.head.head == head:
        return right_of(page, following.head)
    return None


@rule(
    example="The envoy told me I “shouldn’t sign that paper” but I will, Ms Olga Brandt said.",
    counter_example="The envoy told me that the minister said no.",
)
def before_attribution_around(edge: Edge) -> int | None:
    """Words end before an attribution that the whole sentence is hung on: "…, Brandt said"."""
    doc, last = edge.page.doc, edge.end - 1
    while last > edge.start and (doc[last].is_punct or doc[last].is_space):
        last -= 1
    verb, subject = doc[last], own_subject(doc[last])
    if not edge.behind_verb or subject is None or verb.tag_ not in FINITE:
        return None
    word = edge.words.verbs.get(verb.lemma_.lower())
    start = int(subject.left_edge.i)
    apart = edge.start < start - 1 and doc[start - 1].text == "," and subject.i < verb.i
    return start if apart and word is not None and "quote" in word.frames else None


@rule(
    example="The minister said that prices fell, adding that wages rose.",
    counter_example="The minister said that prices fell, surprising the markets.",
)
def before_next_report(edge: Edge) -> int | None:
    """Words end where the speaker's next report begins."""
    page = edge.page
    for index in range(edge.start + 2, edge.end - 1):
        token = page.doc[index]
        if page.inside[index] >= 0:
            continue
        if token.text in _SIGNS or page.inside[index - 1] >= 0:
            following = index if token.is_alpha else index + 1
            report = starts_report(page, following, edge.words)
            if report and _is_own_report(page.doc[following], edge):
                return index
    return None


@rule(
    example="The minister has said she wants peace and has praised the talks.",
    counter_example="The minister has said she wants peace and calm.",
)
def before_next_deed(edge: Edge) -> int | None:
    """Words end where the speaker's next deed begins."""
    page = edge.page
    for index in range(edge.start + 2, edge.end - 1):
        joins = page.inside[index] < 0 and page.doc[index].dep_ == "cc"
        if joins and _is_next_deed(page.doc[index + 1], edge):
            return index
    return None


@rule(
    example="The minister said he would resign, as have two others.",
    counter_example="The minister said he would resign, as a last resort.",
)
def others_as_well(joint: Joint) -> int | None:
    """What others do as well is the writer's: ", as have two others"."""
    return joint.index if joint.first.lower_ == "as" and joint.second.tag_ in FINITE else None


@rule(
    example="The minister said things “will be wrapped up by May,” referring to the vote.",
    counter_example="The minister said things “will be wrapped up by May, referring to the vote”.",
)
def deed_behind_marks(joint: Joint) -> int | None:
    """A participle behind marked words tells what the speaker does."""
    return joint.index + 1 if joint.quoted and joint.first.tag_ == "VBG" else None


@rule(
    example="Half of them said they liked the plan, while a third disliked it.",
    counter_example="Half of them said they liked the plan, while there.",
)
def contrast(joint: Joint) -> int | None:
    """A contrast is the writer's: ", while others disagree"."""
    page, end = joint.edge.page, joint.edge.end
    comma = joint.quoted or page.doc[joint.index].text == ","
    if not comma or joint.first.lower_ not in _CONTRASTING:
        return None
    ends = (at for at in range(joint.index + 1, end) if page.doc[at].text == ",")
    clause = has_finite_verb(page, (joint.index + 1, next(ends, end)))
    return joint.index if clause or joint.first.tag_ != "IN" else None


@rule(
    example="The minister said the port would close, a move that upset the town.",
    counter_example="The minister said the port would close in a move to save money.",
)
def verdict(joint: Joint) -> int | None:
    """A noun that sums up is the writer's: ", a move that upset the town"."""
    noun = joint.first.head
    closes = noun.dep_ in ("appos", "npadvmod") and noun.right_edge.i + 1 >= joint.edge.end
    return joint.index if joint.first.lower_ in ("a", "an") and (joint.quoted or closes) else None


@rule(
    example="Both agreed to send ships, in a show of unity that drew an angry response.",
    counter_example="Both agreed to send ships, in a month that suits the navy.",
)
def verdict_with_in(joint: Joint) -> int | None:
    """How it looked is the writer's: ", in a show of unity that drew an angry response"."""
    article, noun = joint.second, joint.second.head
    if joint.first.lower_ != "in" or article.lower_ not in ("a", "an") or noun.tag_ != "NN":
        return None
    told = [it for it in noun.subtree if it.dep_ == "relcl" and it.tag_ == "VBD"]
    return joint.index if told else None


_NEXT_CLAUSES = (second_that, clause_in_present, explanation, clause_joined)
_CUTS = (before_attribution_around, before_next_report, before_next_deed)
_COMMENTS: tuple[Rule[[Joint], int], ...] = (
    others_as_well,
    deed_behind_marks,
    contrast,
    verdict,
    verdict_with_in,
)
RULES = (whole_sentence, other_half, *_NEXT_CLAUSES, broken_off, *_CUTS, *_COMMENTS)


def trimmed(page: Page, one: Range, cue: Cue, words: Reporting) -> Range:
    """Bring the edges of reported words to where the words begin and end."""
    start, end = _without_cue(one, cue.head.i)
    edge = Edge(page, cue, start, end, words)
    for going_on in (whole_sentence, other_half):
        edge = _moved(edge, going_on(edge))
    edge = _with_next_clause(edge)
    for last in (broken_off, *_CUTS):
        edge = _moved(edge, last(edge))
    return _without_signs(page, start, _before_comment(edge))


def _moved(edge: Edge, end: int | None) -> Edge:
    return edge if end is None else replace(edge, end=end)


def _without_cue(one: Range, head: int) -> Range:
    """Keep the longer part where a cue stands inside its own words."""
    start, end = one
    if not start <= head < end:
        return one
    return (start, head) if head - start > end - head else (head + 1, end)


def _with_next_clause(edge: Edge) -> Edge:
    """Go on to a clause that the parser tied to the cue: "said it was late and it would rain"."""
    page, end = edge.page, edge.end
    if not edge.behind_verb:
        return edge
    if page.inside[end - 1] >= 0:
        while end < len(page.doc) and (page.doc[end].is_quote or page.inside[end] >= 0):
            end += 1
    edge = replace(edge, end=end)
    told = any(child.dep_ == "ccomp" for child in edge.cue.head.children)
    if end + 1 >= len(page.doc) or not (told or "inf-comment" in edge.cue.word.frames):
        return edge
    return _moved(edge, first(_NEXT_CLAUSES, edge))


def _before_comment(edge: Edge) -> int:
    """Return where words end before what the writer adds to them."""
    if edge.cue.kind == "according" or edge.start < edge.cue.head.i:
        return edge.end
    for joint in _joints(edge):
        found = first(_COMMENTS, joint)
        if found is not None:
            return found
    return edge.end


def _joints(edge: Edge) -> Iterator[Joint]:
    """Yield the signs behind which no marked words stand any more."""
    page = edge.page
    for index in range(edge.start + 3, edge.end - 2):
        quoted = _ends_marks(page, index)
        if not quoted and (page.inside[index] >= 0 or page.doc[index].text not in _SIGNS):
            continue
        if all(page.inside[inner] < 0 for inner in range(index, edge.end)):
            yield Joint(edge, index, quoted)


def _without_signs(page: Page, start: int, end: int) -> Range:
    doc = page.doc
    while start < end and (doc[start].is_space or doc[start].text in {";", ":", *_SIGNS}):
        start += 1
    while start < end and (doc[end - 1].is_space or doc[end - 1].text in BREAKS):
        if doc[end - 1].text in ".!?" and page.inside[end - 1] >= 0:
            break
        end -= 1
    return start, end


def _ends_marks(page: Page, index: int) -> bool:
    """Tell whether a token closes marked words whose last sign is a comma."""
    piece = page.piece_closed_by(index)
    return piece is not None and page.text[piece.end - 1] == ","


def _is_own_report(token: Token, edge: Edge) -> bool:
    """Tell whether the report that starts here is the speaker's next one, not told by him."""
    if token.tag_ == "VBG":
        return token.lemma_.lower() in edge.words.verbs
    if token.lower_ == "according":
        return True
    subject = own_subject(edge.cue.head)
    for following in token.doc[token.i : token.i + 6]:
        if following.dep_ in SUBJECTS:
            if subject is None:
                return False
            return following.lower_ in _PLURAL or following.lower_ == subject.lower_
        if following.tag_.startswith("VB"):
            return following.dep_ == "conj" and following.head == edge.cue.head
    return False


def _is_next_deed(token: Token, edge: Edge) -> bool:
    """Tell whether the speaker's next deed starts here: "said it was late and called a vote"."""
    head = edge.cue.head
    if own_subject(head) is None and head.dep_ not in ("conj", "xcomp", "advcl", "relcl"):
        return False
    for following in token.doc[token.i : token.i + 3]:
        if following.dep_ == "conj" and following.tag_.startswith("VB"):
            alike = following.tag_ == head.tag_ or finite_tag(following) == finite_tag(head)
            if own_subject(following) is not None or not alike:
                return False
            return following.head == head or following.lemma_.lower() in edge.words.verbs
        if following.tag_ != "RB" and not (following.dep_ == "aux" and following.lemma_ == "have"):
            return False
    return False
