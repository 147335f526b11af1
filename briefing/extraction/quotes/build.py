"""From a draft to a quotation: fragments, kind, speaker, setting, parties."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from briefing.extraction.facts import Entity, Fragment, Mention, Party, Quote
from briefing.extraction.quotes.acts import act_of
from briefing.extraction.quotes.drafts import Draft, Span
from briefing.extraction.quotes.page import Page
from briefing.extraction.quotes.setting import Setting, setting_of
from briefing.extraction.quotes.speakers import Speaker, resolve
from briefing.reference.venues import Venues

_LIGHT = {"that", "to", "as", "whether", "if"}


def quote_of(page: Page, draft: Draft, places: Venues) -> Quote | None:
    """Build a quotation; None where its content holds no letter or digit."""
    fragments = fragments_of(page, draft.spans)
    if not fragments:
        return None
    verb = draft.cue.head if draft.cue is not None and draft.cue.kind == "verb" else None
    speaker = resolve(draft.speaker, verb) if draft.speaker is not None else None
    if speaker is not None and _is_speaker(page, speaker, fragments):
        return None
    mentions = speaker.mentions if speaker is not None else ()
    setting = setting_of(page, draft.cue, draft.spans, places)
    cue = _cue_span(draft)
    return Quote(
        kind=_kind(page, fragments),
        start=fragments[0].start,
        end=fragments[-1].end,
        fragments=tuple(fragments),
        speaker_id=mentions[0].entity_id if mentions else None,
        speaker_start=_start_of(page, speaker) if speaker else None,
        speaker_end=page.token_end(speaker.end - 1) if speaker else None,
        speaker_form=speaker.form if speaker else None,
        cue_start=cue[0] if cue else None,
        cue_end=cue[1] if cue else None,
        act=act_of(draft.cue),
        addressee_id=setting.addressees[0].entity_id if setting.addressees else None,
        venue=setting.venue,
        part=draft.part,
        parties=_parties(page, speaker, setting, fragments),
    )


def _start_of(page: Page, speaker: Speaker) -> int:
    """Return where the words for a speaker begin: behind a dash that is stuck to them."""
    start = page.offsets[speaker.start]
    return start + (page.text[start] in "-–—" and len(page.doc[speaker.start]) > 1)


def _is_speaker(page: Page, speaker: Speaker, fragments: list[Fragment]) -> bool:
    """Tell whether a content is only who speaks, where the parser took the one for the other."""
    if any(one.verbatim for one in fragments):
        return False
    start, end = page.offsets[speaker.start], page.token_end(speaker.end - 1)
    return start <= fragments[0].start and fragments[-1].end <= end


def fragments_of(page: Page, spans: list[Span]) -> list[Fragment]:
    """Cut spans at the marks: what stands between them is verbatim, if it is known where it ends.

    A lone "that" or "to" before the marks is left out: said that "all is well" is direct.
    """
    fragments: list[Fragment] = []
    position = -1
    for low, high in sorted(spans):
        begin = max(low, position)
        for piece in page.pieces:
            if piece.outer_end <= begin or piece.outer_start >= high:
                continue
            _add(page, fragments, begin, min(piece.outer_start, high), verbatim=False)
            _add(
                page,
                fragments,
                max(begin, piece.start),
                min(piece.end, high),
                verbatim=piece.settled,
            )
            begin = max(begin, piece.outer_end)
        _add(page, fragments, begin, high, verbatim=False)
        position = max(position, high)
    others = [one for one in fragments if not one.verbatim]
    if len(others) < len(fragments) and all(
        page.text[one.start : one.end].lower().strip(" ,:") in _LIGHT for one in others
    ):
        return [one for one in fragments if one.verbatim]
    return fragments


def _kind(page: Page, fragments: list[Fragment]) -> str:
    if not all(_is_settled(page, fragment) for fragment in fragments):
        return "unsettled"
    verbatim = {fragment.verbatim for fragment in fragments}
    if verbatim == {True}:
        return "direct"
    return "mixed" if True in verbatim else "indirect"


def _is_settled(page: Page, fragment: Fragment) -> bool:
    """Tell whether no mark without a partner stands in a fragment, or right beside it."""
    if fragment.verbatim:
        return True
    low, high = fragment.start, fragment.end
    while low > 0 and not page.text[low - 1].isalnum():
        low -= 1
    while high < len(page.text) and not page.text[high].isalnum():
        high += 1
    return not any(low <= stray < high for stray in page.strays) and not any(
        piece.outer_start < fragment.end and fragment.start < piece.outer_end
        for piece in page.pieces
        if not piece.settled
    )


def _cue_span(draft: Draft) -> Span | None:
    if draft.cue is None:
        return draft.colon
    head = draft.cue.head
    return head.idx, head.idx + len(head)


def _add(page: Page, fragments: list[Fragment], start: int, end: int, *, verbatim: bool) -> None:
    while start < end and (page.text[start].isspace() or page.text[start] in "—–"):
        start += 1
    while start < end and page.text[end - 1].isspace():
        end -= 1
    if any(sign.isalnum() for sign in page.text[start:end]):
        fragments.append(Fragment(start, end, verbatim))


def _parties(
    page: Page, speaker: Speaker | None, setting: Setting, fragments: list[Fragment]
) -> tuple[Party, ...]:
    entities: dict[str, Entity] = page.doc._.entities or {}
    parties: list[Party] = []
    if speaker is not None:
        parties += [_party(entities, one, "speaker") for one in speaker.mentions]
        parties += _countries_of(page, speaker, entities)
    parties += [_party(entities, one, "addressee") for one in setting.addressees]
    mentions: list[Mention] = page.doc._.mentions or []
    starts = [one.start for one in mentions]
    ordered = all(earlier <= later for earlier, later in pairwise(starts))
    for fragment in fragments:
        for mention in mentions[bisect_left(starts, fragment.start) if ordered else 0 :]:
            if ordered and mention.start >= fragment.end:
                break
            if fragment.start <= mention.start and mention.end <= fragment.end:
                parties.append(_party(entities, mention, "mentioned"))
    return tuple(dict.fromkeys(parties))


def _countries_of(page: Page, speaker: Speaker, entities: dict[str, Entity]) -> list[Party]:
    """Return the country that an unnamed speaker speaks for: "China's foreign ministry"."""
    if speaker.mentions:
        return []
    countries = []
    for mention in page.doc._.mentions or []:
        entity = entities.get(mention.entity_id)
        inside = speaker.start <= mention.head < speaker.head.i
        if not inside or entity is None or entity.kind != "country":
            continue
        if page.doc[mention.head].head == speaker.head:
            countries.append(Party(None, entity.country, "speaker"))
    return countries


def _party(entities: dict[str, Entity], mention: Mention, part: str) -> Party:
    entity = entities.get(mention.entity_id)
    return Party(mention.entity_id, entity.country if entity else None, part)
