"""Cuts the words of a slide in two, wherever its body keeps them.

Words are counted over the whole slide: those of the body first, then the presenter's lines. What
stands before a cut and what stands after it are all the words, once and in order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from briefing.brief import Quotation, Reference
from briefing.deck.slide import (
    Body,
    Line,
    ListBody,
    PictureBody,
    QuotationBody,
    QuotationsBody,
    RelationBody,
    Slide,
    TitleBody,
    VoicesBody,
)
from briefing.wording.verbatim import Piece

_LONGEST = 48
"""A word of more letters counts as several, so that no word is too long for a slide."""

_FIELDS = ("scope", "narrowed", "made", "review", "program")


def size_of(slide: Slide) -> int:
    """Return the number of words of a slide; a picture counts as one, and so does a bar."""
    return _of_body(slide.body) + sum(map(_count, slide.own))


def cut(slide: Slide, number: int) -> tuple[Slide, Slide]:
    """Cut a slide after so many words; the second has no words where the first holds all.

    Evidence goes with the line that it belongs to; a quotation's or a relation's goes with both.
    """
    inside = _of_body(slide.body)
    if number < inside:
        head, tail = _cut_body(slide.body, number)
        first, second = _cut_evidence(slide, head, tail)
        return (
            replace(slide, body=head, own=(), evidence=first),
            replace(slide, body=tail, evidence=second),
        )
    kept, later = _cut_texts(slide.own, number - inside)
    return (
        replace(slide, own=tuple(filter(None, kept))),
        replace(slide, body=ListBody(()), evidence=(), own=tuple(filter(None, later))),
    )


def breaks(slide: Slide) -> Iterator[tuple[int, int]]:
    """Yield the places where a cut is good, as a number of words and how good it is.

    2 is between lines, 1 is at the end of a sentence.
    """
    at, inside = 0, _of_body(slide.body)
    for text, whole in _texts(slide):
        for word in _words(text):
            at += 1
            if word.rstrip("”’\"')").endswith((".", "?", "!")):
                yield at, 1
        if whole or at == inside:
            yield at, 2


def _texts(slide: Slide) -> Iterator[tuple[str, bool]]:
    """Yield each text of a slide, and whether a line ends with it."""
    body = slide.body
    if isinstance(body, TitleBody):
        yield from ((getattr(body, name), True) for name in _FIELDS)
    elif isinstance(body, ListBody):
        for line in body.lines:
            yield from ((line.lead, False), (line.words, False), (line.note, True))
    elif isinstance(body, QuotationBody):
        yield from ((piece.text, False) for piece in body.quotation.pieces)
    elif isinstance(body, QuotationsBody):
        for said in body.quotations:
            last = len(said.pieces) - 1
            yield from ((piece.text, at == last) for at, piece in enumerate(said.pieces))
    elif isinstance(body, VoicesBody):
        yield from (("-", True) for _ in body.voices)
    elif isinstance(body, RelationBody):
        yield body.relation.at.sentence, False
    else:
        yield "-", True
    yield from ((line, True) for line in slide.own)


def _of_body(body: Body) -> int:
    return sum(_count(text) for text, _ in _texts(Slide("", "own", "", body)))


@lru_cache(maxsize=5_000)
def _count(text: str) -> int:
    return len(_words(text))


def _words(text: str) -> list[str]:
    """Split a text at its spaces, and a word that is too long into pieces."""
    whole = text.split()
    if max(map(len, whole), default=0) <= _LONGEST:
        return whole
    found: list[str] = []
    for word in whole:
        found += [word[at : at + _LONGEST] for at in range(0, len(word), _LONGEST)]
    return found


def _cut_text(text: str, number: int) -> tuple[str, str]:
    """Cut a text after so many words of `_words`."""
    left = number
    words = text.split()
    for at, word in enumerate(words):
        pieces = -(-len(word) // _LONGEST)
        if left < pieces:
            middle = left * _LONGEST
            return " ".join([*words[:at], *filter(None, (word[:middle],))]), " ".join(
                [word[middle:], *words[at + 1 :]]
            )
        left -= pieces
    return " ".join(words), ""


def _cut_texts(texts: Sequence[str], number: int) -> tuple[list[str], list[str]]:
    """Cut several texts as one; both results have as many texts, some of them empty."""
    first: list[str] = []
    second: list[str] = []
    for text in texts:
        inside = _count(text)
        head, tail = _cut_text(text, max(0, min(number, inside)))
        first.append(head)
        second.append(tail)
        number -= inside
    return first, second


def _cut_body(body: Body, number: int) -> tuple[Body, Body]:
    if isinstance(body, TitleBody):
        first, second = _cut_texts([getattr(body, name) for name in _FIELDS], number)
        return TitleBody(*first), TitleBody(*second)
    if isinstance(body, ListBody):
        return _cut_lines(body.lines, number)
    if isinstance(body, QuotationBody):
        pieces = body.quotation.pieces
        first, second = _cut_texts([piece.text for piece in pieces], number)
        kept, later = _pieces(pieces, first), _pieces(pieces, second, rest_of=first)
        return (
            QuotationBody(replace(body.quotation, pieces=kept)),
            QuotationBody(replace(body.quotation, pieces=later)),
        )
    if isinstance(body, QuotationsBody):
        return _cut_quotations(body.quotations, number)
    if isinstance(body, VoicesBody):
        return VoicesBody(body.voices[:number]), VoicesBody(body.voices[number:])
    if isinstance(body, RelationBody):
        at = body.relation.at
        head, tail = _cut_text(at.sentence, number)
        return (
            RelationBody(replace(body.relation, at=replace(at, sentence=head))),
            RelationBody(replace(body.relation, at=replace(at, sentence=tail))),
        )
    assert isinstance(body, PictureBody)
    return ListBody(()), body


def _cut_quotations(
    quotations: Sequence[Quotation], number: int
) -> tuple[QuotationsBody, QuotationsBody]:
    first: list[Quotation] = []
    second: list[Quotation] = []
    for said in quotations:
        inside = sum(_count(piece.text) for piece in said.pieces)
        if number >= inside:
            first.append(said)
        elif number <= 0:
            second.append(said)
        else:
            head, tail = _cut_body(QuotationBody(said), number)
            assert isinstance(head, QuotationBody)
            assert isinstance(tail, QuotationBody)
            first.append(head.quotation)
            second.append(tail.quotation)
        number -= inside
    return QuotationsBody(tuple(first)), QuotationsBody(tuple(second))


def _cut_lines(lines: Sequence[Line], number: int) -> tuple[ListBody, ListBody]:
    first: list[Line] = []
    second: list[Line] = []
    for line in lines:
        texts = (line.lead, line.words, line.note)
        inside = sum(map(_count, texts))
        if number >= inside:
            first.append(line)
        elif number <= 0:
            second.append(line)
        else:
            head, tail = _cut_texts(texts, number)
            first.append(_with(line, head))
            second.append(_with(line, tail))
        number -= inside
    return ListBody(tuple(first)), ListBody(tuple(second))


def _with(line: Line, texts: Sequence[str]) -> Line:
    lead, words, note = texts
    return replace(line, lead=lead, words=words, note=note)


def _pieces(
    pieces: Sequence[Piece], texts: Sequence[str], rest_of: Sequence[str] | None = None
) -> tuple[Piece, ...]:
    """Give pieces other texts; the rest of one that began before has no words left out before."""
    begun = rest_of or [""] * len(texts)
    return tuple(
        replace(piece, text=text, gap=piece.gap and not start)
        for piece, text, start in zip(pieces, texts, begun, strict=True)
        if text
    )


def _cut_evidence(
    slide: Slide, head: Body, tail: Body
) -> tuple[tuple[Reference, ...], tuple[Reference, ...]]:
    """Cut the evidence with its lines: each line with a source's number has one."""
    whole = slide.evidence
    if isinstance(head, QuotationsBody) and isinstance(tail, QuotationsBody):
        return tuple(said.at for said in head.quotations), tuple(
            said.at for said in tail.quotations
        )
    if not (
        isinstance(slide.body, ListBody)
        and isinstance(head, ListBody)
        and isinstance(tail, ListBody)
    ):
        return whole, whole
    if len(whole) != _numbered(slide.body):
        return whole, whole
    later = _numbered(tail)
    return whole[: _numbered(head)], whole[len(whole) - later :]


def _numbered(body: ListBody) -> int:
    return sum(line.number is not None for line in body.lines)
