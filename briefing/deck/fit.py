"""Fits slides to the stage: the largest type that holds, and a next slide for what does not fit.

Nothing on a slide scrolls and nothing is set smaller than 24 pixels at 1920 by 1080, so a quotation
of a page becomes several slides, and the presenter is warned of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from briefing.brief import Quotation
from briefing.deck import slide_words, stage
from briefing.deck.cut import breaks, cut, size_of
from briefing.deck.measure import height, lines, longest, width
from briefing.deck.slide import (
    Line,
    ListBody,
    QuotationBody,
    QuotationsBody,
    RelationBody,
    Slide,
    TitleBody,
    VoicesBody,
)
from briefing.deck.stage import COLUMN, Sizes, Type
from briefing.wording.verbatim import plain
from briefing.wording.words import shorten

_STEP = 2
_EARLY = 0.6
"""A good place to cut is looked for in the last two fifths of what fits."""

_NEAR = 700
"""More words than any slide holds."""


def fit(slide: Slide) -> tuple[Slide, ...]:
    """Fit a slide: itself in the largest type that holds, or several that continue it.

    Args:
        slide: The slide; its size, part, parts and warnings are set here.
    """
    sizes = _sizes(slide)
    slide, warned = _with_heading(slide)
    for size in range(sizes.largest, sizes.smallest - 1, -_STEP):
        if fits(replace(slide, size=float(size))):
            return (replace(slide, size=float(size), warnings=warned),)
    parts = _divided(slide, sizes)
    number = len(parts)
    more = "a second slide" if number == 2 else f"{number - 1:,} more slides"
    warned = (*warned, f"Continues on {more}")
    return tuple(
        replace(part, part=at, parts=number, warnings=warned if at == 1 else ())
        for at, part in enumerate(parts, start=1)
    )


def _sizes(slide: Slide) -> Sizes:
    body = slide.body
    if isinstance(body, QuotationBody) and slide_words.is_paraphrase(body.quotation):
        return stage.PARAPHRASED
    return stage.MAIN[slide.kind]


_ROUNDING = 1.0
"""Pixels that a browser may add, since it draws boxes on whole ones."""


def fits(slide: Slide) -> bool:
    """Say whether what stands on a slide has room on the stage, by the measure."""
    return used_height(slide) <= body_height(slide) - _ROUNDING


def body_height(slide: Slide) -> float:
    """Return the pixels below the head of a slide and above its foot."""
    return stage.BOTTOM - stage.TOP - head_height(slide)


def head_height(slide: Slide) -> float:
    """Return the height of a slide's head in pixels, with the space below it."""
    size, _ = heading_size(slide)
    kind = Type("sans-bold", size, stage.HEADING_LEADING)
    above = stage.KICKER.line if slide_words.line_over_heading(slide) else 0.0
    below = height(slide_words.role_and_country(slide.body), stage.BESIDE, COLUMN)
    return above + height(slide.heading, kind, _heading_column(slide)) + below + stage.AFTER_HEAD


def heading_size(slide: Slide) -> tuple[float, bool]:
    """Return the size of a slide's heading, and whether it holds in the lines it may take."""
    title = slide.kind == "title"
    sizes, most = (
        (stage.TITLES, stage.TITLE_LINES) if title else (stage.HEADINGS, stage.HEADING_LINES)
    )
    for size in range(sizes.largest, sizes.smallest - 1, -_STEP):
        kind = Type("sans-bold", size, stage.HEADING_LEADING)
        if lines(slide.heading, kind, _heading_column(slide)) <= most:
            return float(size), True
    return float(sizes.smallest), False


