"""Whether marked words stand by themselves, as what somebody says, or inside a clause of others."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.extraction.quotes.marks import Marked
from briefing.extraction.quotes.page import Page
from briefing.extraction.rules import Rule, first, rule
from briefing.reference.reporting import quoting

_INNER = set(" \"'“”‘’»)]")
_SHORT_WORD = 3
_FEWEST_CAPITALS = 2
_LONGEST_TITLE = 9
_ENDS = ",.?!-–—…"
_SENTENCE_ENDS = ".!?:”\"'’"
_JOINTS = ",;-–—"
_HE = ("he", "she", "they")
_LONGEST_NAME = 5
_FEW = 2
_SEVERAL = 4


@dataclass(frozen=True, slots=True)
class Words:
    """Marked words and what stands around them.

    Attributes:
        page: The page.
        number: The words' number among `page.pieces`.
    """

    page: Page
    number: int

    @property
    def piece(self) -> Marked:
        """The marked words."""
        return self.page.pieces[self.number]

    @property
    def before(self) -> str:
        """The last sign before them in their paragraph; "" where they open it."""
        return lead_of(self.page, self.number)[-1:]

    @property
    def behind(self) -> str:
        """The first sign behind them in their paragraph; "" where they end it."""
        end = self.page.paragraphs[self.piece.paragraph][1]
        return self.page.text[self.piece.outer_end : end].lstrip()[:1]

    @property
    def last(self) -> str:
        """Their last sign."""
        return last_sign(self.page, self.piece)

    @property
    def count(self) -> int:
        """How many they are."""
        return words_in(self.page, self.piece)

    @property
    def begin(self) -> bool:
        """They begin as a sentence does."""
        sign = self.page.text[self.piece.start]
        return sign.isupper() or sign.isdigit() or sign in "…[.'‘$"

    @property
    def apart(self) -> bool:
        """They open their paragraph, or follow the end of a sentence."""
        return not self.before or self.before in _SENTENCE_ENDS


@rule(
    example="“The wall falls,” the minister said. The bank wants ‘a wall,’ he added.",
    counter_example="‘The wall will stay,’ the minister said.",
)
def held_at_a_distance(words: Words) -> bool | None:
    """Words between single marks are a name or a word held at a distance, beside double marks."""
    return not words.page.speaks(words.number) or None


@rule(
    example="The band played “Law and Order” until midnight.",
    counter_example="The band said: “Law and order will come back.”",
)
def title(words: Words) -> bool | None:
    """Words with capitals are a name or a title."""
    return is_title(words.page, words.piece) or None


@rule(
    example="“We came in peace.\n\n“We leave in peace,” the captain said.",
    counter_example="“We leave in peace,” the captain said.",
)
def next_paragraph(words: Words) -> bool | None:
    """Words that go on over paragraphs are spoken."""
    before = words.page.pieces[words.number - 1] if words.number else None
    return words.piece.goes_on or (before is not None and before.goes_on) or None


@rule(
    example="“Prices will fall,” the minister said.",
    counter_example="The minister said prices “will fall”.",
)
def sentence(words: Words) -> bool | None:
    """Words apart that begin with a capital are a sentence, if they end as one."""
    ends = words.last in _ENDS or not words.behind or words.behind in ",.;"
    return (words.apart and words.begin and ends) or None


@rule(
    example="“That is a fine ship” he said to Oak.",
    counter_example="“The fine ship” sailed to Oak.",
)
def before_attribution(words: Words) -> bool | None:
    """Words apart are a sentence where "he said" stands right behind them, the comma lost."""
    return (words.apart and words.begin and _is_said_next(words)) or None


@rule(
    example="He left. “and we will come back,” the minister said.",
    counter_example="He left. “back home” was all the minister said.",
)
def rest_of_sentence(words: Words) -> bool | None:
    """Words apart that begin small are spoken, if they end as a sentence does and are several."""
    return (words.apart and words.last in _ENDS and words.count > _FEW) or None


@rule(
    example="“We agree,” the minister said, “to talk to anybody.”",
    counter_example="The minister, “to everybody's surprise”, left.",
)
def behind_comma(words: Words) -> bool | None:
    """Words behind a comma or a dash are spoken, if they begin or go on a sentence."""
    if words.before not in _JOINTS or not words.before:
        return None
    pieces = words.page.pieces
    goes_on = words.number > 0 and pieces[words.number - 1].paragraph == words.piece.paragraph
    return (words.count > _FEW and (words.begin or (goes_on and words.last in ".,!?"))) or None


@rule(
    example="The minister shouted “Nobody will ever pay for it!” and left.",
    counter_example="The minister called it “Nobody's own fault for once” and left.",
)
def sentence_inside_clause(words: Words) -> bool | None:
    """A whole sentence inside a clause of others is spoken."""
    inside = not words.apart and words.before not in _JOINTS
    return (inside and words.begin and words.last in ".!?," and words.count > _SEVERAL) or None


_AGAINST = (held_at_a_distance, title)
_FOR = (
    next_paragraph,
    sentence,
    before_attribution,
    rest_of_sentence,
    behind_comma,
    sentence_inside_clause,
)
RULES: tuple[Rule[[Words], bool], ...] = (*_AGAINST, *_FOR)


def is_utterance(page: Page, number: int) -> bool:
    """Tell whether marked words stand by themselves, rather than inside a clause of others."""
    words = Words(page, number)
    return first(_AGAINST, words) is None and first(_FOR, words) is not None


def _is_said_next(words: Words) -> bool:
    """Tell whether a pronoun or a name and a verb of saying stand behind marked words."""
    page = words.page
    start = page.first_token(words.piece.outer_end)
    stop = page.paragraph_tokens(words.piece.paragraph)[1]
    for index in range(start, min(start + _LONGEST_NAME, stop)):
        token = page.doc[index]
        word = quoting().verbs.get(token.lemma_.lower()) if index > start else None
        if word is not None and "quote" in word.frames and token.tag_ in ("VBD", "VBZ"):
            after = page.doc[index + 1] if index + 1 < stop else None
            return page.doc[start].lower_ in _HE or after is None or after.is_punct
        if token.lower_ not in _HE and token.pos_ != "PROPN":
            return False
    return False


def is_title(page: Page, piece: Marked) -> bool:
    """Tell whether marked words are a name or a title: "Law and Order"."""
    words = re.findall(r"[^\W\d_][\w'’-]*", page.text[piece.start : piece.end])
    capital = [word for word in words if word[0].isupper()]
    if len(words) > _LONGEST_TITLE or len(capital) < _FEWEST_CAPITALS:
        return False
    small = all(word[0].isupper() or len(word) <= _SHORT_WORD for word in words)
    return small and page.text[piece.end - 1] not in "!?."


def last_sign(page: Page, piece: Marked) -> str:
    """Return the last sign of marked words that is no mark itself."""
    for position in range(piece.end - 1, piece.start - 1, -1):
        if page.text[position] not in _INNER:
            return page.text[position]
    return page.text[piece.end - 1]


def words_in(page: Page, piece: Marked) -> int:
    """Count the words of a marked piece."""
    return len(page.text[piece.start : piece.end].split())


def lead_of(page: Page, number: int) -> str:
    """Return the text of the paragraph before marked words."""
    piece = page.pieces[number]
    return page.text[page.paragraphs[piece.paragraph][0] : piece.outer_start].rstrip()
