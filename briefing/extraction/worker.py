"""The process that reads articles for another one: `serve` answers until nobody asks any more.

It ends itself when an article takes too long, through a watchdog that needs nothing of Python to
run, so that it also ends where whoever asked is gone. What the watchdog writes then, which lines
of the program were at work, takes the place of the answer.
"""

from __future__ import annotations

import faulthandler
import os
import pickle
import signal
import sys
from typing import BinaryIO, NamedTuple

from briefing.article import Article
from briefing.errors import BriefingError
from briefing.extraction.outcome import Reading


class Request(NamedTuple):
    """An article to be read.

    Attributes:
        article: The article.
        model: Load name of the model.
        seconds: How long it may take; None for as long as it takes.
    """

    article: Article
    model: str
    seconds: float | None


Answer = Reading | BriefingError | None
"""A reading or why there is none; None, the first of all, says that the model is loaded."""


def serve(model: str) -> None:
    """Read articles from standard input and write readings to standard output.

    Args:
        model: Load name of the model, which is loaded before anything is asked for.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for whoever asks
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a package prints is no answer
    try:
        from briefing.extraction.pipeline import pipeline

        pipeline(model)
    except BriefingError as error:
        _send(answers, error)
        return
    _send(answers, None)
    while requests := _next():
        for request in requests:
            if request.seconds is not None:
                faulthandler.dump_traceback_later(request.seconds, exit=True, file=answers)
            found = answer(request)
            faulthandler.cancel_dump_traceback_later()
            _send(answers, found)


def answer(request: Request) -> Reading | BriefingError:
    """Read one article, or say why there is no reading of it."""
    from briefing.extraction.read import read_one

    try:
        return read_one(request.article, request.model)
    except BriefingError as error:
        return error


def _next() -> tuple[Request, ...]:
    """Return what is asked for next; nothing where nobody asks any more."""
    try:
        requests: tuple[Request, ...] = pickle.load(sys.stdin.buffer)
    except EOFError:
        return ()
    return requests


def _send(answers: BinaryIO, answer: Answer) -> None:
    pickle.dump(answer, answers, protocol=pickle.HIGHEST_PROTOCOL)
    answers.flush()
