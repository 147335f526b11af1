"""What a web page says of itself: title, outlet, author, address, day, and its text as data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefing.reading.bylines import without_by
from briefing.reading.date_lines import Kind, label_of
from briefing.reading.fields import listed

_TIMES, _LABEL = 4, 40
"""So many times of a page are looked at, and so many signs before each."""

_ARTICLE_TYPES = re.compile(
    r"(?:\w*NewsArticle|Article|\w*Report|ReportageNewsArticle|BlogPosting|LiveBlogPosting"
    r"|PressRelease|ScholarlyArticle|SocialMediaPosting|OpinionNewsArticle)"
)
_ITEMPROPS = frozenset(
    ("headline", "publisher", "datePublished", "author", "isAccessibleForFree", "wordCount")
)
_ITEMS = 50
_NOT_FREE = ("false", "no", "0", "http://schema.org/false", "https://schema.org/false")
_DEPTH = 8
_OBJECTS = 2_000
_SHORT = 300
"""A longer title, outlet, author or address is something else."""

_TITLE_METAS = ("og:title", "twitter:title", "headline", "dc.title", "citation_title")
_SOURCE_METAS = ("og:site_name", "application-name", "publisher", "dc.publisher", "cre")
_AUTHOR_METAS = (
    *("author", "article:author", "byl", "parsely-author", "dc.creator", "citation_author"),
    *("sailthru.author", "cxenseparse:author"),
)
_DATE_METAS = (
    *("article:published_time", "article:published", "datepublished", "parsely-pub-date"),
    *("pubdate", "publishdate", "publish-date", "publish_date", "date.issued", "dc.date.issued"),
    *("dcterms.date", "dcterms.issued", "dc.date", "dcterms.created", "citation_publication_date"),
    *("citation_date", "sailthru.date", "article.published", "published_at", "cxenseparse:recs:"),
    *("cxenseparse:recs:publishtime", "og:article:published_time", "iso-8601-publish-date"),
    *("originalpublicationdate", "date", "bt:pubdate"),
)
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)\s*(https?://\S+)")
_ADDRESS = re.compile(r"https?://[^\s\"'<>]{4,2000}")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of itself; what it does not say is None, or empty.

    Attributes:
        title: The headline.
        source: The outlet.
        author: Who wrote it.
        url: The page's own address.
        published: The day of first publication, as written.
        body: The article's text, where the page has it as data too.
        free: Whether all may read it, as far as the page says.
        words: How many words the page says that it has; 0 where it does not.
    """

    title: str = ""
    source: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    body: str = ""
    free: bool = True
    words: int = 0


def page_facts(tree: Any) -> PageFacts:
    """Collect what a page says of itself: schema.org first, then its meta elements, then itself."""
    data = {**_microdata(tree), **_schema(tree)}
    metas = _metas(tree)
    source = _name(data.get("publisher")) or _first(metas, _SOURCE_METAS)
    return PageFacts(
        title=_title(tree, data, metas, source),
        source=source,
        author=_author(tree, data, metas, source),
        url=_url(tree, data, metas),
        published=_text(data.get("datePublished")) or _first(metas, _DATE_METAS) or _time(tree),
        body=_body(data),
        free=str(data.get("isAccessibleForFree")).casefold() not in _NOT_FREE,
        words=int(words) if (words := str(data.get("wordCount"))).isdecimal() else 0,
    )


def _schema(tree: Any) -> dict[str, Any]:
    """Return the schema.org object of the article; an empty one where there is none."""
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" not in str(script.get("type", "")).casefold():
            continue
        words = (script.text or "").strip()
        words = words.removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
        try:
            value = json.loads(words, strict=False)
        except (ValueError, RecursionError):
            continue  # broken data of a page is as good as none
        found += [one for one in _objects(value) if _is_article(one)]
    return max(found, key=lambda one: len(_body(one)) + 50 * ("headline" in one), default={})


def _microdata(tree: Any) -> dict[str, Any]:
    """Return what the page's elements mark as the article's, in the form of schema.org objects."""
    items = [
        item
        for item in tree.xpath("//*[@itemscope][@itemtype]")[:_ITEMS]
        if _ARTICLE_TYPES.fullmatch(item.get("itemtype").strip().rpartition("/")[2])
    ]
    if not items and len(tree.xpath("//*[@itemprop='headline']")) == 1:
        items = [tree]
    if not items:
        return {}
    item = max(items, key=lambda one: len(one.text_content()))
    found: dict[str, Any] = {}
    for element in item.xpath(".//*[@itemprop]")[:_OBJECTS]:
        scope = next((one for one in element.iterancestors() if "itemscope" in one.attrib), None)
        name = element.get("itemprop").strip()
        if name not in _ITEMPROPS or (scope is not None and scope is not item):
            continue
        named = element.xpath(".//*[@itemprop='name']") if "itemscope" in element.attrib else []
        value = _text(_value(named[0] if named else element))
        if value is not None and name not in found:
            found[name] = {"name": value} if named else value
    return found


def _value(element: Any) -> str:
    given = element.get("content") or element.get("datetime")
    return str(given or element.text_content())