def used_height(slide: Slide) -> float:
    """Return how high the body of a slide and the presenter's lines stand, in pixels."""
    body, size = slide.body, slide.size
    if isinstance(body, TitleBody):
        found = _opening(body)
    elif isinstance(body, ListBody):
        found = _lines(body.lines, size, inline=slide.kind == "sources")
    elif isinstance(body, QuotationBody):
        kind = Type(quotation_face(body), size, stage.WORDS_LEADING)
        found = height(plain(body.quotation.pieces), kind, COLUMN) + stage.FACT_GAP
        found += height(slide_words.circumstances(body.quotation), stage.CIRCUMSTANCES, COLUMN)
    elif isinstance(body, QuotationsBody):
        found = sum(quoted_height(said, size) + stage.QUOTED_GAP for said in body.quotations)
    elif isinstance(body, VoicesBody):
        found = sum(_voice_heights(body))
    elif isinstance(body, RelationBody):
        found = _stands(body, size)
    else:
        found = stage.PICTURE_LEAST
    return found + presenter_height(slide)


def quotation_face(body: QuotationBody) -> stage.Face:
    """Return the face of a quotation: words that are the article's stand out among others."""
    kinds = {piece.verbatim for piece in body.quotation.pieces}
    return "serif-bold" if len(kinds) > 1 else "serif"


def quoted_size(said: Quotation, size: float) -> float:
    """Return the size of the words of one quotation among several; a paraphrase is smaller."""
    if not slide_words.is_paraphrase(said):
        return size
    return max(float(stage.LEAST), round(size * stage.PARAPHRASED_SHARE))


def quoted_height(said: Quotation, size: float) -> float:
    """Return how high one of several quotations stands: its words, its speaker, what it is."""
    column = COLUMN - stage.QUOTED_INDENT
    paraphrased = slide_words.is_paraphrase(said)
    kind = Type(quotation_face(QuotationBody(said)), quoted_size(said, size), stage.WORDS_LEADING)
    found = stage.BY_GAP + (stage.KICKER.line if paraphrased else 0.0)
    found += height(plain(said.pieces), kind, column)
    name = Type("sans-bold", note_size(size), stage.NOTE_LEADING)
    found += height(" · ".join(filter(None, slide_words.speaker_line(said))), name, column)
    return found + height(slide_words.circumstances(said), stage.CIRCUMSTANCES, column)


def spread(slide: Slide) -> float:
    """Return the pixels to add between the lines of a slide, so that they fill it.

    What goes on in a next slide, sources and evidence stay close together.
    """
    body, size = slide.body, slide.size
    if isinstance(body, ListBody):
        number = len(body.lines)
    elif isinstance(body, QuotationsBody):
        number = len(body.quotations)
    else:
        return 0.0
    if slide.parts > 1 or number < 2 or slide.kind in ("sources", "evidence", "own"):
        return 0.0
    free = body_height(slide) - used_height(slide)
    return max(0.0, min(free / number - 4 * _ROUNDING, stage.SPREAD * size))


def voice_height(slide: Slide) -> float:
    """Return how high each bar stands with the space around it, so that the bars fill a slide."""
    body = slide.body
    assert isinstance(body, VoicesBody)
    least, most = stage.VOICE_ROWS
    free = body_height(slide) - presenter_height(slide) - _ROUNDING
    lowest = max(_voice_heights(body), default=float(least))
    return max(float(least), lowest, min(float(most), free / max(1, len(body.voices))))


def _voice_heights(body: VoicesBody) -> list[float]:
    """Return the least heights of the bars; all are as high as the highest of them."""
    least = float(stage.VOICE_ROWS[0])
    tall = [
        height(slide_words.voice_label(voice), stage.VOICE, stage.VOICE_NAME - stage.LEAD_GAP)
        for voice in body.voices
    ]
    return [max(least, max(tall, default=0.0))] * len(tall)


def lead_width(listed: Iterable[Line], size: float) -> float:
    """Return the width of the column of dates and numbers before a list; 0 for none."""
    widest = max((width(line.lead, "sans-bold", size) for line in listed), default=0.0)
    return min(float(stage.LEAD_WIDEST), widest)


def note_size(size: float) -> float:
    """Return the size of what the program adds below a line of a list."""
    return max(float(stage.LEAST), round(size * stage.NOTE_SHARE))


def _opening(body: TitleBody) -> float:
    found = height(body.scope, stage.SCOPE, COLUMN)
    for words in slide_words.title_lines(body):
        found += height(words, stage.ABOUT, COLUMN) + stage.ABOUT_GAP
    return found


