"""A small library whose rows are written by hand, so that every query's answer is known."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import pytest

from briefing.article import Article
from briefing.library import Library
from briefing.library.dialects.place import Address, Place
from briefing.tables import EXTRACTED, Tables, fact_id
from tests.library.article_row import article_row
from tests.server import Server

HARBOUR = Article(
    title="Norway questions Iceland over fishing fleet",
    title_end=43,
    text=(
        "Norway questions Iceland over fishing fleet\n\n"
        "Norwegian Prime Minister Ida Lund warned Iceland on Tuesday that its fleet was too "
        "large. “We will not accept it,” Lund told Harbour News.\n\n"
        "Iceland denied that it had sent trawlers to Norway. Officials meet in Oslo in May."
    ),
    source="Harbour News",
    published="2023-04-12",
    published_basis="stated",
)
CANAL = Article(
    title="Panama and Norway agree on a canal study",
    title_end=40,
    text=(
        "Panama and Norway agree on a canal study\n\n"
        "Panama signed an agreement with Norway. Lund praised the agreement."
    ),
)

ENTITIES = {
    "country:NOR": ("country", "Norway", "NOR"),
    "country:ISL": ("country", "Iceland", "ISL"),
    "country:PAN": ("country", "Panama", "PAN"),
    "person:ida-lund": ("person", "Ida Lund", "NOR"),
    "place:colonia": ("place", "Colonia", None),
    "organisation:harbour-news": ("organisation", "Harbour News", None),
}

Row = dict[str, Any]


class Rows:
    """Collects the rows of one article; words are found in its text, so offsets hold."""

    def __init__(self, article: Article, sentences: list[tuple[int, str]]) -> None:
        self.article = article
        self.rows: dict[str, list[Row]] = {name: [] for name in EXTRACTED}
        for number, (paragraph, words) in enumerate(sentences):
            start, end = self.find(words)
            self.rows["sentences"].append(
                {
                    "article_id": article.article_id,
                    "sentence": number,
                    "paragraph": paragraph,
                    "start": start,
                    "end": end,
                }
            )
        self.rows["articles"].append(article_row(article))

    def find(self, words: str, within: str | None = None) -> tuple[int, int]:
        base = self.article.text.index(within) if within else 0
        start = self.article.text.index(words, base)
        return start, start + len(words)

    def at(self, letter: str, words: str, within: str | None, *more: str) -> Row:
        start, end = self.find(words, within)
        sentence = max(
            (row for row in self.rows["sentences"] if row["start"] <= start),
            key=lambda row: row["start"],
        )
        key = {"m": "mention", "q": "quote", "t": "time", "e": "event", "r": "relation"}[letter]
        return {
            "article_id": self.article.article_id,
            f"{key}_id": fact_id(self.article.article_id, letter, start, end, *more),
            "start": start,
            "end": end,
            "sentence": sentence["sentence"],
        }

    def mention(
        self, words: str, entity: str, within: str | None = None, role: str | None = None
    ) -> None:
        row = self.at("m", words, within, entity)
        self.rows["mentions"].append(
            {**row, "text": words, "entity_id": entity, "form": "name", "role": role}
        )

    def involve(self, fact: str, *parts: tuple[str | None, str | None, str]) -> None:
        self.rows["involvements"] += [
            {
                "article_id": self.article.article_id,
                "fact_id": fact,
                "entity_id": entity,
                "country": country,
                "part": part,
            }
            for entity, country, part in parts
        ]

    def quote(
        self,
        words: str,
        kind: str,
        act: str,
        speaker: str,
        *parts: tuple[str | None, str | None, str],
        **more: Any,
    ) -> None:
        row = self.at("q", words, None)
        self.rows["quotes"].append(
            {
                **row,
                "text": words,
                "kind": kind,
                "act": act,
                "speaker_id": speaker,
                "part": 1,
                **more,
            }
        )
        self.rows["fragments"].append(
            {
                "article_id": self.article.article_id,
                "quote_id": row["quote_id"],
                "start": row["start"],
                "end": row["end"],
                "verbatim": kind == "direct",
            }
        )
        self.involve(row["quote_id"], (speaker, None, "speaker"), *parts)

    def event(self, words: str, *parts: tuple[str | None, str | None, str], **more: Any) -> None:
        row = self.at("e", words, None)
        self.rows["events"].append(
            {
                **row,
                "text": words,
                "title": words,
                "kind": "meeting",
                "precision": "unknown",
                "basis": "unknown",
                "tense": "past",
                "standing": "asserted",
                "status": "firm",
                "certainty": "high",
                "certainty_reason": "The sentence gives the date.",
                **more,
            }
        )
        self.involve(row["event_id"], *parts)

    def relation(
        self, words: str, trigger: str, source: str, target: str, quad: str, **more: Any
    ) -> None:
        row = self.at("r", trigger, words, source, target)
        trigger_start, trigger_end = row["start"], row["end"]
        start, end = self.find(words)
        self.rows["relations"].append(
            {
                **row,
                "start": start,
                "end": end,
                "source": source,
                "target": target,
                "trigger": trigger,
                "trigger_start": trigger_start,
                "trigger_end": trigger_end,
                "event_type": "CONSULT",
                "quad": quad,
                "tone": -4.0 if quad.endswith("conflict") else 4.0,
                "standing": "asserted",
                "certainty": "high",
                "certainty_reason": "Both are named in the clause.",
                "basis": "grammar",
                **more,
            }
        )
        self.involve(row["relation_id"], (None, source, "source"), (None, target, "target"))

    def time(self, words: str, **more: Any) -> None:
        self.rows["times"].append(
            {**self.at("t", words, None), "text": words, "type": "DATE", "precision": "day", **more}
        )

    @cached_property
    def _tables(self) -> Tables:
        used = {row["entity_id"] for row in self.rows["mentions"]}
        self.rows["entities"] = [
            {"entity_id": key, "kind": kind, "name": name, "country": country}
            for key, (kind, name, country) in ENTITIES.items()
            if key in used
        ]
        return Tables.from_rows(self.rows)

    def tables(self) -> Tables:
        return self._tables


@cache
def harbour() -> Rows:
    rows = Rows(
        HARBOUR,
        [
            (0, "Norway questions Iceland over fishing fleet"),
            (
                1,
                "Norwegian Prime Minister Ida Lund warned Iceland on Tuesday that its fleet was "
                "too large.",
            ),
            (1, "“We will not accept it,” Lund told Harbour News."),
            (2, "Iceland denied that it had sent trawlers to Norway."),
            (2, "Officials meet in Oslo in May."),
        ],
    )
    rows.mention("Norway", "country:NOR")
    rows.mention("Iceland", "country:ISL")
    rows.mention("Ida Lund", "person:ida-lund", role="Norwegian Prime Minister")
    rows.mention("Iceland", "country:ISL", "warned")
    rows.mention("Lund", "person:ida-lund", "accept")
    rows.mention("Harbour News", "organisation:harbour-news")
    rows.mention("Iceland", "country:ISL", "Harbour News")
    rows.mention("Norway", "country:NOR", "trawlers")
    rows.quote(
        "that its fleet was too large",
        "indirect",
        "warns",
        "person:ida-lund",
        ("country:ISL", "ISL", "mentioned"),
    )
    rows.quote(
        "We will not accept it,",
        "direct",
        "says",
        "person:ida-lund",
        addressee_id="organisation:harbour-news",
    )
    rows.quote(
        "that it had sent trawlers to Norway",
        "indirect",
        "denies",
        "country:ISL",
        ("country:NOR", "NOR", "mentioned"),
    )
    rows.event(
        "meet in Oslo",
        ("country:NOR", "NOR", "participant"),
        date="2023-05",
        earliest="2023-05-01",
        latest="2023-05-31",
        precision="month",
        basis="stated",
        tense="upcoming",
        place_country="NOR",
    )
    rows.relation(
        "Norwegian Prime Minister Ida Lund warned Iceland",
        "warned",
        "NOR",
        "ISL",
        "verbal-conflict",
    )
    rows.relation(
        "it had sent trawlers to Norway",
        "sent",
        "ISL",
        "NOR",
        "material-conflict",
        standing="denied",
        denied_by="country:ISL",
    )
    rows.time("Tuesday", date="2023-04-11", earliest="2023-04-11", latest="2023-04-11")
    rows.time("May", date="2023-05", earliest="2023-05-01", latest="2023-05-31", precision="month")
    return rows


@cache
def canal() -> Rows:
    rows = Rows(
        CANAL,
        [
            (0, "Panama and Norway agree on a canal study"),
            (1, "Panama signed an agreement with Norway."),
            (1, "Lund praised the agreement."),
        ],
    )
    rows.mention("Panama", "country:PAN")
    rows.mention("Norway", "country:NOR")
    rows.mention("Panama", "country:PAN", "\n\nPanama")
    rows.mention("Norway", "country:NOR", "signed")
    rows.mention("Lund", "person:ida-lund")
    rows.quote("praised the agreement", "indirect", "praises", "person:ida-lund")
    for source, target in (("PAN", "NOR"), ("NOR", "PAN")):
        rows.relation(
            "Panama signed an agreement with Norway",
            "signed",
            source,
            target,
            "verbal-cooperation",
            attributed_to="person:ida-lund",
            standing="attributed",
        )
    return rows


BOTH = {
    "test_briefings",
    "test_changes",
    "test_decisions",
    "test_decks",
    "test_finding",
    "test_lacking",
    "test_queries",
    "test_quoted",
    "test_store",
    "test_tags",
    "test_view",
    "test_watching",
}
"""Modules whose tests with a library run in the database that --database names."""

ALWAYS = {"test_finding", "test_store", "test_tags"}
"""Those that run in both databases without being asked."""

NewPlace = Callable[[], Place]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "database" not in metafunc.fixturenames:
        return
    module = metafunc.module.__name__.rpartition(".")[2]
    asked = metafunc.config.getoption("--database")
    if asked and module in BOTH:
        metafunc.parametrize("database", [asked])
    elif module in ALWAYS:
        metafunc.parametrize("database", ["sqlite", "postgresql"])


@pytest.fixture
def database() -> str:
    """Say in which database the libraries of a test are."""
    return "sqlite"


@pytest.fixture
def new_place(database: str, request: pytest.FixtureRequest, tmp_path: Path) -> NewPlace:
    """Give the place of a library that is empty."""
    made: list[Address] = []

    def place() -> Place:
        if database == "sqlite":
            return tmp_path / "library.sqlite"
        if made:
            return made[-1]
        made.append(request.getfixturevalue("empty_on_server"))
        request.getfixturevalue("server").put_back(made[0])
        return made[-1]

    return place


@pytest.fixture
def empty_library(new_place: NewPlace) -> Iterator[Library]:
    with Library(new_place()) as library:
        yield library


@pytest.fixture(scope="session")
def empty_on_server(server: Server) -> Address:
    """Make one empty library in a database, of which tests get copies."""
    place = server.database()
    Library(place).close()
    server.keep(place)
    return place


@pytest.fixture(scope="session")
def filled_on_server(server: Server) -> Address:
    """Fill one library in a database for the session, which is put back before each test."""
    place = server.database()
    _fill(place)
    server.keep(place)
    return place


def _fill(place: Place) -> None:
    with Library(place) as library:
        library.add(HARBOUR, harbour().tables(), evidence=("It says so.",))
        library.add(CANAL, canal().tables())


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fill one library for the session, of which each test gets a copy."""
    path = tmp_path_factory.mktemp("filled") / "library.sqlite"
    _fill(path)
    return path


@pytest.fixture
def library(database: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Library]:
    """Hold both articles: first the harbour's, which is dated, then the canal's, which is not."""
    if database == "postgresql":
        server: Server = request.getfixturevalue("server")
        address = request.getfixturevalue("filled_on_server")
        server.put_back(address)
        with Library(address) as library:
            yield library
        return
    path = tmp_path / "library.sqlite"
    shutil.copy(request.getfixturevalue("filled"), path)
    with Library(path) as library:
        yield library


def lay_out_old_library(path: Path) -> None:
    """Put a library that version 0.1.0 made at a path; data/README.md says what is in it."""
    packed = Path(__file__).parent / "data" / "library-0.1.0.sqlite.gz"
    path.write_bytes(gzip.decompress(packed.read_bytes()))


@pytest.fixture
def old_library(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    lay_out_old_library(path)
    return path
