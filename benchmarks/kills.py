"""Whether anything is lost when the program is killed: `python -m benchmarks.kills`.

A process adds made articles and decides on their facts, one after the other, and says of each that
it is done. It is killed at a moment nobody chose, fifty times over. After each kill everything that
was said to be done must be there, and after the last `check` must find no fault. Prints what was
done and what was lost; exit status 1 where something was.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

import sqlalchemy as sa

from benchmarks import synthetic
from benchmarks.serving import ROOT
from briefing.library import Library, schema
from briefing.library.faults import faults
from briefing.library.reviews.keeping import decide

LONGEST = 3.0
"""Seconds after its first deed within which the process is killed."""


def main(argv: list[str] | None = None) -> int:
    """Kill, look and print; with --work be the process that is killed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.kills", description=__doc__)
    parser.add_argument("--kills", type=int, default=50, metavar="N")
    parser.add_argument("--work", type=Path, metavar="FILE", help=argparse.SUPPRESS)
    parser.add_argument("--seed", type=int, default=0, help=argparse.SUPPRESS)
    asked = parser.parse_args(argv)
    if asked.work:
        work(asked.work, asked.seed)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        done, lost, found = killed(Path(folder) / "library.sqlite", asked.kills)
    print(f"{asked.kills} kills; {len(done):,} deeds said to be done, {len(lost)} lost")
    print("\n".join([*lost, *found]) or "check finds no fault")
    return 1 if lost or found else 0


def killed(path: Path, kills: int) -> tuple[list[str], list[str], list[str]]:
    """Let the process work on a library and kill it, so many times.

    Returns:
        The ids of what was said to be done, those of them that are not there, and the faults of the
        library at the end.
    """
    chance = random.Random(kills)
    done: list[str] = []
    lost: list[str] = []
    for number in range(kills):
        done += _one(path, number, chance.uniform(0, LONGEST))
        with Library(path) as library:
            there = _there(library)
        lost += [each for each in done if each not in there and each not in lost]
    with Library(path) as library:
        return done, lost, list(faults(library))


def work(path: Path, seed: int) -> None:
    """Add articles and decide on their facts without an end, and say of each that it is done."""
    with Library(path) as library:
        for article, rows in islice(synthetic.articles(10_000, seed=seed), 10_000):
            library.add_many([article], synthetic.tables_of([(article, rows)]))
            print(article.article_id, flush=True)
            quote = rows["quotes"][0]["quote_id"]
            made = decide(library, quote, "corrected", "Ana", field="act", value="warns")
            print(made.review_id, flush=True)


def _one(path: Path, seed: int, after: float) -> list[str]:
    """Start the process, kill it some time after its first deed; return what it said was done."""
    command = [sys.executable, "-m", "benchmarks.kills", "--work", str(path), "--seed", str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(after)
        os.kill(process.pid, signal.SIGKILL)
        said = first + process.stdout.read()
    return [line for line in said.split("\n")[:-1] if line]


def _there(library: Library) -> set[str]:
    with library.reading() as connection:
        return {
            *connection.scalars(sa.select(schema.articles.c.article_id)),
            *connection.scalars(sa.select(schema.reviews.c.review_id)),
        }


if __name__ == "__main__":
    raise SystemExit(main())
