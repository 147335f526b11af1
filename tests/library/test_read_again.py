"""What an older version of the program read is read again; what people did stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.tokens import Doc

from briefing.article import Article
from briefing.deck.storage import open_deck
from briefing.extraction import pipeline
from briefing.library import Filter, Library, decks, queries
from briefing.library.ingest import give_date, read_again
from briefing.version import VERSION, is_older

SAMPLE, FERRY, GRAIN = "a5f9d764d0b8b", "a102e573274db", "a2424035f2c2b"
"""The articles of the old library, in the order of adding."""


@pytest.mark.parametrize(
    ("read_by", "older"),
    [
        (f"{VERSION} en_core_web_sm", False),
        ("0.1.0 en_core_web_sm", True),
        ("0.1.10 en_core_web_sm", True),
        ("10.0.0 en_core_web_sm", False),
        ("a reader of another house", True),
    ],
)
def test_older_is_what_an_older_version_read(read_by: str, older: bool) -> None:
    assert is_older(read_by) is older


def test_every_article_is_read_again_and_what_people_did_stays(old_library: Path) -> None:
    with Library(old_library) as library:
        locked, kept = decks.load(library, "Locked"), decks.load(library, "Kept")
        before = queries.articles(library)
        texts = {key: library.article(key).article.text for key in before["article_id"]}
        evidence = queries.published_evidence(library, SAMPLE)

        results = list(read_again(library))

        assert [result.article_id for result in results] == [SAMPLE, FERRY, GRAIN]
        assert all(result.error is None and result.counts["entities"] for result in results)
        after = queries.articles(library)
        same = ["article_id", "title", "source", "added", "shown", "published", "published_basis"]
        assert after[same].equals(before[same])
        assert {key: library.article(key).article.text for key in texts} == texts
        assert queries.published_evidence(library, SAMPLE) == evidence
        assert queries.removed(library, FERRY)[0] == "Leave a Comment"
        assert queries.older_articles(library) == []
        assert set(after["reader_version"].str.split(" ").str[0]) == {VERSION}
        events = queries.events(library, Filter(articles=(SAMPLE, FERRY, GRAIN)))
        assert "asserted" in set(events["standing"])
        assert decks.load(library, "Locked") == locked
        assert decks.load(library, "Kept") == kept
        assert open_deck(library, "Locked").show is not None
        assert queries.reviewed(library, Filter()).reviewed == 1
        assert len(queries.search(library, "ferry", Filter())) == 1
        assert list(read_again(library)) == []


def test_reading_again_goes_on_where_it_was_stopped(old_library: Path) -> None:
    with Library(old_library) as library:
        reading = read_again(library)
        assert next(reading).article_id == SAMPLE
        reading.close()
    with Library(old_library) as library:
        assert queries.older_articles(library) == [FERRY, GRAIN]
        left = queries.quotes(library, Filter(articles=(FERRY,)))
        assert "Nobody in Helsinki has said such a thing," in set(left["text"])
        assert [result.article_id for result in read_again(library)] == [FERRY, GRAIN]
        assert queries.older_articles(library) == []


@pytest.mark.usefixtures("in_this_process")
def test_article_that_fails_keeps_its_old_reading(
    old_library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = pipeline.make_doc

    def fails_on_the_ferry(nlp: object, article: Article) -> Doc:
        if "ferry" in article.text:
            raise ValueError("no such word")
        return made(nlp, article)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "make_doc", fails_on_the_ferry)
    with Library(old_library) as library:
        results = list(read_again(library))
        assert [result.error is None for result in results] == [True, False, True]
        assert "no such word" in str(results[1].error)
        assert queries.older_articles(library) == [FERRY]
        assert not queries.quotes(library, Filter(articles=(FERRY,))).empty


def test_what_people_do_meanwhile_is_not_undone(
    old_library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library(old_library) as library:
        replace = library.replace

        def meanwhile(article: Article, *values: object, **named: object) -> bool:
            monkeypatch.setattr(library, "replace", replace)
            give_date(library, article.article_id, "2024-07-01")
            library.show([SAMPLE])
            library.remove(GRAIN)
            return replace(article, *values, **named)  # type: ignore[arg-type]

        monkeypatch.setattr(library, "replace", meanwhile)
        assert [result.article_id for result in read_again(library)] == [SAMPLE, FERRY]
        row = library.article(SAMPLE).row
        assert (row["published"], row["published_basis"]) == ("2024-07-01", "given")
        assert list(queries.articles(library)["shown"]) == [True, False]
        assert queries.older_articles(library) == []


@pytest.mark.usefixtures("in_this_process")
def test_two_that_read_again_at_once_share_the_work(
    old_library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    made = pipeline.make_doc

    def counted(nlp: object, article: Article) -> Doc:
        read.append(article.article_id)
        return made(nlp, article)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "make_doc", counted)
    with Library(old_library) as library:
        first, second = read_again(library), read_again(library)
        next(first)
        next(second)
        assert [*first, *second]
        assert sorted(read) == sorted([SAMPLE, FERRY, GRAIN])
