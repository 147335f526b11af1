"""Every kind of file: known by what it holds, and its words, title, outlet and day."""

from __future__ import annotations

import io
import json
from pathlib import Path

import openpyxl
import pytest

from briefing.article import Article
from briefing.errors import ReadingError
from briefing.reading import Failure, read, read_pasted, read_paths, read_text, read_upload
from tests.reading import made


def _read(data: bytes | str, name: str) -> list[Article]:
    outcomes = list(read_upload(data.encode() if isinstance(data, str) else data, name))
    assert not [one for one in outcomes if isinstance(one, Failure)]
    return [one for one in outcomes if isinstance(one, Article)]


def _refused(data: bytes | str, name: str) -> str:
    outcomes = list(read_upload(data.encode() if isinstance(data, str) else data, name))
    assert [type(one) for one in outcomes] == [Failure]
    message = str(outcomes[0].error)  # type: ignore[union-attr]
    assert name in message
    assert message.endswith(".")
    assert "\n" not in message
    return message


WHOLE = [name for name in made.EVERY if not name.startswith("talk")]


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("hidden", [False, True], ids=["own name", "name without an ending"])
def test_words_and_title_of_every_kind(name: str, hidden: bool) -> None:
    if hidden and name == "notes.md":
        return  # its front matter is Markdown's by the ending only
    article = _read(made.EVERY[name], "file" if hidden else name)[0]
    assert article.title == made.TITLE
    assert article.text.startswith(made.TITLE)
    assert made.FIRST in article.text
    assert "“Every ship is safe,” said harbour master Ana Reyes." in article.text
    for foreign in ("cookies", "Ghana", "Fiji", "Peru", "<p>", "MIME", "A note."):
        assert foreign not in article.text


@pytest.mark.parametrize(
    ("name", "source", "author", "published", "url"),
    [
        ("page.html", "Bay News", "Tom Abbey", "2021-05-03", "https://bay.example/harbour"),
        ("page.mhtml", "Bay News", "Tom Abbey", "2021-05-03", "https://bay.example/harbour?saved"),
        ("press.eml", "Bay Press Office", None, "2021-05-03", None),
        ("feed.rss", "Bay News", None, "2015-07-01", "https://bay.example/0"),
        ("feed.atom", "Bay News", "Tom Abbey", "2021-05-03", "https://bay.example/1"),
        ("list.csv", "Bay News", None, "2021-05-03", None),
        ("list.xlsx", "Bay News", None, "2021-05-03", None),
        ("list.json", "Bay News", "Tom Abbey and Ana Lund", "2021-05-03", None),
        ("notes.md", None, None, "2021-05-03", None),
        ("paper.pdf", None, None, None, None),
        ("paper.docx", None, None, None, None),
    ],
)
def test_what_a_file_says_of_its_article(
    name: str, source: str | None, author: str | None, published: str | None, url: str | None
) -> None:
    article = _read(made.EVERY[name], name)[0]
    assert (article.source, article.author) == (source, author)
    assert (article.published, article.url) == (published, url)
    assert article.published_basis == ("stated" if published else "unknown")
    assert article.file_name == name


@pytest.mark.parametrize(
    ("name", "number"), [("feed.rss", 2), ("list.csv", 2), ("list.xlsx", 2), ("bundle.zip", 2)]
)
def test_each_article_of_a_file_is_one(name: str, number: int) -> None:
    assert len(_read(made.EVERY[name], name)) == number


def test_page_command_line_and_folder_say_the_same(tmp_path: Path) -> None:
    for name, data in {**made.EVERY, "photo.png": b"\x89PNG\r\n", "deck.key": b"words"}.items():
        path = tmp_path / name
        path.write_bytes(data)
        uploaded = list(read_upload(data, str(path)))
        assert [_said(one) for one in read_paths([path])] == [_said(one) for one in uploaded]
    folder = [_said(one) for one in read_paths([tmp_path])]
    alone = [_said(one) for path in sorted(tmp_path.iterdir()) for one in read_paths([path])]
    assert folder == alone


def _said(outcome: Article | Failure) -> str:
    return str(outcome.error) if isinstance(outcome, Failure) else outcome.article_id


def test_columns_of_a_pdf_are_read_one_after_the_other() -> None:
    (article,) = _read(made.pdf(True), "paper.pdf")
    assert article.text.count(made.FIRST) == 2
    assert any("joined" in note for note in article.notes)


