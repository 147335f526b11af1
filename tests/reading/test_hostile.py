"""Files made to harm, damaged files and random bytes: an article or one sentence, soon."""

from __future__ import annotations

import io
import json
import math
import socket
import time
import zipfile
import zlib
from email.message import EmailMessage

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.article import Article
from briefing.reading import Failure, read_upload
from briefing.reading.articles import articles_in
from briefing.reading.boilerplate import cut_boilerplate
from briefing.reading.raw import MAX_FILES, Budget, File, RawArticle
from briefing.reading.registry import read_raw
from briefing.reading.steps import clean, split
from tests.reading import made

SOON = 20.0
"""Seconds: far more than any of these takes on a quiet machine."""


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("reading asked for the network")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)


def _checked(data: bytes, name: str) -> list[Article | Failure]:
    """Read, and check what holds for any bytes at all."""
    outcomes = list(read_upload(data, name))
    assert outcomes
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            message = str(outcome.error)
            assert message.endswith((".", "?"))
            assert "\n" not in message
            assert len(message) < 1_500
        else:
            assert outcome.text.strip()
            assert outcome.text[: outcome.title_end] == outcome.title
            outcome.text.encode("utf-8")
    return outcomes


def _nested_zip(levels: int) -> bytes:
    data = b"The harbour is open."
    for level in range(levels):
        data = made.packed(**{f"level{level}.{'zip' if level else 'txt'}": data})
    return data


def _bomb() -> bytes:
    return made.packed(**{"a.txt": b"0" * 50_000_000})


def _lying_zip() -> bytes:
    """An archive whose header says that its member is small."""
    data = bytearray(made.packed(**{"a.txt": b"0" * 3_000_000}))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    return bytes(data)


LAUGHS = "<!DOCTYPE x [<!ENTITY a 'lol'>{}]>".format(
    "".join(f"<!ENTITY a{n} '{'&a' + str(n - 1) + ';' if n else '&a;'}'>" for n in range(40))
)
OUTSIDE = "<!DOCTYPE x [<!ENTITY s SYSTEM 'file:///etc/passwd'>]>"


def _word(head: str, words: str) -> bytes:
    xml = f"{head}<document><body><p><t>{words}</t></p></body></document>"
    return made.packed(**{"word/document.xml": xml.encode(), "[Content_Types].xml": b"<Types/>"})


def _feed(head: str, words: str) -> bytes:
    item = f"<item><title>{words}</title></item>"
    return f"<?xml version='1.0'?>{head}<rss><channel>{item}</channel></rss>".encode()


NESTED = b"Content-Type: multipart/mixed; boundary=a\n\n--a\n" * 500


def _many_parts() -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "a@bay.example", "Many"
    message["Date"] = "Mon, 03 May 2021 10:00:00 +0000"
    message.set_content("The harbour is open.")
    for number in range(MAX_FILES + 5):
        message.add_attachment(
            b"The bay.", maintype="text", subtype="plain", filename=f"{number}.txt"
        )
    return message.as_bytes()


HOSTILE: dict[str, tuple[bytes, str]] = {
    "zip bomb": (_bomb(), "a.zip"),
    "untrue size": (_lying_zip(), "a.zip"),
    "nested archives": (_nested_zip(8), "a.zip"),
    "many files": (made.packed(**{f"{n}.txt": b"x" for n in range(MAX_FILES + 5)}), "a.zip"),
    "way out": (made.packed(**{"../../etc/passwd": b"The harbour is open."}), "a.zip"),
    "laughs in Word": (_word(LAUGHS, "&a39;"), "a.docx"),
    "outside in Word": (_word(OUTSIDE, "&s;"), "a.docx"),
    "outside in ODT": (
        made.opendocument(f"{OUTSIDE}<d><body><text><p>&s;</p></text></body></d>"),
        "a.odt",
    ),
    "laughs in a feed": (_feed(LAUGHS, "&a39;"), "a.rss"),
    "outside in a feed": (_feed(OUTSIDE, "&s;"), "a.rss"),
    "feed that is an address": (b"http://bay.example/feed", "a.rss"),
    "deep page": (b"<html><body>" + b"<div>" * 100_000 + b"x", "a.html"),
    "broad page": (b"<html><body>" + b"<p>x" * 200_000, "a.html"),
    "scripts without end": (b"<html><body>" + b"<script " * 100_000, "a.html"),
    "page with an outside picture": (
        made.PAGE.replace("a.jpg", "http://bay.example/a.jpg").encode(),
        "a.html",
    ),
    "deep JSON": (b"[" * 100_000 + b"]" * 100_000, "a.json"),
    "huge number": (b'{"text": "The harbour is open.", "id": ' + b"9" * 6_000 + b"}", "a.json"),
    "deep RTF": (b"{\\rtf1 " + b"{" * 100_000 + b"open", "a.rtf"),
    "many commas": (b"text" + b"," * 400_000 + b"\nThe harbour is open.", "a.csv"),
    "mail of many parts": (_many_parts(), "a.eml"),
    "mail of nested parts": (b"From: a@b.c\nSubject: x\nMIME-Version: 1.0\n" + NESTED, "a.eml"),
    "subtitles without end": (b"1\n00:00:01,000 --> 00:00:02,000\n" * 30_000, "a.srt"),
    "many stars": (b"*" * 300_000 + b"\n" + b"_a" * 100_000, "a.md"),
    "many brackets": (b"[" * 300_000 + b"](x)", "a.md"),
    "many signs of quoting": (b">" * 300_000 + b"\n" + b"> a\n" * 50_000, "a.txt"),
    "many ampersands": (b"&amp;" * 100_000, "a.txt"),
    "many hyphens": (b"a-\n" * 150_000, "a.txt"),
    "many headers": (b"From: a\nSubject: b\n" + b"X-A: b\n" * 60_000 + b"\nThe bay.", "a.eml"),
}


