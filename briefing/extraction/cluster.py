"""Reads articles on the workers of a Dask scheduler: past one machine, with the same answers.

The workers get batches bounded by words and read each in processes of their own machine, as
`read_each` does (limited.py), with the same limits; a worker that dies costs nothing, since its
batches are given to another. The answers come in the order of the articles. Dask is an optional
package, and is imported only when somebody asks for a scheduler.
"""

from __future__ import annotations

import platform
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any

from briefing.article import Article
from briefing.errors import BriefingError, ClusterError, ExtractionError, SettingsError
from briefing.extraction.limited import Batch, answer_each, batches, plain
from briefing.extraction.outcome import Reading
from briefing.extraction.worker import Request
from briefing.settings import settings
from briefing.version import VERSION

if TYPE_CHECKING:
    from distributed import Client, Future

_AT_HAND = 3
"""Batches for each thread of a worker that are given out ahead."""

_CONNECT = 15
"""Seconds for which a scheduler may take to answer at first."""

_LOOK = 5.0
"""Seconds after which, while an answer is waited for, it is seen whether there are workers."""

_PATIENCE = 60.0
"""Seconds for which there may be no worker, before it is given up."""


def read_on_cluster(
    articles: Iterable[Article], address: str, *, model: str | None = None
) -> Iterator[tuple[Article, Reading | ExtractionError]]:
    """Read many articles on a cluster; give each in order, with its reading or why there is none.

    Args:
        articles: The articles; taken as they are needed, some batches ahead.
        address: The scheduler's address, such as tcp://10.0.0.5:8786.
        model: Load name of the model; the setting `model` when None.

    Raises:
        ClusterError: Dask is not installed, the scheduler does not answer, or its workers cannot
            read.
    """
    name = model or settings().model
    with _connected(address) as client:
        waiting = batches(iter(articles), _itself, name)
        running: deque[tuple[Batch[Article], Future[Any]]] = deque()
        try:
            while True:
                room = _AT_HAND * max(1, _threads(client)) - len(running)
                for batch in islice(waiting, max(room, 0 if running else 1)):
                    requests = [request for _, request in batch if request is not None]
                    future = client.submit(read_batch, VERSION, requests, pure=False)
                    running.append((batch, future))
                if not running:
                    return
                batch, future = running.popleft()
                answers = _answers(client, future, address)
                for (article, _), answer in zip(batch, answers, strict=True):
                    yield article, plain(answer)
        finally:
            client.cancel([future for _, future in running])


def read_batch(version: str, requests: Sequence[Request]) -> list[Reading | BriefingError]:
    """Read a batch where a worker is; what runs there.

    Args:
        version: The version of the program that asks.
        requests: The articles.

    Raises:
        ClusterError: This is another version, or it has no such model.
    """
    if version != VERSION:
        raise ClusterError(
            f"The worker on {platform.node()} has version {VERSION} of the program and not "
            f"{version}; install the same one wherever workers run, and give the same command "
            "again."
        )
    try:
        return answer_each(requests)
    except SettingsError as error:
        raise ClusterError(f"The worker on {platform.node()} cannot read: {error}") from error


def _itself(article: Article) -> Article:
    return article


@contextmanager
def _connected(address: str) -> Iterator[Client]:
    try:
        from distributed import Client
    except ImportError as error:
        raise ClusterError(
            "Dask is not installed, which a scheduler is asked with; install the program with its "
            "extra `cluster`, or read on this machine with --workers."
        ) from error
    try:
        client = Client(address, timeout=_CONNECT, set_as_default=False, name="briefing")
    except (OSError, ValueError, TypeError) as error:  # no answer, or no address at all
        raise ClusterError(
            f"No scheduler answers at {address}; start one with `dask scheduler`, and give the "
            "address that it prints."
        ) from error
    with client:
        yield client


def _threads(client: Client) -> int:
    return sum(client.nthreads().values())


def _answers(client: Client, future: Future[Any], address: str) -> list[Reading | BriefingError]:
    """Wait for the answers of a batch."""
    from distributed import CancelledError, KilledWorker

    alone_since: float | None = None
    while True:
        try:
            answers: list[Reading | BriefingError] = future.result(timeout=_LOOK)
            return answers
        except TimeoutError:
            if _threads(client):
                alone_since = None
                continue
            alone_since = alone_since or time.monotonic()
            if time.monotonic() - alone_since > _PATIENCE:
                raise ClusterError(
                    f"The scheduler at {address} has no workers; start some with `dask worker "
                    f"{address}`, and give the same command again: it goes on where it stopped."
                ) from None
        except KilledWorker as error:
            raise ClusterError(
                "The same articles were lost several times with the workers that read them; look "
                "into the workers' logs, and give the same command again: it goes on where it "
                "stopped."
            ) from error
        except (CancelledError, OSError) as error:
            raise ClusterError(
                f"The scheduler at {address} does not answer any more; start it again, and give "
                "the same command: it goes on where it stopped."
            ) from error
        except BriefingError:
            raise
        except Exception as error:  # whatever a machine without the program says
            raise ClusterError(_unable(address, error)) from error


def _unable(address: str, error: Any) -> str:
    said = " ".join(str(error).split())[:200]
    return (
        f"The machines of the scheduler at {address} cannot read ({type(error).__name__}: {said}); "
        f"install this program, version {VERSION}, with its extra `cluster` where the scheduler "
        "and the workers run."
    )
