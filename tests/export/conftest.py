"""Briefs that files are written from: the sample's, one with very many rows, an empty one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from benchmarks import synthetic
from briefing.brief import Brief, Request, make_brief
from briefing.library import Filter, Library
from briefing.library.ingest import seed

MADE = date(2031, 5, 4)


@pytest.fixture(scope="session")
def sample_library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library(tmp_path_factory.mktemp("sample") / "library.sqlite") as library:
        seed(library)
        yield library


@pytest.fixture(scope="session")
def sample_brief(sample_library: Library) -> Brief:
    return make_brief(sample_library, Request(made=MADE, marking="tlp amber"))


@pytest.fixture(scope="session")
def empty_brief(sample_library: Library) -> Brief:
    nothing = Filter(words="zebra")
    return make_brief(sample_library, Request(flt=nothing, made=MADE, marking="official"))


@pytest.fixture(scope="session")
def large_brief(tmp_path_factory: pytest.TempPathFactory) -> Brief:
    """Return a brief of 8 articles with 240 quotations, of which 60 are listed."""
    made = list(synthetic.articles(8))
    with Library(tmp_path_factory.mktemp("large") / "library.sqlite") as library:
        library.add_many([article for article, _ in made], synthetic.tables_of(made))
        return make_brief(library, Request(made=MADE, marking="OFFICIAL-SENSITIVE"))
