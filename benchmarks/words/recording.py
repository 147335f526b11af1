"""Writes down what each test reads, so that a word is tried by the tests that have it."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from spacy.language import Language
from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Texts:
    """What the tests read.

    Attributes:
        by_test: The texts of each test that passes, in lower case, by its name: "FILE::test".
        lemmas: The lemmas that the model gives each word.
        failed: The tests that fail with all words in their lists; they are left out.
    """

    by_test: Mapping[str, str]
    lemmas: Mapping[str, frozenset[str]]
    failed: tuple[str, ...]


class Recorder:
    """A plugin of pytest that writes down each test's parameters, its code and its documents.

    Every document counts that spaCy makes in this process from here on.
    """

    def __init__(self) -> None:
        self._texts: dict[str, set[str]] = {}
        self._given: set[str] = set()
        self._of_fixture: dict[tuple[str, str], set[str]] = {}
        self._asks: dict[str, list[tuple[str, str]]] = {}
        self._lemmas: dict[str, set[str]] = {}
        self._failed: set[str] = set()
        self._reading: list[set[str]] = []
        read_one, read_many = Language.__call__, Language.pipe

        def call(nlp: Language, *given: Any, **options: Any) -> Doc:
            doc = read_one(nlp, *given, **options)
            self._read(doc)
            return doc

        def pipe(nlp: Language, *given: Any, **options: Any) -> Iterator[Any]:
            for doc in read_many(nlp, *given, **options):
                self._read(doc)
                yield doc

        patch = pytest.MonkeyPatch()
        patch.setattr(Language, "__call__", call)
        patch.setattr(Language, "pipe", pipe)

    def texts(self) -> Texts:
        """Return what was written down."""
        for test, asks in self._asks.items():
            for fixture in asks:
                self._texts[test] |= self._of_fixture.get(fixture, set()) - self._given
        return Texts(
            {
                test: "\n".join(texts).casefold()
                for test, texts in self._texts.items()
                if test not in self._failed
            },
            {word: frozenset(lemmas) for word, lemmas in self._lemmas.items()},
            tuple(sorted(self._failed)),
        )

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Write down the parameters and the code of each test."""
        for item in items:
            if not isinstance(item, pytest.Function):
                continue
            spec = getattr(item, "callspec", None)
            given = set(_strings(spec.params if spec else ()))
            self._given |= given
            self._texts[test_name(item)] = given | {_body(item.function)}
            files = ("", str(item.path))
            self._asks[test_name(item)] = [(at, name) for at in files for name in item.fixturenames]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        """Write down the documents that a test makes."""
        self._reading.append(self._texts.setdefault(test_name(item), set()))
        try:
            return (yield)
        finally:
            self._reading.pop()

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(
        self, fixturedef: pytest.FixtureDef[Any], request: pytest.FixtureRequest
    ) -> Generator[None, object, object]:
        """Write down the documents that several tests share, for all that ask for them."""
        if fixturedef.scope == "function":
            return (yield)
        file = str(request.path) if fixturedef.scope == "module" else ""
        self._reading.append(self._of_fixture.setdefault((file, fixturedef.argname), set()))
        try:
            return (yield)
        finally:
            self._reading.pop()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Write down which tests fail."""
        report = yield
        if report.failed:
            self._failed.add(test_name(item))
        return report

    def _read(self, doc: object) -> None:
        if not isinstance(doc, Doc):
            return
        if self._reading:
            self._reading[-1].add(doc.text)
        for token in doc:
            if token.lower_ != token.lemma_:
                self._lemmas.setdefault(token.lower_, set()).add(token.lemma_.casefold())


def test_name(item: pytest.Item) -> str:
    """Name a test by its whole path, since pytest's own id depends on what is collected."""
    return f"{item.path}::{item.nodeid.partition('::')[2]}"


def _strings(value: object) -> Iterator[str]:
    """Yield every text in a parameter of a test."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, each in value.items():
            yield from _strings(name)
            yield from _strings(each)
    elif isinstance(value, tuple | list | set | frozenset):
        for each in value:
            yield from _strings(each)


def _body(function: Callable[..., object]) -> str:
    """Return the code of a test without the table above it."""
    source = textwrap.dedent(inspect.getsource(function))
    body = getattr(ast.parse(source).body[0], "body", [])
    return "\n".join(ast.unparse(each) for each in body)
