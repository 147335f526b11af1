"""Files of every kind that is read, made for the tests, all with the same two paragraphs."""

from __future__ import annotations

import io
import json
import zipfile
from email.message import EmailMessage
from functools import cache

import docx
import openpyxl
import typst

TITLE = "Harbour of Bellmouth reopens after storm"
FIRST = (
    "The harbour of Bellmouth was opened again on Monday, three days after a storm had closed it, "
    "the port authority said."
)
SECOND = "“Every ship is safe,” said harbour master Ana Reyes. “We lost no one.”"
BODY = f"{FIRST}\n\n{SECOND}"

PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{TITLE} | Bay News</title>
<meta property="og:site_name" content="Bay News"><meta name="author" content="Tom Abbey">
<meta property="article:published_time" content="2021-05-03T23:30:00-05:00">
<link rel="canonical" href="https://bay.example/harbour">
<script>var a = "Fiji warns Tonga";</script>
<style>p {{ color: red }}</style></head>
<body><nav><a href="/">Home</a> <a href="/sea">Sea</a></nav>
<div class="cookie">We use cookies to improve your experience. <button>Accept all</button></div>
<article><h1>{TITLE}</h1><p>By Tom Abbey</p>
<figure><img src="a.jpg"><figcaption>Fiji’s leader visits Samoa in 2019.</figcaption></figure>
<p>{FIRST}</p><p>Read more: <a href="/x">Peru signs a deal with Chile</a></p>
<p>{SECOND}</p></article>
<aside><h2>Most read</h2><ul><li><a href="/y">Ghana beats Kenya</a></li></ul></aside>
<footer>© 2026 Bay News</footer></body></html>"""


def page() -> bytes:
    return PAGE.encode()


@cache
def pdf(columns: bool = False, *, pages: int = 1) -> bytes:
    text = f"#text(size: 16pt)[*{TITLE}*]\n\n{FIRST}\n\n{SECOND}\n\n"
    head = (
        "#set page(width: 300pt, height: 300pt, margin: 40pt, header: [Bay News Weekly], "
        "footer: context [Page #counter(page).display() of 9])\n#set par(justify: true)\n"
        '#set text(hyphenate: true, lang: "en")\n'
    )
    if columns:
        body = f"#columns(2)[{text}{FIRST}\n\n{SECOND}]"
    else:
        more = (
            "The pilots went back to work.",
            "Two cranes are broken.",
            "Fishing may begin again.",
        )
        body = text + "".join(f"#pagebreak()\n{more[at % 3]}\n\n" for at in range(pages - 1))
    return bytes(typst.compile((head + body).encode()))


def word() -> bytes:
    document = docx.Document()
    document.add_paragraph(TITLE, style="Title")
    document.add_paragraph(FIRST)
    document.add_paragraph(SECOND)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Ships", "14"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


_ODT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
<text:h text:outline-level="1">{title}</text:h><text:p>{first}<text:note><text:note-body>
<text:p>A note.</text:p></text:note-body></text:note></text:p><text:p>{second}</text:p>
</office:text></office:body></office:document-content>"""


def opendocument(content: str | None = None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml", content or _ODT.format(title=TITLE, first=FIRST, second=SECOND)
        )
    return out.getvalue()


def rtf() -> bytes:
    signs = "".join(sign if sign.isascii() else f"\\u{ord(sign)}?" for sign in f"{FIRST}\n{SECOND}")
    words = signs.replace("\n", "\\par\\par ")
    return (
        "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}{\\info{\\author Nobody}}"
        f"\\b {TITLE}\\b0\\par\\par {words}\\par}}"
    ).encode("ascii")


def mail(**headers: str) -> bytes:
    message = EmailMessage()
    message["From"] = "Bay Press Office <press@bay.example>"
    message["To"] = "desk@ministry.example"
    message["Subject"] = f"FW: {TITLE}"
    message["Date"] = "Mon, 03 May 2021 23:30:00 -0500"
    for name, value in headers.items():
        message[name] = value
    message.set_content(
        f"{BODY}\n\nBest regards,\nLee Moss\n-- \nBay Port Authority\nTel 000\n\n"
        "This e-mail and any attachment are confidential.\n",
        cte="quoted-printable",
    )
    return message.as_bytes()