def _lines(listed: tuple[Line, ...], size: float, *, inline: bool) -> float:
    """Return how high a list stands; `inline` where notes stand in the line of their words."""
    lead = lead_width(listed, size)
    column = COLUMN - (lead + stage.LEAD_GAP if lead else 0)
    note = Type("sans", note_size(size), stage.NOTE_LEADING)
    heavy = Type("sans-bold", size, stage.WORDS_LEADING)
    found = 0.0
    for line in listed:
        kind = Type("serif" if line.article else "sans", size, stage.WORDS_LEADING)
        words = slide_words.numbered_words(line)
        if inline:
            right = height(" · ".join(filter(None, (words, line.note))), kind, column)
        else:
            right = height(words, kind, column) + height(line.note, note, column)
        left = height(line.lead, heavy, lead) if lead else 0.0
        found += max(left, right) + stage.LINE_GAP * size
    return found


def _stands(body: RelationBody, size: float) -> float:
    relation = body.relation
    found = height(slide_words.class_and_standing(relation), stage.SIGN, COLUMN - stage.SIGN_LINE)
    found += sum(
        height(words, stage.FACT, COLUMN) for words in slide_words.standing_lines(relation)
    )
    kind = Type("serif", size, stage.WORDS_LEADING)
    words = f"{relation.at.sentence} {slide_words.reference(relation.at.number)}"
    return found + stage.FACT_GAP + height(words, kind, COLUMN)


def presenter_height(slide: Slide) -> float:
    """Return how high the presenter's lines stand on a slide, in pixels."""
    if not slide.own:
        return 0.0
    column = COLUMN - stage.OWN_INDENT
    if slide.kind == "own":
        kind = Type("sans", slide.size, stage.WORDS_LEADING)
        gap = stage.LINE_GAP * slide.size
        return sum(height(line, kind, column) + gap for line in slide.own)
    above = stage.OWN_GAP + stage.OWN_LABEL.line
    return above + sum(height(line, stage.OWN, column) for line in slide.own)


def _heading_column(slide: Slide) -> float:
    return COLUMN if slide.kind == "title" else COLUMN - stage.COUNTER


def _with_heading(slide: Slide) -> tuple[Slide, tuple[str, ...]]:
    """Shorten a heading that no size holds."""
    if heading_size(slide)[1]:
        return slide, ()
    whole = slide.heading

    def holds(letters: int) -> bool:
        return heading_size(replace(slide, heading=shorten(whole, letters)))[1]

    letters = longest(len(whole), holds)
    return replace(slide, heading=shorten(whole, letters)), ("The heading is shortened",)


def _divided(slide: Slide, sizes: Sizes) -> list[Slide]:
    """Divide a slide: as few parts as the smallest size allows, in the largest size for them."""
    parts = list(_parts(replace(slide, size=float(sizes.split))))
    low, high = sizes.split, sizes.largest
    while high - low >= _STEP:
        middle = low + max(_STEP, (high - low) // 2)
        larger = list(_parts(replace(slide, size=float(middle))))
        if len(larger) > len(parts):
            high = middle - _STEP
        else:
            parts, low = larger, middle
    return parts


def _parts(slide: Slide) -> Iterator[Slide]:
    rest = slide
    while whole := size_of(rest):
        near = cut(rest, _NEAR)[0]
        number = longest(min(whole, _NEAR), partial(_holds, near))
        part, rest = cut(rest, _better(rest, max(1, number), whole))
        yield part


def _holds(slide: Slide, number: int) -> bool:
    return fits(cut(slide, number)[0])


def _better(slide: Slide, number: int, whole: int) -> int:
    """Cut a little earlier where a line or a sentence ends there."""
    if number >= whole:
        return number
    good = [(worth, at) for at, worth in breaks(slide) if 0 < at <= number]
    between = [at for worth, at in good if worth == 2]
    if between:
        return between[-1]
    sentences = [at for _, at in good if at >= number * _EARLY]
    return sentences[-1] if sentences else number
