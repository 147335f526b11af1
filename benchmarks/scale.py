"""How the pages fare as a library grows: `python -m benchmarks.scale`.

Makes seeded libraries (1,000 and 10,000 articles; `--sizes 1000 10000 100000` for more) with as
many facts an article as real ones have, then opens every page without and with each filter, as the
app does but without a browser. Prints the size, the rate of adding, and for each page in processor
milliseconds: its questions together, the median and the worst of ten percent of single questions,
the whole first visit and the next one, messages and kilobytes to the browser; then the growth of
the questions between the sizes and the memory after the tour. Writes out/scale.json.
"""

from __future__ import annotations

import argparse
import json
import logging
import math
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import asdict, dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

PAGES = ("briefing", "entities", "quotes", "timeline", "relations", "present", "library")

FILTERS: dict[str, dict[str, str]] = {
    "none": {},
    "country": {"country": "FRA"},
    "speaker": {"speaker": "person:speaker-17"},
    "words": {"words": "pipeline"},
    "period": {"from": "2019-01-01", "to": "2019-12-31"},
}

DAY = "2024-02-01"
"""What the app takes for today."""

_ROOT = Path(__file__).resolve().parents[1]


@dataclass
class Visit:
    """What a visit of a page costs, times in processor milliseconds.

    Attributes:
        asked: Each question with its time.
        first: The whole visit, with nothing kept.
        again: The same once more.
        messages: To the browser, on the first visit.
        kilobytes: Likewise.
    """

    asked: list[tuple[str, float]] = field(default_factory=list)
    first: float = 0.0
    again: float = 0.0
    messages: int = 0
    kilobytes: float = 0.0

    @property
    def questions(self) -> float:
        """All questions together."""
        return sum(taken for _, taken in self.asked)


