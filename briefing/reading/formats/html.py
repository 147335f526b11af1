"""Web pages: the article's words out of what stands around them."""

from __future__ import annotations

import html as entities
import re
import warnings
from datetime import date
from typing import Any

from lxml import html as lxml_html

from briefing.clock import machine_day
from briefing.errors import ReadingError
from briefing.reading.date_lines import is_label
from briefing.reading.dates import given_date
from briefing.reading.formats.markup import (
    DROPPED,
    has_markup,
    measured,
    page_text,
    paragraphs,
    parsed,
    plain_text,
)
from briefing.reading.formats.page_facts import PageFacts, page_facts
from briefing.reading.formats.press_pages import exported
from briefing.reading.raw import File, RawArticle, Raws
from briefing.reading.written_days import written_days
from briefing.wording.reading import ONLY_BEGINNING

_COOKIES = re.compile(
    r"\bcookies?\b.{0,200}\b(?:consent|accept|partners|privacy|experience|preferences)\b"
    r"|\b(?:consent|accept|privacy|partners)\b.{0,200}\bcookies?\b",
    re.IGNORECASE | re.DOTALL,
)
_LEAD_IN = re.compile(
    r"\W*(?:(?:also )?read(?: more| next| also)?|see also|more (?:on|from|about) \w[^:]{0,40}"
    r"|related(?: \w+)?|watch|listen|don['’]t miss|recommended|must read|you may also like)"
    r"\s*[:|>»-]",
    re.IGNORECASE,
)
_DATED = "//body//*[self::time or self::abbr or {}]".format(
    " or ".join(
        f"contains(@{place}, '{word}')"
        for place in ("class", "id", "itemprop")
        for word in ("date", "Date", "publish", "posted", "timestamp")
    )
)
_HIDDEN = (
    "//body//*[@hidden or contains(translate(@style, ' ', ''), 'display:none')"
    " or contains(translate(@style, ' ', ''), 'visibility:hidden')]"
)
_PART = 0.2
_GATE = re.compile(
    r"\bchecking your browser\b|\bjust a moment\b|\benable javascript and cookies\b"
    r"|\baccess denied\b"
    r"|\bverif(?:y|ying) (?:that )?you are (?:a )?human\b|\bare you a robot\b|\bunusual traffic\b"
    r"|\b(?:403 forbidden|404 not found|page not found|too many requests|service unavailable)\b",
    re.IGNORECASE,
)
"""What a page says that a site shows in the place of an article."""
_GATE_SIGNS = 900
"""Signs of such a page at most."""

_CAPTIONS, _LONGEST_CAPTION = 50, 1_000
"""So many captions of a page are kept, each of so many signs."""

_LONGEST_DATE = 120
_DIFFER = 0.6
_TEASER, _PART_OF_WORDS = 1_000, 0.7
"""A text of fewer signs, or of this part of the words that the page counts, is a beginning."""


def looks_like_page(text: str) -> bool:
    """Say whether a text is the source of a web page or a part of one."""
    start = text[:3000].lstrip("\ufeff \t\r\n").casefold()
    if start.startswith(("<!doctype html", "<html")):
        return True
    start = re.sub(r"^(?:<\?xml[^>]*\?>|<!--.*?-->|\s)+", "", start, flags=re.DOTALL)
    tags = ("<!doctype html", "<html", "<head", "<body", "<article", "<main", "<div", "<section")
    return start.startswith(tags) or (start.startswith(("<p>", "<p ", "<h1")) and "</" in text)


def read_html(file: File) -> Raws:
    """Read a saved web page, or the articles of a page that a press database exported."""
    source = page_text(file.data, name=file.name)
    several = exported(parsed(measured(source, file.name), file.name))
    if several:
        yield from several
    else:
        yield read_page(source, file)


def read_page(source: str, file: File, *, url: str | None = None) -> RawArticle:
    """Return the article of a web page.

    Raises:
        ReadingError: The page is too large, or holds no article.
    """
    tree = parsed(measured(source, file.name), file.name)
    facts = page_facts(tree)
    day = _published(tree, facts, url or facts.url)
    text, notes = _article_text(tree, facts, file)
    if _is_gate(facts.title, text):
        raise ReadingError(
            f"{file.name} is not the article but a page that the site shows instead, such as an "
            "error or a check of the browser; open the article and paste its text.",
            path=file.name,
        )
    if not text:
        raise ReadingError(
            f"{file.name} contains no recognisable article; paste the article’s text.",
            path=file.name,
        )
    if not facts.free and _is_teaser(text, facts):
        notes = (*notes, ONLY_BEGINNING)
    return RawArticle(
        text=text,
        title=facts.title,
        source=facts.source,
        url=url or facts.url,
        author=facts.author,
        published=day,
        notes=notes,
        captions=_captions(tree),
    )


