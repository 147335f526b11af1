"""How far a command has come, told now and then while it runs."""

from __future__ import annotations

import sys
import time

from briefing.wording.progress import progress_words

_EVERY = 10.0
"""Seconds between two lines."""


class Progress:
    """Tells on stderr how far a command has come; one that ends soon tells nothing.

    Args:
        total: How many there are.
        what: What is counted, in the singular.

    Attributes:
        done: How many are done.
        failed: How many articles or files could not be read.
    """

    def __init__(self, total: int, what: str) -> None:
        self.done = 0
        self.failed = 0
        self._total = total
        self._what = what
        self._began = self._told = time.monotonic()

    def step(self) -> None:
        """Count one more as done."""
        self.done += 1
        now = time.monotonic()
        if now - self._told >= _EVERY and self.done < self._total:
            self._told = now
            passed = now - self._began
            words = progress_words(self.done, self.failed, self._total, passed, what=self._what)
            print(words, file=sys.stderr, flush=True)
