"""Turns a show into the plain lists and dicts that the browser's part draws."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from briefing.brief import Quotation, Relation
from briefing.deck import (
    ListBody,
    PictureBody,
    QuotationBody,
    QuotationsBody,
    RelationBody,
    Slide,
    TitleBody,
    VoicesBody,
    slide_words,
    stage,
)
from briefing.deck.fit import (
    heading_size,
    lead_width,
    note_size,
    quoted_size,
    spread,
    voice_height,
)
from briefing.deck.measure import width
from briefing.deck.show import Drawing, Screen, Show, Theme
from briefing.map.badges import sign
from briefing.map.colours import FILL_WORDS, fill_colours
from briefing.wording import legends
from briefing.wording.columns import IN_ARTICLE
from briefing.wording.marking import MarkingStyle, style_of
from briefing.wording.notices import FILTER_ON_TITLE
from briefing.wording.signs import QUADS, SERIF, STANDINGS
from briefing.wording.verbatim import Piece

Runs = list[list[Any]]
"""Words in pieces, each with whether it is marked."""

_PUNCTUATION = (",", ".", ";", ":", "?", "!")


def build_data(show: Show, theme: Theme, *, boundaries: bool = True) -> dict[str, Any]:
    """Build what the browser draws.

    Args:
        show: What is shown.
        theme: The reader's theme.
        boundaries: Whether the map tells countries apart, so that its key says their colours.
    """
    return {
        "slides": [_slide(screen, show.drawings, theme, boundaries) for screen in show.screens],
        "marking": _marking(style_of(show.marking)),
        "foot": _foot(show),
        "ownLabel": slide_words.OWN,
        "inArticle": IN_ARTICLE,
        "css": _css(theme),
    }


def runs(text: str, marks: Sequence[str]) -> Runs:
    """Split a text where words of interest stand in it, each marked where it first stands.

    Args:
        text: A sentence.
        marks: The words of interest.
    """
    spans: list[tuple[int, int]] = []
    for words in marks:
        at = text.find(words) if words else -1
        if at >= 0 and all(at + len(words) <= start or at >= end for start, end in spans):
            spans.append((at, at + len(words)))
    found: Runs = []
    last = 0
    for start, end in sorted(spans):
        found += [[text[last:start], False], [text[start:end], True]]
        last = end
    found.append([text[last:], False])
    return [piece for piece in found if piece[0]]


def said_runs(pieces: Sequence[Piece]) -> Runs:
    """Write a quotation in pieces: what is verbatim in marks, "…" where words are left out."""
    found: Runs = []
    for piece in pieces:
        text = f"“{piece.text}”" if piece.verbatim else piece.text
        if piece.gap:
            found.append([" … ", False])
        elif found and not text.startswith(_PUNCTUATION):
            found.append([" ", False])
        found.append([text, piece.verbatim])
    return found


def _slide(
    screen: Screen, drawings: Mapping[str, Drawing], theme: Theme, boundaries: bool
) -> dict[str, Any]:
    slide = screen.slide
    marks = _marks(slide)
    return {
        **_common(slide),
        "body": _body(slide, drawings.get(slide.name), theme, boundaries),
        "own": list(slide.own),
        "notes": list(slide.notes),
        "evidence": [
            {**_common(proof), "body": _lines(proof, marks=marks)} for proof in screen.evidence
        ],
    }


def _common(slide: Slide) -> dict[str, Any]:
    return {
        "name": slide.name,
        "kind": slide.kind,
        "kicker": slide_words.line_over_heading(slide),
        "heading": slide.heading,
        "headingSize": heading_size(slide)[0],
        "beside": slide_words.role_and_country(slide.body),
        "counter": f"{slide.part} of {slide.parts}" if slide.parts > 1 else "",
        "size": slide.size,
        "note": note_size(slide.size),
        "gap": _gap(slide),
        "whole": slide.parts == 1,
    }


def _body(slide: Slide, drawing: Drawing | None, theme: Theme, boundaries: bool) -> dict[str, Any]:
    body = slide.body
    if isinstance(body, TitleBody):
        return {
            "type": "opening",
            "scope": body.scope,
            "about": list(slide_words.title_lines(body)),
        }
    if isinstance(body, QuotationBody):
        pieces = body.quotation.pieces
        return {
            "type": "said",
            "words": said_runs(pieces),
            "mixed": len({piece.verbatim for piece in pieces}) > 1,
            "circumstances": slide_words.circumstances(body.quotation),
        }
    if isinstance(body, QuotationsBody):
        return {"type": "quoted", "said": [_quoted(said, slide.size) for said in body.quotations]}
    if isinstance(body, VoicesBody):
        return _voices(slide, body)
    if isinstance(body, RelationBody):
        return _stands(body.relation)
    if isinstance(body, PictureBody):
        return {
            "type": "picture",
            "svg": drawing.svg.get(theme) or next(iter(drawing.svg.values())) if drawing else "",
            "alt": drawing.alt if drawing else body.words,
            "notes": list(drawing.notes) if drawing else [],
            "key": _key(theme, boundaries) if drawing and body.of == "map" else None,
        }
    return _lines(slide)


def _lines(slide: Slide, marks: Sequence[str] | None = None) -> dict[str, Any]:
    """Return a list; for evidence, with words marked and a link to each sentence's article."""
    body = slide.body
    assert isinstance(body, ListBody)
    proves = marks is not None
    links = [f"article?fact={quote(at.fact_id)}" for at in slide.evidence] if proves else []
    links += [""] * (len(body.lines) - len(links))
    return {
        "type": "lines",
        "lead": lead_width(body.lines, slide.size),
        "lines": [
            {
                "lead": line.lead,
                "words": runs(line.words, marks or ()),
                "article": line.article,
                "past": line.past,
                "note": line.note.removesuffix(IN_ARTICLE) if link else line.note,
                "ref": slide_words.reference(line.number) if line.number and line.words else "",
                "link": link if line.note.endswith(IN_ARTICLE) else "",
            }
            for line, link in zip(body.lines, links, strict=True)
        ],
    }


