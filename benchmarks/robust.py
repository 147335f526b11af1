"""Reads texts that nobody would write and says which are lost: `python -m benchmarks.robust`.

Texts are made of the tests' own sentences, shuffled, cut, glued and damaged (mangled.py), and read
one by one as the command line reads them, rows and their checks included. Each fault is printed
with the shortest text that still shows it. Exit status 1 says that a text was lost.
"""

from __future__ import annotations

import argparse
import random
import time
import traceback
from collections.abc import Callable

from benchmarks.mangled import mangled
from briefing.article import Article
from briefing.errors import ExtractionError, ReadingError
from briefing.extraction.read import read_one
from briefing.reading import read_text

_PATIENCE = 400


def fault_in(text: str) -> str | None:
    """Return what reading a text fails with; None where it is read, or refused in a sentence."""
    article = _article(text)
    return _fault_in(article) if article is not None else None


def _fault_in(article: Article) -> str | None:
    """Return the kind of exception, and the line of the program that it came from."""
    try:
        read_one(article)
    except ExtractionError as error:
        cause = error.__cause__
        if cause is None:
            return None
        places = traceback.extract_tb(cause.__traceback__)
        place = [one for one in places if "briefing/" in one.filename][-1]
        where = place.filename.partition("briefing/")[2]
        return f"{type(cause).__name__} in {where}:{place.lineno} ({place.name})"
    return None


def shortest(text: str, fault: str, of: Callable[[str], str | None] = fault_in) -> str:
    """Take pieces out of a text as long as the same fault remains."""
    tries = 0
    pieces = text.split(" ")
    size = max(len(pieces) // 2, 1)
    while tries < _PATIENCE:
        for start in range(0, len(pieces), size):
            fewer = pieces[:start] + pieces[start + size :]
            tries += 1
            if fewer and of(" ".join(fewer)) == fault:
                pieces = fewer
                break
        else:
            if size == 1:
                break
            size = max(size // 2, 1)
    return " ".join(pieces)


def lost(number: int, seed: int) -> tuple[int, dict[str, list[str]]]:
    """Make texts and read them.

    Args:
        number: How many texts to make.
        seed: What they are made from.

    Returns:
        How many were not refused by `reading`, and those that were lost, by their fault.
    """
    chance = random.Random(seed)
    found: dict[str, list[str]] = {}
    taken = 0
    for _ in range(number):
        article = _article(mangled(chance))
        if article is None:
            continue
        taken += 1
        fault = _fault_in(article)
        if fault is not None:
            found.setdefault(fault, []).append(article.text)
    return taken, found


def _article(text: str) -> Article | None:
    """Read a text as reading does, half of them as they are; None where reading refuses it."""
    day = "2025-03-14" if len(text) % 3 else None
    try:
        return read_text(text, published=day, verbatim=len(text) % 2 == 0)
    except ReadingError:
        return None


def main(argv: list[str] | None = None) -> int:
    """Read the texts and print what was lost."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.robust", description=__doc__)
    parser.add_argument("--texts", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args(argv)
    begin = time.perf_counter()
    taken, found = lost(arguments.texts, arguments.seed)
    count = sum(len(texts) for texts in found.values())
    seconds = time.perf_counter() - begin
    print(
        f"{arguments.texts:,} texts, {arguments.texts - taken:,} refused in a sentence, "
        f"{count} lost; seed {arguments.seed}, {seconds:.0f} s"
    )
    for fault, texts in sorted(found.items(), key=lambda pair: -len(pair[1])):
        print(f"\n{len(texts)} × {fault}\n{shortest(min(texts, key=len), fault)!r}")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
