"""Who said what stands between marks: the attribution beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Token

from briefing.extraction.quotes.cues import Cue
from briefing.extraction.quotes.marks import Marked
from briefing.extraction.quotes.page import Page
from briefing.extraction.quotes.utterances import is_title, last_sign, lead_of
from briefing.extraction.rules import Rule, first, rule

_LOOK = 45
_CLAUSE = 6
_NEAR = 4
_THIRD = ("he", "she", "they")
_ENDS = ",?!-–—…"
_JOINTS = (",", "-", "–", "—")
_CLOSING = (":", *_JOINTS)


@dataclass(frozen=True, slots=True)
class Beside:
    """A cue beside marked words.

    Attributes:
        page: The page.
        number: The words' number among `page.pieces`.
        cue: The cue.
        near: Behind the words: it touches them. Before them: it is at most a few words away.
        best: A cue nearer to the words, which counts if none does better.
    """

    page: Page
    number: int
    cue: Cue
    near: bool
    best: Cue | None

    @property
    def piece(self) -> Marked:
        """The marked words."""
        return self.page.pieces[self.number]

    @property
    def lead(self) -> str:
        """What stands before the words in their paragraph."""
        return lead_of(self.page, self.number)

    @property
    def quotes(self) -> bool:
        """The cue is a verb that stands with words in marks."""
        return self.cue.kind == "verb" and "quote" in self.cue.word.frames


@dataclass(frozen=True, slots=True)
class Choice:
    """What a rule makes of a cue: the attribution, or one that counts if none does better."""

    cue: Cue | None
    final: bool = True


@rule(
    example="“Prices will fall,” according to the minister.",
    counter_example="“Prices will fall,” the minister said.",
)
def according_behind(beside: Beside) -> Choice | None:
    """An "according to" behind the words is their attribution, unless a verb was nearer."""
    return Choice(beside.best or beside.cue) if beside.cue.kind == "according" else None


@rule(
    example="“Prices will fall,” a banker accused of lying said.",
    counter_example="“Prices will fall,” a banker said.",
)
def without_subject(beside: Beside) -> Choice | None:
    """A verb that is not finite attributes nothing, unless it touches the words."""
    touches = beside.near and beside.cue.head.tag_ != "VBG"
    return None if touches or _is_finite(beside.cue.head) else Choice(beside.best, final=False)


@rule(
    example="“Prices will fall,” the minister who says he runs the bank warned.",
    counter_example="“Prices will fall,” the minister warned.",
)
def in_clause_of_another(beside: Beside) -> Choice | None:
    """A verb in a clause that tells more of somebody is passed over, or counts for want of one."""
    verb = beside.cue.head
    if not beside.quotes or verb.dep_ not in ("relcl", "acl", "advcl"):
        return None
    if beside.best is None and verb.tag_ != "VBD":
        return Choice(None, final=False)
    return Choice(beside.best or beside.cue, final=False) if verb.dep_ == "relcl" else None


@rule(
    example="“Who will pay?” Ms Berg said that the bank would.",
    counter_example="“Nobody will pay,” Ms Berg said.",
)
def governing_its_own(beside: Beside) -> Choice | None:
    """A verb with a clause of its own does not attribute a whole sentence before it."""
    own = beside.quotes and _has_clause(beside.page, beside.cue.head)
    return Choice(None) if own and last_sign(beside.page, beside.piece) != "," else None


@rule(
    example="“Prices will fall,” the minister said.",
    counter_example="“Prices will fall,” the minister's claim was.",
)
def saying_behind(beside: Beside) -> Choice | None:
    """A verb of saying behind the words attributes them."""
    return Choice(beside.cue) if beside.quotes else None


@rule(
    example="“Law and Order” was on. The minister called it “The Long Goodbye”.",
    counter_example="The minister said: “The Long Goodbye”.",
)
def naming_a_title(beside: Beside) -> Choice | None:
    """A verb before a title, without a colon or a comma, says nothing with it."""
    closes = beside.lead.endswith(_CLOSING)
    named = beside.quotes and not closes and is_title(beside.page, beside.piece)
    return Choice(beside.best, final=False) if named else None


@rule(
    example="The quoted minister, Anna Berg: “Prices will fall.”",
    counter_example="The minister, quoted by Anna Berg: “Prices will fall.”",
)
def before_a_noun(beside: Beside) -> Choice | None:
    """A participle before a noun says nothing."""
    attribute = beside.quotes and beside.cue.head.dep_ == "amod"
    return Choice(beside.best, final=False) if attribute else None


@rule(
    example="In a note that said little about the harbour or the long strike there, “Prices fall.”",
    counter_example="The minister said: “Prices will fall.”",
)
def in_clause_before(beside: Beside) -> Choice | None:
    """A verb in a clause that tells more of a noun counts for want of a better one."""
    verb = beside.cue.head
    told = beside.quotes and verb.dep_ in ("relcl", "acl") and beside.best is None
    return Choice(beside.cue, final=False) if told and not beside.near else None


@rule(
    example="The minister said: “Prices will fall.”",
    counter_example="The minister sat: “Prices will fall.”",
)
def saying_before(beside: Beside) -> Choice | None:
    """A verb of saying before the words leads to them."""
    return Choice(beside.cue) if beside.quotes else None


@rule(
    example="That was the minister's warning: “Prices will fall.”",
    counter_example="That was the minister's warning. “Prices will fall.”",
)
def noun_before(beside: Beside) -> Choice | None:
    """A noun of saying before a colon leads to the words."""
    leads = beside.cue.kind == "noun" and beside.lead.endswith(":") and beside.best is None
    return Choice(beside.cue, final=False) if leads else None


_BEHIND = (
    according_behind,
    without_subject,
    in_clause_of_another,
    governing_its_own,
    saying_behind,
)
_BEFORE = (before_a_noun, naming_a_title, in_clause_before, saying_before, noun_before)
RULES: tuple[Rule[[Beside], Choice], ...] = (*_BEHIND, *_BEFORE)


def after_cue(page: Page, number: int, cues: Mapping[int, Cue]) -> Cue | None:
    """Return the cue that follows marked words: "…," she said."""
    piece = page.pieces[number]
    index = page.first_token(piece.outer_end)
    if not _may_follow(page, piece, index, cues):
        return None
    best: Cue | None = None
    for cue in _cues_behind(page, piece, index, cues):
        choice = first(_BEHIND, Beside(page, number, cue, cue.head.i == index, best))
        if choice is not None and choice.final:
            return choice.cue
        best = choice.cue if choice is not None else best
    return best


def before_cue(page: Page, number: int, cues: Mapping[int, Cue]) -> Cue | None:
    """Return the cue that leads to marked words: She said: "…"."""
    piece = page.pieces[number]
    lead = lead_of(page, number)
    first_token = page.first_token(piece.outer_start)
    closes = lead.endswith(_CLOSING)
    best: Cue | None = None
    for cue in _cues_before(page, piece, first_token, cues) if lead else ():
        near = first_token - cue.head.i <= _NEAR
        if not (closes or near):
            break
        choice = first(_BEFORE, Beside(page, number, cue, near, best))
        if choice is not None and choice.final:
            return choice.cue
        best = choice.cue if choice is not None else best
    return best


def only_marks_between(page: Page, left: Marked, right: Marked) -> bool:
    """Tell whether nothing but blanks and signs stands between two marked pieces."""
    return not any(sign.isalnum() for sign in page.text[left.outer_end : right.outer_start])


def _may_follow(page: Page, piece: Marked, index: int, cues: Mapping[int, Cue]) -> bool:
    """Tell whether the way that words end lets an attribution follow them.

    A full stop does not, unless the text goes on small; without any sign, a cue must be near.
    """
    last = last_sign(page, piece)
    following = page.text[piece.outer_end : piece.outer_end + 40].lstrip(" ")
    if last == ".":
        return following[:1].islower() and not following.startswith(("and ", "but "))
    if last in _ENDS or following[:1] in _JOINTS:
        return True
    stop = page.paragraph_tokens(piece.paragraph)[1]
    if page.text.count(" ", piece.start, piece.end) >= _CLAUSE:
        reach = _NEAR
    else:
        names = takewhile(_is_name, page.doc[index : min(index + _NEAR, stop)])
        reach = 1 + sum(1 for _ in names)
    return any(position in cues for position in range(index, min(index + reach, stop)))


def _cues_behind(page: Page, piece: Marked, index: int, cues: Mapping[int, Cue]) -> Iterator[Cue]:
    """Yield the cues behind marked words, up to the next marks or the end of the sentence."""
    stop = page.paragraph_tokens(piece.paragraph)[1]
    for position in range(index, min(index + _LOOK, stop)):
        if page.inside[position] >= 0:
            return
        token = page.doc[position]
        if position in cues:
            yield cues[position]
        if position > index and token.text in ".!?;" and not _is_in_name(token):
            return


def _cues_before(page: Page, piece: Marked, index: int, cues: Mapping[int, Cue]) -> Iterator[Cue]:
    """Yield the cues before marked words, the nearest first, back to the end of a sentence."""
    begin = page.paragraph_tokens(piece.paragraph)[0]
    for position in range(index - 1, max(begin - 1, index - _LOOK), -1):
        if page.inside[position] >= 0:
            continue
        if page.ends_sentence(position):
            return
        if position in cues:
            yield cues[position]


def _is_name(token: Token) -> bool:
    named = token.pos_ == "PROPN" and token.ent_type_ not in ("DATE", "TIME")
    return named or token.lower_ in _THIRD


def _is_in_name(sign: Token) -> bool:
    """Tell whether a full stop belongs to a name: "Lt. Colonel Tom Keane"."""
    return sign.text == "." and sign.dep_ == "compound"


def _is_finite(verb: Token) -> bool:
    if verb.tag_ in ("VBD", "VBZ", "VBP"):
        return True
    return any(child.dep_ == "aux" and child.tag_ != "TO" for child in verb.children)


def _has_clause(page: Page, verb: Token) -> bool:
    clauses = [child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i]
    return any(page.inside[clause.i] < 0 for clause in clauses)
