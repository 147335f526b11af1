"""The registry: every format from one door, checked, the same each time."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from pypdf import PdfReader

from briefing.brief import Request
from briefing.errors import ExportError
from briefing.export.formats import FORMATS, file_name, write
from briefing.export.order import Order
from briefing.library import Filter, Library, open_library
from briefing.library.source_grades import grade_source
from briefing.tables import SCHEMAS
from tests.pages.sample import NEWS

MADE = date(2031, 5, 4)
NOTHING = Filter(words="zebra")


def order(flt: Filter | None = None, marking: str = "tlp amber") -> Order:
    return Order(Request(flt=flt or Filter(), made=MADE, marking=marking))


def text_of(data: bytes) -> str:
    """Return everything readable in a file: its parts, where it is a zip."""
    if not data.startswith(b"PK"):
        return data.decode(errors="replace")
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return "\n".join(parts.read(name).decode(errors="replace") for name in parts.namelist())


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_is_described(name: str) -> None:
    form = FORMATS[name]
    assert form.name == name
    assert form.suffix.startswith(".")
    assert form.holds.endswith(".")
    assert "/" in form.mime


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_is_written_the_same_twice(sample_library: Library, name: str) -> None:
    told: list[tuple[float, str]] = []
    first = write(sample_library, name, order(), lambda *values: told.append(values))
    assert first.data == write(sample_library, name, order()).data
    assert first.name.endswith(f"-2031-05-04{FORMATS[name].suffix}")
    assert first.verified
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert all(words for _, words in told)


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "pdf"])
def test_each_format_says_what_it_is(sample_library: Library, name: str) -> None:
    text = text_of(write(sample_library, name, order()).data).replace("\r\n ", "")
    for words in ("TLP:AMBER", "Found by software", "the article’s own"):
        assert words in text, words


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_that_matches_is_still_a_file(sample_library: Library, name: str) -> None:
    written = write(sample_library, name, order(NOTHING))
    assert written.data
    assert written.verified.startswith("0 of 0")
    if name != "pdf":
        assert "Nothing matches the filter" in text_of(written.data).replace("\r\n ", "")


def test_counts_of_pages_are_said(sample_library: Library) -> None:
    assert (
        "pages · 13 of 13 quotations: the words are the article’s own"
        in write(sample_library, "pdf", order()).summary
    )
    said = write(sample_library, "csv", order()).summary
    assert said.startswith("13 of 13 quotations: the words are the article’s own · speakers: ")
    assert said.endswith(" · dates of their articles: 13 inferred")


def test_format_that_is_none_is_refused(sample_library: Library) -> None:
    with pytest.raises(ExportError, match="“odt” is not a format; choose one of pptx, pdf"):
        write(sample_library, "odt")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Port talks stall, again", "port-talks-stall-again-2031-05-04.pdf"),
        ("Élysée: “Non”", "elysee-non-2031-05-04.pdf"),
        ("../../etc/passwd\x00", "etc-passwd-2031-05-04.pdf"),
        ("北京", "briefing-2031-05-04.pdf"),
        ("a " * 50, "a-a-a-a-a-a-a-a-2031-05-04.pdf"),
    ],
)
def test_name_of_a_file_is_one_that_any_system_takes(title: str, name: str) -> None:
    assert file_name(title, MADE, ".pdf") == name


@pytest.mark.parametrize("name", ["csv", "parquet", "jsonl"])
def test_zip_has_a_file_a_table_and_what_they_are(sample_library: Library, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(write(sample_library, name, order()).data)) as archive:
        assert archive.namelist() == ["about.txt", *(f"{table}.{name}" for table in SCHEMAS)]
        about = archive.read("about.txt").decode()
    assert about.startswith("Marking: TLP:AMBER\n")
    checked, technical, marking = about.splitlines()[-3:]
    assert checked.startswith("Checked: 13 of 13 quotations: the words are the article’s own · ")
    assert technical.startswith("Technical: Machine-extracted by ")
    assert marking == "Marking: TLP:AMBER"
    assert "Source: 1. " in about


def test_json_holds_the_spans_of_the_evidence(sample_library: Library) -> None:
    found = json.loads(write(sample_library, "json", order(Filter(countries=("RUS",)))).data)
    assert found["filter"]["countries"] == ["RUS"]
    assert found["filter_words"] == "Countries: Russia"
    assert found["relations"]
    for relation in found["relations"]:
        text = sample_library.article(relation["article"]["article_id"]).article.text
        for span in relation["evidence"].values():
            assert text[span["start"] : span["end"]] == span["text"]


def test_calendar_carries_the_marking_in_each_event(sample_library: Library) -> None:
    calendar = Calendar.from_ical(write(sample_library, "ics", order()).data)
    assert calendar["x-wr-calname"].startswith("TLP:AMBER · ")
    events = calendar.walk("VEVENT")
    assert events
    for event in events:
        assert event["description"].startswith("TLP:AMBER\n")
        assert event["dtstamp"].dt.date() == MADE


@pytest.mark.parametrize("name", ["pptx", "pdf", "docx", "html", "xlsx", "csv", "json"])
def test_the_grade_of_an_outlet_stands_in_the_list_of_sources(
    small_library: Path, tmp_path: Path, name: str
) -> None:
    shutil.copy(small_library, tmp_path / "library.sqlite")
    with open_library(tmp_path / "library.sqlite") as library:
        before = _words_of(write(library, name, order()).data, name)
        grade_source(library, str(NEWS.source), "C", "Ana")
        after = _words_of(write(library, name, order()).data, name)
    grade = "graded C by staff (fairly reliable)"
    assert grade not in before
    assert grade in after


def _words_of(data: bytes, name: str) -> str:
    if name == "pdf":
        pages = PdfReader(io.BytesIO(data)).pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())
    return text_of(data)