def saved_page() -> bytes:
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://bay.example/harbour?saved"
    message["Subject"] = TITLE
    message.make_related()
    inner = EmailMessage()
    inner.set_content(PAGE, subtype="html", cte="quoted-printable")
    inner["Content-Location"] = "https://bay.example/harbour?saved"
    message.attach(inner)
    return message.as_bytes()


def rss() -> bytes:
    items = "".join(
        f"<item><title>{title}</title><link>https://bay.example/{number}</link>"
        f"<pubDate>01 Jul 15 00:00 +0200</pubDate><description>{FIRST}</description>"
        f"<content:encoded><![CDATA[<p>{FIRST}</p><p>{SECOND}</p>]]></content:encoded></item>"
        for number, title in enumerate((TITLE, "Storm over"))
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>Bay News</title>{items}</channel></rss>"
    ).encode()


def atom() -> bytes:
    return (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Bay News</title>'
        f"<entry><title>{TITLE}</title><published>2021-05-03T10:00:00Z</published>"
        f'<author><name>Tom Abbey</name></author><link href="https://bay.example/1"/>'
        f'<content type="html">&lt;p&gt;{FIRST}&lt;/p&gt;&lt;p&gt;{SECOND}&lt;/p&gt;</content>'
        "</entry></feed>"
    ).encode()


ROWS = (
    ("Headline", "Pub_Date", "Newspaper", "Body", "Clip no."),
    (TITLE, "03/05/2021", "Bay News", BODY, "7"),
    ("Storm over", "23/05/2021", "Bay News", SECOND, "8"),
)


def csv_file(separator: str = ",") -> bytes:
    def cell(value: str) -> str:
        return '"' + value.replace('"', '""') + '"'

    return "\r\n".join(separator.join(map(cell, row)) for row in ROWS).encode()


def excel() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(("Press review of the week",))
    for row in ROWS:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def json_file() -> bytes:
    record = {
        "headline": TITLE,
        "content": f"<p>{FIRST}</p><p>{SECOND}</p>",
        "publishedAt": "2021-05-03T10:00:00Z",
        "source": {"id": None, "name": "Bay News"},
        "authors": ["Tom Abbey", "Ana Lund"],
        "stars": 5,
    }
    return json.dumps({"status": "ok", "articles": [record]}).encode()


def srt() -> bytes:
    return (
        b"1\n00:00:01,000 --> 00:00:03,000\nThe harbour of Bellmouth\n\n"
        b"2\n00:00:03,000 --> 00:00:05,000\n<i>was opened again on Monday.</i>\n\n"
        b"3\n00:00:09,500 --> 00:00:11,000\n[Music]\nEvery ship is safe.\n"
    )


def vtt() -> bytes:
    return (
        b"WEBVTT\n\nNOTE made for a test\n\nintro\n00:01.000 --> 00:03.000\n"
        b"<v Ana Reyes>Every ship is safe.\n\n00:04.000 --> 00:05.000\n<v Tom Abbey>Thank you.\n"
    )


def packed(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


MARKDOWN = (
    f"---\ntitle: {TITLE}\ndate: 2021-05-03\n---\n\n**BELLMOUTH** – {FIRST}\n\n"
    f"> {SECOND}\n\nSee [the list](https://bay.example/list).\n"
).encode()

EVERY: dict[str, bytes] = {
    "page.html": page(),
    "page.mhtml": saved_page(),
    "paper.pdf": pdf(),
    "paper.docx": word(),
    "paper.odt": opendocument(),
    "paper.rtf": rtf(),
    "press.eml": mail(),
    "feed.rss": rss(),
    "feed.atom": atom(),
    "list.csv": csv_file(),
    "list.xlsx": excel(),
    "list.json": json_file(),
    "talk.srt": srt(),
    "talk.vtt": vtt(),
    "notes.md": MARKDOWN,
    "bundle.zip": packed(**{"a.html": page(), "deep/b.txt": f"{TITLE}\n\n{BODY}".encode()}),
}
"""A file of each kind, by its name."""