@pytest.mark.parametrize("case", list(HOSTILE))
def test_harmful_file_is_refused_or_read_without_harm(case: str) -> None:
    data, name = HOSTILE[case]
    begun = time.monotonic()
    for outcome in _checked(data, name):
        if isinstance(outcome, Article):
            assert "root:" not in outcome.text
            assert outcome.text.count("lol") < 10
    assert time.monotonic() - begun < SOON


BODY = "Fiji opens port of Suva\n\nThe harbour is open, and ships from Apia wait in the bay.\n\n"


@pytest.mark.parametrize(
    "part",
    [
        "1 Port of Apia.\n\n",
        "3 May 2022\n\n",
        "Ships wait.1\n\n1 Port of Apia.\n\n",
        "Ships wait in the bay1 of\n\n1 Port of Apia.\n\n",
        "Ships wait.1\n\n2 Port of Apia.\n\n",
        "AFP\n",
        "140 words\n3 May 2022\n",
        "Comments\nThe harbour is open again, it said.\n\n",
    ],
)
def test_work_grows_as_the_text(part: str) -> None:
    few, many = (_seconds(BODY + part * number) for number in (200, 1_600))
    assert many < 24 * few  # eight times the text; its square would be 64 times


def _seconds(text: str) -> float:
    """Return the least time of the processor that splitting, mending and cutting a text took."""
    least = math.inf
    for _ in range(2):
        begun = time.process_time()
        split(RawArticle(text))
        cut_boilerplate(clean(text).text)
        least = min(least, time.process_time() - begun)
    return least


def test_bomb_is_named_as_one() -> None:
    (failure,) = _checked(_bomb(), "bomb.zip")
    assert isinstance(failure, Failure)
    assert "harmful" in str(failure.error)


def _long_page(lines: int) -> bytes:
    """A PDF of one page with so many lines below one another, packed."""
    line = b"(The harbour of Apia is open, and ships wait in the bay.) Tj T*\n"
    words = zlib.compress(b"BT /F1 6 Tf 10 780 Td 7 TL\n" + line * lines + b"ET", 9)
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(words), words),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body = b"".join(b"%d 0 obj%sendobj\n" % (n, part) for n, part in enumerate(parts, 1))
    return b"%PDF-1.4\n" + body + b"trailer<</Size 6/Root 1 0 R>>\n%%EOF"


@pytest.mark.parametrize("lines", [20_000, 200_000])
def test_long_page_of_a_pdf_is_refused_before_it_is_built(
    lines: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("the signs of the page were asked for")

    monkeypatch.setattr(pypdfium2.raw, "FPDFText_GetUnicode", refused)
    (failure,) = _checked(_long_page(lines), "a.pdf")
    assert isinstance(failure, Failure)
    assert "more than the 500,000 characters" in str(failure.error)


def test_page_of_many_lines_is_read() -> None:
    (article,) = _checked(_long_page(60), "a.pdf")
    assert isinstance(article, Article)
    assert "ships wait in the bay" in article.text


@pytest.mark.parametrize("name", list(made.EVERY))
def test_time_of_a_file_ends_whatever_its_kind(name: str) -> None:
    file = File(made.EVERY[name], name, Budget(ends=0.0))
    outcomes = list(articles_in(read_raw(file), name, budget=file.budget))
    assert outcomes
    assert all("takes longer" in str(outcome) for outcome in outcomes)


def test_excel_bomb_is_refused() -> None:
    out = io.BytesIO(made.excel())
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media.xml", b" " * 50_000_000)
    (failure,) = _checked(out.getvalue(), "bomb.xlsx")
    assert isinstance(failure, Failure)


NAMES = st.sampled_from([*made.EVERY, "a.txt", "file", "a.url", "a.msg", "a.jsonl", "a.tsv"])
STARTS = st.sampled_from(
    [
        *(b"", b"%PDF-1.4\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf1 "),
        *(b"<html>", b"<rss>", b"From: a\nSubject: b\n\n", b"WEBVTT\n", b"text,title\n"),
        *(b'[{"text": "', b"\xff\xfe"),
    ]
)
QUIET = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@given(STARTS, st.binary(max_size=200), NAMES)
@settings(max_examples=150, deadline=None, suppress_health_check=QUIET)
def test_random_bytes(start: bytes, rest: bytes, name: str) -> None:
    _checked(start + rest, name)


@given(
    st.sampled_from(list(made.EVERY)),
    st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=6), st.integers(0, 40)), max_size=6),
    st.booleans(),
)
@settings(max_examples=150, deadline=None, suppress_health_check=QUIET)
def test_damaged_files(name: str, changes: list[tuple[float, bytes, int]], named: bool) -> None:
    data = made.EVERY[name]
    for place, put, cut in changes:
        at = int(place * len(data))
        data = data[:at] + put + data[at + cut :]
    _checked(data, name if named else "file")


VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)
KEYS = st.sampled_from(["text", "body", "title", "date", "source", "author", "id", "url", "x"])


@given(
    st.dictionaries(KEYS, VALUES, max_size=5)
    | st.lists(st.dictionaries(KEYS, VALUES, max_size=4), max_size=3)
)
@settings(max_examples=100, deadline=None, suppress_health_check=QUIET)
def test_any_json(value: object) -> None:
    _checked(json.dumps(value).encode(), "a.json")
    _checked(json.dumps(value).encode(), "a.jsonl")
