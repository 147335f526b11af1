"""Every file says from which day "coming up" looks, and what is past on the day it was made."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from pypdf import PdfReader

from briefing.brief import Request, make_brief
from briefing.brief.pictures import timeline_picture
from briefing.deck import ListBody, slides
from briefing.export.formats import write
from briefing.export.options import Options
from briefing.export.order import Order
from briefing.library import Library
from tests.pages.dated import make_dated_library

MADE = date(2031, 5, 13)
EACH = "Upcoming when each article was written; each row gives the day"
COUNTED = "“now past” are counted from 13 May 2031, the day this was made."
ORDER = [
    # title, its date, its line
    ("Talks in Lima", "19 May 2031", "this month · upcoming as of 3 April 2031"),
    ("Census", "1 January 2033", "later · upcoming as of 2 April 2031"),
    ("Talks in Lima", "12 May 2031", "now past · upcoming as of 2 April 2031"),
    ("Vote", "20 April 2031", "now past · upcoming as of 2 April 2031"),
    ("Centenary of the port", "1 March 2031", "now past · upcoming as of 2 April 2031"),
]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    path: Path = tmp_path_factory.mktemp("ahead") / "library.sqlite"
    make_dated_library(path)
    with Library(path) as opened:
        yield opened


def _written(library: Library, name: str) -> bytes:
    return write(library, name, Order(Request(made=MADE), Options(form="full"))).data


def _parts(data: bytes, pattern: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        found = (part for part in parts.namelist() if re.search(pattern, part))
        return "".join(parts.read(part).decode() for part in found)


def _words(marked: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", marked).split())


def test_a_brief_lists_what_is_near_first_and_what_is_past_behind(library: Library) -> None:
    brief = make_brief(library, Request(made=MADE))
    found = [(item.title, item.when, item.outlook) for item in brief.coming_up.items]
    assert found == ORDER
    assert brief.outlook.heading == EACH
    assert brief.outlook.counted.endswith(COUNTED)


@pytest.mark.parametrize(
    ("name", "pattern", "grey"),
    [
        ("docx", r"word/document\.xml$", "595959"),
        ("pptx", r"slides/slide\d+\.xml$", "595959"),
        ("html", "", 'class="past"'),
    ],
)
def test_rows_of_documents_say_it_in_words_and_grey(
    library: Library, name: str, pattern: str, grey: str
) -> None:
    data = _written(library, name)
    text = _parts(data, pattern) if pattern else data.decode()
    assert f"{EACH}" in _words(text)
    assert COUNTED in _words(text)
    rows = re.findall(r"<(?:a:|w:)?tr[ >].*?</(?:a:|w:)?tr>", text, re.DOTALL)
    coming = [row for row in rows if re.search("[Uu]pcoming as of", row)]
    assert len(coming) == len(ORDER)
    for row, (title, when, line) in zip(coming, ORDER, strict=True):
        words = _words(row)
        assert title in words
        assert when in words
        near, looks = line.split(" · ")
        assert near.capitalize() in words
        assert looks in words.replace("Upcoming as of", "upcoming as of")
        inked = row.count(grey)
        if line.startswith("now past"):
            assert inked >= (1 if name == "html" else 3)
        else:
            assert inked == 0


@pytest.mark.parametrize("name", ["docx", "html"])
def test_the_timeline_of_documents_calls_nothing_past_coming_up(
    library: Library, name: str
) -> None:
    data = _written(library, name)
    text = _parts(data, r"word/document\.xml$") if name == "docx" else data.decode()
    rows = re.findall(r"<(?:w:)?tr[ >].*?</(?:w:)?tr>", text, re.DOTALL)
    listed = [_words(row) for row in rows if "Upcoming as of" not in row]
    past = [row for row in listed if "Now past" in row]
    assert len(past) == 3
    assert all("Upcoming then" in row and "Upcoming when written" not in row for row in past)
    assert sum("Upcoming when written" in row for row in listed) == 2


def test_paper_says_it_in_words(library: Library) -> None:
    pages = PdfReader(io.BytesIO(_written(library, "pdf"))).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    coming = text[text.index("Coming up") :]
    assert EACH in coming
    assert COUNTED in coming
    for _title, when, line in ORDER:
        assert f"{when} · {line.split(' · ')[0]}" in coming
    assert coming.count("upcoming as of 2 April 2031") == 4
    assert coming.count("upcoming as of 3 April 2031") == 1


def test_a_slide_is_headed_by_the_day_and_marks_what_is_past(library: Library) -> None:
    brief = make_brief(library, Request(made=MADE))
    slide = next(slide for slide in slides(brief) if slide.kind == "coming-up")
    assert slide.heading == EACH
    assert isinstance(slide.body, ListBody)
    lines = [line for line in slide.body.lines if line.article]
    assert [line.past for line in lines] == [False, False, True, True, True]
    assert [line.note.startswith("Now past · upcoming as of ") for line in lines] == [
        line.past for line in lines
    ]
    assert slide.body.lines[-1].words.endswith(COUNTED)


def test_a_drawing_is_described_with_the_day_and_what_is_past(library: Library) -> None:
    picture = timeline_picture(make_brief(library, Request(made=MADE)))
    assert picture is not None
    assert f"{EACH}: 19 May 2031, Talks in Lima" in picture.alt
    assert "12 May 2031, Talks in Lima (Possible (“may”) · now past" in picture.alt


def test_a_calendars_entries_say_of_which_day_they_are_ahead(library: Library) -> None:
    entries = Calendar.from_ical(_written(library, "ics")).events
    told = {str(entry["dtstart"].dt): str(entry["description"]) for entry in entries}
    assert "Upcoming as of 3 April 2031." in told["2031-05-19"]
    assert "Upcoming as of 2 April 2031; now past (on 13 May 2031)." in told["2031-05-12"]


def test_one_article_has_its_day_in_the_heading_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    make_dated_library(path, bounds=("2031-04-02", "2031-04-30"))
    with Library(path) as library:
        brief = make_brief(library, Request(made=MADE))
    assert brief.outlook.heading == (
        "Upcoming when this was written (between 2 April 2031 and 30 April 2031, inferred)"
    )
    assert {item.outlook for item in brief.coming_up.items} == {"later", "now past"}
