"""The lists of words, and where in its file each word stands.

A list is one of words in data/reference/*.toml, a table there that gives words their value, the
words of one part of speech in a lexicon (a CSV file with a column `lemma`), or a tuple, list or
set of words at the top of a module of briefing/extraction.
"""

from __future__ import annotations

import ast
import copy
import csv
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.folders import ROOT
from briefing.reference.files import REFERENCE

Step = str | int
CODE = ROOT / "briefing" / "extraction"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a list.

    Attributes:
        file: The file: "standing.toml", "cues.csv", "extraction/relations/agents.py".
        key: The list in it: "denied.verbs", "verb", "BEINGS".
        place: Where the word stands: the steps to it in TOML, its row in CSV, or in code the
            number of its list in the module and its place in that.
        text: The word.
    """

    file: str
    key: str
    place: tuple[Step, ...]
    text: str

    @property
    def list_name(self) -> str:
        """The list as `--list` names it."""
        return f"{self.file}:{self.key}"


def every_list() -> dict[str, tuple[Word, ...]]:
    """Return the words of each list by its name, "FILE:KEY", in the order of the files."""
    found: dict[str, list[Word]] = {}
    for word in (*_toml_words(), *_lexicon_words(), *_code_words()):
        found.setdefault(word.list_name, []).append(word)
    return {name: tuple(words) for name, words in found.items()}


def chosen_lists(names: Sequence[str]) -> dict[str, tuple[Word, ...]]:
    """Return the lists that are asked for; all where no name is given.

    Args:
        names: "FILE" for every list of a file, or "FILE:KEY"; a key also stands for those below
            it ("standing.toml:denied").

    Raises:
        KeyError: There is no such list; the message names it.
    """
    lists = every_list()
    if not names:
        return lists
    found: dict[str, tuple[Word, ...]] = {}
    for asked in names:
        ends = ("", ".") if ":" in asked else (":",)
        matching = {
            name: words
            for name, words in lists.items()
            if any(name == asked if end == "" else name.startswith(asked + end) for end in ends)
        }
        if not matching:
            raise KeyError(f"There is no list {asked}.")
        found |= matching
    return found


def toml_without(data: Mapping[str, Any], words: Iterable[Word]) -> dict[str, Any]:
    """Return a copy of what a TOML file holds, without some of its words."""
    left: dict[str, Any] = copy.deepcopy(dict(data))
    # The last of a list first, so that the places of the others stay.
    for word in sorted(words, key=_last_step, reverse=True):
        holder: Any = left
        for step in word.place[:-1]:
            holder = holder[step]
        del holder[word.place[-1]]
    return left


def rows_without(rows: Sequence[dict[str, str]], words: Iterable[Word]) -> list[dict[str, str]]:
    """Return the rows of a lexicon without those of some words."""
    gone = {word.place[0] for word in words}
    return [row for number, row in enumerate(rows) if number not in gone]


def code_without(source: str, words: Iterable[Word]) -> ast.Module:
    """Return a module's code without some of the words in its lists."""
    gone = {word.place for word in words}
    tree = ast.parse(source)
    for number, (_, elements) in enumerate(_assigned(tree)):
        elements[:] = [each for at, each in enumerate(elements) if (number, at) not in gone]
    return tree


def code_path(file: str) -> Path:
    """Return where a file of code is that `Word.file` names."""
    return ROOT / "briefing" / file


def _last_step(word: Word) -> int:
    step = word.place[-1]
    return step if isinstance(step, int) else -1


def _toml_words() -> Iterator[Word]:
    for path in sorted(REFERENCE.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        yield from _words_below(path.name, data, ())


def _words_below(file: str, value: object, steps: tuple[Step, ...]) -> Iterator[Word]:
    key = ".".join(map(str, steps))
    if isinstance(value, dict):
        # Not a record of what one thing is, whose keys are no words.
        kinds = {type(each) for each in value.values()}
        if steps and len(value) > 1 and kinds in ({str}, {int}, {float}):
            yield from (Word(file, key, (*steps, word), word) for word in value)
            return
        for name, each in value.items():
            yield from _words_below(file, each, (*steps, name))
    elif isinstance(value, list):
        if all(isinstance(each, str) for each in value):
            for at, word in enumerate(value):
                yield Word(file, key, (*steps, at), word)
            return
        for at, each in enumerate(value):
            yield from _words_below(file, each, (*steps, at))


def _lexicon_words() -> Iterator[Word]:
    for path in sorted(REFERENCE.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            if "lemma" not in (reader.fieldnames or ()):
                continue
            for number, row in enumerate(reader):
                yield Word(path.name, row.get("pos") or "words", (number,), row["lemma"].strip())


def _code_words() -> Iterator[Word]:
    for path in sorted(CODE.rglob("*.py")):
        file = str(path.relative_to(ROOT / "briefing"))
        lists = _assigned(ast.parse(path.read_text(encoding="utf-8")))
        for number, (name, elements) in enumerate(lists):
            for at, each in enumerate(elements):
                if isinstance(each, ast.Constant) and isinstance(each.value, str):
                    yield Word(file, name, (number, at), each.value)


def _assigned(tree: ast.Module) -> Iterator[tuple[str, list[ast.expr]]]:
    """Yield the names at the top of a module that stand for several words, with the words."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name, value = node.targets[0].id, node.value
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            name, value = node.target.id, node.value
        else:
            continue
        if name != "__all__":
            yield from ((name, elements) for elements in _literals(value))


def _literals(value: ast.expr) -> Iterator[list[ast.expr]]:
    """Yield the words of an expression: `("a", "b")`, `frozenset({"a"})`, `{"a"} | OTHERS`."""
    if isinstance(value, ast.BinOp):
        yield from _literals(value.left)
        yield from _literals(value.right)
    elif isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
        if value.func.id in ("frozenset", "set", "tuple") and len(value.args) == 1:
            yield from _literals(value.args[0])
    elif isinstance(value, ast.Tuple | ast.List | ast.Set) and all(
        isinstance(each, ast.Constant) and isinstance(each.value, str) for each in value.elts
    ):
        yield value.elts