def test_rows_drawn_across_two_columns_of_a_pdf_are_parted() -> None:
    left = [
        "Fiji and Samoa will",
        "open the harbour of",
        "Apia to all ships in",
        "the month of June.",
    ]
    right = [
        "Kenya has asked its",
        "neighbours to send",
        "their old ships to a",
        "yard near Mombasa.",
    ]
    rows = "".join(
        f"#place(dx: 0pt, dy: {20 * at}pt)[{one}]\n#place(dx: 160pt, dy: {20 * at}pt)[{two}]\n"
        for at, (one, two) in enumerate(zip(left, right, strict=True))
    )
    source = f"#set page(width: 400pt, height: 300pt)\n{rows}"
    import typst

    (article,) = _read(bytes(typst.compile(source.encode())), "columns.pdf")
    assert "Fiji and Samoa will open the harbour of Apia to all ships" in article.text
    assert "Kenya has asked its neighbours to send their old ships" in article.text


def test_running_heads_and_page_numbers_of_a_pdf_are_left_out() -> None:
    (article,) = _read(made.pdf(pages=4), "paper.pdf")
    assert "Weekly" not in article.text
    assert "Page" not in article.text
    assert "Bay News Weekly" in article.removed
    assert "Two cranes are broken." in article.text


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("#rect(width: 20pt)", "recognised"),
        ("", "recognised"),
    ],
)
def test_pdf_without_words_is_said_to_be_a_scan(body: str, words: str) -> None:
    import typst

    assert words in _refused(bytes(typst.compile(body.encode() or b" ")), "scan.pdf")


def test_locked_pdf_is_named() -> None:
    import pypdf

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(made.pdf()))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert "password" in _refused(out.getvalue(), "locked.pdf")


def test_forwarded_mail_gives_the_mail_that_is_passed_on() -> None:
    text = (
        "FYI\n\n-----Original Message-----\nFrom: Bay News <news@bay.example>\n"
        "Sent: Monday, 3 May 2021 10:00\nTo: All\n"
        f"Subject: {made.TITLE}\n\n{made.BODY}\n"
    )
    data = (
        "From: Lee Moss <lee@ministry.example>\nTo: desk@ministry.example\nSubject: Fwd: news\n"
        f"Date: Tue, 4 May 2021 09:00:00 +0200\nContent-Type: text/plain; charset=utf-8\n\n{text}"
    )
    (article,) = _read(data, "news.eml")
    assert (article.title, article.source) == (made.TITLE, "Bay News")
    assert article.published == "2021-05-03"
    assert article.text == f"{made.TITLE}\n\n{made.BODY}"
    assert "FYI" in article.removed


def test_answer_to_a_mail_is_without_the_mail_below() -> None:
    own = " ".join([made.FIRST] * 5)
    data = (
        "From: a@ministry.example\nSubject: Re: harbour\nDate: Tue, 4 May 2021 09:00:00 +0200\n"
        f"To: b@ministry.example\n\n{own}\n\n"
        "On Monday, 3 May 2021, Lee Moss wrote:\n> Is Fiji warning Tonga?\n"
    )
    (article,) = _read(data, "answer.eml")
    assert "Fiji" not in article.text
    assert any("Fiji" in piece for piece in article.removed)


def test_attached_files_are_read_too() -> None:
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"], message["Subject"] = "press@bay.example", "Two papers"
    message["Date"] = "Mon, 03 May 2021 10:00:00 +0000"
    message.set_content("Please find two papers attached to this message.")
    message.add_attachment(made.word(), maintype="application", subtype="msword", filename="a.docx")
    message.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="logo.png")
    articles = _read(message.as_bytes(), "papers.eml")
    assert [article.title for article in articles] == ["Two papers", made.TITLE]
    assert any("logo.png" in note for note in articles[0].notes)


def test_table_without_a_column_of_words_is_told_which_it_has() -> None:
    message = _refused("Naam,Datum\nx,2021-05-03\n", "list.csv")
    assert "“Naam”, “Datum”" in message
    assert "“text”" in message


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_columns_may_be_separated_by_other_signs(separator: str) -> None:
    assert _read(made.csv_file(separator), "list.csv")[0].title == made.TITLE


def test_row_without_words_is_named_and_the_others_go_on() -> None:
    outcomes = list(read_upload(b"title,text\nA,\nB,The storm is over.\n", "list.csv"))
    assert [type(one) for one in outcomes] == [Failure, Article]
    assert "row 2" in str(outcomes[0].error)  # type: ignore[union-attr]


def test_dates_of_excel_are_days() -> None:
    from datetime import datetime

    book = openpyxl.Workbook()
    book.active.append(("text", "date"))
    book.active.append((made.FIRST, datetime(2021, 5, 3, 10)))
    out = io.BytesIO()
    book.save(out)
    assert _read(out.getvalue(), "list.xlsx")[0].published == "2021-05-03"


