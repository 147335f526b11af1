"""Words are taken out of their lists, and what no test notices is found."""

from __future__ import annotations

import ast
import copy
import json
import subprocess
import sys
from collections.abc import Collection, Iterable
from pathlib import Path

import pytest

from benchmarks.words.lists import (
    Word,
    chosen_lists,
    code_without,
    every_list,
    rows_without,
    toml_without,
)
from benchmarks.words.search import sample_of, settle, try_words
from briefing.folders import ROOT
from briefing.reference.files import toml

DATA = {
    "colours": {"warm": ["red", "orange", "yellow"], "cold": ["blue"]},
    "kinds": [{"name": "boat", "words": ["ship", "ferry"]}, {"name": "car", "words": ["taxi"]}],
    "weights": {"near": 2, "far": 1},
}


def word(text: str, *place: str | int, key: str = "") -> Word:
    return Word("some.toml", key, place, text)


@pytest.mark.parametrize(
    ("words", "left"),
    [
        (
            [word("red", "colours", "warm", 0), word("yellow", "colours", "warm", 2)],
            {"colours": {"warm": ["orange"], "cold": ["blue"]}},
        ),
        (
            [word("ferry", "kinds", 0, "words", 1)],
            {
                "kinds": [
                    {"name": "boat", "words": ["ship"]},
                    {"name": "car", "words": ["taxi"]},
                ]
            },
        ),
        ([word("near", "weights", "near")], {"weights": {"far": 1}}),
    ],
)
def test_words_are_taken_out_of_toml(words: list[Word], left: dict[str, object]) -> None:
    before = copy.deepcopy(DATA)
    assert toml_without(DATA, words) == {**DATA, **left}
    assert before == DATA


def test_rows_are_taken_out_of_a_lexicon() -> None:
    rows = [{"lemma": "say"}, {"lemma": "tell"}, {"lemma": "say"}]
    assert rows_without(rows, [word("say", 2)]) == rows[:2]


CODE = """
NAMES = ("one", "two", "three")
MORE: frozenset[str] = frozenset({"four", "five"}) | {"six"}
OTHER = tuple(NAMES)
NUMBERS = (1, 2)
"""


@pytest.mark.parametrize(
    ("words", "names", "more"),
    [
        ([word("two", 0, 1, key="NAMES")], ("one", "three"), {"four", "five", "six"}),
        ([word("six", 2, 0, key="MORE")], ("one", "two", "three"), {"four", "five"}),
        ([word("one", 0, 0), word("two", 0, 1)], ("three",), {"four", "five", "six"}),
    ],
)
def test_words_are_taken_out_of_code(
    words: list[Word], names: tuple[str, ...], more: set[str]
) -> None:
    module: dict[str, object] = {}
    exec(compile(ast.fix_missing_locations(code_without(CODE, words)), "code", "exec"), module)
    assert module["NAMES"] == module["OTHER"] == names
    assert module["MORE"] == more
    assert module["NUMBERS"] == (1, 2)


def test_every_word_of_toml_is_where_its_place_says() -> None:
    for words in every_list().values():
        if words[0].file.endswith(".toml"):
            data = toml(words[0].file)
            for one in words:
                holder: object = data
                for step in one.place[:-1]:
                    holder = holder[step]  # type: ignore[index]
                last = one.place[-1]
                assert one.text == (holder[last] if isinstance(last, int) else last)  # type: ignore[index]


def test_a_file_a_list_and_what_is_below_it_can_be_named() -> None:
    name = next(name for name in every_list() if name.count(".") >= 2)
    file, _, key = name.partition(":")
    assert name in chosen_lists([file])
    assert list(chosen_lists([name])) == [name]
    assert name in chosen_lists([f"{file}:{key.partition('.')[0]}"])
    with pytest.raises(KeyError, match="no list nowhere"):
        chosen_lists([name, "nowhere.toml"])