def _is_teaser(text: str, facts: PageFacts) -> bool:
    """Say whether a text is but the beginning of an article that not all may read."""
    if facts.words:
        return len(text.split()) < _PART_OF_WORDS * facts.words
    return len(text) < max(_TEASER, _DIFFER * len(facts.body))


def _is_gate(title: str, text: str) -> bool:
    """Say whether a page is one that a site shows in the place of an article."""
    if len(text) > _GATE_SIGNS:
        return False
    signs = {match[0].casefold() for match in _GATE.finditer(f"{title}\n{text}")}
    return _GATE.search(title) is not None or len(signs) > 1


def _published(tree: Any, facts: PageFacts, url: str | None) -> str | None:
    """Return the day of publication: what the page states, else what its parts tell surely."""
    if facts.published is not None:
        return facts.published
    from htmldate import find_date

    parts = _dated_parts(tree)
    written = "\n".join(" ".join(element.itertext()) for element in parts.body)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        day = find_date(
            parts,
            extensive_search=False,
            original_date=True,
            url=url,
            max_date=date(machine_day().year + 1, 12, 31).isoformat(),
        )
    if not day or given_date(day).day is None:
        return None
    year, month, number = map(int, day.split("-"))
    orders = rf"(?:{number}[./-]0?{month}|{month}[./-]0?{number})[./-](?:{year}|{year % 100:02})"
    digits = re.compile(rf"(?<![\d./-])0?{orders}(?![\d/-])")
    sure = any(value.startswith(day) for value in parts.xpath("//@datetime | //@content")) or any(
        [one.isoformat() for one in found.days] == [day] for found in written_days(written)
    )
    if not sure and number <= 12 and month != number:
        if found := digits.search(written):
            return found.group()  # with two readings, of which the text may know the right one
        if digits.search(tree.text_content()):
            return None  # it may have been read off them
    return str(day)


def _dated_parts(tree: Any) -> Any:
    """Return a page of the head and of what is marked as a date: no other day is the article's."""
    page = lxml_html.document_fromstring("<html><head></head><body></body></html>")
    for element in tree.xpath("/html/head/*[self::meta or self::link or self::title]"):
        page.head.append(lxml_html.fromstring(lxml_html.tostring(element, with_tail=False)))
    for element in tree.xpath(_DATED)[:20]:
        if element.xpath("ancestor::footer | ancestor::aside | ancestor::nav"):
            continue
        if len(element.text_content()) <= _LONGEST_DATE:
            page.body.append(lxml_html.fromstring(lxml_html.tostring(element, with_tail=False)))
    return page


