"""Who said marked words that no verb of saying stands beside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from briefing.extraction.quotes.drafts import Draft
from briefing.extraction.quotes.marks import Marked
from briefing.extraction.quotes.page import Page
from briefing.extraction.quotes.spans import FINITE
from briefing.extraction.quotes.speakers import can_speak
from briefing.extraction.quotes.utterances import is_utterance, last_sign, lead_of, words_in
from briefing.extraction.rules import Rule, first, rule
from briefing.reference.speakers import SpeakerNouns

_FEWEST = 4
_LONGEST_NAME = 12
_DASH = re.compile(r"\s*(?:--?|[–—―])\s*(?=\w)")
_FROM = re.compile(r"(?:(?:and|also|but|now|this|then)[ ,]+)*from ", re.IGNORECASE)
_PARAGRAPH_ENDS = ".!?:…”\"'’»"
_NAMES = ("NOUN", "PROPN")


@dataclass(frozen=True, slots=True)
class Alone:
    """Marked words that no verb of saying stands beside, or that a name is set to.

    Attributes:
        page: The page.
        number: The words' number among `page.pieces`.
        owners: Whose the marked words before them are, by number.
        drafts: The quotations so far.
        nouns: Nouns that can say something.
    """

    page: Page
    number: int
    owners: Sequence[Draft | None]
    drafts: Sequence[Draft]
    nouns: SpeakerNouns

    @property
    def piece(self) -> Marked:
        """The marked words."""
        return self.page.pieces[self.number]

    @property
    def lead(self) -> str:
        """What stands before them in their paragraph."""
        return lead_of(self.page, self.number)


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose the words are: a quotation that there is, a new one, or nobody's."""

    draft: Draft | None


@rule(
    example="“We are not at war.” – Prime Minister Leo Marsh, on Monday",
    counter_example="“We are not at war.” – That was the answer of Leo Marsh on Monday.",
)
def signed_behind(alone: Alone) -> Voice | None:
    """A name behind a dash signs the words before it."""
    page, piece = alone.page, alone.piece
    end = page.paragraphs[piece.paragraph][1]
    return _signed(alone, piece.outer_end, end) if not alone.lead else None


@rule(
    example="“The vote was free and fair.”\n— Ana Petrova, head of the mission",
    counter_example="“The vote was free and fair.”\nAna Petrova heads the mission.",
)
def signed_below(alone: Alone) -> Voice | None:
    """A name behind a dash on a line of its own signs the line above."""
    page, piece = alone.page, alone.piece
    below = piece.paragraph + 1
    ends = not page.text[piece.outer_end : page.paragraphs[piece.paragraph][1]].strip()
    if not ends or below >= len(page.paragraphs) or alone.lead:
        return None
    return _signed(alone, *page.paragraphs[below])


@rule(
    example="From President Ines Duarte:\n\n“Portugal stands with Ukraine.”",
    counter_example="From now on it is this:\n\n“Portugal stands with Ukraine.”",
)
def announced_above(alone: Alone) -> Voice | None:
    """A line "From" somebody and a colon announces the words below it."""
    page, piece = alone.page, alone.piece
    if alone.lead or not piece.paragraph:
        return None
    start, end = page.paragraphs[piece.paragraph - 1]
    found = _FROM.match(page.text, start, end)
    if found is None or page.text[end - 1] != ":":
        return None
    return _new(_name_in(alone, found.end(), end - 1), (end - 1, end))


@rule(
    example="Asked about the border, Minister Henrik Dahl: “No comment at all.”",
    counter_example="Asked about the border, Minister Henrik Dahl said: “No comment at all.”",
)
def named_before_colon(alone: Alone) -> Voice | None:
    """A name right before a colon speaks what is behind it."""
    lead = alone.lead
    if not lead.endswith(":"):
        return None
    start = alone.page.paragraphs[alone.piece.paragraph][0]
    colon = start + len(lead) - 1
    cut = max(lead.rfind(sign) for sign in (", ", ". ", "; ", "? ", "! "))
    name = _name_in(alone, start + cut + 1, colon)
    named = name is not None and (name.ent_type_ == "PERSON" or name.pos_ == "PROPN")
    return _new(name if named else None, (colon, colon + 1))


@rule(
    example="“No, never,” replied Minister Eva Holm. “And you never will?” “I will not.”",
    counter_example="“No, never,” replied Minister Eva Holm. “And I never will.”",
)
def question_and_answer(alone: Alone) -> Voice | None:
    """A question and the words right behind it are two people's; which, nobody says."""
    page, number = alone.page, alone.number
    before = number > 0 and _answers(page, number)
    if not before and not (number + 1 < len(page.pieces) and _answers(page, number + 1)):
        return None
    known = words_in(page, alone.piece) >= _FEWEST
    return Voice(Draft(None, None) if known else None)


@rule(
    example="“We agree,” the minister said. “We will sign.”",
    counter_example="“We agree,” the minister said.\n\n“We will sign.”",
)
def next_in_paragraph(alone: Alone) -> Voice | None:
    """Words of the same paragraph go on with who spoke before them."""
    pieces = alone.page.pieces
    for position in range(alone.number - 1, -1, -1):
        if pieces[position].paragraph != alone.piece.paragraph:
            return None
        draft = alone.owners[position]
        if draft is not None and draft.direct:
            return Voice(draft)
    return None


@rule(
    example="The minister was blunt: “We will not sign that paper.”",
    counter_example="The minister was blunt. “We will not sign that paper.”",
)
def subject_before_colon(alone: Alone) -> Voice | None:
    """The subject of the clause before a colon speaks: Smith was blunt: "…"."""
    page, piece = alone.page, alone.piece
    if not alone.lead.endswith(":"):
        return None
    index = page.first_token(piece.outer_start)
    for position in range(index - 1, page.stop_before(max(index - 1, 0)) - 1, -1):
        token = page.doc[position]
        if token.dep_ == "nsubj" and token.head.dep_ in ("ROOT", "conj", "ccomp"):
            return Voice(Draft(None, token))
    return None


