"""Reads an article within a time limit: in a process that is kept, and ends when it passes.

The process is started with the first article and keeps the model for the next ones, so the one
that asks loads neither spaCy nor a model. It is a plain subprocess and not one of multiprocessing,
which would run the main module once more, and that of a running app is a page.
"""

from __future__ import annotations

import atexit
import pickle
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import RLock

from briefing.article import Article
from briefing.errors import BriefingError
from briefing.extraction.outcome import Reading, ended, too_long
from briefing.extraction.worker import Answer, Request
from briefing.settings import settings

CHARACTERS_A_SECOND = 1_000
"""For so many characters an article may take a second more than the setting: about a quarter of
what an ordinary machine reads."""

ONE_AT_A_TIME = RLock()
"""Held while an article is read: a server's sessions share one process, or one pipeline."""

_START = (
    "import sys; sys.path[:] = sys.argv[2:]; "
    "from briefing.extraction.worker import serve; serve(sys.argv[1])"
)
_PICKLED = b"\x80"
"""How an answer begins; what the watchdog writes begins otherwise."""

_FRAME = re.compile(r'File "(.+)", line (\d+)')
_FRAMES = 8


def read_limited(article: Article, *, model: str | None = None) -> Reading:
    """Read one article, for as long as the setting `article_seconds` lets it.

    Args:
        article: The article.
        model: Load name of an installed English spaCy model; the setting `model` when None.

    Raises:
        ExtractionError: It takes too long, or the program fails on it.
        SettingsError: The model cannot be used.
    """
    name = model or settings().model
    seconds = seconds_for(article)
    with ONE_AT_A_TIME:
        if seconds is None:
            from briefing.extraction.read import read_one

            return read_one(article, name)
        return _worker(name).read(Request(article, name, seconds))


def seconds_for(article: Article) -> float | None:
    """Return how long reading an article may take; None where nothing limits it."""
    seconds = settings().article_seconds
    return seconds + len(article.text) / CHARACTERS_A_SECOND if seconds else None


class _Worker:
    """The process; started when it is made, with its model loaded.

    Raises:
        SettingsError: The model cannot be used.
        BriefingError: The process does not start.
    """

    def __init__(self, model: str) -> None:
        self.model = model
        command = [sys.executable, "-P", "-c", _START, model, *sys.path]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        answer = self._answer()
        if isinstance(answer, BriefingError):
            self.end()
            raise answer
        if isinstance(answer, str):
            self.end()
            raise BriefingError(
                "The process that reads articles could not be started (exit status "
                f"{self._process.returncode}); what it said stands in the log."
            )

    @property
    def runs(self) -> bool:
        """Whether it can be asked."""
        return self._process.poll() is None

    def read(self, request: Request) -> Reading:
        """Read an article.

        Raises:
            ExtractionError: It takes too long, or the program fails on it.
        """
        try:
            answer = self._asked(request)
        except BaseException:  # an answer that nobody waited for would be taken for the next one
            self.end()
            raise
        if isinstance(answer, Reading):
            return answer
        if isinstance(answer, BriefingError):
            raise answer
        self.end()
        if answer:
            raise too_long(request.article, request.seconds, _places(answer))
        raise ended(request.article, self._process.returncode)

    def _asked(self, request: Request) -> Answer | str:
        assert self._process.stdin is not None
        with suppress(OSError):  # it has ended, and the answer says so
            pickle.dump(request, self._process.stdin, protocol=pickle.HIGHEST_PROTOCOL)
            self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> Answer | str:
        """Return the next answer; what it wrote instead where it ended, which may be nothing."""
        answers = self._process.stdout
        assert answers is not None
        begins = answers.peek(1)[:1]  # type: ignore[attr-defined]
        try:
            if begins == _PICKLED:
                answer: Answer = pickle.load(answers)
                return answer
            written = answers.read().decode("utf-8", "replace")
        except (EOFError, pickle.UnpicklingError):  # it ended within its answer
            written = ""
        self._process.wait()
        return written

    def end(self) -> None:
        """End the process."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            with suppress(OSError):  # what was not sent stays unsent
                pipe.close()
        self._process.wait()


_workers: list[_Worker] = []
"""The one that runs, if any."""


def _worker(model: str) -> _Worker:
    if _workers and not (_workers[0].runs and _workers[0].model == model):
        end_worker()
    if not _workers:
        _workers.append(_Worker(model))
    return _workers[0]


@atexit.register
def end_worker() -> None:
    """End the process that reads, where there is one; the next article starts another."""
    while _workers:
        _workers.pop().end()


def _places(written: str) -> str:
    """Return which lines of the program were at work, outermost first, as `places_of` does."""
    frames = [f"{Path(path).name}:{line}" for path, line in _FRAME.findall(written)]
    return " > ".join(reversed(frames[:_FRAMES]))
