"""How many people one server bears: `python -m benchmarks.crowd`.

Opens 1, 10 and 50 sessions of the Briefing page over websockets, as browsers do but without one,
on a library of 1,000 made articles. Each session narrows the page to another country, waits as
somebody does who reads, and narrows it again. Prints for each number of sessions the reruns, how
long they took (median, 95 of 100, longest), the server's processor time a rerun, its memory, and
how many ended in an error; writes out/crowd.json. The waits are those of this machine; what counts
is how they grow with the sessions.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import statistics
import tempfile
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.pages import filled
from benchmarks.serving import Served, running

OUT = Path("out/crowd.json")
COUNTRIES = ("FRA", "JPN", "KEN", "NOR", "PER", "RUS", "IND", "EGY", "CHL", "POL", "VNM", "GHA")


@dataclass
class Crowd:
    """What so many sessions found.

    Attributes:
        sessions: How many were open at once.
        seconds: How long each rerun took.
        processor: Processor seconds of the server a rerun.
        memory: Its resident memory at the end, in megabytes.
        errors: Reruns that ended in an error, and connections that were lost.
    """

    sessions: int
    seconds: list[float] = field(default_factory=list)
    processor: float = 0.0
    memory: float = 0.0
    errors: int = 0

    def line(self) -> str:
        """Return the row of the printed table."""
        if not self.seconds:
            return f"{self.sessions:>8}  none finished, {self.errors} errors"
        ordered = sorted(self.seconds)
        worst = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
        return (
            f"{self.sessions:>8}{len(ordered):>8}{statistics.median(ordered):>9.2f}{worst:>7.2f}"
            f"{ordered[-1]:>9.2f}{self.processor:>11.2f}{self.memory:>11.0f}{self.errors:>8}"
        )


async def _run(socket: ClientConnection, query: str) -> bool:
    """Ask for a run of the page and wait for its end; return whether it went well."""
    asked = BackMsg()
    asked.rerun_script.query_string = query
    await socket.send(asked.SerializeToString())
    well = True
    async for data in socket:
        message = ForwardMsg()
        message.ParseFromString(data if isinstance(data, bytes) else data.encode())
        kind = message.WhichOneof("type")
        if kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
            well = False
        if kind == "script_finished" and (
            message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
        ):
            return well
    return False


async def _session(
    address: str, crowd: Crowd, turns: int, pause: float, chance: random.Random
) -> None:
    """Open the page and narrow it `turns` times, with pauses of about `pause` seconds."""
    stream = address.replace("http://", "ws://") + "/_stcore/stream"
    try:
        async with connect(
            stream,
            origin=address,  # type: ignore[arg-type]  # it is a plain text
            subprotocols=["streamlit"],  # type: ignore[list-item]
            max_size=None,
            open_timeout=120,
        ) as socket:
            await _run(socket, "")
            for _ in range(turns):
                await asyncio.sleep(pause * chance.uniform(0.5, 1.5))
                begun = time.monotonic()
                well = await _run(socket, f"country={chance.choice(COUNTRIES)}")
                crowd.seconds.append(time.monotonic() - begun)
                crowd.errors += not well
    except (OSError, ConnectionError, TimeoutError):
        crowd.errors += 1


async def _together(address: str, crowd: Crowd, turns: int, pause: float) -> None:
    await asyncio.gather(
        *(
            _session(address, crowd, turns, pause, random.Random(number))
            for number in range(crowd.sessions)
        )
    )


def measure(app: Served, sessions: int, *, turns: int, pause: float) -> Crowd:
    """Let so many sessions use an app at once."""
    crowd, before = Crowd(sessions), app.processor()
    asyncio.run(_together(app.address, crowd, turns, pause))
    crowd.processor = (app.processor() - before) / max(1, len(crowd.seconds))
    crowd.memory = app.memory()
    return crowd


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, nargs="+", default=[1, 10, 50])
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--turns", type=int, default=5, help="filter changes a session")
    parser.add_argument("--pause", type=float, default=10.0, help="seconds between them")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        library = filled(Path(folder) / "library", asked.articles)
        found = []
        print("sessions  reruns   median    p95  longest  processor         MB  errors")
        for sessions in asked.sessions:
            with running(library) as app:
                measure(app, 1, turns=1, pause=0)  # what a server loads once
                crowd = measure(app, sessions, turns=asked.turns, pause=asked.pause)
            found.append(crowd)
            print(crowd.line(), flush=True)
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps([asdict(crowd) for crowd in found], indent=1))


if __name__ == "__main__":
    main()
