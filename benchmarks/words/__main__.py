"""Which words of the lists no test notices: `python -m benchmarks.words [--list FILE:KEY …]`.

Takes one word at a time out of a list and runs the tests whose texts have the word, then all
tests without the words that were not noticed. The lists are those of data/reference/*.toml, of
the lexicons there (CSV files with a column `lemma`), and at the top of the modules of
briefing/extraction. Prints a table and the words, and writes them to a
file. The program's files must stay as they are while it runs.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.words.lists import Word, chosen_lists
from benchmarks.words.search import Tried, sample_of, settle, try_words
from benchmarks.words.suite import TESTS, Suite, open_suite
from briefing.folders import ROOT


def main(argv: list[str] | None = None) -> int:
    """Try the words and print what became of them."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.words",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--list",
        action="append",
        default=[],
        metavar="FILE[:KEY]",
        help='a list, or all of a file: "standing.toml:denied.verbs", "cues.csv", '
        '"extraction/standing.py"; every list when left out',
    )
    parser.add_argument("--sample", type=int, metavar="N", help="try N words of each list")
    parser.add_argument("--seed", type=int, default=1, help="which N words (1)")
    parser.add_argument(
        "--limit",
        type=float,
        default=900,
        metavar="SECONDS",
        help="time for each list, and once more for all tests (900)",
    )
    parser.add_argument(
        "--tests", nargs="+", default=TESTS, metavar="PATH", help="the tests that may notice"
    )
    parser.add_argument(
        "--out",
        type=Path,
        default=ROOT / "out" / "words.json",
        metavar="FILE",
        help="where the words are written (out/words.json)",
    )
    parser.add_argument("--names", action="store_true", help="only name the lists")
    arguments = parser.parse_args(argv)
    try:
        lists = chosen_lists(arguments.list)
    except KeyError as error:
        parser.error(error.args[0])
    if arguments.names:
        for name, words in lists.items():
            print(f"{len(words):6}  {name}")
        return 0
    suite = open_suite(arguments.tests)
    print(f"{len(suite.texts.by_test):,} tests pass with all words in their lists.")
    for test in suite.texts.failed:
        print(f"Left out, since it fails as it is: {test}")
    print(" words  tried  noticed  seconds  by the tests whose texts have them")
    found = {}
    for name, words in lists.items():
        chosen = sample_of(words, arguments.sample, arguments.seed)
        found[name] = one = try_words(suite, chosen, limit=arguments.limit)
        tried = len(one.noticed) + len(one.doubtful)
        print(f"{len(words):6}{tried:7}{len(one.noticed):9}{one.seconds:9.0f}  {name}", flush=True)
    doubtful = [word for one in found.values() for word in one.doubtful]
    settled = settle(suite, doubtful, limit=arguments.limit)
    _print_result(suite, found, settled)
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    whole = json.dumps(_as_json(suite, found, settled), indent=1, ensure_ascii=False)
    arguments.out.write_text(whole, encoding="utf-8")
    return 0


def _print_result(suite: Suite, found: Mapping[str, Tried], settled: Tried) -> None:
    noticed = sum(len(one.noticed) for one in found.values())
    left = sum(len(one.left) for one in found.values())
    tried = noticed + sum(len(one.doubtful) for one in found.values())
    print(
        f"\nAll tests, without the {tried - noticed:,} words that those did not notice: "
        f"{len(settled.noticed):,} more noticed, {settled.seconds:.0f} seconds."
    )
    if settled.noticed:
        print(", ".join(f"{word.text} ({word.list_name})" for word in settled.noticed))
    if settled.doubtful:
        print(f"Not settled for want of time: {len(settled.doubtful):,} words.")
        _print_words(suite, settled.doubtful)
    if left:
        print(f"Not tried for want of time: {left:,} words.")
    unread = sum(not suite.that_read(word) for word in settled.unnoticed)
    print(
        f"\n{tried:,} words tried: {len(settled.unnoticed):,} that no test notices, of which "
        f"{unread:,} stand in no text of a test (*)."
    )
    _print_words(suite, settled.unnoticed)


def _print_words(suite: Suite, words: Sequence[Word]) -> None:
    for name, texts in _by_list(suite, words).items():
        print(f"  {name}: {', '.join(texts)}")


def _by_list(suite: Suite, words: Sequence[Word]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in words:
        read = suite.that_read(word)
        found.setdefault(word.list_name, []).append(word.text if read else f"{word.text}*")
    return found


def _as_json(suite: Suite, found: Mapping[str, Tried], settled: Tried) -> dict[str, object]:
    return {
        "tests": len(suite.texts.by_test),
        "noticed": {
            name: [word.text for word in one.noticed] for name, one in found.items() if one.noticed
        },
        "noticed_by_other_tests": _by_list(suite, settled.noticed),
        "unnoticed": _by_list(suite, settled.unnoticed),
        "not_settled": _by_list(suite, settled.doubtful),
        "not_tried": {
            name: [word.text for word in one.left] for name, one in found.items() if one.left
        },
    }


if __name__ == "__main__":
    raise SystemExit(main())
