"""Many articles are read by several processes, to the same rows, in the order given."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence

import pytest

from briefing.article import Article
from briefing.errors import SettingsError
from briefing.extraction import limited
from briefing.extraction.limited import read_each
from briefing.extraction.outcome import Reading
from briefing.extraction.process import PROCESSES, end_processes
from tests.conftest import GiveUp, at_work

PLACES = ("Fiji", "Tonga", "Samoa", "Palau", "Nauru")
TEXTS = [
    f"{one} warned {other} on Monday. “We will wait {number} days,” said Ana Reyes of {one}. "
    f"The ministers of {other} will meet on {number % 27 + 1} May 2031."
    for number, (one, other) in enumerate((a, b) for a in PLACES for b in PLACES if a != b)
]
ARTICLES = [Article(text=text) for text in TEXTS]


@pytest.fixture(scope="module", autouse=True)
def no_process_stays() -> Iterator[None]:
    yield
    end_processes()


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limited, "_TOGETHER", 3)
    monkeypatch.setattr(limited, "_ONE_BY_ONE", 5)


def _itself(article: Article) -> Article:
    return article


def _read(articles: Sequence[Article], workers: int | None) -> list[object]:
    found = []
    for article, (item, answer) in zip(
        articles, read_each(articles, _itself, workers=workers), strict=True
    ):
        assert item is article
        found.append(answer.rows if isinstance(answer, Reading) else str(answer))
    return found


@pytest.mark.usefixtures("small_batches")
def test_the_rows_are_the_same_however_many_processes_read() -> None:
    one = _read(ARTICLES, 1)
    assert _read(ARTICLES, 2) == one
    assert _read(ARTICLES, None) == one
    assert len({str(rows) for rows in one}) == len(ARTICLES)
    assert len(PROCESSES.idle) == 1, "only one is kept for what comes later"


@pytest.mark.usefixtures("small_batches")
def test_one_bad_article_costs_itself_alone(give_up: GiveUp) -> None:
    give_up("Palau warned Samoa")
    found = _read(ARTICLES, 2)
    bad = [at for at, text in enumerate(TEXTS) if "Palau warned Samoa" in text]
    assert [at for at, each in enumerate(found) if isinstance(each, str)] == bad
    assert all("took longer" in str(found[at]) for at in bad)


@pytest.mark.usefixtures("small_batches")
def test_a_process_that_is_killed_costs_nothing() -> None:
    expected = _read(ARTICLES, 1)
    found = []
    for number, (_, answer) in enumerate(read_each(ARTICLES, _itself, workers=2)):
        if number in (2, 11):
            for process in at_work():
                os.kill(process, signal.SIGKILL)
        assert isinstance(answer, Reading)
        found.append(answer.rows)
    assert found == expected


@pytest.mark.usefixtures("small_batches")
def test_an_article_that_always_ends_its_process_is_named_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    killed: list[bool] = []

    def asked(self: limited._Asker, requests: Sequence[limited.Request]) -> object:
        bad = [at for at, each in enumerate(requests) if "Nauru warned" in each.article.text]
        if bad:
            killed.append(len(requests) == 1)
            got, _ = honest(self, requests[: bad[0]]) if bad[0] else ([], None)
            return got, ("", -9)
        return honest(self, requests)

    honest = limited._Asker._asked_for
    monkeypatch.setattr(limited._Asker, "_asked_for", asked)
    found = _read(ARTICLES, 2)
    bad = [at for at, text in enumerate(TEXTS) if "Nauru warned" in text]
    assert [at for at, each in enumerate(found) if isinstance(each, str)] == bad
    assert all("exit status -9" in str(found[at]) for at in bad)
    assert killed.count(True) >= len(bad), "each was tried again alone"


def test_what_is_not_to_be_read_keeps_its_place() -> None:
    items = list(range(60))
    wanted = {0: ARTICLES[0], 30: ARTICLES[1], 59: ARTICLES[2]}
    found = list(read_each(items, wanted.get, workers=2))
    assert [item for item, _ in found] == items
    assert [item for item, answer in found if answer is not None] == list(wanted)


def test_few_articles_start_one_process_and_take_no_article_ahead() -> None:
    end_processes()
    taken: list[Article] = []

    def given() -> Iterator[Article]:
        for article in ARTICLES[:5]:
            taken.append(article)
            yield article

    for number, _ in enumerate(read_each(given(), _itself)):
        assert len(taken) == number + 1
        assert len(PROCESSES.idle) == 1


def test_a_reading_that_is_not_wanted_any_more_ends_what_runs() -> None:
    readings = read_each(ARTICLES * 5, _itself, workers=2)
    next(readings)
    readings.close()  # type: ignore[attr-defined]
    assert len(at_work()) <= 1
    (answer,) = _read(ARTICLES[:1], 1)
    assert not isinstance(answer, str)


def test_a_model_that_is_not_installed_stops_all() -> None:
    with pytest.raises(SettingsError, match="not installed"):
        list(read_each(ARTICLES, _itself, model="nothing", workers=2))