@rule(
    example="Anna Berg said the bridge was safe. “I drive over it every day.”",
    counter_example="The bridge was safe. “I drive over it every day.”",
)
def after_report(alone: Alone) -> Voice | None:
    """Words behind a report of the same paragraph are a further turn of its speaker."""
    start = alone.page.paragraphs[alone.piece.paragraph][0]
    earlier = [it for it in alone.drafts if start <= it.start < alone.piece.start]
    if not earlier:
        return None
    last = max(earlier, key=lambda one: one.end)
    return Voice(Draft(last.cue, last.speaker, part=last.part + 1))


@rule(
    example="Anna Berg said the bridge was safe.\n\n“I drive over it every day.”",
    counter_example="The bridge was safe.\n\n“I drive over it every day.”",
)
def spoke_above(alone: Alone) -> Voice | None:
    """Words that are a paragraph are by who spoke last in the paragraph above."""
    speaker = None if alone.lead else _speaker_above(alone)
    return _new(speaker)


@rule(
    example="Anna Berg was angry when she left the meeting.\n\n“Nobody listened to us.”",
    counter_example="What they did\n\n“Nobody listened to us.”",
)
def subject_above(alone: Alone) -> Voice | None:
    """Words that are a paragraph are by the subject of the last sentence above."""
    page, above = alone.page, alone.piece.paragraph - 1
    if alone.lead or above < 0 or _has_speech(alone, above):
        return None
    start, end = page.paragraph_tokens(above)
    if page.text[page.paragraphs[above][1] - 1] not in _PARAGRAPH_ENDS:
        return None
    for index in range(page.stop_before(max(end - 1, start)), end):
        token = page.doc[index]
        if token.dep_ == "nsubj" and token.head.dep_ in ("ROOT", "conj"):
            return _new(token if can_speak(token, alone.nouns) else None)
    return None


@rule(
    example="The bridge was safe. “I drive over it every day.”",
    counter_example="The bridge was safe. “Good.”",
)
def of_somebody(alone: Alone) -> Voice | None:
    """Several words are somebody's, though nothing says whose."""
    several = words_in(alone.page, alone.piece) >= _FEWEST or alone.piece.goes_on
    return Voice(Draft(None, None)) if several else None


_SIGNED = (signed_behind, signed_below, announced_above, named_before_colon)
_CONTEXT = (
    question_and_answer,
    next_in_paragraph,
    subject_before_colon,
    after_report,
    spoke_above,
    subject_above,
    of_somebody,
)
RULES: tuple[Rule[[Alone], Voice], ...] = (*_SIGNED, *_CONTEXT)


def signed(alone: Alone) -> Draft | None:
    """Return the quotation of words that a name is set to, outside any sentence."""
    voice = first(_SIGNED, alone)
    return voice.draft if voice is not None else None


def from_context(alone: Alone) -> Draft | None:
    """Return the quotation that words are a part of by what stands before them, or a new one."""
    voice = first(_CONTEXT, alone)
    return voice.draft if voice is not None else None


def _new(speaker: Token | None, colon: tuple[int, int] | None = None) -> Voice | None:
    return Voice(Draft(None, speaker, colon=colon)) if speaker is not None else None


def _signed(alone: Alone, start: int, end: int) -> Voice | None:
    dash = _DASH.match(alone.page.text, start, end)
    return _new(_name_in(alone, dash.end(), end)) if dash is not None else None


def _name_in(alone: Alone, start: int, end: int) -> Token | None:
    """Return the head of the name that characters begin with, if no verb makes them a clause."""
    page = alone.page
    first_token, stop = page.token_at(start), page.token_at(end - 1) + 1
    if page.token_end(first_token) <= start:
        first_token += 1
    tokens = [it for it in page.doc[first_token:stop] if not it.is_space]
    if not tokens or any(it.tag_ in FINITE for it in tokens):
        return None
    comma = next((at for at, it in enumerate(tokens) if it.text in (",", "(", ".")), len(tokens))
    name = [it for it in tokens[:comma] if not it.is_punct]
    if not name or len(name) > _LONGEST_NAME:
        return None
    root = page.doc[name[0].i : name[-1].i + 1].root
    head = root if root.pos_ in _NAMES else name[-1]
    proper = len(name) > 1 and all(it.text[0].isupper() for it in name)
    return head if proper or (head.pos_ in _NAMES and can_speak(head, alone.nouns)) else None


def _answers(page: Page, number: int) -> bool:
    """Tell whether marked words stand right behind a question that is marked by itself."""
    question, answer = page.pieces[number - 1], page.pieces[number]
    between = page.text[question.outer_end : answer.outer_start]
    apart = question.paragraph == answer.paragraph and not between.strip()
    return apart and last_sign(page, question) == "?" and is_utterance(page, number - 1)


def _speaker_above(alone: Alone) -> Token | None:
    """Return who speaks last in the paragraph above, if anybody does."""
    above = alone.piece.paragraph - 1
    spoken = _spoken_in(alone, above) if above >= 0 else []
    return max(spoken, key=lambda one: one.end).speaker if spoken else None


def _has_speech(alone: Alone, paragraph: int) -> bool:
    return bool(_spoken_in(alone, paragraph))


def _spoken_in(alone: Alone, paragraph: int) -> list[Draft]:
    start, end = alone.page.paragraphs[paragraph]
    return [one for one in alone.drafts if start <= one.start and one.end <= end]
