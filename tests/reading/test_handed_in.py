from __future__ import annotations

from collections import Counter

import pytest

from briefing.article import Article
from briefing.reading import read_upload
from briefing.reading.steps import clean
from tests.reading.handed_in import CASES, Case


def faults(case: Case) -> list[str]:
    """Say what is read of a text otherwise than it should be."""
    outcomes = list(read_upload(case.text.encode(), "handed.txt"))
    articles = [one for one in outcomes if isinstance(one, Article)]
    if not articles:
        return [f"nothing read: {outcomes}"]
    first = articles[0]
    bad = [
        f"{field} {found!r}"
        for field, found, wanted in (
            ("title", first.title, case.title),
            ("author", first.author or "", case.author),
            ("source", first.source or "", case.source),
            ("published", first.published or "", case.published),
        )
        if wanted is not None and found != wanted
    ]
    titles = tuple(article.title for article in articles)
    if case.titles is not None and titles != case.titles:
        bad.append(f"titles {titles}")
    bad += [f"lost {words!r}" for words in case.keeps if words not in first.text]
    bad += [
        f"kept {words!r}"
        for words in case.lacks
        if any(words in article.text for article in articles)
    ]
    if case.note and not any(case.note in note for note in first.notes):
        bad.append(f"notes {first.notes}")
    if len(articles) == len(outcomes):
        bad += _unaccounted(case.text, articles)
    return bad


def _unaccounted(text: str, articles: list[Article]) -> list[str]:
    """Say which words stand neither in an article nor among what was left out."""
    given = Counter(clean(text.replace("\f", "\n")).text.split())
    told = Counter(
        word for one in articles for piece in (one.text, *one.removed) for word in piece.split()
    )
    return [f"unsaid {given - told}"] if given - told else []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_read(case: Case) -> None:
    assert faults(case) == []
