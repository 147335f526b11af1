"""From cues, contents and marked words to quotations."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from briefing.extraction.facts import Fragment, Mention, Party, Quote
from briefing.extraction.quotation.acts import act_of
from briefing.extraction.quotation.content import Content, content_of
from briefing.extraction.quotation.cues import Cue, cues_in
from briefing.extraction.quotation.direct import (
    after_cue,
    before_cue,
    is_utterance,
    lead_speaker,
    only_marks_between,
)
from briefing.extraction.quotation.labels import labelled
from briefing.extraction.quotation.page import Page, page_of
from briefing.extraction.quotation.setting import Setting, setting_of
from briefing.extraction.quotation.speakers import Speaker, can_speak, resolve, speaker_of
from briefing.reference.cues import CueWords
from briefing.reference.speakers import speaker_nouns
from briefing.reference.venues import venues

Span = tuple[int, int]
_LIGHT = {"that", "to", "as", "whether", "if"}


@dataclass(slots=True)
class Draft:
    """A quotation in the making: spans are characters."""

    cue: Cue | None
    speaker: Token | None
    spans: list[Span] = field(default_factory=list)
    part: int = 1
    direct: bool = False
    last_piece: int = -1
    colon: Span | None = None


def quotes_in(doc: Doc, words: CueWords) -> list[Quote]:
    """Read every quotation of a Doc."""
    page = page_of(doc)
    cues = {cue.head.i: cue for cue in cues_in(doc, words) if page.inside[cue.head.i] < 0}
    drafts = _reported(page, cues, words)
    drafts = _without_embedded(page, drafts)
    _marked(page, cues, drafts)
    _labelled(page, drafts)
    found: dict[Span, Quote] = {}
    for draft in sorted(drafts, key=lambda one: min(one.spans)[0] if one.spans else 0):
        quote = _quote(page, draft)
        if quote is not None:
            found.setdefault((quote.start, quote.end), quote)
    return sorted(found.values(), key=lambda one: (one.start, one.end))


def _reported(page: Page, cues: dict[int, Cue], words: CueWords) -> list[Draft]:
    """Draft what the grammar ties to a cue."""
    drafts = []
    nouns = speaker_nouns()
    for cue in cues.values():
        content = content_of(page, cue, words)
        if content is None:
            continue
        speaker = speaker_of(page, cue, speaker_nouns())
        if speaker is None and (cue.kind == "noun" or not content.clause):
            continue
        if speaker is not None and not content.clause and not can_speak(speaker, nouns):
            continue
        draft = Draft(cue, speaker)
        draft.spans = _characters(page, content, page.inside[cue.head.i])
        if draft.spans:
            drafts.append(draft)
    return drafts


def _labelled(page: Page, drafts: list[Draft]) -> None:
    """Give what follows a label to its speaker: a headline's or a transcript's."""
    for label in labelled(page, speaker_nouns()):
        low, high = page.offsets[label.start], page.token_end(label.end - 1)
        inner = [draft for draft in drafts if draft.spans and low <= min(draft.spans)[0] < high]
        if any(draft.cue is not None and draft.direct for draft in inner):
            continue
        for draft in inner:
            if draft.cue is None:
                drafts.remove(draft)
        mark = (label.colon.idx, label.colon.idx + 1)
        drafts.append(Draft(None, label.speaker, [(low, high)], direct=True, colon=mark))


def _without_embedded(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Leave out reports inside other reports, but for speech that names its own speaker.

    "The minister said the bank had told him that rates would rise": two quotations. "They agreed
    to meet, according to the bank": one.
    """
    kept: list[Draft] = []
    for draft in drafts:
        low, high = min(draft.spans)[0], max(draft.spans)[1]
        outer = [
            other
            for other in drafts
            if other is not draft
            and any(
                start <= low and high <= end and (start, end) != (low, high)
                for start, end in other.spans
            )
        ]
        if not outer or _is_embedded_speech(draft):
            kept.append(draft)
    return kept


def _is_embedded_speech(draft: Draft) -> bool:
    cue, speaker = draft.cue, draft.speaker
    if cue is None or speaker is None or cue.kind != "verb" or "that" not in cue.word.frames:
        return False
    told = any(child.dep_ == "ccomp" and child.i > cue.head.i for child in cue.head.children)
    return told and cue.head.tag_ in ("VBD", "VBZ", "VBN") and speaker.pos_ == "PROPN"


