"""Finds the words of lists that no test notices."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.words.lists import Word
from benchmarks.words.suite import Suite


@dataclass(slots=True)
class Tried:
    """What became of words that were taken out of their lists, one at a time.

    Attributes:
        noticed: Without them a test fails.
        unnoticed: Without them every test passes.
        doubtful: Without them every test passes in whose texts they stand; the others did not run.
        left: The time did not suffice for them.
        seconds: The time it took.
    """

    noticed: list[Word] = field(default_factory=list)
    unnoticed: list[Word] = field(default_factory=list)
    doubtful: list[Word] = field(default_factory=list)
    left: list[Word] = field(default_factory=list)
    seconds: float = 0.0


def sample_of(words: Sequence[Word], number: int | None, seed: int) -> list[Word]:
    """Choose so many words of a list, all when None, the same ones for the same seed."""
    if number is None or number >= len(words):
        return list(words)
    chosen = random.Random(f"{seed}:{words[0].list_name}").sample(range(len(words)), number)
    return [words[at] for at in sorted(chosen)]


def try_words(suite: Suite, words: Sequence[Word], *, limit: float) -> Tried:
    """Take each word out and run the tests in whose texts it stands; nothing is settled yet.

    Args:
        suite: The tests.
        words: The words of a list.
        limit: Seconds after which no further run begins.

    Returns:
        The words that are noticed; the others are doubtful, those that stand in no text included.
    """
    start = time.monotonic()
    found = Tried()
    for at, word in enumerate(words):
        if time.monotonic() - start > limit:
            found.left += words[at:]
            break
        readers = suite.that_read(word)
        noticed = bool(readers) and not suite.passes([word], readers)
        (found.noticed if noticed else found.doubtful).append(word)
    found.seconds = time.monotonic() - start
    return found


def settle(suite: Suite, words: Sequence[Word], *, limit: float) -> Tried:
    """Run all tests without doubtful words.

    All are taken out together: where every test passes, no test notices any of them; else each
    half is tried likewise, down to one word.

    Args:
        suite: The tests.
        words: The words, of any lists.
        limit: Seconds after which no further run begins.
    """
    start = time.monotonic()
    found = Tried()
    groups = [list(words)] if words else []
    while groups:
        group = groups.pop()
        if time.monotonic() - start > limit:
            found.doubtful += group
        elif suite.passes(group):
            found.unnoticed += group
        elif len(group) == 1:
            found.noticed += group
        else:
            half = len(group) // 2
            groups += [group[half:], group[:half]]
    found.seconds = time.monotonic() - start
    return found
