from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from spacy.tokens import Doc

from briefing.article import Article
from briefing.errors import LibraryError, ReadingError
from briefing.extraction import pipeline
from briefing.library import Filter, Library, queries
from briefing.library.ingest import SAMPLES, give_date, read_and_add, seed
from briefing.library.sources import Upload
from briefing.reading import read_text
from briefing.settings import settings
from tests.library.stories import BRIDGE, GRAIN, add

FIJI = "Fiji warned Tonga\n\nFiji warned Tonga on Monday. Samoa will host talks.\n\nScroll to Top"


def test_each_source_has_its_result(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "storm.txt"
    path.write_text(FIJI)
    seen: list[tuple[int, str]] = []
    results = read_and_add(
        library,
        [
            path,
            Upload("again.txt", FIJI.encode()),
            Upload("picture.png", b"\x89PNG\r\n"),
            tmp_path / "nothing.txt",
            read_text("Samoa thanked Fiji on Tuesday."),
        ],
        progress=lambda done, name: seen.append((done, name)),
    )
    assert [result.new for result in results] == [True, False, False, False, True]
    assert [result.error is None for result in results] == [True, True, False, False, True]
    assert results[0].removed == ("Scroll to Top",)
    assert results[0].counts.keys() == {"entities", "quotes", "events", "relations"}
    assert results[0].article_id == results[1].article_id
    assert [done for done, _ in seen] == [1, 2, 3, 4, 5]
    assert queries.removed(library, results[0].article_id or "") == ["Scroll to Top"]
    assert len(library) == 4


def test_counts_are_those_of_the_library(empty_library: Library) -> None:
    (result,) = read_and_add(empty_library, [Upload("storm.txt", FIJI.encode())])
    (row,) = queries.articles(empty_library).to_dict("records")
    assert {name: row[name] for name in result.counts} == result.counts


@pytest.mark.usefixtures("in_this_process")
def test_article_that_the_program_fails_on_is_named_and_the_others_go_on(
    empty_library: Library, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    made = pipeline.make_doc

    def fails_on_fiji(nlp: object, article: Article) -> Doc:
        if "Fiji" in article.text:
            raise ValueError("no such word")
        return made(nlp, article)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "make_doc", fails_on_fiji)
    results = read_and_add(
        empty_library, [read_text(FIJI), read_text("Samoa thanked Tonga on Tuesday.")]
    )
    assert results[0].error is not None
    assert "no such word" in results[0].error
    assert results[1].new
    assert len(empty_library) == 1
    assert read_text(FIJI).article_id in caplog.text
    assert "ValueError" in caplog.text
    assert "Fiji" not in caplog.text
    assert "no such word" not in caplog.text


POLL = (
    "A day of votes\n\nDonald Trumbull spoke on Monday.\n\n"
    "Poll: Donald Trumbull Ties Helen Clayton With Martin Bloomfield in a Three-Way Contest.\n\n"
    "Trumbull and Clayton have also won their party primaries in Tennessee."
)


def test_an_article_with_a_broken_row_is_read_and_kept(empty_library: Library) -> None:
    (result,) = read_and_add(empty_library, [read_text(POLL)])
    assert result.error is None
    assert result.new
    named = queries.entities(empty_library, Filter())
    assert "Martin Bloomfield" in set(named["name"])


def test_given_date_is_kept_and_changes_what_it_dates(empty_library: Library) -> None:
    (result,) = read_and_add(empty_library, [read_text(FIJI)])
    key = result.article_id or ""
    before = empty_library.article(key).row
    give_date(empty_library, key, "9 May 2022")
    after = empty_library.article(key).row
    assert (after["published"], after["published_basis"]) == ("2022-05-09", "given")
    assert (after["article_id"], after["number"], after["added"]) == (
        before["article_id"],
        before["number"],
        before["added"],
    )
    assert queries.removed(empty_library, key) == ["Scroll to Top"]
    assert queries.scope(empty_library, Filter()).earliest == "2022-05-09"


def test_given_date_that_is_none_changes_nothing(library: Library) -> None:
    key = queries.articles(library)["article_id"][0]
    with pytest.raises(ReadingError):
        give_date(library, key, "soon")
    with pytest.raises(LibraryError):
        give_date(library, "a000", "2022-05-09")
    assert library.article(key).row["published"] == "2023-04-12"


def test_empty_library_is_seeded_once(empty_library: Library) -> None:
    assert len(seed(empty_library)) == len(list(SAMPLES.iterdir()))
    assert seed(empty_library) == []


def test_sample_retires_when_the_first_own_article_comes_and_only_then(
    empty_library: Library,
) -> None:
    (sample,) = [result.article_id for result in seed(empty_library)]
    assert queries.articles(empty_library)["shown"].tolist() == [True]
    add(empty_library, GRAIN)
    shown = queries.articles(empty_library).set_index("article_id")["shown"]
    assert shown.to_dict() == {sample: False, GRAIN.article_id: True}
    empty_library.show([str(sample), GRAIN.article_id])
    add(empty_library, BRIDGE)
    assert queries.articles(empty_library)["shown"].tolist() == [True, True, True]


def test_sample_read_by_hand_is_an_article_as_any_other(empty_library: Library) -> None:
    read_and_add(empty_library, [SAMPLES])
    add(empty_library, GRAIN)
    assert queries.articles(empty_library)["shown"].tolist() == [True, True]


def test_library_that_holds_something_is_not_seeded(library: Library) -> None:
    assert seed(library) == []


def test_seed_can_be_switched_off(empty_library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_SEED", "false")
    settings.cache_clear()
    try:
        assert seed(empty_library) == []
    finally:
        monkeypatch.undo()
        settings.cache_clear()


def test_sessions_that_start_at_once_add_the_sample_once(tmp_path: Path) -> None:
    libraries = [Library(tmp_path / "library.sqlite") for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        results = [result for found in pool.map(seed, libraries) for result in found]
    samples = len(list(SAMPLES.iterdir()))
    assert sum(result.new for result in results) == samples
    assert all(result.error is None for result in results)
    assert len(libraries[0]) == samples
    for library in libraries:
        library.close()
