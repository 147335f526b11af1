"""What a monitor asks a server: is it up, can it work, how much does it do."""

from __future__ import annotations

import os
import resource
import time
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute, Route

from serving.guard import Application, Message, Receive, Scope, Send

_PLAIN = {"cache-control": "no-store"}


@dataclass(slots=True)
class Health:
    """What is told of a server.

    Attributes:
        not_ready: Says in one sentence why the app cannot work now; None where it can.
        numbers: How much there is, by name.
        version: The program's version.
    """

    not_ready: Callable[[], str | None]
    numbers: Callable[[], Mapping[str, float]]
    version: str
    answers: Counter[str] = field(default_factory=Counter)
    connections: int = 0
    began: float = field(default_factory=time.time)

    def routes(self) -> list[BaseRoute]:
        """Return the addresses: /healthz, /readyz and /metrics."""
        return [
            Route("/healthz", self._up, methods=["GET"]),
            Route("/readyz", self._ready, methods=["GET"]),
            Route("/metrics", self._measures, methods=["GET"]),
        ]

    async def _up(self, request: Request) -> PlainTextResponse:
        return PlainTextResponse("up\n", headers=_PLAIN)

    async def _ready(self, request: Request) -> PlainTextResponse:
        why = await run_in_threadpool(self.not_ready)
        # The sentence has paths of the machine, so it is not for everybody: `doctor` says it.
        said, status = ("ready\n", 200) if why is None else ("not ready\n", 503)
        return PlainTextResponse(said, status, headers=_PLAIN)

    async def _measures(self, request: Request) -> PlainTextResponse:
        there = await run_in_threadpool(self.numbers)
        return PlainTextResponse(
            self.text(there), headers=_PLAIN, media_type="text/plain; version=0.0.4"
        )

    def text(self, there: Mapping[str, float]) -> str:
        """Return the measures in the form that Prometheus reads.

        Args:
            there: How much there is, by name.
        """
        used = resource.getrusage(resource.RUSAGE_SELF)
        lines = [
            "# TYPE briefing_info gauge",
            f'briefing_info{{version="{self.version}"}} 1',
            "# TYPE briefing_answers_total counter",
            *(
                f'briefing_answers_total{{status="{status}"}} {number}'
                for status, number in sorted(self.answers.items())
            ),
        ]
        gauges = {
            "briefing_open_pages": self.connections,
            **{f"briefing_{name}": number for name, number in there.items()},
            "process_resident_memory_bytes": _resident(),
            "process_start_time_seconds": self.began,
        }
        for name, number in gauges.items():
            lines += [f"# TYPE {name} gauge", f"{name} {number:.10g}"]
        lines += [
            "# TYPE process_cpu_seconds_total counter",
            f"process_cpu_seconds_total {used.ru_utime + used.ru_stime:.3f}",
        ]
        return "\n".join(lines) + "\n"


class Counting:
    """An ASGI middleware that counts answers and open pages.

    Args:
        app: The app.
        health: Where they are counted.
    """

    def __init__(self, app: Application, *, health: Health) -> None:
        self._app = app
        self._health = health

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through and count its answer."""
        if scope["type"] == "websocket":
            self._health.connections += 1
            try:
                await self._app(scope, receive, send)
            finally:
                self._health.connections -= 1
            return

        async def counted(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._health.answers[f"{message['status'] // 100}xx"] += 1
            await send(message)

        await self._app(scope, receive, counted)


def _resident() -> int:
    with suppress(OSError, ValueError, IndexError):
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")
    return 0