def _characters(page: Page, content: Content, home: int) -> list[Span]:
    """Turn token ranges into spans; one that reaches into marked words takes them whole."""
    spans: list[Span] = []
    for start, end in content.ranges:
        low, high = page.offsets[start], page.token_end(end - 1)
        for index in range(start, end):
            number = page.inside[index]
            if number >= 0 and number != home:
                piece = page.pieces[number]
                low, high = min(low, piece.start), max(high, piece.end)
        if home >= 0:
            piece = page.pieces[home]
            low, high = max(low, piece.start), min(high, piece.end)
        if low < high:
            spans.append((low, high))
    return spans


def _marked(page: Page, cues: dict[int, Cue], drafts: list[Draft]) -> None:
    """Give marked words to the cue beside them, or to whoever spoke before."""
    by_cue = {draft.cue.head.i: draft for draft in drafts if draft.cue is not None}
    owner: list[Draft | None] = [None] * len(page.pieces)
    for number, piece in enumerate(page.pieces):
        if piece.single:
            continue
        previous = page.pieces[number - 1] if number else None
        before = before_cue(page, number, cues)
        after = after_cue(page, number, cues)
        chained = owner[number - 1] if previous is not None and previous.goes_on else None
        if chained is not None and (chained.cue is None or not (before or after)):
            _give(page, owner, number, chained)
            if chained.cue is None and after is not None:
                chained.cue = after
                chained.speaker = speaker_of(page, after, speaker_nouns())
            continue
        utterance = is_utterance(page, number)
        covering = _covering(drafts, piece.start, piece.end)
        if covering is not None and not (utterance and (after or before)):
            owner[number] = covering
            continue
        cue = (
            before
            if before is not None and (not utterance or after is None or _leads(page, number))
            else after
        )
        if cue is not None and (utterance or _long(page, number)):
            draft = by_cue.get(cue.head.i)
            if draft is None:
                draft = Draft(cue, speaker_of(page, cue, speaker_nouns()))
                by_cue[cue.head.i] = draft
                drafts.append(draft)
            _give(page, owner, number, draft)
            _join_back(page, owner, number, drafts)
            continue
        if not utterance:
            continue
        source = _carried(page, owner, number)
        if source is not None:
            _give(page, owner, number, source)
            continue
        draft = _started(page, number, drafts, owner)
        drafts.append(draft)
        _give(page, owner, number, draft)


def _long(page: Page, number: int) -> bool:
    piece = page.pieces[number]
    return len(page.text[piece.start : piece.end].split()) >= 2


def _leads(page: Page, number: int) -> bool:
    piece = page.pieces[number]
    lead = page.text[page.paragraphs[piece.paragraph][0] : piece.outer_start].rstrip()
    return lead.endswith((",", ":", " that"))


def _give(page: Page, owner: list[Draft | None], number: int, draft: Draft | None) -> None:
    if draft is None:
        return
    piece = page.pieces[number]
    owner[number] = draft
    draft.spans = [
        span for span in draft.spans if not (piece.start <= span[0] and span[1] <= piece.end)
    ]
    draft.spans.append((piece.start, piece.end))
    draft.direct = True
    draft.last_piece = number


def _covering(drafts: list[Draft], start: int, end: int) -> Draft | None:
    for draft in drafts:
        for low, high in draft.spans:
            if low <= start and end <= high:
                return draft
    return None


def _join_back(page: Page, owner: list[Draft | None], number: int, drafts: list[Draft]) -> None:
    """Marked words right before, still nobody's: "…" "…," she said."""
    draft = owner[number]
    position = number - 1
    while position >= 0:
        mine = owner[position]
        if mine is None or mine.cue is not None or mine.speaker is not None:
            return
        if (
            page.pieces[position].paragraph != page.pieces[number].paragraph
            and not page.pieces[position].goes_on
        ):
            return
        if not only_marks_between(page, page.pieces[position], page.pieces[position + 1]):
            return
        if mine in drafts:
            drafts.remove(mine)
        _give(page, owner, position, draft)
        position -= 1


def _carried(page: Page, owner: list[Draft | None], number: int) -> Draft | None:
    """Return the draft that marked words of the same paragraph go on."""
    for position in range(number - 1, -1, -1):
        if page.pieces[position].paragraph != page.pieces[number].paragraph:
            return None
        draft = owner[position]
        if draft is not None and draft.direct:
            return draft
    return None