def main(argv: list[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.scale",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000], metavar="N")
    parser.add_argument("--pages", nargs="+", choices=PAGES, default=list(PAGES))
    parser.add_argument("--filters", nargs="+", choices=list(FILTERS), default=list(FILTERS))
    parser.add_argument("--keep", type=Path, metavar="DIR", help="where libraries stay")
    parser.add_argument("--out", type=Path, default=Path("out/scale.json"))
    parser.add_argument("--questions", type=int, default=0, metavar="N", help="print the slowest")
    parser.add_argument("--tour", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args(argv)
    if arguments.tour is not None:
        print(json.dumps(_tour(arguments.pages, arguments.filters)))
        return 0
    found: dict[int, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in arguments.sizes:
            path = (arguments.keep or Path(folder)) / str(size) / "library.sqlite"
            made = _made(path, size)
            found[size] = {**made, **_toured(path, arguments.pages, arguments.filters)}
            _print(size, found[size], arguments.questions)
    _print_growth(found)
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text(json.dumps(found, indent=1), encoding="utf-8")
    print(arguments.out)
    return 0


def _made(path: Path, size: int) -> dict[str, float]:
    """Make a library where there is none yet; return how large it is and how long that took."""
    from benchmarks import copying

    taken, start = 0.0, time.perf_counter()
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        taken = copying.make(path, size)
    return {
        "megabytes": path.stat().st_size / 1e6,
        "adding": taken * 1000,
        "made": time.perf_counter() - start,
    }


def _toured(path: Path, pages: list[str], filters: list[str]) -> dict[str, Any]:
    """Tour the pages in a process of their own, so that its memory is theirs alone."""
    command = [sys.executable, "-m", "benchmarks.scale", "--tour", str(path)]
    command += ["--pages", *pages, "--filters", *filters]
    environment = {
        **os.environ,
        "BRIEFING_DATA_DIR": str(path.parent),
        "BRIEFING_TODAY": DAY,
    }
    done = subprocess.run(command, env=environment, cwd=_ROOT, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def _tour(pages: list[str], filters: list[str]) -> dict[str, Any]:
    """Open every page under every filter, each for the first time and once more."""
    logging.disable(logging.WARNING)
    import streamlit as st
    from streamlit.runtime.pages_manager import PagesManager

    PagesManager.uses_pages_directory = False
    settled = PagesManager.__init__

    def of_a_running_server(self: PagesManager, *values: Any, **arguments: Any) -> None:
        settled(self, *values, **arguments)
        PagesManager.uses_pages_directory = False

    PagesManager.__init__ = of_a_running_server  # type: ignore[method-assign]
    watch = _Watch()
    watch.open("briefing", {})  # imports, fonts, outlines
    visits: dict[str, dict[str, Any]] = defaultdict(dict)
    for page in pages:
        for name in filters:
            st.cache_data.clear()
            visit = watch.open(page, FILTERS[name])
            visit.again = watch.open(page, FILTERS[name]).first
            visits[page][name] = {**asdict(visit), "questions": visit.questions}
    st.cache_data.clear()
    for page in pages:
        watch.open(page, {})
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    return {"visits": visits, "memory": _memory(), "peak": peak}


def _memory() -> float:
    """Return the megabytes of memory that are this process's own: not the mapped library."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("RssAnon")) / 1000


class _Watch:
    """Opens pages and takes the time of their questions."""

    def __init__(self) -> None:
        from streamlit.testing.v1.local_script_runner import LocalScriptRunner

        from components import cache

        self._visit = Visit()
        answer = cache._answer
        join = LocalScriptRunner.join

        def timed(query: Any, name: str, *values: Any) -> Any:
            start = time.thread_time()
            found = answer(query, name, *values)
            self._visit.asked.append((name, 1000 * (time.thread_time() - start)))
            return found

        def counted(runner: LocalScriptRunner) -> None:
            join(runner)
            told = runner.forward_msgs()
            self._visit.messages = len(told)
            self._visit.kilobytes = sum(one.ByteSize() for one in told) / 1000

        cache._answer = timed  # type: ignore[assignment]
        LocalScriptRunner.join = counted  # type: ignore[method-assign, assignment]

    def open(self, page: str, parameters: dict[str, str]) -> Visit:
        """Open a page in a session of its own."""
        from streamlit.testing.v1 import AppTest

        app = AppTest.from_file(str(_ROOT / "app.py"), default_timeout=900)
        app.switch_page(f"pages/{page}.py")
        for key, value in parameters.items():
            app.query_params[key] = value
        self._visit = visit = Visit()
        start = time.process_time()
        app.run()
        visit.first = 1000 * (time.process_time() - start)
        if app.exception:
            raise SystemExit(f"{page}: {app.exception[0].value}")
        return visit


def _print(size: int, found: dict[str, Any], slowest: int) -> None:
    print(f"\n{size:,} articles, {found['megabytes']:,.0f} MB", end="")
    if found["adding"]:
        print(
            f"; made in {found['made']:,.0f} s; adding takes {found['adding']:.0f} ms an "
            f"article ({60_000 / found['adding']:,.0f} a minute)",
            end="",
        )
    print(f"\nmemory after the tour {found['memory']:,.0f} MB, at most {found['peak']:,.0f} MB")
    print(
        f"{'page':10}{'filter':9}{'questions':>11}{'median':>9}{'p95':>8}"
        f"{'first':>9}{'again':>8}{'messages':>10}{'kB':>7}"
    )
    for page, by_filter in found["visits"].items():
        for name, visit in by_filter.items():
            times = sorted(taken for _, taken in visit["asked"])
            print(
                f"{page:10}{name:9}{visit['questions']:>8,.0f} ms{statistics.median(times):>9.1f}"
                f"{times[int(0.95 * (len(times) - 1))]:>8.1f}{visit['first']:>9,.0f}"
                f"{visit['again']:>8,.0f}{visit['messages']:>10}{visit['kilobytes']:>7,.0f}"
            )
            slow = sorted(visit["asked"], key=lambda one: -one[1])[:slowest]
            for question, taken in slow:
                if taken >= 5:
                    print(f"{'':19}{taken:>8,.0f}    {question.rpartition('queries.')[2]}")


def _print_growth(found: dict[int, dict[str, Any]]) -> None:
    sizes = sorted(found)
    for smaller, larger in pairwise(sizes):
        print(f"\nquestions from {smaller:,} to {larger:,} articles: the time grows as n to the")
        for page, by_filter in found[larger]["visits"].items():
            line = []
            for name, visit in by_filter.items():
                before = found[smaller]["visits"][page][name]["questions"]
                power = math.log(visit["questions"] / before) / math.log(larger / smaller)
                line.append(f"{name} {power:.2f}")
            print(f"{page:10}{' · '.join(line)}")


if __name__ == "__main__":
    raise SystemExit(main())
