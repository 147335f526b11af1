"""Rules of reading as named things: each has a sentence that it is for and one that it is not for.

A module that reads by rules ends in an ordered tuple of them:

    @rule(example="“We agree,” said Ms Berg.", counter_example="Ms Berg said so.")
    def after_marks(page: Page, number: int) -> Cue | None:
        '''Give marked words to the verb behind them.'''

    RULES = (after_marks, before_marks)

    cue = first(RULES, page, number)

A rule answers None (or False) where it does not apply. `RULES` tuples are what `all_rules` lists;
`counting` says which rules applied while a text was read, and `without` switches some off.
"""

from __future__ import annotations

import pkgutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

_off: ContextVar[frozenset[str]] = ContextVar("rules switched off", default=frozenset())
_counter: ContextVar[Counter[str] | None] = ContextVar("rules that applied", default=None)


@dataclass(frozen=True, slots=True)
class Rule(Generic[P, R]):
    """One rule of reading.

    Attributes:
        name: What it is called, unique among all rules.
        example: A short text in which it applies.
        counter_example: A short text in which it must not apply, though it looks alike.
        function: What it does; None or False where it does not apply.
    """

    name: str
    example: str
    counter_example: str
    function: Callable[P, R | None]

    @property
    def meaning(self) -> str:
        """What it does, in one sentence."""
        return (self.function.__doc__ or "").strip().split("\n", 1)[0]

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R | None:
        """Apply the rule; None where it does not apply or is switched off."""
        if self.name in _off.get():
            return None
        found = self.function(*args, **kwargs)
        if found is None or found is False:
            return None
        counter = _counter.get()
        if counter is not None:
            counter[self.name] += 1
        return found


def rule(*, example: str, counter_example: str) -> Callable[[Callable[P, R | None]], Rule[P, R]]:
    """Make a rule of a function, under the function's name."""

    def made(function: Callable[P, R | None]) -> Rule[P, R]:
        return Rule(function.__name__.strip("_"), example, counter_example, function)

    return made


def first(rules: Iterable[Rule[P, R]], *args: P.args, **kwargs: P.kwargs) -> R | None:
    """Return the answer of the first rule that applies, in the order of the table."""
    for one in rules:
        found = one(*args, **kwargs)
        if found is not None:
            return found
    return None


@contextmanager
def without(*names: str) -> Iterator[None]:
    """Switch rules off while the context lasts.

    Raises:
        KeyError: There is no rule of such a name.
    """
    known = {one.name for one in all_rules()}
    for name in names:
        if name not in known:
            raise KeyError(name)
    token = _off.set(_off.get() | frozenset(names))
    try:
        yield
    finally:
        _off.reset(token)


@contextmanager
def counting() -> Iterator[Counter[str]]:
    """Count by name how often each rule applies while the context lasts."""
    counter: Counter[str] = Counter()
    token = _counter.set(counter)
    try:
        yield counter
    finally:
        _counter.reset(token)


def all_rules() -> list[Rule[..., Any]]:
    """Return every rule of the components, by module and in the order of its table."""
    import briefing.extraction as package

    found: dict[int, Rule[..., Any]] = {}
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        for one in getattr(import_module(module.name), "RULES", ()):
            if isinstance(one, Rule):
                found.setdefault(id(one), one)
    return list(found.values())