@pytest.mark.parametrize(
    "record",
    [
        {"body": made.BODY, "Title": made.TITLE, "pubDate": "2021-05-03"},
        {"_source": {"content": made.BODY, "headline": made.TITLE, "date": "3 May 2021"}},
        {"hits": {"hits": [{"_source": {"text": made.BODY, "title": made.TITLE,
                                        "published_at": "2021-05-03"}}]}},
        [{"text": made.BODY, "title": made.TITLE, "publish_date": 1620036000}],
        {"items": [{"content_html": f"<p>{made.FIRST}</p><p>{made.SECOND}</p>",
                    "title": made.TITLE, "date_published": "2021-05-03T10:00:00Z"}]},
    ],
)  # fmt: skip
def test_usual_fields_of_json_are_known(record: object) -> None:
    (article,) = _read(json.dumps(record), "clip.json")
    assert (article.title, article.published) == (made.TITLE, "2021-05-03")
    assert article.text == f"{made.TITLE}\n\n{made.BODY}"


def test_fields_that_are_not_read_are_named() -> None:
    (article,) = _read(json.dumps({"text": made.BODY, "sentiment": "good"}), "clip.jsonl")
    assert any("“sentiment”" in note for note in article.notes)


def test_title_and_author_that_are_no_text_cost_themselves_only() -> None:
    (article,) = _read(json.dumps({"text": made.BODY, "title": {}, "author": 5}), "clip.jsonl")
    assert article.author is None


def test_subtitles_become_paragraphs() -> None:
    (article,) = _read(made.srt(), "talk.srt")
    assert article.text == (
        "The harbour of Bellmouth was opened again on Monday.\n\nEvery ship is safe."
    )
    (article,) = _read(made.vtt(), "talk.vtt")
    assert article.text == "Ana Reyes: Every ship is safe.\n\nTom Abbey: Thank you."


def _srt(*captions: str) -> bytes:
    """Return captions as a file of subtitles, each shown for two seconds after the last."""
    return "\n\n".join(
        f"{n}\n00:00:{2 * n:02},000 --> 00:00:{2 * n + 2:02},000\n{words}"
        for n, words in enumerate(captions)
    ).encode()


@pytest.mark.parametrize(
    ("captions", "text"),
    [
        (
            ("THE HARBOUR IS OPEN, SAID", "REGIONAL LEADERS IN APIA,", "NOTED ANA REYES OF FIJI."),
            "THE HARBOUR IS OPEN, SAID REGIONAL LEADERS IN APIA, NOTED ANA REYES OF FIJI.",
        ),
        (
            ("Please", "NOTE", "what she said in Apia."),
            "Please NOTE what she said in Apia.",
        ),
        (
            ("REYES: We wait", "for the ships.", "REPORTER: Since when?", "REYES: Since Monday."),
            "REYES: We wait for the ships.\n\nREPORTER: Since when?\n\nREYES: Since Monday.",
        ),
        (
            ("Ana Reyes: The port is", "open.", "Tom Abbey: Since when?"),
            "Ana Reyes: The port is open.\n\nTom Abbey: Since when?",
        ),
        (
            ("The council had one wish", "for Apia: that ships come", "back to the", "Port: soon."),
            "The council had one wish for Apia: that ships come back to the Port: soon.",
        ),
    ],
)
def test_captions_keep_their_words_and_each_speaker_begins_a_paragraph(
    captions: tuple[str, ...], text: str
) -> None:
    (article,) = _read(_srt(*captions), "talk.srt")
    assert article.text == text


def test_notes_and_styles_of_webvtt_go_with_all_their_lines() -> None:
    (article,) = _read(
        b"WEBVTT\n\n00:01.000 --> 00:03.000\nNOTE THE DAY, SHE SAID,\n\n"
        b"NOTE\nThis file was made by\nFiji Captions\n\nSTYLE\n::cue { color: red }\n\n"
        b"2\n00:03.000 --> 00:05.000\nAND LEFT FOR APIA.\n",
        "talk.vtt",
    )
    assert article.text == "NOTE THE DAY, SHE SAID, AND LEFT FOR APIA."
    assert article.removed == (
        "NOTE\nThis file was made by\nFiji Captions",
        "STYLE\n::cue { color: red }",
    )


CAPTION = "Fiji’s president meets Samoa’s king in 2019"