def _started(page: Page, number: int, drafts: list[Draft], owner: list[Draft | None]) -> Draft:
    """Find who speaks where nothing in the paragraph's marked words says so."""
    piece = page.pieces[number]
    lead = lead_speaker(page, number)
    if lead is not None:
        return Draft(None, lead)
    start = page.paragraphs[piece.paragraph][0]
    earlier = [
        draft for draft in drafts if draft.spans and start <= min(draft.spans)[0] < piece.start
    ]
    if earlier:
        last = max(earlier, key=lambda one: max(one.spans))
        return Draft(last.cue, last.speaker, part=last.part + 1)
    if page.text[start : piece.outer_start].strip():
        return Draft(None, None)
    if piece.paragraph == 0:
        return Draft(None, None)
    above = page.paragraphs[piece.paragraph - 1]
    before = [
        draft
        for draft in drafts
        if draft.spans and above[0] <= max(draft.spans)[0] and max(draft.spans)[1] <= above[1]
    ]
    if before:
        last = max(before, key=lambda one: max(one.spans))
        return Draft(None, last.speaker)
    first, end = page.paragraph_tokens(piece.paragraph - 1)
    for index in range(page.stop_before(max(end - 1, first)), end):
        token = page.doc[index]
        if token.dep_ == "nsubj" and token.head.dep_ in ("ROOT", "conj"):
            return Draft(None, token)
    return Draft(None, None)


def _quote(page: Page, draft: Draft) -> Quote | None:
    fragments = _fragments(page, draft.spans)
    if not fragments:
        return None
    paraphrase = [one for one in fragments if not one.verbatim]
    verbatim = [one for one in fragments if one.verbatim]
    kind = "mixed" if paraphrase and verbatim else "direct" if verbatim else "indirect"
    speaker = resolve(draft.speaker) if draft.speaker is not None else None
    start, end = fragments[0].start, fragments[-1].end
    cue = draft.cue
    mentions = speaker.mentions if speaker is not None else ()
    setting = setting_of(page, cue, draft.spans, venues())
    return Quote(
        kind=kind,
        start=start,
        end=end,
        fragments=tuple(fragments),
        speaker_id=mentions[0].entity_id if mentions else None,
        speaker_start=page.offsets[speaker.start] if speaker else None,
        speaker_end=page.token_end(speaker.end - 1) if speaker else None,
        speaker_form=speaker.form if speaker else None,
        cue_start=cue.head.idx if cue else draft.colon[0] if draft.colon else None,
        cue_end=cue.head.idx + len(cue.head) if cue else draft.colon[1] if draft.colon else None,
        act=act_of(cue),
        addressee_id=setting.addressees[0].entity_id if setting.addressees else None,
        venue=setting.venue,
        part=draft.part,
        parties=_parties(page, speaker, setting, fragments),
    )


def _fragments(page: Page, spans: list[Span]) -> list[Fragment]:
    """Cut spans at the marks: what stands between them is verbatim."""
    fragments: list[Fragment] = []
    position = -1
    for low, high in sorted(spans):
        begin = max(low, position)
        for piece in page.pieces:
            if piece.outer_end <= begin or piece.outer_start >= high:
                continue
            _add(page, fragments, begin, min(piece.outer_start, high), verbatim=False)
            _add(page, fragments, max(begin, piece.start), min(piece.end, high), verbatim=True)
            begin = max(begin, piece.outer_end)
        _add(page, fragments, begin, high, verbatim=False)
        position = max(position, high)
    verbatim = [one for one in fragments if one.verbatim]
    others = [one for one in fragments if not one.verbatim]
    if verbatim and all(
        page.text[one.start : one.end].lower().strip(" ,:") in _LIGHT for one in others
    ):
        return verbatim
    return fragments


def _add(page: Page, fragments: list[Fragment], start: int, end: int, *, verbatim: bool) -> None:
    while start < end and page.text[start].isspace():
        start += 1
    while start < end and page.text[end - 1].isspace():
        end -= 1
    if any(sign.isalnum() for sign in page.text[start:end]):
        fragments.append(Fragment(start, end, verbatim))


def _parties(
    page: Page, speaker: Speaker | None, setting: Setting, fragments: list[Fragment]
) -> tuple[Party, ...]:
    entities = page.doc._.entities or {}
    parties: list[Party] = []
    if speaker is not None:
        parties += [_party(entities, one, "speaker") for one in speaker.mentions]
    parties += [_party(entities, one, "addressee") for one in setting.addressees]
    mentions: list[Mention] = page.doc._.mentions or []
    starts = [one.start for one in mentions]
    ordered = all(a <= b for a, b in zip(starts, starts[1:], strict=False))
    for fragment in fragments:
        first = bisect_left(starts, fragment.start) if ordered else 0
        for mention in mentions[first:]:
            if ordered and mention.start >= fragment.end:
                break
            if fragment.start <= mention.start and mention.end <= fragment.end:
                parties.append(_party(entities, mention, "mentioned"))
    return tuple(dict.fromkeys(parties))


def _party(entities: dict[str, object], mention: Mention, part: str) -> Party:
    entity = entities.get(mention.entity_id)
    return Party(mention.entity_id, getattr(entity, "country", None), part)
