"""Tokens in time that grows with the text, whatever stands in it.

spaCy's tokenizer takes marks off a run without blanks one at a time and looks at the whole rest
each time; the parser and the rules walk a sentence's tree. So a long run of marks is cut before
the tokenizer, and what goes on without an end is cut into sentences before the parser. Texts that
somebody wrote to be read are left as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

LONGEST_SENTENCE = 250
"""Words and marks after which a sentence is cut, at a mark where there is one near."""

_LONG_RUN = re.compile(r"\S{300,}")
_PIECE = 100
"""Signs of each piece that a long run of marks is cut into."""

_MARKS_IN = 3
"""A run is cut where one sign of so many or more is a mark, or where no link is so long."""

_LONGEST_LINK = 4_000
_ENDS = frozenset(".!?")
_BREAKS = (frozenset(";"), frozenset(",:-"), frozenset("\"'()[]"))
"""Marks after which a sentence that is too long is cut, the best first."""


def tokens(nlp: Language, text: str) -> Doc:
    """Tokenise a text; its words are the tokenizer's own but in long runs of marks."""
    cuts = list(_cuts(text))
    if not cuts:
        return nlp.make_doc(text)
    words: list[str] = []
    spaces: list[bool] = []
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        for token in nlp.tokenizer(text[start:end]):
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
    return Doc(nlp.vocab, words=words, spaces=spaces)


def _cuts(text: str) -> Iterator[int]:
    for run in _LONG_RUN.finditer(text):
        signs = run.group()
        letters = sum(map(str.isalnum, signs))
        if len(signs) > _LONGEST_LINK or (len(signs) - letters) * _MARKS_IN >= len(signs):
            yield from range(run.start() + _PIECE, run.end(), _PIECE)


def cut_long_sentences(doc: Doc) -> None:
    """Start a sentence where one would be too long for the parser, which keeps what is set."""
    start = 0
    for token in doc:
        if token.is_sent_start or token.i == 0 or (token.i and doc[token.i - 1].text in _ENDS):
            start = token.i
        elif token.i - start >= LONGEST_SENTENCE:
            start = _best_break(doc, start + LONGEST_SENTENCE // 2, token.i)
            doc[start].is_sent_start = True


def _best_break(doc: Doc, first: int, last: int) -> int:
    """Return where from `first` to `last` a new sentence does least harm."""
    for marks in _BREAKS:
        for at in range(last, first, -1):
            if doc[at - 1].text in marks:
                return at
    return last