def _quoted(said: Quotation, size: float) -> dict[str, Any]:
    """Return one of several quotations; what is no verbatim says so before its words."""
    name, beside = slide_words.speaker_line(said)
    return {
        "words": said_runs(said.pieces),
        "mixed": len({piece.verbatim for piece in said.pieces}) > 1,
        "label": slide_words.PARAPHRASE if slide_words.is_paraphrase(said) else "",
        "share": quoted_size(said, size) / size,
        "name": name,
        "beside": beside,
        "circumstances": slide_words.circumstances(said),
    }


def _voices(slide: Slide, body: VoicesBody) -> dict[str, Any]:
    most = max((voice.quotations for voice in body.voices), default=1)
    return {
        "type": "voices",
        "height": voice_height(slide),
        "voices": [
            {
                "name": slide_words.voice_label(voice),
                "share": voice.quotations / most,
                "count": f"{voice.quotations:,}",
            }
            for voice in body.voices
        ],
    }


def _gap(slide: Slide) -> float:
    """Return the space below each line or quotation of a slide, in pixels."""
    least = (
        float(stage.QUOTED_GAP)
        if isinstance(slide.body, QuotationsBody)
        else stage.LINE_GAP * slide.size
    )
    return least + spread(slide)


def _stands(relation: Relation) -> dict[str, Any]:
    return {
        "type": "stands",
        "sign": slide_words.class_and_standing(relation),
        "colour": QUADS[relation.quad].colour,
        "line": STANDINGS[relation.standing].line,
        "both": relation.both,
        "facts": list(slide_words.standing_lines(relation)),
        "words": runs(relation.at.sentence, (relation.trigger,)),
        "ref": slide_words.reference(relation.at.number),
    }


def _marks(slide: Slide) -> list[str]:
    """Return the words of a slide that are marked in its evidence."""
    if isinstance(slide.body, QuotationsBody):
        return [piece.text for said in slide.body.quotations for piece in said.pieces]
    if isinstance(slide.body, QuotationBody):
        return [piece.text for piece in slide.body.quotation.pieces]
    if isinstance(slide.body, RelationBody):
        return [slide.body.relation.trigger]
    return []


def _marking(style: MarkingStyle | None) -> dict[str, Any] | None:
    if style is None:
        return None
    return {
        "text": style.text,
        "align": style.align,
        "colour": style.colour,
        "ground": style.ground,
    }


def _foot(show: Show) -> str:
    """Return the line below every slide; a filter too long for it is said on the first."""
    whole = " · ".join((show.made, show.narrowed, show.review))
    room = stage.COLUMN - stage.COUNTER
    if width(whole, stage.FOOT.face, stage.FOOT.size) <= room:
        return whole
    return " · ".join((show.made, FILTER_ON_TITLE, show.review))


def _key(theme: Theme, boundaries: bool) -> list[list[dict[str, str]]]:
    quads = [
        {
            "word": quad.word,
            "colour": quad.colour,
            "line": "solid",
            "sign": sign(name),
            "ground": quad.colour if name.startswith("material") else "",
        }
        for name, quad in QUADS.items()
    ]
    lines = [{"word": words, "line": line} for line, words in legends.LINES.items()]
    if not boundaries:
        return [quads, lines]
    colours = fill_colours(dark=theme == "dark")
    fills = [{"word": word, "fill": colours[fill]} for fill, word in FILL_WORDS.items()]
    return [quads, lines, [{"word": legends.BALANCE}, *fills]]


def _css(theme: Theme) -> dict[str, str]:
    """Return the numbers of the stage as variables."""
    sizes = {
        "margin": stage.MARGIN,
        "top": stage.TOP,
        "bottom": stage.BOTTOM,
        "after-head": stage.AFTER_HEAD,
        "counter": stage.COUNTER,
        "kicker": stage.KICKER.size,
        "beside": stage.BESIDE.size,
        "scope": stage.SCOPE.size,
        "about": stage.ABOUT.size,
        "about-gap": stage.ABOUT_GAP,
        "sign": stage.SIGN.size,
        "fact": stage.FACT.size,
        "fact-gap": stage.FACT_GAP,
        "circumstances": stage.CIRCUMSTANCES.size,
        "lead-gap": stage.LEAD_GAP,
        "voice": stage.VOICE.size,
        "voice-name": stage.VOICE_NAME,
        "voice-count": stage.VOICE_COUNT,
        "quoted-indent": stage.QUOTED_INDENT,
        "by-gap": stage.BY_GAP,
        "own": stage.OWN.size,
        "own-label": stage.OWN_LABEL.size,
        "own-gap": stage.OWN_GAP,
        "foot": stage.FOOT.size,
        "marking": stage.MARKING.size,
    }
    quiet = "#4A5260" if theme == "light" else "#B4BCC8"
    return {**{name: f"{size}px" for name, size in sizes.items()}, "serif": SERIF, "quiet": quiet}
