"""Exports of press databases as they are saved: Word, RTF, PDF."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
import typst

from briefing.article import Article
from briefing.reading import read_upload
from tests.reading import exported as made
from tests.reading.handed_in import BODY, P2, T

EXPORTS = {
    "Nexis": made.nexis(1, T, BODY) + made.nexis(2, made.U, made.Q),
    "Nexis Uni": made.uni(T, "May 3, 2022 Tuesday", BODY)
    + made.uni(made.U, "May 2, 2022 Monday", made.Q),
    "Factiva": made.factiva(T, BODY, "03ei") + made.factiva(made.U, made.Q, "04ei"),
    "Europresse": made.europresse(T, BODY, "1") + made.europresse(made.U, made.Q, "2"),
    "ProQuest": made.proquest(1, T, BODY) + made.proquest(2, made.U, made.Q),
}


def _word(text: str) -> bytes:
    document = docx.Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _rtf(text: str) -> bytes:
    signs = "".join(sign if sign.isascii() else f"\\u{ord(sign)}?" for sign in text)
    words = signs.replace("\n", "\\par\n")
    return ("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}" + words + "}").encode()


def _pdf(text: str) -> bytes:
    lines = (
        "".join(f"\\{sign}" if sign in "#*_@<-$" else sign for sign in line)
        for line in text.split("\n")
    )
    page = "#set page(width: 400pt, height: 500pt, margin: 40pt)\n#set text(size: 10pt)\n"
    body = "\n".join(f"{line} \\" if line.strip() else "" for line in lines)
    return bytes(typst.compile((page + body).encode()))


@pytest.mark.parametrize("export", list(EXPORTS))
@pytest.mark.parametrize(("save", "name"), [(_word, "a.docx"), (_rtf, "a.rtf"), (_pdf, "a.pdf")])
def test_export_is_split_however_it_is_saved(
    export: str, save: Callable[[str], bytes], name: str
) -> None:
    outcomes = list(read_upload(save(EXPORTS[export]), name))
    articles = [one for one in outcomes if isinstance(one, Article)]
    assert [one.title for one in articles] == [T, made.U]
    for one in articles:
        assert (one.source or "").startswith("Andean Times")
        assert (one.published or "").startswith("2022-05-0")
        assert "ights reserved" not in one.text
    assert P2 in articles[0].text.replace("’", "'")
