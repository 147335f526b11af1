"""Exports of press databases that are web pages: each article in an element of its own."""

from __future__ import annotations

import re
from typing import Any

from briefing.reading.bylines import author_of, without_by
from briefing.reading.formats.markup import DROPPED, paragraphs
from briefing.reading.press_forms import DAY, WORDS, is_database_s, is_day
from briefing.reading.raw import RawArticle

_FACTIVA = (
    "//div[contains(concat(' ', @class, ' '), ' article ')]"
    "[.//p[contains(@class, 'articleParagraph')]]"
)
_EUROPRESSE = (
    "//article[.//*[contains(@class, 'DocPublicationName')]]"
    "[.//*[contains(@class, 'titreArticle')]]"
)
_EDITION = re.compile(r",? no\.? ?\d+.*$", re.IGNORECASE)


def exported(tree: Any) -> list[RawArticle]:
    """Return the articles of a page that Factiva or Europresse exported; none of other pages."""
    found = [_of_factiva(one) for one in tree.xpath(_FACTIVA)]
    return [one for one in found or map(_of_europresse, tree.xpath(_EUROPRESSE)) if one.text]


def _of_factiva(article: Any) -> RawArticle:
    body = article.xpath(".//p[contains(@class, 'articleParagraph')]")
    headline = article.xpath(".//*[contains(@class, 'eadline')]") or article.xpath(".//*[@id='hd']")
    title = _words(headline[0]) if headline else ""
    bylines = article.xpath(".//*[contains(concat(' ', @class, ' '), ' author ')]")
    byline = _words(bylines[0]) if bylines else ""
    inside = {id(one) for top in (*body, *headline, *bylines) for one in top.iter()}
    lines = [
        _words(one)
        for one in article.iter("div", "p", "td")
        if id(one) not in inside and not one.xpath("./div | ./p | ./table | ./span")
    ]
    lines = [line for line in lines if line]
    day = next((at for at, line in enumerate(lines) if is_day(line)), None)
    outlet = next(
        (
            line
            for line in (lines[day + 1 :] if day is not None else ())
            if not is_database_s(line) and not WORDS.fullmatch(line)
        ),
        None,
    )
    return RawArticle(
        text="\n\n".join(filter(None, map(_words, body))),
        title=title,
        author=_author(byline),
        source=outlet,
        published=lines[day] if day is not None else None,
        removed=tuple(lines),
    )


def _of_europresse(article: Any) -> RawArticle:
    def first(name: str) -> str:
        return next(
            (
                words
                for one in article.xpath(f".//*[contains(@class, '{name}')]")
                if (words := _words(one))
            ),
            "",
        )

    head, outlet = first("DocHeader"), first("DocPublicationName")
    day = DAY.search(head)
    bodies = article.xpath(".//*[contains(@class, 'docOcurrContainer')]") or article.xpath(
        ".//section"
    )
    foot = tuple(_words(one) for one in article.iter("footer"))
    return RawArticle(
        text="\n\n".join(words for one in bodies for words in paragraphs(one, DROPPED)),
        title=first("titreArticle"),
        author=_author(first("docAuthors") or first("sm-margin-bottomNews")),
        source=_EDITION.sub("", outlet).strip(" ,") or None,
        published=day[0] if day else head or None,
        removed=tuple(filter(None, (head, *foot))),
    )


def _author(words: str) -> str | None:
    plain = without_by(words)
    return author_of(plain).author or plain or None


def _words(element: Any) -> str:
    return " ".join(element.text_content().split())