class StandIn:
    """Stands for the tests: what they read, and which words they notice, read or not."""

    def __init__(self, read: Collection[str], notice: Collection[str]) -> None:
        self.read, self.notice = read, notice
        self.runs = 0

    def that_read(self, one: Word) -> tuple[str, ...]:
        return ("test",) if one.text in self.read else ()

    def passes(self, words: Iterable[Word], tests: Collection[str] | None = None) -> bool:
        self.runs += 1
        return not {one.text for one in words} & set(self.notice)


WORDS = [word(letter, at) for at, letter in enumerate("abcdefgh")]


def letters(words: Iterable[Word]) -> str:
    return "".join(sorted(one.text for one in words))


def test_words_are_tried_by_their_tests_and_settled_by_all() -> None:
    tests = StandIn(read="abcd", notice="ah")
    tried = try_words(tests, WORDS, limit=60)  # type: ignore[arg-type]
    assert (letters(tried.noticed), letters(tried.doubtful), tests.runs) == ("a", "bcdefgh", 4)
    settled = settle(tests, tried.doubtful, limit=60)  # type: ignore[arg-type]
    assert (letters(settled.noticed), letters(settled.unnoticed)) == ("h", "bcdefg")


def test_time_that_has_run_out_leaves_words_and_says_so() -> None:
    tests = StandIn(read="abcd", notice="")
    assert letters(try_words(tests, WORDS, limit=-1).left) == "abcdefgh"  # type: ignore[arg-type]
    assert letters(settle(tests, WORDS, limit=-1).doubtful) == "abcdefgh"  # type: ignore[arg-type]
    assert tests.runs == 0


def test_a_sample_is_the_same_for_the_same_seed() -> None:
    one, again, other = (sample_of(WORDS, 4, seed) for seed in (1, 1, 2))
    assert one == again != other
    assert len(one) == 4
    assert sample_of(WORDS, None, 1) == WORDS


def test_what_no_test_notices_is_printed_and_written(tmp_path: Path) -> None:
    """Of a list in TOML one test reads a word and another counts; of one in code, one word."""
    lists = every_list()
    data = next(
        words
        for words in lists.values()
        if words[0].file.endswith(".toml")
        and len(words) > 4
        and all(each.text.isalpha() and isinstance(each.place[-1], int) for each in words)
    )
    code = next(
        words
        for words in lists.values()
        if words[0].file.startswith("extraction/")
        and len(words) == 3
        and all(each.text.isalpha() for each in words)
    )
    module = code[0].file.removesuffix(".py").replace("/", ".")
    steps = "".join(f"[{step!r}]" for step in data[0].place[:-1])
    (tmp_path / "test_small.py").write_text(
        "from briefing.reference.files import toml\n"
        f"from briefing.{module} import {code[0].key}\n"
        "def test_one():\n"
        f"    assert {data[0].text!r} in toml({data[0].file!r}){steps}\n"
        "def test_two():\n"
        f"    assert ''.join({[*data[1].text]!r}) in toml({data[0].file!r}){steps}\n"
        "def test_three():\n"
        f"    assert {code[1].text!r} in {code[0].key}\n",
        encoding="utf-8",
    )
    out = tmp_path / "words.json"
    options = ("--list", data[0].list_name, "--list", code[0].list_name, "--out", str(out))
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.words", *options, "--tests", str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    found = json.loads(out.read_text(encoding="utf-8"))
    assert found["tests"] == 3
    assert found["noticed"] == {
        data[0].list_name: [data[0].text],
        code[0].list_name: [code[1].text],
    }
    assert found["noticed_by_other_tests"] == {data[0].list_name: [f"{data[1].text}*"]}
    assert found["unnoticed"][code[0].list_name] == [f"{code[0].text}*", f"{code[2].text}*"]
    assert len(found["unnoticed"][data[0].list_name]) == len(data) - 2
    assert f"{len(data)} that no test notices" in run.stdout