def _article_text(tree: Any, facts: PageFacts, file: File) -> tuple[str, tuple[str, ...]]:
    """Return the article's text, the best of several ways to find it, and notes."""
    import trafilatura

    whole = _pruned(tree)
    found: dict[str, str] = {}
    for way, precise in (("usual", False), ("strict", True)):
        file.budget.check_time(file.name)
        document = trafilatura.bare_extraction(
            lxml_html.fromstring(lxml_html.tostring(whole)),
            include_comments=False,
            include_tables=True,
            favor_precision=precise,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
        text = getattr(document, "text", None) or ""
        found[way] = _joined(text.split("\n"), facts.title)
    body = facts.body
    if has_markup(body):
        body = plain_text(body, file.name)
    body = entities.unescape(body)
    found["data"] = _joined(re.split(r"\n+", body), facts.title)
    file.budget.check_time(file.name)
    found["marked"] = _joined(_marked(whole), facts.title)
    return _best(found, facts.title)


def _captions(tree: Any) -> tuple[str, ...]:
    """Return the captions of the article's pictures, each once; those of other parts are left."""
    found: dict[str, None] = {}
    for element in tree.iter("figcaption"):
        words = " ".join(element.text_content().split())
        elsewhere = element.xpath("ancestor::aside | ancestor::nav | ancestor::footer")
        if words and not elsewhere and len(words) <= _LONGEST_CAPTION:
            found.setdefault(words)
    return tuple(found)[:_CAPTIONS]


def _pruned(tree: Any) -> Any:
    """Return a copy without pictures' captions, menus, and lines that lead to other articles."""
    copy = lxml_html.fromstring(lxml_html.tostring(tree))
    for element in list(copy.iter("figure", "figcaption", "nav", "button", "iframe", "template")):
        element.drop_tree()
    all_signs = len(copy.text_content())
    for element in copy.xpath(_HIDDEN):
        # The whole article may be hidden until a script shows it
        if element.getparent() is not None and len(element.text_content()) < _PART * all_signs:
            element.drop_tree()
    for element in copy.xpath("//p[.//time] | //li[.//time]"):
        times = set(element.xpath(".//time//text()"))
        others = [one for one in element.itertext() if one not in times]
        labels = [label for one in others if (label := one.strip(" \t\r\n:|·•–—-"))]
        if labels and all(map(is_label, labels)) and element.getparent() is not None:
            element.drop_tree()
    for element in list(copy.iter("p", "li", "div", "h2", "h3", "h4")):
        if element.getparent() is None or len(element) > 12:
            continue
        words = " ".join(element.text_content().split())
        if not words or len(words) > 300:
            continue
        linked = sum(len(" ".join(a.text_content().split())) for a in element.iter("a"))
        if linked and (_LEAD_IN.match(words) or (linked >= len(words) - 2 and element.tag == "p")):
            element.drop_tree()
    return copy


def _marked(tree: Any) -> list[str]:
    """Return the paragraphs of the page's own `<article>`, else of `<main>`."""
    best: list[str] = []
    for path in ("//article", "//*[@itemprop='articleBody']", "//main", "//*[@role='main']"):
        for element in tree.xpath(path)[:20]:
            found = [words for words in paragraphs(element, DROPPED) if _is_text(words)]
            if sum(map(len, found)) > sum(map(len, best)):
                best = found
        if best:
            break
    if not best:  # an article in `<aside>`, which every other way leaves out
        for element in tree.xpath("//aside")[:20]:
            found = [words for words in paragraphs(element, DROPPED) if _is_text(words)]
            if len(found) > len(best):
                best = found
        best = best if len(best) >= 3 else []
    return best


def _is_text(words: str) -> bool:
    return len(words) > 40 or words[-1:] in '.!?”"’'


def _joined(lines: list[str], title: str) -> str:
    """Return lines as paragraphs, without the title and without what is no word."""
    kept = [line.strip() for line in lines if any(map(str.isalnum, line))]
    bare = " ".join(title.split()).casefold()
    while kept and bare and " ".join(kept[0].lstrip("# ").split()).casefold() == bare:
        kept = kept[1:]
    return "\n\n".join(kept)


def _best(found: dict[str, str], title: str) -> tuple[str, tuple[str, ...]]:
    """Choose among the ways: the fullest one that is of the article, with a note where they part.

    The page's own data say where the article ends; without them the usual way is taken, unless
    it lost most of what another way holds.
    """
    usable = {way: text for way, text in found.items() if text and not _is_cookies(text)}
    if not usable:
        return "", ()
    about = {way: text for way, text in usable.items() if _is_about(text, title)}
    usable = about or usable
    data, usual = usable.get("data", ""), usable.get("usual", "")
    strict, marked = usable.get("strict", ""), usable.get("marked", "")
    longest = max(usable.values(), key=len)
    others = [text for text in (usual, strict, marked) if text]
    fits = [text for text in others if 0.85 * len(data) <= len(text) <= 1.2 * len(data)]
    if data and len(data) >= _DIFFER * len(longest):
        chosen = fits[0] if fits else data  # the page has paragraphs, the data often have none
    elif strict and strict != usual and len(strict) >= 0.8 * len(usual):
        chosen = strict
    else:
        chosen = usual or strict or marked or data
    if len(chosen) < _DIFFER * len(longest):
        chosen = longest
    if len(strict or chosen) < _DIFFER * len(chosen) or (
        len(chosen) < _DIFFER * len(max(found.values(), key=len))
    ):
        return chosen, (
            "It is not certain where the article begins and ends on this page; check it.",
        )
    return chosen, ()


def _is_cookies(text: str) -> bool:
    first = text[:600]
    return bool(_COOKIES.search(first)) and (len(text) < 1500)


def _is_about(text: str, title: str) -> bool:
    words = set(re.findall(r"\w{4,}", title.casefold()))
    if len(words) < 3:
        return True
    return sum(word in text.casefold() for word in words) >= 0.5 * len(words)
