"""What a file hides, or a site shows in the place of an article, is no article's words."""

from __future__ import annotations

import io
import json

import docx
import pytest
from docx.oxml import parse_xml

from briefing.reading import Failure, read_text, read_upload
from tests.reading.made import BODY, FIRST, SECOND, TITLE

WORDS = f"<p>{FIRST}</p><p>{SECOND}</p>"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.mark.parametrize(
    "hidden",
    [
        "<p style='display: none'>Fiji warns Tonga.</p>",
        "<p hidden>Fiji warns Tonga.</p>",
        "<template><p>Fiji warns Tonga.</p></template>",
        "<div style='visibility:hidden'><p>Fiji warns Tonga.</p></div>",
    ],
)
def test_hidden_parts_of_a_page_are_left_out(hidden: str) -> None:
    page = f"<html><body><article><h1>{TITLE}</h1>{hidden}{WORDS}</article></body></html>"
    (article,) = read_upload(page.encode(), "a.html")
    assert article.text == f"{TITLE}\n\n{BODY}"


def test_an_article_that_waits_for_a_script_is_read() -> None:
    page = (
        f"<html><body><h1>{TITLE}</h1><article style='display:none'>{WORDS}</article></body></html>"
    )
    (article,) = read_upload(page.encode(), "a.html")
    assert SECOND in article.text


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Just a moment...", "Checking your browser before you go on. Enable JavaScript."),
        ("404 Not Found", "The page that you look for was moved or does not exist any more."),
        ("Bay News", "Access Denied. We saw unusual traffic from your network; try again."),
    ],
)
def test_what_a_site_shows_instead_of_an_article_is_refused(title: str, words: str) -> None:
    body = f"<body><h1>{title}</h1><p>{words}</p></body>"
    page = f"<html><head><title>{title}</title></head>{body}</html>"
    (failure,) = read_upload(page.encode(), "a.html")
    assert isinstance(failure, Failure)
    assert "that the site shows instead" in str(failure.error)


def test_a_short_article_about_such_a_page_is_read() -> None:
    more = "<p>The site saw unusual traffic.</p>"
    page = f"<html><body><article><h1>{TITLE}</h1>{WORDS}{more}</article></body></html>"
    (article,) = read_upload(page.encode(), "a.html")
    assert "unusual traffic" in article.text


@pytest.mark.parametrize(("value", "there"), [("", False), (' w:val="0"', True)])
def test_hidden_words_of_a_word_document_are_left_out(value: str, there: bool) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph(FIRST)
    run = f"<w:r {W}><w:rPr><w:vanish{value}/></w:rPr><w:t>Fiji warns Tonga.</w:t></w:r>"
    paragraph._p.append(parse_xml(run))
    out = io.BytesIO()
    document.save(out)
    (article,) = read_upload(out.getvalue(), "a.docx")
    assert ("Fiji warns Tonga." in article.text) is there


@pytest.mark.parametrize("hidden", ["{\\v Fiji warns Tonga.}", "\\v Fiji warns Tonga.\\v0 "])
def test_hidden_words_of_rtf_are_left_out(hidden: str) -> None:
    data = "{\\rtf1\\ansi " + f"{TITLE}\\par\\par {hidden}{FIRST}" + "\\par}"
    (article,) = read_upload(data.encode(), "a.rtf")
    assert "Tonga" not in article.text
    assert FIRST in article.text


@pytest.mark.parametrize("header", ["Datum/Date", "Published (UTC)", "Date | Fecha"])
def test_a_column_named_twice_or_with_its_unit_is_known(header: str) -> None:
    data = f'{header};Title;Text\n2021-05-03;{TITLE};"{FIRST}"\n'
    (article,) = read_upload(data.encode(), "a.csv")
    assert article.published == "2021-05-03"


def test_an_author_is_named_without_by() -> None:
    record = {"title": TITLE, "body": BODY, "byline": "By Tom Abbey"}
    (article,) = read_upload(json.dumps(record).encode(), "a.json")
    assert article.author == "Tom Abbey"


def test_another_speaker_of_subtitles_begins_a_paragraph_without_the_sign() -> None:
    data = (
        "1\n00:00:00,000 --> 00:00:02,000\nThe harbour is open.\n\n"
        "2\n00:00:02,000 --> 00:00:04,000\n>> REPORTER: Since when?\n\n"
        "3\n00:00:04,000 --> 00:00:05,000\n>>\nSince Monday.\n"
    )
    (article,) = read_upload(data.encode(), "a.srt")
    assert ">>" not in article.text
    assert "\n\nREPORTER: Since when?" in article.text


def test_a_page_s_buttons_and_a_wire_s_contacts_are_cut() -> None:
    article = read_text(
        f"{TITLE}\n\n3 days ago\n\n{FIRST}\n\nReaction[edit]\n\n{SECOND}[edit]\n\n"
        "(Reporting by Tom Abbey; Editing by Ana Lund)\n\n((tom@bay.example; +1 000))\n\n"
        "Media enquiries\nTelephone 020 7008 3100\nShare on Facebook (opens in new tab)"
    )
    assert article.text == f"{TITLE}\n\n{FIRST}\n\nReaction\n\n{SECOND}"
