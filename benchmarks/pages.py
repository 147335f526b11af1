"""How long a reader waits: `python -m benchmarks.pages`, in a real browser.

Measures first view, a filter change and a change of page with the sample and with 1,000 synthetic
articles, beside a bare Streamlit app (a title, a list to choose from, a table, two pages) in the
same run, in turns. A wait ends with the last change on the page after which it is still.
Prints a table (median milliseconds, the server's processor time, bytes received) and writes
out/pages.json.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, WebSocket, sync_playwright

from benchmarks import synthetic
from benchmarks.serving import ARGUMENTS, Served, running
from briefing.library import Library

STILL = 400
"""Milliseconds without a change after which a page is still."""

BATCH = 200

BARE = """\
import pandas as pd
import streamlit as st


def first():
    st.title("First")
    table()


def second():
    st.title("Second")
    table()


def table():
    frame = pd.DataFrame({"country": COUNTRIES, "count": range(len(COUNTRIES))})
    st.dataframe(frame[frame["country"].isin(chosen)] if chosen else frame)


COUNTRIES = ["Chile", "Fiji", "France", "Ghana", "Japan", "Kenya", "Norway", "Peru", "Russia"]
page = st.navigation([st.Page(first, title="Briefing"), st.Page(second, title="Quotes")])
chosen = st.sidebar.multiselect("Countries", COUNTRIES)
page.run()
"""

_WATCH = """
window.__changed = performance.now();
new MutationObserver(() => { window.__changed = performance.now(); })
  .observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
"""
_IS_STILL = """(begun) => {
  const app = document.querySelector('[data-test-script-state]');
  return app && app.dataset.testScriptState === 'notRunning' && window.__changed > begun
    && performance.now() - window.__changed > STILL;
}""".replace("STILL", str(STILL))


def main(argv: list[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.pages",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--articles", type=int, default=1_000, help="in the larger library")
    parser.add_argument("--rounds", type=int, default=7, help="visits of each app, in turns")
    parser.add_argument("--out", type=Path, default=Path("out/pages.json"))
    arguments = parser.parse_args(argv)
    found = measured(arguments.articles, arguments.rounds)
    _print(found)
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text(json.dumps(found, indent=1), encoding="utf-8")
    print(arguments.out)
    return 0


def measured(size: int, rounds: int) -> dict[str, dict[str, dict[str, float]]]:
    """Return, by app and step, the median wait, processor time (both milliseconds) and kilobytes.

    Args:
        size: Articles in the larger library.
        rounds: Visits of each app. One more before them is not counted.
    """
    taken: dict[str, dict[str, list[dict[str, float]]]] = defaultdict(lambda: defaultdict(list))
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        apps = {
            "bare Streamlit": stack.enter_context(_bare(folder / "bare")),
            "1 article": stack.enter_context(running(_made(folder / "one"))),
            f"{size:,} articles": stack.enter_context(running(filled(folder / "many", size))),
        }
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=ARGUMENTS
        )
        for number in range(rounds + 1):
            for name, app in apps.items():
                for step, cost in _visit(browser, app):
                    if number:
                        taken[name][step].append(cost)
        browser.close()
    return {
        name: {step: _medians(costs) for step, costs in steps.items()}
        for name, steps in taken.items()
    }


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


@contextmanager
def _bare(folder: Path) -> Iterator[Served]:
    script = _made(folder) / "bare.py"
    script.write_text(BARE, encoding="utf-8")
    with running(folder, script=script) as app:
        yield app


def filled(folder: Path, size: int) -> Path:
    """Make a library of made articles in a new folder; return the folder."""
    made = synthetic.articles(size)
    with Library(_made(folder) / "library.sqlite") as library:
        while batch := list(islice(made, BATCH)):
            library.add_many([article for article, _ in batch], synthetic.tables_of(batch))
    return folder


def _visit(browser: Browser, app: Served) -> Iterator[tuple[str, dict[str, float]]]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, bypass_csp=True)
    context.add_init_script(_WATCH)
    page = context.new_page()
    received = [0]

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: received.__setitem__(0, received[0] + len(frame)))

    page.on("websocket", listen)

    def step(act: Callable[[], object], begun: Callable[[], float]) -> dict[str, float]:
        received[0], spent = 0, app.processor()
        start = begun()
        act()
        page.wait_for_function(_IS_STILL, arg=start, timeout=120_000)
        wait = float(page.evaluate("window.__changed")) - start
        return {
            "wait": wait,
            "processor": 1000 * (app.processor() - spent),
            "kilobytes": received[0] / 1000,
        }

    def now() -> float:
        return float(page.evaluate("performance.now()"))

    yield "first view", step(lambda: page.goto(app.address), lambda: 0.0)
    box = page.get_by_role("combobox", name="Countries")
    box.fill("France")
    time.sleep(0.5)
    yield "filter change", step(lambda: box.press("Enter"), now)
    page.keyboard.press("Escape")
    link = page.get_by_test_id("stSidebarNavLink").filter(has_text="Quotes")
    time.sleep(0.5)
    yield "page switch", step(lambda: link.click(), now)
    context.close()


def _medians(costs: list[dict[str, float]]) -> dict[str, float]:
    return {key: round(statistics.median(cost[key] for cost in costs), 1) for key in costs[0]}


def _print(found: dict[str, dict[str, dict[str, Any]]]) -> None:
    bare = next(iter(found.values()))
    for step in bare:
        print(f"\n{step:22}{'wait':>10}{'to bare':>9}{'processor':>12}{'received':>12}")
        for name, steps in found.items():
            one = steps[step]
            print(
                f"{name:22}{one['wait']:>7,.0f} ms{one['wait'] / bare[step]['wait']:>8.1f}×"
                f"{one['processor']:>9,.0f} ms{one['kilobytes']:>9,.0f} kB"
            )


if __name__ == "__main__":
    raise SystemExit(main())
