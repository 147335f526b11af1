"""Adding goes on by itself, tells how far it is, and keeps what it added when it is cancelled."""

from __future__ import annotations

from threading import Event

import pytest

from briefing.article import Article
from briefing.library import Library, ingest
from briefing.library.job import AddingJob
from briefing.library.sources import Upload

TEXTS = [f"Fiji warned Tonga {number} times." for number in range(6)]


@pytest.mark.usefixtures("in_this_process")
def test_what_was_added_before_it_was_cancelled_stays(
    empty_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    second, go_on = Event(), Event()
    honest = ingest.settle

    def settle(library: Library, article_id: str) -> object:
        if len(library) == 2:
            second.set()
            assert go_on.wait(30)
        return honest(library, article_id)

    monkeypatch.setattr(ingest, "settle", settle)
    job = AddingJob(empty_library, [Article(text=text) for text in TEXTS])
    assert second.wait(60)
    assert job.runs
    assert (job.done, job.total) == (1, 6)
    assert job.words.startswith("1 of 6 files, 5 left, about ")
    job.cancel()
    go_on.set()
    assert job.wait(60)
    assert not job.runs
    assert len(empty_library) == len(job.results) == 2
    again = AddingJob(empty_library, [Article(text=text) for text in TEXTS])
    assert again.wait(60)
    assert [result.new for result in again.results] == [False, False, *[True] * 4]


@pytest.mark.usefixtures("in_this_process")
def test_a_file_that_cannot_be_read_is_counted_and_the_others_go_on(
    empty_library: Library,
) -> None:
    sources = [Upload("a.png", b"\x89PNG\r\n"), Upload("b.txt", TEXTS[0].encode())]
    job = AddingJob(empty_library, sources)
    assert job.wait(60)
    assert [result.new for result in job.results] == [False, True]
    assert job.words == "2 of 2 files, 1 failed, 0 left"
    assert job.share == 1.0


def test_what_stops_all_is_told(empty_library: Library) -> None:
    empty_library.writable = False
    job = AddingJob(empty_library, [Article(text=TEXTS[0])])
    assert job.wait(60)
    assert "can only be read" in str(job.results[0].error)
