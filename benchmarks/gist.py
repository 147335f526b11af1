"""Measures the bottom line of an article: `python -m benchmarks.accuracy gist --gold FILE`.

The sentences are those that the Briefing page shows. A gold sentence is given by its first words,
the best first; a sentence that is shown is accepted when it holds most of those words at their
place. With folds the articles are parted by a hash of their ids, so that errors can be read in one
part and measured in another.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.articles import fold_of, line_of
from briefing.article import Article
from briefing.library import Filter, Library, queries
from briefing.library.ingest import read_and_add
from briefing.reading import read_paths

SHOWN = 3
BEST = 3
_MOST = 0.5
"""So much of a gold sentence's first words, a dateline among them, must be shown."""

Span = tuple[int, int]


def score(gold: Sequence[dict[str, Any]], *, folds: int) -> dict[str, Any]:
    """Return the scores of all articles, and of each fold where there are several.

    Args:
        gold: Records with id, text, published and gist: the first words of good sentences.
        folds: How many parts; 1 for the whole alone.
    """
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "in.jsonl"
        path.write_text("".join(map(line_of, gold)), encoding="utf-8")
        articles = [found for found in read_paths([path]) if isinstance(found, Article)]
        with Library(Path(name) / "library.sqlite") as library:
            read_and_add(library, articles)
            shown = {
                article.external_id: (article.text, _shown(library, article.article_id))
                for article in articles
            }
    verdicts = {record["id"]: verdict(record["gist"], *shown[record["id"]]) for record in gold}
    scores: dict[str, Any] = {"all": _scores(list(verdicts.values()))}
    for fold in range(folds if folds > 1 else 0):
        part = [found for key, found in verdicts.items() if fold_of(key, folds) == fold]
        scores[f"fold {fold}"] = _scores(part)
    return scores


def verdict(wanted: Sequence[str], text: str, shown: Sequence[Span]) -> list[int | None]:
    """Return, of each sentence that is shown, the place of the gold sentence that it is.

    Args:
        wanted: The first words of good sentences, the best first.
        text: The article.
        shown: The spans of the sentences that are shown.
    """
    places = [_find(words, text) for words in wanted]
    return [
        next((at for at, span in enumerate(places) if span and _holds(one, span)), None)
        for one in shown
    ]


def _scores(verdicts: Sequence[Sequence[int | None]]) -> dict[str, Any]:
    places = [place for found in verdicts for place in found]
    hit = sum(any(place is not None and place < BEST for place in found) for found in verdicts)
    return {
        "articles": len(verdicts),
        "sentences": len(places),
        "accepted %": round(100 * sum(place is not None for place in places) / len(places), 1),
        "articles with one of the best %": round(100 * hit / len(verdicts), 1),
    }


def _shown(library: Library, article_id: str) -> list[Span]:
    rows = queries.gist(library, Filter(articles=(article_id,)), SHOWN)
    return [(int(start), int(end)) for start, end in zip(rows["start"], rows["end"], strict=True)]


def _find(words: str, text: str) -> Span | None:
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = re.search(pattern, text)
    return found.span() if found else None


def _holds(shown: Span, wanted: Span) -> bool:
    shared = min(shown[1], wanted[1]) - max(shown[0], wanted[0])
    return shared >= _MOST * (wanted[1] - wanted[0])
