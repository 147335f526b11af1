"""Exports of press databases: several articles in one text, each with its head and foot.

Read are the forms in which Nexis, Nexis Uni, Factiva (both), Europresse and ProQuest write
articles. What is of the database goes to `removed`; outlet, author, day and number become fields.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.reading.date_lines import is_running
from briefing.reading.lines import blocks, plain_ends
from briefing.reading.press_article import article_of
from briefing.reading.press_forms import BODY, RUNNING, WORDS, coded, forms, is_day, is_export
from briefing.reading.raw import RawArticle

_SENTENCES = 2
"""Lines with sentences that a part without a head has at least, if it is an article."""


def split_export(raw: RawArticle) -> list[RawArticle]:
    """Return the articles of an export of a press database; the article itself of other texts."""
    lines = plain_ends(raw.whole).split("\n")
    if not is_export(lines):
        return [raw]
    first = _after_cover(lines)
    loose = tuple(blocks(lines[:first]))
    parts: list[RawArticle] = []
    for start, end in _borders(lines, first):
        found = article_of(lines[start:end]) or _without_head(lines[start:end])
        if found is None:
            loose = (*loose, *blocks(lines[start:end]))
        else:
            parts.append(replace(found, removed=(*loose, *found.removed)))
            loose = ()
    if not parts or (len(parts) == 1 and not parts[0].removed):
        return [raw]
    parts[-1] = replace(parts[-1], removed=(*parts[-1].removed, *loose))
    if len(parts) == 1:
        return [_filled_in(raw, parts[0])]
    return [
        replace(
            one,
            source=one.source or raw.source,
            day_first=raw.day_first,
            notes=raw.notes,
            removed=(*(() if number else raw.removed), *one.removed),
            kind=raw.kind,
        )
        for number, one in enumerate(parts)
    ]


def _without_head(lines: Sequence[str]) -> RawArticle | None:
    """Return what stands between two borders as an article, if it has sentences but no head."""
    if sum(is_running(line.strip()) for line in lines) < _SENTENCES:
        return None
    return RawArticle("\n".join(lines).strip("\n"))


def _filled_in(raw: RawArticle, found: RawArticle) -> RawArticle:
    """Return the one article of an export; what its file says goes before what its head says."""
    return replace(
        raw,
        text=found.text,
        title=found.title or raw.title,
        source=raw.source or found.source,
        author=raw.author or found.author,
        published=raw.published or found.published,
        external_id=raw.external_id or found.external_id,
        removed=(*raw.removed, *found.removed),
    )


def _borders(lines: Sequence[str], start: int) -> Iterator[tuple[int, int]]:
    """Yield where articles begin and end, from a line on."""
    known = forms()
    open_since = start
    for number in range(start, len(lines)):
        words = lines[number].strip()
        if known.starts.fullmatch(words) or _begins_coded(lines, number):
            if any(line.strip() for line in lines[open_since:number]):
                yield open_since, number
            open_since = number
        elif known.ends.fullmatch(words) and not _coded_below(lines, number):
            yield open_since, number + 1
            open_since = number + 1
    if open_since == start:
        for number in _heads(lines, start):
            yield open_since, number
            open_since = number
    if any(line.strip() for line in lines[open_since:]):
        yield open_since, len(lines)


def _heads(lines: Sequence[str], start: int) -> Iterator[int]:
    """Yield where heads begin, all but the first: they tell articles that no line parts."""
    first = True
    top = start
    for number in range(start + 1, len(lines) - 1):
        if not lines[number - 1].strip():
            top = number
        if WORDS.fullmatch(lines[number].strip()) and is_day(lines[number + 1].strip()):
            if not first and top < number:
                yield top
            first = False


def _after_cover(lines: Sequence[str]) -> int:
    """Return the number of the line after the contents that an export begins with."""
    known = forms()
    last = 0
    for number, line in enumerate(lines):
        words = line.strip()
        if BODY.fullmatch(words) or WORDS.fullmatch(words) or len(words) > 2 * RUNNING:
            break
        if words and known.cover.fullmatch(words):
            last = number + 1
    return last


def _begins_coded(lines: Sequence[str], number: int) -> bool:
    match = coded(lines[number])
    if match is None or match["code"] not in ("HD", "SE"):
        return False
    before = next(
        (line for line in reversed(lines[max(0, number - 3) : number]) if line.strip()), ""
    )
    above = coded(before)
    return above is None or above["code"] != "SE"


def _coded_below(lines: Sequence[str], number: int) -> bool:
    """Say whether further codes of the same article stand below its number."""
    below = next((line for line in lines[number + 1 : number + 4] if line.strip()), "")
    match = coded(below)
    return match is not None and match["code"] not in ("HD", "SE")
