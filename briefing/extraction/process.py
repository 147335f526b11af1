"""One process that reads articles for this one, and the processes that are kept for the next.

It is a plain subprocess and not one of multiprocessing, which would run the main module once more,
and that of a running app is a page.
"""

from __future__ import annotations

import atexit
import fcntl
import os
import pickle
import re
import subprocess
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Condition

from briefing.errors import BriefingError
from briefing.extraction.worker import Answer, Request
from briefing.settings import settings

_START = (
    "import sys; sys.path[:] = sys.argv[2:]; "
    "from briefing.extraction.worker import serve; serve(sys.argv[1])"
)
_PICKLED = b"\x80"
"""How an answer begins; what the watchdog writes begins otherwise."""

_PIPE = 1 << 20
"""Bytes of answers that may wait, so that a process goes on while nobody takes them."""

_LAST = 5_000
"""Articles after which a process is ended for another one: spaCy keeps every word that it met."""

_FRAME = re.compile(r'File "(.+)", line (\d+)')
_FRAMES = 8


_TRIES = 3
"""How often a process is started that something else ends."""


class ProcessEndedError(BriefingError):
    """A process that something else ended while it started."""


class Process:
    """A process that reads; started when it is made, with its model loaded.

    Args:
        model: Load name of the model.

    Raises:
        SettingsError: The model cannot be used.
        BriefingError: The process does not start.
    """

    def __init__(self, model: str) -> None:
        self.model = model
        self._read = 0
        self._owed = 0
        command = [sys.executable, "-P", "-c", _START, model, *sys.path]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self._process.stdout is not None
        with suppress(OSError, AttributeError):  # a smaller pipe does, with more waiting
            fcntl.fcntl(self._process.stdout, fcntl.F_SETPIPE_SZ, _PIPE)
        answer = self._next()
        if isinstance(answer, BriefingError):
            self.end()
            raise answer
        if isinstance(answer, str):
            self.end()
            kind = ProcessEndedError if (self.status or 0) < 0 else BriefingError
            raise kind(
                "The process that reads articles could not be started (exit status "
                f"{self.status}); what it said stands in the log."
            )

    @property
    def pid(self) -> int:
        """Its number on this machine."""
        return self._process.pid

    @property
    def status(self) -> int | None:
        """How it ended; None while it runs."""
        return self._process.returncode

    @property
    def can_go_on(self) -> bool:
        """Whether it runs, owes no answer, and has not read too much already."""
        return self._process.poll() is None and not self._owed and self._read < _LAST

    def ask(self, requests: Sequence[Request]) -> None:
        """Ask for articles to be read, in order; `answer` gives one at a time."""
        assert self._process.stdin is not None
        self._owed += len(requests)
        with suppress(OSError):  # it has ended, and the answer says so
            pickle.dump(tuple(requests), self._process.stdin, protocol=pickle.HIGHEST_PROTOCOL)
            self._process.stdin.flush()

    def answer(self) -> Answer | str:
        """Return the next answer; where it ended, which lines were at work, or nothing."""
        found = self._next()
        if not isinstance(found, str):
            self._owed -= 1
            self._read += 1
            return found
        self.end()
        frames = [f"{Path(path).name}:{line}" for path, line in _FRAME.findall(found)]
        return " > ".join(reversed(frames[:_FRAMES]))

    def _next(self) -> Answer | str:
        answers = self._process.stdout
        assert answers is not None
        try:
            begins = answers.peek(1)[:1]  # type: ignore[attr-defined]
            if begins == _PICKLED:
                answer: Answer = pickle.load(answers)
                return answer
            written = answers.read().decode("utf-8", "replace")
        except (EOFError, pickle.UnpicklingError, ValueError):  # it ended within its answer
            written = ""
        self._process.wait()
        return written

    def interrupt(self) -> None:
        """End the process from another thread than the one that waits for its answer."""
        self._process.kill()

    def end(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            with suppress(OSError):  # what was not sent stays unsent
                pipe.close()


def most() -> int:
    """Return how many processes may read at once."""
    return settings().workers or len(os.sched_getaffinity(0))


class Processes:
    """The processes of this program: those that wait for articles, and how many there are."""

    def __init__(self) -> None:
        self._idle: list[Process] = []
        self._number = 0
        self._freed = Condition()
        self._queue: deque[object] = deque()

    @property
    def idle(self) -> tuple[Process, ...]:
        """Those that wait for articles."""
        return tuple(self._idle)

    @contextmanager
    def one(self, model: str, *, at_most: int) -> Iterator[Process]:
        """Lend a process that nobody else uses; wait in a queue where as many as may be are lent.

        Args:
            model: Load name of the model.
            at_most: How many there may be for this asker.

        Raises:
            SettingsError: The model cannot be used.
        """
        process = self._taken(model, at_most)
        try:
            if process is None:
                process = _started(model)
            yield process
        except BaseException:  # an answer that nobody waited for would be taken for the next one
            if process is not None:
                process.end()
            raise
        finally:
            self._give_back(process)

    def keep(self, number: int) -> None:
        """End those that wait for articles, all but `number`."""
        with self._freed:
            while len(self._idle) > number:
                self._idle.pop(0).end()
                self._number -= 1

    def _taken(self, model: str, at_most: int) -> Process | None:
        """Return a process that waits; None where the asker may start one.

        Who asked first is served first: a thread that gives a process back and asks again at once
        would else have it before a waiting one has woken, so that a folder shut out an article.
        """
        turn = object()
        with self._freed:
            self._queue.append(turn)
            try:
                while self._queue[0] is not turn or not self._one_is_free(model, at_most):
                    self._freed.wait()
                return self._found(model)
            finally:
                self._queue.remove(turn)
                self._freed.notify_all()

    def _one_is_free(self, model: str, at_most: int) -> bool:
        if self._fitting(model) is not None:
            return True
        while self._idle and (self._number >= at_most or not self._idle[0].can_go_on):
            self._idle.pop(0).end()
            self._number -= 1
        return self._number < at_most

    def _fitting(self, model: str) -> Process | None:
        fitting = (one for one in reversed(self._idle) if one.can_go_on and one.model == model)
        return next(fitting, None)

    def _found(self, model: str) -> Process | None:
        process = self._fitting(model)
        if process is not None:
            self._idle.remove(process)
        else:
            self._number += 1
        return process

    def _give_back(self, process: Process | None) -> None:
        with self._freed:
            if process is not None and process.can_go_on:
                self._idle.append(process)
            else:
                if process is not None:
                    process.end()
                self._number -= 1
            self._freed.notify_all()


def _started(model: str) -> Process:
    """Start a process, again where something ends it while it starts."""
    for _ in range(_TRIES):
        try:
            return Process(model)
        except ProcessEndedError:
            continue
    return Process(model)


PROCESSES = Processes()
"""Shared by all who read in this program, such as a server's sessions."""


@atexit.register
def end_processes() -> None:
    """End the processes that wait for articles; the next article starts another."""
    PROCESSES.keep(0)
