"""Makes the examples that the reader learns from.

Usage: python -m training.second_reader.prepare OUT.jsonl --patterns F… --texts F… --articles F…
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from pathlib import Path

from benchmarks.accuracy import load
from training.second_reader.fill import Example, filled, names_of_countries, patterns
from training.second_reader.gold import of_articles, of_texts, read


def written(example: Example) -> str:
    """Return an example as a line."""
    return json.dumps(
        {
            "text": example.text,
            "marked": [[m.start, m.end, m.form, list(m.codes)] for m in example.marked],
            "labels": [[x.source, x.target, x.quad, x.standing, x.mutual] for x in example.labels],
            "group": example.group,
        },
        ensure_ascii=False,
    )


def main() -> None:
    """Write the examples."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--patterns", type=Path, nargs="*", default=[])
    parser.add_argument("--fillings", type=int, default=2)
    parser.add_argument("--texts", type=Path, nargs="*", default=[])
    parser.add_argument("--articles", type=Path, nargs="*", default=[])
    parser.add_argument("--seed", type=int, default=11)
    args = parser.parse_args()
    rng = random.Random(args.seed)
    examples: list[Example] = []
    names = names_of_countries()
    for _ in range(args.fillings):
        examples += [filled(text, labels, rng, names) for text, labels in patterns(args.patterns)]
    for path in args.texts:
        gold = load(path)
        examples += of_texts(gold, read(gold))
    for path in args.articles:
        gold = load(path)
        examples += of_articles(gold, read(gold))
    args.out.write_text("".join(written(e) + "\n" for e in examples), encoding="utf-8")
    bare = sum(not e.labels for e in examples)
    sys.stdout.write(f"{len(examples)} examples, {bare} without a relation\n")


if __name__ == "__main__":
    main()
