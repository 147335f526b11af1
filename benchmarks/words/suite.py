"""The tests, run again and again in copies of one process that has loaded the model once.

Each run is a fork: it imports the program anew, without the words that are taken out, and leaves
nothing behind.
"""

from __future__ import annotations

import os
import pickle
import re
import sys
import tempfile
import traceback
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import hypothesis  # noqa: F401  (loaded here, so that no run has to)
import pandera.pandas  # noqa: F401
import pytest
import spacy
import sqlalchemy  # noqa: F401
from spacy.language import Language

from benchmarks.words.lists import Word
from benchmarks.words.recording import Recorder, Texts, test_name
from benchmarks.words.removal import remove
from briefing.folders import ROOT
from briefing.settings import settings

TESTS = (
    "tests/extraction",
    "tests/reading",
    "tests/reference",
    "tests/wording",
    "tests/test_certainty.py",
)
"""The tests that read the lists, those of shuffled texts left out, which are no tables."""

_ALWAYS = (
    "-q",
    "--no-header",
    "-p",
    "no:cacheprovider",
    "--assert=plain",
    "--ignore-glob=*properties*",
    f"--rootdir={ROOT}",
    f"--config-file={ROOT / 'pyproject.toml'}",
)
_SURE = 3
"""Words of so many letters are looked for as they are; longer ones by their beginning."""


@dataclass(slots=True)
class Suite:
    """The tests.

    Attributes:
        texts: What they read.
    """

    texts: Texts
    _words: dict[str, frozenset[str]] = field(init=False)

    def __post_init__(self) -> None:
        split = {
            test: frozenset(re.findall(r"\w+", text)) for test, text in self.texts.by_test.items()
        }
        none: frozenset[str] = frozenset()
        self._words = {
            test: words.union(*(self.texts.lemmas.get(word, none) for word in words))
            for test, words in split.items()
        }

    def that_read(self, word: Word) -> tuple[str, ...]:
        """Return the names of the tests in whose texts a word stands, in any of its forms.

        It may be too many: every word that begins alike counts.
        """
        text = word.text.partition(" @")[0].casefold()
        beginnings = tuple(
            (part, part[: max(_SURE, len(part) - 2)] if len(part) > _SURE else "")
            for part in re.findall(r"\w+", text)
        )
        return tuple(
            test
            for test, words in self._words.items()
            if text in self.texts.by_test[test]
            or (beginnings and all(_stands(part, start, words) for part, start in beginnings))
        )

    def passes(self, words: Iterable[Word], tests: Collection[str] | None = None) -> bool:
        """Say whether the tests pass when words are taken out.

        Args:
            words: The words.
            tests: The names of the tests to run, all when None.
        """
        chosen = frozenset(self.texts.by_test if tests is None else tests)
        files = sorted({test.partition("::")[0] for test in chosen})

        def run() -> int:
            remove(words)
            return int(pytest.main([*_ALWAYS, "-x", *files], plugins=[_Only(chosen)]))

        code = _in_copy(run)
        if code == pytest.ExitCode.NO_TESTS_COLLECTED:
            raise RuntimeError(f"None of the tests was found: {', '.join(sorted(chosen)[:3])} …")
        return code == pytest.ExitCode.OK


def open_suite(tests: Collection[str] = TESTS) -> Suite:
    """Load the model, and run the tests once with all words in their lists.

    Args:
        tests: Files and folders of tests, from the root of the project.

    Raises:
        RuntimeError: The tests cannot be run.
    """
    name = settings().model
    model = spacy.load(name)
    load = spacy.load

    def loaded(asked: str, **options: Any) -> Language:
        return model if asked == name and not options else load(asked, **options)

    pytest.MonkeyPatch().setattr(spacy, "load", loaded)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts"

        def run() -> int:
            recorder = Recorder()
            code = int(pytest.main([*_ALWAYS, *tests], plugins=[recorder]))
            path.write_bytes(pickle.dumps(recorder.texts()))
            return code

        printed = Path(folder) / "printed"
        code = _in_copy(run, str(printed))
        if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED) or not path.exists():
            raise RuntimeError(f"The tests cannot be run:\n{printed.read_text()}")
        suite = Suite(pickle.loads(path.read_bytes()))
    one = next(iter(suite.texts.by_test), None)
    if one is None or not suite.passes([], [one]):
        raise RuntimeError("No test passes when it is run again, so no word can be tried.")
    return suite


def _stands(part: str, start: str, words: frozenset[str]) -> bool:
    return part in words or (bool(start) and any(word.startswith(start) for word in words))


def _in_copy(run: Callable[[], int], output: str = os.devnull) -> int:
    """Run something in a copy of this process and return its exit status.

    Args:
        run: What to run.
        output: The file that gets what it prints.
    """
    child = os.fork()
    if child == 0:
        code = int(pytest.ExitCode.INTERNAL_ERROR)
        try:
            os.chdir(ROOT)
            printed = os.open(output, os.O_WRONLY | os.O_CREAT)
            os.dup2(printed, 1)
            os.dup2(printed, 2)
            code = run()
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


class _Only:
    """Runs the tests of these names and no others."""

    def __init__(self, tests: frozenset[str]) -> None:
        self._tests = tests

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if test_name(item) in self._tests]
