"""Reads articles within a time limit: in processes of their own, several of them for many.

A process is started with the first article and keeps the model for the next ones, so the one that
asks loads neither spaCy nor a model. What it gives does not depend on how many there are: each
article is read by itself, and the answers come in the order of the articles.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from threading import Event, RLock
from typing import TypeVar

from briefing.article import Article
from briefing.errors import BriefingError, ExtractionError
from briefing.extraction.outcome import Reading, ended, too_long
from briefing.extraction.process import PROCESSES, Process, most
from briefing.extraction.worker import Answer, Request
from briefing.settings import settings

Item = TypeVar("Item")

CHARACTERS_A_SECOND = 1_000
"""For so many characters an article may take a second more than the setting: about a quarter of
what an ordinary machine reads."""

_ONE_BY_ONE = 24
"""So many items are read one by one before a second process is started: it takes seconds."""

_TOGETHER = 16
"""Most items that a process is given at a time."""

_CHARACTERS = 24_000
"""Most characters of their texts, about 4,000 words; a longer article goes alone."""

_HERE = RLock()
"""Held while an article is read in this process, where all share one pipeline."""


def read_limited(article: Article, *, model: str | None = None) -> Reading:
    """Read one article, for as long as the setting `article_seconds` lets it.

    Args:
        article: The article.
        model: Load name of an installed English spaCy model; the setting `model` when None.

    Raises:
        ExtractionError: It takes too long, or the program fails on it.
        SettingsError: The model cannot be used.
    """
    answer = _answer(_request(article, model or settings().model))
    if isinstance(answer, BriefingError):
        raise answer
    return answer


def read_each(
    items: Iterable[Item],
    article_of: Callable[[Item], Article | None],
    *,
    model: str | None = None,
    workers: int | None = None,
) -> Iterator[tuple[Item, Reading | ExtractionError | None]]:
    """Read many articles; give each item in order, with its reading or why there is none.

    A process that is ended from outside costs the article that it was at another try, alone.

    Args:
        items: What the articles come from; taken as they are needed, a few ahead.
        article_of: Returns the article of an item to be read, or None for one that is not.
        model: As with `read_limited`.
        workers: How many processes read at once; None for one, and for many articles as many as
            the setting `workers` says.

    Raises:
        SettingsError: The model cannot be used.
    """
    name = model or settings().model
    waiting = iter(items)
    if workers is None or workers == 1:
        alone = workers == 1 or most() == 1 or not settings().article_seconds
        for item in waiting if alone else islice(waiting, _ONE_BY_ONE):
            article = article_of(item)
            yield item, None if article is None else plain(_answer(_request(article, name)))
        if alone:
            return
    yield from _read_together(batches(waiting, article_of, name), workers or most())


def seconds_for(article: Article) -> float | None:
    """Return how long reading an article may take; None where nothing limits it."""
    seconds = settings().article_seconds
    return seconds + len(article.text) / CHARACTERS_A_SECOND if seconds else None


Batch = list[tuple[Item, Request | None]]
"""Items that are read one after the other, each with the article that it comes to, if any."""


def answer_each(requests: Sequence[Request]) -> list[Reading | BriefingError]:
    """Read articles one after the other in a process of this machine, each within its time."""
    return _Asker(most(), again=True).answers(requests)


def _request(article: Article, model: str) -> Request:
    return Request(article, model, seconds_for(article))


def plain(answer: Reading | BriefingError) -> Reading | ExtractionError:
    """Return an answer that is about its article; raise one that holds for all of them."""
    if isinstance(answer, Reading | ExtractionError):
        return answer
    raise answer


def _answer(request: Request) -> Reading | BriefingError:
    """Read one article, here where nothing limits it."""
    if request.seconds is None:
        from briefing.extraction.worker import answer

        with _HERE:
            return answer(request)
    return _Asker(most(), again=False).answers([request])[0]


def batches(
    items: Iterator[Item], article_of: Callable[[Item], Article | None], model: str
) -> Iterator[Batch[Item]]:
    """Part items into batches, bounded by the words of their articles.

    Args:
        items: What the articles come from.
        article_of: As with `read_each`.
        model: Load name of the model.
    """
    batch: Batch[Item] = []
    characters = 0
    for item in items:
        article = article_of(item)
        batch.append((item, None if article is None else _request(article, model)))
        characters += len(article.text) if article is not None else 0
        if len(batch) >= _TOGETHER or characters >= _CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _read_together(
    batches: Iterator[Batch[Item]], workers: int
) -> Iterator[tuple[Item, Reading | ExtractionError | None]]:
    """Let several processes read, two batches for each at hand; give the answers in order."""
    asker = _Asker(workers, again=True)
    running: deque[tuple[Batch[Item], Future[list[Reading | BriefingError]]]] = deque()
    threads = ThreadPoolExecutor(workers, thread_name_prefix="reading")
    try:
        while True:
            for batch in islice(batches, 2 * workers - len(running)):
                requests = [request for _, request in batch if request is not None]
                running.append((batch, threads.submit(asker.answers, requests)))
            if not running:
                return
            batch, answers = running.popleft()
            found = iter(answers.result())
            for item, request in batch:
                yield item, None if request is None else plain(next(found))
    finally:
        asker.stop()
        threads.shutdown(wait=True, cancel_futures=True)
        PROCESSES.keep(1)


class _Asker:
    """Asks processes for readings, until it is stopped.

    Args:
        workers: How many processes may read at once.
        again: Whether an article at which a process ended is tried once more, alone.
    """

    def __init__(self, workers: int, *, again: bool) -> None:
        self._workers = workers
        self._again = again
        self._stopped = Event()
        self._asked: set[Process] = set()

    def stop(self) -> None:
        """End the processes that are at work: nobody waits for their answers any more."""
        self._stopped.set()
        for process in tuple(self._asked):
            process.interrupt()

    def answers(self, requests: Sequence[Request]) -> list[Reading | BriefingError]:
        """Return an answer for each request; fewer where it was stopped."""
        found: list[Reading | BriefingError] = []
        while len(found) < len(requests) and not self._stopped.is_set():
            left = requests[len(found) :]
            got, ending = self._asked_for(left)
            found += got
            if ending is not None and not self._stopped.is_set():
                found.append(self._instead(left[len(got)], *ending))
        return found

    def _asked_for(
        self, requests: Sequence[Request]
    ) -> tuple[list[Reading | BriefingError], tuple[str, int | None] | None]:
        """Return the answers of one process and, where it ended before the last, how."""
        got: list[Reading | BriefingError] = []
        with PROCESSES.one(requests[0].model, at_most=max(self._workers, most())) as process:
            self._asked.add(process)
            try:
                if self._stopped.is_set():
                    return got, None
                process.ask(requests)
                while len(got) < len(requests):
                    answer: Answer | str = process.answer()
                    if isinstance(answer, str):
                        return got, (answer, process.status)
                    assert answer is not None
                    got.append(answer)
            finally:
                self._asked.discard(process)
        return got, None

    def _instead(
        self, request: Request, places: str, status: int | None
    ) -> Reading | BriefingError:
        """Return what stands for the answer of an article at which a process ended."""
        if not places and self._again and not self._stopped.is_set():
            got, ending = self._asked_for([request])
            if got:
                return got[0]
            places, status = ending or ("", status)
        if places and request.seconds is not None:
            return too_long(request.article, request.seconds, places)
        return ended(request.article, status)
