"""Who asks first for a process that reads is served first."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread

import pytest

from briefing.extraction import process


class _Stand:
    model = "any"
    can_go_on = True

    def end(self) -> None:
        """Nothing runs."""


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> process.Processes:
    monkeypatch.setattr(process, "_started", lambda _model: _Stand())
    return process.Processes()


def _until(condition: Callable[[], bool]) -> None:
    waited = Event()
    while not condition():
        waited.wait(0.001)


@pytest.mark.timeout(30)
def test_an_article_is_not_shut_out_by_a_folder(processes: process.Processes) -> None:
    """The folder gives its process back and asks again at once, a hundred times."""
    order: list[str] = []

    def article() -> None:
        with processes.one("any", at_most=1):
            order.append("article")

    second = Thread(target=article)
    with processes.one("any", at_most=1):
        second.start()
        _until(lambda: len(processes._queue) == 1)
    for _ in range(100):
        with processes.one("any", at_most=1):
            order.append("folder")
    second.join()
    assert order.index("article") == 0


@pytest.mark.timeout(30)
def test_who_gives_up_waiting_holds_up_nobody(processes: process.Processes) -> None:
    class GivesUp(Exception):
        pass

    def interrupted() -> None:
        raise GivesUp

    with processes.one("any", at_most=1), pytest.MonkeyPatch.context() as patched:
        patched.setattr(processes._freed, "wait", interrupted)
        with pytest.raises(GivesUp), processes.one("any", at_most=1):
            pass
    with processes.one("any", at_most=1) as lent:
        assert lent.can_go_on
