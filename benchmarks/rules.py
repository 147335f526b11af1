"""Lists the named rules of reading, or counts which apply in texts: `python -m benchmarks.rules`.

    python -m benchmarks.rules                   every rule with its sentence and counter-sentence
    python -m benchmarks.rules --count PATH…     how often each rule applies in articles

`python -m benchmarks.accuracy TASK --gold FILE --without NAME` measures without a rule.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from briefing.article import Article
from briefing.extraction.pipeline import docs
from briefing.extraction.rules import all_rules, counting
from briefing.reading import read_paths


def counted(articles: Iterable[Article]) -> Counter[str]:
    """Count by name how often each rule applies while articles are read."""
    with counting() as counter:
        for _ in docs(articles):
            pass
    return counter


def main(argv: list[str] | None = None) -> int:
    """List the rules, or count them over articles."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rules", description=__doc__)
    parser.add_argument("--count", type=Path, nargs="+", metavar="PATH")
    arguments = parser.parse_args(argv)
    rules = all_rules()
    if not arguments.count:
        for one in rules:
            module = one.function.__module__.removeprefix("briefing.extraction.")
            print(f"{one.name} ({module}): {one.meaning}")
            print(f"    applies      {one.example!r}")
            print(f"    does not     {one.counter_example!r}")
        print(f"{len(rules)} rules")
        return 0
    found = [it for it in read_paths(arguments.count) if isinstance(it, Article)]
    counter = counted(found)
    for one in rules:
        print(f"{counter[one.name]:7,} {one.name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
