"""Adding that goes on by itself, whoever looks: for a server, whose pages come and go."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Generator, Sequence
from threading import Event, Thread

from briefing.access import Action, acting
from briefing.errors import BriefingError
from briefing.library.ingest import Result, add_each
from briefing.library.sources import Source, number_of
from briefing.library.store import Library
from briefing.wording.progress import progress_words


class Job(ABC):
    """Adds articles in a thread of its own, until all are done or somebody cancels it.

    It works for who began it, until their sign-in ends.

    Args:
        library: The library.
        total: How many sources there are.
        what: What is counted, in the singular.

    Attributes:
        results: What became of each article and file so far, in order.
        done: How many of the sources are done.
        total: How many there are.
        cancelled: Whether somebody cancelled it.

    Raises:
        AccessError: Who begins it may not add.
    """

    def __init__(self, library: Library, *, total: int, what: str) -> None:
        self.results: list[Result] = []
        self.done = 0
        self.total = total
        self.cancelled = False
        self._what = what
        self._person = library.must_be_allowed(Action.ADD)
        self._library = library
        self._ended = Event()
        self._began = time.monotonic()
        Thread(target=self._run, name="adding", daemon=True).start()

    @property
    def runs(self) -> bool:
        """Whether it is still adding."""
        return not self._ended.is_set()

    @property
    def share(self) -> float:
        """How much of it is done, from 0 to 1."""
        return min(self.done / self.total, 1.0) if self.total else 1.0

    @property
    def words(self) -> str:
        """How far it is, in words."""
        failed = sum(result.error is not None for result in tuple(self.results))
        passed = time.monotonic() - self._began
        return progress_words(self.done, failed, self.total, passed, what=self._what)

    def wait(self, seconds: float) -> bool:
        """Wait for its end, so long at most; return whether it has ended."""
        return self._ended.wait(seconds)

    def cancel(self) -> None:
        """End it after the article that is being added; what was added stays."""
        self.cancelled = True

    @abstractmethod
    def _each(self) -> Generator[Result, None, None]:
        """Add; yield what became of each article."""

    def _step(self) -> None:
        self.done += 1

    def _run(self) -> None:
        with acting(self._person):
            self._add()

    def _add(self) -> None:
        adding = self._each()
        try:
            for result in adding:
                self.results.append(result)
                if self.cancelled:
                    break
        except BriefingError as error:  # such as a full disk, or a model that is not installed
            self.results.append(Result("", error=str(error)))
        finally:
            adding.close()
            self._ended.set()


class AddingJob(Job):
    """Adds what is in files, uploads and articles.

    Args:
        library: The library.
        sources: Paths, uploads or articles.
        published: The date of publication, for articles that state none.
    """

    def __init__(
        self, library: Library, sources: Sequence[Source], *, published: str | None = None
    ) -> None:
        self._sources = sources
        self._published = published
        super().__init__(library, total=number_of(sources), what="file")

    def _each(self) -> Generator[Result, None, None]:
        return add_each(self._library, self._sources, published=self._published, step=self._step)
