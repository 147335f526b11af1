"""Files stand under the highest marking of their articles, and leave out what a ceiling forbids."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from briefing.brief import Request, make_brief
from briefing.brief.handling import handling_notices
from briefing.deck import slides
from briefing.errors import ExportError
from briefing.export.formats import FORMATS, write, write_tables
from briefing.export.order import Order
from briefing.library import Filter, Library, open_library
from tests.export.conftest import MADE
from tests.export.test_formats import text_of
from tests.pages.sample import HOSTILE, NEWS, make_library

NAME = "Berit Lund"
"""Stands in the news alone."""


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library of two articles: the news is TLP:RED, the other TLP:GREEN."""
    path = tmp_path_factory.mktemp("marked") / "library.sqlite"
    make_library(path)
    with open_library(path) as library:
        library.mark([NEWS.article_id], "TLP:RED")
        library.mark([HOSTILE.article_id], "tlp green")
        yield library


def _order(marking: str | None = "", **fields: object) -> Order:
    return Order(Request(replace(Filter(), **fields), MADE, marking))  # type: ignore[arg-type]


def _text(name: str, data: bytes) -> str:
    if name == "pdf":
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    return text_of(data)


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_has_the_highest_marking_and_keeps_to_a_ceiling(
    marked: Library, name: str
) -> None:
    whole = _text(name, write(marked, name, _order("TLP:AMBER")).data)
    assert "TLP:RED" in whole
    under = _text(name, write(marked, name, _order("TLP:AMBER", ceiling="TLP:AMBER")).data)
    assert "TLP:AMBER" in under
    assert "TLP:RED" not in under
    for words in (NAME, NEWS.title, NEWS.source, "the catch is too"):
        assert words not in under, words
    if name not in ("parquet", "ics", "graphml"):
        assert NEWS.title in whole
        assert "Marked TLP:AMBER at most (1 article left out)" in under


@pytest.mark.parametrize(
    ("chosen", "flt", "stands"),
    [
        (None, Filter(), "TLP:RED"),
        ("TLP:GREEN", Filter(), "TLP:RED"),
        ("OFFICIAL", Filter(), "TLP:RED · OFFICIAL"),
        ("", Filter(articles=(HOSTILE.article_id,)), "TLP:GREEN"),
        ("TLP:AMBER", Filter(articles=(HOSTILE.article_id,)), "TLP:AMBER"),
        ("", Filter(words="zebra"), ""),
    ],
)
def test_a_brief_has_the_higher_of_what_is_chosen_and_what_is_included(
    marked: Library, chosen: str | None, flt: Filter, stands: str
) -> None:
    assert make_brief(marked, Request(flt, MADE, chosen)).marking == stands


def test_what_is_left_out_has_no_title_in_the_filter(marked: Library) -> None:
    both = (NEWS.article_id, HOSTILE.article_id)
    under = make_brief(marked, Request(Filter(articles=both, ceiling="TLP:GREEN"), MADE))
    assert under.articles == 1
    assert NEWS.title not in under.filter_words
    assert "not in the library" not in under.filter_words


@pytest.mark.parametrize(
    ("marking", "ceiling", "said"),
    [
        ("TLP:RED", "", []),
        ("TLP:GREEN", "", ["raised to TLP:RED"]),
        (None, "", []),
        (None, "TLP:RED", []),
        ("TLP:CLEAR", "TLP:GREEN", ["1 article left out", "raised to TLP:GREEN"]),
    ],
)
def test_what_is_left_out_and_raised_is_said(
    marked: Library, marking: str | None, ceiling: str, said: list[str]
) -> None:
    found = handling_notices(marked, _order(marking, ceiling=ceiling).request)
    assert len(found) == len(said)
    assert all(words in told for words, told in zip(said, found, strict=True))


@pytest.mark.parametrize(
    ("marking", "ceiling", "said"),
    [
        ("", "For the desk", "no ceiling"),
        ("", "TLP:CLEAR", "nothing is left"),
        ("", "TOP SECRET", "nothing is left"),
        ("TLP:RED", "TLP:GREEN", "above the ceiling"),
    ],
)
def test_a_ceiling_that_cannot_be_kept_to_is_refused(
    marked: Library, marking: str, ceiling: str, said: str, tmp_path: Path
) -> None:
    with pytest.raises(ExportError, match=said):
        write(marked, "html", _order(marking, ceiling=ceiling))
    with pytest.raises(ExportError, match=said):
        write_tables(marked, "csv", _order(marking, ceiling=ceiling), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_locked_deck_takes_no_ceiling_and_its_marking_is_raised(marked: Library) -> None:
    brief = make_brief(marked, Request(made=MADE))
    locked = replace(_order("TLP:GREEN"), slides=tuple(slides(brief)), drawings={})
    assert "TLP:RED" in text_of(write(marked, "pptx", locked).data)
    order = replace(locked, request=_order("", ceiling="TLP:GREEN").request)
    with pytest.raises(ExportError, match="locked"):
        write(marked, "pptx", order)
