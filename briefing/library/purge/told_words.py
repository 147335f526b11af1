"""Knows the words of articles again in what people wrote beside them: eight words in a row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

_RUN = 8
"""So many words in a row are an article's: fewer may be anybody's."""

_WORD = re.compile(r"\w+")


class Words:
    """The words of articles, and the names of people, that are to be found again.

    Args:
        texts: The articles' texts.
        names: Names of people, which count by themselves.
    """

    def __init__(self, texts: Iterable[str], names: Iterable[str] = ()) -> None:
        self._runs = {run for text in texts for run in _runs(text)}
        self._names = [
            re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE) for name in names if name
        ]

    def are_in(self, text: str) -> bool:
        """Say whether a text holds some of them."""
        return any(run in self._runs for run in _runs(text)) or any(
            name.search(text) for name in self._names
        )

    def taken_out(self, value: Any) -> Any:
        """Return a value of JSON without the texts that hold some of them.

        A text in a list goes, any other one is emptied; all else stays as it is.
        """
        if isinstance(value, str):
            return "" if self.are_in(value) else value
        if isinstance(value, list):
            kept = (each for each in value if not (isinstance(each, str) and self.are_in(each)))
            return [self.taken_out(each) for each in kept]
        if isinstance(value, dict):
            return {key: self.taken_out(each) for key, each in value.items()}
        return value


def _runs(text: str) -> Iterator[int]:
    words = [word.casefold() for word in _WORD.findall(text)]
    return (hash(tuple(words[at : at + _RUN])) for at in range(len(words) - _RUN + 1))