def _objects(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    waiting = [(value, depth)]
    seen = 0
    while waiting and seen < _OBJECTS:
        one, deep = waiting.pop()
        seen += 1
        if isinstance(one, dict):
            yield one
            if deep < _DEPTH:
                waiting += [(inner, deep + 1) for inner in one.values()]
        elif isinstance(one, list) and deep < _DEPTH:
            waiting += [(inner, deep + 1) for inner in one[:_OBJECTS]]


def _is_article(one: dict[str, Any]) -> bool:
    kinds = one.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _ARTICLE_TYPES.fullmatch(kind) for kind in kinds)


def _body(data: dict[str, Any]) -> str:
    body = data.get("articleBody")
    return body if isinstance(body, str) else ""


def _metas(tree: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = _text(meta.get("content"))
        if key and content:
            found.setdefault(key.strip().casefold(), []).append(content)
    return found


def _first(metas: dict[str, list[str]], keys: tuple[str, ...]) -> str | None:
    return next((metas[key][0] for key in keys if key in metas), None)


def _text(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if not isinstance(value, str):
        return None
    words = " ".join(value.split())
    return words if 0 < len(words) <= _SHORT else None


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        names = [name for one in value[:20] if (name := _name(one))]
        return listed(names) if names else None
    if isinstance(value, dict):
        return _text(value.get("name"))
    words = _text(value)
    return None if words is None or words.startswith(("http", "#")) else words


def _title(tree: Any, data: dict[str, Any], metas: dict[str, list[str]], source: str | None) -> str:
    headings = [words for one in tree.iter("h1") if (words := _text(one.text_content()))]
    named = [
        without_outlet(words, source)
        for words in (_text(data.get("headline")), _first(metas, _TITLE_METAS), _page_title(tree))
        if words
    ]
    for heading in headings:  # the words on the page, where the page's data say the same ones
        if not named or any(_same(heading, words) for words in named):
            return heading
    return next(iter(named), headings[0] if headings else "")


def _same(one: str, two: str) -> bool:
    first, second = _bare(one), _bare(two)
    return bool(first and second) and (first in second or second in first)


def _bare(words: str) -> str:
    return re.sub(r"[\W_]+", " ", words.casefold()).strip()


def _page_title(tree: Any) -> str | None:
    element = next(tree.iter("title"), None)
    return None if element is None else _text(element.text_content())


def without_outlet(title: str, source: str | None) -> str:
    """Return a page's title without the outlet's name behind it."""
    head, sign, tail = _last_part(title)
    if not sign or len(head.split()) < 3:
        return title
    named = source is not None and (_bare(tail) in _bare(source) or _bare(source) in _bare(tail))
    # Without the outlet's name: "… | World | The Courier" is a site's, "… - so far" need not be
    return without_outlet(head, source) if named or (sign == "|" and len(tail) < 40) else title


def _last_part(title: str) -> tuple[str, str, str]:
    for match in reversed(list(re.finditer(r"\s+([|–—•·»-])\s+", title))):
        return title[: match.start()].rstrip(), match[1], title[match.end() :]
    return title, "", ""


def _author(
    tree: Any, data: dict[str, Any], metas: dict[str, list[str]], source: str | None
) -> str | None:
    found = _name(data.get("author")) or _name(data.get("creator"))
    if found is None:
        for key in _AUTHOR_METAS:
            names = [one for one in metas.get(key, ()) if not one.startswith(("http", "@", "/"))]
            if names:
                found = listed(names)
                break
    if found is None:
        element = next(iter(tree.xpath("//*[@rel='author' or @itemprop='author']")), None)
        found = None if element is None else _text(element.text_content())
    if found is None:
        return None
    found = without_by(found)
    return None if source is not None and _bare(found) == _bare(source) else found


def _url(tree: Any, data: dict[str, Any], metas: dict[str, list[str]]) -> str | None:
    links = [link.get("href") for link in tree.xpath("//link[@rel='canonical']")]
    main = data.get("mainEntityOfPage")
    main = main.get("@id") if isinstance(main, dict) else main
    comments = tree.xpath("//comment()")[:20]
    saved = [match[1] for one in comments if (match := _SAVED_FROM.search(str(one.text)))]
    for value in (*links, *metas.get("og:url", ()), data.get("url"), main, *saved):
        if isinstance(value, str) and _ADDRESS.fullmatch(value.strip()):
            return value.strip()
    return None


def _time(tree: Any) -> str | None:
    """Return the day of the element that is marked as the time of publication."""
    marked = tree.xpath("//*[@itemprop='datePublished']") + tree.xpath("//time[@pubdate]")
    within = tree.xpath("//article//time[@datetime]") + tree.xpath("//main//time[@datetime]")
    if within and _label(within[0]) is Kind.UPDATED:  # the day of publication stands beside it
        within = [one for one in within[:_TIMES] if _label(one) is Kind.PUBLISHED] + within
    for element in (*marked, *within[:1]):
        for value in (element.get("datetime"), element.get("content"), element.text_content()):
            if words := _text(value):
                return words
    return None


def _label(time: Any) -> Kind | None:
    """Return what a time's marks, its own words and those before it say of it."""
    marks = f"{time.get('class', '')} {time.getparent().get('class', '')}".casefold()
    if "publish" in marks:
        return Kind.PUBLISHED
    if "updat" in marks or "modif" in marks:
        return Kind.UPDATED
    before = [str(words).strip() for words in time.xpath("preceding::text()[normalize-space()]")]
    led = next((words for words in reversed(before[-2:]) if len(words) > 1), "")
    return label_of(time.text_content()[:_LABEL]) or label_of(led[-_LABEL:])
