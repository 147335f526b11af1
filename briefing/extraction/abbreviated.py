"""Abbreviations that end no sentence: "the Minister, Hon. Ama Mensah, spoke", "under Art. 5".

The tokenizer knows "Gen." and "Mr."; it parts "Hon" from its point, and the parser then begins a
sentence with the name, whose first half is lost to every quotation and to the bottom line.
"""

from __future__ import annotations

from functools import cache

from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from briefing.reference.closed_classes import closed_classes
from briefing.reference.roles import titles


def teach(tokenizer: Tokenizer) -> None:
    """Let a tokenizer keep these abbreviations and their point in one word."""
    for word in sorted(_before_names() | closed_classes().before_numbers):
        if word not in tokenizer.rules:
            tokenizer.add_special_case(word, [{ORTH: word}])


def hold_together(doc: Doc) -> None:
    """Let no sentence begin between such an abbreviation and its name or number.

    Args:
        doc: An article before the parser, in which paragraphs begin sentences already.
    """
    for token in doc:
        if not token.text.endswith(".") or len(token) == 1:
            continue
        after = next((other for other in doc[token.i + 1 :] if not other.is_space), None)
        if after is None or any(one.is_sent_start for one in doc[token.i + 1 : after.i + 1]):
            continue
        named = token.text in _before_names() and after.text[:1].isupper()
        if named or (token.text in closed_classes().before_numbers and after.text[0].isdigit()):
            for one in doc[token.i + 1 : after.i + 1]:
                one.is_sent_start = False


@cache
def _before_names() -> frozenset[str]:
    """The words of titles and forms of address that are written with a point.

    "St." is none: streets end with it, and sentences with a street.
    """
    words = (word for title in titles() for word in title.split())
    return frozenset(word for word in words if word.endswith(".")) - {"St."}
