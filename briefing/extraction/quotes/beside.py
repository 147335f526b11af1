"""The sentence around an attribution that governs nothing: "Prices will rise, she said."."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from briefing.extraction.quotes.cues import own_subject
from briefing.extraction.quotes.marks import Marked
from briefing.extraction.quotes.page import Page
from briefing.extraction.quotes.spans import (
    BREAKS,
    Range,
    all_marked,
    has_finite_verb,
    starts_report,
)
from briefing.extraction.quotes.utterances import is_utterance
from briefing.extraction.rules import Rule, first, rule
from briefing.reference.reporting import Reporting

_SIDES = {",", "-", "--"}
_JOINING = {"that", "because", "and", "but", "when", "if", "although", "while", "though"}
_OPENING = {"if", "while", "although", "though", "unless", "because"}
"""A clause that opens so needs another one: "If it rains, she said, without a tent …"."""
_LINKS = {"and", "but", "however", "or", "so", "still", "yet"}
_CIRCUMSTANCES = {
    "in",
    "at",
    "on",
    "during",
    "after",
    "before",
    "when",
    "since",
    "asked",
    "speaking",
    "for",
    "by",
    "until",
}
_LATER = {"later", "soon", "earlier", "then", "shortly", "minutes", "hours", "days", "once"}
_CLAUSES = {
    "that",
    "because",
    "if",
    "unless",
    "although",
    "while",
    "though",
    "until",
    "so",
    "whether",
}
_NO_CONTENT = {"IN", "VBG", "VBN", "TO"}


def states(verb: Token, *, told: bool = False) -> bool:
    """Tell whether a verb can be an attribution beside a clause: finite, with its own subject.

    Args:
        verb: The verb.
        told: The verb may have an object: "the minister told them".
    """
    if verb.tag_ in ("VBG", "VB", "VBN") and not has_have(verb):
        return False
    subject = own_subject(verb)
    if verb.dep_ in ("relcl", "acl") or subject is None or subject.lower_ in ("that", "this"):
        return False
    others = ("acomp", "attr", "auxpass") if told else ("dobj", "acomp", "attr", "auxpass")
    return not any(child.dep_ in others for child in verb.children)


def has_have(verb: Token) -> bool:
    """Tell whether a participle is a perfect: "has told"."""
    return any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children)


@dataclass(frozen=True, slots=True)
class Attribution:
    """An attribution that governs nothing: "the minister said", "according to the survey".

    Attributes:
        page: The page.
        head: Its verb, or "according".
        chunk: Its tokens.
        words: The cues.
        loose: It is "according to", which needs no comma.
    """

    page: Page
    head: Token
    chunk: Range
    words: Reporting
    loose: bool

    @property
    def start(self) -> int:
        """Where its sentence begins."""
        return self.page.stop_before(self.head.i)

    @property
    def end(self) -> int:
        """Where its sentence ends."""
        return self.page.stop_after(self.head.i)

    @property
    def before(self) -> Token | None:
        """The token before it in its sentence; a mark without a partner is passed over."""
        index, start = self.chunk[0] - 1, self.start
        if index > start and self.page.offsets[index] in self.page.strays:
            index -= 1
        return self.page.doc[index] if index >= start else None

    @property
    def after(self) -> Token | None:
        """The token behind it in its sentence."""
        return self.page.doc[self.chunk[1]] if self.chunk[1] < self.end else None

    @property
    def left(self) -> Range:
        """The clause before it, with the sign between them."""
        before = self.before
        low = _clause_start(self.page, self.start, self.chunk[0])
        return low, (before.i if before is not None else low - 1) + 1

    @property
    def closed(self) -> Marked | None:
        """The marked words right before it."""
        before = self.before
        return self.page.piece_closed_by(before.i) if before is not None else None

    @property
    def tied(self) -> bool:
        """The grammar says that it stands beside its content, finite or not."""
        return self.head.dep_ == "parataxis" or any(
            child.dep_ == "ccomp" and child.i < self.chunk[0] for child in self.head.children
        )


@rule(
    example="As the bank reported, prices will fall.",
    counter_example="The bank reported that prices will fall.",
)
def behind_as(at: Attribution) -> list[Range] | None:
    """A clause with "as" leads to what follows it, or closes what stands before."""
    before = at.before
    if before is None or before.lower_ not in ("as", "that"):
        return None
    return _after_as(at.page, before.i, at.start, at.chunk[1], at.end, at.words)


@rule(
    example="According to the survey, wages will fall.",
    counter_example="Wages will fall, according to the survey.",
)
def opening(at: Attribution) -> list[Range] | None:
    """What opens a sentence leads to the rest, if it is "according to"."""
    if at.before is not None:
        return None
    return _after_opening(at.page, at.chunk[1], at.end, at.words) if at.loose else []


@rule(
    example="Prices fell, the minister said beaming.",
    counter_example="Prices fell, the minister said.",
)
def running_on(at: Attribution) -> list[Range] | None:
    """A verb that runs on without a sign is no attribution."""
    after = at.after
    ends = after is None or after.text in BREAKS or after.is_space
    return None if at.loose or ends else []


@rule(
    example="“Prices will fall,” the minister said.",
    counter_example="Prices will fall, the minister said.",
)
def beside_spoken_words(at: Attribution) -> list[Range] | None:
    """What stands right behind spoken words belongs to them alone."""
    closed = at.closed
    spoken = closed is not None and is_utterance(at.page, at.page.pieces.index(closed))
    return [] if spoken else None


@rule(
    example="Prices will fall the minister said.",
    counter_example="Prices will fall, the minister said.",
)
def without_sign(at: Attribution) -> list[Range] | None:
    """A clause is not parted from an attribution without a comma, a dash or a mark."""
    before = at.before
    sign = before is not None and before.text in _SIDES
    return None if sign or at.loose or at.closed is not None else []


@rule(
    example="Wages are low and, the minister said, prices will fall.",
    counter_example="Wages are low, the minister said, and prices will fall.",
)
def behind_joining_word(at: Attribution) -> list[Range] | None:
    """A word that only joins clauses, before the comma, leads to what follows."""
    before = at.before
    if before is None or before.text not in _SIDES or before.i - 1 <= at.start:
        return None
    joint = before.nbor(-1)
    return [] if joint.lower_ in _JOINING and joint.tag_ != "DT" else None


@rule(
    example="“prices and wages”, the minister said.",
    counter_example="The “prices and wages” fall, the minister said.",
)
def behind_marks_alone(at: Attribution) -> list[Range] | None:
    """Nothing but marked words stands before: they are read as such."""
    return [] if all_marked(at.page, at.left) else None


@rule(
    example="The price, the minister said, is too high.",
    counter_example="The minister said that the price is too high.",
)
def sentence_around(at: Attribution) -> list[Range] | None:
    """The clause before it is reported, and what goes on behind it."""
    return _sides(at)


RULES: tuple[Rule[[Attribution], list[Range]], ...] = (
    behind_as,
    opening,
    running_on,
    beside_spoken_words,
    without_sign,
    behind_joining_word,
    behind_marks_alone,
    sentence_around,
)


def around(
    page: Page, head: Token, chunk: Range, words: Reporting, *, loose: bool = False
) -> list[Range]:
    """Return the sentence around an attribution that stands after, in, or before it.

    "Prices will rise, the minister said." and "The price, she said, is too high."; with `loose`
    also "According to the survey, wages will fall.", which needs no comma.
    """
    return first(RULES, Attribution(page, head, chunk, words, loose)) or []


def _clause_start(page: Page, start: int, end: int) -> int:
    """Return where the clause before an attribution starts: after a colon or open bracket."""
    for index in range(end - 1, start, -1):
        if page.inside[index] >= 0:
            continue
        sign = page.doc[index].text
        if sign == ")":
            return start
        if sign in (":", ";", "("):
            return index + 1 if has_finite_verb(page, (index + 1, end)) else start
    return start


def _sides(at: Attribution) -> list[Range]:
    """Return what stands before the attribution and, where it goes on, what stands after it."""
    page, left = at.page, at.left
    opened = page.doc[left[0]]
    told = has_finite_verb(page, left) and opened.lower_ not in _OPENING
    pieces = [] if _only_joins(page, left) else [left]
    right = _right_side(at, told=told)
    if right is not None:
        pieces.append(right)
    if not at.tied and not any(has_finite_verb(page, piece) for piece in pieces):
        return []
    if not at.loose and _is_quoted(page, pieces) and _is_circumstance(opened, told=told):
        return pieces[1:]
    return pieces


def _right_side(at: Attribution, *, told: bool) -> Range | None:
    """Return what goes on behind an attribution.

    Args:
        at: The attribution.
        told: What stands before it is a clause already.
    """
    page, begin, end = at.page, at.chunk[1], at.end
    if begin + 1 >= end or page.doc[begin].text not in _SIDES:
        return None
    following = page.doc[begin + 1]
    if starts_report(page, begin + 1, at.words) or (told and _adds_nothing(following)):
        return None
    if at.loose and following.dep_ == "cc":
        return None
    cut = clause_end(page, begin + 1, end, at.words)
    if at.loose:
        cut = _before_next_clause(page, begin + 1, cut)
    return (begin + 1, cut) if begin + 1 < cut else None


def _before_next_clause(page: Page, start: int, end: int) -> int:
    """Return where the article goes on by itself: "…, and the mayor is against it"."""
    for index in range(start, end - 1):
        joint = page.doc[index + 1]
        if page.inside[index] >= 0 or page.doc[index].text != "," or joint.dep_ != "cc":
            continue
        joined = [it for it in joint.head.children if it.dep_ == "conj" and it.i > joint.i]
        if any(own_subject(it) is not None for it in joined):
            return index
    return end


def _only_joins(page: Page, left: Range) -> bool:
    """Tell whether one word before an attribution only joins sentences: "But, she said, …"."""
    words = [token for token in page.doc[left[0] : left[1]] if token.is_alpha]
    return len(words) == 1 and words[0].lower_ in _LINKS


def _adds_nothing(token: Token) -> bool:
    """Tell whether what follows an attribution is about the saying: ", speaking to reporters"."""
    return token.tag_ in _NO_CONTENT and token.lower_ not in _CLAUSES


def _is_circumstance(first: Token, *, told: bool) -> bool:
    """Tell whether what opens a sentence is about the saying: "Asked why, she said, "…".".

    Not so for what opens the content: "If it rains, she said, "we stay."".
    """
    if first.lower_ in _CIRCUMSTANCES:
        return not told or first.lower_ in ("when", "after", "before", "asked", "speaking")
    return first.tag_ in ("VBG", "VBN") or first.lower_ in _LATER


def _is_quoted(page: Page, pieces: list[Range]) -> bool:
    return len(pieces) > 1 and all_marked(page, pieces[1])


def _after_opening(page: Page, begin: int, end: int, words: Reporting) -> list[Range]:
    """Return what follows "According to the survey,"."""
    if begin >= end or page.doc[begin].text != ",":
        return []
    right = (begin + 1, clause_end(page, begin + 1, end, words))
    return [right] if has_finite_verb(page, right) else []


def _after_as(
    page: Page, joint: int, start: int, begin: int, end: int, words: Reporting
) -> list[Range]:
    """Return what follows "As the bank reported,"; nothing where "as" does not open the clause."""
    if page.doc[joint].lower_ != "as":
        return []
    if joint <= start + 2 or page.doc[joint - 1].dep_ == "cc":
        return _after_opening(page, begin, end, words)
    left = (_clause_start(page, start, joint), joint)
    closes = page.doc[joint - 1].text == "," and (begin >= end or page.doc[begin].text in BREAKS)
    return [left] if closes and has_finite_verb(page, left) else []


def clause_end(page: Page, start: int, end: int, words: Reporting) -> int:
    """Return where a clause ends because another report starts."""
    for index in range(start, end):
        breaks = page.doc[index].text == "," and page.inside[index] < 0
        if breaks and starts_report(page, index + 1, words):
            return index
    return end
