"""Whatever happens to a library, no decision is lost, and what holds is what they come to."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import nullcontext, suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from briefing.errors import FactIsThereError, ReviewError
from briefing.library import Filter, Library, queries
from briefing.library.reviews.exchange import export_reviews, import_reviews
from briefing.library.reviews.keeping import decide, redo, undo
from briefing.library.reviews.missed import add
from briefing.library.reviews.parting import split_mentions, split_name
from briefing.library.reviews.reading import reading_of
from tests.library.conftest import CANAL, HARBOUR, canal, harbour

_PEOPLE = st.sampled_from(["Ana", "Ben"])
_NUMBERS = st.integers(0, 99)
_CORRECTIONS = {
    "q": [("act", "warns"), ("speaker_id", "country:ISL"), ("kind", "indirect")],
    "e": [("title", "Talks in Oslo"), ("date", "2023-06"), ("standing", "possible")],
    "r": [("source", "PAN"), ("quad", "material-conflict"), ("standing", "asserted")],
}
_ADDED: dict[str, tuple[str, dict[str, str | None]]] = {
    "quotes": (
        "questions Iceland",
        {"speaker_id": "Jón Ás", "act": "asks", "kind": "indirect"},
    ),
    "events": (
        "its fleet was too large",
        {
            "title": "Fleet grew",
            "date": None,
            "tense": "past",
            "standing": "attributed",
            "status": "firm",
        },
    ),
    "relations": (
        "questions",
        {"source": "NOR", "target": "ISL", "quad": "verbal-conflict", "standing": "asserted"},
    ),
}
_NEWS, _LUND = "organisation:harbour-news", "person:ida-lund"
_TABLES = ("mentions", "quotes", "events", "relations", "involvements", "fragments", "reviews")


@cache
def _empty() -> Path:
    """Make an empty library once: making the tables takes longer than all that is done to them."""
    path = Path(tempfile.mkdtemp()) / "library.sqlite"
    Library(path).close()
    return path


class Decisions(RuleBasedStateMachine):
    """Two people decide, undo and redo while articles are read again, removed, added, moved."""

    @initialize()
    def filled(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        shutil.copy(_empty(), self.folder / "library.sqlite")
        self.library = Library(self.folder / "library.sqlite")
        self.there = {HARBOUR.article_id: HARBOUR, CANAL.article_id: CANAL}
        self.gone: dict[str, Any] = {}
        for article in self.there.values():
            self.library.add(article, self._tables(article))
        found = queries.whole(self.library, Filter())
        self.facts = [
            str(fact)
            for name, key in (
                ("quotes", "quote_id"),
                ("events", "event_id"),
                ("relations", "relation_id"),
            )
            for fact in found[name][key]
        ]
        self.made = 0

    @staticmethod
    def _tables(article: Any) -> Any:
        return (harbour() if article is HARBOUR else canal()).tables()

    def _fact(self, number: int) -> str | None:
        left = [fact for fact in self.facts if fact.split(".")[0] in self.there]
        return left[number % len(left)] if left else None

    @rule(number=_NUMBERS, who=_PEOPLE, verdict=st.sampled_from(["confirmed", "rejected"]))
    def decides(self, number: int, who: str, verdict: Any) -> None:
        if fact := self._fact(number):
            self._decides(fact, verdict, who)

    def _decides(self, fact: str, verdict: Any, who: str, **more: str) -> None:
        reading = reading_of(self.library, fact)
        taken_back = reading.added and reading.now is None and reading.held is None
        with pytest.raises(ReviewError) if taken_back else nullcontext():
            decide(self.library, fact, verdict, who, **more)
            self.made += 1

    @rule(number=_NUMBERS, who=_PEOPLE, which=st.integers(0, 2))
    def corrects(self, number: int, who: str, which: int) -> None:
        if fact := self._fact(number):
            field, value = _CORRECTIONS[fact.split(".")[1]][which]
            self._decides(fact, "corrected", who, field=field, value=value)

    @rule(number=_NUMBERS, who=_PEOPLE, step=st.sampled_from([undo, redo]))
    def takes_back(self, number: int, who: str, step: Any) -> None:
        if (fact := self._fact(number)) and step(self.library, fact, who) is not None:
            self.made += 1

    @rule(who=_PEOPLE, record=st.sampled_from(sorted(_ADDED)))
    def adds(self, who: str, record: Any) -> None:
        if HARBOUR.article_id not in self.there:
            return
        words, fields = _ADDED[record]
        start = HARBOUR.text.index(words)
        span = (start, start + len(words))
        with suppress(FactIsThereError):
            fact = add(self.library, HARBOUR.article_id, record, span, fields, who)
            self.made += 1
            if fact not in self.facts:
                self.facts.append(fact)

    @rule(who=_PEOPLE, step=st.sampled_from(["merge", "rename", "undo", "redo"]))
    def decides_on_a_name(self, who: str, step: str) -> None:
        if HARBOUR.article_id not in self.there:
            return
        if step in ("undo", "redo"):
            taken = {"undo": undo, "redo": redo}[step](self.library, _NEWS, who)
            self.made += taken is not None
            return
        field, value = {"merge": ("same_as", _LUND), "rename": ("name", "Harbour Gazette")}[step]
        decide(self.library, _NEWS, "corrected", who, field=field, value=value)
        self.made += 1

    @rule(
        who=_PEOPLE,
        what=st.sampled_from(["name", "mention"]),
        step=st.sampled_from(["split", "undo", "redo"]),
    )
    def splits(self, who: str, what: str, step: str) -> None:
        if HARBOUR.article_id not in self.there:
            return
        (mention,) = [
            row["mention_id"] for row in harbour().rows["mentions"] if row["text"] == "Lund"
        ]
        fact = mention if what == "mention" else _LUND
        if step != "split":
            taken = {"undo": undo, "redo": redo}[step](self.library, fact, who)
            self.made += taken is not None
        elif what == "name":
            split_name(self.library, _LUND, "Lund", "Per Lund", who)
            self.made += 1
        else:
            split_mentions(self.library, [mention], "Ann Lund", who)
            self.made += 1

    @rule(number=st.integers(0, 1))
    def is_read_again(self, number: int) -> None:
        if self.there:
            article = list(self.there.values())[number % len(self.there)]
            self.library.replace(article, self._tables(article))

    @precondition(lambda self: self.there)
    @rule()
    def loses_an_article(self) -> None:
        key, article = self.there.popitem()
        self.library.remove(key)
        self.gone[key] = article

    @precondition(lambda self: self.gone)
    @rule(how=st.sampled_from(["added again", "put back"]))
    def gets_it_back(self, how: str) -> None:
        key, article = self.gone.popitem()
        if how == "put back":
            self.library.put_back(key)
        else:
            self.library.add(article, self._tables(article))
        self.there[key] = article

    @rule()
    def starts_anew(self) -> None:
        self.library.close()
        self.library = Library(self.folder / "library.sqlite")

    @invariant()
    def nothing_is_lost_and_all_is_applied(self) -> None:
        if not hasattr(self, "library"):
            return
        pack = self.folder / "pack.jsonl"
        assert export_reviews(self.library, pack) >= self.made
        path = self.folder / "again.sqlite"
        shutil.copy(_empty(), path)
        with Library(path) as again:
            for article in self.there.values():
                again.add(article, self._tables(article))
            assert import_reviews(again, pack)[1] == []
            assert self._held(again) == self._held(self.library)

    @staticmethod
    def _held(library: Library) -> dict[str, list[str]]:
        whole = queries.whole(library, Filter())
        return {name: sorted(map(str, whole[name].to_dict("records"))) for name in _TABLES}

    def teardown(self) -> None:
        if hasattr(self, "library"):
            self.library.close()
            shutil.rmtree(self.folder)


@pytest.mark.timeout(900)
def test_whatever_happens_no_decision_is_lost() -> None:
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        Decisions, settings=settings(max_examples=8, stateful_step_count=8, deadline=None)
    )
