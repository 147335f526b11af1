"""The sample article: who and what its briefing is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from tests.conftest import SAMPLE

ReadText = Callable[..., Doc]


@pytest.fixture(scope="module")
def sample(read_text: ReadText) -> Doc:
    text = SAMPLE.read_text(encoding="utf-8").split("\n\nLeave a Comment")[0]
    return read_text(text, title=text.split("\n", 1)[0])


def named(doc: Doc, words: str) -> set[tuple[str, str]]:
    """Return entity and form of each mention by name that is written so."""
    return {
        (mention.entity_id, mention.form)
        for mention in doc._.mentions
        if doc._.article.text[mention.start : mention.end] == words
    }


def test_sample_countries(sample: Doc) -> None:
    found = {key for key, entity in sample._.entities.items() if entity.kind == "country"}
    expected = {"KOR", "RUS", "PRK", "UKR", "CHN", "USA", "AUS", "JPN", "NZL"}
    assert found == {f"country:{code}" for code in expected}


@pytest.mark.parametrize("words", ["South Korea", "Russia", "North Korea", "Ukraine", "US"])
def test_sample_names_every_mention(sample: Doc, words: str) -> None:
    text = sample._.article.text
    spans = {(mention.start, mention.end) for mention in sample._.mentions}
    position = text.find(words)
    while position >= 0:
        end = position + len(words)
        if not text[end : end + 1].isalpha() and not text[position - 1 : position].isalpha():
            assert (position, end) in spans, text[position - 20 : end + 20]
        position = text.find(words, end)


def test_sample_capitals(sample: Doc) -> None:
    assert named(sample, "Moscow") == {("country:RUS", "government")}
    assert named(sample, "Pyongyang") == {("country:PRK", "government")}
    assert named(sample, "Washington") == {("place:washington", "capital")}


def test_sample_people(sample: Doc) -> None:
    people = {key: item for key, item in sample._.entities.items() if item.kind == "person"}
    assert {item.name for item in people.values()} == {"Yoon Suk Yeol", "Donald Trump"}
    (president,) = (item for item in people.values() if item.name == "Yoon Suk Yeol")
    assert president.country == "KOR"
    mentions = [item for item in sample._.mentions if item.entity_id == president.entity_id]
    assert mentions[0].role == "South Korean President"
    assert Counter(item.form for item in mentions)["short-name"] == 6


def test_sample_organisations_and_things(sample: Doc) -> None:
    entities = sample._.entities
    assert named(sample, "NATO") == {("alliance:nato", "short-name")}
    assert named(sample, "North Atlantic Treaty Organization") == {("alliance:nato", "name")}
    assert {key for key in entities if key.startswith("organisation:")} == {
        "organisation:reuters",
        "organisation:un",
    }
    assert {"weapon:ballistic-missiles", "weapon:artillery", "agreement:un-resolutions"} <= set(
        entities
    )
    assert {"place:europe", "place:korean-peninsula", "place:asia-pacific"} <= set(entities)
