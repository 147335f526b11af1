"""Exports of press databases that are saved as web pages or in their newer forms of text."""

from __future__ import annotations

import pytest

from briefing.article import Article
from briefing.reading import Failure, read_upload

TITLE, OTHER = "Tonga buys two ferries from Fiji", "Samoa opens its second airport"
BODIES = {
    TITLE: (
        "Tonga bought two ferries from Fiji on Monday, the ministry of transport said.",
        "“They will sail in June,” said Minister Ana Reyes in Nuku’alofa.",
    ),
    OTHER: ("Samoa opened its second airport on Sunday, four years after the work began there.",),
}


def factiva(title: str, number: int) -> str:
    words = "".join(
        f'<p class="articleParagraph enarticleParagraph">{p}</p>' for p in BODIES[title]
    )
    return (
        f'<div class="article enArticle"><div id="hd"><span class="enHeadline">{title}</span></div>'
        '<div class="author">By Tom Abbey</div><div>212 words</div><div>3 May 2021</div>'
        "<div>08:15</div><div>Bay News</div><div>BAYN</div><div>English</div>"
        f"<div>(c) 2021 Bay Media</div>{words}"
        f"<p>Document BAYN000020210503eh530000{number}</p></div>"
    )


def europresse(title: str, number: int) -> str:
    words = "".join(f"<p>{p}</p>" for p in BODIES[title])
    return (
        '<article><header><div><span class="DocPublicationName">Bay News, no. 4512</span></div>'
        '<span class="DocHeader">World, Monday, May 3, 2021 212 words, p. 7</span>'
        f'<div class="titreArticle"><p class="titreArticleVisu">{title}</p></div>'
        '<div class="docAuthors">Tom Abbey</div></header>'
        f'<section><div class="docOcurrContainer">{words}</div></section>'
        '<footer><div class="publiC">© 2021 Bay Media. Tous droits réservés.</div>'
        f'<span class="publiC-lblNodoc">news·20210503·BN·{number:04}</span></footer></article>'
    )


def europresse_text(title: str, number: int) -> str:
    words = "\n".join(BODIES[title])
    return (
        f"Bay News\nMonday, May 3, 2021, p. 7\n\n{title}\n\nTom Abbey\n\n{words}\n\n"
        "© 2021 Bay Media. Tous droits réservés.\n"
        "Certificat émis le 5 mai 2021 au Ministère à des fins de visualisation personnelle.\n"
        f"news·20210503·BN·{number:04}\n\n"
    )


def nexis(title: str, number: int) -> str:
    words = "\n\n".join(BODIES[title])
    return (
        f"Page {number} of 2\n\n{title}\n\nBay News\n\nMay 3, 2021 Monday\n\n"
        f"Copyright 2021 Bay Media All Rights Reserved\n\nLength: 212 words\nByline: Tom Abbey\n\n"
        f"Body\n\n{words}\n\nGraphic\n\nSoldiers of Ghana train with Togo. Photo: AP.\n\n"
        "Classification\n\nLanguage: ENGLISH\nLoad-Date: May 4, 2021\n\nEnd of Document\n\n"
    )


def _read(data: str, name: str) -> list[Article]:
    found = list(read_upload(data.encode(), name))
    assert not [one for one in found if isinstance(one, Failure)]
    return [one for one in found if not isinstance(one, Failure)]


@pytest.mark.parametrize(
    ("form", "name", "frame"),
    [
        (factiva, "export.html", "<html><head><title>Factiva</title></head><body>{}</body></html>"),
        (europresse, "export.html", "<html><title>Europresse</title><body>{}</body></html>"),
        (europresse_text, "export.txt", "{}"),
        (nexis, "export.txt", "{}"),
    ],
)
def test_each_article_of_an_export_has_its_own_fields(form, name: str, frame: str) -> None:
    data = frame.format("\n".join(form(title, n) for n, title in enumerate(BODIES, 1)))
    articles = _read(data, name)
    assert [one.title for one in articles] == [TITLE, OTHER]
    for one in articles:
        assert (one.source, one.author, one.published) == ("Bay News", "Tom Abbey", "2021-05-03")
        assert one.text.split("\n\n", 1)[1].replace("\n\n", "\n") == "\n".join(BODIES[one.title])
        assert one.removed


def test_a_page_with_one_article_element_is_a_page() -> None:
    words = "".join(f"<p>{p}</p>" for p in BODIES[TITLE])
    (one,) = _read(
        f"<html><body><article><h1>{TITLE}</h1>{words}</article></body></html>", "a.html"
    )
    assert one.title == TITLE