def _odt(words: str) -> bytes:
    names = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (("office", "office"), ("text", "text"), ("draw", "drawing"))
    )
    return made.opendocument(
        f"<office:document-content{names}><office:body><office:text>{words}"
        "</office:text></office:body></office:document-content>"
    )


def _captioned_word() -> bytes:
    import docx

    document = docx.Document()
    for words, style in ((made.TITLE, "Heading 1"), (made.FIRST, None), (CAPTION, "Caption")):
        document.add_paragraph(words, style=style)
    document.add_paragraph(made.SECOND)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


_TOP, _BELOW = (
    f"<text:p>{made.TITLE}</text:p><text:p>{made.FIRST}</text:p>",
    f"<text:p>{made.SECOND}</text:p>",
)
_BOX = (
    "<text:p>{}<draw:frame><draw:text-box><text:p>{}{}</text:p></draw:text-box></draw:frame>"
    "</text:p>"
)
_STYLED = "<text:p text:style-name='Illustration'>F"
_IMAGE = "<draw:frame><draw:image/></draw:frame>"
_MARKED = f"# {made.TITLE}\n\n{made.FIRST}\n\n{{}}\n\n{made.SECOND}\n"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (_captioned_word(), "a.docx"),
        (_odt(_TOP + _BOX.format("", _IMAGE, CAPTION) + _BELOW), "a.odt"),
        (_odt(_TOP + _BOX.format("", "", CAPTION).replace("<text:p>F", _STYLED) + _BELOW), "a.odt"),
        (_odt(_TOP + f"<text:p text:style-name='Caption'>{CAPTION}</text:p>" + _BELOW), "a.odt"),
        (_MARKED.format(f"![{CAPTION}](https://bay.example/a.jpg)").encode(), "a.md"),
        (_MARKED.format(f"![](a.jpg)\n*{CAPTION}*").encode(), "a.md"),
        (_MARKED.format(f"![](a.jpg)\n_{CAPTION}_").encode(), "a.txt"),
        (_MARKED.format(f"[![](a.jpg)](https://bay.example/a)\n*{CAPTION}*").encode(), "a.md"),
    ],
)
def test_captions_of_pictures_stand_apart(data: bytes, name: str) -> None:
    (article,) = _read(data, name)
    assert article.text == f"{made.TITLE}\n\n{made.FIRST}\n\n{made.SECOND}"
    assert article.captions == (CAPTION,)


def test_other_boxes_of_opendocument_are_left_out_and_listed() -> None:
    box = _BOX.format("", "", "The bay in figures")
    (article,) = _read(_odt(_TOP + box + _BELOW), "a.odt")
    assert article.text == f"{made.TITLE}\n\n{made.FIRST}\n\n{made.SECOND}"
    assert article.removed == ("The bay in figures",)
    assert article.notes == ("Text boxes were left out.",)
    (article,) = _read(_odt(_BOX.format("", "", made.FIRST)), "a.odt")
    assert article.text == made.FIRST


def test_slanted_line_of_markdown_that_is_no_caption_stays() -> None:
    (article,) = _read(_MARKED.format(f"*{CAPTION}*").encode(), "a.md")
    assert CAPTION in article.text
    assert not article.captions


def test_footnotes_and_tables_of_markdown() -> None:
    (article,) = _read(
        _MARKED.format(
            "Ships wait.[^1] It rained[^wind] in Apia.\n\n| Port | Ships |\n|:---|---:|\n"
            "| Apia | 14 |\n\n[^1]: Bay Review, 2019.\n[^wind]: The wind rose."
        ).encode(),
        "a.md",
    )
    assert "Ships wait. It rained in Apia.\n\nPort\tShips\nApia\t14\n\n" in article.text
    assert article.removed == ("Bay Review, 2019.", "The wind rose.")


def test_tracked_deletions_are_no_words_of_a_word_document() -> None:
    import docx
    from docx.oxml import parse_xml

    ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    document = docx.Document()
    paragraph = document.add_paragraph("The harbour was ")
    paragraph._p.append(parse_xml(f"<w:del {ns}><w:r><w:delText>closed</w:delText></w:r></w:del>"))
    paragraph._p.append(parse_xml(f"<w:ins {ns}><w:r><w:t>opened</w:t></w:r></w:ins>"))
    out = io.BytesIO()
    document.save(out)
    (article,) = _read(out.getvalue(), "draft.docx")
    assert article.text == "The harbour was opened"
    assert any("tracked" in note for note in article.notes)


OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (OLD_OFFICE + "WordDocument".encode("utf-16-le"), "old.doc", "save it as .docx"),
        (OLD_OFFICE + "Workbook".encode("utf-16-le"), "old.xls", "save it as .xlsx"),
        (OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"), "shut.docx", "password"),
        (OLD_OFFICE + "__properties_version1.0".encode("utf-16-le"), "mail.msg", "damaged"),
        (made.packed(**{"ppt/presentation.xml": b"<p/>"}), "talk.pptx", "a presentation"),
        (b"\x1f\x8b\x08\x00", "notes.gz", "compressed"),
        (b"body { color: red }", "style.css", "a .css file"),
        ("<?xml version='1.0'?><note>Hello</note>", "note.xml", "not a feed"),
        ("[InternetShortcut]\r\nURL=https://bay.example/1\r\n", "page.url", "not fetched"),
        ("https://bay.example/1\n", "page.txt", "not fetched"),
        ("{\"a\": [1]}", "a.json", "no recognisable article"),
        ("<html><body></body></html>", "empty.html", "no recognisable article"),
        (made.packed(), "none.zip", "without files"),
    ],
)  # fmt: skip
def test_what_is_not_read_gets_one_sentence(data: bytes | str, name: str, words: str) -> None:
    assert words in _refused(data, name)


def test_paste_is_read_by_what_it_holds() -> None:
    for pasted, number in ((made.PAGE, 1), (made.csv_file().decode(), 2), (made.BODY, 1)):
        articles = list(read_pasted(pasted, "The pasted text", source="Bay Times"))
        assert len(articles) == number
        assert isinstance(articles[0], Article)
        assert articles[0].source == "Bay Times"
        assert articles[0].file_name is None


@pytest.mark.parametrize(
    "address", ["https://bay.example/a", "www.bay.example/a\n", "<http://a.bay>"]
)
def test_pasted_address_is_told_what_to_do(address: str) -> None:
    (failure,) = read_pasted(address, "The pasted text")
    assert isinstance(failure, Failure)
    assert "not fetched" in str(failure.error)
    with pytest.raises(ReadingError, match="not fetched"):
        read_text(address)


def test_one_article_is_wanted_and_several_are_said(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(made.csv_file())
    with pytest.raises(ReadingError, match="holds 2 articles"):
        read(path)


def test_verbatim_text_is_not_taken_for_another_kind(tmp_path: Path) -> None:
    for name in ("page.txt", "page.md"):
        path = tmp_path / name
        path.write_bytes(made.page())
        assert read(path, verbatim=True).text == made.PAGE


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (
            made.PAGE.replace("<article>", "<div>").replace("</article>", "</div>"),
            "Every ship is safe",
        ),
        ('<html><head><script type="application/ld+json">'
         + json.dumps({"@type": "NewsArticle", "headline": made.TITLE, "articleBody": made.BODY,
                       "datePublished": "2021-05-03", "publisher": {"name": "Bay News"}})
         + '</script></head><body><div id="app"></div></body></html>', "Every ship is safe"),
        (f"<html><body><aside><h1>{made.TITLE}</h1>"
         + f"<p>{made.FIRST}</p>" * 2 + f"<p>{made.SECOND}</p></aside></body></html>",
         "Every ship is safe"),
    ],
)  # fmt: skip
def test_article_is_found_however_a_page_is_built(page: str, words: str) -> None:
    (article,) = _read(page, "page.html")
    assert words in article.text
    assert article.title == made.TITLE


@pytest.mark.parametrize(
    ("meta", "published"),
    [
        ('<meta name="date" content="2021-05-03">', "2021-05-03"),
        ('<meta itemprop="datePublished" content="2021-05-03T01:00:00+09:00">', "2021-05-03"),
        ('<meta name="date" content="09/07/2024">', None),
        ("", None),
    ],
)
def test_day_of_a_page_is_the_stated_one_or_none(meta: str, published: str | None) -> None:
    page = (
        f"<html><head><title>{made.TITLE}</title>{meta}</head><body><article><p>{made.FIRST}</p>"
        f"<p>{made.SECOND}</p></article><footer>© 2026 Bay News. Offer ends 9 August 2026."
        "</footer></body></html>"
    )
    assert _read(page, "page.html")[0].published == published


@pytest.mark.parametrize("charset", ["windows-1252", "utf-8", "shift_jis"])
def test_page_is_read_in_the_encoding_that_it_names(charset: str) -> None:
    page = made.PAGE.replace('charset="utf-8"', f'charset="{charset}"')
    page = page.replace("’", "'").replace("©", "(c)")
    (article,) = _read(page.encode(charset), "page.html")
    assert made.SECOND in article.text
